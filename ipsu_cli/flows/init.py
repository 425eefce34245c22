"""`ipsu init`: a new office's file."""

import os
import sqlite3
from contextlib import suppress

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.identity import read_orgnr
from ipsu_cli.core.problem import Refused, Surroundings
from ipsu_cli.core.text import tidy
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, settings
from ipsu_cli.store.connection import create
from ipsu_cli.store.migrate import migrate


def init(office: Office, name: str, orgnr: str, lang: str) -> Answer:
    """Make the file and enter the office. A file that exists is never touched; a failed one is removed."""
    name, orgnr = tidy(name), read_orgnr(orgnr)
    if os.path.lexists(office.path):
        raise Refused("database.exists", path=str(office.path), command="ipsu status")
    try:
        conn = create(office.path)
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(office.path), why=error.strerror) from None
    try:
        with_schema(conn)
        return office.change("init", lambda store: _found(store, office, name, orgnr, lang))
    except BaseException:
        with suppress(OSError):
            os.unlink(office.path)
        raise


def with_schema(conn: sqlite3.Connection) -> None:
    """Bring an empty file up to the version of the program, and close it."""
    try:
        migrate(conn)
    finally:
        conn.close()


def _found(store: Writing, office: Office, name: str, orgnr: str, lang: str) -> Answer:
    settings.found(store, name, orgnr, lang)
    office.own_lang = lang
    data = {"office": {"name": name, "orgnr": orgnr, "lang": lang, "db": str(office.path)}}
    return Answer(data, [Text("said.init", {"name": name, "path": str(office.path)})])

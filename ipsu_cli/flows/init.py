"""`ipsu init`: a new office's file."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from ipsu_cli.core import interrupt
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.identity import read_own_orgnr, shown_orgnr
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Surroundings, Unreadable
from ipsu_cli.core.text import tidy
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.core.unfinished import sync_folder, unfinished
from ipsu_cli.office import Office
from ipsu_cli.reports.place import warnings_of
from ipsu_cli.store import Writing, new_file, settings


class NewOffice(NamedTuple):
    """What an office is called, and its file."""

    name: str
    orgnr: str
    address: str | None
    lang: str
    db: str

    def to_json(self) -> JsonObject:
        """A sole trader's number is a personnummer, and masked as one."""
        return {**self._asdict(), "orgnr": shown_orgnr(self.orgnr)}


class OfficeMade(NamedTuple):
    """The office that was made."""

    office: NewOffice


def init(office: Office, name: str, orgnr: str, lang: str, address: str | None = None) -> Answer[OfficeMade]:
    """Make the file whole under another name, then give it its own: a killed run leaves no half office."""
    name, orgnr = tidy(name, "--name"), read_own_orgnr(orgnr, office.today)
    if not name:
        raise Unreadable("option.empty", option="--name")
    if os.path.lexists(office.path):
        return _there_already(office)
    made = unfinished(office.path.parent)
    try:
        with interrupt.trying():
            new_file.make(made)
            unnamed = Office(made, office.today, office.who, office.typed)
            new = NewOffice(name, orgnr, address, lang, str(office.path))
            answer = unnamed.change("init", lambda store: _enter(store, new))
        office.own_lang = lang
        interrupt.hold()
        os.link(made, office.path)
        office.saved = True
        sync_folder(office.path.parent)
        return answer
    except FileExistsError:
        return _there_already(office)
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(office.path), why=error.strerror) from None
    finally:
        for left in (made, made.with_name(f"{made.name}-journal")):
            with suppress(OSError):
                os.unlink(left)


def _there_already(office: Office) -> NoReturn:
    """A file that exists is never touched; with a key it may hold the first answer."""
    taken = Refused("database.exists", path=str(office.path), command="ipsu status")

    def refuse(store: Writing) -> NoReturn:
        raise taken

    if office.key is not None:
        office.change("init", refuse)
    raise taken


def _enter(store: Writing, new: NewOffice) -> Answer[OfficeMade]:
    """Enter the office; its address is a setting, which may change as it moves."""
    settings.found(store, new.name, new.orgnr, new.lang)
    if new.address:
        settings.save(store, "address", new.address)
    lines = [Text("message.init", {"name": new.name, "path": new.db})]
    return Answer(OfficeMade(new), lines, warnings=warnings_of(Path(new.db)))

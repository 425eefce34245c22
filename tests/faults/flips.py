"""One bit of a file turned, or one page overwritten: what the file then says, and whether that is noticed."""

import hashlib
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

PAGE = 4096
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_s%' ORDER BY name"
# What no command tells of: when a step of the schema was taken and a copy made, and which file waits for its name.
NOT_CONTENT = {"_sqlite_migrations", "backups", "unswept", "unwritten"}


class Fault(NamedTuple):
    """A damaged copy's bytes, and what was done to it."""

    what: str
    content: bytes


def bits(content: bytes, count: int, seed: int) -> Iterator[Fault]:
    """Copies in which one bit is turned, each somewhere else."""
    chance = random.Random(seed)
    for _ in range(count):
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        turned = bytearray(content)
        turned[place] ^= 1 << bit
        yield Fault(f"bit {bit} of byte {place}", bytes(turned))


def pages(content: bytes, count: int, seed: int) -> Iterator[Fault]:
    """Copies in which a page is lost (zeros), is another's (as a misdirected write leaves it), or torn in the midst."""
    chance = random.Random(seed)
    for _ in range(count):
        to, of = (PAGE * chance.randrange(1, len(content) // PAGE) for _ in range(2))
        kind = chance.choice(("lost", "other", "torn"))
        page = {
            "lost": bytes(PAGE),
            "other": content[of : of + PAGE],
            "torn": content[to : to + PAGE // 2] + content[of + PAGE // 2 : of + PAGE],
        }[kind]
        yield Fault(f"page {to // PAGE} {kind}", content[:to] + page + content[to + PAGE :])


def says(path: Path) -> str | None:
    """The digest of all that the file holds, row by row; None where it cannot be read to the end."""
    whole = hashlib.sha256()
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as conn:
            conn.text_factory = bytes
            for pragma in ("application_id", "user_version"):
                whole.update(repr(conn.execute(f"PRAGMA {pragma}").fetchone()).encode())
            whole.update(repr(conn.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()).encode())
            for (name,) in conn.execute(TABLES).fetchall():
                if name.decode() not in NOT_CONTENT:
                    for row in conn.execute(f"SELECT * FROM {name.decode()}"):
                        whole.update(repr(row).encode())
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return whole.hexdigest()

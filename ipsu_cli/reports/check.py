"""`ipsu check`: does all hold in the file that only the program should have written? Nothing in it is changed."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.office import Office
from ipsu_cli.store import Store, settings
from ipsu_cli.store.connection import error_name
from ipsu_cli.store.invariants import ALL
from ipsu_cli.store.invariants.model import Breach, Invariant
from ipsu_cli.store.invariants.opened import untouched
from ipsu_cli.store.invariants.whole import DAMAGED, EFFORT, damage, the_schema_is_that_of_a_new_file
from ipsu_cli.store.seals import RowKey
from ipsu_cli.store.under_way import telling

COLUMNS = (Column("code"), Column("table"), Column("row"), Column("message"))
EXIT_FOUND, EXIT_DAMAGED = 6, 4
MOST = 1_000
EFFORT_OF_ALL = EFFORT + sum(invariant.effort for invariant in ALL)


class FileFinding(NamedTuple):
    """What does not hold: the invariant's code, the table and the row (None where it is about neither)."""

    code: str
    table: str
    row: RowKey | None
    message: Text


class FileFindings(NamedTuple):
    """The first thousand findings, and how many more there are."""

    findings: Sequence[FileFinding]
    more: int


def check_file(office: Office, tick: Tick = silent) -> Answer[FileFindings]:
    """Look for all that cannot be in a sound file; silent where there is nothing. Exit code 4 where SQLite itself finds
    the file damaged, else 6 where something was found."""
    with untouched(office.path) as store:
        _learn_language(office, store)
        with telling(store.conn, tick, 0, EFFORT_OF_ALL):
            damaged = [_finding(DAMAGED, breach) for breach in damage(store)]
        found = iter(damaged or all_findings(store, tick))
        findings = list(islice(found, MOST))
        more = sum(1 for _ in found)
    answer = FileFindings(findings, more)
    if not findings:
        return Answer(answer)
    table = Table("file", COLUMNS, [(row.code, row.table, row.row, row.message) for row in findings])
    lines = [Text("message.check", {"count": len(findings) + more, "path": str(office.path)})]
    after = [Text("message.check-more", {"count": more})] if more else []
    return Answer(
        answer, lines, [table], exit=EXIT_DAMAGED if damaged else EXIT_FOUND, after=[*after, Text("message.check-next")]
    )


def all_findings(store: Store, tick: Tick = silent) -> Iterator[FileFinding]:
    """What breaks an invariant, one after the other. Where the schema is not ours a question may not be one."""
    ours = not any(the_schema_is_that_of_a_new_file.find(store))
    done = EFFORT
    for invariant in ALL:
        with telling(store.conn, tick, done, EFFORT_OF_ALL):
            yield from _of(invariant, store, ours=ours)
        done += invariant.effort


def _of(invariant: Invariant, store: Store, *, ours: bool) -> Iterator[FileFinding]:
    try:
        for breach in invariant.find(store):
            yield _finding(invariant.code, breach)
    except sqlite3.OperationalError as error:
        if ours or error_name(error) != "SQLITE_ERROR":
            raise


def _finding(code: str, breach: Breach) -> FileFinding:
    figures = {"table": breach.table, "row": breach.row, **breach.figures}
    return FileFinding(code, breach.table, breach.row, Text(f"check.{code}", figures))


def _learn_language(office: Office, store: Store) -> None:
    with suppress(sqlite3.Error):
        lang = settings.office(store)["lang"]
        office.own_lang = lang if lang in LANGUAGES else office.own_lang

"""`ipsu log [CASE]`: who has changed what, and when."""

from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.change import Change
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import cases
from ipsu_cli.store.changes import Log

COLUMNS = (
    Column("id", "count"), Column("at"), Column("who"), Column("today", "day"), Column("logged"), Column("case"),
    Column("invoice"), Column("undone_by"),
)  # fmt: skip


class Logged(NamedTuple):
    """The lines of the log, oldest first."""

    log: list[Change]


def log(office: Office, ref: str | None) -> Answer[Logged]:
    """Every change, or those that have touched anything of a case, imports of many cases too."""
    with office.reading() as store:
        lines = Log(store)
        found = lines.of_case(cases.get(store, ref).id) if ref else list(lines.changes.values())
    rows = [
        (line.id, line.at, line.who, line.today, line.command, line.case, line.invoice, line.undone_by)
        for line in found
    ]
    return Answer(Logged(found), [Text("message.count", {"count": len(found)})], [Table("log", COLUMNS, rows)])

"""`ipsu log [CASE]`: who has changed what, and when."""

from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.change import Change
from ipsu_cli.core.listing import Listing
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.records import mapped
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import cases
from ipsu_cli.store.log_list import log_listed, revealed_listed

COLUMNS = (
    Column("id", "count"), Column("at"), Column("who"), Column("today", "day"), Column("logged"), Column("case"),
    Column("invoice"), Column("undone_by"), Column("batch", "count"),
)  # fmt: skip


class Logged(NamedTuple):
    """The lines of the log, oldest first."""

    log: Sequence[Change]


def log(office: Office, ref: str | None, listing: Listing, *, revealed: bool = False) -> Answer[Logged]:
    """Every change, or those that have touched anything of a case, imports of many cases too; with `revealed` those
    alone that have shown a whole number, or what is hidden, once for each case of which they did."""
    with office.reading() as store:
        asked = revealed_listed if revealed else log_listed
        part = asked(store, cases.get(store, ref).id if ref else None, listing)
    tables = [Table("log", COLUMNS, mapped(_row, part.records))] if part.records else []
    return Answer(Logged(part.records), part.lines(listing), tables)


def _row(line: Change) -> tuple[Any, ...]:
    return (line.id, line.at, line.who, line.today, line.command, line.case, line.invoice, line.undone_by, line.batch)

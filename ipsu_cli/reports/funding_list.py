"""`ipsu funding list`."""

from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.funding import FundingLine, StatedTotal, in_words
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import funding

LINES = (
    Column("id", "count"), Column("agreement"), Column("unit"), Column("title"), Column("year"),
    Column("amount", "money"), Column("fte", "hours"), Column("funder", "code"), Column("vat_basis", "code"),
)  # fmt: skip
STATED = (
    Column("id"), Column("agreement"), Column("unit"), Column("year"), Column("stated", "money"), Column("source"),
)  # fmt: skip


class FundingList(NamedTuple):
    """Every line, and every total that a document states."""

    lines: Sequence[FundingLine]
    stated: Sequence[StatedTotal]


def funding_list(office: Office) -> Answer[FundingList]:
    """Every line, and every total that a document states."""
    with office.reading() as store:
        found = FundingList(funding.listed(store), funding.stated(store))
    tables = [lines_table(found.lines)] if found.lines else []
    tables += [_stated_table(found.stated)] if found.stated else []
    return Answer(found, [Text("message.count", {"count": len(found.lines)})], tables)


def lines_table(lines: Sequence[FundingLine]) -> Table:
    """The lines as a table with their sum."""
    rows: list[tuple[Any, ...]] = [
        (
            line.id, in_words(line.whose), line.unit, line.title, str(line.year), line.amount_ore, line.full_time,
            line.funder, line.vat_basis,
        ) for line in lines
    ]  # fmt: skip
    return Table("funding-lines", LINES, rows, totals=("amount",))


def _stated_table(stated: Sequence[StatedTotal]) -> Table:
    rows: list[tuple[Any, ...]] = [
        (total.ref, in_words(total.whose), total.unit, total.year and str(total.year), total.amount_ore, total.source)
        for total in stated
    ]
    return Table("funding-stated", STATED, rows)

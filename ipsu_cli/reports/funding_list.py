"""`ipsu funding list`, and what a line and a stated total look like."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.funding import EVERYBODY, FundingLine, StatedTotal
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.percent import Percent
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


def full_time(fte: Percent, years: int = 1) -> Quantity:
    """Full-time equivalents from a share of full time, halves away from zero; over several years their mean.

    >>> full_time(Percent(70_00)), full_time(Percent(33_33)), full_time(Percent(250_00), 2)
    (0.7, 0.33, 1.25)
    """
    return Quantity(divide(fte.hundredths, 100 * years))


def line_shape(line: FundingLine) -> dict[str, Any]:
    """A line as JSON; `fte` in full-time equivalents, null where none is said."""
    return {
        "id": line.id,
        "agreement": line.agreement or EVERYBODY,
        "unit": line.unit,
        "title": line.title,
        "year": line.year,
        "amount_ore": line.amount_ore,
        "fte": None if line.fte is None else full_time(line.fte),
        "funder": line.funder,
        "vat_basis": line.vat_basis,
    }


def stated_shape(stated: StatedTotal) -> dict[str, Any]:
    """A stated total as JSON; its id begins with S, so that it is no line's."""
    return {
        "id": f"S{stated.id}",
        "agreement": stated.agreement or EVERYBODY,
        "unit": stated.unit,
        "year": stated.year,
        "stated_ore": stated.amount_ore,
        "source": stated.source,
    }


def lines_table(shapes: list[dict[str, Any]]) -> Table:
    """The lines as a table with their sum."""
    rows: list[tuple[Any, ...]] = [
        (
            shape["id"], shape["agreement"], shape["unit"], shape["title"], str(shape["year"]), shape["amount_ore"],
            shape["fte"], shape["funder"], shape["vat_basis"],
        ) for shape in shapes
    ]  # fmt: skip
    return Table("funding-lines", LINES, rows, totals=("amount",))


def funding_list(office: Office) -> Answer:
    """Every line, and every total that a document states."""
    with office.reading() as store:
        lines = [line_shape(line) for line in funding.listed(store)]
        stated = [stated_shape(total) for total in funding.stated(store)]
    tables = [lines_table(lines)] if lines else []
    rows: list[tuple[Any, ...]] = [
        (e["id"], e["agreement"], e["unit"], e["year"] and str(e["year"]), e["stated_ore"], e["source"]) for e in stated
    ]
    tables += [Table("funding-stated", STATED, rows)] if rows else []
    return Answer({"lines": lines, "stated": stated}, [Text("message.count", {"count": len(lines)})], tables)

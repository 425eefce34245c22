"""`ipsu report funding`: what the work costs by unit, year and funder, what a participant costs, and whether totals
that documents state are what the lines make."""

from collections.abc import Callable, Iterable
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.funding import FundingLine, StatedTotal
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.funding_list import full_time, line_shape, lines_table, stated_shape
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.reports.query import ReportQuery, open_register
from ipsu_cli.reports.suppression import hide_costs
from ipsu_cli.store import Store, agreements, funding
from ipsu_cli.store.kpis import flow
from ipsu_cli.store.kpis.question import WHOLE, Parts

UNITS = (Column("unit"), Column("amount", "money"), Column("fte", "hours"))
YEARS = (Column("year"), Column("amount", "money"), Column("fte", "hours"))
FUNDERS = (Column("funder", "code"), Column("amount", "money"))
COMPARED = (
    Column("unit"), Column("year"), Column("stated", "money"), Column("calculated", "money"),
    Column("difference", "money"), Column("agrees"), Column("source"),
)  # fmt: skip
COSTS = (Column("what"), Column("persons", "count"), Column("amount", "money"))
NOBODY = "unspecified"
ANY_OUTCOME = ("employment", "studies_completed", "studies_started")


def report_funding(office: Office, query: ReportQuery) -> Answer:
    """The lines of the whole years that the period touches, with subtotals, and the totals that documents state."""
    with office.reading() as store:
        open_register(store, query, office.today)
        lines, stated = _lines(store, query), _stated(store, query)
        persons = _persons(store, office, query)
    years = sorted({line.year for line in lines})
    shapes: dict[str, Any] = {
        "lines": [line_shape(line) for line in lines],
        "by_unit": _by(lines, "unit", lambda line: line.unit, len(years)),
        "by_year": _by(lines, "year", lambda line: line.year, 1),
        "by_funder": [_without_fte(e) for e in _by(lines, "funder", lambda line: line.funder or NOBODY, len(years))],
        "total": {"amount_ore": _amount(lines), "fte": _fte(lines, len(years))},
        "stated": [_compared(total, lines) for total in stated],
        "cost": {name: _each(_amount(lines), count) for name, count in persons.items()},
    }
    if query.below:
        hide_costs(shapes["cost"], persons, query.below)
    data = {"period": query.period, "as_of": query.as_of, **shapes}
    figures = {"first": query.period.first.year, "last": query.period.last.year, "as_of": query.as_of}
    head = Text("message.funding-head", {**figures, "amount": _amount(lines), "fte": _fte(lines, len(years))})
    return Answer(data, [head], list(_tables(shapes, persons)))


def _lines(store: Store, query: ReportQuery) -> list[FundingLine]:
    """Those of the years, of the agreements asked for; what all share belongs to no choice of agreements."""
    first, last = query.period.first.year, query.period.last.year
    own = _agreements(store, query)
    return [
        line for line in funding.listed(store) if first <= line.year <= last and (own is None or line.agreement in own)
    ]


def _stated(store: Store, query: ReportQuery) -> list[StatedTotal]:
    first, last = query.period.first.year, query.period.last.year
    own = _agreements(store, query)
    return [
        total
        for total in funding.stated(store)
        if (total.year is None or first <= total.year <= last) and (own is None or total.agreement in own)
    ]


def _agreements(store: Store, query: ReportQuery) -> set[str] | None:
    """The agreements asked for; None for all, and what they share."""
    if not (query.services or query.agreements):
        return None
    return {
        agreement.ref
        for agreement in agreements.all_of(store)
        if (not query.agreements or agreement.ref in query.agreements)
        and (not query.services or agreement.covers(query.services))
    }


def _persons(store: Store, office: Office, query: ReportQuery) -> dict[str, int]:
    """Whom the money has gone to; the money is not divided among coaches, and then nobody is counted."""
    if query.coaches:
        return {"per_participant_ore": 0, "per_goal_outcome_ore": 0, "per_outcome_ore": 0}
    cases = counting(store, query.cases)
    any_of_them = {"any_outcome": flow.outcome_share(ANY_OUTCOME)}
    found = cases.count(query.period, query.as_of, ["active", "outcome_share"], any_of_them)
    return {
        "per_participant_ore": _whole(found["active"]),
        "per_goal_outcome_ore": _whole(found["outcome_share"]),
        "per_outcome_ore": _whole(found["any_outcome"]),
    }


def _whole(parts: Parts) -> int:
    return parts.get(WHOLE, {}).get("", (0, None))[0]


def _each(amount: Ore, count: int) -> Ore | None:
    return Ore(divide(amount.hundredths, count)) if count else None


def _amount(lines: Iterable[FundingLine]) -> Ore:
    return Ore.total(line.amount_ore for line in lines)


def _fte(lines: Iterable[FundingLine], years: int) -> Quantity:
    """Full-time equivalents of a year: over several years their mean."""
    return full_time(Percent.total(line.fte or Percent(0) for line in lines), max(years, 1))


def _by(lines: list[FundingLine], name: str, part: Callable[[FundingLine], Any], years: int) -> list[dict[str, Any]]:
    """The lines summed by part, in the order of the parts."""
    found: dict[Any, list[FundingLine]] = {}
    for line in lines:
        found.setdefault(part(line), []).append(line)
    return [{name: key, "amount_ore": _amount(own), "fte": _fte(own, years)} for key, own in sorted(found.items())]


def _without_fte(shape: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in shape.items() if key != "fte"}


def _compared(stated: StatedTotal, lines: list[FundingLine]) -> dict[str, Any]:
    """A stated total next to what the lines of its agreement, unit and year make."""
    own = [
        line
        for line in lines
        if stated.agreement in (None, line.agreement)
        and stated.unit in (None, line.unit)
        and stated.year in (None, line.year)
    ]
    computed = _amount(own)
    return {
        **stated_shape(stated),
        "computed_ore": computed,
        "difference_ore": computed - stated.amount_ore,
        "agrees": computed == stated.amount_ore,
    }


def _tables(shapes: dict[str, Any], persons: dict[str, int]) -> Iterable[Table]:
    if not shapes["lines"]:
        return
    yield lines_table(shapes["lines"])
    for name, columns in (("unit", UNITS), ("year", YEARS)):
        rows: list[tuple[Any, ...]] = [
            (str(shape[name]), shape["amount_ore"], shape["fte"]) for shape in shapes[f"by_{name}"]
        ]
        totals = ("amount", "fte") if name == "unit" else ("amount",)
        yield Table(f"funding-{name}", columns, rows, totals=totals, bar="amount")
    funders: list[tuple[Any, ...]] = [(e["funder"], e["amount_ore"]) for e in shapes["by_funder"]]
    yield Table("funding-funder", FUNDERS, funders, totals=("amount",), bar="amount")
    if shapes["stated"]:
        yield Table("funding-compared", COMPARED, [_compared_row(shape) for shape in shapes["stated"]])
    costs: list[tuple[Any, ...]] = [
        (Text(f"message.cost-{name.removesuffix('_ore')}"), persons[name], amount)
        for name, amount in shapes["cost"].items()
        if amount is not None
    ]
    if costs:
        yield Table("funding-cost", COSTS, costs)


def _compared_row(shape: dict[str, Any]) -> tuple[Any, ...]:
    verdict = Text("message.agrees") if shape["agrees"] else Text("message.differs-by", {"by": shape["difference_ore"]})
    return (
        shape["unit"] or Text("message.every"), str(shape["year"]) if shape["year"] else Text("message.every"),
        shape["stated_ore"], shape["computed_ore"], shape["difference_ore"], verdict, shape["source"],
    )  # fmt: skip

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
    years = sorted({each.year for each in lines})
    shapes: dict[str, Any] = {
        "lines": [line_shape(each) for each in lines],
        "by_unit": _by(lines, "unit", lambda each: each.unit, len(years)),
        "by_year": _by(lines, "year", lambda each: each.year, 1),
        "by_funder": [_without_fte(e) for e in _by(lines, "funder", lambda each: each.funder or NOBODY, len(years))],
        "total": {"amount_ore": _amount(lines), "fte": _fte(lines, len(years))},
        "stated": [_compared(each, lines) for each in stated],
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
        each for each in funding.listed(store) if first <= each.year <= last and (own is None or each.agreement in own)
    ]


def _stated(store: Store, query: ReportQuery) -> list[StatedTotal]:
    first, last = query.period.first.year, query.period.last.year
    own = _agreements(store, query)
    return [
        each
        for each in funding.stated(store)
        if (each.year is None or first <= each.year <= last) and (own is None or each.agreement in own)
    ]


def _agreements(store: Store, query: ReportQuery) -> set[str] | None:
    """The agreements asked for; None for all, and what they share."""
    if not (query.services or query.agreements):
        return None
    return {
        each.ref
        for each in agreements.all_of(store)
        if (not query.agreements or each.ref in query.agreements)
        and (not query.services or each.service in query.services)
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
    return Ore.total(each.amount_ore for each in lines)


def _fte(lines: Iterable[FundingLine], years: int) -> Quantity:
    """Full-time equivalents of a year: over several years their mean."""
    return full_time(Percent.total(each.fte or Percent(0) for each in lines), max(years, 1))


def _by(lines: list[FundingLine], name: str, part: Callable[[FundingLine], Any], years: int) -> list[dict[str, Any]]:
    """The lines summed by part, in the order of the parts."""
    found: dict[Any, list[FundingLine]] = {}
    for each in lines:
        found.setdefault(part(each), []).append(each)
    return [{name: each, "amount_ore": _amount(own), "fte": _fte(own, years)} for each, own in sorted(found.items())]


def _without_fte(shape: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in shape.items() if key != "fte"}


def _compared(stated: StatedTotal, lines: list[FundingLine]) -> dict[str, Any]:
    """A stated total next to what the lines of its agreement, unit and year make."""
    own = [
        each
        for each in lines
        if stated.agreement in (None, each.agreement)
        and stated.unit in (None, each.unit)
        and stated.year in (None, each.year)
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
            (str(each[name]), each["amount_ore"], each["fte"]) for each in shapes[f"by_{name}"]
        ]
        totals = ("amount", "fte") if name == "unit" else ("amount",)
        yield Table(f"funding-{name}", columns, rows, totals=totals, bar="amount")
    funders: list[tuple[Any, ...]] = [(e["funder"], e["amount_ore"]) for e in shapes["by_funder"]]
    yield Table("funding-funder", FUNDERS, funders, totals=("amount",), bar="amount")
    if shapes["stated"]:
        yield Table("funding-compared", COMPARED, [_compared_row(each) for each in shapes["stated"]])
    costs: list[tuple[Any, ...]] = [
        (Text(f"message.cost-{name.removesuffix('_ore')}"), persons[name], amount)
        for name, amount in shapes["cost"].items()
        if amount is not None
    ]
    if costs:
        yield Table("funding-cost", COSTS, costs)


def _compared_row(each: dict[str, Any]) -> tuple[Any, ...]:
    said = Text("message.agrees") if each["agrees"] else Text("message.differs-by", {"by": each["difference_ore"]})
    return (
        each["unit"] or Text("message.every"), str(each["year"]) if each["year"] else Text("message.every"),
        each["stated_ore"], each["computed_ore"], each["difference_ore"], said, each["source"],
    )  # fmt: skip

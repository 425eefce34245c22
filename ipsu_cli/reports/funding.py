"""`ipsu report funding`: what the work costs by unit, year and funder, what a participant costs, and whether totals
that documents state are what the lines make."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.funding import FundingLine, StatedTotal, full_time
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, only
from ipsu_cli.office import Office
from ipsu_cli.reports.funding_list import lines_table
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.reports.query import ReportQuery, for_others, heading, open_register
from ipsu_cli.reports.suppression import PER_GOAL_OUTCOME, PER_OUTCOME, hidden_costs
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
# The key figure that tells how many a cost is divided by.
TOLD_BY = {"per_participant_ore": "active", PER_GOAL_OUTCOME: "outcome_share"}
ANY_OUTCOME = ("employment", "studies_completed", "studies_started")

K = TypeVar("K", str, int)


class UnitSum(NamedTuple):
    """What the lines of a unit make together; `fte` is the mean of the years."""

    unit: str
    amount_ore: Ore
    fte: Quantity


class YearSum(NamedTuple):
    """What the lines of a year make together."""

    year: int
    amount_ore: Ore
    fte: Quantity


class FunderSum(NamedTuple):
    """What a funder pays."""

    funder: str
    amount_ore: Ore


class FundingTotal(NamedTuple):
    """What all the lines make together; `fte` is the mean of the years."""

    amount_ore: Ore
    fte: Quantity


class ComparedTotal(NamedTuple):
    """A stated total next to what the lines of its agreement, unit and year make."""

    stated: StatedTotal
    computed_ore: Ore

    @property
    def difference_ore(self) -> Ore:
        """How much more the lines make than is stated."""
        return self.computed_ore - self.stated.amount_ore

    @property
    def agrees(self) -> bool:
        return self.computed_ore == self.stated.amount_ore

    def to_json(self) -> JsonObject:
        """The total as it is stated, then what was calculated."""
        return {**self.stated.to_json(), **only(self, "computed_ore", "difference_ore", "agrees")}


class Costs(NamedTuple):
    """What one person costs, by what they are counted for; None where nobody is, and where it is hidden."""

    per_participant_ore: Ore | None
    per_goal_outcome_ore: Ore | None
    per_outcome_ore: Ore | None


class FundingReport(NamedTuple):
    """The whole answer."""

    period: Period
    as_of: dt.date
    lines: list[FundingLine]
    by_unit: list[UnitSum]
    by_year: list[YearSum]
    by_funder: list[FunderSum]
    total: FundingTotal
    stated: list[ComparedTotal]
    cost: Costs


def report_funding(office: Office, query: ReportQuery) -> Answer[FundingReport]:
    """The lines of the whole years that the period touches, with subtotals, and the totals that documents state."""
    with office.reading() as store:
        query = open_register(store, query, office.today)
        lines, stated = _lines(store, query), _stated(store, query)
        persons = _persons(store, office, query)
    years = len({line.year for line in lines})
    report = FundingReport(
        query.period,
        query.as_of,
        lines,
        [UnitSum(unit, _amount(own), _fte(own, years)) for unit, own in _by(lines, lambda line: line.unit)],
        [YearSum(year, _amount(own), _fte(own)) for year, own in _by(lines, lambda line: line.year)],
        [FunderSum(funder, _amount(own)) for funder, own in _by(lines, lambda line: line.funder or NOBODY)],
        FundingTotal(_amount(lines), _fte(lines, years)),
        [_compared(total, lines) for total in stated],
        _costs(_amount(lines), persons, _hidden(office, query, persons)),
    )
    first, last = query.period.first.year, query.period.last.year
    span = str(first) if first == last else f"{first}–{last}"
    figures = {"span": span, "amount": report.total.amount_ore, "fte": report.total.fte}
    total = Text("message.funding-head", figures)
    return Answer(report, [heading(query), total, *for_others(query)], list(_tables(report, persons)))


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
    """How many persons the money has gone to, by the cost that is divided by them. The money is not divided among
    coaches and towns, and then nobody is counted."""
    if query.within_units:
        return dict.fromkeys(Costs._fields, 0)
    cases = counting(store, query.cases)
    any_of_them = {"any_outcome": flow.outcome_share(ANY_OUTCOME)}
    found = cases.count(query.period, query.as_of, ["active", "outcome_share"], any_of_them)
    return {
        "per_participant_ore": _whole(found["active"]),
        PER_GOAL_OUTCOME: _whole(found["outcome_share"]),
        PER_OUTCOME: _whole(found["any_outcome"]),
    }


def _whole(parts: Parts) -> int:
    return parts.get(WHOLE, {}).get("", (0, None))[0]


def _hidden(office: Office, query: ReportQuery, persons: Mapping[str, int]) -> Collection[str]:
    """The costs that others do not see: what the key figures of the period hide is not told by a cost either."""
    if not query.below:
        return ()
    hidden = {figure.code for figure in report_kpi(office, query).payload.kpis if figure.whole.hidden}
    return hidden_costs(persons, [cost for cost, code in TOLD_BY.items() if code in hidden], query.below)


def _costs(amount: Ore, persons: Mapping[str, int], hidden: Collection[str]) -> Costs:
    return Costs(**{name: None if name in hidden else _each(amount, count) for name, count in persons.items()})


def _each(amount: Ore, count: int) -> Ore | None:
    return Ore(divide(amount.hundredths, count)) if count else None


def _amount(lines: Iterable[FundingLine]) -> Ore:
    return Ore.total(line.amount_ore for line in lines)


def _fte(lines: Iterable[FundingLine], years: int = 1) -> Quantity:
    """Full-time equivalents of a year: over several years their mean."""
    return full_time(Percent.total(line.fte or Percent(0) for line in lines), max(years, 1))


def _by(lines: list[FundingLine], part: Callable[[FundingLine], K]) -> list[tuple[K, list[FundingLine]]]:
    """The lines of each part, in the order of the parts."""
    found: dict[K, list[FundingLine]] = {}
    for line in lines:
        found.setdefault(part(line), []).append(line)
    return sorted(found.items())


def _compared(stated: StatedTotal, lines: list[FundingLine]) -> ComparedTotal:
    own = (
        line
        for line in lines
        if stated.agreement in (None, line.agreement)
        and stated.unit in (None, line.unit)
        and stated.year in (None, line.year)
    )
    return ComparedTotal(stated, _amount(own))


def _tables(report: FundingReport, persons: Mapping[str, int]) -> Iterator[Table]:
    if not report.lines:
        return
    yield lines_table(report.lines)
    yield Table("funding-unit", UNITS, report.by_unit, totals=("amount", "fte"), bar="amount")
    years = [(str(year), amount, fte) for year, amount, fte in report.by_year]
    yield Table("funding-year", YEARS, years, totals=("amount",), bar="amount")
    yield Table("funding-funder", FUNDERS, report.by_funder, totals=("amount",), bar="amount")
    if report.stated:
        yield Table("funding-compared", COMPARED, [_compared_row(total) for total in report.stated])
    costs = [
        (Text(f"message.cost-{name.removesuffix('_ore')}"), persons[name], amount)
        for name, amount in zip(Costs._fields, report.cost, strict=True)
        if amount is not None
    ]
    if costs:
        yield Table("funding-cost", COSTS, costs)


def _compared_row(total: ComparedTotal) -> tuple[Any, ...]:
    stated = total.stated
    verdict = Text("message.agrees") if total.agrees else Text("message.differs-by", {"by": total.difference_ore})
    return (
        stated.unit or Text("message.every"), str(stated.year) if stated.year else Text("message.every"),
        stated.amount_ore, total.computed_ore, total.difference_ore, verdict, stated.source,
    )  # fmt: skip

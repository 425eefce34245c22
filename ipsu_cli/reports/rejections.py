"""`ipsu report rejections`: what was rejected and returned in the period, why, and how long it took to settle."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.self_invoice import WHYS
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.query import ReportQuery, heading, open_register, without_decimals
from ipsu_cli.store import rejections, scope
from ipsu_cli.store.rejections import RejectedCase, ReturnedDocument

REASONS = (
    Column("why", "code"), Column("count", "count"), Column("net_ore", "money"), Column("still_open", "count"),
    Column("still_open_ore", "money"), Column("days_median", "figure"), Column("days_longest", "count"),
)  # fmt: skip
TYPES = (
    Column("type", "code"), Column("count", "count"), Column("still_open", "count"), Column("days_median", "figure"),
    Column("days_longest", "count"),
)  # fmt: skip
PART = Column("part", "code")
OPEN_REJECTIONS = (
    Column("case"), Column("invoice"), Column("self_invoice"), Column("why", "code"), Column("since", "day"),
    Column("days", "count"), Column("net_ore", "money"),
)  # fmt: skip
OPEN_RETURNS = (
    Column("case"), Column("type", "code"), Column("month", "month"), Column("since", "day"), Column("days", "count"),
)  # fmt: skip
MONEY = ("count", "net_ore", "still_open", "still_open_ore")
COUNTS = ("count", "still_open")

G = TypeVar("G")


class RejectionSum(NamedTuple):
    """Several rejections: how many, their kronor, what of both is not settled, and the days; None without any."""

    count_: int
    net_ore: Ore
    still_open: int
    still_open_ore: Ore
    days_median: Quantity | None
    days_longest: int | None

    @classmethod
    def of(cls, listed: Sequence[RejectedCase]) -> "RejectionSum":
        """What they make together."""
        waiting = [rejection for rejection in listed if rejection.settled is None]
        days = [rejection.days for rejection in listed]
        return cls(
            count_=len(listed),
            net_ore=Ore.total(rejection.net_ore for rejection in listed),
            still_open=len(waiting),
            still_open_ore=Ore.total(rejection.net_ore for rejection in waiting),
            days_median=_median(days),
            days_longest=max(days, default=None),
        )


class ReturnSum(NamedTuple):
    """Several returned documents: how many, how many of them are not filed again, and the days; None without any."""

    count_: int
    still_open: int
    days_median: Quantity | None
    days_longest: int | None

    @classmethod
    def of(cls, listed: Sequence[ReturnedDocument]) -> "ReturnSum":
        """What they make together."""
        days = [document.days for document in listed]
        waiting = sum(document.filed is None for document in listed)
        return cls(len(listed), waiting, _median(days), max(days, default=None))


class ReasonRejections(NamedTuple):
    """What was rejected for one reason."""

    why: str
    total: RejectionSum

    def to_json(self) -> JsonObject:
        """The figures one by one."""
        return {"why": self.why, **all_but(self.total)}


class TypeReturns(NamedTuple):
    """What was returned of one type of document."""

    type: str
    total: ReturnSum

    def to_json(self) -> JsonObject:
        """The figures one by one."""
        return {"type": self.type, **all_but(self.total)}


class RejectionsPart(NamedTuple):
    """A part of a dimension: by reason and by type, those that there are."""

    rejections: Sequence[ReasonRejections]
    returned: Sequence[TypeReturns]


class RejectionsTotal(NamedTuple):
    """What all reasons, and all types, make together."""

    rejections: RejectionSum
    returned: ReturnSum


class RejectionsReport(NamedTuple):
    """The whole answer. `rejections` has every reason that there is; `by` has the parts of each dimension asked for;
    `rows` and `documents` are what was rejected and returned, one by one."""

    period: Period
    as_of: dt.date
    rejections: Sequence[ReasonRejections]
    returned: Sequence[TypeReturns]
    total: RejectionsTotal
    by: Mapping[str, Mapping[str, RejectionsPart]]
    rows: Sequence[RejectedCase]
    documents: Sequence[ReturnedDocument]


def report_rejections(office: Office, query: ReportQuery) -> Answer[RejectionsReport]:
    """What was rejected or returned on a day of the period, as the register said on the day asked for."""
    with office.reading() as store:
        query = open_register(store, query, office.today)
        cells = scope.choose_cases(store, query.cases, query.by)
        rows = rejections.rejected(store, query.period, query.as_of)
        documents = rejections.returned(store, query.period, query.as_of)
    report = RejectionsReport(
        period=query.period,
        as_of=query.as_of,
        rejections=_by_reason(rows, WHYS),
        returned=_by_type(documents),
        total=RejectionsTotal(RejectionSum.of(rows), ReturnSum.of(documents)),
        by={name: _parts(name, cells, rows, documents) for name in query.by},
        rows=rows,
        documents=documents,
    )
    return Answer(report, list(_lines(query, report)), list(_tables(report)))


def _median(days: Sequence[int]) -> Quantity | None:
    """The one in the middle, or what lies half way between the two there."""
    if not days:
        return None
    ranked = sorted(days)
    return Quantity.rounded(ranked[(len(days) - 1) // 2] + ranked[len(days) // 2], 2)


def _by_reason(rows: Sequence[RejectedCase], always: Iterable[str] = ()) -> list[ReasonRejections]:
    """In the order in which the reasons are listed; what has none stands last."""
    found = _grouped(rows, lambda rejection: rejection.why)
    listed = [why for why in WHYS if why in found or why in always]
    listed += [why for why in found if why not in WHYS]
    return [ReasonRejections(why, RejectionSum.of(found.get(why, []))) for why in listed]


def _by_type(documents: Sequence[ReturnedDocument]) -> list[TypeReturns]:
    found = _grouped(documents, lambda document: document.type)
    return [TypeReturns(type, ReturnSum.of(found[type])) for type in sorted(found)]


def _parts(
    dimension: str,
    cells: Mapping[int, Mapping[str, str]],
    rows: Sequence[RejectedCase],
    documents: Sequence[ReturnedDocument],
) -> dict[str, RejectionsPart]:
    rejected = _grouped(rows, lambda rejection: cells[rejection.cell][dimension])
    returned = _grouped(documents, lambda document: cells[document.cell][dimension])
    return {
        part: RejectionsPart(_by_reason(rejected.get(part, [])), _by_type(returned.get(part, [])))
        for part in sorted({*rejected, *returned})
    }


def _grouped(listed: Iterable[G], key: Callable[[G], str]) -> dict[str, list[G]]:
    found: dict[str, list[G]] = {}
    for one in listed:
        found.setdefault(key(one), []).append(one)
    return found


def _lines(query: ReportQuery, report: RejectionsReport) -> Iterator[Text]:
    rejected, returned = report.total
    yield heading(query)
    if rejected.count_:
        yield Text("message.rejections", _figures(rejected))
    if returned.count_:
        yield Text("message.returns", _figures(returned))
    if not rejected.count_ and not returned.count_:
        yield Text("message.no-rejections")


def _figures(total: RejectionSum | ReturnSum) -> dict[str, object]:
    """What a sentence says of them."""
    return {**all_but(total), "days_median": without_decimals(total.days_median)}


def _cells(total: RejectionSum | ReturnSum) -> tuple[Any, ...]:
    """What a row of a table says of them."""
    return tuple(without_decimals(figure) for figure in total)


def _tables(report: RejectionsReport) -> Iterator[Table]:
    reasons = [(own.why, *_cells(own.total)) for own in report.rejections if own.total.count_]
    if reasons:
        yield Table("rejection-reasons", REASONS, reasons, totals=MONEY, bar="net_ore")
    if report.returned:
        yield Table("return-types", TYPES, [(own.type, *_cells(own.total)) for own in report.returned], totals=COUNTS)
    for dimension, parts in report.by.items():
        yield from _part_tables(dimension, parts)
    yield from _open_tables(report)


def _part_tables(dimension: str, parts: Mapping[str, RejectionsPart]) -> Iterator[Table]:
    figures = {"dimension": Text(f"column.{dimension}")}
    reasons = [(part, own.why, *_cells(own.total)) for part, of_part in parts.items() for own in of_part.rejections]
    types = [(part, own.type, *_cells(own.total)) for part, of_part in parts.items() for own in of_part.returned]
    if reasons:
        yield Table("rejections-by", (PART, *REASONS), reasons, totals=MONEY, figures=figures)
    if types:
        yield Table("returns-by", (PART, *TYPES), types, totals=COUNTS, figures=figures)


def _open_tables(report: RejectionsReport) -> Iterator[Table]:
    rejected = [
        (row.case, row.invoice, row.self_invoice, row.why, row.opened, row.days, row.net_ore)
        for row in report.rows
        if row.settled is None
    ]
    if rejected:
        yield Table("rejections-open", OPEN_REJECTIONS, rejected, totals=("net_ore",))
    returned = [
        (row.case, row.type, row.period, row.returned, row.days) for row in report.documents if row.filed is None
    ]
    if returned:
        yield Table("returns-open", OPEN_RETURNS, returned)

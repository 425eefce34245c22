"""The agency's lines against ours, by case and week or month: equal, different, on one side alone, not compared.

A line of theirs whose days lie in one ISO week is set against what we delivered in that week, any other against the
month. Where a case has a line of each kind in a month, the whole month is compared. A line that says no days, or
hours over several months, has no place to be compared at: then the case is, as a whole, not compared.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.core.to_json import JsonObject, only

EQUAL, DIFFERS, OURS_ONLY, THEIRS_ONLY, NOT_COMPARED = "equal", "differs", "ours-only", "theirs-only", "not-compared"
TWICE = "twice"


class OurPart(NamedTuple):
    """What stands on our invoice of a case in one week of a month at one price. `week` is None where the line does
    not say which weeks it is of; `hours` is None of what is not counted in hours. `net_ore` is that of the week,
    rounded by itself; `rounding_ore`, on the last week of a line, is what the line's net has above its weeks. `unit` is
    what the price is of."""

    case: str
    week: Week | None
    month: Month
    hours: Hours | None
    unit_price_ore: Ore
    net_ore: Ore
    rounding_ore: Ore = Ore(0)
    unit: str = "hour"


class Side(NamedTuple):
    """What one side says of a place. `hours` is None where a part says none, `price` where there are several."""

    hours: Hours | None
    unit_price_ore: Ore | None
    net_ore: Ore


class Compared(NamedTuple):
    """A case in a week or a month (one of them is None, both where the case is not compared), and what differs. `unit`
    is what the prices are of."""

    case: str
    week: Week | None
    month: Month | None
    status: str
    differs: tuple[str, ...]
    ours: Side | None
    theirs: Side | None
    unit: str = "hour"

    @property
    def difference_hours(self) -> Hours | None:
        """Theirs less ours; None where one of them is not known."""
        theirs = self.theirs.hours if self.theirs else Hours(0)
        ours = self.ours.hours if self.ours else Hours(0)
        return None if theirs is None or ours is None else theirs - ours

    @property
    def difference_net_ore(self) -> Ore:
        """Theirs less ours."""
        return (self.theirs.net_ore if self.theirs else Ore(0)) - (self.ours.net_ore if self.ours else Ore(0))

    @property
    def is_taken_back(self) -> bool:
        """Is it with them alone, and do their lines make nothing together?"""
        return self.status == THEIRS_ONLY and not self.difference_net_ore and not self.difference_hours

    def to_json(self) -> JsonObject:
        """The place, and next to each other what the two sides say of it."""
        ours, theirs = self.ours, self.theirs
        return {
            **only(self, "case", "week", "month", "status", "differs"),
            "ours_hours": ours and ours.hours,
            "theirs_hours": theirs and theirs.hours,
            "difference_hours": self.difference_hours,
            "ours_unit_price_ore": ours and ours.unit_price_ore,
            "theirs_unit_price_ore": theirs and theirs.unit_price_ore,
            "ours_net_ore": ours and ours.net_ore,
            "theirs_net_ore": theirs and theirs.net_ore,
            "difference_net_ore": self.difference_net_ore,
        }


class UnbuiltHours(NamedTuple):
    """Hours of a case that the agency bills and that stand on no basis yet; `month` is the open one that
    takes them."""

    case: str
    place: str
    hours: Hours
    month: Month


class Reconciliation(NamedTuple):
    """Our invoice and their self-invoice, the rows of the comparison, what each side makes together, and what of ours
    is not built yet. Ours holds the hours that stand elsewhere with us, where they are what the two differ by. The
    office is named where it is to be sent."""

    invoice: Invoice
    self_invoice: SelfInvoice
    status: str
    rows: list[Compared]
    ours_hours: Hours
    ours_net_ore: Ore
    ours_vat_ore: Ore
    theirs_hours: Hours | None
    unbuilt: list[UnbuiltHours]
    office_name: str = ""
    orgnr: str = ""

    @property
    def difference_hours(self) -> Hours | None:
        """Theirs less ours; None of a head without lines."""
        return None if self.theirs_hours is None else self.theirs_hours - self.ours_hours

    @property
    def difference_net_ore(self) -> Ore:
        """Theirs less ours."""
        return self.self_invoice.net_ore - self.ours_net_ore

    @property
    def difference_total_ore(self) -> Ore:
        """The same with VAT."""
        return self.self_invoice.total_ore - self.ours_net_ore - self.ours_vat_ore

    def to_json(self) -> JsonObject:
        """The two by their numbers, how far they are apart, and the rows."""
        return {
            "invoice": self.invoice.number,
            "self_invoice": self.self_invoice.number,
            **only(self, "status", "difference_hours", "difference_net_ore", "difference_total_ore"),
            **only(self, "ours_hours", "theirs_hours", "ours_net_ore"),
            "theirs_net_ore": self.self_invoice.net_ore,
            "lines": self.rows,
        }


WeekOrMonth = tuple[Week | None, Month | None]
NOWHERE: WeekOrMonth = (None, None)


def compare(ours: Iterable[OurPart], theirs: Iterable[SelfLine], doubled: Collection[SelfLine] = ()) -> list[Compared]:
    """Every case that either side names, in order. A place with a line of `doubled` is billed twice."""
    twice = {line.stated for line in doubled}
    our_cases: dict[str, list[OurPart]] = {}
    their_cases: dict[str, list[SelfLine]] = {}
    for part in ours:
        our_cases.setdefault(part.case, []).append(part)
    for line in theirs:
        their_cases.setdefault(line.case, []).append(line)
    listed = sorted(our_cases.keys() | their_cases.keys())
    return [row for case in listed for row in _of_case(case, our_cases.get(case, []), their_cases.get(case, []), twice)]


def _of_case(case: str, ours: list[OurPart], theirs: list[SelfLine], twice: set[SelfLine]) -> Iterator[Compared]:
    by_month = _months_compared(ours, theirs)
    placed = [(_place(line, by_month), line) for line in theirs]
    if any(place == NOWHERE for place, _ in placed):
        yield _compared(case, NOWHERE, ours, theirs, twice)
        return
    left: dict[WeekOrMonth, list[OurPart]] = {}
    right: dict[WeekOrMonth, list[SelfLine]] = {}
    for part in ours:
        week = None if part.month in by_month else part.week
        left.setdefault((week, None if week else part.month), []).append(part)
    for place, line in placed:
        right.setdefault(place, []).append(line)
    for place in sorted(left.keys() | right.keys(), key=_in_time):
        yield _compared(case, place, left.get(place, []), right.get(place, []), twice)


@cache
def _week_of(day: dt.date) -> Week:
    return Week.of(day)  # many lines share few days


@cache
def _month_of(day: dt.date) -> Month:
    return Month.of(day)


@cache
def _in_time(place: WeekOrMonth) -> tuple[str, str]:
    week, month = place
    return (Month.of(week.thursday), week) if week else (month or "", "")


def _months_compared(ours: list[OurPart], theirs: list[SelfLine]) -> set[Month]:
    """The months of the case that are compared whole: all where there is no week of theirs, or none of ours to set
    next to it, else those with a line that lies in no one week."""
    if not any(_week(line) for line in theirs) or any(part.week is None for part in ours):
        return {part.month for part in ours} | {_month_of(line.to_day) for line in theirs if line.to_day}
    return {_month_of(line.to_day) for line in theirs if line.to_day and not _week(line)}


def _week(line: SelfLine) -> Week | None:
    """The ISO week that the line's days lie in."""
    if line.from_day is None or line.to_day is None:
        return None
    week = _week_of(line.to_day)
    return week if _week_of(line.from_day) == week else None


def _place(line: SelfLine, by_month: set[Month]) -> WeekOrMonth:
    """Where a line is compared. What counts no hours is whole, and lies where it ends."""
    if line.from_day is None or line.to_day is None:
        return NOWHERE
    first, last = _month_of(line.from_day), _month_of(line.to_day)
    if last not in by_month and first not in by_month:
        return (_week(line), None)
    return (None, last) if first == last or line.hours is None else NOWHERE


def is_at(row: Compared, line: SelfLine) -> bool:
    """Do the line's days lie where the row compares?"""
    if row.case != line.case or not (row.week or row.month):
        return row.case == line.case
    if row.week:
        return _week(line) == row.week
    return row.month in [_month_of(day) for day in (line.from_day, line.to_day) if day]


def _compared(
    case: str, place: WeekOrMonth, ours: list[OurPart], theirs: list[SelfLine], twice: set[SelfLine]
) -> Compared:
    left, right = _our_side(ours, whole=place[0] is None), _side(theirs)
    differs = _differing(left, right) if left and right else ()
    doubled = bool(twice) and any(line.stated in twice for line in theirs)
    status = TWICE if doubled else _status(place, left, right, differs)
    return Compared(case, *place, status, differs, left, right, ours[0].unit if ours else "hour")


def _our_side(parts: list[OurPart], *, whole: bool) -> Side | None:
    """Our side of a place; where lines are `whole` in it their net is as it was issued, rounded once."""
    side = _side(parts)
    if side is None or not whole:
        return side
    return side._replace(net_ore=side.net_ore + Ore.total(part.rounding_ore for part in parts))


def _side(parts: list[OurPart] | list[SelfLine]) -> Side | None:
    if not parts:
        return None
    if len(parts) == 1:
        (part,) = parts  # as most are: a list of ten thousand lines is not summed one by one
        return Side(part.hours, part.unit_price_ore, part.net_ore)
    hours = [part.hours for part in parts if part.hours is not None]
    prices = {part.unit_price_ore for part in parts}
    return Side(
        Hours.total(hours) if len(hours) == len(parts) else None,
        prices.pop() if len(prices) == 1 else None,
        Ore.total(part.net_ore for part in parts),
    )


def _differing(ours: Side, theirs: Side) -> tuple[str, ...]:
    found = []
    if ours.hours is not None and theirs.hours is not None and ours.hours != theirs.hours:
        found.append("hours")
    net_differs = ours.net_ore != theirs.net_ore
    prices = (ours.unit_price_ore, theirs.unit_price_ore)
    # What is not counted in hours says no quantity: 27 days at 180 kr may stand as one month at 4 860 kr.
    comparable = ours.hours is not None or net_differs
    if comparable and None not in prices and prices[0] != prices[1]:
        found.append("price")
    if net_differs:
        found.append("net")
    return tuple(found)


def _status(place: WeekOrMonth, ours: Side | None, theirs: Side | None, differs: tuple[str, ...]) -> str:
    if place == NOWHERE:
        return NOT_COMPARED
    if ours is None or theirs is None:
        return OURS_ONLY if ours else THEIRS_ONLY
    if differs:
        return DIFFERS
    # Hours of ours that they have not stated agree in their net alone: not all of it was compared.
    return NOT_COMPARED if ours.hours is not None and theirs.hours is None else EQUAL


def status_of(rows: list[Compared], *, sums_agree: bool) -> str:
    """Of the whole: equal where everything was compared and agrees."""
    found = {row.status for row in rows}
    if TWICE in found:
        return TWICE
    if not sums_agree or found & {DIFFERS, OURS_ONLY, THEIRS_ONLY}:
        return DIFFERS
    return NOT_COMPARED if NOT_COMPARED in found or not rows else EQUAL

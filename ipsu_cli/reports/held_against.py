"""What the agency's lines are held against: our bases, and the work of the lines' days that stands elsewhere with us.

A line may bill hours of which some stand on no basis yet (a week over a month's turn, hours that were entered late), or
on another basis than the one that is compared. Where just these hours are what the two sides differ by, they are taken
into account: then it is no difference of the basis. Where the basis has none of the work of a week or month, what
stands on another one is set against the line all the same. What is rejected and awaits a credit is held against the
basis as it stands, for it is to be billed again.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from ipsu_cli.core.comparison import Compared, OurPart, UnbuiltHours, compare
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import SelfLine
from ipsu_cli.store import Store, comparison, periods
from ipsu_cli.store.other_work import OtherWork, other_work
from ipsu_cli.validation import Finding, warning

ONE_ORE = Ore(1)


class HeldAgainst(NamedTuple):
    """Our parts with what they make together, the rows of the comparison, and what of ours is not built yet."""

    parts: list[OurPart]
    net_ore: Ore
    rows: list[Compared]
    unbuilt: list[UnbuiltHours]


def held_against(
    store: Store, bases: Collection[int], lines: Sequence[SelfLine], doubled: Collection[SelfLine] = ()
) -> HeldAgainst:
    """Lines of the agency's against these bases of ours. `doubled` are lines that another self-invoice bills too."""
    standing = [comparison.standing(store, id) for id in bases]
    parts = [part for basis in standing for part in basis.parts]
    net = Ore.total(basis.net_ore for basis in standing)
    rows = compare(parts, lines, doubled)
    explained = _explained(store, bases, rows, lines)
    if not explained:
        return HeldAgainst(parts, net, rows, [])
    more = [part for found in explained for part in found.parts]
    parts, net = [*parts, *more], net + Ore.total(part.net_ore for part in more)
    unbuilt = _in_open_months(store, [found.unbuilt for found in explained if found.unbuilt])
    return HeldAgainst(parts, net, compare(parts, lines, doubled), unbuilt)


def _in_open_months(store: Store, unbuilt: list[UnbuiltHours]) -> list[UnbuiltHours]:
    closed = periods.all_closed(store) if unbuilt else set()
    return [hours._replace(month=periods.first_open(closed, hours.month)) for hours in unbuilt]


def unbuilt_warning(unbuilt: UnbuiltHours, number: str) -> Finding:
    """That a self-invoice bills hours which stand on no basis yet."""
    figures = {"case": unbuilt.case, "place": unbuilt.place, "hours": unbuilt.hours, "self_invoice": number}
    return warning("self-invoice.unbuilt", "E12", f"ipsu invoice build --month {unbuilt.month}", **figures)


class _Explained(NamedTuple):
    """The parts that a row lacks, and what of them is not built."""

    parts: list[OurPart]
    unbuilt: UnbuiltHours | None


def _explained(
    store: Store, bases: Collection[int], rows: list[Compared], lines: Sequence[SelfLine]
) -> list[_Explained]:
    apart = [row for row in rows if row.theirs and row.difference_hours]
    if not apart:
        return []
    work = other_work(store, {row.case for row in apart}, bases)
    billed: dict[str, list[SelfLine]] = {}
    for line in lines:
        billed.setdefault(line.case, []).append(line)
    found = (_explanation(row, billed[row.case], work.get(row.case, [])) for row in apart)
    return [explained for explained in found if explained]


def _explanation(row: Compared, lines: list[SelfLine], work: list[OtherWork]) -> _Explained | None:
    spans = [_span(row, line) for line in lines]
    if None in spans:
        return None  # a line says no days
    here = [(line, span) for line, span in zip(lines, spans, strict=True) if span and span[0] <= span[1]]
    if any(line.answer.awaits for line, _ in here):
        return None
    first, last = min(span[0] for _, span in here), max(span[1] for _, span in here)
    within = [done for done in work if first <= done.day <= last]
    unbuilt, built = [done for done in within if not done.is_built], [done for done in within if done.is_built]
    for some in (unbuilt, built, within):
        if some and Hours.total(done.hours for done in some) == row.difference_hours:
            parts = list(_parts(row.case, some))
            waiting = unbuilt if some is not built else []
            return _Explained(_rounded(parts, row.difference_net_ore), _unbuilt(row, waiting))
    if built and not row.ours:  # its work stands on another basis, and differs there
        return _Explained(list(_parts(row.case, built)), None)
    return None


def _span(row: Compared, line: SelfLine) -> tuple[dt.date, dt.date] | None:
    """The days of a line, as far as they lie in the row's week or month; None where it says none."""
    if line.to_day is None:
        return None
    first, last = line.from_day or line.to_day, line.to_day
    if row.week:
        return max(first, row.week.monday), min(last, row.week.sunday)
    return (max(first, row.month.first), min(last, row.month.last)) if row.month else (first, last)


def _parts(case: str, work: list[OtherWork]) -> Iterator[OurPart]:
    hours: dict[tuple[Week, Month, Ore], Hours] = {}
    for done in work:
        key = (Week.of(done.day), Month.of(done.day), done.unit_price_ore)
        hours[key] = hours.get(key, Hours(0)) + done.hours
    for (week, month, price), together in hours.items():
        yield OurPart(case, week, month, together, price, line_net(Quantity(together.hundredths), price))


def _rounded(parts: list[OurPart], net: Ore) -> list[OurPart]:
    """What is not built is not rounded yet, so it makes the agency's net where rounding alone keeps them apart."""
    apart = net - Ore.total(part.net_ore for part in parts)
    if abs(apart.hundredths) > (len(parts) + 1) * ONE_ORE.hundredths:
        return parts
    return [*parts[:-1], parts[-1]._replace(net_ore=parts[-1].net_ore + apart)]


def _unbuilt(row: Compared, waiting: list[OtherWork]) -> UnbuiltHours | None:
    if not waiting:
        return None
    hours = Hours.total(done.hours for done in waiting)
    place = row.week or row.month or ""
    return UnbuiltHours(row.case, place, hours, Month.of(max(done.day for done in waiting)))

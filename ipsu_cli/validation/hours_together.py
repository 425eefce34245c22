"""Many deliveries of hours of one case judged at once, by the very rules that judge one."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.validation import findings, rules_for


class Extent(NamedTuple):
    """What is delivered in the weeks of a plan that have one extent, in hundredths: in the fullest of them, in all."""

    fullest: int
    total: int

    def joined(self, other: "Extent") -> "Extent":
        """The larger of each."""
        return Extent(max(self.fullest, other.fullest), max(self.total, other.total))


class SetOfHours(NamedTuple):
    """Deliveries, with all else that their case has: their first and last day, and the smallest of them; then, in
    hundredths of hours, what is delivered in all, in the weeks of each extent, and at the most on so many days in a row
    (`spans`) on which one or several deliveries lie."""

    first: dt.date
    last: dt.date
    least: int
    total: int
    extents: Mapping[int, Extent]
    spans: Mapping[int, int]

    def joined(self, other: "SetOfHours") -> "SetOfHours":
        """One that goes as far as both in everything: where it is clear, so are they."""
        extents = {
            extent: self.extents.get(extent, NONE).joined(other.extents.get(extent, NONE))
            for extent in {*self.extents, *other.extents}
        }
        spans = {
            days: max(found.spans[days] for found in (self, other) if days in found.spans)
            for days in {*self.spans, *other.spans}
        }
        return SetOfHours(
            min(self.first, other.first),
            max(self.last, other.last),
            min(self.least, other.least),
            max(self.total, other.total),
            extents,
            spans,
        )


NONE = Extent(0, 0)


@cache
def are_judged_together(service: str) -> bool:
    """Can all the rules on deliveries of a service judge a set of them?"""
    return all(rule.by_set for rule in rules_for(acts.DELIVER, service))


def are_clear(one: DeliverFacts, hours: SetOfHours) -> bool:
    """Do the rules find nothing in any delivery of the set? Where the answer is no, each has to be judged by itself.

    `one` are the facts of any of them: its case, its plan and today are those of all.
    """
    return not any(findings(acts.DELIVER, one.case.service, facts) for facts in _outermost(one, hours))


def _outermost(one: DeliverFacts, hours: SetOfHours) -> Iterator[DeliverFacts]:
    """The smallest delivery on the first day, on the last, and in a week of each extent, every time as if all the
    others had come in before it and its week were the fullest."""
    weeks = one.plan.counting(one.case.to_day) if one.plan else {}
    days = {weeks.get(Week.of(day)): day for day in _days_of_each_extent(weeks, hours)}
    for day in {hours.first, hours.last, *days.values()}:
        yield one._replace(
            from_day=day,
            to_day=day,
            quantity=Quantity(hours.least),
            delivered=Hours(hours.total - hours.least),
            by_week=_by_week(weeks, hours, Week.of(day)),
            windows=[(Hours(most - hours.least), days) for days, most in hours.spans.items()],
        )


def _days_of_each_extent(weeks: Mapping[Week, Hours], hours: SetOfHours) -> Iterator[dt.date]:
    """A day from the first to the last in a week of each extent, the last day and the first at the end."""
    first, last = Week.of(hours.first), Week.of(hours.last)
    worked = {
        extent: week for week, extent in weeks.items() if first <= week <= last and extent.hundredths in hours.extents
    }
    yield from (max(week.monday, hours.first) for week in worked.values())
    yield from (hours.last, hours.first)


def _by_week(weeks: Mapping[Week, Hours], hours: SetOfHours, week: Week) -> dict[Week, Hours]:
    """What the weeks of the extent of `week` have without the smallest delivery, `week` as much as the fullest."""
    extent = weeks.get(week)
    if extent is None:
        return {}
    others = [other for other, planned in weeks.items() if planned == extent and other != week]
    most = hours.extents.get(extent.hundredths, NONE)
    if not others:
        return {week: Hours(most.total - hours.least)}
    return {week: Hours(most.fullest - hours.least), others[0]: Hours(most.total - most.fullest)}

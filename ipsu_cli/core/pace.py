"""How fast a plan is used: what share of it, and when it is empty at this pace."""

from ipsu_cli.core.dates import ONE_DAY, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent

# What is further away than ten years is no answer.
MOST_WEEKS = 520


class Pace(NamedTuple):
    """The hours of a whole plan and what is delivered of them by a week; `weeks` of the plan have begun by then."""

    week: Week
    planned: Hours
    delivered: Hours
    weeks: int

    @property
    def used(self) -> Percent | None:
        """The share of the plan that is delivered; None without a plan."""
        planned = self.planned.hundredths
        return Percent.share(self.delivered.hundredths, planned) if planned > 0 else None

    @property
    def empty_on(self) -> Week | None:
        """The week in which the plan is empty at the pace so far; None where nothing is delivered.

        >>> Pace(Week("2026-W11"), Hours(260_00), Hours(40_00), 2).empty_on
        '2026-W22'
        >>> Pace(Week("2026-W11"), Hours(260_00), Hours(260_00), 2).empty_on
        '2026-W11'
        """
        delivered, left = self.delivered.hundredths, (self.planned - self.delivered).hundredths
        if delivered <= 0 or not self.weeks:
            return None
        weeks = -(-max(left, 0) * self.weeks // delivered)  # a week that has begun counts
        return Week.of(self.week.monday + 7 * weeks * ONE_DAY) if weeks < MOST_WEEKS else None

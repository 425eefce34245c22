"""A plan: the weekly extents of one version of the joint plan."""

import datetime as dt

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple


class Plan(NamedTuple):
    """One version, whole. `weeks` gives each ISO week its extent, in week order."""

    version: int
    status: str
    reason: str | None
    submitted: dt.date | None
    confirmed: dt.date | None
    weeks: dict[Week, Hours]

    def counting(self, period_end: dt.date | None) -> dict[Week, Hours]:
        """The weeks that count: one wholly after the end of the period counts for nothing."""
        if period_end is None:
            return self.weeks.copy()
        last = Week.of(period_end)
        return {week: hours for week, hours in self.weeks.items() if week <= last}

    def hours(self, period_end: dt.date | None) -> Hours:
        """The hours of the weeks that count."""
        return Hours.total(self.counting(period_end).values())

    @property
    def ends(self) -> dt.date:
        """The last day of the last week."""
        return max(self.weeks).sunday


def command_for(case: str, *, again: bool) -> str:
    """What plans the weeks of a case: every version after the first says why."""
    return f"ipsu plan set {case} WEEKS=HOURS" + " --reason TEXT" * again

"""A plan: the weekly extents of one version of the joint plan."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours


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
        return {w: h for w, h in self.weeks.items() if period_end is None or w.monday <= period_end}

    @property
    def ends(self) -> dt.date:
        """The last day of the last week."""
        return max(self.weeks).sunday

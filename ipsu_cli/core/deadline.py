"""How an office counts days: the last day in time of what it has to file."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from ipsu_cli.core.dates import ONE_DAY, Month
from ipsu_cli.core.working_days import working_day_after


class DeadlineRules(NamedTuple):
    """The office's own settings. `pr_due_day` is a day of the next month, None for its last."""

    eves_free: bool = True
    pr_due_day: int | None = None
    deviation_days: int = 1

    def after_start(self, first: dt.date, working_days: int) -> dt.date:
        """So many working days after the first day of a period, which is day 0."""
        return working_day_after(first, working_days, self.eves_free)

    def after_month(self, month: Month) -> dt.date:
        """The last day to report what was done in `month`."""
        following = month.next()
        return following.first + (self.pr_due_day - 1) * ONE_DAY if self.pr_due_day else following.last

    def after_absence(self, last: dt.date) -> dt.date:
        """The last day to report an absence that ended on `last`."""
        return working_day_after(last, self.deviation_days, self.eves_free)


def days_of(settings: Mapping[str, str]) -> DeadlineRules:
    """As the settings say."""
    due_day = int(settings["pr-due-day"] or 0) or None
    return DeadlineRules(settings["eves"] == "free", due_day, int(settings["deviation-days"]))

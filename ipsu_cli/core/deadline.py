"""How an office counts days: the last day in time of what it has to file."""

import datetime as dt
from collections.abc import Mapping

from ipsu_cli.core.dates import ONE_DAY, Month
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.working_days import working_day_after


class DeadlineRules(NamedTuple):
    """The office's own settings, None where it has none: then what the sources say holds. `pr_due_day` is a day of
    the month after the one that is reported; `result_months` are those from work or studies to their result."""

    eves_free: bool = True
    pr_due_day: int | None = None
    deviation_days: int | None = None
    result_months: int | None = None

    def after_start(self, first: dt.date, working_days: int) -> dt.date:
        """So many working days after the first day of a period, which is day 0."""
        return working_day_after(first, working_days, self.eves_free)

    def after_month(self, month: Month, day: int) -> dt.date:
        """The office's day of the next month, else `day`; a month that is shorter ends before it."""
        following = month.next()
        return min(following.first + ((self.pr_due_day or day) - 1) * ONE_DAY, following.last)

    def after_absence(self, last: dt.date, working_days: int) -> dt.date:
        """The office's working days after an absence that ended on `last`, else so many."""
        return working_day_after(last, self.deviation_days or working_days, self.eves_free)


def days_of(settings: Mapping[str, str]) -> DeadlineRules:
    """As the settings say."""
    numbers = ("pr-due-day", "deviation-days", "result-months")
    due_day, absence, result = (int(settings[name] or 0) or None for name in numbers)
    return DeadlineRules(settings["eves"] == "free", due_day, absence, result)

"""A delivery: what was worked, on which days, and whether it stands on an invoice."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours


class Delivery(NamedTuple):
    """`quantity` is in hundredths of `unit` (hour, case, day, month, result); a reversing row is negative."""

    id: int
    case: str
    from_day: dt.date
    to_day: dt.date
    unit: str
    quantity: Hours
    no_show: bool
    status: str
    reverses: int | None
    invoice: str | None

    @property
    def week(self) -> Week:
        return Week.of(self.to_day)

    @property
    def month(self) -> Month:
        return Month.of(self.to_day)

    @property
    def hours(self) -> Hours | None:
        return self.quantity if self.unit == "hour" else None

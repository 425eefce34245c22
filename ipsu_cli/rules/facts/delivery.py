"""What is judged of a delivery."""

import datetime as dt
from collections.abc import Mapping, Sequence

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.document import Document
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.hours import Hours, Quantity, hours_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import Plan


class DeliverFacts(NamedTuple):
    """What is to be delivered, and what the case has. `delivered` is without what a correction `replaces`; `priced`:
    a month's `unit` has a price on its last day; `agreement_ends` is the last day of its agreement."""

    case: Case
    from_day: dt.date
    to_day: dt.date
    today: dt.date
    quantity: Quantity = Quantity(100)
    no_show: bool = False
    plan: Plan | None = None
    delivered: Hours = Hours(0)
    by_week: Mapping[Week, Hours] = NOTHING
    windows: Sequence[tuple[Hours, int]] = ()
    replaces: Hours = Hours(0)
    already: int | None = None
    documents: Mapping[str, Document] = NOTHING
    deviations: tuple[Document, ...] = ()
    unit: str = "hour"
    priced: bool = True
    month: Month | None = None
    agreement_ends: dt.date | None = None

    @property
    def week(self) -> Week:
        """The ISO week of the work."""
        return Week.of(self.to_day)

    @property
    def hours(self) -> Hours:
        """The hours to be delivered; none of what is counted in another unit."""
        return hours_of(self.quantity, self.unit) or Hours(0)

    @property
    def planned(self) -> Hours:
        """The cap: the whole plan, without weeks wholly after the period."""
        return self.plan.hours(self.case.to_day) if self.plan else Hours(0)

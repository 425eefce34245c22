"""What is asked of a report, and what each report begins with: the register as it stood, and the days it is of."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.store import Store, filters, scope, settings
from ipsu_cli.store.as_of import look_back

BELOW = 5  # the smallest count that is shown to others


class ReportQuery(NamedTuple):
    """What is asked: the period, the day that the register is asked as of, the cases, the dimensions.

    `workbook` asks for what a workbook alone has. Counts below `below` are hidden, and what gives them away; 0
    hides nothing. `tick` hears how far the counting is. `also` are the files of other offices that are asked too.
    `office` is whose register was opened.
    """

    period: Period
    as_of: dt.date
    services: Sequence[str] = ()
    agreements: Sequence[str] = ()
    coaches: Sequence[str] = ()
    sites: Sequence[str] = ()
    by: Sequence[str] = ()
    workbook: bool = False
    below: int = 0
    tick: Tick = silent
    also: Sequence[Path] = ()
    office: str = ""

    @property
    def cases(self) -> scope.Chosen:
        """Which cases are asked about."""
        return scope.Chosen(self.services, self.agreements, self.coaches, sites=self.sites)

    def among(self, known: scope.Chosen) -> "ReportQuery":
        """The same of the cases whose names are `known`."""
        return self._replace(
            services=known.services, agreements=known.agreements, coaches=known.coaches, sites=known.sites
        )

    @property
    def within_units(self) -> bool:
        """Is a part of each unit asked about? What is about a whole unit (money, surveys) then has no part in it."""
        return bool(self.coaches or self.sites)

    @property
    def stock_day(self) -> dt.date:
        """The day that stocks are taken on: the period's last, or the day asked as of where that is earlier."""
        return min(self.period.last, self.as_of)

    @property
    def past(self) -> Period:
        """The days of the period that have come; its first day at least."""
        return Period(self.period.first, max(self.period.first, self.stock_day))

    @property
    def aims(self) -> tuple[str | None, ...]:
        """Whose targets the whole of this can be held to: one agreement's or those of all; else nobody's."""
        narrower = self.services or self.within_units or len(self.agreements) > 1
        return () if narrower else (self.agreements[0] if self.agreements else None,)


def open_register(store: Store, query: ReportQuery, today: dt.date) -> ReportQuery:
    """The register as it stood on the day asked for, and what is asked with its names of agreements, coaches and towns.

    Raises `Refused` for a day to come, and for a filter that fits nothing.
    """
    if query.as_of > today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=today)
    look_back(store, query.as_of)
    known = filters.in_register(store, query.cases)
    own = settings.office(store)["name"]
    return query.among(known)._replace(office=own)


def open_cases(store: Store, query: ReportQuery, today: dt.date) -> ReportQuery:
    """The same, with the cases chosen that are asked for."""
    found = open_register(store, query, today)
    scope.choose(store, found.cases)
    return found


def choose_cases(store: Store, query: ReportQuery) -> None:
    """Choose the cases that are asked for, whatever was chosen before."""
    scope.forget(store)
    scope.choose_cases(store, query.cases)


def heading(query: ReportQuery) -> Text:
    """What a report is about: the office where it is one, the cases that are chosen, the period, and the day that the
    register is asked as of."""
    if not query.office or query.also:
        return Text("kpi.head", {"first": query.period.first, "last": query.period.last, "as_of": query.as_of})
    return office_heading(query.office, names_of(query.cases), query.period, query.as_of)


def for_others(query: ReportQuery) -> list[Text]:
    """What a report for others says of itself: two of nearly the same persons tell what each hides."""
    return [Text("kpi.not-with-another")] if query.below else []


def office_heading(office: str, chosen: Sequence[str | Text], period: Period, as_of: dt.date) -> Text:
    """The same of one office, whatever is asked of it."""
    figures = {"office": office, "first": period.first, "last": period.last, "as_of": as_of}
    return Text("kpi.head-chosen", {**figures, "chosen": chosen}) if chosen else Text("kpi.head-office", figures)


def names_of(chosen: scope.Chosen) -> list[str | Text]:
    """What is chosen, as people call it."""
    services = (Text(f"code.{service}") for service in chosen.services)
    return [*services, *chosen.agreements, *chosen.coaches, *chosen.sites]


def without_decimals(value: Any) -> Any:
    """A number as people read it: without its unit, and without decimals where it has none."""
    return Quantity(value.hundredths).plain() if isinstance(value, Hours | Percent | Quantity) else value

"""Hours of a case whose hours are planned by the week: what they are judged by, on a day or in a week."""

import datetime as dt

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week, days_between
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import Document, standing
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.role import Role
from ipsu_cli.core.working_days import is_working_day
from ipsu_cli.rules import services
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.store import Store, agreements, deliveries, documents, settings
from ipsu_cli.validation import Finding

FirstAndLast = tuple[dt.date, dt.date]


class Entered(NamedTuple):
    """A delivery that was entered: its id, the facts by which it was judged, and what the rules warn of."""

    id: int
    facts: DeliverFacts
    warnings: list[Finding]


class HoursOfCase:
    """A case, its plan in force and what is delivered in it: read once, however many hours are judged by it. Of a
    correction, without the delivery `replaced`."""

    def __init__(self, store: Store, case: Case, today: dt.date, replaced: Delivery | None = None) -> None:
        self.case, self.today = case, today
        self.plan = documents.plan_in_force(documents.plans(store, case.id))
        self.done = deliveries.Delivered(store, case.id, replaced.id if replaced else None)
        # That the agreement has ended is told of what is new.
        self.agreement_ends = None if replaced else agreements.ends_on(store, case.agreement)
        self._replaces = (replaced and replaced.hours) or Hours(0)
        self._store = store
        self._reports_absence = services.type_of(case, Role.DEVIATION)

    def facts(self, hours: Hours, days: FirstAndLast) -> DeliverFacts:
        """The facts of hours from the first to the last of `days`."""
        first, last = days
        return DeliverFacts(
            case=self.case,
            from_day=first,
            to_day=last,
            today=self.today,
            quantity=Quantity(hours.hundredths),
            plan=self.plan,
            delivered=self.done.total,
            by_week=self.done.by_week,
            windows=self.done.windows(first, last),
            replaces=self._replaces,
            deviations=self._deviations(first, last),
            agreement_ends=self.agreement_ends,
        )

    def _deviations(self, first: dt.date, last: dt.date) -> tuple[Document, ...]:
        """The deviation reports of these days that are filed."""
        type = self._reports_absence
        if type is None:
            return ()
        return tuple(standing(documents.about_days(self._store, self.case.id, type, first, last), type))


def week_days(store: Store, case: Case, week: Week, today: dt.date) -> FirstAndLast:
    """The week's days inside period, training and up to today, of the one month that has its working days."""
    first = max(day for day in (week.monday, case.from_day, case.training.from_day) if day)
    last = min(day for day in (week.sunday, case.to_day, case.training.to_day, case.closed_on, today) if day)
    if last < first:
        raise Refused(
            "delivery.week-empty",
            rule="A24",
            case=case.ref,
            week=week,
            from_day=case.from_day,
            to_day=case.to_day,
            today=today,
            command=f"ipsu case show {case.ref}",
        )
    if Month.of(first) == Month.of(last):
        return first, last
    return _in_one_month(first, last, eves_free=settings.entered(store).get("eves") != "working")


def _in_one_month(first: dt.date, last: dt.date, *, eves_free: bool) -> FirstAndLast:
    """The days of the month in which all working days lie: a weekend in the next one is no reason to give dates. All
    days where the working days lie in two, which a rule then refuses."""
    months = {Month.of(day) for day in days_between(first, last) if is_working_day(day, eves_free)}
    if len(months) != 1:
        return first, last
    month = months.pop()
    return max(first, month.first), min(last, month.last)

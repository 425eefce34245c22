"""`ipsu deliver`, `delivery correct` and `delivery cancel`."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week, days_between
from ipsu_cli.core.delivery import Delivery, DeliveryEntry
from ipsu_cli.core.document import Document, standing
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.role import Role
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.core.working_days import is_working_day
from ipsu_cli.flows.deliver_month import Entered, enter_month
from ipsu_cli.office import Office
from ipsu_cli.reports.mapping import mapping_facts
from ipsu_cli.reports.placement import month_facts
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts import DeliverFacts
from ipsu_cli.store import Store, Writing, agreements, cases, deliveries, documents, settings
from ipsu_cli.validation import Finding, check


class PlanLeft(NamedTuple):
    """The hours of the plan in force, what is delivered of them, and what remains."""

    planned_hours: Hours
    delivered_hours: Hours
    remaining_hours: Hours


class DeliveryChanged(NamedTuple):
    """A delivery as it now stands, what is left of the plan, and the row that reverses it or another."""

    delivery: Delivery
    plan: PlanLeft | None
    reversal: Delivery | None

    def to_json(self) -> JsonObject:
        """A row that reverses stands only where there is one."""
        return all_but(self) if self.reversal else all_but(self, "reversal")


def deliver(office: Office, entry: DeliveryEntry) -> Answer[DeliveryChanged]:
    """Try every rule, then enter the delivery."""

    def enter(store: Writing) -> Answer[DeliveryChanged]:
        id, facts, warnings = save(store, entry, office.today)
        left = plan_left(facts.case, facts.plan, facts.delivered + facts.hours)
        return delivery_answer(deliveries.get(store, id), "message.delivered", warnings, left)

    return office.change("deliver", enter)


def save(store: Writing, entry: DeliveryEntry, today: dt.date) -> Entered:
    """Enter one delivery, for the command and the import alike."""
    case = cases.get_for_entry(store, entry.case)
    service = services.service(case.service)
    if service.unit is None:
        raise Refused("delivery.none", case=case.ref, service=case.service, command=f"ipsu case show {case.ref}")
    if service.by_month:
        facts = month_facts(store, case, _month(entry), today, entry.unit)
        return enter_month(store, facts._replace(agreement_ends=agreements.ends_on(store, case.agreement)))
    if entry.month is not None or entry.unit is not None:
        raise Refused("delivery.no-month", case=case.ref, service=case.service, command="ipsu deliver --help")
    facts = (_hours if service.planned else _whole)(store, case, entry, today)
    facts = facts._replace(agreement_ends=agreements.ends_on(store, case.agreement))
    warnings = check(acts.DELIVER, case.service, facts)
    id = deliveries.add(
        store, case.id, facts.from_day, facts.to_day, service.unit, facts.quantity, no_show=facts.no_show
    )
    return Entered(id, facts, warnings)


def _month(entry: DeliveryEntry) -> Month:
    """The month of a placement, which is all that its delivery says."""
    other = {"HOURS": entry.hours, "--on": entry.on, "--week": entry.week, "--no-show": entry.no_show or None}
    options = [option for option, word in other.items() if word is not None]
    if options:
        raise Unreadable("delivery.month-alone", options=options, case=entry.case)
    if entry.month is None:
        raise Unreadable("option.missing", option="--month")
    return entry.month


def _hours(store: Store, case: Case, entry: DeliveryEntry, today: dt.date) -> DeliverFacts:
    """The facts of hours on a day or in a week."""
    if entry.hours is None:
        raise Unreadable("option.missing", option="HOURS")
    if (entry.on is None) == (entry.week is None):
        raise Unreadable("option.one-of", options=["--on DATE", "--week WEEK"])
    if entry.no_show:
        raise Refused("delivery.no-show", rule="A15", case=case.ref, service=case.service)
    first, last = _week_days(store, case, entry.week, today) if entry.week else (entry.on, entry.on)
    assert first is not None and last is not None
    return hours_facts(store, case, entry.hours, (first, last), today)


def hours_facts(
    store: Store,
    case: Case,
    hours: Hours,
    days: tuple[dt.date, dt.date],
    today: dt.date,
    replaced: Delivery | None = None,
) -> DeliverFacts:
    """The facts of hours from the first to the last of `days`; of a correction, without the delivery `replaced`."""
    first, last = days
    done = deliveries.Delivered(store, case.id, replaced.id if replaced else None)
    return DeliverFacts(
        case=case,
        from_day=first,
        to_day=last,
        today=today,
        quantity=Quantity(hours.hundredths),
        plan=documents.plan_in_force(documents.plans(store, case.id)),
        delivered=done.total,
        by_week=done.by_week,
        windows=done.windows(first, last),
        replaces=(replaced and replaced.hours) or Hours(0),
        deviations=_deviations(store, case, first, last),
    )


def _deviations(store: Store, case: Case, first: dt.date, last: dt.date) -> tuple[Document, ...]:
    """The deviation reports of these days that are filed."""
    type = services.type_of(case, Role.DEVIATION)
    return tuple(standing(documents.about_days(store, case.id, type, first, last), type)) if type else ()


def _week_days(store: Store, case: Case, week: Week, today: dt.date) -> tuple[dt.date, dt.date]:
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


def _in_one_month(first: dt.date, last: dt.date, *, eves_free: bool) -> tuple[dt.date, dt.date]:
    """The days of the month in which all working days lie: a weekend in the next one is no reason to give dates. All
    days where the working days lie in two, which a rule then refuses."""
    months = {Month.of(day) for day in days_between(first, last) if is_working_day(day, eves_free)}
    if len(months) != 1:
        return first, last
    month = months.pop()
    return max(first, month.first), min(last, month.last)


def _whole(store: Store, case: Case, entry: DeliveryEntry, today: dt.date) -> DeliverFacts:
    """The facts of a mapping as a whole: dated the last day of the case, or today if earlier."""
    if entry.hours is not None or entry.week is not None:
        raise Refused("delivery.whole", rule="A15", case=case.ref, command=f"ipsu deliver {case.ref}")
    counting = deliveries.standing(store, case.id)
    return mapping_facts(
        case,
        documents.of_case(store, case.id),
        today,
        on=entry.on,
        no_show=entry.no_show,
        already=counting[0] if counting else None,
    )


def _days(delivery: Delivery) -> str:
    """The day, or the days of a week's hours."""
    if delivery.from_day == delivery.to_day:
        return delivery.to_day.isoformat()
    return f"{delivery.from_day} – {delivery.to_day}"


def plan_left(case: Case, plan: Plan | None, delivered: Hours) -> PlanLeft | None:
    """What is left of a plan of which so much is delivered; None without a plan."""
    if plan is None:
        return None
    planned = plan.hours(case.to_day)
    return PlanLeft(planned, delivered, planned - delivered)


def delivery_answer(
    delivery: Delivery,
    message_code: str,
    warnings: list[Finding],
    left: PlanLeft | None,
    reversal: Delivery | None = None,
) -> Answer[DeliveryChanged]:
    """The answer about a delivery as it now stands."""
    figures = {
        "id": delivery.id,
        "case": delivery.case,
        "hours": delivery.quantity,
        "unit": Text(f"code.{delivery.unit}"),
        "day": _days(delivery),
        "reversal": reversal and reversal.id,
    }
    form = {"hour": "", "case": "-whole"}.get(delivery.unit, "-counted")
    lines = [Text(message_code + form, figures)]
    if left:
        lines.append(Text("message.plan-left", left._asdict()))
    return Answer(DeliveryChanged(delivery, left, reversal), lines, warnings=warnings)

"""`ipsu deliver`, `delivery correct` and `delivery cancel`."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.delivery import Delivery, DeliveryEntry, quantity_text
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.flows.deliver_hours import Entered, HoursOfCase, week_days
from ipsu_cli.office import Office
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.store import Store, Writing, agreements, cases, deliveries, documents
from ipsu_cli.validation import Finding, check, warning


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
        delivery = deliveries.get(store, id)
        return delivery_answer(delivery, "message.delivered", warnings + equal_to(store, delivery), left)

    return office.change("deliver", enter)


def equal_to(store: Store, delivery: Delivery) -> list[Finding]:
    """The warning that a delivery that was typed is equal to one that is there. An import says it in its own way, for
    equal rows of one file are as many deliveries."""
    there = deliveries.equal_to(store, delivery.id)
    if there is None:
        return []
    command = f"ipsu delivery cancel {delivery.id} --reason TEXT"
    return [warning("delivery.equal", command=command, case=delivery.case, hours=delivery.hours,
                    day=days_of(delivery), delivery=there)]  # fmt: skip


def save(store: Writing, entry: DeliveryEntry, today: dt.date) -> Entered:
    """Enter one delivery, for the command and the import alike."""
    case = cases.get_for_entry(store, entry.case)
    service = services.service(case.service)
    if service.unit is None:
        raise Refused("delivery.none", case=case.ref, service=case.service, command=f"ipsu case show {case.ref}")
    if service.by_month:
        return _enter_month(store, case, entry, today)
    if entry.month is not None or entry.unit is not None:
        raise Refused("delivery.no-month", case=case.ref, service=case.service, command="ipsu deliver --help")
    facts = (_hours if service.planned else _whole)(store, case, entry, today)
    warnings = check(acts.DELIVER, case.service, facts)
    id = deliveries.add(
        store, case.id, facts.from_day, facts.to_day, service.unit, facts.quantity, no_show=facts.no_show
    )
    return Entered(id, facts, warnings)


def _enter_month(store: Writing, case: Case, entry: DeliveryEntry, today: dt.date) -> Entered:
    """Enter the month of a placement; what that takes is loaded for it alone."""
    from ipsu_cli.flows.deliver_month import enter_month
    from ipsu_cli.reports.placement import month_facts

    facts = month_facts(store, case, _month(entry), today, entry.unit)
    return enter_month(store, facts._replace(agreement_ends=agreements.ends_on(store, case.agreement)))


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
    first, last = week_days(store, case, entry.week, today) if entry.week else (entry.on, entry.on)
    assert first is not None and last is not None
    return HoursOfCase(store, case, today).facts(entry.hours, (first, last))


def _whole(store: Store, case: Case, entry: DeliveryEntry, today: dt.date) -> DeliverFacts:
    """The facts of a mapping as a whole: dated the last day of the case, or today if earlier."""
    if entry.hours is not None or entry.week is not None:
        raise Refused("delivery.whole", rule="A15", case=case.ref, command=f"ipsu deliver {case.ref}")
    from ipsu_cli.reports.mapping import mapping_facts

    counting = deliveries.standing(store, case.id)
    facts = mapping_facts(
        case,
        documents.of_case(store, case.id),
        today,
        on=entry.on,
        no_show=entry.no_show,
        already=counting[0] if counting else None,
    )
    return facts._replace(agreement_ends=agreements.ends_on(store, case.agreement))


def days_of(delivery: Delivery) -> str:
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
        "quantity": quantity_text(delivery.quantity, delivery.unit),
        "day": days_of(delivery),
        "reversal": reversal and reversal.id,
    }
    form = {"hour": "", "case": "-whole"}.get(delivery.unit, "-counted")
    lines = [Text(message_code + form, figures)]
    if left:
        lines.append(Text("message.plan-left", left._asdict()))
    return Answer(DeliveryChanged(delivery, left, reversal), lines, warnings=warnings)

"""`ipsu deliver`, `delivery correct` and `delivery cancel`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.delivery import Delivery, DeliveryEntry
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.json_records import delivery_shape
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.flows import deliver_month
from ipsu_cli.office import Office
from ipsu_cli.reports.mapping import mapping_facts
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts import DeliverFacts
from ipsu_cli.store import Store, Writing, cases, deliveries, documents
from ipsu_cli.validation import Finding, check


def deliver(office: Office, wanted: DeliveryEntry) -> Answer:
    """Try every rule, then enter the delivery."""

    def work(store: Writing) -> Answer:
        id, warnings = save(store, wanted, office.today)
        return delivery_answer(store, id, "message.delivered", warnings)

    return office.change("deliver", work)


def save(store: Writing, wanted: DeliveryEntry, today: dt.date) -> tuple[int, list[Finding]]:
    """Enter one delivery, for the command and the import alike."""
    case = cases.get(store, wanted.case)
    service = services.service(case.service)
    if service.unit is None:
        raise Refused("delivery.none", case=case.ref, service=case.service, command=f"ipsu case show {case.ref}")
    if service.by_month:
        return deliver_month.put_month(store, case, _month(wanted), today, wanted.unit)
    if wanted.month is not None or wanted.unit is not None:
        raise Refused("delivery.no-month", case=case.ref, service=case.service, command="ipsu deliver --help")
    facts = hours_facts(store, case, wanted, today) if service.planned else _whole(store, case, wanted, today)
    warnings = check(acts.DELIVER, case.service, facts)
    id = deliveries.add(
        store, case.id, facts.from_day, facts.to_day, service.unit, facts.quantity, no_show=facts.no_show
    )
    return id, warnings


def _month(wanted: DeliveryEntry) -> Month:
    """The month of a placement, which is all that its delivery says."""
    other = {"HOURS": wanted.hours, "--on": wanted.on, "--week": wanted.week, "--no-show": wanted.no_show or None}
    given = [option for option, word in other.items() if word is not None]
    if given:
        raise Unreadable("delivery.month-alone", options=given, case=wanted.case)
    if wanted.month is None:
        raise Unreadable("option.missing", option="--month")
    return wanted.month


def hours_facts(
    store: Store, case: Case, wanted: DeliveryEntry, today: dt.date, without: int | None = None
) -> DeliverFacts:
    """The facts of hours on a day or a week."""
    if wanted.hours is None:
        raise Unreadable("option.missing", option="HOURS")
    if (wanted.on is None) == (wanted.week is None):
        raise Unreadable("option.one-of", options=["--on DATE", "--week WEEK"])
    if wanted.no_show:
        raise Refused("delivery.no-show", rule="A15", case=case.ref, service=case.service)
    first, last = _week_days(case, wanted.week, today) if wanted.week else (wanted.on, wanted.on)
    assert first is not None and last is not None
    done = deliveries.Delivered(store, case.id, without)
    return DeliverFacts(
        case=case,
        from_day=first,
        to_day=last,
        today=today,
        quantity=Quantity(wanted.hours.hundredths),
        plan=documents.plan_in_force(documents.plans(store, case.id)),
        delivered=done.total,
        by_week=done.by_week,
        windows=done.windows(first, last),
    )


def _week_days(case: Case, week: Week, today: dt.date) -> tuple[dt.date, dt.date]:
    """The week's days inside period, training and up to today."""
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
    return first, last


def _whole(store: Store, case: Case, wanted: DeliveryEntry, today: dt.date) -> DeliverFacts:
    """The facts of a mapping as a whole: dated the last day of its period, or today if earlier."""
    if wanted.hours is not None or wanted.week is not None:
        raise Refused("delivery.whole", rule="A15", case=case.ref, command=f"ipsu deliver {case.ref}")
    return mapping_facts(store, case, wanted.on, today, no_show=wanted.no_show)


def _days(delivery: Delivery) -> str:
    """The day, or the days of a week's hours."""
    if delivery.from_day == delivery.to_day:
        return delivery.to_day.isoformat()
    return f"{delivery.from_day} – {delivery.to_day}"


def delivery_answer(
    store: Store, id: int, message_code: str, warnings: list[Finding], reversal: int | None = None
) -> Answer:
    delivery = deliveries.get(store, id)
    case = cases.get(store, delivery.case)
    data: dict[str, Any] = {"delivery": delivery_shape(delivery), "plan": None}
    figures: dict[str, Any] = {"id": id, "case": case.ref, "hours": delivery.quantity, "day": _days(delivery)}
    figures["unit"] = Text(f"code.{delivery.unit}")
    if reversal:
        data["reversal"] = delivery_shape(deliveries.get(store, reversal))
        figures["reversal"] = reversal
    form = {"hour": "", "case": "-whole"}.get(delivery.unit, "-counted")
    lines = [Text(message_code + form, figures)]
    plan = documents.plan_in_force(documents.plans(store, case.id))
    if plan and delivery.hours is not None:
        planned = plan.hours(case.to_day)
        total = deliveries.Delivered(store, case.id).total
        left = {"planned_hours": planned, "delivered_hours": total, "remaining_hours": planned - total}
        data["plan"] = left
        lines.append(Text("message.plan-left", left))
    return Answer(data, lines, warnings=warnings)

"""`ipsu delivery correct` and `delivery cancel`."""

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.case import Case
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows.deliver import DeliveryChanged, PlanLeft, delivery_answer, equal_to, plan_left
from ipsu_cli.flows.deliver_hours import HoursOfCase
from ipsu_cli.office import Office
from ipsu_cli.rules import acts, services
from ipsu_cli.store import Store, Writing, cases, deliveries, documents, settlements
from ipsu_cli.validation import check


def delivery_correct(office: Office, id: int, hours: Hours, reason: str) -> Answer[DeliveryChanged]:
    """Other hours. One on an invoice stays as it is: a reversing row and a new one stand next to it."""

    def correct(store: Writing) -> Answer[DeliveryChanged]:
        was, case = _changeable(store, id)
        if services.service(case.service).by_month:
            command = f"ipsu delivery cancel {id} --reason TEXT"
            raise Refused("delivery.counted", case=case.ref, delivery=id, command=command)
        if was.hours is None:
            raise Refused(
                "delivery.whole", rule="A15", case=case.ref, command=f"ipsu delivery cancel {id} --reason TEXT"
            )
        if hours == was.hours:
            raise Refused("delivery.same-hours", delivery=id, hours=hours)
        facts = HoursOfCase(store, case, office.today, was).facts(hours, (was.from_day, was.to_day))
        warnings = check(acts.DELIVER, case.service, facts)
        store.change(case_id=case.id)
        deliveries.say_why(store, reason, delivery_id=id, case_id=case.id)
        left = plan_left(case, facts.plan, facts.delivered + hours)
        if was.invoice is None:
            deliveries.correct(store, id, hours)
            settlements.settle_of_change(store)
            found = deliveries.get(store, id)
            return delivery_answer(found, "message.corrected", warnings + equal_to(store, found), left)
        back = _reverse(store, was, case)
        found = deliveries.get(store, deliveries.add(store, case.id, was.from_day, was.to_day, was.unit, hours))
        return delivery_answer(found, "message.corrected-reversed", warnings + equal_to(store, found), left, back)

    return office.change("delivery correct", correct)


def delivery_cancel(office: Office, id: int, reason: str) -> Answer[DeliveryChanged]:
    """Take a delivery back. One on an invoice stays as it is: a reversing row stands next to it."""

    def take_back(store: Writing) -> Answer[DeliveryChanged]:
        was, case = _changeable(store, id)
        store.change(case_id=case.id)
        deliveries.say_why(store, reason, delivery_id=id, case_id=case.id)
        left = _left_without(store, case, was)
        if was.invoice is None:
            deliveries.cancel(store, id)
            settlements.settle_of_change(store)
            return delivery_answer(deliveries.get(store, id), "message.cancelled", [], left)
        back = _reverse(store, was, case)
        return delivery_answer(deliveries.get(store, id), "message.cancelled-reversed", [], left, back)

    return office.change("delivery cancel", take_back)


def _left_without(store: Store, case: Case, was: Delivery) -> PlanLeft | None:
    """What is left of the plan once the delivery counts no more; None for one that is not of hours."""
    if was.hours is None:
        return None
    plan = documents.plan_in_force(documents.plans(store, case.id))
    return plan_left(case, plan, deliveries.Delivered(store, case.id, was.id).total)


def _changeable(store: Store, id: int) -> tuple[Delivery, Case]:
    was = deliveries.get(store, id)
    case = cases.get_for_entry(store, was.case)
    if case.locked:
        lock = case.locked
        command = f"ipsu invoice resolve {lock.invoice} --case {case.ref} --outcome OUTCOME"
        raise Refused(
            "delivery.locked", rule="A32", command=command, case=case.ref, since=lock.since, invoice=lock.invoice
        )
    if was.status in ("cancelled", "reversed") or was.reverses:
        raise Refused("delivery.gone", delivery=id, status=was.status, command=f"ipsu delivery list {case.ref}")
    return was, case


def _reverse(store: Writing, was: Delivery, case: Case) -> Delivery:
    """The row that stands against the delivery."""
    id = deliveries.add(
        store, case.id, was.from_day, was.to_day, was.unit, -was.quantity, reverses=was.id, no_show=was.no_show
    )
    return deliveries.get(store, id)

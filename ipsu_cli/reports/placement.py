"""What a placement in Rusta och matcha waits for: its plans, its reports, its deliveries."""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, months_between
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import Document, deciding, report_of, standing
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.next_step import NextStep
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.role import Role
from ipsu_cli.rules import services
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, agreements, deliveries, documents

FILED_FIRST = (Role.DEVELOPMENT, Role.PLAN)
ANSWERED = (Role.SIGNAL, Role.RESULT)


ONE = Quantity(1_00)


class DaysInMonth(NamedTuple):
    """The days of a month that lie in the period."""

    first: dt.date
    last: dt.date

    @property
    def quantity(self) -> Quantity:
        """How many they are."""
        return ONE * ((self.last - self.first).days + 1)


def days_in(case: Case, month: Month) -> DaysInMonth:
    """The days of the month that lie in the case's period. Raises `Refused` where there are none."""
    first = max(month.first, case.from_day or month.first)
    last = min(month.last, case.last_day or month.last)
    if last < first:
        raise Refused(
            "delivery.month-outside",
            rule="R16",
            command=f"ipsu case show {case.ref}",
            case=case.ref,
            month=month,
            from_day=case.from_day,
            to_day=case.last_day,
        )
    return DaysInMonth(first, last)


def month_facts(store: Store, case: Case, month: Month, today: dt.date, unit: str | None = None) -> DeliverFacts:
    """The facts of a month: its days in the period, or one where the price, or what was asked for, is by the month."""
    days = days_in(case, month)
    units = tuple(code for code in services.service(case.service).priced if code != "result")
    if unit is not None and unit not in units:
        raise Unreadable("value.code", value=unit, known=list(units), option="--unit")
    priced = agreements.unit_in_force(store, case, (unit,) if unit else units, days.last)
    unit = unit or priced or units[0]
    type = services.type_of(case, Role.PERIODIC)
    report = report_of(documents.of_case(store, case.id), type, month)
    return DeliverFacts(
        case=case,
        from_day=days.first,
        to_day=days.last,
        today=today,
        quantity=days.quantity if unit == "day" else ONE,
        already=deliveries.of_month(store, case.id, month),
        documents={report.type: report} if report else {},
        unit=unit,
        priced=priced is not None,
        month=month,
    )


def next_steps(case: Case, listed: list[Document], delivered: list[Delivery], today: dt.date) -> list[NextStep]:
    """All that can be done today, in the order in which it is done, from the documents and deliveries of the case."""
    months = {delivery.month for delivery in delivered if delivery.counts and delivery.unit in ("day", "month")}
    found = [*_plans(case, listed), *_months(case, listed, months, today), *_results(case, listed)]
    if case.closed_on is None and case.to_day and case.to_day < today:
        command = f"ipsu case close {case.ref} --on DATE --reason CODE"
        found.append(NextStep.to_do("next.close", {"case": case.ref}, command))
    return found


def _plans(case: Case, listed: list[Document]) -> Iterator[NextStep]:
    for kind in services.documents(case.service, case.placement.system):
        if kind.role in FILED_FIRST and not standing(listed, kind.type):
            command = f"ipsu document submit {case.ref} {kind.type} {kind.typed}"
            yield NextStep.to_do("next.file", {"case": case.ref, "type": kind.type}, command)
            return


def _months(case: Case, listed: list[Document], delivered: set[Month], today: dt.date) -> Iterator[NextStep]:
    """For each month that has ended: its report, then its delivery."""
    plan, report = (services.document_of(case, role) for role in (Role.PLAN, Role.PERIODIC))
    if case.from_day is None or case.last_day is None or (plan and not standing(listed, plan.type)):
        return
    for month in months_between(case.from_day, min(case.last_day, today)):
        if min(month.last, case.last_day) < today:
            yield from _month(case, listed, month, report, delivered=month in delivered)


def _month(
    case: Case, listed: list[Document], month: Month, kind: DocumentType | None, *, delivered: bool
) -> Iterator[NextStep]:
    report = report_of(listed, kind.type, month) if kind else None
    if kind and (report is None or report.status == "returned"):
        command = f"ipsu document submit {case.ref} {kind.type} --period {month} {kind.typed}".rstrip()
        yield NextStep.to_do("next.report", {"case": case.ref, "month": month}, command)
    elif not delivered:
        command = f"ipsu deliver {case.ref} --month {month}"
        yield NextStep.to_do("next.deliver-month", {"case": case.ref, "month": month}, command)


def _results(case: Case, listed: list[Document]) -> Iterator[NextStep]:
    """What the agency is asked to approve, and has not answered."""
    waiting = {document.type for document in deciding(listed).values() if document.status == "submitted"}
    for kind in services.documents(case.service, case.placement.system):
        if kind.type in waiting and kind.role in ANSWERED and kind.answered:
            command = f"ipsu document confirm {case.ref} {kind.type}"
            yield NextStep.to_do("next.answer", {"case": case.ref, "type": kind.type}, command)

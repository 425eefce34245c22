"""What a case waits for, each step with the command that does it; what few cases have is loaded for those alone."""

import datetime as dt
from typing import TYPE_CHECKING

from ipsu_cli.core.case import Case
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import Document
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.next_step import NextStep
from ipsu_cli.core.plan import Plan, command_for
from ipsu_cli.core.role import Role
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.store import Store, deliveries, documents

if TYPE_CHECKING:
    from ipsu_cli.core.requirement import Requirement


class CaseRows(NamedTuple):
    """What the register has of a case, read once: its documents, the versions of its plan, and its deliveries."""

    documents: list[Document]
    plans: list[Plan]
    deliveries: list[Delivery]
    requirement: "Requirement | None" = None


def rows_of(store: Store, case: Case) -> CaseRows:
    """What there is of a case. Only hours that are planned have a plan."""
    service = services.service(case.service)
    plans = documents.plans(store, case.id) if service.planned else []
    return CaseRows(
        documents.of_case(store, case.id),
        plans,
        deliveries.of_case(store, case.id),
        _requirement(store, case) if service.queued else None,
    )


def _requirement(store: Store, case: Case) -> "Requirement | None":
    from ipsu_cli.store import requirements

    return requirements.find(store, case.agreement, case.given)


def next_steps(case: Case, rows: CaseRows, office: Office) -> list[NextStep]:
    """What the case waits for, each with the command that does it; nothing of what was registered in error."""
    if case.close_reason == IN_ERROR:
        return []
    if case.locked:
        command = f"ipsu invoice resolve {case.locked.invoice} --case {case.ref} --outcome OUTCOME"
        figures = {"case": case.ref, "since": case.locked.since, "invoice": case.locked.invoice}
        return [NextStep.demanded("delivery.locked", figures, command)]
    today = office.today
    service = services.service(case.service)
    if service.queued:
        from ipsu_cli.reports import enrolment

        return enrolment.next_of(case, rows.requirement, office)
    if service.by_month:
        from ipsu_cli.reports import placement

        return placement.next_steps(case, rows.documents, rows.deliveries, today)
    if service.whole:
        delivered = any(delivery.counts for delivery in rows.deliveries)
        return [] if delivered else _mapping_steps(case, rows.documents, today)
    return _plan_steps(case, rows.plans, today) if service.planned else []


def _mapping_steps(case: Case, listed: list[Document], today: dt.date) -> list[NextStep]:
    from ipsu_cli.reports.mapping import command_for, missing_for

    missing = missing_for(case, listed, today)
    steps = [NextStep.demanded(finding.code, finding.figures, finding.command or "") for finding in missing]
    return steps or [NextStep.to_do("next.deliver", {"case": case.ref}, command_for(case, listed))]


def _plan_steps(case: Case, plans: list[Plan], today: dt.date) -> list[NextStep]:
    newest = plans[-1] if plans else None
    if newest is None or newest.status == "returned":
        code = "next.plan-again" if newest else "next.plan"
        return [NextStep.to_do(code, {"case": case.ref}, command_for(case.ref, again=newest is not None))]
    type = services.type_of(case, Role.PLAN)
    if newest.status == "draft":
        return [NextStep.to_do("next.submit", {"case": case.ref}, f"ipsu document submit {case.ref} {type}")]
    if newest.status == "submitted":
        return [NextStep.to_do("next.confirm", {"case": case.ref}, f"ipsu document confirm {case.ref} {type}")]
    if case.closed_on is None and case.to_day and case.to_day < today:
        return [NextStep.to_do("next.close", {"case": case.ref}, f"ipsu case close {case.ref} --on DATE --reason CODE")]
    return []

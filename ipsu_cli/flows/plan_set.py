"""`ipsu plan set`: the next version of the joint plan."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.role import Role
from ipsu_cli.flows import document
from ipsu_cli.flows.document_file import file
from ipsu_cli.office import Office
from ipsu_cli.reports.plan import CasePlan, plan_of
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.document import PlanFacts
from ipsu_cli.store import Writing, cases, deliveries, documents
from ipsu_cli.validation import Finding, check


class PlanEntry(NamedTuple):
    """A whole plan as it is typed. With `submitted` (and `confirmed`) its GP takes those steps at once."""

    weeks: list[tuple[Week, Hours]]
    reason: str | None = None
    submitted: dt.date | None = None
    confirmed: dt.date | None = None


def plan_set(office: Office, ref: str, entry: PlanEntry) -> Answer[CasePlan]:
    """Plan the next version; submit and confirm it if the entry says so."""

    def plan_next(store: Writing) -> Answer[CasePlan]:
        case = cases.get_for_entry(store, ref)
        warnings = save(store, office, case, entry)
        version = documents.of_case(store, case.id, type_of_plan(case))[-1].version
        planned = plan_of(store, case, office.today, version)
        figures = {"case": ref, "version": version, "planned_hours": planned.plan.planned_hours}
        lines = [Text(f"message.plan-{planned.plan.status}", figures)]
        return Answer(planned, lines, warnings=warnings)

    return office.change("plan set", plan_next)


def type_of_plan(case: Case) -> str:
    """The document that the case's plan is. Raises `Refused` where its hours are not planned."""
    type = services.type_of(case, Role.PLAN)
    if type is None or not services.service(case.service).planned:
        raise Refused("plan.no-plan", rule="A20", case=case.ref, service=case.service)
    return type


def save(store: Writing, office: Office, case: Case, entry: PlanEntry) -> list[Finding]:
    """Enter one version, for the command and the import alike."""
    type = type_of_plan(case)
    if not entry.weeks:
        raise Unreadable("option.missing", option="WEEKS=HOURS")
    if entry.confirmed and not entry.submitted:
        raise Unreadable("option.missing", option="--submitted")
    earlier = documents.plans(store, case.id)
    in_force = documents.plan_in_force(earlier)
    hours = deliveries.Delivered(store, case.id)
    version = len(earlier) + 1
    facts = PlanFacts(
        case=case,
        weeks=sorted(entry.weeks),
        version=version,
        reason=entry.reason,
        on=entry.submitted or office.today,
        in_force=in_force,
        delivered=hours.total,
        last_delivered=hours.last,
        extended_from=cases.extended_from(store, case.id),
    )
    warnings = check(acts.PLAN, case.service, facts)
    id = documents.add(store, case.id, type, version, {"status": "draft", "reason": entry.reason})
    documents.add_weeks(store, id, dict(entry.weeks))
    if entry.submitted:
        warnings += file(store, office, case, type, entry.submitted, {}).warnings
    if entry.confirmed:
        document.confirm(store, case, type, entry.confirmed, office.today, document.Which(version))
    return warnings

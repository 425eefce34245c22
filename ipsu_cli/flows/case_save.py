"""A case as it is entered or changed, for the commands and the import alike."""

import datetime as dt
from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.case import Case, OtherCase, Person
from ipsu_cli.core.document import Document
from ipsu_cli.core.fact import with_facts
from ipsu_cli.core.kind import code
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.core.role import Role
from ipsu_cli.core.text import UNSPECIFIED
from ipsu_cli.flows import person_save
from ipsu_cli.read.fields import demand, read_value
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.case import CaseFacts
from ipsu_cli.store import Store, Writing, agreements, cases, deliveries, documents, enrolments, requirements
from ipsu_cli.validation import Broken, Finding, check, foreseen, quoted


def save(
    store: Writing, entry: dict[str, Any], today: dt.date, *, demanding: bool = True
) -> tuple[Case, list[Finding]]:
    """Enter or change one case, for the commands and the import alike.

    `demanding`: where support begins for who has waited, it demands what a start does.
    """
    demand(entry, "case")
    return save_next_to(store, entry, cases.find(store, entry["case"]), today, demanding=demanding)


def _on_entry(case: Case, finding: Finding) -> Finding:
    """What stops a new case is put right as it is entered: it is not there to be edited."""
    edit = f"ipsu case edit {quoted(case.ref)} "
    if not (finding.command or "").startswith(edit):
        return finding
    add = f"ipsu case add {quoted(case.ref)} --service {case.service} --personnummer PNR --name NAME "
    return finding._replace(command=add + (finding.command or "").removeprefix(edit))


def save_next_to(
    store: Writing, entry: dict[str, Any], before: Case | None, today: dt.date, *, demanding: bool = True
) -> tuple[Case, list[Finding]]:
    """The same of a case that has been read: as it was `before`, None where it is new."""
    if before:
        cases.refuse_erased(before)
    for name in ("personnummer", "name"):
        if name in entry:
            demand(entry, name)
    known = person_save.known_person(store, entry, before)
    warnings = person_save.warnings_of(entry, before, known)
    person = person_save.save(store, entry, before, known)
    case = _as_entered(store, entry, before, person)
    agreement = agreements.get(store, case.agreement) if case.agreement else None
    last = deliveries.last_day(store, before.id) if before else None
    plans = _plans(store, before) if before else []
    followed = enrolments.followed(store, before.id) if before else enrolments.Followed()
    facts = CaseFacts(
        case=case,
        today=today,
        before=before,
        bound=before is not None and _is_bound(store, before, plans),
        agreement=agreement,
        requirement=requirement_of(store, case),
        other_cases=other_cases(store, case),
        mapping=cases.get(store, case.after) if case.after else None,
        has_delivery=last is not None,
        last_delivered=last,
        first_followed=followed.first,
        last_followed=followed.last,
        outcomes=followed.outcomes,
        plan_filed=min((plan.submitted for plan in plans if plan.submitted), default=None),
        invoiced=before is not None and deliveries.on_an_invoice(store, before.id),
    )
    starts = before is not None and before.from_day is None and case.from_day is not None
    try:
        warnings += check(acts.CASE, case.given, facts, *((acts.START,) if demanding and starts else ()))
    except Broken as broken:
        raise broken if before else Broken([_on_entry(case, finding) for finding in broken.findings]) from None
    if before is None and case.from_day is None and case.closed_on is None:
        warnings += foreseen(acts.START, case.given, facts)
    if case == before:
        return case, warnings
    _write(store, case, before, agreement)
    return cases.get(store, case.ref), warnings


def requirement_of(store: Store, case: Case) -> Requirement | None:
    """What the agreement asks of who the service is for; of a service that nobody waits for, nothing."""
    return requirements.find(store, case.agreement, case.given) if services.service(case.service).queued else None


def other_cases(store: Store, case: Case) -> list[OtherCase]:
    """The other cases of the person in the service; a protected person's are never named."""
    found = cases.others(store, case.person.id, case.given, case.ref)
    return [other._replace(ref="CASE") for other in found] if case.person.protected else found


def _is_bound(store: Store, case: Case, plans: list[Document]) -> bool:
    """Has the case a confirmed plan, or a delivery that counts?"""
    confirmed = any(plan.status == "confirmed" for plan in plans)
    return confirmed or bool(deliveries.standing(store, case.id))


def _plans(store: Store, case: Case) -> list[Document]:
    """The versions of the case's joint plan; none where its service has no such document."""
    type = services.type_of(case, Role.PLAN)
    return documents.of_case(store, case.id, type) if type else []


def _as_entered(store: Store, entry: dict[str, Any], before: Case | None, person: Person) -> Case:
    if before is None:
        case = _new(entry, person)
    elif entry.get("service") not in (None, before.service):
        raise Refused("case.service-fixed", case=before.ref, service=before.service)
    else:
        case = before._replace(person=person)
    changes = {fact.path: entry[fact.name] for fact in cases.FACTS if fact.name in entry}
    case = with_facts(case, {path: _emptied(case, path) if value is None else value for path, value in changes.items()})
    if "after" in entry:
        case = case._replace(after=entry["after"])
    _refuse_support(case.referral.support)
    case = case._replace(close_reason=_close_reason(case))
    return case._replace(agreement=_agreement(store, entry, case, before))


def _refuse_support(support: str | None) -> None:
    """What is given to who has waited is a service that people wait for, or is not noted."""
    waited_for = [code for code in services.codes() if services.service(code).queued] if support else []
    if support and support not in (*waited_for, UNSPECIFIED):
        raise Unreadable("value.code", value=support, known=[*waited_for, UNSPECIFIED], option="support")


def _emptied(case: Case, path: tuple[str, ...]) -> Any:
    """What a fact is once it is taken away: as in a new case."""
    record = Case(0, case.ref, case.service, None, case.person)
    for field in path:
        record = getattr(record, field)
    return record


def _close_reason(case: Case) -> str | None:
    """The reason as its code, of those that end the case as it stands. A closed case has a day and a reason."""
    if (case.closed_on is None) != (case.close_reason is None):
        raise Unreadable("option.missing", option="--closed / --reason")
    if case.close_reason is None:
        return None
    reason: str = read_value(code(*reasons(case)), case.close_reason, dt.date.min, "reason")
    return reason


def reasons(case: Case) -> tuple[str, ...]:
    """The reasons that end the case as it stands: the support, or the wait for it."""
    service = services.service(case.service)
    return service.queue_reasons if service.queued and case.from_day is None else service.reasons


def _new(entry: dict[str, Any], person: Person) -> Case:
    if not entry.get("service"):
        raise Unreadable("option.missing", option="--service")
    services.service(entry["service"])
    return Case(0, entry["case"], entry["service"], None, person)


def _agreement(store: Store, entry: dict[str, Any], case: Case, before: Case | None) -> str | None:
    """The one that is named; left out, the only one that fits."""
    if entry.get("agreement"):
        return str(entry["agreement"])
    if before is not None:
        return before.agreement
    service = services.service(case.service).agreement
    listed = agreements.for_service(store, service)
    fitting = [agreement.ref for agreement in listed if _fits(agreement, case)]
    if len(fitting) != 1:
        covering = f"ipsu agreement add AGREEMENT --service {service} --area AREA --from DATE"
        one_of_them = f"ipsu case add {case.ref} --service {case.service} --agreement AGREEMENT"
        command = f"{one_of_them} --personnummer PNR --name NAME" if fitting else covering
        raise Refused("case.which-agreement", case=case.ref, fitting=fitting, command=command)
    return fitting[0]


def _fits(agreement: Agreement, case: Case) -> bool:
    starts = None if services.service(case.service).queued else case.from_day
    in_time = starts is None or (
        agreement.from_day <= starts and (agreement.to_day is None or starts <= agreement.to_day)
    )
    return in_time and (not agreement.sites or case.site is None or case.site in agreement.sites)


def _write(store: Writing, case: Case, before: Case | None, agreement: Agreement | None) -> None:
    values = cases.kept(case)
    values |= {
        "person_id": case.person.id,
        "agreement_id": agreement.id if agreement else None,
        "after_id": cases.id_of(store, case.after),
    }
    if before is None:
        cases.add(store, {"ref": case.ref, "service": case.service, **values})
    else:
        cases.alter(store, before, values)

"""`ipsu case add`, `case edit`, `case close`, `case reopen` and `case decide`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case, Person
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.shapes import case_shape
from ipsu_cli.office import Office
from ipsu_cli.read.fields import REASONS, code, demand
from ipsu_cli.rules import services
from ipsu_cli.rules.facts import CaseFacts, DecideFacts
from ipsu_cli.store import Store, Writing, agreements, cases, deliveries, documents
from ipsu_cli.validation import Finding, check, warning

# Option or column -> field of Case.
FIELDS = {
    "from": "from_day",
    "to": "to_day",
    "site": "site",
    "coach": "coach",
    "officer": "officer",
    "order": "order",
    "meeting": "meeting",
    "mapping-agreed": "mapping_agreed",
    "decision": "decision",
    "training": "training_name",
    "training-type": "training_type",
    "training-from": "training_from",
    "training-to": "training_to",
    "closed": "closed_on",
    "reason": "close_reason",
    "training-result": "training_result",
}
COLUMNS = {"order": "order_ref"}


def case_add(office: Office, given: dict[str, Any]) -> Answer:
    """Enter a new case."""

    def work(store: Writing) -> Answer:
        if given["case"] and cases.find(store, given["case"]):
            raise Refused("case.exists", case=given["case"], command=f"ipsu case show {given['case']}")
        case, warnings = put(store, given, office.today)
        return _answer("said.case-added", case, office, warnings)

    return office.change("case add", work)


def case_edit(office: Office, ref: str, given: dict[str, Any], why: str | None) -> Answer:
    """Change a case. Lifting protection needs a reason."""

    def work(store: Writing) -> Answer:
        before = cases.get(store, ref)
        if before.person.protected and given.get("protected") is False:
            if not why:
                raise Refused("case.unprotect-reason", rule="E20", case=ref)
            deliveries.say_why(store, why, case_id=before.id)
        case, warnings = put(store, {**given, "case": ref}, office.today)
        said = "said.case-unchanged" if case == before else "said.case-edited"
        return _answer(said, case, office, warnings)

    return office.change("case edit", work)


def case_close(office: Office, ref: str, on: dt.date, reason: str, result: str | None) -> Answer:
    """Close a case; the closing day is a day of support."""

    def work(store: Writing) -> Answer:
        before = cases.get(store, ref)
        if before.closed_on:
            raise Refused("case.closed", case=ref, closed=before.closed_on)
        given = {"case": ref, "closed": on, "reason": reason, "training-result": result}
        case, warnings = put(store, given, office.today)
        return _answer("said.case-closed", case, office, warnings)

    return office.change("case close", work)


def case_reopen(office: Office, ref: str, reason: str) -> Answer:
    """Open a closed case again, with the reason kept."""

    def work(store: Writing) -> Answer:
        before = cases.get(store, ref)
        if not before.closed_on:
            raise Refused("case.open", case=ref)
        deliveries.say_why(store, reason, case_id=before.id)
        given = {"case": ref, "closed": None, "reason": None, "training-result": None}
        case, warnings = put(store, given, office.today)
        return _answer("said.case-reopened", case, office, warnings)

    return office.change("case reopen", work)


def case_decide(office: Office, ref: str, to: dt.date, on: dt.date) -> Answer:
    """Enter the agency's decision on the end of the participant period."""

    def work(store: Writing) -> Answer:
        before = cases.get(store, ref)
        plan = documents.plan_in_force(documents.plans(store, before.id))
        hours = deliveries.Delivered(store, before.id)
        decided = cases.last_decided(store, before.id)
        facts = DecideFacts(before, to, on, office.today, last_delivered=hours.last, decided_on=decided)
        if plan and services.service(before.service).planned:
            from ipsu_cli.core.hours import Hours

            planned = Hours(sum(plan.counting(to).values()))
            facts = facts._replace(planned=planned, delivered=hours.total)
        warnings = check("decide", before.service, facts)
        cases.decide(store, before, to, on)
        return _answer("said.case-decided", cases.get(store, ref), office, warnings)

    return office.change("case decide", work)


def put(store: Writing, given: dict[str, Any], today: dt.date) -> tuple[Case, list[Finding]]:
    """Enter or change one case, for the commands and the import alike."""
    demand(given, "case")
    for name in ("personnummer", "name"):
        if name in given:
            demand(given, name)
    before = cases.find(store, given["case"])
    warnings = _person_warnings(store, given, before)
    person = _person(store, given, before)
    case = _as_wanted(store, given, before, person)
    agreement = agreements.get(store, case.agreement) if case.agreement else None
    last = deliveries.last_day(store, before.id) if before else None
    facts = CaseFacts(
        case=case,
        today=today,
        before=before,
        bound=before is not None and is_bound(store, before),
        agreement=agreement,
        other_open=_other_open(store, case),
        mapping=cases.get(store, case.after) if case.after else None,
        has_delivery=last is not None,
        last_delivered=last,
    )
    warnings += check("case", case.service, facts)
    _write(store, case, before, agreement)
    return cases.get(store, case.ref), warnings


def _other_open(store: Store, case: Case) -> str | None:
    """Another open case of the person in the service; a protected person's is never named."""
    other = cases.other_open(store, case.person.id, case.service, case.ref)
    return "CASE" if other and case.person.protected else other


def is_bound(store: Store, case: Case) -> bool:
    """Has the case a confirmed plan, or a delivery that counts?"""
    confirmed = any(each.status == "confirmed" for each in documents.of_case(store, case.id, "gp"))
    return confirmed or bool(deliveries.standing(store, case.id))


def _person_warnings(store: Store, given: dict[str, Any], before: Case | None) -> list[Finding]:
    """A number that somebody else has, or another name for one that is known: the latest name holds."""
    number = given.get("personnummer")
    known = cases.person(store, number) if number else None
    if known is None:
        return []
    if before is not None and before.person.id != known.id:
        return [warning("case.other-person", case=given["case"])]
    if before is None and given.get("name") not in (None, known.name):
        return [warning("case.other-name", case=given["case"])]
    return []


def _person(store: Writing, given: dict[str, Any], before: Case | None) -> Person:
    """The person of the case: known by number, changed by what is given, or new."""
    number = given.get("personnummer") or (before.person.personnummer if before else None)
    if number is None:
        raise Unreadable("option.missing", option="--personnummer")
    known = cases.person(store, number) or (before.person if before else None)
    name = given.get("name") or (known.name if known else None)
    if name is None:
        raise Unreadable("option.missing", option="--name")
    wanted = {
        "personnummer": number,
        "name": name,
        "gender": given.get("gender", known and known.gender),
        "protected": int(_protected(given, known, before)),
    }
    was = known and {each: getattr(known, each) for each in wanted}
    id = cases.put_person(store, known.id if known else None, {} if was == wanted else wanted)
    found = cases.person(store, number)
    assert found is not None and found.id == id
    return found


def _protected(given: dict[str, Any], known: Person | None, before: Case | None) -> bool:
    """Protection belongs to the person: a later case keeps it, only an edit lifts it."""
    if known and known.protected and before is None:
        return True
    wanted = given.get("protected")
    return bool(known and known.protected) if wanted is None else bool(wanted)


def _as_wanted(store: Store, given: dict[str, Any], before: Case | None, person: Person) -> Case:
    if before is None:
        case = _new(given, person)
    elif given.get("service") not in (None, before.service):
        raise Refused("case.service-fixed", case=before.ref, service=before.service)
    else:
        case = before._replace(person=person)
    changes = {field: given[name] for name, field in FIELDS.items() if name in given}
    if "mapping_agreed" in changes:
        changes["mapping_agreed"] = bool(changes["mapping_agreed"])
    case = case._replace(**changes)
    if "after" in given:
        case = case._replace(after=given["after"])
    _refuse_half_closed(case)
    return case._replace(agreement=_agreement(store, given, case, before))


def _refuse_half_closed(case: Case) -> None:
    if (case.closed_on is None) != (case.close_reason is None):
        raise Unreadable("option.missing", option="--closed / --reason")
    if case.close_reason:
        code(*REASONS)(case.close_reason, case.closed_on or dt.date.min)


def _new(given: dict[str, Any], person: Person) -> Case:
    if not given.get("service"):
        raise Unreadable("option.missing", option="--service")
    services.service(given["service"])
    empty = dict.fromkeys(FIELDS.values())
    empty["mapping_agreed"] = False
    return Case(
        id=0,
        ref=given["case"],
        service=given["service"],
        person=person,
        agreement=None,
        after=None,
        locked=None,
        **empty,  # type: ignore[arg-type]
    )


def _agreement(store: Store, given: dict[str, Any], case: Case, before: Case | None) -> str | None:
    """The one that is named; left out, the only one that fits."""
    if given.get("agreement"):
        return str(given["agreement"])
    if before is not None:
        return before.agreement
    fitting = [each for each in agreements.for_service(store, services.service(case.service).agreement)
               if _fits(each, case)]  # fmt: skip
    if len(fitting) != 1:
        raise Refused(
            "case.which-agreement",
            case=case.ref,
            fitting=[each.ref for each in fitting],
            command="ipsu agreement add AGREEMENT …" if not fitting else f"ipsu case add {case.ref} … --agreement A",
        )
    return fitting[0].ref


def _fits(agreement: Agreement, case: Case) -> bool:
    starts = case.from_day
    in_time = starts is None or (
        agreement.from_day <= starts and (agreement.to_day is None or starts <= agreement.to_day)
    )
    return in_time and (not agreement.sites or case.site is None or case.site in agreement.sites)


def _write(store: Writing, case: Case, before: Case | None, agreement: Agreement | None) -> None:
    values: dict[str, Any] = {COLUMNS.get(n, f): getattr(case, f) for n, f in FIELDS.items()}
    values["mapping_agreed"] = int(case.mapping_agreed)
    values = {key: each.isoformat() if isinstance(each, dt.date) else each for key, each in values.items()}
    values |= {
        "person_id": case.person.id,
        "agreement_id": agreement.id if agreement else None,
        "after_id": cases.id_of(store, case.after),
    }
    if before is None:
        cases.add(store, {"ref": case.ref, "service": case.service, **values})
    elif case != before:
        cases.alter(store, before, values)
    else:
        store.case_id = before.id


def _answer(said: str, case: Case, office: Office, warnings: list[Finding]) -> Answer:
    shape = case_shape(case, office.today)
    figures = {"case": case.ref, "from_day": case.from_day, "to_day": case.to_day, "closed": case.closed_on}
    return Answer(shape, [Text(said, figures)], warnings=warnings)

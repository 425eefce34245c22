"""`ipsu case add`, `case edit`, `case close`, `case reopen` and `case decide`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.effect import ADDED
from ipsu_cli.core.enrolment_shown import CaseSummary
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.flows.case_save import other_cases, requirement_of, save_next_to
from ipsu_cli.flows.enrolment import Saved, municipal
from ipsu_cli.office import Office
from ipsu_cli.reports.case_left import left_at_close
from ipsu_cli.reports.case_summary import summary
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.case import CaseFacts, DecideFacts
from ipsu_cli.rules.second_period import decides_period_2
from ipsu_cli.store import Writing, cases, deliveries, documents
from ipsu_cli.validation import Finding, check, foreseen


def case_add(office: Office, entry: dict[str, Any]) -> Answer[CaseSummary]:
    """Enter a new case."""

    def enter(store: Writing) -> Answer[CaseSummary]:
        if entry["case"] and cases.find(store, entry["case"]):
            raise Refused("case.exists", case=entry["case"], command=f"ipsu case show {entry['case']}")
        case, warnings = save_next_to(store, entry, None, office.today)
        if case.from_day and services.service(case.service).queued:
            facts = CaseFacts(case, office.today, requirement=requirement_of(store, case))
            warnings += foreseen(acts.START, case.given, facts)
        return _answer(_added(case), case, office, warnings)

    return office.change("case add", enter)


def _added(case: Case) -> str:
    if not services.service(case.service).queued:
        return "message.case-added"
    return "message.case-supported" if case.from_day else "message.case-queued"


def case_start(office: Office, ref: str, on: dt.date, support: str | None) -> Answer[CaseSummary]:
    """Out of the queue and into support; all that is missing is said at once."""

    def start(store: Writing) -> Answer[CaseSummary]:
        before = municipal(store, ref)
        if before.closed_on:
            raise Refused(
                "case.closed", case=ref, closed=before.closed_on, command=f"ipsu case reopen {ref} --reason TEXT"
            )
        if before.from_day:
            raise Refused("case.started", case=ref, from_day=before.from_day)
        entry = {"case": ref, "from": on, "support": support}
        case, warnings = save_next_to(store, entry, before, office.today)
        return _answer("message.case-started", case, office, warnings)

    return office.change("case start", start)


def case_edit(office: Office, ref: str, entry: dict[str, Any]) -> Answer[CaseSummary]:
    """Change a case. Lifting protection needs a reason; else the reason is the one that the case was closed for, of an
    open case of the agency's why it is changed."""

    def edit(store: Writing) -> Answer[CaseSummary]:
        before = cases.get(store, ref)
        lifts = before.person.protected and entry.get("protected") is False
        closes = services.service(before.service).queued or before.closed_on or entry.get("closed")
        why = entry.pop("reason", None) if lifts or not closes else None
        if lifts and not why:
            raise Refused("case.unprotect-reason", rule="E20", case=ref)
        case, warnings = save_next_to(store, {**entry, "case": ref}, before, office.today)
        if why and case != before:
            deliveries.say_why(store, why, case_id=before.id)
        message_code = "message.case-unchanged" if case == before else "message.case-edited"
        return _answer(message_code, case, office, warnings)

    return office.change("case edit", edit)


def case_close(
    office: Office, ref: str, on: dt.date, reason: str, result: str | None, refer_to: str | None = None
) -> Answer[CaseSummary]:
    """Close a case; the closing day is a day of support. A case that never started leaves the queue."""

    def close(store: Writing) -> Answer[CaseSummary]:
        before = cases.get(store, ref)
        if before.closed_on:
            raise Refused("case.closed", case=ref, closed=before.closed_on)
        entry = {"case": ref, "closed": on, "reason": reason, "training-result": result}
        if refer_to:
            entry["refer-to"] = refer_to
        case, warnings = save_next_to(store, entry, before, office.today)
        warnings += left_at_close(store, office, case)
        return _answer("message.case-closed", case, office, warnings)

    return office.change("case close", close)


def case_reopen(office: Office, ref: str, reason: str) -> Answer[CaseSummary]:
    """Open a closed case again, with the reason kept."""

    def reopen(store: Writing) -> Answer[CaseSummary]:
        before = cases.get(store, ref)
        if not before.closed_on:
            raise Refused("case.open", case=ref)
        deliveries.say_why(store, reason, case_id=before.id)
        entry = {"case": ref, "closed": None, "reason": None, "training-result": None, "refer-to": None}
        case, warnings = save_next_to(store, entry, before, office.today)
        return _answer("message.case-reopened", case, office, warnings)

    return office.change("case reopen", reopen)


def case_decide(office: Office, ref: str, to: dt.date, on: dt.date, period: int | None = None) -> Answer[CaseSummary]:
    """Enter the agency's decision on the end of the participant period, or on the next `period`."""

    def decide(store: Writing) -> Answer[CaseSummary]:
        warnings = save_decision(store, {"case": ref, "to": to, "on": on, "period": period}, office).warnings
        return _answer("message.case-decided", cases.get(store, ref), office, warnings)

    return office.change("case decide", decide)


def save_decision(store: Writing, entry: dict[str, Any], office: Office) -> Saved[None]:
    """Enter one decision, for the command and the import alike. Where a file says which end it moved, it is judged by
    the case as that was then."""
    ref, to, on, period = entry["case"], entry["to"], entry["on"], entry.get("period")
    now = cases.get_for_entry(store, ref)
    service = services.service(now.service)
    if service.queued:
        raise Refused("case.no-decision", case=ref, service=now.service)
    if period is not None and service.periods == 1:
        raise Unreadable("decision.no-periods", case=ref, service=now.service, option="--period")
    before = _as_it_was(now, entry)
    plan = documents.plan_in_force(documents.plans(store, before.id))
    hours = deliveries.Delivered(store, before.id)
    decided = cases.last_decided(store, before.id)
    facts = DecideFacts(before, to, on, office.today, last_delivered=hours.last, decided_on=decided)
    filed, others = documents.of_case(store, before.id), other_cases(store, before)
    facts = facts._replace(period=period, filed=filed, other_cases=others)
    if plan and service.planned:
        facts = facts._replace(planned=plan.hours(to), delivered=hours.total)
    warnings = check(acts.DECIDE, before.service, facts)
    begins = service.periods > 1 and decides_period_2(facts)
    cases.decide(store, now, before.to_day, to, on, 2 if begins else period)
    return Saved(None, ADDED, warnings)


def _as_it_was(case: Case, entry: dict[str, Any]) -> Case:
    """The case as a decision of the past found it."""
    if "was-to" not in entry:
        return case
    closed = None if case.closed_on and case.closed_on >= entry["on"] else case.closed_on
    return case._replace(to_day=entry["was-to"], closed_on=closed)


def _answer(message_code: str, case: Case, office: Office, warnings: list[Finding]) -> Answer[CaseSummary]:
    figures = {"case": case.ref, "from_day": case.from_day, "to_day": case.to_day, "closed": case.closed_on,
               "queued": case.referral.queued_on}  # fmt: skip
    return Answer(summary(case, office.today), [Text(message_code, figures)], warnings=warnings)

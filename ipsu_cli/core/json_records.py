"""The JSON shape of each record: keys, and what stands there. Names and numbers only where they may be seen."""

import datetime as dt

from ipsu_cli.core.case import Case
from ipsu_cli.core.fact import JSON, facts_of, json_of
from ipsu_cli.core.identity import masked, whole


def _shown(case: Case, reveal: bool) -> bool:
    """Are the facts shown that are hidden of a protected person?"""
    return reveal or not case.person.protected


def case_shape(case: Case, today: dt.date, *, name: bool = False, reveal: bool = False) -> JSON:
    """A case. `name` shows the person's name, `reveal` the whole number and a protected person as well."""
    shown = _shown(case, reveal)
    lock = case.locked
    return {
        "case": case.ref,
        "participant": _participant(case, name=name, reveal=reveal),
        "status": case.status(today),
        "locked": lock and {"since": lock.since, "invoice": lock.invoice, "reason": lock.reason if shown else None},
        **json_of(case, CASE_FACTS, hide=not shown),
    }


CASE_FACTS = tuple(fact for fact in facts_of(Case) if fact.key and fact.path[0] not in ("person", "referral"))
REFERRAL_FACTS = tuple(fact for fact in facts_of(Case) if fact.key and fact.path[0] == "referral")


def referral_shape(case: Case, *, reveal: bool = False) -> JSON:
    """What is set of a municipality's facts on a case of another service, under the same keys. What is hidden of a
    protected person is left out: that it is set would be said by an empty one."""
    shown = _shown(case, reveal)
    shape = json_of(
        case, tuple(fact for fact in REFERRAL_FACTS if fact.of(case) is not None and (shown or not fact.hidden))
    )
    if case.referral.support:
        shape.setdefault("support", {})["service"] = case.referral.support
    return shape


def enrolment_shape(case: Case, today: dt.date, *, reveal: bool = False) -> JSON:
    """What a municipality's case has next to the rest: its queue, its support, and what the checks rest on.

    A place in the queue ends on the day before support, or with the closing of a case that never started.
    """
    queued, started = case.referral.queued_on, case.from_day is not None
    left = case.from_day or case.closed_on
    ends = min(left, today) if left else today
    ended = case.closed_on if started else None
    shape = json_of(case, REFERRAL_FACTS, hide=not _shown(case, reveal))
    shape["period"] = {"from": case.from_day, "to": ended}
    shape["queue"] |= {
        "to": left if queued else None,
        "reason": ("enrolled" if started else case.close_reason) if queued else None,
        "days": (ends - queued).days if queued else None,
    }
    shape["support"] |= {
        "from": case.from_day,
        "to": ended,
        "service": (case.referral.support or case.service) if started else None,
        "reason": case.close_reason if started else None,
    }
    return shape


def _participant(case: Case, *, name: bool, reveal: bool) -> JSON:
    person = case.person
    if not _shown(case, reveal):
        return {"personnummer": None, "name": None, "gender": None, "protected": True}
    return {
        "personnummer": whole(person.personnummer) if reveal else masked(person.personnummer),
        "name": person.name if name or reveal else None,
        "gender": person.gender,
        "protected": person.protected,
    }

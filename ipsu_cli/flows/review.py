"""`ipsu review add`: is there progress, and what is decided where there is none."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.effect import ADDED
from ipsu_cli.core.enrolment import Review
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.flows import case_save
from ipsu_cli.flows.enrolment import Saved, municipal
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.case import FollowFacts
from ipsu_cli.store import Writing, cases, enrolments
from ipsu_cli.validation import Finding, check, warning

# What a review's decision closes the case with. One that closes although there is progress does not say why.
CLOSING = {"refer": "referred_on", "close": "no_progress"}


class ReviewAdded(NamedTuple):
    """The review, and with what reason it closed the case; of a protected person it does not say to whom."""

    review: Review
    closed: dt.date | None
    reason: str | None


def review_add(office: Office, entry: dict[str, Any]) -> Answer[ReviewAdded]:
    """A review of the support; a decision to refer or to close closes the case as well."""

    def enter(store: Writing) -> Answer[ReviewAdded]:
        was_closed = cases.get(store, entry["case"]).closed_on is not None
        saved = save_review(store, entry, office)
        case = cases.get(store, entry["case"])
        figures = {"case": case.ref, "id": saved.thing.id, "day": saved.thing.on}
        lines = [Text("message.review", figures)]
        if case.closed_on and not was_closed:
            lines.append(Text("message.case-closed", {"case": case.ref, "closed": case.closed_on}))
        shown = saved.thing._replace(refer_to=None) if case.person.protected else saved.thing
        return Answer(ReviewAdded(shown, case.closed_on, case.close_reason), lines, warnings=saved.warnings)

    return office.change("review add", enter)


def save_review(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Review]:
    """Enter one review, and close the case where it decides so."""
    demand(entry, "case", "on", "progress")
    case = municipal(store, entry["case"])
    on, progress, decision, refer_to = entry["on"], entry["progress"], entry.get("decision"), entry.get("refer-to")
    facts = FollowFacts(case, "review", on, office.today, progress=progress, decision=decision)
    facts = facts._replace(refer_to=refer_to)
    warnings = check(acts.FOLLOW, case.service, facts)
    values = {"on_day": on.isoformat(), "progress": int(progress), "decision": decision, "refer_to": refer_to}
    id = enrolments.add(store, "reviews", case.id, **values)
    if decision in CLOSING:
        warnings += _close(store, case, on, decision, office.today, progress=progress, refer_to=refer_to)
    return Saved(Review(id, case.ref, on, progress, decision, refer_to), ADDED, warnings)


def _close(
    store: Writing, case: Case, on: dt.date, decision: str, today: dt.date, *, progress: bool, refer_to: str | None
) -> list[Finding]:
    """A case that is closed already, as in a register that is brought in, stays as it is."""
    if case.closed_on:
        return []
    missing = decision == "close" and progress
    reason = "other" if missing else CLOSING[decision]
    closing = {"case": case.ref, "closed": on, "reason": reason, "refer-to": refer_to}
    found = case_save.save(store, closing, today)[1]
    command = f"ipsu case edit {case.ref} --reason CODE"
    return [*found, warning("review.closed-why", "U10", command, case=case.ref)] if missing else found

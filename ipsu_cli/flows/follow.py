"""`ipsu case pause`, `review add`, `outcome add` and `contact add`, for the commands and the import alike."""

import datetime as dt
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.enrolment import Contact, Outcome, Pause, Review
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.shapes import contact_shape, outcome_shape, pause_shape, review_shape
from ipsu_cli.flows import case_put
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import services
from ipsu_cli.rules.facts import FollowFacts
from ipsu_cli.store import Store, Writing, agreements, cases, enrolments
from ipsu_cli.validation import Finding, check, warning

# What a review's decision closes the case with. One that closes although there is progress does not say why.
CLOSING = {"refer": "referred_on", "close": "no_progress"}


class Put(NamedTuple):
    """What was entered, what that did (`added`, `changed` or `known`), and the warnings."""

    thing: Any
    outcome: str
    warnings: list[Finding]


def outcome_add(office: Office, given: dict[str, Any]) -> Answer:
    """What came of the support."""

    def work(store: Writing) -> Answer:
        put = put_outcome(store, given, office)
        figures = {"outcome": Text(f"code.{put.thing.outcome}"), "id": put.thing.id, "case": put.thing.case,
                   "day": put.thing.on}  # fmt: skip
        return Answer({"outcome": outcome_shape(put.thing)}, [Text("said.outcome", figures)], warnings=put.warnings)

    return office.change("outcome add", work)


def put_outcome(store: Writing, given: dict[str, Any], office: Office) -> Put:
    """Enter one outcome."""
    demand(given, "case", "outcome", "on")
    case = municipal(store, given["case"])
    code, on, subsidised = given["outcome"], given["on"], bool(given.get("subsidised"))
    same = enrolments.has_outcome(store, case.id, code, on.isoformat())
    facts = FollowFacts(case, "outcome", on, office.today, outcome=code, subsidised=subsidised, same=same)
    warnings = check("follow", case.service, facts)
    values = {"outcome": code, "on_day": on.isoformat(), "subsidised": int(subsidised)}
    id = enrolments.add(store, "outcomes", case.id, **values)
    return Put(Outcome(id, case.ref, code, on, subsidised), "added", warnings)


def case_pause(office: Office, given: dict[str, Any]) -> Answer:
    """Days without support; given again with its last day, a pause that goes on ends."""

    def work(store: Writing) -> Answer:
        put = put_pause(store, given, office)
        said = "said.nothing-new" if put.outcome == "known" else "said.pause"
        figures = {"case": put.thing.case, "id": put.thing.id, "day": put.thing.from_day, "to_day": put.thing.to_day}
        return Answer({"pause": pause_shape(put.thing)}, [Text(said, figures)], warnings=put.warnings)

    return office.change("case pause", work)


def put_pause(store: Writing, given: dict[str, Any], office: Office) -> Put:
    """Enter one pause, or the last day of one that goes on."""
    demand(given, "case", "from")
    case = municipal(store, given["case"])
    first, last = given["from"], given.get("to")
    there = enrolments.pauses(store, case.id)
    same = next((each for each in there if each.from_day == first), None)
    if same and (last is None or same.to_day == last):
        return Put(same, "known", [])
    ends = same if same and same.to_day is None else None
    others = tuple(each for each in there if each is not ends)
    long_days = int(office.settings["long-pause-days"])
    facts = FollowFacts(case, "pause", first, office.today, to=last, pauses=others, long_days=long_days)
    warnings = check("follow", case.service, facts)
    if ends and last:
        enrolments.end_pause(store, case.id, ends.id, last.isoformat())
        return Put(ends._replace(to_day=last), "changed", warnings)
    values = {"from_day": first.isoformat(), "to_day": last and last.isoformat()}
    id = enrolments.add(store, "pauses", case.id, **values)
    return Put(Pause(id, case.ref, first, last), "added", warnings)


def review_add(office: Office, given: dict[str, Any]) -> Answer:
    """A review of the support; a decision to refer or to close closes the case as well."""

    def work(store: Writing) -> Answer:
        put = put_review(store, given, office)
        case = cases.get(store, given["case"])
        figures = {"case": case.ref, "id": put.thing.id, "day": put.thing.on}
        lines = [Text("said.review", figures)]
        if case.closed_on:
            lines.append(Text("said.case-closed", {"case": case.ref, "closed": case.closed_on}))
        data = {"review": _hiding(review_shape(put.thing), case, "refer_to"), "closed": case.closed_on,
                "reason": case.close_reason}  # fmt: skip
        return Answer(data, lines, warnings=put.warnings)

    return office.change("review add", work)


def put_review(store: Writing, given: dict[str, Any], office: Office) -> Put:
    """Enter one review, and close the case where it decides so."""
    demand(given, "case", "on", "progress")
    case = municipal(store, given["case"])
    on, progress, decision, refer_to = given["on"], given["progress"], given.get("decision"), given.get("refer-to")
    facts = FollowFacts(case, "review", on, office.today, progress=progress, decision=decision)
    warnings = check("follow", case.service, facts)
    values = {"on_day": on.isoformat(), "progress": int(progress), "decision": decision, "refer_to": refer_to}
    id = enrolments.add(store, "reviews", case.id, **values)
    if decision in CLOSING:
        warnings += _close(store, case, on, decision, office.today, progress=progress, refer_to=refer_to)
    return Put(Review(id, case.ref, on, progress, decision, refer_to), "added", warnings)


def _close(
    store: Writing, case: Case, on: dt.date, decision: str, today: dt.date, *, progress: bool, refer_to: str | None
) -> list[Finding]:
    """A case that is closed already, as in a register that is brought in, stays as it is."""
    if case.closed_on:
        return []
    unsaid = decision == "close" and progress
    reason = "other" if unsaid else CLOSING[decision]
    closing = {"case": case.ref, "closed": on, "reason": reason, "refer-to": refer_to}
    found = case_put.put(store, closing, today)[1]
    command = f"ipsu case edit {case.ref} --reason CODE"
    return [*found, warning("review.closed-why", "U10", command, case=case.ref)] if unsaid else found


def contact_add(office: Office, given: dict[str, Any]) -> Answer:
    """A contact or meeting with a party, about a case or an agreement, whichever has the reference."""

    def work(store: Writing) -> Answer:
        put = put_contact(store, _about(store, given), office)
        case = cases.get(store, put.thing.case) if put.thing.case else None
        shape = contact_shape(put.thing)
        if case:
            shape = _hiding(shape, case, "note")
        figures = {"id": put.thing.id, "party": put.thing.party, "about": put.thing.case or put.thing.agreement,
                   "day": put.thing.on}  # fmt: skip
        return Answer({"contact": shape}, [Text("said.contact", figures)], warnings=put.warnings)

    return office.change("contact add", work)


def _about(store: Store, given: dict[str, Any]) -> dict[str, Any]:
    """What is given, with its one reference said to be a case's or an agreement's."""
    ref = given.pop("about")
    case, agreement = cases.find(store, ref), agreements.find(store, ref)
    if case and agreement:
        raise Refused("contact.two", about=ref)
    if not case and not agreement:
        raise Refused("contact.about-unknown", about=ref, command="ipsu case list")
    return {**given, "case" if case else "agreement": ref}


def put_contact(store: Writing, given: dict[str, Any], office: Office) -> Put:
    """Enter one contact."""
    demand(given, "party", "on")
    if (given.get("case") is None) == (given.get("agreement") is None):
        raise Unreadable("option.one-of", options=["case", "agreement"])
    on, party, note = given["on"], given["party"], given.get("note")
    case = municipal(store, given["case"]) if given.get("case") else None
    agreement = agreements.get(store, given["agreement"]) if given.get("agreement") else None
    if case:
        check("follow", case.service, FollowFacts(case, "contact", on, office.today))
    elif on > office.today:
        raise Refused("date.future", rule="A24", day=on, today=office.today)
    values = {"agreement_id": agreement.id if agreement else None, "party": party, "on_day": on.isoformat(),
              "note": note}  # fmt: skip
    id = enrolments.add(store, "contacts", case.id if case else None, **values)
    thing = Contact(id, case.ref if case else None, agreement.ref if agreement else None, party, on, note)
    return Put(thing, "added", [])


def municipal(store: Store, ref: str) -> Case:
    """The case, of a service that has a queue and enrolments."""
    case = cases.get(store, ref)
    if not services.service(case.service).queued:
        raise Refused("case.not-municipal", case=case.ref, service=case.service)
    return case


def _hiding(shape: dict[str, Any], case: Case, key: str) -> dict[str, Any]:
    return {**shape, key: None} if case.person.protected else shape

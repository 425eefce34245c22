"""`ipsu outcome add`: what came of the support."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED
from ipsu_cli.core.enrolment import Outcome
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.flows.enrolment import Saved, municipal
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.case import FollowFacts
from ipsu_cli.store import Writing, enrolments
from ipsu_cli.validation import check


class OutcomeAdded(NamedTuple):
    """What came of the support."""

    outcome: Outcome


def outcome_add(office: Office, entry: dict[str, Any]) -> Answer[OutcomeAdded]:
    """What came of the support."""

    def enter(store: Writing) -> Answer[OutcomeAdded]:
        saved = save_outcome(store, entry, office)
        figures = {"outcome": Text(f"code.{saved.thing.outcome}"), "id": saved.thing.id, "case": saved.thing.case,
                   "day": saved.thing.on}  # fmt: skip
        return Answer(OutcomeAdded(saved.thing), [Text("message.outcome", figures)], warnings=saved.warnings)

    return office.change("outcome add", enter)


def save_outcome(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Outcome]:
    """Enter one outcome."""
    demand(entry, "case", "outcome", "on")
    case = municipal(store, entry["case"])
    code, on, subsidised = entry["outcome"], entry["on"], bool(entry.get("subsidised"))
    same = enrolments.has_outcome(store, case.id, code, on.isoformat())
    facts = FollowFacts(case, "outcome", on, office.today, outcome=code, subsidised=subsidised, same=same)
    if code == "employment_ended":
        facts = facts._replace(employed_since=enrolments.employed_since(store, case.id))
    warnings = check(acts.FOLLOW, case.service, facts)
    values = {"outcome": code, "on_day": on.isoformat(), "subsidised": int(subsidised)}
    id = enrolments.add(store, "outcomes", case.id, **values)
    return Saved(Outcome(id, case.ref, code, on, subsidised), ADDED, warnings)

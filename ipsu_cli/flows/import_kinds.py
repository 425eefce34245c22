"""What a row of each kind does: the same as the command that adds one such thing."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Document
from ipsu_cli.core.document_entry import refuse_named_twice
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem
from ipsu_cli.flows import (
    agreement,
    agreement_require,
    case_save,
    contact,
    document,
    fidelity,
    funding,
    outcome,
    pause,
    person_save,
    plan_set,
    price,
    review,
    survey,
)
from ipsu_cli.flows.document_file import file
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.flows.import_overlap import ADDED, CHANGED, KNOWN
from ipsu_cli.flows.import_rows import Item
from ipsu_cli.flows.target_set import save as save_target
from ipsu_cli.office import Office
from ipsu_cli.reports.document import kind_of
from ipsu_cli.store import Writing, agreements, cases, documents
from ipsu_cli.validation import Finding


class RowOutcome(NamedTuple):
    """What a row did (added, known or changed), what was unusual about it, and the columns that say something else than
    the register did, where that can be told."""

    outcome: str
    warnings: list[Finding]
    columns: Sequence[str] = ()


Save = Callable[[Writing, list[Item], Office], RowOutcome]


def _agreement(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    entry = group[0].entry
    there = agreements.find(store, entry["agreement"])
    if there is None:
        return RowOutcome(ADDED, agreement.save(store, entry)[1])
    differ = [fact.name for fact in facts_of(Agreement) if fact.name in entry and entry[fact.name] != fact.of(there)]
    if not differ:
        return RowOutcome(KNOWN, [])
    command = f"ipsu agreement edit {there.ref} --reason TEXT"
    raise Problem("agreement.exists", agreement=there.ref, options=differ, command=command)


def _price(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    saved = price.save(store, group[0].entry)
    return RowOutcome(saved.outcome, saved.warnings, ("amount",) if saved.outcome == CHANGED else ())


def _case(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    entry = group[0].entry
    before = cases.find(store, entry["case"])
    person_save.refuse_two(store, entry, before)
    after, warnings = case_save.save(store, entry, office.today, demanding=False)
    if before is None:
        return RowOutcome(ADDED, warnings)
    if after == before:
        return RowOutcome(KNOWN, [])
    differ = (fact.name for fact in facts_of(Case) if fact.of(after) != fact.of(before))
    return RowOutcome(CHANGED, [], tuple(differ))


def _plan(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    first = group[0].entry
    case = cases.get_for_entry(store, first["case"])
    returned = first.get("returned")
    weeks = [(week, item.entry["hours-per-week"]) for item in group for week in item.entry["weeks"]]
    submitted, confirmed = first.get("submitted"), first.get("confirmed")
    plans = documents.plans(store, case.id)
    version = first.get("version", len(plans) + 1 if not plans or plans[-1].weeks != dict(weeks) else len(plans))
    if version <= len(plans) and plans[version - 1].weeks == dict(weeks):
        gp = documents.of_case(store, case.id, plan_set.type_of_plan(case))[version - 1]
        return _steps(store, case, gp, first, office)
    entry = plan_set.PlanEntry(weeks, first.get("reason"), submitted, confirmed)
    warnings = plan_set.save(store, office, case, entry)
    if returned:
        type = plan_set.type_of_plan(case)
        document.send_back(store, case, type, returned, first.get("reason") or "", office.today)
    return RowOutcome(ADDED, warnings)


# What a row of documents says of the document itself; all else is what its type's options say.
STEPS = {"case", "type", "submitted", "confirmed", "returned"}


def _which(there: Document) -> document.Which:
    """The very version."""
    return document.Which(there.version, Month(there.period) if there.period else None)


def _document(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    entry = group[0].entry
    case, type = cases.get_for_entry(store, entry["case"]), entry["type"]
    returned = entry.get("returned")
    left_out = STEPS | ({"reason"} if returned else set())
    flags = {key for key in ("no-mapping", "misconduct") if entry.get(key) is False}
    kept = {key.replace("-", "_"): value for key, value in entry.items() if key not in left_out | flags}
    refuse_named_twice(kept)
    period = entry.get("period")
    same = [
        filed
        for filed in documents.of_case(store, case.id, type)
        if (filed.submitted, filed.period) == (entry["submitted"], period)
    ]
    if same and not kind_of(case, type).single:
        return _steps(store, case, same[-1], entry, office)
    warnings = file(store, office, case, type, entry["submitted"], kept)
    which = document.Which(period=period)
    if entry.get("confirmed"):
        document.confirm(store, case, type, entry["confirmed"], office.today, which)
    if returned:
        document.send_back(store, case, type, returned, entry.get("reason", ""), office.today, which)
    return RowOutcome(ADDED, warnings)


def _steps(store: Writing, case: Case, there: Document, entry: dict[str, Any], office: Office) -> RowOutcome:
    """The steps that a document has taken since it came in. A step that it has taken already stays as it is."""
    taken: dict[str, dt.date] = {
        step: entry[step]
        for step in ("submitted", "confirmed", "returned")
        if entry.get(step) and entry[step] != getattr(there, step)
    }
    if not taken:
        return RowOutcome(KNOWN, [])
    follows = "draft" if "submitted" in taken else "submitted"
    if there.status != follows:
        raise Problem("import.document-differs", case=case.ref, type=there.type, version=there.version)
    warnings = file(store, office, case, there.type, taken["submitted"], {}) if "submitted" in taken else []
    if "confirmed" in taken:
        document.confirm(store, case, there.type, taken["confirmed"], office.today, _which(there))
    if "returned" in taken:
        reason = entry.get("reason", "")
        document.send_back(store, case, there.type, taken["returned"], reason, office.today, _which(there))
    return RowOutcome(CHANGED, warnings, tuple(taken))


def _fidelity(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    return RowOutcome(ADDED, fidelity.save(store, group[0].entry, office.today)[1])


def _survey(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    return RowOutcome(ADDED, survey.save(store, group[0].entry, office.today)[1])


def _funding(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    funding.save(store, group[0].entry)
    return RowOutcome(ADDED, [])


def _target(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    status = save_target(store, group[0].entry)[1]
    return RowOutcome(status, [], ("value",) if status == CHANGED else ())


def _followed(save: Callable[[Writing, dict[str, Any], Office], Saved[object]]) -> Save:
    def row(store: Writing, group: list[Item], office: Office) -> RowOutcome:
        done = save(store, group[0].entry, office)
        return RowOutcome(done.outcome, done.warnings, done.changed)

    return row


SAVE: dict[str, Save] = {
    "agreements": _agreement,
    "requirements": _followed(agreement_require.save_requirement),
    "prices": _price,
    "cases": _case,
    "plans": _plan,
    "documents": _document,
    "fidelity": _fidelity,
    "surveys": _survey,
    "funding": _funding,
    "targets": _target,
    "outcomes": _followed(outcome.save_outcome),
    "pauses": _followed(pause.save_pause),
    "reviews": _followed(review.save_review),
    "contacts": _followed(contact.save_contact),
}

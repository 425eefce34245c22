"""What a row of each kind does: the same as the command that adds one such thing."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.aid import Aid, AidEntry
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Document
from ipsu_cli.core.document_entry import refuse_named_twice
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
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
    setting_set,
    survey,
)
from ipsu_cli.flows.aid import finish_aid, save_aid
from ipsu_cli.flows.case import save_decision
from ipsu_cli.flows.document_file import file, kept_fields
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.flows.import_differs import correcting, differing
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
    own, why = reasons_of(first)
    warnings = plan_set.save(store, office, case, plan_set.PlanEntry(weeks, own, submitted, confirmed))
    if returned:
        document.send_back(store, case, plan_set.type_of_plan(case), returned, why, office.today)
    return RowOutcome(ADDED, warnings)


def reasons_of(entry: Mapping[str, Any]) -> tuple[str | None, str]:
    """Why a document was written, and why it came back; where a file has one column for both, the latter."""
    if entry.get("returned") and entry.get("return-reason") is None:
        return None, entry.get("reason", "")
    return entry.get("reason"), entry.get("return-reason", "")


# What a row of documents says of the document itself; all else is what its type's options say.
STEPS = {"case", "type", "submitted", "confirmed", "returned", "return-reason"}


def _which(there: Document) -> document.Which:
    """The very version."""
    return document.Which(there.version, Month(there.period) if there.period else None)


def _document(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    entry = group[0].entry
    case, type = cases.get_for_entry(store, entry["case"]), entry["type"]
    returned = entry.get("returned")
    kept, why = _fields(entry), reasons_of(entry)[1]
    refuse_named_twice(kept)
    period, kind = entry.get("period"), kind_of(case, type)
    same = _filed(store, case, entry) if kind.plan else []
    if same:
        goes_on = [there for there in same if _says(there, entry) and _may_go_on(there, entry)]
        return _steps(store, case, (goes_on or same)[-1], entry, office)
    version, warnings = file(store, office, case, type, entry["submitted"], kept)
    which = document.Which(version, period)
    if entry.get("confirmed"):
        document.confirm(store, case, type, entry["confirmed"], office.today, which)
    if returned:
        document.send_back(store, case, type, returned, why, office.today, which)
    return RowOutcome(ADDED, warnings)


def _fields(entry: dict[str, Any]) -> dict[str, Any]:
    """What the options of a document's type say."""
    left_out = STEPS | {key for key in ("no-mapping", "misconduct") if entry.get(key) is False}
    fields = {key.replace("-", "_"): value for key, value in entry.items() if key not in left_out}
    return {key: value for key, value in {**fields, "reason": reasons_of(entry)[0]}.items() if value is not None}


def _filed(store: Writing, case: Case, entry: dict[str, Any]) -> list[Document]:
    """The documents of that type, month and day."""
    filed = documents.submitted_on(store, case.id, entry["type"], entry["submitted"])
    return [there for there in filed if there.period == entry.get("period")]


def _says(there: Document, entry: dict[str, Any]) -> bool:
    """Does the document say all that the row does of what it is filed with?"""
    fields = kept_fields({name: value for name, value in _fields(entry).items() if name != "period"})
    return all(there.fields.get(name) == value for name, value in fields.items())


def _may_go_on(there: Document, entry: dict[str, Any]) -> bool:
    """Are the row's steps those of the document, or some that it can take? Else it is another version of that day."""
    return there.status == "submitted" or not _taken(there, entry)


def _taken(there: Document, entry: dict[str, Any]) -> dict[str, dt.date]:
    """The steps that a row says and the document has not taken on that day."""
    steps = ("submitted", "confirmed", "returned")
    return {step: entry[step] for step in steps if entry.get(step) and entry[step] != getattr(there, step)}


def _document_after(store: Writing, group: list[Item], office: Office) -> RowOutcome:
    """The steps of a report that is each its own: of those that say the same, of one that has taken none."""
    entry = group[0].entry
    case = cases.get_for_entry(store, entry["case"])
    filed = _filed(store, case, entry)
    waiting = [there for there in filed if there.status == "submitted" and _says(there, entry)]
    return _steps(store, case, waiting[0], entry, office) if waiting else _document(store, group, office)


def _steps(store: Writing, case: Case, there: Document, entry: dict[str, Any], office: Office) -> RowOutcome:
    """The steps that a document has taken since it came in. A step that it has taken already stays as it is."""
    taken = _taken(there, entry)
    if not taken:
        return RowOutcome(KNOWN, [])
    follows = "draft" if "submitted" in taken else "submitted"
    if there.status != follows:
        raise _differs(there, entry, taken)
    warnings = file(store, office, case, there.type, taken["submitted"], {}).warnings if "submitted" in taken else []
    if "confirmed" in taken:
        document.confirm(store, case, there.type, taken["confirmed"], office.today, _which(there))
    if "returned" in taken:
        why = reasons_of(entry)[1]
        document.send_back(store, case, there.type, taken["returned"], why, office.today, _which(there))
    return RowOutcome(CHANGED, warnings, tuple(taken))


def _differs(there: Document, entry: dict[str, Any], taken: Iterable[str]) -> Problem:
    """The refusal of a row that says another day than the register of a step."""
    steps = {step: getattr(there, step) for step in taken}
    command = correcting(there, steps)
    figures: dict[str, Any] = {"case": there.case, "type": there.type, "version": there.version}
    kind = "plans" if "weeks" in entry else "documents"
    return differing(kind, steps, steps, entry, "import.document-differs", command=command, **figures)


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


def _decision(store: Writing, entry: dict[str, Any], office: Office) -> Saved[None]:
    made = {(decision.to_day, decision.on) for decision in cases.decisions(store, entry["case"])}
    known = (entry["to"], entry["on"]) in made
    return Saved(None, KNOWN, []) if known else save_decision(store, entry, office)


def _aid(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Aid]:
    return save_aid(store, AidEntry(**entry), office)


def _aid_after(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Aid]:
    return finish_aid(store, AidEntry(**entry), office)


SAVE: dict[str, Save] = {
    "settings": _followed(setting_set.save_setting),
    "agreements": _agreement,
    "requirements": _followed(agreement_require.save_requirement),
    "prices": _price,
    "cases": _case,
    "plans": _plan,
    "decisions": _followed(_decision),
    "documents": _document,
    "aids": _followed(_aid),
    "scales": _followed(fidelity.save_scale),
    "fidelity": _fidelity,
    "surveys": _survey,
    "funding": _funding,
    "totals": _followed(funding.save_total),
    "targets": _target,
    "outcomes": _followed(outcome.save_outcome),
    "pauses": _followed(pause.save_pause),
    "reviews": _followed(review.save_review),
    "contacts": _followed(contact.save_contact),
}
# What a row does that says more of a thing than the register has.
SAVE_AFTER: dict[str, Save] = {"documents": _document_after, "aids": _followed(_aid_after)}

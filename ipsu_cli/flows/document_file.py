"""A document as it is filed with the agency, for `document submit`, `plan set` and the import alike."""

import datetime as dt
from typing import Any

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import Document
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.role import Role
from ipsu_cli.core.section import empty
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.document import DocumentShown, due, event_of, kind_of
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.document import SubmitFacts
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, Writing, cases, deliveries, documents, texts
from ipsu_cli.validation import Finding, check


class DocumentChanged(NamedTuple):
    """A document as it now stands, and the delivery of a result that was entered with its confirmation."""

    document: DocumentShown
    delivery: Delivery | None = None

    def to_json(self) -> JsonObject:
        """A delivery stands only where there is one."""
        return all_but(self) if self.delivery else all_but(self, "delivery")


class FiledVersion(NamedTuple):
    """The version that was filed, and what was unusual about it."""

    version: int
    warnings: list[Finding]


def file(store: Writing, office: Office, case: Case, type: str, on: dt.date, fields: dict[str, Any]) -> FiledVersion:
    """File the next version. `fields` are what the type's options say, and
    the `period` that it is about."""
    kind = kind_of(case, type)
    month = fields.get("period")
    kept = kept_fields({name: value for name, value in fields.items() if name != "period"})
    refuse_options(kind, kept, month)
    listed = _listed(store, case, kind)
    earlier = [document for document in listed if (document.type, document.period) == (type, month)]
    draft = draft_of(earlier, kind, kept)
    if draft and kind.single:
        kept = {**draft.fields, **kept}
    version = draft.version if draft else documents.next_version(store, case.id, type, month)
    _refuse_earlier(earlier, kind, on)
    left_out, kept = _without_own(kind, kept)
    nth = 1 + sum(1 for document in earlier if document.submitted)  # drafts that were never filed do not count
    plans = documents.plans(store, case.id)[: draft.version] if draft and kind.plan else []
    plan = plans[-1] if plans else None
    text = texts.get(store, draft.id) if draft else None
    facts = SubmitFacts(
        case=case,
        type=type,
        on=on,
        today=office.today,
        fields=kept,
        version=1 if kind.single else nth,
        due=due(case, kind, nth, office.days, month=month, event=event_of(kind, kept)),
        plan=plan,
        decided_on=_decided_on(store, case, plan),
        made_before=bool(plan and draft and cases.made_before_extension(store, case.id, draft.id)),
        report=_final_report(store, case.after),
        empty=empty(text, kind.sections) if text else (),
        now=office.now,
        month=month,
        late_minutes=office.late_minutes,
        iup_stale_days=office.iup_stale_days,
        filed=listed,
        left_out=left_out,
        in_force=documents.plan_in_force(plans[:-1]),
        extended_from=cases.extended_from(store, case.id) if plan else None,
        worked=deliveries.days_worked(store, case.id) if kind.role is Role.DEVIATION else (),
    )
    warnings = check(acts.SUBMIT, case.service, facts)
    if any(finding.code == "deviation.not-required" for finding in warnings):
        kept = {**kept, "required": False}
    steps = {"status": "submitted", "submitted": on.isoformat(), "fields": kept}
    if draft:
        documents.alter(store, case.id, draft, steps)
    else:
        documents.add(store, case.id, type, version, {**steps, "period": month or ""})
    return FiledVersion(version, warnings)


def _listed(store: Store, case: Case, kind: DocumentType) -> list[Document]:
    """The case's documents that have a say in the next. A document that is its own follows none that was filed: its
    drafts are enough, and a case may have thousands of the others."""
    return documents.submitted_on(store, case.id, kind.type, None) if kind.single else documents.of_case(store, case.id)


def refuse_options(kind: DocumentType, fields: dict[str, Any], month: Month | None) -> None:
    """Each type has its own options; what a report by the month is about is always said."""
    names = [name.replace("_", "-") for name in fields]
    foreign = [f"--{name}" for name in names if name not in kind.options]
    if month and not kind.monthly:
        foreign.append("--period")
    if foreign:
        own = [f"--{name}" for name in (*kind.options, *(["period"] if kind.monthly else []))]
        raise Unreadable("option.not-for-type", options=foreign, type=kind.type, known=own)
    if kind.monthly and month is None:
        raise Unreadable("option.missing", option="--period")


def _without_own(kind: DocumentType, fields: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """The activities that do not belong in the document, and the fields without them."""
    left_out: list[str] = []
    kept = dict(fields)
    for name in ("mandatory", "optional") if kind.leaves_out else ():
        activities = kept.get(name) or ()
        left_out += [activity.name for activity in activities if activity.key in kind.leaves_out]
        if activities:
            kept[name] = tuple(activity for activity in activities if activity.key not in kind.leaves_out)
    return left_out, kept


def _refuse_earlier(earlier: list[Document], kind: DocumentType, on: dt.date) -> None:
    """A new version is not filed before the one that it follows; each deviation report is its own."""
    filed = max((document.submitted for document in earlier if document.submitted), default=None)
    if filed and on < filed and not kind.single:
        raise Refused("document.before-step", rule="A18", day=on, submitted=filed)


def draft_of(earlier: list[Document], kind: DocumentType, fields: dict[str, Any]) -> Document | None:
    """The draft that is filed: the newest version, where it is one. Of documents that are each their own it is the
    first that says nothing else than the fields."""
    drafts = [document for document in earlier if document.status == "draft"]
    if kind.single:
        fitting = (
            draft for draft in drafts if all(draft.fields.get(key, value) == value for key, value in fields.items())
        )
        return next(fitting, None)
    return drafts[-1] if drafts and drafts[-1] is earlier[-1] else None


def kept_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields as they are stored: days as text, and nothing where nothing was typed."""
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value
        for key, value in fields.items()
        if value is not None
    }


def _decided_on(store: Store, case: Case, plan: Plan | None) -> dt.date | None:
    """The day of the decision that an extension rests on: it made room for the plan's last week."""
    return cases.extended_for(store, case.id, max(plan.weeks).monday) if plan else None


def _final_report(store: Store, mapping: str | None) -> Document | None:
    case = cases.find(store, mapping) if mapping else None
    type = services.type_of(case, Role.FINAL) if case else None
    reports = documents.of_case(store, case.id, type) if case and type else []
    return next((report for report in reports if report.status != "returned"), None)

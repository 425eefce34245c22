"""`ipsu document submit`, `confirm`, `return` and `unconfirm`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.document import Document
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.section import empty
from ipsu_cli.office import Office
from ipsu_cli.reports.document import due, kind_of, shape
from ipsu_cli.rules import services
from ipsu_cli.rules.facts import SubmitFacts
from ipsu_cli.store import Store, Writing, cases, deliveries, documents, texts
from ipsu_cli.validation import Finding, check


def document_submit(office: Office, ref: str, type: str, on: dt.date, fields: dict[str, Any]) -> Answer:
    """The document was sent to the agency."""

    def work(store: Writing) -> Answer:
        case = cases.get(store, ref)
        warnings = submit(store, case, type, on, office.today, fields, eves_free=office.eves_free)
        return _answer(store, office, case, type, "said.document-submitted", warnings)

    return office.change("document submit", work)


def document_confirm(office: Office, ref: str, type: str, on: dt.date, version: int | None) -> Answer:
    """The agency confirmed it."""

    def work(store: Writing) -> Answer:
        case = cases.get(store, ref)
        done = confirm(store, case, type, on, office.today, version)
        return _answer(store, office, case, type, "said.document-confirmed", [], done)

    return office.change("document confirm", work)


def document_confirm_all(office: Office, type: str, month: str, on: dt.date) -> Answer:
    """Everything of that type submitted in a month was confirmed."""

    def work(store: Writing) -> Answer:
        shapes = []
        for each in documents.submitted_in(store, type, month):
            case = cases.get(store, each.case)
            done = confirm(store, case, type, on, office.today, each.version)
            shapes.append(
                shape(
                    _again(store, case, done), case, documents.of_case(store, case.id, type), eves_free=office.eves_free
                )
            )
        figures = {"count": len(shapes), "type": type, "month": month}
        return Answer({"documents": shapes}, [Text("said.documents-confirmed", figures)])

    return office.change("document confirm", work)


def document_return(office: Office, ref: str, type: str, on: dt.date, reason: str, version: int | None) -> Answer:
    """The agency sent it back; a new version follows."""

    def work(store: Writing) -> Answer:
        case = cases.get(store, ref)
        done = send_back(store, case, type, on, reason, office.today, version)
        return _answer(store, office, case, type, "said.document-returned", [], done)

    return office.change("document return", work)


def document_unconfirm(office: Office, ref: str, type: str, reason: str, version: int | None) -> Answer:
    """A confirmation was entered by mistake: the document is submitted again."""

    def work(store: Writing) -> Answer:
        case = cases.get(store, ref)
        done = _newest(store, case, type, "confirmed", version)
        if deliveries.standing(store, case.id) and not services.service(case.service).planned:
            raise Refused("document.delivered-on", case=ref, type=type, command=f"ipsu delivery list {ref}")
        deliveries.say_why(store, reason, case_id=case.id)
        documents.alter(store, done, {"status": "submitted", "confirmed": None})
        store.case_id = case.id
        return _answer(store, office, case, type, "said.document-unconfirmed", [], done)

    return office.change("document unconfirm", work)


def submit(
    store: Writing,
    case: Case,
    type: str,
    on: dt.date,
    today: dt.date,
    fields: dict[str, Any],
    *,
    eves_free: bool = True,
) -> list[Finding]:
    """Submit the next version, for the command and the import alike."""
    kind = kind_of(case, type)
    earlier = documents.of_case(store, case.id, type)
    newest = earlier[-1] if earlier else None
    draft = newest if newest and newest.status == "draft" else None
    version = draft.version if draft else len(earlier) + 1
    _refuse_earlier(earlier, type, on)
    nth = 1 + sum(1 for each in earlier if each.submitted)  # drafts that were never filed do not count
    plan = documents.plans(store, case.id)[draft.version - 1] if draft and kind.plan else None
    text = texts.get(store, draft.id) if draft else None
    facts = SubmitFacts(
        case=case,
        type=type,
        on=on,
        today=today,
        fields=_kept(fields),
        version=nth,
        due=due(case, kind, nth, eves_free=eves_free),
        plan=plan,
        decided_on=_decided_on(store, case, plan),
        report=_final_report(store, case.after),
        empty=empty(text, kind.sections) if text else (),
    )
    warnings = check("submit", case.service, facts)
    steps = {"status": "submitted", "submitted": on.isoformat()}
    if draft:
        documents.alter(store, draft, {**steps, "fields": _kept(fields)})
    else:
        documents.add(store, case.id, type, version, {**steps, "fields": _kept(fields)})
    store.case_id = case.id
    return warnings


def _refuse_earlier(earlier: list[Document], type: str, on: dt.date) -> None:
    """A new version is not filed before the one that it follows; each deviation report is its own."""
    filed = max((each.submitted for each in earlier if each.submitted), default=None)
    if filed and on < filed and type != "avvikelse":
        raise Refused("document.before-step", rule="A18", day=on, submitted=filed)


def _kept(fields: dict[str, Any]) -> dict[str, Any]:
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
    reports = documents.of_case(store, case.id, "sr") if case else []
    return next((each for each in reports if each.status != "returned"), None)


def confirm(store: Writing, case: Case, type: str, on: dt.date, today: dt.date, version: int | None) -> Document:
    """Confirm the newest submitted one, or the version named."""
    found = _newest(store, case, type, "submitted", version)
    _refuse_day(found, on, today)
    documents.alter(store, found, {"status": "confirmed", "confirmed": on.isoformat()})
    store.case_id = case.id
    return found


def send_back(
    store: Writing, case: Case, type: str, on: dt.date, reason: str, today: dt.date, version: int | None
) -> Document:
    """Return the newest submitted one, or the version named."""
    found = _newest(store, case, type, "submitted", version)
    _refuse_day(found, on, today)
    if deliveries.standing(store, case.id) and not services.service(case.service).planned:
        raise Refused("document.delivered-on", case=case.ref, type=type, command=f"ipsu delivery list {case.ref}")
    fields = {**found.fields, "return_reason": reason}
    documents.alter(store, found, {"status": "returned", "returned": on.isoformat(), "fields": fields})
    store.case_id = case.id
    return found


def _refuse_day(document: Document, on: dt.date, today: dt.date) -> None:
    if on > today:
        raise Refused("date.future", rule="A18", day=on, today=today)
    if document.submitted and on < document.submitted:
        raise Refused("document.before-step", rule="A18", day=on, submitted=document.submitted)


def _newest(store: Store, case: Case, type: str, status: str, version: int | None) -> Document:
    kind_of(case, type)
    listed = documents.of_case(store, case.id, type)
    found = [each for each in listed if each.status == status and version in (None, each.version)]
    if not found:
        asked = [each for each in listed if version in (None, each.version)]
        now = asked[-1].status if asked else "missing"
        raise Refused(
            f"document.not-{status}",
            rule="A18",
            case=case.ref,
            type=type,
            status=now,
            command=_next_step(case, type, now, status),
        )
    return found[-1]


def _next_step(case: Case, type: str, now: str, wanted: str) -> str:
    """The command that comes first: a plan that is returned or missing is planned anew."""
    if wanted == "confirmed" and now == "submitted":
        return f"ipsu document confirm {case.ref} {type}"
    if kind_of(case, type).plan and now != "draft":
        return f"ipsu plan set {case.ref} WEEKS=HOURS --reason TEXT"
    return f"ipsu document submit {case.ref} {type}"


def _again(store: Store, case: Case, document: Document) -> Document:
    return next(each for each in documents.of_case(store, case.id, document.type) if each.id == document.id)


def _answer(
    store: Store,
    office: Office,
    case: Case,
    type: str,
    said: str,
    warnings: list[Finding],
    which: Document | None = None,
) -> Answer:
    document = _again(store, case, which) if which else _last_submitted(store, case, type)
    figures = {"case": case.ref, "type": type, "version": document.version, "status": document.status}
    data = {"document": shape(document, case, documents.of_case(store, case.id, type), eves_free=office.eves_free)}
    return Answer(data, [Text(said, figures)], warnings=warnings)


def _last_submitted(store: Store, case: Case, type: str) -> Document:
    return [each for each in documents.of_case(store, case.id, type) if each.status == "submitted"][-1]


def read_known(known: bool, unknown: bool) -> bool | None:
    """`--known` or `--unknown`; both together cannot be meant."""
    if known and unknown:
        raise Unreadable("option.together", options=["--known", "--unknown"])
    return True if known else False if unknown else None

"""`ipsu document submit`, `confirm`, `return` and `unconfirm`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.delivery import quantity_text
from ipsu_cli.core.document import Document
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.flows import deliver_month
from ipsu_cli.flows.document_file import DocumentChanged, file
from ipsu_cli.office import Office
from ipsu_cli.reports.document import DocumentShown, kind_of, shown
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.document import ConfirmFacts
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, Writing, cases, deliveries, documents
from ipsu_cli.validation import Finding, check


def document_submit(
    office: Office, ref: str, type: str, on: dt.date, fields: dict[str, Any]
) -> Answer[DocumentChanged]:
    """The document was sent to the agency."""

    def submit(store: Writing) -> Answer[DocumentChanged]:
        case = cases.get_for_entry(store, ref)
        warnings = file(store, office, case, type, on, fields).warnings
        return _answer(store, office, case, type, "message.document-submitted", warnings)

    return office.change("document submit", submit)


class Which(NamedTuple):
    """The version of a document that a step is about; what is None is left open, and the newest that fits is it."""

    version: int | None = None
    period: Month | None = None


ANY = Which()


def document_confirm(office: Office, ref: str, type: str, on: dt.date, which: Which) -> Answer[DocumentChanged]:
    """The agency confirmed it."""

    def confirm_one(store: Writing) -> Answer[DocumentChanged]:
        case = cases.get_for_entry(store, ref)
        done = confirm(store, case, type, on, office.today, which)
        answer = _answer(store, office, case, type, "message.document-confirmed", [], done)
        if kind_of(case, type).result:
            return _with_delivery(store, case, answer)
        return answer

    return office.change("document confirm", confirm_one)


def _with_delivery(store: Store, case: Case, answer: Answer[DocumentChanged]) -> Answer[DocumentChanged]:
    """The answer with the result that was delivered with the confirmation."""
    result = deliveries.get(store, deliveries.of_unit(store, case.id, "result")[-1])
    quantity = quantity_text(result.quantity, result.unit)
    figures = {"id": result.id, "case": case.ref, "quantity": quantity, "day": result.to_day}
    delivered = Text("message.delivered-counted", figures)
    return answer._replace(payload=answer.payload._replace(delivery=result), lines=[*answer.lines, delivered])


def document_return(
    office: Office, ref: str, type: str, on: dt.date, reason: str, which: Which
) -> Answer[DocumentChanged]:
    """The agency sent it back; a new version follows."""

    def give_back(store: Writing) -> Answer[DocumentChanged]:
        case = cases.get_for_entry(store, ref)
        done = send_back(store, case, type, on, reason, office.today, which)
        return _answer(store, office, case, type, "message.document-returned", [], done)

    return office.change("document return", give_back)


def document_unconfirm(office: Office, ref: str, type: str, reason: str, which: Which) -> Answer[DocumentChanged]:
    """A confirmation was entered by mistake: the document is submitted again."""

    def unconfirm(store: Writing) -> Answer[DocumentChanged]:
        case = cases.get_for_entry(store, ref)
        done = _newest(store, case, type, "confirmed", which)
        if kind_of(case, type).result:
            deliver_month.take_result_back(store, case)
        else:
            _refuse_delivered(store, case, type)
        deliveries.say_why(store, reason, case_id=case.id)
        documents.alter(store, case.id, done, {"status": "submitted", "confirmed": None})
        return _answer(store, office, case, type, "message.document-unconfirmed", [], done)

    return office.change("document unconfirm", unconfirm)


def confirm(store: Writing, case: Case, type: str, on: dt.date, today: dt.date, which: Which = ANY) -> Document:
    """Confirm the newest submitted one, or the version named. A result that is approved is delivered with it."""
    found = _newest(store, case, type, "submitted", which)
    _refuse_day(found, on, today)
    if kind_of(case, type).plan:
        check(acts.CONFIRM, case.service, _confirm_facts(store, case, found, on, today))
    documents.alter(store, case.id, found, {"status": "confirmed", "confirmed": on.isoformat()})
    if kind_of(case, type).result:
        deliver_month.enter_result(store, case, on, today)
    return found


def _confirm_facts(store: Store, case: Case, document: Document, on: dt.date, today: dt.date) -> ConfirmFacts:
    """The facts of a version of the weekly plan that is confirmed."""
    plans = documents.plans(store, case.id)[: document.version]
    return ConfirmFacts(
        case, document.type, on, today, plans[-1], documents.plan_in_force(plans[:-1]),
        cases.extended_from(store, case.id),
    )  # fmt: skip


def send_back(
    store: Writing, case: Case, type: str, on: dt.date, reason: str, today: dt.date, which: Which = ANY
) -> Document:
    """Return the newest submitted one, or the version named."""
    found = _newest(store, case, type, "submitted", which)
    _refuse_day(found, on, today)
    _refuse_delivered(store, case, type)
    fields = {**found.fields, "return_reason": reason}
    documents.alter(store, case.id, found, {"status": "returned", "returned": on.isoformat(), "fields": fields})
    return found


def _refuse_delivered(store: Store, case: Case, type: str) -> None:
    """A mapping is delivered on its documents; they stay as long as the delivery does."""
    if services.service(case.service).whole and deliveries.standing(store, case.id):
        raise Refused("document.delivered-on", case=case.ref, type=type, command=f"ipsu delivery list {case.ref}")


def _refuse_day(document: Document, on: dt.date, today: dt.date) -> None:
    if on > today:
        raise Refused("date.future", rule="A18", day=on, today=today)
    if document.submitted and on < document.submitted:
        raise Refused("document.before-step", rule="A18", day=on, submitted=document.submitted)


def _newest(store: Store, case: Case, type: str, status: str, which: Which) -> Document:
    kind = kind_of(case, type)
    if which.period and not kind.monthly:
        raise Unreadable("option.not-for-type", options=["--period"], type=type, known=["--version"])
    listed = _fitting(store, case, kind, which)
    found = [document for document in listed if document.status == status]
    if not found:
        now = listed[-1].status if listed else "missing"
        command = _next_step(case, kind, now, status, which.period)
        raise Refused(f"document.not-{status}", rule="A18", case=case.ref, type=type, status=now, command=command)
    return max(found, key=lambda document: (document.period or "", document.version))


def _fitting(store: Store, case: Case, kind: DocumentType, which: Which) -> list[Document]:
    """The versions that a step may be about. The very one is looked up alone: a file may confirm thousands."""
    if which.version and (which.period or not kind.monthly):
        return documents.of_version(store, case.id, kind.type, which.period, which.version)
    return [
        document
        for document in documents.of_case(store, case.id, kind.type)
        if which.version in (None, document.version) and which.period in (None, document.period)
    ]


def _next_step(case: Case, kind: DocumentType, now: str, needed: str, period: Month | None) -> str:
    """The command that comes first: a plan that is returned or missing is planned again."""
    month = f" --period {period or 'MONTH'}" if kind.monthly else ""
    if needed == "confirmed" and now == "submitted":
        return f"ipsu document confirm {case.ref} {kind.type}{month}"
    if kind.plan and now != "draft":
        return f"ipsu plan set {case.ref} WEEKS=HOURS --reason TEXT"
    return f"ipsu document submit {case.ref} {kind.type}{month}"


def _answer(
    store: Writing,
    office: Office,
    case: Case,
    type: str,
    message_code: str,
    warnings: list[Finding],
    which: Document | None = None,
) -> Answer[DocumentChanged]:
    now = as_it_stands(store, office, case, which or _just_entered(store, case, type))
    figures = {"case": case.ref, "type": Text(f"code.{type}"), "version": now.version, "status": now.status}
    return Answer(DocumentChanged(now), [Text(message_code, figures)], warnings=warnings)


def as_it_stands(store: Store, office: Office, case: Case, document: Document) -> DocumentShown:
    """The document as it now stands."""
    listed = documents.of_case(store, case.id, document.type)
    now = next(current for current in listed if current.id == document.id)
    return shown(now, case, listed, office.days)


def _just_entered(store: Writing, case: Case, type: str) -> Document:
    return documents.of_change(store, case.id, type, store.change())

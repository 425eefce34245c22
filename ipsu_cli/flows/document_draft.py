"""`ipsu document write` of what has options and no sections: a deviation report that is started, and filed later."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.flows.document_file import DocumentChanged, draft_of, kept_fields, refuse_options
from ipsu_cli.office import Office
from ipsu_cli.reports.document import kind_of, shown
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.document import SubmitFacts
from ipsu_cli.store import Store, Writing, cases, documents
from ipsu_cli.validation import Broken, Finding, findings

# What is judged on the day that it is filed.
LATER = ("deviation.not-ended", "deviation.going-on", "document.future", "document.late")


def is_written_with_options(office: Office, ref: str, type: str) -> bool:
    """Is a draft of that type said in options, and not written in sections?"""
    with office.reading() as store:
        return kind_of(cases.get_for_entry(store, ref), type).single


def document_draft(office: Office, ref: str, type: str, fields: dict[str, Any]) -> Answer[DocumentChanged]:
    """A draft with what is known by now; what is given again completes the draft that it fits."""

    def fill_in(store: Writing) -> Answer[DocumentChanged]:
        case = cases.get_for_entry(store, ref)
        kind = kind_of(case, type)
        filled = kept_fields(fields)
        refuse_options(kind, filled, None)
        earlier = documents.of_case(store, case.id, type)
        draft = draft_of(earlier, kind, filled)
        kept = {**draft.fields, **filled} if draft else filled
        warnings = _judged(store, office, case, type, kept)
        if draft:
            documents.alter(store, case.id, draft, {"fields": kept})
        else:
            version = documents.next_version(store, case.id, type)
            documents.add(store, case.id, type, version, {"status": "draft", "fields": kept})
        document = documents.of_change(store, case.id, type, store.change())
        listed = documents.of_case(store, case.id, type)
        now = shown(document, case, listed, office.days)
        figures = {"case": ref, "type": Text(f"code.{type}"), "version": now.version, "due": now.due}
        return Answer(DocumentChanged(now), [Text("message.document-started", figures)], warnings=warnings)

    return office.change("document write", fill_in)


def _judged(store: Store, office: Office, case: Case, type: str, fields: dict[str, Any]) -> list[Finding]:
    """What is missing is named, what cannot be is refused."""
    facts = SubmitFacts(
        case=case,
        type=type,
        on=office.today,
        today=office.today,
        fields=fields,
        now=office.now,
        late_minutes=office.late_minutes,
        filed=documents.of_case(store, case.id),
    )
    found = [finding for finding in findings(acts.SUBMIT, case.service, facts) if finding.code not in LATER]
    stops = [finding for finding in found if finding.level == "stop" and not finding.missing]
    if stops:
        raise Broken(stops)
    return [finding._replace(level="warn") for finding in found]

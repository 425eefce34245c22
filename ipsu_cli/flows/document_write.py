"""`ipsu document write`: the text of a draft, every version of it kept."""

import datetime as dt

from ipsu_cli.core import plan
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.document import Document
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.section import empty, tidied
from ipsu_cli.office import Office
from ipsu_cli.reports.document import kind_of
from ipsu_cli.reports.document_text import DocumentText, opening_text, written
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.document import SubmitFacts
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, Writing, cases, documents, texts
from ipsu_cli.validation import Finding, findings, warning


def document_to_edit(office: Office, ref: str, type: str) -> str:
    """What an editor opens on: the draft as it is, else the version before it, else the headings alone."""
    with office.reading() as store:
        case = cases.get_for_entry(store, ref)
        kind = _kind(case, type)
        _draft(store, case, kind)
        return opening_text(store, case, kind)


def document_write(office: Office, ref: str, type: str, text: str, seen: str | None = None) -> Answer[DocumentText]:
    """The draft says `text`; `seen` is what its writer began with."""

    def write(store: Writing) -> Answer[DocumentText]:
        case = cases.get_for_entry(store, ref)
        kind = _kind(case, type)
        now = opening_text(store, case, kind)
        warnings = [warning("document.text-replaced", case=ref, type=type)] if seen not in (None, now) else []
        document = _draft(store, case, kind) or _new(store, case, kind)
        texts.save(store, case.id, document.id, tidied(text))
        warnings += empty_sections(case, kind, text, office.today)
        versions = documents.of_case(store, case.id, kind.type)
        hidden = case.person.protected
        saved = written(document, versions, case, kind, _may_show(case, text), office, hidden=hidden)
        figures = {"case": ref, "type": Text(f"code.{type}"), "version": document.version}
        return Answer(DocumentText(saved), [Text("message.document-written", figures)], warnings=warnings)

    return office.change("document write", write)


def _may_show(case: Case, text: str) -> str | None:
    """A protected person's text is not repeated."""
    return None if case.person.protected else tidied(text)


def empty_sections(case: Case, kind: DocumentType, text: str, today: dt.date) -> list[Finding]:
    """What the rule would say when the draft is submitted, as a warning."""
    facts = SubmitFacts(case, kind.type, today, today, empty=empty(text, kind.sections))
    found = findings(acts.SUBMIT, case.service, facts)
    return [finding._replace(level="warn") for finding in found if finding.code == "document.section-empty"]


def _kind(case: Case, type: str) -> DocumentType:
    kind = kind_of(case, type)
    if not kind.sections:
        raise Refused(
            "document.no-sections", case=case.ref, type=type, command=f"ipsu document submit {case.ref} {type}"
        )
    return kind


def _draft(store: Store, case: Case, kind: DocumentType) -> Document | None:
    """The version that is still a draft. The text of a joint plan belongs to a version of the plan."""
    listed = documents.of_case(store, case.id, kind.type)
    newest = listed[-1] if listed else None
    if newest and newest.status == "draft":
        return newest
    if kind.plan:
        command = plan.command_for(case.ref, again=newest is not None)
        raise Refused("document.plan-first", rule="J21", case=case.ref, type=kind.type, command=command)
    return None


def _new(store: Writing, case: Case, kind: DocumentType) -> Document:
    version = documents.next_version(store, case.id, kind.type)
    documents.add(store, case.id, kind.type, version, {"status": "draft"})
    return documents.of_case(store, case.id, kind.type)[-1]

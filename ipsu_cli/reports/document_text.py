"""`ipsu document template`, `show` and `export`: what a document is to say, and what it says."""

from collections.abc import Callable
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.document import Document
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.section import Section, parts, template
from ipsu_cli.office import Office
from ipsu_cli.reports.document import kind_of, shape
from ipsu_cli.rules import services
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, Writing, cases, documents, texts


class DocumentPage(NamedTuple):
    """A document that leaves the office: its title, what stands under it, and the text as it was written."""

    title: str
    about: tuple[tuple[str, str], ...]
    text: str
    sections: tuple[Section, ...]


def document_template(office: Office, ref: str, type: str) -> Answer:
    """The headings that the agency asks for, with room below each."""
    with office.reading() as store:
        case = cases.get(store, ref)
        kind = kind_of(case, type)
    text = template(title(case, kind), kind.sections)
    sections = [{"code": section.code, "heading": section.heading} for section in kind.sections]
    data = {"template": {"type": type, "sections": sections, "text": text}}
    return Answer(data, [Text("message.document-text", {"text": text.rstrip("\n")})])


def document_show(office: Office, ref: str, type: str, version: int | None, period: str | None) -> Answer:
    """One version, the newest if none is named; a protected person's text with `--reveal` alone."""

    def ask(store: Store) -> Answer:
        case, kind, document, text = _found(store, ref, type, version, period)
        hidden = case.person.protected and not office.reveal
        shown = None if hidden else text
        data = {"document": written_shape(store, document, case, kind, shown, office)}
        figures = {"case": ref, "type": type, "version": document.version, "status": Text(f"code.{document.status}")}
        lines = [Text("message.document-head", figures)]
        if shown:
            lines.append(Text("message.document-text", {"text": shown.rstrip("\n")}))
        elif text:
            lines.append(Text("message.document-hidden"))
        else:
            lines.append(Text("message.document-elsewhere"))
        return Answer(data, lines)

    return _asked(office, ref, "document show --reveal", ask)


def document_export(
    office: Office, ref: str, type: str, version: int | None, finish: Callable[[DocumentPage], None]
) -> Answer:
    """A document as a file; `finish` writes it before the answer is given."""

    def ask(store: Store) -> Answer:
        case, kind, document, text = _found(store, ref, type, version, None)
        if text is None:
            raise Refused("document.no-text", case=ref, type=type, command=f"ipsu document write {ref} {type}")
        if case.person.protected and not office.reveal:
            raise Refused("document.protected", case=ref, command="--reveal")
        finish(DocumentPage(title(case, kind), _about(case, document), text, kind.sections))
        return Answer({"document": written_shape(store, document, case, kind, text, office)})

    return _asked(office, ref, "document export --reveal", ask)


def _asked(office: Office, ref: str, command: str, ask: Callable[[Store], Answer]) -> Answer:
    """What is revealed leaves a line in the log first."""
    if not office.reveal:
        with office.reading() as store:
            return ask(store)

    def reveal(store: Writing) -> Answer:
        store.change(case_id=cases.get(store, ref).id)
        return ask(store)

    return office.change(command, reveal, secret=True)


def _found(
    store: Store, ref: str, type: str, version: int | None, period: str | None
) -> tuple[Case, DocumentType, Document, str | None]:
    case = cases.get(store, ref)
    kind = kind_of(case, type)
    listed = [
        document
        for document in documents.of_case(store, case.id, type)
        if version in (None, document.version) and period in (None, document.period)
    ]
    if not listed:
        raise Refused("document.unknown", case=ref, type=type, command=f"ipsu document list {ref}")
    return case, kind, listed[-1], texts.get(store, listed[-1].id)


def written_shape(
    store: Store, document: Document, case: Case, kind: DocumentType, text: str | None, office: Office
) -> dict[str, Any]:
    """A version with its text and what stands under each heading."""
    listed = documents.of_case(store, case.id, kind.type)
    written = parts(text, kind.sections) if text else {}
    sections = [
        {"code": section.code, "heading": section.heading, "text": written.get(section.code) or None}
        for section in kind.sections
    ]
    return {**shape(document, case, listed, office.days), "text": text, "sections": sections}


def title(case: Case, kind: DocumentType) -> str:
    """What a document is called at its head."""
    return f"{kind.label}, {services.service(case.service).label}"


def opening_text(store: Store, case: Case, kind: DocumentType) -> str:
    """What somebody who writes begins with: the newest text, else the headings alone."""
    return texts.latest(store, case.id, kind.type) or template(title(case, kind), kind.sections)


def _about(case: Case, document: Document) -> tuple[tuple[str, str], ...]:
    """The names of the facts are those of the columns; a protected person is a reference alone."""
    listed = (
        ("case", case.ref),
        ("name", None if case.person.protected else case.person.name),
        ("period", f"{case.from_day} – {case.to_day}" if case.from_day and case.to_day else None),
        ("version", str(document.version)),
        ("submitted", document.submitted and document.submitted.isoformat()),
    )
    return tuple((name, value) for name, value in listed if value)

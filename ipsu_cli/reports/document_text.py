"""`ipsu document template`, `show` and `export`: what a document is to say, and what it says."""

from collections.abc import Callable, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.document import Document
from ipsu_cli.core.document_entry import GOALS
from ipsu_cli.core.kind import NOTE
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.section import Section, parts, template
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.document import DocumentShown, kind_of, shown
from ipsu_cli.reports.document_facts import facts_table, facts_text
from ipsu_cli.rules import services
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, Writing, cases, documents, texts


class DocumentPage(NamedTuple):
    """A document that leaves the office: its title, what stands under it, and the text as it was written."""

    title: str
    about: tuple[tuple[str, str], ...]
    text: str
    sections: tuple[Section, ...]


class Heading(NamedTuple):
    """A heading that the agency asks for, by the code of its section."""

    code: str
    heading: str


class DocumentTemplate(NamedTuple):
    """An empty document of a type: its headings, and the text that has them."""

    type: str
    sections: Sequence[Heading]
    text: str


class TemplateAsked(NamedTuple):
    """The whole answer."""

    template: DocumentTemplate


class SectionText(NamedTuple):
    """What stands under a heading, None where nothing does."""

    code: str
    heading: str
    text: str | None


class WrittenDocument(NamedTuple):
    """A version with its text; None where it has none here or it may not be shown. `goals` are those of a development
    plan, `reason` that of a deviation; what is personal of a protected person is not shown."""

    version: DocumentShown
    goals: Sequence[str]
    reason: str | None
    text: str | None
    sections: Sequence[SectionText]

    def to_json(self) -> JsonObject:
        """The text stands next to what a list says of the version."""
        return {**self.version.to_json(), **all_but(self, "version")}


class DocumentText(NamedTuple):
    """The version asked for."""

    document: WrittenDocument


def document_template(office: Office, ref: str, type: str) -> Answer[TemplateAsked]:
    """The headings that the agency asks for, with room below each."""
    with office.reading() as store:
        case = cases.get(store, ref)
        kind = kind_of(case, type)
    text = template(title(case, kind), kind.sections)
    headings = [Heading(section.code, section.heading) for section in kind.sections]
    lines = [Text("message.document-text", {"text": text.rstrip("\n")})]
    return Answer(TemplateAsked(DocumentTemplate(type, headings, text)), lines)


def document_show(office: Office, ref: str, type: str, version: int | None, period: str | None) -> Answer[DocumentText]:
    """One version, the newest if none is named; a protected person's text with `--reveal` alone."""

    def ask(store: Store) -> Answer[DocumentText]:
        case, kind, versions, document, text = _found(store, ref, type, version, period)
        hidden = case.person.protected and not office.reveal
        visible = None if hidden else _seen(text, office)
        figures = {
            "case": ref,
            "type": Text(f"code.{type}"),
            "version": document.version,
            "status": Text(f"code.{document.status}"),
        }
        lines = [Text("message.document-head", figures)]
        if visible:
            lines.append(Text("message.document-text", {"text": visible.rstrip("\n")}))
        elif text:
            lines.append(Text("message.document-hidden"))
        else:
            lines.append(Text("message.document-elsewhere"))
        shape = written(document, versions, case, kind, visible, office, hidden=hidden)
        return Answer(DocumentText(shape), lines, facts_table(document, hidden=hidden))

    return _asked(office, ref, "document show --reveal", ask)


def document_export(
    office: Office, ref: str, type: str, version: int | None, finish: Callable[[DocumentPage], None]
) -> Answer[DocumentText]:
    """A document as a file; `finish` writes it before the answer is given."""
    pages: list[DocumentPage] = []

    def ask(store: Store) -> Answer[DocumentText]:
        case, kind, versions, document, text = _found(store, ref, type, version, None)
        written_text = _seen(text, office) or facts_text(document, office.own_lang)
        if not written_text:
            raise Refused("document.no-text", case=ref, type=type, command=f"ipsu document write {ref} {type}")
        if case.person.protected and not office.reveal:
            raise Refused("document.protected", case=ref, command="--reveal")
        pages.append(DocumentPage(title(case, kind), _about(case, document), written_text, kind.sections))
        return Answer(DocumentText(written(document, versions, case, kind, text, office)))

    return _asked(office, ref, "document export --reveal", ask, lambda: finish(*pages))


def _asked(
    office: Office,
    ref: str,
    command: str,
    ask: Callable[[Store], Answer[DocumentText]],
    finish: Callable[[], None] = lambda: None,
) -> Answer[DocumentText]:
    """What is revealed leaves a line in the log first, which stays only with what it is about: the file too."""
    if not office.reveal:
        with office.reading() as store:
            answer = ask(store)
        finish()
        return answer

    def reveal(store: Writing) -> Answer[DocumentText]:
        store.change(case_id=cases.get(store, ref).id)
        answer = ask(store)
        finish()
        return answer

    return office.change(command, reveal, secret=True)


def _found(
    store: Store, ref: str, type: str, version: int | None, period: str | None
) -> tuple[Case, DocumentType, list[Document], Document, str | None]:
    case = cases.get(store, ref)
    kind = kind_of(case, type)
    versions = documents.of_case(store, case.id, type)
    listed = [
        document for document in versions if version in (None, document.version) and period in (None, document.period)
    ]
    if not listed:
        raise Refused("document.unknown", case=ref, type=type, command=f"ipsu document list {ref}")
    return case, kind, versions, listed[-1], texts.get(store, listed[-1].id)


def written(
    document: Document,
    versions: list[Document],
    case: Case,
    kind: DocumentType,
    text: str | None,
    office: Office,
    *,
    hidden: bool = False,
) -> WrittenDocument:
    """A version with its text and what stands under each heading; `versions` are all of its type. `hidden`: without
    what is personal. A personnummer in what was written is masked without `--reveal`."""
    text = _seen(text, office)
    by_section = parts(text, kind.sections) if text else {}
    sections = [
        SectionText(section.code, section.heading, by_section.get(section.code) or None) for section in kind.sections
    ]
    own = {} if hidden else document.fields
    return WrittenDocument(
        shown(document, case, versions, office.days, reveal=not hidden),
        GOALS.seen(own.get("goal", ())),
        own.get("reason"),
        text,
        sections,
    )


def _seen(text: str | None, office: Office) -> str | None:
    return text if office.reveal else NOTE.seen(text)


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

"""`ipsu import`: a whole file or nothing of it, through the same rules as the commands."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.digest import digest
from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.kind import PERSONNUMMER
from ipsu_cli.core.kinds import KIND, RECORDS
from ipsu_cli.core.problem import BadFile, Problem, Unreadable
from ipsu_cli.core.row_error import RowError, RowErrors, SheetWords
from ipsu_cli.core.to_json import all_but
from ipsu_cli.flows.import_kinds import ADDED, CHANGED, KNOWN, SAVE, Item
from ipsu_cli.locale import LANGUAGES, heading, heading_text, known
from ipsu_cli.office import Office
from ipsu_cli.read.fields import read_cell
from ipsu_cli.read.file_rows import FileRow, FileRows
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.read.kinds import ImportKind, import_kind
from ipsu_cli.read.sheet_file import SheetBook, read_rows
from ipsu_cli.store import Writing, batches, settings
from ipsu_cli.validation import Finding, unread_sheets

# The name in an option: `absent` in `--absent 10:00-10:20`.
_NAME = re.compile("[a-z]+(-[a-z]+)*")


class Rows:
    """The rows of a file, and all that is wrong with them."""

    def __init__(self, kind: ImportKind, store: Writing, office: Office, sheet: FileRows) -> None:
        self.kind, self.office = kind, office
        self.errors = RowErrors()
        self._words = {name: SheetWords(kind.name, headings) for name, headings in sheet.headings.items()}
        self.count = 0
        self._salt: bytes = settings.office(store)["salt"]

    def read(self, rows: Iterable[FileRow]) -> Iterator[Item]:
        """Each row that can be read; what cannot goes to `errors`."""
        for row in rows:
            self.count += 1
            before = self.errors.count
            for fault in row.faults:
                self._add(row, fault.column, fault.code, None, Text(f"problem.{fault.code}", fault.figures))
            entry = self._entry(row, {fault.column for fault in row.faults})
            if self.errors.count == before:
                yield Item(row, entry, self._digest(entry))

    def _entry(self, row: FileRow, faulted: Collection[str | None]) -> dict[str, Any]:
        entry = {}
        for column, text in row.cells.items():
            if column in faulted:
                continue
            try:
                value = read_cell(self.kind.facts[column], text, self.office.today)
            except Problem as error:
                self.wrong(row, error, column, text)
                continue
            if value is not None:
                entry[column] = value
            elif column in self.kind.required:
                self.wrong(row, Unreadable("file.cell-empty"), column)
        return entry

    def _digest(self, entry: dict[str, Any]) -> bytes:
        return digest(self._salt + repr(sorted(entry.items())).encode())[:16]

    def wrong(self, row: FileRow, problem: Problem, column: str | None = None, value: str | None = None) -> None:
        """Keep what is wrong with a row: each finding of a rule by itself, a private value never."""
        for finding in getattr(problem, "findings", None) or [problem]:
            place, text = (column, value) if column else self._where(finding)
            self._add(row, place, finding.code, self._shown(place, text), _sentence(finding), finding.command)

    def _where(self, finding: Problem | Finding) -> tuple[str | None, str | None]:
        """The column that a problem of a whole row speaks of, and its value."""
        for column in ("case", "agreement"):
            if finding.code == f"{column}.unknown":
                return column, str(finding.figures[column])
        named = _NAME.search(str(finding.figures.get("option", "")).lower())
        value = finding.figures.get("value")
        return named[0] if named and named[0] in self.kind.facts else None, value and str(value)

    def _shown(self, column: str | None, value: str | None) -> str | None:
        """The value as an error repeats it: never one that is personal, and of a number what hides it."""
        fact = self.kind.facts.get(column or "")
        if fact is None or not fact.personal:
            return value and short({"value": value})["value"]
        return _masked(value) if fact.kind is PERSONNUMMER else None

    def _add(
        self, row: FileRow, column: str | None, code: str, value: str | None, message: Text, command: str | None = None
    ) -> None:
        words = self._words.get(row.sheet)
        self.errors.add(
            RowError(row.number, column, code, value, message, sheet=row.sheet, command=command, words=words)
        )


def _sentence(finding: Problem | Finding) -> Text:
    """What a finding says of a row: a file is told otherwise than a line where less can stand in it."""
    names = (f"rule.{finding.code}", f"problem.{finding.code}-in-file")
    name = next((name for name in names if known(name, LANGUAGES[0])), f"problem.{finding.code}")
    return Text(name, short(finding.figures))


LONGEST_SHOWN = 200


def short(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures as an error repeats them: of what was typed no more than is needed to see it."""
    return {
        key: f"{value[:LONGEST_SHOWN]}…" if isinstance(value, str) and len(value) > LONGEST_SHOWN else value
        for key, value in figures.items()
    }


def headings(kind: ImportKind) -> dict[str, str]:
    """Every heading that is understood, and the column it means: its name, and what it is called in both languages."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        found |= {heading(kind.name, name, lang): name for name in kind.facts}
    return found | {name: name for name in kind.facts}


@contextmanager
def in_words_of(kind: ImportKind) -> Iterator[None]:
    """What is wrong with a file as a whole calls columns by their headings; its details by their names."""
    try:
        yield
    except BadFile as problem:
        figures = {
            key: _as_headings(kind, problem.figures[key]) for key in ("columns", "known") if key in problem.figures
        }
        problem.figures = problem.figures | figures
        raise


def _as_headings(kind: ImportKind, columns: list[str]) -> list[object]:
    return [heading_text(kind.name, column) if column in kind.facts else column for column in columns]


class ImportedRows(NamedTuple):
    """What came of the rows of a file. `batch` is the number by which the register knows it, None where all of it was
    known."""

    batch: int | None
    kind: str
    rows: int
    added: int
    known: int
    changed: int


class FileImported(NamedTuple):
    """The file that was brought in."""

    import_: ImportedRows


class EverythingImported(NamedTuple):
    """A workbook of all kinds that was brought in."""

    imports: list[ImportedRows]


def import_file(office: Office, name: str, file: InputFile, *, rehearse: bool) -> Answer[FileImported]:
    """Bring in a file of one kind. Raises `BadFile` with every error if there is any."""

    def bring_in(store: Writing) -> Answer[FileImported]:
        kind = import_kind(name)
        with file.open() as stream:
            with in_words_of(kind):
                sheet = read_rows(file.path, stream, headings(kind), kind.required, kind.titles)
            found = _sheet(store, office, kind, file, sheet)
        return Answer(FileImported(found.rows), [found.line], warnings=found.warnings)

    return office.change(f"import {name}", bring_in, rehearse=rehearse)


def import_everything(office: Office, file: InputFile, *, rehearse: bool) -> Answer[EverythingImported]:
    """Bring in a workbook with a sheet for each kind. Raises `BadFile` with every error of the first kind that has
    any: what follows rests on it."""

    def bring_in(store: Writing) -> Answer[EverythingImported]:
        with file.open() as stream:
            book = SheetBook(file.path, stream)
            kinds = [import_kind(name) for name in book.kinds(RECORDS)]
            found = [_sheet(store, office, kind, file, _sheets_of(book, kind)) for kind in kinds]
        warnings = list({repr(warning): warning for sheet in found for warning in sheet.warnings}.values())
        return Answer(EverythingImported([sheet.rows for sheet in found]), [sheet.line for sheet in found],
                      warnings=warnings)  # fmt: skip

    return office.change("import all", bring_in, rehearse=rehearse)


def _sheets_of(book: SheetBook, kind: ImportKind) -> FileRows:
    with in_words_of(kind):
        return book.rows(headings(kind), kind.required, kind.titles)


class BroughtIn(NamedTuple):
    """What came of the rows of a kind, and what was unusual about them."""

    rows: ImportedRows
    warnings: list[Finding]

    @property
    def line(self) -> Text:
        """What is told of it."""
        figures = {**all_but(self.rows, "batch"), "kind": KIND.show(self.rows.kind)}
        return Text("message.imported" if self.rows.batch else "message.import-nothing", figures)


def _sheet(store: Writing, office: Office, kind: ImportKind, file: InputFile, sheet: FileRows) -> BroughtIn:
    found = _bring_in(store, office, kind, sheet)
    return found._replace(warnings=[*unread_sheets(file.path, sheet.unread), *found.warnings])


def _bring_in(store: Writing, office: Office, kind: ImportKind, sheet: FileRows) -> BroughtIn:
    rows = Rows(kind, store, office, sheet)
    counts, warnings = Counter[str](), list[Finding]()
    before, brought = batches.known(store, kind.name), Counter[bytes]()
    for group in _groups(rows.read(sheet.rows), kind.name):
        if all(before[item.digest] > 0 for item in group):
            before.subtract(item.digest for item in group)
            counts[KNOWN] += len(group)
            continue
        try:
            outcome, found = SAVE[kind.name](store, group, office)
        except Problem as problem:
            rows.wrong(group[0].row, problem)
            continue
        counts[outcome] += len(group)
        warnings += found
        if outcome != KNOWN:
            brought.update(item.digest for item in group)
    if rows.errors.count:
        raise _refusal(rows)
    batch = batches.keep(store, kind.name, rows.count, counts[ADDED], brought) if brought else None
    return BroughtIn(
        ImportedRows(batch, kind.name, rows.count, counts[ADDED], counts[KNOWN], counts[CHANGED]), warnings
    )


def _masked(value: str | None) -> str | None:
    """A personnummer that cannot be read, without its last four digits; nothing of what is none."""
    hidden = without_numbers(value or "")
    return hidden if hidden != value else None


def _groups(items: Iterator[Item], name: str) -> Iterator[list[Item]]:
    """The rows that are one thing: of plans those of a case and version, else each by itself."""
    if name != "plans":
        for item in items:
            yield [item]
        return

    def belongs(item: Item) -> tuple[str, int]:
        return item.entry["case"], item.entry.get("version", 1)

    for _, group in groupby(sorted(items, key=belongs), belongs):
        yield list(group)


def _refusal(rows: Rows) -> BadFile:
    errors = rows.errors
    problem = BadFile("import.errors", kind=rows.kind.name, count=errors.count, rows=rows.count)
    problem.details = {**problem.figures, "rest": errors.rest, "errors": errors.listed}
    problem.figures = {**problem.figures, "kind": KIND.show(rows.kind.name)}
    return problem

"""`ipsu import`: a whole file or nothing of it, through the same rules as the commands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.kinds import KIND
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.table import Table
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.core.to_json import only
from ipsu_cli.flows.import_deliveries import DELIVERIES, STEPS, DeliveryFile
from ipsu_cli.flows.import_overlap import Overlap, OverlappingRows, RowsTold, overlap_table
from ipsu_cli.flows.import_rows import Rows
from ipsu_cli.flows.import_things import Things
from ipsu_cli.flows.import_warnings import RowWarnings
from ipsu_cli.locale import ColumnHeading
from ipsu_cli.office import Office
from ipsu_cli.read.file_rows import FileRows
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.read.kinds import ImportKind, all_kinds, import_kind
from ipsu_cli.read.sheet_file import FileBook, open_book, read_rows
from ipsu_cli.read.timesheet import filled_in
from ipsu_cli.store import Writing, batches
from ipsu_cli.validation import Finding, unread_sheets


@contextmanager
def in_words_of(kind: ImportKind) -> Iterator[None]:
    """What is wrong with a file as a whole calls columns by their headings; its details by their names."""
    try:
        yield
    except BadFile as problem:
        figures = problem.figures
        lists = {key: _as_headings(kind, figures[key]) for key in ("columns", "known") if key in figures}
        single = _as_headings(kind, [figures["column"]] if "column" in figures else [])
        problem.figures = figures | lists | ({"column": single[0]} if single else {})
        raise


def _as_headings(kind: ImportKind, columns: list[str]) -> list[ColumnHeading]:
    """What the columns of a kind are called; those that only inform, in a timesheet, are nothing to write."""
    return [ColumnHeading(kind.name, column) for column in columns if column in kind.facts]


class ImportedRows(NamedTuple):
    """What came of the rows of a file. `batch` is the number by which the register knows it, None where all of it was
    known. `overlap` names the rows that were there, `overlap_rest` is how many are not named."""

    batch: int | None
    kind: str
    rows: int
    added: int
    known: int
    changed: int
    overlap: Sequence[OverlappingRows] = ()
    overlap_rest: int = 0


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
        with file.open(STEPS if name == DELIVERIES else 1) as stream:
            with in_words_of(kind):
                sheet = read_rows(file.path, stream, kind.form)
            found = _sheet(store, office, kind, file, sheet, file.tick)
        after = [*found.after, *(() if rehearse else _way_back([found.rows]))]
        return Answer(FileImported(found.rows), [found.line], found.tables, warnings=found.warnings, after=after)

    return office.change(f"import {name}", bring_in, rehearse=rehearse)


def import_everything(office: Office, file: InputFile, *, rehearse: bool) -> Answer[EverythingImported]:
    """Bring in a workbook with a sheet for each kind. Raises `BadFile` with every error of the first kind that has
    any: what follows rests on it."""

    def bring_in(store: Writing) -> Answer[EverythingImported]:
        with file.open() as stream:
            book = open_book(file.path, stream)
            kinds = _kinds_in(book, file.path)
            read = frozenset[str]().union(*(kind.titles.own for kind in kinds))
            found = [_sheet(store, office, kind, file, _sheets_of(book, kind, read)) for kind in kinds]
        warnings = list({repr(warning): warning for sheet in found for warning in sheet.warnings}.values())
        tables = [table for sheet in found for table in sheet.tables]
        rows = [sheet.rows for sheet in found]
        after = [more for sheet in found for more in sheet.after] + ([] if rehearse else _way_back(rows))
        lines = [sheet.line for sheet in found if sheet.rows.rows] + _without_rows(rows)
        return Answer(EverythingImported(rows), lines, tables, warnings=warnings, after=after)

    return office.change("import all", bring_in, rehearse=rehearse)


def _without_rows(imports: Iterable[ImportedRows]) -> list[Text]:
    """Which kinds there was nothing of: one line for all, as most sheets of a new office are empty."""
    empty = [KIND.show(rows.kind) for rows in imports if not rows.rows]
    return [Text("message.import-no-rows", {"kinds": empty})] if empty else []


def _kinds_in(book: FileBook, path: str) -> list[ImportKind]:
    """The kinds that a book has a sheet of. Raises `BadFile` where it has none."""
    kinds = all_kinds()
    found = book.kinds({name: kind.titles for name, kind in kinds.items()})
    if not found:
        known = [KIND.show(name) for name in kinds]
        raise BadFile("file.no-kinds", details={"path": path, "known": list(kinds)}, path=path, known=known)
    return [kinds[name] for name in found]


def _sheets_of(book: FileBook, kind: ImportKind, read: frozenset[str]) -> FileRows:
    """The sheets of one kind; those titled as in `read` have their turn, and are not told of as left unread."""
    form = kind.form
    titles = form.titles._replace(quiet=form.titles.quiet | read)
    with in_words_of(kind):
        return book.rows(form._replace(titles=titles))


class BroughtIn(NamedTuple):
    """What came of the rows of a kind, and what was unusual about them."""

    rows: ImportedRows
    warnings: list[Finding]

    @property
    def line(self) -> Text:
        """What is told of it."""
        figures = {**only(self.rows, "rows", "added", "known", "changed"), "kind": KIND.show(self.rows.kind)}
        return Text("message.imported" if self.rows.batch else "message.import-nothing", figures)

    @property
    def tables(self) -> list[Table]:
        """The rows that were there. Where nothing is new, that says it of all."""
        return overlap_table(self.rows.kind, self.rows.overlap) if self.rows.batch else []

    @property
    def after(self) -> list[Text]:
        """How many more there are than are named."""
        more = self.rows.overlap_rest if self.rows.batch else 0
        return [Text("message.import-overlap-more", {"count": more})] if more else []


def _way_back(imports: Iterable[ImportedRows]) -> list[Text]:
    """How to take back what has come in: a file is taken back whole, whichever of its batches is named."""
    batch = next((rows.batch for rows in imports if rows.batch), None)
    return [Text("message.import-way-back", {"batch": batch})] if batch else []


def _sheet(
    store: Writing, office: Office, kind: ImportKind, file: InputFile, sheet: FileRows, tick: Tick = silent
) -> BroughtIn:
    found = _bring_in(store, office, kind, filled_in(kind.name, sheet), tick)
    return found._replace(warnings=[*unread_sheets(file.path, sheet.unread), *found.warnings])


def _bring_in(store: Writing, office: Office, kind: ImportKind, sheet: FileRows, tick: Tick) -> BroughtIn:
    rows, told = Rows(kind, store, office, sheet), RowsTold(RowWarnings(), Overlap(sheet.headings))
    if kind.name == DELIVERIES:
        found = DeliveryFile(store, office, sheet, rows, told, tick).bring_in()
        counts = Counter({ADDED: found.added, KNOWN: found.known})
        digests = found.digests
    else:
        counts, digests = Things(store, office, rows, told).bring_in(sheet.rows)
    if rows.errors.count:
        raise _refusal(rows)
    batch = batches.keep_rows(store, kind.name, rows.count, counts[ADDED], digests) if digests else None
    return BroughtIn(
        ImportedRows(
            batch, kind.name, rows.count, counts[ADDED], counts[KNOWN], counts[CHANGED],
            told.overlap.named, told.overlap.rest,
        ),
        told.warned.told,
    )  # fmt: skip


def _refusal(rows: Rows) -> BadFile:
    errors = rows.errors
    problem = BadFile("import.errors", kind=rows.kind.name, count=errors.count, rows=rows.count)
    problem.details = {**problem.figures, "rest": errors.rest, "errors": errors.listed}
    problem.figures = {**problem.figures, "kind": KIND.show(rows.kind.name)}
    return problem

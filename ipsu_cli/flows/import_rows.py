"""The rows of a file that is brought in: what each says, and all that is wrong with them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.digest import digest
from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.kind import PERSONNUMMER
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem, Unreadable
from ipsu_cli.core.row_error import RowError, RowErrors, SheetWords
from ipsu_cli.locale import LANGUAGES, known
from ipsu_cli.office import Office
from ipsu_cli.read.fields import read_cell
from ipsu_cli.read.file_rows import FileRow, FileRows
from ipsu_cli.read.kinds import ImportKind
from ipsu_cli.store import Writing, settings
from ipsu_cli.store.batches import ROW_DIGEST
from ipsu_cli.validation import Finding

# The name in an option: `absent` in `--absent 10:00-10:20`.
_NAME = re.compile("[a-z]+(-[a-z]+)*")
# What a rule on hours and weeks judges: the first of the columns in which the row says anything.
_HOURS, _DAYS, _WEEKS = ("hours",), ("on", "week", "month"), ("weeks",)
JUDGED = {
    **dict.fromkeys(("delivery.nothing", "delivery.over-day", "delivery.over-plan", "delivery.over-row"), _HOURS),
    **dict.fromkeys(
        (
            "delivery.future", "delivery.outside-period", "delivery.outside-training", "delivery.two-months",
            "delivery.unplanned-week", "delivery.week-empty", "delivery.month-twice",
        ), _DAYS,
    ),
    **dict.fromkeys(("plan.extent", "plan.two-extents-one-week"), ("hours-per-week",)),
    **dict.fromkeys(
        (
            "plan.outside-period", "plan.outside-training", "plan.added-week-missing", "plan.ended-week-changed",
            "plan.ends-before-delivered",
        ), _WEEKS,
    ),
    "aid.before-lent": ("returned",),
    "pause.overlaps": ("from",),
}  # fmt: skip


class Item(NamedTuple):
    """One row, read: as it stands in the file, what it says, and its digest."""

    row: FileRow
    entry: dict[str, Any]
    digest: bytes


class Rows:
    """The rows of a file, and all that is wrong with them."""

    def __init__(self, kind: ImportKind, store: Writing, office: Office, sheet: FileRows) -> None:
        self.kind, self.office = kind, office
        self.errors = RowErrors(sheet.headings)
        self._words = {name: SheetWords(kind.name, headings) for name, headings in sheet.headings.items()}
        self.count = 0
        self.salt: bytes = settings.office(store)["salt"]

    def read(self, rows: Iterable[FileRow]) -> Iterator[Item]:
        """Each row that can be read; what cannot goes to `errors`."""
        for row in rows:
            self.count += 1
            before = self.errors.count
            for fault in row.faults:
                self._add(row, fault.column, fault.code, None, Text(f"problem.{fault.code}", fault.figures))
            entry = self._entry(row, {fault.column for fault in row.faults})
            if self.errors.count == before:
                yield Item(row, entry, self.digest(entry))

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

    def digest(self, entry: Mapping[str, Any]) -> bytes:
        """What a row is known by when it comes again."""
        return digest(self.salt + repr(sorted(entry.items())).encode())[:ROW_DIGEST]

    def wrong(self, row: FileRow, problem: Problem, column: str | None = None, value: str | None = None) -> None:
        """Keep what is wrong with a row: each finding of a rule by itself, a private value never."""
        for finding in _findings(problem):
            self._tell(row, finding, *((column, value) if column else self._where(finding, row)))

    def wrong_together(self, group: Sequence[Item], problem: Problem) -> None:
        """Keep what is wrong with rows that are one thing, each finding at the first row of the weeks that it names;
        what is wrong with many weeks of one cell is told of the first of them."""
        told = set[tuple[str | None, int, str, str]]()
        for finding in _findings(problem):
            weeks = {finding.figures.get("week"), *finding.figures.get("weeks", ())}
            row = next((item.row for item in group if not weeks.isdisjoint(item.entry.get("weeks", ()))), group[0].row)
            column, value = self._where(finding, row)
            place = column and (row.sheet, row.number, column, finding.code)
            if place in told:
                continue
            if place:
                told.add(place)
            self._tell(row, finding, column, value)

    def _tell(self, row: FileRow, finding: Problem | Finding, column: str | None, value: str | None) -> None:
        self._add(row, column, finding.code, self._shown(column, value), _sentence(finding), finding.command)

    def _where(self, finding: Problem | Finding, row: FileRow) -> tuple[str | None, str | None]:
        """The column that a problem of a whole row speaks of, and its value."""
        for column in ("case", "agreement"):
            if finding.code == f"{column}.unknown":
                return column, str(finding.figures[column])
        for column in JUDGED.get(finding.code, ()):
            if row.cells.get(column):
                return column, row.cells[column]
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


def _findings(problem: Problem) -> Sequence[Problem | Finding]:
    """What the rules found, each by itself; what is not of a rule is one thing."""
    return getattr(problem, "findings", None) or [problem]


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


def _masked(value: str | None) -> str | None:
    """A personnummer that cannot be read, without its last four digits; nothing of what is none."""
    hidden = without_numbers(value or "")
    return hidden if hidden != (value or "") else None

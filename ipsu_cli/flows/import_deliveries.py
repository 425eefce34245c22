"""`ipsu import deliveries`: a large file of hours, read into arrays, judged case by case and entered at once.

What a row means, what is wrong with it and what it brings in is what `import_` makes of it row by row; a test holds the
two together.
"""

from collections.abc import Iterator
from itertools import chain, islice

from ipsu_cli.core.delivery import Delivery, DeliveryEntry
from ipsu_cli.core.effect import KNOWN
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.tick import Tick, part, silent
from ipsu_cli.flows import deliver
from ipsu_cli.flows.hours_cells import CellMemory
from ipsu_cli.flows.hours_rows import BY_ITSELF, ENTERED, LEFT_OUT, HoursRows
from ipsu_cli.flows.import_hours import Hearing, HoursJudge
from ipsu_cli.flows.import_overlap import RowsTold
from ipsu_cli.flows.import_rows import Item, Rows
from ipsu_cli.flows.import_warnings import typed_before
from ipsu_cli.office import Office
from ipsu_cli.read.csv_file import CsvRows
from ipsu_cli.read.file_rows import FileRow, FileRows
from ipsu_cli.store import Writing, batches, cases, deliveries

DELIVERIES = "deliveries"
FEW = 500  # rows: to judge them one by one takes no longer
# So many rows are held in memory, or so many that say something else than hours.
MOST_HELD, MOST_OTHERS = 1_000_000, 10_000
STEPS = 3  # to read a file, to judge it, and to enter it
BETWEEN_TICKS = 1_000  # rows
SHEET_BITS = 32  # above them a position has the place of the row's sheet, in them its number


class DeliveriesBroughtIn(NamedTuple):
    """What came of the rows: how many were new, how many known, and the digests of those that were new."""

    added: int
    known: int
    digests: bytearray


class DeliveryFile:
    """A file of deliveries on its way into the register."""

    def __init__(
        self, store: Writing, office: Office, sheet: FileRows, file: Rows, told: RowsTold, tick: Tick = silent
    ) -> None:
        self._store, self._today, self._sheet = store, office.today, sheet
        self._file, self._judging, self._entering = file, part(tick, 1, STEPS), part(tick, 2, STEPS)
        self._warned, self._overlap = told
        self._sheets: list[str | None] = []
        self._rows = HoursRows()
        self._judge = HoursJudge(store, office.today, self._rows, Hearing(told.warned, self._refused, self._row))
        self._before = batches.known_rows(store, file.kind.name)
        self._whole_days: set[int] = set()  # the rows of a timesheet with all hours of their day
        self._ids: dict[int, int] = {}  # of the cases of which any rows are entered, by their place
        self._added, self._known, self._digests = 0, 0, bytearray()

    def bring_in(self) -> DeliveriesBroughtIn:
        """Read, judge and enter all rows; where anything is wrong with them it is among the errors of the file."""
        source, columns = self._sheet.rows, self._sheet.columns
        if isinstance(source, CsvRows) and "hours" in columns and len(columns) > len(("case", "hours")):
            self._read_cells(source)
        else:
            for row in source:
                self._take(row)
        self._enter_all(last=True)
        return DeliveriesBroughtIn(self._added, self._known, self._digests)

    # --- reading ---

    def _read_cells(self, source: CsvRows) -> None:
        """Take each row: by its cells alone where every one of them was met before, and nothing is wrong with it."""
        memory = CellMemory(self._sheet.columns, self._file.salt)
        listed = source.cells()
        for first in listed:
            if len(self._rows):
                self._enter_all(last=False)
            some = chain((first,), islice(listed, MOST_HELD - 1))
            for number, cells in memory.take_known(some, self._rows):
                row = cells if isinstance(cells, FileRow) else source.row(number, cells)
                item = self._take(row) if row else None
                if item and isinstance(cells, list):
                    memory.learn(cells, item, self._rows)
        self._file.count += memory.known

    def _take(self, row: FileRow) -> Item | None:
        """Take a row. Gives what it says where that is hours, and nothing is wrong with it."""
        if not self._sheets or row.sheet != self._sheets[-1]:
            self._sheets.append(row.sheet)
        position = (len(self._sheets) - 1 << SHEET_BITS) + row.number
        self._file.errors.position = position
        for item in self._file.read([row]):
            if row.whole_day:
                self._whole_days.add(len(self._rows))
            if self._rows.add(position, _entry(item), item.digest):
                return item
            if len(self._rows.others) >= MOST_OTHERS:
                self._enter_all(last=False)
        return None

    # --- entering ---

    def _enter_all(self, *, last: bool) -> None:
        """Judge the rows that are held, and enter those that are new; where something is wrong with the file, of the
        last rows only those that are judged as they are entered."""
        rows = self._rows
        rows.placed.frombytes(bytes(rows.placed.itemsize * len(rows)))
        for index in range(len(rows)) if len(rows) < FEW else (*rows.others, *self._whole_days):
            rows.placed[index] = BY_ITSELF
        self._leave_out_known()
        self._ids = self._judge.judge(self._judging)
        entering = not (last and self._file.errors.count)
        for id in self._ids.values() if entering else ():
            self._store.change(case_id=id)
        start = 0
        for index in [place for place, placed in enumerate(rows.placed) if placed == BY_ITSELF]:
            if entering:
                self._enter(range(start, index))
            self._save(index)
            self._entering(index, len(rows))
            start = index + 1
        if entering:
            self._enter(range(start, len(rows)))
            self._count_in(last=last)
        rows.clear()
        self._whole_days.clear()

    def _count_in(self, *, last: bool) -> None:
        """Count the rows that were entered, and keep their digests: the last as they are, for they are many."""
        rows = self._rows
        left = sum(placed < 0 for placed in rows.placed)
        self._added += len(rows) - left
        if last and not (left or self._digests):
            self._digests, rows.digests = rows.digests, bytearray()
        else:
            self._digests += b"".join(rows.digest(index) for index, placed in enumerate(rows.placed) if placed >= 0)

    def _leave_out_known(self) -> None:
        """Leave out each row that has come in as often before."""
        if not self._before:
            return
        for index in range(len(self._rows)):
            if self._before.take(self._rows.digest(index)):
                self._leave_out(index)

    def _leave_out(self, index: int) -> None:
        """A row is known."""
        self._rows.placed[index] = LEFT_OUT
        self._known += 1
        self._overlap.add(*self._place(index), KNOWN)

    def _enter(self, indexes: range) -> None:
        """Enter the hours of those of the rows that have their span."""
        if indexes:
            deliveries.add_hours(self._store, self._new(indexes))

    def _new(self, indexes: range) -> Iterator[tuple[int, str, str, int]]:
        """The new rows as they are kept."""
        rows, ids = self._rows, self._ids
        cases, kept, hours = rows.cases, rows.spans.kept, rows.hours
        for index, span in zip(indexes, islice(rows.placed, indexes.start, indexes.stop), strict=True):
            if index % BETWEEN_TICKS == 0:
                self._entering(index, len(rows))
            if span >= 0:
                first, last = kept[span]
                yield ids[cases[index]], first, last, hours[index]

    def _save(self, index: int) -> None:
        """Judge and enter a row as the command does."""
        entry = self._rows.entry(index)
        try:
            if (index in self._whole_days and came_before(self._store, entry)) or is_whole_there(self._store, entry):
                self._leave_out(index)
                return
            entered = deliver.save(self._store, entry, self._today)
        except Problem as problem:
            self._rows.placed[index] = LEFT_OUT
            self._refused(index, problem)
            return
        there = deliveries.typed_before(self._store, entered.id)
        typed = [] if there is None else [typed_before(self._row(index), entered.facts, there)]
        self._warned.add(self._rows.positions[index], [*entered.warnings, *typed])
        self._rows.placed[index] = ENTERED

    def _row(self, index: int) -> FileRow:
        """A row by its number and its sheet, with what its hours and days were read as."""
        sheet, number = self._place(index)
        entry = self._rows.entry(index)
        told = {"hours": entry.hours, "on": entry.on, "week": entry.week, "month": entry.month}
        cells = {column: str(value) for column, value in told.items() if value is not None}
        return FileRow(number, cells, (), sheet)

    def _place(self, index: int) -> tuple[str | None, int]:
        """The sheet and the number of a row."""
        position = self._rows.positions[index]
        sheet = self._sheets[position >> SHEET_BITS] if self._sheets else None
        return sheet, position & (1 << SHEET_BITS) - 1

    def _refused(self, index: int, problem: Problem) -> None:
        """Keep why a row is refused."""
        self._file.errors.position = self._rows.positions[index]
        self._file.wrong(self._row(index), problem)


def came_before(store: Writing, entry: DeliveryEntry) -> bool:
    """Have the hours of the day come in since the timesheet was made, and been corrected to these? Raises `Problem`
    where they are others: both would count."""
    there = deliveries.imported_on(store, entry.case, entry.on) if entry.on else None
    if there is None or there.hours == entry.hours:
        return there is not None
    raise Problem("timesheet.differs", case=entry.case, day=entry.on, delivery=there.id, hours=there.quantity,
                  command=f"ipsu delivery correct {there.id} {entry.hours} --reason TEXT")  # fmt: skip


def is_whole_there(store: Writing, entry: DeliveryEntry) -> bool:
    """Has an earlier command delivered the mapping or the month of the row? Either is delivered once."""
    case = cases.find(store, entry.case) if entry.hours is None else None
    return case is not None and any(_says(entry, there) for there in deliveries.whole(store, case.id) if there.counts)


def _says(entry: DeliveryEntry, there: Delivery) -> bool:
    """Does a row without hours say this delivery? A mapping that names no day is the one that is there."""
    if there.unit == "case":
        same_day = entry.on is None or entry.on == there.to_day
        return not entry.month and same_day and there.no_show == entry.no_show
    return entry.month == there.month and entry.on is None


def _entry(item: Item) -> DeliveryEntry:
    return DeliveryEntry(**{name.replace("-", "_"): value for name, value in item.entry.items()})

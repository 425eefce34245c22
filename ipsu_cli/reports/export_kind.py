"""`ipsu export KIND|all`: what the register holds, as the rows that an import reads back."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Week
from ipsu_cli.core.delivery import Delivery, DeliveryEntry
from ipsu_cli.core.document_entry import DocumentEntry
from ipsu_cli.core.enrolment import Contact
from ipsu_cli.core.fact import Fact, facts_of
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.identity import is_erased, masked, whole
from ipsu_cli.core.kind import DAY, PERSONNUMMER
from ipsu_cli.core.kind_rows import KindRows
from ipsu_cli.core.kinds import EVERYTHING, KIND, RECORDS
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan_entry import PlanRow
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.setting_entry import SettingEntry
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.office import Office
from ipsu_cli.store import (
    Store,
    Writing,
    agreements,
    aids,
    as_of,
    cases,
    deliveries,
    documents,
    enrolments,
    fidelity,
    funding,
    requirements,
    revealed,
    row_counts,
    settings,
    surveys,
    targets,
)
from ipsu_cli.store.documents import PlanOfCase
from ipsu_cli.store.under_way import telling
from ipsu_cli.validation import Finding, warning

BETWEEN_TICKS = 500  # rows
COLUMNS = (Column("kind"), Column("rows", "count"))


class ExportedKind(NamedTuple):
    """How many rows of a kind were written."""

    kind: str
    rows: int


class Exported(NamedTuple):
    """What was written."""

    export: list[ExportedKind]


# Writes the rows of one or several kinds to a file; the day is that of the newest change.
Write = Callable[[list[KindRows], dt.date], None]


def export_kinds(office: Office, name: str, write: Write, tick: Tick = silent) -> Answer[Exported]:
    """Write all of a kind, or all kinds. A personnummer is whole with `--reveal` alone, which is logged first: no file
    is made before that is saved. Of a protected person only the case stands there. `tick` hears how far it is."""
    names = list(RECORDS) if name == EVERYTHING else [name]
    whole_of = _noted(office, name, names) if office.reveal else frozenset()
    with office.reading() as store:
        return _export(store, names, write, tick, whole_of)._replace(saved=office.saved)


def _noted(office: Office, name: str, names: list[str]) -> Collection[str | None]:
    """Of which cases the files will show numbers: those that the log names, and what is of no case."""
    found: set[str | None] = set()

    def note(store: Writing) -> Answer[Exported]:
        shown = _Shown(store, frozenset())
        found.update(ref for kind in names for ref in shown.masked_in(ROWS[kind](store), facts_of(RECORDS[kind])))
        revealed.note(store, (ref for ref in found if ref))
        return Answer(Exported([]))

    office.change(f"export {name} --reveal", note, secret=True)
    return found | {None}


def _export(
    store: Store, names: list[str], write: Write, tick: Tick, whole_of: Collection[str | None]
) -> Answer[Exported]:
    shown, listening = _Shown(store, whole_of), _Listening(tick, row_counts.about(store, names))
    sheets = [
        KindRows(name, facts_of(RECORDS[name]), shown.counting(listening.to(ROWS[name](store))), shown)
        for name in names
    ]
    with telling(store.conn, listening.under_way):
        write(sheets, as_of.newest(store))
    done = [ExportedKind(sheet.name, sheet.count) for sheet in sheets]
    rows = [(KIND.show(kind.kind), kind.rows) for kind in done]
    lines = [Text("message.count", {"count": sum(kind.rows for kind in done)})]
    tables = [Table("exported", COLUMNS, rows, totals=("rows",))] if len(done) > 1 else []
    return Answer(Exported(done), lines, tables, shown.warnings if "cases" in names else [])


class _Listening:
    """Tells how many of all rows have come by, and while they are sorted that this is under way."""

    def __init__(self, tick: Tick, of: int) -> None:
        self._tick, self._done, self._of = tick, 0, of

    def under_way(self, *_: int) -> None:
        """No further than before."""
        self._tick(self._done, max(self._done, self._of))

    def to(self, records: Iterable[Any]) -> Iterator[Any]:
        """The same records."""
        for record in records:
            if self._done % BETWEEN_TICKS == 0:
                self.under_way()
            self._done += 1
            yield record


class _Shown:
    """What a file shows of a fact: nothing that is hidden of a protected person, and a number whole in the cases
    `whole_of` alone, where None is what is of no case."""

    def __init__(self, store: Store, whole_of: Collection[str | None]) -> None:
        self._whole_of = whole_of
        self.protected = cases.protected(store)
        self.in_error = cases.in_error(store)
        self.people = cases.count_people(store)

    def __call__(self, fact: Fact, record: Any) -> Any:
        ref = _ref_of(record)
        value = self._value(fact, record, ref)
        return value if ref in self._whole_of else _seen(fact, value)

    def _value(self, fact: Fact, record: Any, ref: str | None) -> Any:
        """What is there to show, a number in whole."""
        if fact.hidden and ref in self.protected:
            return None
        value = fact.of(record)
        if value is False and isinstance(record, DeliveryEntry):
            return None  # as it is typed, so that an import knows the row again
        if fact.kind is PERSONNUMMER:
            return None if is_erased(value) else whole(value)
        return value

    def masked_in(self, records: Iterable[Any], facts: Sequence[Fact]) -> Iterator[str | None]:
        """The cases of the records in which a number is masked."""
        for record in self.counting(records):
            ref = _ref_of(record)
            values = ((fact, self._value(fact, record, ref)) for fact in facts if _masks(fact))
            if any(value != _seen(fact, value) for fact, value in values):
                yield ref

    def counting(self, records: Iterable[Any]) -> Iterator[Any]:
        """Those that belong to no case registered in error, of a protected person as they are shown."""
        return (self._hidden(record) for record in records if getattr(record, "case", None) not in self.in_error)

    def _hidden(self, record: Any) -> Any:
        return record.hidden() if isinstance(record, Contact) and record.case in self.protected else record

    @property
    def warnings(self) -> list[Finding]:
        """What the file lacks, so that it cannot be read back whole."""
        found = []
        if self.protected:
            found.append(warning("export.protected", count=len(self.protected)))
        if self.people and not self._whole_of:
            found.append(warning("export.masked", command="--reveal", count=self.people))
        return found


def _ref_of(record: Any) -> str | None:
    return record.ref if isinstance(record, Case) else getattr(record, "case", None)


def _masks(fact: Fact) -> bool:
    return fact.kind is PERSONNUMMER or fact.kind.masks


def _seen(fact: Fact, value: Any) -> Any:
    """A value without the numbers that are not asked for."""
    return value and masked(value) if fact.kind is PERSONNUMMER else fact.kind.seen(value)


def _cases(store: Store) -> Iterator[Case]:
    """Those that another builds on before it."""
    return iter(sorted(cases.listed(store), key=lambda case: (case.after is not None, case.ref)))


def _plans(store: Store) -> Iterator[PlanRow]:
    """Weeks after one another with the same hours are one row."""
    for planned in documents.every_plan(store):
        for weeks, hours in _spans(planned.weeks):
            yield _plan_row(planned, weeks, hours)


def _plan_row(planned: PlanOfCase, weeks: list[Week], hours: Hours) -> PlanRow:
    plan = planned.document
    return PlanRow(
        plan.case, weeks, hours, plan.version, plan.submitted, plan.confirmed, plan.returned, plan.reason,
        plan.fields.get("return_reason"),
    )  # fmt: skip


def _spans(weeks: dict[Week, Hours]) -> Iterator[tuple[list[Week], Hours]]:
    span: list[Week] = []
    for week, hours in weeks.items():
        if span and (week != span[-1].next() or hours != weeks[span[-1]]):
            yield span, weeks[span[-1]]
            span = []
        span.append(week)
    if span:
        yield span, weeks[span[-1]]


# The fields of a document that another name has in a file.
RENAMED = {"from": "from_day", "to": "to_day"}


def _documents(store: Store) -> Iterator[DocumentEntry]:
    """Those that were submitted, in the order in which they came; plans are a kind of their own."""
    days = {fact.path[0] for fact in facts_of(DocumentEntry) if fact.kind is DAY}
    for document in documents.every(store):
        kept = {RENAMED.get(name, name): value for name, value in document.fields.items()}
        own = {name: DAY.load(value) if name in days else value for name, value in kept.items()}
        steps = {name: getattr(document, name) for name in ("period", "submitted", "confirmed", "returned", "version")}
        fields = {name: value for name, value in own.items() if name in DocumentEntry._fields}
        yield DocumentEntry(case=document.case, type=document.type, **{**steps, **fields})


def _deliveries(store: Store) -> Iterator[DeliveryEntry]:
    """What counts; a result follows from its document."""
    for delivery in deliveries.every(store):
        if delivery.counts and delivery.unit != "result":
            yield _entry(delivery)


def _entry(delivery: Delivery) -> DeliveryEntry:
    case, first, last = delivery.case, delivery.from_day, delivery.to_day
    if delivery.unit in ("day", "month"):
        return DeliveryEntry(case, month=delivery.month)
    if delivery.unit == "case":
        return DeliveryEntry(case, on=last, no_show=delivery.no_show)
    if first == last:
        return DeliveryEntry(case, delivery.hours, on=last)
    return DeliveryEntry(case, delivery.hours, week=delivery.week)


def _of_everybody(listed: Iterable[Any]) -> Iterator[Any]:
    """What belongs to no agreement is called what it is called when it is typed."""
    return (line._replace(agreement=line.whose) for line in listed)


def _settings(store: Store) -> Iterator[SettingEntry]:
    """What the office has set, of the settings that there are."""
    entered = settings.entered(store)
    return (SettingEntry(name, entered[name] or None) for name in sorted(DEFAULTS) if name in entered)


ROWS: dict[str, Callable[[Store], Iterable[Any]]] = {
    "settings": _settings,
    "agreements": agreements.all_of,
    "requirements": lambda store: requirements.all_of(store).values(),
    "prices": agreements.prices,
    "cases": _cases,
    "plans": _plans,
    "decisions": cases.decisions,
    "documents": _documents,
    "deliveries": _deliveries,
    "aids": aids.entries,
    "scales": fidelity.scales,
    "fidelity": fidelity.listed,
    "surveys": surveys.listed,
    "funding": lambda store: _of_everybody(funding.listed(store)),
    "totals": lambda store: _of_everybody(funding.stated(store)),
    "targets": lambda store: _of_everybody(targets.listed(store)),
    "outcomes": enrolments.outcomes,
    "pauses": enrolments.pauses,
    "reviews": enrolments.reviews,
    "contacts": lambda store: enrolments.contacts(store, reveal=True),
}

"""`ipsu todo`: what is to be filed, given back, delivered or asked about, soonest first."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.price_list import PriceList
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import AID, DOCUMENT, Due, WorkingDaysLeft, all_due
from ipsu_cli.reports.reminders import kind_of, reminded, reminded_of_agreements
from ipsu_cli.reports.undelivered import undelivered
from ipsu_cli.rules import reminders
from ipsu_cli.store import Store, agreements, erased, filters, scope, settings
from ipsu_cli.validation import all_rules

DELIVER = "deliver"
REMINDERS = (reminders.CASE, reminders.AGREEMENT)
OURS = ("missing", "draft", "returned", "lent")
TODO = (
    Column("due", "day"), Column("working_days_left", "count"), Column("case"), Column("message"), Column("coach"),
    Column("command"),
)  # fmt: skip
NEVER = dt.date.max


class TodoEvent(NamedTuple):
    """A row of the list as a calendar has it: a day, and a name of its own that never changes. `case` is the agreement
    where it is about one."""

    uid: str
    day: dt.date
    case: str
    label: Text | str
    message: Text
    command: str


class TodoQuery(NamedTuple):
    """What is asked for: until which day (None: what can be done today), of which coach, what fails, and of which
    kinds (none: of all)."""

    until: dt.date | None = None
    coach: str | None = None
    fail_on_overdue: bool = False
    kinds: Sequence[str] = ()


class Task(NamedTuple):
    """A thing to do; `type` is None of what is no document, `net_ore` of no delivery, `case` of an agreement. `period`
    is the month or the week that it is about."""

    kind: str
    due: dt.date | None
    case: str | None
    type: str | None
    period: Month | Week | None
    message: Text
    command: str
    working_days_left: int | None
    overdue: bool
    coach: str | None
    net_ore: Ore | None

    @classmethod
    def of(cls, row: Due, counting: WorkingDaysLeft) -> "Task":
        """The task that a row of the register makes."""
        overdue = row.due is not None and row.due < counting.today
        return cls(row.kind, row.due, row.case or None, row.type or None, row.period, message(row), row.command,
                   counting.left(row.due), overdue, row.coach, row.net_ore)  # fmt: skip


class TodoList(NamedTuple):
    """The whole answer."""

    todo: Sequence[Task]


def kinds() -> tuple[str, ...]:
    """The kinds of what is to be done: documents, aids and deliveries, and what a reminder asks for."""
    asked = dict.fromkeys(kind_of(rule.code) for rule in all_rules() if rule.act in REMINDERS)
    return (DOCUMENT, AID, DELIVER, *asked)


def todo(
    office: Office, query: TodoQuery, finish: Callable[[list[TodoEvent], str], None] | None = None
) -> Answer[TodoList]:
    """By due day, case, type and period; `finish` makes a calendar of it."""
    with office.reading() as store:
        scope.choose(store, filters.in_register(store, scope.Chosen(coaches=[query.coach] if query.coach else ())))
        prices = PriceList(agreements.prices(store))
        waiting = [*all_due(store, office.days, office.today), *to_deliver(store, office.today, prices)]
        by = query.until or office.today
        waiting += reminded(store, office, by, prices)
        waiting += [] if query.coach else reminded_of_agreements(store, office, by)
        gone = erased.cases(store.conn)
        wanted = [row for row in waiting if row.case not in gone and (not query.kinds or row.kind in query.kinds)]
        found = sorted(chosen(wanted, query.until, office.today), key=_order)
        place = settings.office(store)["salt"].hex()[:16]
    if finish:
        finish([_event(row, place, office.today) for row in found], office.own_lang)
    counting = WorkingDaysLeft(office)
    tasks = [Task.of(row, counting) for row in found]
    late = sum(1 for task in tasks if task.overdue)
    figures = {"count": len(tasks), "late": late, "today": office.today}
    lines = [Text("message.todo" if tasks else "message.todo-clear", figures)]
    tables = [_table(found, tasks, names=office.names)] if tasks else []
    return Answer(TodoList(tasks), lines, tables, exit=6 if query.fail_on_overdue and late else 0)


def chosen(rows: Iterable[Due], until: dt.date | None, today: dt.date) -> Iterable[Due]:
    """What is for the office to do: all that is due by a day, or what can be done today or is overdue.

    A closed case files no more than its monthly reports.
    """
    for row in rows:
        by_day = (
            row.opens <= today if until is None or row.kind == DELIVER else row.due is not None and row.due <= until
        )
        if by_day and row.state in OURS and not row.closed:
            yield row


def to_deliver(store: Store, today: dt.date, prices: PriceList) -> Iterator[Due]:
    """What is done, reported and ready, of the cases in `scope`; it has no day of its own, and waits until it is done,
    also once the case is closed."""
    in_scope = scope.ids(store)
    for waiting in undelivered(store, today, prices):
        case = waiting.case
        if case.id in in_scope:
            name = None if case.person.protected else case.person.name
            yield Due(
                case.id, case.ref, name, case.coach, "", "", waiting.month, f"{waiting.month}", "missing",
                waiting.since, None, waiting.command, kind=DELIVER, net_ore=waiting.net_ore,
            )  # fmt: skip


def message(row: Due) -> Text:
    """What is to be done, in one sentence without a name."""
    if row.text:
        return row.text
    figures = {"case": row.case, "label": row.label or row.type, "month": row.period, "due": row.due}
    if row.kind == AID:
        return Text("message.due-aid", {**figures, "aid": row.key})
    if row.kind == DELIVER:
        return Text("message.money-undelivered", figures)
    kind = "month" if row.period else "plain"
    return Text(f"message.due-{kind}" if row.due else "message.due-open", figures)


def _order(row: Due) -> tuple[Any, ...]:
    return (row.due or NEVER, row.case, row.type, row.period or "", row.key)


def _event(row: Due, place: str, today: dt.date) -> TodoEvent:
    """One without a day of its own stands on today. The name holds no reference: it leaves the office."""
    about = row.type if row.kind == DOCUMENT else row.kind
    uid = f"{row.case_id}-{about}-{row.key or 0}@{place}.ipsu"
    label = f"{row.label or row.type}" if row.kind == DOCUMENT else Text(f"message.todo-{row.kind}")
    return TodoEvent(uid, row.due or today, row.case or row.label, label, message(row), row.command)


def _table(found: list[Due], tasks: list[Task], *, names: bool) -> Table:
    columns = (*TODO[:3], Column("name"), *TODO[3:]) if names else TODO
    rows = [
        tuple(row.name if column.key == "name" else getattr(task, column.key) for column in columns)
        for row, task in zip(found, tasks, strict=True)
    ]
    return Table("todo", columns, rows)

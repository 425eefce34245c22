"""`ipsu deliver --week WEEK CASE=HOURS …`: a coach's week in one line, all or nothing."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Week
from ipsu_cli.core.delivery import CaseHours, Delivery, DeliveryEntry
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem, Refused, Unreadable
from ipsu_cli.core.row_error import RowError
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.flows.deliver import PlanLeft, equal_to, plan_left, save
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, deliveries
from ipsu_cli.validation import BrokenCases, Finding, stops_of

COLUMNS = (
    Column("id", "count"), Column("case"), Column("from", "day"), Column("to", "day"), Column("quantity", "hours"),
    Column("planned_hours", "hours"), Column("delivered_hours", "hours"), Column("remaining_hours", "hours"),
)  # fmt: skip


class DeliveredCase(NamedTuple):
    """A delivery that was entered, and what is left of its plan."""

    delivery: Delivery
    plan: PlanLeft | None

    def to_json(self) -> JsonObject:
        """The delivery, with its plan next to its own values."""
        return {**self.delivery.to_json(), "plan": self.plan}


class WeekDelivered(NamedTuple):
    """The whole answer, in the order of the line."""

    deliveries: Sequence[DeliveredCase]


def deliver_week(office: Office, week: Week, typed: Sequence[CaseHours]) -> Answer[WeekDelivered]:
    """Enter the hours of several cases. Raises, with all that is wrong, for a line that cannot be read or is refused
    anywhere."""
    entries = read_entries(week, typed)

    def enter(store: Writing) -> Answer[WeekDelivered]:
        entered: list[DeliveredCase] = []
        warnings: list[Finding] = []
        refused: list[tuple[str, Finding]] = []
        for entry in entries:
            try:
                id, facts, found = save(store, entry, office.today)
            except (Refused, Unreadable) as problem:
                refused += [(entry.case, finding) for finding in stops_of(problem)]
                continue
            left = plan_left(facts.case, facts.plan, facts.delivered + facts.hours)
            delivery = deliveries.get(store, id)
            entered.append(DeliveredCase(delivery, left))
            warnings += found + equal_to(store, delivery)
        if refused:
            raise BrokenCases(refused)
        return _answer(week, entered, warnings)

    return office.change("deliver --week", enter)


def read_entries(week: Week, typed: Sequence[CaseHours]) -> list[DeliveryEntry]:
    """The deliveries that a line means. Raises `Unreadable` for a case that stands there twice, with both values, else
    with each word that cannot be read."""
    for word in typed:
        values = [other.hours_typed for other in typed if other.case == word.case]
        if len(values) > 1:
            raise Unreadable("option.twice", option=word.case, values=values)
    entries, wrong = [], []
    for place, word in enumerate(typed, start=1):
        try:
            entries.append(DeliveryEntry(word.case, word.hours, week=week))
        except Unreadable as problem:
            wrong.append((place, word, problem))
    if wrong:
        raise _unreadable(wrong)
    return entries


def _unreadable(wrong: Sequence[tuple[int, CaseHours, Problem]]) -> Unreadable:
    """All that cannot be read, by its place in the line."""
    first = wrong[0][2]
    errors = [
        RowError(place, word.case, problem.code, word.hours_typed, Text(f"problem.{problem.code}", problem.figures))
        for place, word, problem in wrong
    ]
    return Unreadable(first.code, details={"errors": errors}, **first.figures)


def _answer(week: Week, entered: list[DeliveredCase], warnings: list[Finding]) -> Answer[WeekDelivered]:
    rows = [
        (row.delivery.id, row.delivery.case, row.delivery.from_day, row.delivery.to_day, row.delivery.quantity,
         *(row.plan or (None, None, None)))
        for row in entered
    ]  # fmt: skip
    lines = [Text("message.delivered-week", {"week": week, "count": len(entered)})]
    tables = [Table("delivered-week", COLUMNS, rows, totals=("quantity",))]
    return Answer(WeekDelivered(entered), lines, tables, warnings)

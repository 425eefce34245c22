"""`ipsu case show` and `case list`. What only some cases have (an enrolment, a placement, aids on loan) is loaded
for those alone: a case is shown forty times a day."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.case_shown import CaseShown
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import Document
from ipsu_cli.core.fact import Fact, facts_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.next_step import NextStep
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.plan_shown import PlanShown
from ipsu_cli.core.records import mapped
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports import document, revealing
from ipsu_cli.reports.document import DocumentShown
from ipsu_cli.reports.next_step import next_steps, rows_of
from ipsu_cli.reports.plan import plan_table
from ipsu_cli.rules import services
from ipsu_cli.store import Store, Writing, aids, cases, deliveries, documents

if TYPE_CHECKING:
    from ipsu_cli.core.aid import Aid
    from ipsu_cli.reports.enrolment import WholeEnrolment

FACTS = (Column("what"), Column("value"))
DOCUMENTS = (
    Column("type", "code"), Column("month", "month"), Column("version", "count"), Column("status", "code"),
    Column("submitted", "day"),
    Column("confirmed", "day"), Column("due", "day"), Column("days_late", "count"),
)  # fmt: skip
DELIVERIES = (
    Column("id", "count"), Column("case"), Column("from", "day"), Column("to", "day"), Column("week", "week"),
    Column("quantity", "hours"), Column("unit", "code"), Column("status", "code"), Column("invoice"),
)  # fmt: skip
NEXT = (Column("why"), Column("command"))


class WholeCase(NamedTuple):
    """All that there is of one case: its plan in force, its documents, deliveries and aids on loan, what happened in
    its enrolment where it is a municipality's, and what it waits for."""

    shown: CaseShown
    plan: PlanShown | None
    documents: Sequence[DocumentShown]
    deliveries: Sequence[Delivery]
    aids: Sequence["Aid"]
    enrolment: "WholeEnrolment | None"
    next: Sequence[NextStep]

    def to_json(self) -> JsonObject:
        """What is known of the case stands next to the rest."""
        from ipsu_cli.core.enrolment_shown import ReferralShown

        municipal = self.enrolment or ReferralShown(self.shown)
        own = all_but(self, "shown", "enrolment", "next")
        return {**self.shown.to_json(), **own, **municipal.to_json(), "next": self.next}


def case_show(office: Office, ref: str) -> Answer[WholeCase]:
    """One case, whole. Showing the number leaves a line in the log first."""

    def note(store: Writing, answer: Answer[WholeCase]) -> None:
        store.change(case_id=answer.payload.shown.case.id)

    return revealing.shown(office, "case show", lambda store: _whole(store, office, ref), note)


def _whole(store: Store, office: Office, ref: str) -> Answer[WholeCase]:
    case = cases.get(store, ref)
    shown = CaseShown(case, office.today, name=True, reveal=office.reveal)
    rows = rows_of(store, case)
    found = WholeCase(
        shown,
        _in_force(store, case, rows.plans, office.today),
        documents_of(case, rows.documents, office),
        rows.deliveries,
        aids.listed(store, case.id),
        _enrolment(store, shown),
        next_steps(case, rows, office),
    )
    return Answer(found, tables=list(_tables(found)))


def _enrolment(store: Store, shown: CaseShown) -> "WholeEnrolment | None":
    if not services.service(shown.case.service).queued:
        return None
    from ipsu_cli.reports.enrolment import enrolment_of

    return enrolment_of(store, shown)


def _in_force(store: Store, case: Case, plans: list[Plan], today: dt.date) -> PlanShown | None:
    """Of the versions of a plan the one in force, None where there is none."""
    plan = documents.plan_in_force(plans)
    if plan is None:
        return None
    hours = deliveries.Delivered(store, case.id)
    return PlanShown.of(plan, case, hours.total, hours.by_week, today)


def documents_of(case: Case, listed: list[Document], office: Office) -> list[DocumentShown]:
    """Every version, and a row for each document that the service demands and that is not there."""
    there = {(filed.type, filed.period) for filed in listed}
    empty = [
        Document(0, case.ref, kind.type, 1, month, "missing", None, None, None, None)
        for kind in document.kinds_of(case)
        for month in document.months_of(case, kind)
        if kind.required and (kind.type, month) not in there
    ]
    found = [document.shown(filed, case, listed, office.days) for filed in listed]
    found += [document.shown(blank, case, (), office.days)._replace(version=None) for blank in empty]
    return sorted(found, key=lambda shown: (shown.type, shown.period or "", shown.version or 0))


def _tables(found: WholeCase) -> Iterator[Table]:
    yield Table("case", FACTS, list(_facts(found)), figures={"case": found.shown.case.ref})
    if found.plan:
        yield plan_table(found.plan)
    if found.enrolment:
        from ipsu_cli.reports import enrolment

        yield from enrolment.tables_of(found.enrolment)
    else:
        yield documents_table(found.documents)
    if found.deliveries:
        yield deliveries_table(found.deliveries)
    if found.aids:
        from ipsu_cli.reports.aid import aids_table

        yield aids_table(found.aids)
    if found.next:
        yield Table("next", NEXT, [(step.message, step.command) for step in found.next])


LabelledValue = tuple[str, Any]


def _facts(found: WholeCase) -> Iterator[tuple[Text, Any]]:
    """The facts of a case as rows, those that are there, in the order in which they are declared."""
    for fact in facts_of(Case):
        rows = COMBINED[fact.name](found) if fact.name in COMBINED else ((fact.row, _shown(fact, found.shown)),)
        yield from ((Text(f"column.{row}"), value) for row, value in rows if row and value is not None)


def _shown(fact: Fact, shown: CaseShown) -> Any:
    """What a row says of a fact: what is hidden in JSON is hidden here."""
    value = shown.says(fact)
    return None if value is None else fact.kind.show(value)


def _person(found: WholeCase) -> Iterator[LabelledValue]:
    participant = found.shown.participant
    yield "name", participant.name
    yield "personnummer", participant.personnummer


def _protected(found: WholeCase) -> Iterator[LabelledValue]:
    yield "protected", Text("message.protected") if found.shown.case.person.protected else None


def _period(found: WholeCase) -> Iterator[LabelledValue]:
    """The period of a case that has one, how it stands, and what keeps it."""
    case = found.shown.case
    yield "period", None if found.enrolment else f"{case.from_day} – {case.to_day}"
    yield "status", Text(f"code.{found.shown.status}")
    yield "locked", case.locked and f"{case.locked.since} ({case.locked.invoice})"


def _training_period(found: WholeCase) -> Iterator[LabelledValue]:
    training = found.shown.case.training
    yield "training_period", training.from_day and f"{training.from_day} – {training.to_day}"


def _after(found: WholeCase) -> Iterator[LabelledValue]:
    yield "after", found.enrolment.after if found.enrolment else found.shown.case.after


def _closed(found: WholeCase) -> Iterator[LabelledValue]:
    case = found.shown.case
    closed = {"day": case.closed_on, "reason": Text(f"code.{case.close_reason}")}
    yield "closed", case.closed_on and Text("message.closed-as", closed)


def _queue(found: WholeCase) -> Iterator[LabelledValue]:
    """The days of a place in a queue; of a service without one the day alone may be set."""
    if found.enrolment is None:
        yield "queue", found.shown.case.referral.queued_on
        return
    queue = found.enrolment.shown.queue
    if queue.from_day:
        yield "queue", Text("message.queue-days", {"first": queue.from_day, "last": queue.to_day, "days": queue.days})
        yield "queue_reason", queue.reason and Text(f"code.{queue.reason}")


def _support(found: WholeCase) -> Iterator[LabelledValue]:
    if found.enrolment is None:
        given = found.shown.case.referral.support
        yield "support_service", given and Text(f"code.{given}")
        return
    support = found.enrolment.shown.support
    if support.from_day:
        yield "support", Text("message.from-to", {"first": support.from_day, "last": support.to_day})
        yield "support_service", Text(f"code.{support.service}")
        yield "reason", support.reason and Text(f"code.{support.reason}")


# Where several facts make one row, or the register adds to what was typed: the rows in place of the first of them.
COMBINED: dict[str, Callable[[WholeCase], Iterator[LabelledValue]]] = {
    "personnummer": _person,
    "protected": _protected,
    "from": _period,
    "training-from": _training_period,
    "after": _after,
    "closed": _closed,
    "queued": _queue,
    "support": _support,
}


def documents_table(found: Sequence[DocumentShown]) -> Table:
    """Documents as rows, with the month where one of them is about a month."""
    monthly = any(shown.period for shown in found)
    columns = DOCUMENTS if monthly else tuple(column for column in DOCUMENTS if column.key != "month")
    rows = [
        tuple(shown.period if column.key == "month" else getattr(shown, column.key) for column in columns)
        for shown in found
    ]
    return Table("documents", columns, rows)


def deliveries_table(found: Sequence[Delivery]) -> Table:
    """Deliveries as rows."""
    return Table("deliveries", DELIVERIES, mapped(_delivery_row, found))


def _delivery_row(found: Delivery) -> tuple[Any, ...]:
    return (found.id, found.case, found.from_day, found.to_day, found.one_week, found.quantity, found.unit,
            found.status, found.invoice)  # fmt: skip

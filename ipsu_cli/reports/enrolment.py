"""What a municipality's case has in addition to the rest, and the lists of outcomes and contacts."""

from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.case_shown import CaseShown
from ipsu_cli.core.enrolment import Contact, Outcome, Pause, Review
from ipsu_cli.core.enrolment_shown import EnrolmentShown
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.next_step import NextStep
from ipsu_cli.core.records import mapped
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but, members
from ipsu_cli.office import Office
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.case import CaseFacts
from ipsu_cli.store import Store, enrolments
from ipsu_cli.store.enrolments import Enrolment
from ipsu_cli.validation import findings

OUTCOMES = (
    Column("id", "count"), Column("case"), Column("outcome", "code"), Column("on", "day"), Column("subsidised"),
)  # fmt: skip
PAUSES = (Column("id", "count"), Column("from", "day"), Column("to", "day"))
REVIEWS = (
    Column("id", "count"), Column("on", "day"), Column("progress"), Column("decision", "code"), Column("refer_to"),
)  # fmt: skip
CONTACTS = (
    Column("id", "count"), Column("case"), Column("agreement"), Column("party"), Column("on", "day"), Column("note"),
    Column("goal"),
)  # fmt: skip
TIMES = (
    Column("case"), Column("queued", "day"), Column("from", "day"), Column("closed", "day"), Column("reason", "code"),
)  # fmt: skip


class WholeEnrolment(NamedTuple):
    """Its queue and support, the enrolment that it came after, all times that the person came to the service, and what
    happened in it."""

    shown: EnrolmentShown
    after: str | None
    enrolments: Sequence[Enrolment]
    outcomes: Sequence[Outcome]
    pauses: Sequence[Pause]
    reviews: Sequence[Review]
    contacts: Sequence[Contact]

    def to_json(self) -> JsonObject:
        """What happened stands next to what is known of the queue and the support."""
        return {**self.shown.to_json(), **all_but(self, "shown")}


def enrolment_of(store: Store, shown: CaseShown) -> WholeEnrolment:
    """The enrolment that a case is. The other times are not said of a protected person: one case would lead to
    another."""
    case, reveal = shown.case, shown.reveal
    times = [] if shown.hides else enrolments.enrolments(store, case.person.id, case.given)
    return WholeEnrolment(
        EnrolmentShown(shown),
        _before(case, times),
        times,
        enrolments.outcomes(store, case.id),
        enrolments.pauses(store, case.id),
        enrolments.reviews(store, case.id, reveal=reveal),
        enrolments.contacts(store, case.id, reveal=reveal),
    )


def _before(case: Case, times: list[Enrolment]) -> str | None:
    """The enrolment before this one, if the person has come back."""
    refs = [enrolment.case for enrolment in times]
    place = refs.index(case.ref) if case.ref in refs else 0
    return refs[place - 1] if place else None


def next_of(case: Case, requirement: Requirement | None, office: Office) -> list[NextStep]:
    """Who waits: what the start still demands, and then the start itself."""
    if case.from_day or case.closed_on:
        return []
    missing = findings(acts.START, case.given, CaseFacts(case, office.today, requirement=requirement))
    steps = [NextStep.demanded(finding.code, finding.figures, finding.command) for finding in missing]
    return steps or [NextStep.to_do("next.start", {"case": case.ref}, f"ipsu case start {case.ref} --on DATE")]


def tables_of(enrolment: WholeEnrolment) -> Iterator[Table]:
    """What happened in the enrolment, and the other times; what has no rows is left out."""
    outcomes = tuple(column for column in OUTCOMES if column.key != "case")
    contacts = tuple(column for column in CONTACTS if column.key not in ("case", "agreement"))
    happened: tuple[tuple[str, tuple[Column, ...], Sequence[object]], ...] = (
        ("outcomes", outcomes, enrolment.outcomes),
        ("pauses", PAUSES, enrolment.pauses),
        ("reviews", REVIEWS, enrolment.reviews),
        ("contacts", contacts, enrolment.contacts),
    )
    yield from (table_of(name, columns, found) for name, columns, found in happened if found)
    if len(enrolment.enrolments) > 1:
        yield table_of("enrolments", TIMES, enrolment.enrolments)


def table_of(name: str, columns: tuple[Column, ...], found: Sequence[object]) -> Table:
    """What was found, each column as JSON has it, and yes or no in words."""

    def row(record: object) -> tuple[Any, ...]:
        shape = members(record)
        return tuple(_cell(shape[column.key]) for column in columns)

    return Table(name, columns, mapped(row, found))


def _cell(value: Any) -> Any:
    return Text("sheet.yes" if value else "sheet.no") if isinstance(value, bool) else value

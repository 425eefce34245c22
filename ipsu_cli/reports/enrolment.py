"""What a municipality's case has in addition to the rest, and the lists of outcomes and contacts."""

from collections.abc import Iterable, Iterator
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.json_records import enrolment_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import members
from ipsu_cli.office import Office
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts import CaseFacts
from ipsu_cli.store import Store, enrolments
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
)  # fmt: skip
TIMES = (
    Column("case"), Column("queued", "day"), Column("from", "day"), Column("closed", "day"), Column("reason", "code"),
)  # fmt: skip


def enrolment_of(store: Store, office: Office, case: Case) -> dict[str, Any]:
    """Its queue and support, what happened in it, and the other times that the person came to the service.

    Those are not said of a protected person: one case would lead to another.
    """
    hidden = case.person.protected and not office.reveal
    times = [] if hidden else enrolments.enrolments(store, case.person.id, case.given)
    return {
        **enrolment_shape(case, office.today, reveal=office.reveal),
        "after": _before(case, times),
        "enrolments": [
            {"case": t.case, "queued": t.queued, "from": t.from_day, "closed": t.closed, "reason": t.reason}
            for t in times
        ],
        "outcomes": enrolments.outcomes(store, case.id),
        "pauses": enrolments.pauses(store, case.id),
        "reviews": enrolments.reviews(store, case.id, reveal=office.reveal),
        "contacts": enrolments.contacts(store, case.id, reveal=office.reveal),
    }


def _before(case: Case, times: list[enrolments.Enrolment]) -> str | None:
    """The enrolment before this one, if the person has come back."""
    refs = [enrolment.case for enrolment in times]
    place = refs.index(case.ref) if case.ref in refs else 0
    return refs[place - 1] if place else None


def next_of(case: Case, office: Office) -> list[dict[str, Any]]:
    """Who waits: what the start still demands, and then the start itself."""
    if case.from_day or case.closed_on:
        return []
    missing = findings(acts.START, case.given, CaseFacts(case, office.today))
    steps: list[dict[str, Any]] = [
        {"code": finding.code, "message": Text(f"rule.{finding.code}", finding.figures), "command": finding.command}
        for finding in missing
    ]
    command = f"ipsu case start {case.ref} --on DATE"
    step = {"code": "next.start", "message": Text("message.next.start", {"case": case.ref}), "command": command}
    return steps or [step]


def tables_of(data: dict[str, Any]) -> Iterator[Table]:
    """What happened in the enrolment, and the other times; what has no rows is left out."""
    outcomes = tuple(column for column in OUTCOMES if column.key != "case")
    contacts = tuple(column for column in CONTACTS if column.key not in ("case", "agreement"))
    for name, columns in (
        ("outcomes", outcomes), ("pauses", PAUSES), ("reviews", REVIEWS), ("contacts", contacts),
    ):  # fmt: skip
        if data[name]:
            yield table_of(name, columns, data[name])
    if len(data["enrolments"]) > 1:
        yield table_of("enrolments", TIMES, data["enrolments"])


def table_of(name: str, columns: tuple[Column, ...], found: Iterable[object]) -> Table:
    """What was found, each column as JSON has it, and yes or no in words."""
    shapes = map(members, found)
    return Table(name, columns, [tuple(_cell(shape[column.key]) for column in columns) for shape in shapes])


def _cell(value: Any) -> Any:
    return Text("sheet.yes" if value else "sheet.no") if isinstance(value, bool) else value

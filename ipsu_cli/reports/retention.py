"""`ipsu retention`: until when what is kept is kept, and what is due."""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.retention import KeptPerson, books_kept_until
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules.retention import (
    ERASE,
    REMOVE_BOOKS,
    BooksFacts,
    ErasureFacts,
    a_person_is_kept_until_the_office_needs_nothing_of_the_last_case,
    books_are_kept_through_the_seventh_year,
)
from ipsu_cli.store import Store, participants, retention
from ipsu_cli.store.erasure import Identity
from ipsu_cli.validation import rules_for

CASE, UNUSED = "case", "entry"
PERSON_CODE = a_person_is_kept_until_the_office_needs_nothing_of_the_last_case.code
BOOKS_CODE = books_are_kept_through_the_seventh_year.code
COLUMNS = (
    Column("kept_kind", "code"), Column("case"), Column("invoice"), Column("since", "day"), Column("keep_until", "day"),
    Column("due"), Column("command"),
)  # fmt: skip


class KeptRow(NamedTuple):
    """What is kept: a person's case (`case`), an entry that nothing needs (`entry`), or something booked (`invoice`,
    `payment`, `voucher`, `self-invoice`). `since` is the last day of the case, or the day of the booking; `keep_until`
    the last day of keeping, None where nothing keeps it. `due`: it may go today. `code` is the rule."""

    kind: str
    case: str | None
    invoice: str | None
    since: dt.date | None
    keep_until: dt.date | None
    due: bool
    code: str
    command: str | None


class RetentionList(NamedTuple):
    """The whole answer."""

    retention: Sequence[KeptRow]


class DueForErasing(NamedTuple):
    """The persons who may be erased today, and the rows that say so."""

    persons: Sequence[Identity]
    rows: Sequence[KeptRow]


def retention_list(office: Office, *, due_only: bool) -> Answer[RetentionList]:
    """All that is kept for a time, by the last day of it; `due_only`: what `--apply` would erase."""
    with office.reading() as store:
        rows = list(due(store, office).rows if due_only else _all(store, office))
    rows.sort(key=lambda row: (row.keep_until or dt.date.min, row.kind, row.case or row.invoice or ""))
    return Answer(RetentionList(rows), [summary(rows)], tables_of(rows))


def summary(rows: Sequence[KeptRow]) -> Text:
    """How many rows there are, and how many of them are due."""
    return Text("message.retention", {"count": len(rows), "due": sum(row.due for row in rows)})


def tables_of(rows: Sequence[KeptRow]) -> list[Table]:
    """The rows as a table, none where there are none."""
    cells = [
        (Text(f"code.kept-{row.kind}"), row.case, row.invoice, row.since, row.keep_until,
         Text("message.yes") if row.due else None, row.command)
        for row in rows
    ]  # fmt: skip
    return [Table("retention", COLUMNS, cells)] if rows else []


def due(store: Store, office: Office) -> DueForErasing:
    """Whom nothing keeps any longer. The books are not among it: the program removes none."""
    persons: list[Identity] = []
    rows: list[KeptRow] = []
    for identity, own in _persons(store, office):
        if own and own[0].due:
            persons.append(identity)
            rows += own
    return DueForErasing(persons, rows)


def _all(store: Store, office: Office) -> Iterator[KeptRow]:
    for _, own in _persons(store, office):
        yield from own
    last_month, rules = office.number("financial-year-end") or 12, rules_for(REMOVE_BOOKS)
    for booked in retention.books(store):
        facts = BooksFacts(booked.on, last_month, office.today)
        until = books_kept_until(booked.on, last_month)
        passed = not any(rule(facts) for rule in rules)
        yield KeptRow(booked.kind, None, booked.number, booked.on, until, passed, BOOKS_CODE, None)


def _persons(store: Store, office: Office) -> Iterator[tuple[Identity, list[KeptRow]]]:
    """Everybody, with a row for each case that has ended; of somebody with a case that goes on there is none."""
    months, locked = office.number("retention-months") or 0, retention.locked(store)
    rules = rules_for(ERASE)
    for identity in retention.unused(store):
        yield identity, [KeptRow(UNUSED, None, None, None, None, True, PERSON_CODE, None)]
    for identity, ends in participants.ends(store):
        if ends:
            facts = ErasureFacts(KeptPerson(ends, months), office.today, locked.get(identity.id))
            yield identity, list(_rows(facts, passed=not any(rule(facts) for rule in rules)))


def _rows(facts: ErasureFacts, *, passed: bool) -> Iterator[KeptRow]:
    until = facts.kept.keep_until
    if until is None:
        return
    for end in facts.kept.cases:
        command = f"ipsu participant erase {end.case}" if passed else None
        yield KeptRow(CASE, end.case, None, end.last_day, until, passed, PERSON_CODE, command)

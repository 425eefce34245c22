"""What happens in an enrolment: outcomes, pauses, reviews and contacts. The tables hold what counts."""

import datetime as dt
import sqlite3
from typing import Any

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.enrolment import Contact, Outcome, Pause, Review
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import NamedRow, day

OUTCOME = """
    SELECT o.*, c.ref FROM outcomes o JOIN cases c ON c.id = o.case_id
    WHERE (o.case_id = :case OR :case IS NULL AND c.close_reason IS NOT 'registered_in_error')
"""
BY_OUTCOME_DAY = "o.on_day, o.id"
OUTCOMES = OUTCOME + " ORDER BY " + BY_OUTCOME_DAY
PAUSES = """
    SELECT p.*, c.ref FROM pauses p JOIN cases c ON c.id = p.case_id
    WHERE :case IS NULL OR p.case_id = :case ORDER BY p.from_day, p.id
"""
REVIEWS = """
    SELECT r.*, c.ref, q.protected FROM reviews r JOIN cases c ON c.id = r.case_id JOIN people q ON q.id = c.person_id
    WHERE :case IS NULL OR r.case_id = :case ORDER BY r.on_day, r.id
"""
CONTACT = """
    SELECT t.*, c.ref, a.ref AS agreement, q.protected
    FROM contacts t
    LEFT JOIN cases c ON c.id = t.case_id
    LEFT JOIN people q ON q.id = c.person_id
    LEFT JOIN agreements a ON a.id = t.agreement_id
    WHERE (t.case_id = :case OR :case IS NULL AND c.close_reason IS NOT 'registered_in_error')
      AND (:agreement IS NULL OR t.agreement_id = :agreement)
"""
BY_CONTACT_DAY = "t.on_day, t.id"
CONTACTS = CONTACT + " ORDER BY " + BY_CONTACT_DAY
FOLLOWED = """
    SELECT min(on_day) AS first, max(on_day) AS last, group_concat(DISTINCT outcome) AS outcomes FROM (
        SELECT on_day, outcome FROM outcomes WHERE case_id = :case
        UNION ALL SELECT on_day, NULL FROM reviews WHERE case_id = :case
        UNION ALL SELECT from_day, NULL FROM pauses WHERE case_id = :case)
"""
EMPLOYED = "SELECT min(on_day) FROM outcomes WHERE case_id = :case AND outcome = 'employment'"
SAME = "SELECT 1 FROM outcomes WHERE case_id = :case AND outcome = :outcome AND on_day = :day"
CASE_OF = "SELECT case_id FROM {table} WHERE id = :id"
ROW = "SELECT * FROM {table} WHERE id = :id"
CANCELLED = "SELECT max(ceased_on) FROM {table}_past WHERE id = :id"
# Enrolments of the same person in the same service, those entered in error left out.
ENROLMENTS = """
    SELECT ref, queued_on, from_day, closed_on, close_reason FROM cases
    WHERE person_id = :person AND close_reason IS NOT 'registered_in_error'
      AND CASE WHEN from_day IS NULL THEN service ELSE coalesce(nullif(support, 'unspecified'), service) END = :given
    ORDER BY coalesce(queued_on, from_day), coalesce(from_day, closed_on), ref
"""


class Enrolment(NamedTuple):
    """One of the times that a person came to a service."""

    case: str
    queued: Any
    from_day: Any
    closed: Any
    reason: str | None


def outcomes(store: Store, case_id: int | None = None) -> list[Outcome]:
    """The outcomes of a case, or all, by day."""
    return [outcome_from_row(row) for row in store.all(OUTCOMES, case=case_id)]


def outcome_from_row(row: NamedRow) -> Outcome:
    """The outcome of a row of `OUTCOME`."""
    return Outcome(row["id"], row["ref"], row["outcome"], kept_day(row["on_day"]), bool(row["subsidised"]))


def pauses(store: Store, case_id: int | None = None) -> list[Pause]:
    """The pauses of a case, or all, by their first day."""
    return [
        Pause(row["id"], row["ref"], kept_day(row["from_day"]), day(row["to_day"]))
        for row in store.all(PAUSES, case=case_id)
    ]


def reviews(store: Store, case_id: int | None = None, *, reveal: bool = False) -> list[Review]:
    """The reviews of a case, or all, by day; where a protected person is referred to only with `reveal`."""
    return [
        Review(
            row["id"], row["ref"], kept_day(row["on_day"]), bool(row["progress"]), row["decision"],
            None if row["protected"] and not reveal else row["refer_to"],
        )
        for row in store.all(REVIEWS, case=case_id)
    ]  # fmt: skip


def contacts(
    store: Store, case_id: int | None = None, agreement_id: int | None = None, *, reveal: bool = False
) -> list[Contact]:
    """The contacts of a case or an agreement, or all, by day; what was said of a protected person with `reveal`."""
    rows = store.all(CONTACTS, case=case_id, agreement=agreement_id)
    return [contact_from_row(row, reveal=reveal) for row in rows]


def contact_from_row(row: NamedRow, *, reveal: bool = False) -> Contact:
    """The contact of a row of `CONTACT`, of a protected person as far as it is shown."""
    contact = Contact(
        row["id"], row["ref"], row["agreement"], row["party"], kept_day(row["on_day"]), row["note"], row["goal"]
    )
    if reveal:
        return contact
    return contact.hidden() if row["protected"] else contact.seen()


class Followed(NamedTuple):
    """The days of the first and the last thing that lies in a support, None where there is nothing, and which outcomes
    it has."""

    first: dt.date | None = None
    last: dt.date | None = None
    outcomes: frozenset[str] = frozenset()


def followed(store: Store, case_id: int) -> Followed:
    """What a case has been followed up by."""
    row = store.first(FOLLOWED, case=case_id)
    if row is None:
        return Followed()
    return Followed(day(row["first"]), day(row["last"]), frozenset(filter(None, (row["outcomes"] or "").split(","))))


def employed_since(store: Store, case_id: int) -> dt.date | None:
    """The day of the first employment of a case."""
    return day(store.value(EMPLOYED, case=case_id))


def has_outcome(store: Store, case_id: int, outcome: str, on: str) -> bool:
    """Does the same outcome stand on that day?"""
    return bool(store.value(SAME, case=case_id, outcome=outcome, day=on))


def add(store: Writing, table: str, case_id: int | None, **values: Any) -> int:
    """Enter an outcome, a pause, a review or a contact. Returns its number."""
    store.change(case_id=case_id)
    return store.add(table, case_id=case_id, **values)


def end_pause(store: Writing, case_id: int, id: int, to: str) -> None:
    """A pause that went on has its last day."""
    store.change(case_id=case_id)
    store.alter("pauses", id, to_day=to)


def find(store: Store, table: str, id: int) -> sqlite3.Row | None:
    """A row of one of the tables that are followed up by, None where it is not there or is cancelled."""
    return store.first(ROW.format(table=table), id=id)


def cancelled_on(store: Store, table: str, id: int) -> Any:
    """The day that it was cancelled, None if there never was one."""
    return day(store.value(CANCELLED.format(table=table), id=id))


def cancel(store: Writing, table: str, id: int) -> None:
    """Take it away; it stays in the past."""
    store.remove(table, id)


def enrolments(store: Store, person_id: int, given: str) -> list[Enrolment]:
    """The times that the person came to the service, oldest first."""
    return [
        Enrolment(row["ref"], day(row["queued_on"]), day(row["from_day"]), day(row["closed_on"]), row["close_reason"])
        for row in store.all(ENROLMENTS, person=person_id, given=given)
    ]

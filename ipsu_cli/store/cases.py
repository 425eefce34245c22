"""Cases, the people in them, and the agency's decisions on their periods."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.case import Case, Lock, OtherCase, Person
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.fact import facts_of, loader
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.erased import ERASED_PEOPLE
from ipsu_cli.store.rows import MONDAY, NamedRow, day, number
from ipsu_cli.store.scope import Chosen

if TYPE_CHECKING:  # an export alone reads them
    from ipsu_cli.core.decision_entry import DecisionEntry

CASE = """
    SELECT c.*, p.personnummer, p.name, p.gender, p.protected, a.ref AS agreement, m.ref AS after,
           i.opened, i.reason AS lock_reason, n.year AS lock_year, n.no AS lock_no
    FROM cases c
    JOIN people p ON p.id = c.person_id
    LEFT JOIN agreements a ON a.id = c.agreement_id
    LEFT JOIN cases m ON m.id = c.after_id
    LEFT JOIN investigations i ON i.case_id = c.id AND i.closed IS NULL
    LEFT JOIN invoices n ON n.id = i.invoice_id
"""
GET = CASE + " WHERE c.ref = :ref"
FITTING = (
    CASE
    + """
    WHERE (:services IS NULL OR c.service IN (SELECT value FROM json_each(:services)))
      AND (:agreements IS NULL OR a.ref IN (SELECT value FROM json_each(:agreements)))
      AND (:coaches IS NULL OR c.coach IN (SELECT value FROM json_each(:coaches)))
      AND (:sites IS NULL OR c.site IN (SELECT value FROM json_each(:sites)))
      AND (:first IS NULL OR (c.from_day <= :last AND (c.to_day IS NULL OR c.to_day >= :first)
           AND (c.closed_on IS NULL OR c.closed_on >= :first)))
      AND c.close_reason IS NOT 'registered_in_error'
"""
)
LIST = FITTING + " ORDER BY c.ref"
PROTECTED = "SELECT c.ref FROM cases c JOIN people p ON p.id = c.person_id WHERE p.protected"
ERRORS = "SELECT ref FROM cases WHERE close_reason IS 'registered_in_error'"
REFS = "SELECT ref FROM cases ORDER BY ref"
PEOPLE = f"SELECT count(*) FROM people WHERE NOT protected AND id NOT IN ({ERASED_PEOPLE})"
REF = "SELECT id FROM cases WHERE ref = :ref"
REF_OF = "SELECT ref FROM cases WHERE id = :id"
# The service is the one given, where that is noted; else the one queued for.
OTHERS = """
    SELECT ref, from_day, min(coalesce(to_day, closed_on), coalesce(closed_on, to_day)) AS last_day,
           closed_on IS NULL AS open
    FROM cases
    WHERE person_id = :person AND ref <> :ref AND close_reason IS NOT 'registered_in_error'
      AND CASE WHEN from_day IS NULL THEN service
               ELSE coalesce(nullif(support, 'unspecified'), service) END = :service
    ORDER BY id
"""
PERSON = "SELECT * FROM people WHERE personnummer = :personnummer"
DECISIONS = """
    SELECT c.ref, d.to_day, d.on_day, d.period, d.was_to FROM decisions d JOIN cases c ON c.id = d.case_id
    WHERE :ref IS NULL OR c.ref = :ref ORDER BY d.id
"""
LAST_DECIDED = "SELECT max(on_day) FROM decisions WHERE case_id = :case"
EXTENDED = "SELECT max(on_day) FROM decisions WHERE case_id = :case AND was_to < :monday"
EXTENDED_FROM = "SELECT min(was_to) FROM decisions WHERE case_id = :case AND was_to < to_day"
# Weeks of a plan that a decision has made room for since they were set.
MADE_BEFORE = f"""
    SELECT EXISTS (SELECT 1 FROM plan_weeks w JOIN decisions d ON d.case_id = :case
                   WHERE w.document_id = :document AND d.entered_by > w.entered_by
                     AND d.was_to < {MONDAY} AND d.to_day >= {MONDAY})
"""
# What a row of a case itself holds; the person, and the rows that it refers to, are saved by their own code.
FACTS = tuple(fact for fact in facts_of(Case) if fact.column and fact.path[0] != "person")
_load = loader(Case, FACTS)


def from_row(row: NamedRow) -> Case:
    """The case of a row of `CASE`."""
    opened = day(row["opened"])
    lock = opened and Lock(opened, number(row["lock_year"], row["lock_no"]) or "", row["lock_reason"])
    return Case(
        id=row["id"],
        ref=row["ref"],
        service=row["service"],
        agreement=row["agreement"],
        person=_person(row["person_id"], row),
        after=row["after"],
        locked=lock or None,
        **_load(row),
    )


def kept(case: Case) -> dict[str, Any]:
    """The columns of a case, as its facts are kept; what is another's row is not among them."""
    return {fact.column: fact.kept(case) for fact in FACTS}


def _person(id: int, row: NamedRow) -> Person:
    return Person(id, row["personnummer"], row["name"], row["gender"], bool(row["protected"]))


def find(store: Store, ref: str) -> Case | None:
    """The case with that reference, if there is one."""
    row = store.first(GET, ref=ref)
    return from_row(row) if row else None


def get(store: Store, ref: str) -> Case:
    """The case. Raises `Refused` where there is none."""
    found = find(store, ref)
    if found is None:
        raise Refused("case.unknown", case=ref, command="ipsu case list")
    return found


def refs(store: Store) -> list[str]:
    """The references of all cases, those registered in error too."""
    return [row["ref"] for row in store.all(REFS)]


def get_for_entry(store: Store, ref: str) -> Case:
    """The case that something is entered in. Raises `Refused` where there is none, or where it was registered in error:
    it counts in nothing until it is opened again."""
    found = get(store, ref)
    refuse_erased(found)
    if found.close_reason == IN_ERROR:
        raise Refused("case.in-error", case=ref, command=f"ipsu case reopen {ref} --reason TEXT")
    return found


def refuse_erased(case: Case) -> None:
    """Raise `Refused` where the person of the case is erased: what it says stays as it is."""
    if case.person.erased:
        raise Refused("case.erased", case=case.ref, command=f"ipsu case show {case.ref}")


def listed(
    store: Store,
    chosen: Chosen | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
) -> list[Case]:
    """The cases that fit, by reference; `first` and `last` ask for a day in the period."""
    rows = store.all(
        LIST,
        **(chosen or Chosen()).values(),
        first=first and first.isoformat(),
        last=last and last.isoformat(),
    )
    return [from_row(row) for row in rows]


def protected(store: Store) -> set[str]:
    """The cases of protected persons."""
    return {row["ref"] for row in store.all(PROTECTED)}


def in_error(store: Store) -> set[str]:
    """The cases that were registered in error."""
    return {row["ref"] for row in store.all(ERRORS)}


def count_people(store: Store) -> int:
    """How many persons there are who are not protected."""
    found: int = store.value(PEOPLE)
    return found


def id_of(store: Store, ref: str | None) -> int | None:
    """The id of a case, None where there is none."""
    return store.value(REF, ref=ref) if ref else None


def ref_of(store: Store, id: int) -> str | None:
    """The reference of a case."""
    found: str | None = store.value(REF_OF, id=id)
    return found


def others(store: Store, person_id: int, service: str, ref: str) -> list[OtherCase]:
    """The other cases of the same person in the same service, but those registered in error."""
    rows = store.all(OTHERS, person=person_id, service=service, ref=ref)
    return [OtherCase(row["ref"], day(row["from_day"]), day(row["last_day"]), bool(row["open"])) for row in rows]


def person(store: Store, personnummer: str) -> Person | None:
    """Who has that number, if anybody."""
    row = store.first(PERSON, personnummer=personnummer)
    if row is None:
        return None
    return _person(row["id"], row)


def person_of(store: Store, id: int) -> Person:
    """The person of that number, who is there."""
    row = store.first("SELECT * FROM people WHERE id = :id", id=id)
    assert row is not None
    return _person(row["id"], row)


def told_by(store: Store, person_id: int) -> int:
    """The change that last told something of a person."""
    return int(store.value("SELECT entered_by FROM people WHERE id = :id", id=person_id))


def save_person(store: Writing, id: int | None, values: dict[str, Any]) -> int:
    """Enter or change a person; nothing given changes nothing."""
    if id is None:
        return store.add("people", **values)
    if values:
        store.alter("people", id, **values)
    return id


def add(store: Writing, values: dict[str, Any]) -> int:
    """Enter a case."""
    id = store.add("cases", **values)
    store.change(case_id=id)
    return id


def alter(store: Writing, case: Case, values: dict[str, Any]) -> None:
    """Change a case; what it was goes to its past."""
    if values:
        store.change(case_id=case.id)
        store.alter("cases", case.id, **values)


def decide(
    store: Writing, case: Case, was: dt.date | None, to: dt.date, on: dt.date, period: int | None = None
) -> None:
    """The agency moves the end of the period from `was`, or begins the next one. An end that was moved on since stays
    where it is."""
    store.change(case_id=case.id)
    store.add("decisions", case_id=case.id, was_to=was and was.isoformat(), to_day=to.isoformat(),
              on_day=on.isoformat(), period=period)  # fmt: skip
    if case.to_day == was:
        store.alter("cases", case.id, to_day=to.isoformat())


def decisions(store: Store, ref: str | None = None) -> "list[DecisionEntry]":
    """The decisions on a case or on all, in the order in which they were entered."""
    from ipsu_cli.core.decision_entry import DecisionEntry

    return [
        DecisionEntry(row["ref"], kept_day(row["to_day"]), kept_day(row["on_day"]), row["period"], day(row["was_to"]))
        for row in store.all(DECISIONS, ref=ref)
    ]


def extended_for(store: Store, case_id: int, monday: dt.date) -> dt.date | None:
    """The day of the decision that made room for the week of `monday`; None if there was room before."""
    return day(store.value(EXTENDED, case=case_id, monday=monday.isoformat()))


def extended_from(store: Store, case_id: int) -> dt.date | None:
    """The end of the period before the agency first extended it; None where it has not."""
    return day(store.value(EXTENDED_FROM, case=case_id))


def made_before_extension(store: Store, case_id: int, document_id: int) -> bool:
    """Was the plan set before the decision that made room for a week of it?"""
    return bool(store.value(MADE_BEFORE, case=case_id, document=document_id))


def last_decided(store: Store, case_id: int) -> dt.date | None:
    """The day of the newest decision."""
    return day(store.value(LAST_DECIDED, case=case_id))

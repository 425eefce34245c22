"""Documents, and the plans that some of them are."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from ipsu_cli.core.clock import Span
from ipsu_cli.core.dates import Week
from ipsu_cli.core.document import Activity, Document
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import Plan
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day

OF_CASE = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case ORDER BY d.type, d.period, d.version
"""
OF_TYPE = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case AND d.type = :type ORDER BY d.period, d.version
"""
# A file may bring in thousands of one type; the index reads those of a day alone. What has no day is a draft.
OF_SUBMITTED = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case AND d.type = :type AND d.submitted IS :day ORDER BY d.period, d.version
"""
OF_VERSION = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case AND d.type = :type AND d.period = :period AND d.version = :version
"""
LAST_VERSION = """
    SELECT max(version) FROM documents WHERE case_id = :case AND type = :type AND period = :period
"""
# SQLite reads the days itself: a command that finds none needs no json.
ABOUT_DAYS = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case AND d.type = :type
      AND json_extract(d.fields, '$.from') <= :last AND json_extract(d.fields, '$.to') >= :first
    ORDER BY d.period, d.version
"""
OF_CHANGE = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case AND d.type = :type AND d.entered_by = :change ORDER BY d.id DESC LIMIT 1
"""
SUBMITTED = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.type = :type AND d.status = 'submitted'
      AND coalesce(nullif(d.period, ''), substr(d.submitted, 1, 7)) = :month
      AND c.close_reason IS NOT 'registered_in_error'
      AND (:single OR NOT EXISTS (
          SELECT 1 FROM documents n WHERE n.case_id = d.case_id AND n.type = d.type AND n.period = d.period
            AND n.version > d.version AND n.status IN ('returned', 'confirmed')))
    ORDER BY c.ref
"""
# Every document of a case that counts, in the order in which they were entered.
EVERY = """
    SELECT d.*, c.ref, c.to_day FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE c.close_reason IS NOT 'registered_in_error' AND {planned} ORDER BY c.ref, d.id
"""
PLANNED = "EXISTS (SELECT 1 FROM plan_weeks w WHERE w.document_id = d.id)"
OF_DAY = EVERY.format(planned=f"d.submitted IS NOT NULL AND NOT {PLANNED}")
WITH_WEEKS = EVERY.format(planned=PLANNED)
IN_TIMES, IN_WORDS = ("expected", "absent"), ("goal",)
IN_HOURS, BY_ACTIVITY = ("own_work", "own_search", "supplier"), ("mandatory", "optional", "hours")
# A plan is a document with weeks; the joint plan of a service whose hours are not planned has none.
PLANS = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id = :case AND EXISTS (SELECT 1 FROM plan_weeks w WHERE w.document_id = d.id) ORDER BY d.version
"""
WEEKS = "SELECT week, hours FROM plan_weeks WHERE document_id = :document ORDER BY week"


def from_row(row: sqlite3.Row) -> Document:
    """The document of a row."""
    return Document(
        id=row["id"],
        case=row["ref"],
        type=row["type"],
        version=row["version"],
        period=row["period"] or None,
        status=row["status"],
        submitted=day(row["submitted"]),
        confirmed=day(row["confirmed"]),
        returned=day(row["returned"]),
        reason=row["reason"],
        fields=fields_of(row["fields"]),
    )


def fields_of(text: str) -> dict[str, Any]:
    """What only this type has; most documents have nothing, and need no json."""
    if text == "{}":
        return {}
    import json

    found: dict[str, Any] = json.loads(text)
    for name in found.keys() & IN_HOURS:
        found[name] = Hours(found[name])
    for name in found.keys() & IN_TIMES:
        found[name] = Span(found[name])
    for name in found.keys() & IN_WORDS:
        found[name] = tuple(found[name])
    for name in found.keys() & BY_ACTIVITY:
        found[name] = tuple(Activity(activity, Hours(hours)) for activity, hours in found[name])
    return found


def _text(fields: dict[str, Any]) -> str:
    if not fields:
        return "{}"
    import json

    return json.dumps(fields, ensure_ascii=False, sort_keys=True, default=attrgetter("hundredths"))


def of_case(store: Store, case_id: int, type: str | None = None) -> list[Document]:
    """Every version of every document of a case, by type, period and version."""
    rows = store.all(OF_TYPE, case=case_id, type=type) if type else store.all(OF_CASE, case=case_id)
    return [from_row(row) for row in rows]


def submitted_on(store: Store, case_id: int, type: str, on: dt.date | None) -> list[Document]:
    """The documents of a type that were filed on a day; with None those that wait for theirs, its drafts."""
    return [from_row(row) for row in store.all(OF_SUBMITTED, case=case_id, type=type, day=on and on.isoformat())]


def of_version(store: Store, case_id: int, type: str, period: str | None, version: int) -> list[Document]:
    """That version alone, where it is there."""
    rows = store.all(OF_VERSION, case=case_id, type=type, period=period or "", version=version)
    return [from_row(row) for row in rows]


def next_version(store: Store, case_id: int, type: str, period: str | None = None) -> int:
    """The number of the version that comes next."""
    last = store.value(LAST_VERSION, case=case_id, type=type, period=period or "")
    return 1 + int(last or 0)


def about_days(store: Store, case_id: int, type: str, first: dt.date, last: dt.date) -> list[Document]:
    """The documents of a type that are about a day from `first` to `last`."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    return [from_row(row) for row in store.all(ABOUT_DAYS, case=case_id, type=type, **days)]


def of_change(store: Store, case_id: int, type: str, change: int) -> Document:
    """The document that a change has entered or taken a step."""
    row = store.first(OF_CHANGE, case=case_id, type=type, change=change)
    assert row is not None
    return from_row(row)


def submitted_in(store: Store, type: str, month: str, *, single: bool) -> list[Document]:
    """The documents of a type that wait for their confirmation: those about a month, else submitted in it. A version
    does not, once the agency has answered a newer one, unless each is its own (`single`)."""
    return [from_row(row) for row in store.all(SUBMITTED, type=type, month=month, single=single)]


def add(store: Writing, case_id: int, type: str, version: int, values: dict[str, Any]) -> int:
    """Enter a version; `fields` is a dictionary."""
    store.change(case_id=case_id)
    fields = _text(values.pop("fields", {}))
    return store.add("documents", case_id=case_id, type=type, version=version, fields=fields, **values)


def alter(store: Writing, case_id: int, document: Document, values: dict[str, Any]) -> None:
    """A step of a document: submitted, confirmed or returned."""
    store.change(case_id=case_id)
    if "fields" in values:
        values["fields"] = _text(values["fields"])
    store.alter("documents", document.id, **values)


def add_weeks(store: Writing, document_id: int, weeks: dict[Week, Hours]) -> None:
    """The weeks of a version of a plan."""
    for week in sorted(weeks):
        store.add("plan_weeks", document_id=document_id, week=week, hours=weeks[week])


def every(store: Store) -> Iterator[Document]:
    """Every document that was submitted and is no plan, by case and then as they were entered."""
    return map(from_row, store.conn.execute(OF_DAY))


class PlanOfCase(NamedTuple):
    """A version of a plan with the weeks of it that count."""

    document: Document
    weeks: dict[Week, Hours]


def every_plan(store: Store) -> Iterator[PlanOfCase]:
    """Every version of every plan, by case."""
    for row in store.conn.execute(WITH_WEEKS):
        document = from_row(row)
        yield PlanOfCase(document, _plan(store, document).counting(day(row["to_day"])))


def plans(store: Store, case_id: int) -> list[Plan]:
    """Every version of the plan, oldest first."""
    return [_plan(store, from_row(row)) for row in store.all(PLANS, case=case_id)]


def _plan(store: Store, planned: Document) -> Plan:
    weeks = {Week(row["week"]): Hours(row["hours"]) for row in store.all(WEEKS, document=planned.id)}
    return Plan(planned.version, planned.status, planned.reason, planned.submitted, planned.confirmed, weeks)


def plan_in_force(plans: list[Plan]) -> Plan | None:
    """The newest confirmed version, else, until one is confirmed, the newest."""
    confirmed = [plan for plan in plans if plan.status == "confirmed"]
    return (confirmed or plans or [None])[-1]  # type: ignore[list-item]

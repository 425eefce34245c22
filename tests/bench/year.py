"""A year of a large office: 20 000 cases, a million deliveries, every month but the last invoiced."""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ipsu_cli.app import main as ipsu
from ipsu_cli.core.dates import Month
from ipsu_cli.store import Writing, settings, writing
from ipsu_cli.store.connection import create
from ipsu_cli.store.migrate import migrate

CASES = 20_000
AGREEMENTS = 20
WEEKS = 50  # each case works once in each of them, to the end of the year: 20 000 x 50 is a million
YEAR = 2026
LAST = Month(f"{YEAR}-12")
UNCONFIRMED = 1000  # one case in so many has a plan that nobody has confirmed, and is held back
MONDAY = dt.date(YEAR, 1, 19)

AGREEMENT = {"service": "ipsu", "from_day": f"{YEAR}-01-01", "billing": "self", "vat": 2500, "payout": "created"}
PRICES = (("2026-01-01", 450_00), ("2026-07-01", 465_50))
PERSON = """
    INSERT INTO people (id, personnummer, name, protected, gender, entered_by, entered_on)
    VALUES (?, ?, ?, 0, 'woman', ?, ?)
"""
CASE = """
    INSERT INTO cases (id, ref, person_id, service, agreement_id, from_day, to_day, training_name, training_from,
                       training_to, entered_by, entered_on)
    VALUES (?, ?, ?, 'ipsu-b', ?, '2026-01-01', '2026-12-31', 'Training', '2026-01-01', '2026-12-31', ?, ?)
"""
PLAN = """
    INSERT INTO documents (case_id, type, version, status, submitted, confirmed, entered_by, entered_on)
    VALUES (?, 'gp', 1, ?, '2026-01-02', ?, ?, ?)
"""
WITH_STAMP = """
    SELECT t.name FROM sqlite_schema t JOIN sqlite_schema p ON p.name = t.name || '_past'
    WHERE t.type = 'table' ORDER BY t.name
"""
DELIVERY = """
    INSERT INTO deliveries (case_id, from_day, to_day, unit, quantity, entered_by, entered_on)
    VALUES (?, ?, ?, 'hour', ?, ?, ?)
"""


def make(path: Path, times: int = 1) -> Path:
    """Make the file; `times` is how many such years of cases it holds. Takes a minute."""
    with_schema(path)
    cases = CASES * times
    with change(path, f"{YEAR}-01-02") as store:
        settings.found(store, "Bench", "5560360793", "sv")
        enter_cases(store, cases)
    by_month = days_by_month()
    for month in sorted(by_month):
        with change(path, month.last.isoformat()) as store:
            stamp = tuple(stamp_of(store))
            store.conn.executemany(DELIVERY, (row + stamp for row in deliveries(by_month[month], cases)))
        if month != LAST:
            build(path, month)
    return path


def with_schema(path: Path) -> None:
    conn = create(path)
    migrate(conn)
    conn.close()


@contextmanager
def change(path: Path, today: str) -> Iterator[Writing]:
    """One change, in which rows may be entered by SQL alone: they are sealed at its end, or the next command would call
    the file damaged."""
    with writing(path, today, "bench", "import") as store:
        yield store
        for table in (row["name"] for row in store.all(WITH_STAMP)):
            entered = store.conn.execute(f"SELECT * FROM {table} WHERE entered_by = :id", {"id": store.change()})
            store.seal_all(table, entered)


def stamp_of(store: Writing) -> tuple[int, str]:
    """What every entered row carries."""
    store.conn.execute("PRAGMA cache_size = -200000")
    return store.change(), store.today


def enter_cases(store: Writing, cases: int) -> None:
    for n in range(1, AGREEMENTS + 1):
        id = store.add("agreements", ref=f"A{n:02}", area=f"Area {n}", sites="[]", **AGREEMENT)
        for first, ore in PRICES:
            store.add("prices", agreement_id=id, service="ipsu-b", unit="hour", from_day=first, amount_ore=ore + n)
    stamp = stamp_of(store)
    numbers = range(1, cases + 1)
    # Shaped like personnummer, and nobody's: the month is 99.
    store.conn.executemany(PERSON, ((n, f"1999{n:08}", f"Person {n}", *stamp) for n in numbers))
    store.conn.executemany(CASE, ((n, f"C{n:05}", n, n % AGREEMENTS + 1, *stamp) for n in numbers))
    store.conn.executemany(PLAN, ((n, *plan_state(n), *stamp) for n in numbers))


def plan_state(n: int) -> tuple[str, str | None]:
    return ("submitted", None) if n % UNCONFIRMED == 0 else ("confirmed", "2026-01-03")


def days_by_month() -> dict[Month, list[dt.date]]:
    """The Mondays of the weeks, by month."""
    found: dict[Month, list[dt.date]] = {}
    for week in range(WEEKS):
        monday = MONDAY + week * dt.timedelta(days=7)
        found.setdefault(Month.of(monday), []).append(monday)
    return found


def deliveries(mondays: list[dt.date], cases: int) -> Iterator[tuple[int, str, str, int]]:
    """Each case once a week, Monday to Thursday, two to nine hours in steps of a quarter."""
    for monday in mondays:
        days = [(monday + n * dt.timedelta(days=1)).isoformat() for n in range(4)]
        if monday.month != (monday + dt.timedelta(days=3)).month:
            days = days[:1] * 4
        for case in range(1, cases + 1):
            day = days[case % 4]
            yield case, day, day, 200 + (case * 7 + monday.day) % 29 * 25


def build(path: Path, month: Month) -> None:
    """Invoice a month as a person does, in this process."""
    today = month.next().first.isoformat()
    if code := ipsu(["--db", str(path), "--today", today, "--quiet", "invoice", "build", "--month", month]):
        raise SystemExit(f"invoice build --month {month}: exit {code}")


def fresh(source: Path, target: Path) -> Path:
    """A copy that is wholly on disk, so that no commit pays for the copying."""
    shutil.copyfile(source, target)
    with open(target, "r+b") as file:
        os.fsync(file.fileno())
    return target


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))

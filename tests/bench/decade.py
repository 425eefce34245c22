"""Ten years of large services: 100 000 cases and a million rows of what happened to them, or a million deliveries."""

import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core.dates import Week
from ipsu_cli.store import Writing, settings
from tests.bench.year import AGREEMENT, change, stamp_of, with_schema

CASES = 100_000
FIRST, LAST = dt.date(2016, 1, 1), dt.date(2025, 12, 31)
DAYS = (LAST - FIRST).days
SERVICES = ("ips", "ips", "ips", "sed", "se")
GENDERS = ("woman", "man", "man", "woman", "other", None)
TABLES = {
    "people": "id, personnummer, name, protected, gender",
    "cases": "id, ref, person_id, service, agreement_id, queued_on, from_day, to_day, closed_on, close_reason, coach",
    "outcomes": "case_id, outcome, on_day, subsidised",
    "pauses": "case_id, from_day, to_day",
    "contacts": "case_id, party, on_day",
    "documents": "id, case_id, type, version, status, submitted, confirmed",
    "plan_weeks": "document_id, week, hours",
    "deliveries": "case_id, from_day, to_day, unit, quantity",
}
OUTCOMES = ("employment", "studies_started", "studies_completed", "studies_ended")


class Work(NamedTuple):
    """How many cases in a hundred are supported in training, for how many weeks, and whether these are planned too."""

    share: int = 17
    weeks: int = 8
    planned: bool = False


# Half of the cases, 20 weeks each: of 100 000 cases a million deliveries, and as many planned weeks.
A_TENTH, A_MILLION = Work(), Work(50, 20, True)


def make(path: Path, cases: int = CASES, work: Work = A_TENTH) -> Path:
    """Make the file: ten rows a case, its own and its person's included; more where there is more work."""
    with_schema(path)
    dice = random.Random(7)
    with change(path, "2025-12-31") as store:
        settings.found(store, "Bench", "5560360793", "sv")
        for n in range(20):
            agreement = store.add(
                "agreements", ref=f"A{n:02}", area=f"Area {n}", sites="[]", **{**AGREEMENT, "from_day": "2015-01-01"}
            )
            enter_prices(store, agreement)
        stamp = stamp_of(store)
        rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in TABLES}
        for n in range(1, cases + 1):
            for table, row in life(n, dice, work):
                rows[table].append((*row, *stamp))
        for table, columns in TABLES.items():
            enter(store, table, columns, rows[table])
    return path


def enter_prices(store: Writing, agreement: int) -> None:
    """An hour costs more from each New Year's Day on."""
    for nth in range(LAST.year - FIRST.year + 1):
        store.add(
            "prices", agreement_id=agreement, service="ipsu-b", unit="hour", from_day=f"{FIRST.year + nth}-01-01",
            amount_ore=450_00 + 10_50 * nth,
        )  # fmt: skip


def enter(store: Writing, table: str, columns: str, rows: list[tuple[object, ...]]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 3))
    store.conn.executemany(f"INSERT INTO {table} ({columns}, entered_by, entered_on) VALUES ({marks})", rows)


def life(n: int, dice: random.Random, work: Work) -> Iterator[tuple[str, tuple[object, ...]]]:
    """One case with what happened to it. One person in twenty comes back."""
    person = n if n % 20 else n - 1
    if person == n:  # shaped like a personnummer, and nobody's: the month is 99
        yield "people", (n, f"1999{n:08}", f"Person {n}", 0, dice.choice(GENDERS))
    service = "ipsu-b" if dice.randrange(100) < work.share else dice.choice(SERVICES)
    start = FIRST + dt.timedelta(days=dice.randrange(DAYS - 120))
    end = start + dt.timedelta(days=dice.randrange(30, 900))
    queued = None if service == "ipsu-b" else start - dt.timedelta(days=dice.randrange(90))
    closed = end if end <= LAST else None
    started = start if service == "ipsu-b" or n % 9 else None
    yield "cases", (
        n, f"K{n:06}", person, service, 1 + n % 20, _day(queued), _day(started),
        _day(end) if service == "ipsu-b" else None, _day(closed),
        closed and dice.choice(("work", "studies", "other")), f"Coach {n % 40}",
    )  # fmt: skip
    yield from _hours(n, start, work) if service == "ipsu-b" else _support(n, start, dice)


def _hours(n: int, start: dt.date, work: Work) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield "documents", (n, n, "gp", 1, "confirmed", _day(start), _day(start))
    for week in range(work.weeks):
        day = start + dt.timedelta(days=7 * week)
        yield "deliveries", (n, _day(day), _day(day), "hour", 400 + n % 300)
        if work.planned:
            yield "plan_weeks", (n, str(Week.of(day)), (30, 20, 10, 5)[min(week // 5, n % 4)] * 100)


def _support(n: int, start: dt.date, dice: random.Random) -> Iterator[tuple[str, tuple[object, ...]]]:
    for nth in range(2):
        day = start + dt.timedelta(days=dice.randrange(30) + 30 * nth)
        yield "outcomes", (n, dice.choice(OUTCOMES), _day(day), dice.randrange(2))
    if n % 4 == 0:
        yield "pauses", (n, _day(start), _day(start + dt.timedelta(days=20)))
    for days in range(6):
        yield "contacts", (n, "af", _day(start + dt.timedelta(days=days)))


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), A_MILLION if "million" in sys.argv else A_TENTH)

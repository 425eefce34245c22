"""`ipsu status` of an office of 2 000 cases and 100 000 deliveries: against a bare interpreter, and where nothing was
ever billed against a bare GROUP BY of the deliveries."""

import subprocess
import sys
from pathlib import Path

from ipsu_cli.store import Writing, settings
from tests.bench import money, year
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 15
CASES = 2_000
BILLED, NEVER = "billed", "never"
MOST, MOST_FREE = 12, 2.5
# What is read of the deliveries at the least, where none stands on an invoice.
BARE = (
    "import sqlite3, sys; "
    "sqlite3.connect(sys.argv[1]).execute('SELECT case_id, substr(to_day, 1, 7), unit, min(from_day), max(to_day), "
    "sum(quantity), count(*) FROM deliveries GROUP BY 1, 2, 3').fetchall()"
)
PLANNED = "INSERT INTO plan_weeks (document_id, week, hours, entered_by, entered_on) VALUES (?, ?, 1000, ?, ?)"
TODAY, UNPAID = "2026-12-01", "2026-11"
WEEKS = [f"{year.YEAR}-W{week:02}" for week in range(2, 54)]


def ratios(folder: Path) -> list[Ratio]:
    """Make the two offices, let the four run in turn, and compare by processor time."""
    files = {state: folder / f"{state}.db" for state in (BILLED, NEVER)}
    for state, file in files.items():
        subprocess.run([sys.executable, "-m", "tests.bench.morning", str(file), state], cwd=ROOT, check=True)
    return compared(**in_turn(contestants(folder, files[BILLED], files[NEVER]), ROUNDS))


def contestants(folder: Path, billed: Path, never: Path) -> dict[str, Contestant]:
    ipsu = [*console_script(folder), "--today", TODAY, "status", "--db"]
    return {
        "nothing": Contestant(lambda: [sys.executable, "-c", "pass"]),
        "bare": Contestant(lambda: [sys.executable, "-c", BARE, str(never)]),
        "billed": Contestant(lambda: [*ipsu, str(billed)]),
        "never": Contestant(lambda: [*ipsu, str(never)]),
    }


def compared(nothing: Runs, bare: Runs, billed: Runs, never: Runs) -> list[Ratio]:
    """Whole processes against whole processes; their seconds are those of the processor."""
    ours, theirs = billed.processor, nothing.processor
    return [
        Ratio("status, 2 000 cases", "python -c pass", ours / theirs, MOST, ours),
        Ratio(
            "status, nothing billed", "a bare GROUP BY", never.processor / bare.processor, MOST_FREE, never.processor
        ),
    ]


def make(path: Path, state: str) -> None:
    """All cases open, each with a plan of a year and a delivery a week. Of an office that bills, the months are
    invoiced and those before the last two paid."""
    year.with_schema(path)
    with year.change(path, f"{year.YEAR}-01-02") as store:
        settings.found(store, "Bench", "5560360793", "sv")
        year.enter_cases(store, CASES)
        plan(store)
    by_month = year.days_by_month()
    for month in sorted(by_month):
        with year.change(path, month.last.isoformat()) as store:
            stamp = tuple(year.stamp_of(store))
            store.conn.executemany(year.DELIVERY, (row + stamp for row in year.deliveries(by_month[month], CASES)))
        if state == BILLED and month != year.LAST:
            year.build(path, month)
    with year.change(path, TODAY) as store:
        money.pay(store, UNPAID)


def plan(store: Writing) -> None:
    """Ten hours a week, for most of the year."""
    stamp = tuple(year.stamp_of(store))
    plans = [row["id"] for row in store.all("SELECT id FROM documents")]
    store.conn.executemany(PLANNED, ((id, week, *stamp) for id in plans for week in WEEKS))


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2])

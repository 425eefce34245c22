"""`ipsu report money` over ten years of 1 000 000 deliveries, against a bare GROUP BY of the same rows."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ipsu_cli.core.dates import Month, months_between
from ipsu_cli.store import Writing, settings
from tests.bench import year
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 5
FIRST, LAST = dt.date(2016, 1, 1), dt.date(2025, 12, 31)
UNPAID = "2025-10"  # from this month on
CASES, WEEKS = 20_000, 50
STARTS = (dt.date(2024, 12, 30) - FIRST).days
MOST, MOST_ROWS = 3, 4.5
CASE = """
    INSERT INTO cases (id, ref, person_id, service, agreement_id, from_day, to_day, training_from, training_to,
                       entered_by, entered_on)
    VALUES (?, ?, ?, 'ipsu-b', ?, ?, ?, ?, ?, ?, ?)
"""
DUE = "SELECT id, made_on, total_ore FROM invoices WHERE status <> 'paid' AND month < :month"
BARE = (
    "import sqlite3, sys; "
    "sqlite3.connect(sys.argv[1]).execute('SELECT case_id, substr(to_day, 1, 7), sum(quantity) "
    "FROM deliveries GROUP BY case_id, substr(to_day, 1, 7)').fetchall()"
)


def ratios(folder: Path) -> list[Ratio]:
    """Make the file, let the three run in turn, and compare."""
    print("money: making ten years of 1 000 000 deliveries, some minutes", file=sys.stderr, flush=True)
    file = folder / "money.db"
    subprocess.run([sys.executable, "-m", "tests.bench.money", str(file), str(CASES)], cwd=ROOT, check=True)
    return compared(**in_turn(contestants(folder, file), ROUNDS))


def contestants(folder: Path, file: Path) -> dict[str, Contestant]:
    ipsu = [*console_script(folder), "--db", str(file), "--today", f"{LAST}"]
    words = ["report", "money", "--from", f"{FIRST}", "--to", f"{LAST}"]
    return {
        "bare": Contestant(lambda: [sys.executable, "-c", BARE, str(file)]),
        "report": Contestant(lambda: [*ipsu, *words]),
        "rows": Contestant(lambda: [*ipsu, "--json", *words]),
    }


def compared(bare: Runs, report: Runs, rows: Runs) -> list[Ratio]:
    """Whole processes against whole processes."""
    what, against = "report money, ten years", "a bare GROUP BY"
    return [
        Ratio(what, against, report.wall / bare.wall, MOST, report.wall),
        Ratio(f"{what}, every row as JSON", against, rows.wall / bare.wall, MOST_ROWS, rows.wall),
    ]


def make(path: Path, cases: int = CASES) -> Path:
    """Make the file: every month but the last is invoiced, and all but the newest invoices are paid."""
    year.with_schema(path)
    with year.change(path, FIRST.isoformat()) as store:
        settings.found(store, "Bench", "5560360793", "sv")
        enter(store, cases)
    for month in months_between(FIRST, LAST):
        if month != Month.of(LAST):
            year.build(path, month)
    with year.change(path, LAST.isoformat()) as store:
        pay(store, UNPAID)
    return path


def enter(store: Writing, cases: int) -> None:
    """Cases that start one after another, each with a delivery a week for most of a year."""
    for n in range(1, year.AGREEMENTS + 1):
        agreement = {**year.AGREEMENT, "from_day": FIRST.isoformat()}
        id = store.add("agreements", ref=f"A{n:02}", area=f"Area {n}", sites="[]", **agreement)
        price = {"from_day": FIRST.isoformat(), "amount_ore": 450_00 + n}
        store.add("prices", agreement_id=id, service="ipsu-b", unit="hour", **price)
    stamp = tuple(year.stamp_of(store))
    for n in range(1, cases + 1):
        days = (start(n, cases).isoformat(), (start(n, cases) + dt.timedelta(days=7 * WEEKS)).isoformat())
        store.conn.execute(year.PERSON, (n, f"1999{n:08}", f"Person {n}", *stamp))
        store.conn.execute(CASE, (n, f"C{n:05}", n, n % year.AGREEMENTS + 1, *days, *days, *stamp))
        store.conn.execute(year.PLAN, (n, *year.plan_state(n), *stamp))
    by_day = sorted(deliveries(cases), key=lambda row: row[2])
    store.conn.executemany(year.DELIVERY, (row + stamp for row in by_day))


def start(n: int, cases: int) -> dt.date:
    return FIRST + dt.timedelta(days=STARTS * n // cases)


def deliveries(cases: int) -> Iterator[tuple[int, str, str, int]]:
    """Once a week, two to nine hours."""
    for n in range(1, cases + 1):
        for week in range(WEEKS):
            day = (start(n, cases) + dt.timedelta(days=7 * week)).isoformat()
            yield n, day, day, 200 + (n * 7 + week) % 29 * 25


def pay(store: Writing, until: str) -> None:
    """Pay the invoices of the months before this one."""
    for row in store.all(DUE, month=until):
        store.add("payments", invoice_id=row["id"], on_day=row["made_on"], amount_ore=row["total_ore"])
        store.alter("invoices", row["id"], status="paid", approved_on=row["made_on"])


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))

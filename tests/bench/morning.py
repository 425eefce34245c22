"""`ipsu status` of an office of 2 000 cases and 100 000 deliveries, against a bare interpreter."""

import subprocess
import sys
from pathlib import Path

from ipsu_cli.store import Writing, settings
from tests.bench import money, year
from tests.bench.measure import ROOT, Contestant, Ratio, console_script, in_turn

ROUNDS = 15
CASES = 2_000
PLANNED = "INSERT INTO plan_weeks (document_id, week, hours, entered_by, entered_on) VALUES (?, ?, 1000, ?, ?)"
TODAY, UNPAID = "2026-12-01", "2026-11"
WEEKS = [f"{year.YEAR}-W{week:02}" for week in range(2, 54)]


def ratios(folder: Path) -> list[Ratio]:
    """Make the office, let the two run in turn, and compare."""
    file = folder / "office.db"
    subprocess.run([sys.executable, "-m", "tests.bench.morning", str(file)], cwd=ROOT, check=True)
    words = [*console_script(folder), "--db", str(file), "--today", TODAY, "status"]
    runs = in_turn(
        {"pass": Contestant(lambda: [sys.executable, "-c", "pass"]), "status": Contestant(lambda: words)}, ROUNDS
    )
    what = "status, 2 000 cases"
    return [Ratio(what, "python -c pass", runs["status"].wall / runs["pass"].wall, 12, runs["status"].wall)]


def make(path: Path) -> None:
    """All cases open, each with a plan of a year and a delivery a week; the months before the last two are paid."""
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
        if month != year.LAST:
            year.build(path, month)
    with year.change(path, TODAY) as store:
        money.pay(store, UNPAID)


def plan(store: Writing) -> None:
    """Ten hours a week, for most of the year."""
    stamp = tuple(year.stamp_of(store))
    plans = [row["id"] for row in store.all("SELECT id FROM documents")]
    store.conn.executemany(PLANNED, ((id, week, *stamp) for id in plans for week in WEEKS))


if __name__ == "__main__":
    make(Path(sys.argv[1]))

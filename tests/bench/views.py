"""The views of an office of 10 000 cases and 100 000 deliveries: a question, against a bare one that copies as many
rows; and browsing up to the first page, against Datasette alone over the office's file."""

import subprocess
import sys
from pathlib import Path

from tests.bench import decade
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 5
CASES = 10_000
TODAY = decade.LAST.isoformat()
MOST_QUERY, MOST_BROWSE, QUERY_PEAK, BROWSE_PEAK = 4.5, 6, 60, 150
COUNT = "SELECT count(*) FROM deliveries"
# What is read of the deliveries at the least, to be asked of apart from the register.
BARE = (
    "import sqlite3, sys; "
    "rows = sqlite3.connect(sys.argv[1]).execute('SELECT d.id, c.ref, c.service, a.ref, d.from_day, d.to_day, d.unit, "
    "d.quantity, c.coach, d.entered_on FROM deliveries d JOIN cases c ON c.id = d.case_id "
    "JOIN agreements a ON a.id = c.agreement_id'); "
    "own = sqlite3.connect(''); "
    "own.execute('CREATE TABLE deliveries (a, b, c, d, e, f, g, h, i, j)'); "
    "own.executemany('INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', rows); "
    "print(own.execute('SELECT count(*) FROM deliveries').fetchone())"
)


def ratios(folder: Path) -> list[Ratio]:
    """Make the office, let the four run in turn, and compare by processor time."""
    file = folder / "office.db"
    subprocess.run([sys.executable, "-m", "tests.bench.views", str(file)], cwd=ROOT, check=True)
    return compared(**in_turn(contestants(folder, file), ROUNDS))


def contestants(folder: Path, file: Path) -> dict[str, Contestant]:
    ipsu = [*console_script(folder), "--db", str(file), "--today", TODAY]
    opened = [sys.executable, "-m", "tests.bench.first_page"]
    return {
        "bare": Contestant(lambda: [sys.executable, "-c", BARE, str(file)]),
        "query": Contestant(lambda: [*ipsu, "query", COUNT]),
        "datasette": Contestant(lambda: [*opened, sys.executable, "-m", "datasette", str(file), "--port", "0"]),
        "browse": Contestant(lambda: [*opened, *ipsu, "browse"]),
    }


def compared(bare: Runs, query: Runs, datasette: Runs, browse: Runs) -> list[Ratio]:
    """Whole processes against whole processes; their seconds are those of the processor."""
    asked, shown = query.processor, browse.processor
    return [
        Ratio("query, a count of 100 000 rows", "a bare copy of them", asked / bare.processor, MOST_QUERY, asked),
        Ratio("the same", "peak memory", query.peak, QUERY_PEAK, 0, "MiB"),
        Ratio("browse, the first page", "Datasette alone", shown / datasette.processor, MOST_BROWSE, shown),
        Ratio("the same", "peak memory", browse.peak, BROWSE_PEAK, 0, "MiB"),
    ]


if __name__ == "__main__":
    decade.make(Path(sys.argv[1]), CASES, decade.A_MILLION)

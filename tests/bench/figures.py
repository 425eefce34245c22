"""`ipsu report kpi` over ten years of large services, against its bare queries."""

import subprocess
import sys
from pathlib import Path

from tests.bench.decade import CASES
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 5
PERIOD = ("2016-01-01", "2025-12-31")
MOST, PEAK = 3, 150


def ratios(folder: Path) -> list[Ratio]:
    """Make the file, let the two run in turn, and compare."""
    print("figures: making ten years of 100 000 cases", file=sys.stderr, flush=True)
    return compared(**in_turn(contestants(folder, made(folder / "decade.db", CASES)), ROUNDS))


def made(path: Path, cases: int) -> Path:
    subprocess.run([sys.executable, "-m", "tests.bench.decade", str(path), str(cases)], cwd=ROOT, check=True)
    return path


def contestants(folder: Path, file: Path) -> dict[str, Contestant]:
    ipsu = console_script(folder)
    words = ["--db", str(file), "--today", PERIOD[1], "--json", "report", "kpi", "--from", PERIOD[0], "--to", PERIOD[1]]
    return {
        "bare": Contestant(lambda: [sys.executable, "-m", "tests.bench.bare_kpi", str(file), *PERIOD]),
        "report": Contestant(lambda: [*ipsu, *words]),
    }


def compared(bare: Runs, report: Runs) -> list[Ratio]:
    """Whole processes against whole processes."""
    what = "report kpi, ten years"
    return [
        Ratio(what, "its bare queries", report.wall / bare.wall, MOST, report.wall),
        Ratio(f"{what}, peak memory", "", report.peak, PEAK, 0, "MiB"),
    ]

"""`ipsu invoice build` of a month in a large office, against what SQLite needs at the least and a plain loop."""

import subprocess
import sys
from pathlib import Path

from ipsu_cli.store.connection import PRAGMAS
from tests.bench import year
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

HERE = Path(__file__).resolve().parent
ROUNDS = 15
PEAK = 60
OPENED = [f"{name}={value}" for name, value in PRAGMAS.items()] + ["cache_size=-16000"]  # as the build itself does


def ratios(folder: Path) -> list[Ratio]:
    """Make the files, let the four run in turn on fresh copies, and compare."""
    said("making a year of 1 000 000 deliveries, and one of 2 000 000")
    one, two = made(folder / "one.db", 1), made(folder / "two.db", 2)
    said("running")
    found = in_turn(contestants(folder, one, two), ROUNDS)
    return compared(**found)


def made(path: Path, times: int) -> Path:
    """Made in a process of its own: a child counts the memory of its parent as its own peak."""
    subprocess.run([sys.executable, "-m", "tests.bench.year", str(path), str(times)], cwd=ROOT, check=True)
    return path


def said(text: str) -> None:
    print(f"build: {text}", file=sys.stderr, flush=True)


def contestants(folder: Path, one: Path, two: Path) -> dict[str, Contestant]:
    ipsu = console_script(folder)
    copy = folder / "copy.db"

    def build(source: Path) -> Contestant:
        def words() -> list[str]:
            path = str(year.fresh(source, copy))
            return [*ipsu, "--db", path, "--today", "2027-01-01", "invoice", "build", "--month", year.LAST]

        return Contestant(words)

    def script(name: str) -> Contestant:
        return Contestant(lambda: [sys.executable, str(HERE / name), str(year.fresh(one, copy)), year.LAST, *OPENED])

    return {"bare": script("bare.py"), "build": build(one), "twice": build(two), "loop": script("rowloop.py")}


def compared(bare: Runs, build: Runs, twice: Runs, loop: Runs) -> list[Ratio]:
    """Whole processes against whole processes, by processor time; the median is on the wall, as a person waits."""
    what, ours = "invoice build", build.processor
    return [
        Ratio(what, "one INSERT … SELECT", ours / bare.processor, 5, build.wall),
        Ratio(what, "a row loop in Python", ours / loop.processor, 0.55, build.wall),
        Ratio(f"{what}, 2 000 000", f"{what}, 1 000 000", twice.processor / ours, 2.2, twice.wall),
        Ratio(f"{what}, peak memory", "", build.peak, PEAK, 0, "MiB"),
        Ratio(f"{what}, 2 000 000, peak", "", twice.peak, PEAK, 0, "MiB"),
    ]

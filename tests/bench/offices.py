"""`ipsu report kpi` of many small offices together, against a tenth of them."""

import sys
from pathlib import Path

from tests.bench.decade import make
from tests.bench.figures import PERIOD
from tests.bench.measure import Contestant, Ratio, Runs, console_script, in_turn

OFFICES, TENTH = 200, 20
CASES, ROUNDS = 30, 3  # cases of each office
MOST, PEAK = 10, 60


def ratios(folder: Path) -> list[Ratio]:
    """Make the offices, let many and few run in turn, and compare."""
    print(f"offices: making {OFFICES} of {CASES} cases", file=sys.stderr, flush=True)
    files = [make(folder / f"{n}.db", CASES) for n in range(OFFICES)]
    return compared(**in_turn(contestants(folder, files), ROUNDS))


def contestants(folder: Path, files: list[Path]) -> dict[str, Contestant]:
    def asked(files: list[Path]) -> Contestant:
        also = [word for file in files[1:] for word in ("--also", str(file))]
        words = ["--db", str(files[0]), "--today", PERIOD[1], "--json", "report", "kpi"]
        return Contestant(lambda: [*console_script(folder), *words, "--from", PERIOD[0], "--to", PERIOD[1], *also])

    return {"few": asked(files[:TENTH]), "many": asked(files)}


def compared(few: Runs, many: Runs) -> list[Ratio]:
    """Whole processes against whole processes, by processor time."""
    what = f"report kpi, {OFFICES} offices"
    return [
        Ratio(what, f"report kpi, {TENTH} offices", many.processor / few.processor, MOST, many.processor),
        Ratio(f"{what}, peak memory", "", many.peak, PEAK, 0, "MiB"),
    ]

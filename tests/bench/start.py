"""What a person waits for on every command: whole processes against a bare interpreter and peers."""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import program
from tests.bench.measure import Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 15
TODAY = "2026-12-30"
SETUP = """
init --name Bench --orgnr 559999-0008
agreement add BENCH --service ipsu --area Norr --from 2025-12-01
price set BENCH ipsu-b 450 --unit hour --from 2025-12-01
case add B1 --service ipsu-b --personnummer 19880314-9809 --name Kim --from 2026-01-05 --to 2026-12-31
case edit B1 --training vard --training-from 2026-01-05 --training-to 2026-12-31
plan set B1 2026-W02..2026-W50=30 --submitted 2026-01-05 --confirmed 2026-01-05
"""


def ratios(folder: Path) -> list[Ratio]:
    """Set an office up, let all run in turn, and compare their medians by processor time."""
    for words in SETUP.strip().splitlines():
        made = program.run_process(words, folder=folder, today=TODAY)
        if made.code:
            raise SystemExit(f"ipsu {words}: exit {made.code}\n{made.err}")
    return list(compared(in_turn(contestants(folder), ROUNDS)))


def contestants(folder: Path) -> dict[str, Contestant]:
    """Each contestant by its name; those that are not installed are left out, and that is said."""
    ipsu = console_script(folder)
    row = b'{"case": "B1", "day": "2026-03-02", "hours": 1}\n'
    office = {"IPSU_DB": str(folder / "ipsu.db"), "IPSU_TODAY": TODAY}
    days = itertools.cycle(f"2026-{month:02}-{day:02}" for month in range(2, 12) for day in range(2, 20))
    always: dict[str, list[str]] = {
        "pass": [sys.executable, "-c", "pass"],
        "import": [sys.executable, "-c", "import re, sys"],
        "version": [*ipsu, "--version"],
        "help": [*ipsu, "--help"],
        "show": [*ipsu, "case", "show", "B1"],
    }
    found = {name: fixed(words, folder, office) for name, words in always.items()}
    found["deliver"] = Contestant(
        lambda: [*ipsu, "deliver", "B1", "0.25", "--on", next(days)], env=office, folder=folder
    )
    sqlite_utils = Path(sys.executable).parent / "sqlite-utils"
    if present("sqlite-utils", sqlite_utils):
        found["insert"] = fixed([str(sqlite_utils), "insert", "peer.db", "t", "-", "--nl"], folder, stdin=row)
    watson = os.environ.get("BENCH_WATSON")
    if present("watson (set BENCH_WATSON to its path)", Path(watson) if watson else None):
        hour = ["--from", "2026-03-02 08:00", "--to", "2026-03-02 09:00"]
        own = {"WATSON_DIR": str(folder / "watson")}
        found["watson"] = fixed([str(watson), "add", *hour, "project"], folder, own)
    return found


def fixed(words: list[str], folder: Path, env: dict[str, str] | None = None, stdin: bytes = b"") -> Contestant:
    return Contestant(lambda: words, stdin, env or {}, folder)


def present(name: str, path: Path | None) -> bool:
    if path and path.exists():
        return True
    print(f"start: skipped, not installed: {name}", file=sys.stderr)
    return False


def compared(runs: dict[str, Runs]) -> Iterator[Ratio]:
    """Each against its yardstick; the median is on the wall, as a person waits."""

    def ratio(name: str, against: str, yardstick: str, most: float, what: str = "") -> Ratio:
        ours = runs[name]
        return Ratio(what or name, yardstick, ours.processor / runs[against].processor, most, ours.wall)

    bare = "python -c pass"
    yield ratio("version", "import", "python -c 'import re, sys'", 1.3, "--version")
    yield ratio("help", "pass", bare, 6.5, "--help")
    yield ratio("show", "pass", bare, 7, "case show")
    yield ratio("deliver", "pass", bare, 7)
    if "insert" in runs:
        yield ratio("deliver", "insert", "sqlite-utils insert", 0.6)
    if "watson" in runs:
        yield ratio("deliver", "watson", "watson add", 1)

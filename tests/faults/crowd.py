"""Many processes at one office's file at once, reading and writing: nobody is refused, nothing lost or doubled."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from tests import program
from tests.faults.writing import TODAY

# Of each the office is asked afterwards whether all of them are there; {n} is the number of the process.
LINES = (
    "deliver B1 0.01 --on 2026-04-08",
    "contact add B2 officer --on 2026-04-05 --note crowd-{n}",
    "case edit I2 --coach Crowd{n}",
    "plan set B2 2026-W10..2026-W22=20 --submitted 2026-04-10 --reason crowd-{n}",
    "invoice build --month 2026-04 --key build",
    "export all all-{n}.xlsx",
    "backup copy-{n}.db",
    "import deliveries hours-{n}.csv",
    "report money",
    "status",
)
HOURS = "case;on;hours\nB1;2026-04-09;0.0{n}\n"
REFUSED_AS_BUSY = ("locked", "is in use", "används av")


class Crowd(NamedTuple):
    """What a round came to: how many processes, how long the slowest took in seconds, and what is wrong."""

    processes: int
    slowest: float
    wrong: list[str]

    def __str__(self) -> str:
        return f"{self.processes} at once, the slowest in {self.slowest:.1f} s; {len(self.wrong)} wrong"


def crowd(folder: Path, processes: int, seed: int) -> Crowd:
    """Let so many lines run at once in `folder`."""
    lines = [LINES[n % len(LINES)].format(n=n) for n in range(processes)]
    random.Random(seed).shuffle(lines)
    for n in range(processes):
        (folder / f"hours-{n}.csv").write_text(HOURS.format(n=_hundredths(n)), encoding="utf-8")
    before, begun = _standing(folder), time.monotonic()
    running = [(line, _start(line, folder)) for line in lines]
    ended = [(line, *process.communicate(timeout=600), process.returncode) for line, process in running]
    slowest = time.monotonic() - begun
    wrong = [f"{line}: {code} {err}" for line, _, err, code in ended if code != 0]
    wrong += [f"{line}: {err}" for line, _, err, _ in ended if any(word in err for word in REFUSED_AS_BUSY)]
    _tidy(folder)
    return Crowd(processes, slowest, [*wrong, *_missing(folder, lines, before)])


def _hundredths(n: int) -> int:
    """What a file brings in. No two of a round are the same: the same file again adds nothing."""
    return n // len(LINES) % 9 + 1


def _start(line: str, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_TODAY": TODAY, "IPSU_LANG": "en"}
    return subprocess.Popen(
        [sys.executable, "-m", "ipsu_cli", *line.split()], cwd=folder, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


class _Standing(NamedTuple):
    hours: int
    contacts: int
    plans: int
    changes: int


def _standing(folder: Path) -> _Standing:
    hours = _ask(folder, "delivery list B1")["deliveries"]
    return _Standing(
        sum(round(row["quantity"] * 100) for row in hours),
        len(_ask(folder, "contact list B2")["contacts"]),
        sum(document["type"] == "gp" for document in _ask(folder, "document list B2")["documents"]),
        len(_ask(folder, "log")["log"]),
    )


def _ask(folder: Path, words: str) -> Any:
    result = program.run(f"{words} --json", folder=folder, today=TODAY)
    assert result.code == 0, result.err
    return json.loads(result.out)


def _missing(folder: Path, lines: list[str], before: _Standing) -> list[str]:
    """What does not add up: hours, contacts, plans, lines in the log, numbers of invoices."""
    after = _standing(folder)
    imported = [_hundredths(int(line.split("-")[1].partition(".")[0])) for line in lines if line.startswith("import")]
    expected = _Standing(
        before.hours + sum(imported) + sum(line.startswith("deliver") for line in lines),
        before.contacts + sum(line.startswith("contact") for line in lines),
        before.plans + sum(line.startswith("plan") for line in lines),
        before.changes + sum(line.startswith(("deliver", "contact", "plan", "case edit", "import")) for line in lines),
    )
    built = after.changes - expected.changes  # `invoice build` under one key: once, or not at all in a later round
    numbers = [invoice["number"] for invoice in _ask(folder, "invoice list")["invoices"]]
    wrong = [] if after._replace(changes=0) == expected._replace(changes=0) else [f"{expected} became {after}"]
    wrong += [] if built in (0, 1) else [f"{built} changes that nobody made"]
    gapless = [f"2026-{n:04}" for n in range(1, len(numbers) + 1)]
    return wrong + ([] if sorted(numbers) == gapless else [f"the numbers have gaps: {numbers}"])


def _tidy(folder: Path) -> None:
    for pattern in ("all-*.xlsx", "copy-*.db", "hours-*.csv"):
        for path in folder.glob(pattern):
            path.unlink()

"""Damaged copies of an office's file: whether `ipsu check` notices, what a command that reads makes of it, and that one
that writes does not build on it."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from tests.damage import check
from tests.faults import flips
from tests.program import Result, run

TODAY = "2026-11-02"
# Commands that read, each of another part of the file.
READING = (
    "case list", "case show B-115", "status", "todo", "report money", "report hours --month 2026-10", "invoice list",
    "log", "report kpi --year 2026", "week", "report invoices", "check register", "invoice show 2026-0005",
    "document list B-118", "find stöd",
)  # fmt: skip
ANSWERS = {0, 1, 4, 6}  # 1: what was asked for has another name by now
REFUSED = {1, 4}  # 4: damaged; 1: a rule refused what the damaged file says, so that nothing was written either
WRITING = "deliver B-118 1 --on 2026-10-30"
ENTERED = """
    SELECT d.id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, d.entered_by, entered_on
    FROM deliveries d JOIN free f ON f.delivery_id = d.id WHERE d.id = ?
"""


class Written(NamedTuple):
    """The exit code of the line that writes; what it answered and entered, None where it was refused."""

    code: int
    answer: Any = None
    rows: Any = None


class Damages(NamedTuple):
    """How many copies were tried, of how many the content was another, and how many of those `check` found; into how
    many the line was refused, and written as into the sound file; and what is wrong."""

    tried: int = 0
    changed: int = 0
    found: int = 0
    refused: int = 0
    written: int = 0
    wrong: tuple[str, ...] = ()

    def with_more(self, more: "Damages") -> "Damages":
        """Both together."""
        return Damages(
            self.tried + more.tried, self.changed + more.changed, self.found + more.found,
            self.refused + more.refused, self.written + more.written, self.wrong + more.wrong,
        )  # fmt: skip

    def __str__(self) -> str:
        return (
            f"{self.tried} damaged copies: the content of {self.changed} changed, check found {self.found} of them; "
            f"deliver refused {self.refused} and wrote into {self.written} what it writes into the sound file; "
            f"{len(self.wrong)} wrong"
        )


def damage(office: Path, faults: Iterable[flips.Fault]) -> Damages:
    """Try each fault on a copy of the office, in its place."""
    content, sound, right = office.read_bytes(), flips.says(office), write(office)
    assert 0 == right.code
    whole = Damages()
    for fault, words in zip(faults, cycle(READING), strict=False):
        office.write_bytes(fault.content)
        whole = whole.with_more(_judged(office, fault, words, sound, right))
    office.write_bytes(content)
    return whole


def write(office: Path) -> Written:
    """Type the line that writes."""
    done = run(f"{WRITING} --json", folder=office.parent, today=TODAY)
    if done.code:
        return Written(done.code)
    with closing(sqlite3.connect(office)) as conn:
        return Written(0, done.json, conn.execute(ENTERED, (done.json["delivery"]["id"],)).fetchall())


def _judged(office: Path, fault: flips.Fault, words: str, sound: str | None, right: Written) -> Damages:
    changed, answer = flips.says(office) != sound, check(office)
    read = run(words, folder=office.parent, today=TODAY)
    wrong = [f"{fault.what}: {words}: {answer.code} {read.code} {read.err}"] if _faulty(answer, read) else []
    if not changed:
        return Damages(1, wrong=tuple(wrong))
    if not answer.code:
        wrong.append(f"{fault.what}: not found")
    written = write(office)
    refused = written.code in REFUSED
    if not refused and written != right:
        wrong.append(f"{fault.what}: {WRITING}: {written}")
    return Damages(1, 1, int(answer.code != 0), int(refused), int(written == right), tuple(wrong))


def _faulty(*results: Result) -> bool:
    return any(result.code not in ANSWERS or "Traceback" in result.err for result in results)

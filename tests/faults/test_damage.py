"""What a disk or another program does to a file, and whether `ipsu check` notices: turned bits, lost pages, edits.

In the short form some hundreds of faults; `IPSU_WHOLE=1 python -m tests faults` tries 10 000 turned bits and 500
pages, which takes about an hour on two cores.
"""

import shutil
import sqlite3
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import chain, cycle
from pathlib import Path
from typing import Any

import pytest

from tests.damage import check
from tests.program import run
from tests.whole import WHOLE

from . import flips

pytestmark = pytest.mark.long

HERE = Path(__file__).resolve().parent
TAMPERED: dict[str, dict[str, Any]] = tomllib.loads((HERE / "tampering.toml").read_text(encoding="utf-8"))
BITS, PAGES = (10_000, 500) if WHOLE else (150, 30)
TODAY = "2026-11-02"
# Commands that read, each of another part of the file.
READING = (
    "case list", "case show B-115", "status", "todo", "report money", "report hours --month 2026-10", "invoice list",
    "log", "report kpi --year 2026", "week", "report invoices", "check register", "invoice show 2026-0005",
    "document list B-118", "find stöd",
)  # fmt: skip
WRITING = "deliver B-118 1 --on 2026-10-30"
ENTERED = """
    SELECT d.id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, d.entered_by, entered_on
    FROM deliveries d JOIN free f ON f.delivery_id = d.id WHERE d.id = ?
"""
DAMAGED = 4
ANSWERS = {0, 1, 4, 6}  # 1: what was asked for has another name by now


@pytest.fixture
def office(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(sample, tmp_path / "ipsu.db"))


def faults(content: bytes) -> Iterator[flips.Fault]:
    return chain(flips.bits(content, BITS, seed=1), flips.pages(content, PAGES, seed=2))


def test_what_a_disk_does_to_the_content_is_found_and_is_no_fault_of_the_program(office: Path) -> None:
    sound, content = flips.says(office), office.read_bytes()
    seen, missed, faulty = Counter[str](), list[str](), list[str]()
    for fault, words in zip(faults(content), cycle(READING), strict=False):
        office.write_bytes(fault.content)
        changed, answer = flips.says(office) != sound, check(office)
        read = run(words, folder=office.parent, today=TODAY)
        seen.update(["tried", *(["changed"] if changed else []), *(["found"] if answer.code else [])])
        if changed and not answer.code:
            missed.append(fault.what)
        if answer.code not in ANSWERS or read.code not in ANSWERS or "Traceback" in answer.err + read.err:
            faulty.append(f"{fault.what}: {words}: {answer.code} {read.code} {read.err}")
    print(f"faults: {dict(seen)}, missed {len(missed)}, faults of the program {len(faulty)}")
    assert ([], []) == (missed, faulty)
    assert seen["tried"] == BITS + PAGES
    assert seen["changed"] > seen["tried"] / 3, "the faults hit nothing"


def written(office: Path) -> tuple[int, Any, Any]:
    """The exit code of a line that writes, what it answered, and what it entered."""
    done = run(f"{WRITING} --json", folder=office.parent, today=TODAY)
    if done.code:
        return done.code, None, None
    with closing(sqlite3.connect(office)) as conn:
        return 0, done.json, conn.execute(ENTERED, (done.json["delivery"]["id"],)).fetchall()


def test_what_a_command_reads_is_looked_at_before_it_writes(office: Path) -> None:
    """Damage in another case may lie there unread: then the line says and enters what it does in the sound file."""
    sound, content = flips.says(office), office.read_bytes()
    right, seen, wrong = written(office), Counter[str](), list[str]()
    assert 0 == right[0]
    for fault in faults(content):
        office.write_bytes(fault.content)
        if flips.says(office) != sound:
            found = written(office)
            seen.update(["damaged", "refused" if found[0] else "written"])
            if found != right and found[0] != DAMAGED:
                wrong.append(f"{fault.what}: {found}")
    print(f"{WRITING}: {dict(seen)}, written otherwise than into the sound file, or refused otherwise: {len(wrong)}")
    assert [] == wrong
    assert min(seen["refused"], seen["written"]) > seen["damaged"] / 10, "the faults hit one kind alone"


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_edited_by_hand_is_found_and_named(what: str, office: Path) -> None:
    edit = TAMPERED[what]
    with closing(sqlite3.connect(office, isolation_level=None)) as conn:
        for statement in edit["sql"]:
            assert conn.execute(statement).rowcount, statement
    findings = check(office).json["findings"]
    named = {row["row"] for row in findings if row["table"] == edit["table"]}
    assert edit["row"] in named if "row" in edit else named, findings[:5]


def test_there_are_fifty_edits() -> None:
    assert len(TAMPERED) >= 50

"""What a disk or another program does to a file, and whether `ipsu check` notices: turned bits, lost pages, edits.

In the short form some hundreds of faults; `python -m tests faults damage` tries 10 000 turned bits and 500 pages.
"""

import shutil
import sqlite3
import tomllib
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.damage import check
from tests.faults import damages, flips

pytestmark = pytest.mark.long

HERE = Path(__file__).resolve().parent
TAMPERED: dict[str, dict[str, Any]] = tomllib.loads((HERE / "tampering.toml").read_text(encoding="utf-8"))
BITS, PAGES = 100, 20


@pytest.fixture
def office(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(sample, tmp_path / "ipsu.db"))


def test_what_a_disk_does_to_the_content_is_found_and_not_built_on(office: Path) -> None:
    """Damage in another case may lie there unread: then a line that writes enters what it does in the sound file."""
    content = office.read_bytes()
    found = damages.damage(office, chain(flips.bits(content, BITS, seed=1), flips.pages(content, PAGES, seed=2)))
    print(found)
    assert () == found.wrong
    assert found.changed == found.found == found.refused + found.written
    assert found.tried == BITS + PAGES
    assert found.changed > found.tried / 3, "the faults hit nothing"
    assert min(found.refused, found.written) > found.changed / 10, "the faults hit one kind alone"


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

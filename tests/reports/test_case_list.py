"""`ipsu case list --reveal`: the whole numbers of those who are not protected, with a line in the log first."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.program import TODAY

DAYS = "--from 2026-03-02 --to 2026-12-31 --training vard --training-from 2026-03-02 --training-to 2026-12-31"
MADE = (
    "agreement add A1 --service ipsu --area Norr --from 2025-12-01",
    f"case add C-9 --service ipsu-b --personnummer 19900101-9802 --name Alva {DAYS}",
    f"case add C-10 --service ipsu-b --personnummer 19880314-9809 --name Skyddad --protected {DAYS}",
)


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    for words in MADE:
        assert 0 == ipsu(words, today=TODAY).code
    return db


def people(answer: Any) -> dict[str, tuple[str | None, str | None]]:
    found = {case["case"]: case["participant"] for case in answer["cases"]}
    return {ref: (person["personnummer"], person["name"]) for ref, person in found.items()}


def test_a_whole_number_is_shown_where_it_is_asked_for_and_logged(ipsu: Program, office: Path) -> None:
    before = len(ipsu("log --json").json["log"])
    shown = ipsu("case list --reveal --json", today=TODAY).json
    assert {"C-9": ("19900101-9802", None), "C-10": (None, None)} == people(shown)
    assert ["case list --reveal"] == [line["command"] for line in ipsu("log --json").json["log"][before:]]
    assert "19900101-9802" in ipsu("case list --reveal", today=TODAY).out


def test_without_it_the_number_is_masked_and_nothing_is_logged(ipsu: Program, office: Path) -> None:
    before = ipsu("log --json").json["log"]
    assert {"C-9": ("19900101-****", None), "C-10": (None, None)} == people(ipsu("case list --json").json)
    assert before == ipsu("log --json").json["log"]

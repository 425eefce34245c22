"""`document confirm --all TYPE --month M`: what waits is confirmed, and the rest is told as `build` tells it."""

import json
import shutil
from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program

TODAY = "2026-11-02"
LINE = "document confirm --all pr --month 2026-10 --json"


@pytest.fixture
def office(sample: Path, ipsu: Program, tmp_path: Path) -> Program:
    """The sample office when October has ended: R-205 has filed nothing of it, and the report of R-201 came back."""
    shutil.copy2(sample, tmp_path / "ipsu.db")
    assert 0 == ipsu("document return R-201 pr --period 2026-10 --reason hours --on 2026-11-02", today=TODAY).code
    return ipsu


def test_what_waits_is_confirmed_and_the_rest_says_what_is_missing(office: Program) -> None:
    found = office(LINE, today=TODAY).json
    assert {"confirmed"} == {row["status"] for row in found["documents"]}
    assert "R-201" not in {row["case"] for row in found["documents"]}
    assert [("R-201", "returned"), ("R-205", "missing")] == [
        (row["case"], row["message"].rpartition(": ")[2].rstrip(").")) for row in found["held"]
    ]
    for row in found["held"]:
        assert ("document.not-submitted", "A18") == (row["code"], row["rule"])
        assert row["command"].startswith(f"ipsu document submit {row['case']} pr --period 2026-10")


def test_an_older_version_waits_no_more_once_a_newer_is_answered(office: Program) -> None:
    """Not even where the newer one came back. A deviation report is no version of another."""
    report = (
        "document submit R-201 pr --period 2026-10 --hours Matchning=1 --hours Coachning=1 --hours Jobbsökarverkstad=1"
    )
    for _ in range(2):
        assert 0 == office(report, today=TODAY).code, office(report, today=TODAY).err
    assert 0 == office("document return R-201 pr --period 2026-10 --reason hours", today=TODAY).code
    found = office(LINE, today=TODAY).json
    assert "R-201" not in {row["case"] for row in found["documents"]}
    assert "R-201" in {row["case"] for row in found["held"]}


def test_again_it_confirms_nothing_and_still_says_what_is_missing(office: Program) -> None:
    first, second = (office(LINE, today=TODAY).json for _ in range(2))
    assert len(first["documents"]) > 0 == len(second["documents"])
    assert first["held"] == second["held"]
    assert "R-205" in office(LINE.removesuffix(" --json"), today=TODAY).out


def test_a_month_that_has_not_ended_misses_nothing(office: Program) -> None:
    assert [] == office("document confirm --all pr --month 2026-11 --json", today=TODAY).json["held"]


def test_a_type_that_there_is_not_is_refused(office: Program, tmp_path: Path) -> None:
    before = program.dump(tmp_path / "ipsu.db")
    result = office("document confirm --all xx --month 2026-10 --json", today=TODAY)
    assert (2, "value.code") == (result.code, json.loads(result.err)["error"]["code"])
    assert before == program.dump(tmp_path / "ipsu.db")

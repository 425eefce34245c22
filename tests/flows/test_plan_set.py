"""The first joint plan that is filed, whatever drafts came before it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import Result

Ipsu = Callable[..., Result]


@pytest.fixture
def drafts(db: Path, ipsu: Ipsu) -> Ipsu:
    days = "--from 2026-03-02 --to 2026-03-22"
    for words in (
        "agreement add AV1 --service ipsu --area Uppsala --from 2026-01-01",
        f"case add A9 --service ipsu-a --personnummer 19900101-9802 --name Alva {days}",
        f"case add B9 --service ipsu-b --personnummer 19900101-9802 --name Alva {days} --after A9",
        "plan set B9 2026-W10..2026-W12=10",
        "plan set B9 2026-W10..2026-W12=20 --reason Fel",
    ):
        assert ipsu(words, today="2026-03-03").code == 0
    return ipsu


def test_a_second_draft_is_still_the_first_plan_filed(drafts: Ipsu) -> None:
    refused = drafts("document submit B9 gp --json", today="2026-03-30")
    assert 1 == refused.code
    assert "plan.sr-missing" in refused.err


def test_it_is_late_by_its_first_filing(drafts: Ipsu) -> None:
    assert drafts("document submit A9 sr", today="2026-03-30").code == 0
    answer = drafts("document submit B9 gp --json", today="2026-03-30").json
    assert "document.late" in [warning["code"] for warning in answer["warnings"]]
    assert ("2026-03-09", 15) == (answer["document"]["due"], answer["document"]["days_late"])


def test_a_returned_plan_is_not_replaced_by_an_older_draft(drafts: Ipsu) -> None:
    assert drafts("document submit A9 sr", today="2026-03-03").code == 0
    assert drafts("document submit B9 gp", today="2026-03-04").code == 0
    assert drafts("document return B9 gp --reason Nej", today="2026-03-05").code == 0
    assert 2 == drafts("plan show B9 --json", today="2026-03-05").json["plan"]["version"]


def test_what_is_to_be_typed_after_a_returned_plan_can_be_typed(drafts: Ipsu) -> None:
    """A version after the first says why, in the view of the case and among what is held alike."""
    later = "2026-03-12"
    for words in (
        "document submit A9 sr --on 2026-03-03", "document submit B9 gp --on 2026-03-04",
        "deliver B9 2 --on 2026-03-05", "document return B9 gp --reason Nej",
    ):  # fmt: skip
        assert 0 == drafts(words, today=later).code, words
    (step,) = drafts("case show B9 --json", today=later).json["next"]
    held = drafts("invoice build --month 2026-03 --dry-run --json", today=later).json["held"]
    commands = [step["command"], *(row["command"] for row in held if row["code"] == "gp.unconfirmed")]
    assert 2 * ["ipsu plan set B9 WEEKS=HOURS --reason TEXT"] == commands
    assert "next.plan-again" == step["code"]
    assert "ipsu plan history B9" in drafts("plan show B9 --version 9", today=later).err


@pytest.mark.usefixtures("db")
def test_a_draft_that_a_shorter_period_left_outside_is_not_filed(ipsu: Ipsu) -> None:
    def run(words: str, today: str) -> tuple[int, str]:
        result = ipsu(f"{words} --json", today=today)
        return result.code, result.err and json.loads(result.err)["error"]["code"]

    training = "--training S --training-from 2026-03-02 --training-to 2026-06-05"
    for words in (
        "agreement add NM --service ipsu --area Norr --from 2026-01-01",
        "case add B1 --service ipsu-b --personnummer 19900101-9802 --name X --from 2026-03-02 --to 2026-04-12 "
        + training,
        "plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02 --confirmed 2026-03-02",
        "plan set B1 2026-W10..2026-W15=20 --reason x",
        "case decide B1 --to 2026-03-22 --on 2026-03-03",
    ):
        assert (0, "") == run(words, "2026-03-03"), words
    assert (1, "plan.outside-period") == run("document submit B1 gp", "2026-03-04")
    assert (0, "") == run("case decide B1 --to 2026-04-12 --on 2026-03-05", "2026-03-05")
    assert (1, "plan.made-before-decision") == run("document submit B1 gp", "2026-03-06")
    assert (0, "") == run("plan set B1 2026-W10..2026-W15=20 --reason y --submitted 2026-03-06", "2026-03-06")

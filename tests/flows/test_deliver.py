"""Hours that are equal to some that are there (case, days, hours) are taken, and named in a warning."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

TODAY = "2026-03-16"
MADE = (
    "agreement add S1 --service ipsu --area Norr --from 2026-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2026-01-01",
    *(
        f"case add {ref} --service ipsu-b --personnummer {number} --name Prov --from 2026-03-02 --to 2026-03-29 "
        "--training Svets --training-from 2026-01-12 --training-to 2026-08-28"
        for ref, number in (("B1", "19900101-9802"), ("B2", "19850602-9837"))
    ),
    "plan set B1 2026-W10..2026-W13=30 --submitted 2026-03-02 --confirmed 2026-03-02",
    "plan set B2 2026-W10..2026-W13=30 --submitted 2026-03-02 --confirmed 2026-03-02",
)


@pytest.fixture
def run(ipsu: Program, db: Path) -> Any:
    for words in MADE:
        result = ipsu(words, today=TODAY)
        assert 0 == result.code, (words, result.err)
    return lambda words: ipsu(f"{words} --json", today=TODAY)


def named(run: Any, words: str) -> list[str]:
    """The deliveries that the warnings name."""
    result = run(words)
    assert 0 == result.code, result.err
    return [found["message"] for found in result.json["warnings"] if found["code"] == "delivery.equal"]


@pytest.mark.parametrize(
    ("first", "again"),
    [("deliver B1 3 --on 2026-03-05", "deliver B1 3,00 --on 2026-03-05"),
     ("deliver B1 4 --week 2026-W10", "deliver B1 4 --week 2026-W10"),
     ("deliver --week 2026-W11 B1=2", "deliver --week 2026-W11 B2=2 B1=2")],
)  # fmt: skip
def test_equal_hours_are_taken_and_the_delivery_is_named(run: Any, first: str, again: str) -> None:
    assert [] == named(run, first)
    (told,) = named(run, again)
    assert "delivery 1 already" in told


@pytest.mark.parametrize(
    "other",
    ["deliver B1 3,01 --on 2026-03-05", "deliver B1 3 --on 2026-03-06", "deliver B2 3 --on 2026-03-05",
     "deliver B1 3 --week 2026-W10"],
)  # fmt: skip
def test_other_hours_another_day_or_case_are_not_equal(run: Any, other: str) -> None:
    named(run, "deliver B1 3 --on 2026-03-05")
    assert [] == named(run, other)


def test_what_was_taken_back_is_not_there(run: Any) -> None:
    named(run, "deliver B1 3 --on 2026-03-05")
    run("delivery cancel 1 --reason fel")
    assert [] == named(run, "deliver B1 3 --on 2026-03-05")


def test_what_stands_on_an_invoice_is_there(run: Any) -> None:
    named(run, "deliver B1 3 --on 2026-03-05")
    assert 0 == run("invoice build --month 2026-03").code
    assert 1 == len(named(run, "deliver B1 3 --on 2026-03-05"))


def test_a_correction_may_make_them_equal(run: Any) -> None:
    named(run, "deliver B1 3 --on 2026-03-05")
    named(run, "deliver B1 4 --on 2026-03-05")
    assert 1 == len(named(run, "delivery correct 2 3 --reason fel"))

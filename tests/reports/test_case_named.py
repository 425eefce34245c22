"""A case by the beginning of its reference: the only one that fits is taken, and several are named."""

from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program
from tests.program import TODAY

TRAINING = "--from 2026-03-02 --to 2026-12-31 --training vard --training-from 2026-03-02 --training-to 2026-12-31"
PEOPLE = {"B-101": "19880314-9809", "B-118": "19941224-9808", "C-9": "19900101-9802"}


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    assert 0 == ipsu("agreement add A1 --service ipsu --area Norr --from 2025-12-01").code
    for ref, number in PEOPLE.items():
        made = ipsu(f"case add {ref} --service ipsu-b --personnummer {number} --name Kim {TRAINING}")
        assert 0 == made.code, made.err
    return db


def test_the_only_case_that_begins_so_is_taken_and_named(ipsu: Program, office: Path) -> None:
    shown = ipsu("case show c")
    assert (0, ipsu("case show C-9").out) == (shown.code, shown.out)
    assert "C-9" in shown.err and "[case.prefix]" in shown.err
    assert ["case.prefix"] == [found["code"] for found in ipsu("case show B-11 --json").json["warnings"]]


def test_what_is_entered_lands_in_the_whole_case(ipsu: Program, office: Path) -> None:
    assert 0 == ipsu("aid lend B-11 laptop --on 2026-03-09").code
    assert ["B-118"] == [aid["case"] for aid in ipsu("aid list --json").json["aids"]]


def test_several_that_begin_so_are_named_and_nothing_is_done(ipsu: Program, office: Path) -> None:
    before = program.dump(office)
    refused = ipsu("aid lend B-1 laptop --on 2026-03-09")
    assert 1 == refused.code
    assert "case.several" in refused.err and "B-101, B-118" in refused.err
    assert before == program.dump(office)


def test_the_whole_reference_is_never_taken_for_a_beginning(ipsu: Program, office: Path) -> None:
    assert 0 == ipsu("case rename C-9 B-10 --reason x").code
    assert "case.prefix" not in ipsu("case show B-10").err


@pytest.mark.parametrize(("typed", "next"), [("B-181", "ipsu case show B-118"), ("QQQ", "ipsu case list")])
def test_a_case_that_is_not_there_is_answered_with_one_that_is_like_it(
    ipsu: Program, office: Path, typed: str, next: str
) -> None:
    refused = ipsu(f"case show {typed}", today=TODAY)
    assert 1 == refused.code
    assert "case.unknown" in refused.err and refused.err.rstrip().endswith(next)


def test_a_new_reference_may_be_the_beginning_of_another(ipsu: Program, office: Path) -> None:
    assert 0 == ipsu("case rename B-118 B --reason x").code


def test_a_case_that_was_left_out_is_no_reference_that_fits_nothing(
    ipsu: Program, office: Path, tmp_path: Path
) -> None:
    """What is refused for another reason says that reason."""
    taken = tmp_path / "taken.xlsx"
    taken.write_bytes(b"someone's")
    refused = ipsu(f"report key-in --month 2026-03 --excel {taken}", today=TODAY)
    assert 1 == refused.code
    assert "file.exists" in refused.err

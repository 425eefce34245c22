"""What the agency's self-invoices bill of each line of ours."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsu_cli.core.self_billing import SelfBilled
from ipsu_cli.store import reading
from ipsu_cli.store.self_billing import by_line
from tests import program
from tests.conftest import Program
from tests.self_invoices import Line, csv, head, rows

TODAY = "2026-04-10"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
SUPPORT = f"--service ipsu-b --from 2026-03-02 --to 2026-04-26 {TRAINING}"
# 2026-0001 has line 1, of 19.5 hours of B1 in week 11, and line 2, of 10 hours of B2 in week 12.
MADE = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    f"case add B1 --personnummer 19900101-9802 --name 'Test Person' {SUPPORT}",
    f"case add B2 --personnummer 19850505-2392 --name 'Annan Person' {SUPPORT}",
    "plan set B1 2026-W10..2026-W17=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "plan set B2 2026-W10..2026-W17=10 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 19.5 --week 2026-W11",
    "deliver B2 10 --week 2026-W12",
    "--today 2026-04-01 invoice build --month 2026-03",
)
B1, B2 = Line("B1", "2026-03-09", "2026-03-15", 19_50), Line("B2", "2026-03-16", "2026-03-22", 10_00)
WHOLE = head("1001", "16593.75")  # all of 2026-0001
Billed = dict[int, SelfBilled]


@pytest.fixture(scope="session")
def billed_office(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("billing")
    path = Path(shutil.copy2(new_office, folder / "ipsu.db"))
    for words in MADE:
        assert 0 == program.run(words, folder=folder, today=TODAY).code, words
    return path


@pytest.fixture
def billed(ipsu: Program, billed_office: Path, tmp_path: Path) -> Callable[..., Billed]:
    path = Path(shutil.copy2(billed_office, tmp_path / "ipsu.db"))

    def receive(*numbers: list[list[str]]) -> Billed:
        (tmp_path / "a.csv").write_text(csv(*numbers))
        assert not numbers or 0 == ipsu("invoice receive a.csv", today=TODAY).code
        with reading(path) as store:
            return by_line(store)

    return receive


@pytest.fixture
def done(ipsu: Program, billed: Callable[..., Billed]) -> Callable[..., None]:
    """Types commands in the office, one after another; all of them are done."""
    billed()

    def run(*lines: str) -> None:
        for words in lines:
            assert 0 == ipsu(words, today=TODAY).code, words

    return run


def states(found: Billed) -> dict[int, tuple[str, str]]:
    return {line: (billed.number, billed.state) for line, billed in found.items()}


def test_a_line_that_nothing_bills_is_not_there(billed: Callable[..., Billed]) -> None:
    assert {} == billed()
    assert {1: SelfBilled("1001", "IPSU-1", 2026, "equal", "unanswered", None)} == billed(rows("1001", [B1]))


def test_an_hour_too_many_differs(billed: Callable[..., Billed]) -> None:
    more = Line("B2", "2026-03-16", "2026-03-22", 11_00)
    assert {1: ("1001", "equal"), 2: ("1001", "differs")} == states(billed(rows("1001", [B1, more])))


def test_two_self_invoices_that_share_the_hours_are_equal_and_two_that_double_them_are_twice(
    billed: Callable[..., Billed],
) -> None:
    half = Line("B1", "2026-03-09", "2026-03-15", 9_75)
    assert {1: ("1002", "equal")} == states(billed(rows("1001", [half]), rows("1002", [half])))
    assert {1: ("1003", "twice")} == states(billed(rows("1003", [half])))


def test_what_is_credited_bills_no_more(billed: Callable[..., Billed]) -> None:
    first = (rows("1001", [B1, B2]), rows("1002", [B1]))
    assert {1: ("1002", "twice"), 2: ("1001", "equal")} == states(billed(*first))
    assert {1: ("1001", "equal"), 2: ("1001", "equal")} == states(
        billed(rows("1003", [B1], type="261", refers_to="1002"))
    )
    assert {2: ("1001", "equal")} == states(billed(rows("1004", [B1], type="261", refers_to="1001")))


def test_a_week_of_two_months_is_taken_with_both(done: Callable[..., None], billed: Callable[..., Billed]) -> None:
    done("deliver B2 3 --on 2026-03-31", "deliver B2 4 --on 2026-04-01", "invoice build --month 2026-04")
    turn = Line("B2", "2026-03-30", "2026-04-05", 7_00)
    found = states(billed(rows("1001", [B1, B2]), rows("1002", [turn])))
    assert {("1001", "equal"), ("1002", "equal")} == set(found.values())
    assert [("1002", "equal")] * 3 == [found[line] for line in sorted(found) if line != 1]


def test_hours_of_another_week_differ_though_the_month_makes_the_same(billed: Callable[..., Billed]) -> None:
    other = Line("B1", "2026-03-16", "2026-03-22", 19_50)
    assert {1: ("1001", "differs")} == states(billed(rows("1001", [other])))
    whole = Line("B1", "2026-03-01", "2026-03-31", 19_50)
    credit = rows("1002", [other], type="261", refers_to="1001")
    assert {1: ("1003", "equal")} == states(billed(credit, rows("1003", [whole])))


@pytest.mark.parametrize(
    ("hours", "after", "type", "rest"),
    [("17.5", ("1001", "taken-back"), "261", 2_00), ("20", None, "389", 50)],
    ids=["fewer await a credit", "more are not billed yet"],
)
def test_what_is_corrected_after_the_approval_is_not_approved_with_it(
    done: Callable[..., None],
    billed: Callable[..., Billed],
    hours: str,
    after: tuple[str, str] | None,
    type: str,
    rest: int,
) -> None:
    billed(rows("1001", [B1, B2]))
    done("invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-10")
    done(f"delivery correct 1 {hours} --reason fel", "invoice build --month 2026-04")
    found = states(billed())
    assert ("1001", "differs") == found[1]  # as it was approved
    assert (after, after) == (found.get(3), found.get(4))
    refers_to = "1001" if type == "261" else ""
    back = Line("B1", "2026-03-09", "2026-03-15", rest)
    found = states(billed(rows("1002", [back], type=type, refers_to=refers_to)))
    assert {("1002", "equal")} == {found[line] for line in (1, 3, 4)}
    done("invoice approve --received 1002")
    assert {"approved"} == {one.answer for one in billed().values()}


@pytest.mark.parametrize(
    ("hours", "corrected"), [("17.5", ("1002", "taken-back")), ("20", None)], ids=["fewer hours", "more hours"]
)
@pytest.mark.parametrize("as_head", [True, False], ids=["by heads", "by files"])
def test_what_corrects_work_that_is_billed_twice_is_not_billed_twice(
    done: Callable[..., None],
    billed: Callable[..., Billed],
    hours: str,
    corrected: tuple[str, str] | None,
    as_head: bool,
) -> None:
    done(WHOLE) if as_head else billed(rows("1001", [B1, B2]))
    done("invoice approve 2026-0001", f"delivery correct 1 {hours} --reason fel", "invoice build --month 2026-04")
    done(head("1002", "16593.75")) if as_head else billed(rows("1002", [B1, B2]))
    twice = ("1002", "twice")
    assert (twice, twice) == (states(billed()).get(1), states(billed()).get(2))
    assert (corrected, corrected) == (states(billed()).get(3), states(billed()).get(4))


def test_what_was_credited_and_taken_back_awaits_the_credit_of_a_head_alone(
    done: Callable[..., None], billed: Callable[..., Billed]
) -> None:
    done(WHOLE, "invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason fel")
    unbuilt, taken_back = ("1001", "unbuilt"), ("1001", "taken-back")
    assert {1: unbuilt, 2: ("1001", "equal"), 3: unbuilt} == states(billed())  # it may be built again
    done("delivery cancel 1 --reason fel")
    assert {1: taken_back, 2: ("1001", "equal"), 3: taken_back} == states(billed())
    done(head("1002", "10968.75", refers_to="1001"))
    assert {1: ("1002", "equal"), 2: ("1001", "equal"), 3: ("1002", "equal")} == states(billed())


def test_a_credit_of_another_sum_and_what_we_have_corrected_are_held_together_with_the_head(
    done: Callable[..., None], billed: Callable[..., Billed]
) -> None:
    done(
        WHOLE,
        "invoice approve 2026-0001",
        "delivery correct 1 17.5 --reason fel",
        "deliver B2 4 --on 2026-04-02",  # 2026-0002 is for more than the correction
        "invoice build --month 2026-04",
        head("1002", "1125", refers_to="1001"),
    )
    found = billed()
    assert {"unanswered"} == {one.answer for one in found.values()}
    assert dict.fromkeys((1, 2, 3, 5), ("1002", "equal")) == states(found)
    done("invoice approve --received 1002")
    assert {"approved"} == {one.answer for one in billed().values()}


def test_what_was_credited_by_mistake_and_built_again_is_billed_by_a_head_alone(
    done: Callable[..., None], billed: Callable[..., Billed]
) -> None:
    done(WHOLE, "invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason fel")
    done("invoice build --month 2026-04")
    assert dict.fromkeys((1, 2, 3, 4), ("1001", "equal")) == states(billed())


@pytest.mark.parametrize(
    ("hours", "corrected", "type", "rest"),
    [("17.5", ("1001", "taken-back"), "261", 2_00), ("20", None, "389", 50)],
    ids=["fewer await a credit", "more are not billed yet"],
)
@pytest.mark.parametrize("as_head", [True, False], ids=["by a head", "by a file"])
def test_a_head_alone_bills_the_lines_of_its_basis_and_not_what_is_corrected_after_it(
    done: Callable[..., None],
    billed: Callable[..., Billed],
    hours: str,
    corrected: tuple[str, str] | None,
    type: str,
    rest: int,
    as_head: bool,
) -> None:
    done(WHOLE, "invoice approve 2026-0001", f"delivery correct 1 {hours} --reason fel")
    done("invoice build --month 2026-04")
    equal = {1: ("1001", "equal"), 2: ("1001", "equal")}
    expected = equal if corrected is None else equal | {3: corrected, 4: corrected}
    assert expected | {1: ("1001", "differs")} == states(billed())
    back = Line("B1", "2026-03-09", "2026-03-15", rest)
    refers_to = "1001" if type == "261" else ""
    if as_head:
        done(head("1002", f"{back.amount * 1.25 / 100:.2f}", refers_to=refers_to))
    else:
        billed(rows("1002", [back], type=type, refers_to=refers_to))
    found = billed()
    assert {"equal"} == {found[line].state for line in (1, 2, 3, 4)}


def test_heads_of_a_case_each_bill_what_stands_of_it(done: Callable[..., None], billed: Callable[..., Billed]) -> None:
    done(head("1001", "10968.75"))
    assert {1: ("1001", "equal")} == states(billed())
    done(head("1002", "5625"))
    assert {1: ("1001", "equal"), 2: ("1002", "equal")} == states(billed())


def test_heads_that_make_a_basis_together_are_about_it(
    done: Callable[..., None], billed: Callable[..., Billed]
) -> None:
    done(head("1001", "8000"))
    assert {} == billed()
    done(head("1002", "8593.75"))
    assert {1: ("1002", "equal"), 2: ("1002", "equal")} == states(billed())
    done("invoice approve --received 1002")
    assert {("1001", "unanswered")} == {(one.number, one.answer) for one in billed().values()}


def test_a_sum_that_two_cases_have_tells_of_neither(done: Callable[..., None], billed: Callable[..., Billed]) -> None:
    done("deliver B2 9.5 --on 2026-03-27", "invoice cancel 2026-0001 --reason fel", "invoice build --month 2026-03")
    done(head("1001", "10968.75"))
    assert {} == billed()
    done(head("1002", "10968.75"))
    assert {3: ("1002", "equal"), 4: ("1002", "equal")} == states(billed())

"""`ipsu report invoices`: money expected by the month that it is payable from, and what came of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
PLAN = "2026-W06..2026-W21=20 --submitted 2026-02-02 --confirmed 2026-02-04"
CASES = (("B1", "19900101-9802", "S1", "Lo"), ("B2", "19850505-2392", "S2", "Mo"))

# Payable from April: 2026-0001 of 562.50, paid in April and May. From May: 2026-0002 of 1 125.00, half paid in May, and
# 2026-0003 of 562.50, which is credited whole. 2026-0005 is cancelled.
MADE = (
    ("2026-03-10", "agreement add S1 --service ipsu --area Syd --from 2025-01-01"),
    ("2026-03-10", "agreement add S2 --service ipsu --area Norr --from 2025-01-01"),
    ("2026-03-10", "price set S1 ipsu-b 450 --unit hour --from 2025-01-01"),
    ("2026-03-10", "price set S2 ipsu-b 450 --unit hour --from 2025-01-01"),
    *(
        (
            "2026-03-10",
            f"case add {case} --agreement {agreement} --personnummer {number} --name 'Test Person' --service ipsu-b "
            f"--coach {coach} --from 2026-02-02 --to 2026-05-31 {TRAINING}",
        )
        for case, number, agreement, coach in CASES
    ),
    *(("2026-03-10", f"plan set {case} {PLAN}") for case, *_ in CASES),
    ("2026-03-10", "deliver B1 1 --on 2026-02-03"),
    ("2026-03-10", "invoice build --month 2026-02"),
    ("2026-04-02", "deliver B1 2 --on 2026-03-03"),
    ("2026-04-02", "deliver B2 1 --on 2026-03-03"),
    ("2026-04-02", "invoice build --month 2026-03"),
    ("2026-04-20", "invoice paid 2026-0001 --on 2026-04-20 --amount 500"),
    ("2026-05-06", "invoice paid 2026-0001 --on 2026-05-05"),
    ("2026-05-06", "invoice paid 2026-0002 --on 2026-05-06 --amount 600"),
    ("2026-05-06", "invoice approve 2026-0003"),
    ("2026-05-06", "invoice credit 2026-0003 --case B2 --reason x"),
    ("2026-05-06", "invoice build --month 2026-04"),
    ("2026-05-06", "invoice cancel 2026-0005 --reason x"),
)


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    folder = tmp_path_factory.mktemp("spring")
    shutil.copy2(new_office, folder / "ipsu.db")
    for day, words in MADE:
        made = program.run(words, folder=folder, today=day)
        assert (0, words) == (made.code, words), made.err
    return folder


Ask = Callable[..., Any]


@pytest.fixture
def ask(spring: Path) -> Ask:
    def run(options: str, today: str = "2026-06-01") -> Any:
        result = program.run(f"report invoices {options} --json", folder=spring, today=today)
        assert 0 == result.code, result.err
        return json.loads(result.out)

    return run


def row(answer: Any, month: str) -> tuple[Any, ...]:
    found = next(shape for shape in answer["months"] if shape["month"] == month)
    return tuple(found.values())[1:]


def test_each_month_has_what_is_expected_and_what_came(ask: Ask) -> None:
    answer = ask("--from 2026-03-01 --to 2026-06-30")
    assert ["2026-03", "2026-04", "2026-05", "2026-06"] == [shape["month"] for shape in answer["months"]]
    names = ["month", "invoices", "expected_ore", "received_ore", "open_ore", "overdue_ore", "came_in_ore"]
    assert names == list(answer["months"][0])
    assert (0, 0, 0, 0, 0, 0) == row(answer, "2026-03")
    assert (1, 562_50, 562_50, 0, 0, 500_00) == row(answer, "2026-04")
    assert (2, 1125_00, 600_00, 525_00, 525_00, 62_50 + 600_00) == row(answer, "2026-05")
    assert (1, 0, 0, 0, 0, 0) == row(answer, "2026-06"), "the credit took the whole of 2026-0003"
    assert (1687_50, 1162_50, 525_00) == tuple(answer["total"][f"{n}_ore"] for n in ("expected", "received", "open"))
    assert (0, 0) == (answer["open_before_ore"], answer["open_later_ore"])


def test_what_lies_outside_the_period_is_said(ask: Ask) -> None:
    early = ask("--month 2026-04")
    assert (0, 525_00) == (early["open_before_ore"], early["open_later_ore"])
    assert (525_00, 0) == tuple(ask("--month 2026-06")[name] for name in ("open_before_ore", "open_later_ore"))


def test_it_is_overdue_once_the_month_has_passed(ask: Ask) -> None:
    assert 0 == row(ask("--month 2026-05", today="2026-05-31"), "2026-05")[4]
    assert 525_00 == row(ask("--month 2026-05"), "2026-05")[4]


def test_as_of_an_earlier_day(ask: Ask) -> None:
    answer = ask("--month 2026-05 --as-of 2026-04-30")
    assert (2, 1687_50, 0, 1687_50, 0, 0) == row(answer, "2026-05")
    assert 62_50 == answer["open_before_ore"]


@pytest.mark.parametrize("options", ["--agreement S2", "--coach Mo"])
def test_of_some_cases_or_one_agreement(ask: Ask, options: str) -> None:
    answer = ask(f"--from 2026-04-01 --to 2026-06-30 {options}", today="2026-06-01")
    assert [0, 1, 1] == [shape["invoices"] for shape in answer["months"]]
    assert [0, 0, 0] == [shape["came_in_ore"] for shape in answer["months"]]


def test_what_came_in_is_shown_with_who_entered_it_and_from_where(ask: Ask) -> None:
    came = ask("--month 2026-05")["payments"]
    assert [(2, "2026-0001", "2026-05-05", 62_50, 0), (3, "2026-0002", "2026-05-06", 600_00, 0)] == [
        tuple(payment[key] for key in ("id", "invoice", "on", "amount_ore", "rounding_ore")) for payment in came
    ]
    assert {("hand", None)} == {(payment["source"], payment["file"]) for payment in came}
    assert all(payment["who"] for payment in came)
    assert [1] == [payment["id"] for payment in ask("--month 2026-04")["payments"]]
    assert [] == ask("--month 2026-05 --agreement S2")["payments"]


def test_rounding_changes_what_came_and_not_what_was_expected(spring: Path, tmp_path: Path) -> None:
    shutil.copy2(spring / "ipsu.db", tmp_path / "ipsu.db")
    words = "invoice paid 2026-0002 --on 2026-05-20 --amount 525.50"
    assert 1 == program.run(words, folder=tmp_path, today="2026-06-01").code
    words = "invoice paid 2026-0002 --on 2026-05-20 --amount 524.50"
    assert 0 == program.run(words, folder=tmp_path, today="2026-06-01").code
    answer = json.loads(program.run("report invoices --month 2026-05 --json", folder=tmp_path, today="2026-06-01").out)
    assert (2, 1125_00, 1124_50, 0, 0, 62_50 + 1124_50) == row(answer, "2026-05")
    assert -50 == answer["payments"][-1]["rounding_ore"]


def test_an_office_without_invoices_has_its_months(ipsu: Callable[..., Any], db: Path) -> None:
    answer = ipsu("report invoices --year 2026 --json").json
    assert (12, 0) == (len(answer["months"]), answer["total"]["expected_ore"])


def test_it_is_kept_as_a_workbook(spring: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    words = f"report invoices --year 2026 --excel {tmp_path}/x.xlsx"
    assert 0 == program.run(words, folder=spring, today="2026-06-01").code
    cells = [cell.value for row in load_workbook(tmp_path / "x.xlsx").worksheets[0] for cell in row]
    assert 562.5 in cells

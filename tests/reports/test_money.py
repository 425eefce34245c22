"""`ipsu report money`: every piece of work stands in one step, and the steps make what was earned."""

from pathlib import Path
from typing import Any

import openpyxl

from ipsu_cli.core.money_trail import STEPS
from tests.self_invoices import Line, csv, rows
from tests.typed import Did, did_after

SETUP = (
    "agreement add NM --service ipsu --area Norr --from 2026-01-01 --purchaser Arbetsförmedlingen",
    "price set NM ipsu-a 9500 --unit case --from 2026-01-01",
    "price set NM ipsu-b 450 --unit hour --from 2026-01-01",
)
TRAINING = "--training S --training-type labour-market-training --training-from 2026-03-02 --training-to 2026-06-05"
SUPPORT = (
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov --from 2026-03-02 --to 2026-05-29 "
    f"{TRAINING}",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
)
MAPPING = (
    "case add A9 --service ipsu-a --personnummer 19850505-2392 --name Prov --from 2026-01-19 --to 2026-01-30 "
    "--meeting 2026-01-12 --mapping-agreed --decision 2026-01-12",
    "document submit A9 gp --on 2026-01-19",
    "document confirm A9 gp --on 2026-01-20",
    "document submit A9 sr --on 2026-02-02",
    "document confirm A9 sr --on 2026-02-02",
)
PLACEMENT = (
    "agreement add RM --service rusta-matcha --area Syd --from 2026-01-01",
    "price set RM rusta-matcha 160 --unit day --level B --from 2026-01-01",
    "case add R1 --service rusta-matcha --agreement RM --personnummer 19900102-9801 --name Prov --system ka-webb "
    "--extent 100 --level B --from 2026-01-12 --to 2026-06-30",
    "document submit R1 iup --goal Arbete --own-search 30 --supplier 10 --on 2026-01-13",
    "document submit R1 gp --mandatory Coachning=4 --optional Studiebesök=2 --on 2026-01-14",
    "document submit R1 pr --period 2026-02 --hours Coachning=12 --hours Studiebesök=6 --on 2026-03-02",
)


did = did_after(*SETUP, on="2026-01-05", today="2026-05-06")


def supported(did: Did) -> None:
    """A case in IPSU B with a plan in force."""
    for words in SUPPORT:
        did(words, today="2026-03-02")


def mapped(did: Did) -> None:
    """A mapping that is done, reported and confirmed, and that nobody has delivered."""
    for words in MAPPING:
        did(words, today="2026-02-02")


def test_a_mapping_that_its_report_says_was_not_carried_out_is_delivered_as_a_no_show(did: Did) -> None:
    for words in MAPPING:
        did(
            words.replace(" sr", " sr --no-mapping") if words.startswith("document submit") else words,
            today="2026-02-02",
        )
    shown = did("case show A9", today="2026-02-02")
    assert ["mapping.deviation-missing"] == [step["code"] for step in shown["next"]]
    did("document submit A9 avvikelse --from 2026-01-19 --to 2026-01-30 --unknown", today="2026-02-02")
    commands = [
        did("case show A9", today="2026-02-02")["next"][0]["command"],
        did("todo --kind deliver", today="2026-02-02")["todo"][0]["command"],
        did("report money", today="2026-02-02")["money"]["rows"][0]["command"],
        did("invoice build --month 2026-02 --dry-run", today="2026-02-02")["warnings"][0]["command"],
    ]
    assert {"ipsu deliver A9 --no-show"} == set(commands)
    answer = did(commands[0].removeprefix("ipsu "), today="2026-02-02")
    assert (True, []) == (answer["delivery"]["no_show"], answer["warnings"])


def steps(did: Did, words: str = "", **options: Any) -> dict[str, tuple[int, int]]:
    """The steps in which anything stands, each with its count and its sum."""
    money = did(f"report money {words}", **options)["money"]
    assert list(STEPS) == [step["step"] for step in money["steps"]]
    assert money["earned_ore"] == sum(step["net_ore"] for step in money["steps"])
    return {step["step"]: (step["count"], step["net_ore"]) for step in money["steps"] if step["count"]}


def test_a_mapping_that_nobody_delivered_is_asked_for_until_it_is(did: Did) -> None:
    mapped(did)
    march = {"today": "2026-03-31"}
    assert {"undelivered": (1, 9_500_00)} == steps(did, **march)
    (row,) = did("report money", **march)["money"]["rows"]
    assert ("A9", "2026-01", "2026-02-02", 57, "ipsu deliver A9") == tuple(
        row[key] for key in ("case", "month", "since", "days", "command")
    )
    (step,) = did("status", **march)["money"]
    assert ("undelivered", 1, 9_500_00) == (step["step"], step["count"], step["net_ore"])
    (task,) = did("todo", **march)["todo"]
    assert ("deliver", "A9", 9_500_00, "ipsu deliver A9") == (
        task["kind"],
        task["case"],
        task["net_ore"],
        task["command"],
    )
    assert [] == did("invoice build --month 2026-03 --strict", code=6, **march)["invoices"]
    assert "case.undelivered" in [
        warning["code"] for warning in did("case close A9 --on 2026-03-31 --reason completed", **march)["warnings"]
    ]
    assert {"undelivered": (1, 9_500_00)} == steps(did, **march)
    assert ["deliver"] == [task["kind"] for task in did("todo --kind deliver", **march)["todo"]]
    did("deliver A9", **march)
    assert {"ready": (1, 9_500_00)} == steps(did, **march)
    assert [] == did("todo --kind deliver", **march)["todo"]
    assert 1 == len(did("invoice build --month 2026-03 --strict", **march)["invoices"])


def test_a_mapping_that_was_closed_before_its_last_day_is_delivered_on_the_closing_day(did: Did) -> None:
    for words in MAPPING[:3]:
        did(words)
    did("document submit A9 sr --on 2026-01-22", today="2026-01-22")
    did("document confirm A9 sr --on 2026-01-22", today="2026-01-22")
    did("case close A9 --on 2026-01-22 --reason completed", today="2026-01-22")
    for today in ("2026-01-22", "2026-01-23", "2026-03-31"):
        asked = did("todo --kind deliver", today=today)["todo"]
        assert [("A9", "2026-01", "ipsu deliver A9")] == [(row["case"], row["period"], row["command"]) for row in asked]
    delivery = did("deliver A9", today="2026-01-23")["delivery"]
    assert ("2026-01-22", "2026-01-22") == (delivery["from"], delivery["to"])
    assert [] == did("todo --kind deliver", today="2026-03-31")["todo"]


def test_a_mapping_that_lacks_an_answer_is_not_asked_for(did: Did) -> None:
    for words in MAPPING[:-1]:
        did(words, today="2026-02-02")
    assert {} == steps(did)


def test_a_reported_month_of_a_placement_is_asked_for(did: Did) -> None:
    for words in PLACEMENT:
        did(words, today="2026-03-02")
    assert {"undelivered": (1, 28 * 160_00)} == steps(did, today="2026-03-02")
    (task,) = did("todo --kind deliver", today="2026-03-02")["todo"]
    assert ("2026-02", "ipsu deliver R1 --month 2026-02") == (task["period"], task["command"])
    did("document return R1 pr --period 2026-02 --reason x", today="2026-03-02")
    assert {} == steps(did, today="2026-03-02")


def test_work_goes_from_step_to_step_until_it_is_paid(did: Did) -> None:
    supported(did)
    did("deliver B1 19.5 --week 2026-W11", today="2026-04-01")
    net = (1, 8_775_00)
    assert {"ready": net} == steps(did, today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    # Ten working days from 1 April, without Easter, end on 17 April.
    assert {"waiting": net} == steps(did, today="2026-04-17")
    assert {"missing": net} == steps(did, today="2026-04-20")
    did("invoice paid 2026-0001 --on 2026-04-20 --amount 1000", today="2026-04-20")
    assert {"part-paid": net} == steps(did, today="2026-04-20")
    did("invoice paid 2026-0001 --on 2026-04-21", today="2026-04-21")
    assert {"paid": net} == steps(did, today="2026-04-21")


def test_hours_that_no_plan_confirms_are_held(did: Did) -> None:
    did(SUPPORT[0], today="2026-03-02")
    did("plan set B1 2026-W10..2026-W22=20", today="2026-03-02")
    did("deliver B1 19.5 --week 2026-W11", today="2026-04-01")
    (row,) = did("report money", today="2026-04-01")["money"]["rows"]
    assert ("held", "gp.unconfirmed", 8_775_00) == (row["step"], row["code"], row["net_ore"])


def test_a_rejected_line_is_locked_and_a_credited_one_comes_again(did: Did) -> None:
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    did("invoice reject 2026-0001 --case B1 --reason x --not-self-fixable", today="2026-04-01")
    assert {"locked": (1, 4_500_00)} == steps(did, today="2026-04-01")
    did("invoice resolve 2026-0001 --case B1 --outcome upheld", today="2026-04-01")
    did("invoice approve 2026-0001", today="2026-04-01")
    did("invoice paid 2026-0001 --on 2026-04-01", today="2026-04-01")
    did("invoice credit 2026-0001 --case B1 --reason x", today="2026-04-01")
    found = steps(did, today="2026-04-01")
    assert (4_500_00, 4_500_00) == (found["paid"][1], found["ready"][1])
    assert 4_500_00 == sum(net for _, net in found.values())


def test_a_credit_that_is_set_off_whole_is_settled_with_what_it_takes_back(did: Did) -> None:
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    did("invoice approve 2026-0001", today="2026-04-01")
    did("invoice credit 2026-0001 --case B1 --reason x", today="2026-04-01")
    assert {"paid": (2, 0), "ready": (1, 4_500_00)} == steps(did, today="2026-04-30")


def received(did: Did, folder: Path, *numbers: list[list[str]], today: str = "2026-04-10") -> None:
    """Self-invoices of the agency's come."""
    (folder / "in.csv").write_text(csv(*numbers))
    did("invoice receive in.csv", today=today)


def row_of(did: Did, invoice: str, today: str = "2026-04-10") -> tuple[str, str | None]:
    """The step of the only line of an invoice, and what takes it on."""
    (row,) = [row for row in did("report money", today=today)["money"]["rows"] if row["invoice"] == invoice]
    return row["step"], row["command"]


W11 = Line("B1", "2026-03-09", "2026-03-15", 10_00)


def test_a_self_invoice_that_comes_after_the_approval_has_its_own_answer(did: Did, tmp_path: Path) -> None:
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    did("invoice approve 2026-0001", today="2026-04-01")
    received(did, tmp_path, rows("Faktura 7", [W11]))
    step, command = row_of(did, "2026-0001")
    assert ("unanswered", "ipsu invoice approve --received 'Faktura 7'") == (step, command)
    did(f"{command}".removeprefix("ipsu "), today="2026-04-10")
    assert ("unpaid", "ipsu invoice paid 2026-0001 --on DATE") == row_of(did, "2026-0001")


def test_hours_that_were_entered_late_are_not_billed_because_others_are(did: Did, tmp_path: Path) -> None:
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    received(did, tmp_path, rows("1001", [W11]))
    did("invoice approve 2026-0001", today="2026-04-10")
    did("deliver B1 5 --week 2026-W12", today="2026-04-10")
    did("invoice build --month 2026-03", today="2026-04-10")
    assert {"unpaid": (1, 4_500_00), "waiting": (1, 2_250_00)} == steps(did, today="2026-04-10")
    received(did, tmp_path, rows("1002", [Line("B1", "2026-03-16", "2026-03-22", 5_00)]))
    assert {"unpaid": (1, 4_500_00), "unanswered": (1, 2_250_00)} == steps(did, today="2026-04-10")


def test_a_head_alone_bills_the_basis_of_its_total(did: Did) -> None:
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    did("invoice receive --number 1001 --on 2026-04-08 --total 5625 --agreement NM", today="2026-04-10")
    assert ("unanswered", "ipsu invoice approve 2026-0001") == row_of(did, "2026-0001", "2026-05-06")
    did("invoice approve 2026-0001", today="2026-05-06")
    assert {"unpaid": (1, 4_500_00)} == steps(did)
    did("invoice receive --number 1002 --on 2026-04-09 --total 5625 --agreement NM", today="2026-05-06")
    assert {"twice": (1, 4_500_00)} == steps(did)


def test_a_week_of_two_months_does_not_differ_until_both_are_built(did: Did, tmp_path: Path) -> None:
    supported(did)
    for words in ("deliver B1 6 --on 2026-03-31", "invoice build --month 2026-03", "deliver B1 4 --on 2026-04-01"):
        did(words, today="2026-04-07")
    received(did, tmp_path, rows("1001", [Line("B1", "2026-03-30", "2026-04-05", 10_00)]))
    assert ("unanswered", "ipsu invoice build --month 2026-04") == row_of(did, "2026-0001")
    did("invoice build --month 2026-04", today="2026-04-10")
    assert {"unanswered": (2, 4_500_00)} == steps(did, today="2026-04-10")
    received(did, tmp_path, rows("1002", [Line("B1", "2026-03-31", "2026-03-31", 5_00)]))
    assert {"twice": (2, 4_500_00)} == steps(did, today="2026-04-10")


def test_of_what_is_billed_twice_the_one_that_bills_it_again_is_named(did: Did, tmp_path: Path) -> None:
    """Not the newest of the case and month, which may bill another week rightly."""
    supported(did)
    for words in ("deliver B1 10 --week 2026-W11", "deliver B1 10 --week 2026-W12", "invoice build --month 2026-03"):
        did(words, today="2026-04-01")
    for number, line in (("1001", W11), ("1002", W11), ("1003", Line("B1", "2026-03-16", "2026-03-22", 10_00))):
        received(did, tmp_path, rows(number, [line]))
    assert ("twice", "ipsu invoice reconcile 2026-0001 --received 1002") == row_of(did, "2026-0001")


def test_a_number_of_two_self_invoices_is_named_with_its_agreement_and_year(did: Did, tmp_path: Path) -> None:
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    did("invoice build --month 2026-03", today="2026-04-01")
    received(did, tmp_path, rows("1001", [Line("B1", "2026-03-09", "2026-03-15", 11_00)]))
    received(did, tmp_path, rows("1001", [W11], date="2027-01-08"), today="2027-01-10")
    (row,) = did("report money --from 2026-03-01 --to 2026-03-31", today="2027-01-10")["money"]["rows"]
    assert ("twice", "ipsu invoice reconcile 2026-0001 --received 1001 --agreement NM --year 2027") == (
        row["step"], row["command"]
    )  # fmt: skip


def test_a_planned_week_that_nobody_entered_is_told_with_its_kronor_and_not_earned(did: Did) -> None:
    supported(did)
    for week in (10, 12):
        did(f"deliver B1 20 --week 2026-W{week}", today="2026-03-23")
    money = did("report money", today="2026-03-23")["money"]
    assert 18_000_00 == money["earned_ore"]
    (silent,) = money["silent_weeks"]
    assert ("B1", "2026-W11", "2026-03", 20, 9_000_00, "2026-03-15", 8, "todo.week") == tuple(
        silent[key] for key in ("case", "week", "month", "planned_hours", "net_ore", "since", "days", "code")
    )
    (task,) = did("todo --kind week", today="2026-03-23")["todo"]
    assert (9_000_00, silent["command"]) == (task["net_ore"], task["command"])
    closed = did("case close B1 --on 2026-03-23 --reason interrupted --training-result interrupted", today="2026-03-23")
    assert "case.unentered" in [told["code"] for told in closed["warnings"]]
    assert [silent] == did("report money", today="2026-03-23")["money"]["silent_weeks"], "it stays until it is done"
    did("deliver B1 5 --week 2026-W11", today="2026-03-23")
    assert [] == did("report money", today="2026-03-23")["money"]["silent_weeks"]


def test_a_week_with_a_deviation_report_or_an_acknowledgement_is_not_told(did: Did) -> None:
    supported(did)
    words = "document submit B1 avvikelse --from 2026-03-02 --to 2026-03-06 --known --on 2026-03-09"
    did(words, today="2026-03-16")
    assert ["2026-W11"] == [week["week"] for week in did("report money", today="2026-03-16")["money"]["silent_weeks"]]
    did("todo", today="2026-03-16")
    did("acknowledgement add B1 week --period 2026-W11 --reason x", today="2026-03-16")
    assert [] == did("report money", today="2026-03-16")["money"]["silent_weeks"]


def test_only_what_is_asked_for_is_shown_and_the_sums_stay(did: Did) -> None:
    mapped(did)
    supported(did)
    did("deliver B1 10 --week 2026-W11", today="2026-04-01")
    money = did("report money --step held --step undelivered", today="2026-04-01")["money"]
    assert ["undelivered"] == [row["step"] for row in money["rows"]]
    assert 14_000_00 == money["earned_ore"]
    assert {"ready": (1, 4_500_00)} == steps(did, "--month 2026-03", today="2026-04-01")


def test_what_has_waited_too_long_ends_with_its_code(did: Did) -> None:
    mapped(did)
    did("report money --fail-on-stuck 57", today="2026-03-31")
    did("report money --fail-on-stuck 56", today="2026-03-31", code=6)


def test_the_answer_is_kept_as_a_workbook_with_its_three_tables(did: Did, tmp_path: Path) -> None:
    mapped(did)
    assert "money.xlsx" == did("report money --excel money.xlsx")["excel"]
    book = openpyxl.load_workbook(tmp_path / "money.xlsx")
    assert 3 == len(book.sheetnames)
    assert 9500 in [cell.value for row in book.worksheets[1].iter_rows() for cell in row]


def test_a_month_has_what_is_earned_expected_and_possible(did: Did) -> None:
    supported(did)
    for week in (10, 11):
        did(f"deliver B1 10 --week 2026-W{week}", today="2026-03-15")
    months = did("report money --from 2026-03-01 --to 2026-05-31", today="2026-03-16")["money"]["months"]
    # Weeks 10 and 11 were half delivered; 12 and 13 lie in March, 14 to 18 in April, 19 to 22 in May.
    assert [
        ("2026-03", 9_000_00, 9_000_00 + 2 * 4_500_00, 4 * 9_000_00),
        ("2026-04", 0, 5 * 4_500_00, 5 * 9_000_00),
        ("2026-05", 0, 4 * 4_500_00, 4 * 9_000_00),
    ] == [tuple(month.values()) for month in months]


def test_what_is_ready_is_built_in_the_first_open_month(did: Did) -> None:
    """A correction of a closed month goes to the open one, and the command can be typed."""
    for words in SUPPORT:
        did(words)
    for words in ("deliver B1 10 --on 2026-03-10", "invoice build --month 2026-03", "period close 2026-03"):
        did(words)
    did("delivery correct 1 8 --reason fel")
    commands = {
        row["command"]
        for row in did("report money --from 2026-01-01 --to 2026-12-31")["money"]["rows"]
        if row["step"] == "ready"
    }
    assert {"ipsu invoice build --month 2026-04"} == commands
    did("invoice build --month 2026-04")

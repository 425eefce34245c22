"""What the register promises to keep: the former rows, a line in the log a change, and every step of an invoice."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.typed import Did, did_after

Ask = Callable[..., list[Any]]

SUPPORT = (
    "--service ipsu-b --agreement IPSU-1 --training Svetsare --training-type labour-market-training "
    "--training-from 2026-01-12 --training-to 2026-06-05"
)
SETUP = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    f"case add B1 --personnummer 19900101-9802 --name 'Test Person' --from 2026-03-02 --to 2026-03-22 {SUPPORT}",
    "plan set B1 2026-W10..2026-W11=20 2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-02",
)


did = did_after(*SETUP, on="2026-03-02", today="2026-03-22")


@pytest.fixture
def refused(ipsu: Program) -> Callable[..., str]:
    """Types a command that must be refused by a rule, and gives the rule's code."""

    def run(words: str, today: str = "2026-03-22") -> str:
        result = ipsu(f"{words} --json", today=today)
        assert 1 == result.code, words
        code: str = json.loads(result.err)["error"]["code"]
        return code

    return run


@pytest.fixture
def ask(db: Path) -> Ask:
    """The rows that a question to the file gives."""

    def rows(sql: str) -> list[Any]:
        conn = sqlite3.connect(db)
        try:
            return conn.execute(sql).fetchall()
        finally:
            conn.close()

    return rows


def lines(invoice: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(line["case"], line["quantity"], line["net_ore"], line["status"]) for line in invoice["lines"]]


def build(did: Did, month: str = "2026-03", today: str = "2026-03-22") -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = did(f"invoice build --month {month}", today=today)["invoices"]
    return made


# ---------------------------------------------------------------------------------------------------------
# What was


def test_a_decision_does_not_lead_into_the_next_case_of_the_person(did: Did, ipsu: Program) -> None:
    did("case close B1 --on 2026-03-22 --reason completed --training-result passed")
    person = "--personnummer 19900101-9802 --name 'Test Person' --from 2026-03-29 --to 2026-04-26"
    did(f"case add B2 {person} {SUPPORT}")
    did("case close B2 --on 2026-04-26 --reason completed --training-result passed", today="2026-04-26")
    did("case reopen B1 --reason fel", today="2026-04-26")
    did("case decide B1 --to 2026-03-29 --on 2026-04-26", today="2026-04-26")
    refused = json.loads(ipsu("case decide B1 --to 2026-03-30 --on 2026-04-26 --json", today="2026-04-26").err)["error"]
    assert ("decision.overlaps", "B2") == (refused["code"], refused["details"]["other"])


def test_edit_corrects_the_reason_that_a_case_of_the_agencys_was_closed_for(did: Did, ipsu: Program) -> None:
    did("case edit B1 --coach Kim --reason 'Nadia slutar'")  # of an open case it is why
    did("case close B1 --on 2026-03-22 --reason completed --training-result passed")
    refused = json.loads(ipsu("case edit B1 --reason interrupted --json", today="2026-03-22").err)["error"]
    assert "case.result-contradicts" == refused["code"]
    assert "work" == did("case edit B1 --reason work")["reason"] == did("case show B1")["reason"]


def test_a_delivery_that_is_corrected_and_cancelled_leaves_what_it_was(did: Did, ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03", today="2026-03-03")
    did("delivery correct 1 6 --reason 'Fel tid'", today="2026-03-05")
    did("delivery cancel 1 --reason 'Fel ärende'", today="2026-03-09")
    past = ask("SELECT quantity, cancelled, entered_on, ceased_on FROM deliveries_past ORDER BY ceased_by")
    assert [(800, 0, "2026-03-03", "2026-03-05"), (600, 0, "2026-03-05", "2026-03-09")] == past
    assert [(600, 1, "2026-03-09")] == ask("SELECT quantity, cancelled, entered_on FROM deliveries")
    assert [("Fel tid",), ("Fel ärende",)] == ask("SELECT text FROM reasons ORDER BY id")


def test_what_the_register_said_at_the_end_of_a_day_is_one_question(did: Did, ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03", today="2026-03-03")
    did("delivery correct 1 6 --reason x", today="2026-03-05")
    question = (
        "SELECT quantity FROM deliveries_ever WHERE entered_on <= '{0}' AND (ceased_on IS NULL OR ceased_on > '{0}')"
    )
    prices = [ask(question.format(f"2026-03-0{day}")) for day in (2, 3, 4, 5)]
    assert [[], [(800,)], [(800,)], [(600,)]] == prices


def test_every_version_of_a_plan_stays_with_each_of_its_steps(did: Did, ask: Ask) -> None:
    did("plan set B1 2026-W10..2026-W12=20 --reason 'Mer stöd'", today="2026-03-04")
    did("document submit B1 gp", today="2026-03-05")
    did("document confirm B1 gp", today="2026-03-06")
    past = ask("SELECT version, status, entered_on, ceased_on FROM documents_past ORDER BY ceased_by")
    assert [(2, "draft", "2026-03-04", "2026-03-05"), (2, "submitted", "2026-03-05", "2026-03-06")] == past
    now = ask("SELECT version, status, reason FROM documents WHERE type = 'gp' ORDER BY version")
    assert [(1, "confirmed", None), (2, "confirmed", "Mer stöd")] == now
    weeks = ask("SELECT count(*), sum(hours) FROM plan_weeks GROUP BY document_id ORDER BY document_id")
    assert [(3, 5000), (3, 6000)] == weeks
    history = did("plan history B1")["plans"]
    assert [(1, 50), (2, 60)] == [(plan["version"], plan["planned_hours"]) for plan in history]


def test_a_document_that_is_returned_stays_and_a_new_version_follows(did: Did, ask: Ask) -> None:
    did("document submit B1 sr", today="2026-03-20")
    did("document return B1 sr --reason 'Saknar hjälpmedel'", today="2026-03-21")
    did("document submit B1 sr", today="2026-03-22")
    now = ask("SELECT version, status FROM documents WHERE type = 'sr' ORDER BY version")
    assert [(1, "returned"), (2, "submitted")] == now
    assert [("submitted", "2026-03-20", "2026-03-21")] == ask(
        "SELECT status, entered_on, ceased_on FROM documents_past WHERE type = 'sr'"
    )


def test_a_case_that_is_edited_leaves_what_it_was(did: Did, ask: Ask) -> None:
    did("case edit B1 --coach Kim", today="2026-03-03")
    did("case edit B1 --coach Alex --name 'Nytt Namn'", today="2026-03-05")
    past = ask("SELECT coach, entered_on, ceased_on FROM cases_past ORDER BY ceased_by")
    assert [(None, "2026-03-02", "2026-03-03"), ("Kim", "2026-03-03", "2026-03-05")] == past
    people = ask("SELECT name, entered_on, ceased_on FROM people_past")
    assert [("Test Person", "2026-03-02", "2026-03-05")] == people


def test_an_edit_that_changes_nothing_leaves_nothing(did: Did, ask: Ask) -> None:
    did("case edit B1 --coach Kim", today="2026-03-03")
    did("case edit B1 --coach Kim", today="2026-03-05")
    assert [(None,)] == ask("SELECT coach FROM cases_past")


def test_a_decision_leaves_the_former_period(did: Did, ask: Ask) -> None:
    did("case decide B1 --to 2026-03-29 --on 2026-03-18", today="2026-03-19")
    did("case decide B1 --to 2026-03-15 --on 2026-03-20", today="2026-03-20")
    past = ask("SELECT to_day, entered_on, ceased_on FROM cases_past ORDER BY ceased_by")
    assert [("2026-03-22", "2026-03-02", "2026-03-19"), ("2026-03-29", "2026-03-19", "2026-03-20")] == past
    decided = ask("SELECT to_day, on_day, entered_on FROM decisions ORDER BY id")
    assert [("2026-03-29", "2026-03-18", "2026-03-19"), ("2026-03-15", "2026-03-20", "2026-03-20")] == decided


def test_a_first_plan_within_the_first_period_does_not_wait_for_a_later_decision(did: Did) -> None:
    did(f"case add B2 --personnummer 19850505-2384 --name x --from 2026-03-02 --to 2026-03-22 {SUPPORT}")
    did("case decide B2 --to 2026-03-29 --on 2026-03-18")
    did("plan set B2 2026-W10..2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-04")


def test_a_first_plan_beyond_the_first_period_waits_for_the_decision(did: Did, refused: Callable[..., str]) -> None:
    did(f"case add B2 --personnummer 19850505-2384 --name x --from 2026-03-02 --to 2026-03-22 {SUPPORT}")
    did("case decide B2 --to 2026-03-29 --on 2026-03-18")
    assert "plan.before-decision" == refused("plan set B2 2026-W10..2026-W13=10 --submitted 2026-03-17")
    did("plan set B2 2026-W10..2026-W13=10 --submitted 2026-03-18")


def test_a_case_that_is_closed_and_reopened_leaves_both_and_why(did: Did, ask: Ask) -> None:
    did("case close B1 --on 2026-03-20 --reason completed --training-result passed", today="2026-03-20")
    did("case reopen B1 --reason 'För tidigt'", today="2026-03-21")
    assert [(None,), ("2026-03-20",)] == ask("SELECT closed_on FROM cases_past ORDER BY ceased_by")
    assert [(None, None, None)] == ask("SELECT closed_on, close_reason, training_result FROM cases")
    assert [("För tidigt",)] == ask("SELECT text FROM reasons")


@pytest.mark.parametrize("table", ["deliveries", "cases", "documents", "people", "prices", "decisions"])
def test_the_past_cannot_be_changed(did: Did, db: Path, table: str) -> None:
    did("deliver B1 8 --on 2026-03-03")
    did("delivery correct 1 6 --reason x")
    did("case edit B1 --coach Kim --name 'Nytt Namn'")
    did("price set IPSU-1 ipsu-b 460 --unit hour --from 2025-01-01")
    did("document submit B1 sr")
    did("document confirm B1 sr")
    conn = sqlite3.connect(db)
    if table == "decisions":
        assert [] == conn.execute("SELECT * FROM decisions_past").fetchall()
        return
    assert [] != conn.execute(f"SELECT * FROM {table}_past").fetchall()
    for statement in (f"DELETE FROM {table}_past", f"UPDATE {table}_past SET ceased_on = '2020-01-01'"):
        with pytest.raises(sqlite3.IntegrityError):
            conn.execute(statement)
    conn.close()


# ---------------------------------------------------------------------------------------------------------
# The log

WRITING = {
    "agreement add IPSU-9 --service ipsu --area x --from 2025-01-01": "agreement add",
    "price set IPSU-1 ipsu-a 9500 --unit case --from 2025-01-01": "price set",
    "setting set eves working": "setting set",
    f"case add B2 --personnummer 19850505-2384 --name x --from 2026-03-02 --to 2026-03-22 {SUPPORT}": "case add",
    "case edit B2 --coach Kim": "case edit",
    "case show B2 --reveal": "case show --reveal",
    "case decide B2 --to 2026-03-29 --on 2026-03-18": "case decide",
    "plan set B2 2026-W10=20": "plan set",
    "document submit B2 gp": "document submit",
    "document return B2 gp --reason x": "document return",
    "plan set B2 2026-W10=20 2026-W12=10 --reason x --submitted 2026-03-22": "plan set",
    "document confirm B2 gp": "document confirm",
    "document unconfirm B2 gp --reason x": "document unconfirm",
    "document confirm --all gp --month 2026-03": "document confirm",
    "deliver B2 5 --on 2026-03-03": "deliver",
    "deliver B2 3 --week 2026-W10": "deliver",
    "delivery correct 1 6 --reason x": "delivery correct",
    "delivery cancel 2 --reason x": "delivery cancel",
    "invoice build --month 2026-03": "invoice build",
    "delivery correct 1 4 --reason x": "delivery correct",
    "invoice reject 2026-0001 --case B2 --reason x --not-self-fixable": "invoice reject",
    "invoice resolve 2026-0001 --case B2 --outcome upheld": "invoice resolve",
    "invoice approve 2026-0001": "invoice approve",
    "invoice paid 2026-0001 --on 2026-03-22 --amount 100": "invoice paid",
    "deliver B1 5 --on 2026-03-03": "deliver",
    "invoice build --month 2026-03 --dry-run": "",
    "invoice build --month 2026-03 --agreement IPSU-1": "invoice build",
    "invoice cancel 2026-0002 --reason x": "invoice cancel",
    "case close B2 --on 2026-03-20 --reason completed": "case close",
    "case reopen B2 --reason x": "case reopen",
    "import deliveries in.csv": "import deliveries",
    "import deliveries in.csv --key again": "import deliveries",
}
ASKING = (
    "case list", "case show B1", "plan show B1", "plan history B1", "document list B1", "delivery list",
    "agreement list", "price list", "setting list", "invoice list", "explain", "help",
)  # fmt: skip


def test_every_command_that_writes_leaves_one_line_in_the_log(did: Did, ask: Ask, db: Path) -> None:
    (db.parent / "in.csv").write_text("case;on;hours\nB1;2026-03-04;2\n")
    for words, command in WRITING.items():
        before = ask("SELECT id FROM changes ORDER BY id")
        did(words)
        after = ask("SELECT id, command, today FROM changes ORDER BY id")
        added = [(command, "2026-03-22")] if command else []
        assert added == [row[1:] for row in after[len(before) :]], words
    assert [] == ask("SELECT id FROM changes WHERE digest IS NULL OR length(digest) <> 32")
    assert [] == ask("SELECT id FROM changes WHERE who = '' OR at NOT LIKE '20__-__-__T%Z'")
    ids = ask("SELECT id FROM changes ORDER BY id")
    assert [(number,) for number in range(1, len(ids) + 1)] == ids


def test_no_two_lines_of_the_log_have_the_same_digest(did: Did, ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03")
    did("deliver B1 8 --on 2026-03-03")
    digests = ask("SELECT digest FROM changes")
    assert len(set(digests)) == len(digests)


def test_a_line_in_the_log_names_its_case_or_its_invoice(did: Did, ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03")
    did("delivery correct 1 6 --reason x")
    build(did)
    did("invoice approve 2026-0001")
    assert [("deliver", 1, None), ("delivery correct", 1, None), ("invoice build", None, None),
            ("invoice approve", None, 1)] == ask(
        "SELECT command, case_id, invoice_id FROM changes ORDER BY id DESC LIMIT 4"
    )[::-1]  # fmt: skip


def test_a_line_in_the_log_about_several_cases_names_none(did: Did, ask: Ask, db: Path) -> None:
    did(f"case add B2 --personnummer 19900102-9801 --name Ada --from 2026-03-02 --to 2026-03-22 {SUPPORT}")
    did("plan set B2 2026-W10=20 --submitted 2026-03-02 --confirmed 2026-03-02")
    for rows in ("B1;2026-03-03;8\nB2;2026-03-03;8\n", "B1;2026-03-04;7\nB1;2026-03-05;7\n"):
        (db.parent / "in.csv").write_text("case;on;hours\n" + rows)
        did("import deliveries in.csv")
    assert [(None,), (1,)] == ask("SELECT case_id FROM changes WHERE command = 'import deliveries' ORDER BY id")


@pytest.mark.parametrize("words", ASKING)
def test_a_question_leaves_no_line_in_the_log(did: Did, ask: Ask, words: str) -> None:
    before = ask("SELECT * FROM changes")
    did(words)
    assert before == ask("SELECT * FROM changes")


@pytest.mark.parametrize(
    "words",
    ["deliver B1 60 --on 2026-03-03", "deliver B1 2 --on 2026-03-23", "case close B1 --on 2027-01-01 --reason work"],
)
def test_what_is_refused_leaves_no_line_in_the_log(did: Did, refused: Callable[..., str], ask: Ask, words: str) -> None:
    before = ask("SELECT * FROM changes")
    refused(words)
    assert before == ask("SELECT * FROM changes")


def test_a_dry_run_leaves_nothing_and_answers_like_the_run(did: Did, db: Path) -> None:
    did("deliver B1 8 --on 2026-03-03")
    (db.parent / "in.csv").write_text("case;on;hours\nB1;2026-03-04;2\n")
    before = program.dump(db)
    rehearsed = did("invoice build --month 2026-03 --dry-run")
    assert 1 == did("import deliveries in.csv --dry-run")["import"]["added"]
    assert before == program.dump(db)
    real = did("invoice build --month 2026-03")
    assert [None] == [invoice.pop("number") for invoice in rehearsed["invoices"]]
    assert ["2026-0001"] == [invoice.pop("number") for invoice in real["invoices"]]
    assert real == rehearsed


# ---------------------------------------------------------------------------------------------------------
# An invoice from its making to its payment


def rejected(did: Did) -> dict[str, Any]:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    invoice: dict[str, Any] = did("invoice reject 2026-0001 --case B1 --reason 'Fel pris' --not-self-fixable")[
        "invoice"
    ]
    return invoice


def test_a_rejected_invoice_locks_its_case_for_deliveries_and_invoices(
    did: Did, refused: Callable[..., str], ask: Ask
) -> None:
    invoice = rejected(did)
    assert ("rejected", [("B1", 8, 360000, "rejected")]) == (invoice["status"], lines(invoice))
    locked = did("case show B1")["locked"]
    assert ("2026-03-22", "2026-0001", "Fel pris") == (locked["since"], locked["invoice"], locked["reason"])
    for words in ("deliver B1 2 --on 2026-03-04", "delivery correct 1 6 --reason x", "delivery cancel 1 --reason x"):
        assert "delivery.locked" == refused(words)
    did("document submit B1 sr")
    assert [] == build(did)
    assert [("Fel pris", "2026-03-22", None, None)] == ask("SELECT reason, opened, closed, outcome FROM investigations")


def test_a_corrected_case_comes_again_in_the_next_build_and_its_former_line_is_kept(did: Did, ask: Ask) -> None:
    rejected(did)
    invoice = did("invoice resolve 2026-0001 --case B1 --outcome corrected")["invoice"]
    assert ("created", [("B1", 8, 360000, "corrected")]) == (invoice["status"], lines(invoice))
    assert (360000, 450000, 0) == (invoice["net_ore"], invoice["total_ore"], invoice["open_ore"])
    assert [(1, 1)] == ask("SELECT line_id, delivery_id FROM released")
    assert "free" == did("delivery list B1")["deliveries"][0]["status"]
    did("delivery correct 1 6 --reason x")
    again = build(did)
    assert [("2026-0002", 270000, [("B1", 6, 270000, "created")])] == [
        (built["number"], built["net_ore"], lines(built)) for built in again
    ]
    assert [("corrected",), ("created",)] == ask("SELECT status FROM invoice_lines ORDER BY id")
    assert [(1, 2)] == ask("SELECT delivery_id, line_id FROM invoiced")


def test_an_upheld_case_keeps_its_lines_and_takes_deliveries_again(did: Did) -> None:
    rejected(did)
    invoice = did("invoice resolve 2026-0001 --case B1 --outcome upheld")["invoice"]
    assert ("created", [("B1", 8, 360000, "created")]) == (invoice["status"], lines(invoice))
    assert None is did("case show B1")["locked"]
    assert [] == build(did)
    did("deliver B1 2 --on 2026-03-04")
    assert [("2026-0002", 90000)] == [(built["number"], built["net_ore"]) for built in build(did)]
    assert "approved" == did("invoice approve 2026-0001")["invoice"]["status"]


def test_a_cancelled_invoice_frees_its_deliveries_and_keeps_its_number(did: Did, ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    invoice = did("invoice cancel 2026-0001 --reason 'Fel månad'")["invoice"]
    assert ("cancelled", 360000, 0) == (invoice["status"], invoice["net_ore"], invoice["open_ore"])
    assert [(1, 1)] == ask("SELECT line_id, delivery_id FROM released")
    assert [("2026-0002", 360000)] == [(built["number"], built["net_ore"]) for built in build(did)]


def test_built_again_there_is_nothing_new(did: Did, db: Path) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    before = program.dump(db)
    assert {"invoices": [], "held": [], "warnings": []} == did("invoice build --month 2026-03")
    assert before == program.dump(db)


def test_a_correction_of_what_is_invoiced_makes_a_negative_line(did: Did, ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    answer = did("delivery correct 1 6 --reason 'Fel tid'")
    assert ("free", 6, 3) == (answer["delivery"]["status"], answer["delivery"]["hours"], answer["delivery"]["id"])
    assert (-8, 1) == (answer["reversal"]["hours"], answer["reversal"]["reverses"])
    assert (50, 6, 44) == tuple(answer["plan"].values())
    assert [(1, 800)] == ask("SELECT id, quantity FROM deliveries WHERE id = 1")
    credit = build(did)[0]
    assert ("credit", "2026-0001", -90000, -22500, -112500) == (
        credit["kind"], credit["refers_to"], credit["net_ore"], credit["vat_ore"], credit["total_ore"],
    )  # fmt: skip
    quantities = sorted((line["quantity"], line["net_ore"], line["refers_to"]) for line in credit["lines"])
    assert [(-8, -360000, "2026-0001"), (6, 270000, None)] == quantities
    assert 360000 == did("invoice show 2026-0001")["invoice"]["net_ore"]


def test_a_correction_below_more_work_stays_an_invoice(did: Did) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    did("delivery correct 1 6 --reason x")
    did("deliver B1 4 --on 2026-03-10")
    invoice = build(did)[0]
    assert ("invoice", None, 90000) == (invoice["kind"], invoice["refers_to"], invoice["net_ore"])
    quantities = sorted((line["quantity"], line["refers_to"]) for line in invoice["lines"])
    assert [(-8, "2026-0001"), (10, None)] == quantities


def test_a_correction_keeps_the_price_of_the_line_that_it_reverses(did: Did) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    did("price set IPSU-1 ipsu-b 500 --unit hour --from 2025-01-01")
    did("delivery cancel 1 --reason x")
    assert [(-8, 45000, -360000)] == [
        (line["quantity"], line["unit_price_ore"], line["net_ore"]) for line in build(did)[0]["lines"]
    ]


@pytest.mark.parametrize("step", ["cancel", "resolve"])
def test_a_correction_survives_that_its_invoice_is_taken_back(did: Did, step: str) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    did("delivery correct 1 6 --reason x")
    if step == "cancel":
        did("invoice cancel 2026-0001 --reason x")
    else:
        did("invoice reject 2026-0001 --case B1 --reason x --not-self-fixable")
        did("invoice resolve 2026-0001 --case B1 --outcome corrected")
    assert [270000] == [invoice["net_ore"] for invoice in build(did)]
    assert [] == build(did)


def test_a_cancellation_survives_that_its_invoice_is_taken_back(did: Did) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    did("delivery cancel 1 --reason x")
    did("invoice cancel 2026-0001 --reason x")
    assert 0 == sum(invoice["net_ore"] for invoice in build(did))


def test_what_a_decision_left_over_delivered_is_corrected_step_by_step(did: Did) -> None:
    did("case decide B1 --to 2026-03-29 --on 2026-03-03")
    for day in ("03", "10"):
        did(f"deliver B1 20 --on 2026-03-{day}")
    did("deliver B1 10 --on 2026-03-17")
    assert ["decision.delivered-after", "case.over-delivered"] == [
        warning["code"] for warning in did_with_warnings(did, "case decide B1 --to 2026-03-15 --on 2026-03-18")
    ]
    assert (40, 45, -5) == tuple(did("delivery correct 1 15 --reason x")["plan"].values())
    assert (40, 40, 0) == tuple(did("delivery correct 2 15 --reason x")["plan"].values())


def did_with_warnings(did: Did, words: str) -> list[dict[str, Any]]:
    warnings: list[dict[str, Any]] = did(words)["warnings"]
    return warnings


def test_what_is_over_delivered_takes_no_hours_until_it_is_corrected(did: Did, refused: Callable[..., str]) -> None:
    for day, hours in (("03", 20), ("10", 20), ("17", 10)):
        did(f"deliver B1 {hours} --on 2026-03-{day}")
    did("case decide B1 --to 2026-03-15 --on 2026-03-18")
    assert -10 == did("case show B1")["plan"]["remaining_hours"]
    assert "delivery.over-plan" == refused("deliver B1 1 --on 2026-03-04")
    did("delivery cancel 3 --reason x")
    assert 0 == did("case show B1")["plan"]["remaining_hours"]


def test_numbers_are_unbroken_within_the_year_that_they_are_made_in(did: Did) -> None:
    numbers = []
    for day, made in (("03", "2026-03-22"), ("04", "2026-12-31"), ("05", "2027-01-01"), ("06", "2027-02-01")):
        did(f"deliver B1 2 --on 2026-03-{day}")
        did("invoice build --month 2026-03 --dry-run", today=made)
        numbers += [invoice["number"] for invoice in build(did, today=made)]
    assert ["2026-0001", "2026-0002", "2027-0001", "2027-0002"] == numbers


def test_a_number_is_made_in_the_year_of_today_even_after_a_later_one(did: Did) -> None:
    for day, made in (("03", "2027-01-01"), ("04", "2026-12-31")):
        did(f"deliver B1 2 --on 2026-03-{day}")
        build(did, today=made)
    assert ["2026-0001", "2027-0001"] == [invoice["number"] for invoice in did("invoice list")["invoices"]]


def test_an_agreement_is_named_twice_and_built_once(did: Did) -> None:
    did("deliver B1 8 --on 2026-03-03")
    made = did("invoice build --month 2026-03 --agreement IPSU-1 --agreement IPSU-1")["invoices"]
    assert [360000] == [invoice["net_ore"] for invoice in made]


def test_payment_comes_after_the_month_that_the_basis_was_made_in(did: Did) -> None:
    did("deliver B1 8 --on 2026-03-03")
    assert ["2026-06-01"] == [invoice["payable_from"] for invoice in build(did, today="2026-05-04")]


def test_payment_may_come_after_the_month_worked(did: Did) -> None:
    did("agreement add IPSU-2 --service ipsu --area x --from 2025-01-01 --payout worked")
    did("price set IPSU-2 ipsu-b 450 --unit hour --from 2025-01-01")
    did("case edit B1 --agreement IPSU-2")
    did("deliver B1 8 --on 2026-03-03")
    assert ["2026-04-01"] == [invoice["payable_from"] for invoice in build(did, today="2026-05-04")]


def test_a_week_over_two_months_stands_on_two_invoices(did: Did) -> None:
    did("case decide B1 --to 2026-04-05 --on 2026-03-18")
    did("plan set B1 2026-W10..2026-W11=20 2026-W12..2026-W14=10 --reason x --submitted 2026-03-18")
    for day, hours in (("03-30", 4), ("03-31", 3), ("04-01", 2), ("04-02", 1)):
        did(f"deliver B1 {hours} --on 2026-{day}", today="2026-04-05")
    march, april = build(did, "2026-03", "2026-04-05"), build(did, "2026-04", "2026-04-05")
    assert [("2026-0001", "2026-03", 315000)] == [(e["number"], e["month"], e["net_ore"]) for e in march]
    assert [("2026-0002", "2026-04", 135000)] == [(e["number"], e["month"], e["net_ore"]) for e in april]


def test_a_late_delivery_of_an_earlier_month_is_a_line_of_its_own(did: Did) -> None:
    did("case decide B1 --to 2026-04-05 --on 2026-03-18")
    did("deliver B1 4 --on 2026-03-30", today="2026-04-05")
    did("deliver B1 6 --on 2026-04-01", today="2026-04-05")
    invoice = build(did, "2026-04", "2026-04-05")[0]
    assert [("2026-03-30", 4), ("2026-04-01", 6)] == [(line["from"], line["quantity"]) for line in invoice["lines"]]


def test_an_invoice_is_approved_part_paid_and_paid(did: Did, refused: Callable[..., str], ask: Ask) -> None:
    did("deliver B1 8 --on 2026-03-03")
    build(did)
    steps = [
        did(f"invoice {words}")["invoice"]
        for words in (
            "approve 2026-0001",
            "paid 2026-0001 --on 2026-03-22 --amount 1000,50",
            "paid 2026-0001 --on 2026-03-22",
        )
    ]
    states = [(step["status"], step["paid_ore"], step["open_ore"], step["total_ore"]) for step in steps]
    assert [
        ("approved", 0, 450000, 450000),
        ("part-paid", 100050, 349950, 450000),
        ("paid", 450000, 0, 450000),
    ] == states
    assert "invoice.status" == refused("invoice paid 2026-0001 --on 2026-03-22")
    assert [(100050,), (349950,)] == ask("SELECT amount_ore FROM payments ORDER BY id")
    past = ask("SELECT status FROM invoices_past ORDER BY ceased_by")
    assert [("created",), ("approved",), ("part-paid",)] == past


def test_vat_is_taken_on_the_sum_and_lines_are_rounded_half_away_from_zero(did: Did) -> None:
    did("price set IPSU-1 ipsu-b 0,50 --unit hour --from 2025-01-01")
    did("deliver B1 0,01 --on 2026-03-03")
    line = build(did)[0]["lines"][0]
    assert (0.01, 50, 1) == (line["quantity"], line["unit_price_ore"], line["net_ore"])


def test_what_is_not_ready_is_held_with_why_and_what_to_do(did: Did) -> None:
    did(f"case add B2 --personnummer 19850505-2384 --name x --from 2026-03-02 --to 2026-03-22 {SUPPORT}")
    did("plan set B2 2026-W10=20")
    did("deliver B2 5 --on 2026-03-03")
    held = did("invoice build --month 2026-03")["held"]
    assert [("B2", "gp.unconfirmed", "ipsu document submit B2 gp")] == [
        (row["case"], row["code"], row["command"]) for row in held
    ]
    did("document submit B2 gp --on 2026-03-02")
    assert ["ipsu document confirm B2 gp"] == [row["command"] for row in did("invoice build --month 2026-03")["held"]]
    did("document confirm B2 gp")
    assert [225000] == [invoice["net_ore"] for invoice in build(did)]


def test_one_price_is_one_line_however_often_it_was_set(did: Did) -> None:
    did("price set IPSU-1 ipsu-b 450 --unit hour --from 2026-03-10")
    did("deliver B1 8 --on 2026-03-03")
    did("deliver B1 2 --on 2026-03-12")
    assert [(10, 450000)] == [(line["quantity"], line["net_ore"]) for line in build(did)[0]["lines"]]


def test_a_new_price_holds_from_its_day(did: Did) -> None:
    did("price set IPSU-1 ipsu-b 500 --unit hour --from 2026-03-10")
    did("deliver B1 8 --on 2026-03-09")
    did("deliver B1 2 --on 2026-03-10")
    assert [(8, 45000, 360000), (2, 50000, 100000)] == [
        (line["quantity"], line["unit_price_ore"], line["net_ore"]) for line in build(did)[0]["lines"]
    ]

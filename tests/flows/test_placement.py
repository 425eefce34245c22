"""Rusta och matcha from the first plan to the invoice, typed as an office types it, in both systems."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.self_invoices import Line, csv, rows
from tests.typed import Did, did_after

OFFICE = (
    "agreement add ROM --service rusta-matcha --area Norr --from 2021-01-01",
    "agreement add ROM-P --service rusta-matcha --area Syd --from 2021-01-01 --billing peppol",
    "price set ROM rusta-matcha 110.50 --unit day --from 2021-01-01",
    "price set ROM rusta-matcha 15000 --unit result --from 2021-01-01",
    "price set ROM rusta-matcha 21000 --unit result --level B --from 2021-01-01",
    "price set ROM-P rusta-matcha 2900 --unit month --level A --from 2021-01-01",
    "case add K1 --service rusta-matcha --agreement ROM --personnummer 19900101-9802 --name 'Test Person' "
    "--from 2026-02-09 --to 2026-08-08 --system ka-webb --level B",
    "case add M1 --service rusta-matcha --agreement ROM-P --personnummer 19850505-2384 --name 'Annan Person' "
    "--from 2026-02-09 --to 2026-08-08 --system msfa --level A",
    *(
        line
        for case in ("K1", "M1")
        for line in (
            f"document submit {case} iup --goal Lagerarbete --own-search 20 --supplier 20 --on 2026-02-10",
            f"document submit {case} gp --mandatory matchning=5 --mandatory coachning=2,5 --optional verkstad=3 "
            "--on 2026-02-11",
        )
    ),
)
FEBRUARY = "--period 2026-02 --hours matchning=6 --hours 'Coachning=4' --hours verkstad=0"


did = did_after(*OFFICE, on="2026-03-10")


@pytest.fixture
def refused(ipsu: Program, db: Path, did: Did) -> Did:
    """Run a command that must be refused and change nothing; gives its exit code and its error."""

    def run(words: str, today: str = "2026-03-10") -> Any:
        before = program.dump(db)
        answer = ipsu(f"{words} --json", today=today)
        assert program.dump(db) == before
        return answer.code, json.loads(answer.err)["error"]

    return run


def test_a_month_in_ka_webb_is_delivered_with_its_report_and_invoiced(did: Did, refused: Did) -> None:
    code, error = refused("deliver K1 --month 2026-02")
    assert (code, error["code"], error["rule"]) == (1, "delivery.pr-missing", "R17")
    did(f"document submit K1 pr {FEBRUARY}")
    delivery = did("deliver K1 --month 2026-02")["delivery"]
    assert (delivery["from"], delivery["to"]) == ("2026-02-09", "2026-02-28")
    assert (delivery["quantity"], delivery["unit"], delivery["hours"], delivery["status"]) == (20, "day", None, "free")
    assert (delivery["week"], delivery["month"]) == (None, "2026-02")
    (line,) = did("invoice build --month 2026-02")["invoices"][0]["lines"]
    assert (line["quantity"], line["unit_price_ore"], line["net_ore"]) == (20, 11050, 221000)


def test_what_a_report_says_nothing_of_is_filled_in_by_one_command(did: Did, refused: Did) -> None:
    _, error = refused("document submit K1 pr --period 2026-02 --hours matchning=6,5")
    (command,) = {missing["command"] for missing in error["details"]["missing"]}
    assert 2 == len(error["details"]["missing"])
    assert error["hint"].endswith(command)
    assert "--hours matchning=6.5 --hours coachning=0 --hours verkstad=0" in command
    did(command.removeprefix("ipsu "))


def test_the_unit_of_a_month_may_be_said(did: Did, refused: Did) -> None:
    did(f"document submit K1 pr {FEBRUARY}")
    assert refused("deliver K1 --month 2026-02 --unit result")[0] == 2
    answer = did("deliver K1 --month 2026-02 --unit month")
    assert (answer["delivery"]["quantity"], answer["delivery"]["unit"]) == (1, "month")
    assert [warning["code"] for warning in answer["warnings"]] == ["delivery.unpriced"]


def test_a_month_in_msfa_waits_for_its_report_to_be_approved(did: Did) -> None:
    did(f"document submit M1 pr {FEBRUARY}")
    delivery = did("deliver M1 --month 2026-02")["delivery"]
    assert (delivery["quantity"], delivery["unit"]) == (1, "month")
    answer = did("invoice build --month 2026-02")
    assert answer["invoices"] == []
    (held,) = answer["held"]
    assert (held["code"], held["command"]) == ("pr.not-approved", "ipsu document confirm M1 pr --period 2026-02")
    did("document confirm --all pr --month 2026-02")
    assert did("invoice build --month 2026-02")["invoices"][0]["net_ore"] == 290000


def test_a_report_that_is_returned_holds_the_month_until_the_next_version(did: Did) -> None:
    did(f"document submit K1 pr {FEBRUARY}")
    did("deliver K1 --month 2026-02")
    did("document return K1 pr --period 2026-02 --reason Oklart")
    (held,) = did("invoice build --month 2026-02")["held"]
    assert held["code"] == "pr.not-filed"
    again = did(f"document submit K1 pr {FEBRUARY}")["document"]
    assert (again["version"], again["period"], again["status"]) == (2, "2026-02", "submitted")
    assert len(did("invoice build --month 2026-02")["invoices"]) == 1


def test_a_month_is_delivered_once_and_again_when_it_was_taken_back(did: Did, refused: Did) -> None:
    did(f"document submit K1 pr {FEBRUARY}")
    first = did("deliver K1 --month 2026-02")["delivery"]["id"]
    assert refused("deliver K1 --month 2026-02")[1]["code"] == "delivery.month-twice"
    assert refused(f"delivery correct {first} 19 --reason fel")[1]["code"] == "delivery.counted"
    did("invoice build --month 2026-02")
    did(f"delivery cancel {first} --reason 'Slutade den 20'")
    did("case decide K1 --to 2026-02-20 --on 2026-03-02")
    assert did("deliver K1 --month 2026-02")["delivery"]["quantity"] == 12
    (invoice,) = did("invoice build --month 2026-02")["invoices"]
    assert sorted(line["net_ore"] for line in invoice["lines"]) == [-221000, 132600]
    assert (invoice["kind"], invoice["net_ore"]) == ("credit", -88400)


def test_all_that_is_ready_is_delivered_and_the_rest_is_held(did: Did) -> None:
    did(f"document submit K1 pr {FEBRUARY}")
    rehearsed = did("deliver --month 2026-02 --ready --dry-run")
    assert [(delivery["id"], delivery["case"]) for delivery in rehearsed["deliveries"]] == [(None, "K1")]
    done = did("deliver --month 2026-02 --ready")
    assert [delivery["case"] for delivery in done["deliveries"]] == ["K1"]
    assert [(row["case"], row["code"]) for row in done["held"]] == [("M1", "delivery.pr-missing")]
    assert did("deliver --month 2026-02 --ready")["deliveries"] == []


def test_an_approved_result_is_a_delivery_at_the_price_of_its_level(did: Did, refused: Did) -> None:
    did("document submit K1 r1 --result work --on 2026-03-02")
    did("document submit K1 r2 --result work --on 2026-03-03")
    confirmed = did("document confirm K1 r2 --on 2026-03-09")
    (delivery,) = did("delivery list K1")["deliveries"]
    assert confirmed["delivery"] == delivery
    assert (delivery["unit"], delivery["quantity"], delivery["from"]) == ("result", 1, "2026-03-09")
    did("document unconfirm K1 r2 --reason 'Fel ärende'")
    assert [row["status"] for row in did("delivery list K1")["deliveries"]] == ["cancelled"]
    did("document confirm K1 r2 --on 2026-03-10")
    (line,) = did("invoice build --month 2026-03")["invoices"][0]["lines"]
    assert (line["unit"], line["net_ore"]) == ("result", 2100000)
    assert refused("document unconfirm K1 r2 --reason fel")[1]["code"] == "document.result-invoiced"


def test_a_result_that_was_credited_and_taken_back_is_no_work_left(did: Did) -> None:
    did("document submit K1 r1 --result work --on 2026-03-02")
    did("document submit K1 r2 --result work --on 2026-03-03")
    result = did("document confirm K1 r2 --on 2026-03-09")["delivery"]["id"]
    did("invoice build --month 2026-03")
    did("invoice approve 2026-0001")
    did(f"delivery cancel {result} --reason 'Beslutet upphävt'")
    assert [("ready", -2100000)] == [(row["step"], row["net_ore"]) for row in waiting_money(did)[:1]]
    did("invoice credit 2026-0001 --case K1 --reason 'Beslutet upphävt'")
    assert [] == [row for row in waiting_money(did) if row["step"] == "ready"]
    assert 0 == did("status")["ready"]["cases"]
    assert [] == did("invoice build --month 2026-03")["invoices"]


def waiting_money(did: Did) -> list[Any]:
    rows: list[Any] = did("report money")["money"]["rows"]
    return rows


# A case in MSFA under self-billing: a month and a result on self-invoices

MONTH, RESULT = (
    Line("S1", "2026-02-09", "2026-02-28", None, 290000),
    Line("S1", "2026-03-09", "2026-03-09", None, 950000),
)
CHEAP = Line("S1", "2026-03-09", "2026-03-09", None, 900000)


@pytest.fixture
def self_billed(did: Did) -> str:
    """The number of the basis with a month and a result of S1."""
    for words in (
        "agreement add ROM-S --service rusta-matcha --area Väst --from 2021-01-01 --billing self",
        "price set ROM-S rusta-matcha 2900 --unit month --from 2021-01-01",
        "price set ROM-S rusta-matcha 9500 --unit result --from 2021-01-01",
        "case add S1 --service rusta-matcha --agreement ROM-S --personnummer 19750315-2386 --name 'Tredje Person' "
        "--from 2026-02-09 --to 2026-08-08 --system msfa",
        "document submit S1 iup --goal Lagerarbete --own-search 20 --supplier 20 --on 2026-02-10",
        "document submit S1 gp --mandatory matchning=5 --mandatory coachning=2,5 --optional verkstad=3 --on 2026-02-11",
        f"document submit S1 pr {FEBRUARY}",
        "document confirm S1 pr --period 2026-02",
        "deliver S1 --month 2026-02",
        "document submit S1 soa --result work --on 2026-03-02",
        "document confirm S1 soa --on 2026-03-03",
        "document submit S1 rr --result work --on 2026-03-04",
        "document confirm S1 rr --on 2026-03-09",
    ):
        did(words)
    number: str = did("invoice build --month 2026-03")["invoices"][0]["number"]
    return number


def receive(did: Did, db: Path, *numbers: list[list[str]]) -> None:
    (db.parent / "s.csv").write_text(csv(*numbers))
    did(f"invoice receive {db.parent / 's.csv'}")


def compared(did: Did, basis: str, number: str) -> list[tuple[str, str, int]]:
    lines = did(f"invoice reconcile {basis} --received {number}")["reconciliation"]["lines"]
    return [(line["week"] or line["month"], line["status"], line["difference_net_ore"]) for line in lines]


def test_a_right_result_on_a_self_invoice_is_approved_and_paid(did: Did, db: Path, self_billed: str) -> None:
    receive(did, db, rows("4001", [MONTH, RESULT], date="2026-03-10"))
    assert [("2026-02", "equal", 0), ("2026-03", "equal", 0)] == compared(did, self_billed, "4001")
    did(f"invoice approve {self_billed}")
    did(f"invoice paid {self_billed} --on 2026-03-10")
    assert {"paid"} == {row["step"] for row in waiting_money(did) if row["case"] == "S1"}


def test_a_result_at_a_wrong_price_is_rejected_alone_and_billed_again(
    did: Did, refused: Did, ipsu: Program, db: Path, self_billed: str
) -> None:
    receive(did, db, rows("4001", [MONTH, CHEAP], date="2026-03-10"))
    assert 6 == ipsu(f"invoice reconcile {self_billed} --received 4001", today="2026-03-10").code
    assert "approve.differs" == refused(f"invoice approve {self_billed}")[1]["code"]
    did(f"invoice reject {self_billed} --case S1 --why price --reason pris --not-self-fixable")
    shown = did("invoice show --received 4001")["self_invoice"]["lines"]
    assert ["unanswered", "rejected"] == [line["answer"]["state"] for line in shown]
    receive(
        did, db,
        rows("4002", [CHEAP], type="261", refers_to="4001", date="2026-03-10"),
        rows("4003", [RESULT], date="2026-03-10"),
    )  # fmt: skip
    did(f"invoice resolve {self_billed} --case S1 --outcome upheld")
    did(f"invoice approve {self_billed}")
    listed = did("invoice list --received")["self_invoices"]
    assert {"4001": "settled", "4002": "settled", "4003": "approved"} == {
        invoice["number"]: invoice["status"] for invoice in listed
    }


def test_a_result_that_was_taken_back_awaits_the_agencys_credit(did: Did, db: Path, self_billed: str) -> None:
    receive(did, db, rows("4001", [MONTH, RESULT], date="2026-03-10"))
    did(f"invoice approve {self_billed}")
    did(f"invoice credit {self_billed} --case S1 --reason 'Beslutet upphävt'")
    assert {"paid"} == steps_of_result(did) - {"ready"}  # until it is taken back it may be built again
    result = next(row["id"] for row in did("delivery list S1")["deliveries"] if row["unit"] == "result")
    did(f"delivery cancel {result} --reason 'Beslutet upphävt'")
    did("invoice build --month 2026-03")
    assert {"awaits-credit", "paid"} == steps_of_result(did)
    assert [("awaits-credit", 950000)] == [(row["step"], row["net_ore"]) for row in did("status")["money"]]
    receive(did, db, rows("4002", [RESULT], type="261", refers_to="4001", date="2026-03-10"))
    assert {"paid"} == steps_of_result(did)


def steps_of_result(did: Did) -> set[str]:
    money = did("report money")["money"]
    assert money["earned_ore"] == sum(step["net_ore"] for step in money["steps"])
    return {row["step"] for row in money["rows"] if row["unit"] == "result"}


def test_months_that_another_self_invoice_bills_are_told_by_month(
    did: Did, ipsu: Program, db: Path, self_billed: str
) -> None:
    receive(did, db, rows("4001", [RESULT], date="2026-03-10"))
    result = ipsu(f"invoice reconcile {self_billed} --received 4001 --json", today="2026-03-10")
    lines = result.json["reconciliation"]["lines"]
    assert [("2026-02", None, "ours-only"), ("2026-03", None, "equal")] == [
        (line["month"], line["week"], line["status"]) for line in lines
    ]


def test_a_result_that_is_billed_twice_or_was_never_reached_is_told(did: Did, db: Path, self_billed: str) -> None:
    never = Line("S1", "2026-03-05", "2026-03-05", None, 950000)
    receive(did, db, rows("4001", [MONTH, RESULT], date="2026-03-10"), rows("4002", [RESULT, never], date="2026-03-10"))
    steps = {row["step"]: row["self_invoice"] for row in waiting_money(did) if row["unit"] == "result"}
    assert {"twice": "4002"} == steps
    money = did("report money")["money"]
    assert [("4002", "S1", 950000)] == [
        (row["self_invoice"], row["case"], row["net_ore"]) for row in money["never_delivered"]
    ]
    assert money["earned_ore"] == sum(step["net_ore"] for step in money["steps"])


def test_a_result_is_delivered_once(did: Did, refused: Did) -> None:
    did("document submit K1 r1 --result work")
    for _ in range(2):
        did("document submit K1 r2 --result work")
    did("document confirm K1 r2")
    assert refused("document confirm K1 r2 --version 1")[1]["code"] == "result.delivered"


def test_period_2_follows_a_more_intense_plan(did: Did, refused: Did) -> None:
    decide = "case decide K1 --to 2027-02-08 --on 2026-07-30 --period 2"
    assert refused(decide, today="2026-08-01")[1]["code"] == "decision.gp-not-updated"
    plan = "document submit K1 gp --mandatory matchning=5 --mandatory coachning=2,5 --optional verkstad="
    did(f"{plan}3 --on 2026-07-20", today="2026-08-01")
    code, error = refused(decide, today="2026-08-01")
    assert (code, error["details"]["before"], error["details"]["after"]) == (1, 10.5, 10.5)
    did(f"{plan}3,25 --on 2026-07-21", today="2026-08-01")
    assert did(decide, today="2026-08-01")["period"] == {"from": "2026-02-09", "to": "2027-02-08"}


def test_every_month_of_the_period_has_its_report(did: Did) -> None:
    did("case close K1 --on 2026-03-05 --reason work")
    did(f"document submit K1 pr {FEBRUARY} --on 2026-03-02")
    rows = [document for document in did("document list K1")["documents"] if document["type"] == "pr"]
    shown = [(row["period"], row["status"], row["version"], row["due"], row["days_late"]) for row in rows]
    assert shown == [("2026-02", "submitted", 1, "2026-03-31", 0), ("2026-03", "missing", None, "2026-04-30", None)]


def test_the_morning_lists_only_what_the_office_waits_for(did: Did) -> None:
    for case in ("K1", "M1"):
        did(f"document submit {case} pr {FEBRUARY}")
    due = did("status")["due"]
    assert [(row["case"], row["type"], row["status"]) for row in due] == [("M1", "pr", "submitted")]


def test_the_day_when_a_report_is_due_is_a_setting(did: Did) -> None:
    did("setting set pr-due-day 5")
    answer = did(f"document submit K1 pr {FEBRUARY}", today="2026-03-10")
    # From Thursday 5 March to Tuesday 10 March are three working days.
    assert (answer["document"]["due"], answer["document"]["days_late"]) == ("2026-03-05", 3)
    assert [warning["code"] for warning in answer["warnings"]] == ["document.late"]


def test_after_how_many_days_an_iup_is_looked_at_is_a_setting(did: Did) -> None:
    assert did(f"document submit K1 pr {FEBRUARY} --on 2026-03-02")["warnings"] == []
    did("setting set iup-stale-days 27")
    answer = did(f"document submit K1 pr {FEBRUARY}", today="2026-03-10")
    assert [warning["code"] for warning in answer["warnings"]] == ["iup.stale"]


def test_an_iup_says_what_it_needs(did: Did) -> None:
    did("case edit K1 --extent 75")
    answer = did("document submit K1 iup --goal Ett --goal Två --own-search 10 --supplier 19,5")
    assert answer["document"]["hours"] == {"needed": 30, "planned": 29.5, "short": 0.5}
    assert [warning["code"] for warning in answer["warnings"]] == ["iup.short"]


def test_hours_of_a_document_are_the_week_of_a_plan_or_nothing(did: Did) -> None:
    did("document submit K1 iup --goal Ett --own-search 10 --supplier 19,5")
    did(f"document submit K1 pr {FEBRUARY} --on 2026-03-02")
    hours = {row["type"]: row["hours"] for row in did("document list K1")["documents"]}
    assert {"needed", "planned", "short"} == hours.pop("iup").keys()
    assert {None} == set(hours.values())
    (report,) = [row for row in did("document list K1")["documents"] if row["type"] == "pr" and row["version"]]
    assert {"name", "hours"} == report["activities"][0].keys()


@pytest.mark.parametrize(
    ("words", "code", "error_code"),
    [
        ("document submit K1 pr --hours matchning=6", 2, "option.missing"),
        ("document submit K1 pr --period 2026-02 --hours matchning", 2, "value.activity"),
        ("document submit K1 pr --period 2026-02 --hours matchning=6,555", 2, "value.activity"),
        ("document submit K1 pr --period 2026-02 --hours matchning=6 --hours Matchning=7", 2,
         "document.activity-twice"),
        ("document submit M1 gp --mandatory a=1 --mandatory b=1 --optional A=2", 2, "document.activity-twice"),
        ("document submit M1 xx", 2, "value.code"),
        (f"document submit K1 pr {FEBRUARY} --hours okänd=1", 1, "pr.activity-unknown"),
        ("document submit K1 pr --period 2026-02 --hours matchning=6 --hours coachning= --hours verkstad=0", 1,
         "pr.activity-blank"),
        ("document submit K1 pr --period 2026-01 --hours matchning=6", 1, "pr.outside-period"),
        (f"document submit K1 pr {FEBRUARY.replace('matchning=6', 'matchning=669')}", 1, "pr.over-month"),
        (f"document submit M1 pr {FEBRUARY} --own-work 3", 2, "option.not-for-type"),
        ("document submit K1 gp --mandatory a=1 --reason nytt", 2, "option.not-for-type"),
        ("document submit K1 iup --goal '' --own-search 1 --supplier 1", 2, "option.empty"),
        ("document submit M1 r1 --result work", 1, "document.type"),
        ("document submit M1 rr --result work", 1, "rr.soa-unhandled"),
        ("document submit K1 r2 --result work", 1, "r2.r1-missing"),
        ("document submit K1 avvikelse --known --unknown", 2, "option.together"),
        ("document submit K1 avvikelse --from 2026-03-09 --to 2026-03-09 --known --activity M --expected 11:00-10:00 "
         "--absent 10:00-10:30", 2, "value.times"),
        ("document confirm K1 gp --period 2026-02", 2, "option.not-for-type"),
        ("document confirm K1 pr --period 2026-02", 1, "document.not-submitted"),
        ("deliver K1 7 --on 2026-02-10", 2, "delivery.month-alone"),
        ("deliver K1 --month 2026-09", 1, "delivery.month-outside"),
        ("deliver --month 2026-02", 2, "option.one-of"),
        ("case decide K1 --to 2026-09-01 --on 2026-03-01 --period 3", 2, "option.value-bad"),
        ("case edit K1 --system ''", 1, "case.system-missing"),
        ("price set ROM rusta-matcha 100 --unit hour --from 2026-01-01", 1, "price.unit"),
        ("setting set late-minutes många", 2, "value.number"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_by_name_and_nothing_is_changed(
    refused: Did, words: str, code: int, error_code: str
) -> None:
    exit, error = refused(words)
    assert (exit, error["code"]) == (code, error_code)


def test_a_document_of_each_kind_is_imported_and_known_again(did: Did, db: Path) -> None:
    page = db.parent / "documents.csv"
    page.write_text(
        "case;type;period;submitted;confirmed;result;goal;own-search;supplier;mandatory;optional;hours;from;to;known;"
        "activity;expected;absent\n"
        "K1;pr;2026-02;2026-03-02;;;;;;;;matchning=6|coachning=4|verkstad=0;;;;;;\n"
        "K1;r1;;2026-03-02;;studies;;;;;;;;;;;;\n"
        "K1;r2;;2026-03-03;2026-03-05;studies;;;;;;;;;;;;\n"
        "K1;iup;;2026-03-03;;;Ett|Två;20;20;;;;;;;;;\n"
        "K1;gp;;2026-03-03;;;;;;matchning=6|coachning=4;verkstad=1;;;;;;;\n"
        "K1;avvikelse;;2026-03-03;;;;;;;;;2026-03-02;2026-03-02;unknown;Möte;10:00-11:00;10:00-11:00\n",
        encoding="utf-8",
    )
    answer = did(f"import documents {page}")["import"]
    assert (answer["added"], answer["known"]) == (6, 0)
    assert did(f"import documents {page}")["import"]["known"] == 6
    months = db.parent / "deliveries.csv"
    months.write_text("case;month\nK1;2026-02\n", encoding="utf-8")
    assert did(f"import deliveries {months}")["import"]["added"] == 1
    units = [row["unit"] for row in did("delivery list K1")["deliveries"]]
    assert units == ["day", "result"]


def test_the_next_steps_lead_from_the_plan_to_the_delivery(did: Did) -> None:
    did(
        "case add K2 --service rusta-matcha --agreement ROM --personnummer 19750315-2386 --name 'Tredje Person' "
        "--from 2026-02-09 --to 2026-02-28 --system ka-webb --level B"
    )

    def steps() -> list[str]:
        return [step["code"] for step in did("case show K2")["next"]]

    assert steps() == ["next.file", "next.close"]
    did("document submit K2 iup --goal Ett --own-search 20 --supplier 20 --on 2026-02-10")
    did("document submit K2 gp --mandatory matchning=5 --optional verkstad=3 --on 2026-02-10")
    assert steps() == ["next.report", "next.close"]
    did("document submit K2 pr --period 2026-02 --hours matchning=1 --hours verkstad=0")
    assert steps() == ["next.deliver-month", "next.close"]
    did("deliver K2 --month 2026-02")
    assert steps() == ["next.close"]


def test_the_placements_of_the_sample_office_are_in_the_states_that_its_page_tells(ipsu: Program, db: Path) -> None:
    def ask(words: str) -> Any:
        answer = ipsu(f"{words} --json", today="2026-11-02")
        assert (0, "") == (answer.code, answer.err), words
        return answer.json

    for kind in ("agreements", "prices", "cases", "documents", "deliveries"):
        ask(f"import {kind} {program.ROOT / 'sample_data' / 'rusta-matcha' / kind}.csv")
    assert [(task["case"], task["period"]) for task in ask("todo --kind document")["todo"]] == [
        ("R-202", "2026-10"),
        ("R-205", "2026-10"),
    ]
    built = ask("invoice build --month 2026-10")
    assert [(row["case"], row["code"]) for row in built["held"]] == [("R-204", "pr.not-approved")]
    lines = [line for invoice in built["invoices"] for line in invoice["lines"]]
    assert [line["net_ore"] for line in lines if line["unit"] == "result"] == [3100000]
    # R-203 was in the service on 28 days of May, and on 16 of October, the closing day one of them.
    days = {line["from"][:7]: line["quantity"] for line in lines if (line["case"], line["unit"]) == ("R-203", "day")}
    assert (days["2026-05"], days["2026-10"]) == (28, 16)
    late = [document for document in ask("document list R-202")["documents"] if document["days_late"]]
    assert [(document["type"], document["days_late"]) for document in late] == [("gp", 3)]


def test_what_the_agency_has_approved_is_not_asked_for_again(did: Did) -> None:
    """Though an older version of it was never answered: it would be refused as a second result."""
    did("document submit K1 r1 --result work --learned 2026-03-09")
    for _ in range(2):
        did("document submit K1 r2 --result work")
    asked = "ipsu document confirm K1 r2"
    assert asked in [step["command"] for step in did("case show K1")["next"]]
    did("document confirm K1 r2")
    assert asked not in [step["command"] for step in did("case show K1")["next"]]

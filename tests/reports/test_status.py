"""`ipsu status`: what waits, each row with the command that takes it on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.program import LONG_AGO, on_a_terminal

Run = Callable[..., Any]
KIM, ALEX, SAM = "19900101-9802", "19850602-9837", "19881123-9840"


def test_an_empty_office_has_nothing_waiting(office: Run, ipsu: Program) -> None:
    assert {
        "office": "Stöd i Exempelby AB", "today": "2026-03-31", "today_from": "$IPSU_TODAY", "money": [], "held": [],
        "ready": {"cases": 0, "net_ore": 0, "command": None}, "due": [],
        "running_out": [], "not_entered": [], "unanswered": [], "received": [], "waiting": [],
        "reminders": [], "register": {"findings": 0, "command": None}, "pace": [], "pace_cases": 0,
        "over_delivered": [], "ending": [], "backup": {"on": None, "days": 22, "changes": 5, "command": None},
        "unbooked": [], "retention": {"persons": 0, "command": None}, "warnings": [],
    } == office("status")  # fmt: skip
    assert "nothing waits" in ipsu("status", today="2026-03-31").out


@pytest.mark.parametrize(
    ("words", "today", "says"),
    [
        ("status", "2026-03-31", "$IPSU_TODAY"),
        ("status --today 2026-03-31", "2026-03-31", "--today"),
        ("--today=2026-03-31 status", "", "--today"),
        ("status", f"{LONG_AGO[0]}", None),
        ("status --today today", "2026-03-31", None),
        ("status --today yesterday", "2026-03-31", "--today"),
    ],
)
def test_a_today_that_is_not_the_machines_is_told(
    office: Run, ipsu: Program, words: str, today: str, says: str | None
) -> None:
    assert says == ipsu(f"{words} --json", today=today).json["today_from"]
    shown = ipsu(words, today=today).out
    assert (says or "") in shown
    assert ("today as" in shown) == bool(says)


def test_what_is_ready_and_what_is_held(b1: Run, support: Callable[..., None]) -> None:
    support("B2", ALEX, "2026-03-02", "2026-03-29", "")
    b1("plan set B2 2026-W10=10 --submitted 2026-03-05", today="2026-03-05")
    b1("deliver B2 4 --on 2026-03-06", today="2026-03-06")
    found = b1("status")
    assert {"cases": 1, "net_ore": 17_550_00, "command": "ipsu invoice build --month 2026-03"} == found["ready"]
    (held,) = found["held"]
    assert ("B2", "gp.unconfirmed", "ipsu document confirm B2 gp", 1_800_00) == tuple(
        held[key] for key in ("case", "code", "command", "net_ore")
    )


def test_documents_by_their_due_day(support: Callable[..., None], office: Run) -> None:
    support("B1", KIM, "2026-03-05", "2026-06-12", "")
    support("B2", ALEX, "2026-03-02", "2026-06-12", "")
    support("B3", SAM, "2026-03-02", "2026-03-08", "")
    office("plan set B2 2026-W10=10", today="2026-03-05")
    office("plan set B3 2026-W10=10 --submitted 2026-03-05", today="2026-03-05")
    keys = ("case", "type", "status", "due", "working_days_left", "command")
    assert [
        ("B3", "sr", "missing", "2026-03-08", -2, "ipsu document submit B3 sr"),
        ("B2", "gp", "draft", "2026-03-09", -1, "ipsu document submit B2 gp"),
        ("B1", "gp", "missing", "2026-03-12", 2, "ipsu plan set B1 WEEKS=HOURS"),
        ("B3", "gp", "submitted", None, None, "ipsu document confirm B3 gp"),
    ] == [tuple(row[key] for key in keys) for row in office("status", today="2026-03-10")["due"]]
    office("document return B3 gp --reason oklart", today="2026-03-10")
    row = next(task for task in office("status", today="2026-03-10")["due"] if task["status"] == "returned")
    assert ("gp", "returned", "ipsu plan set B3 WEEKS=HOURS --reason TEXT") == tuple(
        row[key] for key in ("type", "status", "command")
    )


def test_a_confirmed_one_is_not_asked_for_and_a_closed_case_for_its_final_report_alone(b1: Run) -> None:
    assert [("sr", "missing")] == [(task["type"], task["status"]) for task in b1("status")["due"]]
    b1("case close B1 --on 2026-03-20 --reason completed")
    assert [("sr", "missing", "2026-03-20")] == [
        (task["type"], task["status"], task["due"]) for task in b1("status")["due"]
    ]
    b1("document submit B1 sr")
    b1("document confirm B1 sr")
    assert [] == b1("status")["due"]


def test_plans_that_run_out(b1: Run) -> None:
    def listed(today: str) -> list[tuple[Any, ...]]:
        keys = ("case", "week", "ends", "days_left", "command")
        return [tuple(row[key] for key in keys) for row in b1("status", today=today)["running_out"]]

    close = "ipsu case close B1 --on DATE --reason CODE"
    assert [] == listed("2026-03-07")
    assert [("B1", "2026-W12", "2026-03-22", 14, close)] == listed("2026-03-08")
    assert [("B1", "2026-W12", "2026-03-22", 0, close)] == listed("2026-03-22")
    assert [] == listed("2026-03-23")
    b1("case decide B1 --to 2026-04-12 --on 2026-03-20", today="2026-03-22")
    plan = "ipsu plan set B1 WEEKS=HOURS --reason TEXT"
    assert [("B1", "2026-W12", "2026-03-22", -1, plan)] == listed("2026-03-23")
    assert [] == listed("2026-04-13")


def test_weeks_without_a_delivery(b1: Run) -> None:
    def listed(today: str) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in b1("status", today=today)["not_entered"]]

    assert [("B1", "Lo", "2026-W10", 20, "ipsu deliver B1 HOURS --week 2026-W10")] == listed("2026-03-09")
    assert ["2026-W10"] == [row[2] for row in listed("2026-03-22")]  # W11 has a delivery
    b1("delivery cancel 2 --reason fel")
    for today in ("2026-03-23", "2026-03-30", "2026-12-30"):
        assert ["2026-W10", "2026-W12"] == [row[2] for row in listed(today)]


def test_older_weeks_stand_before_last_week_until_they_are_entered_or_acknowledged(
    support: Callable[..., None], office: Run
) -> None:
    def listed() -> list[tuple[str, str]]:
        return [(row["case"], row["week"]) for row in office("status", today="2026-03-30")["not_entered"]]

    support("B1", KIM, "2026-03-02", "2026-04-12", "2026-W10=20 2026-W11..2026-W15=5")
    support("B2", ALEX, "2026-03-09", "2026-04-12", "2026-W12..2026-W14=5")
    office("deliver B1 20 --on 2026-03-17", today="2026-03-30")
    assert [
        ("B1", "2026-W10"),
        ("B1", "2026-W11"),
        ("B2", "2026-W12"),
        ("B1", "2026-W13"),
        ("B2", "2026-W13"),
    ] == listed()
    office("deliver B1 4 --week 2026-W10", today="2026-03-30")
    office("document submit B1 avvikelse --from 2026-03-10 --to 2026-03-11 --known --reason sjuk", today="2026-03-30")
    office("acknowledgement add B2 week --period 2026-W12 --reason semester", today="2026-03-30")
    assert [("B1", "2026-W13"), ("B2", "2026-W13")] == listed()
    in_todo = office("todo --kind week", today="2026-03-30")["todo"]
    assert listed() == [(row["case"], row["period"]) for row in in_todo]


@pytest.mark.parametrize(
    ("most", "weeks"), [(5, ["2026-W12", "2026-W12", "2026-W13", "2026-W13"]), (1, ["2026-W13"] * 2)]
)
def test_a_morning_of_very_many_plans_looks_fewer_weeks_back_but_one_always(
    support: Callable[..., None], office: Run, monkeypatch: pytest.MonkeyPatch, most: int, weeks: list[str]
) -> None:
    support("B1", KIM, "2026-03-02", "2026-04-12", "2026-W10..2026-W15=5")
    support("B2", ALEX, "2026-03-02", "2026-04-12", "2026-W10..2026-W15=5")
    monkeypatch.setattr("ipsu_cli.store.status.MOST_LOOKED_UP", most)
    assert weeks == [row["week"] for row in office("status", today="2026-03-30")["not_entered"]]


def test_a_week_with_a_deviation_report_is_not_silent_and_that_of_a_closed_case_is(b1: Run) -> None:
    def listed() -> list[str]:
        return [row["week"] for row in b1("status", today="2026-03-09")["not_entered"]]

    b1("case close B1 --on 2026-03-08 --reason withdrew", today="2026-03-09")
    assert ["2026-W10"] == listed()
    b1("case reopen B1 --reason fel", today="2026-03-09")
    b1("document submit B1 avvikelse --from 2026-03-04 --to 2026-03-05 --known --reason sjuk", today="2026-03-09")
    assert [] == listed()


def test_a_week_in_two_months_is_entered_by_day(support: Callable[..., None], office: Run) -> None:
    support("B1", KIM, "2026-03-30", "2026-04-12", "2026-W14=20")
    assert ["ipsu deliver B1 HOURS --on DATE"] == [
        row["command"] for row in office("status", today="2026-04-07")["not_entered"]
    ]


def test_invoices_without_an_answer(b1: Run) -> None:
    b1("invoice build --month 2026-03", today="2026-03-31")
    assert [
        {
            "invoice": "2026-0001", "agreement": "S1", "month": "2026-03", "status": "created", "date": "2026-03-31",
            "days": 7, "total_ore": 21_937_50, "difference_net_ore": None,
            "message": None, "command": "ipsu invoice approve 2026-0001",
        }
    ] == b1("status", today="2026-04-07")["unanswered"]  # fmt: skip
    b1("invoice approve 2026-0001", today="2026-04-07")
    assert [] == b1("status", today="2026-04-07")["unanswered"]


def test_more_delivered_than_planned(b1: Run) -> None:
    assert [] == b1("status")["over_delivered"]
    b1("case decide B1 --to 2026-03-08 --on 2026-03-22")
    assert [
        {
            "case": "B1", "coach": "Lo", "planned_hours": 20, "delivered_hours": 39, "remaining_hours": -19,
            "command": "ipsu delivery list B1",
        }
    ] == b1("status")["over_delivered"]  # fmt: skip


def test_names_only_on_a_terminal_that_asks_for_them_and_never_a_protected_one(
    b1: Run, support: Callable[..., None], tmp_path: Path
) -> None:
    support("B2", ALEX, "2026-03-02", "2026-03-15", "2026-W10=10 2026-W11=5", "--protected")
    b1("case edit B2 --name 'Hemlig Hemligsson'")
    assert all("name" not in row for row in b1("status --names", today="2026-03-09")["not_entered"])
    assert "Kim Ek" not in on_a_terminal("status", folder=tmp_path, today="2026-03-09")
    named = on_a_terminal("status --names", folder=tmp_path, today="2026-03-09")
    assert ("Kim Ek" in named, "B2" in named, "Hemlig" in named) == (True, True, False)


def test_a_copy_is_asked_for_once_the_last_one_is_old(office: Run, ipsu: Program) -> None:
    def copied(today: str) -> list[Any]:
        return list(office("status", today=today)["backup"].values())

    assert [None, 30, 5, None] == copied("2026-04-08")
    assert [None, 31, 5, "ipsu backup 2026-04-09.db"] == copied("2026-04-09")
    shown = ipsu("status", today="2026-04-09").out
    assert "No copy of the office for a long time" in shown and "ipsu backup 2026-04-09.db" in shown
    assert 0 == ipsu("backup a.db", today="2026-04-09").code
    assert ["2026-04-09", 31, 0, None] == copied("2026-05-10"), "nothing was changed since"
    office("setting set backup-days 1", today="2026-05-10")
    assert ["2026-04-09", 31, 1, "ipsu backup 2026-05-10.db"] == copied("2026-05-10")
    office("setting set backup-days ''", today="2026-05-10")
    assert ["2026-04-09", 31, 2, None] == copied("2026-05-10")

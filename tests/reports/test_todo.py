"""`ipsu todo`, `report deadlines`, and what `status` says of the same: against tables made by hand."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.typed import Did, did_after

Row = dict[str, Any]

with Path(__file__).with_name("todo.toml").open("rb") as page:
    TABLES: list[Row] = tomllib.load(page)["table"]
# What is filed or on loan; what nobody has typed has tests of its own.
FILED = "--kind document --kind aid"
NUMBERS = (
    "19900101-9802", "19850505-2384", "19750315-2386", "19750315-2394", "19880314-9809", "19941224-9808",
)  # fmt: skip
KEYS = [
    "kind", "due", "case", "type", "period", "message", "command", "working_days_left", "overdue", "coach", "net_ore",
]  # fmt: skip


did = did_after("agreement add IPSU-1 --service ipsu --area Väst --from 2025-01-01", on="2026-03-24")


def a_case(did: Did, row: Row, place: int, today: str, more: str = "") -> None:
    did(
        f"case add {row['case']} --service ipsu-{row['service']} --personnummer {NUMBERS[place]} --name 'Test Person' "
        f"--from {row['from']} --to {row['to']} --training Svetsare --training-from 2026-01-12 "
        f"--training-to 2027-06-05 {more}",
        today=today,
    )
    for words in row.get("filed", ()):
        did(f"document submit {row['case']} {words}", today=today)
    for type in row.get("returned", ()):
        did(f"document return {row['case']} {type} --reason kort", today=today)
    if "closed" in row:
        did(f"case close {row['case']} --on {row['closed']} --reason other", today=today)


@pytest.mark.parametrize("table", TABLES, ids=[table["name"] for table in TABLES])
def test_what_is_to_be_done_is_what_the_almanac_says(did: Did, table: Row) -> None:
    today = str(table["today"])
    did(f"setting set eves {table.get('eves', 'free')}")
    for place, row in enumerate(table["cases"]):
        a_case(did, row, place, today)
    expected = [
        (
            str(task["due"]) if "due" in task else None,
            task["case"],
            task.get("type", "gp"),
            task.get("left"),
            task["overdue"],
        )
        for task in table["todo"]
    ]
    found = did("todo", today=today)["todo"]
    assert expected == [
        (task["due"], task["case"], task["type"], task["working_days_left"], task["overdue"]) for task in found
    ]
    assert all(KEYS == list(task) for task in found)


@pytest.mark.parametrize("table", TABLES, ids=[table["name"] for table in TABLES])
def test_status_and_todo_tell_one_truth(did: Did, table: Row) -> None:
    today = str(table["today"])
    for place, row in enumerate(table["cases"]):
        a_case(did, row, place, today)
    alike = ("case", "type", "due", "working_days_left", "command", "coach")
    waiting = [task for task in did("status", today=today)["due"] if task["status"] != "submitted"]
    assert [[task[key] for key in alike] for task in did("todo", today=today)["todo"]] == [
        [task[key] for key in alike] for task in waiting
    ]


# ---------------------------------------------------------------------------------------------------------
# What is asked for


@pytest.fixture
def office(did: Did) -> Did:
    """Two coaches, three joint plans: due 1, 8 and 13 April, their final reports on 29 May; an aid due 2027-06-05."""
    for place, (ref, first, coach) in enumerate(
        (("E2", "2026-03-25", "Kim"), ("E3", "2026-03-30", "Lo"), ("E4", "2026-04-02", "Kim"))
    ):
        row = {"case": ref, "service": "b", "from": first, "to": "2026-05-29"}
        a_case(did, row, place, "2026-03-24", f"--coach {coach}")
    did("aid lend E2 laptop --on 2026-03-24")
    return did


def refs(answer: Any) -> list[str]:
    return [f"{task['case']} {task['type']}" for task in answer["todo"]]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-03-31", []),
        ("2026-04-01", ["E2 gp"]),
        ("2026-04-12", ["E2 gp", "E3 gp"]),
        ("2026-04-13", ["E2 gp", "E3 gp", "E4 gp"]),
        ("2026-05-28", ["E2 gp", "E3 gp", "E4 gp"]),
        ("2026-05-29", ["E2 gp", "E3 gp", "E4 gp", "E2 sr", "E3 sr", "E4 sr"]),
        ("2027-06-04", ["E2 gp", "E3 gp", "E4 gp", "E2 sr", "E3 sr", "E4 sr"]),
        ("2027-06-05", ["E2 gp", "E3 gp", "E4 gp", "E2 sr", "E3 sr", "E4 sr", "E2 aid"]),
    ],
)
def test_until_a_day_all_that_is_due_by_it_is_listed(office: Did, until: str, expected: list[str]) -> None:
    assert expected == refs(office(f"todo {FILED} --until {until}", today="2026-03-24"))


def test_of_one_coach_are_that_coachs_cases(office: Did) -> None:
    answer = office(f"todo {FILED} --coach Kim --until 2027-06-05")
    assert ["E2 gp", "E4 gp", "E2 sr", "E4 sr", "E2 aid"] == refs(answer)
    assert {"Kim"} == {task["coach"] for task in answer["todo"]}


def test_an_aid_is_listed_on_the_last_day_of_the_training_and_after_it(office: Did) -> None:
    assert "E2 aid" not in refs(office("todo", today="2027-06-04"))
    on_the_day, after = (
        next(task for task in office("todo", today=today)["todo"] if task["type"] == "aid")
        for today in ("2027-06-05", "2027-06-06")
    )
    assert ((False, "ipsu aid return 1 --on DATE"), True) == (
        (on_the_day["overdue"], on_the_day["command"]), after["overdue"]
    )  # fmt: skip
    office("case close E2 --on 2026-05-29 --reason completed", today="2026-06-01")
    assert "E2 aid" in refs(office("todo", today="2027-06-06"))
    assert "aid" in [task["type"] for task in office("status", today="2027-06-06")["due"]]


@pytest.mark.parametrize(("today", "code"), [("2026-04-01", 0), ("2026-04-02", 6), ("2026-04-09", 6)])
def test_what_is_overdue_fails_where_it_is_asked_to(ipsu: Program, office: Did, today: str, code: int) -> None:
    result = ipsu("todo --fail-on overdue --json", today=today)
    assert (code, "") == (result.code, result.err)
    assert 0 == ipsu("todo", today=today).code
    assert (code, "") == (ipsu("todo --fail-on overdue --quiet", today=today).code, "")


@pytest.mark.parametrize(
    "words", ["todo --fail-on late", "todo --until x", "todo --until ''", "todo --coach ''", "todo --fail-on ''"]
)
def test_what_cannot_be_read_is_a_usage_error(ipsu: Program, office: Did, words: str) -> None:
    assert 2 == ipsu(words).code


def test_an_empty_office_has_nothing_to_do(ipsu: Program, db: Path) -> None:
    assert [] == ipsu("todo --json").json["todo"]
    assert "Nothing to do" in ipsu("todo").out
    assert 0 == ipsu("todo --fail-on overdue").code


def test_names_stand_in_the_list_where_a_person_looks_and_asks(office: Did, db: Path) -> None:
    assert "Test Person" in program.on_a_terminal("todo --names", folder=db.parent, today="2026-04-02")
    assert "Test Person" not in program.on_a_terminal("todo", folder=db.parent, today="2026-04-02")
    assert "Test Person" not in program.run("todo --names", folder=db.parent, today="2026-04-02").out


@pytest.mark.parametrize(("lang", "message"), [("sv", "Gemensam planering (GP)"), ("en", "is to be submitted by")])
def test_what_is_to_be_done_is_said_in_words(ipsu: Program, office: Did, lang: str, message: str) -> None:
    assert message in ipsu("todo --json", IPSU_LANG=lang, today="2026-04-02").json["todo"][0]["message"]
    assert message in ipsu("todo", IPSU_LANG=lang, today="2026-04-02").out


def test_a_case_that_was_registered_in_error_has_nothing_to_do(did: Did) -> None:
    a_case(did, {"case": "X1", "service": "a", "from": "2026-03-02", "to": "2026-03-13"}, 0, "2026-03-24")
    assert ["X1 gp", "X1 sr"] == refs(did("todo"))
    did("case close X1 --on 2026-03-13 --reason registered_in_error")
    assert [] == refs(did("todo"))


def test_a_final_report_is_asked_for_until_it_is_filed_also_once_the_case_is_closed(did: Did) -> None:
    a_case(did, {"case": "X1", "service": "a", "from": "2026-03-02", "to": "2026-03-13"}, 0, "2026-03-24")
    did("case close X1 --on 2026-03-12 --reason withdrew")
    row = did("todo")["todo"][0]
    assert ("X1", "sr", "2026-03-12", True) == tuple(row[key] for key in ("case", "type", "due", "overdue"))
    missing = next(document for document in did("document list X1")["documents"] if document["type"] == "sr")
    assert ("missing", "2026-03-12") == (missing["status"], missing["due"])
    assert ["document.late"] == [found["code"] for found in did("document submit X1 sr")["warnings"]]
    assert [] == refs(did("todo"))
    assert ("sr", 0, 1, 0) == tuple(
        did("report deadlines --month 2026-03")["deadlines"][-1][key] for key in ("type", "on_time", "late", "missing")
    )


# ---------------------------------------------------------------------------------------------------------
# Deadlines


def test_deadlines_are_counted_by_the_day_that_they_were_due(did: Did) -> None:
    rows: list[Row] = [
        {"case": "D1", "service": "a", "from": "2026-03-02", "to": "2026-03-20", "filed": ["gp --on 2026-03-02"]},
        {"case": "D2", "service": "a", "from": "2026-03-02", "to": "2026-03-20", "filed": ["gp --on 2026-03-03"]},
        {"case": "D3", "service": "a", "from": "2026-03-02", "to": "2026-03-20"},
        {"case": "D4", "service": "a", "from": "2026-02-23", "to": "2026-03-13", "filed": ["gp --on 2026-02-23"]},
        {"case": "D5", "service": "a", "from": "2026-03-24", "to": "2026-04-07"},
    ]
    for place, row in enumerate(rows):
        a_case(did, row, place, "2026-03-24")
    # D5 is due on the day of asking: it is not late yet.
    assert [
        {"type": "gp", "count": 3, "on_time": 1, "late": 1, "missing": 1, "share": 33.3},
        {"type": "sr", "count": 4, "on_time": 0, "late": 0, "missing": 4, "share": 0},
    ] == did("report deadlines --month 2026-03")["deadlines"]  # fmt: skip
    assert [4, 2] == [
        did("report deadlines --month 2026-03", today="2026-03-25")["deadlines"][0][key] for key in ("count", "missing")
    ]
    assert [1] == [counted["count"] for counted in did("report deadlines --month 2026-02")["deadlines"]]
    assert [] == did("report deadlines --month 2026-01")["deadlines"]
    assert [3] == [
        counted["count"] for counted in did("report deadlines --from 2026-03-02 --to 2026-03-02")["deadlines"]
    ]
    two_of_three = did("report deadlines --from 2026-03-01 --to 2026-03-02", today="2026-03-02")["deadlines"]
    assert [] == [counted for counted in two_of_three if counted["missing"]]


def test_a_share_of_deadlines_has_one_decimal(ipsu: Program, did: Did, tmp_path: Path) -> None:
    for place, day in enumerate(("02", "02", "03")):
        row = {"case": f"D{place}", "service": "a", "from": "2026-03-02", "to": "2026-03-20"}
        a_case(did, row | {"filed": [f"gp --on 2026-03-{day}"]}, place, "2026-03-24")
    assert 66.7 == did("report deadlines")["deadlines"][0]["share"]
    assert "66.7 %" in ipsu("report deadlines", today="2026-03-24").out
    assert "66,7" in ipsu("report deadlines", today="2026-03-24", IPSU_LANG="sv").out
    did("report deadlines --excel frister.xlsx")
    assert (tmp_path / "frister.xlsx").stat().st_size > 1000


def test_deadlines_are_asked_for_by_coach_by_part_and_as_of_an_earlier_day(did: Did) -> None:
    for place, (coach, day) in enumerate((("Kim", "02"), ("Kim", "04"), ("Lo", "05"))):
        row = {"case": f"D{place}", "service": "a", "from": "2026-03-02", "to": "2026-03-20"}
        a_case(did, row, place, "2026-03-02", f"--coach {coach}")
        did(f"document submit D{place} gp --on 2026-03-{day}", today=f"2026-03-{day}")
    assert (2, 50) == tuple(did("report deadlines --coach Kim")["deadlines"][0][key] for key in ("count", "share"))
    parts = did("report deadlines --by coach")["breakdown"]["coach"]
    assert {"Kim": (1, 1), "Lo": (0, 1)} == {part: (of[0]["on_time"], of[0]["late"]) for part, of in parts.items()}
    before = did("report deadlines --as-of 2026-03-04")["deadlines"][0]
    assert (3, 1, 1, 1) == tuple(before[key] for key in ("count", "on_time", "late", "missing"))


def test_a_loan_is_a_deadline_too(did: Did) -> None:
    a_case(did, {"case": "D1", "service": "b", "from": "2026-03-02", "to": "2026-03-20"}, 0, "2026-03-24")
    did("aid lend D1 laptop --on 2026-03-24")
    did("aid lend D1 headphones --on 2026-03-24")
    did("aid return 1 --on 2027-06-05", today="2027-06-05")
    found = did("report deadlines --month 2027-06", today="2027-06-06")["deadlines"]
    assert [("aid", 2, 1, 0, 1, 50)] == [tuple(row.values()) for row in found]


@pytest.mark.parametrize(
    "words", ["--month 2026-03 --from 2026-03-01", "--month x", "--from 2026-03-09 --to 2026-03-08", "--coach ''"]
)
def test_a_period_that_cannot_be_read_is_a_usage_error(ipsu: Program, db: Path, words: str) -> None:
    assert 2 == ipsu(f"report deadlines {words}").code


def test_the_days_of_an_absence_are_a_setting(ipsu: Program, db: Path) -> None:
    for name, bad in (("deviation-days", "0"), ("deviation-days", "31"), ("pr-due-day", "29"), ("pr-due-day", "x")):
        assert ipsu(["setting", "set", name, bad]).code in (1, 2)
    for name, good in (("deviation-days", "3"), ("deviation-days", ""), ("pr-due-day", "15"), ("pr-due-day", "")):
        assert 0 == ipsu(["setting", "set", name, good]).code, (name, good)


# ---------------------------------------------------------------------------------------------------------
# The calendar


def written(office: Did, path: Path, words: str, today: str = "2026-03-24") -> bytes:
    office(f"todo {FILED} {words} --ics {path.name} --force", today=today)
    return path.read_bytes()


def unfolded(raw: bytes) -> list[str]:
    return raw.decode().replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_an_event_of_a_whole_day_for_each_row(office: Did, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    raw = written(office, tmp_path / "t.ics", "--until 2027-06-05")
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    rows = office(f"todo {FILED} --until 2027-06-05")["todo"]
    assert [row["due"] for row in rows] == [str(event.decoded("dtstart")) for event in events]
    assert all(type(event.decoded("dtstart")) is dt.date for event in events)
    assert [
        f"{task['message']}\n{task['command']}"
        for task in office(f"todo {FILED} --until 2027-06-05", IPSU_LANG="sv")["todo"]
    ] == [str(event["description"]) for event in events]
    assert "E2: Gemensam planering (GP)" == str(events[0]["summary"])
    assert all(str(event["dtstamp"].dt.date()) == "2026-03-24" for event in events)


def test_a_calendar_is_well_formed_to_the_octet(office: Did, tmp_path: Path) -> None:
    raw = written(office, tmp_path / "t.ics", "--until 2027-06-05")
    lines = raw.split(b"\r\n")
    assert (b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"") == (lines[0], lines[-2], lines[-1])
    assert (0, 0) == (raw.replace(b"\r\n", b"").count(b"\n"), raw.replace(b"\r\n", b"").count(b"\r"))
    assert all(len(line) <= 75 for line in lines)
    assert any(line.startswith(b" ") for line in lines)
    assert 7 == unfolded(raw).count("BEGIN:VEVENT") == len({line for line in unfolded(raw) if line.startswith("UID:")})


def test_a_second_calendar_updates_the_first(office: Did, tmp_path: Path) -> None:
    def events(words: str, today: str) -> dict[str, tuple[str, int]]:
        found: dict[str, tuple[str, int]] = {}
        for event in "\n".join(unfolded(written(office, tmp_path / "t.ics", words, today))).split("BEGIN:VEVENT")[1:]:
            facts = dict(line.split(":", 1) for line in event.strip().splitlines())
            found[facts["UID"]] = (facts["DTSTART;VALUE=DATE"], int(facts["SEQUENCE"]))
        return found

    first = events("--until 2026-05-01", "2026-03-24")
    assert first == events("--until 2026-05-01", "2026-03-24")
    office("setting set eves working")
    office("case edit E4 --from 2026-04-07", today="2026-03-25")
    second = events("--until 2026-05-01", "2026-03-25")
    assert first.keys() == second.keys()
    assert {"20260401", "20260408", "20260413"} == {day for day, _ in first.values()}
    assert {"20260401", "20260408", "20260414"} == {day for day, _ in second.values()}
    assert all(second[uid][1] == number + 1 for uid, (_, number) in first.items())


def test_a_calendar_holds_no_name(office: Did, tmp_path: Path) -> None:
    text = written(office, tmp_path / "t.ics", "--until 2027-06-05").decode()
    assert [] == [word for word in ("Test", "Person", "Kim", "Lo ", "9802", "Exempelby") if word in text]


def test_a_calendar_without_rows_is_one(did: Did, tmp_path: Path) -> None:
    assert 0 == unfolded(written(did, tmp_path / "t.ics", "")).count("BEGIN:VEVENT")


def test_a_calendar_is_not_overwritten_unless_it_may_be(ipsu: Program, office: Did, tmp_path: Path) -> None:
    assert 0 == ipsu("todo --ics t.ics").code
    assert 0o600 == (tmp_path / "t.ics").stat().st_mode & 0o777
    result = ipsu("todo --ics t.ics --json")
    assert (1, "file.exists") == (result.code, json.loads(result.err)["error"]["code"])
    assert 0 == ipsu("todo --ics t.ics --force").code


def test_overdue_fails_after_the_calendar_is_written(ipsu: Program, office: Did, tmp_path: Path) -> None:
    assert 6 == ipsu("todo --fail-on overdue --ics t.ics", today="2026-04-02").code
    assert (tmp_path / "t.ics").exists()


def test_what_ends_a_value_is_marked_and_no_letter_is_split() -> None:
    from ipsu_cli.write.ics import escaped, folded

    assert "a\\,b\\;c\\\\d\\ne" == escaped("a,b;c\\d\ne\x07")
    line = "SUMMARY:" + "å" * 100
    pieces = folded(line).removesuffix(b"\r\n").split(b"\r\n ")
    assert line == b"".join(pieces).decode()
    assert [len(piece.decode().encode()) for piece in pieces] == [74, 74, 60]


# ---------------------------------------------------------------------------------------------------------
# Rusta och matcha


@pytest.fixture
def placed(did: Did) -> Did:
    """R1 in KA-Webb from Monday 9 February to Wednesday 29 April 2026."""
    did("agreement add RM-1 --service rusta-matcha --area Väst --from 2025-01-01", today="2026-02-09")
    did(
        f"case add R1 --service rusta-matcha --agreement RM-1 --personnummer {NUMBERS[0]} --name 'Test Person' "
        "--from 2026-02-09 --to 2026-04-29 --system ka-webb --level B --extent 100 --coach Kim",
        today="2026-02-09",
    )
    return did


def due_of(answer: Any) -> list[tuple[Any, ...]]:
    return [(task["type"], task["period"], task["due"], task["overdue"]) for task in answer["todo"]]


def test_a_placement_has_its_plans_and_a_report_for_each_month_that_has_ended(placed: Did) -> None:
    gp, iup = ("gp", None, "2026-02-16"), ("iup", None, None, False)
    february, march, april = (
        ("pr", "2026-02", "2026-03-31"), ("pr", "2026-03", "2026-04-30"), ("pr", "2026-04", "2026-05-31"),
    )  # fmt: skip
    for today, expected in (
        ("2026-02-16", [(*gp, False), iup]),
        ("2026-02-27", [(*gp, True), iup]),
        ("2026-02-28", [(*gp, True), iup]),
        ("2026-03-31", [(*gp, True), (*february, False), iup]),
        ("2026-04-01", [(*gp, True), (*february, True), (*march, False), iup]),
        ("2026-04-28", [(*gp, True), (*february, True), (*march, False), iup]),
        ("2026-04-29", [(*gp, True), (*february, True), (*march, False), iup]),
        ("2026-04-30", [(*gp, True), (*february, True), (*march, False), (*april, False), iup]),
        ("2026-06-01", [(*gp, True), (*february, True), (*march, True), (*april, True), iup]),
    ):
        assert expected == due_of(placed(f"todo {FILED}", today=today)), today
    assert [(*gp, False), (*february, False)] == due_of(placed(f"todo {FILED} --until 2026-04-29", today="2026-02-10"))


def test_what_is_filed_is_done_and_what_is_returned_is_to_be_done_again(placed: Did) -> None:
    placed("document submit R1 iup --goal Arbete --own-search 20 --supplier 20 --on 2026-02-10", today="2026-02-10")
    placed("document submit R1 gp --mandatory Matchning=5 --mandatory Coachning=5 --on 2026-02-12", today="2026-02-12")
    assert [] == due_of(placed("todo --kind document", today="2026-02-13"))
    placed("document submit R1 pr --period 2026-02 --hours Matchning=6 --hours Coachning=0", today="2026-03-02")
    assert [("pr", "2026-03", "2026-04-30", False)] == due_of(placed("todo --kind document", today="2026-04-01"))
    placed("document return R1 pr --period 2026-02 --reason fel", today="2026-04-02")
    again = placed("todo --kind document", today="2026-04-02")["todo"][0]
    assert ("2026-02", "ipsu document submit R1 pr --period 2026-02 --hours NAME=HOURS") == (
        again["period"],
        again["command"],
    )
    deadlines = placed("report deadlines --month 2026-03", today="2026-04-02")["deadlines"]
    assert [("pr", 1, 1)] == [(row["type"], row["count"], row["on_time"]) for row in deadlines]


def test_a_returned_version_asks_for_a_new_one_though_an_older_waits_unanswered(placed: Did) -> None:
    """As the delivery of the month does. An older joint plan is what is worked by, until a newer one is taken."""
    placed("document submit R1 iup --goal Arbete --own-search 20 --supplier 20 --on 2026-02-10", today="2026-02-10")
    for hours in 5, 6:
        placed(f"document submit R1 gp --mandatory Matchning={hours} --on 2026-02-12", today="2026-02-12")
        placed(f"document submit R1 pr --period 2026-02 --hours Matchning={hours}", today="2026-03-02")
    for about in "gp", "pr --period 2026-02":
        placed(f"document return R1 {about} --reason fel", today="2026-03-03")
    assert [("pr", "2026-02", "2026-03-31", False)] == due_of(placed("todo --kind document", today="2026-03-03"))
    assert "delivery.pr-missing" == placed("deliver R1 --month 2026-02", today="2026-03-03", code=1)["code"]
    left = placed("case close R1 --on 2026-03-03 --reason work", today="2026-03-03")["warnings"]
    assert ["PR 2026-02, PR 2026-03"] == [
        warning["message"].partition(": ")[2].rstrip(".") for warning in left if warning["code"] == "case.unfiled"
    ]


def test_an_older_version_waits_no_more_once_a_newer_is_confirmed(office: Did) -> None:
    """`status` went on asking for its confirmation."""
    for day in "2026-04-20", "2026-04-21":
        office(f"document submit E2 sr --on {day}", today="2026-04-21")
    waits = "ipsu document confirm E2 sr"
    assert waits in json.dumps(office("status", today="2026-04-21"))
    office("document confirm E2 sr", today="2026-04-21")
    assert waits not in json.dumps(office("status", today="2026-04-21"))


def test_what_was_filed_again_is_not_left_at_the_closing(office: Did) -> None:
    office("document submit E2 sr --on 2026-04-20", today="2026-04-20")
    office("document return E2 sr --reason fel", today="2026-04-20")
    office("document submit E2 sr --on 2026-04-21", today="2026-04-21")
    left = office("case close E2 --on 2026-04-21 --reason completed", today="2026-04-21")["warnings"]
    assert not [warning["message"] for warning in left if "SR" in warning["message"]]


def test_a_final_report_that_is_returned_is_to_be_done_again_at_once(office: Did) -> None:
    """Though it is due on the last day of the period."""
    office("document submit E2 sr --on 2026-04-20", today="2026-04-20")
    assert "E2 sr" not in refs(office("todo --coach Kim", today="2026-04-21"))
    office("document return E2 sr --reason fel --on 2026-04-21", today="2026-04-21")
    assert "E2 sr" in refs(office("todo --coach Kim", today="2026-04-21"))
    assert "E4 sr" not in refs(office("todo --coach Kim", today="2026-05-28"))


def test_a_closed_placement_reports_to_its_closing_month(placed: Did) -> None:
    placed("case close R1 --on 2026-03-11 --reason work", today="2026-03-11")
    assert [("pr", "2026-02", "2026-03-31", False), ("pr", "2026-03", "2026-04-30", False)] == due_of(
        placed("todo", today="2026-03-12")
    )


def test_the_day_of_a_periodic_report_is_a_setting(placed: Did) -> None:
    placed("setting set pr-due-day 10")
    due = {task["period"]: task["due"] for task in placed("todo", today="2026-03-11")["todo"] if task["type"] == "pr"}
    listed = placed("document list R1", today="2026-03-11")["documents"]
    assert {"2026-02": "2026-03-10"} == due
    assert "2026-03-10" == next(document["due"] for document in listed if document["period"] == "2026-02")


def test_the_deviation_days_move_the_day_of_a_deviation_report(placed: Did) -> None:
    submit = "document submit R1 avvikelse --from 2026-04-02 --to 2026-04-02 --known --activity Coachning --misconduct"
    words = f"{submit} --expected 10:00-11:00"
    document = placed(words, today="2026-04-07")["document"]
    assert ("2026-04-07", 0) == (document["due"], document["days_late"])
    placed("setting set deviation-days 3")
    assert "2026-04-09" == placed("document show R1 avvikelse", today="2026-04-07")["document"]["due"]
    deadlines = placed("report deadlines --month 2026-04", today="2026-04-10")["deadlines"]
    assert ("avvikelse", 1, 1) == tuple(deadlines[0][key] for key in ("type", "count", "on_time"))


def test_the_key_figures_count_the_reports_that_todo_calls_overdue(placed: Did) -> None:
    for today, overdue in (("2026-03-30", 1), ("2026-04-01", 2), ("2026-05-01", 3)):
        answer = placed("report kpi", today=today)
        figures = {kpi["code"]: kpi["value"] for kpi in answer["kpis"]}
        assert overdue == figures["documents_overdue"]
        assert overdue == sum(task["overdue"] for task in placed(f"todo {FILED}", today=today)["todo"])


def test_status_tells_of_placements_as_todo_does(placed: Did) -> None:
    for today in ("2026-02-10", "2026-03-02", "2026-04-30", "2026-06-01"):
        listed = [(task["type"], task["period"], task["due"]) for task in placed("status", today=today)["due"]]
        assert listed == [row[:3] for row in due_of(placed(f"todo {FILED}", today=today))]


ABSENCE = "--from 2026-04-02 --to 2026-04-02 --unknown --activity Coachning --expected 10:00-11:00"


def test_a_deviation_report_that_is_started_is_due_the_next_working_day(placed: Did) -> None:
    draft = placed(f"document write R1 avvikelse {ABSENCE} --absent 10:00-11:00", today="2026-04-02")
    assert ("draft", 1, "2026-04-07", []) == (
        draft["document"]["status"], draft["document"]["version"], draft["document"]["due"], draft["warnings"],
    )  # fmt: skip
    rows = {
        today: [task for task in placed("todo", today=today)["todo"] if task["type"] == "avvikelse"]
        for today in ("2026-04-02", "2026-04-07", "2026-04-08")
    }
    assert [(1, False), (0, False), (-1, True)] == [
        (task["working_days_left"], task["overdue"]) for of in rows.values() for task in of
    ]
    command = rows["2026-04-07"][0]["command"]
    assert command == "ipsu document submit R1 avvikelse --from 2026-04-02 --to 2026-04-02"
    filed = placed(command.removeprefix("ipsu "), today="2026-04-07")["document"]
    assert ("submitted", 1, 0, "Coachning") == tuple(
        filed[key] for key in ("status", "version", "days_late", "activity")
    )
    assert [] == [task for task in placed("todo", today="2026-04-08")["todo"] if task["type"] == "avvikelse"]


def test_what_a_started_report_lacks_is_said_and_then_given(ipsu: Program, placed: Did, db: Path) -> None:
    draft = placed("document write R1 avvikelse --from 2026-04-02 --to 2026-04-02", today="2026-04-02")
    assert {"deviation.incomplete", "deviation.activity-incomplete"} == {
        warning["code"] for warning in draft["warnings"]
    }
    before = program.dump(db)
    assert 1 == ipsu("document submit R1 avvikelse", today="2026-04-02").code
    assert before == program.dump(db)
    placed("document write R1 avvikelse --from 2026-04-02 --known --activity Coachning", today="2026-04-02")
    more = "--expected 10:00-11:00 --absent 10:00-10:30"
    filed = placed(f"document submit R1 avvikelse --from 2026-04-02 {more}", today="2026-04-03")["document"]
    assert (1, "submitted", True) == (filed["version"], filed["status"], filed["known"])


def test_another_absence_is_another_report(placed: Did) -> None:
    placed(f"document write R1 avvikelse {ABSENCE} --misconduct", today="2026-04-02")
    other = "--from 2026-04-08 --to 2026-04-08 --known --activity Matchning --expected 9:00-10:00 --misconduct"
    filed = placed(f"document submit R1 avvikelse {other.replace('9:', '09:')}", today="2026-04-09")["document"]
    assert (2, "Matchning") == (filed["version"], filed["activity"])
    draft = placed("document show R1 avvikelse --version 1", today="2026-04-09")["document"]
    assert ("draft", "Coachning") == (draft["status"], draft["activity"])
    assert 2 == len(
        [document for document in placed("document list R1")["documents"] if document["type"] == "avvikelse"]
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("document write R1 avvikelse --from 2026-04-03 --to 2026-04-02", 1),
        (f"document write R1 avvikelse {ABSENCE} --absent 09:00-10:30", 1),
        ("document write R1 avvikelse --known --unknown", 2),
        ("document write R1 avvikelse --expected 11:00-10:00", 2),
        ("document write R1 gp --from 2026-04-02", 2),
        ("document write R1 pr", 1),
    ],
)
def test_a_draft_that_cannot_be_is_refused(ipsu: Program, placed: Did, db: Path, words: str, code: int) -> None:
    before = program.dump(db)
    assert code == ipsu(words, today="2026-04-02").code
    assert before == program.dump(db)


def test_in_ipsu_a_deviation_report_is_started_with_its_days(did: Did) -> None:
    a_case(did, {"case": "D1", "service": "a", "from": "2026-03-16", "to": "2026-03-27"}, 0, "2026-03-24")
    draft = did("document write D1 avvikelse --from 2026-03-20 --to 2026-03-20 --unknown", today="2026-03-20")
    assert ("2026-03-23", []) == (draft["document"]["due"], draft["warnings"])

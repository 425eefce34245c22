"""What holds for every command: where options stand, keys, quiet, JSON, names, files, streams and signals."""

import errno
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program

TODAY = "2026-03-22"
NAME, NUMBER = "Test Person", "19900101-9802"
HIDDEN, SECRET = "Hemlig Hemligsson", "19850505-2384"
TEXTS = ("Hemlig", "1985", "2384", "Malung", "Svetsning", "kvinnojour", "woman")
SUPPORT = (
    "--service ipsu-b --agreement IPSU-1 --from 2026-03-02 --to 2026-03-22 --training-from 2026-01-12 "
    "--training-to 2026-06-05"
)
MADE = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    "price set IPSU-1 ipsu-a 9500 --unit case --from 2025-01-01",
    f"case add B1 --personnummer {NUMBER} --name '{NAME}' --training Svetsare --coach Kim {SUPPORT}",
    "plan set B1 2026-W10..2026-W11=20 2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-04",
    f"case add P1 --personnummer {SECRET} --name '{HIDDEN}' --protected --gender woman --training Svetsning "
    f"--site Malung {SUPPORT}",
    "plan set P1 2026-W10..2026-W11=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver P1 7.35 --on 2026-03-03",
    "deliver B1 0.1 --on 2026-03-03",
    "deliver B1 0.2 --on 2026-03-04",
    "deliver B1 19.15 --on 2026-03-05",
    "case add A1 --service ipsu-a --personnummer 19750315-2386 --name 'Annan Person' --from 2026-01-19 "
    "--to 2026-01-30 --training Svetsare --agreement IPSU-1",
    "document submit A1 sr --on 2026-02-02",
)
ASKING = (
    "case list", "case list --names", "case show B1", "case show P1", "case show A1", "plan show B1", "plan show P1",
    "plan history B1", "plan history P1", "document list B1", "document list P1", "document list A1", "delivery list",
    "delivery list P1", "agreement list", "price list", "setting list", "invoice list", "explain",
    "explain delivery.over-plan", "help", "todo", "todo --names", "todo --until 2026-12-31", "aid list", "aid list P1",
    "calendar 2026", "report deadlines", "document show A1 sr", "document template P1 sr",
)  # fmt: skip


@pytest.fixture(scope="session")
def small_office(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a case of each kind, one of them of a protected person; copied, never written to."""
    folder = tmp_path_factory.mktemp("small")
    path = Path(shutil.copy2(new_office, folder / "ipsu.db"))
    for words in MADE:
        made = program.run(words, folder=folder, today=TODAY)
        assert 0 == made.code, (words, made.err)
    return path


@pytest.fixture
def small(small_office: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(small_office, tmp_path / "ipsu.db"))


def rows(path: Path, sql: str) -> list[Any]:
    conn = sqlite3.connect(path)
    try:
        return conn.execute(sql).fetchall()
    finally:
        conn.close()


# ---------------------------------------------------------------------------------------------------------
# Where options stand


@pytest.mark.parametrize(
    "words",
    [
        "--json --today 2026-03-03 --db other.db --lang sv case list --names",
        "case --json --names list --db=other.db --today=2026-03-03 --lang=sv",
        "case list --names --lang sv --db other.db --today 2026-03-03 --json",
    ],
)
def test_options_stand_before_and_after_the_command(ipsu: Program, small: Path, words: str) -> None:
    small.rename(small.with_name("other.db"))
    result = ipsu(words, today="2020-01-01")
    assert (0, "") == (result.code, result.err)
    assert [("A1", "ended"), ("B1", "active"), ("P1", "active")] == [
        (case["case"], case["status"]) for case in result.json["cases"]
    ]


def test_the_environment_stands_for_options_that_are_left_out(ipsu: Program, small: Path) -> None:
    small.rename(small.with_name("other.db"))
    result = ipsu("case list --json", IPSU_DB="other.db", today="2026-03-01")
    assert ["ended", "planned", "planned"] == [case["status"] for case in result.json["cases"]]
    assert 4 == ipsu("case list --db ipsu.db", IPSU_DB="other.db").code


def test_a_left_over_setting_is_named_where_its_file_is_missing(ipsu: Program, small: Path) -> None:
    assert "There is no file gone.db ($IPSU_DB). Are" in ipsu("case list", IPSU_DB="gone.db").err
    assert "There is no file typed.db. Are" in ipsu("case list --db typed.db", IPSU_DB="gone.db").err
    assert {"path": "gone.db"} == json.loads(ipsu("case list --json", IPSU_DB="gone.db").err)["error"]["details"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("case edit B1 --coach Alex --who Anna", "Anna"),
        ("--who=Anna case edit B1 --coach Alex", "Anna"),
        ("case --who ' Anna  Å ' edit B1 --coach Alex", "Anna  Å"),
        ("case edit B1 --coach Alex", "Bo"),
    ],
)
def test_who_does_it_stands_in_the_log(ipsu: Program, small: Path, words: str, who: str) -> None:
    assert 0 == ipsu(words, today=TODAY, IPSU_WHO="Bo", LOGNAME="konto").code
    assert [(who,)] == rows(small, "SELECT who FROM changes ORDER BY id DESC LIMIT 1")


@pytest.mark.parametrize("name", [None, "", " "])
def test_without_a_name_it_is_the_account(ipsu: Program, small: Path, name: str | None) -> None:
    assert 0 == ipsu("case edit B1 --coach Alex", today=TODAY, IPSU_WHO=name, LOGNAME="konto").code
    assert [("konto",)] == rows(small, "SELECT who FROM changes ORDER BY id DESC LIMIT 1")


def test_an_account_without_a_name_in_the_environment_is_named_as_the_system_has_it(ipsu: Program, small: Path) -> None:
    pwd = pytest.importorskip("pwd")
    nameless = dict.fromkeys(("IPSU_WHO", "LOGNAME", "USER", "USERNAME"))
    assert 0 == ipsu("case edit B1 --coach Alex", today=TODAY, **nameless).code
    assert [(pwd.getpwuid(os.getuid()).pw_name,)] == rows(small, "SELECT who FROM changes ORDER BY id DESC LIMIT 1")


@pytest.mark.parametrize(
    ("more", "code"),
    [(["--who", ""], "option.empty"), (["--who"], "option.value"), (["--who", "a\x1bb"], "value.text"),
     (["--who", "Anna", "--who", "Bo"], "option.twice")],
)  # fmt: skip
def test_who_is_one_name_that_can_be_shown(ipsu: Program, small: Path, more: list[str], code: str) -> None:
    before = program.dump(small)
    result = ipsu(["--json", "case", "edit", "B1", "--coach", "Alex", *more], today=TODAY)
    assert (2, code) == (result.code, json.loads(result.err)["error"]["code"])
    assert before == program.dump(small)


def test_a_time_of_day_is_the_day(ipsu: Program, small: Path) -> None:
    assert ipsu("case list", today="2026-03-09").out == ipsu("case list --today 2026-03-09T10:30").out


def test_after_two_dashes_no_option_stands(ipsu: Program, small: Path) -> None:
    result = ipsu("case show -- --json", today=TODAY)
    assert (1, True) == (result.code, result.err.startswith("ipsu: "))


@pytest.mark.parametrize("word", ["-h", "--help"])
@pytest.mark.parametrize("words", ["", "case", "case add", "deliver", "invoice build"])
def test_help_is_asked_for_in_two_ways_and_needs_no_office(ipsu: Program, words: str, word: str) -> None:
    result = ipsu(f"{words} {word}")
    assert (0, "") == (result.code, result.err)
    assert "Usage: ipsu" in result.out


# ---------------------------------------------------------------------------------------------------------
# Keys

KEYED = {
    "a delivery": "deliver B1 0.5 --on 2026-03-10",
    "a delivery with warnings": "deliver B1 1 --on 2026-03-05",
    "a case": f"case add B9 --personnummer 19750315-2394 --name Ny {SUPPORT}",
    "a plan": "plan set B1 2026-W10..2026-W12=20 --reason x",
    "a correction": "delivery correct 1 7.5 --reason x",
    "a build": "invoice build --month 2026-03",
    "a price": "price set IPSU-1 ipsu-b 460 --unit hour --from 2026-01-01",
    "an import": "import deliveries in.csv",
    "a decision that takes too much": "case decide B1 --to 2026-03-08 --on 2026-03-10",
}


@pytest.mark.parametrize("words", KEYED.values(), ids=KEYED)
def test_a_key_repeated_gives_the_first_answer_and_does_nothing(ipsu: Program, small: Path, words: str) -> None:
    (small.parent / "in.csv").write_text("case;on;hours\nB1;2026-03-10;1,25\n")
    first = ipsu(f"{words} --key nyckel --json", today=TODAY)
    assert 0 == first.code
    before = program.dump(small)
    again = ipsu(f"--key=nyckel {words} --json", today="2026-04-01")
    assert (0, "") == (again.code, again.err)
    assert {**first.json, "repeated": True} == again.json
    assert before == program.dump(small)


@pytest.mark.parametrize(
    "words", ["deliver B1 0.5 --on 2026-03-11", "deliver B1 0.6 --on 2026-03-10", "setting set names on"]
)
def test_a_key_with_other_arguments_is_refused(ipsu: Program, small: Path, words: str) -> None:
    assert 0 == ipsu("deliver B1 0.5 --on 2026-03-10 --key nyckel", today=TODAY).code
    before = program.dump(small)
    result = ipsu(f"{words} --key nyckel", today=TODAY)
    assert (1, "") == (result.code, result.out)
    assert before == program.dump(small)


def test_a_key_of_what_was_refused_is_not_used_up(ipsu: Program, small: Path) -> None:
    assert 1 == ipsu("deliver B1 99 --on 2026-03-10 --key nyckel", today=TODAY).code
    assert 0 == ipsu("deliver B1 1 --on 2026-03-10 --key nyckel", today=TODAY).code


def test_a_key_repeated_gives_hours_below_zero_again(ipsu: Program, small: Path) -> None:
    assert 0 == ipsu("invoice build --month 2026-03", today=TODAY).code
    first = ipsu("delivery correct 1 6 --reason x --key nyckel --json", today=TODAY)
    assert -7.35 == first.json["reversal"]["hours"]
    again = ipsu("delivery correct 1 6 --reason x --key nyckel --json", today=TODAY)
    assert (0, {**first.json, "repeated": True}) == (again.code, again.json if again.out else again.err)


def test_a_key_repeated_leaves_the_workbook_as_it_is(ipsu: Program, small: Path) -> None:
    words = "invoice build --month 2026-03 --excel bas.xlsx --key nyckel --json"
    first = ipsu(words, today=TODAY)
    book = (small.parent / "bas.xlsx").read_bytes()
    again = ipsu(words, today=TODAY)
    assert (0, "") == (again.code, again.err)
    assert {**first.json, "repeated": True} == again.json
    assert book == (small.parent / "bas.xlsx").read_bytes()


def test_a_key_repeated_with_force_does_not_empty_the_workbook(ipsu: Program, small: Path) -> None:
    words = "invoice build --month 2026-03 --excel bas.xlsx --force --key nyckel"
    assert 0 == ipsu(words, today=TODAY).code
    book = (small.parent / "bas.xlsx").read_bytes()
    assert 0 == ipsu(words, today=TODAY).code
    assert book == (small.parent / "bas.xlsx").read_bytes()


def test_an_office_is_set_up_once_under_a_key(ipsu: Program) -> None:
    words = "init --name 'Stöd AB' --orgnr 559999-0008 --key nyckel --json"
    first = ipsu(words)
    again = ipsu(words)
    assert (0, {**first.json, "repeated": True}) == (again.code, again.json if again.out else again.err)


def test_a_number_shown_under_a_key_is_kept_nowhere_and_logged_each_time(ipsu: Program, small: Path) -> None:
    for _ in range(2):
        assert 0 == ipsu("case show P1 --reveal --key nyckel", today=TODAY).code
    assert 2 == len(rows(small, "SELECT * FROM changes WHERE command = 'case show --reveal'"))
    assert [] == rows(small, "SELECT * FROM answers WHERE answer LIKE '%2384%' OR answer LIKE '%Hemlig%'")


# ---------------------------------------------------------------------------------------------------------
# Quiet, and JSON


@pytest.mark.parametrize("words", [*ASKING, "deliver B1 1 --on 2026-03-05", "invoice build --month 2026-03"])
def test_quiet_says_nothing(ipsu: Program, small: Path, words: str) -> None:
    result = ipsu(f"{words} --quiet", today=TODAY)
    assert (0, "", "") == (result.code, result.out, result.err)


def test_quiet_still_says_what_is_refused(ipsu: Program, small: Path) -> None:
    assert "delivery.over-plan" in ipsu("deliver B1 24 --week 2026-W11 --quiet", today="2026-03-09").err + "".join(
        ipsu(f"deliver B1 24 --on 2026-03-{day} --quiet", today=TODAY).err for day in ("10", "11", "12")
    )


def numbers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for item in value.values():
            yield from numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


@pytest.mark.parametrize(
    "words",
    [
        *ASKING,
        "deliver B1 1 --on 2026-03-05",
        "invoice build --month 2026-03",
        "plan set B1 2026-W10..2026-W11=20 2026-W12=30 --reason x",
        "case edit B1 --coach Alex",
        "setting set eves working",
        "document submit B1 sr",
    ],
)
def test_every_answer_is_one_json_object(ipsu: Program, small: Path, words: str) -> None:
    result = ipsu(f"{words} --json", today=TODAY)
    assert (0, "") == (result.code, result.err)
    assert 1 == result.out.count("\n")
    answer = result.json
    assert isinstance(answer, dict)
    assert isinstance(answer["warnings"], list)
    assert all({"code", "message"} <= warning.keys() for warning in answer["warnings"])
    assert [] == [key for key in keys(answer) if not re.fullmatch("[a-z][a-z0-9_]*", key)]
    written = re.findall(r"[:\[ ](-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?=[,}\]])", result.out)
    assert [] == [number for number in written if not re.fullmatch(r"-?[0-9]+(\.[0-9]{1,2})?", number)]
    assert all(number == round(number, 2) for number in numbers(answer))


def test_hours_are_summed_without_the_noise_of_binary_numbers(ipsu: Program, small: Path) -> None:
    answer = ipsu("plan show B1 --json", today=TODAY)
    assert '"delivered_hours": 19.45' in answer.out
    assert '"remaining_hours": 30.55' in answer.out


def test_an_answer_is_the_same_each_time_and_in_each_language(ipsu: Program, small: Path) -> None:
    for words in ("case list", "case show B1", "delivery list", "plan show B1"):
        first = ipsu(f"{words} --json", today=TODAY)
        assert first.out == ipsu(f"{words} --json", today=TODAY).out
    svenska = ipsu("delivery list --json", today=TODAY, IPSU_LANG="sv")
    assert ipsu("delivery list --json", today=TODAY).out == svenska.out


def test_a_case_has_at_least_the_keys_that_are_promised(ipsu: Program, small: Path) -> None:
    case = ipsu("case show B1 --json", today=TODAY).json
    expected = {"case", "service", "agreement", "participant", "period", "status", "locked", "plan", "documents",
              "deliveries", "next"}  # fmt: skip
    assert expected <= case.keys()
    assert {"personnummer", "name", "gender", "protected"} <= case["participant"].keys()
    assert {"from", "to"} <= case["period"].keys()
    assert {"version", "status", "planned_hours", "delivered_hours", "remaining_hours", "rows"} <= case["plan"].keys()
    assert [20, 10] == [row["hours_per_week"] for row in case["plan"]["rows"]]
    document = {"type", "version", "period", "status", "submitted", "confirmed", "due", "days_late", "required"}
    assert all(document <= row.keys() for row in case["documents"])
    assert [("gp", 1, "confirmed"), ("sr", None, "missing")] == [
        (row["type"], row["version"], row["status"]) for row in case["documents"]
    ]


def test_codes_have_hyphens_or_underscores_by_what_they_name(ipsu: Program, small: Path) -> None:
    ipsu("case edit B1 --training-type LABOUR-market_training", today=TODAY)
    ipsu("case close B1 --on 2026-03-20 --reason completed --training-result not-passed", today=TODAY)
    case = ipsu("case show B1 --json", today=TODAY).json
    assert ("ipsu-b", "labour_market_training", "not_passed") == (
        case["service"], case["training"]["type"], case["training_result"],
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------------------
# Names and numbers

WRITING = (
    "case edit B1 --coach Alex",
    "case close B1 --on 2026-03-20 --reason completed",
    "case decide B1 --to 2026-03-29 --on 2026-03-18",
    "deliver B1 1 --on 2026-03-10",
    "plan set B1 2026-W10..2026-W12=20 --reason x",
    "document submit B1 sr",
    "delivery cancel 2 --reason x",
    "invoice build --month 2026-03",
)


@pytest.mark.parametrize("form", ["", " --json"])
@pytest.mark.parametrize("words", [words for words in ASKING if "--names" not in words and words != "case show B1"])
def test_lists_carry_references_and_no_names(ipsu: Program, small: Path, words: str, form: str) -> None:
    shown = ipsu(words + form, today=TODAY).out
    assert NAME not in shown
    assert "9802" not in shown


@pytest.mark.parametrize("form", ["", " --json"])
@pytest.mark.parametrize("words", WRITING)
def test_what_a_change_answers_carries_no_name(ipsu: Program, small: Path, words: str, form: str) -> None:
    result = ipsu(words + form, today=TODAY)
    assert 0 == result.code
    assert NAME not in result.out + result.err
    assert "9802" not in result.out + result.err


def test_names_are_shown_on_a_terminal_where_they_are_asked_for(ipsu: Program, small: Path) -> None:
    assert NAME not in program.on_a_terminal("case list", folder=small.parent)
    asked = program.on_a_terminal("case list --names", folder=small.parent)
    assert 0 == ipsu("setting set names on", today=TODAY).code
    for shown in (asked, program.on_a_terminal("case list", folder=small.parent)):
        assert (True, False) == (NAME in shown, HIDDEN in shown)


def test_json_carries_no_names_on_a_terminal_either(ipsu: Program, small: Path) -> None:
    assert 0 == ipsu("setting set names on", today=TODAY).code
    assert NAME not in program.on_a_terminal("case list --names --json", folder=small.parent)


@pytest.mark.parametrize("form", ["", " --json"])
def test_a_pipe_gets_no_names_however_they_are_asked_for(ipsu: Program, small: Path, form: str) -> None:
    assert NAME not in ipsu(f"case list --names{form}", today=TODAY).out
    assert NAME not in ipsu("deliver B1 99 --on 2026-03-10 --names", today=TODAY).err
    assert 0 == ipsu("setting set names on", today=TODAY).code
    for words in ("case list", "status"):
        assert NAME not in ipsu(words + form, today=TODAY).out


@pytest.mark.parametrize("form", ["", " --json"])
@pytest.mark.parametrize("words", ASKING)
def test_a_protected_person_is_shown_by_reference_alone(ipsu: Program, small: Path, words: str, form: str) -> None:
    shown = ipsu(f"{words} --names{form}", today=TODAY).out
    assert [] == [text for text in TEXTS if text in shown]


@pytest.mark.parametrize(
    "words",
    [
        "case edit P1 --coach Alex",
        "deliver P1 1 --on 2026-03-10",
        "deliver P1 99 --on 2026-03-10",
        "invoice build --month 2026-03",
        "case close P1 --on 2026-03-20 --reason completed",
        "case decide P1 --to 2026-03-29 --on 2026-03-18",
        "case edit P1 --officer kvinnojour --order kvinnojour",
        "plan set P1 2026-W10..2026-W12=20 --reason kvinnojour",
        "document submit P1 sr",
        "delivery correct 1 5 --reason kvinnojour",
        f"case add P2 --personnummer {SECRET} --name x {SUPPORT}",
        f"case add P2 --service ipsu-a --agreement IPSU-1 --personnummer {SECRET} --name x --from 2026-01-19 "
        "--to 2026-01-30",
    ],
)
def test_what_is_done_to_a_protected_case_shows_no_more(ipsu: Program, small: Path, words: str) -> None:
    for form in (" --json", ""):
        result = ipsu(f"{words} --names{form}", today=TODAY)
        assert [] == [text for text in TEXTS if text in result.out + result.err]
        assert 0 == ipsu("case list", today=TODAY).code


def test_a_warning_does_not_show_the_town_of_a_protected_person(ipsu: Program, small: Path) -> None:
    ipsu("agreement add IPSU-2 --service ipsu --area x --from 2025-01-01 --site Falun", today=TODAY)
    ipsu("case edit P1 --agreement IPSU-2", today=TODAY)
    result = ipsu("case edit P1 --coach Alex", today=TODAY)
    assert (0, False) == (result.code, "Malung" in result.err + result.out)


@pytest.mark.parametrize("words", ["case show P1", "plan show P1", "plan history P1"])
def test_texts_about_a_protected_person_are_not_shown(ipsu: Program, small: Path, words: str) -> None:
    for done in (
        "plan set P1 2026-W10..2026-W12=20 --reason kvinnojour --submitted 2026-03-20",
        "case edit P1 --officer 'Handläggare kvinnojour' --order kvinnojour-7",
        "document confirm P1 gp",
        "invoice build --month 2026-03",
        "invoice reject 2026-0001 --case P1 --reason kvinnojour --not-self-fixable",
    ):
        result = ipsu(done, today=TODAY)
        assert (0, False) == (result.code, "kvinnojour" in result.out + result.err), result.err
    for form in ("", " --json"):
        assert "kvinnojour" not in ipsu(words + form, today=TODAY).out
    revealed = ipsu("case show P1 --reveal --json", today=TODAY).json
    assert ("Handläggare kvinnojour", "kvinnojour-7", "kvinnojour") == (
        revealed["officer"], revealed["order"], revealed["locked"]["reason"],
    )  # fmt: skip


def test_protection_belongs_to_the_person(ipsu: Program, small: Path) -> None:
    ipsu(
        f"case add P2 --service ipsu-a --agreement IPSU-1 --personnummer {SECRET} --name '{HIDDEN}' "
        "--from 2026-01-19 --to 2026-01-30", today=TODAY,
    )  # fmt: skip
    person = ipsu("case show P2 --json", today=TODAY).json["participant"]
    assert {"personnummer": None, "name": None, "gender": None, "protected": True} == person


@pytest.mark.parametrize(("case", "number", "name"), [("B1", NUMBER, NAME), ("P1", SECRET, HIDDEN)])
def test_a_number_is_shown_where_it_is_asked_for_and_leaves_a_line(
    ipsu: Program, small: Path, case: str, number: str, name: str
) -> None:
    before = rows(small, "SELECT id FROM changes")
    person = ipsu(f"case show {case} --reveal --json", today=TODAY).json["participant"]
    assert (number, name) == (person["personnummer"], person["name"])
    log = rows(small, "SELECT command, c.ref FROM changes JOIN cases c ON c.id = case_id ORDER BY changes.id")
    assert len(before) + 1 == len(rows(small, "SELECT id FROM changes"))
    assert ("case show --reveal", case) == log[-1]


def test_a_number_that_cannot_be_logged_is_not_shown(ipsu: Program, small: Path) -> None:
    conn = sqlite3.connect(small)
    conn.execute("CREATE TRIGGER full BEFORE INSERT ON changes BEGIN SELECT RAISE(ABORT, 'full'); END")
    conn.commit()
    conn.close()
    result = ipsu("case show B1 --reveal", today=TODAY)
    assert (True, "") == (result.code != 0, result.out)
    assert "9802" not in result.err


def test_a_number_is_masked_without_being_asked_for(ipsu: Program, small: Path) -> None:
    assert "19900101-****" == ipsu("case show B1 --json", today=TODAY).json["participant"]["personnummer"]
    assert "19900101-****" in ipsu("case show B1", today=TODAY).out
    listed = ipsu("case list --json --names", today=TODAY).json["cases"]
    assert "19900101-****" in [case["participant"]["personnummer"] for case in listed]


def test_a_number_may_come_from_stdin(ipsu: Program, small: Path) -> None:
    result = ipsu(f"case add B9 --personnummer - --name Ny {SUPPORT}", today=TODAY, stdin="19750315-2394\n")
    assert 0 == result.code
    assert "2394" not in result.out + result.err


def test_a_number_from_stdin_may_begin_with_a_byte_order_mark(ipsu: Program, small: Path) -> None:
    line = f"case add B9 --personnummer - --name Ny {SUPPORT}"
    assert 0 == ipsu(line, today=TODAY, stdin="\ufeff19750315-2394\r\n").code


def test_the_log_holds_no_name_and_no_number(small: Path) -> None:
    log = json.dumps(rows(small, "SELECT at, today, who, command FROM changes"))
    assert NAME not in log
    assert "Hemlig" not in log
    assert "9802" not in log


# ---------------------------------------------------------------------------------------------------------
# Files


def test_every_file_that_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    def in_the_open(words: str) -> int:
        return subprocess.run(
            ["sh", "-c", f"umask 000; exec '{sys.executable}' -m ipsu_cli {words}"],
            cwd=tmp_path, env=environment(), capture_output=True, timeout=120,
        ).returncode  # fmt: skip

    assert 0 == in_the_open("init --name X --orgnr 559999-0008")
    for words in MADE:
        assert 0 == in_the_open(words), words
    assert 0 == in_the_open("invoice build --month 2026-03 --excel bas.xlsx")
    assert 0 == in_the_open("invoice excel 2026-0001 igen.xlsx")
    (tmp_path / "bad.csv").write_text("case;on;hours\nB1;2026-03-10;x\n")
    assert 3 == in_the_open("import deliveries bad.csv --errors fel.csv")
    made = {"ipsu.db", "bas.xlsx", "igen.xlsx", "fel.csv"}
    assert {name: 0o600 for name in made} == {name: (tmp_path / name).stat().st_mode & 0o777 for name in made}
    assert {*made, "bad.csv"} == {path.name for path in tmp_path.iterdir()}


def test_a_workbook_that_cannot_be_written_changes_nothing_or_says_saved(ipsu: Program, small: Path) -> None:
    result = ipsu("invoice build --month 2026-03 --excel nowhere/bas.xlsx", today=TODAY)
    saved = bool(rows(small, "SELECT * FROM invoices"))
    assert (9 if saved else 5) == result.code


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IPSU_")}
    return {
        **kept,
        "PYTHONPATH": str(program.ROOT),
        "IPSU_TODAY": TODAY,
        "IPSU_LANG": "en",
        "NO_COLOR": "1",
        "COLUMNS": "200",
        **more,
    }


# ---------------------------------------------------------------------------------------------------------
# What is typed is shown literally

LITERAL = "[red]x[/red] [/] :smile: [link=http://x]y[/link] \\[b] {name} %s"


def test_what_looks_like_markup_is_shown_as_it_is_typed(ipsu: Program, small: Path) -> None:
    assert 0 == ipsu(["case", "edit", "B1", "--coach", LITERAL], today=TODAY).code
    for words in ("case list", "case show B1"):
        assert LITERAL in ipsu(words, today=TODAY).out
    assert LITERAL == ipsu("case show B1 --json", today=TODAY).json["coach"]


@pytest.mark.parametrize("typed", ["a\x1b[31mb", "a\x1b]0;x\x07b", "a\x9bb", "a\u202eb", "a\nb", "a\x00b"])
def test_what_would_act_on_a_terminal_is_refused(ipsu: Program, small: Path, typed: str) -> None:
    result = ipsu(["case", "edit", "B1", "--coach", typed], today=TODAY)
    assert (2, "") == (result.code, result.out)
    assert typed not in result.err


@pytest.mark.parametrize(
    "words", [["case", "show", "\x1b[31mX"], ["\x1b[31mX"], ["deliver", "B1", "\x1b[31m7", "--on"]]
)
def test_an_error_shows_escape_codes_as_text(ipsu: Program, small: Path, words: list[str]) -> None:
    for form in ([], ["--json"]):
        result = ipsu([*words, *form], today=TODAY)
        assert 0 != result.code
        assert "\x1b" not in result.err + result.out


def test_a_pipe_gets_whole_rows_whatever_the_width(ipsu_process: Program, small: Path) -> None:
    program.run(["case", "edit", "B1", "--coach", "K" * 150], folder=small.parent, today=TODAY)
    shown = ipsu_process("case list", today=TODAY, COLUMNS="20").out
    assert 1 == len([line for line in shown.splitlines() if line.startswith("B1") and "K" * 150 in line])
    assert "\x1b" not in shown


def test_a_terminal_shows_markup_literally_too(small: Path) -> None:
    program.run(["case", "edit", "B1", "--coach", LITERAL], folder=small.parent, today=TODAY)
    for words in ("case list", "case show B1"):
        assert LITERAL in program.on_a_terminal(words, folder=small.parent)


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(small: Path, more: dict[str, str]) -> None:
    shown = program.on_a_terminal("case list", folder=small.parent, columns=200, **more)
    assert not re.search("\x1b\\[[0-9;]*3[0-7]", shown)


# ---------------------------------------------------------------------------------------------------------
# Streams, signals, two at once


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    words = line.replace("ipsu", f"'{sys.executable}' -m ipsu_cli", 1)
    return subprocess.run(["sh", "-c", words], cwd=folder, env=environment(), capture_output=True, timeout=120)


@pytest.mark.parametrize("end", [">/dev/full", ">&-"])
def test_saved_is_saved_where_the_answer_cannot_be_printed(small: Path, end: str) -> None:
    done = shell(f"ipsu deliver B1 1 --on 2026-03-10 {end}", small.parent)
    assert (9, True) == (done.returncode, b"saved" in done.stderr)
    assert b"Traceback" not in done.stderr
    assert [(100,)] == rows(small, "SELECT quantity FROM deliveries WHERE to_day = '2026-03-10'")


@pytest.mark.parametrize("end", [">/dev/full", ">&-"])
def test_saved_is_reported_as_json_where_json_is_asked_for(small: Path, end: str) -> None:
    done = shell(f"ipsu deliver B1 1 --on 2026-03-10 --json {end}", small.parent)
    assert 9 == done.returncode
    assert "saved" in json.loads(done.stderr)["error"]["message"]


# Named apart from the number of the error, which is another on another system.
@pytest.mark.parametrize(("end", "why"), [(">/dev/full", errno.ENOSPC), (">&-", errno.EBADF)], ids=["full", "closed"])
@pytest.mark.parametrize("words", ["case list", "case list --json", "case --help", "--version"])
def test_a_list_that_cannot_be_printed_is_a_failure(small: Path, words: str, end: str, why: int) -> None:
    done = shell(f"ipsu {words} {end}", small.parent)
    assert (5, True) == (done.returncode, os.strerror(why).encode() in done.stderr)


READING_STDIN = {
    "case edit B1 --personnummer - --reason fel": 2,
    "import deliveries -": 3,
    "document write B1 sr --file -": 3,
    "query -": 2,
    "encrypt": 2,
}


@pytest.mark.parametrize("words", READING_STDIN)
def test_a_closed_stdin_is_an_empty_one(small: Path, words: str) -> None:
    closed, empty = (shell(f"ipsu {words} {end}", small.parent) for end in ("<&-", "</dev/null"))
    assert (READING_STDIN[words], empty.stderr) == (closed.returncode, closed.stderr)


def test_a_reader_that_leaves_early_is_no_fault(small: Path) -> None:
    done = shell("ipsu explain | head -1", small.parent)
    assert b"Traceback" not in done.stderr


def test_a_closed_stderr_does_not_undo_a_refusal(small: Path) -> None:
    assert 1 == shell("ipsu deliver X1 1 --on 2026-03-10 2>&-", small.parent).returncode


def start(words: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ipsu_cli", *words.split()], cwd=folder, env=environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=program.heed_signals,
    )  # fmt: skip


@pytest.mark.skipif(not program.TELLS_WHAT_IS_OPEN, reason="the kernel does not tell which files are open")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_ends_with_130_and_changes_nothing(small: Path, sent: signal.Signals) -> None:
    before = program.dump(small)  # to close the file again would end the lock
    holder = sqlite3.connect(small, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    process = start("deliver B1 1 --on 2026-03-10", small.parent)
    try:
        program.wait_until_open(small, process)
        process.send_signal(sent)
        holder.execute("ROLLBACK")
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
        holder.close()
    assert (130, b"", False) == (process.returncode, out, b"Traceback" in err)
    assert before == program.dump(small)


def test_a_killed_command_leaves_the_file_whole(small: Path) -> None:
    before = program.dump(small)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED], cwd=small.parent, env=environment(), stdout=subprocess.PIPE
    )
    process.communicate(timeout=60)
    assert -signal.SIGKILL == process.returncode
    assert program.run("case list", folder=small.parent).code == 0
    assert [("ok",)] == rows(small, "PRAGMA integrity_check")
    assert before == program.dump(small)
    assert 0 == program.run("deliver B1 1 --on 2026-03-10", folder=small.parent, today=TODAY).code


# The line in the log is written, the transaction not yet committed.
KILLED = """
import os, signal
from ipsu_cli.store import Writing
ours = Writing.finish
def killed(self):
    ours(self)
    self.conn.execute("PRAGMA cache_size=1")
    os.kill(os.getpid(), signal.SIGKILL)
Writing.finish = killed
from ipsu_cli.app import main
main(["deliver", "B1", "1", "--on", "2026-03-10"])
"""


def test_an_office_whose_setting_up_was_killed_is_set_up_again(ipsu: Program, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", HALF], cwd=tmp_path, env=environment(), timeout=60)
    result = ipsu("init --name 'Stöd AB' --orgnr 559999-0008")
    assert (0, "") == (result.code, result.err)


HALF = """
import os, signal
from ipsu_cli.store import settings
settings.found = lambda *words: os.kill(os.getpid(), signal.SIGKILL)
from ipsu_cli.app import main
main(["init", "--name", "X", "--orgnr", "559999-0008"])
"""


def test_two_deliveries_at_once_are_both_saved(small: Path) -> None:
    at_once = [start(f"deliver B1 0.{number} --on 2026-03-1{number}", small.parent) for number in range(1, 5)]
    assert [0] * 4 == [process.wait(timeout=120) for process in at_once]
    for process in at_once:
        process.communicate()
    saved = rows(small, "SELECT quantity FROM deliveries WHERE to_day > '2026-03-10' ORDER BY to_day")
    assert [(10,), (20,), (30,), (40,)] == saved


def test_two_deliveries_at_once_do_not_together_break_the_plan(small: Path) -> None:
    at_once = [start(f"deliver B1 20 --on 2026-03-1{number}", small.parent) for number in range(1, 5)]
    assert [0, 1, 1, 1] == sorted(process.wait(timeout=120) for process in at_once)
    for process in at_once:
        process.communicate()


# ---------------------------------------------------------------------------------------------------------
# No command is a fault of the program


ODD = (
    "case list --today 2199-12-31",
    "case list --today 1900-01-01",
    "status --today 2199-12-31",
    "case list --month 2199-12",
    "invoice build --month 2199-12",
    "invoice build --month 1900-01",
    "report kpi --month 2199-12",
    "report kpi --year 1900",
    "report kpi --year 2199",
    "report kpi --year 9999",
    "plan set B1 2199-W52=5 --reason x",
    "deliver B1 1 --week 2199-W52",
    "deliver B1 1 --week 1900-W01",
    "case decide B1 --to 2199-12-31 --on 2026-03-10",
    "plan history A1",
    "plan show A1",
    "case list --today 9999-12-31",
    "case list --today 0001-01-01",
    "case list --month 0001-01",
    "invoice show 0000-0000",
    "invoice show 99999999999999999999-1",
    "plan show B1 --version 99999999999999999999",
    "price set IPSU-1 ipsu-b 999999999 --unit hour --from 9999-12-31",
    "deliver B1 999999999 --on 2026-03-10",
    "case list --coach ''",
    "deliver B1 '' --on 2026-03-10",
    "case show ''",
    "case edit B1 --name ''",
    "document confirm B1 ''",
    "deliver B1 1 --on ''",
    "case close B1 --on '' --reason other",
    "plan set B1 2026-W10= --reason x",
    "plan set B1 =20 --reason x",
    "delivery correct 1 '' --reason x",
    "price set '' ipsu-b 450 --unit hour --from 2025-01-01",
    "agreement add X-1 --service '' --area x --from 2025-01-01",
    "case add '' --service ipsu-b --personnummer 19750315-2394 --name x",
    "case add C9 --service '' --personnummer 19750315-2394 --name x",
    "case add C9 --service ipsu-b --personnummer '' --name x",
    "case add C9 --service ipsu-b --personnummer 19750315-2394 --name ''",
    "case add C9 --service ipsu-b --personnummer 19750315-2394 --name x --after X9",
    "case edit B1 --after B1",
    "case edit B1 --agreement X9",
    "case edit B1 --agreement ''",
    "case edit B1 --personnummer ''",
    "case edit B1 --training-type ''",
    "setting set names ''",
    "setting set '' x",
    "init --name '' --orgnr 559999-0008 --db new.db",
    "init --name x --orgnr '' --db new.db",
    "init --name x --orgnr 559999-0008 --db nowhere/new.db",
    "invoice reject 2026-0001 --case '' --reason x --not-self-fixable",
    "import cases ''",
    "case list --db ''",
    "case list --db nowhere/x.db",
    "document submit P1 avvikelse --from 2026-03-03 --to '' --known",
    "document submit B1 gp --no-mapping",
    "case list --key ''",
    "case list --lang ''",
    "case list --month 9999-12",
    "invoice build --month 9999-12",
    "plan set B1 9999-W52=5 --reason x",
    "deliver B1 1 --week 9999-W52",
    "delivery correct 99999999999999999999 1 --reason x",
    "invoice build --month ''",
    "case decide B1 --to '' --on 2026-03-10",
    "delivery correct 1 2 --reason ''",
    "price set IPSU-1 ipsu-b '' --unit hour --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from ''",
    "agreement add X-1 --service ipsu --area '' --from 2025-01-01",
    "agreement add '' --service ipsu --area x --from 2025-01-01",
)


@pytest.mark.parametrize("words", ODD)
def test_an_odd_line_is_answered_or_refused(ipsu: Program, small: Path, words: str) -> None:
    result = ipsu(words, today=TODAY)
    assert result.code in (0, 1, 2, 3, 4, 5), result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "words",
    [
        "delivery correct 1 2 --reason ''",
        "delivery cancel 1 --reason ''",
        "case reopen C1 --reason '  '",
        "plan set B1 2026-W10..2026-W12=20 --reason ''",
        "deliver B1 1 --on ''",
        "case decide B1 --to '' --on 2026-03-10",
    ],
)
def test_what_must_be_given_is_not_given_empty(ipsu: Program, small: Path, words: str) -> None:
    ipsu(f"case add C1 --personnummer 19750315-2394 --name x {SUPPORT}", today=TODAY)
    ipsu("case close C1 --on 2026-03-20 --reason other", today=TODAY)
    before = program.dump(small)
    assert ipsu(words, today=TODAY).code in (1, 2)
    assert before == program.dump(small)


def test_no_two_days_take_more_than_48_hours_within_a_longer_span(ipsu: Program, small: Path) -> None:
    for number in (2, 3, 4):
        assert 0 == ipsu(f"delivery cancel {number} --reason x", today=TODAY).code
    assert 0 == ipsu("deliver B1 24 --week 2026-W11", today="2026-03-09").code
    assert 0 == ipsu("deliver B1 24 --week 2026-W11", today="2026-03-10").code
    assert 0 == ipsu("deliver B1 1 --week 2026-W11", today="2026-03-15").code
    result = ipsu("deliver B1 1 --on 2026-03-10 --json", today="2026-03-15")
    assert (1, "") == (result.code, result.out)
    assert "delivery.over-day" == json.loads(result.err)["error"]["code"]


def test_no_day_takes_more_than_24_hours_however_they_are_delivered(ipsu: Program, small: Path) -> None:
    for number in (2, 3, 4):
        assert 0 == ipsu(f"delivery cancel {number} --reason x", today=TODAY).code
    assert 0 == ipsu("deliver B1 24 --week 2026-W11", today="2026-03-09").code
    assert 0 == ipsu("deliver B1 24 --week 2026-W11", today="2026-03-10").code
    result = ipsu("deliver B1 1 --on 2026-03-10 --json", today="2026-03-10")
    assert (1, "") == (result.code, result.out)
    assert "delivery.over-day" == json.loads(result.err)["error"]["code"]

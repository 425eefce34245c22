"""What is refused: one paragraph or one JSON object on stderr, the right exit code, and nothing changed."""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program

TODAY = "2026-03-22"
NUMBER = "19900101-9802"
LONG = "19900101-9802 199001019802 900101-9802 9001019802"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
SUPPORT = f"--service ipsu-b --agreement IPSU-1 --from 2026-03-02 --to 2026-03-22 {TRAINING}"
PLAN = "2026-W10..2026-W11=20 2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-04"
NEW = "case add N1 --service ipsu-b --name 'Ny Person' --from 2026-03-02 --to 2026-03-22"

# L1 is locked for 2026-0001; A1 stands on the approved 2026-0002, B1 on the created 2026-0003 with 39 of 50 hours;
# D1 has a draft. Deliveries: 1 of L1, 2 of A1, 3 to 5 of B1.
MADE = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "agreement add IPSU-2 --service ipsu --area 'Norra Norrland' --from 2025-01-01",
    "price set IPSU-1 ipsu-a 9500 --unit case --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    f"case add L1 --personnummer 19850505-2392 --name 'Låst Person' {SUPPORT}",
    f"plan set L1 {PLAN}",
    "deliver L1 5 --on 2026-03-03",
    "invoice build --month 2026-03",
    "invoice reject 2026-0001 --case L1 --reason 'Fel timpris' --not-self-fixable --on 2026-03-22",
    "case add A1 --service ipsu-a --agreement IPSU-1 --personnummer 19850505-2384 --name 'Annan Person' "
    "--from 2026-01-19 --to 2026-01-30 --meeting 2026-01-12 --mapping-agreed --decision 2026-01-14 --training Svets",
    "document submit A1 gp --on 2026-01-20",
    "document confirm A1 gp --on 2026-01-22",
    "document submit A1 sr --on 2026-02-02",
    "document confirm A1 sr --on 2026-02-04",
    "deliver A1",
    "invoice build --month 2026-01",
    "invoice approve 2026-0002",
    f"case add B1 --personnummer {NUMBER} --name 'Test Person' {SUPPORT}",
    f"plan set B1 {PLAN}",
    "deliver B1 16 --on 2026-03-03",
    "deliver B1 16 --on 2026-03-10",
    "deliver B1 7 --on 2026-03-17",
    "invoice build --month 2026-03",
    "document submit B1 sr --on 2026-03-20",
    f"case add D1 --personnummer 19750315-2386 --name 'Skyddad Person' --protected {SUPPORT}",
    "plan set D1 2026-W10=20",
    "setting set names off --key en-nyckel",
)

REFUSED: dict[str, tuple[str, int, str]] = {
    # What cannot be read.
    "a week that the year lacks, in a plan": ("plan set D1 2027-W53=10 --reason x", 2, "value.no-such-week"),
    "a week that the year lacks, in a delivery": ("deliver B1 2 --week 2027-W53", 2, "value.no-such-week"),
    "a 29 February in a year without one": ("deliver B1 2 --on 2026-02-29", 2, "value.no-such-day"),
    "a day that is no date": ("deliver B1 2 --on igenom", 2, "value.date"),
    "a thirteenth month": ("invoice build --month 2026-13", 2, "value.no-such-month"),
    "hours with two decimal signs": ("deliver B1 7,5,0 --on 2026-03-18", 2, "value.hours"),
    "hours that are no number": ("deliver B1 nan --on 2026-03-18", 2, "value.hours"),
    "hours without an end": ("deliver B1 inf --on 2026-03-18", 2, "value.hours"),
    "hours with an exponent": ("deliver B1 1e3 --on 2026-03-18", 2, "value.hours"),
    "hours in other digits than 0 to 9": ("deliver B1 ٧ --on 2026-03-18", 2, "value.hours"),
    "hours with three decimals": ("deliver B1 7.555 --on 2026-03-18", 2, "value.hours"),
    "hours below zero": ("deliver B1 -- -1", 2, "value.hours"),
    "money with three decimals": ("invoice paid 2026-0002 --on 2026-03-22 --amount 1.005", 2, "value.money"),
    "a wrong check digit": (f"{NEW} --personnummer 19900101-9803", 2, "value.personnummer-check-digit"),
    "a personnummer of a day that does not exist": (
        f"{NEW} --personnummer 19900231-9802", 2, "value.personnummer-date"),
    "a service that there is not": (
        "case add N1 --service yoga --personnummer 19900101-9802 --name 'Ny Person'", 2, "value.service"),
    "a reason to close that there is not": ("case close B1 --on 2026-03-20 --reason trött", 2, "value.code"),
    "a reference with a space": (
        f"case add 'N 1' --personnummer {NUMBER} --name 'Ny Person' --service ipsu-b", 2, "value.reference"),
    "known together with unknown": (
        "document submit A1 avvikelse --from 2026-01-19 --to 2026-01-30 --known --unknown", 2, "option.together"),
    "a day together with a week": ("deliver B1 2 --on 2026-03-18 --week 2026-W12", 2, "option.one-of"),
    "hours without a day": ("deliver B1 2", 2, "option.one-of"),
    "a misspelt command": ("delivr B1 2", 2, "command.near"),
    "a misspelt command of a group": ("case shwo B1", 2, "command.near"),
    "a word that is like no command": ("xyzzy", 2, "command.unknown"),
    "an option that there is not": ("case show B1 --foo", 2, "option.unknown"),
    "an option that is left out": ("case decide B1 --to 2026-03-29", 2, "option.missing"),
    "an argument that is left out": ("case show", 2, "option.missing"),
    "an option without its value": ("case list --coach", 2, "option.value"),
    "too many words": ("case show B1 B2", 2, "option.too-many"),
    "a version that is no number": ("plan show B1 --version ett", 2, "option.value-bad"),
    "a language that there is not": ("case list --lang fr", 2, "value.code"),
    "a today that is no day": ("case list --today rubbish", 2, "value.date"),
    "a today at 25 o'clock": ("case list --today 2026-03-09T25:00", 2, "value.date"),
    "a kind of import that there is not": ("import katter nofile.csv", 2, "value.code"),
    "an outcome that there is not": ("invoice resolve 2026-0001 --case L1 --outcome kanske", 2, "value.code"),
    "a day before 1900": ("deliver B1 2 --on 1899-12-31", 2, "value.far-away"),
    "a day after 2199": ("case decide B1 --to 2200-01-01 --on 2026-03-18", 2, "value.far-away"),
    "a week after 2199": ("plan set D1 9999-W52=10 --reason x", 2, "value.far-away"),
    "a month after 2199": ("invoice build --month 9999-12", 2, "value.far-away"),
    "a today after 2199": ("case list --today 2200-01-01", 2, "value.far-away"),
    "an empty reason": ("delivery correct 3 2 --reason ''", 2, "option.empty"),
    "a reason of spaces": ("delivery cancel 3 --reason '  '", 2, "option.empty"),
    "an empty day": ("case decide B1 --to '' --on 2026-03-18", 2, "option.empty"),
    "an empty month": ("invoice build --month ''", 2, "option.empty"),
    "an empty amount": ("price set IPSU-1 ipsu-b '' --unit hour --from 2025-01-01", 2, "option.empty"),
    "an empty reference": ("agreement add '' --service ipsu --area x --from 2025-01-01", 2, "option.empty"),
    "an agreement on no service": ("agreement add X-1 --service x --area x --from 2025-01-01", 2, "value.code"),
    "an agreement on a part of a service": (
        "agreement add X-1 --service ipsu-b --area x --from 2025-01-01", 1, "agreement.service"),
    "an empty area": ("agreement add X-1 --service ipsu --area '' --from 2025-01-01", 2, "option.empty"),
    # What is not there, or there already.
    "a case that there is not": ("case show X1", 1, "case.unknown"),
    "a delivery to a case that there is not": ("deliver X1 2 --on 2026-03-18", 1, "case.unknown"),
    "an agreement that there is not": (
        "price set X-1 ipsu-b 450 --unit hour --from 2025-01-01", 1, "agreement.unknown"),
    "a build of an agreement that there is not": (
        "invoice build --month 2026-03 --agreement X-1", 1, "filter.unknown"),
    "an invoice that there is not": ("invoice approve 2026-0099", 1, "invoice.unknown"),
    "a number that is no invoice's": ("invoice show 2026/1", 1, "invoice.unknown"),
    "a correction of a delivery that there is not": ("delivery correct 99 2 --reason x", 1, "delivery.unknown"),
    "a cancellation of a delivery that there is not": ("delivery cancel 99 --reason x", 1, "delivery.unknown"),
    "a version of a plan that there is not": ("plan show B1 --version 9", 1, "plan.unknown"),
    "a rule that there is not": ("explain Z99", 1, "rule.unknown"),
    "a setting that there is not": ("setting set colour red", 1, "setting.unknown"),
    "a document that the service lacks": ("document submit B1 pr", 1, "document.type"),
    "a case that is there already": (f"case add B1 --personnummer 19850505-2384 --name x {SUPPORT}", 1, "case.exists"),
    "an agreement that is there already": (
        "agreement add IPSU-1 --service ipsu --area x --from 2025-01-01", 1, "agreement.exists"),
    "an office where one is already": ("init --name x --orgnr 559999-0008", 1, "database.exists"),
    "a second open case of a person in a service": (
        f"case add B2 --personnummer {NUMBER} --name 'Test Person' {SUPPORT}", 1, "case.one-open"),
    "an agreement left out where two fit": (f"{NEW} --personnummer 19750315-2394", 1, "case.which-agreement"),
    "a key with other arguments": ("setting set names on --key en-nyckel", 1, "key.other-arguments"),
    "a workbook where a file is": ("invoice excel 2026-0002 there.xlsx", 1, "file.exists"),
    "a build with a workbook where a file is": ("invoice build --month 2026-03 --excel there.xlsx", 1, "file.exists"),
    # Rules.
    "a wrong extent": ("plan set D1 2026-W10=15 --reason x", 1, "plan.extent"),
    "two extents in a week": ("plan set D1 2026-W10=20 2026-W10=10 --reason x", 1, "plan.two-extents-one-week"),
    "one extent twice in a week": ("plan set D1 2026-W10=20 2026-W10=20 --reason x", 1, "plan.two-extents-one-week"),
    "a later plan without a reason": ("plan set B1 2026-W10..2026-W12=20", 1, "plan.reason-missing"),
    "a plan outside the period": ("plan set D1 2026-W13=10 --reason x", 1, "plan.outside-period"),
    "a plan outside the training": ("plan set D1 2026-W24=10 --reason x", 1, "plan.outside-training"),
    "a plan of a mapping": ("plan set A1 2026-W04=10", 1, "plan.no-plan"),
    "a plan below what is delivered": ("plan set B1 2026-W10=20 2026-W12=10 --reason x", 1, "plan.below-delivered"),
    "a decision beyond the training": ("case decide B1 --to 2026-06-06 --on 2026-03-18", 1, "decision.after-training"),
    "a decision of tomorrow": ("case decide B1 --to 2026-03-29 --on 2026-03-23", 1, "decision.future"),
    "a bound period moved by hand": ("case edit B1 --to 2026-03-29", 1, "case.period-bound"),
    "a case closed tomorrow": ("case close B1 --on 2026-03-23 --reason completed", 1, "date.future"),
    "an open case reopened": ("case reopen B1 --reason x", 1, "case.open"),
    "protection lifted without a reason": ("case edit D1 --no-protected", 1, "case.unprotect-reason"),
    "hours of tomorrow": ("deliver B1 2 --on 2026-03-23", 1, "delivery.future"),
    "hours outside the period": ("deliver B1 2 --on 2026-03-01", 1, "delivery.outside-period"),
    "hours over the plan": ("deliver B1 11.25 --on 2026-03-18", 1, "delivery.over-plan"),
    "hours over 24 a day": ("deliver B1 9 --on 2026-03-10", 1, "delivery.over-day"),
    "no hours": ("deliver B1 0 --on 2026-03-18", 1, "delivery.nothing"),
    "a week before the period": ("deliver B1 2 --week 2026-W09", 1, "delivery.week-empty"),
    "a no-show in support": ("deliver B1 2 --on 2026-03-18 --no-show", 1, "delivery.no-show"),
    "hours of a mapping": ("deliver A1 5 --on 2026-01-30", 1, "delivery.whole"),
    "a second delivery of a mapping": ("deliver A1", 1, "mapping.delivered"),
    "a delivery to a locked case": ("deliver L1 2 --on 2026-03-18", 1, "delivery.locked"),
    "a correction in a locked case": ("delivery correct 1 2 --reason x", 1, "delivery.locked"),
    "a cancellation in a locked case": ("delivery cancel 1 --reason x", 1, "delivery.locked"),
    "a confirmation before the document is submitted": ("document confirm D1 gp", 1, "document.not-submitted"),
    "a confirmation dated before the document": (
        "document confirm B1 sr --on 2026-03-19", 1, "document.before-step"),
    "a confirmation of tomorrow": ("document confirm B1 sr --on 2026-03-23", 1, "date.future"),
    "a document of tomorrow": ("document submit D1 gp --on 2026-03-23", 1, "document.future"),
    "a confirmation taken back after the delivery": (
        "document unconfirm A1 sr --reason x", 1, "document.delivered-on"),
    "a deviation report that lacks all": ("document submit A1 avvikelse", 1, "deviation.incomplete"),
    "an invoice approved twice": ("invoice approve 2026-0002", 1, "invoice.status"),
    "an approval dated before the invoice": ("invoice approve 2026-0003 --on 2026-03-21", 1, "date.before-step"),
    "a rejection where nobody said that the office cannot fix it": (
        "invoice reject 2026-0003 --case B1 --reason x", 1, "invoice.self-fixable"),
    "a rejection of what is approved": (
        "invoice reject 2026-0002 --case A1 --reason x --not-self-fixable", 1, "invoice.status"),
    "a rejection for a case that is not on the invoice": (
        "invoice reject 2026-0003 --case D1 --reason x --not-self-fixable", 1, "invoice.no-such-line"),
    "an investigation closed that is not open": (
        "invoice resolve 2026-0003 --case B1 --outcome upheld", 1, "invoice.no-investigation"),
    "a cancellation of what is approved": ("invoice cancel 2026-0002 --reason x", 1, "invoice.status"),
    "a payment above what is open": (
        "invoice paid 2026-0002 --on 2026-03-22 --amount 11875.01", 1, "invoice.over-paid"),
    "a payment of nothing": ("invoice paid 2026-0002 --on 2026-03-22 --amount 0", 1, "invoice.over-paid"),
    "a payment of tomorrow": ("invoice paid 2026-0002 --on 2026-03-23", 1, "date.future"),
    "an agreement without VAT that says not why": (
        "agreement add X-1 --service ipsu --area x --from 2025-01-01 --vat 0", 1, "agreement.vat-exempt"),
}  # fmt: skip
ROWS = [pytest.param(*row, id=name) for name, row in REFUSED.items()]


@pytest.fixture(scope="session")
def busy_office(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with every state that a refusal needs; copied, never written to."""
    folder = tmp_path_factory.mktemp("busy")
    path = Path(shutil.copy2(new_office, folder / "ipsu.db"))
    for words in MADE:
        made = program.run(words, folder=folder, today=TODAY)
        assert 0 == made.code, (words, made.err)
    return path


@pytest.fixture
def busy(busy_office: Path, tmp_path: Path) -> Path:
    (tmp_path / "there.xlsx").write_text("not ours")
    return Path(shutil.copy2(busy_office, tmp_path / "ipsu.db"))


def assert_one_paragraph(text: str) -> None:
    assert text.startswith("ipsu: ")
    assert text.endswith("\n")
    assert "\n\n" not in text
    assert "Traceback" not in text
    assert not re.search("problem\\.[a-z]|[{}]", text)


def error_of(result: program.Result) -> dict[str, Any]:
    """The one JSON object on stderr."""
    shown = json.loads(result.err)
    assert ["error"] == list(shown)
    error: dict[str, Any] = shown["error"]
    assert ["code", "message", "hint", "rule", "details"] == list(error)
    return error


@pytest.mark.parametrize(("words", "code", "name"), ROWS)
def test_a_refusal_is_one_paragraph_and_changes_nothing(
    ipsu: Program, busy: Path, dump: Callable[[Path], str], words: str, code: int, name: str
) -> None:
    before = dump(busy)
    result = ipsu(words, today=TODAY)
    assert (code, "") == (result.code, result.out)
    assert_one_paragraph(result.err)
    assert f"[{name}" in result.err
    assert before == dump(busy)
    assert "not ours" == (busy.parent / "there.xlsx").read_text()


@pytest.mark.parametrize(("words", "code", "name"), ROWS)
def test_a_refusal_is_one_json_object_where_it_is_asked_for(
    ipsu: Program, busy: Path, dump: Callable[[Path], str], words: str, code: int, name: str
) -> None:
    before = dump(busy)
    result = ipsu(f"--json {words}", today=TODAY, IPSU_LANG="sv")
    assert (code, "") == (result.code, result.out)
    error = error_of(result)
    assert not re.search("problem\\.[a-z]|[{}]", error["message"])
    codes = {error["code"], *(finding["code"] for finding in error["details"].get("findings", []))}
    assert name in codes
    assert before == dump(busy)


def test_too_many_hours_are_reported_with_four_figures(ipsu: Program, busy: Path) -> None:
    error = error_of(ipsu("deliver B1 11.25 --on 2026-03-18 --json", today=TODAY))
    figures = {"planned_hours": 50, "delivered_hours": 39, "attempted_hours": 11.25, "excess_hours": 0.25}
    assert figures == {key: error["details"][key] for key in figures}
    assert ("delivery.over-plan", "A23") == (error["code"], error["rule"])
    for figure in ("50.00", "39.00", "11.25", "0.25"):
        assert figure in error["message"]


def test_far_too_many_hours_name_the_plan_first(ipsu: Program, busy: Path) -> None:
    error = error_of(ipsu("deliver B1 40 --on 2026-03-18 --json", today=TODAY))
    assert {"delivery.over-plan", "delivery.over-day"} == {finding["code"] for finding in error["details"]["findings"]}


def test_all_that_is_missing_is_reported_once_each(ipsu: Program, busy: Path) -> None:
    error = error_of(ipsu("document submit A1 avvikelse --json", today=TODAY))
    assert [["code", "rule", "message", "command"]] * 3 == [list(finding) for finding in error["details"]["missing"]]


@pytest.mark.parametrize(
    ("words", "near"), [("delivr B1 2", "ipsu deliver"), ("case shwo B1", "ipsu case show"), ("plann", "ipsu plan")]
)
def test_a_misspelt_command_suggests_the_right_one(ipsu: Program, words: str, near: str) -> None:
    assert near in ipsu(words).err


def test_the_environment_is_refused_like_the_options(ipsu: Program, busy: Path) -> None:
    assert 2 == ipsu("case list", IPSU_TODAY="rubbish").code
    assert 2 == ipsu("case list", IPSU_LANG="fr").code


# ---------------------------------------------------------------------------------------------------------
# The database


def _text(path: Path, ours: Path) -> None:
    path.write_text("a letter\n" * 500)


def _other(path: Path, ours: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE cats (name TEXT)")
    conn.commit()
    conn.close()


def _linked(path: Path, ours: Path) -> None:
    shutil.copy2(ours, path)
    os.link(path, path.with_name("another-name.db"))


def _cut(part: float) -> Callable[[Path, Path], None]:
    def make(path: Path, ours: Path) -> None:
        whole = ours.read_bytes()
        path.write_bytes(whole[: int(len(whole) * part)])

    return make


def _flipped(path: Path, ours: Path) -> None:
    """Every byte of the head of every page but the first, turned over."""
    content = bytearray(ours.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 16] = bytes(byte ^ 0xFF for byte in content[page : page + 16])
    path.write_bytes(content)


def _newer(path: Path, ours: Path) -> None:
    shutil.copy2(ours, path)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 9999")
    conn.commit()
    conn.close()


FILES: dict[str, tuple[str, Callable[[Path, Path], object]]] = {
    "no file": ("database.missing", lambda path, ours: None),
    "a text file": ("database.not-ours", _text),
    "another program's database": ("database.not-ours", _other),
    "an empty file": ("database.not-ours", lambda path, ours: path.touch()),
    "a folder": ("database.not-a-file", lambda path, ours: path.mkdir()),
    "a pipe": ("database.not-a-file", lambda path, ours: os.mkfifo(path)),
    "a file with two names": ("database.two-names", _linked),
    "a file with its pages flipped": ("database.damaged", _flipped),
    "a file cut in half": ("database.damaged", _cut(0.5)),
    "a file cut in the midst of a page": ("database.damaged", _cut(0.3333)),
    "a file of a newer program": ("database.newer", _newer),
}


@pytest.mark.parametrize("words", ["case list", "case show B1", "deliver B1 1 --on 2026-03-18", "invoice list"])
@pytest.mark.parametrize(("name", "make"), [pytest.param(*row, id=key) for key, row in FILES.items()])
def test_a_database_that_cannot_be_used_is_reported_and_left_as_it_is(
    ipsu: Program, busy_office: Path, tmp_path: Path, name: str, make: Callable[[Path, Path], object], words: str
) -> None:
    path = tmp_path / "ipsu.db"
    make(path, busy_office)
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    result = ipsu(words, today=TODAY)
    assert (4, "") == (result.code, result.out)
    assert_one_paragraph(result.err)
    assert f"[{name}]" in result.err
    answer_json = ipsu(f"{words} --json", today=TODAY)
    assert (4, "") == (answer_json.code, answer_json.out)
    assert name == error_of(answer_json)["code"]
    assert before == {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}


def test_a_missing_database_names_the_command_that_makes_one(ipsu: Program) -> None:
    assert "ipsu init" in ipsu("case list").err


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param(b"Svetsare", b"Svets\xffre", id="a letter"),
        pytest.param(b"2026-03-02", b"2026-93-02", id="a day"),
    ],
)
def test_a_flipped_byte_in_a_text_is_damage_and_no_fault_of_the_program(
    ipsu: Program, busy_office: Path, tmp_path: Path, was: bytes, now: bytes
) -> None:
    (tmp_path / "ipsu.db").write_bytes(busy_office.read_bytes().replace(was, now))
    for words in ("case list", "case show B1", "deliver B1 1 --on 2026-03-18"):
        result = ipsu(words, today=TODAY)
        assert (4, "") == (result.code, result.out), (words, result.err)
        assert_one_paragraph(result.err)


# ---------------------------------------------------------------------------------------------------------
# Imports

BAD = """case;service;agreement;personnummer;name;gender;from;to
C1;ipsu-b;IPSU-1;19900101-9803;Anna Hemlig;woman;2026-03-02;2026-03-22
C2;ipsu-b;IPSU-1;19750315-2394;Bo\x07 Hemlig;kille;2026-02-29;2026-03-22
C3;yoga;IPSU-1;19750315-2394;Cia Hemlig;;2026-03-02;2026-03-22
;ipsu-b;IPSU-1;;;;2026-03-02;2026-03-22
C5;ipsu-b;IPSU-1;19750315-2394;Dag Hemlig;;2026-03-02;2026-03-22
"""


@pytest.fixture
def bad(busy: Path) -> Path:
    path = busy.parent / "bad.csv"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_all_errors_of_a_file_come_at_once_with_row_column_code_and_value(
    ipsu: Program, busy: Path, bad: Path, dump: Callable[[Path], str]
) -> None:
    before = dump(busy)
    result = ipsu("import cases bad.csv --json", today=TODAY)
    assert (3, "") == (result.code, result.out)
    errors = error_of(result)["details"]["errors"]
    assert [["row", "column", "code", "value", "message"]] * 9 == [list(fault) for fault in errors]
    reported = {(fault["row"], fault["column"], fault["code"]) for fault in errors}
    assert {
        (2, "personnummer", "value.personnummer-check-digit"),
        (3, "name", "value.text"),
        (3, "gender", "value.code"),
        (3, "from", "value.no-such-day"),
        (5, "case", "file.cell-empty"),
        (5, "personnummer", "file.cell-empty"),
        (5, "name", "file.cell-empty"),
        (6, "name", "person.two-names"),
    } <= reported
    assert (4, "value.service") in {(fault["row"], fault["code"]) for fault in errors}
    values = {fault["column"]: fault["value"] for fault in errors if fault["row"] == 3}
    assert {"name": None, "gender": "kille", "from": "2026-02-29"} == values
    assert "Hemlig" not in result.err
    assert before == dump(busy)


def test_a_service_that_there_is_not_is_reported_with_its_column(ipsu: Program, bad: Path) -> None:
    errors = error_of(ipsu("import cases bad.csv --json", today=TODAY))["details"]["errors"]
    assert [("service", "yoga")] == [(fault["column"], fault["value"]) for fault in errors if fault["row"] == 4]


def test_a_wrong_personnummer_of_a_file_is_reported_masked(ipsu: Program, bad: Path) -> None:
    result = ipsu("import cases bad.csv --json", today=TODAY)
    values = [fault["value"] for fault in error_of(result)["details"]["errors"] if fault["row"] == 2]
    assert ["19900101-****"] == values
    assert "9803" not in result.err


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_errors_of_a_file_are_one_paragraph_of_words(
    ipsu: Program, busy: Path, bad: Path, dump: Callable[[Path], str], lang: str
) -> None:
    before = dump(busy)
    result = ipsu("import cases bad.csv", today=TODAY, IPSU_LANG=lang)
    assert (3, "") == (result.code, result.out)
    assert_one_paragraph(result.err)
    assert "Hemlig" not in result.err
    assert "9803" not in result.err
    assert before == dump(busy)


def test_a_formula_is_reported_once(ipsu: Program, busy: Path) -> None:
    (busy.parent / "bad.csv").write_text("case;on;hours\nB1;2026-03-18;=1+1\n")
    errors = error_of(ipsu("import deliveries bad.csv --json", today=TODAY))["details"]["errors"]
    assert [(2, "hours", "file.formula")] == [(fault["row"], fault["column"], fault["code"]) for fault in errors]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("case;on;hours;foo\nB1;2026-03-18;1;x\n", "file.column-unknown"),
        ("case;case;on;hours\nB1;B1;2026-03-18;1\n", "file.column-doubled"),
        ("on;hours\n2026-03-18;1\n", "file.column-missing"),
        ("case;on;hours\nB1;2026-03-18;1.005\n", "import.errors"),
        ("", "file.empty"),
        ('case;on;hours\n"B1;2026-03-18;1\n', "file.quote"),
        ("case;on;hours\nB1;2026-03-18;1\0\n", "file.nul"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    ipsu: Program, busy: Path, dump: Callable[[Path], str], content: str, code: str
) -> None:
    before = dump(busy)
    (busy.parent / "bad.csv").write_text(content)
    result = ipsu("import deliveries bad.csv --json", today=TODAY)
    assert (3, "") == (result.code, result.out)
    assert code == error_of(result)["code"]
    assert_one_paragraph(ipsu("import deliveries bad.csv", today=TODAY).err)
    assert before == dump(busy)


@pytest.mark.parametrize("file", ["nofile.csv", "."])
def test_a_file_that_cannot_be_opened_is_reported(ipsu: Program, busy: Path, file: str) -> None:
    result = ipsu(["import", "deliveries", file], today=TODAY)
    assert (3, "") == (result.code, result.out)
    assert_one_paragraph(result.err)


def test_one_row_over_the_plan_keeps_the_whole_file_out(ipsu: Program, busy: Path, dump: Callable[[Path], str]) -> None:
    before = dump(busy)
    (busy.parent / "bad.csv").write_text("case;on;hours\nB1;2026-03-18;6\nB1;2026-03-19;6\n")
    errors = error_of(ipsu("import deliveries bad.csv --json", today=TODAY))["details"]["errors"]
    assert [(3, "delivery.over-plan")] == [(fault["row"], fault["code"]) for fault in errors]
    assert before == dump(busy)


# ---------------------------------------------------------------------------------------------------------
# Nobody is named

MISPLACED = (
    "case list --service {}",
    "invoice excel 2026-0002 there.xlsx {}",
    "case show {}",
    "case edit B1 --from {}",
    "case edit B1 --gender {}",
    "case edit B1 --after {}",
    "case list --month {}",
    "case add {} --service ipsu-b --agreement IPSU-1 --personnummer 19900101-9802 --name 'Test Person'",
    "deliver {} 2 --on 2026-03-18",
    "deliver B1 {} --on 2026-03-18",
    "deliver B1 2 --week {}",
    "delivery correct {} 2 --reason x",
    "plan set B1 {}=20 --reason x",
    "document submit B1 {}",
    "invoice show {}",
    "invoice build --month {}",
    "invoice build --month 2026-03 --agreement {}",
    "invoice paid 2026-0002 --on 2026-03-22 --amount {}",
    "price set {} ipsu-b 450 --unit hour --from 2025-01-01",
    "agreement add X-1 --service {} --area x --from 2025-01-01",
    "setting set {} x",
    "explain {}",
    "help {}",
    "{}",
    "case {}",
    "case list --today {}",
    "case list --lang {}",
    "case list --db {}",
    "case list --{}",
    "import {} bad.csv",
    "invoice credit 2026-0002 --case {} --reason x",
    "invoice export 2026-0003 {}",
    "invoice export {} x.se",
    "invoice bank {}",
    "period close {}",
    "export package {} there",
    "import cases {}",
)


@pytest.mark.parametrize("words", MISPLACED)
def test_a_personnummer_in_the_wrong_place_is_not_repeated(ipsu: Program, busy: Path, words: str) -> None:
    for typed in LONG.split():
        for form in ("", " --json"):
            result = ipsu(words.format(typed) + form, today=TODAY)
            assert 70 != result.code
            if result.code:
                assert "9802" not in result.err


@pytest.mark.parametrize("form", ["", " --json"])
@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_personnummer_in_the_wrong_place_is_reported_masked(ipsu: Program, busy: Path, lang: str, form: str) -> None:
    for words in ("case show 19900101-9802", "deliver 19900101-9802 2 --on 2026-03-18"):
        assert "19900101-****" in ipsu(words + form, today=TODAY, IPSU_LANG=lang).err


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(
    "words",
    [
        ["case", "add", "N1", "--service", "ipsu-b", "--personnummer", "19750315-2394", "--name", "Eva\x07 Hemlig"],
        ["case", "add", "N1", "--service", "yoga", "--personnummer", "19750315-2394", "--name", "Eva Hemlig"],
        ["case", "add", "N1", "--service", "ipsu-b", "--personnummer", "19900101-9803", "--name", "Eva Hemlig"],
        ["case", "add", "N1", "--service", "ipsu-b", "--personnummer", "Eva Hemlig", "--name", "19750315-2394"],
        ["case", "add", "B2", "--service", "ipsu-b", "--personnummer", NUMBER, "--name", "Eva Hemlig"],
        ["case", "add", "N1", "--service", "ipsu-b", "--name", "Eva", "Hemlig", "--personnummer", "19750315-2394"],
        ["case", "edit", "B1", "--name", "Eva Hemlig", "--to", "2026-02-29"],
        ["case", "edit", "B1", "--training", "Eva\x1b Hemlig"],
        ["case", "list", "--coach", "Eva\x07 Hemlig", "--month", "x"],
    ],
    ids=lambda words: " ".join(words[:2] + words[-2:]).encode("unicode_escape").decode(),
)
def test_a_name_that_is_typed_as_a_name_is_not_repeated(ipsu: Program, busy: Path, words: list[str], lang: str) -> None:
    for form in ([], ["--json"]):
        result = ipsu([*words, *form], today=TODAY, IPSU_LANG=lang)
        assert 0 != result.code
        assert "Hemlig" not in result.err


def test_a_protected_person_is_found_by_nobody(ipsu: Program, busy: Path) -> None:
    for words in ("case show 'Skyddad Person'", "case show 19750315-2386", "case show Nobody"):
        assert 1 == ipsu(words, today=TODAY).code
    result = ipsu(f"case add D2 --personnummer 19750315-2386 --name x {SUPPORT}", today=TODAY)
    assert 1 == result.code
    assert "D1" not in result.err
    assert "Skyddad" not in result.err


@pytest.mark.parametrize("word", ["other", "Unspecified"])
@pytest.mark.parametrize(
    "words",
    [
        f"{NEW} --personnummer {NUMBER} --coach {{word}}",
        f"{NEW} --personnummer {NUMBER} --site {{word}}",
        "case edit B1 --coach {word} --reason x",
        "case hand-over --from Kim --to {word}",
        "agreement edit IPSU-1 --site Falun --site {word} --reason x",
        "funding add all --unit U --title T --year 2026 --amount 1 --funder {word}",
    ],
)
def test_nobody_is_called_what_reports_call_others(words: str, word: str, busy: Path, ipsu: Program) -> None:
    """Their cases and kronor would be added to those of others, in one part."""
    result = ipsu(f"{words.format(word=word)} --json", today=TODAY)
    assert (2, "value.reserved") == (result.code, json.loads(result.err)["error"]["code"])
    longer = f"'{word} AB'"
    assert "value.reserved" not in ipsu(f"{words.format(word=longer)} --json", today=TODAY).err

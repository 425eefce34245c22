"""A workbook that comes in, as an import or as a self-invoice: all its sheets, and lengths of time as hours."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.program import Result
from tests.self_invoices import workbook

TODAY = "2026-05-06"
SETUP = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Test Person' --from 2026-03-02 --to 2026-05-29 "
    "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
)
DAY, WEEK = dt.date(2026, 4, 7), (dt.date(2026, 3, 9), dt.date(2026, 3, 15))
INVOICE = ["number", "date", "case", "from", "to", "hours", "unit_price", "net", "total"]
HOURS = ["Ärende", "Datum", "Timmar"]

Take = Callable[..., Result]


def self_invoice(number: str, hours: Any = 19.5) -> list[list[Any]]:
    return [INVOICE, [number, DAY, "B1", *WEEK, hours, 450, 8775, 10968.75]]


@pytest.fixture
def take(ipsu: Program, db: Path) -> Take:
    """`take("import deliveries", sheets)` gives a workbook of them to a command."""
    for words in SETUP:
        assert 0 == ipsu(words, today=TODAY).code, words

    def run(words: str, sheets: dict[str, list[list[Any]]], *hidden: str, options: str = "") -> Result:
        (db.parent / "in.xlsx").write_bytes(workbook(sheets, *hidden))
        return ipsu(f"{words} in.xlsx {options} --json", today=TODAY)

    return run


def warned(result: Result) -> list[str]:
    assert 0 == result.code, result.err
    return [warning["code"] for warning in result.json["warnings"]]


def test_self_invoices_on_several_sheets_all_come_in(take: Take) -> None:
    result = take("invoice receive", {"mars": self_invoice("1001"), "forts": self_invoice("1002")})
    assert ["1001", "1002"] == [invoice["number"] for invoice in result.json["self_invoices"]]


def test_a_sheet_that_is_not_read_is_named(take: Take) -> None:
    sheets = {"mars": self_invoice("1001"), "översikt": [["Summa"], [8775]], "gömd": self_invoice("1002")}
    result = take("invoice receive", sheets, "gömd")
    assert "file.sheet-unread" in warned(result)
    assert "översikt, gömd" in next(w["message"] for w in result.json["warnings"] if w["code"] == "file.sheet-unread")


def test_a_length_of_time_is_hours(take: Take) -> None:
    length = dt.timedelta(hours=19, minutes=30)
    [line] = take("invoice receive", {"mars": self_invoice("1001", length)}).json["self_invoice"]["lines"]
    assert (19.5, None) == (line["hours"], line["stated_hours"])


def test_a_length_that_two_decimals_cannot_hold_is_kept_as_it_is_seen(take: Take) -> None:
    length = dt.timedelta(hours=19, minutes=20)
    [line] = take("invoice receive", {"mars": self_invoice("1001", length)}).json["self_invoice"]["lines"]
    assert (None, "19:20") == (line["hours"], line["stated_hours"])


def test_a_workbook_of_hours_is_brought_in(take: Take, ipsu: Program) -> None:
    monday = [HOURS, ["B1", dt.date(2026, 3, 9), dt.timedelta(hours=7, minutes=45)]]
    tuesday = [HOURS, ["B1", dt.date(2026, 3, 10), 6.5]]
    counts = take("import deliveries", {"v11 mån": monday, "v11 tis": tuesday}).json["import"]
    assert (2, 2) == (counts["rows"], counts["added"])
    hours = [delivery["hours"] for delivery in ipsu("delivery list B1 --json", today=TODAY).json["deliveries"]]
    assert [7.75, 6.5] == hours
    again = take("import deliveries", {"v11 mån": monday, "v11 tis": tuesday}).json["import"]
    assert (0, 2) == (again["added"], again["known"])


def test_the_same_rows_as_a_csv_file_are_known(take: Take, ipsu: Program, db: Path) -> None:
    take("import deliveries", {"v11": [HOURS, ["B1", dt.date(2026, 3, 9), dt.timedelta(hours=7, minutes=45)]]})
    (db.parent / "in.csv").write_text("case;on;hours\nB1;2026-03-09;7,75\n")
    assert 1 == ipsu("import deliveries in.csv --json", today=TODAY).json["import"]["known"]


def test_what_is_wrong_is_told_by_sheet_and_row(take: Take, ipsu: Program) -> None:
    sheets = {
        "ett": [HOURS, ["B1", dt.date(2026, 3, 9), 7]],
        "två": [HOURS, ["B9", dt.date(2026, 3, 9), dt.time(7, 20)]],
    }
    result = take("import deliveries", sheets)
    assert 3 == result.code
    assert '"sheet":"två","row":2,"column":"hours","code":"value.hours","value":"7:20"' in result.err.replace(" ", "")
    assert "Sheet två, row 2, column Timmar" in ipsu("import deliveries in.xlsx", today=TODAY).err


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return stream.getvalue()


FAULTY = """Ärende;DATUM;Timmar
B1;10/3/2026;7
B1;;5
B1;2026-03-10;
B1;2026-03-10;300
"""


def test_errors_speak_the_headings_of_the_sheet_and_say_what_to_type(take: Take, ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text(FAULTY)
    lines = ipsu("import deliveries in.csv", today=TODAY, IPSU_LANG="sv").err.splitlines()
    assert lines[0].startswith("ipsu: Inget lästes in ur filen med leveranser. Fel: 5; rader: 4.")
    assert lines[1] == "Rad 2, kolumn DATUM: ”10/3/2026” är inget datum. Skriv det som 2026-03-09. [value.date]"
    assert "Ange ett av dessa, och bara ett: DATUM, vecka." in lines[2]
    assert "kolumn Timmar: Timmar saknas." in lines[3]
    assert lines[4].endswith("[delivery.over-plan] Gör så här: ipsu plan set B1 WEEKS=HOURS --reason TEXT")
    assert not any("--on" in line or "HOURS saknas" in line for line in lines)


def test_the_errors_of_a_file_keep_the_names_of_columns_for_scripts(take: Take, ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text("Ärende;DATUM;Timmar\nB1;2026-03-10;20,5\nB9;2026-03-10;7:20\nB1;2026-05-30;1\n")
    errors = json.loads(ipsu("import deliveries in.csv --json", today="2026-06-01").err)["error"]["details"]["errors"]
    assert [("hours", "value.hours"), ("on", "delivery.outside-period")] == [(e["column"], e["code"]) for e in errors]
    assert errors[1]["message"].endswith(" Next: ipsu case decide B1 --to DATE --on DATE")
    assert ["row", "column", "code", "value", "message"] == list(errors[1])


def test_a_file_without_a_column_is_told_which_by_its_heading(ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text("Datum;Timmar\n2026-03-10;7\n")
    result = ipsu("import deliveries in.csv --json", today=TODAY, IPSU_LANG="sv")
    assert '"columns": ["case"]' in result.err and "saknas: ärende." in result.err


def test_an_error_repeats_no_more_of_a_value_than_is_needed_to_see_it(ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text(f"Ärende;Datum;Timmar\nB1;2026-03-10;{'9' * 5_000}\n")
    assert len(ipsu("import deliveries in.csv --json", today=TODAY).err) < 1_000


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0 an older spreadsheet", "file.other-sheet"),
        (b"\xd0\xcf\x11\xe0 " + "EncryptedPackage".encode("utf-16-le"), "file.locked"),
        (b"<html>", "file.other-sheet"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", "file.other-sheet"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "file.other-sheet"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "file.other-sheet"),
        (archive(**{"xl/workbook.bin": b""}), "file.other-sheet"),
        (archive(**{"word/document.xml": b""}), "file.no-sheet"),
        (archive(**{"../hours.csv": b"case;on;hours"}), "file.no-sheet"),
        (b"%PDF-1.7", "file.no-sheet"),
        (b"SQLite format 3\0", "file.no-sheet"),
        (b"\x1f\x8b\x08", "file.no-sheet"),
        (bytes(range(256)) * 4, "file.no-sheet"),
        (b"PK\x03\x04", "file.not-xlsx"),
        (b'{"cases":[]}', "file.no-list"),
        (b'{"deliveries":[{]}', "file.not-json"),
        (b"[]", "file.not-json"),
    ],
)
def test_what_only_looks_like_a_sheet_is_refused(ipsu: Program, db: Path, content: bytes, code: str) -> None:
    (db.parent / "in.csv").write_bytes(content)
    result = ipsu("import deliveries in.csv", today=TODAY)
    assert (3, True, False) == (result.code, code in result.err, "UTF-8" in result.err)


def test_no_answer_has_more_errors_than_are_read(ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text("case;on;hours\n" + "B1;2026-03-09;7:20\n" * 1_003)
    result = ipsu("import deliveries in.csv --json", today=TODAY)
    assert (3, 1_000) == (result.code, result.err.count("value.hours"))
    assert '"count":1003' in result.err.replace(" ", "") and '"rest":3' in result.err.replace(" ", "")
    text = ipsu("import deliveries in.csv", today=TODAY, IPSU_LANG="en").err
    assert text.endswith("And 3 more errors in later rows, told once these are corrected.\n")


def typed_before(result: Result) -> list[str]:
    warnings = json.loads(result.out)["warnings"]
    return [warning["message"] for warning in warnings if warning["code"] == "delivery.typed-before"]


def test_hours_that_were_typed_by_hand_are_told_of_one_for_one(take: Take, ipsu: Program, db: Path) -> None:
    for words in ("deliver B1 7,5 --on 2026-03-09", "deliver B1 4 --week 2026-W12", "deliver B1 5 --on 2026-03-11"):
        assert 0 == ipsu(words, today=TODAY).code
    assert 0 == ipsu("delivery cancel 3 --reason fel", today=TODAY).code
    rows = "B1;2026-03-09;;7,5\nB1;2026-03-09;;7,5\nB1;;2026-W12;4\nB1;2026-03-11;;5\nB1;2026-03-10;;7,5\n"
    (db.parent / "in.csv").write_text("case;on;week;hours\n" + rows)
    tried = ipsu("import deliveries in.csv --json --dry-run", today=TODAY)
    done = ipsu("import deliveries in.csv --json", today=TODAY)
    assert tried.out == done.out
    hours, week = typed_before(done)
    assert hours.startswith("Row 2: 7.50 h in B1 on 2026-03-09 stand as delivery 1 already")
    assert week.startswith("Row 4: 4.00 h in B1 on 2026-03-22 stand as delivery 2 already")


def test_hours_that_an_import_brought_in_are_no_hours_by_hand(take: Take, ipsu: Program, db: Path) -> None:
    (db.parent / "in.csv").write_text("case;on;hours\nB1;2026-03-09;7,5\n")
    assert 0 == ipsu("import deliveries in.csv", today=TODAY).code
    (db.parent / "in.csv").write_text("case;on;hours\nB1;2026-03-09;7,5\nB1;2026-03-09;7,5\n")
    again = ipsu("import deliveries in.csv --json", today=TODAY)
    assert (1, 1) == (again.json["import"]["added"], again.json["import"]["known"])
    assert [] == typed_before(again)


CASES = "case;service;personnummer;name;gender;queued;from;closed;reason\n"
PERSON = "19900101-9802"
CLOSED = f"U1;ips;{PERSON};Alva;woman;2026-01-01;2026-01-02;2026-02-01;work\n"


def refused(result: Result) -> list[tuple[int, str | None, str, str | None]]:
    assert 3 == result.code, result.out
    errors = json.loads(result.err)["error"]["details"]["errors"]
    return [(error["row"], error["column"], error["code"], error["value"]) for error in errors]


@pytest.fixture
def people(ipsu: Program, db: Path) -> Callable[[str], Result]:
    """`people(rows)` imports cases of municipal services."""
    assert 0 == ipsu("agreement add S1 --service ips --service se --area Väst --from 2024-01-01", today=TODAY).code

    def brought(rows: str) -> Result:
        (db.parent / "in.csv").write_text(CASES + rows)
        return ipsu("import cases in.csv --json", today=TODAY)

    return brought


def test_one_person_has_one_name_and_one_gender_in_a_file(people: Callable[[str], Result]) -> None:
    both = [(3, "gender", "person.two-genders", None), (3, "name", "person.two-names", None)]
    assert both == refused(people(CLOSED + f"U2;se;{PERSON};Bo;man;2026-03-01;;;\n"))
    assert 0 == people(CLOSED + f"U2;se;{PERSON};Alva;unknown;2026-03-01;;;\n").code


def test_a_file_says_of_a_person_what_the_register_says(people: Callable[[str], Result]) -> None:
    assert 0 == people(CLOSED).code
    assert [(2, "gender", "person.two-genders")] == [
        error[:3] for error in refused(people(f"U2;se;{PERSON};Alva;other;2026-03-01;;;\n"))
    ]
    assert "case.other-name" in warned(people(f"U2;se;{PERSON};Alva Gift;woman;2026-03-01;;;\n"))
    assert 1 == people(CLOSED.replace("Alva", "Alva Ny")).json["import"]["changed"]
    two = CLOSED.replace("Alva", "Ett") + f"U2;se;{PERSON};Två;woman;2026-03-01;;;\n"
    assert [(3, "name", "person.two-names")] == [error[:3] for error in refused(people(two))]


def test_spans_of_one_person_and_service_do_not_overlap(people: Callable[[str], Result]) -> None:
    later = f"U2;ips;{PERSON};Alva;woman;2026-01-20;2026-01-20;2026-03-01;work\n"
    assert [(3, None, "case.overlaps")] == [error[:3] for error in refused(people(CLOSED + later))]
    next_day = f"U2;ips;{PERSON};Alva;woman;2026-02-01;2026-02-02;;\n"
    assert 0 == people(CLOSED + next_day).code


DELIVERED = {"case": "B1", "on": "2026-03-09", "hours": "7,5"}


def test_what_comes_on_stdin_is_known_by_its_content(take: Take, ipsu: Program, db: Path) -> None:
    as_json = json.dumps({"deliveries": [DELIVERED]})
    as_csv = ";".join(DELIVERED) + "\n" + ";".join(DELIVERED.values()) + "\n"
    for content in (as_json, as_csv):
        imported = ipsu("import deliveries - --json --dry-run", today=TODAY, stdin=content)
        assert 1 == imported.json["import"]["added"], imported.err


def sheets_in(words: str, db: Path, ipsu: Program, sheets: dict[str, list[list[Any]]], *hidden: str) -> Result:
    (db.parent / "in.xlsx").write_bytes(workbook(sheets, *hidden))
    return ipsu(f"{words} in.xlsx --json", today=TODAY)


AGREEMENTS: list[list[Any]] = [["avtal", "tjänst", "leveransområde", "från"], ["A1", "ipsu", "Väst", "2026-01-01"]]
PRICES: list[list[Any]] = [["avtal", "tjänst", "enhet", "från", "pris"], ["A1", "ipsu-b", "hour", "2026-01-01", 100]]


def test_the_sheets_of_everything_may_have_swedish_titles(db: Path, ipsu: Program) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "Avtal": AGREEMENTS,
        "PRISER": PRICES,
        "anteckningar": [["x"], ["y"]],
        "krav": [["avtal", "tjänst"]],
    }
    done = sheets_in("import all", db, ipsu, sheets)
    assert 0 == done.code, done.err
    assert ["agreements", "requirements", "prices"] == [counts["kind"] for counts in done.json["imports"]]
    [warning] = done.json["warnings"]
    assert "sheets that are not read: anteckningar." in warning["message"]


def test_sheets_without_rows_are_told_of_in_one_line(db: Path, ipsu: Program) -> None:
    headings = {"krav": [["avtal", "tjänst"]], "mål": [["avtal", "nyckeltal", "mål"]]}
    (db.parent / "in.xlsx").write_bytes(workbook({"avtal": AGREEMENTS, **headings}))
    first, second = ipsu("import all in.xlsx --lang en", today=TODAY).out.splitlines()[:2]
    assert "From the file of agreements: 1 new, 0 changed. Rows: 1, known already: 0." == first
    assert "Without rows: requirements, targets." == second
    again = ipsu("import all in.xlsx --lang en", today=TODAY).out.splitlines()
    assert ["Nothing new in the file of agreements. Rows: 1, known already: 1.", second] == again
    ipsu("template cases t.xlsx", today=TODAY)
    assert ["Without rows: cases."] == ipsu("import all t.xlsx --lang en", today=TODAY).out.splitlines()


def test_a_hidden_sheet_and_one_of_another_kind_are_named_where_they_have_rows(db: Path, ipsu: Program) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "avtal": AGREEMENTS,
        "agreements": AGREEMENTS,
        "priser": PRICES,
        "krav": [["avtal", "tjänst"]],
    }
    done = sheets_in("import agreements", db, ipsu, sheets, "agreements")
    [warning] = done.json["warnings"]
    assert "sheets that are not read: agreements, priser." in warning["message"]


def test_a_workbook_of_another_kind_says_what_it_holds(db: Path, ipsu: Program) -> None:
    refused = sheets_in("import cases", db, ipsu, {"priser": PRICES})
    assert "file.no-list" in refused.err and "priser" in refused.err


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('{"prices":[{"amount_ore": 1.5}]}', "value.money"),
        ('{"prices":[{"amount_ore": "10", "amount": 3}]}', "file.column-doubled"),
        ('{"prices":[{"mood": 1}]}', "file.column-unknown"),
        ('{"prices":[{"agreement": "\\ud800"}]}', "value.text"),
        ('{"prices":[{"agreement": {"a": 1}}]}', "value.reference"),
        ('{"prices":[{"amount": NaN}]}', "file.not-json"),
        ('{"prices":[1]}', "file.not-json"),
        ('{"prices":[]} x', "file.not-json"),
        ('{"prices":[' + "[" * 100_000, "file.not-json"),
    ],
)
def test_what_is_wrong_in_a_json_is_told(document: str, code: str, db: Path, ipsu: Program) -> None:
    (db.parent / "in.json").write_text(document)
    result = ipsu("import prices in.json --json", today=TODAY)
    assert (3, True) == (result.code, code in result.err)


def test_hours_in_a_json_file_are_not_those_of_a_timesheet(take: Take, ipsu: Program, db: Path) -> None:
    rows = ({"case": "B1", "on": "2026-03-09", "hours": hours} for hours in (1, 1, 2))
    (db.parent / "in.json").write_text(json.dumps({"deliveries": list(rows)}))
    brought = ipsu("import deliveries in.json --json", today=TODAY)
    assert (0, 3) == (brought.code, brought.json["import"]["added"])
    again = (db.parent / "in.json").read_text().replace("]}", ', {"case": "B1", "on": "2026-03-09", "hours": 3}]}')
    (db.parent / "in.json").write_text(again)
    assert 1 == ipsu("import deliveries in.json --json", today=TODAY).json["import"]["added"]


def test_what_a_rule_says_of_hours_or_a_day_stands_at_its_cell(take: Take) -> None:
    rows = [HOURS, ["B1", "2026-04-07", "25"], ["B1", "2026-02-10", "2"], ["B1", "2026-04-08", "0"]]
    result = take("import deliveries", {"leveranser": rows})
    assert [
        (2, "hours", "delivery.over-day", "25"),
        (3, "on", "delivery.outside-period", "2026-02-10"),
        (4, "hours", "delivery.nothing", "0"),
    ] == refused(result)


def test_what_a_rule_says_of_a_week_stands_at_the_row_that_plans_it(take: Take) -> None:
    """The rows of a case are one plan."""
    heads = ["case", "weeks", "hours-per-week", "version", "reason"]
    planned = {"2026-W18..2026-W20": "20", "2026-W21..2026-W22": "7", "2026-W30": "5"}
    rows = [["B1", weeks, hours, "2", "mindre"] for weeks, hours in planned.items()]
    result = take("import plans", {"plans": [heads, *rows]})
    found = refused(result)
    assert 1 == found.count((3, "hours-per-week", "plan.extent", "7"))
    assert (4, "weeks", "plan.outside-period", "2026-W30") in found


def test_of_an_unknown_column_those_to_write_are_told(ipsu: Program, db: Path) -> None:
    """Those of a timesheet that only inform are not."""
    (db.parent / "in.csv").write_text("Ärende;Datum;Timmar;Färg\n")
    result = ipsu("import deliveries in.csv", today=TODAY, IPSU_LANG="sv")
    assert "Färg. De kolumner som kan läsas är: ärende, timmar, datum, vecka, uteblev, månad. [" in result.err

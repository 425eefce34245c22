"""What the register holds as files: an import into an empty office makes the same register of them."""

import csv
import json
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.inventory import INVENTORY
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.store import under_way
from ipsu_cli.write.progress import Progress
from tests import program
from tests.conftest import Program
from tests.reports.conftest import Run

DAY = "2026-06-30"
# What is typed for an office that has every kind of thing.
OFFICE = (Path(__file__).parent / "every_kind.txt").read_text(encoding="utf-8")
TRAINING = "--training Svets --training-from 2026-02-02 --training-to 2026-06-05"
CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2026-03-01"
NOT_OURS = f"""
case add X1 --service ipsu-b --personnummer 19850602-9837 --name "Hemlig Person" --protected --site Hemort \
--from 2026-03-02 --to 2026-03-22 {TRAINING}
plan set X1 2026-W10=20 --submitted 2026-03-02
plan set X1 2026-W10..2026-W11=20 --reason "Hemligt skäl" --submitted 2026-03-03
case add E1 --service ips --personnummer 19881123-9840 --name "Fel Person" --from 2026-03-02 {CHECKS}
contact add E1 employer --on 2026-03-03
case close E1 --on 2026-03-04 --reason registered_in_error
"""


def typed(run: Run, lines: str) -> None:
    for words in lines.strip().splitlines():
        run(words, today=DAY)


@pytest.fixture
def full(run: Run, db: Path) -> Run:
    """An office with something of every kind, and nobody who is protected."""
    typed(run, OFFICE)
    return run


@pytest.fixture
def copy(new_office: Path, tmp_path: Path) -> Run:
    """An empty office in a folder of its own: `copy("import cases ../cases.csv")`."""
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / "ipsu.db").write_bytes(new_office.read_bytes())

    def done(words: str, today: str = DAY) -> Any:
        result = program.run(f"{words} --json", folder=folder, today=today)
        assert 0 == result.code, (words, result.err)
        return result.json

    return done


def test_every_kind_has_something_to_be_compared(full: Run) -> None:
    assert set(RECORDS) == {kind["kind"] for kind in full("export all all.xlsx --reveal")["export"] if kind["rows"]}


@pytest.mark.parametrize("end", ["xlsx", "json"])
def test_a_file_of_everything_comes_back_equal(full: Run, copy: Run, tmp_path: Path, end: str) -> None:
    full(f"export all all.{end} --reveal", today=DAY)
    assert "file.sheet-unread" not in [warning["code"] for warning in copy(f"import all ../all.{end}")["warnings"]]
    copy(f"export all again.{end} --reveal")
    assert (tmp_path / f"all.{end}").read_bytes() == (tmp_path / f"copy/again.{end}").read_bytes()


# Every table of the register, with the kind whose rows say it, or with why no file of a kind does.
IN_FILES = {
    "people": "cases", "cases": "cases", "documents": "documents", "plan_weeks": "plans", "decisions": "decisions",
    "deliveries": "deliveries", "delivered_hours": "deliveries", "aids": "aids", "pauses": "pauses",
    "outcomes": "outcomes", "reviews": "reviews", "contacts": "contacts", "agreements": "agreements",
    "prices": "prices", "requirements": "requirements", "targets": "targets", "fidelity_reviews": "fidelity",
    "fidelity_scales": "scales", "surveys": "surveys", "funding": "funding", "funding_stated": "totals",
    "settings": "settings",
}  # fmt: skip
BOOKS = "numbers of this office's books: another office would bill and book the same work twice"
MADE = "made again of what comes in"
OWN = "what was done in this file, in its own log"
NOT_IN_FILES = {
    **dict.fromkeys(
        (
            "invoices", "invoice_lines", "invoiced", "released", "credited_lines", "payments", "pairs",
            "self_invoices", "self_invoice_lines", "self_invoice_answers", "self_invoice_originals",
            "self_invoice_settlements", "received_files", "received_bytes", "e_invoices_sent", "packages",
            "package_files", "packaged_bytes", "vouchers", "voucher_rows", "closed_months", "investigations",
        ), BOOKS,
    ),
    "free": MADE,
    **dict.fromkeys(
        ("changes", "seals", "revealed", "answers", "batches", "imported", "backups", "erasures", "unswept",
         "unwritten", "reasons"), OWN,
    ),
    "office": "`ipsu init` founds it",
    "acknowledgements": "about a reminder that stood in this office's list on a day",
    "document_texts": "pages of text on a person: `ipsu document export` writes one at a time",
}  # fmt: skip


def test_every_table_is_in_a_file_or_it_is_said_why_not() -> None:
    assert set(INVENTORY) == {*IN_FILES, *NOT_IN_FILES} and not set(IN_FILES) & set(NOT_IN_FILES)
    assert set(RECORDS) == set(IN_FILES.values())


COUNTS = """
    WHERE cancelled = 0 AND reverses IS NULL
      AND id NOT IN (SELECT reverses FROM deliveries WHERE reverses IS NOT NULL)
"""


def rows_of(db: Path) -> dict[str, list[Any]]:
    """What each table in a file says, without the numbers of its rows."""
    with closing(sqlite3.connect(db)) as conn:
        return {table: sorted(map(repr, conn.execute(_query(table)))) for table in IN_FILES}


def _query(table: str) -> str:
    columns = [column for group in INVENTORY[table] for column in group.columns if not column.endswith("_id")]
    return f"SELECT {', '.join(columns)} FROM {table} {COUNTS if table == 'deliveries' else ''}"


def test_every_table_in_a_file_comes_back_equal(full: Run, copy: Run, tmp_path: Path) -> None:
    full("export all all.json --reveal", today=DAY)
    copy("import all ../all.json")
    there, back = rows_of(tmp_path / "ipsu.db"), rows_of(tmp_path / "copy/ipsu.db")
    assert not [table for table, rows in there.items() if not rows]
    for table, rows in there.items():
        assert rows == back[table], table


@pytest.mark.parametrize("end", ["csv", "csv --excel-csv", "xlsx", "json"])
def test_files_of_every_kind_come_back_equal(full: Run, copy: Run, tmp_path: Path, end: str) -> None:
    for kind in RECORDS:
        name, _, excel = f"{kind}.{end}".partition(" ")
        full(f"export {kind} {name} --reveal {excel}", today=DAY)
        counts = copy(f"import {kind} ../{name}")["import"]
        assert (counts["rows"], 0) == (counts["added"] + counts["changed"], counts["known"])
        copy(f"export {kind} {name} --reveal {excel}")
        assert (tmp_path / name).read_bytes() == (tmp_path / f"copy/{name}").read_bytes()
        again = copy(f"import {kind} ../{name}")["import"]
        assert (0, again["rows"]) == (again["added"] + again["changed"], again["known"])


NOTES = ("=SUM(A1)", "-", "'=x", "'Lo'", "''x", "'", 'a; b | "c", d', "1e5", "_x0041_", "😀")


@pytest.mark.parametrize("name", ["c.csv --excel-csv", "c.csv", "c.xlsx", "c.json"])
def test_texts_come_back_as_they_were_typed(run: Run, copy: Run, tmp_path: Path, name: str) -> None:
    run("agreement add U1 --service ips --area Väst --from 2024-01-01")
    copy("agreement add U1 --service ips --area Väst --from 2024-01-01")
    for note in NOTES:
        run(f"contact add U1 employer --on 2026-03-02 --note {shlex.quote(note)}", today=DAY)
    run(f"export contacts {name}", today=DAY)
    copy(f"import contacts ../{name.split()[0]}")
    assert list(NOTES) == [contact["note"] for contact in copy("contact list")["contacts"]]


@pytest.mark.parametrize("name", ["a.csv --excel-csv", "a.csv", "a.xlsx", "a.json"])
def test_several_values_in_a_cell_come_back_as_they_were_typed(run: Run, copy: Run, tmp_path: Path, name: str) -> None:
    towns = ["Sala|Heby", "Ort\\", "|", "\\|", "a\\b", "'=x"]
    typed = " ".join(f"--site {shlex.quote(town)}" for town in towns)
    run(f"agreement add U1 --service ips --area Väst --from 2024-01-01 {typed}", today=DAY)
    run(f"export agreements {name}", today=DAY)
    copy(f"import agreements ../{name.split()[0]}")
    copy("export agreements b.json")
    assert [towns] == [row["site"] for row in json.loads((tmp_path / "copy/b.json").read_text())["agreements"]]


def test_a_whole_register_comes_back_equal(registers: Path, copy: Run, tmp_path: Path) -> None:
    """All that a document of three years prints."""
    exported = program.run(f"export all {tmp_path}/all.xlsx --reveal", folder=registers / "ggv", today=DAY)
    assert 0 == exported.code, exported.err
    copy("import all ../all.xlsx")
    copy("export all again.xlsx --reveal")
    assert rows_in(tmp_path / "all.xlsx") == rows_in(tmp_path / "copy/again.xlsx")


def test_a_year_of_the_sample_office_comes_back_equal(copy: Run, tmp_path: Path) -> None:
    """Billed, paid and sent to the accountant: what was typed comes back, once nobody in it is protected."""
    day, folder = "2026-11-02", tmp_path / "demo"
    for words, place in (
        ("demo --dir demo --lang sv", tmp_path),
        ("case edit A-129 --no-protected --reason Upphört", folder),
        ("case edit B-117 --no-protected --reason Upphört", folder),
        ("aid lend B-126 daisy-player --on 2026-10-05", folder),
        ("case decide B-125 --to 2026-12-11 --on 2026-11-02", folder),
        ("funding state all --year 2026 --amount 1642452 --source Budget", folder),
        ("setting set silent-days 14", folder),
        (f"export all {tmp_path}/all.xlsx --reveal", folder),
    ):
        done = program.run(words, folder=place, today=day)
        assert (0, "") == (done.code, done.err), words
    copy("import all ../all.xlsx", day)
    copy("export all again.xlsx --reveal", day)
    assert 800 < len(rows_in(tmp_path / "all.xlsx")["deliveries"])
    assert (tmp_path / "all.xlsx").read_bytes() == (tmp_path / "copy/again.xlsx").read_bytes()


def rows_in(book: Path) -> dict[str, list[Any]]:
    from openpyxl import load_workbook

    return {page.title: list(page.iter_rows(values_only=True)) for page in load_workbook(book).worksheets}


SUPPORT = f"""
agreement add A1 --service ipsu --area Uppsala --from 2026-01-01
case add B9 --service ipsu-b --personnummer 19900101-9802 --name Alva --from 2026-02-02 --to 2026-05-29 {TRAINING}
plan set B9 2026-W06..2026-W12=20 --submitted 2026-02-02 --confirmed 2026-02-03
deliver B9 7 --on 2026-02-03
"""


@pytest.mark.parametrize("end", ["csv", "xlsx", "json"])
def test_hours_that_were_brought_in_are_known_in_an_export(run: Run, db: Path, tmp_path: Path, end: str) -> None:
    typed(run, SUPPORT)
    (tmp_path / "typed.csv").write_text("case,on,hours\nB9,2026-02-18,0.25\n")
    run("import deliveries typed.csv", today=DAY)
    run(f"export deliveries out.{end}", today=DAY)
    again = run(f"import deliveries out.{end} --dry-run", today=DAY)
    assert (1, 1) == (again["import"]["known"], again["import"]["added"])
    assert "delivery.typed-before" in [warning["code"] for warning in again["warnings"]]


def test_a_csv_is_for_machines(full: Run, tmp_path: Path) -> None:
    full("export deliveries d.csv")
    content = (tmp_path / "d.csv").read_bytes()
    assert content.startswith(b"case,hours,on,week,no-show,month\r\n")
    assert ["B1,7,2026-02-03,,,", "B1,12.25,,2026-W07,,", "B1,4.25,2026-02-17,,,"] == [
        line for line in content.decode().splitlines() if line.startswith("B1,")
    ]


def test_a_csv_for_a_swedish_spreadsheet(full: Run, tmp_path: Path) -> None:
    full("export deliveries d.csv --excel-csv", IPSU_LANG="en")
    content = (tmp_path / "d.csv").read_bytes()
    assert content.startswith("\ufeffärende;timmar;datum;vecka;uteblev;månad\r\n".encode())
    assert "B1;12,25;;2026-W07;;" in content.decode()


def test_a_document_of_json(full: Run, tmp_path: Path) -> None:
    full("export all all.json --reveal")
    found = json.loads((tmp_path / "all.json").read_text())
    assert list(RECORDS) == list(found)
    assert {"agreement": "S1", "service": "ipsu-b", "unit": "hour", "level": None, "from": "2026-01-01",
            "amount_ore": 450_50} == found["prices"][3]  # fmt: skip
    assert {"hours": 12.25, "week": "2026-W07", "no_show": None}.items() <= next(
        row.items() for row in found["deliveries"] if row["week"]
    )
    assert (["Lagerarbete, natt", "Körkort"], 12.5) == next(
        (row["goal"], row["own_search"]) for row in found["documents"] if row["type"] == "iup"
    )


def test_the_same_register_makes_the_same_file(full: Run, tmp_path: Path) -> None:
    full("export all a.xlsx", today=DAY)
    full("export all b.xlsx", today="2026-07-31")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_is_typed_is_never_a_formula(full: Run, tmp_path: Path) -> None:
    full("export contacts c.csv")
    with (tmp_path / "c.csv").open(newline="") as file:
        assert ["'+sommarjobb"] == [row["note"] for row in csv.DictReader(file) if row["note"]]


def test_a_number_is_whole_only_when_it_is_asked_for_and_that_is_logged(
    full: Run, ipsu: Program, db: Path, tmp_path: Path
) -> None:
    before = program.dump(db)
    answer = ipsu("export cases c.csv --json", today=DAY).json
    assert ["export.masked"] == [warning["code"] for warning in answer["warnings"]]
    assert "19900101-****" in (tmp_path / "c.csv").read_text() and "9802" not in (tmp_path / "c.csv").read_text()
    assert before == program.dump(db)
    assert [] == full("export cases c.csv --reveal --force")["warnings"]
    assert "19900101-9802" in (tmp_path / "c.csv").read_text()
    assert "export cases --reveal" in program.dump(db)


def test_a_number_in_a_note_is_whole_when_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    run("agreement add U1 --service ips --area Väst --from 2024-01-01")
    run("agreement add S1 --service ipsu --area Syd --from 2026-01-01")
    typed(run, NOT_OURS)
    run(f"case add U2 --service ips --personnummer 19900101-9802 --name 'Test Person' --from 2026-03-02 {CHECKS}")
    for about, words in (("U2", "Bror 19850505-2384"), ("U1", "Om 19850602-9837"), ("X1", "Hemligt 19850602-9837")):
        run(f"contact add {about} mamma --on 2026-03-04 --note '{words}'")
    notes = {}
    for name, reveal in (("masked", ""), ("whole", " --reveal")):
        run(f"export contacts {name}.csv{reveal}")
        with (tmp_path / f"{name}.csv").open(newline="") as file:
            notes[name] = sorted((row["party"], row["note"]) for row in csv.DictReader(file))
    hidden = ("other", "")
    assert [("mamma", "Bror 19850505-****"), ("mamma", "Om 19850602-****"), hidden] == notes["masked"]
    assert [("mamma", "Bror 19850505-2384"), ("mamma", "Om 19850602-9837"), hidden] == notes["whole"]


def test_of_a_protected_person_there_is_the_case_and_nothing_of_what_was_registered_in_error(
    run: Run, ipsu: Program, tmp_path: Path
) -> None:
    run("agreement add S1 --service ipsu --area Syd --from 2026-01-01")
    run("agreement add U1 --service ips --area Väst --from 2024-01-01")
    typed(run, NOT_OURS)
    answer = ipsu("export all all.json --reveal --json", today=DAY).json
    assert ["export.protected"] == [warning["code"] for warning in answer["warnings"]]
    page = (tmp_path / "all.json").read_text()
    assert ["X1"] == [row["case"] for row in json.loads(page)["cases"]]
    assert not [word for word in ("Hemlig", "9837", "1985", "Hemort", "Fel Person", "E1") if word in page]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("export all all.csv", 2),
        ("export cases c.txt", 2),
        ("export cases c.xlsx --excel-csv", 2),
        ("export cases ipsu.db", 2),
        ("export case c.csv", 2),
        ("export cases there.csv", 1),
    ],
)
def test_what_cannot_be_written_is_refused(ipsu: Program, db: Path, tmp_path: Path, words: str, code: int) -> None:
    (tmp_path / "there.csv").write_text("mine")
    assert code == ipsu(words, today=DAY).code
    assert "mine" == (tmp_path / "there.csv").read_text()


def test_it_is_heard_of_while_rows_are_sorted(
    full: Run, ipsu: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million deliveries are sorted for some seconds before the first of them comes."""
    heard: list[tuple[int, int]] = []
    monkeypatch.setattr(Progress, "__call__", lambda bar, done, of: heard.append((done, of)))
    monkeypatch.setattr(under_way, "STEPS", 5)
    full("export deliveries d.csv")
    assert 3 < len([done for done, of in heard if done == 0]) and heard == sorted(heard)

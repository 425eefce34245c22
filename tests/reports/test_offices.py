"""Reports over several offices: the same as of one office that holds all, and no file of theirs is touched."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import offices, program

ASK = ("--from", "2025-01-01", "--to", "2025-12-31")


def ask(folder: Path, words: Sequence[str], file: Path, *others: Path) -> Any:
    also = [word for other in others for word in ("--also", str(other))]
    done = program.run(["--db", str(file), *words, *also, "--json"], folder=folder, today=offices.TODAY)
    assert (0, "") == (done.code, done.err)
    return done.json


def office_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("office-*.db"))


def without_offices(report: Any) -> Any:
    """What is said of all together."""
    for kpi in report.get("kpis", ()):
        del kpi["breakdown"]["office"]
    for row in [*report.get("hours", ()), *report.get("payments", ())]:
        del row["office"]
    del report["offices"]
    return report


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--by", "agreement", "--by", "site", "--by", "coach", "--by", "cohort"),
        ("--external",),
        ("--service", "ips", "--service", "ipsu-b"),
        ("--agreement", "a001"),
        ("--coach", "coach 4", "--as-of", "2025-08-31"),
    ],
    ids=" ".join,
)
def test_the_key_figures_are_those_of_one_office_that_holds_all(spread: Path, more: tuple[str, ...]) -> None:
    words = ("report", "kpi", *ASK, *more)
    whole = ask(spread, words, spread / "whole.db")
    together = ask(spread, words, *office_files(spread))
    parts = [kpi["breakdown"].pop("office", None) for kpi in json.loads(json.dumps(together["kpis"]))]
    assert any(part and len(part) == 3 for part in parts)
    if "--external" not in more:
        assert whole == without_offices(together)
        return
    shown = {kpi["code"]: kpi["value"] for kpi in whole["kpis"]}
    for kpi in together["kpis"]:
        assert kpi["hidden"] or kpi["value"] == shown[kpi["code"]] or shown[kpi["code"]] is None


def test_each_office_is_a_part_with_the_figures_of_its_own_report(spread: Path) -> None:
    files = office_files(spread)
    together = ask(spread, ("report", "kpi", *ASK), *files)
    assert [("Kontor 000", str(files[0])), ("Kontor 001", str(files[1])), ("Kontor 002", str(files[2]))] == [
        (office["office"], office["file"]) for office in together["offices"]
    ]
    for name, file in zip(("Kontor 000", "Kontor 001", "Kontor 002"), files, strict=True):
        alone = {kpi["code"]: kpi for kpi in ask(spread, ("report", "kpi", *ASK), file)["kpis"]}
        for kpi in together["kpis"]:
            part = kpi["breakdown"].get("office", {}).get(name)
            if part and kpi["code"] in alone:
                own = alone[kpi["code"]]
                assert part == {key: own[key] for key in part}, kpi["code"]


def test_a_small_count_of_one_office_is_hidden_where_the_whole_is_not(spread: Path) -> None:
    kpis = ask(spread, ("report", "kpi", *ASK, "--external"), *office_files(spread))["kpis"]
    parts = [part for kpi in kpis if not kpi["hidden"] for part in kpi["breakdown"].get("office", {}).values()]
    assert {True, False} == {part["hidden"] for part in parts}
    counts = [part["value"] for kpi in kpis if kpi["unit"] == "count" for part in kpi["breakdown"]["office"].values()
              if kpi["code"] not in ("fidelity_latest",)]  # fmt: skip
    assert not {1, 2, 3, 4} & set(counts)


def test_hours_are_added_up_by_office_and_together(spread: Path) -> None:
    words = ("report", "hours", *ASK)
    whole = ask(spread, words, spread / "whole.db")
    together = ask(spread, words, *office_files(spread))
    assert sum(office["delivered_hours"] for office in together["offices"]) == whole["total"]["delivered_hours"] > 0
    rows = without_offices(together)
    rows["hours"].sort(key=lambda row: (row["case"], row["week"]))
    assert whole == rows


def test_invoices_are_added_up_by_office_and_together(spread: Path) -> None:
    words = ("report", "invoices", *ASK)
    whole = ask(spread, words, spread / "whole.db")
    together = ask(spread, words, *office_files(spread))
    assert sum(office["expected_ore"] for office in together["offices"]) == whole["total"]["expected_ore"] > 0
    assert sum(payment["amount_ore"] for payment in whole["payments"]) == sum(
        payment["amount_ore"] for payment in together["payments"]
    )
    names = {payment["office"] for payment in together["payments"]}
    assert {"Kontor 000", "Kontor 001", "Kontor 002"} >= names and len(names) > 1
    for report in (whole, without_offices(together)):
        del report["payments"]
    assert whole == together


def test_text_and_workbook_show_each_office(spread: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    first, *others = office_files(spread)
    also = [word for other in others for word in ("--also", str(other))]
    for report, heading in (("kpi", "Key figures by office"), ("hours", "Hours by office"), ("invoices", "by office")):
        book = tmp_path / f"{report}.xlsx"
        words = ["--db", str(first), "report", report, *ASK, *also]
        done = program.run([*words, "--excel", str(book)], folder=spread, today=offices.TODAY)
        assert (0, "") == (done.code, done.err)
        cells = {cell.value for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row}
        text = program.run(words, folder=spread, today=offices.TODAY).out
        assert "Kontor 002" in cells and "Kontor 002" in text and heading in text


# ---------------------------------------------------------------------------------------------------------
# The files


# A change so large that it is in the file before it is committed; then the process is gone.
BROKEN_OFF = """
import os, sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("PRAGMA cache_size = 1")
conn.execute("BEGIN IMMEDIATE")
conn.execute("CREATE TABLE half AS SELECT randomblob(9000) AS x FROM cases, cases LIMIT 200")
os._exit(0)
"""


@pytest.fixture
def two(spread: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two offices that a test may spoil."""
    files = office_files(spread)[:2]
    one, other = (Path(shutil.copy2(file, tmp_path / file.name)) for file in files)
    return one, other


def refused(file: Path, *others: Path | str, report: str = "kpi") -> tuple[int, str, Any]:
    also = [word for other in others for word in ("--also", str(other))]
    done = program.run(["--db", str(file), "report", report, *also, "--json"], folder=file.parent, today=offices.TODAY)
    assert "" == done.out
    return done.code, json.loads(done.err)["error"]["code"], json.loads(done.err)["error"]["details"]


def test_no_byte_of_any_file_changes(two: tuple[Path, Path]) -> None:
    one, other = two
    other.chmod(0o400)
    before = {path: path.read_bytes() for path in one.parent.iterdir()}
    for report in ("kpi", "hours", "invoices"):
        ask(one.parent, ("report", report), one, other)
    assert before == {path: path.read_bytes() for path in one.parent.iterdir()}


def test_all_that_is_wrong_with_the_files_is_told_at_once(two: tuple[Path, Path]) -> None:
    one, other = two
    (folder := one.parent).joinpath("link.db").symlink_to(other)
    folder.joinpath("text.db").write_text("case;hours\n")
    with other.open("rb") as file:
        folder.joinpath("half.db").write_bytes(file.read(40_960))
    os.mkdir(folder / "folder.db")
    names = ["link.db", "text.db", "half.db", "folder.db", "nowhere.db"]
    code, first, details = refused(one, other, *(folder / name for name in names))
    assert (4, "offices.twice") == (code, first)
    codes = [found["code"] for found in details["findings"]]
    assert [
        "database.damaged",
        "database.missing",
        "database.not-a-file",
        "database.not-ours",
        "offices.twice",
    ] == sorted(codes)
    for name in names:
        assert any(name in found["message"] for found in details["findings"]), name


@pytest.mark.parametrize("report", ["kpi", "hours", "invoices"])
def test_the_own_file_again_is_the_same_file(two: tuple[Path, Path], report: str) -> None:
    one, _ = two
    assert (4, "offices.twice") == refused(one, one, report=report)[:2]


def test_an_older_file_is_refused_with_what_to_do_and_stays_as_it_is(two: tuple[Path, Path]) -> None:
    one, other = two
    with sqlite3.connect(other) as conn:
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        conn.execute(f"PRAGMA user_version = {version - 1}")
    conn.close()
    before = other.read_bytes()
    done = program.run(f"--db {one} report kpi --also {other}", folder=one.parent, today=offices.TODAY)
    assert (4, "") == (done.code, done.out)
    assert "offices.older" in done.err and f"ipsu --db {other} status" in done.err
    assert before == other.read_bytes()


def test_what_a_broken_off_command_left_is_not_undone(two: tuple[Path, Path]) -> None:
    """A file with a journal that has to be played back is refused: to read it would be to write it."""
    one, other = two
    subprocess.run([sys.executable, "-c", BROKEN_OFF, str(other)], check=True)
    journal = other.with_name(f"{other.name}-journal")
    assert journal.exists() and journal.stat().st_size
    before = other.read_bytes(), journal.read_bytes()
    assert (4, "offices.unfinished") == refused(one, other)[:2]
    assert before == (other.read_bytes(), journal.read_bytes())


def test_offices_of_one_name_are_called_by_their_files(two: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = two
    third = Path(shutil.copy2(other, tmp_path / "third.db"))
    done = ask(tmp_path, ("report", "hours", *ASK), one, other, third)
    assert ["Kontor 000", str(other), str(third)] == [office["office"] for office in done["offices"]]
    assert ["offices.copy"] == [found["code"] for found in done["warnings"]]


def test_a_filter_has_to_fit_in_one_of_the_offices(two: tuple[Path, Path]) -> None:
    one, other = two
    words = f"--db {one} report kpi --also {other} --agreement A999 --json"
    done = program.run(words, folder=one.parent, today=offices.TODAY)
    assert (1, "filter.unknown") == (done.code, json.loads(done.err)["error"]["code"])
    alone = ask(one.parent, ("report", "kpi", *ASK, "--agreement", "A001"), other)
    both = ask(one.parent, ("report", "kpi", *ASK, "--agreement", "A001"), one, other)
    assert alone["kpis"][2]["value"] == both["kpis"][2]["value"] > 0


@pytest.mark.parametrize("many", [1, 11])
def test_any_number_of_offices(spread: Path, tmp_path: Path, new_office: Path, many: int) -> None:
    """Ten is as many as SQLite attaches at once."""
    files = [offices.make(new_office, tmp_path / f"{n}.db", [], f"Tomt {n}") for n in range(many)]
    done = ask(tmp_path, ("report", "kpi", *ASK), *office_files(spread), *files)
    assert many + 3 == len(done["offices"])
    whole = ask(tmp_path, ("report", "kpi", *ASK), spread / "whole.db")
    values = [{kpi["code"]: kpi["value"] for kpi in report["kpis"]} for report in (whole, done)]
    assert values[0]["participants"] == values[1]["participants"]
    assert values[0]["wait_median"] == values[1]["wait_median"]

"""What a head office is given: nothing that says who somebody is, in files that are the same each time."""

import datetime as dt
import json
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.parquet import CLASSES, TABLES
from ipsu_cli.write.parquet import MARK, escaped
from tests import offices, program

parquet = pytest.importorskip("pyarrow.parquet")
# Every column that is handed on, by what it is about. A new one fails here until somebody has said what it is: there is
# no class for what says who a person is.
CLASSED = {
    "number": "case_id person_id place price_line",
    "day": "as_of by_day closed_on confirmed due_on ends_on entered_on from_day left_on made_on month on_day paid_on "
    "queued_on starts_on submitted thursday to_day worked_to written_on",
    "count": "answered asked positive total",
    "aim": "d n",
    "money": "net_ore price_ore",
    "hours": "hours quantity",
    "code": "close_reason counts gender kind known outcome population queued_for role service span state status "
    "training_result unit",
    "flag": "built_on held in_training is_plan judged no_show paid_by_result passed queued replacement reversal "
    "reversed subsidised",
    "place": "site",
    "title": "agreement kpi party question",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> list[Path]:
    return offices.spread(new_office, tmp_path_factory.mktemp("out"), offices.parts(6, 6), 2)


def export(file: Path, folder: Path, *more: str, today: str = offices.TODAY) -> program.Result:
    return program.run(
        ["--db", str(file), "export", "parquet", str(folder), *more, "--json"], folder=file.parent, today=today
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_column_is_classed() -> None:
    found: dict[str, set[str]] = {}
    for table in TABLES:
        for column in table.columns:
            found.setdefault(column.about, set()).add(column.name)
    assert {about: set(names.split()) - {"as_of"} for about, names in CLASSED.items()} == found
    assert found.keys() == CLASSES.keys()


def test_the_files_have_the_columns_and_types_that_are_told_and_no_others(files: list[Path], tmp_path: Path) -> None:
    assert 0 == export(files[0], tmp_path / "data").code
    types = {"int32": "int32", "int64": "int64", "date32": "date32[day]", "string": "string", "bool": "bool"}
    for table in TABLES:
        paths = sorted((tmp_path / "data").glob(f"office=*/year=*/{table.name}.parquet"))
        assert paths, table.name
        for path in paths:
            schema = parquet.ParquetFile(path).schema_arrow
            assert [(column.name, types[column.type]) for column in table.columns] == [
                (field.name, str(field.type)) for field in schema
            ]


def test_nothing_that_says_who_somebody_is_is_in_it(files: list[Path], tmp_path: Path) -> None:
    """Each word of the register that is about a person is a word that no cell has."""
    db = Path(shutil.copy2(files[0], tmp_path / "ipsu.db"))
    with sqlite3.connect(db) as conn:
        words = {str(value) for row in conn.execute("SELECT personnummer, name FROM people") for value in row}
        words |= {str(value) for row in conn.execute("SELECT ref, coach FROM cases") for value in row if value}
    conn.close()
    assert 0 == export(db, tmp_path / "data").code
    cells: set[str] = set()
    for path in (tmp_path / "data").rglob("*.parquet"):
        for column in parquet.read_table(path, partitioning=None).columns:
            cells.update(str(value) for value in column.to_pylist())
    assert len(cells) > 200 and set() == cells & words
    assert not any("Kim" in cell or "Coach" in cell for cell in cells)


def test_days_money_and_hours_are_whole_numbers_of_their_types(files: list[Path], tmp_path: Path) -> None:
    done = export(files[0], tmp_path / "data")
    rows = {table["table"]: table["rows"] for table in done.json["export"]}
    hours = sum(
        row["quantity"]
        for path in (tmp_path / "data").rglob("deliveries.parquet")
        for row in parquet.read_table(path, partitioning=None).to_pylist()
        if row["unit"] == "hour" and dt.date(2025, 1, 1) <= row["on_day"] <= dt.date(2025, 12, 31)
    )
    words = f"--db {files[0]} report kpi --year 2025 --json"
    kpis = program.run(words, folder=tmp_path, today=offices.TODAY).json["kpis"]
    assert hours == 100 * next(kpi["value"] for kpi in kpis if kpi["code"] == "delivered_hours") > 0
    assert rows["deliveries"] > 20 and rows["cases"] > 20


def test_the_same_register_makes_the_same_bytes(files: list[Path], tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert 0 == export(files[0], tmp_path / name).code
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "other")
    assert {0o600} == {path.stat().st_mode & 0o777 for path in (tmp_path / "one").rglob("*") if path.is_file()}
    assert {0o700} == {path.stat().st_mode & 0o777 for path in (tmp_path / "one").rglob("*") if path.is_dir()}


def test_a_part_takes_the_place_of_its_own_alone(files: list[Path], tmp_path: Path) -> None:
    data = tmp_path / "data"
    for file in files:
        assert 0 == export(file, data).code
    before = bytes_of(data)
    db = Path(shutil.copy2(files[0], tmp_path / "ipsu.db"))
    assert 0 == program.run(f"--db {db} setting set pr-due-day 5", folder=tmp_path, today=offices.TODAY).code
    assert 0 == export(db, data, today="2026-06-30").code
    after = bytes_of(data)
    changed = {name.partition("/")[0] for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {"office=Kontor 000"} == changed
    assert {"office=Kontor 000", "office=Kontor 001"} == {path.name for path in data.iterdir()}


def test_another_office_of_the_same_name_is_refused(files: list[Path], tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert 0 == export(files[0], data).code
    before = bytes_of(data)
    taken = export(files[1], data, "--office", "Kontor 000")
    assert (1, "parquet.other-office") == (taken.code, json.loads(taken.err)["error"]["code"])
    assert before == bytes_of(data)
    assert 0 == export(files[1], data, "--office", "Norr/Söder: 50%").code
    name = "office=Norr%2FSöder%3A 50%25"
    assert "Norr/Söder: 50%" == json.loads((data / name / MARK).read_text(encoding="utf-8"))["office"]
    assert name == f"office={escaped('Norr/Söder: 50%')}"


def test_a_folder_with_something_strange_in_the_part_is_left_alone(files: list[Path], tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert 0 == export(files[0], data).code
    (data / "office=Kontor 000" / "mine.txt").write_text("x")
    refused = export(files[0], data)
    assert (1, "folder.not-ours") == (refused.code, json.loads(refused.err)["error"]["code"])
    assert (data / "office=Kontor 000" / "mine.txt").exists()


def test_what_fails_leaves_nothing(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ipsu_cli.write import parquet as module

    def fails(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_list", fails)
    failed = export(files[0], tmp_path / "data")
    assert (5, "file.not-writable") == (failed.code, json.loads(failed.err)["error"]["code"])
    assert [] == [path for path in tmp_path.iterdir()]


def test_without_the_extra_it_says_what_to_install(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipsu_cli.write import parquet as module

    monkeypatch.setattr(module, "find_spec", lambda name: None)
    refused = export(files[0], tmp_path / "data")
    error = json.loads(refused.err)["error"]
    assert (5, "parquet.extra") == (refused.code, error["code"])
    assert 'pip install "ipsu-cli[parquet]"' in error["hint"]
    assert not (tmp_path / "data").exists() and "pyarrow" in sys.modules

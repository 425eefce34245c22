"""`ipsu check`: what is found in a file that something else has written to, and that nothing is found in any other."""

import gzip
import os
import shutil
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.locale import LANGUAGES
from ipsu_cli.reports import check as report
from ipsu_cli.rules.weekly_plan import EXTENTS
from ipsu_cli.store import Store
from ipsu_cli.store.invariants import ALL, CODES, work
from ipsu_cli.store.invariants.whole import CHECKED, DAMAGED
from tests import program
from tests.conftest import Program
from tests.damage import check, codes, write_behind

HERE = Path(__file__).resolve().parent
BREACHES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "breaches.toml").read_text(encoding="utf-8"))
OLD = HERE.parent / "store" / "old"


@pytest.fixture
def office(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(sample, tmp_path / "ipsu.db"))


def corrupt(path: Path) -> None:
    """Let an index hold the entries of another: SQLite itself sees that."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute("UPDATE sqlite_schema SET sql = replace(sql, 'person_id', 'agreement_id')"
                     " WHERE name = 'cases_by_person'")  # fmt: skip


# Well


def test_it_is_silent_where_all_is_well(office: Path, ipsu: Program) -> None:
    answer = ipsu("check")
    assert (0, "", "") == (answer.code, answer.out, answer.err)
    assert {"findings": [], "more": 0, "warnings": []} == check(office).json


@pytest.mark.parametrize("of", ["uppsala", "ggv"])
def test_nothing_is_found_in_another_office(of: str, registers: Path) -> None:
    assert set() == codes(registers / of / "ipsu.db")


@pytest.mark.parametrize("name", sorted(path.name for path in OLD.glob("*.db.gz")))
def test_nothing_is_found_in_an_older_file_which_stays_so(name: str, tmp_path: Path) -> None:
    path = tmp_path / "ipsu.db"
    path.write_bytes(before := gzip.decompress((OLD / name).read_bytes()))
    assert set() == codes(path)
    assert before == path.read_bytes()
    assert 0 == program.run("setting list", folder=tmp_path).code  # brought up to this version, and sealed
    assert before != path.read_bytes()
    assert set() == codes(path)


def test_what_was_entered_before_the_seals_is_held_by_them_too(tmp_path: Path) -> None:
    path = tmp_path / "ipsu.db"
    path.write_bytes(gzip.decompress((OLD / "office-0.1.0.db.gz").read_bytes()))
    assert 0 == program.run("setting list", folder=tmp_path).code
    write_behind(path, "UPDATE changes SET who = 'Bo' WHERE id = 2", "UPDATE people SET name = 'Bo' WHERE id = 1")
    findings = check(path).json["findings"]
    assert [("changes", 2), ("people", 1)] == sorted((row["table"], row["row"]) for row in findings)


# Broken


def test_every_invariant_is_broken_once() -> None:
    assert {invariant.code for invariant in ALL} == BREACHES.keys() == {*CODES} - {DAMAGED}
    assert len(ALL) == len(BREACHES) >= 25


@pytest.mark.parametrize("code", BREACHES)
def test_an_invariant_alone_finds_what_breaks_it(code: str, office: Path) -> None:
    breach = BREACHES[code]
    write_behind(office, *breach["sql"], seals=breach.get("seals", True))
    before = office.read_bytes()
    answer = check(office)
    rows = answer.json["findings"]
    assert (6, {code}) == (answer.code, {row["code"] for row in rows})
    assert {breach["table"]} == {row["table"] for row in rows}
    assert breach.get("row", rows[0]["row"]) == rows[0]["row"]
    assert before == office.read_bytes(), "a check changes nothing"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_is_explained(code: str, lang: str, ipsu: Program) -> None:
    answer = ipsu(f"explain {code} --json", IPSU_LANG=lang)
    rule = answer.json["rule"]
    assert (code, "invariant", ["ipsu check"]) == (rule["code"], rule["level"], rule["commands"])
    assert rule["demand"]


def test_the_extents_are_those_of_the_rules() -> None:
    (entry,) = EXTENTS.values
    assert work.EXTENTS == tuple(hours.hundredths for hours in entry.value)


def test_a_person_reads_what_is_wrong_and_what_to_do(office: Path, ipsu: Program) -> None:
    write_behind(office, "UPDATE people SET name = 'Bo Ek' WHERE id = 3")
    answer = ipsu("check", IPSU_LANG="en")
    assert (6, "") == (answer.code, answer.err)
    assert "Row 3 of people is not as change" in answer.out
    assert "ipsu restore FILE" in answer.out
    assert "Bo Ek" not in answer.out


def test_all_is_counted_and_the_first_are_shown(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST", 10)
    write_behind(office, "UPDATE deliveries SET no_show = 1 - no_show")
    found = check(office).json
    assert (10, 805) == (len(found["findings"]), found["more"])


def test_an_index_that_lost_its_rows_is_damage(office: Path, ipsu: Program) -> None:
    corrupt(office)
    answer = ipsu("check --json")
    assert 4 == answer.code
    assert {DAMAGED} == {row["code"] for row in answer.json["findings"]}


def test_a_table_that_is_renamed_is_a_finding_and_no_fault(office: Path) -> None:
    with closing(sqlite3.connect(office, isolation_level=None)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute("UPDATE sqlite_schema SET sql = replace(sql, 'vat_basis', 'vat_besis') WHERE name = 'funding'")
    assert check(office).code in (4, 6)


# The file itself


def test_a_file_that_nobody_may_write_is_looked_at(office: Path) -> None:
    os.chmod(office, 0o400)
    os.chmod(office.parent, 0o500)
    try:
        assert 0 == check(office).code
    finally:
        os.chmod(office.parent, 0o700)


def test_what_a_crash_left_half_done_is_looked_at_as_it_will_be(office: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(office, isolation_level=None)) as conn:
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE sqlite_sequence SET seq = seq")
        conn.execute("CREATE TABLE half AS SELECT * FROM deliveries, settings_ever")
        conn.execute("CREATE TABLE done AS SELECT a.* FROM deliveries a, changes b LIMIT 20000")
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for ending in ("", "-journal"):
            shutil.copyfile(f"{office}{ending}", crashed / f"ipsu.db{ending}")
    before = {path.name: path.read_bytes() for path in crashed.iterdir()}
    assert before["ipsu.db"] != office.read_bytes()
    assert 0 == check(crashed / "ipsu.db").code
    assert before == {path.name: path.read_bytes() for path in crashed.iterdir()}


@pytest.mark.parametrize(
    ("content", "code"), [(None, "database.missing"), (b"x" * 5000, "database.not-ours"), (b"", "database.not-ours")]
)
def test_what_is_no_office_is_refused(content: bytes | None, code: str, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    answer = check(path)
    assert (4, "") == (answer.code, answer.out)
    assert f'"{code}"' in answer.err


def test_sqlite_looks_at_a_file_once(office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    all_rows = Store.all

    def count(store: Store, sql: str, **values: Any) -> list[sqlite3.Row]:
        asked.append(sql)
        return all_rows(store, sql, **values)

    monkeypatch.setattr(Store, "all", count)
    for _ in range(2):
        assert 0 == ipsu("check").code
    assert 2 == asked.count(CHECKED)

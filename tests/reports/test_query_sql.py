"""`ipsu query`: a SELECT of a person's own, read-only, as a table, as CSV and as JSON."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from ipsu_cli.store import query
from ipsu_cli.store.views import VIEWS
from tests import program
from tests.conftest import Program
from tests.program import TODAY
from tests.typed import OfficeWith

MADE = (
    "agreement add I1 --service ipsu --area Norr --from 2026-01-01",
    "price set I1 ipsu-b 450,50 --unit hour --from 2026-01-01",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov --from 2026-03-02 --to 2026-05-08 "
    "--training Svets --training-from 2026-01-12 --training-to 2026-06-05 --coach '=Kim'",
)


@pytest.fixture
def office(ipsu: Program, office_with: OfficeWith, db: Path) -> Program:
    shutil.copy2(office_with(MADE, TODAY), db)
    return ipsu


def refusal(office: Program, sql: str) -> tuple[int, str, list[str]]:
    result = office(["query", sql, "--json"])
    error = json.loads(result.err)["error"]
    assert "" == result.out and "\n" not in error["message"]
    return result.code, error["code"], error["details"].get("near", [])


def test_a_question_is_answered_with_columns_and_rows(office: Program) -> None:
    result = office(["query", "SELECT case_ref, 1 AS n, 1 AS n, 0.5, NULL, x'ff' FROM cases", "--json"])
    columns = ["case_ref", "n", "n", "0.5", "NULL", "x'ff'"]
    assert {"columns": columns, "rows": [["B1", 1, 1, 0.5, None, "ff"]], "cut": False} == result.json["query"]
    assert [] == result.json["warnings"]


def test_a_number_that_json_has_not_is_text(office: Program) -> None:
    assert [["inf"]] == office(["query", "SELECT 9e999", "--json"]).json["query"]["rows"]


def test_a_table_stands_on_the_screen_and_no_rows_are_counted(office: Program) -> None:
    assert "case_ref" in office(["query", "SELECT case_ref, status FROM cases"]).out
    assert "Number: 0\n" == office(["query", "SELECT * FROM payments"]).out


def test_csv_has_the_rows_alone_and_text_stays_text(office: Program) -> None:
    result = office(["query", "--csv", "SELECT case_ref, coach, -1 AS n, 'a;b' AS t FROM cases"])
    assert 'case_ref;coach;n;t\nB1;\'=Kim;-1;"a;b"\n' == result.out
    assert (2, "") == (office(["query", "--csv", "--json", "SELECT 1"]).code, result.err)


def test_a_question_may_stand_on_stdin(office: Program) -> None:
    assert [[1]] == office("query - --json", stdin="\ufeffSELECT count(*)\nFROM cases;\n").json["query"]["rows"]


def test_today_is_the_day_that_is_asked_for(office: Program) -> None:
    sql = "SELECT status, :today FROM cases"
    answers = [
        office(["query", sql, "--json"], today=day).json["query"]["rows"] for day in ("2026-03-01", "2026-06-01")
    ]
    assert [[["planned", "2026-03-01"]], [["ended", "2026-06-01"]]] == answers


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM cases", "INSERT INTO cases (case_ref) VALUES (1)", "UPDATE cases SET case_ref = 1", "ANALYZE",
        "DROP TABLE cases", "CREATE TABLE t (a)", "CREATE TEMP VIEW t AS SELECT 1", "ATTACH 'ipsu.db' AS o", "VACUUM",
        "DETACH main", "PRAGMA user_version = 9", "PRAGMA journal_mode", "BEGIN", "VACUUM INTO 'copy.db'", "REINDEX",
        "SELECT load_extension('x')", "WITH t AS (SELECT 1) DELETE FROM cases", "SAVEPOINT s",
    ],
)  # fmt: skip
def test_what_is_no_select_is_refused(office: Program, db: Path, sql: str) -> None:
    before, files = program.dump(db), sorted(db.parent.iterdir())
    assert (2, "query.only-select", []) == refusal(office, sql)
    assert (before, files) == (program.dump(db), sorted(db.parent.iterdir()))


@pytest.mark.parametrize(
    ("sql", "near"),
    [
        ("SELECT * FROM case", []),
        ("SELECT * FROM casses", ["cases"]),
        ("SELECT * FROM people", ["cases", "decisions", "plans"]),
        ("SELECT * FROM main.people", ["cases", "decisions", "plans"]),
        ("SELECT * FROM fidelity_reviews", ["fidelity"]),
        ("SELECT statu FROM cases", ["status"]),
        ("SELECT c.staus FROM cases c", ["status"]),
        ("SELECT case FROM cases", ["case_ref"]),
        ("SELECT coach, from FROM cases", ["from_day"]),
        ("SELECT 1; SELECT 2", []),
        ("SELECT ?", []),
        ("SELECT :other", []),
        ("", []),
        ("SELECT", []),
        ("/* nothing */", []),
        ("SELECT sume(1)", []),
        ("SELECT zeroblob(20000000)", []),
        ("SELECT CAST(x'ff' AS TEXT)", []),
        ("UPDATE sqlite_master SET sql = 1", []),
        ("SELECT '\0'", []),
    ],
)
def test_what_sqlite_cannot_read_is_refused_with_its_words_and_the_nearest_names(
    office: Program, sql: str, near: list[str]
) -> None:
    code, name, found = refusal(office, sql)
    assert (2, "query.near" if near else "query.unreadable") == (code, name)
    assert near == found[: len(near)] and bool(near) == bool(found)


def test_no_table_of_the_file_is_there_to_be_asked(office: Program) -> None:
    tables = office(["query", "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", "--json"]).json[
        "query"
    ]["rows"]
    assert sorted(VIEWS) == [name for (name,) in tables]
    assert (2, "query.near") == refusal(office, "WITH cases AS (SELECT * FROM main.people) SELECT * FROM cases")[:2]


def test_tables_of_sqlites_own_can_be_asked(office: Program) -> None:
    for sql, first in (
        ("SELECT value FROM json_each('[7]')", 7),
        ("SELECT name FROM pragma_table_info('cases')", "case_ref"),
    ):
        assert first == office(["query", sql, "--json"]).json["query"]["rows"][0][0]


def test_more_rows_than_were_asked_for_are_a_warning(office: Program) -> None:
    line = ["query", "--limit", "2", "SELECT value FROM json_each('[1,2,3]')", "--json"]
    found = office(line).json
    assert ([[1], [2]], True, ["query.cut"]) == (
        found["query"]["rows"], found["query"]["cut"], [row["code"] for row in found["warnings"]]
    )  # fmt: skip
    line[2] = "3"
    assert [] == office(line).json["warnings"]


def test_a_question_that_takes_too_long_is_broken_off(office: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "SECONDS", 0)
    sql = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t"
    assert (1, "query.slow", []) == refusal(office, sql)


def test_the_file_is_free_while_the_question_runs(office: Program, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = query.ViewQuestion.rows

    def rows(question: query.ViewQuestion, most: int) -> query.QueryResult:
        conn = sqlite3.connect(db, timeout=0, isolation_level=None)
        conn.execute("BEGIN EXCLUSIVE")
        conn.close()
        return answered(question, most)

    monkeypatch.setattr(query.ViewQuestion, "rows", rows)
    assert [["B1"]] == office(["query", "SELECT case_ref FROM cases", "--json"]).json["query"]["rows"]


def test_what_is_shown_cannot_act_on_a_terminal(office: Program) -> None:
    assert "\x1b" not in office(["query", "SELECT char(27) || '[31mred' AS \"\x1b[31m\""]).out


def test_alone_it_lists_the_views(office: Program) -> None:
    found = office("query --json").json["views"]
    assert list(VIEWS) == [view["view"] for view in found]
    assert {"column": "case_ref", "kind": "text"} == {key: found[0]["columns"][0][key] for key in ("column", "kind")}
    assert all(column["about"] for view in found for column in view["columns"])
    assert "SELECT" in office("query").out


def test_without_an_office_there_is_nothing_to_ask(ipsu: Program) -> None:
    assert 4 == ipsu(["query", "SELECT 1"]).code

"""A person who is erased: nothing that tells of the person is left in any file, and no figure changes."""

import gzip
import json
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.inventory import INVENTORY, PERSON
from ipsu_cli.core.problem import Surroundings
from ipsu_cli.store import erasure, erasure_files, reading
from ipsu_cli.store.connection import connect
from ipsu_cli.store.migrations import VERSION
from tests import program
from tests.conftest import Program
from tests.marked_persons import ANNA, BO, NUMBERS, TODAY, files_with, office_in
from tests.self_invoices import Line, csv, rows
from tests.typed import Did, typed_by

LATER = "2028-04-25"  # two years and a day after the last case has ended
MONEY = "report money --from 2026-01-01 --to 2026-12-31"
FIGURES = (
    "report kpi --year 2026 --by service --by gender --by agreement --by coach --by site --by cohort",
    "report kpi --from 2026-01-01 --to 2026-03-31 --as-of 2026-05-04",
    "report kpi --year 2026 --external",
    "report queue --year 2026",
    "report hours --year 2026",
    "report caseload",
    "report invoices --year 2026",
    MONEY,
    "invoice show 2026-0001",
)
OLD = program.ROOT / "tests" / "store" / "old"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """An office with two persons; copied, never written to."""
    return office_in(tmp_path_factory.mktemp("marked"), new_office)


@pytest.fixture
def db(marked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(marked, tmp_path / "ipsu.db"))


@pytest.fixture
def did(ipsu: Program, db: Path) -> Did:
    """Types a command that must succeed, and gives its JSON."""
    return typed_by(ipsu, LATER)


def figures(did: Did) -> list[Any]:
    answers = [{**did(line), "warnings": []} for line in FIGURES]
    answers[FIGURES.index(MONEY)]["money"].pop("silent_weeks")  # what to ask about, of nobody who is erased
    return answers


def left_of(folder: Path, mark: str = ANNA) -> dict[str, list[str]]:
    """The files that have a byte of a person."""
    return files_with(folder, mark, NUMBERS[mark])


def test_every_mark_is_in_the_file_before(db: Path) -> None:
    assert {"ipsu.db": [ANNA, BO]} == files_with(db.parent, ANNA, BO)


def test_nothing_is_left_and_no_figure_changes(did: Did, ipsu: Program, db: Path) -> None:
    before = figures(did)
    assert {"cases": ["A1", "A2", "A3"], "copies": []} == did("participant erase A1 --yes")["erased"]
    assert {} == left_of(db.parent)
    assert ["ipsu.db"] == [name for name in left_of(db.parent, BO)], "the other person is untouched"
    assert before == figures(did)
    assert is_sound(ipsu)


@pytest.mark.parametrize("lines_come", [False, True])
def test_why_a_case_was_rejected_goes_from_a_self_invoice_without_lines_too(
    did: Did, ipsu: Program, db: Path, lines_come: bool
) -> None:
    total = did("invoice list")["invoices"][0]["total_ore"] / 100
    did(f"invoice receive --agreement S1 --number 1001 --on 2026-04-27 --total {total:.2f}", today="2026-04-27")
    reject = f"invoice reject 2026-0001 --case A1 --why hours --not-self-fixable --reason {ANNA}"
    did(reject, today="2026-04-27")
    did("invoice resolve 2026-0001 --case A1 --outcome upheld", today="2026-04-27")
    if lines_come:
        listed = did("invoice show 2026-0001")["invoice"]["lines"]
        lines = [Line(line["case"], line["from"], line["to"], round(line["quantity"] * 100), line["unit_price_ore"])
                 for line in listed]  # fmt: skip
        assert {"A1", "B1"} == {line.case for line in lines}
        (db.parent / "a.csv").write_text(csv(rows("1001", lines, date="2026-04-27")))
        did("invoice receive a.csv", today="2026-04-27")
        (db.parent / "a.csv").unlink()
    assert [ANNA, *[ANNA] * lines_come] == reasons(did)
    did("participant erase A1 --yes")
    assert ({}, [None, *[None] * lines_come]) == (left_of(db.parent), reasons(did))
    assert is_sound(ipsu)


@pytest.mark.parametrize("lines_come", [False, True])
def test_why_a_head_about_no_basis_was_rejected_goes_with_the_case_that_was_named(
    did: Did, ipsu: Program, db: Path, lines_come: bool
) -> None:
    did("invoice approve 2026-0001 --on 2026-04-27", today="2026-04-27")
    did("invoice receive --agreement S1 --number 1001 --on 2026-04-27 --total 77.80", today="2026-04-27")
    reject = f"invoice reject --received 1001 --case A1 --case NOT-OURS --why hours --not-self-fixable --reason {ANNA}"
    did(reject, today="2026-04-27")
    assert {("A1", "2026-04-27")} <= {
        (found["case"], found["date"]) for found in did(f"find {ANNA}")["found"] if found["where"] == "case"
    }
    if lines_come:
        line = Line("B1", "2026-03-02", "2026-03-02", 100, 6224)
        (db.parent / "a.csv").write_text(csv(rows("1001", [line], date="2026-04-27")))
        did("invoice receive a.csv", today="2026-04-27")
        (db.parent / "a.csv").unlink()
    assert [ANNA] == reasons(did)
    did("participant erase A1 --yes")
    assert ({}, [None]) == (left_of(db.parent), reasons(did))
    assert is_sound(ipsu)


def reasons(did: Did) -> list[str | None]:
    shown = did("invoice show --received 1001")["self_invoice"]
    return [answer["reason"] for answer in ([line["answer"] for line in shown["lines"]] or [shown["head_answer"]])]


def is_sound(ipsu: Program, name: str = "ipsu.db") -> bool:
    result = ipsu(f"check --db {name}", today=LATER)
    return (0, "", "") == (result.code, result.out, result.err)


def test_it_is_refused_with_the_day_from_which_it_is_possible(ipsu: Program, db: Path) -> None:
    before = program.dump(db)
    early = ipsu("participant erase A3 --yes --json", today="2028-04-24")
    assert 1 == early.code
    error = json.loads(early.err)["error"]
    assert ("erase.kept", "E2", "2028-04-25", "A1") == (
        error["code"], error["rule"], error["details"]["possible"], error["details"]["case"]
    )  # fmt: skip
    assert before == program.dump(db)
    assert 2 == ipsu("participant erase A3", today=LATER).code, "without --yes nobody can be asked"
    assert 1 == ipsu("participant erase A3", today="2028-04-24").code, "and nobody is asked about what is refused"
    assert 1 == ipsu("participant erase NOBODY", today=LATER).code


def test_a_number_means_the_same_person(did: Did, db: Path) -> None:
    assert ["A1", "A2", "A3"] == did("participant erase - --yes", stdin=f"{NUMBERS[ANNA]}\n")["erased"]["cases"]
    assert {} == left_of(db.parent)


@pytest.mark.parametrize("who", ["C9", "-"])
def test_nobody_is_erased_where_nobody_is_meant(ipsu: Program, db: Path, who: str) -> None:
    result = ipsu(f"participant erase {who} --yes", today=LATER, stdin="19941224-9808\n")
    assert (1, "") == (result.code, result.out)
    assert "9808" not in result.err


def test_a_protected_person_is_not_found_by_number(did: Did, ipsu: Program) -> None:
    did("case edit A1 --protected", today=TODAY)
    words = "participant erase - --yes"
    missing = ipsu(words, today=LATER, stdin="19941224-9808\n")
    assert missing == ipsu(words, today=LATER, stdin=f"{NUMBERS[ANNA]}\n")
    assert 0 == ipsu(f"{words} --reveal", today=LATER, stdin=f"{NUMBERS[ANNA]}\n").code


def test_what_stays_says_nothing_of_the_person(did: Did) -> None:
    did("participant erase A1 --yes")
    shown = did("case show A1")
    assert {"personnummer": None, "name": None, "gender": "woman", "protected": False} == shown["participant"]
    assert ("ended", "Kim", "Lund", None) == tuple(shown[key] for key in ("status", "coach", "site", "officer"))
    assert ["studies_started"] == [row["outcome"] for row in did("case show A2")["outcomes"]]
    assert ["A1", "B1"] == sorted({line["case"] for line in did("invoice show 2026-0001")["invoice"]["lines"]})


def test_lists_that_are_given_away_say_nothing_of_the_person(did: Did, db: Path) -> None:
    did("participant erase A1 --yes")
    did("export monthly m.json --month 2026-02")
    rows = json.loads((db.parent / "m.json").read_text())["monthly"]
    assert [None, 40] == sorted((row["age"] for row in rows), key=lambda age: age or 0)
    for words in ("export cases c.csv --reveal", "export sus s.csv --from 2026-01-01 --to 2026-12-31 --reveal"):
        did(words)
    assert {} == left_of(db.parent)
    assert ["B3"] == sorted({row["case"] for row in did("todo")["todo"]} & {"A1", "A3", "B3"})


@pytest.mark.parametrize(
    "words",
    [
        "case edit A1 --coach Lo",
        "case reopen A1 --reason fel",
        "case rename A1 A9 --reason fel",
        "contact add A1 officer --on 2026-04-01",
        "outcome add A2 employment --on 2026-02-26",
        "outcome cancel 1 --reason fel",
        "delivery correct 1 2 --reason fel",
        "participant erase A2 --yes",
    ],
)
def test_nothing_more_is_entered_in_the_case(did: Did, ipsu: Program, db: Path, words: str) -> None:
    did("participant erase A1 --yes")
    before = program.dump(db)
    refused = ipsu(f"{words} --json", today=LATER)
    assert 1 == refused.code
    assert json.loads(refused.err)["error"]["code"] in ("case.erased", "participant.erased")
    assert before == program.dump(db)


def test_what_was_done_before_is_not_taken_back(did: Did, ipsu: Program, db: Path) -> None:
    changes = [line["id"] for line in did("log A2")["log"]]
    did("participant erase A1 --yes")
    erased = did("log")["log"][-1]
    assert "participant erase" == erased["command"]
    codes = {
        number: json.loads(ipsu(f"undo {number} --json", today=LATER).err)["error"]["code"]
        for number in (*changes, erased["id"])
    }
    assert {"undo.erased"} == set(codes.values()), codes
    assert 1 == ipsu("undo", today=LATER).code, "the newest is the erasure"


def test_the_same_person_comes_again_as_a_new_one(did: Did, db: Path) -> None:
    did("participant erase A1 --yes")
    (db.parent / "cases.csv").write_text(
        f"case;service;agreement;personnummer;name;from;to;training\nA7;ipsu-b;S1;{NUMBERS[ANNA]};Ny;2028-05-01;2028-06-30;S\n"
    )
    assert 1 == did("import cases cases.csv")["import"]["added"]
    with closing(sqlite3.connect(db)) as conn:
        people = conn.execute("SELECT c.ref, c.person_id FROM cases c WHERE ref IN ('A1', 'A7')").fetchall()
    assert 2 == len({person for _, person in people})


# ---------------------------------------------------------------------------------------------------------
# Files


def test_digests_stand_next_to_the_file_for_its_owner_alone(did: Did, db: Path) -> None:
    did("participant erase A1 --yes")
    kept = db.parent / "ipsu.db.erased"
    assert 0o600 == stat.S_IMODE(kept.stat().st_mode)
    assert [64] == [len(line) for line in kept.read_text().splitlines()]
    did("participant erase B1 --yes")
    assert 2 == len(kept.read_text().splitlines())


def test_copies_in_the_folder_are_erased_too(did: Did, ipsu: Program, db: Path) -> None:
    did("backup copy.db")
    shutil.copy2(db, db.parent / "ipsu.db.before-12")
    did("setting set names on")
    did("restore copy.db --yes")
    other = db.parent / "other.db"
    did(f"init --name Annat --orgnr 559999-0008 --db {other}")
    strange = other.read_bytes()
    copies = ["copy.db", "ipsu.db.before-12", f"ipsu.db.replaced-{LATER}"]
    assert copies == did("participant erase A1 --yes")["erased"]["copies"]
    assert {} == left_of(db.parent)
    assert not (db.parent / "ipsu.db.before-12").exists(), "it would be opened by no version that knows of erasures"
    assert is_sound(ipsu, "copy.db") and is_sound(ipsu, copies[2])
    assert strange == other.read_bytes()


def test_a_file_that_is_read_badly_after_the_erasure_leaves_its_copies_to_the_next_change(
    did: Did, ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    did("backup copy.db")
    monkeypatch.setattr("ipsu_cli.store.erasure_files.connect", failing_once(connect))
    result = ipsu("participant erase A1 --yes", today=LATER)
    assert (9, True) == (result.code, "is saved" in result.err)
    assert "Nothing was changed" not in result.err and "once more" not in result.err
    assert {"copy.db"} == {*left_of(db.parent)} - {"ipsu.db"}
    did("setting set names on")
    assert {} == left_of(db.parent)
    assert 1 == len(erasure_files.listed(db))


def failing_once(connect: Callable[[Path], sqlite3.Connection]) -> Callable[[Path], sqlite3.Connection]:
    """What connects, but for the first time."""
    tried: list[Path] = []

    def opened(path: Path) -> sqlite3.Connection:
        tried.append(path)
        if len(tried) == 1:
            raise Surroundings("disk.unread", path=str(path), why="ioerr_read")
        return connect(path)

    return opened


def test_a_copy_from_elsewhere_is_erased_as_it_is_put_back(did: Did, ipsu: Program, db: Path) -> None:
    elsewhere = db.parent.parent / f"{db.parent.name}.db"
    did(f"backup {elsewhere}")
    did("participant erase A1 --yes")
    before = figures(did)
    did(f"restore {elsewhere} --yes")
    assert {} == left_of(db.parent)
    assert before == figures(did)
    assert is_sound(ipsu)
    db.unlink()
    did(f"restore {elsewhere} --yes")
    assert "ipsu.db" not in left_of(db.parent), "the list next to the file is enough"
    os.unlink(elsewhere)


@pytest.mark.parametrize("released", ["0.1.0", "0.2.0"])
def test_a_copy_of_an_earlier_version_is_erased_too(ipsu: Program, tmp_path: Path, released: str) -> None:
    old = gzip.decompress((OLD / f"office-{released}.db.gz").read_bytes())
    for name in ("ipsu.db", "copy.db"):
        (tmp_path / name).write_bytes(old)
    with closing(sqlite3.connect(tmp_path / "copy.db")) as conn:
        marks = conn.execute("SELECT name, personnummer FROM people JOIN cases ON person_id = people.id").fetchone()
    found = ipsu("participant erase A-101 --yes --json", today="2040-01-01").json["erased"]["copies"]
    assert ["copy.db", f"ipsu.db.before-{VERSION}"] == found
    assert {} == files_with(tmp_path, *marks)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "copy.db").write_bytes(old)
    assert 0 == ipsu("restore elsewhere/copy.db --yes", today="2040-01-01").code
    (elsewhere / "copy.db").unlink()
    assert {} == files_with(tmp_path, *marks)
    assert is_sound(ipsu) and is_sound(ipsu, "copy.db")


def test_without_the_list_the_file_knows(did: Did, db: Path) -> None:
    elsewhere = db.parent.parent / f"{db.parent.name}.db"
    did(f"backup {elsewhere}")
    did("participant erase A1 --yes")
    (db.parent / "ipsu.db.erased").unlink()
    did(f"restore {elsewhere} --yes")
    assert {} == left_of(db.parent)
    os.unlink(elsewhere)


@pytest.mark.parametrize("line", [
    "setting set names on", "status", "case list --json", "log", "case show NONE", "participant erase A1 --yes",
    "query 'SELECT 1'", "case edit B1 --coach Lo --json", "backup copy-2.db", "deliver B1 99 --on 2026-02-03",
])  # fmt: skip
def test_what_a_killed_run_left_is_done_by_the_next_command(
    did: Did, ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Of whatever kind, and whether it succeeds or not."""
    did("backup copy.db")

    def stopped(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(erasure_files, "_keep", stopped)
        result = ipsu("participant erase A1 --yes", today=LATER)
    assert 9 == result.code, result.err
    assert not (db.parent / "ipsu.db.erased").exists()
    assert {"copy.db", "ipsu.db"} >= set(left_of(db.parent)) >= {"copy.db"}
    ipsu(line, today=LATER)
    assert (db.parent / "ipsu.db.erased").exists()
    assert {} == left_of(db.parent)
    with closing(sqlite3.connect(db)) as conn:
        assert [] == conn.execute("SELECT * FROM unswept").fetchall()


# ---------------------------------------------------------------------------------------------------------
# What was taken back


def test_an_entry_that_was_taken_back_can_be_erased_at_once(did: Did, ipsu: Program, db: Path) -> None:
    words = "case add X1 --service ips --agreement U1 --personnummer 19941224-9808 --name Qvcleo --queued 2028-04-01"
    did(f"{words} --resident --disability --motivated --care-contact psychiatry --consent 2028-04-01")
    did("undo")
    assert {"ipsu.db": ["Qvcleo"]} == files_with(db.parent, "Qvcleo")
    did("participant erase - --yes", stdin="19941224-9808\n")
    assert {} == files_with(db.parent, "Qvcleo", "199412249808")
    assert is_sound(ipsu)
    assert {"ipsu.db": [ANNA, BO]} == files_with(db.parent, ANNA, BO)


def test_a_number_of_a_row_that_comes_again_stands_for_one_person_alone(did: Did, ipsu: Program, db: Path) -> None:
    """The numbers of rows that were taken back are given again: those of the next person are untouched."""
    queued = (
        "--service ips --agreement U1 --queued 2028-04-01 --resident --disability --motivated --consent 2028-04-01 "
    )
    queued += "--care-contact psychiatry"
    for ref, number, name in (("X1", "19941224-9808", "Qvcleo"), ("X2", "19991231-9804", "Qvdag")):
        did(f"case add {ref} {queued} --personnummer {number} --name {name} --preference {name}")
        if ref == "X1":
            did("undo")
    did("participant erase - --yes", stdin="19941224-9808\n")
    assert {"ipsu.db": ["Qvdag"]} == files_with(db.parent, "Qvcleo", "Qvdag")
    assert "Qvdag" == did("case show X2")["preference"]
    assert is_sound(ipsu)


# ---------------------------------------------------------------------------------------------------------
# What the inventory says goes


def test_every_table_with_what_goes_is_gone_through() -> None:
    going = {table for table, groups in INVENTORY.items() for group in groups if group.kept == PERSON}
    assert going == {*erasure.ABOUT, "answers"}


def test_nothing_that_goes_with_the_person_is_left_in_a_column(did: Did, db: Path) -> None:
    did("participant erase A1 --yes")
    with reading(db) as store:
        rows = store.all("SELECT * FROM cases_ever WHERE ref LIKE 'A%'")
    going = [name for group in INVENTORY["cases"] if group.kept == PERSON for name in group.columns]
    assert rows and {None, 0} >= {row[name] for row in rows for name in going}


def test_a_state_that_somebody_changes_after_it_was_erased_is_found(did: Did, ipsu: Program, db: Path) -> None:
    did("participant erase A1 --yes")
    with closing(sqlite3.connect(db, isolation_level=None)) as conn:
        triggers = conn.execute(
            "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'cases_past' AND type = 'trigger'"
        )
        made = triggers.fetchall()
        for name, _ in made:
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("UPDATE cases_past SET coach = 'Lo' WHERE ref = 'A1'")
        for _, sql in made:
            conn.execute(sql)
    found = ipsu("check --json", today=LATER)
    assert 6 == found.code
    assert [("seal.broken", "cases")] == [(row["code"], row["table"]) for row in found.json["findings"]]

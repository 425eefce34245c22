"""What a person has a right to see: all of it, in every form, and nothing of anybody else."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from ipsu_cli.core.inventory import INVENTORY, PERSON
from ipsu_cli.store import reading
from ipsu_cli.store.participant_rows import ALL
from tests import program
from tests.conftest import Program
from tests.marked_persons import ANNA, BO, NUMBERS, TODAY, office_in
from tests.typed import Did, typed_by


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
    return typed_by(ipsu, TODAY)


def marks_in(db: Path, mark: str) -> set[str]:
    """Every text with the mark that the register has in a column that is personal, or was so."""
    with reading(db) as store:
        return {
            str(row[0])
            for table, groups in INVENTORY.items()
            if table != "answers"
            for group in groups
            if group.kept == PERSON
            for column in group.columns
            for row in store.all(f"SELECT {column} FROM {table}_ever WHERE {column} LIKE '%{mark}%'")
        }


def test_all_that_the_register_has_of_a_person_is_there(did: Did, db: Path) -> None:
    found = json.dumps(did("participant export A1"), ensure_ascii=False)
    marks = marks_in(db, ANNA)
    assert len(marks) > 20, "the office has little to look for"
    missing = [
        text for text in marks if not text.startswith("{") and json.dumps(text, ensure_ascii=False)[1:-1] not in found
    ]
    assert [] == missing
    assert f"{ANNA} avvikelse" in found and f"{ANNA} mål" in found
    assert BO not in found and NUMBERS[BO] not in found and '"B1"' not in found


@pytest.mark.parametrize("end", ["json", "xlsx", "txt", "csv"])
def test_every_form_has_all_of_one_and_nothing_of_the_other(did: Did, db: Path, end: str) -> None:
    assert f"anna.{end}" == did(f"participant export A1 anna.{end}")["file"]
    file = db.parent / f"anna.{end}"
    text = "".join(
        zipfile.ZipFile(file).read(name).decode() for name in zipfile.ZipFile(file).namelist()
    ) if end == "xlsx" else file.read_text(encoding="utf-8")  # fmt: skip
    for told in ("nytt namn", "handläggare", "text om målet", "rättning", "anteckning", "vidare", "känt", "önskan"):
        assert f"{ANNA} {told}" in text, told
    assert BO not in text and "19900101-9802" not in text
    assert 0o600 == file.stat().st_mode & 0o777


def test_the_whole_number_needs_reveal(did: Did) -> None:
    assert "19900101-****" == did("participant export A1")["participant"]["personnummer"]
    revealed = did("participant export A1 --reveal")
    assert "19900101-9802" == revealed["participant"]["personnummer"]
    assert {"19900101-9802"} == {row["personnummer"] for row in revealed["people"]}


def test_a_number_means_the_same_person(did: Did) -> None:
    by_number = did("participant export -", stdin="900101-9802\n")
    assert did("participant export A2")["cases"] == by_number["cases"]


def test_former_values_say_until_when(did: Did) -> None:
    found = did("participant export A1")
    names = [(row["name"], row["until"]) for row in found["people"]]
    assert [(f"{ANNA} namn", TODAY), (f"{ANNA} nytt namn", None)] == names


def test_who_was_shown_it_stands_in_the_log_and_in_the_next_one(did: Did) -> None:
    did("case show A1 --reveal --who Vera")
    did("participant export A1 --who Kim")
    lines = [(line["who"], line["command"]) for line in did("participant export A1 --who Lo")["log"]]
    assert [("Vera", "case show --reveal"), ("Kim", "participant export")] == lines[-2:]
    assert "participant export" in [line["command"] for line in did("log A1")["log"]]
    did("participant export A1 --reveal --who Bea")
    revealed = [(line["who"], line["command"]) for line in did("log A1 --revealed")["log"]]
    assert [("Vera", "case show --reveal"), ("Bea", "participant export --reveal")] == revealed


def test_a_protected_person_needs_reveal(did: Did, ipsu: Program) -> None:
    did("case edit A1 --protected")
    refused = ipsu("participant export A1 --json", today=TODAY)
    assert (1, "participant.protected") == (refused.code, json.loads(refused.err)["error"]["code"])
    number = f"{NUMBERS[ANNA]}\n"
    nobody = ipsu("participant export - --json", today=TODAY, stdin="19941224-9808\n")
    assert nobody == ipsu("participant export - --json", today=TODAY, stdin=number), "the answer is that of nobody"
    assert f"{ANNA} nytt namn" == did("participant export A1 --reveal")["participant"]["name"]


def test_it_goes_over_nothing_and_says_what_it_can_make(ipsu: Program, db: Path) -> None:
    (db.parent / "mine.txt").write_text("mine")
    before = program.dump(db)
    assert 1 == ipsu("participant export A1 mine.txt", today=TODAY).code
    assert 2 == ipsu("participant export A1 anna.pdf", today=TODAY).code
    assert before == program.dump(db), "nothing was shown, so nothing is logged"
    assert 0 == ipsu("participant export A1 mine.txt --force", today=TODAY).code


def test_every_table_that_tells_of_a_person_is_gone_through(db: Path) -> None:
    with reading(db) as store:
        with_cases = {
            name for (name,) in store.all(
                "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table' AND c.name IN ('case_id', 'person_id')"
            )
        }  # fmt: skip
    follows_from_deliveries, in_the_log = "delivered_hours", {"changes", "revealed"}
    assert set() == {name.removesuffix("_past") for name in with_cases} - {*ALL, *in_the_log, follows_from_deliveries}

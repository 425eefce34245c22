"""What was wrong about a person is put right over all the person's cases, and nobody reads it in the log."""

import json
import shutil
from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program
from tests.marked_persons import ANNA, BO, NUMBERS, TODAY, files_with, office_in
from tests.typed import Did, typed_by

NEW = "19941224-9808"


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


def test_it_holds_in_every_case(did: Did) -> None:
    corrected = did("participant correct A2 --name 'Qvny Rätt' --gender other")
    assert (["A1", "A2", "A3"], ["name", "gender"]) == (corrected["cases"], corrected["corrected"])
    for ref in corrected["cases"]:
        person = did(f"case show {ref}")["participant"]
        assert ("Qvny Rätt", "other", "19900101-****") == (person["name"], person["gender"], person["personnummer"])
    assert f"{BO} nytt namn" == did("case show B1")["participant"]["name"]


def test_a_number_needs_a_reason_and_nobody_else_has_it(did: Did, ipsu: Program, db: Path) -> None:
    before = program.dump(db)
    assert 2 == ipsu(f"participant correct A1 --personnummer {NEW}", today=TODAY).code
    taken = ipsu(f"participant correct A1 --personnummer {NUMBERS[BO]} --reason fel --json", today=TODAY)
    assert (1, "participant.number-taken") == (taken.code, json.loads(taken.err)["error"]["code"])
    assert "2384" not in taken.err
    assert 2 == ipsu("participant correct A1", today=TODAY).code, "nothing is said"
    assert before == program.dump(db)
    did("participant correct A1 --personnummer - --reason 'Qvanna fel'", stdin=f"{NEW}\n")
    assert "19941224-****" == did("case show A3")["participant"]["personnummer"]
    assert ["A1", "A2", "A3"] == did("participant correct - --gender man", stdin=f"{NEW}\n")["cases"]


def test_the_log_says_that_and_not_what(did: Did) -> None:
    did(f"participant correct A1 --name 'Qvny Rätt' --personnummer {NEW} --reason 'Qvanna fel'")
    log = json.dumps(did("log"))
    assert "participant correct" == did("log A1")["log"][-1]["command"]
    assert [] == [told for told in ("Qv", "9808", "9802") if told in log]
    assert "Qvanna fel" in json.dumps(did("participant export A1"), ensure_ascii=False)


def test_the_old_and_the_new_go_when_the_person_is_erased(did: Did, ipsu: Program, db: Path) -> None:
    did(f"participant correct A1 --name 'Qvny Rätt' --personnummer {NEW} --reason 'Qvanna fel' --key one")
    did("participant erase A1 --yes", today="2028-04-25")
    assert {} == files_with(db.parent, ANNA, "Qvny", NUMBERS[ANNA], NEW.replace("-", ""))
    assert 0 == ipsu("check", today="2028-04-25").code


def test_why_a_person_of_no_case_was_corrected_goes_with_the_person(did: Did, db: Path) -> None:
    """Whose only case was moved to the right person has none."""
    person = "case add X1 --service ips --agreement U1 --personnummer 19750315-2394 --name 'Qvcleo Namn' --queued"
    did(f"{person} 2026-03-02")
    did(f"case edit X1 --personnummer {NUMBERS[BO]}")
    did(f"participant correct - --personnummer {NEW} --reason 'Qvcleo rättas'", stdin="19750315-2394\n")
    assert "Qvcleo rättas" in json.dumps(did("participant export -", stdin=f"{NEW}\n"), ensure_ascii=False)
    assert "Qvcleo" not in json.dumps(did("participant export B1"), ensure_ascii=False)
    did("participant erase - --yes", stdin=f"{NEW}\n")
    assert {} == files_with(db.parent, "Qvcleo", "197503152394", NEW.replace("-", ""))


def test_the_same_again_changes_nothing(did: Did, db: Path) -> None:
    before = program.dump(db)
    assert [] == did(f"participant correct A1 --name '{ANNA} nytt namn'")["corrected"]
    assert before == program.dump(db)


def test_it_can_be_taken_back(did: Did) -> None:
    did("participant correct A1 --name 'Qvny Rätt'")
    did("undo")
    assert f"{ANNA} nytt namn" == did("case show A1")["participant"]["name"]


def test_of_a_protected_person_nothing_is_shown(did: Did) -> None:
    did("case edit A1 --protected")
    corrected = did("participant correct A1 --name 'Qvny Rätt'")
    assert {"personnummer": None, "name": None, "gender": None, "protected": True} == corrected["participant"]

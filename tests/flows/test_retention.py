"""What is kept and until when, and everybody erased who is due."""

import json
import shutil
from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program
from tests.marked_persons import ANNA, BO, NUMBERS, TODAY, files_with, office_in
from tests.typed import Did, typed_by

DUE = "2028-04-25"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """An office with two persons; copied, never written to."""
    folder = tmp_path_factory.mktemp("marked")
    path = office_in(folder, new_office)
    done = program.run("invoice approve 2026-0001", folder=folder, today=TODAY)
    assert 0 == done.code, done.err
    assert 0 == program.run("invoice paid 2026-0001 --on 2026-05-04", folder=folder, today=TODAY).code
    return path


@pytest.fixture
def db(marked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy2(marked, tmp_path / "ipsu.db"))


@pytest.fixture
def did(ipsu: Program, db: Path) -> Did:
    """Types a command that must succeed, and gives its JSON."""
    return typed_by(ipsu, DUE)


def test_what_is_kept_says_until_when(did: Did) -> None:
    rows = did("retention", today=TODAY)["retention"]
    assert {
        ("case", "A1", None, "2026-04-24", "2028-04-24"), ("case", "A2", None, "2026-03-02", "2028-04-24"),
        ("case", "A3", None, "2026-03-31", "2028-04-24"), ("case", "B1", None, "2026-04-24", "2028-04-24"),
        ("case", "B2", None, "2026-03-02", "2028-04-24"), ("case", "B3", None, "2026-03-31", "2028-04-24"),
        ("invoice", None, "2026-0001", "2026-04-27", "2033-12-31"),
        ("payment", None, "2026-0001", "2026-05-04", "2033-12-31"),
    } == {tuple(row[key] for key in ("kind", "case", "invoice", "since", "keep_until")) for row in rows}  # fmt: skip
    assert [False] * 8 == [row["due"] for row in rows]
    assert {"erase.kept", "retention.books"} == {row["code"] for row in rows}


def test_a_broken_financial_year_moves_the_books_alone(did: Did) -> None:
    did("setting set financial-year-end 4", today=TODAY)
    rows = did("retention", today=TODAY)["retention"]
    assert {"invoice": "2033-12-31", "payment": "2034-12-31", "case": "2028-04-24"} == {
        row["kind"]: row["keep_until"] for row in rows
    }


def test_the_months_are_a_setting(did: Did) -> None:
    did("setting set retention-months 12", today=TODAY)
    kept = {row["keep_until"] for row in did("retention", today=TODAY)["retention"] if row["kind"] == "case"}
    assert {"2027-04-24"} == kept


@pytest.mark.parametrize(("today", "due"), [("2028-04-24", []), (DUE, ["A1", "A2", "A3", "B1", "B2", "B3"])])
def test_a_trial_shows_who_is_due_and_changes_nothing(did: Did, db: Path, today: str, due: list[str]) -> None:
    before = program.dump(db)
    assert due == [row["case"] for row in did("retention --dry-run", today=today)["retention"]]
    assert (2 if due else 0) == did("status", today=today)["retention"]["persons"]
    assert before == program.dump(db)


def test_everybody_is_erased_who_is_due(did: Did, ipsu: Program, db: Path) -> None:
    did("case edit B3 --to 2026-06-30 --closed '' --reason ''", today=TODAY)
    money = did("report invoices --year 2026")
    applied = did("retention --apply --yes")
    assert ["A1", "A2", "A3"] == applied["erased"]["cases"] == [row["case"] for row in applied["retention"]]
    assert {"ipsu.db": [BO]} == files_with(db.parent, ANNA, NUMBERS[ANNA], BO)
    assert money == did("report invoices --year 2026")
    assert {"invoice", "payment"} <= {row["kind"] for row in did("retention")["retention"]}
    assert (0, "") == ((checked := ipsu("check", today=DUE)).code, checked.out)
    before = program.dump(db)
    assert {"cases": [], "copies": []} == did("retention --apply --yes")["erased"]
    assert before == program.dump(db), "there is nothing more to do"
    assert [] == did("retention --dry-run")["retention"]


def test_books_are_never_removed(did: Did) -> None:
    did("retention --apply --yes", today="2040-01-01")
    rows = did("retention", today="2040-01-01")["retention"]
    assert {("invoice", True), ("payment", True)} == {(row["kind"], row["due"]) for row in rows}
    assert "paid" == did("invoice show 2026-0001", today="2040-01-01")["invoice"]["status"]


def test_an_entry_in_error_is_kept_by_nothing(did: Did, db: Path) -> None:
    words = "--service ips --agreement U1 --queued 2028-04-01 --consent 2028-04-01 --resident --disability --motivated"
    did(f"case add X1 {words} --care-contact psychiatry --personnummer 19941224-9808 --name Qvcleo", today="2028-04-20")
    did("undo", today="2028-04-20")
    rows = did("retention --dry-run", today="2028-04-20")["retention"]
    assert [("entry", None, None, True)] == [
        (row["kind"], row["case"], row["keep_until"], row["due"]) for row in rows
    ]  # fmt: skip
    did("retention --apply --yes", today="2028-04-20")
    assert {} == files_with(db.parent, "Qvcleo", "199412249808")


def test_an_investigation_keeps_the_person(did: Did, ipsu: Program) -> None:
    did("case add A9 --service ipsu-b --agreement S1 --personnummer 19941224-9808 --name Cleo --from 2026-02-02 "
        "--to 2026-03-31 --training S --training-from 2026-01-12 --training-to 2026-06-05", today=TODAY)  # fmt: skip
    did("plan set A9 2026-W06..2026-W13=20 --submitted 2026-02-02 --confirmed 2026-02-03", today=TODAY)
    did("deliver A9 5 --on 2026-02-10", today=TODAY)
    number = did("invoice build --month 2026-02", today=TODAY)["invoices"][0]["number"]
    did(f"invoice reject {number} --case A9 --reason fel --not-self-fixable", today=TODAY)
    refused = ipsu("participant erase A9 --yes --json", today=DUE)
    assert (1, "erase.locked") == (refused.code, json.loads(refused.err)["error"]["code"])
    assert "A9" not in {row["case"] for row in did("retention --dry-run")["retention"]}
    assert 2 == did("status")["retention"]["persons"]


def test_both_at_once_mean_nothing(ipsu: Program, db: Path) -> None:
    assert 2 == ipsu("retention --dry-run --apply", today=DUE).code
    assert 2 == ipsu("retention --apply", today=DUE).code, "without --yes nobody can be asked"
    assert 4 == ipsu("retention --apply --db missing.db", today=DUE).code


@pytest.mark.parametrize(("last_month", "last_day", "day_after"), [
    (12, "2033-12-31", "2034-01-01"), (4, "2034-12-31", "2035-01-01"), (5, "2033-12-31", "2034-01-01"),
])  # fmt: skip
def test_the_books_are_kept_through_the_seventh_year(did: Did, last_month: int, last_day: str, day_after: str) -> None:
    """Paid on 2026-05-04: the financial year ended in 2026, or with April 2027. Due a day past the edge, not on it."""
    did(f"setting set financial-year-end {last_month}", today=TODAY)

    def payment(day: str) -> tuple[str, bool]:
        [row] = [row for row in did("retention", today=day)["retention"] if row["kind"] == "payment"]
        return row["keep_until"], row["due"]

    assert (last_day, False) == payment(last_day)
    assert (last_day, True) == payment(day_after)

"""`ipsu invoice letter`: what it asks, by kind, and that it names nobody."""

import json
import shutil
from pathlib import Path

import pytest

from ipsu_cli.core.delivery import quantity_text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.locale import shown
from tests import program
from tests.conftest import Program
from tests.self_invoices import Line, csv, head, rows
from tests.store.test_self_billing import MADE
from tests.typed import OfficeWith

TODAY = "2026-04-10"
B1, CHEAP = Line("B1", "2026-03-09", "2026-03-15", 20_50), Line("B2", "2026-03-16", "2026-03-22", 10_00, price=420_00)
NEVER = Line("B2", "2026-04-06", "2026-04-12", 5_00)


@pytest.fixture
def there(ipsu: Program, new_office: Path, tmp_path: Path) -> Path:
    path = Path(shutil.copy2(new_office, tmp_path / "ipsu.db"))
    for words in MADE:
        assert 0 == program.run(words, folder=tmp_path, today=TODAY).code, words
    (tmp_path / "a.csv").write_text(csv(rows("1001", [B1, CHEAP, NEVER])))
    assert 0 == ipsu("invoice receive a.csv", today=TODAY).code
    return path


def test_the_questions_stand_by_kind_with_what_they_rest_on(ipsu: Program, there: Path) -> None:
    made = ipsu("--json invoice letter 2026-0001 fråga.md", today=TODAY)
    assert (0, "fråga.md") == (made.code, made.json["file"])
    questions = made.json["letter"]["questions"]
    assert [("hours", "B1", "2026-W11"), ("price", "B2", "2026-W12"), ("never-delivered", "B2", "2026-W15")] == [
        (question["kind"], question["case"], question["place"]) for question in questions
    ]
    assert (1, "2026-03-04", 1) == (
        questions[0]["plan_version"], questions[0]["plan_confirmed"], len(questions[0]["deliveries"])
    )  # fmt: skip
    text = (there.parent / "fråga.md").read_text()
    assert "## Andra timmar" in text and "## Fakturerat men inte levererat" in text and "bekräftad 2026-03-04" in text
    assert "nr 1, 2026-03-09 – 2026-03-15, 19,50 timmar" in text
    assert "Person" not in text and "1990" not in text


def test_it_asks_about_one_case_or_one_self_invoice(ipsu: Program, there: Path) -> None:
    made = ipsu("--json invoice letter --received 1001 a.xlsx --case B1", today=TODAY)
    assert (0, ["B1"]) == (made.code, [question["case"] for question in made.json["letter"]["questions"]])
    assert (there.parent / "a.xlsx").stat().st_size > 1000


def asked(ipsu: Program, words: str) -> list[tuple[str, str, str, str | None]]:
    """Of each question its kind, case and place, and the self-invoices that it names."""
    questions = ipsu(f"--json invoice letter {words}", today=TODAY).json["letter"]["questions"]
    return [(one["kind"], one["case"], one["place"], one["numbers"]) for one in questions]


def received(ipsu: Program, there: Path, *numbers: list[list[str]]) -> None:
    (there.parent / "b.csv").write_text(csv(*numbers))
    assert 0 == ipsu("invoice receive b.csv", today=TODAY).code


def test_what_another_self_invoice_bills_is_not_missing_and_what_it_bills_again_names_it(
    ipsu: Program, there: Path
) -> None:
    for words in ("deliver B2 3 --week 2026-W13", "invoice build --month 2026-03"):
        assert 0 == ipsu(words, today=TODAY).code
    received(ipsu, there, rows("1002", [B1]))
    twice = ("twice", "B1", "2026-W11", "1002, 1001")
    assert [twice] == asked(ipsu, "--received 1002 a.md")
    received(ipsu, there, rows("1003", [CHEAP], type="261", refers_to="1001"))
    assert [twice, ("missing", "B2", "2026-03", None)] == asked(ipsu, "--received 1002 b.md")


def test_what_stands_on_another_basis_is_not_said_to_be_nothing(ipsu: Program, there: Path) -> None:
    for words in ("deliver B1 8 --week 2026-W12", "invoice build --month 2026-03"):
        assert 0 == ipsu(words, today=TODAY).code
    received(ipsu, there, rows("1002", [Line("B1", "2026-03-16", "2026-03-22", 7_00), B1]))
    made = ipsu("--json invoice letter 2026-0002 a.md", today=TODAY).json["letter"]["questions"]
    assert [("2026-W11", 19.5), ("2026-W12", 8)] == sorted((one["place"], one["ours_hours"]) for one in made)


def test_the_joint_plan_of_a_mapping_stands_there_too(ipsu: Program, there: Path) -> None:
    for words in (
        "price set IPSU-1 ipsu-a 9500 --unit case --from 2025-01-01",
        "case add A9 --service ipsu-a --personnummer 19750315-2386 --name 'Tredje Person' --from 2026-03-02 "
        "--to 2026-03-20 --meeting 2026-03-01 --mapping-agreed --decision 2026-03-01",
        "document submit A9 gp --on 2026-03-02",
        "document confirm A9 gp --on 2026-03-03",
        "document submit A9 sr --on 2026-03-23",
        "document confirm A9 sr --on 2026-03-24",
        "deliver A9",
        "invoice build --month 2026-03",
    ):
        assert 0 == ipsu(words, today=TODAY).code
    received(ipsu, there, rows("1002", [Line("A9", "2026-03-02", "2026-03-20", None, 9_000_00)]))
    (question,) = ipsu("--json invoice letter --received 1002 a.md", today=TODAY).json["letter"]["questions"]
    assert ("price", 1, "2026-03-03") == (question["kind"], question["plan_version"], question["plan_confirmed"])


# Heads alone of 2026-0001, 19.5 h of B1 and 10 h of B2, and what there is to ask about.
HEADS: dict[str, tuple[tuple[str, ...], list[tuple[str, str, str | None]]]] = {
    "all of it": ((head("1001", "16593.75"),), []),
    "a case of it": ((head("1001", "10968.75"),), [("missing", "B2", None)]),
    "each case": ((head("1001", "10968.75"), head("1002", "5625")), []),
    "all of it twice": (
        (head("1001", "16593.75"), head("1002", "16593.75")), [("twice", "B1", "1002"), ("twice", "B2", "1002")]),
    "too much": (
        (head("1001", "17156.25"), "invoice reject 2026-0001 --case B1 --why hours --not-self-fixable --reason fel"),
        [("not-compared", "B1", "1001"), ("not-compared", "B2", "1001")]),
    "too much, credited": (
        (head("1001", "17156.25"), "invoice reject 2026-0001 --case B1 --why hours --not-self-fixable --reason fel",
         head("1002", "562.50", refers_to="1001")), []),
}  # fmt: skip


@pytest.mark.parametrize("heads", HEADS)
def test_what_heads_alone_bill_is_not_missing(ipsu: Program, office_with: OfficeWith, db: Path, heads: str) -> None:
    shutil.copy2(office_with(MADE, TODAY), db)
    lines, questions = HEADS[heads]
    for words in lines:
        assert 0 == ipsu(words, today=TODAY).code, words
    made = ipsu("--json invoice letter 2026-0001 a.md", today=TODAY)
    assert bool(not questions) == made.code
    found = made.json["letter"]["questions"] if made.out else []
    assert questions == [(question["kind"], question["case"], question["numbers"]) for question in found]


@pytest.mark.parametrize(
    ("quantity", "unit", "lang", "words"),
    [
        (1_00, "hour", "sv", "1,00 timme"), (1_50, "hour", "sv", "1,50 timmar"), (10_00, "hour", "sv", "10,00 timmar"),
        (50, "hour", "sv", "0,50 timmar"), (1_00, "hour", "en", "1.00 hour"), (10_00, "hour", "en", "10.00 hours"),
        (1_00, "case", "sv", "1 ärende"), (31_00, "day", "sv", "31 dagar"), (2_00, "month", "sv", "2 månader"),
        (1_00, "result", "sv", "1 resultat"), (31_00, "day", "en", "31 days"), (-31_00, "day", "sv", "-31 dagar"),
    ],
)  # fmt: skip
def test_a_quantity_is_said_in_the_number_that_it_is(quantity: int, unit: str, lang: str, words: str) -> None:
    assert words == shown(quantity_text(Quantity(quantity), unit), lang)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2026-0001 a.doc", 2),
        ("2026-0001", 2),
        ("2026-0001 a.md --received 1001", 2),
        ("2026-0009 a.md", 1),
        ("2026-0001 a.md --case B9", 1),
        ("2026-0001 a.csv", 2),
    ],
)
def test_what_cannot_be_asked_is_refused(ipsu: Program, there: Path, words: str, code: int) -> None:
    assert code == ipsu(f"invoice letter {words}", today=TODAY).code
    assert not (there.parent / "a.md").exists()


def test_the_next_letter_says_when_there_was_one_before(ipsu: Program, there: Path) -> None:
    first = ipsu("--json invoice letter 2026-0001 a.md", today=TODAY).json["letter"]
    received(ipsu, there, rows("1002", [B1]))
    second = ipsu("--json invoice letter --received 1001 b.md --case B1", today="2026-04-20").json["letter"]
    third = ipsu("--json invoice letter 2026-0001 c.md", today="2026-04-27").json["letter"]
    assert ([], [TODAY], [TODAY, "2026-04-20"]) == (first["earlier"], second["earlier"], third["earlier"])
    told = [(there.parent / name).read_text() for name in ("a.md", "b.md", "c.md")]
    assert ["skrivit" in text for text in told] == [False, True, True]
    assert "tidigare: 2026-04-10, 2026-04-20." in told[2]


def test_so_it_does_of_a_self_invoice_of_several_bases(ipsu: Program, there: Path) -> None:
    for words in ("deliver B2 3 --week 2026-W13", "invoice build --month 2026-03"):
        assert 0 == ipsu(words, today=TODAY).code
    received(ipsu, there, rows("1002", [B1, Line("B2", "2026-03-23", "2026-03-29", 4_00)]))
    for name, words in (("a", "--received 1002"), ("b", "2026-0002"), ("c", "--received 1002"), ("d", "2026-0001")):
        letter = ipsu(f"--json invoice letter {words} {name}.md", today=TODAY).json["letter"]
        assert ([] if name == "a" else [TODAY]) == letter["earlier"]
    logged = [(line["command"], line["invoice"]) for line in ipsu("--json log --limit 4 --sort -id").json["log"]]
    wholly = ("invoice letter --received 1002 --agreement IPSU-1 --year 2026", None)
    assert [("invoice letter", "2026-0001"), wholly, ("invoice letter", "2026-0002"), wholly] == logged


def test_of_a_head_that_is_about_no_basis_nothing_is_compared_yet(ipsu: Program, there: Path) -> None:
    assert 0 == ipsu(head("1002", "8000"), today=TODAY).code
    refused = json.loads(ipsu("--json invoice letter --received 1002 a.md", today=TODAY).err)["error"]
    command = "ipsu invoice reconcile BASIS --received 1002"
    assert ("letter.not-compared", f"Next: {command}") == (refused["code"], refused["hint"])
    assert 6 == ipsu(command.replace("BASIS", "2026-0001").removeprefix("ipsu "), today=TODAY).code


def test_a_case_of_which_nothing_is_compared_is_not_said_to_agree(ipsu: Program, there: Path) -> None:
    refused = json.loads(ipsu("--json invoice letter 2026-0001 a.md --case B1 --case B9", today=TODAY).err)["error"]
    assert ("letter.no-such-case", ["B9"]) == (refused["code"], refused["details"]["cases"])


def test_a_letter_that_asks_nothing_is_no_letter_before(ipsu: Program, there: Path) -> None:
    before = program.dump(there)
    assert 1 == ipsu("invoice letter 2026-0001 a.md --case B9", today=TODAY).code
    assert before == program.dump(there)


def test_a_letter_is_written_once_under_its_key(ipsu: Program, there: Path) -> None:
    words = "--json invoice letter 2026-0001 a.md --key brev"
    assert "a.md" == ipsu(words, today=TODAY).json["file"]
    assert ipsu(words, today=TODAY).json["repeated"]
    assert [TODAY] == ipsu("--json invoice letter 2026-0001 b.md", today=TODAY).json["letter"]["earlier"]


def test_a_letter_is_not_overwritten(ipsu: Program, there: Path) -> None:
    assert 0 == ipsu("invoice letter 2026-0001 a.md", today=TODAY).code
    assert 1 == ipsu("invoice letter 2026-0001 a.md", today=TODAY).code
    assert 0 == ipsu("invoice letter 2026-0001 a.md --force", today=TODAY).code

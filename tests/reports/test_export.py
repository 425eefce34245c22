"""What is sent on: starts and ends for SUS, and a monthly list that names nobody."""

from pathlib import Path

import pytest

from tests.conftest import Program

ABOUT = "--resident --disability --motivated --care-contact psychiatry --consent 2025-01-01"
DAY = {"today": "2026-03-31"}


@pytest.fixture
def office(db: Path, ipsu: Program) -> Program:
    """I1 has agreed to SUS, I2 has not, I3 is protected and has; I4 was registered in error; I5 waits."""
    made = (
        "agreement add UPP --service ips --area Uppsala --from 2020-01-01",
        f"case add I1 --service ips --personnummer 19900101-9802 --name 'Ett Prov' --gender woman --from 2026-01-10 "
        f"--sus-consent 2026-01-09 {ABOUT}",
        f"case add I2 --service ips --personnummer 19850505-2392 --name 'Två Prov' --from 2026-02-01 {ABOUT}",
        f"case add I3 --service ips --personnummer 19850505-2384 --name 'Tre Prov' --gender man --protected "
        f"--from 2026-02-02 --sus-consent 2026-02-01 {ABOUT}",
        f"case add I4 --service ips --personnummer 19750315-2386 --name 'Fyra Prov' --from 2026-02-03 {ABOUT}",
        "case close I1 --on 2026-03-15 --reason work",
        "case close I4 --on 2026-02-04 --reason registered-in-error",
    )
    for words in made:
        answer = ipsu(words, **DAY)
        assert 0 == answer.code, answer.err
    return ipsu


NOTHING = dict.fromkeys(("case", "service", "agreement", "event", "on", "reason"))


def test_of_whom_nobody_may_know_there_is_gender_and_budget_year_alone(office: Program) -> None:
    listed = office("export sus sus.json --json", **DAY).json["sus"]
    assert 4 == len(listed)
    for row in listed:
        assert {**NOTHING, "participant": "anonymous", "budget_year": 2026} == {
            key: value for key, value in row.items() if key != "gender"
        }
    assert sorted(row["gender"] for row in listed) == [row["gender"] for row in listed]


def test_a_number_stands_with_consent_alone_never_of_the_protected(office: Program) -> None:
    listed = office("export sus sus.json --json --reveal --from 2026-01-01 --to 2026-02-28", **DAY).json["sus"]
    named = [(row["case"], row["participant"], row["event"], row["on"]) for row in listed if row["case"]]
    assert [("I1", "19900101-9802", "start", "2026-01-10")] == named
    assert {"anonymous"} == {row["participant"] for row in listed[1:]}


def test_what_was_registered_in_error_is_taken_back_where_the_person_is_known(office: Program) -> None:
    assert 0 == office("case edit I4 --sus-consent 2026-02-03", **DAY).code
    listed = office("export sus sus.json --json --reveal", **DAY).json["sus"]
    assert ["", "registered_in_error"] == [row["reason"] or "" for row in listed if row["case"] == "I4"]
    assert 4 == len(office("export sus all.json --json", **DAY).json["sus"])


def test_the_days_asked_for_choose_the_rows(office: Program) -> None:
    listed = office("export sus sus.json --json --reveal --from 2026-03-15 --to 2026-03-15", **DAY).json["sus"]
    assert [("I1", "end", "work")] == [(row["case"], row["event"], row["reason"]) for row in listed]


def test_the_file_speaks_the_language_of_the_office(office: Program, tmp_path: Path) -> None:
    assert 0 == office("export sus sus.csv", IPSU_LANG="en", **DAY).code
    page = (tmp_path / "sus.csv").read_text(encoding="utf-8-sig").splitlines()
    assert page[1].startswith(";anonymous;;;;;;")
    assert page[1].endswith(";2026")


def test_the_monthly_list_names_nobody_and_says_only_the_days_of_the_protected(office: Program, tmp_path: Path) -> None:
    answer = office("export monthly list.csv --month 2026-03 --json", **DAY)
    expected = [
        ("2026-01-10", "2026-03-15", "woman", 36),
        ("2026-02-01", None, "unknown", 40),
        ("2026-02-02", None, None, None),
    ]
    assert expected == [(e["from"], e["to"], e["gender"], e["age"]) for e in answer.json["monthly"]]
    page = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert not [word for word in ("I1", "I2", "I3", "Prov", "1990", "1985") if word in page]


@pytest.mark.parametrize(("words", "code"), [("export sus sus.txt", 2), ("export monthly list.csv --month 2026-13", 2)])
def test_what_cannot_be_read_is_refused(office: Program, words: str, code: int) -> None:
    assert code == office(words, **DAY).code


def test_a_file_that_is_there_stays(office: Program, tmp_path: Path) -> None:
    (tmp_path / "sus.csv").write_text("mine")
    assert 1 == office("export sus sus.csv", **DAY).code
    assert "mine" == (tmp_path / "sus.csv").read_text()

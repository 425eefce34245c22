"""What is sent on: starts and ends for SUS, and a monthly list that names nobody."""

from pathlib import Path

import pytest

from tests.conftest import Program
from tests.program import Result

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


def rows(answer: Result) -> list[tuple[str, str, str, str | None]]:
    return [(e["case"], e["event"], e["participant"], e["reason"]) for e in answer.json["sus"]]


def test_a_start_and_an_end_a_case_and_nobody_is_named_unasked(office: Program) -> None:
    answer = office("export sus sus.json --json", **DAY)
    expected = [
        ("I1", "start", "anonymous", None),
        ("I2", "start", "anonymous", None),
        ("I3", "start", "anonymous", None),
        ("I4", "start", "anonymous", None),
        ("I4", "end", "anonymous", "registered_in_error"),
        ("I1", "end", "anonymous", "work"),
    ]
    assert expected == rows(answer)


def test_a_number_stands_with_consent_alone_never_of_the_protected(office: Program) -> None:
    answer = office("export sus sus.json --json --reveal --from 2026-01-01 --to 2026-02-28", **DAY)
    named = [(case, participant) for case, _, participant, _ in rows(answer) if participant != "anonymous"]
    assert [("I1", "19900101-9802")] == named


def test_the_days_asked_for_choose_the_rows(office: Program) -> None:
    answer = office("export sus sus.json --json --from 2026-03-15 --to 2026-03-15", **DAY)
    assert [("I1", "end", "anonymous", "work")] == rows(answer)


def test_the_file_speaks_the_language_of_the_office(office: Program, tmp_path: Path) -> None:
    assert 0 == office("export sus sus.csv", IPSU_LANG="en", **DAY).code
    page = (tmp_path / "sus.csv").read_text(encoding="utf-8-sig").splitlines()
    assert page[1].startswith("I1;anonymous;IPS;UPP;start;2026-01-10")
    assert "felregistrering" in page[5]


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

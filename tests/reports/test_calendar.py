"""`ipsu calendar`."""

from pathlib import Path

import pytest

from tests.conftest import Program


def test_a_year_has_its_days_by_date_with_the_eves_marked(ipsu: Program, db: Path) -> None:
    answer = ipsu("calendar 2026 --json").json
    assert 2026 == answer["year"]
    assert [
        ("2026-01-01", "Nyårsdagen", False), ("2026-01-06", "Trettondedag jul", False),
        ("2026-04-03", "Långfredagen", False), ("2026-04-05", "Påskdagen", False),
        ("2026-04-06", "Annandag påsk", False), ("2026-05-01", "Första maj", False),
        ("2026-05-14", "Kristi himmelsfärdsdag", False), ("2026-05-24", "Pingstdagen", False),
        ("2026-06-06", "Nationaldagen", False), ("2026-06-19", "Midsommarafton", True),
        ("2026-06-20", "Midsommardagen", False), ("2026-10-31", "Alla helgons dag", False),
        ("2026-12-24", "Julafton", True), ("2026-12-25", "Juldagen", False),
        ("2026-12-26", "Annandag jul", False), ("2026-12-31", "Nyårsafton", True),
    ] == [(day["date"], day["name"], day["eve"]) for day in answer["days"]]  # fmt: skip


def test_an_ordinary_sunday_is_left_out(ipsu: Program, db: Path) -> None:
    days = [day["date"] for day in ipsu("calendar 2027 --json").json["days"]]
    assert ("2027-03-28" in days, "2027-04-04" in days) == (True, False)


@pytest.mark.parametrize(("value", "shown"), [("free", "eve, counts as a day off"), ("working", "as a working day")])
def test_an_eve_counts_as_the_setting_says(ipsu: Program, db: Path, value: str, shown: str) -> None:
    assert 0 == ipsu(f"setting set eves {value}").code
    lines = ipsu("calendar 2026").out.splitlines()
    assert [True] * 3 == [shown in line for line in lines if "afton" in line]
    assert any("Friday" in line and "Långfredagen" in line and "public holiday" in line for line in lines)


@pytest.mark.parametrize("year", ["1952", "2200", "26", "x", "", "-1", "२०२६", "99999"])
def test_a_year_that_the_almanac_does_not_hold_for_is_refused(ipsu: Program, db: Path, year: str) -> None:
    result = ipsu(["calendar", "--", year])
    assert (2, "") == (result.code, result.out)


@pytest.mark.parametrize("year", ["1953", "2199"])
def test_the_first_and_the_last_year_are_answered(ipsu: Program, db: Path, year: str) -> None:
    assert 15 <= len(ipsu(f"calendar {year} --json").json["days"])


def test_without_an_office_it_says_so(ipsu: Program) -> None:
    result = ipsu("calendar 2026")
    assert (4, True) == (result.code, "ipsu init" in result.err)

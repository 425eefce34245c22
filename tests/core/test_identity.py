"""Personnummer and organisation numbers, against our own cases and against published lists."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsu_cli.core.identity import (
    age_on,
    birth_date,
    masked,
    read_orgnr,
    read_own_orgnr,
    read_party,
    read_personnummer,
    shown_orgnr,
    whole,
    without_century,
)
from ipsu_cli.core.problem import Unreadable

TODAY = dt.date(2026, 3, 9)


def with_check_digit(nine: str) -> str:
    """Ten digits, calculated in another way than the program does: by the products as they are written."""
    written = "".join(str(int(digit) * weight) for digit, weight in zip(nine, [2, 1] * 5, strict=False))
    return nine + str(-sum(map(int, written)) % 10)


def refusal(text: str, today: dt.date = TODAY) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_personnummer(text, today)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("19900101-9802", "199001019802"),
        ("199001019802", "199001019802"),
        ("900101-9802", "199001019802"),
        ("9001019802", "199001019802"),
        ("19640823-3234", "196408233234"),
        ("640823-3234", "196408233234"),
        ("640883-3223", "196408833223"),
        ("  900101-9802\n", "199001019802"),
        ("900101 - 9802", "199001019802"),
        ("900101\u00a0-\u00a09802", "199001019802"),
        ("900101\u20139802", "199001019802"),
        ("900101\u20119802", "199001019802"),
        ("900101\u22129802", "199001019802"),
        ("900101\uff0d9802", "199001019802"),
        ("090527+1474", "190905271474"),
        ("090527\uff0b1474", "190905271474"),
        ("19090527+1474", "190905271474"),
        ("19090527-1474", "190905271474"),
        ("090527-1474", "200905271474"),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str, expected: str) -> None:
    assert expected == read_personnummer(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "shape"),
        ("0", "shape"),
        ("900101-980", "shape"),
        ("900101-98022", "shape"),
        ("900101--9802", "shape"),
        ("900101_9802", "shape"),
        ("9001-019802", "shape"),
        ("900101 9802", "shape"),
        ("19090527 1474", "shape"),
        ("19900101+9802", "shape"),
        ("900101-000" + with_check_digit("900101000")[-1], "shape"),
        ("٩٠٠١٠١-٩٨٠٢", "shape"),
        ("９００１０１-９８０２", "shape"),
        ("90010¹-9802", "shape"),
        ("000101-T220", "shape"),
        ("20010101-TF12", "shape"),
        ("900101-9802\n900101-9802", "shape"),
        ("20260229-1234", "date"),
        ("260229-1234", "date"),
        ("19900100-9802", "date"),
        ("19900132-9802", "date"),
        ("19900160-9802", "date"),
        ("19900192-9802", "date"),
        ("19901301-9802", "date"),
        ("00000101-9802", "date"),
        ("17900101-9802", "date"),
        ("270101+9802", "date"),
        ("19900101-9803", "check-digit"),
        ("19640883-3224", "check-digit"),
        ("20991231-1231", "future"),
        ("20260310-1234", "future"),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(typed: str, code: str) -> None:
    assert f"value.personnummer-{code}" == refusal(typed).code


@pytest.mark.parametrize("typed", ["900101-9803", "19900101-980", "20260229-1234", "20991231-1231"])
def test_a_refusal_never_repeats_the_number(typed: str) -> None:
    error = refusal(typed)
    assert ({}, {}, "900101" in str(error)) == (error.figures, error.details, False)


def test_without_century_a_hyphen_means_the_latest_day_that_has_come() -> None:
    today_born, tomorrow_born = with_check_digit("260309123"), with_check_digit("260310123")
    assert "20" + today_born == read_personnummer(today_born, TODAY)
    assert "19" + tomorrow_born == read_personnummer(tomorrow_born, TODAY)


def test_without_century_a_leap_day_to_come_is_that_of_a_hundred_years_ago() -> None:
    number = with_check_digit("240229980")
    assert "2024" == read_personnummer(number, dt.date(2024, 2, 29))[:4]
    assert f"19{number}" == read_personnummer(number, dt.date(2024, 2, 28))


def test_a_number_that_is_masked_is_told_so() -> None:
    assert "value.personnummer-masked" == refusal("19900101-****").code


def test_a_plus_contradicts_a_century_until_the_year_of_the_hundredth_birthday() -> None:
    assert "1926" == read_personnummer(f"19{with_check_digit('261231980')}".replace("1231", "1231+"), TODAY)[:4]
    assert "value.personnummer-shape" == refusal(f"19{with_check_digit('270101980')}".replace("0101", "0101+")).code


def test_nobody_with_a_number_was_born_before_1840() -> None:
    assert "18400101" == read_personnummer(f"18{with_check_digit('400101980')}", TODAY)[:8]
    assert "value.personnummer-date" == refusal(f"18{with_check_digit('391231980')}").code


def test_a_coordination_number_has_sixty_more_from_the_first_day_of_a_month() -> None:
    number = read_personnummer(f"19{with_check_digit('900161980')}", TODAY)
    assert (dt.date(1990, 1, 1), 36) == (birth_date(number), age_on(number, TODAY))
    for day in ("60", "32", "92"):
        assert "value.personnummer-date" == refusal(f"19{with_check_digit(f'9001{day}980')}").code


@pytest.mark.parametrize(
    ("day", "age"), [("2026-03-08", 35), ("2026-03-09", 36), ("2027-03-08", 36), ("2026-02-10", 35), ("2026-04-01", 36)]
)
def test_a_year_is_completed_on_the_birthday(day: str, age: int) -> None:
    assert age == age_on("199003099802", dt.date.fromisoformat(day))


def test_a_plus_stands_from_the_year_of_the_hundredth_birthday() -> None:
    turns_hundred = with_check_digit("261231123")
    typed = f"{turns_hundred[:6]}+{turns_hundred[6:]}"
    assert "19" + turns_hundred == read_personnummer(typed, TODAY)
    assert "value.personnummer-date" == refusal(typed, dt.date(2025, 12, 31)).code


@given(
    st.dates(dt.date(1900, 1, 1), TODAY),
    st.integers(1, 999),
    st.booleans(),
    st.sampled_from(["", "-", " - ", "\u2013"]),
)
def test_every_right_number_is_read_and_gives_its_day_back(
    born: dt.date, birth_number: int, coordination: bool, sign: str
) -> None:
    day = born.day + 60 * coordination
    ten = with_check_digit(f"{born:%y%m}{day:02d}{birth_number:03d}")
    twelve = f"{born.year // 100}{ten}"
    assert twelve == read_personnummer(f"{twelve[:8]}{sign}{twelve[8:]}", TODAY)
    assert twelve == read_personnummer(whole(twelve), TODAY)
    assert born == birth_date(twelve)


@given(st.integers(0, 9), st.integers(0, 9))
def test_every_single_wrong_digit_is_found(place: int, digit: int) -> None:
    right = "9001019802"
    wrong = right[:place] + str(digit) + right[place + 1 :]
    if wrong != right:
        refusal(wrong)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_personnummer(text, TODAY)
    except Unreadable:
        return
    assert (12, True) == (len(read), read.isascii() and read.isdigit())


def test_a_number_is_masked_unless_it_is_asked_for() -> None:
    assert "19900101-****" == masked("199001019802")
    assert "19900101-9802" == whole("199001019802")


def test_a_coordination_number_gives_the_day_of_birth() -> None:
    assert dt.date(1964, 8, 23) == birth_date("196408833223")


@pytest.mark.parametrize(
    "typed",
    ["556677-8899", "5566778899", "16556677-8899", "165566778899", " 556677\u20138899\n", "556677 - 8899"],
)
def test_an_organisation_number_is_read_however_it_is_typed(typed: str) -> None:
    assert "556677-8899" == read_orgnr(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "556677",
        "556677-8898",
        "17556677-8899",
        "SE556677889901",
        "٥٥٦٦٧٧٨٨٩٩",
        "556677 8899",
        "5566-778899",
    ],
)
def test_what_is_no_organisation_number_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_orgnr(typed)
    assert "value.orgnr" == caught.value.code


@pytest.mark.parametrize("typed", ["900101-9802", "19900101-9802", "199001019802\n"])
def test_a_personnummer_is_no_organisation_number_and_is_not_repeated(typed: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_orgnr(typed)
    assert "9802" not in caught.value.figures["value"]


@pytest.mark.parametrize(
    ("typed", "kept", "shown", "ten"),
    [
        ("556677-8899", "556677-8899", "556677-8899", "556677-8899"),
        ("19900101-9802", "19900101-9802", "19900101-****", "900101-9802"),
        ("9001019802", "19900101-9802", "19900101-****", "900101-9802"),
        ("196408833223", "19640883-3223", "19640883-****", "640883-3223"),  # a coordination number
    ],
)
def test_an_office_is_a_company_or_a_person(typed: str, kept: str, shown: str, ten: str) -> None:
    own = read_own_orgnr(typed, dt.date(2026, 3, 9))
    assert (kept, shown, ten) == (own, shown_orgnr(own), without_century(own))
    assert ten == read_party(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("900101-9803", "value.personnummer-check-digit"),
        ("19901301-9802", "value.personnummer-date"),
        ("20900101-9802", "value.personnummer-future"),
        ("556677-8898", "value.orgnr"),
        ("5566", "value.orgnr"),
    ],
)
def test_a_number_of_neither_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_own_orgnr(typed, dt.date(2026, 3, 9))
    assert code == caught.value.code
    assert "9802" not in str(caught.value.figures)


@pytest.mark.parametrize("typed", ["900101-9803", "556677-8898", ""])
def test_what_names_nobody_is_no_party(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_party(typed)


# --- published lists ---

JUDGED_ON = dt.date(2026, 11, 22)


def judged(name: str) -> Any:
    folder = os.environ.get("IPSU_JUDGES")
    if not folder:
        pytest.skip("IPSU_JUDGES is not set: no published lists to judge by")
    return json.loads((Path(folder) / "identity" / name).read_text(encoding="utf-8"))


def accepted(typed: str) -> bool:
    try:
        read_personnummer(typed, JUDGED_ON)
    except Unreadable:
        return False
    return True


FORMATS = ("long_format", "short_format", "separated_format", "separated_long")


def test_the_published_list_is_judged_alike() -> None:
    rows = [row for row in judged("list.json") if row["type"] in ("ssn", "con")]
    assert rows
    for row in rows:
        for name in FORMATS:
            assert (row[name], row["valid"]) == (row[name], accepted(row[name]))


def test_the_long_forms_of_the_published_list_are_stored_as_they_stand() -> None:
    for row in judged("list.json"):
        if row["valid"]:
            assert row["long_format"] == read_personnummer(row["separated_format"], JUDGED_ON)


def test_the_published_structure_is_judged_alike() -> None:
    structure = judged("structured.json")
    for kind in ("ssn", "con"):
        for written in structure[kind].values():
            assert [] == [typed for typed in written["valid"] if not accepted(str(typed))]
            assert [] == [typed for typed in written["invalid"] if accepted(str(typed))]


def test_interim_numbers_are_refused() -> None:
    rows = judged("interim.json")
    assert rows
    assert [] == [row[name] for row in rows for name in FORMATS if accepted(row[name])]


def test_published_organisation_numbers_are_no_personnummer_but_are_read_as_what_they_are() -> None:
    rows = judged("orgnumber.json")
    assert rows
    for row in rows:
        assert (row["short_format"], False) == (row["short_format"], accepted(row["separated_format"]))
        assert row["separated_format"] == read_orgnr(row["short_format"])

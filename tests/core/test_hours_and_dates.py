"""Hours, money, days, weeks and months: what is read, and everything that is refused."""

import datetime as dt
import doctest
from decimal import ROUND_HALF_UP, Decimal
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsu_cli.core import dates, hours, hundredths, money, percent
from ipsu_cli.core.dates import (
    Month,
    Week,
    is_relative_month,
    months_between,
    read_day,
    read_month,
    read_week,
    read_weeks,
    read_year,
    weeks_between,
)
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import divide, hundredths_in
from ipsu_cli.core.money import Ore, line_net, vat_of
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Unreadable

TODAY = dt.date(2026, 3, 9)

NO_NUMBERS = [
    *("", " ", ".", ",", "x", "7,5,0", "7.5.0", "7,", "7.", ".5", ",5", "7,555", "0.001", "1 000", "1_000"),
    *(
        "1\u00a0000",
        "1\u202f000",
        "-1",
        "+1",
        "\u22125",
        "1e3",
        "1E3",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "0x10",
        "7:30",
    ),
    *(
        "½",
        "7½",
        "٧",
        "７",
        "7²",
        "1.234,50",
        "1,234.50",
        "1000000000",
        "7h",
        "450 kr",
        "True",
        "None",
        "7\n5",
        "7\x00",
    ),
]


@pytest.mark.parametrize("module", [hundredths, hours, money, percent, dates])
def test_the_examples_in_the_code_hold(module: ModuleType) -> None:
    assert 0 == doctest.testmod(module).failed


# --- hours and money ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 700),
        ("7.5", 750),
        ("7,5", 750),
        ("7,50", 750),
        ("0", 0),
        ("0.01", 1),
        ("007", 700),
        (" 7,5 \n", 750),
        ("999999999.99", 99_999_999_999),
    ],
)
def test_a_number_is_read_in_hundredths(text: str, expected: int) -> None:
    assert (expected, Hours(expected), Ore(expected)) == (hundredths_in(text), Hours.read(text), Ore.read(text))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_anything_but_plain_digits_is_no_hours_and_no_money(text: str) -> None:
    assert None is hundredths_in(text)
    with pytest.raises(Unreadable) as as_hours:
        Hours.read(text)
    with pytest.raises(Unreadable) as as_money:
        Ore.read(text)
    assert ("value.hours", "value.money") == (as_hours.value.code, as_money.value.code)
    assert {"value": text} == as_hours.value.figures == as_money.value.figures


@given(st.integers(0, 99_999_999_999))
def test_hours_are_read_back_as_they_are_written(amount: int) -> None:
    assert Hours(amount) == Hours.read(str(Hours(amount)))


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = hundredths_in(text)
    assert found is None or found == int(Decimal(text.strip().replace(",", ".")) * 100)


def test_quarters_add_up_exactly() -> None:
    assert Hours(50_00) == Hours.read("49.75") + Hours.read("0.25")


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_division_rounds_halves_away_from_zero(amount: int, by: int) -> None:
    # Enough digits that the quotient itself is not rounded to a half.
    quotient = Decimal(amount) / Decimal(by)
    expected = int(quotient.quantize(Decimal(1), ROUND_HALF_UP))
    assert expected == divide(amount, by) == -divide(-amount, by)


@pytest.mark.parametrize(
    ("quantity", "price", "expected"),
    [(750, 45_000, 337_500), (1, 50, 1), (1, 49, 0), (-1, 50, -1), (25, 10, 3)],
)
def test_a_line_is_quantity_times_price_in_whole_ore(quantity: int, price: int, expected: int) -> None:
    assert Ore(expected) == line_net(Quantity(quantity), Ore(price)) == line_net(Hours(quantity), Ore(price))


@pytest.mark.parametrize(("net", "rate", "expected"), [(100, 2500, 25), (2, 2500, 1), (-2, 2500, -1), (1, 600, 0)])
def test_vat_is_in_whole_ore(net: int, rate: int, expected: int) -> None:
    assert Ore(expected) == vat_of(Ore(net), Percent(rate))


# --- days ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-09", dt.date(2026, 3, 9)),
        (" 2024-02-29\n", dt.date(2024, 2, 29)),
        ("today", TODAY),
        ("IDAG", TODAY),
        ("yesterday", dt.date(2026, 3, 8)),
        ("igår", dt.date(2026, 3, 8)),
        ("i går", dt.date(2026, 3, 8)),
        ("iga\u030ar", dt.date(2026, 3, 8)),
        ("I-dag", TODAY),
    ],
)
def test_a_day_is_read(text: str, expected: dt.date) -> None:
    assert expected == read_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "tomorrow",
            "2026-3-9",
            "26-03-09",
            "20260309",
            "2026-W11",
            "2026-W11-1",
            "2026/03/09",
            "09/03/2026",
        ),
        "2026-03-09T10:30",
        *(
            "2026-03-0९",
            "٢٠٢٦-٠٣-٠٩",
            "２０２６-03-09",
            "2026-03",
            "9 mars 2026",
            "-026-03-09",
            "2026\u201303\u201309",
            "202x-03-09",
            "x026-03-09",
            "2026-x3-09",
            "2026-0x-09",
            "2026-03-x9",
            "2026-03-0x",
            "2026_03-09",
            "2026-03_09",
        ),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_day(text, TODAY)
    assert ("value.date", {"value": text}) == (caught.value.code, caught.value.figures)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29",
        "2026-02-30",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
    ],
)
def test_a_day_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_day(text, TODAY)
    assert "value.no-such-day" == caught.value.code


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert day == read_day(day.isoformat(), TODAY)


@pytest.mark.parametrize("year", ["0000", "0001", "1899", "2200", "9999"])
def test_a_year_outside_1900_to_2199_is_refused(year: str) -> None:
    for read in (
        lambda: read_day(f"{year}-01-01", TODAY),
        lambda: read_week(f"{year}-W01", TODAY),
        lambda: read_weeks(f"2026-W10..{year}-W01", TODAY),
        lambda: read_month(f"{year}-01", TODAY),
    ):
        with pytest.raises(Unreadable) as caught:
            read()
        assert ("value.far-away", 1900, 2199) == (
            caught.value.code, caught.value.figures["first"], caught.value.figures["last"],
        )  # fmt: skip


def test_the_first_and_the_last_year_are_read() -> None:
    assert ["1900-01-01", "2199-12-31"] == [str(read_day(text, TODAY)) for text in ("1900-01-01", "2199-12-31")]
    assert ["1900-W01", "2199-W52"] == [read_week("1900-W01", TODAY), read_week("2199-W52", TODAY)]
    assert ["1900-01", "2199-12"] == [read_month("1900-01", TODAY), read_month("2199-12", TODAY)]


@pytest.mark.parametrize(("text", "year"), [("1953", 1953), (" 2026\n", 2026), ("2199", 2199)])
def test_a_year_of_the_almanac_is_read(text: str, year: int) -> None:
    assert year == read_year(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("1952", "value.far-away"), ("2200", "value.far-away")]
    + [(text, "value.year") for text in ("", "26", "20261", "x026", "202x", "2०26", "-026", "2026-03")],
)
def test_what_is_no_year_of_the_almanac_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_year(text)
    assert code == caught.value.code
    if code == "value.far-away":
        assert (1953, 2199) == (caught.value.figures["first"], caught.value.figures["last"])


# --- weeks ---


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-31", "2025-W01"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2026-03-09", "2026-W11"),
    ],
)
def test_a_day_lies_in_the_week_of_its_iso_year(day: str, expected: str) -> None:
    assert expected == Week.of(dt.date.fromisoformat(day))


def test_a_week_knows_its_days_and_the_next_week() -> None:
    week = read_week("2026-W53", TODAY)
    assert dt.date(2026, 12, 28) == week.monday
    assert dt.date(2026, 12, 31) == week.thursday
    assert dt.date(2027, 1, 3) == week.sunday
    assert "2027-W01" == week.next()


@pytest.mark.parametrize(("text", "expected"), [("2026-W10", "2026-W10"), (" 2026-w53\n", "2026-W53")])
def test_a_week_is_read(text: str, expected: str) -> None:
    assert expected == read_week(text, TODAY)


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("W11", "2026-03-09", "2026-W11"),  # it begins that day
        ("v11", "2026-03-08", "2025-W11"),
        (" v9 ", "2026-03-08", "2026-W09"),
        ("w46", "2026-11-08", "2025-W46"),
        ("V46", "2026-11-09", "2026-W46"),
        ("W01", "2025-12-29", "2026-W01"),
        ("W53", "2026-12-27", "2020-W53"),
        ("W53", "2026-12-28", "2026-W53"),
    ],
)
def test_a_week_without_a_year_is_the_latest_that_has_begun(text: str, today: str, expected: str) -> None:
    assert expected == read_week(text, dt.date.fromisoformat(today))


def test_a_range_of_weeks_without_a_year_may_lie_over_the_turn_of_it() -> None:
    assert ["2025-W52", "2026-W01", "2026-W02"] == read_weeks("v52..v2", TODAY)


def test_a_range_of_weeks_without_a_year_may_end_ahead_of_today() -> None:
    assert ["2026-W10", "2026-W11", "2026-W12"] == read_weeks("v10..v12", TODAY)
    assert ["2025-W12"] == read_weeks("v12", TODAY)


@pytest.mark.parametrize("text", ["W54", "v0", "W00"])
def test_a_week_without_a_year_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_week(text, TODAY)
    assert "value.no-such-week" == caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "W1x",
        "W٩",
        "x10",
        "W",
        "W010",
        "2026-10",
        "2026W10",
        "2026-W1",
        "2026-W100",
        "2026-V10",
        "26-W10",
        "2026-W1٠",
        "x026-W10",
        "202x-W10",
        "2026-Wx0",
        "2026-W1x",
        "2026xW10",
        "2026-x10",
    ],
)
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_week(text, TODAY)
    assert "value.week" == caught.value.code


@pytest.mark.parametrize("text", ["2027-W53", "2025-W53", "2026-W54", "2026-W00"])
def test_a_week_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_week(text, TODAY)
    assert "value.no-such-week" == caught.value.code


def test_a_range_of_weeks_is_read_over_the_turn_of_the_year() -> None:
    assert ["2026-W52", "2026-W53", "2027-W01"] == read_weeks("2026-W52..2027-W01", TODAY)
    assert ["2026-W10"] == read_weeks("2026-W10", TODAY) == read_weeks("2026-W10..2026-W10", TODAY)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-W12..2026-W10", "value.weeks-backwards"),
        ("v11..v10", "value.weeks-backwards"),
        ("2026-W10..", "value.week"),
        ("..2026-W10", "value.week"),
        ("2026-W10..W12", "value.week"),
        ("2026-W52..2027-W53", "value.no-such-week"),
    ],
)
def test_a_range_that_is_none_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_weeks(text, TODAY)
    assert code == caught.value.code


@given(st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 1)))
def test_weeks_follow_one_another_as_days_do(day: dt.date) -> None:
    week = Week.of(day)
    assert week.monday <= day <= week.sunday
    assert [week, week.next()] == list(weeks_between(week, Week.of(day + dt.timedelta(days=7))))


# --- months ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03", "2026-03"),
        ("this-month", "2026-03"),
        ("This_Month", "2026-03"),
        ("last-month", "2026-02"),
        ("denna-månad", "2026-03"),
        ("förra månaden", "2026-02"),
    ],
)
def test_a_month_is_read(text: str, expected: str) -> None:
    assert expected == read_month(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-3",
        "2026-003",
        "202603",
        "2026/03",
        "mar",
        "2026-0३",
        "2026-W1",
        "x026-03",
        "202x-03",
        "2026-x3",
        "2026-0x",
        "2026x03",
    ],
)
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_month(text, TODAY)
    assert "value.month" == caught.value.code


@pytest.mark.parametrize("text", ["2026-00", "2026-13"])
def test_a_month_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_month(text, TODAY)
    assert "value.no-such-month" == caught.value.code


def test_a_month_knows_its_days_and_its_neighbours() -> None:
    february, december = Month("2028-02"), Month("2026-12")
    assert (dt.date(2028, 2, 1), dt.date(2028, 2, 29)) == (february.first, february.last)
    assert ("2027-01", "2026-11") == (december.next(), december.previous())
    assert "2025-12" == Month("2026-01").previous()


def test_months_are_those_that_the_days_touch() -> None:
    assert ["2026-12", "2027-01"] == list(months_between(dt.date(2026, 12, 31), dt.date(2027, 1, 1)))
    assert [] == list(months_between(dt.date(2026, 3, 1), dt.date(2026, 2, 28)))


@pytest.mark.parametrize(("word", "month"), [
    ("mars", "2026-03"), ("April", "2026-04"), ("maj", "2025-05"), ("december", "2025-12"), ("MARCH", "2026-03"),
])  # fmt: skip
def test_a_month_is_called_by_its_name_the_latest_that_has_begun(word: str, month: str) -> None:
    assert month == read_month(word, dt.date(2026, 4, 1))
    assert is_relative_month(word)


def test_a_month_of_another_language_is_none() -> None:
    with pytest.raises(Unreadable, match=r"value\.month"):
        read_month("mai", dt.date(2026, 4, 1))

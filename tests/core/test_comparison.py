"""Their lines against ours: which are compared, and what is said of each pair."""

import datetime as dt

import pytest

from ipsu_cli.core.comparison import OurPart, compare, status_of
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.self_invoice import SelfLine


def ours(typed: str) -> list[OurPart]:
    """`B1 2026-W10 2026-03 20` is 20 hours at 450 kronor; `-` for the week where nobody knows it."""
    found = []
    for word in filter(None, typed.split(",")):
        case, week, month, hours, *price = word.split()
        quantity, amount = Hours(int(hours) * 100), Ore(int(price[0] if price else 450) * 100)
        part = OurPart(
            case, None if week == "-" else Week(week), Month(month), quantity, amount, line_net(quantity, amount)
        )
        found.append(part)
    return found


def theirs(typed: str) -> list[SelfLine]:
    """`B1 03-02 03-08 20` is 20 hours at 450 kronor; `- -` for no days, `?` for no hours and 9 500 kronor."""
    found = []
    for word in filter(None, typed.split(",")):
        case, first, last, hours, *price = word.split()
        since, to = (None if day == "-" else dt.date.fromisoformat(f"2026-{day}") for day in (first, last))
        if hours == "?":
            found.append(SelfLine(case, since, to, None, Ore(9_500_00), Ore(9_500_00)))
            continue
        quantity, amount = Hours(int(hours) * 100), Ore(int(price[0] if price else 450) * 100)
        found.append(SelfLine(case, since, to, quantity, amount, line_net(quantity, amount)))
    return found


WEEKS = "B1 2026-W10 2026-03 20,B1 2026-W11 2026-03 19"


@pytest.mark.parametrize(
    ("our_side", "their_side", "rows"),
    [
        (WEEKS, "B1 03-02 03-08 20,B1 03-09 03-15 19", ["2026-W10 equal", "2026-W11 equal"]),
        (WEEKS, "B1 03-02 03-06 20,B1 03-12 03-12 19", ["2026-W10 equal", "2026-W11 equal"]),
        (WEEKS, "B1 03-01 03-31 39", ["2026-03 equal"]),
        (WEEKS, "B1 03-01 03-31 40", ["2026-03 differs hours net"]),
        (WEEKS, "B1 03-02 03-08 21,B1 03-09 03-15 18", ["2026-W10 differs hours net", "2026-W11 differs hours net"]),
        (WEEKS, "B1 03-02 03-08 20", ["2026-W10 equal", "2026-W11 ours-only"]),
        (WEEKS, "B1 03-02 03-08 20,B1 03-09 03-15 19,B1 03-16 03-22 1",
         ["2026-W10 equal", "2026-W11 equal", "2026-W12 theirs-only"]),
        (WEEKS, "", ["2026-03 ours-only"]),
        ("", "B1 03-02 03-08 20", ["2026-W10 theirs-only"]),
        (WEEKS, "B1 03-02 03-08 20,B1 03-09 03-22 19", ["2026-03 equal"]),
        ("B1 2026-W14 2026-03 8,B1 2026-W14 2026-04 12", "B1 03-30 04-05 20", ["2026-W14 equal"]),
        ("B1 2026-W14 2026-03 8,B1 2026-W14 2026-04 12", "B1 03-30 03-31 8,B1 04-01 04-05 12", ["2026-W14 equal"]),
        ("B1 2026-W10 2026-03 20,B1 2026-W15 2026-04 5", "B1 03-02 03-08 20,B1 04-01 04-30 5",
         ["2026-W10 equal", "2026-04 equal"]),
        (WEEKS, "B1 02-16 03-15 39", ["- not-compared"]),
        (WEEKS, "B1 - - 39", ["- not-compared"]),
        (WEEKS, "B1 03-02 03-08 20,B1 - - 19", ["- not-compared"]),
        ("B1 - 2026-03 39", "B1 03-02 03-08 20,B1 03-09 03-15 19", ["2026-03 equal"]),
        ("B1 2026-W10 2026-03 20", "B1 03-02 03-08 20 460", ["2026-W10 differs price net"]),
        ("B1 2026-W14 2026-03 8,B1 2026-W14 2026-04 12", "B1 03-30 04-05 20 460", ["2026-W14 differs price net"]),
        ("B1 2026-W14 2026-03 8,B1 2026-W14 2026-04 12 460", "B1 03-30 04-05 20 470", ["2026-W14 differs net"]),
        ("B1 2026-W10 2026-03 20,B2 2026-W10 2026-03 1", "B2 03-02 03-08 1", ["2026-03 ours-only", "2026-W10 equal"]),
        ("B1 2026-W53 2026-12 5", "B1 12-28 12-31 5", ["2026-W53 equal"]),
    ],
)  # fmt: skip
def test_each_line_is_set_against_its_week_or_its_month(our_side: str, their_side: str, rows: list[str]) -> None:
    found = compare(ours(our_side), theirs(their_side))
    assert rows == [" ".join([row.week or row.month or "-", row.status, *row.differs]) for row in found]


def test_what_counts_no_hours_is_compared_where_it_ends() -> None:
    whole = OurPart("A1", Week("2026-W09"), Month("2026-02"), None, Ore(9_500_00), Ore(9_500_00))
    [row] = compare([whole], theirs("A1 01-19 02-27 ?"))
    assert (Month("2026-02"), "equal", None) == (row.month, row.status, row.difference_hours)


def test_hours_that_nobody_stated_are_not_compared() -> None:
    line = theirs("B1 03-02 03-08 20")[0]._replace(hours=None)
    [row] = compare(ours("B1 2026-W10 2026-03 20"), [line])
    assert ("not-compared", None, Ore(0)) == (row.status, row.difference_hours, row.difference_net_ore)


def test_a_price_differs_though_the_net_is_the_same() -> None:
    line = theirs("B1 03-02 03-08 20")[0]._replace(unit_price_ore=Ore(451_00))
    [row] = compare(ours("B1 2026-W10 2026-03 20"), [line])
    assert ("differs", ("price",)) == (row.status, row.differs)


@pytest.mark.parametrize(("net", "differs"), [(4_634_00, ()), (4_634_01, ("price", "net"))])
def test_a_price_is_compared_only_where_the_quantity_or_the_net_is(net: int, differs: tuple[str, ...]) -> None:
    """28 days at 165.50 kr may stand as one month at 4 634 kr: neither side says how many."""
    part = OurPart("R1", None, Month("2026-02"), None, Ore(165_50), Ore(4_634_00), unit="day")
    line = SelfLine("R1", dt.date(2026, 2, 1), dt.date(2026, 2, 28), None, Ore(4_634_00), Ore(net))
    [row] = compare([part], [line])
    assert differs == row.differs


@pytest.mark.parametrize(
    ("our_side", "their_side", "hours", "net"),
    [
        ("B1 2026-W10 2026-03 20", "B1 03-02 03-08 22", 2_00, 900_00),
        ("B1 2026-W10 2026-03 20", "", -20_00, -9000_00),
        ("", "B1 03-02 03-08 22", 22_00, 9900_00),
        ("B1 2026-W10 2026-03 0", "B1 03-02 03-08 0", 0, 0),
        (WEEKS, "B1 03-01 03-31 38,B1 03-01 03-31 0", -1_00, -450_00),
    ],
)
def test_a_difference_is_theirs_less_ours(our_side: str, their_side: str, hours: int, net: int) -> None:
    [row] = compare(ours(our_side), theirs(their_side))
    assert (Hours(hours), Ore(net)) == (row.difference_hours, row.difference_net_ore)


@pytest.mark.parametrize("days", ["03-02 -", "- 03-08"])
def test_a_line_with_half_its_days_lies_nowhere(days: str) -> None:
    [row] = compare(ours("B1 2026-W10 2026-03 20"), theirs(f"B1 {days} 20"))
    assert ("not-compared", None, None) == (row.status, row.week, row.month)


def test_a_credit_is_compared_below_zero() -> None:
    rows = compare(ours("B1 - 2026-03 -39"), theirs("B1 03-01 03-31 -40"))
    assert [("differs", Hours(-1_00), Ore(-450_00))] == [
        (e.status, e.difference_hours, e.difference_net_ore) for e in rows
    ]


@pytest.mark.parametrize(
    ("their_side", "agree", "status"),
    [
        ("B1 03-02 03-08 20", True, "equal"),
        ("B1 03-02 03-08 20", False, "differs"),
        ("B1 03-02 03-08 21", True, "differs"),
        ("B1 - - 20", True, "not-compared"),
        ("B1 - - 20", False, "differs"),
        ("B1 03-02 03-08 20,B2 03-02 03-08 0", True, "differs"),
    ],
)
def test_the_whole_is_equal_only_where_everything_is(their_side: str, agree: bool, status: str) -> None:
    assert status == status_of(compare(ours("B1 2026-W10 2026-03 20"), theirs(their_side)), sums_agree=agree)


def test_nothing_compared_is_never_equal() -> None:
    assert "not-compared" == status_of([], sums_agree=True)

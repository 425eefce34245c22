"""Numbers keep their kind: what is made of one kind is of that kind, and kinds do not mix.

What the type checker refuses is refused here with it: a `type: ignore` that it has no use for is an error of its own.
"""

import operator
import sqlite3
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsu_cli.core.hours import Hours, Quantity, hours_of
from ipsu_cli.core.hundredths import Hundredths, divide
from ipsu_cli.core.money import Ore, line_net, net_of, vat_of
from ipsu_cli.core.percent import FULL, Percent
from ipsu_cli.core.plain_json import dump
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.store.connection import create

KINDS: list[type[Hundredths]] = [Hours, Ore, Percent, Quantity]
kinds = st.sampled_from(KINDS)
counts = st.integers(-(10**12), 10**12)

HOURS, ORE, PERCENT, QUANTITY, COUNT = Hours(1_00), Ore(1_00), Percent(1_00), Quantity(1_00), 1_00


# --- closed ---


@given(kinds, counts, counts)
def test_sums_and_differences_stay_of_the_kind(kind: type[Hundredths], one: int, other: int) -> None:
    made = [kind(one) + kind(other), kind(one) - kind(other), -kind(one), abs(kind(one))]
    assert [kind] * 4 == [type(result) for result in made]
    assert [one + other, one - other, -one, abs(one)] == [result.hundredths for result in made]


@given(kinds, counts, counts)
def test_multiples_stay_of_the_kind(kind: type[Hundredths], one: int, times: int) -> None:
    for made in (kind(one) * times, times * kind(one)):
        assert (kind, one * times) == (type(made), made.hundredths)


@given(kinds, st.lists(counts))
def test_a_total_is_of_the_kind_also_of_nothing(kind: type[Hundredths], all_of_them: list[int]) -> None:
    numbers: list[Any] = [kind(count) for count in all_of_them]
    assert (kind, sum(all_of_them)) == (type(kind.total(numbers)), kind.total(numbers).hundredths)
    assert kind.total(numbers) == sum(numbers, kind(0))
    assert not numbers or kind.total(numbers) == sum(numbers)
    with pytest.raises(TypeError):
        sum([*numbers, kind(0)], 1)


@given(kinds, counts, counts)
def test_numbers_of_a_kind_are_ordered_as_their_hundredths(kind: type[Hundredths], one: int, other: int) -> None:
    for compare in (operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt):
        assert compare(one, other) == compare(kind(one), kind(other))
    assert (one == other) == (len({kind(one), kind(other)}) == 1)
    assert bool(one) == bool(kind(one))


@given(st.sampled_from([Hours, Percent, Quantity]), counts)
def test_a_number_is_read_back_as_it_is_written(kind: type[Hundredths], one: int) -> None:
    within = one % FULL.hundredths if kind is Percent else one % 10**11
    for count in (within, -within):
        assert kind(count) == kind.read_signed(str(kind(count))) == kind.read_signed(kind(count).fixed())


@given(kinds, st.integers(-(10**6), 10**6), st.integers(1, 10**4))
def test_a_rounded_number_is_the_nearest_with_one_decimal(kind: type[Hundredths], n: int, d: int) -> None:
    made = kind.rounded(n, d)
    assert (kind, 0) == (type(made), made.hundredths % 10)
    assert -5 * d < made.hundredths * d - 100 * n <= 5 * d  # halves up


@given(st.integers(-(10**9), 10**9), st.integers(0, 100_00))
def test_net_and_vat_make_the_total_that_they_come_from(net: int, rate: int) -> None:
    total = Ore(net) + vat_of(Ore(net), Percent(rate))
    found = net_of(total, Percent(rate))
    assert abs(found - Ore(net)) <= Ore(1)
    assert abs(found + vat_of(found, Percent(rate)) - total) <= Ore(1)


def test_per_cent_are_read_up_to_the_whole_and_taken_of_a_number_exactly() -> None:
    assert (Percent(100_00), Percent(0)) == (Percent.read("100"), Percent.read("0"))
    with pytest.raises(Unreadable):
        Percent.read("100,01")
    assert Ore(1_000_000_00) == vat_of(Ore(4_000_000_00), Percent(25_00))
    assert (Ore(4_000_000_00), Ore(7)) == (net_of(Ore(5_000_000_00), Percent(25_00)), net_of(Ore(7), Percent(0)))


def test_a_quantity_is_of_hours_where_its_unit_is_the_hour() -> None:
    assert (Hours(7_50), None) == (hours_of(Quantity(7_50), "hour"), hours_of(Quantity(7_50), "day"))


@pytest.mark.parametrize(("hundredths", "plain", "fixed", "text"), [
    (7_00, 7, "7.00", "7"), (7_50, Quantity(7_50), "7.50", "7.5"), (99, Quantity(99), "0.99", "0.99"),
    (1_01, Quantity(1_01), "1.01", "1.01"), (0, 0, "0.00", "0"), (-1, Quantity(-1), "-0.01", "-0.01"),
    (-2_00, -2, "-2.00", "-2"), (100_00, 100, "100.00", "100"),
])  # fmt: skip
def test_a_count_has_no_more_decimals_than_it_needs(hundredths: int, plain: object, fixed: str, text: str) -> None:
    found = Quantity(hundredths)
    assert (type(plain), plain) == (type(found.plain()), found.plain())
    assert (fixed, text) == (found.fixed(), str(found))


# --- where they end up ---


def test_a_difference_of_hours_is_right_in_json() -> None:
    planned, delivered = Hours(50_00), Hours(34_50)
    data = {"remaining_hours": planned - delivered, "total": Hours.total([planned, delivered]), "none": Hours.total([])}
    assert '{"remaining_hours": 15.5, "total": 84.5, "none": 0}' == dump(data)


def test_money_is_whole_ore_in_json_and_all_else_decimal() -> None:
    assert "[45050, -1, 62.5, 0.25]" == dump([Ore(450_50), -Ore(1), Percent(62_50), Quantity(25)])


def test_numbers_show_themselves_as_they_always_have() -> None:
    """A register knows a row of an import by how its values show themselves, also one that an older version wrote."""
    row = {"hours": Hours(7_50), "amount": Ore(450_00), "vat": Percent(25_00), "quantity": Quantity(-25)}
    assert "{'hours': 7.5, 'amount': 45000, 'vat': 25, 'quantity': -0.25}" == repr(row)


@pytest.mark.parametrize("kind", KINDS)
def test_a_register_holds_the_bare_number(kind: type[Hundredths], tmp_path: Any) -> None:
    conn: sqlite3.Connection = create(tmp_path / "a.db")
    assert (-12_34, "integer") == tuple(conn.execute("SELECT :n, typeof(:n)", {"n": kind(-12_34)}).fetchone())
    conn.close()


# --- never mixed ---

MIXING = (operator.add, operator.sub, operator.lt, operator.le, operator.ge, operator.gt, operator.eq, operator.ne)
PAIRS = [
    (one, other)
    for one, other in product([*KINDS, int, bool], repeat=2)
    if {one, other} - {int, bool} and one is not other
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_kinds_never_mix(one: type, other: type) -> None:
    for operation in MIXING:
        with pytest.raises(TypeError):
            operation(one(1), other(1))


@pytest.mark.parametrize(("one", "other"), [(one, other) for one, other in product(KINDS, [*KINDS, float])])
def test_a_number_of_a_kind_is_multiplied_by_a_count_alone(one: type, other: type) -> None:
    for left, right in ((one(1), other(1)), (other(1), one(1))):
        with pytest.raises(TypeError):
            left * right


@pytest.mark.parametrize("value", ["1", 1.0, None, Hours(1)])
def test_a_number_is_made_of_whole_hundredths(value: Any) -> None:
    with pytest.raises(TypeError, match="whole hundredths"):
        Ore(value)


@pytest.mark.parametrize("other", [None, "", "1", (), 1.0])
def test_what_is_no_number_of_ours_is_unequal(other: object) -> None:
    assert not any(kind(0) == other for kind in KINDS)


REFUSED: list[Callable[[], object]] = [
    lambda: HOURS + ORE,  # type: ignore[operator]
    lambda: HOURS + PERCENT,  # type: ignore[operator]
    lambda: HOURS + QUANTITY,  # type: ignore[operator]
    lambda: ORE + HOURS,  # type: ignore[operator]
    lambda: ORE + PERCENT,  # type: ignore[operator]
    lambda: ORE + QUANTITY,  # type: ignore[operator]
    lambda: PERCENT + HOURS,  # type: ignore[operator]
    lambda: PERCENT + ORE,  # type: ignore[operator]
    lambda: PERCENT + QUANTITY,  # type: ignore[operator]
    lambda: QUANTITY + HOURS,  # type: ignore[operator]
    lambda: QUANTITY + ORE,  # type: ignore[operator]
    lambda: QUANTITY + PERCENT,  # type: ignore[operator]
    lambda: HOURS + COUNT,  # type: ignore[operator]
    lambda: COUNT + HOURS,  # type: ignore[operator]
    lambda: ORE - COUNT,  # type: ignore[operator]
    lambda: COUNT - ORE,  # type: ignore[operator]
    lambda: HOURS - ORE,  # type: ignore[operator]
    lambda: ORE - PERCENT,  # type: ignore[operator]
    lambda: PERCENT - QUANTITY,  # type: ignore[operator]
    lambda: QUANTITY - HOURS,  # type: ignore[operator]
    lambda: HOURS < ORE,  # type: ignore[operator]
    lambda: ORE >= PERCENT,  # type: ignore[operator]
    lambda: QUANTITY > COUNT,  # type: ignore[operator]
    lambda: COUNT <= PERCENT,  # type: ignore[operator]
    lambda: HOURS == ORE,  # type: ignore[comparison-overlap]
    lambda: HOURS == QUANTITY,  # type: ignore[comparison-overlap]
    lambda: ORE != PERCENT,  # type: ignore[comparison-overlap]
    lambda: ORE == COUNT,  # type: ignore[comparison-overlap]
    lambda: COUNT == HOURS,  # type: ignore[comparison-overlap]
    lambda: HOURS in [ORE],  # type: ignore[comparison-overlap]
    lambda: HOURS * HOURS,  # type: ignore[operator]
    lambda: HOURS * 1.5,  # type: ignore[operator]
    lambda: Hours.total([ORE]),  # type: ignore[list-item]
    lambda: Hours(HOURS),  # type: ignore[arg-type]
    lambda: divide(HOURS, COUNT),  # type: ignore[arg-type]
]
# Refused by the type checker alone: nothing in them goes wrong by itself.
UNSEEN: list[Callable[[], object]] = [
    lambda: line_net(PERCENT, ORE),  # type: ignore[arg-type]
    lambda: line_net(HOURS, HOURS),  # type: ignore[arg-type]
    lambda: vat_of(HOURS, PERCENT),  # type: ignore[arg-type]
    lambda: sum([HOURS]),  # type: ignore[list-item]
]


@pytest.mark.parametrize("mixed", REFUSED)
def test_what_the_type_checker_refuses_is_refused_when_it_runs(mixed: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        mixed()

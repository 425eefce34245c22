"""How a table is fitted to a width: what goes below, what is folded, and what falls away first."""

import pytest

from ipsu_cli.core.table import Column, Table
from ipsu_cli.write.fit import LEAST_IMPORTANT, fit, fold

COLUMNS = (
    Column("case"), Column("service", "code"), Column("from", "day"), Column("unit", "code"), Column("note"),
    Column("command"),
)  # fmt: skip
GRID = [
    ["Case", "Service", "From day", "Unit", "Note", "Type this"],
    ["B1", "IPSU B", "2026-03-02", "hour", "", "ipsu case show B1"],
    ["B2", "IPSU A", "2026-03-09", "case", "ask once more about the end of it", "ipsu case show B2"],
]
TABLE = Table("cases", COLUMNS, [])


def keys(places: list[int]) -> list[str]:
    return [COLUMNS[place].key for place in places]


@pytest.mark.parametrize(
    ("width", "below", "left_out"),
    [
        (200, [], []),
        (85, [], []),
        (84, ["command"], []),
        (57, ["command"], []),
        (56, ["command"], ["unit"]),
        (51, ["command"], ["unit"]),
        (50, ["command"], ["service", "unit"]),
        (42, ["command"], ["service", "unit"]),
        (41, ["command"], ["service", "unit", "note"]),
        (15, ["command"], ["service", "from", "unit", "note"]),
        (1, ["command"], ["service", "from", "unit", "note"]),
    ],
)
def test_what_is_given_up_as_it_gets_narrower(width: int, below: list[str], left_out: list[str]) -> None:
    found = fit(TABLE, GRID, width)
    assert (below, left_out) == (keys(found.below), keys(found.left_out))
    assert sorted([*found.abreast, *found.below, *found.left_out]) == [*range(len(COLUMNS))]
    assert found.across <= max(width, len("Case"))


def test_it_says_in_what_width_nothing_falls_away() -> None:
    needs = fit(TABLE, GRID, 20).needs
    assert [] == fit(TABLE, GRID, needs).left_out
    assert [] != fit(TABLE, GRID, needs - 1).left_out


def test_a_column_without_a_value_falls_away_first() -> None:
    empty = [GRID[0], *([*row[:2], "", *row[3:]] for row in GRID[1:])]
    assert [2] == fit(TABLE, empty, 50).left_out


def test_prose_is_folded_at_spaces_and_a_command_never() -> None:
    assert ["ask once more", "about the end"] == fold("ask once more about the end", 14)
    assert ["a-very-long-word-of-prose", "of it"] == fold("a-very-long-word-of-prose of it", 8)
    assert ["ipsu case show B1"] == fold("ipsu case show B1", 5)
    assert ["    ask once", "    more"] == fold("    ask once more", 12)
    assert ["    ipsu case show B1"] == fold("    ipsu case show B1", 19)


def test_a_sentence_with_a_command_is_folded_around_it() -> None:
    told = "Do not touch it. ipsu restore FILE puts back a copy; ipsu explain CODE says more."
    parts = ["Do not touch it.", "ipsu restore FILE puts back a copy;", "ipsu explain CODE says more."]
    assert parts == fold(told, 36)
    assert parts == fold(told, 20)


@pytest.mark.parametrize("width", [33, 40, 60])
def test_what_an_invoice_comes_to_stands_as_long_as_the_invoice(width: int) -> None:
    columns = (
        Column("invoice"),
        Column("agreement"),
        Column("status", "code"),
        Column("total", "money"),
        Column("open", "money"),
    )
    row = ["2026-0001", "IPSU-NORRA-MALARDALEN", "part-paid", "13 218,75", "13 218,75"]
    table = Table("invoices", columns, [])
    stands = fit(table, [["Faktura", "Avtal", "Läge", "Totalt", "Öppet"], row], width).abreast
    assert {0, 3, 4} <= set(stands)


def test_no_column_has_two_places_in_the_order() -> None:
    assert len(LEAST_IMPORTANT) == len(set(LEAST_IMPORTANT))

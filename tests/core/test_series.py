"""The agency's number series: gaps and restarts, by agreement and year."""

import datetime as dt

import pytest

from ipsu_cli.core.series import Numbered, gaps, restarts


def numbered(*typed: str) -> list[Numbered]:
    """`1001 03-01` is number 1001 of 1 March 2026 in agreement A; `B:1001 2025-03-01` says all."""
    found = []
    for word in typed:
        number, day = word.split()
        agreement, _, number = number.rpartition(":")
        date = dt.date.fromisoformat(day if len(day) == 10 else f"2026-{day}")
        found.append(Numbered(agreement or "A", number, date))
    return found


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ([], []),
        (["1001 03-01"], []),
        (["1001 03-01", "1002 03-02"], []),
        (["1001 03-01", "1002 03-02", "1004 03-04"], [("1003",)]),
        (["1004 03-04", "1001 03-01", "1002 03-02"], [("1003",)]),
        (["1001 03-01", "1004 03-02", "1003 03-03"], [("1002",)]),
        (["0009 03-01", "0012 03-01"], [("0010", "0011")]),
        (["9 03-01", "11 03-01"], [("10",)]),
        (["AF-2026-17 03-01", "AF-2026-19 03-02"], [("AF-2026-18",)]),
        (["17/2026 03-01", "19/2026 03-02"], [("18/2026",)]),
        (["X1 03-01", "Y3 03-02"], []),
        (["B2-17 03-01", "B2-19 03-02"], [("B2-18",)]),
        (["A:1 03-01", "B:3 03-02"], []),
        (["1 2025-12-31", "3 01-02"], []),
        (["abc 03-01", "abd 03-02"], []),
        (["1001 03-01", "1002 03-02", "1 05-01", "3 05-02"], [("2",)]),
    ],
)
def test_a_gap_names_what_never_came(typed: list[str], missing: list[tuple[str, ...]]) -> None:
    assert missing == [gap.missing for gap in gaps(numbered(*typed))]


def test_a_wide_gap_names_the_first_hundred() -> None:
    [gap] = gaps(numbered("1 03-01", "100000 03-02"))
    assert (99_998, 100, "2", "101") == (gap.lacking, len(gap.missing), gap.missing[0], gap.missing[-1])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["1001 03-01", "1002 03-02"], []),
        (["1001 03-01", "1003 03-02", "1002 03-03"], []),
        (["1001 03-01", "1002 03-02", "1 05-01"], [("1", "1002")]),
        (["1001 03-01", "1000 03-02"], [("1000", "1001")]),
        (["1001 03-01", "1 05-01", "2 05-02"], [("1", "1001")]),
        (["1001 03-01", "1001 03-02"], []),
        (["1001 2025-12-30", "1 01-02"], []),
        (["A:1001 03-01", "B:1 03-02"], []),
    ],
)
def test_a_restart_within_a_year_is_found(typed: list[str], found: list[tuple[str, str]]) -> None:
    assert found == [(restart.number, restart.before) for restart in restarts(numbered(*typed))]

"""Bars of block characters next to the numbers that they show."""

from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.percent import FULL, Percent
from ipsu_cli.core.table import Table

LENGTHS = (20, 10)  # characters of the longest bar: as there is room
DONE, LEFT, OVER, PARTS = "█", "░", "▒", "▏▎▍▌▋▊▉"


def bars(table: Table, length: int) -> list[str]:
    """A bar for each row of the column that the table has bars of, the longest of so many characters.

    Where the number is a part of one in another column (`bar_of`), the bar shows both: what is done, what is left of
    the whole, and what is over it.
    """
    values = _lengths(table, table.bar)
    if table.bar_of:
        wholes = _lengths(table, table.bar_of)
        most = max([*values, *wholes], default=0)
        return [_of_whole(value, whole, most, length) for value, whole in zip(values, wholes, strict=True)]
    most = max([*values, *_whole_share(table)], default=0)
    return [_bar(value, most, length) for value in values]


def _lengths(table: Table, key: str) -> list[int]:
    place = _place(table, key)
    return [_length(row[place]) for row in table.rows]


def _place(table: Table, key: str) -> int:
    return [column.key for column in table.columns].index(key)


def _length(value: Any) -> int:
    """What a bar is as long as: a count, or the hundredths of a number of a kind; nothing below zero."""
    return max(value.hundredths if isinstance(value, Hundredths) else value or 0, 0)


def _whole_share(table: Table) -> Sequence[int]:
    """All of a share, so that a bar of half a share is half as long as one can be."""
    place = _place(table, table.bar)
    return [FULL.hundredths] if any(isinstance(row[place], Percent) for row in table.rows) else []


def _bar(value: int, most: int, length: int) -> str:
    """`value` as eighths of a bar that `most` fills."""
    eighths = 8 * length * value // most if most else 0
    return DONE * (eighths // 8) + (PARTS[eighths % 8 - 1] if eighths % 8 else "")


def _of_whole(value: int, whole: int, most: int, length: int) -> str:
    """Characters of a bar: done, left of the whole, and over it. What is not all done does not look so."""
    if not most:
        return ""
    all_of, total = (_characters(number, most, length) for number in (whole, max(value, whole)))
    done = all_of if value >= whole else min(_characters(value, most, length), all_of - 1)
    return DONE * done + LEFT * (all_of - done) + OVER * (total - all_of)


def _characters(number: int, most: int, length: int) -> int:
    """Rounded down; of what is there at all, at least one."""
    return max(length * number // most, 1) if number else 0

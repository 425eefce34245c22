"""A long list is gone through like a short one, and nothing of it stays in memory."""

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from ipsu_cli.core import records
from ipsu_cli.core.plain_json import dump, pieces
from ipsu_cli.core.problem import Surroundings
from ipsu_cli.core.records import Records, Spool, mapped, spooled
from ipsu_cli.core.to_json import to_json

Row = tuple[int, str, bytes | None]
FEW = (0, 1, 999, 1000, 1001, 2500)


def rows(count: int) -> Iterator[Row]:
    return ((number, f"å{number}", bytes([number % 256]) if number % 2 else None) for number in range(count))


@pytest.mark.parametrize("count", FEW)
def test_rows_come_back_as_they_were_in_order_and_again(count: int) -> None:
    found = spooled(rows(count))
    assert (count > 1000, count) == (isinstance(found, Spool), len(found))
    assert list(rows(count)) == list(found) == list(found)
    assert list(zip(found, found, strict=True)) == [(row, row) for row in rows(count)]  # two readers at a time


def test_a_row_is_found_by_its_place() -> None:
    found, listed = Spool(rows(2500), 1000), list(rows(2500))
    for place in (0, 999, 1000, 2499, -1, -2500):
        assert listed[place] == found[place]
    for part in (slice(998, 1003), slice(None, None, -700), slice(5, 5)):
        assert listed[part] == found[part]
    for place in (2500, -2501):
        with pytest.raises(IndexError):
            found[place]


@pytest.mark.parametrize("count", FEW)
def test_records_are_made_when_they_are_asked_for(count: int) -> None:
    made: list[int] = []

    def number(row: Any) -> int:
        made.append(row[0])
        return int(row[0])

    found = records.records(rows(count), number)
    assert (0 if count > 1000 else count) == len(made)
    assert list(range(count)) == list(found)
    assert [2 * number for number in range(count)] == list(mapped(lambda number: 2 * number, found))


def test_a_record_is_found_by_its_place() -> None:
    found = Records(Spool(rows(1500), 7), lambda row: row[1])
    assert ("å1200", ["å0", "å1"], "å1499") == (found[1200], found[:2], found[-1])


def test_json_of_a_long_list_is_that_of_a_short_one() -> None:
    long = Records(Spool(rows(1200), 1000), lambda row: {"number": row[0], "word": row[1]})
    document = to_json({"listed": long, "warnings": []}, lambda text: text.code)
    assert dump({"listed": list(long), "warnings": []}) == "".join(pieces(document))


def test_memory_does_not_grow_with_the_rows() -> None:
    tracemalloc.start()
    try:
        for row in Spool(rows(100_000), 1000):
            assert row
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


class FullDisk:
    """A file that takes nothing."""

    def write(self, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        """Nothing is open."""


def test_a_list_that_the_disk_does_not_take_is_a_failure_of_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_nameless_file", FullDisk)
    with pytest.raises(Surroundings) as problem:
        spooled(rows(1001))
    assert ("output.failed", {"why": "No space left on device"}) == (problem.value.code, problem.value.figures)
    assert 5 == problem.value.exit

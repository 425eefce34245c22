"""Times and spans of a day: what is read, what is refused, how long a span is and what it holds."""

import datetime as dt

import pytest

from ipsu_cli.core.clock import Span, read_span, read_time
from ipsu_cli.core.problem import Unreadable


@pytest.mark.parametrize(
    ("typed", "time"), [("00:00", (0, 0)), ("10:30", (10, 30)), ("23:59", (23, 59)), ("09:05", (9, 5))]
)
def test_a_time_is_read(typed: str, time: tuple[int, int]) -> None:
    assert dt.time(*time) == read_time(typed)


@pytest.mark.parametrize(
    "typed",
    ["", ":", "1030", "24:00", "10:60", "1:30", "10:3", "010:30", "10:030", "10:30:00", "1x:30", "10:x0", "-1:30",
     "1٠:30", "10:3٠", "²1:30"],
)  # fmt: skip
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "span", "minutes"),
    [
        ("10:00-11:00", "10:00-11:00", 60),
        (" 08:05 – 17:45 ", "08:05-17:45", 580),
        ("10:50-12:10", "10:50-12:10", 80),
        ("09:59-10:00", "09:59-10:00", 1),
    ],
)
def test_a_span_is_read_and_knows_its_length(typed: str, span: str, minutes: int) -> None:
    found = read_span(typed)
    assert (span, minutes) == (found, found.minutes)
    assert span == f"{found.begins:%H:%M}-{found.ends:%H:%M}"


@pytest.mark.parametrize("typed", ["", "10:00", "10:00-", "-11:00", "10:00-10:00", "11:00-10:00", "x-11:00", "10:00-x"])
def test_what_is_no_span_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_span(typed)
    assert ("value.times", typed) == (refused.value.code, refused.value.figures["value"])


@pytest.mark.parametrize(
    ("inner", "holds"),
    [("10:00-11:00", True), ("10:15-10:45", True), ("09:59-11:00", False), ("10:00-11:01", False)],
)
def test_a_span_holds_what_lies_within_it(inner: str, holds: bool) -> None:
    assert holds == Span("10:00-11:00").holds(Span(inner))

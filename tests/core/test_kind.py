"""Kinds of values: which may be repeated or asked for, and where each stops reading."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core import kind
from ipsu_cli.core.kind import EXTENT, FLAG, OUTCOMES, REF, SERVICE, UNITS, WHOLE, Kind, chosen, code
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused, Unreadable

TODAY = dt.date(2026, 3, 9)
KINDS = {name: value for name, value in vars(kind).items() if isinstance(value, Kind)}


def test_only_a_personnummer_is_asked_for_without_being_shown() -> None:
    """It would stand in the shell's history; every other value is typed where its option is."""
    assert ["PERSONNUMMER"] == [name for name, value in KINDS.items() if value.asked]


def test_only_towns_are_of_several_by_themselves() -> None:
    assert ["TOWNS"] == [name for name, value in KINDS.items() if value.several]


@pytest.mark.parametrize(("of", "typed", "value"), [
    (WHOLE, " 12 ", 12), (WHOLE, "0", 0),
    (EXTENT, "62,5 %", Percent(62_50)), (EXTENT, "0,01", Percent(1)), (EXTENT, "100", Percent(100_00)),
    (FLAG, " JA ", True), (FLAG, "x", True), (FLAG, "1", True), (FLAG, "", False), (FLAG, "0", False),
    (SERVICE, " IPSU_B ", "ipsu-b"), (REF, "B1", "B1"), (REF, "900101-9803", "900101-9803"),  # its check digit is wrong
    (OUTCOMES, "studies_completed, employment,employment", ("employment", "studies_completed")),
    (code(*UNITS), "Month", "month"), (code("by_day", "by-week"), "BY-DAY", "by_day"),
])  # fmt: skip
def test_a_value_is_read(of: Kind[Any], typed: str, value: object) -> None:
    assert value == of.read(typed, TODAY)


@pytest.mark.parametrize(("of", "typed", "error"), [
    *((WHOLE, typed, "value.count") for typed in ("x", "1,5", "-1", "²", "٧", "")),
    (EXTENT, "0", "value.percent"), (EXTENT, "100,01", "value.percent"), (REF, "B 1", "value.reference"),
    (FLAG, "2", "value.flag"), (FLAG, "yess", "value.flag"), (OUTCOMES, "", "value.code"),
    (code("a", "b"), "c", "value.code"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused(of: Kind[Any], typed: str, error: str) -> None:
    with pytest.raises(Unreadable) as refused:
        of.read(typed, TODAY)
    assert error == refused.value.code


def test_a_personnummer_is_no_reference() -> None:
    with pytest.raises(Refused, match=r"reference\.personnummer"):
        REF.read("19900101-9802", TODAY)


def test_a_code_that_is_none_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Unreadable) as refused:
        chosen("c", ("a", "b"))
    assert {"value": "c", "known": ["a", "b"]} == refused.value.figures

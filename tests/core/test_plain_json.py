"""JSON of our own values: as one text and piece by piece."""

import datetime as dt
import doctest
import json
from typing import Any

import pytest

from ipsu_cli.core import plain_json
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore
from ipsu_cli.core.plain_json import PIECE, dump, pieces

VALUE: dict[str, Any] = {
    "cases": [{"ref": "B1", "hours": Hours(7_50)}, {"ref": "B\n2", "net": Ore(-1)}],
    "period": {"from": dt.date(2026, 3, 2), "weeks": ["W10", None], "flags": (True, False)},
    "empty": [{}, []],
}


def test_the_examples_in_the_code_hold() -> None:
    assert 0 == doctest.testmod(plain_json).failed


def test_the_pieces_make_the_same_text() -> None:
    text = dump(VALUE)
    assert text == "".join(pieces(VALUE))
    assert text == json.dumps(json.loads(text), ensure_ascii=False)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        (["a", "b"], ["[", '"a", "b"', "]"]),
        ({"a": ["b", "c"], "d": 1}, ["{", '"a": ', "[", '"b", "c"', "]", ', "d": ', "1", "}"]),
        ({"a": {"b": [1, 2]}}, ["{", '"a": ', "{", '"b": ', "[", "1, 2", "]", "}", "}"]),
        ({"a": {"b": {"c": [1, 2]}}}, ["{", '"a": ', "{", '"b": ', "{", '"c": ', "[1, 2]", "}", "}", "}"]),
        ([[1, 2]], ["[", "[1, 2]", "]"]),
        (None, ["null"]),
    ],
)
def test_some_items_of_a_list_near_the_top_are_a_piece(value: Any, parts: list[str]) -> None:
    """A long list stands at most three deep; what is in an item of it is short."""
    assert parts == list(pieces(value))


def test_a_long_list_comes_in_many_pieces() -> None:
    numbers = list(range(3 * PIECE))
    found = list(pieces({"n": numbers}))
    assert json.dumps({"n": numbers}) == "".join(found)
    assert 3 == sum(piece.count(", ") >= PIECE - 1 for piece in found)


def test_a_key_may_hold_a_sign_that_formats_have() -> None:
    assert '{"100 %s": "a", "%%": 1}' == dump({"100 %s": "a", "%%": 1})

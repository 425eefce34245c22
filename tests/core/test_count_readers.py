"""Numbers that are typed in a row: what is read, and the last that is refused at each end."""

import doctest
from collections.abc import Callable

import pytest

from ipsu_cli.core import count_readers
from ipsu_cli.core.count_readers import (
    read_answers,
    read_bands,
    read_below,
    read_count,
    read_fte,
    read_scores,
    read_words,
)
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Unreadable


def refusal(read: Callable[[str], object], text: str) -> str:
    """The code with which a text is refused; the whole of what was typed goes with it."""
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert text == refused.value.figures["value"]
    return refused.value.code


def test_the_examples_in_the_code_hold() -> None:
    assert 0 == doctest.testmod(count_readers).failed


@pytest.mark.parametrize(("typed", "count"), [("0", 0), (" 7 ", 7), ("0000007", 7), ("1000000", 1_000_000)])
def test_a_count_is_read_up_to_a_million(typed: str, count: int) -> None:
    assert count == read_count(typed)


@pytest.mark.parametrize("typed", ["", "1000001", "00000007", "-1", "+1", "1,5", "²", "٧", "7x"])
def test_what_is_no_count_is_refused(typed: str) -> None:
    assert "value.count" == refusal(read_count, typed)


def test_the_smallest_count_shown_hides_at_least_one() -> None:
    assert 2 == read_below("2")
    assert ["value.below", "value.below", "value.count"] == [refusal(read_below, text) for text in ("1", "0", "x")]


def test_a_score_is_a_number_a_dash_or_what_the_register_can_tell() -> None:
    assert (4, None, None, "auto", 0) == read_scores("4, -,–,AUTO,0")
    assert ["value.scores"] * 3 == [refusal(read_scores, text) for text in ("4,,3", "4;3", "auto,x")]


@pytest.mark.parametrize("typed", ["74=fair,74=good", "74=fair,100=fair", "74=", "74=fair,=good", "74", "", "fair=74"])
def test_bands_have_a_total_and_a_name_each_of_their_own(typed: str) -> None:
    assert refusal(read_bands, typed) in ("value.bands", "value.pairs")


def test_bands_are_listed_from_the_lowest() -> None:
    assert ((0, "none yet"), (74, "fair")) == read_bands(" 74 = fair , 0 = none yet ,")


@pytest.mark.parametrize("typed", ["ja=6;JA=2", "=6", "ja=6;=2", "ja", "ja=x", ";", "ja=6,5"])
def test_answers_have_a_name_of_their_own_and_a_count(typed: str) -> None:
    assert refusal(read_answers, typed) in ("value.answers", "value.pairs")


def test_answers_keep_the_order_in_which_they_are_typed() -> None:
    assert (("nej", 2), ("ja", 0)) == read_answers("nej=2; ja = 0;")
    assert ("stor nytta", "viss nytta") == read_words("stor nytta; viss nytta;;stor nytta")


@pytest.mark.parametrize(
    ("typed", "share"), [("70", 70_00), ("70 %", 70_00), ("62,5%", 62_50), ("0", 0), ("10000", 10_000_00)]
)
def test_a_share_of_full_time_may_be_that_of_several(typed: str, share: int) -> None:
    assert Percent(share) == read_fte(typed)


@pytest.mark.parametrize("typed", ["10000,01", "-1", "x", "", "%"])
def test_what_is_no_share_of_full_time_is_refused(typed: str) -> None:
    assert "value.fte" == refusal(read_fte, typed)

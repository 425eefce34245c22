"""Numbers that a person types in a row: the scores of a review, the bands of a scale, the answers to a question."""

from ipsu_cli.core.hundredths import hundredths_in
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.text import tidy

AUTO, NOT_SCORED = "auto", "-"
MOST = 1_000_000


def read_count(text: str) -> int:
    """A whole number."""
    word = text.strip()
    if not (word.isascii() and word.isdigit() and len(word) <= 7 and int(word) <= MOST):
        raise Unreadable("value.count", value=text)
    return int(word)


def read_below(text: str) -> int:
    """The smallest count that is shown: with 1 nothing would be hidden."""
    found = read_count(text)
    if found < 2:
        raise Unreadable("value.below", value=text)
    return found


def read_scores(text: str) -> tuple[int | str | None, ...]:
    """`4,4,-,3`: numbers, None for what is not scored, `auto` for what the register can tell.

    >>> read_scores("auto, 4,-")
    ('auto', 4, None)
    """
    return tuple(_score(answer.strip(), text) for answer in text.split(","))


def _score(word: str, typed: str) -> int | str | None:
    if word.lower() == AUTO:
        return AUTO
    if word in (NOT_SCORED, "–"):
        return None
    try:
        return read_count(word)
    except Unreadable:
        raise Unreadable("value.scores", value=typed) from None


def read_bands(text: str) -> tuple[tuple[int, str], ...]:
    """`74=fair,100=good`: the lowest total of each band, lowest first.

    >>> read_bands("100=good,74=fair")
    ((74, 'fair'), (100, 'good'))
    """
    found = sorted((_number(total, text), tidy(name)) for total, name in _pairs(text, ","))
    totals, names = {total for total, _ in found}, {name for _, name in found}
    if not all(names) or not len(found) == len(totals) == len(names):
        raise Unreadable("value.bands", value=text)
    return tuple(found)


def read_answers(text: str) -> tuple[tuple[str, int], ...]:
    """`stor nytta=6;viss nytta=2`: each answer, and how many gave it.

    >>> read_answers("stor nytta=6;a=b=2")
    (('stor nytta', 6), ('a=b', 2))
    """
    found = tuple((tidy(answer), _number(count, text)) for answer, count in _pairs(text, ";"))
    names = {answer.casefold() for answer, _ in found}
    if not all(names) or len(found) != len(names):
        raise Unreadable("value.answers", value=text)
    return found


def read_words(text: str) -> tuple[str, ...]:
    """`stor nytta;viss nytta`: each once."""
    return tuple(dict.fromkeys(tidy(word) for word in text.split(";") if word.strip()))


def read_fte(text: str) -> Percent:
    """A share of full time, such as 70; several persons together are more than 100."""
    share = hundredths_in(text.strip().removesuffix("%"))
    if share is None or share > 10_000_00:
        raise Unreadable("value.fte", value=text)
    return Percent(share)


def _pairs(text: str, between: str) -> list[tuple[str, str]]:
    """`NAME=VALUE` as often as it stands there, each split at its last `=`."""
    pairs = [pair.rpartition("=") for pair in text.split(between) if pair.strip()]
    if not pairs or not all(sign for _, sign, _ in pairs):
        raise Unreadable("value.pairs", value=text)
    return [(first.strip(), last.strip()) for first, _, last in pairs]


def _number(word: str, typed: str) -> int:
    try:
        return read_count(word)
    except Unreadable:
        raise Unreadable("value.pairs", value=typed) from None

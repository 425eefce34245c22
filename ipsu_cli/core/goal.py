"""What a target's value says: a number, a fraction, another year or a rate. Never a float."""

import datetime as dt
import re

from ipsu_cli.core.hundredths import hundredths_in
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable

NUMBER, FRACTION, YEAR, RATE = "number", "fraction", "year", "rate"
SPANS = ("month", "quarter", "half-year", "year")


class Goal(NamedTuple):
    """A target's value, read. A number is in hundredths over 100; a fraction may have nothing known to divide by;
    a year has its number, a rate how many in each `span`."""

    kind: str
    n: int
    d: int | None = None
    span: str = ""


def read_goal(text: str) -> Goal:
    """The value that a person typed: `200`, `97,5`, `34/124`, `34/?`, `year:2024`, `1/month`.

    >>> read_goal("34/124"), read_goal("2/half-year").span
    (Goal(kind='fraction', n=34, d=124, span=''), 'half-year')
    """
    word = text.strip().lower().replace("_", "-")
    if found := re.fullmatch(r"year:([0-9]{4})", word):
        year = int(found[1])
        if year < dt.MINYEAR + 1:
            raise Unreadable("value.goal", value=text)
        return Goal(YEAR, year)
    if found := re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6}|\?|[a-z-]+)", word):
        return _over(text, int(found[1]), found[2])
    number = hundredths_in(word)
    if number is None:
        raise Unreadable("value.goal", value=text)
    return Goal(NUMBER, number, 100)


def _over(text: str, n: int, over: str) -> Goal:
    if over == "?":
        return Goal(FRACTION, n)
    if over in SPANS and n > 0:
        return Goal(RATE, n, span=over)
    if not over.isdigit() or int(over) == 0:
        raise Unreadable("value.goal", value=text)
    return Goal(FRACTION, n, int(over))

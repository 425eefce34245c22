"""Kinds of values: how one is typed, read, kept in a column of the register, and shown to people.

An option, a column of an import and a fact of a record (`core.fact`) are all of a kind, so that a value means the same
wherever it comes in. Reading never looks at a clock: it is given what `today` is.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Generic, TypeVar

from ipsu_cli.core.answer import Text
from ipsu_cli.core.cell import joined
from ipsu_cli.core.clock import Span, read_span
from ipsu_cli.core.dates import (
    Month,
    Week,
    is_relative_day,
    is_relative_month,
    is_relative_week,
    kept_day,
    read_day,
    read_month,
    read_week,
    read_weeks,
    read_year,
)
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.identity import holds_number, read_personnummer, without_numbers
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.text import (
    LONGEST_FIELD,
    no_longer,
    numberless,
    part_name,
    read_number,
    read_ref,
    reason,
    tidy,
    told,
)

YES, NO = ("yes", "ja", "y", "j", "1", "x", "true"), ("no", "nej", "n", "0", "", "false")

T = TypeVar("T")
Read = Callable[[str, dt.date], T]


def _as_it_is(value: Any) -> Any:
    return value


def _never(text: str) -> bool:
    return False


def _none() -> tuple[str, ...]:
    return ()


class Kind(NamedTuple, Generic[T]):
    """One kind of value.

    `metavar` is how it is typed, as a help page shows it; empty for a flag. `read` gives the value that a text means on
    a day, and raises `Unreadable` for a text that means none. `load` and `keep` are its way from and to a column of
    the register, where an empty column is None and never asked. `show` is its way to a person. `several`: the option
    may be repeated, a cell of an import holds several with a `|` between, and the field has a tuple of what is read.
    `asked`: an option may say `-`, and the value is asked for without showing it. `relative` tells a text that means
    something else on another day (`yesterday`), which no file may have. `write` gives a text that is read as the value
    again: what stands in a file. `codes` are those that a value is one of, none where it is no code. `masks`: a
    personnummer in it is masked where it is shown.
    """

    metavar: str
    read: Read[T]
    load: Callable[[Any], T] = _as_it_is
    keep: Callable[[T], Any] = _as_it_is
    show: Callable[[T], Any] = _as_it_is
    several: bool = False
    asked: bool = False
    relative: Callable[[str], bool] = _never
    write: Callable[[T], str] = str
    codes: Callable[[], tuple[str, ...]] = _none
    masks: bool = False

    def seen(self, value: Any) -> Any:
        """A value as it may be shown: without the numbers of what somebody tells."""
        if not self.masks or value is None:
            return value
        return tuple(map(without_numbers, value)) if self.several else without_numbers(value)

    def in_a_cell(self, value: Any) -> str:
        """A value as the cell of a file has it; several with a `|` between. Empty for None."""
        if value is None:
            return ""
        return joined(map(self.write, value)) if self.several else self.write(value)

    def typed(self, metavar: str) -> "Kind[T]":
        """The same kind, typed as something more telling."""
        return self._replace(metavar=metavar)


def _plain(read: Callable[[str], T]) -> Read[T]:
    """A reader of what means the same on every day."""
    return lambda text, today: read(text)


def late(reader: str) -> Read[Any]:
    """A reader of `core.count_readers`, which is loaded when such a value is typed: few commands have one."""
    return lambda text, today: getattr(import_module("ipsu_cli.core.count_readers"), reader)(text)


def _word(code: str) -> Text:
    return Text(f"code.{code}")


def plain_code(text: str) -> str:
    """A code as it is compared: hyphen, underscore and capitals are alike."""
    return text.strip().lower().replace("_", "-")


def chosen(text: str, codes: tuple[str, ...]) -> str:
    """The one of `codes` that was typed; hyphen, underscore and capitals are alike."""
    found = {plain_code(code): code for code in codes}.get(plain_code(text))
    if found is None:
        raise Unreadable("value.code", value=text, known=list(codes))
    return found


def code(*codes: str, metavar: str = "") -> Kind[str]:
    """One of some codes."""
    typed = metavar or "|".join(codes).replace("_", "-")
    return Kind(typed, lambda text, today: chosen(text, codes), show=_word, codes=lambda: codes)


def code_of(codes: Callable[[], tuple[str, ...]], metavar: str) -> Kind[str]:
    """One of the codes of a list that is asked for when such a code is typed."""
    return Kind(metavar, lambda text, today: chosen(text, codes()), show=_word, codes=codes)


def listed(place: str) -> Callable[[], tuple[str, ...]]:
    """The codes that a module of `core` lists, as `aid.KINDS`, loaded when they are asked for."""
    module, _, name = place.partition(".")

    def codes() -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(import_module(f"ipsu_cli.core.{module}"), name)
        return found

    return codes


def _flag(text: str, today: dt.date) -> bool:
    """Yes or no, in either language; empty is no."""
    word = text.strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise Unreadable("value.flag", value=text)


def _written_flag(value: bool) -> str:
    return YES[0] if value else NO[0]


def _written_weeks(weeks: Sequence[Week]) -> str:
    return weeks[0] if len(weeks) == 1 else f"{weeks[0]}..{weeks[-1]}"


def yes_or_no(value: bool) -> Text:
    """A flag as people read it."""
    return Text("sheet.yes" if value else "sheet.no")


def _ref(text: str, today: dt.date) -> str:
    """A reference; a personnummer is none, for references stand in every list."""
    if holds_number(text):
        raise Refused("reference.personnummer")
    return read_ref(text)


def _service(text: str, today: dt.date) -> str:
    """A service's code as it is written; whether there is one is for the rules to say."""
    return no_longer(plain_code(text), LONGEST_FIELD, None)


def _services() -> tuple[str, ...]:
    """The services; what an agreement alone is on (`ipsu` and its parts) is called as its code is."""
    from ipsu_cli.core.registry import services

    return services()


def _extent(text: str) -> Percent:
    """A share of full time: more than nothing."""
    share = Percent.read(text.strip().removesuffix("%"))
    if not share:
        raise Unreadable("value.percent", value=text)
    return share


def _whole(text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdigit()):
        raise Unreadable("value.count", value=text)
    return int(text)


def _goal(text: str) -> str:
    """What is aimed at, as it was typed."""
    from ipsu_cli.core.goal import read_goal

    read_goal(text)
    return text.strip().lower()


def _outcomes(text: str) -> tuple[str, ...]:
    """Outcomes, with a comma between; each once, in the order in which they are listed."""
    codes = listed("enrolment.OUTCOMES")()
    found = {chosen(word, codes) for word in text.split(",")}
    return tuple(outcome for outcome in codes if outcome in found)


TEXT = Kind("TEXT", _plain(tidy))
# What somebody tells: a note, a wish; and why something was done.
NOTE = Kind("TEXT", _plain(told), masks=True)
REASON = Kind("TEXT", _plain(reason))
NAME = TEXT.typed("NAME")
# A coach, a town, a funder: reports have a part for each.
PART = Kind("NAME", _plain(part_name))
REF = Kind("REF", _ref)
CASE = REF.typed("CASE")
AGREEMENT = REF.typed("AGREEMENT")
WORD = Kind("WORD", lambda text, today: numberless(read_ref(text)))
# The agency's own numbers: long ones may look like a personnummer without being one, and they may hold spaces.
NUMBER = Kind("NR", _plain(read_number))
SERVICE = Kind("SERVICE", _service, show=_word, codes=_services)
DOCUMENT_TYPE = Kind("TYPE", _service, show=_word)
LEVEL = code("A", "B", "C")._replace(show=str)  # a letter is called what it is
# What a delivery is counted in.
UNITS = ("case", "hour", "day", "month", "result")
PERSONNUMMER = Kind("PNR|-", read_personnummer, asked=True)
TOWNS = PART.typed("TOWN")._replace(several=True)
FLAG = Kind("", _flag, bool, int, yes_or_no, write=_written_flag)
ANSWER = FLAG.typed("yes|no")
DAY = Kind("DATE", read_day, kept_day, dt.date.isoformat, relative=is_relative_day)
WEEK: Kind[Week] = Kind("WEEK", read_week, relative=is_relative_week)
WEEKS: Kind[list[Week]] = Kind("WEEKS", read_weeks, relative=is_relative_week, write=_written_weeks)
MONTH: Kind[Month] = Kind("MONTH", read_month, relative=is_relative_month)
YEAR = Kind("YEAR", _plain(read_year))
TIMES: Kind[Span] = Kind("10:00-11:00", _plain(read_span))
HOURS = Kind("HOURS", _plain(Hours.read), Hours)
MONEY = Kind("SEK", _plain(Ore.read), Ore, write=Ore.fixed)
SIGNED_MONEY = Kind("SEK", _plain(Ore.read_signed), Ore, write=Ore.fixed)
PERCENT = Kind("PERCENT", _plain(Percent.read), Percent, show=lambda share: f"{share} %")
EXTENT = Kind("PERCENT", _plain(_extent), Percent, show=lambda share: f"{share} %")
WHOLE = Kind("N", _plain(_whole))
COUNT: Kind[int] = Kind("N", late("read_count"))
GOAL = Kind("VALUE", _plain(_goal))
OUTCOMES: Kind[Any] = Kind(
    "OUTCOME,…", _plain(_outcomes), show=_word, write=",".join, codes=listed("enrolment.OUTCOMES")
)

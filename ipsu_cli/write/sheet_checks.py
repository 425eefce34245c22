"""What a spreadsheet checks while somebody types: a choice from a list, a day, a number."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.kinds import LISTS
from ipsu_cli.locale import say
from ipsu_cli.write.sheet import Head, Worksheet, letter

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

EARLIEST = dt.date(2000, 1, 1)


def lists_sheet(lists: Sequence[Sequence[str]]) -> Worksheet:
    """The hidden sheet that holds what can be chosen, a list in each column."""
    longest = max(map(len, lists), default=0)
    rows = [tuple(words[row] if row < len(words) else None for words in lists) for row in range(longest)]
    return Worksheet(LISTS, tuple(Head("") for _ in lists), rows, draw=_hide)


def _hide(page: Any, last_row: int) -> None:
    page.sheet_state = "hidden"


def choice(column: int, count: int, lang: str) -> "DataValidation":
    """One of the `count` words in that column of `lists_sheet`."""
    name = letter(column)
    return _check("list", lang, "choice", formula1=f"{LISTS}!${name}$2:${name}${count + 1}")


def day(lang: str, first: dt.date = EARLIEST, last: dt.date | None = None) -> "DataValidation":
    """A day, not before `first` nor after `last`."""
    if last is None:
        return _check("date", lang, "day", operator="greaterThanOrEqual", formula1=_date(first))
    return _check("date", lang, "day-between", operator="between", formula1=_date(first), formula2=_date(last),
                  first=first, last=last)  # fmt: skip


def _date(day: dt.date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def number(lang: str, *, whole: bool = False, most: int | None = None) -> "DataValidation":
    """A number that is not below zero, nor above `most`; `whole`: without decimals."""
    type, name = ("whole", "whole") if whole else ("decimal", "number")
    if most is None:
        return _check(type, lang, name, operator="greaterThanOrEqual", formula1="0")
    return _check(type, lang, f"{name}-most", operator="between", formula1="0", formula2=str(most), most=most)


def _check(type: Any, lang: str, name: str, *, first: Any = None, last: Any = None, most: Any = None,
           **asked: Any) -> "DataValidation":  # fmt: skip
    from openpyxl.worksheet.datavalidation import DataValidation

    says = say(f"sheet.check-{name}", lang, first=first, last=last, most=most)
    title = say("sheet.check-title", lang)
    return DataValidation(type=type, allow_blank=True, showErrorMessage=True, errorTitle=title, error=says, **asked)

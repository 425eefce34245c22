"""What an agreement asks of who a municipality's service is for, and how that is typed."""

import datetime as dt
import re
from typing import Annotated

from ipsu_cli.core.answer import Text
from ipsu_cli.core.demands import CHECKS, NONE, Ages, Demands
from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import AGREEMENT, SERVICE, Kind, code
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable


def _ages(text: str, today: dt.date) -> str:
    """`18-65`, or `none` for any age."""
    word = text.strip().lower().replace(" ", "")
    if word != NONE and not (re.fullmatch(r"[0-9]{1,3}-[0-9]{1,3}", word) and _between(word)):
        raise Unreadable("value.ages", value=text)
    return word


def _between(word: str) -> bool:
    youngest, oldest = word.split("-")
    return int(youngest) <= int(oldest)


def _shown(check: str) -> Text:
    """A check, or that there are none, as a list of them says it."""
    return Text("message.nobody-excluded" if check == NONE else f"column.{check}")


AGES: Kind[str] = Kind("18-65|none", _ages)
CHECK = code(*CHECKS, NONE)._replace(several=True, show=_shown)


class Requirement(NamedTuple):
    """What an agreement asks otherwise than its service does by itself; None where it asks the same."""

    agreement: Annotated[str, fact(AGREEMENT, typed=ARGUMENT, required=True)]
    service: Annotated[str, fact(SERVICE, typed=ARGUMENT, required=True)]
    ages: Annotated[str | None, fact(AGES)] = None
    check: Annotated[tuple[str, ...] | None, fact(CHECK)] = None


def demanded(own: Requirement | None, ages: Ages | None, checks: tuple[str, ...]) -> Demands:
    """What holds under an agreement, of a service that by itself is for these ages and has these checks."""
    if own and own.ages:
        ages = None if own.ages == NONE else Ages(*(int(age) for age in own.ages.split("-")))
    if own and own.check:
        checks = tuple(check for check in CHECKS if check in own.check)
    return Demands(ages, checks)

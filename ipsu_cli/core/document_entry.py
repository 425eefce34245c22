"""What a document is filed with: the options of `document submit` and the columns of an import. A type of document says
which of them it has (`rules.model.DocumentType.options`)."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from ipsu_cli.core.clock import Span
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Activity
from ipsu_cli.core.fact import ARGUMENT, IMPORT, Day, Word, fact
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.hundredths import hundredths_in
from ipsu_cli.core.kind import (
    CASE,
    DAY,
    DOCUMENT_TYPE,
    FLAG,
    HOURS,
    MONTH,
    NAME,
    NOTE,
    REASON,
    TIMES,
    Kind,
    chosen,
    code,
)
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.text import tidy


def _activity(word: str, *, may_be_blank: bool = False) -> Activity:
    """The activity of `NAME=HOURS`; the last `=` divides them."""
    name, sign, hours = word.rpartition("=")
    name, number = tidy(name), hundredths_in(hours)
    blank = may_be_blank and not hours.strip()
    if not sign or not name or (number is None and not blank):
        raise Unreadable("value.activity", value=word, option="")
    return Activity(name, None if number is None else Hours(number))


def refuse_named_twice(fields: Mapping[str, Sequence[Activity]]) -> None:
    """Raise `Unreadable`, with all that is said of it, for an activity that is named twice: in one list, or in two that
    are one plan."""
    for options in LISTS:
        typed = [(option, activity) for option in options for activity in fields.get(option) or ()]
        keys = [activity.key for _, activity in typed]
        twice = [(option, activity) for option, activity in typed if keys.count(activity.key) > 1]
        if twice:
            named = ", ".join(dict.fromkeys(f"--{option}" for option, _ in twice))
            activities = [_written(activity) for _, activity in twice]
            raise Unreadable("document.activity-twice", activities=activities, option=named)


def _written(activity: Activity) -> str:
    return f"{activity.name}={'' if activity.hours is None else activity.hours}"


# The options that name activities; those of one plan stand together.
LISTS = (("mandatory", "optional"), ("hours",))
GOALS = NOTE._replace(several=True)
ACTIVITIES: Kind[Activity] = Kind("NAME=HOURS", lambda text, today: _activity(text), several=True, write=_written)
# A joint plan has hours for everything in it; a report may have a blank, which a rule then speaks of.
REPORTED: Kind[Activity] = ACTIVITIES._replace(read=lambda text, today: _activity(text, may_be_blank=True))
KNOWN: Kind[bool] = Kind(
    "known|unknown",
    lambda text, today: chosen(text, ("known", "unknown")) == "known",
    write=lambda known: "known" if known else "unknown",
)


class DocumentEntry(NamedTuple):
    """A document as it is filed, with all that some type or other is filed with."""

    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    type: Annotated[str, fact(DOCUMENT_TYPE, typed=ARGUMENT, required=True)]
    period: Annotated[Month | None, fact(MONTH)] = None
    submitted: Annotated[Day, fact(DAY, typed=IMPORT, required=True)] = None
    confirmed: Annotated[Day, fact(DAY, typed=IMPORT)] = None
    returned: Annotated[Day, fact(DAY, typed=IMPORT)] = None
    return_reason: Annotated[Word, fact(REASON, typed=IMPORT, personal=True, hidden=True)] = None
    # A final report of a mapping.
    no_mapping: Annotated[bool, fact(FLAG)] = False
    # A deviation report; on the command line `known` is one of two switches.
    from_day: Annotated[Day, fact(DAY, "from")] = None
    to_day: Annotated[Day, fact(DAY, "to")] = None
    known: Annotated[bool | None, fact(KNOWN, typed=IMPORT)] = None
    reason: Annotated[Word, fact(REASON, personal=True, hidden=True)] = None
    activity: Annotated[Word, fact(NAME, hidden=True)] = None
    expected: Annotated[Span | None, fact(TIMES)] = None
    absent: Annotated[Span | None, fact(TIMES.typed("10:00-10:20"))] = None
    misconduct: Annotated[bool, fact(FLAG)] = False
    # A placement by the month: development plan, joint plan, periodic report, results.
    goal: Annotated[tuple[str, ...], fact(GOALS, personal=True, hidden=True)] = ()
    own_search: Annotated[Hours | None, fact(HOURS)] = None
    supplier: Annotated[Hours | None, fact(HOURS)] = None
    mandatory: Annotated[tuple[Activity, ...], fact(ACTIVITIES, hidden=True)] = ()
    optional: Annotated[tuple[Activity, ...], fact(ACTIVITIES, hidden=True)] = ()
    hours: Annotated[tuple[Activity, ...], fact(REPORTED, hidden=True)] = ()
    own_work: Annotated[Hours | None, fact(HOURS)] = None
    result: Annotated[Word, fact(code("work", "studies"))] = None
    learned: Annotated[Day, fact(DAY)] = None
    version: int | None = None  # of one that is in the register


# What a deviation report is drafted with.
DRAFTED = ("from", "to", "reason", "activity", "expected", "absent", "misconduct")

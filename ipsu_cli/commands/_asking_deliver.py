"""The questions of `ipsu deliver`: of one case, or with `--week WEEK` the hours of all that have a plan then."""

from collections.abc import Sequence

from ipsu_cli.commands._asking import Interview
from ipsu_cli.core.dates import Week
from ipsu_cli.core.kind import WEEK
from ipsu_cli.locale import say

WEEK_ALONE = 2  # words: the option and the week


def leaves_all(args: Sequence[str]) -> bool:
    """Is the command typed alone, or with a week alone?"""
    return not args or (args[0] == "--week" and len(args) == WEEK_ALONE)


def ask(asked: Interview) -> None:
    """Ask for a delivery, step by step, or for the hours of a week, case by case."""
    if asked.words:
        _ask_week(asked, WEEK.read(asked.words[-1], asked.office.today))
    else:
        _ask_case(asked)


def _ask_case(asked: Interview) -> None:
    from ipsu_cli.reports import references

    unit = references.unit(asked.office, asked.ask("case", demanded=True))
    if unit == "month":
        asked.ask("--month", str(asked.office.month.previous()), demanded=True)
    elif unit == "case":
        asked.ask("--no-show")
    else:
        asked.ask("hours", demanded=True)
        asked.ask("--on", asked.office.today.isoformat(), demanded=True)


def _ask_week(asked: Interview, week: Week) -> None:
    """A question for each case; where nothing at all is answered, nothing is done."""
    from ipsu_cli.reports.week import week_report

    lang = asked.office.lang
    asked.say(say("message.ask-week", lang, week=week))
    for row in week_report(asked.office, week, None).payload.cases:
        figures = {"planned": row.planned_hours, "remaining": row.remaining_hours}
        asked.ask_hours(row.case, say("message.ask-hours", lang, case=row.case, **figures))
    if len(asked.words) == WEEK_ALONE:
        raise KeyboardInterrupt

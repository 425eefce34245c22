"""What a deviation report of Rusta och matcha says: from which activity somebody was absent, and when.

Source: the agency's news on correct deviation reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import REPORTING

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.document import SubmitFacts

# How late somebody may come without a report.
LATE_MINUTES = Dated(
    "late-minutes",
    ("2024-04-17", 15, REPORTING),
)


@rule(
    acts.SUBMIT,
    "deviation.activity-incomplete",
    "E4",
    REPORTING,
    missing=True,
    fix="ipsu document submit {case} {type} --from DATE --to DATE --known --activity NAME"
    " --expected 10:00-11:00 --absent 10:00-10:20",
)
def a_deviation_says_from_which_activity(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report says which activity it is about, when the participant was expected and when absent, or that it
    was misconduct."""
    if f.role is not Role.DEVIATION:
        return
    fields = f.fields
    if not fields.get("activity"):
        yield violation(case=f.case.ref, type=f.type, option="--activity NAME")
    if not fields.get("expected"):
        yield violation(case=f.case.ref, type=f.type, option="--expected 10:00-11:00")
    if not fields.get("absent") and not fields.get("misconduct"):
        yield violation(case=f.case.ref, type=f.type, option="--absent 10:00-10:20|--misconduct")


@rule(acts.SUBMIT, "deviation.outside-expected", "E4", REPORTING)
def absence_lies_within_what_was_expected(f: SubmitFacts) -> Iterator[Violation]:
    """The absence lies within the time when the participant was expected."""
    expected, absent = f.fields.get("expected"), f.fields.get("absent")
    if expected and absent and not expected.holds(absent):
        yield violation(case=f.case.ref, expected=expected, absent=absent)


@rule(acts.SUBMIT, "deviation.going-on", "E4", REPORTING)
def a_deviation_waits_for_the_end_of_the_activity(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report is filed when the activity has ended."""
    expected, last = f.fields.get("expected"), f.fields.get("to")
    on_the_day = last == f.on.isoformat() and f.on == f.today
    if expected and on_the_day and f.now and f.now < expected.ends:
        yield violation(case=f.case.ref, day=f.on, ends=f"{expected.ends:%H:%M}", now=f"{f.now:%H:%M}")


@rule(acts.SUBMIT, "deviation.not-required", "E4", REPORTING, warn=True, dated=(LATE_MINUTES,))
def only_more_than_some_minutes_are_reported(f: SubmitFacts) -> Iterator[Violation]:
    """A late arrival is reported when it is longer than the limit; a whole missed activity always is, however short."""
    if f.role is Role.DEVIATION and not required_deviation(f):
        yield violation(case=f.case.ref, minutes=f.fields["absent"].minutes, most=late_minutes(f))


@rule(acts.SUBMIT, "deviation.several-days", "E4", REPORTING, warn=True)
def a_deviation_report_is_of_one_day(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report is about one activity on one day; each day of absence has a report of its own."""
    first, last = f.fields.get("from"), f.fields.get("to")
    if f.role is Role.DEVIATION and first and last and first < last:
        yield violation(case=f.case.ref, from_day=first, to_day=last)


def required_deviation(f: SubmitFacts) -> bool:
    """Does the agency demand the report?"""
    expected, absent = f.fields.get("expected"), f.fields.get("absent")
    if f.fields.get("misconduct") or not expected or not absent or absent == expected:
        return True
    return bool(absent.minutes > late_minutes(f))


def late_minutes(f: SubmitFacts) -> int:
    """The limit on the day of the absence; the office may have one of its own."""
    last = f.fields.get("to")
    day = dt.date.fromisoformat(last) if last else f.on
    return LATE_MINUTES.on(day) if f.late_minutes is None else f.late_minutes


RULES: Rules = (
    a_deviation_says_from_which_activity,
    a_deviation_waits_for_the_end_of_the_activity,
    absence_lies_within_what_was_expected,
    only_more_than_some_minutes_are_reported,
    a_deviation_report_is_of_one_day,
)

"""What nobody has typed and somebody is to ask about: a reminder finds it in what the register has of a case.

A reminder is a rule that finds something from the first day on which it is to be done. Its figures have `due`, the last
day in time, and what tells it from others of its kind and stays when `due` moves: `period` where there is one of each
month or week, else `about`, the day that it is about. Its code is `todo.` and the kind that `ipsu todo`
gives it; a kind that asks for several things has a word more for each.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.dates import ONE_DAY, Month, Week
from ipsu_cli.core.deadline import DeadlineRules
from ipsu_cli.core.document import Document
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.second_period import PlacementSpan
from ipsu_cli.rules.sources import GGV, OFFICE

# How long before its end an agreement is asked about, or before the day by which a target wants a review.
BEFORE_THE_END = 90 * ONE_DAY


class Habits(NamedTuple):
    """After how many days the office asks, as it has settled itself; None where it has not, and does not ask."""

    pause_days: int | None = None
    contact_days: int | None = None
    fidelity_days: int | None = None
    review_days: int | None = None
    stable_days: int | None = None


class Signal(NamedTuple):
    """A filed signal of a result, the type of the `result` that nobody has filed yet, and the day it was `learned` of.
    `reason` is what it is of: work or studies."""

    type: str
    result: str
    learned: dt.date
    reason: str | None


class CaseReminderFacts(NamedTuple):
    """What the register has of a case. `by` is the day that is asked about: today, or the last day of a list.

    `plan_ends` is the last day of its plan; `officer_asked` and `employer_met` are the last contact with the officer
    and the first with an employer since the start; `reviewed` the last review. `paused` is the first day of a pause
    that goes on, `employed` that of an employment. `decided` is the period that the agency has decided on, None before
    any decision; `filed` are the joint plans of a placement, of the type `plan_type`.

    `silent_weeks` of the plan have ended with neither hours nor a deviation report. `idle_months` have a report
    without an hour and no deviation report, whose type is `deviation_type`. On `absent_days` there are hours, and the
    participant was reported absent.
    """

    ref: str
    service: str
    by: dt.date
    days: DeadlineRules = DeadlineRules()
    habits: Habits = Habits()
    system: str | None = None
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    decided: int | None = None
    training_to: dt.date | None = None
    plan_ends: dt.date | None = None
    officer_asked: dt.date | None = None
    employer_met: dt.date | None = None
    consent: dt.date | None = None
    consent_withdrawn: dt.date | None = None
    reviewed: dt.date | None = None
    paused: dt.date | None = None
    employed: dt.date | None = None
    plan_type: str | None = None
    filed: Sequence[Document] = ()
    deviation_type: str | None = None
    silent_weeks: Sequence[Week] = ()
    idle_months: Sequence[Month] = ()
    absent_days: Sequence[dt.date] = ()
    signals: Sequence[Signal] = ()

    @property
    def placement(self) -> PlacementSpan:
        """The case as a placement by the month."""
        return PlacementSpan(self.from_day, self.to_day, self.plan_type, self.filed)


class AgreementReminderFacts(NamedTuple):
    """What the register has of an agreement. `wanted_by` are the days by which targets want a review of fidelity;
    `reviewed` is that of the last."""

    agreement: str
    by: dt.date
    today: dt.date
    to_day: dt.date | None = None
    open_cases: int = 0
    reviewed: dt.date | None = None
    wanted_by: Sequence[dt.date] = ()
    habits: Habits = Habits()


CASE: Act[CaseReminderFacts] = Act("remind")
AGREEMENT: Act[AgreementReminderFacts] = Act("remind-agreement", shared="reminders")


def so_long_after(day: dt.date | None, days: int | None) -> dt.date | None:
    """The day so many days later; None where there is no such day, or the office has settled nothing."""
    return day + days * ONE_DAY if day and days else None


# Agreements, whatever they are on.


@rule(
    AGREEMENT, "todo.agreement", "A4", OFFICE, warn=True, fix="ipsu agreement edit {agreement} --to DATE --reason TEXT"
)
def an_agreement_is_prolonged_before_it_ends(f: AgreementReminderFacts) -> Iterator[Violation]:
    """An agreement that ends is prolonged, or its cases are closed by then."""
    if f.to_day and f.by >= f.to_day - BEFORE_THE_END and (f.to_day >= f.today or f.open_cases):
        yield violation(agreement=f.agreement, due=f.to_day)


@rule(
    AGREEMENT,
    "todo.fidelity",
    "G12",
    GGV.at("Gemensamma aktiviteter GGV-kommunerna"),
    warn=True,
    fix="ipsu fidelity add {agreement} --on DATE --scores SCORES",
)
def fidelity_is_reviewed_again(f: AgreementReminderFacts) -> Iterator[Violation]:
    """Fidelity is reviewed by the day that a target names, and again when the last review has grown old.

    Not of an agreement that has ended, or ends before that.
    """
    asked = [due for due, notice in _fidelity_days(f) if f.by >= due - notice]
    due = min(asked, default=None)
    if due and not (f.to_day and f.to_day < max(due, f.today)):
        yield violation(agreement=f.agreement, last=f.reviewed, due=due)


def _fidelity_days(f: AgreementReminderFacts) -> Iterator[tuple[dt.date, dt.timedelta]]:
    """The days by which fidelity is to be reviewed, each with how long before it somebody is asked."""
    if again := so_long_after(f.reviewed, f.habits.fidelity_days):
        yield again, 0 * ONE_DAY
    for day in f.wanted_by:
        if f.reviewed is None or f.reviewed < day - BEFORE_THE_END:
            yield day, BEFORE_THE_END


RULES: Rules = (
    an_agreement_is_prolonged_before_it_ends,
    fidelity_is_reviewed_again,
)

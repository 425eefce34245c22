"""What an individual development plan (IUP) says, and what follows from it: all the time that is offered is planned.

Source: the agency's page on documentation in Rusta och matcha.
"""

from collections.abc import Iterator

from ipsu_cli.core.document import standing, weekly_hours
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts import SubmitFacts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import ON_IUP, ON_JOINT_PLANS

FILE_IUP = "ipsu document submit {case} iup --goal TEXT --own-search HOURS --supplier HOURS"


@rule(acts.SUBMIT, "iup.incomplete", "R3", ON_IUP, missing=True, fix=FILE_IUP)
def an_iup_has_goals_and_hours(f: SubmitFacts) -> Iterator[Violation]:
    """A development plan has at least one goal, hours of own job search and hours with the supplier."""
    if f.type != "iup":
        return
    for option, name in (
        ("--goal TEXT", "goal"),
        ("--own-search HOURS", "own_search"),
        ("--supplier HOURS", "supplier"),
    ):
        if f.fields.get(name) in (None, ()):
            yield violation(case=f.case.ref, option=option)


@rule(acts.SUBMIT, "iup.short", "R4", ON_IUP, warn=True, fix=FILE_IUP)
def an_iup_plans_all_the_time_that_is_offered(f: SubmitFacts) -> Iterator[Violation]:
    """The development plan fills the whole work extent: full time is a full working day, part time its share."""
    needed, planned, short = weekly_hours(f.case.placement.extent, f.fields)
    if f.type == "iup" and f.fields.get("supplier") is not None and short:
        yield violation(case=f.case.ref, needed_hours=needed, planned_hours=planned, short_hours=short)


@rule(acts.SUBMIT, "iup.stale", "R2", ON_IUP, warn=True, fix=FILE_IUP)
def an_iup_is_kept_up_to_date(f: SubmitFacts) -> Iterator[Violation]:
    """The development plan is updated continuously.

    The office says after how many days it is looked at.
    """
    plans = standing(f.filed, "iup", f.on)
    updated = plans[-1].submitted if plans else None
    if f.type == "pr" and f.iup_stale_days and updated and (f.on - updated).days > f.iup_stale_days:
        yield violation(case=f.case.ref, updated=updated, days=(f.on - updated).days, most=f.iup_stale_days)


@rule(acts.SUBMIT, "gp.iup-missing", "R9", ON_JOINT_PLANS, missing=True, fix=FILE_IUP)
def a_joint_plan_follows_an_iup(f: SubmitFacts) -> Iterator[Violation]:
    """A joint plan is filed when there is an individual development plan of the same day or earlier."""
    if f.type == "gp" and not standing(f.filed, "iup", f.on):
        yield violation(case=f.case.ref, day=f.on)


RULES: Rules = (
    an_iup_has_goals_and_hours,
    an_iup_plans_all_the_time_that_is_offered,
    an_iup_is_kept_up_to_date,
    a_joint_plan_follows_an_iup,
)

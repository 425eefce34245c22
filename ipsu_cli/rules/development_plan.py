"""What an individual development plan (IUP) says, and what follows from it: all the time that is offered is planned.

Source: the agency's page on documentation in Rusta och matcha.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.document import standing
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import FULL, Percent
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import ON_IUP, ON_JOINT_PLANS

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.document import SubmitFacts

# Hours of a full working day, Monday to Friday.
FULL_DAY = Dated(
    "full-day",
    ("2022-01-01", Hours(8_00), ON_IUP),
)
FILE = "ipsu document submit {case} {development} --goal TEXT --own-search HOURS --supplier HOURS"


@rule(acts.SUBMIT, "iup.incomplete", "R3", ON_IUP, missing=True, fix=FILE)
def an_iup_has_goals_and_hours(f: "SubmitFacts") -> Iterator[Violation]:
    """A development plan has at least one goal, hours of own job search and hours with the supplier."""
    if f.role is not Role.DEVELOPMENT:
        return
    for option, name in (
        ("--goal TEXT", "goal"),
        ("--own-search HOURS", "own_search"),
        ("--supplier HOURS", "supplier"),
    ):
        if f.fields.get(name) in (None, ()):
            yield violation(case=f.case.ref, development=_type(f), option=option)


@rule(acts.SUBMIT, "iup.short", "R4", ON_IUP, warn=True, fix=FILE, dated=(FULL_DAY,))
def an_iup_plans_all_the_time_that_is_offered(f: "SubmitFacts") -> Iterator[Violation]:
    """The development plan fills the whole work extent: full time is a full working day, part time its share."""
    needed, planned, short = weekly_hours(f.case.placement.extent, f.fields, f.on)
    if f.role is Role.DEVELOPMENT and f.fields.get("supplier") is not None and short:
        yield violation(
            case=f.case.ref, development=_type(f), needed_hours=needed, planned_hours=planned, short_hours=short
        )


class WeeklyHours(NamedTuple):
    """The hours a week that a plan needs, has and lacks."""

    needed: Hours
    planned: Hours
    short: Hours


def weekly_hours(extent: Percent | None, fields: Mapping[str, Any], day: dt.date) -> WeeklyHours:
    """Of a plan filed on `day`; a case without an extent is full time."""
    needed = (extent or FULL).of(5 * FULL_DAY.on(day))
    planned = Hours.total(fields.get(name) or Hours(0) for name in ("own_search", "supplier"))
    return WeeklyHours(needed, planned, max(Hours(0), needed - planned))


@rule(acts.SUBMIT, "iup.stale", "R2", ON_IUP, warn=True, fix=FILE)
def an_iup_is_kept_up_to_date(f: "SubmitFacts") -> Iterator[Violation]:
    """The development plan is updated continuously.

    The office says after how many days it is looked at.
    """
    plans = standing(f.filed, _type(f), f.on)
    updated = plans[-1].submitted if plans else None
    if f.role is Role.PERIODIC and f.iup_stale_days and updated and (f.on - updated).days > f.iup_stale_days:
        yield violation(
            case=f.case.ref, development=_type(f), updated=updated, days=(f.on - updated).days, most=f.iup_stale_days
        )


@rule(acts.SUBMIT, "gp.iup-missing", "R9", ON_JOINT_PLANS, missing=True, fix=FILE)
def a_joint_plan_follows_an_iup(f: "SubmitFacts") -> Iterator[Violation]:
    """A joint plan is filed when there is an individual development plan of the same day or earlier."""
    if f.role is Role.PLAN and not standing(f.filed, _type(f), f.on):
        yield violation(case=f.case.ref, development=_type(f), day=f.on)


def _type(f: "SubmitFacts") -> str | None:
    """The type of document that the development plan of the service is."""
    return services.type_of(f.case, Role.DEVELOPMENT)


RULES: Rules = (
    an_iup_has_goals_and_hours,
    an_iup_plans_all_the_time_that_is_offered,
    an_iup_is_kept_up_to_date,
    a_joint_plan_follows_an_iup,
)

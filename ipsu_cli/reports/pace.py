"""The plans that are used too fast or too slow, as `ipsu status` shows them: the worst, and how many there are."""

from collections.abc import Iterator

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Week
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.pace import Pace
from ipsu_cli.core.percent import Percent
from ipsu_cli.office import Office
from ipsu_cli.rules.pace import PACE, PaceFacts, a_plan_is_not_used_much_slower_than_planned
from ipsu_cli.store import Store, pace
from ipsu_cli.store.pace import PlanPace
from ipsu_cli.validation import Finding, findings

# A morning has the worst of them; `ipsu week` lists them all.
MOST = 5


class PlanOffPace(NamedTuple):
    """A plan that is used too fast or too slow: by which rule, the share of it that is used, the week in which it is
    empty at this pace, and its last week."""

    case: str
    name: str | None
    coach: str | None
    code: str
    message: Text
    used_share: Percent | None
    empty_on: Week | None
    week: Week
    command: str


class PlansOffPace(NamedTuple):
    """The worst of them, and how many there are in all."""

    plans: list[PlanOffPace]
    cases: int


def plans_off_pace(store: Store, office: Office) -> PlansOffPace:
    """Those of the open cases in `scope`, by the week that goes on."""
    week = Week.of(office.today)
    ahead, behind = office.number("pace-ahead"), office.number("pace-behind")
    found = list(pace.off_pace(store, week, ahead, behind, MOST))
    return PlansOffPace(
        [row for plan in found for row in _judged(plan, week, ahead, behind)], found[0].cases if found else 0
    )


def _judged(plan: PlanPace, week: Week, ahead: int | None, behind: int | None) -> Iterator[PlanOffPace]:
    facts = PaceFacts(plan.case, plan.planned, plan.begun, plan.ended, plan.delivered, ahead, behind)
    used = Pace(week, plan.planned, plan.delivered, plan.weeks)
    for finding in findings(PACE, None, facts):
        text = Text(f"rule.{finding.code}", finding.figures)
        yield PlanOffPace(plan.case, plan.name, plan.coach, finding.code, text, used.used, used.empty_on,
                          plan.last_week, _command(plan, finding))  # fmt: skip


def _command(plan: PlanPace, finding: Finding) -> str:
    """Where more hours are needed, a version with more that waits for its confirmation comes first."""
    slower = finding.code == a_plan_is_not_used_much_slower_than_planned.code
    if plan.awaited and plan.awaited > plan.planned and not slower:
        return f"ipsu document confirm {plan.case} {plan.type}"
    return finding.command or ""

"""How fast a plan is used, where that is too fast or too slow: what `ipsu status` shows before the plan has ended.

The share of the plan that is used is held to the share that was planned by then. The week that goes on may be used or
not, so who is ahead is measured by its end, and who is behind by its beginning.
"""

from collections.abc import Iterator

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE


class PaceFacts(NamedTuple):
    """The hours of a plan that goes on: those `planned` in all, by the end of the week that goes on (`begun`) and
    before it (`ended`), and what is `delivered`. `ahead` and `behind` are how many per cent of the plan may be used
    too soon, or too late; None where nobody asks."""

    ref: str
    planned: Hours = Hours(0)
    begun: Hours = Hours(0)
    ended: Hours = Hours(0)
    delivered: Hours = Hours(0)
    ahead: int | None = None
    behind: int | None = None


PACE: Act[PaceFacts] = Act("pace", shared="pace")


@rule(PACE, "pace.empty", "A23", OFFICE, warn=True, fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT")
def a_plan_lasts_as_long_as_its_weeks(f: PaceFacts) -> Iterator[Violation]:
    """A plan has hours left as long as it has weeks left."""
    if f.delivered >= f.planned:
        yield violation(case=f.ref, delivered=f.delivered, planned=f.planned)


@rule(PACE, "pace.ahead", "A23", OFFICE, warn=True, fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT")
def a_plan_is_not_used_much_faster_than_planned(f: PaceFacts) -> Iterator[Violation]:
    """A plan is not used much faster than its hours were planned."""
    if f.ahead and f.delivered < f.planned and _is_part(f.delivered - f.begun, f.ahead, f.planned):
        yield violation(case=f.ref, used=Percent.share(f.delivered.hundredths, f.planned.hundredths),
                        gone=Percent.share(f.begun.hundredths, f.planned.hundredths))  # fmt: skip


@rule(PACE, "pace.behind", "A23", OFFICE, warn=True, fix="ipsu deliver {case} HOURS --on DATE")
def a_plan_is_not_used_much_slower_than_planned(f: PaceFacts) -> Iterator[Violation]:
    """A plan is not used much slower than its hours were planned."""
    if f.behind and _is_part(f.ended - f.delivered, f.behind, f.planned):
        yield violation(case=f.ref, used=Percent.share(f.delivered.hundredths, f.planned.hundredths),
                        gone=Percent.share(f.ended.hundredths, f.planned.hundredths))  # fmt: skip


def _is_part(hours: Hours, least: int, planned: Hours) -> bool:
    """Are the hours at least so many per cent of the plan?"""
    return 100 * hours.hundredths >= least * planned.hundredths


RULES: Rules = (
    a_plan_is_not_used_much_faster_than_planned,
    a_plan_is_not_used_much_slower_than_planned,
    a_plan_lasts_as_long_as_its_weeks,
)

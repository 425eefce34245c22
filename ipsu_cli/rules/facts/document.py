"""What is judged of a plan and of a document, on its way to the agency and back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.document import Document, plan_of
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.role import Role
from ipsu_cli.core.section import Section
from ipsu_cli.rules import services


class PlanFacts(NamedTuple):
    """A plan as typed: `weeks` may hold a week twice. `in_force` is the plan that it would follow; `extended_from` the
    end of the period before the agency extended it, None where it did not."""

    case: Case
    weeks: list[tuple[Week, Hours]]
    version: int
    reason: str | None
    on: dt.date
    in_force: Plan | None = None
    delivered: Hours = Hours(0)
    last_delivered: dt.date | None = None
    extended_from: dt.date | None = None


class ConfirmFacts(NamedTuple):
    """The agency has confirmed a document on `on`; `plan` is the weekly plan that it is, `in_force` the one that it
    follows, `extended_from` as for a plan."""

    case: Case
    type: str
    on: dt.date
    today: dt.date
    plan: Plan | None = None
    in_force: Plan | None = None
    extended_from: dt.date | None = None


class SubmitFacts(NamedTuple):
    """A document goes to the agency on `on`. `report` is the final report of the mapping that the case builds
    on; `empty` are the sections of a text written here under which nothing is said. `now` is the time of today,
    None for its end; `month` is what a periodic report is about; `filed` are the case's documents, of one that is its
    own the drafts alone; `left_out` are activities that do not belong in it. `decided_on` is the day of the decision
    that made room for the end of `plan`; `made_before`: the plan was set before that decision was entered; `in_force`
    and `extended_from` are those of `PlanFacts`. `worked` are the days, from first to last, of each delivery that
    counts."""

    case: Case
    type: str
    on: dt.date
    today: dt.date
    fields: Mapping[str, Any] = NOTHING
    version: int = 1
    due: dt.date | None = None
    plan: Plan | None = None
    decided_on: dt.date | None = None
    made_before: bool = False
    report: Document | None = None
    empty: Sequence[Section] = ()
    now: dt.time | None = None
    month: Month | None = None
    late_minutes: int | None = None
    iup_stale_days: int | None = None
    filed: Sequence[Document] = ()
    left_out: Sequence[str] = ()
    in_force: Plan | None = None
    extended_from: dt.date | None = None
    worked: Sequence[tuple[dt.date, dt.date]] = ()

    @property
    def role(self) -> Role:
        """What the document is for."""
        listed = services.documents(self.case.service, self.case.placement.system)
        return next((kind.role for kind in listed if kind.type == self.type), Role.OTHER)

    @property
    def plan_type(self) -> str | None:
        """The type of document that the joint plan of the service is."""
        return services.type_of(self.case, Role.PLAN)

    @property
    def joint_plan(self) -> Document | None:
        """The joint plan that the report of a month starts from."""
        return plan_of(self.filed, self.plan_type, self.month) if self.month else None

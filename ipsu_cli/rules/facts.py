"""What the rules judge: the facts of each act, gathered before."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.case import Case, OtherCase
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.document import Document, plan_of
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.hours import Hours, Quantity, hours_of
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.core.role import Role
from ipsu_cli.core.section import Section
from ipsu_cli.rules import services

if TYPE_CHECKING:  # few acts have one
    from ipsu_cli.core.aid import Aid
    from ipsu_cli.core.enrolment import Pause


class CaseFacts(NamedTuple):
    """A case as it would stand. `before` is how it stands, None for a new one. `bound`: it has a confirmed plan or a
    delivery. `requirement` is what its agreement asks of who the service is for, None where that is nothing otherwise.
    `other_cases` are the person's others in the service, those of a protected person by the name `CASE`.
    `first_followed` and `last_followed`: the days of its first and last outcome, review or beginning of a pause;
    `outcomes` are those that it has. `plan_filed`: the day on which its joint plan was first filed. `invoiced`: a
    delivery of it stands on an invoice."""

    case: Case
    today: dt.date
    before: Case | None = None
    bound: bool = False
    agreement: Agreement | None = None
    requirement: Requirement | None = None
    other_cases: Sequence[OtherCase] = ()
    mapping: Case | None = None
    has_delivery: bool = False
    last_delivered: dt.date | None = None
    first_followed: dt.date | None = None
    last_followed: dt.date | None = None
    outcomes: Collection[str] = ()
    plan_filed: dt.date | None = None
    invoiced: bool = False


class FollowFacts(NamedTuple):
    """Something happened in an enrolment (`kind`: `outcome`, `pause`, `review`, `contact`) on `on`, a pause `to` its
    last day. `pauses` are the others of the case; `same` says that such an outcome stands on that day,
    `employed_since` is the day of the case's first employment."""

    case: Case
    kind: str
    on: dt.date
    today: dt.date
    to: dt.date | None = None
    pauses: Sequence["Pause"] = ()
    long_days: int = 90
    progress: bool = True
    decision: str | None = None
    refer_to: str | None = None
    outcome: str | None = None
    subsidised: bool = False
    same: bool = False
    employed_since: dt.date | None = None


class DecideFacts(NamedTuple):
    """The agency moves the end of the period to `to`; `period` is the one that it begins. `filed` are the case's
    documents; `other_cases` those of the person in the service."""

    case: Case
    to: dt.date
    on: dt.date
    today: dt.date
    planned: Hours = Hours(0)
    delivered: Hours = Hours(0)
    last_delivered: dt.date | None = None
    decided_on: dt.date | None = None
    period: int | None = None
    filed: Sequence[Document] = ()
    other_cases: Sequence[OtherCase] = ()


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
    None for its end; `month` is what a periodic report is about; `filed` are the case's documents; `left_out` are
    activities that do not belong in it. `decided_on` is the day of the decision that made room for the end of `plan`;
    `made_before`: the plan was set before that decision was entered; `in_force` and `extended_from` are those of
    `PlanFacts`. `worked` are the days, from first to last, of each delivery that counts."""

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


class DeliverFacts(NamedTuple):
    """What is to be delivered, and what the case has. `delivered` is without what a correction `replaces`; `priced`:
    a month's `unit` has a price on its last day; `agreement_ends` is the last day of its agreement."""

    case: Case
    from_day: dt.date
    to_day: dt.date
    today: dt.date
    quantity: Quantity = Quantity(100)
    no_show: bool = False
    plan: Plan | None = None
    delivered: Hours = Hours(0)
    by_week: Mapping[Week, Hours] = NOTHING
    windows: Sequence[tuple[Hours, int]] = ()
    replaces: Hours = Hours(0)
    already: int | None = None
    documents: Mapping[str, Document] = NOTHING
    deviations: tuple[Document, ...] = ()
    unit: str = "hour"
    priced: bool = True
    month: Month | None = None
    agreement_ends: dt.date | None = None

    @property
    def week(self) -> Week:
        """The ISO week of the work."""
        return Week.of(self.to_day)

    @property
    def hours(self) -> Hours:
        """The hours to be delivered; none of what is counted in another unit."""
        return hours_of(self.quantity, self.unit) or Hours(0)

    @property
    def planned(self) -> Hours:
        """The cap: the whole plan, without weeks wholly after the period."""
        return self.plan.hours(self.case.to_day) if self.plan else Hours(0)


class ReadyFacts(NamedTuple):
    """Are a case's deliveries ready for an invoice? The same for every case with the same answers. `report_status` is
    that of the month's periodic report, None where there is none. `over_plan`: they are above the plan in force;
    `training_unknown`: the first or the last day of the training is not there."""

    service: str
    locked: bool
    plan_confirmed: bool
    priced: bool
    unit: str = "hour"
    system: str | None = None
    report_status: str | None = None
    over_plan: bool = False
    training_unknown: bool = False


class RejectFacts(NamedTuple):
    """An invoice basis is rejected. `self_fixable` is None where nobody said."""

    invoice: str
    self_fixable: bool | None


class AidFacts(NamedTuple):
    """An aid is lent, comes back or is looked at (`step`: `lend`, `return`, `look`) on `on`. `named`: it was
    given a name, also where that is not shown."""

    aid: "Aid"
    step: str
    on: dt.date
    today: dt.date
    named: bool = False

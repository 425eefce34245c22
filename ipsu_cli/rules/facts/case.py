"""What is judged of a case, of the end of its period, and of what happens in it."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.case import Case, OtherCase
from ipsu_cli.core.document import Document
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.requirement import Requirement

if TYPE_CHECKING:  # few acts have one
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

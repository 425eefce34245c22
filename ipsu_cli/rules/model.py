"""What a rule is, what it finds, and where it comes from."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ipsu_cli.core.section import Section


class Source(NamedTuple):
    """Where a rule stands, and the day that somebody last read it there."""

    title: str
    read: dt.date


Violation = dict[str, Any]


def violation(**figures: Any) -> Violation:
    """One thing that is wrong, as a rule yields it: the figures that say so. A `number` among them is where the
    sources ask for just this, where the rule gathers what stands in several places."""
    return figures


class Rule(NamedTuple):
    """A rule with its code, its number in the sources, and its source.

    `act` is what it judges: `case`, `start`, `follow`, `decide`, `plan`, `submit`, `deliver`, `reject`, `invoice`,
    `aid`. `level` is `stop` or `warn`. `missing` marks a rule that asks for something that is not there yet.
    `fix` is the command that puts it right, with the names of figures in braces.
    """

    act: str
    code: str
    number: str
    source: Source
    level: str
    missing: bool
    fix: str | None
    judge: Callable[[Any], Iterator[Violation]]

    def __call__(self, facts: Any) -> list[Violation]:
        """All that the rule finds wrong in `facts`; nothing when all is well."""
        return list(self.judge(facts))


def rule(
    act: str,
    code: str,
    number: str,
    source: Source,
    *,
    warn: bool = False,
    missing: bool = False,
    fix: str | None = None,
) -> Callable[[Callable[[Any], Iterator[Violation]]], Rule]:
    """Make the function a rule. Its name reads as a sentence that is true when all is well."""

    def made(judge: Callable[[Any], Iterator[Violation]]) -> Rule:
        return Rule(act, code, number, source, "warn" if warn else "stop", missing, fix, judge)

    return made


class DocumentType(NamedTuple):
    """A document that a service has. `required`: it is missing until it is there. `due_days`: the working
    days after the period's first day by which it is in time, None where the sources give no day. `label` is its
    official name, `sections` what it says, where it can be written here.

    `closing`: it is for when the period has ended.
    `options` are those that it is filed with, `typed` how those are typed that it cannot do without. `monthly`: one
    is asked for each month that the period touches. `single`: each is its own, no version of another.
    `leaves_out`: activities that do not belong in it. `result`: confirmed, it is a delivery of one result.
    """

    type: str
    required: bool = False
    due_days: int | None = None
    plan: bool = False
    label: str = ""
    sections: tuple[Section, ...] = ()
    closing: bool = False
    options: tuple[str, ...] = ()
    typed: str = ""
    monthly: bool = False
    single: bool = False
    leaves_out: tuple[str, ...] = ()
    result: bool = False
    answered: bool = True


DEVIATION_OPTIONS = ("from", "to", "known", "reason")
AGENCY_REASONS = ("completed", "interrupted", "work", "studies", "withdrew", "other")


# What ends a wait, and what ends the support, in the municipalities' services. `registered_in_error` counts in
# no figure.
QUEUE_REASONS = ("referred_on", "declined", "not_target_group", "other", "registered_in_error")
SUPPORT_REASONS = (
    "work", "studies", "work_and_studies", "stable_no_need", "withdrew", "pause_requested", "referred_on",
    "no_progress", "other", "registered_in_error",
)  # fmt: skip


class Service(NamedTuple):
    """A service: how it is called, how it is counted, its documents and its reasons to close.

    `unit` is what a delivery is counted in, None where nothing is delivered. `agreement` is the service that its
    agreements are on. `trains`: it runs beside a training. `planned`: its hours are planned by the week.
    `queued`: people wait for it, and support begins with `case start`; `queue_reasons` are the reasons to leave
    the queue without support. `systems` are those in which the agency may want it reported.
    `aids`: participants have aids on loan. `units` are all that a delivery may be counted in, where there are
    several; `levels` those of its prices; `periods` how many decisions on a period there can be.
    `ages`: the youngest and the oldest, in completed years.
    """

    label: str
    unit: str | None
    documents: tuple[DocumentType, ...]
    agreement: str
    trains: bool = False
    planned: bool = False
    reasons: tuple[str, ...] = AGENCY_REASONS
    queued: bool = False
    queue_reasons: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    aids: bool = False
    units: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    periods: int = 1
    ages: tuple[int, int] | None = None

    @property
    def priced(self) -> tuple[str, ...]:
        """The units that a price can be for."""
        return self.units or tuple(filter(None, [self.unit]))

    @property
    def whole(self) -> bool:
        """Is a case delivered as a whole, once?"""
        return self.unit == "case"

    @property
    def by_month(self) -> bool:
        """Is a case delivered by the month?"""
        return "month" in self.priced

    def document(self, type: str) -> DocumentType | None:
        """The document of that type, or None if the service lacks it."""
        return next((each for each in self.documents if each.type == type), None)


class System(NamedTuple):
    """A system in which the agency wants a placement reported: what it has and asks for that others do not.

    `billing` is how what is reported there is invoiced. `own_row` is a row of its form for what the participant
    does alone, asked for up to `own_until`. `calendar`: its form has one.
    """

    label: str
    documents: tuple[DocumentType, ...]
    billing: str
    own_row: str | None = None
    own_until: str = ""
    calendar: bool = False

"""What the commands on a municipality's service share."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from ipsu_cli.core.case import Case
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.rules import services
from ipsu_cli.store import Store, cases
from ipsu_cli.validation import Finding

# A record of `core.enrolment`, or of `core.requirement`.
Event = TypeVar("Event", covariant=True)


class Saved(NamedTuple, Generic[Event]):
    """What was entered, what that did (`added`, `changed` or `known`), the warnings, and the options that have changed
    it."""

    thing: Event
    outcome: str
    warnings: list[Finding]
    changed: Sequence[str] = ()


def municipal(store: Store, ref: str) -> Case:
    """The case, of a service that has a queue and enrolments."""
    case = cases.get_for_entry(store, ref)
    if not services.service(case.service).queued:
        raise Refused("case.not-municipal", case=case.ref, service=case.service)
    return case

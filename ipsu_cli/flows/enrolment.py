"""What happens in an enrolment of a municipality's service: what its commands share."""

from typing import Any, NamedTuple

from ipsu_cli.core.case import Case
from ipsu_cli.core.problem import Refused
from ipsu_cli.rules import services
from ipsu_cli.store import Store, cases
from ipsu_cli.validation import Finding


class Saved(NamedTuple):
    """What was entered, what that did (`added`, `changed` or `known`), and the warnings."""

    thing: Any
    outcome: str
    warnings: list[Finding]


def municipal(store: Store, ref: str) -> Case:
    """The case, of a service that has a queue and enrolments."""
    case = cases.get(store, ref)
    if not services.service(case.service).queued:
        raise Refused("case.not-municipal", case=case.ref, service=case.service)
    return case


def hiding(shape: dict[str, Any], case: Case, key: str) -> dict[str, Any]:
    return {**shape, key: None} if case.person.protected else shape

"""What a mapping still waits for before it is delivered."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.case import Case
from ipsu_cli.core.document import FILED, Document, deciding
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.validation import Finding, findings

WHOLE = Quantity(1_00)


def mapping_facts(
    case: Case,
    listed: Sequence[Document],
    today: dt.date,
    *,
    on: dt.date | None = None,
    no_show: bool = False,
    already: int | None = None,
) -> DeliverFacts:
    """The facts of a mapping as a whole, from its documents: dated the last day of the case, or today if earlier.
    `already` is the delivery that there is."""
    last = on or min(day for day in (case.last_day, today) if day)
    deviation = services.type_of(case, Role.DEVIATION)
    return DeliverFacts(
        case=case,
        from_day=last,
        to_day=last,
        today=today,
        quantity=WHOLE,
        no_show=no_show,
        already=already,
        documents={type: document for (type, _), document in deciding(listed).items()},
        deviations=tuple(document for document in listed if document.type == deviation and document.status in FILED),
    )


def missing_for(case: Case, listed: Sequence[Document], today: dt.date) -> list[Finding]:
    """What still stands in the way of delivering a mapping that is not delivered, as its final report tells of it."""
    facts = mapping_facts(case, listed, today, no_show=was_no_show(case, listed))
    return [finding for finding in findings(acts.DELIVER, case.service, facts) if finding.level == "stop"]


def was_no_show(case: Case, listed: Sequence[Document]) -> bool:
    """Does the final report say that no mapping could be carried out?"""
    final = services.type_of(case, Role.FINAL)
    return any(document.fields.get("no_mapping") for (type, _), document in deciding(listed).items() if type == final)


def command_for(case: Case, listed: Sequence[Document]) -> str:
    """What delivers it."""
    return f"ipsu deliver {case.ref}" + " --no-show" * was_no_show(case, listed)

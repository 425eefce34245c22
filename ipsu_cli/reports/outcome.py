"""`ipsu outcome list`."""

from collections.abc import Sequence
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.enrolment import Outcome
from ipsu_cli.office import Office
from ipsu_cli.reports.enrolment import OUTCOMES, table_of
from ipsu_cli.store import cases, enrolments


class Outcomes(NamedTuple):
    """The outcomes asked for."""

    outcomes: Sequence[Outcome]


def outcome_list(office: Office, ref: str | None) -> Answer[Outcomes]:
    """The outcomes of a case, or all, by day."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        found = enrolments.outcomes(store, case.id if case else None)
    lines = [Text("message.count", {"count": len(found)})]
    return Answer(Outcomes(found), lines, [table_of("outcomes", OUTCOMES, found)] if found else [])

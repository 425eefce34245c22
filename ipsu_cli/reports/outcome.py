"""`ipsu outcome list`."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.enrolment import Outcome
from ipsu_cli.core.listing import Listing
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.office import Office
from ipsu_cli.reports.enrolment import OUTCOMES, table_of
from ipsu_cli.store import cases
from ipsu_cli.store.enrolment_lists import outcomes_listed


class Outcomes(NamedTuple):
    """The outcomes asked for."""

    outcomes: Sequence[Outcome]


def outcome_list(office: Office, ref: str | None, listing: Listing) -> Answer[Outcomes]:
    """The outcomes of a case, or all, by day."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        part = outcomes_listed(store, case.id if case else None, listing)
    tables = [table_of("outcomes", OUTCOMES, part.records)] if part.records else []
    return Answer(Outcomes(part.records), part.lines(listing), tables)

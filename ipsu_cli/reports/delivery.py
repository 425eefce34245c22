"""`ipsu delivery list`."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.listing import Listing
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.office import Office
from ipsu_cli.reports.case import deliveries_table
from ipsu_cli.store import cases
from ipsu_cli.store.delivery_list import deliveries_listed


class Deliveries(NamedTuple):
    """The deliveries asked for."""

    deliveries: Sequence[Delivery]


def delivery_list(office: Office, ref: str | None, listing: Listing) -> Answer[Deliveries]:
    """The deliveries of a case, or all."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        part = deliveries_listed(store, case.id if case else None, listing)
    tables = [deliveries_table(part.records)] if part.records else []
    return Answer(Deliveries(part.records), part.lines(listing), tables)

"""`ipsu delivery list`."""

from collections.abc import Sequence
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.office import Office
from ipsu_cli.reports.case import deliveries_table
from ipsu_cli.store import cases, deliveries


class Deliveries(NamedTuple):
    """The deliveries asked for."""

    deliveries: Sequence[Delivery]


def delivery_list(office: Office, ref: str | None) -> Answer[Deliveries]:
    """The deliveries of a case, or all."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        found = deliveries.listed(store, case.id if case else None)
    lines = [Text("message.count", {"count": len(found)})]
    return Answer(Deliveries(found), lines, [deliveries_table(found)] if found else [])

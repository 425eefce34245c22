"""`ipsu delivery list`."""

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.json_records import delivery_shape
from ipsu_cli.office import Office
from ipsu_cli.reports.case import deliveries_table
from ipsu_cli.store import cases, deliveries


def delivery_list(office: Office, ref: str | None) -> Answer:
    """The deliveries of a case, or all."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        found = deliveries.listed(store, case.id if case else None)
    shapes = [delivery_shape(delivery) for delivery in found]
    lines = [Text("message.count", {"count": len(shapes)})]
    return Answer({"deliveries": shapes}, lines, [deliveries_table(shapes)] if shapes else [])

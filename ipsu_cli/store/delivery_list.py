"""The deliveries of a list: of a case or of all, in an order, as many as are asked for."""

from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.listing import Listing, ListPart
from ipsu_cli.store import Store
from ipsu_cli.store.deliveries import COUNTED, IN_ORDER, OF_CASE, from_row
from ipsu_cli.store.listed import ListQuestion, listed
from ipsu_cli.store.rows import number_of, week_of

# As `from_row` says it.
STATUS = """
    CASE WHEN d.cancelled THEN 'cancelled' WHEN reversed_by IS NOT NULL THEN 'reversed'
         WHEN n.year IS NOT NULL THEN 'invoiced' ELSE 'free' END
"""
WEEK = week_of("d.to_day")
COLUMNS = {
    "id": "d.id", "case": "c.ref", "from": "d.from_day", "to": "d.to_day",
    "week": f"CASE WHEN {week_of('d.from_day')} = {WEEK} THEN {WEEK} END",
    "quantity": "d.quantity", "unit": "d.unit", "status": STATUS, "invoice": number_of("n"),
    "month": "substr(d.to_day, 1, 7)", "hours": "CASE d.unit WHEN 'hour' THEN d.quantity END", "no_show": "d.no_show",
    "reverses": "d.reverses",
}  # fmt: skip


def deliveries_listed(store: Store, case_id: int | None, listing: Listing) -> ListPart[Delivery]:
    """The deliveries of a case, of None those of every case that counts; by work date where no other order is asked
    for."""
    question = ListQuestion(COUNTED if case_id is None else OF_CASE, IN_ORDER, COLUMNS)
    return listed(store, question, listing, from_row, case=case_id)

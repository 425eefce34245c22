"""Which self-invoice of the agency's an invoice of ours became."""

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.self_invoice import TheirNumber
from ipsu_cli.store import Store

# The first one of those that are about it, and of the same sort: a credit's is a credit.
THEIRS = """
    SELECT s.number, s.on_day
    FROM pairs p
    JOIN self_invoices s ON s.id = p.self_invoice_id
    JOIN invoices n ON n.id = p.invoice_id AND (n.kind = 'credit') = (s.type = '261' OR s.total_ore < 0)
    WHERE p.invoice_id = :invoice
    ORDER BY s.on_day < n.made_on, s.on_day, s.id LIMIT 1
"""


def of(store: Store, invoice_id: int) -> TheirNumber | None:
    """The agency's number and day of an invoice of ours, None while none has come."""
    row = store.first(THEIRS, invoice=invoice_id)
    return TheirNumber(row["number"], kept_day(row["on_day"])) if row else None

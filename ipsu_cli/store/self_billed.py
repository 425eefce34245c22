"""Which self-invoice of the agency's an invoice of ours became."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.store import Store, invoices

# The first one of the same sort that bills a case of the invoice for days on it. What the invoice itself takes back of
# an earlier one is on that one's self-invoice.
THEIRS = """
    SELECT s.number, s.on_day
    FROM invoice_lines l
    JOIN invoices n ON n.id = l.invoice_id
    JOIN self_invoice_lines t ON t.case_id = l.case_id
         AND (t.from_day IS NULL OR t.from_day <= l.to_day) AND (t.to_day IS NULL OR t.to_day >= l.from_day)
    JOIN self_invoices s ON s.id = t.self_invoice_id AND s.agreement_id = n.agreement_id AND s.type = :type
    WHERE n.id = :invoice AND l.status <> 'corrected' AND (n.kind = 'credit' OR l.refers_to_id IS NULL)
    ORDER BY s.on_day < n.made_on, s.on_day, s.id LIMIT 1
"""


class TheirNumber(NamedTuple):
    """The agency's number and day."""

    number: str
    date: dt.date


def of(store: Store, invoice: Invoice) -> TheirNumber | None:
    """The agency's number and day of an invoice of ours, None while none has come."""
    kind = "261" if invoice.kind == "credit" else "389"
    row = store.first(THEIRS, invoice=invoices.id_of(store, invoice.number or ""), type=kind)
    return TheirNumber(row["number"], kept_day(row["on_day"])) if row else None

"""Which e-invoices were exported."""

from ipsu_cli.store import Store, Writing

SENT = "SELECT DISTINCT invoice_id FROM e_invoices_sent"
SENT_OF = "SELECT EXISTS (SELECT 1 FROM e_invoices_sent WHERE invoice_id = :invoice)"
KNOWN = "SELECT 1 FROM e_invoices_sent WHERE invoice_id = :invoice AND sha256 = :sha256"


def sent(store: Store) -> set[int]:
    """The ids of the invoices that an e-invoice was exported of."""
    return {row["invoice_id"] for row in store.all(SENT)}


def is_sent(store: Store, invoice_id: int) -> bool:
    """Was an e-invoice of it exported?"""
    return bool(store.value(SENT_OF, invoice=invoice_id))


def remember(store: Writing, invoice_id: int, sha256: str, file: str) -> None:
    """An e-invoice was exported to a file of that name; the same bytes again are known."""
    if store.value(KNOWN, invoice=invoice_id, sha256=sha256) is None:
        store.change(invoice_id=invoice_id)
        store.add("e_invoices_sent", invoice_id=invoice_id, sha256=sha256, file=file)

"""`ipsu invoice export` of an e-invoice: what goes to the purchaser is remembered."""

from collections.abc import Callable
from pathlib import Path

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.e_invoice import EInvoice
from ipsu_cli.office import Office
from ipsu_cli.reports.e_invoice import e_invoice, warnings_of
from ipsu_cli.reports.invoice import InvoiceShown, shown
from ipsu_cli.store import Writing, e_invoices, invoices


def export_e_invoice(office: Office, number: str, file: str, write: Callable[[EInvoice], str]) -> Answer[InvoiceShown]:
    """Write the invoice with its parties and orders, and remember that. `write` returns the file's SHA-256.

    The file is written before the commit: where that fails, nothing is remembered.
    """

    def send(store: Writing) -> Answer[InvoiceShown]:
        answer = shown(store, office, number)
        made = e_invoice(store, office, answer.payload.invoice)
        e_invoices.remember(store, invoices.id_of(store, number), write(made), Path(file).name)
        return answer._replace(lines=(), tables=(), warnings=warnings_of(office, made)).with_file("file", file)

    return office.change("invoice export", send)

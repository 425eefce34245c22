"""What is written of one invoice: the accountant's basis of it, or the invoice itself."""

from collections.abc import Callable
from functools import partial

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.office import Office
from ipsu_cli.reports.basis import basis
from ipsu_cli.reports.invoice import InvoiceShown, invoice_show
from ipsu_cli.store import Store

# Gathers what is to be written of the invoice, and gives what writes it.
Gather = Callable[[Store, Office, Invoice], Callable[[], None]]


def invoice_written(office: Office, number: str, gather: Gather) -> Answer[InvoiceShown]:
    """The invoice as it is shown, and written to a file."""
    answer = invoice_show(office, number, lambda store, invoice: gather(store, office, invoice))
    return answer._replace(lines=(), warnings=())


def of_basis(write: Callable[[InvoiceBasis], None]) -> Gather:
    """The basis of the one invoice."""
    return lambda store, office, invoice: partial(write, basis(store, office, invoice.month, [invoice]))


def of_invoice(write: Callable[[Invoice], None]) -> Gather:
    """The invoice as it is."""
    return lambda store, office, invoice: partial(write, invoice)

"""What is written of one invoice: the accountant's basis of it, or the invoice itself."""

from collections.abc import Callable

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.office import Office
from ipsu_cli.reports.basis import basis
from ipsu_cli.reports.invoice import InvoiceShown, invoice_show
from ipsu_cli.store import Store
from ipsu_cli.validation import Finding

# Writes the invoice, while the register is open. Gives what there is to warn of.
Finish = Callable[[Store, Office, Invoice], list[Finding]]


def invoice_written(office: Office, number: str, finish: Finish) -> Answer[InvoiceShown]:
    """The invoice as it is shown, and written to a file."""
    warnings: list[Finding] = []
    answer = invoice_show(office, number, lambda store, invoice: warnings.extend(finish(store, office, invoice)))
    return answer._replace(lines=(), warnings=warnings)


def of_basis(write: Callable[[InvoiceBasis], None]) -> Finish:
    """The basis of the one invoice."""

    def finish(store: Store, office: Office, invoice: Invoice) -> list[Finding]:
        write(basis(store, office, invoice.month, [invoice]))
        return []

    return finish


def of_invoice(write: Callable[[Invoice], None]) -> Finish:
    """The invoice as it is."""

    def finish(store: Store, office: Office, invoice: Invoice) -> list[Finding]:
        write(invoice)
        return []

    return finish

"""What the accountant's workbook holds: invoices, what is held back, and the accounts."""

from collections.abc import Sequence

from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Held, Invoice
from ipsu_cli.core.output import Output
from ipsu_cli.core.voucher import Voucher
from ipsu_cli.locale import say
from ipsu_cli.office import Office
from ipsu_cli.reports.vouchers import Books
from ipsu_cli.store import Store, settings

# The accountant's workbook.
Workbook = Output[InvoiceBasis]


def basis(
    store: Store,
    office: Office,
    month: Month,
    invoices: Sequence[Invoice],
    held: Sequence[Held] = (),
    vouchers: Sequence[Voucher] | None = None,
) -> InvoiceBasis:
    """The basis of the month, in the office's own language; left out, the vouchers are those of the invoices."""
    own = settings.office(store)
    waiting = tuple((reason, say(f"rule.{reason.code}", own["lang"], **reason.figures)) for reason in held)
    books = Books(store, office)
    return InvoiceBasis(
        own["name"],
        own["orgnr"],
        own["lang"],
        month,
        office.today,
        tuple(invoices),
        waiting,
        tuple(books.vouchers(invoices) if vouchers is None else vouchers),
        {invoice.number: theirs for invoice in invoices if invoice.number and (theirs := books.theirs(invoice))},
        int(office.settings["payment-days"]),
    )

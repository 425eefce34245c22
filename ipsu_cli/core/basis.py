"""What the accountant is given of a month, or of one invoice."""

import datetime as dt
from collections.abc import Mapping

from ipsu_cli.core.dates import Month
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.invoice import Held, Invoice
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice_number import TheirNumber
from ipsu_cli.core.voucher import Voucher


class InvoiceBasis(NamedTuple):
    """What the accountant is given.

    `held` pairs what stands on no invoice with why, as a sentence. `month` is None for a single invoice. `theirs` has
    the agency's number and day of those invoices whose self-invoice has come; `days` is how long the payer has.
    """

    office_name: str
    orgnr: str
    lang: str
    month: Month | None
    made_on: dt.date
    invoices: tuple[Invoice, ...]
    held: tuple[tuple[Held, str], ...]
    vouchers: tuple[Voucher, ...]
    theirs: Mapping[str, TheirNumber] = NOTHING
    days: int = 30

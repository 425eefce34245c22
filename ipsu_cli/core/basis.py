"""What the accountant is given of a month, or of one invoice."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Held, Invoice
from ipsu_cli.core.voucher import Voucher


class InvoiceBasis(NamedTuple):
    """What the accountant is given.

    `held` pairs what stands on no invoice with why, as a sentence. `month` is None for a single invoice.
    """

    office_name: str
    orgnr: str
    lang: str
    month: Month | None
    made_on: dt.date
    invoices: tuple[Invoice, ...]
    held: tuple[tuple[Held, str], ...]
    vouchers: tuple[Voucher, ...]

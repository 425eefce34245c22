"""What the accountant is given of a month, as files that belong together."""

import datetime as dt

from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.dates import Month
from ipsu_cli.core.e_invoice import EInvoice
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import ReceivedFile, SelfInvoice
from ipsu_cli.core.voucher import Voucher

# The folders in a package.
E_INVOICES, RECEIVED = "e-invoices", "received"


class OfficeName(NamedTuple):
    """What the office is called."""

    name: str
    orgnr: str


class MonthDocument(NamedTuple):
    """A month as JSON; `closed` is the day that it was closed."""

    month: Month
    closed: dt.date | None
    office: OfficeName
    invoices: list[Invoice]
    self_invoices: list[SelfInvoice]
    vouchers: list[Voucher]


class Package(NamedTuple):
    """`document` is the month as JSON; `received` are the agency's files as they came."""

    month: Month
    basis: InvoiceBasis
    document: MonthDocument
    received: tuple[ReceivedFile, ...]
    e_invoices: tuple[EInvoice, ...]


class PackedFile(NamedTuple):
    """A file of a package: its name in the folder, its SHA-256 and its bytes."""

    name: str
    sha256: str
    content: bytes


class Listed(NamedTuple):
    """A file of a package: its name in the folder and its SHA-256."""

    name: str
    sha256: str

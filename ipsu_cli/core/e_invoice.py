"""What an electronic invoice says beyond the invoice itself."""

from collections.abc import Mapping
from typing import NamedTuple

from ipsu_cli.core.invoice import Invoice


class EInvoice(NamedTuple):
    """`orders` has the purchaser's order reference of each case; `days` is how long the purchaser has to pay."""

    invoice: Invoice
    seller: str
    seller_orgnr: str
    buyer: str
    buyer_orgnr: str
    orders: Mapping[str, str]
    days: int
    bankgiro: str
    lang: str

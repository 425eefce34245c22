"""What an electronic invoice says beyond the invoice itself."""

import re
from collections.abc import Mapping

from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.named_tuple import NamedTuple

# A postal code and a town, as they end a Swedish address.
TOWN = re.compile(r"^(?:SE-)?(?P<zone>[0-9]{3} ?[0-9]{2}) +(?P<city>.+)$", re.IGNORECASE)


class Address(NamedTuple):
    """Where mail goes. What is not known of it is None."""

    street: str | None
    further: str | None
    zone: str | None
    city: str | None


class Party(NamedTuple):
    """The seller or the buyer."""

    name: str
    orgnr: str
    address: Address


class EInvoice(NamedTuple):
    """`orders` has the purchaser's order reference of each case; `days` is how long the purchaser has to pay.

    `f_tax`: the seller says that it is approved for F-tax.
    """

    invoice: Invoice
    seller: Party
    buyer: Party
    orders: Mapping[str, str]
    days: int
    bankgiro: str
    f_tax: bool
    lang: str


def read_address(text: str) -> Address:
    """The parts of an address on one line, or on several: `Storgatan 1, 753 20 Uppsala`.

    >>> read_address("Box 7, Plan 2, 753 20 Uppsala")
    Address(street='Box 7', further='Plan 2', zone='75320', city='Uppsala')
    >>> read_address("Storgatan 1")
    Address(street='Storgatan 1', further=None, zone=None, city=None)
    """
    parts = [part.strip() for part in re.split(r"[,\n]", text) if part.strip()]
    town = next((match for part in parts if (match := TOWN.match(part))), None)
    rest = [part for part in parts if town is None or part != town.string]
    zone, city = (town["zone"].replace(" ", ""), town["city"]) if town else (None, None)
    return Address(rest[0] if rest else None, ", ".join(rest[1:]) or None, zone, city)

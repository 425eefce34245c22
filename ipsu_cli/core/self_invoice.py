"""The agency's self-invoice: what a file states, and what the register holds of it."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore

INVOICE, CREDIT = "389", "261"  # Peppol's codes of a self-billed invoice and of its credit


class StatedLine(NamedTuple):
    """A line as a file states it. `case` is stated as such; where it is None, `order_line` and then one of the
    `texts` may name it. `hours` is None where the line counts something else."""

    row: int
    case: str | None
    order_line: str | None
    texts: tuple[str, ...]
    from_day: dt.date | None
    to_day: dt.date | None
    hours: Hours | None
    unit_price_ore: Ore | None
    net_ore: Ore


class StatedInvoice(NamedTuple):
    """A self-invoice as a file states it, or as it was typed; amounts of a credit below zero.

    What a kind of file has no place for is None: the parties, the text and the sum of the lines stand in UBL alone,
    and `net_ore` and `vat_ore` may be left out of a sheet. `charges_ore` is what the head adds to its lines.
    """

    number: str
    date: dt.date
    type: str
    refers_to: str | None
    total_ore: Ore
    net_ore: Ore | None = None
    vat_ore: Ore | None = None
    lines: tuple[StatedLine, ...] = ()
    row: int = 0
    time: str = ""
    agreement: str | None = None
    charges_ore: Ore = Ore(0)
    lines_ore: Ore | None = None
    currency: str = "SEK"
    seller: str | None = None
    buyer: str | None = None
    says_self_billed: bool | None = None


class SelfLine(NamedTuple):
    """A line that the register holds: amounts of a credit below zero."""

    case: str
    from_day: dt.date | None
    to_day: dt.date | None
    hours: Hours | None
    unit_price_ore: Ore | None
    net_ore: Ore


class SelfInvoice(NamedTuple):
    """A self-invoice that the register holds. Without lines it is a head alone, and cannot be compared."""

    number: str
    date: dt.date
    type: str
    agreement: str
    refers_to: str | None
    net_ore: Ore
    vat_ore: Ore
    total_ore: Ore
    lines: tuple[SelfLine, ...]


class ReceivedFile(NamedTuple):
    """A file kept as it came: its name in a package, its SHA-256 and its bytes."""

    name: str
    sha256: str
    content: bytes

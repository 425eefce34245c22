"""The agency's self-invoice: what a file states, and what the register holds of it."""

import datetime as dt

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, all_but

INVOICE, CREDIT = "389", "261"  # Peppol's codes of a self-billed invoice and of its credit


class StatedLine(NamedTuple):
    """A line as a file states it. `case` is stated as such; where it is None, `order_line` and then one of the
    `texts` may name it. `hours` is None where the line counts something else, and where two decimals cannot hold its
    hours: then `stated_hours` has them as they stand. `row` counts within `sheet`, the one of a workbook."""

    row: int
    case: str | None
    order_line: str | None
    texts: tuple[str, ...]
    from_day: dt.date | None
    to_day: dt.date | None
    hours: Hours | None
    unit_price_ore: Ore | None
    net_ore: Ore
    stated_hours: str | None = None
    sheet: str | None = None


class Reference(NamedTuple):
    """The number of the self-invoice that a credit refers to, and its day where the file says it."""

    number: str
    date: dt.date | None = None


class StatedInvoice(NamedTuple):
    """A self-invoice as a file states it, or as it was typed; amounts of a credit below zero.

    What a kind of file has no place for is None: the parties, the text and the sum of the lines stand in UBL alone,
    and `net_ore` and `vat_ore` may be left out of a sheet. `charges_ore` is what the head adds to its lines.
    What is to be paid (`payable_ore`) is the total less what was paid or set off before (`prepaid_ore`), rounded.
    `time` is that of the day, where the file says it.
    """

    number: str
    date: dt.date
    type: str
    refers_to: tuple[Reference, ...]
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
    payable_ore: Ore | None = None
    prepaid_ore: Ore | None = None
    rounding_ore: Ore | None = None


UNANSWERED, APPROVED, REJECTED, AWAITING, SETTLED = "unanswered", "approved", "rejected", "awaiting", "settled"
# Why a line is rejected, and what the agency then has to send first.
WHYS = {
    "hours": "credit",
    "price": "credit",
    "missing": "invoice",
    "twice": "credit",
    "period": "credit",
    "other": "credit",
}


class LineAnswer(NamedTuple):
    """How the office has answered a line: `unanswered`, `approved` or `rejected`, why, when and who. `awaits` is what
    the agency has yet to send, a `credit` or an `invoice`; `settled_by` has the numbers of what it has sent."""

    state: str = UNANSWERED
    why: str | None = None
    reason: str | None = None
    on: dt.date | None = None
    who: str | None = None
    awaits: str | None = None
    settled_by: str | None = None


class SelfLine(NamedTuple):
    """A line that the register holds: amounts of a credit below zero. `stated_hours` are hours that two decimals
    cannot hold, as the agency states them; they are not compared."""

    case: str
    from_day: dt.date | None
    to_day: dt.date | None
    hours: Hours | None
    unit_price_ore: Ore | None
    net_ore: Ore
    stated_hours: str | None = None
    answer: LineAnswer = LineAnswer()
    id: int = 0

    @property
    def stated(self) -> "SelfLine":
        """What the agency says of it, without what the office does."""
        return self._replace(answer=LineAnswer(), id=0)

    def to_json(self) -> JsonObject:
        """The line; `hours` is null where it counts something else."""
        return {
            "case": self.case,
            "from": self.from_day,
            "to": self.to_day,
            "hours": self.hours,
            "stated_hours": self.stated_hours,
            "unit_price_ore": self.unit_price_ore,
            "net_ore": self.net_ore,
            "answer": self.answer,
        }


class SelfInvoice(NamedTuple):
    """A self-invoice that the register holds. Without lines it is a head alone, and cannot be compared.

    `refers_to` has the numbers of its originals, with a comma between where there are several. What is to be paid,
    what was set off and what was rounded are None where the agency does not say it.
    """

    number: str
    date: dt.date
    type: str
    agreement: str
    refers_to: str | None
    net_ore: Ore
    vat_ore: Ore
    total_ore: Ore
    lines: tuple[SelfLine, ...]
    payable_ore: Ore | None = None
    prepaid_ore: Ore | None = None
    rounding_ore: Ore | None = None

    @property
    def credits(self) -> bool:
        """Does it take back? A credit does, and so does an invoice below zero."""
        return self.type == CREDIT or self.total_ore < Ore(0)

    @property
    def set_off_ore(self) -> Ore | None:
        """What the total differs by from what is to be paid; None where they are the same, or nothing is said."""
        if self.payable_ore is None or self.payable_ore == self.total_ore:
            return None
        return self.total_ore - self.payable_ore

    def to_json(self) -> JsonObject:
        """The self-invoice, its lines last."""
        return {**all_but(self, "lines"), "lines": self.lines}


class ReceivedFile(NamedTuple):
    """A file kept as it came: its name in a package, its SHA-256 and its bytes."""

    name: str
    sha256: str
    content: bytes

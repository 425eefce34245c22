"""An invoice basis and its lines."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.to_json import JsonObject, all_but, only

if TYPE_CHECKING:  # only a whole invoice has its payments
    from ipsu_cli.core.payment import Payment


class Line(NamedTuple):
    """A case's deliveries in one month at one price. `quantity` is of `unit`.

    `refers_to` is the number of the invoice that a reversed delivery stood on.
    """

    id: int
    case: str
    service: str
    from_day: dt.date
    to_day: dt.date
    quantity: Quantity
    unit: str
    unit_price_ore: Ore
    net_ore: Ore
    status: str
    refers_to: str | None

    def to_json(self) -> JsonObject:
        """The line without what tells its row from others."""
        return all_but(self, "id")


class Approval(NamedTuple):
    """The day of an approval, and who gave it."""

    on: dt.date
    by: str


class Invoice(NamedTuple):
    """Sums are as issued and never change. `number` is None in a dry run, `approved` where nobody has approved it.

    `vat` is its rate; `area` and `purchaser` are those of the agreement. `paid_ore` is what came, `rounding_ore` what
    of it (below zero: what is missing from it) rounded payments to whole kronor; `open_ore` knows of both.
    """

    number: str | None
    kind: str
    refers_to: str | None
    agreement: str
    area: str
    purchaser: str | None
    month: Month
    date: dt.date
    status: str
    vat: Percent
    vat_exempt_reason: str | None
    net_ore: Ore
    vat_ore: Ore
    total_ore: Ore
    paid_ore: Ore
    open_ore: Ore
    payable_from: dt.date
    lines: tuple[Line, ...]
    rounding_ore: Ore = Ore(0)
    payments: "tuple[Payment, ...]" = ()
    approved: Approval | None = None
    id: int = 0

    def to_json(self) -> JsonObject:
        """The invoice, without what its agreement says and what tells its row from others."""
        return all_but(self, "area", "purchaser", "vat", "vat_exempt_reason", "id")


class Held(NamedTuple):
    """A case whose deliveries stand on no invoice, why (code and figures), and what puts it right."""

    case: str
    code: str
    rule: str | None
    command: str
    net_ore: Ore | None
    quantity: Quantity
    unit: str
    figures: Mapping[str, Any] = NOTHING

    @property
    def message(self) -> Text:
        """Why, as a sentence."""
        return Text(f"rule.{self.code}", self.figures)

    def to_json(self) -> JsonObject:
        """The case, why, and what puts it right."""
        return only(self, "case", "code", "rule", "message", "command", "quantity", "unit", "net_ore")

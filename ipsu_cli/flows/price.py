"""`ipsu price set`."""

from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import KNOWN
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import services
from ipsu_cli.rules.price import PRICE, PriceFacts
from ipsu_cli.store import Store, Writing, agreements, prices
from ipsu_cli.validation import Finding, check

# How an invoice that is not approved is taken back, by its status: its work is billed again, at the price of then.
TAKEN_BACK = {
    "created": "ipsu invoice cancel {invoice} --reason TEXT",
    "rejected": "ipsu invoice resolve {invoice} --case CASE --outcome corrected",
}

# What a service without prices is paid by.
FUNDED = "--unit TEXT --title TEXT --year Y --amount SEK"


class PriceTouches(NamedTuple):
    """The deliveries that a price holds for: how many are on no invoice, how many on one, and on which."""

    delivered: int
    billed: int
    invoices: Sequence[str]


class PriceSet(NamedTuple):
    """The price that was set, the amount that held in its place before (None: none did), and what it holds for."""

    price: Price
    replaces_ore: Ore | None
    touches: PriceTouches

    def to_json(self) -> JsonObject:
        """What it replaces and holds for stands with the price."""
        return {"price": {**self.price.to_json(), **all_but(self, "price")}}


def price_set(office: Office, entry: dict[str, Any]) -> Answer[PriceSet]:
    """Set a price from a day on."""

    def set_price(store: Writing) -> Answer[PriceSet]:
        saved = save(store, entry)
        message_code = "message.nothing-new" if saved.outcome == KNOWN else "message.price"
        facts = saved.facts
        touches = PriceTouches(facts.unbilled, facts.billed, facts.invoices)
        lines = [Text(message_code, facts.price._asdict())]
        return Answer(PriceSet(facts.price, facts.before_ore, touches), lines, warnings=saved.warnings)

    return office.change("price set", set_price)


class SavedPrice(NamedTuple):
    """A price that was set, with what was known before it was; whether that changed anything; and what is unusual."""

    facts: PriceFacts
    outcome: str
    warnings: list[Finding]


def save(store: Writing, entry: dict[str, Any]) -> SavedPrice:
    """Set one price, for the command and the import alike, and say what that did."""
    demand(entry, "agreement", "service", "amount", "unit", "from")
    agreement = agreements.get(store, entry["agreement"])
    if not agreement.covers([services.service(entry["service"]).agreement]):
        raise Refused("price.service", agreement=agreement.ref, service=entry["service"])
    service = services.service(entry["service"])
    if not service.priced:
        raise Refused("price.none", service=entry["service"], command=f"ipsu funding add {agreement.ref} {FUNDED}")
    if entry["unit"] not in service.priced:
        raise Refused("price.unit", service=entry["service"], unit=entry["unit"], known=list(service.priced))
    if entry.get("level") and entry["level"] not in service.levels:
        raise Refused("price.level", service=entry["service"], level=entry["level"])
    price = Price(agreement.ref, entry["service"], entry["unit"], entry.get("level"), entry["from"], entry["amount"])
    touched = prices.touched(store, agreement, price)
    facts = _facts(store, agreement, price, touched)
    warnings = [_as_it_stands(warning, touched) for warning in check(PRICE, None, facts)]
    return SavedPrice(facts, agreements.set_price(store, agreement, price), warnings)


def _as_it_stands(warning: Finding, touched: prices.Touched) -> Finding:
    """The warning with what takes back an invoice that nobody has approved yet; an approved one is credited."""
    invoice = warning.figures.get("invoice", "")
    command = TAKEN_BACK.get(touched.invoices.get(invoice, ""))
    return warning._replace(command=command.format(invoice=invoice)) if command else warning


def _facts(store: Store, agreement: Agreement, price: Price, touched: prices.Touched) -> PriceFacts:
    """What the price replaces and touches, before it is set."""
    held = prices.held(store, agreement, price)
    return PriceFacts(
        price=price,
        same_day=held.amount_ore if held and held.from_day == price.from_day else None,
        before_ore=held and held.amount_ore,
        unbilled=touched.unbilled,
        billed=touched.billed,
        invoices=list(touched.invoices),
        ends=agreement.to_day,
    )

"""`ipsu price set`."""

from typing import Any

from ipsu_cli.core.agreement import Price
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.json_records import price_shape
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import services
from ipsu_cli.store import Writing, agreements


def price_set(office: Office, entry: dict[str, Any]) -> Answer:
    """Set a price from a day on."""

    def set_price(store: Writing) -> Answer:
        price, outcome = save(store, entry)
        message_code = "message.nothing-new" if outcome == "known" else "message.price"
        lines = [Text(message_code, price._asdict())]
        return Answer({"price": price_shape(price)}, lines)

    return office.change("price set", set_price)


def save(store: Writing, entry: dict[str, Any]) -> tuple[Price, str]:
    """Set one price, for the command and the import alike, and say what that did."""
    demand(entry, "agreement", "service", "amount", "unit", "from")
    agreement = agreements.get(store, entry["agreement"])
    if not agreement.covers([services.service(entry["service"]).agreement]):
        raise Refused("price.service", agreement=agreement.ref, service=entry["service"])
    service = services.service(entry["service"])
    if entry["unit"] not in service.priced:
        raise Refused("price.unit", service=entry["service"], unit=entry["unit"], known=list(service.priced))
    if entry.get("level") and entry["level"] not in service.levels:
        raise Refused("price.level", service=entry["service"], level=entry["level"])
    price = Price(agreement.ref, entry["service"], entry["unit"], entry.get("level"), entry["from"], entry["amount"])
    return price, agreements.set_price(store, agreement, price)

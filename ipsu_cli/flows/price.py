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


def price_set(office: Office, given: dict[str, Any]) -> Answer:
    """Set a price from a day on."""

    def work(store: Writing) -> Answer:
        price, outcome = save(store, given)
        message_code = "message.nothing-new" if outcome == "known" else "message.price"
        lines = [Text(message_code, price._asdict())]
        return Answer({"price": price_shape(price)}, lines)

    return office.change("price set", work)


def save(store: Writing, given: dict[str, Any]) -> tuple[Price, str]:
    """Set one price, for the command and the import alike, and say what that did."""
    demand(given, "agreement", "service", "amount", "unit", "from")
    agreement = agreements.get(store, given["agreement"])
    if services.service(given["service"]).agreement != agreement.service:
        raise Refused("price.service", agreement=agreement.ref, service=given["service"])
    service = services.service(given["service"])
    if given["unit"] not in service.priced:
        raise Refused("price.unit", service=given["service"], unit=given["unit"], known=list(service.priced))
    if given.get("level") and given["level"] not in service.levels:
        raise Refused("price.level", service=given["service"], level=given["level"])
    price = Price(agreement.ref, given["service"], given["unit"], given.get("level"), given["from"], given["amount"])
    return price, agreements.set_price(store, agreement, price)

"""`ipsu agreement add` and `ipsu price set`."""

from typing import Any

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.shapes import agreement_shape, price_shape
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import services
from ipsu_cli.store import Writing, agreements

FULL_VAT = 25_00


def agreement_add(office: Office, given: dict[str, Any]) -> Answer:
    """Enter an agreement."""

    def work(store: Writing) -> Answer:
        if given["agreement"] and agreements.find(store, given["agreement"]):
            raise Refused("agreement.exists", agreement=given["agreement"], command="ipsu agreement list")
        agreement = put(store, given)
        lines = [Text("said.agreement", {"agreement": agreement.ref})]
        return Answer({"agreement": agreement_shape(agreement)}, lines)

    return office.change("agreement add", work)


def put(store: Writing, given: dict[str, Any]) -> Agreement:
    """Enter one agreement, for the command and the import alike."""
    demand(given, "agreement", "service", "area", "from")
    vat = given.get("vat")
    if (FULL_VAT if vat is None else vat) == 0 and not given.get("vat-exempt-reason"):
        raise Refused("agreement.vat-exempt", rule="E15", agreement=given["agreement"])
    if given.get("to") and given["to"] < given["from"]:
        raise Refused("agreement.backwards", from_day=given["from"], to_day=given["to"])
    known = {services.service(code).agreement for code in services.codes()}
    if given["service"] not in known:
        raise Refused("agreement.service", service=given["service"], known=sorted(known))
    agreements.add(
        store,
        {
            "ref": given["agreement"],
            "service": given["service"],
            "area": given["area"],
            "from_day": given["from"].isoformat(),
            "to_day": given["to"].isoformat() if given.get("to") else None,
            "purchaser": given.get("purchaser"),
            "billing": given.get("billing") or "self",
            "vat": FULL_VAT if vat is None else vat,
            "vat_exempt_reason": given.get("vat-exempt-reason"),
            "payout": given.get("payout") or "created",
            "sites": given.get("sites") or (),
        },
    )
    return agreements.get(store, given["agreement"])


def price_set(office: Office, given: dict[str, Any]) -> Answer:
    """Set a price from a day on."""

    def work(store: Writing) -> Answer:
        price, outcome = put_price(store, given)
        said = "said.nothing-new" if outcome == "known" else "said.price"
        lines = [Text(said, price._asdict())]
        return Answer({"price": price_shape(price)}, lines)

    return office.change("price set", work)


def put_price(store: Writing, given: dict[str, Any]) -> tuple[Price, str]:
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

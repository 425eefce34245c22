"""`ipsu agreement add`."""

from typing import Any

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.json_records import agreement_shape
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import services
from ipsu_cli.rules.vat import FULL_VAT
from ipsu_cli.store import Writing, agreements


def agreement_add(office: Office, given: dict[str, Any]) -> Answer:
    """Enter an agreement."""

    def work(store: Writing) -> Answer:
        if given["agreement"] and agreements.find(store, given["agreement"]):
            raise Refused("agreement.exists", agreement=given["agreement"], command="ipsu agreement list")
        agreement = save(store, given)
        lines = [Text("message.agreement", {"agreement": agreement.ref})]
        return Answer({"agreement": agreement_shape(agreement)}, lines)

    return office.change("agreement add", work)


def save(store: Writing, given: dict[str, Any]) -> Agreement:
    """Enter one agreement, for the command and the import alike."""
    demand(given, "agreement", "service", "area", "from")
    vat = FULL_VAT.on(given["from"]) if given.get("vat") is None else given["vat"]
    if not vat and not given.get("vat-exempt-reason"):
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
            "vat": vat,
            "vat_exempt_reason": given.get("vat-exempt-reason"),
            "payout": given.get("payout") or "created",
            "sites": tuple(given.get("site") or ()),
        },
    )
    return agreements.get(store, given["agreement"])

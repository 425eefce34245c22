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


def agreement_add(office: Office, entry: dict[str, Any]) -> Answer:
    """Enter an agreement."""

    def enter(store: Writing) -> Answer:
        if entry["agreement"] and agreements.find(store, entry["agreement"]):
            raise Refused("agreement.exists", agreement=entry["agreement"], command="ipsu agreement list")
        agreement = save(store, entry)
        lines = [Text("message.agreement", {"agreement": agreement.ref})]
        return Answer({"agreement": agreement_shape(agreement)}, lines)

    return office.change("agreement add", enter)


def save(store: Writing, entry: dict[str, Any]) -> Agreement:
    """Enter one agreement, for the command and the import alike."""
    demand(entry, "agreement", "service", "area", "from")
    vat = FULL_VAT.on(entry["from"]) if entry.get("vat") is None else entry["vat"]
    if not vat and not entry.get("vat-exempt-reason"):
        raise Refused("agreement.vat-exempt", rule="E15", agreement=entry["agreement"])
    if entry.get("to") and entry["to"] < entry["from"]:
        raise Refused("agreement.backwards", from_day=entry["from"], to_day=entry["to"])
    known = {services.service(code).agreement for code in services.codes()}
    if entry["service"] not in known:
        raise Refused("agreement.service", service=entry["service"], known=sorted(known))
    agreements.add(
        store,
        {
            "ref": entry["agreement"],
            "service": entry["service"],
            "area": entry["area"],
            "from_day": entry["from"].isoformat(),
            "to_day": entry["to"].isoformat() if entry.get("to") else None,
            "purchaser": entry.get("purchaser"),
            "billing": entry.get("billing") or "self",
            "vat": vat,
            "vat_exempt_reason": entry.get("vat-exempt-reason"),
            "payout": entry.get("payout") or "created",
            "sites": tuple(entry.get("site") or ()),
        },
    )
    return agreements.get(store, entry["agreement"])

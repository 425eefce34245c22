"""What an electronic invoice needs to know of the agreement, the cases and the office."""

from ipsu_cli.core.e_invoice import EInvoice
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.store import Store, agreements, cases, settings
from ipsu_cli.validation import Broken, Finding, warning

AGENCY = "Arbetsförmedlingen"


def e_invoice(store: Store, office: Office, invoice: Invoice) -> EInvoice:
    """The invoice with its parties and orders. Raises `Refused` where the agreement is not billed so, where it
    is cancelled, and for every case without the order that it is ordered by."""
    number = invoice.number or ""
    if agreements.get(store, invoice.agreement).billing != "peppol":
        raise Refused("invoice.not-peppol", rule="E7", invoice=number, agreement=invoice.agreement)
    if invoice.status == "cancelled":
        raise Refused("invoice.cancelled", rule="E14", invoice=number, command=f"ipsu invoice show {number}")
    own = settings.office(store)
    return EInvoice(
        invoice=invoice,
        seller=own["name"],
        seller_orgnr=own["orgnr"],
        buyer=invoice.purchaser or AGENCY,
        buyer_orgnr=office.settings["peppol.buyer"],
        orders=_orders(store, invoice),
        days=int(office.settings["payment-days"]),
        bankgiro=office.settings["bankgiro"],
        lang=own["lang"],
    )


def _orders(store: Store, invoice: Invoice) -> dict[str, str]:
    found = {ref: cases.get(store, ref).order for ref in dict.fromkeys(line.case for line in invoice.lines)}
    missing = [
        Finding("case.order-missing", "E8", "stop", True, {"case": ref}, f"ipsu case edit {ref} --order REF")
        for ref, order in found.items()
        if not order
    ]
    if missing:
        raise Broken(missing)
    return {ref: order for ref, order in found.items() if order}


def several_orders(found: EInvoice) -> list[Finding]:
    """The document has room for one order at its head; several stand at the lines, and that is warned of."""
    count = len(set(found.orders.values()))
    return [warning("invoice.several-orders", "E8", invoice=found.invoice.number, count=count)] if count > 1 else []

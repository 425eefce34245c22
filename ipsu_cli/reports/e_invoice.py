"""What an electronic invoice needs to know of the agreement, the cases and the office."""

from collections.abc import Iterator

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.e_invoice import EInvoice, Party, read_address
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.office import Office
from ipsu_cli.store import Store, agreements, cases, settings
from ipsu_cli.validation import Broken, Finding, warning

AGENCY = "Arbetsförmedlingen"


def e_invoice(store: Store, office: Office, invoice: Invoice) -> EInvoice:
    """The invoice with its parties and orders. Raises `Refused` where the agreement is not billed so and where it is
    cancelled, and `Broken` with all that a buyer needs and that is missing."""
    number = invoice.number or ""
    agreement = agreements.get(store, invoice.agreement)
    if agreement.billing != "peppol":
        raise Refused("invoice.not-peppol", rule="E7", invoice=number, agreement=invoice.agreement)
    if invoice.status == "cancelled":
        raise Refused("invoice.cancelled", rule="E14", invoice=number, command=f"ipsu invoice show {number}")
    orders = {ref: cases.get(store, ref).order for ref in dict.fromkeys(line.case for line in invoice.lines)}
    orgnr = _orgnr(office, agreement)
    missing = [*_missing(office, agreement, orgnr), *_unordered(orders)]
    if missing:
        raise Broken(missing)
    own = settings.office(store)
    return EInvoice(
        invoice=invoice,
        seller=Party(own["name"], own["orgnr"], read_address(office.settings["address"])),
        buyer=Party(agreement.purchaser or AGENCY, orgnr, read_address(agreement.purchaser_address or "")),
        orders={ref: order for ref, order in orders.items() if order},
        days=int(office.settings["payment-days"]),
        bankgiro=office.settings["bankgiro"],
        f_tax=office.settings["f-tax"] == "on",
        lang=own["lang"],
    )


def _orgnr(office: Office, agreement: Agreement) -> str:
    """The purchaser's organisation number; the office's setting is the agency's, until the office has set another."""
    setting = office.settings["peppol.buyer"]
    is_agency = AGENCY.casefold() in (agreement.purchaser or AGENCY).casefold()
    return agreement.purchaser_orgnr or (setting if is_agency or setting != DEFAULTS["peppol.buyer"] else "")


def _missing(office: Office, agreement: Agreement, orgnr: str) -> Iterator[Finding]:
    """What the office and the agreement do not say."""
    edit = f"ipsu agreement edit {agreement.ref}"
    if not office.settings["address"]:
        yield _lacks("office.address-missing", "ipsu setting set address TEXT")
    if not office.settings["bankgiro"]:
        yield _lacks("office.bankgiro-missing", "ipsu setting set bankgiro VALUE")
    if not orgnr:
        command = f"{edit} --purchaser-orgnr NR --reason TEXT"
        yield _lacks("agreement.purchaser-orgnr-missing", command, agreement=agreement.ref)
    if not agreement.purchaser_address:
        command = f"{edit} --purchaser-address TEXT --reason TEXT"
        yield _lacks("agreement.purchaser-address-missing", command, agreement=agreement.ref)


def _unordered(orders: dict[str, str | None]) -> Iterator[Finding]:
    for ref, order in orders.items():
        if not order:
            yield _lacks("case.order-missing", f"ipsu case edit {ref} --order REF", case=ref)


def _lacks(code: str, command: str, **figures: str) -> Finding:
    return Finding(code, "E8", "stop", True, figures, command)


def warnings_of(office: Office, made: EInvoice) -> list[Finding]:
    """What is unusual in it: several orders, of which its head has room for one; nothing said of F-tax."""
    found = several_orders(made)
    if not office.settings["f-tax"]:
        found.append(warning("office.f-tax-not-said", "E8", "ipsu setting set f-tax on"))
    return found


def several_orders(found: EInvoice) -> list[Finding]:
    """The document has room for one order at its head; several stand at the lines, and that is warned of."""
    count = len(set(found.orders.values()))
    return [warning("invoice.several-orders", "E8", invoice=found.invoice.number, count=count)] if count > 1 else []

"""An invoice or a credit as UBL 2.1, as Peppol BIS Billing 3 has it."""

import datetime as dt
from typing import Any

from ipsu_cli.core.e_invoice import EInvoice, Party
from ipsu_cli.core.invoice import Line
from ipsu_cli.core.money import Ore
from ipsu_cli.locale import known, say

SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
NAMES = "urn:oasis:names:specification:ubl:schema:xsd:"
CURRENCY = "SEK"
ORGNR = "0007"  # the scheme of Swedish organisation numbers
INVOICED_OBJECT = "130"
UNITS = {"hour": "HUR", "day": "DAY", "month": "MON", "case": "C62", "result": "C62"}
CREDIT_TRANSFER = "30"
BANKGIRO = "SE:BANKGIRO"
F_TAX = "Godkänd för F-skatt"  # in these words, whatever the language


def ubl_of(e_invoice: EInvoice) -> bytes:
    """The invoice as the bytes of a file; of a credit the amounts are turned, for its type says which way they go."""
    from xml.etree import ElementTree

    document = _Document(e_invoice).made()
    ElementTree.indent(document)
    found: bytes = ElementTree.tostring(document, encoding="UTF-8", xml_declaration=True)
    return found


class _Document:
    """One document in the making: each method adds what one part of it holds, in the order of the schema."""

    def __init__(self, e_invoice: EInvoice) -> None:
        self.e = e_invoice
        self.invoice = e_invoice.invoice
        self.credit = self.invoice.kind == "credit"
        self.sign = -1 if self.credit else 1

    def made(self) -> Any:
        from xml.etree import ElementTree

        name = "CreditNote" if self.credit else "Invoice"
        spaces = {"": f"{name}-2", "cac": "CommonAggregateComponents-2", "cbc": "CommonBasicComponents-2"}
        for prefix, space in spaces.items():
            ElementTree.register_namespace(prefix, NAMES + space)
        root = ElementTree.Element(f"{{{NAMES}{name}-2}}{name}")
        self._head(root, name)
        self._seller(_group(root, "AccountingSupplierParty"))
        self._buyer(_group(root, "AccountingCustomerParty"))
        self._payment(root)
        self._sums(root)
        for number, line in enumerate(self.invoice.lines, 1):
            self._line(_group(root, f"{name}Line"), number, line)
        return root

    def _head(self, root: Any, name: str) -> None:
        _value(root, "CustomizationID", SPECIFICATION)
        _value(root, "ProfileID", PROCESS)
        _value(root, "ID", self.invoice.number)
        _value(root, "IssueDate", self.invoice.date)
        if not self.credit:
            _value(root, "DueDate", self.invoice.date + dt.timedelta(days=self.e.days))
        _value(root, f"{name}TypeCode", "381" if self.credit else "380")
        _value(root, "DocumentCurrencyCode", CURRENCY)
        orders = sorted(set(self.e.orders.values()))
        if len(orders) != 1:
            _value(root, "BuyerReference", self.invoice.agreement)
        self._period(root, self.invoice.lines)
        if len(orders) == 1:
            _value(_group(root, "OrderReference"), "ID", orders[0])
        for number in self._originals():
            _value(_group(root, "BillingReference", "InvoiceDocumentReference"), "ID", number)
        _value(_group(root, "ContractDocumentReference"), "ID", self.invoice.agreement)

    def _originals(self) -> list[str]:
        """The invoices that it takes something back of."""
        found = [self.invoice.refers_to, *(line.refers_to for line in self.invoice.lines)]
        return sorted({number for number in found if number})

    def _seller(self, parent: Any) -> None:
        party = self._party(parent, self.e.seller)
        vat = _group(party, "PartyTaxScheme")
        _value(vat, "CompanyID", f"SE{_ten_digits(self.e.seller.orgnr)}01")
        _value(_group(vat, "TaxScheme"), "ID", "VAT")
        if self.e.f_tax:
            registered = _group(party, "PartyTaxScheme")
            _value(registered, "CompanyID", F_TAX)
            _value(_group(registered, "TaxScheme"), "ID", "TAX")
        self._legal(party, self.e.seller)

    def _buyer(self, parent: Any) -> None:
        self._legal(self._party(parent, self.e.buyer), self.e.buyer)

    def _party(self, parent: Any, of: Party) -> Any:
        party = _group(parent, "Party")
        _value(party, "EndpointID", _ten_digits(of.orgnr), schemeID=ORGNR)
        address = _group(party, "PostalAddress")
        lines = {
            "StreetName": of.address.street,
            "AdditionalStreetName": of.address.further,
            "CityName": of.address.city,
            "PostalZone": of.address.zone,
        }
        for name, text in lines.items():
            if text:
                _value(address, name, text)
        _value(_group(address, "Country"), "IdentificationCode", "SE")
        return party

    def _legal(self, party: Any, of: Party) -> None:
        legal = _group(party, "PartyLegalEntity")
        _value(legal, "RegistrationName", of.name)
        _value(legal, "CompanyID", _ten_digits(of.orgnr), schemeID=ORGNR)

    def _payment(self, root: Any) -> None:
        means = _group(root, "PaymentMeans")
        _value(means, "PaymentMeansCode", CREDIT_TRANSFER)
        _value(means, "PaymentID", self.invoice.number)
        account = _group(means, "PayeeFinancialAccount")
        _value(account, "ID", _digits(self.e.bankgiro))
        _value(_group(account, "FinancialInstitutionBranch"), "ID", BANKGIRO)
        _value(_group(root, "PaymentTerms"), "Note", say("sheet.payment-terms", self.e.lang, days=self.e.days))

    def _sums(self, root: Any) -> None:
        net, vat, total = self.invoice.net_ore, self.invoice.vat_ore, self.invoice.total_ore
        tax = _group(root, "TaxTotal")
        self._amount(tax, "TaxAmount", vat)
        part = _group(tax, "TaxSubtotal")
        self._amount(part, "TaxableAmount", net)
        self._amount(part, "TaxAmount", vat)
        self._category(_group(part, "TaxCategory"), self.invoice.vat_exempt_reason)
        sums = _group(root, "LegalMonetaryTotal")
        for name in ("LineExtension", "TaxExclusive", "TaxInclusive", "Payable"):
            self._amount(sums, f"{name}Amount", total if name in ("TaxInclusive", "Payable") else net)

    def _category(self, parent: Any, reason: str | None = None) -> None:
        exempt = not self.invoice.vat
        _value(parent, "ID", "E" if exempt else "S")
        _value(parent, "Percent", self.invoice.vat)
        if exempt and reason:
            _value(parent, "TaxExemptionReason", reason)
        _value(_group(parent, "TaxScheme"), "ID", "VAT")

    def _line(self, parent: Any, number: int, line: Line) -> None:
        _value(parent, "ID", str(number))
        quantity = "CreditedQuantity" if self.credit else "InvoicedQuantity"
        _value(parent, quantity, (self.sign * line.quantity).fixed(), unitCode=UNITS[line.unit])
        self._amount(parent, "LineExtensionAmount", line.net_ore)
        self._period(parent, (line,))
        order = self.e.orders.get(line.case)
        if order and len(set(self.e.orders.values())) > 1:
            _value(_group(parent, "OrderLineReference"), "LineID", order)
        about = _group(parent, "DocumentReference")
        _value(about, "ID", line.case)
        _value(about, "DocumentTypeCode", INVOICED_OBJECT)
        item = _group(parent, "Item")
        _value(item, "Name", self._service(line.service))
        self._category(_group(item, "ClassifiedTaxCategory"))
        _value(_group(parent, "Price"), "PriceAmount", line.unit_price_ore.fixed(), currencyID=CURRENCY)

    def _service(self, code: str) -> str:
        name = f"sheet.service.{code}"
        return say(name, self.e.lang) if known(name, self.e.lang) else code

    def _period(self, parent: Any, lines: tuple[Line, ...]) -> None:
        period = _group(parent, "InvoicePeriod")
        _value(period, "StartDate", min(line.from_day for line in lines))
        _value(period, "EndDate", max(line.to_day for line in lines))

    def _amount(self, parent: Any, name: str, amount: Ore) -> None:
        _value(parent, name, (self.sign * amount).fixed(), currencyID=CURRENCY)


def _group(parent: Any, *names: str) -> Any:
    """An element inside `parent`, in those that `names` lead through."""
    from xml.etree import ElementTree

    for name in names:
        parent = ElementTree.SubElement(parent, f"{{{NAMES}CommonAggregateComponents-2}}{name}")
    return parent


def _value(parent: Any, name: str, value: Any, **attributes: str) -> None:
    from xml.etree import ElementTree

    element = ElementTree.SubElement(parent, f"{{{NAMES}CommonBasicComponents-2}}{name}", attributes)
    element.text = str(value)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _ten_digits(number: str) -> str:
    """An organisation number; of a sole trader's, which is a personnummer, the century is left out."""
    return _digits(number)[-10:]

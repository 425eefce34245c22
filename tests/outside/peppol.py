"""The rules that Peppol BIS Billing 3 adds to EN 16931, and those for a Swedish seller, written from their published
list. No registry that can be reached has a package with the compiled ones.

Each rule is a test of the document that is true where it holds. Not here: the rules for allowances, charges, mandates
of direct debit, other countries and a second currency, none of which an invoice of ours has.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

NAMES = "{urn:oasis:names:specification:ubl:schema:xsd:Common"
SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = re.compile(r"urn:fdc:peppol\.eu:2017:poacc:billing:[0-9]{2}:1\.0")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INVOICE_TYPES = {"71", "80", "82", "84", "102", "218", "219", "326", "331", "380", "382", "383", "384", "386", "388",
                 "393", "395", "553", "575", "623", "780", "817", "870", "875", "876", "877"}  # fmt: skip
CREDIT_TYPES = {"81", "83", "381", "396", "532"}
RATES = {Decimal(25), Decimal(12), Decimal(6)}
SELLER, BUYER = "AccountingSupplierParty/Party/", "AccountingCustomerParty/Party/"
VAT, F_TAX = "VAT", "Godkänd för F-skatt"


class Document:
    """A UBL document to ask, by the plain names of its elements."""

    def __init__(self, path: Path) -> None:
        self.root = ElementTree.parse(path).getroot()
        self.credit = self.root.tag.endswith("}CreditNote")

    def all(self, path: str, within: Any = None) -> list[Any]:
        """The elements at a path of plain names."""
        places = [self.root if within is None else within]
        for name in path.strip("/").split("/"):
            places = [child for place in places for child in place if child.tag.rpartition("}")[2] == name]
        return places

    def text(self, path: str, within: Any = None) -> str:
        """The text of the first of them, empty where there is none."""
        return next((place.text or "" for place in self.all(path, within)), "")

    def number(self, path: str, within: Any = None) -> Decimal:
        return Decimal(self.text(path, within))

    @property
    def lines(self) -> list[Any]:
        return self.all("CreditNoteLine" if self.credit else "InvoiceLine")

    def schemes(self, party: str, *, vat: bool) -> list[str]:
        """The numbers that a party has for VAT, or for another tax."""
        found = self.all(f"{party}PartyTaxScheme")
        return [self.text("CompanyID", one) for one in found if (self.text("TaxScheme/ID", one) == VAT) == vat]

    def elements(self) -> Iterator[Any]:
        return self.root.iter()


def _dates_in_order(document: Document, line: Any) -> bool:
    first, last = document.text("InvoicePeriod/StartDate"), document.text("InvoicePeriod/EndDate")
    begins, ends = document.text("InvoicePeriod/StartDate", line), document.text("InvoicePeriod/EndDate", line)
    return (not begins or first <= begins) and (not (last and ends) or ends <= last)


def _net_fits(document: Document, line: Any) -> bool:
    quantity = document.number("CreditedQuantity" if document.credit else "InvoicedQuantity", line)
    made = quantity * document.number("Price/PriceAmount", line)
    return abs(made - document.number("LineExtensionAmount", line)) <= Decimal("0.02")


def _objects(document: Document, line: Any) -> list[str]:
    return [document.text("DocumentTypeCode", one) for one in document.all("DocumentReference", line)]


def _luhn(number: str) -> bool:
    digits = [int(char) * (2 - place % 2) for place, char in enumerate(number)]
    return sum(digit // 10 + digit % 10 for digit in digits) % 10 == 0


def _bankgiros(document: Document) -> list[str]:
    return [
        document.text("ID", account)
        for account in document.all("PaymentMeans/PayeeFinancialAccount")
        if document.text("FinancialInstitutionBranch/ID", account) == "SE:BANKGIRO"
    ]


def _swedish(document: Document, test: Callable[[str], bool]) -> bool:
    """Does the test hold for every legal number of the parties?"""
    numbers = [document.text(f"{party}PartyLegalEntity/CompanyID") for party in (SELLER, BUYER)]
    return all(test(number) for number in numbers if number)


Rule = Callable[[Document], bool]
RULES: dict[str, Rule] = {
    "PEPPOL-EN16931-R001": lambda d: bool(d.text("ProfileID")),
    "PEPPOL-EN16931-R002": lambda d: len(d.all("Note")) <= 1,
    "PEPPOL-EN16931-R003": lambda d: bool(d.text("BuyerReference") or d.text("OrderReference/ID")),
    "PEPPOL-EN16931-R004": lambda d: d.text("CustomizationID").startswith(SPECIFICATION),
    "PEPPOL-EN16931-R007": lambda d: bool(PROFILE.fullmatch(d.text("ProfileID"))),
    "PEPPOL-EN16931-R008": lambda d: all(len(one) or (one.text or "").strip() for one in d.elements()),
    "PEPPOL-EN16931-R010": lambda d: bool(d.text(f"{BUYER}EndpointID")),
    "PEPPOL-EN16931-R020": lambda d: bool(d.text(f"{SELLER}EndpointID")),
    "PEPPOL-EN16931-R051": lambda d: (
        {one.get("currencyID") for one in d.elements() if "currencyID" in one.attrib}
        == {d.text("DocumentCurrencyCode")}
    ),
    "PEPPOL-EN16931-R053": lambda d: len([one for one in d.all("TaxTotal") if d.all("TaxSubtotal", one)]) == 1,
    "PEPPOL-EN16931-R054": lambda d: all(d.all("TaxSubtotal", one) for one in d.all("TaxTotal")),
    "PEPPOL-EN16931-R100": lambda d: all(_objects(d, line).count("130") <= 1 for line in d.lines),
    "PEPPOL-EN16931-R101": lambda d: all(set(_objects(d, line)) <= {"130"} for line in d.lines),
    "PEPPOL-EN16931-R110": lambda d: all(_dates_in_order(d, line) for line in d.lines),
    "PEPPOL-EN16931-R120": lambda d: all(_net_fits(d, line) for line in d.lines),
    "PEPPOL-EN16931-P0100": lambda d: d.credit or d.text("InvoiceTypeCode") in INVOICE_TYPES,
    "PEPPOL-EN16931-P0101": lambda d: not d.credit or d.text("CreditNoteTypeCode") in CREDIT_TYPES,
    "PEPPOL-EN16931-F001": lambda d: all(
        DAY.fullmatch(one.text or "") for one in d.elements() if one.tag.endswith("Date")
    ),
    "PEPPOL-EN16931-CL008": lambda d: all(
        one.get("schemeID") for one in d.elements() if one.tag.endswith("}EndpointID")
    ),
    # Of a Swedish seller.
    "SE-R-001": lambda d: all(len(number) == 14 for number in d.schemes(SELLER, vat=True)),
    "SE-R-002": lambda d: all(number[2:].isdigit() for number in d.schemes(SELLER, vat=True)),
    "SE-R-003": lambda d: _swedish(d, str.isdigit),
    "SE-R-004": lambda d: _swedish(d, lambda number: len(number) == 10),
    "SE-R-005": lambda d: all(text == F_TAX for text in d.schemes(SELLER, vat=False)),
    "SE-R-006": lambda d: all(
        d.number("Percent", one) in RATES
        for one in d.all("TaxTotal/TaxSubtotal/TaxCategory")
        if d.text("ID", one) == "S"
    ),
    "SE-R-008": lambda d: all(number.isdigit() for number in _bankgiros(d)),
    "SE-R-009": lambda d: all(len(number) in (7, 8) for number in _bankgiros(d)),
    "SE-R-012": lambda d: all(d.text("PaymentMeansCode", means) == "30" for means in d.all("PaymentMeans")),
    "SE-R-013": lambda d: _swedish(d, lambda number: not number.isdigit() or _luhn(number)),
}


def broken(path: Path, *, swedish: bool = True) -> list[str]:
    """The names of the rules that the document breaks."""
    document = Document(path)
    return [name for name, holds in RULES.items() if (swedish or not name.startswith("SE")) and not holds(document)]

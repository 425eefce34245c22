"""Self-invoices as the agency makes them, in UBL, .csv and .xlsx, for the tests to receive and compare."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

OURS, AGENCY = "559999-0008", "2021002114"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
PROFILE = "urn:cen.eu:en16931:2017#conformant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0"
HEADINGS = "number,date,type,refers_to,case,from,to,hours,unit_price,net,vat,total"


@dataclass(frozen=True)
class Line:
    """A line: whole öre and hundredths of hours; `hours` None is one piece."""

    case: str
    first: str
    last: str
    hours: int | None = 39_00
    price: int = 450_00
    net: int | None = None

    @property
    def amount(self) -> int:
        return self.net if self.net is not None else (self.hours or 100) * self.price // 100


def decimal(hundredths: int) -> str:
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"


def vat_of(net: int) -> int:
    return (net * 25 + 50) // 100 if net >= 0 else -vat_of(-net)


def party(role: str, orgnr: str) -> str:
    return (
        f"<cac:{role}><cac:Party><cbc:EndpointID schemeID='0007'>{orgnr.replace('-', '')}</cbc:EndpointID>"
        f"<cac:PartyLegalEntity><cbc:RegistrationName>Namn</cbc:RegistrationName>"
        f"<cbc:CompanyID schemeID='0007'>{orgnr}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:{role}>"
    )


def object_of(line: Line) -> str:
    """The case as invoiced object."""
    return (
        f"<cac:DocumentReference><cbc:ID>{line.case}</cbc:ID>"
        "<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>"
    )


def ubl_line(place: int, line: Line, *, credit: bool = False, where: str = "object") -> str:
    """A line; `where` says where its case stands: object, order, note, name or description."""
    tag, quantity = ("CreditNoteLine", "CreditedQuantity") if credit else ("InvoiceLine", "InvoicedQuantity")
    unit = "C62" if line.hours is None else "HUR"
    note = f"<cbc:Note>Ärende: {line.case}.</cbc:Note>" if where == "note" else ""
    order = f"<cac:OrderLineReference><cbc:LineID>{line.case}</cbc:LineID></cac:OrderLineReference>"
    named = {"name": f"IPSU ({line.case})"}.get(where, "Individuellt pedagogiskt stöd")
    described = f"<cbc:Description>Stöd, {line.case}</cbc:Description>" if where == "description" else ""
    return (
        f"<cac:{tag}><cbc:ID>{place}</cbc:ID>{note}"
        f"<cbc:{quantity} unitCode='{unit}'>{decimal(100 if line.hours is None else line.hours)}</cbc:{quantity}>"
        f"<cbc:LineExtensionAmount currencyID='SEK'>{decimal(line.amount)}</cbc:LineExtensionAmount>"
        f"<cac:InvoicePeriod><cbc:StartDate>{line.first}</cbc:StartDate><cbc:EndDate>{line.last}</cbc:EndDate>"
        f"</cac:InvoicePeriod>{order if where == 'order' else ''}{object_of(line) if where == 'object' else ''}"
        f"<cac:Item>{described}<cbc:Name>{named}</cbc:Name></cac:Item>"
        f"<cac:Price><cbc:PriceAmount currencyID='SEK'>{decimal(line.price)}</cbc:PriceAmount></cac:Price></cac:{tag}>"
    )


def ubl(
    number: str,
    lines: Sequence[Line],
    *,
    date: str = "2026-04-01",
    time: str = "",
    type: str = "389",
    refers_to: str | Sequence[str] | None = None,
    seller: str = OURS,
    buyer: str = AGENCY,
    note: str | None = "Självfakturering",
    currency: str = "SEK",
    net: int | None = None,
    vat: int | None = None,
    total: int | None = None,
    where: str = "object",
    prepaid: int | None = None,
    rounding: int | None = None,
) -> str:
    """A whole file; sums that are left out are those of the lines."""
    credit = type in ("261", "381")
    root = "CreditNote" if credit else "Invoice"
    net = sum(line.amount for line in lines) if net is None else net
    vat = vat_of(net) if vat is None else vat
    total = net + vat if total is None else total
    originals = [refers_to] if isinstance(refers_to, str) else refers_to or []
    reference = "".join(
        f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{original}</cbc:ID>"
        "</cac:InvoiceDocumentReference></cac:BillingReference>"
        for original in originals
    )
    set_off = "" if prepaid is None else f"<cbc:PrepaidAmount>{decimal(prepaid)}</cbc:PrepaidAmount>"
    if rounding is not None:
        set_off += f"<cbc:PayableRoundingAmount>{decimal(rounding)}</cbc:PayableRoundingAmount>"
    payable = total - (prepaid or 0) + (rounding or 0)
    body = "\n".join(ubl_line(n, line, credit=credit, where=where) for n, line in enumerate(lines, 1))
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        f"<{root} xmlns='{UBL}{root}-2' xmlns:cac='{UBL}CommonAggregateComponents-2'"
        f" xmlns:cbc='{UBL}CommonBasicComponents-2'><cbc:CustomizationID>{PROFILE}</cbc:CustomizationID>"
        f"<cbc:ID>{number}</cbc:ID><cbc:IssueDate>{date}</cbc:IssueDate>"
        f"{f'<cbc:IssueTime>{time}</cbc:IssueTime>' if time else ''}"
        f"<cbc:{root}TypeCode>{type}</cbc:{root}TypeCode>{f'<cbc:Note>{note}</cbc:Note>' if note else ''}"
        f"<cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>{reference}"
        f"{party('AccountingSupplierParty', seller)}{party('AccountingCustomerParty', buyer)}"
        f"<cac:TaxTotal><cbc:TaxAmount currencyID='{currency}'>{decimal(vat)}</cbc:TaxAmount></cac:TaxTotal>"
        f"<cac:LegalMonetaryTotal><cbc:LineExtensionAmount>{decimal(net)}</cbc:LineExtensionAmount>"
        f"<cbc:TaxExclusiveAmount>{decimal(net)}</cbc:TaxExclusiveAmount>"
        f"<cbc:TaxInclusiveAmount>{decimal(total)}</cbc:TaxInclusiveAmount>"
        f"{set_off}<cbc:PayableAmount>{decimal(payable)}</cbc:PayableAmount></cac:LegalMonetaryTotal>\n{body}</{root}>\n"
    )


def rows(number: str, lines: Sequence[Line], **other: str) -> list[list[str]]:
    """The rows of a sheet; `other` gives `date`, `type`, `refers_to`, `vat` or `total` other values."""
    net = sum(line.amount for line in lines)
    head = {"date": "2026-04-01", "type": "389", "refers_to": "", "vat": decimal(vat_of(net))}
    head |= {"total": decimal(net + vat_of(net)), **other}
    return [
        [number, head["date"], head["type"], head["refers_to"], line.case, line.first, line.last,
         "" if line.hours is None else decimal(line.hours), decimal(line.price), decimal(line.amount), head["vat"],
         head["total"]] for line in lines
    ]  # fmt: skip


def head(number: str, total: str, *, refers_to: str = "", on: str = "2026-04-10") -> str:
    """The words that enter the head alone of a self-invoice under IPSU-1; with `refers_to` of a credit."""
    credit = f" --type 261 --refers {refers_to}" if refers_to else ""
    return f"invoice receive --agreement IPSU-1 --on {on} --number {number} --total {total}{credit}"


def csv(*numbers: list[list[str]], headings: str = HEADINGS, delimiter: str = ";") -> str:
    listed = [headings.split(","), *(row for group in numbers for row in group)]
    return "".join(delimiter.join(row) + "\n" for row in listed)


def xlsx(table: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one sheet, with the values as they are given."""
    return workbook({"Sheet": table})


def workbook(sheets: Mapping[str, Iterable[Sequence[Any]]], *hidden: str) -> bytes:
    """A workbook of several sheets, some of them hidden."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in sheets.items():
        page = book.create_sheet(name)
        page.sheet_state = "hidden" if name in hidden else "visible"
        for row in table:
            page.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()

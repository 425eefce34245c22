"""A self-invoice in UBL 2.1, as Peppol BIS Billing 3 has it: an Invoice (389) or a CreditNote (261).

The file comes from outside. A document type declaration can stand only before the root element, and whatever an
entity could do begins there; so defusedxml reads up to the root and refuses one, and the rest, where nothing can be
declared any more, goes through the interpreter's own parser, which is many times as fast. Nothing is ever fetched.
A line is read and let go before the next one is built.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.self_invoice import CREDIT, Reference, StatedInvoice, StatedLine
from ipsu_cli.read.stated import NO_HOURS, StatedFile, StatedHours
from ipsu_cli.read.ubl_values import ValueReader, party_number

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CBC, CAC = f"{{{UBL}CommonBasicComponents-2}}", f"{{{UBL}CommonAggregateComponents-2}}"
CHUNK = 1 << 16
SELF_BILLED_WORD = "självfakturering"
INVOICED_OBJECT = "130"
TOTALS = "LegalMonetaryTotal"
HOUR = "HUR"


class UblForm(NamedTuple):
    """The names that differ between an invoice and a credit note."""

    root: str
    type: str
    line: str
    quantity: str
    sign: int


KINDS = {
    form.root: form
    for form in (
        UblForm(
            f"{{{UBL}Invoice-2}}Invoice", f"{CBC}InvoiceTypeCode", f"{CAC}InvoiceLine", f"{CBC}InvoicedQuantity", 1
        ),
        UblForm(
            f"{{{UBL}CreditNote-2}}CreditNote",
            f"{CBC}CreditNoteTypeCode",
            f"{CAC}CreditNoteLine",
            f"{CBC}CreditedQuantity",
            -1,
        ),
    )
}
# The names of a line's parts, looked up for each of many lines.
ID, NOTE, NAME, DESCRIPTION = f"{CBC}ID", f"{CBC}Note", f"{CBC}Name", f"{CBC}Description"
AMOUNT, PERIOD, ITEM, PRICE = f"{CBC}LineExtensionAmount", f"{CAC}InvoicePeriod", f"{CAC}Item", f"{CAC}Price"
REFERENCE, REFERENCE_TYPE = f"{CAC}DocumentReference", f"{CBC}DocumentTypeCode"
ORDER_LINE, LINE_ID = f"{CAC}OrderLineReference", f"{CBC}LineID"
FIRST, LAST, ISSUED = f"{CBC}StartDate", f"{CBC}EndDate", f"{CBC}IssueDate"
PRICE_AMOUNT, BASE = f"{CBC}PriceAmount", f"{CBC}BaseQuantity"


def read_ubl(stream: BinaryIO) -> StatedFile:
    """The one self-invoice in `stream`, and what is wrong in its lines. Raises `BadFile` for what is no UBL."""
    kind = _kind_of(stream)
    values = ValueReader()
    lines: list[StatedLine] = []
    root: Any = None
    for element in _ended(stream):
        root = element
        if element.tag == kind.line:
            line = _line(len(lines) + 1, element, kind, values)
            lines.append(line)
            element.clear()
    return StatedFile([_head(root, kind, lines, values)], values.faults)


def _kind_of(stream: BinaryIO) -> UblForm:
    """What the root says, before anything else is read; the stream is then where it was."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

    try:
        _, root = next(iter(iterparse(stream, events=("start",), forbid_dtd=True)))
    except (ParseError, LookupError, StopIteration) as error:
        raise _no_xml(error) from None
    except ValueError:  # what defusedxml forbids is one
        raise BadFile("xml.unsafe") from None
    stream.seek(0)
    kind = KINDS.get(root.tag)
    if kind is None:
        raise BadFile("ubl.root", root=root.tag.rpartition("}")[2][:60])
    return kind


def _no_xml(error: Exception) -> BadFile:
    line, column = getattr(error, "position", (0, 0))
    return BadFile("xml.broken", line=line, column=column)


def _ended(stream: BinaryIO) -> Iterator[Any]:
    """Every element when it is whole; the last is the root."""
    from xml.etree.ElementTree import ParseError, XMLPullParser

    parser: Any = XMLPullParser(events=("end",))
    try:
        while piece := stream.read(CHUNK):
            parser.feed(piece)
            for _, element in parser.read_events():
                yield element
        parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise _no_xml(error) from None
    for _, element in parser.read_events():
        yield element


# --- lines ---


def _line(row: int, element: Any, kind: UblForm, values: ValueReader) -> StatedLine:
    parts: dict[str, Any] = {}
    notes, objects = [], []
    for part in element:
        if part.tag == NOTE:
            notes.append(part.text)
        elif part.tag == REFERENCE:
            objects.append(part)
        else:
            parts[part.tag] = part
    hours = _hours(row, parts.get(kind.quantity), kind, values)
    case = _object(objects)
    order = parts[ORDER_LINE].findtext(LINE_ID) if ORDER_LINE in parts else None
    first, last = _period(row, parts.get(PERIOD), values)
    return StatedLine(
        row=row,
        case=case,
        order_line=order and order.strip(),
        texts=() if case else _texts(notes, parts.get(ITEM)),
        from_day=first,
        to_day=last,
        hours=hours.hours,
        stated_hours=hours.text,
        unit_price_ore=_price(parts.get(PRICE), values),
        net_ore=values.money(row, "net", _text(parts.get(AMOUNT)), kind.sign),
    )


def _text(part: Any) -> str | None:
    return None if part is None else part.text


def _object(references: list[Any]) -> str | None:
    """The invoiced object, which is the case."""
    for element in references:
        if (element.findtext(REFERENCE_TYPE) or "").strip() == INVOICED_OBJECT:
            return (element.findtext(ID) or "").strip() or None
    return None


def _texts(notes: list[str | None], item: Any) -> tuple[str, ...]:
    described = (
        [] if item is None else [item.findtext(NAME), *(description.text for description in item.iter(DESCRIPTION))]
    )
    return tuple(text for text in (*notes, *described) if text)


def _hours(row: int, quantity: Any, kind: UblForm, values: ValueReader) -> StatedHours:
    """Hours, where the line counts them."""
    if quantity is None or (quantity.get("unitCode") or "").strip().upper() != HOUR:
        return NO_HOURS
    return values.hours(row, quantity.text, kind.sign)


def _period(row: int, period: Any, values: ValueReader) -> tuple[Any, Any]:
    """The first and the last day; one alone stands for both."""
    if period is None:
        return None, None
    first = values.day(row, "from", period.findtext(FIRST))
    last = values.day(row, "to", period.findtext(LAST))
    return (first or last, last or first)


def _price(price: Any, values: ValueReader) -> Any:
    return None if price is None else values.price(price.findtext(PRICE_AMOUNT), price.findtext(BASE))


# --- the head ---


def _head(root: Any, kind: UblForm, lines: list[StatedLine], values: ValueReader) -> StatedInvoice:
    number, date, type = (root.findtext(name) for name in (ID, f"{CBC}IssueDate", kind.type))
    total = _at(root, f"{TOTALS}/TaxInclusiveAmount") or _at(root, f"{TOTALS}/PayableAmount")
    required = {"ID": number, "IssueDate": date, kind.type.removeprefix(CBC): type, "TaxInclusiveAmount": total}
    missing = [name for name, text in required.items() if not (text or "").strip()]
    if missing:
        raise BadFile("ubl.missing", elements=missing)
    if (kind.sign < 0) != (type.strip() in (CREDIT, "381")):
        raise BadFile("ubl.type-root", type=type.strip(), root=kind.root.rpartition("}")[2])

    def money(path: str) -> Ore | None:
        text = _at(root, path)
        return None if text is None else values.money(0, path.rpartition("/")[2], text, kind.sign)

    def sum_of(name: str) -> Ore:
        return money(f"{TOTALS}/{name}") or Ore(0)

    currency = (_at(root, "DocumentCurrencyCode") or "SEK").strip()
    return StatedInvoice(
        number=values.reference(number),
        date=values.day(0, "date", date),
        type=type.strip(),
        refers_to=_references(root, values),
        total_ore=values.money(0, "total", total, kind.sign),
        net_ore=money(f"{TOTALS}/TaxExclusiveAmount"),
        vat_ore=_vat(root, currency, kind, values),
        lines=tuple(_placed(root, lines, values)),
        time=(_at(root, "IssueTime") or "").strip(),
        agreement=(_at(root, "ContractDocumentReference/ID") or "").strip() or None,
        charges_ore=sum_of("ChargeTotalAmount") - sum_of("AllowanceTotalAmount"),
        lines_ore=money(f"{TOTALS}/LineExtensionAmount"),
        currency=currency,
        seller=_party(root, "AccountingSupplierParty"),
        buyer=_party(root, "AccountingCustomerParty"),
        says_self_billed=_says_so(root),
        payable_ore=money(f"{TOTALS}/PayableAmount"),
        prepaid_ore=money(f"{TOTALS}/PrepaidAmount"),
        rounding_ore=money(f"{TOTALS}/PayableRoundingAmount"),
    )


def _references(root: Any, values: ValueReader) -> tuple[Reference, ...]:
    """The originals that the head refers to, each once."""
    found: dict[str, Reference] = {}
    for place in root.findall(f"{CAC}BillingReference/{CAC}InvoiceDocumentReference"):
        text = place.findtext(ID) or ""
        if text.strip():
            number = values.reference(text)
            found.setdefault(number, Reference(number, values.day(0, "refers_to", place.findtext(ISSUED))))
    return tuple(found.values())


def _path(path: str) -> str:
    """`LegalMonetaryTotal/PayableAmount` with its namespaces: what holds others is aggregate, a value is basic."""
    *holders, value = path.split("/")
    return "/".join([*(CAC + holder for holder in holders), CBC + value])


def _at(root: Any, path: str) -> str | None:
    found: str | None = root.findtext(_path(path))
    return found


def _vat(root: Any, currency: str, kind: UblForm, values: ValueReader) -> Any:
    """The VAT in the currency of the document; another may stand next to it, in the currency of the accounts."""
    amounts = root.findall(_path("TaxTotal/TaxAmount"))
    own = [amount for amount in amounts if amount.get("currencyID", currency) == currency]
    return values.money(0, "vat", own[0].text, kind.sign) if own else None


def _placed(root: Any, lines: list[StatedLine], values: ValueReader) -> Iterator[StatedLine]:
    """The lines; what a line does not say of its period and object, the head may say for all."""
    first, last = _period(0, root.find(PERIOD), values)
    case = _object(root.findall(f"{CAC}AdditionalDocumentReference"))
    for line in lines:
        if line.from_day is None:
            line = line._replace(from_day=first, to_day=last)
        yield line if line.case or not case else line._replace(case=case)


PLACES = ("PartyLegalEntity/CompanyID", "PartyTaxScheme/CompanyID", "EndpointID", "PartyIdentification/ID")


def _party(root: Any, role: str) -> str:
    """The organisation number of a party; what stands in its place where it has none."""
    texts = [(_at(root, f"{role}/Party/{place}") or "").strip() for place in PLACES]
    numbers = [number for number in map(party_number, texts) if number]
    return numbers[0] if numbers else next(filter(None, texts), "")


def _says_so(root: Any) -> bool:
    import unicodedata

    notes = [*root.findall(NOTE), *root.findall(_path("PaymentTerms/Note"))]
    return any(SELF_BILLED_WORD in unicodedata.normalize("NFC", note.text or "").casefold() for note in notes)

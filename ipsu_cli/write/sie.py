"""SIE 4I: the vouchers of invoices, for any accounting program in Sweden. In code page 437, as the format demands."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ipsu_cli import __version__
from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.voucher import Posting, postings
from ipsu_cli.locale import known, say
from ipsu_cli.write.whole_file import write_whole

CODE_PAGE = "cp437"
# The dimension that the format keeps for cost centres.
COST_CENTRE = "1"
# What people write that the code page lacks, as it is written there.
WRITTEN = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2026": "...", "\u20ac": "EUR", "\u00a7": "par.", "\u00d7": "x", "\u00a9": "(c)", "\u00ae": "(R)",
    "\u2122": "(TM)", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "ø": "ö", "Ø": "Ö", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "œ": "oe", "Œ": "OE", "ı": "i",
}  # fmt: skip


def write_sie(path: Path, basis: InvoiceBasis, force: bool) -> None:
    """One voucher for each invoice that counts. Raises `Refused`, and writes nothing, where a text has a
    character that the code page lacks and that cannot be written otherwise."""
    page = "".join(f"{line}\r\n" for line in _lines(basis)).encode(CODE_PAGE)

    def fill(file: BinaryIO) -> None:
        file.write(page)

    write_whole(path, fill, force=force)


def _lines(basis: InvoiceBasis) -> Iterator[str]:
    counting = [invoice for invoice in basis.invoices if invoice.status != "cancelled" and postings(invoice)]
    yield "#FLAGGA 0"
    yield f"#PROGRAM ipsu {field(__version__, 'program')}"
    yield "#FORMAT PC8"
    yield f"#GEN {basis.made_on:%Y%m%d}"
    yield "#SIETYP 4"
    yield f"#ORGNR {basis.orgnr}"
    yield f"#FNAMN {field(basis.office_name, 'office')}"
    for name in ("receivable", "sales", "vat"):
        yield f"#KONTO {basis.accounts[name]} {field(say(f'sheet.account.{name}', basis.lang), name)}"
    yield f"#DIM {COST_CENTRE} {field(say('sheet.cost-centre', basis.lang), 'dimension')}"
    for area in sorted({invoice.area for invoice in counting}):
        yield f"#OBJEKT {COST_CENTRE} {field(area, 'area')} {field(area, 'area')}"
    for invoice in counting:
        yield from _voucher(basis, invoice)


def _voucher(basis: InvoiceBasis, invoice: Invoice) -> Iterator[str]:
    kind = say(f"sheet.kind.{invoice.kind}", basis.lang)
    about = f" ({invoice.refers_to})" if invoice.refers_to else ""
    text = f"{kind} {invoice.number}{about} {invoice.agreement}"
    yield f'#VER "" "" {invoice.date:%Y%m%d} {field(text, "agreement")}'
    yield "{"
    for posting in postings(invoice):
        area = f"{COST_CENTRE} {field(invoice.area, 'area')}" if posting.account == "sales" else ""
        about = _about(basis, invoice, posting)
        yield (
            f"   #TRANS {basis.accounts[posting.account]} {{{area}}} {posting.amount.fixed()}"
            f" {invoice.date:%Y%m%d} {field(about, 'purchaser')}"
        )
    yield "}"


def _about(basis: InvoiceBasis, invoice: Invoice, posting: Posting) -> str:
    """What a row is about: the invoice, and the service or who buys it. Never a case."""
    name = f"sheet.service.{posting.service}"
    service = say(name, basis.lang) if posting.service and known(name, basis.lang) else posting.service
    what = invoice.purchaser if posting.account == "receivable" else service
    return " ".join(part for part in (invoice.number, what) if part)


def field(text: str, where: str) -> str:
    """`text` as it stands in quotation marks; one that it holds has a backslash before it."""
    plain = _in_code_page(" ".join(text.split()), where)
    return '"' + plain.replace("\\", "/").replace('"', '\\"') + '"'


def _in_code_page(text: str, where: str) -> str:
    """`text` in characters that the code page has. Raises `Refused` for one that has no other way to be written."""
    return "".join(_written(char) or _refuse(char, text, where) for char in unicodedata.normalize("NFC", text))


def _written(char: str) -> str:
    """The character in the code page, or what is written for it; nothing where there is no such thing."""
    if char in WRITTEN:
        return WRITTEN[char]
    if _has(char):
        return char
    base = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    return base if all(map(_has, base)) else ""


def _refuse(char: str, text: str, where: str) -> str:
    point = f"U+{ord(char):04X}"
    raise Refused("file.code-page", field=where, text=text, character=point, name=unicodedata.name(char, point))


def _has(char: str) -> bool:
    try:
        return bool(char.encode(CODE_PAGE)) and char.isprintable()
    except UnicodeEncodeError:
        return False

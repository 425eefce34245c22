"""SIE 4I: the vouchers of invoices, for any accounting program in Sweden. In code page 437, as the format demands."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ipsu_cli import __version__
from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.identity import without_century
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.voucher import Posting, Voucher
from ipsu_cli.locale import say
from ipsu_cli.write.whole_file import write_whole

CODE_PAGE = "cp437"
# How long a text may be: what accounting programs show of one.
LONGEST = 50
# The dimension that the format keeps for cost centres.
COST_CENTRE = "1"
# What people write that the code page lacks, as it is written there.
WRITTEN = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2026": "...", "\u20ac": "EUR", "\u00a7": "par.", "\u00d7": "x", "\u00a9": "(c)", "\u00ae": "(R)",
    "\u2122": "(TM)", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "ø": "ö", "Ø": "Ö", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "œ": "oe", "Œ": "OE", "ı": "i", "ẞ": "SS", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ħ": "h", "Ħ": "H", "ĸ": "k",
    "ə": "e", "Ə": "E",
}  # fmt: skip
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "j",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "ch", "ц": "ts", "ч": "tj", "ш": "sj", "щ": "sjtj", "ъ": "'", "ы": "y", "ь": "'", "э": "e",
    "ю": "ju", "я": "ja",
}  # fmt: skip


def write_sie(path: Path, basis: InvoiceBasis, force: bool) -> None:
    """The vouchers. Raises `Refused`, and writes nothing, where a text has a character that the code page lacks and
    that cannot be written otherwise."""
    page = "".join(f"{line}\r\n" for line in _lines(basis)).encode(CODE_PAGE)

    def fill(file: BinaryIO) -> None:
        file.write(page)

    write_whole(path, fill, force=force)


def _lines(basis: InvoiceBasis) -> Iterator[str]:
    yield "#FLAGGA 0"
    yield f"#PROGRAM ipsu {field(__version__, 'program')}"
    yield "#FORMAT PC8"
    yield f"#GEN {basis.made_on:%Y%m%d}"
    yield "#SIETYP 4"
    yield f"#ORGNR {without_century(basis.orgnr)}"
    yield f"#FNAMN {field(basis.office_name, 'office', longest=None)}"
    for account, label in sorted(_accounts(basis).items()):
        yield f"#KONTO {account} {field(label, 'account')}"
    yield f"#DIM {COST_CENTRE} {field(say('sheet.cost-centre', basis.lang), 'dimension')}"
    for code, area in sorted(_cost_centres(basis).items()):
        yield f"#OBJEKT {COST_CENTRE} {field(code, 'cost-centre')} {field(area, 'area')}"
    for voucher in basis.vouchers:
        yield from _voucher(voucher)


def _accounts(basis: InvoiceBasis) -> dict[str, str]:
    """The accounts that the vouchers name; what two rates share is called what it is for the first."""
    found: dict[str, str] = {}
    for voucher in basis.vouchers:
        for row in voucher.rows:
            found.setdefault(row.account, account_label(row.posting, basis.lang))
    return found


def account_label(posting: Posting, lang: str) -> str:
    """What the account of a posting is called: with the rate, where each rate has its own."""
    label = say(f"sheet.account.{posting.role}", lang)
    return label if posting.rate is None else f"{label} {posting.rate} %"


def _cost_centres(basis: InvoiceBasis) -> dict[str, str]:
    return {row.cost_centre: voucher.area for voucher in basis.vouchers for row in voucher.rows if row.cost_centre}


def _voucher(voucher: Voucher) -> Iterator[str]:
    yield f'#VER "" "" {voucher.date:%Y%m%d} {field(voucher.text, "agreement")}'
    yield "{"
    for row in voucher.rows:
        centre = f"{COST_CENTRE} {field(row.cost_centre, 'cost-centre')}" if row.cost_centre else ""
        yield (
            f"   #TRANS {row.account} {{{centre}}} {row.posting.amount_ore.fixed()}"
            f" {voucher.date:%Y%m%d} {field(row.text, 'purchaser')}"
        )
    yield "}"


def field(text: str, where: str, longest: int | None = LONGEST) -> str:
    """`text` as it stands in quotation marks; one that it holds has a backslash before it."""
    plain = _in_code_page(" ".join(text.split()), where)[:longest].rstrip()
    return '"' + plain.replace("\\", "/").replace('"', '\\"') + '"'


def _in_code_page(text: str, where: str) -> str:
    """`text` in characters that the code page has. Raises `Refused` for one that has no other way to be written."""
    return "".join(_written(char) or _refuse(char, text, where) for char in unicodedata.normalize("NFC", text))


def _written(char: str) -> str:
    """The character in the code page, or what is written for it; nothing where there is no such thing."""
    if char in WRITTEN:
        return WRITTEN[char]
    if char.lower() in CYRILLIC:
        latin = CYRILLIC[char.lower()]
        return latin if char.islower() else latin.capitalize()
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

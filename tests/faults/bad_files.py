"""Files of hours as they come from outside, good ones and bad ones, each with what must come of it. Nothing is kept as
a file: all are made here."""

import datetime as dt
import io
import random
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font

DAY, NEXT = dt.date(2026, 3, 10), dt.date(2026, 3, 11)
HEADS = ["Ärende", "Datum", "Timmar"]
# Files that take the memory and the time they take in a process of their own.
HEAVY = {"unpacks to 61 MB", "an entity bomb", "a cell far to the right", "a row far down", "a far row formatted alone"}
Rows = Sequence[tuple[str, str, float]]
GOOD: Rows = (("B1", "2026-03-10", 7.5), ("B1", "2026-03-11", 4.0))


class BadFile(NamedTuple):
    """A file, and what comes of it: the rows that it brings in; else codes of which one must be among the errors (or
    any code, where none is named)."""

    name: str
    content: bytes
    rows: Rows = ()
    codes: tuple[str, ...] = ()


def text_of(delimiter: str = ";", end: str = "\n", before: str = "", hours: str = "7,5") -> str:
    quoted = f'"{hours}"' if delimiter in hours else hours
    lines = [delimiter.join(HEADS), delimiter.join(["B1", "2026-03-10", quoted])]
    return before + end.join([*lines, delimiter.join(["B1", "2026-03-11", "4"])]) + end


def page_of(change: Callable[[Any], None] = lambda page: None, rows: Sequence[Sequence[Any]] | None = None) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.append(HEADS)
    for row in rows or (["B1", DAY, 7.5], ["B1", NEXT, 4]):
        page.append(list(row))
    change(page)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(content: bytes, parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """One part of a packed file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name)


# --- C1, C2: letters and lines ---

MARKED = {"utf-8": b"", "utf-8-sig": b"", "cp1252": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
NOT_OURS = ("mac_roman", "cp850", "cp437", "utf-16-le", "utf-16-be", "utf-32")


def letters() -> Iterator[BadFile]:
    for encoding, mark in MARKED.items():
        for delimiter in ";,\t":
            for end in ("\n", "\r\n", "\r"):
                for before in ("", f"sep={delimiter}{end}"):
                    content = mark + text_of(delimiter, end, before).encode(encoding)
                    yield BadFile(f"{encoding} {delimiter!r} {end!r} {before[:4]}", content, GOOD)
    for encoding in NOT_OURS:
        for delimiter in ";,":
            yield BadFile(f"{encoding} {delimiter}", text_of(delimiter).encode(encoding))
    twice = text_of().replace("Timmar", "Timmar;Ärende").encode().decode("cp1252").encode()
    yield BadFile("encoded twice", twice, codes=("file.encoding",))


def lines() -> Iterator[BadFile]:
    head = ";".join(HEADS)
    row, other = "B1;2026-03-10;7,5", "B1;2026-03-11;4"
    good = {
        "blank lines": f"\n\n{head}\n\n{row}\n;;\n{other}\n\n",
        "quoted": '"Ärende";"Datum";"Timmar"\n"B1";"2026-03-10";"7,5"\n"B1";"2026-03-11";"4"\n',
        "spaces": f" Ärende ; Datum ;TIMMAR\n B1 ; 2026-03-10 ; 7,5 \n{other}",
        "other order": "timmar;ärende;datum\n7,5;B1;2026-03-10\n4;B1;2026-03-11\n",
        "english": "case;on;hours\nB1;2026-03-10;7.5\nB1;2026-03-11;4\n",
        "empty at the end": f"{head};;;\n{row};;;\n{other};;;\n",
        "no end": f"{head}\n{row}\n{other}",
        "composed otherwise": f"A\u0308rende;Datum;Timmar\n{row}\n{other}\n",
        "a column of faults": f"{head};Fel\n{row};x\n{other};\n",
    }
    yield from (BadFile(name, text.encode(), GOOD) for name, text in good.items())
    bad = {
        "empty": ("", "file.empty"),
        "blank": ("\n\n \n", "file.empty"),
        "only sep": ("sep=;\n", "file.empty"),
        "no heading": (f"{row}\n{other}\n", "file.column-unknown"),
        "unknown column": (f"{head};Humör\n{row};glad\n", "file.column-unknown"),
        "doubled column": (f"{head};timmar\n{row};7\n", "file.column-doubled"),
        "the same column twice": (f"{head};hours\n{row};7\n", "file.column-doubled"),
        "missing column": ("Datum;Timmar\n2026-03-10;7\n", "file.column-missing"),
        "short row": (f"{head}\nB1;2026-03-10\n", "option.missing"),
        "long row": (f"{head}\n{row};x\n", "file.cell-count"),
        "a quote that never ends": (f'{head}\nB1;"2026-03-10;7,5\n{other}\n', "file.quote"),
        "a quote in the heading": (f'"{head}\n{row}\n', "file.quote"),
        "a quote in a cell": (f'{head}\nB"1;2026-03-10;"7"5\n', "file.quote"),
        "NUL": (f"{head}\nB\0 1;2026-03-10;7\n", "file.nul"),
        "a line break in a cell": (f'{head}\n"B\n1";2026-03-10;7\n', "value.reference"),
        "a cell of 40 000 characters": (f"{head}\n{'B' * 40_000};2026-03-10;7\n", "file.cell-too-long"),
        "a cell of 200 000 characters": (f"{head}\n{'B' * 200_000};2026-03-10;7\n", "file.cell-too-long"),
        "a heading of 200 000 characters": (f"{'Ä' * 200_000}\n{row}\n", ""),
        "other delimiters": (f"{head}\n{row}\n".replace(";", "|"), "file.column-unknown"),
        "fixed width": ("Ärende Datum      Timmar\nB1     2026-03-10 7\n", "file.column-unknown"),
        "2 000 wrong rows": (f"{head}\n" + "B1;2026-03-10;sju\n" * 2_000, "value.hours"),
        "no day": (f"{head}\nB1;;7\n", "option.one-of"),
        "an escape code": (f"{head}\nB\x1b[31m1;2026-03-10;7\n", "value.reference"),
    }
    yield from (BadFile(name, text.encode(), codes=(code,) if code else ()) for name, (text, code) in bad.items())


# --- C3, C4: numbers and days ---

NUMBERS = ("7,5", "7.5", "7,50", "07,5", "007,50", "7:30")
NO_NUMBERS = (
    "1 000", "1\u00a0000", "1\u202f000", "1\u2009000", "1'000", "7:20", "½", "7½", "1/2", "\u22125", "-5", "+7",
    "1e3", "1E3", "nan", "NaN", "inf", "-inf", "0x10", "1_000", "\uff17", "\u0667", "7,5,0", "7.5.0", "7.", ",5", ".5",
    "7,555", "7,501", "7 h", "7h", "sju", "99999999999999999999", "7%", "$7", "7;", "²", "Ⅶ", "true", "7-5",
)  # fmt: skip
NO_DAYS = (
    "2026-02-30", "2026-02-29", "2026-04-31", "1900-02-29", "2026-13-01", "2026-00-10", "2026-03-00", "0000-00-00",
    "9999-12-31", "1799-01-01", "26-03-10", "260310", "20260310", "03/10/2026", "10/03/2026", "3/10/26", "10.3.2026",
    "10-03-2026", "2026/03/10", "2026.03.10", "2026-3-10", "2026-03-1", "10 mars 2026", "Mar 10, 2026", "46091",
    "46091.5", "2026-03-10T10:30", "2026-03-10 00:00", "2026-03-10T00:00:00Z", "idag", "igår", "today", "yesterday",
    "2026-W11", "v11", "2026-03", "\uff12026-03-10", "2026\u201003\u201010", "2026\u221203\u221210", "2026-03-10x",
    "tisdag",
)  # fmt: skip


def numbers() -> Iterator[BadFile]:
    for word in NUMBERS:
        yield BadFile(f"hours {word}", text_of(hours=word).encode(), GOOD)
        yield BadFile(f"hours {word} as text", page_of(rows=[["B1", DAY, word], ["B1", NEXT, "4"]]), GOOD)
    for word in NO_NUMBERS:
        yield BadFile(f"hours {word!r}", text_of(hours=word).encode(), codes=("value.hours", "file.cell-count"))
        yield BadFile(f"hours {word!r} as text", page_of(rows=[["B1", DAY, word]]), codes=("value.hours",))
    for number, code in ((7.123, "value.hours"), (1e300, "value.hours"), (-4, "value.hours"), (0, "delivery.nothing")):
        yield BadFile(f"hours {number} as a number", page_of(rows=[["B1", DAY, number]]), codes=(code,))


def days() -> Iterator[BadFile]:
    for word in NO_DAYS:
        text = text_of().replace("2026-03-10", word).encode()
        yield BadFile(f"day {word!r}", text, codes=("value.",))
        yield BadFile(f"day {word!r} as text", page_of(rows=[["B1", word, 7.5]]), codes=("value.",))
    at_noon, midnight = (dt.datetime.combine(DAY, dt.time(hour)) for hour in (12, 0))
    yield BadFile("a day as text", page_of(rows=[["B1", "2026-03-10", 7.5], ["B1", "2026-03-11", 4]]), GOOD)
    yield BadFile("a day at midnight", page_of(rows=[["B1", midnight, 7.5], ["B1", NEXT, 4]]), GOOD)
    yield BadFile("a day at noon", page_of(rows=[["B1", at_noon, 7.5]]), codes=("value.date",))
    yield BadFile("a day as a number", page_of(rows=[["B1", 46091, 7.5]]), codes=("value.date",))
    book = io.BytesIO()
    mac = Workbook()
    mac.epoch = dt.datetime.combine(dt.date(1904, 1, 1), dt.time())
    for row in (HEADS, ["B1", DAY, 7.5], ["B1", NEXT, 4]):
        mac.worksheets[0].append(list(row))
    mac.save(book)
    yield BadFile("days since 1904", book.getvalue(), GOOD)


# --- C5: what a sheet may have ---


def sheets() -> Iterator[BadFile]:
    def hide(page: Any) -> None:
        page.row_dimensions[2].hidden = page.column_dimensions["B"].hidden = True
        page.auto_filter.ref = "A1:C3"

    def put(**cells: Any) -> Callable[[Any], None]:
        def change(page: Any) -> None:
            for place, value in cells.items():
                page[place] = value

        return change

    def as_time(page: Any) -> None:
        page["C2"], page["C2"].number_format = 7.5 / 24, "[h]:mm"

    yield BadFile("hidden rows and columns", page_of(hide), GOOD)
    yield BadFile("merged cells", page_of(lambda page: page.merge_cells("A2:A3")), codes=("file.cell-empty",))
    yield BadFile("merged title", page_of(lambda page: page.insert_rows(1, 2)), GOOD)
    yield BadFile("bold", page_of(lambda page: setattr(page["A2"], "font", Font(bold=True))), GOOD)
    yield BadFile("a length of time", page_of(as_time), GOOD)
    yield BadFile("a time of day", page_of(put(C2=dt.time(7, 30))), GOOD)
    yield BadFile("7:20", page_of(put(C2=dt.time(7, 20))), codes=("value.hours",))
    yield BadFile("a formula", page_of(put(C2="=4+3.5")), codes=("file.formula",))
    yield BadFile("a formula of a day", page_of(put(B2="=TODAY()")), codes=("file.formula",))
    yield BadFile("an error cell", page_of(put(C2="#REF!")), codes=("file.error-cell",))
    yield BadFile("yes for hours", page_of(put(C2=True)), codes=("value.hours",))
    yield BadFile("a stray cell", page_of(put(F2="x")), codes=("file.cell-count",))
    yield BadFile("a heading of a number", page_of(put(D1=7)), codes=("file.column-unknown",))
    yield BadFile("a heading missing", page_of(put(C1=None)), codes=("file.cell-count", "file.column-unknown"))
    yield BadFile("a cell far to the right", page_of(put(XFD2="x")), codes=("file.cell-count",))
    yield BadFile("a row far down", page_of(put(A1048576="B1")), codes=("file.too-many-rows",))
    yield BadFile(
        "a far row formatted alone", page_of(lambda page: setattr(page["A900000"], "font", Font(b=True))), GOOD
    )
    yield BadFile("text in numbers", page_of(put(C2="7,5", B2="2026-03-10 ")), GOOD)
    yield BadFile("a title for a heading", page_of(put(A1="Mars", B1=None, C1=None)), codes=("file.column-unknown",))
    yield BadFile("nothing but a heading", page_of(lambda page: page.delete_rows(2, 2)), ())
    yield BadFile("an empty sheet", page_of(lambda page: page.delete_rows(1, 3)), codes=("file.empty",))


# --- C6, C7: what is no sheet of ours ---

CONTENT = "[Content_Types].xml"


def others() -> Iterator[BadFile]:
    good = page_of()
    starts = {
        "an older workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "a password": b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "an oldest workbook": b"\x09\x08\x10\0\0\x06\x05\0" + bytes(40),
        "a web page": b"<html><table><tr><td>B1</td></tr></table></html>",
        "a web page with a mark": b"\xef\xbb\xbf\n<!DOCTYPE html><p>",
        "XML": b"<?xml version='1.0'?><Invoice/>",
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(90),
        "packed": b"\x1f\x8b\x08" + bytes(90),
        "a database": b"SQLite format 3\0" + bytes(90),
        "noise": random.Random(7).randbytes(5_000),
        "a list": b"[1, 2]",
        "half a JSON": b'{"deliveries":[{"case":"B1"',
        "JSON of another kind": b'{"cases":[]}',
        "an empty archive": b"PK\x05\x06" + bytes(18),
        "half a workbook": good[: len(good) // 2],
        "the end of a workbook": good[len(good) // 2 :],
    }
    yield from (BadFile(name, content) for name, content in starts.items())
    parts: dict[str, dict[str, bytes]] = {
        "no workbook part": {"xl/workbook.xml": b""},
        "a broken sheet": {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row>"},
        "no types": {CONTENT: b""},
        "no styles": {"xl/styles.xml": b"<x"},
        "an entity bomb": {"xl/workbook.xml": BOMB + b"<workbook>&c;</workbook>"},
        "an entity from a file": {
            "xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
        },
        "strict": {"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'},
        "unpacks to 61 MB": {"xl/media/a.bin": bytes(61 * 1024 * 1024)},
        "2 000 parts": {f"xl/media/{n}": b"" for n in range(2_000)},
    }
    yield from (BadFile(name, repacked(good, dict(changed))) for name, changed in parts.items())
    for name in ("../out.txt", "/etc/out.txt", "xl/../../out.txt", "C:\\out.txt"):
        yield BadFile(f"a part called {name}", repacked(good, {name: b"x"}), GOOD)
    yield BadFile("macros", repacked(good, {"xl/vbaProject.bin": b"x"}), GOOD)


BOMB = b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 1_000 + b'"><!ENTITY b "' + b"&a;" * 1_000 + b'"><!ENTITY c "' + (
    b"&b;" * 1_000 + b'">]>'
)  # fmt: skip


# --- C8, C9: texts that act, and what rules refuse ---


def rules() -> Iterator[BadFile]:
    for case in ("=cmd|'/c calc'!A0", "+46", "-5", "@SUM(A1)", "\uff1dA1", "B9", "b1", "[red]B1", "B1/../B2", "'B1"):
        yield BadFile(f"case {case!r}", text_of().replace("B1", case).encode())
    refused = {
        "2026-03-01;1": "delivery.outside-period",
        "2026-05-07;1": "delivery.future",
        "2026-03-10;25": "delivery.over-day",
        "2026-03-10;300": "delivery.over-plan",
        "2026-03-10;0": "delivery.nothing",
    }
    for cells, code in refused.items():
        yield BadFile(f"row {cells}", f"{';'.join(HEADS)}\nB1;{cells}\n".encode(), codes=(code,))
    twice = f"{';'.join(HEADS)}\n" + "B1;2026-03-10;4\n" * 2
    yield BadFile("two equal rows", twice.encode(), (("B1", "2026-03-10", 4.0),) * 2)
    week = "Ärende;Vecka;Timmar\nB1;2026-W11;4\n"
    yield BadFile("a week without its year", week.replace("2026-", "").encode(), codes=("value.relative",))


def corpus() -> list[BadFile]:
    """All of them."""
    makers = (letters, lines, numbers, days, sheets, others, rules)
    return [file for maker in makers for file in maker()]


# --- mutations ---


def mutated(count: int) -> Iterator[BadFile]:
    """Good files with some of their bytes changed; whatever comes of them, it is one of the two."""
    chance = random.Random(20260310)
    good = (text_of().encode(), text_of(",").encode("utf-16"), page_of(), as_json())
    for n in range(count):
        content = bytearray(good[n % len(good)])
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            _mutate(content, chance)
        yield BadFile(f"mutation {n}", bytes(content))


def _mutate(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) + 1)
    match chance.randrange(4):
        case 0 if at < len(content):
            content[at] = chance.randrange(256)
        case 1:
            content[at:at] = chance.randbytes(chance.choice((1, 2, 30)))
        case 2:
            del content[at : at + chance.choice((1, 3, 50))]
        case _:
            content[at:at] = content[at : at + 40] * chance.choice((1, 3))


def as_json() -> bytes:
    rows = ",\n".join(f'{{"case":"{ref}","hours":{hours},"on":"{day}"}}' for ref, day, hours in GOOD)
    return f'{{"deliveries":[\n{rows}\n]}}\n'.encode()

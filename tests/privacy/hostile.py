"""What somebody hostile may plant: texts that act, and files that are no files, in every way into the program.

A *way* takes a text, and gives the command that reads it with the files that it lies in. Whatever comes of it, the text
is refused or kept as it is written, and acts nowhere.
"""

import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.bank_files import Row, bgmax, camt
from tests.faults import bad_files
from tests.privacy import hostile_late
from tests.privacy.planting import Planted, Way, csv_of, options, xlsx_of
from tests.self_invoices import Line, ubl
from tests.self_invoices import csv as self_invoice_csv
from tests.self_invoices import rows as self_invoice_rows

TEXTS = (
    # What a terminal would do something with: colours, a title, the clipboard, a link, a cursor, C1.
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b]52;c;eA==\x07", "\x1b]8;;http://x\x1b\\link", "\x1b[2J", "\x9b31m", "a\rb",
    "a\x08b", "a\x7fb", "a\x00b",
    # What hides, or turns the line around.
    "\u202eabc", "\u2066x\u2069", "\u200bx", "\u00adx", "x\u115fy", "\ufeffz", "x\uffff", "x\U000e0041y", "x\u2028y",
    "x\u3164y",
    # Markup and formats.
    "[red]x[/]", "[/x]", ":smile:", "%s%n%d", "{0}{x}", "${HOME}", "`id`", "$(id)", "<b>x</b>&amp;", "]]>",
    # Formulas and SQL.
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "=HYPERLINK(\"http://x\")", "_x001b_[31m",
    "'; DROP TABLE people;--", "x' OR '1'='1", "\" OR \"\"=\"", "%' --",
    # Paths.
    "../../etc/passwd", "..\\..\\x", "/dev/stdin", "C:\\x", "~root", "-rf", "--db=x", "con", "x" * 300,
)  # fmt: skip
# What must never reach a screen as it is.
ACTING = {char for text in TEXTS for char in text if not char.isprintable() or char in "\u115f\u3164"} - {"\n"}
CASES = "case,service,agreement,personnummer,name,from,to,coach,site"
ROW = ("N1", "ipsu-b", "S1", "19850505-2384", "Li", "2026-03-02", "2026-05-31", "", "")
CASE = dict(zip(CASES.split(","), ROW, strict=True))


def _json(text: str) -> Planted:
    row = {"case": "B1", "on": "2026-03-10", "hours": 7.5, "no_show": False, "case_note": text}
    return Planted(["import", "deliveries", "in.json"], {"in.json": json.dumps({"deliveries": [row]}).encode()})


def _json_case(text: str) -> Planted:
    row = {"case": text, "on": "2026-03-10", "hours": 7.5}
    return Planted(["import", "deliveries", "in.json"], {"in.json": json.dumps({"deliveries": [row]}).encode()})


def _ubl(**fields: str) -> Way:
    """A self-invoice with the text where a field says `@`."""

    def planted(text: str) -> Planted:
        put = {name: escape(value.replace("@", text)) for name, value in fields.items()}
        line = Line(put.pop("case", "B1"), "2026-03-02", "2026-03-08", 7_00)
        made = ubl(put.pop("number", "1001"), [line], **put)  # type: ignore[arg-type]
        return Planted(["invoice", "receive", "in.xml"], {"in.xml": made.encode("utf-8", "surrogatepass")})

    return planted


def _self_invoice(text: str) -> Planted:
    table = self_invoice_csv(
        self_invoice_rows("1001", [Line(text.replace(";", ","), "2026-03-02", "2026-03-08", 7_00)])
    )
    return Planted(["invoice", "receive", "in.csv"], {"in.csv": table.encode("utf-8", "surrogatepass")})


def _camt(**fields: str) -> Way:
    def planted(text: str) -> Planted:
        put: dict[str, Any] = {name: escape(value.replace("@", text)) for name, value in fields.items()}
        made = camt(Row("2026-05-06", "100.00", **put))
        return Planted(["invoice", "bank", "in.xml"], {"in.xml": made.encode("utf-8", "surrogatepass")})

    return planted


def _bgmax(text: str) -> Planted:
    kept = text.encode("iso-8859-1", "replace").decode("iso-8859-1")[:25].replace("\n", " ")
    return Planted(["invoice", "bank", "in.txt"], {"in.txt": bgmax("2026-05-06", (kept, 100_00), extra=(f"25{kept}",))})


def _named(*words: str, ending: str = "", content: bytes | None = None) -> Way:
    """The text is the name of a file, as far as a file can be called so."""

    def planted(text: str) -> Planted:
        name = text.replace("\0", "").replace("/", "_")[:200] + ending
        files = {name: content} if content is not None else {}
        return Planted([word.replace("@", name) for word in words], files)

    return planted


def _document(text: str) -> Planted:
    return Planted(["document", "write", "B1", "sr", "--file", "-"], stdin=f"# Mål\n\n{text}\n")


def _query(text: str) -> Planted:
    return Planted(["query", "-"], stdin=text)


FIELDS = (
    "case edit B1 --coach @", "case edit B1 --site @", "case edit B1 --order @", "case edit B1 --name @",
    "case edit B1 --officer @", "contact add B1 officer --on 2026-04-02 --note @", "contact add B1 @ --on 2026-04-02",
    "agreement edit S1 --purchaser @ --reason x", "agreement edit S1 --to 2027-01-01 --reason @",
    "case rename B1 @ --reason x", "setting set address @", "find @", "case list --coach @", "case show @", "query @",
    "help @", "explain @", "import cases @", "import @ x.csv", "export cases @", "export @ x.csv", "log @",
    "--who @ case edit B1 --coach x", "--key @ case edit B1 --coach y", "--today @ status", "--lang @ status",
    "--db @ status", "@", "case @", "case list --@", "deliver B1 @ --on 2026-03-03", "deliver B1 7 --on @",
    "plan set B1 @ --reason x", "document write B1 sr --file @", "invoice show @", "week @", "report kpi --coach @",
    "participant export @", "acknowledgement add B1 register.gender --reason @", "undo @", "backup @",
    "restore @ --yes",
)  # fmt: skip
WAYS: dict[str, Way] = {
    **{line: options(line) for line in FIELDS},
    **{f"the column {name} of a .csv": csv_of(name, CASE, ["import", "cases", "in.csv"])
       for name in ("case", "name", "coach", "site", "personnummer")},
    **{f"the column {name} of an .xlsx": xlsx_of(name, CASE, ["import", "cases", "in.xlsx"])
       for name in ("case", "name", "coach", "site")},
    "a .csv on stdin": csv_of("coach", CASE, ["import", "cases", "-"], stdin=True),
    "a field of JSON": _json, "the case of JSON": _json_case,
    "the number of a self-invoice": _ubl(number="@"), "the case of a self-invoice": _ubl(case="@"),
    "the note of a self-invoice": _ubl(note="Självfakturering @"), "what a self-invoice refers to": _ubl(refers_to="@"),
    "the day of a self-invoice": _ubl(date="@"), "the time of a self-invoice": _ubl(time="@"),
    "the currency of a self-invoice": _ubl(currency="@"), "the seller of a self-invoice": _ubl(seller="@"),
    "the note of a line": _ubl(case="@", where="note"), "the name of a line": _ubl(case="@", where="name"),
    "a row of a self-invoice in .csv": _self_invoice,
    "the text of a payment": _camt(text="@"), "the reference of a payment": _camt(reference="@"),
    "the number of a payment": _camt(id="@"), "what a bank adds": _camt(info="@"),
    "the day of a payment": _camt(value="@"),
    "a reference of BgMax": _bgmax,
    "the name of a .csv": _named("import", "cases", "@", ending=".csv", content=b"case\nB1\n"),
    "the name of an .xml": _named("invoice", "receive", "@", ending=".xml", content=b"<Invoice/>"),
    "the name of a bank file": _named("invoice", "bank", "@", ending=".xml", content=b"<Document/>"),
    "the name of a text": _named("document", "write", "B1", "sr", "--file", "@", ending=".md", content=b"# Text\n"),
    "the name of an office": _named("--db", "@", "status", ending=".db", content=b"SQLite format 3\0"),
    "the name of an export": _named("export", "cases", "@", ending=".csv"),
    "the name of a copy": _named("backup", "@", ending=".db"),
    "a text on stdin": _document, "SQL on stdin": _query,
    **dict(hostile_late.ways()),
}  # fmt: skip


# --- files that are no files ---

HEAD = '<?xml version="1.0"?>'
MANY = [f"a{n}='{n}'" for n in range(20_000)]
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def xml_tricks(root: str) -> Iterator[tuple[str, bytes]]:
    """Entities that grow, that read a file or ask the network, and what is built to be costly."""
    tricks = {
        "laughs": f'{HEAD}<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><{root}>&l9;</{root}>',
        "quadratic": f'{HEAD}<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]><{root}>{"&a;" * 5_000}</{root}>',
        "a file": f'{HEAD}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><{root}>&a;</{root}>',
        "a page": f'{HEAD}<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]><{root}>&a;</{root}>',
        "a DTD": f'{HEAD}<!DOCTYPE {root} SYSTEM "http://127.0.0.1:9/x.dtd"><{root}/>',
        "a parameter": f'{HEAD}<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><{root}/>',
        "an include": f'<{root} xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="/etc/passwd"/></{root}>',
        "a stylesheet": f'{HEAD}<?xml-stylesheet href="http://127.0.0.1:9/x"?><{root}/>',
        "deep": f"<{root}>{'<a>' * 50_000}",
        "a long attribute": f"<{root} a={quoteattr('x' * 2_000_000)}/>",
        "many attributes": f"<{root} {' '.join(MANY)}/>",
        "another encoding": f'<?xml version="1.0" encoding="UTF-7"?><{root}/>',
        "a wrong encoding": f'<?xml version="1.0" encoding="UTF-16"?><{root}/>',
        "nothing": "", "a mark alone": "\ufeff", "no root": HEAD,
    }  # fmt: skip
    for name, text in tricks.items():
        yield f"XML: {name}", text.encode()


def no_files() -> Iterator[tuple[str, bytes]]:
    """Files of other kinds, packed files with tricks, and sheets that are too large: those of deliveries, for all."""
    for file in (*bad_files.others(), *bad_files.sheets()):
        if file.name not in bad_files.HEAVY:
            yield file.name, file.content
    yield from xml_tricks("Invoice")
    yield from xml_tricks("Document")


READERS = (
    "import cases in.file", "invoice receive in.file", "invoice bank in.file", "import deliveries in.file",
    "import contacts in.file", "restore in.file --yes", "status --db in.file", "invoice reconcile 2026-0001 in.file",
)  # fmt: skip

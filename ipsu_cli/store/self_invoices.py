"""The agency's self-invoices, their lines, and the files that they came in."""

import datetime as dt
import sqlite3
from collections.abc import Iterable

from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.core.series import Numbered
from ipsu_cli.core.text import as_word
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.answers import IS_OF_PROTECTED, line_answer
from ipsu_cli.store.filters import AGREEMENT, fitting
from ipsu_cli.store.rows import day
from ipsu_cli.store.scope import Chosen

SELF_INVOICE = "SELECT s.*, a.ref AS agreement FROM self_invoices s JOIN agreements a ON a.id = s.agreement_id"
FIND = SELF_INVOICE + " WHERE a.ref = :agreement AND s.year = :year AND s.number = :number"
INVOICE_NUMBERS = """
    SELECT s.id, a.ref AS agreement, s.number, s.on_day FROM self_invoices s JOIN agreements a ON a.id = s.agreement_id
    WHERE s.type = '389' ORDER BY s.on_day, s.id
"""
OF_NUMBER = (
    SELF_INVOICE
    + """
    WHERE s.number = :number AND (:agreements IS NULL OR a.ref IN (SELECT value FROM json_each(:agreements)))
      AND (:year IS NULL OR s.year = :year)
    ORDER BY a.ref, s.year
"""
)
BY_ID = SELF_INVOICE + " WHERE s.id = :id"
LIST = (
    SELF_INVOICE + " WHERE :month IS NULL OR substr(s.on_day, 1, 7) = :month ORDER BY s.on_day, a.ref, s.number, s.id"
)
OF_PACKAGE = (
    SELF_INVOICE
    + """
    LEFT JOIN received_files f ON f.id = s.file_id
    WHERE f.sha256 IN (SELECT value FROM json_each(:files)) OR (s.file_id IS NULL AND substr(s.on_day, 1, 7) = :month)
    ORDER BY s.on_day, a.ref, s.number, s.id
"""
)
LINES = f"""
    SELECT l.*, c.ref, w.state, w.why, w.on_day, w.who, w.awaits,
           CASE WHEN w.reason IS NOT NULL AND NOT p.protected AND NOT {IS_OF_PROTECTED} THEN w.reason END AS reason,
           (SELECT group_concat(number, ', ') FROM (SELECT o.number FROM self_invoice_settlements k
            JOIN self_invoices o ON o.id = k.settled_by_id WHERE k.answer_id = w.id ORDER BY k.id)) AS settled_by
    FROM self_invoice_lines l JOIN cases c ON c.id = l.case_id JOIN people p ON p.id = c.person_id
    LEFT JOIN self_invoice_answers w ON w.line_id = l.id
    WHERE l.self_invoice_id = :id ORDER BY l.id
"""
NUMBERS = """
    SELECT a.ref, s.number, s.on_day FROM self_invoices s JOIN agreements a ON a.id = s.agreement_id
    WHERE :agreement IS NULL OR a.ref = :agreement ORDER BY s.on_day, s.id
"""
# A file may call a case by what it was called before, where no other case is called so.
CASES = """
    WITH former AS (SELECT id, ref FROM cases_past WHERE ref NOT IN (SELECT ref FROM cases)
                    GROUP BY ref HAVING count(DISTINCT id) = 1),
         named AS (SELECT id, ref AS name FROM cases UNION ALL SELECT id, ref FROM former)
    SELECT n.name, c.id, c.ref, a.ref AS agreement
    FROM named n JOIN cases c ON c.id = n.id LEFT JOIN agreements a ON a.id = c.agreement_id
"""
FILE = "SELECT id FROM received_files WHERE sha256 = :sha256"
# The bytes are no fact of their own: the row of the file carries the change and the digest.
KEEP_BYTES = "INSERT INTO received_bytes (file_id, content) VALUES (:file, :content)"


class KnownCase(NamedTuple):
    """A case that a line may be about, by its reference of today."""

    id: int
    ref: str
    agreement: str | None


class SelfNumber(NamedTuple):
    """The number of a self-invoice that asks for money, and its day."""

    id: int
    agreement: str
    number: str
    on: dt.date


def from_row(row: sqlite3.Row, lines: Iterable[SelfLine] = ()) -> SelfInvoice:
    """The self-invoice of a row of `SELF_INVOICE`."""
    return SelfInvoice(
        number=row["number"],
        date=kept_day(row["on_day"]),
        type=row["type"],
        agreement=row["agreement"],
        refers_to=row["refers_to"],
        net_ore=Ore(row["net_ore"]),
        vat_ore=Ore(row["vat_ore"]),
        total_ore=Ore(row["total_ore"]),
        lines=tuple(lines),
        payable_ore=_maybe(row["payable_ore"]),
        prepaid_ore=_maybe(row["prepaid_ore"]),
        rounding_ore=_maybe(row["rounding_ore"]),
    )


def _maybe(amount: int | None) -> Ore | None:
    return None if amount is None else Ore(amount)


def lines(store: Store, id: int) -> list[SelfLine]:
    """The lines of a self-invoice, as the agency put them."""
    return [
        SelfLine(
            row["ref"],
            day(row["from_day"]),
            day(row["to_day"]),
            None if row["hours"] is None else Hours(row["hours"]),
            _maybe(row["unit_price_ore"]),
            Ore(row["net_ore"]),
            row["stated_hours"],
            line_answer(row),
            row["id"],
        )
        for row in store.all(LINES, id=id)
    ]


def _whole(store: Store, row: sqlite3.Row | None) -> SelfInvoice | None:
    return from_row(row, lines(store, row["id"])) if row else None


def find(store: Store, agreement: str, year: int, number: str) -> tuple[int, SelfInvoice] | None:
    """The self-invoice of that number in the series, with its id."""
    row = store.first(FIND, agreement=agreement, year=year, number=number)
    return (row["id"], from_row(row, lines(store, row["id"]))) if row else None


def of_number(store: Store, wanted: Wanted) -> dict[int, SelfInvoice]:
    """The self-invoices that are named so, without their lines, by their ids. Raises `Refused` where there is none."""
    chosen = Chosen(agreements=fitting(store, AGREEMENT, [wanted.agreement] if wanted.agreement else ()))
    rows = store.all(OF_NUMBER, number=wanted.number, year=wanted.year, **chosen.values())
    found = {row["id"]: from_row(row) for row in rows}
    if not found:
        raise Refused("self-invoice.unknown", number=wanted.number, command="ipsu invoice list --received")
    return found


def invoice_numbers(store: Store) -> list[SelfNumber]:
    """The numbers of all self-invoices but credits, by their day."""
    return [
        SelfNumber(row["id"], row["agreement"], row["number"], kept_day(row["on_day"]))
        for row in store.all(INVOICE_NUMBERS)
    ]


def the_one(wanted: Wanted, found: dict[int, SelfInvoice], command: str) -> int:
    """The id of the only one. Raises `Refused` where several have the number: each is named, and what tells them apart
    is added to `command`."""
    if len(found) == 1:
        return next(iter(found))
    first = next(iter(found.values()))
    raise Refused(
        "self-invoice.which",
        rule="E13",
        command=f"{command} --agreement {as_word(first.agreement)} --year {first.date.year}",
        number=wanted.number,
        fitting=[f"{invoice.agreement} {invoice.date.year}" for invoice in found.values()],
    )


def by_id(store: Store, id: int) -> SelfInvoice:
    """The self-invoice of that id, which is there."""
    found = _whole(store, store.first(BY_ID, id=id))
    assert found is not None
    return found


def listed(store: Store, month: Month | None = None, *, with_lines: bool) -> dict[int, SelfInvoice]:
    """The self-invoices of a month's days, or all, by their ids, the oldest first."""
    rows = store.all(LIST, month=month)
    return {row["id"]: from_row(row, lines(store, row["id"]) if with_lines else ()) for row in rows}


def of_package(store: Store, month: Month, files: Iterable[str]) -> list[SelfInvoice]:
    """The self-invoices in files of these SHA-256, and those of the month's days that were entered by hand."""
    rows = store.all(OF_PACKAGE, month=month, files=json_list(files))
    return [from_row(row, lines(store, row["id"])) for row in rows]


def numbers(store: Store, agreement: str | None = None) -> list[Numbered]:
    """The numbers of the agency's series, by their day."""
    return [
        Numbered(row["ref"], row["number"], kept_day(row["on_day"])) for row in store.all(NUMBERS, agreement=agreement)
    ]


def known_cases(store: Store) -> dict[str, KnownCase]:
    """Every case by its reference, and by those that it was called by before."""
    return {row["name"]: KnownCase(row["id"], row["ref"], row["agreement"]) for row in store.all(CASES)}


def is_typed(store: Store, id: int) -> bool:
    """Was it entered by hand, and has no file come since?"""
    return bool(store.value("SELECT file_id IS NULL FROM self_invoices WHERE id = :id", id=id))


def keep_file(store: Writing, content: bytes, suffix: str) -> int:
    """Keep a file as it came; the same bytes are kept once."""
    from ipsu_cli.core.digest import digest

    sha256 = digest(content).hex()
    there = store.value(FILE, sha256=sha256)
    if there is not None:
        return int(there)
    id = store.add("received_files", sha256=sha256, size=len(content), suffix=suffix)
    store.conn.execute(KEEP_BYTES, {"file": id, "content": content})
    return id


def add(
    store: Writing, invoice: SelfInvoice, agreement_id: int, cases: dict[str, KnownCase], file_id: int | None
) -> int:
    """Enter a self-invoice with its lines, and return its id."""
    id = store.add(
        "self_invoices", agreement_id=agreement_id, year=invoice.date.year, **_head(invoice), file_id=file_id
    )
    add_lines(store, id, invoice.lines, cases)
    return id


def complete(store: Writing, id: int, invoice: SelfInvoice, cases: dict[str, KnownCase], file_id: int | None) -> None:
    """Give a self-invoice that was entered as a head alone its lines."""
    store.alter("self_invoices", id, **_head(invoice), file_id=file_id)
    add_lines(store, id, invoice.lines, cases)


def _head(invoice: SelfInvoice) -> dict[str, object]:
    return {
        "number": invoice.number,
        "on_day": invoice.date.isoformat(),
        "type": invoice.type,
        "refers_to": invoice.refers_to,
        "net_ore": invoice.net_ore,
        "vat_ore": invoice.vat_ore,
        "total_ore": invoice.total_ore,
        "payable_ore": invoice.payable_ore,
        "prepaid_ore": invoice.prepaid_ore,
        "rounding_ore": invoice.rounding_ore,
    }


def add_lines(store: Writing, id: int, lines: Iterable[SelfLine], cases: dict[str, KnownCase]) -> None:
    """Enter lines of a self-invoice."""
    for line in lines:
        store.add(
            "self_invoice_lines",
            self_invoice_id=id,
            case_id=cases[line.case].id,
            from_day=line.from_day and line.from_day.isoformat(),
            to_day=line.to_day and line.to_day.isoformat(),
            hours=line.hours,
            unit_price_ore=line.unit_price_ore,
            net_ore=line.net_ore,
            stated_hours=line.stated_hours,
        )

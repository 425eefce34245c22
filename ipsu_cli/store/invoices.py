"""Invoices, their lines, and the investigations of them."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.invoice import Approval, Invoice, Line
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import NamedRow, number, placed

if TYPE_CHECKING:  # only a whole invoice has its payments
    from ipsu_cli.core.payment import Payment

INVOICE = """
    SELECT n.*, a.ref AS agreement, a.area, a.purchaser, r.year AS ref_year, r.no AS ref_no,
           (SELECT coalesce(sum(amount_ore), 0) FROM payments p WHERE p.invoice_id = n.id) AS paid,
           (SELECT coalesce(sum(rounding_ore), 0) FROM payments p WHERE p.invoice_id = n.id) AS rounding,
           (SELECT sum(l.net_ore) FROM invoice_lines l WHERE l.invoice_id = n.id
                AND l.status = 'corrected') AS left_net,
           (SELECT coalesce(sum(k.set_off_ore), 0) FROM invoices k WHERE k.refers_to_id = n.id) AS credited,
           CASE WHEN n.approved_on IS NOT NULL THEN
               (SELECT c.who FROM invoices_ever e JOIN changes c ON c.id = e.entered_by
                WHERE e.id = n.id AND e.approved_on IS NOT NULL ORDER BY e.entered_by LIMIT 1) END AS approved_by
    FROM invoices n
    JOIN agreements a ON a.id = n.agreement_id
    LEFT JOIN invoices r ON r.id = n.refers_to_id
"""
GET = INVOICE + " WHERE n.year = :year AND n.no = :no"
BY_ID = INVOICE + " WHERE n.id = :id"
SET_OFF = "SELECT set_off_ore FROM invoices WHERE id = :id"
CREDITED = "SELECT EXISTS (SELECT 1 FROM invoices WHERE refers_to_id = :id AND set_off_ore IS NOT NULL)"
LIST = INVOICE + " WHERE :month IS NULL OR n.month = :month ORDER BY n.year, n.no"
UNANSWERED = INVOICE + " WHERE n.status = 'created' OR n.status = 'rejected' ORDER BY n.made_on, n.year, n.no"
CANCELLED_IN = (
    INVOICE
    + """
    WHERE n.status = 'cancelled' AND substr(n.made_on, 1, 7) = :month
      AND NOT EXISTS (SELECT 1 FROM vouchers v WHERE v.invoice_id = n.id)
    ORDER BY n.year, n.no
"""
)
MADE = INVOICE + " WHERE n.entered_by = :change ORDER BY n.year, n.no"
LINES = """
    SELECT l.*, c.ref, r.year AS ref_year, r.no AS ref_no
    FROM invoice_lines l
    JOIN cases c ON c.id = l.case_id
    LEFT JOIN invoices r ON r.id = l.refers_to_id
    WHERE l.invoice_id = :invoice ORDER BY c.ref, l.from_day, l.id
"""
LINE_IDS = """
    SELECT l.id FROM invoice_lines l JOIN cases c ON c.id = l.case_id
    WHERE l.invoice_id = :invoice AND c.ref = :case AND l.status = :status ORDER BY l.id
"""
ON_LINE = """
    SELECT d.id FROM deliveries d JOIN invoiced i ON i.delivery_id = d.id
    WHERE d.case_id = (SELECT case_id FROM invoice_lines WHERE id = :line) AND i.line_id = :line ORDER BY d.id
"""
OPEN_INVESTIGATIONS = """
    SELECT i.id, c.ref, i.opened FROM investigations i JOIN cases c ON c.id = i.case_id
    WHERE i.invoice_id = :invoice AND i.closed IS NULL ORDER BY c.ref
"""
IN_SCOPE = """
    SELECT DISTINCT n.year, n.no FROM invoices n
    JOIN invoice_lines l ON l.invoice_id = n.id JOIN scope s ON s.id = l.case_id
"""
FREE_AGAIN = "INSERT INTO free VALUES (:delivery)"
OFF_LINE = "DELETE FROM invoiced WHERE delivery_id = :delivery"


def from_row(row: NamedRow, lines: Sequence[Line] = (), paid: "Sequence[Payment]" = ()) -> Invoice:
    """The invoice of a row of `INVOICE`."""
    return Invoice(
        number=number(row["year"], row["no"]),
        kind=row["kind"],
        refers_to=number(row["ref_year"], row["ref_no"]),
        agreement=row["agreement"],
        area=row["area"],
        purchaser=row["purchaser"],
        month=Month(row["month"]),
        date=kept_day(row["made_on"]),
        status=row["status"],
        vat=Percent(row["vat"]),
        vat_exempt_reason=row["vat_exempt_reason"],
        net_ore=Ore(row["net_ore"]),
        vat_ore=Ore(row["vat_ore"]),
        total_ore=Ore(row["total_ore"]),
        paid_ore=Ore(row["paid"]),
        open_ore=_standing(row) - Ore(row["paid"]) + Ore(row["rounding"]),
        payable_from=kept_day(row["payable_from"]),
        lines=tuple(lines),
        rounding_ore=Ore(row["rounding"]),
        payments=tuple(paid),
        approved=Approval(kept_day(row["approved_on"]), row["approved_by"]) if row["approved_on"] else None,
        id=row["id"],
    )


def _whole(store: Store, row: sqlite3.Row) -> Invoice:
    from ipsu_cli.store import payments

    return from_row(row, lines(store, row["id"]), payments.of_invoice(store, row["id"]))


def _standing(row: NamedRow) -> Ore:
    """What stands of it with VAT: that is as issued, until lines have left it."""
    if row["status"] == "cancelled":
        return Ore(0)
    left = Ore(row["left_net"] or 0)
    net = Ore(row["net_ore"]) - left
    vat = vat_of(net, Percent(row["vat"])) if left else Ore(row["vat_ore"])
    return net + vat - Ore(row["credited"]) + Ore(row["set_off_ore"] or 0)


def line_from_row(row: NamedRow) -> Line:
    """The line of a row of `LINES`."""
    return Line(
        id=row["id"],
        case=row["ref"],
        service=row["service"],
        from_day=kept_day(row["from_day"]),
        to_day=kept_day(row["to_day"]),
        quantity=Quantity(row["quantity"]),
        unit=row["unit"],
        unit_price_ore=Ore(row["unit_price_ore"]),
        net_ore=Ore(row["net_ore"]),
        status=row["status"],
        refers_to=number(row["ref_year"], row["ref_no"]),
    )


def _row(store: Store, ref: str) -> sqlite3.Row:
    place = placed(ref)
    row = store.first(GET, **place) if place else None
    if row is None:
        raise Refused("invoice.unknown", invoice=ref, command="ipsu invoice list")
    return row


def get(store: Store, ref: str) -> Invoice:
    """The invoice with its lines and payments. Raises `Refused` where there is none."""
    return _whole(store, _row(store, ref))


def by_id(store: Store, id: int) -> Invoice:
    """The invoice with its lines and payments, by its id."""
    row = store.first(BY_ID, id=id)
    assert row is not None
    return _whole(store, row)


def made_by_credit(store: Store, id: int) -> bool:
    """Is it a credit that takes back an approved invoice? One that a build made is not."""
    return store.value(SET_OFF, id=id) is not None


def is_credited(store: Store, id: int) -> bool:
    """Does a credit of ours refer to it?"""
    return bool(store.value(CREDITED, id=id))


def find(store: Store, ref: str) -> Invoice | None:
    """The invoice without its lines, or None where there is none."""
    place = placed(ref)
    row = store.first(GET, **place) if place else None
    return from_row(row) if row else None


def head(store: Store, ref: str) -> Invoice:
    """The invoice without its lines. Raises `Refused` where there is none."""
    return from_row(_row(store, ref))


def id_of(store: Store, ref: str) -> int:
    """The id of an invoice by its number."""
    return int(_row(store, ref)["id"])


def lines(store: Store, invoice_id: int) -> list[Line]:
    """The lines of an invoice, by case and day."""
    return [line_from_row(row) for row in store.all(LINES, invoice=invoice_id)]


def listed(store: Store, month: Month | None = None) -> list[Invoice]:
    """The invoices by number, of one month or all, without their lines."""
    return [from_row(row) for row in store.all(LIST, month=month)]


def cancelled_in(store: Store, month: Month) -> list[Invoice]:
    """Those made in the month and cancelled before the accountant was sent them: their numbers stay used."""
    return [from_row(row, lines(store, row["id"])) for row in store.all(CANCELLED_IN, month=month)]


def unanswered(store: Store) -> list[Invoice]:
    """Those that nobody has approved yet, or that an investigation holds; oldest first, without lines."""
    return [from_row(row) for row in store.all(UNANSWERED)]


def made_by(store: Writing, *, with_lines: bool) -> list[Invoice]:
    """The invoices that this change has made."""
    return made_in(store, store.change(), with_lines=with_lines)


def made_in(store: Store, change: int, *, with_lines: bool) -> list[Invoice]:
    """The invoices that a change has made."""
    rows = store.all(MADE, change=change)
    return [from_row(row, lines(store, row["id"]) if with_lines else ()) for row in rows]


def set_status(store: Writing, invoice_id: int, status: str, **values: Any) -> None:
    """A step of an invoice; its sums stay as issued."""
    store.change(invoice_id=invoice_id)
    store.alter("invoices", invoice_id, status=status, **values)


def set_line_status(store: Writing, invoice_id: int, case: str, was: str, status: str) -> list[int]:
    """A step of the lines of one case. Returns their ids."""
    ids = [row["id"] for row in store.all(LINE_IDS, invoice=invoice_id, case=case, status=was)]
    for id in ids:
        store.alter("invoice_lines", id, status=status)
    return ids


def release(store: Writing, line_id: int, only: Sequence[int] | None = None) -> None:
    """The deliveries of a line, or some of them, become free again; that they stood on it is kept."""
    for id in [row["id"] for row in store.all(ON_LINE, line=line_id)] if only is None else only:
        store.add("released", line_id=line_id, delivery_id=id)
        store.conn.execute(OFF_LINE, {"delivery": id})
        store.conn.execute(FREE_AGAIN, {"delivery": id})


def open_investigation(store: Writing, invoice_id: int, case_id: int, reason: str, on: dt.date, why: str) -> None:
    """The agency's head office investigates; the case is locked until it is closed."""
    opened = on.isoformat()
    store.add("investigations", case_id=case_id, invoice_id=invoice_id, reason=reason, opened=opened, why=why)


def investigations(store: Store, invoice_id: int) -> dict[str, tuple[int, dt.date]]:
    """The open investigations of an invoice: case, id and the day it was opened."""
    rows = store.all(OPEN_INVESTIGATIONS, invoice=invoice_id)
    return {row["ref"]: (row["id"], kept_day(row["opened"])) for row in rows}


def close_investigation(store: Writing, id: int, outcome: str, on: dt.date) -> None:
    """The investigation ends."""
    store.alter("investigations", id, closed=on.isoformat(), outcome=outcome)


def in_scope(store: Store) -> set[str | None]:
    """The numbers of the invoices with a line of a case in `scope`."""
    return {number(row["year"], row["no"]) for row in store.all(IN_SCOPE)}

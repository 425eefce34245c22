"""What stands on an invoice of ours by case and week, and which self-invoice of the agency's is about it."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from ipsu_cli.core.comparison import OurPart
from ipsu_cli.core.dates import Month, Week, kept_day
from ipsu_cli.core.hours import Quantity, hours_of
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.self_invoice import SelfInvoice
from ipsu_cli.store import Store, self_invoices
from ipsu_cli.store.rows import number

# A line that is credited stands as it was issued; one that is corrected has left the invoice.
STANDING = """
    SELECT l.id, c.ref, l.month, l.unit, l.quantity, l.unit_price_ore, l.net_ore
    FROM invoice_lines l JOIN cases c ON c.id = l.case_id
    WHERE l.invoice_id = :invoice AND l.status <> 'corrected' ORDER BY c.ref, l.from_day, l.id
"""
DAYS = """
    SELECT l.id, d.to_day, sum(d.quantity) AS quantity
    FROM invoice_lines l
    JOIN deliveries d ON d.case_id = l.case_id
    LEFT JOIN invoiced i ON i.delivery_id = d.id
    LEFT JOIN released r ON r.line_id = l.id AND r.delivery_id = d.id
    WHERE l.invoice_id = :invoice AND l.status <> 'corrected' AND (i.line_id = l.id OR r.line_id IS NOT NULL)
    GROUP BY l.id, d.to_day
"""
# Heads alone that may be about an invoice: with its total, else made within two months of it.
HEADS_ABOUT = """
    SELECT s.id FROM self_invoices s
    WHERE s.agreement_id = (SELECT agreement_id FROM invoices WHERE id = :invoice) AND s.type = :type
      AND s.on_day BETWEEN :first AND date(:made, '+62 days')
      AND NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = s.id)
    ORDER BY s.total_ore <> :total, s.on_day, s.id LIMIT 1
"""
# For every self-invoice the invoices of ours that it may be about, the likeliest first: the one that shares most cases
# and months, of several the nearest in amount. A credit is about one that has all its cases.
PAIRS = """
    WITH wanted AS (
        SELECT * FROM self_invoices s WHERE :invoice IS NULL
            OR EXISTS (SELECT 1 FROM self_invoice_lines t JOIN invoice_lines l ON l.case_id = t.case_id
                       WHERE t.self_invoice_id = s.id AND l.invoice_id = :invoice)
            OR NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = s.id))
    SELECT s.id, s.on_day, n.year, n.no, n.status, n.month, b.shared, abs(s.net_ore - n.net_ore) AS off FROM wanted s
    JOIN invoices n ON n.agreement_id = s.agreement_id AND n.status <> 'cancelled'
      AND (n.kind = 'credit') = (s.type = '261')
    LEFT JOIN (SELECT t.self_invoice_id, l.invoice_id, count(*) AS shared, count(DISTINCT t.case_id) AS cases
               FROM wanted w
               JOIN self_invoice_lines t ON t.self_invoice_id = w.id
               JOIN invoice_lines l ON l.case_id = t.case_id AND l.status <> 'corrected'
                    AND (t.to_day IS NULL OR l.month = substr(t.to_day, 1, 7))
               GROUP BY t.self_invoice_id, l.invoice_id) b ON b.self_invoice_id = s.id AND b.invoice_id = n.id
    LEFT JOIN (SELECT self_invoice_id, count(DISTINCT case_id) AS cases FROM self_invoice_lines
               GROUP BY self_invoice_id) k ON k.self_invoice_id = s.id
    WHERE (b.shared > 0 AND (s.type = '389' OR b.cases = k.cases)) OR (k.cases IS NULL AND s.total_ore = n.total_ore)
    ORDER BY s.id, b.shared DESC, abs(s.net_ore - n.net_ore), n.id DESC
"""
TYPES = {"invoice": "389", "credit": "261"}


class Answered(NamedTuple):
    """The invoice of ours that a self-invoice is about, and its status."""

    invoice: str
    status: str


class InvoicedParts(NamedTuple):
    """What stands on an invoice of ours, its parts and its net."""

    parts: list[OurPart]
    net_ore: Ore


def standing(store: Store, invoice_id: int) -> InvoicedParts:
    """What stands on the invoice by case, week and price; by month where its lines do not say the days."""
    days: dict[int, list[tuple[Week, Quantity]]] = {}
    weeks: dict[str, Week] = {}
    for row in store.all(DAYS, invoice=invoice_id):
        day = row["to_day"]
        if day not in weeks:
            weeks[day] = Week.of(kept_day(day))
        days.setdefault(row["id"], []).append((weeks[day], Quantity(row["quantity"])))
    parts: list[OurPart] = []
    net = Ore(0)
    for row in store.all(STANDING, invoice=invoice_id):
        net += Ore(row["net_ore"])
        known = days.get(row["id"], [])
        if Quantity.total(quantity for _, quantity in known) != Quantity(row["quantity"]):
            known = []
        parts += _parts(row, known)
    return InvoicedParts(parts, net)


def _parts(line: sqlite3.Row, known: list[tuple[Week, Quantity]]) -> Iterator[OurPart]:
    """A line, taken apart by week where its days are known."""
    case, month, price, unit = line["ref"], Month(line["month"]), Ore(line["unit_price_ore"]), line["unit"]
    if not known:
        hours = hours_of(Quantity(line["quantity"]), unit)
        yield OurPart(case, None, month, hours, price, Ore(line["net_ore"]))
    by_week: dict[Week, Quantity] = {}
    for week, quantity_of_day in known:
        by_week[week] = by_week.get(week, Quantity(0)) + quantity_of_day
    for week, sum_of_week in by_week.items():
        yield OurPart(case, week, month, hours_of(sum_of_week, unit), price, line_net(sum_of_week, price))


def about(store: Store, invoice_id: int, invoice: Invoice) -> SelfInvoice | None:
    """The self-invoice that is about an invoice of ours rather than about any other, as far as its lines or its total
    tell; of several the nearest in amount."""
    paired = [id for id, ours in answered(store, invoice_id).items() if ours.invoice == invoice.number]
    row = None if paired else store.first(
        HEADS_ABOUT, invoice=invoice_id, type=TYPES[invoice.kind], total=invoice.total_ore,
        first=invoice.month.first.isoformat(), made=invoice.date.isoformat(),
    )  # fmt: skip
    ids = paired or ([row["id"]] if row else [])
    listed = [self_invoices.by_id(store, id) for id in ids]
    return min(
        listed,
        key=lambda candidate: (abs(candidate.net_ore - invoice.net_ore), -candidate.date.toordinal()),
        default=None,
    )


def answered(store: Store, invoice_id: int | None = None) -> dict[int, Answered]:
    """By the id of each self-invoice that is about an invoice of ours: which, and how it stands. With `invoice_id`
    only those that may be about that one."""
    found: dict[int, Answered] = {}
    for row in store.all(PAIRS, invoice=invoice_id):
        found.setdefault(row["id"], Answered(number(row["year"], row["no"]) or "", row["status"]))
    return found


def pairs(store: Store) -> dict[int, tuple[str, ...]]:
    """By the id of each self-invoice the invoice of ours that it is about. Several are named where nothing tells which
    of them it is: two months of one total and no lines that say which. No guess is made by the amount alone."""
    found = {id: _plausible(rows) for id, rows in _likeliest(store).items()}
    before = -1
    while before != (before := sum(map(len, found.values()))):
        taken = {listed[0] for listed in found.values() if len(listed) == 1}
        found = {
            id: listed if len(listed) == 1 else ([number for number in listed if number not in taken] or listed)
            for id, listed in found.items()
        }
    return {id: tuple(listed) for id, listed in found.items()}


def _likeliest(store: Store) -> dict[int, list[sqlite3.Row]]:
    """By the id of each self-invoice the rows of `PAIRS` that are no less likely than the first."""
    found: dict[int, list[sqlite3.Row]] = {}
    for row in store.all(PAIRS, invoice=None):
        rows = found.setdefault(row["id"], [])
        if not rows or (rows[0]["shared"], rows[0]["off"]) == (row["shared"], row["off"]):
            rows.append(row)
    return found


def _plausible(rows: list[sqlite3.Row]) -> list[str]:
    """Their numbers; of several those of months that had ended on the day of the self-invoice, if there are any."""
    ended = [row for row in rows if Month(row["month"]).last <= kept_day(row["on_day"])]
    return [number(row["year"], row["no"]) or "" for row in ended or rows]

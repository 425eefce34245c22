"""What stands on an invoice of ours by case and week, and which self-invoice of the agency's is about it."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from ipsu_cli.core.comparison import OurPart
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.self_invoice import SelfInvoice
from ipsu_cli.store import Store, self_invoices
from ipsu_cli.store.rows import that_day

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
# The one that shares most cases and months with the invoice; of several, the one that is nearest in amount.
ABOUT = """
    SELECT s.id, s.number FROM self_invoices s
    JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    JOIN (SELECT DISTINCT case_id, month FROM invoice_lines
          WHERE invoice_id = :invoice AND status <> 'corrected') o
      ON o.case_id = t.case_id AND (t.to_day IS NULL OR o.month = substr(t.to_day, 1, 7))
    WHERE s.agreement_id = (SELECT agreement_id FROM invoices WHERE id = :invoice) AND s.type = :type
    GROUP BY s.id ORDER BY count(*) DESC, abs(s.net_ore - :net), s.on_day DESC, s.id DESC
"""
# Of heads alone: the one with the same total, else the first within two months of the invoice.
HEAD_ABOUT = """
    SELECT s.id FROM self_invoices s
    WHERE s.agreement_id = (SELECT agreement_id FROM invoices WHERE id = :invoice) AND s.type = :type
      AND s.on_day BETWEEN :first AND date(:made, '+62 days')
      AND NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = s.id)
    ORDER BY s.total_ore <> :total, s.on_day, s.id
"""
ONE = self_invoices.SELF_INVOICE + " WHERE s.id = :id"
TYPES = {"invoice": "389", "credit": "261"}


class Standing(NamedTuple):
    """What stands on an invoice of ours, its parts and its net."""

    parts: list[OurPart]
    net_ore: Ore


def standing(store: Store, invoice_id: int) -> Standing:
    """What stands on the invoice by case, week and price; by month where its lines do not say the days."""
    days: dict[int, list[tuple[Week, int]]] = {}
    weeks: dict[str, Week] = {}
    for row in store.all(DAYS, invoice=invoice_id):
        week = weeks.setdefault(row["to_day"], Week.of(that_day(row["to_day"])))
        days.setdefault(row["id"], []).append((week, row["quantity"]))
    parts: list[OurPart] = []
    net = 0
    for row in store.all(STANDING, invoice=invoice_id):
        net += row["net_ore"]
        known = days.get(row["id"], [])
        if sum(quantity for _, quantity in known) != row["quantity"]:
            known = []
        parts += _parts(row, known)
    return Standing(parts, Ore(net))


def _parts(line: sqlite3.Row, known: list[tuple[Week, int]]) -> Iterator[OurPart]:
    """A line, taken apart by week where its days are known."""
    case, month, price = line["ref"], Month(line["month"]), Ore(line["unit_price_ore"])
    in_hours = line["unit"] == "hour"
    if not known:
        quantity = Hours(line["quantity"])
        yield OurPart(case, None, month, quantity if in_hours else None, price, Ore(line["net_ore"]))
    by_week: dict[Week, int] = {}
    for week, quantity_of_day in known:
        by_week[week] = by_week.get(week, 0) + quantity_of_day
    for week, sum_of_week in by_week.items():
        hours = Hours(sum_of_week) if in_hours else None
        yield OurPart(case, week, month, hours, price, line_net(sum_of_week, price))


def about(store: Store, invoice_id: int, invoice: Invoice) -> SelfInvoice | None:
    """The self-invoice that the agency has made of an invoice of ours, as far as its lines or its total tell."""
    type = TYPES[invoice.kind]
    row = store.first(ABOUT, invoice=invoice_id, type=type, net=int(invoice.net_ore)) or store.first(
        HEAD_ABOUT, invoice=invoice_id, type=type, total=int(invoice.total_ore),
        first=invoice.month.first.isoformat(), made=invoice.date.isoformat(),
    )  # fmt: skip
    found = row and store.first(ONE, id=row["id"])
    return self_invoices.from_row(found, self_invoices.lines(store, found["id"])) if found else None

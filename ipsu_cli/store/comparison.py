"""What stands on an invoice of ours by case and week, and which self-invoice of the agency's is about it."""

import sqlite3
from functools import cache

from ipsu_cli.core.comparison import OurPart
from ipsu_cli.core.dates import Month, Week, kept_day
from ipsu_cli.core.hours import Quantity, hours_of
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import SelfInvoice
from ipsu_cli.store import Store, self_invoices

# A line that is credited stands as it was issued; one that is corrected has left the invoice.
STANDING = """
    SELECT l.id, c.ref, l.month, l.unit, l.quantity, l.unit_price_ore, l.net_ore
    FROM invoice_lines l JOIN cases c ON c.id = l.case_id
    WHERE l.invoice_id = :invoice AND l.status <> 'corrected' ORDER BY c.ref, l.from_day, l.id
"""
DAYS = """
    SELECT l.id, d.from_day, d.to_day, sum(d.quantity) AS quantity
    FROM invoice_lines l
    JOIN deliveries d ON d.case_id = l.case_id
    LEFT JOIN invoiced i ON i.delivery_id = d.id
    LEFT JOIN released r ON r.line_id = l.id AND r.delivery_id = d.id
    WHERE l.invoice_id = :invoice AND l.status <> 'corrected' AND (i.line_id = l.id OR r.line_id IS NOT NULL)
    GROUP BY l.id, d.from_day, d.to_day
"""
# Heads alone that may be about an invoice: with its total, else made within two months of it.
HEADS_ABOUT = """
    SELECT s.id FROM self_invoices s
    WHERE s.agreement_id = (SELECT agreement_id FROM invoices WHERE id = :invoice) AND s.type = :type
      AND s.on_day BETWEEN :first AND date(:made, '+62 days')
      AND NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.self_invoice_id = s.id)
    ORDER BY s.total_ore <> :total, s.on_day, s.id LIMIT 1
"""
TYPES = {"invoice": "389", "credit": "261"}


class InvoicedParts(NamedTuple):
    """What stands on an invoice of ours, its parts and its net."""

    parts: list[OurPart]
    net_ore: Ore


def standing(store: Store, invoice_id: int) -> InvoicedParts:
    """What stands on the invoice by case, week and price; by month where its lines do not say the days, or work lies
    in no one week (a month of support, a mapping)."""
    days: dict[int, list[tuple[Week, Quantity]]] = {}
    for row in store.all(DAYS, invoice=invoice_id):
        week = _week_of(row["to_day"])
        if _week_of(row["from_day"]) == week:
            days.setdefault(row["id"], []).append((week, Quantity(row["quantity"])))
    parts: list[OurPart] = []
    net = Ore(0)
    for row in store.all(STANDING, invoice=invoice_id):
        net += Ore(row["net_ore"])
        known = days.get(row["id"], [])
        if Quantity.total(quantity for _, quantity in known) != Quantity(row["quantity"]):
            known = []
        parts += _parts(row, known)
    return InvoicedParts(parts, net)


@cache
def _week_of(day: str) -> Week:
    return Week.of(kept_day(day))  # many deliveries share few days


def _parts(line: sqlite3.Row, known: list[tuple[Week, Quantity]]) -> list[OurPart]:
    """A line, taken apart by week where its days are known. The last week bears what rounding each by itself adds."""
    case, month, price, unit = line["ref"], Month(line["month"]), Ore(line["unit_price_ore"]), line["unit"]
    net = Ore(line["net_ore"])
    if not known:
        return [OurPart(case, None, month, hours_of(Quantity(line["quantity"]), unit), price, net, unit=unit)]
    by_week: dict[Week, Quantity] = {}
    for week, quantity_of_day in known:
        by_week[week] = by_week.get(week, Quantity(0)) + quantity_of_day
    parts = [
        OurPart(case, week, month, hours_of(sum_of_week, unit), price, line_net(sum_of_week, price), unit=unit)
        for week, sum_of_week in by_week.items()
    ]
    rounding = net - Ore.total(part.net_ore for part in parts)
    return [*parts[:-1], parts[-1]._replace(rounding_ore=rounding)]


def head_about(store: Store, invoice: Invoice) -> SelfInvoice | None:
    """A head alone that may be about an invoice of ours that no self-invoice is about: it was made within two months of
    it; of several the one with its total, else the oldest."""
    id = head_id_about(store, invoice)
    return None if id is None else self_invoices.by_id(store, id)


def head_id_about(store: Store, invoice: Invoice) -> int | None:
    """The id of that head."""
    row = store.first(
        HEADS_ABOUT, invoice=invoice.id, type=TYPES[invoice.kind], total=invoice.total_ore,
        first=invoice.month.first.isoformat(), made=invoice.date.isoformat(),
    )  # fmt: skip
    return int(row["id"]) if row else None

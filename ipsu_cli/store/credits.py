"""What stands of a case on an invoice, and the credit that takes it back."""

import datetime as dt

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, line_net, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.store import Store, Writing, agreements, invoices
from ipsu_cli.store.invoice_build import NEXT_NO

LINES = """
    SELECT l.* FROM invoice_lines l JOIN cases c ON c.id = l.case_id
    WHERE l.invoice_id = :invoice AND c.ref = :case AND l.status = 'created' ORDER BY l.id
"""
# The deliveries of a line, each with the line that has taken it back, if one has.
ON_LINE = """
    SELECT d.id, d.quantity, i.line_id AS taken_back
    FROM deliveries d
    JOIN invoiced o ON o.delivery_id = d.id AND o.line_id = :line
    LEFT JOIN deliveries r ON r.reverses = d.id AND r.cancelled = 0
    LEFT JOIN invoiced i ON i.delivery_id = r.id
    WHERE d.case_id = :case ORDER BY d.id
"""
# What stands of an invoice before it is credited, and what its credits have taken of it.
TAKEN = """
    SELECT coalesce(sum(net_ore), 0) AS net, coalesce(sum(vat_ore), 0) AS vat FROM invoices
    WHERE refers_to_id = :invoice AND set_off_ore IS NOT NULL
"""
LEFT = """
    SELECT coalesce(sum(net_ore), 0) FROM invoice_lines WHERE invoice_id = :invoice AND status <> 'corrected'
"""


class StandingLine(NamedTuple):
    """A line, with what stands of it: without deliveries that a later invoice has taken back."""

    line: int
    case_id: int
    service: str
    month: str
    from_day: str
    to_day: str
    unit: str
    unit_price_ore: Ore
    quantity: Quantity
    net_ore: Ore
    deliveries: tuple[int, ...]


def standing(store: Store, invoice_id: int, case: str) -> list[StandingLine]:
    """What stands of a case on an invoice, a line each."""
    found = []
    for row in store.all(LINES, invoice=invoice_id, case=case):
        on_line = store.all(ON_LINE, line=row["id"], case=row["case_id"])
        taken: dict[int, Quantity] = {}
        for delivery in on_line:
            if delivery["taken_back"]:
                before = taken.get(delivery["taken_back"], Quantity(0))
                taken[delivery["taken_back"]] = before + Quantity(delivery["quantity"])
        price = Ore(row["unit_price_ore"])
        found.append(
            StandingLine(
                row["id"], row["case_id"], row["service"], row["month"], row["from_day"], row["to_day"], row["unit"],
                price,
                Quantity(row["quantity"]) - Quantity.total(taken.values()),
                Ore(row["net_ore"]) - Ore.total(line_net(quantity, price) for quantity in taken.values()),
                tuple(delivery["id"] for delivery in on_line if not delivery["taken_back"]),
            )
        )  # fmt: skip
    return found


def credit(store: Writing, invoice: Invoice, lines: list[StandingLine], month: Month, today: dt.date) -> int:
    """Take back what stands in `lines`: a credit of its own number, and their deliveries are free again."""
    original = invoices.id_of(store, invoice.number or "")
    net = -Ore.total(line.net_ore for line in lines)
    vat = _vat(store, original, net, invoice.vat)
    set_off = max(Ore(0), min(-(net + vat), invoice.open_ore))
    id = _add(store, invoice, original, net, vat, set_off, month, today)
    for line in lines:
        store.alter("invoice_lines", line.line, status="credited")
        if line.deliveries:
            _add_line(store, id, original, line)
            invoices.release(store, line.line, line.deliveries)
    if invoice.status == "part-paid" and set_off == invoice.open_ore:
        store.alter("invoices", original, status="paid")
    store.change(invoice_id=id)
    return id


def _vat(store: Store, original: int, net: Ore, rate: Percent) -> Ore:
    """The VAT on a credit; the last one takes what the others have left, so that nothing is left over."""
    left, taken = Ore(store.value(LEFT, invoice=original)), store.first(TAKEN, invoice=original)
    assert taken is not None
    if not left + Ore(taken["net"]) + net:
        return -(vat_of(left, rate) + Ore(taken["vat"]))
    return vat_of(net, rate)


def _add(
    store: Writing, invoice: Invoice, original: int, net: Ore, vat: Ore, set_off: Ore, month: Month, today: dt.date
) -> int:
    agreement = agreements.get(store, invoice.agreement)
    begins = month if agreement.payout == "worked" else Month.of(today)
    return store.add(
        "invoices",
        year=today.year,
        no=store.value(NEXT_NO, year=today.year),
        kind="credit",
        refers_to_id=original,
        agreement_id=agreement.id,
        month=month,
        made_on=today.isoformat(),
        payable_from=begins.next().first.isoformat(),
        vat=invoice.vat,
        vat_exempt_reason=invoice.vat_exempt_reason,
        net_ore=net,
        vat_ore=vat,
        total_ore=net + vat,
        set_off_ore=set_off,
        status="created",
    )


def _add_line(store: Writing, credit: int, original: int, line: StandingLine) -> None:
    store.add(
        "invoice_lines",
        invoice_id=credit,
        case_id=line.case_id,
        service=line.service,
        month=line.month,
        from_day=line.from_day,
        to_day=line.to_day,
        unit=line.unit,
        quantity=-line.quantity,
        unit_price_ore=line.unit_price_ore,
        net_ore=-line.net_ore,
        deliveries=len(line.deliveries),
        refers_to_id=original,
        status="created",
    )

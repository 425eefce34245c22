"""What was paid on invoices, by hand or in a bank's file."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence

from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.payment import BY_HAND, Payment
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import NamedRow, number

# A payment from before sources were kept has the command that entered it.
PAYMENT = """
    SELECT p.id, p.invoice_id, p.on_day, p.amount_ore, coalesce(p.rounding_ore, 0) AS rounding, c.who,
           coalesce(p.source, CASE c.command WHEN 'invoice bank' THEN 'bank' ELSE 'hand' END) AS source,
           p.file, p.bank_ids, p.value_day, p.entry, n.year, n.no
    FROM payments p JOIN changes c ON c.id = p.entered_by JOIN invoices n ON n.id = p.invoice_id
"""
BETWEEN = PAYMENT + " WHERE p.on_day BETWEEN :first AND :last ORDER BY p.on_day, p.id"
OF = PAYMENT + " WHERE p.invoice_id = :invoice ORDER BY p.on_day, p.id"
# No payment is ever altered: what is in the past was taken back.
TAKEN_BACK = "SELECT entry, count(*) AS times FROM payments_past WHERE entry IS NOT NULL GROUP BY entry"
BY_AMOUNT = """
    SELECT p.amount_ore, p.on_day, p.value_day, n.year, n.no FROM payments p JOIN invoices n ON n.id = p.invoice_id
"""
NEXT_ID = (
    "SELECT max(coalesce((SELECT max(id) FROM payments), 0), coalesce((SELECT max(id) FROM payments_past), 0)) + 1"
)
PAID = """
    SELECT n.year, n.no, substr(p.on_day, 1, 7) AS paid_in, sum(p.amount_ore) AS amount
    FROM payments p JOIN invoices n ON n.id = p.invoice_id GROUP BY n.id, paid_in
"""


class KeptPayment(NamedTuple):
    """A payment, and what it is known again by: its days, the bank's names of it, and the digest of its entry."""

    payment: Payment
    days: frozenset[dt.date]
    ids: tuple[str, ...]
    entry: bytes | None


class InvoicePayment(NamedTuple):
    """A payment with the number of its invoice."""

    invoice: str
    payment: Payment

    def to_json(self) -> JsonObject:
        """The payment as its invoice shows it, and the invoice."""
        return {"invoice": self.invoice, **all_but(self.payment)}


class Origin(NamedTuple):
    """Where a payment comes from. `bank_ids` are the bank's names of it, each with its kind; `entry` is the digest by
    which the bank's entry is known again; `value_day` is the day that the money counts from, where the bank says
    another than the day on which it booked it."""

    source: str = BY_HAND
    file: str | None = None
    value_day: dt.date | None = None
    bank_ids: tuple[str, ...] = ()
    entry: bytes | None = None


HAND = Origin()
NOT_ROUNDED = Ore(0)


def bank_id(ids: Sequence[str]) -> str | None:
    """The bank's name of a payment as people read it, without its kind."""
    return ids[0].partition(":")[2] if ids else None


def from_row(row: NamedRow) -> Payment:
    """The payment of a row of `PAYMENT`."""
    return Payment(
        id=row["id"],
        on=kept_day(row["on_day"]),
        amount_ore=Ore(row["amount_ore"]),
        rounding_ore=Ore(row["rounding"]),
        source=row["source"],
        file=row["file"],
        who=row["who"],
        bank_id=bank_id((row["bank_ids"] or "").split()),
    )


def kept(store: Store, invoice_id: int) -> list[KeptPayment]:
    """The payments of an invoice, with what they are known again by."""
    return [
        KeptPayment(
            from_row(row),
            frozenset(kept_day(day) for day in (row["on_day"], row["value_day"]) if day),
            tuple((row["bank_ids"] or "").split()),
            row["entry"],
        )
        for row in store.all(OF, invoice=invoice_id)
    ]


def between(store: Store, first: dt.date, last: dt.date) -> list[InvoicePayment]:
    """What was paid on the days from `first` to `last`, by day."""
    rows = store.all(BETWEEN, first=first.isoformat(), last=last.isoformat())
    return [InvoicePayment(number(row["year"], row["no"]) or "", from_row(row)) for row in rows]


def taken_back(store: Store) -> Counter[bytes]:
    """How many times each entry of a bank's file was entered as a payment that was taken back."""
    return Counter({row["entry"]: row["times"] for row in store.all(TAKEN_BACK)})


def by_amount_and_day(store: Store) -> dict[tuple[Ore, dt.date], str]:
    """An invoice for each amount that was paid on a day."""
    return {
        (Ore(row["amount_ore"]), kept_day(row[day])): number(row["year"], row["no"]) or ""
        for row in store.all(BY_AMOUNT)
        for day in ("on_day", "value_day")
        if row[day]
    }


def of_invoice(store: Store, invoice_id: int) -> list[Payment]:
    """The payments of an invoice by their day, without those that were taken back."""
    return [from_row(row) for row in store.all(OF, invoice=invoice_id)]


def add(
    store: Writing, invoice_id: int, amount: Ore, on: dt.date, rounding: Ore = NOT_ROUNDED, origin: Origin = HAND
) -> int:
    """Enter a payment, whole or in part. Returns its number, which is never that of another, be it one that was taken
    back."""
    store.change(invoice_id=invoice_id)
    return store.add(
        "payments",
        id=store.value(NEXT_ID),
        invoice_id=invoice_id,
        amount_ore=amount,
        on_day=on.isoformat(),
        rounding_ore=rounding or None,
        source=origin.source,
        file=origin.file,
        value_day=origin.value_day and origin.value_day.isoformat(),
        bank_ids=" ".join(origin.bank_ids) or None,
        entry=origin.entry,
    )


def take_back(store: Writing, invoice_id: int, invoice: str, id: int) -> Payment:
    """Take a payment of the invoice away; it stays in the past. Raises `Refused` where the invoice has no such one."""
    listed = {payment.id: payment for payment in of_invoice(store, invoice_id)}
    if id not in listed:
        raise Refused(
            "payment.unknown", payment=id, invoice=invoice, known=sorted(listed), command=f"ipsu invoice show {invoice}"
        )
    store.change(invoice_id=invoice_id)
    store.remove("payments", id)
    return listed[id]


def by_month(store: Store, numbers: Collection[str]) -> dict[Month, Ore]:
    """What was paid on these invoices, by the month of the payment."""
    asked, found = set(numbers), dict[Month, Ore]()
    for row in store.all(PAID):
        if number(row["year"], row["no"]) in asked:
            month = Month(row["paid_in"])
            found[month] = found.get(month, Ore(0)) + Ore(row["amount"])
    return found

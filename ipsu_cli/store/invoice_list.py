"""The invoices of a list: of a month or all, in an order, as many as are asked for."""

import datetime as dt

from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.listing import Listing, ListPart
from ipsu_cli.core.records import PlainRow, records
from ipsu_cli.store import Store, payments
from ipsu_cli.store.invoices import INVOICE, LINES, from_row, line_from_row
from ipsu_cli.store.listed import ListQuestion, ask
from ipsu_cli.store.rows import number_of

# As `from_row` says it: as issued until lines have left it, less what has come.
NET = "(n.net_ore - coalesce(left_net, 0))"
VAT = f"iif(left_net, (2 * abs({NET} * n.vat) + 10000) / 20000 * sign({NET}), n.vat_ore)"
STANDING = f"iif(n.status = 'cancelled', 0, {NET} + {VAT} - credited + coalesce(n.set_off_ore, 0))"
WAITS = "n.status IN ('created', 'rejected')"
WAITED = "julianday(:today) - julianday(n.made_on)"
COLUMNS = {
    "invoice": number_of("n"), "kind": "n.kind", "agreement": "a.ref", "month": "n.month", "date": "n.made_on",
    "status": "n.status", "days": f"iif({WAITS}, {WAITED}, NULL)",
    "net": "n.net_ore", "vat": "n.vat_ore", "total": "n.total_ore", "open": f"{STANDING} - paid + rounding",
    "payable_from": "n.payable_from", "refers_to": number_of("r"),
}  # fmt: skip
FURTHER = {
    "number": COLUMNS["invoice"], "paid_ore": "paid", "rounding_ore": "rounding",
    **{f"{name}_ore": COLUMNS[name] for name in ("net", "vat", "total", "open")},
}  # fmt: skip
OF_MONTH = " WHERE (:month IS NULL OR n.month = :month)"
LIST = ListQuestion(
    INVOICE + OF_MONTH,
    "n.year, n.no",
    COLUMNS | FURTHER,
)
UNANSWERED = f"SELECT EXISTS (SELECT 1 FROM invoices n {OF_MONTH} AND {WAITS} AND {WAITED} > :days)"
MOST_DAYS = 1_000_000  # before any invoice
WHOLE_TOGETHER = 4  # invoices with their lines; as many are held in memory at a time


def invoices_listed(
    store: Store, month: Month | None, today: dt.date, listing: Listing, *, with_lines: bool
) -> ListPart[Invoice]:
    """The invoices by number where no other order is asked for; the payments of each come with its lines."""
    asked = ask(store, LIST, listing, month=month, today=today.isoformat())
    if not with_lines:
        return asked.part(records(asked.rows, lambda row: from_row(asked.named(row))))

    def below(row: PlainRow) -> PlainRow:
        id = asked.named(row)["id"]
        lines = [dict(line) for line in store.all(LINES, invoice=id)]
        return row, lines, [dict(payment) for payment in store.all(payments.OF, invoice=id)]

    def whole(row: PlainRow) -> Invoice:
        head, lines, paid = row
        return from_row(asked.named(head), [*map(line_from_row, lines)], [*map(payments.from_row, paid)])

    return asked.part(records(map(below, asked.rows), whole, WHOLE_TOGETHER))


def unanswered_after(store: Store, month: Month | None, today: dt.date, days: int) -> bool:
    """Is there one that nobody has answered after so many days?"""
    values = {"month": month, "today": today.isoformat(), "days": min(days, MOST_DAYS)}
    return bool(store.value(UNANSWERED, **values))

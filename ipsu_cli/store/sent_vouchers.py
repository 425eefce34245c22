"""Which vouchers went in a package, and which invoices have changed since: what is still to be posted."""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.voucher_part import ISSUE, ROUNDING
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day

if TYPE_CHECKING:  # a morning counts them
    from ipsu_cli.core.voucher import Row, Voucher

# How each invoice stands, next to how it stood when its newest voucher was sent.
STANDING = """
    SELECT n.id, n.made_on, n.status = 'cancelled' AS cancelled, n.entered_on AS stepped_on,
           (SELECT count(*) FROM invoice_lines l WHERE l.invoice_id = n.id AND l.status = 'corrected') AS lines_left,
           (SELECT max(l.entered_on) FROM invoice_lines l WHERE l.invoice_id = n.id AND l.status = 'corrected')
               AS left_on,
           (SELECT max(v.id) FROM vouchers v WHERE v.invoice_id = n.id AND v.part = 'issue') AS newest
    FROM invoices n
"""
CHANGED = f"""
    SELECT s.id, s.made_on, s.lines_left, s.cancelled, s.newest,
           CASE WHEN s.cancelled THEN s.stepped_on ELSE s.left_on END AS changed_on
    FROM ({STANDING}) s LEFT JOIN vouchers v ON v.id = s.newest
    WHERE CASE WHEN s.newest IS NULL THEN NOT s.cancelled AND EXISTS
                    (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = s.id AND l.status <> 'corrected')
               ELSE s.lines_left <> v.lines_left OR s.cancelled <> v.cancelled END
    ORDER BY s.id
"""
# What the payments of an invoice are rounded by, where that is not what was sent. `on_day` is that of the newest
# payment that was rounded, `ceased_on` the day on which one was taken back.
ROUNDED = """
    SELECT r.invoice_id AS id, r.rounding, r.on_day,
           (SELECT max(o.ceased_on) FROM payments_past o
            WHERE o.invoice_id = r.invoice_id AND o.rounding_ore IS NOT NULL) AS ceased_on
    FROM (SELECT invoice_id, sum(rounding) AS rounding, max(on_day) AS on_day FROM (
              SELECT invoice_id, rounding_ore AS rounding, on_day FROM payments WHERE rounding_ore IS NOT NULL
              UNION ALL
              SELECT v.invoice_id, w.amount_ore, NULL FROM vouchers v JOIN voucher_rows w ON w.voucher_id = v.id
              WHERE v.part = 'rounding' AND w.role = 'rounding')
          GROUP BY invoice_id HAVING sum(rounding) <> 0) r
    ORDER BY r.invoice_id
"""
FIRST = """
    SELECT v.on_day, p.month FROM vouchers v JOIN packages p ON p.id = v.package_id
    WHERE v.invoice_id = :invoice AND v.part = :part ORDER BY v.id LIMIT 1
"""
ROWS = """
    SELECT w.role, w.rate, w.service, w.refers_to, w.account, w.cost_centre, sum(w.amount_ore) AS amount
    FROM vouchers v JOIN voucher_rows w ON w.voucher_id = v.id
    WHERE v.invoice_id = :invoice AND v.part = :part
    GROUP BY w.role, w.rate, w.service, w.refers_to ORDER BY min(w.id)
"""


class Changed(NamedTuple):
    """An invoice of which something is still to be posted: what of it, and how it stands.

    `on` is the day of what was never sent, `changed_on` that of the newest change. `rounding_ore` is what is not
    posted yet of what its payments were rounded by.
    """

    invoice_id: int
    part: str
    on: dt.date | None
    changed_on: dt.date | None
    lines_left: int
    cancelled: bool
    rounding_ore: Ore = Ore(0)


class FirstSent(NamedTuple):
    """The day of an invoice's first voucher, and the month of the package that it went in."""

    on: dt.date
    month: Month


def changed(store: Store) -> list[Changed]:
    """Every invoice of which something is still to be posted, in the order in which they were made."""
    issued = [_issue(row) for row in store.all(CHANGED)]
    return issued + [_rounding(row) for row in store.all(ROUNDED)]


def _issue(row: sqlite3.Row) -> Changed:
    on = None if row["newest"] else kept_day(row["made_on"])
    return Changed(row["id"], ISSUE, on, day(row["changed_on"]), row["lines_left"], bool(row["cancelled"]))


def _rounding(row: sqlite3.Row) -> Changed:
    on, ceased = day(row["on_day"]), day(row["ceased_on"])
    return Changed(row["id"], ROUNDING, on, ceased, 0, False, Ore(row["rounding"]))


def first(store: Store, invoice_id: int, part: str) -> FirstSent | None:
    """The first voucher that was sent of it, None where none was."""
    row = store.first(FIRST, invoice=invoice_id, part=part)
    return FirstSent(kept_day(row["on_day"]), Month(row["month"])) if row else None


def rows(store: Store, invoice_id: int, part: str) -> list["Row"]:
    """What was sent of it in all, a row for each place."""
    from ipsu_cli.core.voucher import Posting, Row

    return [
        Row(
            Posting(
                row["role"],
                Ore(row["amount"]),
                None if row["rate"] is None else Percent(row["rate"]),
                row["service"],
                row["refers_to"],
            ),
            row["account"],
            row["cost_centre"],
            "",
        )
        for row in store.all(ROWS, invoice=invoice_id, part=part)
        if row["amount"]
    ]


def remember(store: Writing, package_id: int, voucher: "Voucher", of: Changed) -> None:
    """The voucher went in the package, and this is how its invoice stood."""
    id = store.add(
        "vouchers",
        package_id=package_id,
        invoice_id=of.invoice_id,
        part=voucher.part,
        on_day=voucher.date.isoformat(),
        lines_left=of.lines_left,
        cancelled=int(of.cancelled),
    )
    _add_rows(store, id, voucher.rows)


def _add_rows(store: Writing, voucher_id: int, posted: "Iterable[Row]") -> None:
    for row in posted:
        store.add(
            "voucher_rows",
            voucher_id=voucher_id,
            role=row.posting.role,
            rate=row.posting.rate,
            service=row.posting.service,
            refers_to=row.posting.refers_to,
            account=row.account,
            cost_centre=row.cost_centre,
            amount_ore=row.posting.amount_ore,
        )

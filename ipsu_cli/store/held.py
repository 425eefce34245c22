"""What is not ready for an invoice, with all that its text and its command need; the rules have judged."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.records import records
from ipsu_cli.core.role import Codes
from ipsu_cli.store import Store
from ipsu_cli.store.above_plan import HOURS
from ipsu_cli.store.invoice_build import Combination, combination_of

# `fitting_plan` is the document that waits for its confirmation and has room for all that is delivered.
HELD = f"""
    SELECT k.*, c.ref, c.level, a.ref AS agreement, n.year, n.no, o.planned, o.delivered,
           (SELECT sum(d.quantity) FROM above_plan x JOIN deliveries d ON d.id = x.delivery_id
            WHERE d.case_id = k.case_id) AS above,
           (SELECT p.type FROM documents p WHERE p.case_id = k.case_id AND p.status = 'submitted'
            AND p.type IN (SELECT value FROM json_each(:codes_plan)) AND {HOURS} >= o.delivered
            AND NOT EXISTS (SELECT 1 FROM documents q WHERE q.case_id = p.case_id AND q.type = p.type
                            AND q.status = 'confirmed' AND q.version > p.version)
            ORDER BY p.version DESC LIMIT 1) AS fitting_plan,
           (SELECT d.status FROM documents d WHERE d.case_id = k.case_id
            AND d.type IN (SELECT value FROM json_each(:codes_plan)) ORDER BY d.version DESC LIMIT 1) AS plan_status
    FROM candidates k
    JOIN cases c ON c.id = k.case_id
    LEFT JOIN agreements a ON a.id = k.agreement_id
    LEFT JOIN investigations v ON v.case_id = k.case_id AND v.closed IS NULL
    LEFT JOIN invoices n ON n.id = v.invoice_id
    LEFT JOIN over_plan o ON o.case_id = k.case_id
    WHERE k.ready = 0 ORDER BY c.ref, k.month, k.n
"""


class HeldBack(NamedTuple):
    """A candidate that is not ready, with all that its text and its command need."""

    case: str
    combination: Combination
    agreement: str | None
    service: str
    unit: str
    month: str
    level: str | None
    quantity: Quantity
    net_ore: Ore | None
    from_day: dt.date
    to_day: dt.date
    invoice: str | None
    plan_status: str | None
    planned_hours: Hours
    delivered_hours: Hours
    attempted_hours: Hours
    fitting_plan: str | None

    @property
    def excess_hours(self) -> Hours:
        """What is above the plan; `attempted_hours` are held for it, and `delivered_hours` stand without them."""
        return self.delivered_hours + self.attempted_hours - self.planned_hours


def waiting(store: Store, codes: Codes) -> Sequence[HeldBack]:
    """What was not ready, by case and month. Where nothing has a price that is every month of every case."""
    cursor = store.conn.cursor()
    cursor.row_factory = None
    cursor.execute(HELD, codes.bound())
    names = [name for name, *_ in cursor.description]
    return records(cursor, lambda row: _held_back(dict(zip(names, row, strict=True))))


def _held_back(row: Mapping[str, Any]) -> HeldBack:
    return HeldBack(
        case=row["ref"],
        combination=combination_of(row),
        agreement=row["agreement"],
        service=row["service"],
        unit=row["unit"],
        month=row["month"],
        level=row["level"],
        quantity=Quantity(row["quantity"]),
        net_ore=None if row["net_ore"] is None else Ore(row["net_ore"]),
        from_day=kept_day(row["from_day"]),
        to_day=kept_day(row["to_day"]),
        invoice=None if row["year"] is None else f"{row['year']}-{row['no']:04d}",
        plan_status=row["plan_status"],
        planned_hours=Hours(row["planned"] or 0),
        delivered_hours=Hours((row["delivered"] or 0) - (row["above"] or 0)),
        attempted_hours=Hours(row["above"] or 0),
        fitting_plan=row["fitting_plan"],
    )

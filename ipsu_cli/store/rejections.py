"""What was rejected and returned in a period, of the cases in `scope`, and when each of it was settled."""

import datetime as dt
import sqlite3
from json import loads

from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.store import Store
from ipsu_cli.store.answers import OF_INVESTIGATION
from ipsu_cli.store.rows import day, number

# The answers that an investigation gave: each on a line of its case, or on a head alone, of a self-invoice about its
# basis.
OF_INVESTIGATIONS = f"""
    SELECT v.id AS investigation_id, w.id AS answer_id
    FROM investigations v
    JOIN pairs p ON p.invoice_id = v.invoice_id
    JOIN self_invoice_answers w ON w.self_invoice_id = p.self_invoice_id AND {OF_INVESTIGATION}
"""
# What was asked of the agency with an answer: does it still wait, and what has come of it.
DEMANDS = """
    SELECT w.id AS answer_id, w.awaits IS NOT NULL AS awaited, o.on_day AS came, o.number
    FROM self_invoice_answers w
    LEFT JOIN self_invoice_settlements k ON k.answer_id = w.id
    LEFT JOIN self_invoices o ON o.id = k.settled_by_id
    WHERE w.state = 'rejected'
"""
SETTLED_BY = "json_group_array(DISTINCT d.number) FILTER (WHERE d.number IS NOT NULL) AS settled_by"
# All lines of a case on a basis are rejected together; their sums are as issued.
ON_BASES = f"""
    SELECT v.id, v.case_id, n.year, n.no, NULL AS self_invoice, coalesce(v.why, 'unspecified') AS why, v.opened,
           v.outcome, {SETTLED_BY},
           (SELECT sum(l.net_ore) FROM invoice_lines l
            WHERE l.invoice_id = v.invoice_id AND l.case_id = v.case_id) AS net_ore,
           CASE WHEN coalesce(max(d.awaited), 0) = 0 THEN max(v.closed, coalesce(max(d.came), v.closed)) END AS settled
    FROM investigations v
    JOIN invoices n ON n.id = v.invoice_id
    LEFT JOIN ({OF_INVESTIGATIONS}) a ON a.investigation_id = v.id
    LEFT JOIN ({DEMANDS}) d ON d.answer_id = a.answer_id
    WHERE v.opened BETWEEN :first AND :last
    GROUP BY v.id
"""
# What the agency billed that stands on no basis: a case's lines of a self-invoice, rejected on it.
ON_SELF_INVOICES = f"""
    SELECT min(w.id) AS id, t.case_id, NULL AS year, NULL AS no, s.number AS self_invoice,
           coalesce(w.why, 'unspecified') AS why, w.on_day AS opened, NULL AS outcome, {SETTLED_BY},
           (SELECT sum(l.net_ore) FROM self_invoice_lines l
            JOIN self_invoice_answers x ON x.line_id = l.id AND x.state = 'rejected' AND x.on_day = w.on_day
            WHERE l.self_invoice_id = s.id AND l.case_id = t.case_id) AS net_ore,
           CASE WHEN max(d.awaited) = 0 THEN max(w.on_day, coalesce(max(d.came), w.on_day)) END AS settled
    FROM self_invoice_answers w
    JOIN self_invoice_lines t ON t.id = w.line_id
    JOIN self_invoices s ON s.id = w.self_invoice_id
    JOIN ({DEMANDS}) d ON d.answer_id = w.id
    WHERE w.state = 'rejected' AND w.on_day BETWEEN :first AND :last
      AND w.id NOT IN (SELECT answer_id FROM ({OF_INVESTIGATIONS}))
    GROUP BY s.id, t.case_id, w.on_day
"""
REJECTED = f"""
    SELECT s.ref AS "case", s.agreement, s.service, s.coach, s.cell, r.*,
           CAST(julianday(coalesce(r.settled, :as_of)) - julianday(r.opened) AS INTEGER) AS days
    FROM ({ON_BASES} UNION ALL {ON_SELF_INVOICES}) r
    JOIN scope s ON s.id = r.case_id
    ORDER BY r.opened, s.ref, r.self_invoice, r.id
"""
# A document that was returned is settled by the next version that is filed.
RETURNED = """
    SELECT *, CAST(julianday(coalesce(filed, :as_of)) - julianday(returned) AS INTEGER) AS days FROM (
        SELECT s.ref AS "case", s.agreement, s.service, s.coach, s.cell, d.type, d.version, d.period, d.returned,
               (SELECT max(min(n.submitted), d.returned) FROM documents n
                WHERE n.case_id = d.case_id AND n.type = d.type AND n.period = d.period AND n.version > d.version
                  AND n.submitted IS NOT NULL) AS filed
        FROM documents d
        JOIN scope s ON s.id = d.case_id
        WHERE d.status = 'returned' AND d.returned BETWEEN :first AND :last)
    ORDER BY returned, "case", type, period, version
"""


class RejectedCase(NamedTuple):
    """A case that was rejected on a basis of ours, or on a `self_invoice` that bills what stands on none. It is settled
    once the investigation is closed and nothing that was asked of the agency is awaited, on the later of the two days;
    None until then. `days` are those until it was settled, or until the day asked as of. `cell` is the case's place in
    the dimensions."""

    case: str
    agreement: str | None
    service: str
    coach: str | None
    invoice: str | None
    self_invoice: str | None
    why: str
    opened: dt.date
    outcome: str | None
    settled: dt.date | None
    settled_by: list[str]
    net_ore: Ore
    days: int
    cell: int

    def to_json(self) -> JsonObject:
        """All but the place."""
        return all_but(self, "cell")


class ReturnedDocument(NamedTuple):
    """A version of a document that the agency sent back, and the day that the next one was filed; None until then.
    `days` are those until it was filed, or until the day asked as of."""

    case: str
    agreement: str | None
    service: str
    coach: str | None
    type: str
    version: int
    period: Month | None
    returned: dt.date
    filed: dt.date | None
    days: int
    cell: int

    def to_json(self) -> JsonObject:
        """All but the place."""
        return all_but(self, "cell")


def rejected(store: Store, period: Period, as_of: dt.date) -> list[RejectedCase]:
    """What was rejected in the period, the oldest first."""
    return [_rejected(row) for row in store.all(REJECTED, **_days(period, as_of))]


def returned(store: Store, period: Period, as_of: dt.date) -> list[ReturnedDocument]:
    """What was returned in the period, the oldest first."""
    return [_returned(row) for row in store.all(RETURNED, **_days(period, as_of))]


def _days(period: Period, as_of: dt.date) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat(), "as_of": as_of.isoformat()}


def _rejected(row: sqlite3.Row) -> RejectedCase:
    return RejectedCase(
        case=row["case"],
        agreement=row["agreement"],
        service=row["service"],
        coach=row["coach"],
        invoice=number(row["year"], row["no"]),
        self_invoice=row["self_invoice"],
        why=row["why"],
        opened=kept_day(row["opened"]),
        outcome=row["outcome"],
        settled=day(row["settled"]),
        settled_by=sorted(loads(row["settled_by"])),
        net_ore=Ore(row["net_ore"]),
        days=row["days"],
        cell=row["cell"],
    )


def _returned(row: sqlite3.Row) -> ReturnedDocument:
    return ReturnedDocument(
        case=row["case"],
        agreement=row["agreement"],
        service=row["service"],
        coach=row["coach"],
        type=row["type"],
        version=row["version"],
        period=Month(row["period"]) if row["period"] else None,
        returned=kept_day(row["returned"]),
        filed=day(row["filed"]),
        days=row["days"],
        cell=row["cell"],
    )

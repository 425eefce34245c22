"""The lines that stand on invoices, with all that tells where their money is; and what is ready, and not delivered."""

import datetime as dt
import sqlite3

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Codes
from ipsu_cli.core.self_billing import SelfBilled
from ipsu_cli.store import Store
from ipsu_cli.store.rows import number

# The invoices that lines stand on.
BILLS = """
    SELECT n.id, n.year, n.no, n.kind, n.status, n.made_on, n.approved_on, n.total_ore, n.set_off_ore,
           a.ref AS agreement, a.billing, n.refers_to_id,
           (SELECT max(p.on_day) FROM payments p WHERE p.invoice_id = n.id) AS paid_on
    FROM invoices n JOIN agreements a ON a.id = n.agreement_id
    WHERE n.status <> 'cancelled'
"""
OPENED = """
    CASE WHEN l.status = 'rejected' THEN
        (SELECT max(v.opened) FROM investigations v
         WHERE v.invoice_id = l.invoice_id AND v.case_id = l.case_id AND v.closed IS NULL) END
"""
# A line that has left its invoice is among the deliveries that are free again.
LINES = f"""
    SELECT l.id, l.invoice_id, l.status, c.ref AS case_ref, {OPENED} AS opened, l.service, l.month, l.quantity, l.unit,
           l.net_ore
    FROM invoice_lines l JOIN cases c ON c.id = l.case_id
    WHERE l.status <> 'corrected' AND l.month BETWEEN :first AND :last
    ORDER BY c.ref, l.month, l.id
"""
# Lines of one invoice that are alike stand where one of them does. A line is looked at by itself where it has a story
# of its own: it is rejected or credited, or self-invoices have come that it may stand on.
UNPAID = f"""
    SELECT l.id, l.invoice_id, l.status, (SELECT ref FROM cases c WHERE c.id = l.case_id) AS case_ref,
           {OPENED} AS opened, count(*) AS count_, sum(l.net_ore) AS net_ore, min(l.month) AS month
    FROM invoices n
    JOIN agreements a ON a.id = n.agreement_id
    CROSS JOIN invoice_lines l ON l.invoice_id = n.id
    WHERE n.status <> 'cancelled' AND n.status <> 'paid' AND l.status <> 'corrected'
    GROUP BY n.id, CASE WHEN l.status <> 'created' OR (:received AND a.billing = 'self') THEN l.id END
"""
ANY_RECEIVED = "SELECT EXISTS (SELECT 1 FROM self_invoices)"
# Which credits have been set off whole against the invoice that they are about, by invoice and case.
SETTLED_BY_CREDIT = """
    SELECT DISTINCT n.refers_to_id AS invoice_id, c.ref AS case_ref
    FROM invoices n
    JOIN invoice_lines l ON l.invoice_id = n.id
    JOIN cases c ON c.id = l.case_id
    WHERE n.kind = 'credit' AND n.status <> 'cancelled' AND n.refers_to_id IS NOT NULL
      AND n.set_off_ore = -n.total_ore
"""
READY_IN_ALL = """
    SELECT count(*) AS count_, count(DISTINCT case_id) AS cases, coalesce(sum(net_ore), 0) AS net_ore,
           min(month) AS month, min(to_day) AS to_day
    FROM candidates WHERE ready = 1
"""
READY = """
    SELECT c.ref AS case_ref, a.ref AS agreement, k.service, k.month, k.quantity, k.unit, k.net_ore, k.to_day
    FROM candidates k
    JOIN cases c ON c.id = k.case_id
    LEFT JOIN agreements a ON a.id = k.agreement_id
    WHERE k.ready = 1 ORDER BY k.n
"""
# Mappings that are not delivered, and have what their rules ask for at the least: an answer of the agency's.
MAPPINGS = """
    SELECT c.ref FROM cases c
    WHERE c.service IN (SELECT value FROM json_each(:services)) AND c.close_reason IS NOT 'registered_in_error'
      AND c.to_day IS NOT NULL AND (:case IS NULL OR c.id = :case)
      AND EXISTS (SELECT 1 FROM documents d WHERE d.case_id = c.id AND d.status IN ('submitted', 'confirmed'))
      AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.case_id = c.id AND d.cancelled = 0 AND d.reverses IS NULL
                      AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0))
    ORDER BY c.ref
"""
# Months of placements that are reported, and not delivered.
MONTHS = """
    SELECT DISTINCT c.ref, d.period AS month FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE c.service IN (SELECT value FROM json_each(:services)) AND c.close_reason IS NOT 'registered_in_error'
      AND (:case IS NULL OR d.case_id = :case)
      AND d.type IN (SELECT value FROM json_each(:codes_periodic)) AND d.status IN ('submitted', 'confirmed')
      AND NOT EXISTS (SELECT 1 FROM deliveries e
                      WHERE e.case_id = c.id AND e.cancelled = 0 AND e.unit IN ('day', 'month')
                        AND substr(e.to_day, 1, 7) = d.period AND e.reverses IS NULL
                        AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = e.id AND r.cancelled = 0))
    ORDER BY c.ref, d.period
"""
OPEN_WEEKS = """
    SELECT s.ref, s.agreement, s.service, s.coach, p.week, p.hours, p.sunday,
           coalesce((SELECT sum(d.quantity) FROM deliveries d WHERE d.case_id = s.id AND d.cancelled = 0
                     AND d.unit = 'hour' AND d.to_day BETWEEN p.monday AND p.sunday), 0) AS delivered,
           coalesce((SELECT sum(d.quantity) FROM deliveries d WHERE d.case_id = s.id AND d.cancelled = 0
                     AND d.unit = 'hour'), 0) AS delivered_in_all
    FROM planned p JOIN scope s ON s.id = p.case_id
    WHERE s.closed_on IS NULL ORDER BY s.ref, p.week
"""
OPEN_CASES = """
    SELECT ref FROM cases
    WHERE closed_on IS NULL AND service IN (SELECT value FROM json_each(:services))
      AND from_day <= :last AND to_day >= :first ORDER BY ref
"""


class Bill(NamedTuple):
    """An invoice that lines stand on; days as the register keeps them."""

    id: int
    number: str
    kind: str
    status: str
    made_on: str
    approved_on: str | None
    total_ore: int
    set_off_ore: int
    agreement: str
    billing: str
    refers_to_id: int | None
    paid_on: str | None

    @property
    def is_set_off(self) -> bool:
        """Is it a credit that was set off whole against the invoice that it is about?"""
        return self.kind == "credit" and bool(self.total_ore) and self.set_off_ore == -self.total_ore


def bills(store: Store) -> dict[int, Bill]:
    """The invoices that are not cancelled, by their ids."""
    return {
        row["id"]: Bill(
            row["id"], number(row["year"], row["no"]) or "", row["kind"], row["status"], row["made_on"],
            row["approved_on"], row["total_ore"], row["set_off_ore"] or 0, row["agreement"], row["billing"],
            row["refers_to_id"], row["paid_on"],
        )
        for row in store.all(BILLS)
    }  # fmt: skip


def lines(store: Store, first: str, last: str) -> list[sqlite3.Row]:
    """The lines that were worked in these months and have not left their invoices, by case and month."""
    return store.all(LINES, first=first, last=last)


def any_received(store: Store) -> bool:
    """Has any self-invoice come?"""
    return bool(store.value(ANY_RECEIVED))


def self_billed(store: Store) -> tuple[dict[int, SelfBilled], set[str]]:
    """By the id of each line of ours what the agency's self-invoices bill of it, and the numbers that several of them
    have. What compares them is loaded where some have come."""
    from ipsu_cli.store import self_billing

    return self_billing.by_line(store), self_billing.numbers_of_several(store)


def unpaid(store: Store, *, received: bool) -> list[sqlite3.Row]:
    """What stands on invoices that are not paid in full, together where it is alike: how many lines, their sum and the
    first month. `received`: self-invoices have come."""
    return store.all(UNPAID, received=received)


def settled_by_credit(store: Store) -> set[tuple[int, str]]:
    """The invoice and the case of each line whose credit was set off whole."""
    return {(row["invoice_id"], row["case_ref"]) for row in store.all(SETTLED_BY_CREDIT)}


def ready(store: Store) -> list[sqlite3.Row]:
    """What the next build takes; `invoice_build.gather` and the rules have run."""
    return store.all(READY)


def ready_in_all(store: Store) -> sqlite3.Row:
    """How much of it there is, of how many cases, its sum, its first month and its oldest day; the last two None of
    nothing."""
    found = store.first(READY_IN_ALL)
    assert found is not None
    return found


def mappings_to_judge(store: Store, services: str, case_id: int | None = None) -> list[str]:
    """Mappings not delivered that may be ready, of all cases or of one; `services` are their codes as JSON."""
    return [row["ref"] for row in store.all(MAPPINGS, services=services, case=case_id)]


def months_to_judge(store: Store, services: str, codes: Codes, case_id: int | None = None) -> list[sqlite3.Row]:
    """The case and the month of each placement's month, of all cases or of one, that is reported and not delivered."""
    return store.all(MONTHS, services=services, case=case_id, **codes.bound())


def open_weeks(store: Store) -> list[sqlite3.Row]:
    """Every week of the plans in force of open cases, by case, with what was delivered in it; `scope` is chosen."""
    return store.all(OPEN_WEEKS)


def open_cases(store: Store, services: str, first: dt.date, last: dt.date) -> list[str]:
    """Open cases of these services that touch a span of days; `services` are their codes as JSON."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    return [row["ref"] for row in store.all(OPEN_CASES, services=services, **days)]

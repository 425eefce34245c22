"""What is invoiced, held back and paid."""

from ipsu_cli.store.invoice_build import PRICES, PRICES_INDEX
from ipsu_cli.store.kpis.question import Question, of_cases, of_median, of_median_with_count

# A line that was corrected stands no more: what was on it stands on another, or is free.
LINES = """
    CREATE TEMP TABLE lines AS
    SELECT l.case_id, l.net_ore, l.to_day, n.month,
           CASE WHEN l.status = 'rejected' THEN 'rejected' WHEN n.status = 'part-paid' THEN 'approved'
                WHEN n.status = 'rejected' THEN 'created' ELSE n.status END AS state,
           CASE WHEN n.status = 'paid' AND l.status = 'created' AND l.refers_to_id IS NULL
                THEN (SELECT max(p.on_day) FROM payments p WHERE p.invoice_id = n.id) END AS paid_on,
           CASE WHEN l.status <> 'credited' AND l.refers_to_id IS NULL THEN n.made_on END AS made_on
    FROM invoice_lines l JOIN invoices n ON n.id = l.invoice_id JOIN scope s ON s.id = l.case_id
    WHERE n.status <> 'cancelled' AND l.status <> 'corrected'
"""
# The value of what stands on no invoice, rounded as its line would be; a reversal at its line's price.
HELD = """
    CREATE TEMP TABLE held AS
    SELECT case_id, sign(quantity) * ((2 * abs(quantity) * price + 100) / 200) AS net_ore FROM (
        SELECT d.case_id, coalesce(l.unit_price_ore, o.amount_ore, p.amount_ore, 0) AS price,
               sum(d.quantity) AS quantity
        FROM free f
        CROSS JOIN deliveries d ON d.id = f.delivery_id
        JOIN scope s ON s.id = d.case_id
        LEFT JOIN invoiced i ON i.delivery_id = d.reverses
        LEFT JOIN invoice_lines l ON l.id = i.line_id
        JOIN cases c ON c.id = s.id
        LEFT JOIN price_spans p ON p.agreement_id = s.agreement_id AND p.service = s.service AND p.unit = d.unit
             AND p.level = '' AND d.to_day >= p.from_day AND d.to_day < p.until_day
        LEFT JOIN price_spans o ON o.agreement_id = s.agreement_id AND o.service = s.service AND o.unit = d.unit
             AND o.level = c.level AND d.to_day >= o.from_day AND d.to_day < o.until_day
        WHERE d.to_day BETWEEN :first AND :last
        GROUP BY d.case_id, substr(d.to_day, 1, 7), d.unit, l.id, price)
"""
MADE = {"lines": (LINES,), "price_spans": (PRICES, PRICES_INDEX), "held": (HELD,)}

HELD_NET = "SELECT case_id, net_ore AS n, NULL AS d, NULL AS part FROM held"


def _days_to(day: str) -> str:
    """The days from the last work date of a line to a later day of it that lies in the period."""
    return f"""
        SELECT case_id, CAST(julianday({day}) - julianday(to_day) AS INTEGER) AS n FROM lines
        WHERE {day} BETWEEN :first AND :last
    """


def _net(which: str) -> Question:
    rows = f"""
        SELECT case_id, net_ore AS n, NULL AS d, NULL AS part FROM lines
        WHERE month BETWEEN :first_month AND :last_month AND {which}
    """
    return Question(of_cases, rows, needs=("lines",))


QUESTIONS = {
    "invoiced_ore": _net("1"),
    "approved_ore": _net("state = 'approved'"),
    "rejected_ore": _net("state = 'rejected'"),
    "paid_ore": _net("state = 'paid'"),
    "held_ore": Question(of_cases, HELD_NET, needs=("price_spans", "held")),
    "days_to_basis": Question(of_median_with_count, _days_to("made_on"), needs=("lines",)),
    "days_to_payment": Question(of_median, _days_to("paid_on"), needs=("lines",)),
}

"""What is invoiced, held back and paid."""

from ipsu_cli.store.invoice_build import PRICES, PRICES_INDEX
from ipsu_cli.store.kpis.question import Question, of_median, of_median_with_count, of_sums

# A line that was corrected stands no more: what was on it stands on another, or is free.
LINES = """
    CREATE TEMP TABLE lines AS
    SELECT l.case_id, s.cell, l.net_ore, l.to_day, n.month,
           CASE WHEN l.status = 'rejected' THEN 'rejected' WHEN n.status = 'part-paid' THEN 'approved'
                WHEN n.status = 'rejected' THEN 'created' ELSE n.status END AS state,
           CASE WHEN n.status = 'paid' AND l.status = 'created' AND l.refers_to_id IS NULL
                THEN (SELECT max(p.on_day) FROM payments p WHERE p.invoice_id = n.id) END AS paid_on,
           CASE WHEN l.status <> 'credited' AND l.refers_to_id IS NULL THEN n.made_on END AS made_on
    FROM invoice_lines l JOIN invoices n ON n.id = l.invoice_id JOIN scope s ON s.id = l.case_id
    WHERE n.status <> 'cancelled' AND l.status <> 'corrected'
"""
CUT_MONTHS = "SELECT substr(from_day, 1, 7) FROM price_spans WHERE from_day NOT LIKE '%-01'"


def _price_on(day: str, unit: str) -> str:
    """The price of a case `s` in force on a day: one of the case's own level comes before one for all."""
    of_level = """(
        SELECT p.amount_ore FROM price_spans p
        WHERE p.agreement_id = s.agreement_id AND p.service = s.service AND p.unit = {unit} AND p.level = {level}
          AND p.from_day <= {day} ORDER BY p.from_day DESC LIMIT 1)"""
    return ", ".join(of_level.format(unit=unit, day=day, level=level) for level in ("s.level", "''"))


# What does not go at the price of its month: what takes a line back goes at that line's, and where a price begins
# within a month each delivery of it at that of its day.
OWN_PRICES = "CREATE TEMP TABLE own_prices (delivery_id INTEGER PRIMARY KEY, line_id INTEGER, amount_ore INTEGER)"
OF_REVERSALS = """
    INSERT INTO own_prices
    SELECT d.id, l.id, l.unit_price_ore
    FROM deliveries d JOIN invoiced i ON i.delivery_id = d.reverses JOIN invoice_lines l ON l.id = i.line_id
    WHERE d.reverses IS NOT NULL AND d.cancelled = 0
"""
OF_CUT_MONTHS = f"""
    INSERT OR IGNORE INTO own_prices
    SELECT d.id, NULL, coalesce({_price_on("d.to_day", "d.unit")})
    FROM scope s CROSS JOIN deliveries d ON d.case_id = s.id
    WHERE EXISTS ({CUT_MONTHS}) AND substr(d.to_day, 1, 7) IN ({CUT_MONTHS})
"""
MONTHLY = "d.case_id, substr(d.to_day, 1, 7) AS month, d.unit, sum(d.quantity) AS quantity"
FREE = "CROSS JOIN free f ON f.delivery_id = d.id WHERE d.to_day BETWEEN :first AND :last"
# The value of what stands on no invoice, rounded as its line would be. There are many deliveries, so they are grouped
# first and priced after; what has a price of its own, which is little, by itself.
HELD = f"""
    SELECT cell, sign(quantity) * ((2 * abs(quantity) * price + 100) / 200) AS n FROM (
        SELECT s.cell, w.quantity, coalesce(w.amount_ore, {_price_on("w.month || '-01'", "w.unit")}, 0) AS price
        FROM (SELECT {MONTHLY}, NULL AS amount_ore
              FROM scope s CROSS JOIN deliveries d ON d.case_id = s.id {FREE}
                   AND d.id NOT IN (SELECT delivery_id FROM own_prices)
              GROUP BY d.case_id, month, d.unit
              UNION ALL
              SELECT {MONTHLY}, o.amount_ore
              FROM own_prices o CROSS JOIN deliveries d ON d.id = o.delivery_id {FREE}
              GROUP BY d.case_id, month, d.unit, o.line_id, o.amount_ore) w
        JOIN scope s ON s.id = w.case_id)
"""
MADE = {
    "lines": (LINES,), "price_spans": (PRICES, PRICES_INDEX),
    "own_prices": (OWN_PRICES, OF_REVERSALS, OF_CUT_MONTHS),
}  # fmt: skip


def _days_to(day: str) -> str:
    """The days from the last work date of a line to a later day of it that lies in the period."""
    return f"""
        SELECT case_id, cell, CAST(julianday({day}) - julianday(to_day) AS INTEGER) AS n FROM lines
        WHERE {day} BETWEEN :first AND :last
    """


def _net(which: str) -> Question:
    rows = f"""
        SELECT cell, net_ore AS n FROM lines
        WHERE month BETWEEN :first_month AND :last_month AND {which}
    """
    return Question(of_sums, rows, needs=("lines",))


QUESTIONS = {
    "invoiced_ore": _net("1"),
    "approved_ore": _net("state = 'approved'"),
    "rejected_ore": _net("state = 'rejected'"),
    "paid_ore": _net("state = 'paid'"),
    "held_ore": Question(of_sums, HELD, needs=("price_spans", "own_prices")),
    "days_to_basis": Question(of_median_with_count, _days_to("made_on"), needs=("lines",)),
    "days_to_payment": Question(of_median, _days_to("paid_on"), needs=("lines",)),
}

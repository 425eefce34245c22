"""What was right the first time, and how soon work was entered."""

from ipsu_cli.store.kpis.question import Question, of_cases, of_median_with_count

# The deliveries that a correction entered in the place of one that was billed, by the same command that took it back.
REPLACEMENTS = """
    CREATE TEMP TABLE replacements AS
    SELECT DISTINCT e.id FROM deliveries r
    CROSS JOIN deliveries_ever e ON e.case_id = r.case_id AND e.entered_by = r.entered_by AND e.reverses IS NULL
    WHERE r.reverses IS NOT NULL AND r.cancelled = 0
"""
# Lines that did not pass: rejected, or with work on them that a correction or a cancellation took back.
FAILED = """
    CREATE TEMP TABLE failed AS
    SELECT l.id AS line_id FROM investigations v
    JOIN invoice_lines l ON l.invoice_id = v.invoice_id AND l.case_id = v.case_id
    UNION
    SELECT i.line_id FROM deliveries r JOIN invoiced i ON i.delivery_id = r.reverses
    WHERE r.reverses IS NOT NULL AND r.cancelled = 0
"""
# The lines that a delivery stands on or has stood on.
STOOD = """
    CREATE TEMP TABLE stood AS
    SELECT line_id, delivery_id FROM released WHERE entered_on <= :as_of
    UNION
    SELECT i.line_id, i.delivery_id FROM invoiced i
    WHERE i.delivery_id IN (SELECT delivery_id FROM released UNION ALL SELECT id FROM replacements)
"""
# Lines that bill work again: whether it was right the first time is told by the line that it stood on first.
BILLED_AGAIN = """
    CREATE TEMP TABLE billed_again AS
    SELECT later.line_id FROM stood first
    JOIN invoice_lines l ON l.id = first.line_id AND l.status IN ('corrected', 'credited')
    JOIN stood later ON later.delivery_id = first.delivery_id AND later.line_id > first.line_id
    UNION
    SELECT s.line_id FROM replacements r JOIN stood s ON s.delivery_id = r.id
"""
# The day on which a delivery that was changed was entered first: a change keeps the earlier versions in its past.
FIRST_ENTERED = "CREATE TEMP TABLE first_entered (id INTEGER PRIMARY KEY, entered_by INTEGER, entered_on TEXT)"
ADD_FIRST_ENTERED = "INSERT INTO first_entered SELECT id, min(entered_by), entered_on FROM deliveries_past GROUP BY id"
# Of each that was changed or replaces another that day; of a replacement none, for the first was late or in time.
ENTRIES = "CREATE TEMP TABLE entries (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, entered_on TEXT)"
ADD_ENTRIES = """
    INSERT INTO entries
    SELECT d.id, d.case_id, f.entered_on FROM first_entered f CROSS JOIN deliveries d ON d.id = f.id
    WHERE d.id NOT IN (SELECT id FROM replacements)
    UNION ALL SELECT d.id, d.case_id, NULL FROM replacements r CROSS JOIN deliveries d ON d.id = r.id
"""
MADE = {
    "replacements": (REPLACEMENTS,), "failed": (FAILED,), "stood": (STOOD,), "billed_again": (BILLED_AGAIN,),
    "first_entered": (FIRST_ENTERED, ADD_FIRST_ENTERED), "entries": (ENTRIES, ADD_ENTRIES),
}  # fmt: skip

APPROVED = "n.status IN ('approved', 'part-paid', 'paid')"
# The lines that say whether work was right the first time, each with whether it passed.
JUDGED = f"""
    SELECT l.id AS line_id, l.case_id,
           {APPROVED} AND l.status = 'created' AND l.id NOT IN (SELECT line_id FROM failed) AS n
    FROM invoice_lines l JOIN invoices n ON n.id = l.invoice_id JOIN scope s ON s.id = l.case_id
    WHERE n.month BETWEEN :first_month AND :last_month AND n.status <> 'cancelled' AND l.refers_to_id IS NULL
      AND ({APPROVED} OR EXISTS (SELECT 1 FROM investigations v WHERE v.invoice_id = l.invoice_id
                                 AND v.case_id = l.case_id))
      AND l.id NOT IN (SELECT line_id FROM billed_again)
"""
LINES = f"SELECT case_id, n, 1 AS d, NULL AS part FROM ({JUDGED})"
# Filed again after it was returned, a document is the same one: the version before it was judged.
DOCUMENTS = """
    SELECT d.case_id, d.status = 'confirmed' AS n, 1 AS d, NULL AS part
    FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.status IN ('confirmed', 'returned') AND d.submitted BETWEEN :first AND :last
      AND NOT EXISTS (SELECT 1 FROM documents b WHERE b.case_id = d.case_id AND b.type = d.type AND b.period = d.period
                      AND b.version = d.version - 1 AND b.status = 'returned')
"""


def _entered(day: str, which: str, of_delivery: str = "") -> str:
    """The days from the work to its entry, of cases."""
    return f"""
        SELECT s.id AS case_id, s.cell, CAST(julianday({day}) - julianday(d.to_day) AS INTEGER) AS n
        FROM scope s
        CROSS JOIN deliveries d ON d.case_id = s.id
        {of_delivery}
        WHERE {which} AND d.cancelled = 0 AND d.reverses IS NULL AND {day} BETWEEN :first AND :last
    """


# Most cases have no such delivery, so nothing is looked up for a million others.
ENTERED = _entered("d.entered_on", "s.id NOT IN (SELECT case_id FROM entries)")
CHANGED = _entered(
    "CASE WHEN e.id IS NULL THEN d.entered_on ELSE e.entered_on END",
    "s.id IN (SELECT case_id FROM entries)",
    "LEFT JOIN entries e ON e.id = d.id",
)

QUESTIONS = {
    "first_pass_share": Question(of_cases, LINES, needs=("replacements", "failed", "stood", "billed_again")),
    "first_pass_share_documents": Question(of_cases, DOCUMENTS),
    "days_to_entry": Question(
        of_median_with_count, ENTERED, more=CHANGED, needs=("replacements", "first_entered", "entries")
    ),
}

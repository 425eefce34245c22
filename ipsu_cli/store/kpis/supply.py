"""Hours, documents and what a mapping or a plan comes to."""

from ipsu_cli.store.kpis.question import Question, of_cases, of_chosen

MAPPINGS = """
    CREATE TEMP TABLE mappings AS
    SELECT d.case_id, d.no_show FROM deliveries d JOIN scope s ON s.id = d.case_id
    WHERE d.unit = 'case' AND d.cancelled = 0 AND d.reverses IS NULL AND d.to_day BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0)
"""
# The plans of the cases closed in the period: does an extent rise, and the first and the last of them. The weeks of a
# plan lie after one another in `planned`, so that the week before and the week after are its neighbours.
TAPERS = """
    CREATE TEMP TABLE tapers AS
    SELECT p.case_id, count(*) AS weeks, coalesce(max(p.hours > b.hours), 0) AS rises,
           max(CASE WHEN b.hours IS NULL THEN p.hours END) AS first,
           max(CASE WHEN a.hours IS NULL THEN p.hours END) AS last
    FROM scope s
    CROSS JOIN planned p ON p.case_id = s.id
    LEFT JOIN planned b ON b.rowid = p.rowid - 1 AND b.case_id = p.case_id
    LEFT JOIN planned a ON a.rowid = p.rowid + 1 AND a.case_id = p.case_id
    WHERE s.closed_on BETWEEN :first AND :last
    GROUP BY p.case_id HAVING count(*) >= 2
"""
BUILT_ON = """
    CREATE TEMP TABLE built_on AS
    SELECT DISTINCT after_id AS case_id FROM cases
    WHERE service IN (SELECT value FROM json_each(:codes_training)) AND close_reason IS NOT 'registered_in_error'
"""
BUILT_ON_INDEX = "CREATE INDEX temp.built_on_by_case ON built_on(case_id)"
MADE = {"mappings": (MAPPINGS,), "tapers": (TAPERS,), "built_on": (BUILT_ON, BUILT_ON_INDEX)}

DELIVERED = """
    SELECT d.case_id, sum(d.quantity) AS n, NULL AS d, NULL AS part FROM deliveries d JOIN scope s ON s.id = d.case_id
    WHERE d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :first AND :last GROUP BY 1
"""
IN_TIME = """
    SELECT case_id, coalesce(submitted <= day, 0) AS n, 1 AS d, NULL AS part FROM filed
    WHERE type IN (SELECT value FROM json_each(:codes_plan)) AND from_day BETWEEN :first AND :last AND day < :as_of
"""
OVERDUE = """
    SELECT case_id, 1 AS n, NULL AS d, NULL AS part FROM filed
    WHERE day <= :until AND (submitted IS NULL OR submitted > :until)
"""
DEVIATIONS = """
    SELECT d.case_id, 1 AS n, NULL AS d, CASE json_extract(d.fields, '$.known')
           WHEN 1 THEN 'known' WHEN 0 THEN 'unknown' ELSE 'unspecified' END AS part
    FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.type IN (SELECT value FROM json_each(:codes_deviation))
      AND d.status <> 'returned' AND d.submitted BETWEEN :first AND :last
"""
A_TO_B = """
    SELECT case_id, EXISTS (SELECT 1 FROM built_on b WHERE b.case_id = mappings.case_id) AS n, 1 AS d, NULL AS part
    FROM mappings
"""
PASSED = """
    SELECT cell, training_result = 'passed' AS n, 1 AS d, NULL AS part FROM scope
    WHERE service IN (SELECT value FROM json_each(:codes_training))
      AND training_result IS NOT NULL AND closed_on BETWEEN :first AND :last
"""


def _of(table: str, which: str, n: str = "1", d: str = "NULL") -> str:
    return f"SELECT case_id, {n} AS n, {d} AS d, NULL AS part FROM {table} WHERE {which}"


# Summed by case first: its weeks lie after one another.
PLANNED = """
    SELECT case_id, sum(hours) AS n, NULL AS d, NULL AS part FROM planned
    WHERE week BETWEEN :first_week AND :last_week GROUP BY case_id
"""

QUESTIONS = {
    "planned_hours": Question(of_cases, PLANNED, needs=("planned",)),
    "delivered_hours": Question(of_cases, DELIVERED),
    "gp_on_time": Question(of_cases, IN_TIME, needs=("filed",)),
    "documents_overdue": Question(of_cases, OVERDUE, needs=("filed",)),
    "deviations": Question(of_cases, DEVIATIONS),
    "mappings_done": Question(of_cases, _of("mappings", "no_show = 0"), needs=("mappings",)),
    "no_shows": Question(of_cases, _of("mappings", "no_show = 1"), needs=("mappings",)),
    "a_to_b": Question(of_cases, A_TO_B, needs=("mappings", "built_on")),
    "passed": Question(of_chosen, PASSED),
    "tapering": Question(of_cases, _of("tapers", "1", "rises = 0 AND last < first", "1"), needs=("planned", "tapers")),
}

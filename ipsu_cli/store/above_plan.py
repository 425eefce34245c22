"""Deliveries above what the plan in force allows, where it has been made smaller since they were entered.

They are looked for only where that can be, so that a month without any costs next to nothing.
"""

from collections.abc import Mapping

from ipsu_cli.store import Store
from ipsu_cli.store.rows import MONDAY

# Cases whose plan in force may allow less than they have delivered: what is entered is held to the plan, so only a
# later decision or another version can have made it smaller.
MAY_HAVE_SHRUNK = """
    SELECT case_id FROM decisions
    UNION
    SELECT case_id FROM documents WHERE version > 1 AND type IN (SELECT value FROM json_each(:codes_plan))
"""
SHRUNK = f"""
    CREATE TEMP TABLE shrunk AS
    SELECT m.case_id FROM ({MAY_HAVE_SHRUNK}) m
    WHERE (:case IS NULL OR m.case_id = :case)
      AND EXISTS (SELECT 1 FROM deliveries d JOIN free f ON f.delivery_id = d.id
                  WHERE d.case_id = m.case_id AND d.unit = 'hour' AND d.to_day <= :last)
"""
# The hours of a version `p`: a week wholly after the end of the period counts for nothing.
HOURS = f"""
    coalesce((SELECT sum(w.hours) FROM plan_weeks w JOIN cases c ON c.id = p.case_id
              WHERE w.document_id = p.id AND (c.to_day IS NULL OR {MONDAY} <= c.to_day)), 0)
"""
# What the plan of each allows, and what it has delivered. The plan is the newest confirmed version, else the newest.
OVER = f"""
    CREATE TEMP TABLE over_plan AS
    SELECT s.case_id, coalesce((
               SELECT {HOURS} FROM documents p
               WHERE p.case_id = s.case_id AND EXISTS (SELECT 1 FROM plan_weeks x WHERE x.document_id = p.id)
               ORDER BY p.status = 'confirmed' DESC, p.version DESC LIMIT 1), 0) AS planned,
           (SELECT sum(quantity) FROM deliveries d
            WHERE d.case_id = s.case_id AND d.unit = 'hour' AND d.cancelled = 0) AS delivered
    FROM shrunk s
"""
WITHIN = "DELETE FROM over_plan WHERE delivered <= planned"
# The hours above the plan are the newest: they are held, delivery by delivery, until what is left lies within it.
ABOVE = """
    CREATE TEMP TABLE above_plan AS
    SELECT delivery_id FROM (
        SELECT d.id AS delivery_id, o.delivered - o.planned AS excess,
               sum(d.quantity) OVER (PARTITION BY d.case_id ORDER BY d.to_day DESC, d.id DESC) - d.quantity AS newer
        FROM over_plan o
        CROSS JOIN deliveries d ON d.case_id = o.case_id
        JOIN free f ON f.delivery_id = d.id
        WHERE d.unit = 'hour' AND d.cancelled = 0 AND d.id NOT IN (SELECT delivery_id FROM reversing))
    WHERE newer < excess
"""
ANY_ABOVE = "SELECT EXISTS (SELECT 1 FROM above_plan)"
ABOVE_INDEX = "CREATE UNIQUE INDEX temp.above_plan_by_id ON above_plan(delivery_id)"
IS_ABOVE = "d.id IN (SELECT delivery_id FROM above_plan)"


def find(store: Store, bound: Mapping[str, str | int | None]) -> None:
    """Make `over_plan`, the cases, and `above_plan`, their newest free deliveries. `reversing` is there; `bound` has
    the last day that is asked for, the one case that is or None, and the document types of a plan."""
    for statement in (SHRUNK, OVER, WITHIN, ABOVE, ABOVE_INDEX):
        store.conn.execute(statement, bound)


def any_found(store: Store) -> bool:
    """Is any delivery above its plan?"""
    return bool(store.value(ANY_ABOVE))

"""The key figures in set-based SQL: each is a question that gives cases their share of it, and all are
summed at once, whole and by part.

A question gives rows of `case_id, n, d, part`: what counts, what it is divided by, and the part of the
figure's own dimension. It asks `scope`, `planned` (both of `store.scope`) and the tables made here.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ipsu_cli.core.period import Period
from ipsu_cli.store import Store
from ipsu_cli.store.invoice_build import PRICES, PRICES_INDEX
from ipsu_cli.store.rows import that_day

DIMENSIONS = ("service", "gender", "agreement", "coach", "site")

DUE = "CREATE TEMP TABLE due (service TEXT, type TEXT, from_day TEXT, day TEXT, PRIMARY KEY (service, type, from_day))"
ADD_DUE = "INSERT INTO due VALUES (:service, :type, :from_day, :day)"
STARTS = "SELECT DISTINCT service, from_day FROM scope WHERE from_day IS NOT NULL ORDER BY 1, 2"
FILED = """
    CREATE TEMP TABLE filed AS
    SELECT s.id AS case_id, s.from_day, u.type, u.day,
           (SELECT min(d.submitted) FROM documents d WHERE d.case_id = s.id AND d.type = u.type) AS submitted
    FROM scope s JOIN due u ON u.service = s.service AND u.from_day = s.from_day
"""
MAPPINGS = """
    CREATE TEMP TABLE mappings AS
    SELECT d.case_id, d.no_show FROM deliveries d JOIN scope s ON s.id = d.case_id
    WHERE d.unit = 'case' AND d.cancelled = 0 AND d.quantity > 0 AND d.to_day BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0)
"""
# A line that was corrected stands no more: what was on it stands on another, or is free.
LINES = """
    CREATE TEMP TABLE lines AS
    SELECT l.case_id, l.net_ore, l.to_day, n.month,
           CASE WHEN l.status = 'rejected' THEN 'rejected' WHEN n.status = 'part-paid' THEN 'approved'
                WHEN n.status = 'rejected' THEN 'created' ELSE n.status END AS state,
           CASE WHEN n.status = 'paid' AND l.status = 'created' AND l.refers_to_id IS NULL
                THEN (SELECT max(p.on_day) FROM payments p WHERE p.invoice_id = n.id) END AS paid_on
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
# The plans of the cases closed in the period: does an extent rise, and the first and the last of them.
TAPERS = """
    CREATE TEMP TABLE tapers AS
    SELECT case_id, count(*) AS weeks, max(rises) AS rises, max(first) AS first, max(last) AS last FROM (
        SELECT p.case_id, p.hours > lag(p.hours, 1, p.hours) OVER w AS rises,
               first_value(p.hours) OVER w AS first,
               last_value(p.hours) OVER (PARTITION BY p.case_id ORDER BY p.week
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last
        FROM planned p JOIN scope s ON s.id = p.case_id
        WHERE s.closed_on BETWEEN :first AND :last
        WINDOW w AS (PARTITION BY p.case_id ORDER BY p.week))
    GROUP BY case_id HAVING count(*) >= 2
"""

ONGOING = "from_day <= :last AND ends_on >= :last"
ENROLLED = "from_day <= :last AND ends_on >= :first"
ENDED = "ends_on BETWEEN :first AND :until"
TO_WORK = "closed_on = ends_on AND close_reason IN ('work', 'studies', 'work_and_studies')"
NOT_BEFORE = """
    from_day BETWEEN :first AND :last AND NOT EXISTS (
        SELECT 1 FROM scope b WHERE b.person_id = scope.person_id AND b.from_day < :first AND b.ends_on >= :before)
"""
COHORT = """
    CASE WHEN months <= 5 THEN '0-5' WHEN months <= 10 THEN '6-10' WHEN months = 11 THEN '11'
         WHEN months <= 95 THEN '12-95' ELSE '96+' END
"""


def _cases(which: str) -> str:
    return f"SELECT id, 1, NULL, NULL FROM scope WHERE {which}"


def _persons(which: str, figures: str = "1, NULL", by: str = "from_day") -> str:
    """A person counts once, in the first of the cases that make them count."""
    return f"""
        SELECT id, {figures}, NULL FROM (
            SELECT id, row_number() OVER (PARTITION BY person_id ORDER BY {by}, ref) AS place FROM scope
            WHERE {which}) WHERE place = 1
    """


def _net(which: str) -> str:
    return f"""
        SELECT case_id, sum(net_ore), NULL, NULL FROM lines
        WHERE month BETWEEN :first_month AND :last_month AND {which} GROUP BY 1
    """


PLANNED = "SELECT case_id, sum(hours), NULL, NULL FROM planned WHERE week BETWEEN :first_week AND :last_week GROUP BY 1"
DELIVERED = """
    SELECT d.case_id, sum(d.quantity), NULL, NULL FROM deliveries d JOIN scope s ON s.id = d.case_id
    WHERE d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :first AND :last GROUP BY 1
"""
QUESTIONS: dict[str, tuple[str, ...]] = {
    "ongoing": (_cases(ONGOING),),
    "ongoing_persons": (_persons(ONGOING),),
    "participants": (_persons(ENROLLED),),
    "active": (_persons(ENROLLED),),
    "supported": (_persons(NOT_BEFORE),),
    "discharge_share": (_persons(f"{ENDED} AND {TO_WORK}", "1, 0", "ends_on"), _persons(ENROLLED, "0, 1")),
    "discharge_share_closed": (
        _persons(f"{ENDED} AND {TO_WORK}", "1, 0", "ends_on"),
        _persons(ENDED, "0, 1", "ends_on"),
    ),
    "cases_started": (_cases("from_day BETWEEN :first AND :last"),),
    "cases_closed": (_cases(ENDED),),
    "balance": (
        f"SELECT id, 1, 0, NULL FROM scope WHERE {ENDED}",
        "SELECT id, 0, 1, NULL FROM scope WHERE from_day BETWEEN :first AND :last",
    ),
    "tenure_cohort": (
        f"""
        SELECT id, 1, NULL, {COHORT} FROM (
            SELECT id, 12 * (substr(:last, 1, 4) - substr(from_day, 1, 4)) + substr(:last, 6, 2)
                   - substr(from_day, 6, 2) - (substr(:last, 9) < substr(from_day, 9)) AS months
            FROM scope WHERE {ONGOING})
        """,
    ),
    "planned_hours": (PLANNED,),
    "delivered_hours": (DELIVERED,),
    "delivery_rate": (
        "SELECT case_id, n, 0, NULL FROM figures WHERE code = 'delivered_hours'",
        "SELECT case_id, 0, n, NULL FROM figures WHERE code = 'planned_hours'",
    ),
    "gp_on_time": (
        """
        SELECT case_id, coalesce(submitted <= day, 0), 1, NULL FROM filed
        WHERE type = 'gp' AND from_day BETWEEN :first AND :last AND day < :as_of
        """,
    ),
    "documents_overdue": (
        "SELECT case_id, 1, NULL, NULL FROM filed WHERE day <= :until AND (submitted IS NULL OR submitted > :until)",
    ),
    "deviations": (
        """
        SELECT d.case_id, 1, NULL, CASE json_extract(d.fields, '$.known') WHEN 1 THEN 'known' WHEN 0 THEN 'unknown'
                                                                        ELSE 'unspecified' END
        FROM documents d JOIN scope s ON s.id = d.case_id
        WHERE d.type = 'avvikelse' AND d.status <> 'returned' AND d.submitted BETWEEN :first AND :last
        """,
    ),
    "mappings_done": ("SELECT case_id, 1, NULL, NULL FROM mappings WHERE no_show = 0",),
    "no_shows": ("SELECT case_id, 1, NULL, NULL FROM mappings WHERE no_show = 1",),
    "a_to_b": (
        """
        SELECT case_id, EXISTS (SELECT 1 FROM built_on b WHERE b.case_id = mappings.case_id), 1, NULL FROM mappings
        """,
    ),
    "passed": (
        """
        SELECT id, training_result = 'passed', 1, NULL FROM scope
        WHERE service = 'ipsu-b' AND training_result IS NOT NULL AND closed_on BETWEEN :first AND :last
        """,
    ),
    "tapering": ("SELECT case_id, rises = 0 AND last < first, 1, NULL FROM tapers",),
    "invoiced_ore": (_net("1"),),
    "approved_ore": (_net("state = 'approved'"),),
    "rejected_ore": (_net("state = 'rejected'"),),
    "paid_ore": (_net("state = 'paid'"),),
    "held_ore": ("SELECT case_id, sum(net_ore), NULL, NULL FROM held GROUP BY 1",),
    "days_to_payment": (
        """
        SELECT case_id, CAST(julianday(paid_on) - julianday(to_day) AS INTEGER), NULL, NULL FROM lines
        WHERE paid_on BETWEEN :first AND :last
        """,
    ),
}
OWN_DIMENSION = {"deviations": "known", "tenure_cohort": "cohort"}
MEDIANS = ("days_to_payment",)

BUILT_ON = """
    CREATE TEMP TABLE built_on AS
    SELECT DISTINCT after_id AS case_id FROM cases WHERE service = 'ipsu-b' AND after_id IS NOT NULL
"""
BUILT_ON_INDEX = "CREATE INDEX temp.built_on_by_case ON built_on(case_id)"
FIGURES = "CREATE TEMP TABLE figures (code TEXT, case_id INTEGER, n INTEGER, d INTEGER, part TEXT)"
ADD = "INSERT INTO figures (code, case_id, n, d, part) SELECT :code, * FROM ({question})"
SUMS = """
    SELECT f.code, {part} AS part, sum(f.n) AS n, sum(f.d) AS d FROM figures f JOIN scope s ON s.id = f.case_id
    WHERE {part} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
"""
# The one in the middle, or the two there: their sum, and how many they are.
MEDIAN = """
    SELECT part, sum(n) AS n, count(*) AS d FROM (
        SELECT {part} AS part, f.n, row_number() OVER (PARTITION BY {part} ORDER BY f.n) AS place,
               count(*) OVER (PARTITION BY {part}) AS many
        FROM figures f JOIN scope s ON s.id = f.case_id WHERE f.code = :code)
    WHERE place = (many + 1) / 2 OR place = (many + 2) / 2 GROUP BY part ORDER BY part
"""
WHOLE, OWN = "''", "f.part"
BY_PART = {each: f"coalesce(nullif(s.{each}, ''), 'unspecified')" for each in DIMENSIONS}
BY_PART["gender"] = "coalesce(s.gender, 'unknown')"

MONTHS_PLANNED = """
    SELECT substr(date(monday, '+3 days'), 1, 7) AS month, sum(hours) AS hours FROM planned
    WHERE week BETWEEN :first_week AND :last_week GROUP BY 1
"""
MONTHS_DELIVERED = """
    SELECT substr(d.to_day, 1, 7) AS month, sum(d.quantity) AS hours FROM deliveries d JOIN scope s ON s.id = d.case_id
    WHERE d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :first AND :last GROUP BY 1
"""

Sums = dict[str, dict[str, tuple[int, int | None]]]


def starts(store: Store) -> list[tuple[str, dt.date]]:
    """The services and first days of the cases in `scope`, each pair once."""
    return [(row["service"], that_day(row["from_day"])) for row in store.all(STARTS)]


def count(store: Store, period: Period, as_of: dt.date, due: Iterable[tuple[str, str, dt.date, dt.date]]) -> None:
    """Give every case its share of every figure. `due`: service, type, first day, and the last day in time."""
    values = _values(period, as_of)
    store.conn.execute(DUE)
    marks = ("service", "type", "from_day", "day")
    store.conn.executemany(ADD_DUE, [dict(zip(marks, map(str, each), strict=True)) for each in due])
    for made in (FILED, MAPPINGS, LINES, PRICES, PRICES_INDEX, HELD, TAPERS, BUILT_ON, BUILT_ON_INDEX, FIGURES):
        store.conn.execute(made, values)
    for code, questions in QUESTIONS.items():
        for question in questions:
            store.conn.execute(ADD.format(question=question), {"code": code, **values})


def sums(store: Store, dimension: str) -> Sums:
    """Each figure's parts with what counts and what it is divided by. `whole` has one part, '', and `own` the
    parts of the dimension that only the figure itself has."""
    part = {"whole": WHOLE, "own": OWN, **BY_PART}[dimension]
    found: Sums = {}
    for row in store.all(SUMS.format(part=part)):
        found.setdefault(row["code"], {})[row["part"]] = (row["n"], row["d"])
    if part != OWN:
        for code in MEDIANS:
            rows = store.all(MEDIAN.format(part=part), code=code)
            found[code] = {row["part"]: (row["n"], row["d"]) for row in rows}
    return found


def by_month(store: Store, period: Period) -> tuple[dict[str, int], dict[str, int]]:
    """The planned hours (by the weeks' Thursdays) and the delivered ones (by work date) of each month."""
    values = _values(period, period.last)
    planned, delivered = (
        {row["month"]: row["hours"] for row in store.conn.execute(question, values)}
        for question in (MONTHS_PLANNED, MONTHS_DELIVERED)
    )
    return planned, delivered


def _values(period: Period, as_of: dt.date) -> dict[str, Any]:
    """`until` is the last day of the period that has come."""
    days = {
        "first": period.first,
        "last": period.last,
        "before": period.first - dt.timedelta(days=1),
        "until": min(period.last, as_of),
        "as_of": as_of,
    }
    first_week, last_week = period.weeks
    first_month, last_month = period.months
    ends = {"first_week": first_week, "last_week": last_week, "first_month": first_month, "last_month": last_month}
    return {name: day.isoformat() for name, day in days.items()} | {name: str(each) for name, each in ends.items()}

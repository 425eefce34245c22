"""Who waits, who has support, and what comes of it."""

from ipsu_cli.core.party import EMPLOYERS
from ipsu_cli.store.kpis.question import (
    Question,
    of_chosen,
    of_counts,
    of_first,
    of_mean,
    of_median,
    of_median_with_count,
    of_most,
    of_persons,
)

# Stocks are taken on `:until`: the last day, or that of the question where the period has not ended.
ONGOING = "from_day <= :until AND ends_on >= :until"
ENROLLED = "from_day <= :last AND ends_on >= :first"
STARTED = "from_day BETWEEN :first AND :last"
ENDED = "ends_on BETWEEN :first AND :until"
TO_WORK = "closed_on = ends_on AND close_reason IN ('work', 'studies', 'work_and_studies')"
NOT_BEFORE = f"""
    {STARTED} AND NOT EXISTS (SELECT 1 FROM scope b WHERE b.person_id = scope.person_id
                              AND b.from_day < :first AND b.ends_on >= :before)
"""
# A day of the period that no pause covers: the first of support in it, or one on which a pause has just ended.
DAYS = """
    SELECT id, max(from_day, :first) AS day, min(ends_on, :last) AS last FROM scope
    WHERE id IN (SELECT case_id FROM pauses)
    UNION ALL
    SELECT s.id, max(date(p.to_day, '+1 day'), s.from_day, :first), min(s.ends_on, :last)
    FROM pauses p JOIN scope s ON s.id = p.case_id
"""
ACTIVE_SINCE_A_PAUSE = f"""
    SELECT t.id FROM ({DAYS}) t WHERE t.day <= t.last AND NOT EXISTS (
        SELECT 1 FROM pauses q WHERE q.case_id = t.id AND q.from_day <= t.day
        AND (q.to_day IS NULL OR q.to_day >= t.day))
"""
ACTIVE = f"{ENROLLED} AND (id NOT IN (SELECT case_id FROM pauses) OR id IN ({ACTIVE_SINCE_A_PAUSE}))"

QUEUED = "queued_on BETWEEN :first AND :last"
NOT_LEFT = "(left_on IS NULL OR left_on > :until)"
IN_QUEUE = f"queued_on <= :until AND {NOT_LEFT}"
IN_QUEUE_BEFORE = "queued_on <= :before AND (left_on IS NULL OR left_on > :before)"
OFFERED = "left_on BETWEEN :first AND :last AND (from_day IS NOT NULL OR close_reason IN ('referred_on', 'declined'))"
WAITED = f"""
    SELECT id AS case_id, cell, CAST(julianday(:until) - julianday(queued_on) AS INTEGER) AS n
    FROM waiting WHERE {IN_QUEUE}
"""

GOALS = ("employment", "studies_completed")
COHORT = """
    CASE WHEN months <= 5 THEN '0-5' WHEN months <= 10 THEN '6-10' WHEN months = 11 THEN '11'
         WHEN months <= 95 THEN '12-95' ELSE '96+' END
"""
TENURE = f"""
    SELECT cell, 1 AS n, NULL AS d, {COHORT} AS part FROM (
        SELECT cell, 12 * (strftime('%Y', :until) - strftime('%Y', from_day)) + strftime('%m', :until)
               - strftime('%m', from_day) - (strftime('%d', :until) < strftime('%d', from_day)) AS months
        FROM scope WHERE {ONGOING})
"""
PAID_BY_RESULT = "service IN (SELECT value FROM json_each(:codes_paid_by_result))"
RESULTS = """
    SELECT s.person_id, s.cell FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.type IN (SELECT value FROM json_each(:codes_result))
      AND d.status = 'confirmed' AND d.confirmed BETWEEN :first AND :last
"""


def _cases(which: str, table: str = "scope") -> str:
    return f"SELECT cell FROM {table} WHERE {which}"


def _share(n: str, d: str, which: str, table: str = "waiting") -> str:
    return f"SELECT cell, {n} AS n, {d} AS d, NULL AS part FROM {table} WHERE {which}"


def _first(which: str) -> str:
    return f"SELECT person_id, cell, from_day || ref AS at FROM scope WHERE {which}"


def _persons(which: str) -> str:
    return f"SELECT person_id, cell FROM scope WHERE {which}"


def _outcome(which: str) -> str:
    return f"""
        SELECT s.person_id, s.cell, o.on_day || s.ref AS at FROM outcomes o JOIN scope s ON s.id = o.case_id
        WHERE o.on_day BETWEEN :first AND :last AND s.from_day IS NOT NULL AND {which}
    """


def outcome_share(counts: tuple[str, ...] = GOALS) -> Question:
    """The share of the active with one of the outcomes that count."""
    listed = ", ".join(f"'{count}'" for count in counts)
    return Question(of_persons, _outcome(f"o.outcome IN ({listed})"), _persons(ACTIVE))


# An employment ends with its last day, which is a day of work; one that begins on that day goes on.
IN_WORK = f"""
    SELECT person_id, cell FROM scope WHERE {ONGOING} AND EXISTS (
        SELECT 1 FROM outcomes o WHERE o.case_id = scope.id AND o.outcome = 'employment' AND o.on_day <= :until
        AND NOT EXISTS (SELECT 1 FROM outcomes x WHERE x.case_id = o.case_id AND x.outcome = 'employment_ended'
                        AND x.on_day > o.on_day AND x.on_day < :until))
"""

# Of those who began in the period, the days to the first contact with an employer: also one that came after the period,
# by the day of the question. Else whoever began near its end would count with a short wait or not at all.
FIRST_CONTACT = f"""
    SELECT s.id AS case_id, s.cell, CAST(julianday(min(t.on_day)) - julianday(s.from_day) AS INTEGER) AS n
    FROM scope s JOIN contacts t ON t.case_id = s.id
    WHERE s.{STARTED} AND t.on_day BETWEEN s.from_day AND :as_of
      AND lower(t.party) IN ({", ".join(f"'{party}'" for party in EMPLOYERS)})
    GROUP BY s.id
"""

QUESTIONS = {
    "ongoing": Question(of_counts, _cases(ONGOING)),
    "ongoing_persons": Question(of_first, _first(ONGOING)),
    "participants": Question(of_first, _first(ENROLLED)),
    "active": Question(of_first, _first(ACTIVE)),
    "referrals": Question(of_counts, _cases(QUEUED, "waiting"), queue=True),
    "conversion": Question(of_chosen, _share("coalesce(from_day <= :last, 0)", "1", QUEUED), queue=True),
    "supported": Question(of_first, _first(NOT_BEFORE)),
    "queue": Question(of_counts, _cases(IN_QUEUE, "waiting"), queue=True),
    "wait_max": Question(of_most, WAITED, queue=True),
    "wait_median": Question(of_median, WAITED, queue=True),
    "wait_mean": Question(of_mean, WAITED, queue=True),
    "wait_est": Question(
        of_chosen,
        _share(NOT_LEFT, "coalesce(left_on > :year_before AND left_on <= :until, 0)", "queued_on <= :until"),
        queue=True,
    ),
    "initial_offered": Question(of_chosen, _share(f"coalesce({OFFERED}, 0)", "1", IN_QUEUE_BEFORE), queue=True),
    "outcomes_employment": Question(of_first, _outcome("o.outcome = 'employment'")),
    "outcomes_studies_completed": Question(of_first, _outcome("o.outcome = 'studies_completed'")),
    "outcomes_studies_started": Question(of_first, _outcome("o.outcome = 'studies_started'")),
    "outcomes_unsubsidised": Question(of_first, _outcome("o.outcome = 'employment' AND o.subsidised = 0")),
    "outcome_share": outcome_share(),
    "in_work": Question(of_persons, IN_WORK, _persons(ONGOING)),
    "first_contact_median": Question(of_median_with_count, FIRST_CONTACT),
    "discharge_share": Question(of_persons, _persons(f"{ENDED} AND {TO_WORK}"), _persons(ENROLLED)),
    "discharge_share_closed": Question(of_persons, _persons(f"{ENDED} AND {TO_WORK}"), _persons(ENDED)),
    "cases_started": Question(of_counts, _cases(STARTED)),
    "cases_closed": Question(of_counts, _cases(ENDED)),
    "tenure_cohort": Question(of_chosen, TENURE),
    "results": Question(of_persons, RESULTS, _persons(f"{PAID_BY_RESULT} AND {ENROLLED}")),
}

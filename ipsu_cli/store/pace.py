"""The plans that are used too fast or too slow, of the open cases in `scope` with their plans named by `in_force`."""

from collections.abc import Iterator

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store

# A plan counts while a week of it is left. Those that are empty come first, then those that are furthest from what was
# planned; `cases` is how many there are in all. `awaited` are the hours of the newest version that waits for its
# confirmation. What is summed of all is summed once, and the rest asked for of the few that are shown.
OFF_PACE = """
    WITH used AS MATERIALIZED (
        SELECT f.case_id, f.document_id, f.ends,
               coalesce((SELECT sum(w.hours) FROM plan_weeks w
                         WHERE w.document_id = f.document_id AND w.week < :week), 0) AS ended,
               coalesce((SELECT w.hours FROM plan_weeks w
                         WHERE w.document_id = f.document_id AND w.week = :week), 0) AS this_week,
               coalesce((SELECT sum(w.hours) FROM plan_weeks w
                         WHERE w.document_id = f.document_id AND w.week > :week AND w.week <= f.ends), 0) AS later,
               coalesce((SELECT d.hours FROM delivered_hours d WHERE d.case_id = f.case_id), 0) AS delivered
        FROM in_force f CROSS JOIN scope s ON s.id = f.case_id AND s.closed_on IS NULL
        WHERE f.ends >= :week),
         summed AS NOT MATERIALIZED (
        SELECT *, ended + this_week + later AS planned, ended + this_week AS begun FROM used),
         judged AS NOT MATERIALIZED (
        SELECT *, delivered >= planned AS is_empty FROM summed),
         off AS NOT MATERIALIZED (
        SELECT * FROM judged
        WHERE is_empty OR 100 * (delivered - begun) >= :ahead * planned
              OR 100 * (ended - delivered) >= :behind * planned),
         worst AS (
        SELECT *, (SELECT count(*) FROM off) AS cases FROM off
        ORDER BY is_empty DESC, 10000 * max(delivered - begun, ended - delivered) / planned DESC, case_id LIMIT :most)
    SELECT s.ref, s.name, s.coach, j.planned, j.begun, j.ended, j.delivered,
           (SELECT count(*) FROM plan_weeks w WHERE w.document_id = j.document_id AND w.week <= :week) AS weeks,
           j.ends, v.type,
           (SELECT (SELECT sum(w.hours) FROM plan_weeks w WHERE w.document_id = n.id) FROM documents n
            WHERE n.case_id = v.case_id AND n.type = v.type AND n.version > v.version AND n.status = 'submitted'
            ORDER BY n.version DESC LIMIT 1) AS awaited, j.cases
    FROM worst j JOIN scope s ON s.id = j.case_id JOIN documents v ON v.id = j.document_id
    ORDER BY j.is_empty DESC, 10000 * max(j.delivered - j.begun, j.ended - j.delivered) / j.planned DESC, j.case_id
"""


class PlanPace(NamedTuple):
    """A plan that goes on, with its hours in all, by the end of the week that goes on (`begun`), before it (`ended`)
    and `delivered`; `weeks` of it have begun, and `last_week` is its last. `awaited` are the hours of a version of its
    document `type` that waits for its confirmation. `cases` is how many there are in all. `name` is None of a protected
    person."""

    case: str
    name: str | None
    coach: str | None
    planned: Hours
    begun: Hours
    ended: Hours
    delivered: Hours
    weeks: int
    last_week: Week
    type: str
    awaited: Hours | None
    cases: int


def off_pace(store: Store, week: Week, ahead: int | None, behind: int | None, most: int) -> Iterator[PlanPace]:
    """The plans that are empty, or so many per cent ahead of or behind what was planned; at most so many of them."""
    values = {"week": week, "ahead": ahead, "behind": behind, "most": most}
    for ref, name, coach, planned, begun, ended, delivered, weeks, last, type, awaited, cases in store.conn.execute(
        OFF_PACE, values
    ):
        yield PlanPace(
            ref, name, coach, Hours(planned), Hours(begun), Hours(ended), Hours(delivered), weeks, Week(last), type,
            None if awaited is None else Hours(awaited), cases,
        )  # fmt: skip

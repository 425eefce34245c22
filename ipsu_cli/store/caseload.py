"""How many ongoing cases each coach has, of the cases in `scope` (made by `store.scope`)."""

import datetime as dt

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store

BY_COACH = """
    SELECT nullif(coach_part, '') AS coach, service, count(*) AS cases, count(DISTINCT person_id) AS persons FROM scope
    WHERE from_day <= :day AND ends_on >= :day GROUP BY 1, 2 ORDER BY nullif(coach_part, '') IS NULL, 1, 2
"""


class Load(NamedTuple):
    """The ongoing cases of a coach in a service; without a coach they are nobody's yet; `other` stands for a coach
    of protected persons alone."""

    coach: str | None
    service: str
    cases: int
    persons: int


def by_coach(store: Store, day: dt.date) -> list[Load]:
    """The ongoing cases of a day by coach and service."""
    rows = store.all(BY_COACH, day=day.isoformat())
    return [Load(row["coach"], row["service"], row["cases"], row["persons"]) for row in rows]

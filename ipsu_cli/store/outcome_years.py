"""Outcomes year by year, of the cases in `scope` (made by `store.scope`): a person counts once a year and outcome."""

from ipsu_cli.store import Store

BY_YEAR = """
    SELECT substr(o.on_day, 1, 4) AS year, o.outcome, count(DISTINCT s.person_id) AS persons
    FROM outcomes o JOIN scope s ON s.id = o.case_id
    WHERE o.on_day BETWEEN :first AND :last AND s.from_day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
"""


def by_year(store: Store, first: str, last: str) -> dict[int, dict[str, int]]:
    """The persons of each year and outcome, from a day to another."""
    found: dict[int, dict[str, int]] = {}
    for row in store.all(BY_YEAR, first=first, last=last):
        found.setdefault(int(row["year"]), {})[row["outcome"]] = row["persons"]
    return found

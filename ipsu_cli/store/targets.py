"""What is aimed at, by agreement and by all."""

import json

from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.target import Target
from ipsu_cli.store import Store, Writing, agreements
from ipsu_cli.store.rows import day

LISTED = """
    SELECT t.id, a.ref, t.kpi, t.value, t.from_day, t.by_day, t.counts FROM targets t
    LEFT JOIN agreements a ON a.id = t.agreement_id
    ORDER BY a.ref IS NOT NULL, a.ref, t.kpi, coalesce(t.by_day, '9999'), coalesce(t.from_day, ''), t.counts, t.id
"""
SAME = """
    SELECT id, value, entered_by FROM targets WHERE agreement_id IS :agreement AND kpi = :kpi AND from_day IS :from_day
    AND by_day IS :by_day AND counts = :counts
"""


def listed(store: Store) -> list[Target]:
    """Every target: those of all first, then by agreement."""
    return [
        Target(
            row["id"], row["ref"], row["kpi"], row["value"], day(row["from_day"]), day(row["by_day"]),
            tuple(json.loads(row["counts"])) if row["counts"] else (),
        )
        for row in store.all(LISTED)
    ]  # fmt: skip


def save(store: Writing, target: Target) -> tuple[int, str]:
    """Set a target. Gives its number, and whether it was `added`, `changed`, or `known` as it is."""
    key = {
        "agreement": agreements.get(store, target.agreement).id if target.agreement else None,
        "kpi": target.kpi,
        "from_day": target.from_day and target.from_day.isoformat(),
        "by_day": target.by_day and target.by_day.isoformat(),
        "counts": json.dumps(target.counts) if target.counts else "",
    }
    row = store.first(SAME, **key)
    if row is None:
        return store.add("targets", agreement_id=key.pop("agreement"), value=target.value, **key), ADDED
    if row["value"] == target.value:
        return row["id"], KNOWN
    if row["entered_by"] == store.stamp["entered_by"]:
        raise Refused("target.twice", kpi=target.kpi, agreement=target.agreement or "all")
    store.alter("targets", row["id"], value=target.value)
    return row["id"], CHANGED

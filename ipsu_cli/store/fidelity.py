"""Scales of fidelity, the reviews made on them, and the caseloads that one of their items is about."""

import json
import sqlite3
from typing import Any

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.fidelity import FidelityReview, Scale
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing

SCALES = "SELECT * FROM fidelity_scales ORDER BY name"
SCALE = "SELECT * FROM fidelity_scales WHERE lower(name) = lower(:name)"
REVIEW = "SELECT r.*, a.ref FROM fidelity_reviews r JOIN agreements a ON a.id = r.agreement_id"
GET = REVIEW + " WHERE r.id = :id"
ALL = REVIEW + " WHERE :ref IS NULL OR a.ref = :ref ORDER BY a.ref, r.on_day, r.id"
ON_SCALE = "SELECT 1 FROM fidelity_reviews WHERE lower(scale) = lower(:name) LIMIT 1"
# The coaches with a case under the agreement that day, and all the cases that the busiest of them has.
LARGEST = """
    SELECT count(*) AS many FROM cases c
    WHERE c.coach IN (SELECT o.coach FROM cases o WHERE o.agreement_id = :agreement AND {o})
      AND {c}
    GROUP BY c.coach ORDER BY many DESC LIMIT 1
"""
ONGOING = """
    {0}.from_day <= :day AND ({0}.to_day IS NULL OR {0}.to_day >= :day)
    AND ({0}.closed_on IS NULL OR {0}.closed_on >= :day) AND {0}.close_reason IS NOT 'registered_in_error'
"""


def find_scale(store: Store, name: str) -> Scale | None:
    """The scale that the office has described under that name."""
    row = store.first(SCALE, name=name)
    return _scale(row) if row else None


def scales(store: Store) -> list[Scale]:
    """The scales that the office has described."""
    return [_scale(row) for row in store.all(SCALES)]


def _scale(row: sqlite3.Row) -> Scale:
    return Scale(row["name"], row["items"], row["least"], row["most"], _bands(row))


def _bands(row: sqlite3.Row) -> tuple[tuple[int, str], ...]:
    return tuple((lowest, name) for lowest, name in json.loads(row["bands"]))


def set_scale(store: Writing, scale: Scale) -> None:
    """Describe a scale, or describe it again."""
    values: dict[str, Any] = {"items": scale.items, "least": scale.least, "most": scale.most}
    values["bands"] = json.dumps(scale.bands, ensure_ascii=False)
    row = store.first(SCALE, name=scale.name)
    if row is None:
        store.add("fidelity_scales", name=scale.name, **values)
    else:
        store.alter("fidelity_scales", row["id"], **values)


def is_used(store: Store, name: str) -> bool:
    """Is there a review on the scale?"""
    return store.value(ON_SCALE, name=name) is not None


def from_row(row: sqlite3.Row) -> FidelityReview:
    """The review of a row of `REVIEW`."""
    scores = tuple(json.loads(row["scores"]))
    return FidelityReview(row["id"], row["ref"], kept_day(row["on_day"]), row["scale"], scores, row["total"])


def get(store: Store, id: int) -> FidelityReview:
    """The review. Raises `Refused` where there is none."""
    row = store.first(GET, id=id)
    if row is None:
        raise Refused("fidelity.unknown", review=id, command="ipsu fidelity list")
    return from_row(row)


def listed(store: Store, agreement: str | None = None) -> list[FidelityReview]:
    """The reviews of an agreement or of all, by agreement and day."""
    return [from_row(row) for row in store.all(ALL, ref=agreement)]


def add(store: Writing, agreement_id: int, review: FidelityReview) -> int:
    """Enter a review; its own id is yet to be."""
    scores = json.dumps(review.scores)
    values = {"on_day": review.on.isoformat(), "scale": review.scale, "scores": scores, "total": review.total}
    return store.add("fidelity_reviews", agreement_id=agreement_id, **values)


def largest_caseload(store: Store, agreement_id: int, day: str) -> int | None:
    """The most ongoing cases that a coach of the agreement has that day, whatever agreements they are under."""
    question = LARGEST.format(o=ONGOING.format("o"), c=ONGOING.format("c"))
    found: int | None = store.value(question, agreement=agreement_id, day=day)
    return found

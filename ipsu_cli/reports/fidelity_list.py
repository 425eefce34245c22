"""`ipsu fidelity list`, and what a review and a scale look like."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.fidelity import FidelityReview, Scale
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules.scales import IPS_25, ips_25
from ipsu_cli.store import Store, agreements, fidelity

REVIEWS = (
    Column("id", "count"), Column("agreement"), Column("on", "day"), Column("scale"), Column("total", "count"),
    Column("max", "count"), Column("band", "code"), Column("scores"),
)  # fmt: skip


def scale_of(store: Store, name: str, on: dt.date) -> Scale:
    """The scale of that name for a review on a day: the office's own, else the one that is built in. Raises `Refused`
    for no such."""
    found = fidelity.find_scale(store, name)
    if found is None and name.casefold() == IPS_25.casefold():
        found = ips_25(on)
    if found is None:
        raise Refused("fidelity.scale-unknown", scale=name, command="ipsu fidelity scale NAME …")
    return found


def review_shape(review: FidelityReview, scale: Scale) -> dict[str, Any]:
    """A review as JSON; without a total there is no band."""
    return {
        "id": review.id,
        "agreement": review.agreement,
        "on": review.on,
        "scale": scale.name,
        "scores": list(review.scores),
        "total": review.total,
        "max": scale.max,
        "band": scale.band(review.total),
    }


def scale_shape(scale: Scale) -> dict[str, Any]:
    """A scale as JSON."""
    bands = [{"from": lowest, "band": name} for lowest, name in scale.bands]
    return {"name": scale.name, "items": scale.items, "min": scale.least, "max": scale.most, "bands": bands}


def fidelity_list(office: Office, agreement: str | None) -> Answer:
    """The reviews of an agreement, or of all."""
    with office.reading() as store:
        if agreement:
            agreements.get(store, agreement)
        found = fidelity.listed(store, agreement)
        shapes = [review_shape(review, scale_of(store, review.scale, review.on)) for review in found]
    rows: list[tuple[Any, ...]] = [
        (*(shape[c.key] for c in REVIEWS[:-1]), " ".join("-" if n is None else str(n) for n in shape["scores"]))
        for shape in shapes
    ]
    tables = [Table("fidelity-reviews", REVIEWS, rows)] if rows else []
    return Answer({"fidelity": shapes}, [Text("message.count", {"count": len(shapes)})], tables)

"""`ipsu fidelity list`, and what a review and a scale look like."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.fidelity import FidelityReview, Scale
from ipsu_cli.core.named_tuple import NamedTuple
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
        raise Refused(
            "fidelity.scale-unknown",
            scale=name,
            command="ipsu fidelity scale NAME --items N --min N --max N --bands TOTAL=NAME",
        )
    return found


class ReviewOnScale(NamedTuple):
    """A review, and what its scale says of it; without a total there is no band."""

    id: int
    agreement: str
    on: dt.date
    scale: str
    scores: Sequence[int | None]
    total: int | None
    max: int
    band: str | None

    @classmethod
    def of(cls, review: FidelityReview, scale: Scale) -> "ReviewOnScale":
        """The review as it stands on its scale."""
        return cls(review.id, review.agreement, review.on, scale.name, review.scores, review.total, scale.max,
                   scale.band(review.total))  # fmt: skip


class FidelityReviews(NamedTuple):
    """The reviews asked for."""

    fidelity: Sequence[ReviewOnScale]


def fidelity_list(office: Office, agreement: str | None) -> Answer[FidelityReviews]:
    """The reviews of an agreement, or of all."""
    with office.reading() as store:
        if agreement:
            agreements.get(store, agreement)
        found = fidelity.listed(store, agreement)
        reviews = [ReviewOnScale.of(review, scale_of(store, review.scale, review.on)) for review in found]
    rows: list[tuple[Any, ...]] = [
        (*(getattr(review, column.key) for column in REVIEWS[:-1]), _scores(review)) for review in reviews
    ]
    tables = [Table("fidelity-reviews", REVIEWS, rows)] if rows else []
    return Answer(FidelityReviews(reviews), [Text("message.count", {"count": len(reviews)})], tables)


def _scores(review: ReviewOnScale) -> str:
    return " ".join("-" if score is None else str(score) for score in review.scores)

"""How well a unit follows its method: a scale of items, and reviews that score them."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import AGREEMENT, COUNT, DAY, NAME, Kind, late
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject

BELOW = "none"


def _written(scores: tuple[int | str | None, ...]) -> str:
    return ",".join("-" if score is None else str(score) for score in scores)


SCORES: Kind[tuple[int | str | None, ...]] = Kind("4,4,3,…", late("read_scores"), write=_written)


def _written_bands(bands: tuple[tuple[int, str], ...]) -> str:
    return ",".join(f"{lowest}={name}" for lowest, name in bands)


BANDS: Kind[tuple[tuple[int, str], ...]] = Kind("TOTAL=NAME,…", late("read_bands"), write=_written_bands)


class Scale(NamedTuple):
    """`items` items, each scored from `least` to `most`; `bands` are the lowest total of each band and its name."""

    name: Annotated[str, fact(NAME, typed=ARGUMENT, required=True)]
    items: Annotated[int, fact(COUNT, required=True)]
    least: Annotated[int, fact(COUNT, "min", required=True)]
    most: Annotated[int, fact(COUNT, "max", required=True)]
    bands: Annotated[tuple[tuple[int, str], ...], fact(BANDS, required=True)]

    @property
    def max(self) -> int:
        """The highest total that there is."""
        return self.items * self.most

    def band(self, total: int | None) -> str | None:
        """The band that a total lies in: `none` below the lowest, None without a total.

        >>> Scale("S", 25, 1, 5, ((74, "fair"), (100, "good"))).band(99)
        'fair'
        """
        if total is None:
            return None
        return next((name for lowest, name in reversed(self.bands) if total >= lowest), BELOW)

    def to_json(self) -> JsonObject:
        """The scale, each band with its lowest total."""
        bands = [{"from": lowest, "band": name} for lowest, name in self.bands]
        return {"name": self.name, "items": self.items, "min": self.least, "max": self.most, "bands": bands}


class FidelityReview(NamedTuple):
    """A review of a unit's fidelity. An item that is not scored is None, and then there is no `total`."""

    id: int
    agreement: Annotated[str, fact(AGREEMENT, typed=ARGUMENT, required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    scale: Annotated[str, fact(NAME)]
    scores: Annotated[tuple[int | None, ...], fact(SCORES, required=True)]
    total: int | None

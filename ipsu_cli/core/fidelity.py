"""How well a unit follows its method: a scale of items, and reviews that score them."""

import datetime as dt
from typing import NamedTuple

BELOW = "none"


class Scale(NamedTuple):
    """`items` items, each scored from `least` to `most`; `bands` are the lowest total of each band and its name."""

    name: str
    items: int
    least: int
    most: int
    bands: tuple[tuple[int, str], ...]

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


class Review(NamedTuple):
    """A review of a unit's fidelity. An item that is not scored is None, and then there is no `total`."""

    id: int
    agreement: str
    on: dt.date
    scale: str
    scores: tuple[int | None, ...]
    total: int | None

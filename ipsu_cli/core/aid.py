"""An aid (hjälpmedel) that a participant has on loan: it may outlive the support, not the training."""

import datetime as dt
from typing import NamedTuple

KINDS = (
    "laptop",
    "media-player",
    "text-to-speech",
    "spell-checker",
    "headphones",
    "daisy-player",
    "dictaphone",
    "reading-pen",
    "communication",
    "other",
)
ORIGINS = ("a", "b")


class Aid(NamedTuple):
    """One loan. `origin` is the part of IPSU that found the need; `due` is the training's end, None where the
    register does not know it. Of a protected person there is neither `participant` nor `name`."""

    id: int
    case_id: int
    case: str
    service: str
    participant: str | None
    coach: str | None
    kind: str
    name: str | None
    origin: str
    lent: dt.date
    returned: dt.date | None
    due: dt.date | None

    @property
    def open(self) -> bool:
        """Is it still with the participant?"""
        return self.returned is None

"""An aid (hjälpmedel) that a participant has on loan: it may outlive the support, not the training."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.answer import Text
from ipsu_cli.core.fact import ARGUMENT, IMPORT, Day, fact
from ipsu_cli.core.kind import CASE, DAY, TEXT, code
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, all_but

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
KIND = code(*KINDS, metavar="KIND")._replace(show=lambda kind: Text(f"code.aid-{kind}"))


class AidEntry(NamedTuple):
    """A loan as it is entered; `origin` left out is the part that the case is in. On the command line it comes back by
    a command of its own."""

    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    kind: Annotated[str, fact(KIND, typed=ARGUMENT, required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    name: Annotated[str | None, fact(TEXT, personal=True, hidden=True)] = None
    origin: Annotated[str | None, fact(code(*ORIGINS))] = None
    returned: Annotated[Day, fact(DAY, typed=IMPORT)] = None


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

    def to_json(self) -> JsonObject:
        """The loan, without what its case says."""
        return all_but(self, "case_id", "service", "participant", "coach")

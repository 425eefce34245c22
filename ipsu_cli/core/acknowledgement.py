"""What somebody has looked at and left as it is, with a reason: the list of what is to be done is quiet about it."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import CASE, REASON, WORD
from ipsu_cli.core.named_tuple import NamedTuple


class Acknowledgement(NamedTuple):
    """One row of `todo`: its `kind`, and the month, week or day that tells it from others of the kind."""

    id: int
    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    kind: Annotated[str, fact(WORD.typed("KIND"), typed=ARGUMENT, required=True)]
    period: Annotated[str | None, fact(WORD.typed("MONTH|WEEK|DATE"))]
    reason: Annotated[str | None, fact(REASON, required=True, personal=True, hidden=True)]
    on: dt.date

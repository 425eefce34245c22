"""The agency's decision on the end of a period as a file has it: what a case has been through."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, Day, fact
from ipsu_cli.core.kind import CASE, COUNT, DAY
from ipsu_cli.core.named_tuple import NamedTuple


class DecisionEntry(NamedTuple):
    """`was_to` is the end that it moved; left out, the one that the case has."""

    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    to_day: Annotated[dt.date, fact(DAY, "to", required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    period: Annotated[int | None, fact(COUNT.typed("1|2"))] = None
    was_to: Annotated[Day, fact(DAY)] = None

"""An agreement with a purchaser, and the prices under it."""

import datetime as dt
from typing import Annotated, NamedTuple

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import DAY, MONEY, NAME, PERCENT, REF, SERVICE, TEXT, TOWNS, code
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent

UNITS = ("case", "hour", "day", "month", "result")

AGREEMENT = REF.typed("AGREEMENT")
LEVEL = code("A", "B", "C")._replace(show=str)  # a letter is called what it is


class Agreement(NamedTuple):
    """`vat` is its rate."""

    id: int
    ref: Annotated[str, fact(AGREEMENT, "agreement", typed=ARGUMENT, required=True)]
    service: Annotated[str, fact(SERVICE, required=True)]
    area: Annotated[str, fact(TEXT.typed("AREA"), required=True)]
    from_day: Annotated[dt.date, fact(DAY, "from", required=True)]
    to_day: Annotated[dt.date | None, fact(DAY, "to")]
    purchaser: Annotated[str | None, fact(NAME)]
    billing: Annotated[str, fact(code("self", "peppol"))]
    vat: Annotated[Percent, fact(PERCENT)]
    vat_exempt_reason: Annotated[str | None, fact(TEXT)]
    payout: Annotated[str, fact(code("created", "worked"))]
    sites: Annotated[tuple[str, ...], fact(TOWNS, "site", key="sites")]


class Price(NamedTuple):
    """What one `unit` of a service costs from a day on, until the next price of the same kind."""

    agreement: Annotated[str, fact(AGREEMENT, typed=ARGUMENT, required=True)]
    service: Annotated[str, fact(SERVICE, typed=ARGUMENT, required=True)]
    unit: Annotated[str, fact(code(*UNITS), required=True)]
    level: Annotated[str | None, fact(LEVEL)]
    from_day: Annotated[dt.date, fact(DAY, "from", required=True)]
    amount_ore: Annotated[Ore, fact(MONEY.typed("AMOUNT"), "amount", key="amount_ore", typed=ARGUMENT, required=True)]

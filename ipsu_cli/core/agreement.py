"""An agreement with a purchaser, and the prices under it."""

import datetime as dt
from typing import NamedTuple


class Agreement(NamedTuple):
    """`vat` is in hundredths of a per cent (2500 is 25 %)."""

    id: int
    ref: str
    service: str
    area: str
    from_day: dt.date
    to_day: dt.date | None
    purchaser: str | None
    billing: str
    vat: int
    vat_exempt_reason: str | None
    payout: str
    sites: tuple[str, ...]


class Price(NamedTuple):
    """What one `unit` of a service costs from a day on, until the next price of the same kind."""

    agreement: str
    service: str
    unit: str
    level: str | None
    from_day: dt.date
    amount_ore: int

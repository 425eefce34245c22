"""An agreement with a purchaser, and the prices under it."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, JSON, fact, facts_of, json_of
from ipsu_cli.core.identity import read_own_orgnr
from ipsu_cli.core.kind import AGREEMENT, DAY, LEVEL, MONEY, NAME, SERVICE, TEXT, TOWNS, UNITS, Kind, code
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Unreadable

RATES = (Percent(25_00), Percent(12_00), Percent(6_00), Percent(0))


def _rate(text: str, today: dt.date) -> Percent:
    """A rate of VAT, of those that there are."""
    rate = Percent.read(text.strip().removesuffix("%"))
    if rate not in RATES:
        raise Unreadable("value.vat", value=text, known=[str(known) for known in RATES])
    return rate


def _cost_centre(text: str, today: dt.date) -> str:
    """A short code, as accounting programs take it."""
    code = text.strip().upper()
    if not (code.isascii() and code.isalnum() and len(code) <= LONGEST_COST_CENTRE):
        raise Unreadable("value.cost-centre", value=text, most=LONGEST_COST_CENTRE)
    return code


LONGEST_COST_CENTRE = 6
SERVICES = SERVICE._replace(several=True)
VAT: Kind[Percent] = Kind("25|12|6|0", _rate, Percent, show=lambda rate: f"{rate} %")
# A purchaser may be a person too: then the number is masked wherever no law asks for the whole of it.
ORGNR: Kind[str] = Kind("NR", read_own_orgnr, masks=True)
COST_CENTRE: Kind[str] = Kind("CODE", _cost_centre)


class Agreement(NamedTuple):
    """`services` are those that it covers, `vat` is its rate. `cost_centre` is never missing in what is loaded."""

    id: int
    ref: Annotated[str, fact(AGREEMENT, "agreement", typed=ARGUMENT, required=True)]
    services: Annotated[tuple[str, ...], fact(SERVICES, "service", key="services", required=True)]
    area: Annotated[str, fact(TEXT.typed("AREA"), required=True)]
    from_day: Annotated[dt.date, fact(DAY, "from", required=True)]
    to_day: Annotated[dt.date | None, fact(DAY, "to")]
    purchaser: Annotated[str | None, fact(NAME)]
    purchaser_orgnr: Annotated[str | None, fact(ORGNR)]
    purchaser_address: Annotated[str | None, fact(TEXT)]
    billing: Annotated[str, fact(code("self", "peppol"))]
    vat: Annotated[Percent, fact(VAT)]
    vat_exempt_reason: Annotated[str | None, fact(TEXT)]
    payout: Annotated[str, fact(code("created", "worked"))]
    cost_centre: Annotated[str | None, fact(COST_CENTRE)]
    sites: Annotated[tuple[str, ...], fact(TOWNS, "site", key="sites")]

    def covers(self, services: Iterable[str]) -> bool:
        """Is it on one of these services?"""
        return not {*self.services}.isdisjoint(services)

    def to_json(self) -> JSON:
        """The facts; `service` is what it covers, null where that is several."""
        only = self.services[0] if len(self.services) == 1 else None
        return json_of(self, facts_of(Agreement)) | {"service": only}


class Price(NamedTuple):
    """What one `unit` of a service costs from a day on, until the next price of the same kind."""

    agreement: Annotated[str, fact(AGREEMENT, typed=ARGUMENT, required=True)]
    service: Annotated[str, fact(SERVICE, typed=ARGUMENT, required=True)]
    unit: Annotated[str, fact(code(*UNITS), required=True)]
    level: Annotated[str | None, fact(LEVEL)]
    from_day: Annotated[dt.date, fact(DAY, "from", required=True)]
    amount_ore: Annotated[Ore, fact(MONEY.typed("AMOUNT"), "amount", key="amount_ore", typed=ARGUMENT, required=True)]

    def to_json(self) -> JSON:
        """The facts."""
        return json_of(self, facts_of(Price))

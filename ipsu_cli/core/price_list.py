"""Which price holds on a day."""

import datetime as dt
from collections.abc import Iterable

from ipsu_cli.core.agreement import Price
from ipsu_cli.core.money import Ore


class PriceList:
    """The prices of every agreement. One for the case's own level comes before one for all levels."""

    def __init__(self, prices: Iterable[Price]) -> None:
        self._since: dict[tuple[str, str, str, str | None], list[Price]] = {}
        for price in sorted(prices, key=lambda price: price.from_day, reverse=True):
            key = (price.agreement, price.service, price.unit, price.level)
            self._since.setdefault(key, []).append(price)

    def on(self, agreement: str | None, service: str, unit: str, level: str | None, day: dt.date) -> Ore | None:
        """The amount that holds on the day; None where there is none."""
        for own in dict.fromkeys((level, None)):
            for price in self._since.get((agreement or "", service, unit, own), ()):
                if price.from_day <= day:
                    return price.amount_ore
        return None

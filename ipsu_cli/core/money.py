"""Money in whole öre."""

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import Hundredths, divide
from ipsu_cli.core.percent import FULL, Percent


class Ore(Hundredths):
    """An amount in öre; 100 make a krona. It is typed in kronor, and written in whole öre.

    >>> Ore.read("450,5"), Ore(45050) + Ore(50)
    (45050, 45100)
    """

    __slots__ = ()
    unreadable = "value.money"

    def __str__(self) -> str:
        return str(self.hundredths)


def line_net(quantity: Hours | Quantity, unit_price: Ore) -> Ore:
    """The net of a quantity at a price for one of it."""
    return Ore(divide(quantity.hundredths * unit_price.hundredths, 100))


def vat_of(net: Ore, rate: Percent) -> Ore:
    """The VAT on a net amount."""
    return rate.of(net)


def net_of(total: Ore, rate: Percent) -> Ore:
    """The net in a total that has VAT at `rate` in it.

    >>> net_of(Ore(12500), Percent(25_00))
    10000
    """
    return Ore(divide(total.hundredths * FULL.hundredths, (FULL + rate).hundredths))

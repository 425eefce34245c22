"""Money in whole öre."""

from ipsu_cli.core.hours import hundredths, signed_hundredths
from ipsu_cli.core.problem import Unreadable


class Ore(int):
    """An amount in öre; 100 make a krona."""


def read_money(text: str) -> Ore:
    """The amount that a person typed in kronor: `450`, `450.50` or `450,50`."""
    found = hundredths(text)
    if found is None:
        raise Unreadable("value.money", value=text)
    return Ore(found)


def read_signed_money(text: str) -> Ore:
    """The same of an amount that may be below zero."""
    found = signed_hundredths(text)
    if found is None:
        raise Unreadable("value.money", value=text)
    return Ore(found)


def divide(amount: int, by: int) -> Ore:
    """`amount / by` to whole öre, halves away from zero.

    >>> divide(25, 10), divide(-25, 10), divide(24, 10)
    (3, -3, 2)
    """
    sign = -1 if amount < 0 else 1
    return Ore(sign * ((2 * abs(amount) + by) // (2 * by)))


def line_net(quantity: int, unit_price: int) -> Ore:
    """The net of `quantity` hundredths at `unit_price` öre each."""
    return divide(quantity * unit_price, 100)


def vat_of(net: int, rate: int) -> Ore:
    """The VAT on `net` at `rate` hundredths of a per cent (2500 is 25 %)."""
    return divide(net * rate, 10_000)

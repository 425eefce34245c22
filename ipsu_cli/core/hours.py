"""Hours, and quantities of what is not always hours."""

from ipsu_cli.core.hundredths import Hundredths

MINUTES = 60


class Hours(Hundredths):
    """A number of hours: 7.5 hours are `Hours(750)`.

    >>> Hours(750), Hours(4000), Hours(-25)
    (7.5, 40, -0.25)
    """

    __slots__ = ()
    unreadable = "value.hours"


class Quantity(Hundredths):
    """A number of what stands next to it: the cases, hours, days, months or results of a delivery, the persons, days
    or points of a figure."""

    __slots__ = ()
    unreadable = "value.hours"


def hours_of(quantity: Quantity, unit: str) -> Hours | None:
    """The hours that a quantity of a unit is; None of what is not counted in hours."""
    return Hours(quantity.hundredths) if unit == "hour" else None


def in_decimals(text: str) -> str:
    """Hours and minutes as hours: `7:30` is `7.5`. What two decimals cannot hold, and any other text, stays as it is.

    >>> in_decimals("7:30"), in_decimals("0:03"), in_decimals("7:20"), in_decimals("7,5"), in_decimals("7:60")
    ('7.5', '0.05', '7:20', '7,5', '7:60')
    """
    hours, colon, rest = text.strip().partition(":")
    digits = hours + rest
    if not colon or len(rest) != 2 or not hours or not (digits.isascii() and digits.isdigit()) or int(rest) >= MINUTES:
        return text
    hundredths, left = divmod(100 * int(rest), MINUTES)
    return text if left else str(Hours(100 * int(hours) + hundredths))

"""Hours, and quantities of what is not always hours."""

from ipsu_cli.core.hundredths import Hundredths


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

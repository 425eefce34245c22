"""How the program's own numbers go into a column: as the bare number; which kind it is of, the column says."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent

NUMBERS = (Hours, Ore, Percent, Quantity)


def adapt(register: Callable[[Any, Any], None]) -> None:
    """Let a module that opens databases know them."""
    for number in NUMBERS:
        register(number, attrgetter("hundredths"))

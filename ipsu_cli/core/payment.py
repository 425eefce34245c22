"""A payment of an invoice, and when one that is not of the whole krona settles it."""

import datetime as dt

from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple

BY_HAND = "hand"
KRONA = 100
# A payment that differs from what is open by no more than this settles it: payers round to whole kronor.
MOST_ROUNDED = Ore(99)


class Payment(NamedTuple):
    """What came, whole as it came: `amount_ore` less `rounding_ore` is what it settles of the invoice.

    `id` is the number by which it is taken back. `source` is `hand` or the format of the bank's file, and `file` that
    file's name; `who` entered it. `bank_id` is the bank's own name of it.
    """

    id: int
    on: dt.date
    amount_ore: Ore
    rounding_ore: Ore
    source: str
    file: str | None
    who: str
    bank_id: str | None


def rounding_of(open_ore: Ore, amount: Ore) -> Ore:
    """What the payment of an open amount is rounded by: above zero where more came than is open, and nothing where it
    is paid to the öre, or where too much is missing for it to be settled.

    >>> rounding_of(Ore(16593_75), Ore(16594_00)), rounding_of(Ore(16593_75), Ore(16593_00))
    (25, -75)
    >>> rounding_of(Ore(16593_75), Ore(16592_76)), rounding_of(Ore(16593_75), Ore(16592_75))
    (-99, 0)
    """
    difference = amount - open_ore
    return difference if abs(difference) <= MOST_ROUNDED else Ore(0)


def typed_too_much(open_ore: Ore, amount: Ore) -> bool:
    """Is an amount that somebody types more than can be meant? Above what is open only the next whole krona is.

    >>> [typed_too_much(Ore(11875_50), Ore(amount)) for amount in (11875_50, 11876_00, 11875_51, 11877_00)]
    [False, False, True, True]
    """
    over = abs(amount) - abs(open_ore)
    return over > Ore(0) and (over > MOST_ROUNDED or amount.hundredths % KRONA != 0)

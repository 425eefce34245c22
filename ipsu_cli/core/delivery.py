"""A delivery: what was worked, on which days, and whether it stands on an invoice."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.hours import Hours, Quantity, hours_of
from ipsu_cli.core.kind import CASE, DAY, FLAG, HOURS, MONTH, WEEK
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.to_json import JsonObject, only


class Delivery(NamedTuple):
    """`quantity` is of `unit` (hour, case, day, month, result); a reversing row is negative."""

    id: int
    case: str
    from_day: dt.date
    to_day: dt.date
    unit: str
    quantity: Quantity
    no_show: bool
    status: str
    reverses: int | None
    invoice: str | None

    @property
    def counts(self) -> bool:
        """Does it count: not cancelled, not reversed, and not itself a reversal?"""
        return self.status in ("free", "invoiced") and self.quantity > Quantity(0)

    @property
    def week(self) -> Week:
        return Week.of(self.to_day)

    @property
    def one_week(self) -> Week | None:
        """The week of its days; None where they lie in several."""
        return self.week if self.from_day == self.to_day or Week.of(self.from_day) == self.week else None

    @property
    def month(self) -> Month:
        return Month.of(self.to_day)

    @property
    def hours(self) -> Hours | None:
        return hours_of(self.quantity, self.unit)

    def to_json(self) -> JsonObject:
        """A delivery; `hours` is null where it is not counted in hours, `week` where its days lie in several."""
        days = only(self, "id", "case", "from_day", "to_day")
        counted = only(self, "month", "hours", "quantity", "unit", "no_show", "status", "reverses", "invoice")
        return {**days, "week": self.one_week, **counted}


class CaseHours(str):
    """`CASE=HOURS` as it is typed, split at the last `=`. Two that mean the same are the same to a key."""

    @property
    def case(self) -> str:
        return self.rpartition("=")[0].strip()

    @property
    def hours_typed(self) -> str:
        return self.rpartition("=")[2]

    @property
    def hours(self) -> Hours:
        """The hours. Raises `Unreadable` for a text that is none."""
        return Hours.read(self.hours_typed)

    def __repr__(self) -> str:
        try:
            return repr((self.case, self.hours))
        except Unreadable:
            return super().__repr__()


def read_word(text: str) -> "CaseHours | str":
    """A word of `deliver` that may be both a case and its hours."""
    return CaseHours(text) if "=" in text else text


def read_hours(text: str) -> "CaseHours | Hours":
    """Hours, or a further case with its own."""
    return CaseHours(text) if "=" in text else Hours.read(text)


class DeliveryEntry(NamedTuple):
    """A delivery as it is entered: hours on a day or in a week, a month, or a mapping as a whole."""

    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    hours: Annotated[Hours | None, fact(HOURS, typed=ARGUMENT)] = None
    on: Annotated[dt.date | None, fact(DAY)] = None
    week: Annotated[Week | None, fact(WEEK)] = None
    no_show: Annotated[bool, fact(FLAG)] = False
    month: Annotated[Month | None, fact(MONTH)] = None
    unit: str | None = None


def quantity_text(quantity: Quantity, unit: str) -> Text:
    """So many of a unit as a sentence says it. Hours have two decimals always, as in the columns of a table."""
    return Text(f"message.quantity-{unit}", {"quantity": quantity if unit == "hour" else quantity.plain()})

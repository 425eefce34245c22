"""The question to the agency about its self-invoices: what differs, by kind, with what the office rests on."""

import datetime as dt

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple

# In the order of the letter: billed twice, other hours, another price, not billed, never delivered, another sum, and
# what cannot be compared.
KINDS = ("twice", "hours", "price", "missing", "never-delivered", "other", "not-compared")


class DeliveredRow(NamedTuple):
    """A delivery that a question rests on: its number, its days, and how much of which unit."""

    id: int
    from_day: dt.date
    to_day: dt.date
    quantity: Quantity
    unit: str


class LetterQuestion(NamedTuple):
    """A case in a week or a month. `numbers` are the self-invoices that bill it; the plan is the joint plan in force,
    its version and the day that the agency confirmed it."""

    kind: str
    case: str
    place: str | None
    numbers: str | None
    ours_hours: Hours | None
    theirs_hours: Hours | None
    ours_unit_price_ore: Ore | None
    theirs_unit_price_ore: Ore | None
    ours_net_ore: Ore
    theirs_net_ore: Ore
    plan_version: int | None
    plan_confirmed: dt.date | None
    deliveries: tuple[DeliveredRow, ...]


class Letter(NamedTuple):
    """The letter: who asks, about which basis and self-invoices, and the questions by kind. No names stand in it.
    `earlier` are the days of letters about the same basis before it."""

    office: str
    orgnr: str
    on: dt.date
    agreement: str
    invoice: str | None
    self_invoices: list[str]
    earlier: list[dt.date]
    questions: list[LetterQuestion]

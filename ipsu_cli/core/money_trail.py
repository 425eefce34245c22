"""Where the money of each piece of work is: the steps from what is done to what is paid, in their order.

A piece of work is a case's work of a month at a price, and stands in exactly one step, so that the steps make together
what was earned.
"""

import datetime as dt
from collections.abc import Iterable

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, all_but

# Done, reported and ready, and nobody has typed `deliver`.
UNDELIVERED = "undelivered"
# Delivered, on no invoice: not ready for one, or ready.
HELD, READY = "held", "ready"
# On an invoice that no e-invoice was exported of.
UNSENT = "unsent"
# On our basis and on no self-invoice of the agency's: overdue, or within the days that it has.
MISSING, WAITING = "missing", "waiting"
# On a self-invoice with other hours or another sum, or on two.
DIFFERS, TWICE = "differs", "twice"
# The agency's head office investigates.
LOCKED = "locked"
# Rejected or billed too much: the agency's credit, or its new self-invoice, has not come.
AWAITS_CREDIT = "awaits-credit"
# On a self-invoice that nobody has answered.
UNANSWERED = "unanswered"
UNPAID, PART_PAID, PAID = "unpaid", "part-paid", "paid"

STEPS = (
    UNDELIVERED, HELD, READY, UNSENT, MISSING, WAITING, DIFFERS, TWICE, LOCKED, AWAITS_CREDIT, UNANSWERED, UNPAID,
    PART_PAID, PAID,
)  # fmt: skip
PLACES = {step: place for place, step in enumerate(STEPS)}
# What somebody in the office, or at the agency, must do something about: the worst first.
TO_DO = (TWICE, DIFFERS, LOCKED, AWAITS_CREDIT, MISSING, UNDELIVERED, HELD, UNSENT, UNANSWERED, READY)


class MoneyRow(NamedTuple):
    """A case's work of a month at a price. `since` is the day on which it came to its step, `net_ore` None where it has
    no price; `code` and `command` say why it stands there, and what takes it on."""

    step: str
    case: str
    agreement: str | None
    service: str
    month: Month
    quantity: Quantity
    unit: str
    net_ore: Ore | None
    since: dt.date
    days: int
    invoice: str | None
    self_invoice: str | None
    code: str
    message: Text
    command: str | None

    @property
    def count_(self) -> int:
        """How many pieces of work it is."""
        return 1

    @property
    def place(self) -> tuple[int, str, str]:
        """Where it stands in a list: by step, case and month."""
        return PLACES[self.step], self.case, self.month


class StepSum(NamedTuple):
    """What stands in a step: how many pieces of work, their sum, and how long the oldest has stood there."""

    step: str
    count_: int
    net_ore: Ore
    oldest_days: int | None


class MonthSum(NamedTuple):
    """What the work of a month makes: earned, expected if the plans go on at their pace, and all that they allow."""

    month: Month
    earned_ore: Ore
    expected_ore: Ore
    most_ore: Ore


class SilentWeek(NamedTuple):
    """A planned week of a case, `net_ore` at the price in force then (None where it has none), and the days since it
    ended. It belongs to the month of its Thursday."""

    case: str
    agreement: str | None
    service: str
    week: Week
    month: Month
    planned_hours: Hours
    net_ore: Ore | None
    since: dt.date
    days: int
    code: str
    message: Text
    command: str


class NeverDelivered(NamedTuple):
    """What a self-invoice bills of a case, and what was never delivered: `state` is how the office has answered it, and
    `awaits` what the agency has yet to send. `since` is the day of the self-invoice."""

    self_invoice: str
    agreement: str
    case: str
    month: Month
    net_ore: Ore
    since: dt.date
    days: int
    state: str
    awaits: str | None
    command: str


class MoneyTrail(NamedTuple):
    """All pieces of work of a period. `rows` may be those of some steps alone; the sums are of all. `silent_weeks` are
    planned, and nobody knows whether they were worked: they stand in no step. Nor does what the agency bills and was
    never delivered."""

    first: dt.date
    last: dt.date
    steps: list[StepSum]
    rows: list[MoneyRow]
    months: list[MonthSum]
    silent_weeks: list[SilentWeek]
    never_delivered: list[NeverDelivered]

    @property
    def earned_ore(self) -> Ore:
        """What was earned: the sum of the steps."""
        return Ore.total(step.net_ore for step in self.steps)

    def to_json(self) -> JsonObject:
        """The period, what was earned, and where it is."""
        period = {"from": self.first, "to": self.last}
        return {"period": period, "earned_ore": self.earned_ore, **all_but(self, "first", "last")}


class StandingWork(NamedTuple):
    """Pieces of work that stand in one step alike: how many, their sum, the first month, and how long the oldest has
    stood there."""

    step: str
    count_: int
    net_ore: Ore
    month: Month
    days: int


def sums(rows: Iterable[MoneyRow | StandingWork]) -> list[StepSum]:
    """Every step in its order, also where nothing stands in it."""
    count, net, oldest = dict.fromkeys(STEPS, 0), dict.fromkeys(STEPS, 0), dict.fromkeys(STEPS, -1)
    for row in rows:
        count[row.step] += row.count_
        net[row.step] += row.net_ore.hundredths if row.net_ore is not None else 0
        oldest[row.step] = max(oldest[row.step], row.days)
    return [StepSum(step, count[step], Ore(net[step]), oldest[step] if count[step] else None) for step in STEPS]

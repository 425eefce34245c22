"""What is aimed at: a target, and what its value says. Never a float."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.funding import EVERYBODY, WHOSE
from ipsu_cli.core.goal import NUMBER, Goal, read_goal
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.kind import DAY, GOAL, OUTCOMES, TEXT
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject


class Target(NamedTuple):
    """What is aimed at, by one agreement or (where it is None) by all together.

    `value` is as it was typed. It holds from `from_day` on and is to be reached by `by_day`; `counts` are the
    outcomes that a share is judged by, where they are not its own.
    """

    id: int
    agreement: Annotated[str | None, fact(WHOSE, typed=ARGUMENT, required=True)]
    kpi: Annotated[str, fact(TEXT.typed("KPI"), typed=ARGUMENT, required=True)]
    value: Annotated[str, fact(GOAL, typed=ARGUMENT, required=True)]
    from_day: Annotated[dt.date | None, fact(DAY, "from")]
    by_day: Annotated[dt.date | None, fact(DAY, "by")]
    counts: Annotated[tuple[str, ...], fact(OUTCOMES)]

    @property
    def whose(self) -> str:
        """The agreement, or the word for what all share."""
        return self.agreement or EVERYBODY

    @property
    def goal(self) -> Goal:
        return read_goal(self.value)

    def to_json(self) -> JsonObject:
        """What is aimed at, a number as a number."""
        return {
            "id": self.id,
            "agreement": self.whose,
            "kpi": self.kpi,
            "value": plain(self.value),
            "from": self.from_day,
            "by": self.by_day,
            "counts": list(self.counts),
        }


def plain(value: str) -> Quantity | str:
    """The value as JSON has it: a number as a number, anything else as it was typed."""
    goal = read_goal(value)
    return Quantity(goal.n) if goal.kind == NUMBER else value


def typed_party(text: str) -> str:
    """A party as it is compared: however it was typed.

    >>> typed_party("Unga_vuxna")
    'unga-vuxna'
    """
    return text.strip().lower().replace("_", "-")


def spans(first: dt.date, last: dt.date, span: str) -> list[tuple[str, dt.date, dt.date]]:
    """The spans that lie wholly within the days, each with its name, its first and its last day.

    >>> [name for name, _, _ in spans(dt.date(2025, 2, 1), dt.date(2025, 12, 31), "half-year")]
    ['2025-H2']
    """
    months = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}[span]
    found, day = [], dt.date(first.year, 1, 1)
    while day <= last:
        after = dt.date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)
        end = after - dt.timedelta(days=1)
        if first <= day and end <= last:
            found.append((_span_name(day, months), day, end))
        day = after
    return found


def _span_name(day: dt.date, months: int) -> str:
    if months == 1:
        return f"{day:%Y-%m}"
    if months == 12:
        return f"{day:%Y}"
    letter = "Q" if months == 3 else "H"
    return f"{day:%Y}-{letter}{(day.month - 1) // months + 1}"

"""Agreements that end soon, or have ended while cases under them are open, as `status` tells of them."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from ipsu_cli.rules.reminders import BEFORE_THE_END
from ipsu_cli.store import Store, agreements


class EndingAgreement(NamedTuple):
    """An agreement with its last day, and how many cases under it are open."""

    id: int
    agreement: str
    to: dt.date
    open_cases: int

    @property
    def opens(self) -> dt.date:
        """The first day on which its end is near."""
        return self.to - BEFORE_THE_END

    @property
    def command(self) -> str:
        """What prolongs it."""
        return f"ipsu agreement edit {self.agreement} --to DATE --reason TEXT"


def ending_agreements(store: Store, today: dt.date) -> Iterator[EndingAgreement]:
    """Every agreement with a last day to come, and those that have ended with open cases; soonest first."""
    for row in agreements.with_end(store):
        ending = EndingAgreement(*row)
        if ending.to >= today or ending.open_cases:
            yield ending

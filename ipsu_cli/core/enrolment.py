"""What happens in an enrolment: its outcomes, pauses and reviews, and contacts with the parties around it."""

import datetime as dt
from typing import NamedTuple

OUTCOMES = ("employment", "studies_started", "studies_completed", "studies_ended")
DECISIONS = ("continue", "refer", "close")


class Outcome(NamedTuple):
    """`subsidised`: the employment has a wage subsidy."""

    id: int
    case: str
    outcome: str
    on: dt.date
    subsidised: bool


class Pause(NamedTuple):
    """Days without support; one without a last day goes on."""

    id: int
    case: str
    from_day: dt.date
    to_day: dt.date | None


class Review(NamedTuple):
    """`decision` is what the reconsideration came to: `continue`, `refer` or `close`."""

    id: int
    case: str
    on: dt.date
    progress: bool
    decision: str | None
    refer_to: str | None


class Contact(NamedTuple):
    """A contact or meeting with a party, about a case or about an agreement as a whole."""

    id: int
    case: str | None
    agreement: str | None
    party: str
    on: dt.date
    note: str | None

"""What happens in an enrolment: its outcomes, pauses and reviews, and contacts with the parties around it."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.kind import AGREEMENT, ANSWER, CASE, DAY, FLAG, NOTE, TEXT, WORD, code
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.party import OTHER_PARTY, TOLD

OUTCOMES = ("employment", "employment_ended", "studies_started", "studies_completed", "studies_ended")
DECISIONS = ("continue", "refer", "close")


class Outcome(NamedTuple):
    """`subsidised`: the employment has a wage subsidy. The day of an employment that has ended is its last."""

    id: int
    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    outcome: Annotated[str, fact(code(*OUTCOMES, metavar="OUTCOME"), typed=ARGUMENT, required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    subsidised: Annotated[bool, fact(FLAG)]


class Pause(NamedTuple):
    """Days without support; one without a last day goes on."""

    id: int
    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    from_day: Annotated[dt.date, fact(DAY, "from", required=True)]
    to_day: Annotated[dt.date | None, fact(DAY, "to")]


class Review(NamedTuple):
    """`decision` is what the reconsideration came to: `continue`, `refer` or `close`."""

    id: int
    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    progress: Annotated[bool, fact(ANSWER, required=True)]
    decision: Annotated[str | None, fact(code(*DECISIONS))]
    refer_to: Annotated[str | None, fact(TEXT, personal=True, hidden=True)]


class Contact(NamedTuple):
    """A contact or meeting with a party, about a case or about an agreement as a whole; `goal` is the goal of the
    development plan that it followed up."""

    id: int
    case: Annotated[str | None, fact(CASE, typed=ARGUMENT)]
    agreement: Annotated[str | None, fact(AGREEMENT, typed=ARGUMENT)]
    party: Annotated[str, fact(WORD.typed("PARTY"), typed=ARGUMENT, required=True)]
    on: Annotated[dt.date, fact(DAY, required=True)]
    note: Annotated[str | None, fact(NOTE, personal=True, hidden=True)]
    goal: Annotated[str | None, fact(NOTE, personal=True, hidden=True)] = None

    def seen(self) -> "Contact":
        """As it is shown: a personnummer in what somebody tells is masked."""
        return self._replace(note=NOTE.seen(self.note), goal=NOTE.seen(self.goal))

    def hidden(self) -> "Contact":
        """As it is shown of a protected person: with what the program itself tells apart, and no words of anybody's."""
        told = self.party.lower() in TOLD
        return self._replace(party=self.party if told else OTHER_PARTY, note=None, goal=None)

"""What the check of the register asks of a case of the municipalities' services.

Source: Uppsala's follow-up of IPS and Supported Education 2025.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.answer import Text
from ipsu_cli.core.text import UNSPECIFIED
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.municipal import SPOKEN_OF
from ipsu_cli.rules.register import REGISTER
from ipsu_cli.rules.sources import CONCLUSION, IPS_GROUP, OFFICE, UPPSALA

if TYPE_CHECKING:
    from ipsu_cli.core.register import RegisteredCase


@rule(REGISTER, "register.service", "U1", UPPSALA.at("Ärendet"), warn=True,
      fix="ipsu case edit {case} --support SERVICE")  # fmt: skip
def the_support_that_is_given_is_noted(f: RegisteredCase) -> Iterator[Violation]:
    """A case whose support has begun says which service is given."""
    if f.from_day and f.support == UNSPECIFIED:
        yield violation(case=f.ref, from_day=f.from_day)


@rule(REGISTER, "register.consent", "U2", IPS_GROUP, warn=True, fix="ipsu case edit {case} --consent DATE")
def the_consent_to_collaboration_is_there(f: RegisteredCase) -> Iterator[Violation]:
    """A case whose support has begun has the consent that its agreement demands."""
    if f.from_day and f.consents and f.consent is None:
        yield violation(case=f.ref, from_day=f.from_day)


@rule(
    REGISTER,
    "register.pause-open",
    "U11",
    CONCLUSION,
    warn=True,
    fix="ipsu case pause {case} --from {from_day} --to {closed}",
)
def a_pause_ends_with_the_support(f: RegisteredCase) -> Iterator[Violation]:
    """A pause has ended when the case is closed, unless the case was closed for it."""
    for pause in f.pauses:
        if f.closed and f.reason != "pause_requested" and pause.to_day is None and pause.from_day <= f.closed:
            yield violation(case=f.ref, from_day=pause.from_day, closed=f.closed)


@rule(REGISTER, "register.pause-outside", "U11", OFFICE, warn=True, fix="ipsu pause cancel {pause} --reason TEXT")
def a_pause_lies_in_the_support(f: RegisteredCase) -> Iterator[Violation]:
    """A pause begins and ends in the support."""
    for pause in f.pauses:
        if f.closed and (pause.to_day or pause.from_day) > f.closed:
            yield violation(case=f.ref, pause=pause.id, from_day=pause.from_day, to_day=pause.to_day, closed=f.closed)


@rule(REGISTER, "register.outcome", "U15", OFFICE, warn=True, fix="ipsu outcome add {case} {outcome} --on {closed}")
def what_a_case_was_closed_for_is_among_its_outcomes(f: RegisteredCase) -> Iterator[Violation]:
    """What a case was closed for, work or studies, stands among its outcomes."""
    has = {row.outcome for row in f.outcomes}
    for expected in SPOKEN_OF.get(f.reason or "", ()):
        if f.closed and has.isdisjoint(expected):
            missing = expected[0]
            yield violation(
                case=f.ref, outcome=missing.replace("_", "-"), missing=Text(f"code.{missing}"), closed=f.closed
            )


@rule(REGISTER, "register.outcome-outside", "U15", OFFICE, warn=True, fix="ipsu outcome cancel {id} --reason TEXT")
def an_outcome_lies_in_the_support(f: RegisteredCase) -> Iterator[Violation]:
    """An outcome is of a day of the support."""
    for row in f.outcomes:
        if f.from_day is None or row.on < f.from_day or (f.closed and row.on > f.closed):
            yield violation(case=f.ref, id=row.id, on=row.on, from_day=f.from_day, closed=f.closed)


@rule(REGISTER, "register.receiver", "U12", OFFICE, warn=True, fix="ipsu case edit {case} --refer-to TEXT")
def who_was_referred_on_has_a_receiver(f: RegisteredCase) -> Iterator[Violation]:
    """A case that was closed because the person was referred on says to whom."""
    if f.closed and f.reason == "referred_on" and not f.refer_to:
        yield violation(case=f.ref, closed=f.closed)


MUNICIPAL: Rules = (
    a_pause_ends_with_the_support,
    a_pause_lies_in_the_support,
    an_outcome_lies_in_the_support,
    the_consent_to_collaboration_is_there,
    the_support_that_is_given_is_noted,
    what_a_case_was_closed_for_is_among_its_outcomes,
    who_was_referred_on_has_a_receiver,
)

"""The office's own check of the register before figures and lists are sent on: what is missing in a case, or cannot be.

A finding is a rule, as a reminder is, without a day by which it is due: what it asks about makes a figure wrong, or
counts a case as `unknown` or `unspecified`. What is asked about by a day (a review, a long pause, a consent that was
taken back) is a reminder, and the check shows it as that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, UPPSALA

if TYPE_CHECKING:
    from ipsu_cli.core.register import RegisteredCase

# What the person has not stated counts as this.
UNKNOWN = "unknown"


REGISTER: Act[RegisteredCase] = Act("check-register", shared="register")


@rule(
    REGISTER,
    "register.gender",
    "U7",
    UPPSALA.at("Verksamhetsvolymer"),
    warn=True,
    fix="ipsu case edit {case} --gender GENDER",
)
def the_gender_is_stated(f: RegisteredCase) -> Iterator[Violation]:
    """The gender is what the person states, so that every figure can be given by gender."""
    if f.gender in (None, UNKNOWN):
        yield violation(case=f.ref)


@rule(REGISTER, "register.site", "J27", OFFICE, warn=True, fix="ipsu case edit {case} --site TOWN")
def the_site_is_known_where_the_agreement_has_several(f: RegisteredCase) -> Iterator[Violation]:
    """A case says in which of its agreement's towns the service is given."""
    if f.sites and not f.site:
        yield violation(case=f.ref)


@rule(REGISTER, "register.reason", "U12", OFFICE, warn=True, fix="ipsu case edit {case} --reason CODE")
def a_closed_case_has_a_reason(f: RegisteredCase) -> Iterator[Violation]:
    """A case that is closed says why."""
    if f.closed and not f.reason:
        yield violation(case=f.ref, closed=f.closed)


RULES: Rules = (
    a_closed_case_has_a_reason,
    the_gender_is_stated,
    the_site_is_known_where_the_agreement_has_several,
)

"""Aids on loan, in both parts of IPSU: lent for the training, back when it ends.

Source: a supplier's description of IPSU.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.rules import acts, services
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_AIDS, ON_SUPPORT

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.aid import AidFacts


@rule(acts.AID, "aid.future", "A24", OFFICE)
def an_aid_is_not_lent_or_returned_in_the_future(f: AidFacts) -> Iterator[Violation]:
    """A loan and a return are entered once they have happened."""
    if f.step != "look" and f.on > f.today:
        yield violation(case=f.aid.case, day=f.on, today=f.today)


@rule(acts.AID, "aid.before-lent", "J16", OFFICE)
def an_aid_comes_back_after_it_was_lent(f: AidFacts) -> Iterator[Violation]:
    """An aid comes back on the day that it was lent at the earliest."""
    if f.step == "return" and f.on < f.aid.lent:
        yield violation(case=f.aid.case, day=f.on, lent=f.aid.lent)


@rule(acts.AID, "aid.origin", "J17", ON_SUPPORT)
def a_need_found_during_support_is_not_lent_in_a_mapping(f: AidFacts) -> Iterator[Violation]:
    """An aid whose need IPSU B found is lent in a case of IPSU B."""
    if f.step == "lend" and f.aid.origin == "b" and services.service(f.aid.service).whole:
        yield violation(case=f.aid.case)


@rule(acts.AID, "aid.unnamed", "J26", ON_AIDS, warn=True)
def an_aid_of_no_listed_kind_has_a_name(f: AidFacts) -> Iterator[Violation]:
    """An aid that is none of the nine kinds has a name."""
    if f.step == "lend" and f.aid.kind == "other" and not f.named:
        yield violation(case=f.aid.case)


@rule(acts.AID, "aid.no-due", "J16", ON_SUPPORT, warn=True, fix="ipsu case edit {case} --training-to DATE")
def an_aid_follows_a_training_that_has_an_end(f: AidFacts) -> Iterator[Violation]:
    """An aid on loan belongs to a training whose last day is known."""
    if f.step == "lend" and f.aid.due is None:
        yield violation(case=f.aid.case)


@rule(acts.AID, "aid.after-training", "J16", ON_SUPPORT, warn=True)
def an_aid_is_lent_for_a_training_that_goes_on(f: AidFacts) -> Iterator[Violation]:
    """An aid is lent on the last day of the training at the latest."""
    if f.step == "lend" and f.aid.due and f.on > f.aid.due:
        yield violation(case=f.aid.case, day=f.on, due=f.aid.due)


@rule(acts.AID, "aid.late", "J16", ON_SUPPORT, warn=True)
def an_aid_comes_back_with_the_end_of_the_training(f: AidFacts) -> Iterator[Violation]:
    """An aid comes back on the last day of the training at the latest.

    It may stay after the support has ended.
    """
    if f.step == "return" and f.aid.due and f.on > f.aid.due:
        yield violation(case=f.aid.case, day=f.on, due=f.aid.due)


@rule(acts.AID, "aid.overdue", "J16", ON_SUPPORT, warn=True, fix="ipsu aid return {aid} --on DATE")
def no_aid_is_out_after_the_training(f: AidFacts) -> Iterator[Violation]:
    """No aid is out after the last day of the training."""
    if f.step == "look" and f.aid.open and f.aid.due and f.on > f.aid.due:
        yield violation(aid=f.aid.id, case=f.aid.case, due=f.aid.due)


RULES: Rules = (
    an_aid_comes_back_after_it_was_lent,
    an_aid_comes_back_with_the_end_of_the_training,
    an_aid_follows_a_training_that_has_an_end,
    an_aid_is_lent_for_a_training_that_goes_on,
    an_aid_is_not_lent_or_returned_in_the_future,
    an_aid_of_no_listed_kind_has_a_name,
    no_aid_is_out_after_the_training,
)

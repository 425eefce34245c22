"""What reviews of fidelity and surveys of participants are held to.

Sources: the fidelity scale of IPS, and the indicators of financial coordination.
"""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.fidelity import Scale
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import FIDELITY, INDICATORS, OFFICE


class FidelityFacts(NamedTuple):
    """A review of a unit's fidelity as it would stand; the unit is an agreement."""

    unit: str
    scale: Scale
    scores: tuple[int | None, ...]
    on: dt.date
    today: dt.date


class SurveyFacts(NamedTuple):
    """A survey as it would stand; `answers` and `positive` are the answers' names."""

    question: str
    asked: int
    answered: int
    answers: tuple[str, ...]
    positive: tuple[str, ...]
    on: dt.date
    today: dt.date


REVIEW: Act[FidelityFacts] = Act("fidelity", shared="fidelity_and_surveys")
SURVEY: Act[SurveyFacts] = Act("survey", shared="fidelity_and_surveys")


@rule(
    REVIEW,
    "fidelity.items",
    "E23",
    FIDELITY,
    fix="ipsu fidelity scale NAME --items N --min N --max N --bands TOTAL=NAME",
)
def a_review_scores_every_item_of_its_scale(f: FidelityFacts) -> Iterator[Violation]:
    """A review scores every item of its scale.

    There are as many scores as items; one that is not scored is written as a hyphen.
    """
    if len(f.scores) != f.scale.items:
        yield violation(agreement=f.unit, scale=f.scale.name, items=f.scale.items, count=len(f.scores))


@rule(REVIEW, "fidelity.range", "E23", FIDELITY)
def a_score_lies_on_the_scale(f: FidelityFacts) -> Iterator[Violation]:
    """The score of an item lies between the scale's least and most."""
    for item, score in enumerate(f.scores, start=1):
        if score is not None and not f.scale.least <= score <= f.scale.most:
            yield violation(item=item, score=score, scale=f.scale.name, least=f.scale.least, most=f.scale.most)


@rule(REVIEW, "fidelity.future", "A24", OFFICE)
def a_review_has_been_made(f: FidelityFacts) -> Iterator[Violation]:
    """A review is entered once it is made."""
    if f.on > f.today:
        yield violation(agreement=f.unit, day=f.on, today=f.today)


@rule(REVIEW, "fidelity.unscored", "whole-reviews", OFFICE, warn=True)
def a_review_that_leaves_items_out_has_no_total(f: FidelityFacts) -> Iterator[Violation]:
    """A review without gaps gives a total.

    One with gaps is kept, and counts nowhere as the unit's fidelity.
    """
    left_out = [item for item, score in enumerate(f.scores, start=1) if score is None]
    if left_out:
        yield violation(agreement=f.unit, day=f.on, numbers=left_out)


@rule(SURVEY, "survey.over-asked", "E22", INDICATORS)
def no_more_answer_than_are_asked(f: SurveyFacts) -> Iterator[Violation]:
    """There are at most as many answers as persons asked.

    Those who did not answer are asked, and are not counted among the answers.
    """
    if f.answered > f.asked:
        yield violation(question=f.question, asked=f.asked, answered=f.answered)


@rule(SURVEY, "survey.positive-unknown", "G3", OFFICE)
def a_positive_answer_is_one_of_the_answers(f: SurveyFacts) -> Iterator[Violation]:
    """What counts as positive is one of the answers.

    An answer that nobody gave stands among the answers with 0.
    """
    for answer in f.positive:
        if answer not in f.answers:
            yield violation(question=f.question, answer=answer, answers=list(f.answers))


@rule(SURVEY, "survey.future", "A24", OFFICE)
def a_survey_has_been_made(f: SurveyFacts) -> Iterator[Violation]:
    """A survey is entered once it is answered."""
    if f.on > f.today:
        yield violation(question=f.question, day=f.on, today=f.today)


RULES: Rules = (
    a_review_scores_every_item_of_its_scale,
    a_score_lies_on_the_scale,
    a_review_has_been_made,
    a_review_that_leaves_items_out_has_no_total,
    no_more_answer_than_are_asked,
    a_positive_answer_is_one_of_the_answers,
    a_survey_has_been_made,
)

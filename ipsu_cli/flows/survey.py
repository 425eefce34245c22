"""`ipsu survey add`."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.survey import Survey
from ipsu_cli.core.to_json import only
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules.fidelity_and_surveys import SURVEY, SurveyFacts
from ipsu_cli.store import Writing, agreements, surveys
from ipsu_cli.validation import Finding, check


class SurveyAdded(NamedTuple):
    """The survey that was entered."""

    survey: Survey


def survey_add(office: Office, entry: dict[str, Any]) -> Answer[SurveyAdded]:
    """Enter the answers to a question."""

    def enter(store: Writing) -> Answer[SurveyAdded]:
        survey, warnings = save(store, entry, office.today)
        figures = only(survey, "id", "question", "positive", "share", "answered", "asked", "response")
        return Answer(SurveyAdded(survey), [Text("message.survey", figures)], warnings=warnings)

    return office.change("survey add", enter)


def save(store: Writing, entry: dict[str, Any], today: dt.date) -> tuple[Survey, list[Finding]]:
    """Enter one survey, for the command and the import alike."""
    demand(entry, "agreement", "question", "population", "on", "asked", "answers", "positive")
    agreement = agreements.get(store, entry["agreement"])
    answers, positive = entry["answers"], positive_of(entry)
    facts = (entry["question"], entry["population"], entry["on"], entry["asked"], answers, positive)
    made = Survey(0, agreement.ref, *facts)
    names = tuple(answer for answer, _ in answers)
    judged = SurveyFacts(made.question, made.asked, made.answered, names, positive, made.on, today)
    warnings = check(SURVEY, None, judged)
    return made._replace(id=surveys.add(store, agreement.id, made)), warnings


def positive_of(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The answers that count as positive, spelt as the answers are."""
    by_word = {answer.casefold(): answer for answer, _ in entry["answers"]}
    return tuple(by_word.get(answer.casefold(), answer) for answer in entry["positive"])

"""Surveys of participants: counted answers to a question."""

import json
import sqlite3

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.survey import Survey
from ipsu_cli.store import Store, Writing

SURVEY = "SELECT s.*, a.ref FROM surveys s JOIN agreements a ON a.id = s.agreement_id"
GET = SURVEY + " WHERE s.id = :id"
ALL = SURVEY + " WHERE :ref IS NULL OR a.ref = :ref ORDER BY a.ref, s.question, s.population, s.on_day, s.id"


def from_row(row: sqlite3.Row) -> Survey:
    """The survey of a row of `SURVEY`."""
    answers = tuple((answer, count) for answer, count in json.loads(row["answers"]))
    positive = tuple(json.loads(row["positive_answers"]))
    facts = (row["id"], row["ref"], row["question"], row["population"], kept_day(row["on_day"]), row["asked"])
    return Survey(*facts, answers, positive)


def get(store: Store, id: int) -> Survey:
    """The survey. Raises `Refused` where there is none."""
    row = store.first(GET, id=id)
    if row is None:
        raise Refused("survey.unknown", survey=id, command="ipsu survey list")
    return from_row(row)


def listed(store: Store, agreement: str | None = None) -> list[Survey]:
    """The surveys of an agreement or of all, by agreement, question, population and day."""
    return [from_row(row) for row in store.all(ALL, ref=agreement)]


def add(store: Writing, agreement_id: int, survey: Survey) -> int:
    """Enter a survey; its own id is yet to be."""
    return store.add(
        "surveys",
        agreement_id=agreement_id,
        question=survey.question,
        population=survey.population,
        on_day=survey.on.isoformat(),
        asked=survey.asked,
        answers=json.dumps(survey.answers, ensure_ascii=False),
        positive_answers=json.dumps(survey.positive_answers, ensure_ascii=False),
        answered=survey.answered,
        positive=survey.positive,
    )

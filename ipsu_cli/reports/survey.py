"""`ipsu survey list`, and what a survey looks like."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.survey import Survey
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import agreements, surveys

SURVEYS = (
    Column("id", "count"), Column("agreement"), Column("question"), Column("population", "code"),
    Column("on", "day"), Column("asked", "count"), Column("answered", "count"), Column("positive", "count"),
    Column("share", "share"), Column("response", "share"),
)  # fmt: skip


def shares(survey: Survey) -> tuple[Percent | None, Percent | None]:
    """Positive of the answers, and answers of the asked; None where there is nothing to divide by."""
    share = Percent.share(survey.positive, survey.answered) if survey.answered else None
    response = Percent.share(survey.answered, survey.asked) if survey.asked else None
    return share, response


def survey_shape(survey: Survey) -> dict[str, Any]:
    """A survey as JSON; shares in per cent."""
    share, response = shares(survey)
    return {
        "id": survey.id,
        "agreement": survey.agreement,
        "question": survey.question,
        "population": survey.population,
        "on": survey.on,
        "asked": survey.asked,
        "answered": survey.answered,
        "positive": survey.positive,
        "share": share,
        "response": response,
        "answers": [{"answer": answer, "count": count} for answer, count in survey.answers],
        "positive_answers": list(survey.positive_answers),
    }


def survey_list(office: Office, agreement: str | None) -> Answer:
    """The surveys of an agreement, or of all."""
    with office.reading() as store:
        if agreement:
            agreements.get(store, agreement)
        found = surveys.listed(store, agreement)
    shapes = [survey_shape(survey) for survey in found]
    rows = [tuple(shape[column.key] for column in SURVEYS) for shape in shapes]
    tables = [Table("surveys", SURVEYS, rows)] if rows else []
    return Answer({"surveys": shapes}, [Text("message.count", {"count": len(shapes)})], tables)

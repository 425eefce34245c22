"""`ipsu survey list`, and what a survey looks like."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.share import Share, tenths
from ipsu_cli.core.survey import Survey
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import agreements, surveys

SURVEYS = (
    Column("id", "count"), Column("agreement"), Column("question"), Column("population", "code"),
    Column("on", "day"), Column("asked", "count"), Column("answered", "count"), Column("positive", "count"),
    Column("share", "share"), Column("response", "share"),
)  # fmt: skip


def shares(survey: Survey) -> tuple[Share | None, Share | None]:
    """Positive of the answers, and answers of the asked; None where there is nothing to divide by."""
    share = Share(tenths(100 * survey.positive, survey.answered)) if survey.answered else None
    response = Share(tenths(100 * survey.answered, survey.asked)) if survey.asked else None
    return share, response


def in_json(share: Share | None) -> Hours | None:
    """A share as JSON has it, in per cent."""
    return None if share is None else Hours(10 * share)


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
        "share": in_json(share),
        "response": in_json(response),
        "answers": [{"answer": answer, "count": count} for answer, count in survey.answers],
        "positive_answers": list(survey.positive_answers),
    }


def survey_list(office: Office, agreement: str | None) -> Answer:
    """The surveys of an agreement, or of all."""
    with office.reading() as store:
        if agreement:
            agreements.get(store, agreement)
        found = surveys.listed(store, agreement)
    shapes = [survey_shape(each) for each in found]
    rows: list[tuple[Any, ...]] = [
        (*(shape[c.key] for c in SURVEYS[:-2]), *shares(each)) for each, shape in zip(found, shapes, strict=True)
    ]
    tables = [Table("surveys", SURVEYS, rows)] if rows else []
    return Answer({"surveys": shapes}, [Text("message.count", {"count": len(shapes)})], tables)

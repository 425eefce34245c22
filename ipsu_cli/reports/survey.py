"""`ipsu survey list`."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.survey import Survey
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import agreements, surveys

SURVEYS = (
    Column("id", "count"), Column("agreement"), Column("question"), Column("population", "code"),
    Column("on", "day"), Column("asked", "count"), Column("answered", "count"), Column("positive", "count"),
    Column("share", "share"), Column("response", "share"),
)  # fmt: skip


class Surveys(NamedTuple):
    """The surveys asked for."""

    surveys: Sequence[Survey]


def survey_list(office: Office, agreement: str | None) -> Answer[Surveys]:
    """The surveys of an agreement, or of all."""
    with office.reading() as store:
        if agreement:
            agreements.get(store, agreement)
        found = surveys.listed(store, agreement)
    rows = [tuple(getattr(survey, column.key) for column in SURVEYS) for survey in found]
    tables = [Table("surveys", SURVEYS, rows)] if rows else []
    return Answer(Surveys(found), [Text("message.count", {"count": len(found)})], tables)

"""`ipsu template KIND FILE`: an empty sheet of a kind, to fill in and bring in."""

import datetime as dt
from collections.abc import Callable

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.kind_rows import KindRows
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.office import Office
from ipsu_cli.store import as_of


class TemplateMade(NamedTuple):
    """Which kind the sheet is of, and its columns."""

    template: "SheetTemplate"


class SheetTemplate(NamedTuple):
    """The kind, the columns of its sheet, and those that must be filled in."""

    kind: str
    columns: list[str]
    required: list[str]


def template(office: Office, kind: str, write: Callable[[KindRows, dt.date], None]) -> Answer[TemplateMade]:
    """Write the sheet, in the office's own language."""
    facts = facts_of(RECORDS[kind])
    with office.reading() as store:
        write(KindRows(kind, facts, (), lambda fact, record: None), as_of.newest(store))
    names = [fact.name for fact in facts]
    made = SheetTemplate(kind, names, [fact.name for fact in facts if fact.required])
    return Answer(TemplateMade(made), [Text("message.template", {"columns": len(names)})])

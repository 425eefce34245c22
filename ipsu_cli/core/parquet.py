"""What a head office is given of a register: tables without anything that says who somebody is."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from ipsu_cli.core.named_tuple import NamedTuple

# The types, as Arrow calls them.
INT32, INT64, DATE32, STRING, BOOL = "int32", "int64", "date32", "string", "bool"
# What a column may be about. There is none for what says who somebody is.
NUMBER, DAY, COUNT, AIM, MONEY, HOURS, CODE, FLAG, PLACE, TITLE = (
    "number", "day", "count", "aim", "money", "hours", "code", "flag", "place", "title",
)  # fmt: skip
CLASSES = {
    NUMBER: "a number in this export alone: it says nothing outside the office's own part of it",
    DAY: "a day",
    COUNT: "how many",
    AIM: "what is aimed at: hundredths of a number, else as it was typed",
    MONEY: "whole öre",
    HOURS: "hundredths of an hour, or of what the unit says",
    CODE: "a word of the program's own",
    FLAG: "yes or no",
    PLACE: "a town where support is given",
    TITLE: "what an agreement or a question is called",
}
TYPES = {NUMBER: INT32, DAY: DATE32, COUNT: INT32, AIM: INT64, MONEY: INT64, HOURS: INT32, FLAG: BOOL}


class ParquetColumn(NamedTuple):
    """A column: its name, and what it is about, from which its type follows."""

    name: str
    about: str

    @property
    def type(self) -> str:
        """The type of its values, as Arrow calls it."""
        return TYPES.get(self.about, STRING)


class ParquetTable(NamedTuple):
    """A table, one file in each year's folder. `by` is the day whose year it is filed under."""

    name: str
    by: str
    columns: tuple[ParquetColumn, ...]


def _table(name: str, by: str, **columns: str) -> ParquetTable:
    return ParquetTable(name, by, tuple(ParquetColumn(*pair) for pair in columns.items()))


TABLES = (
    _table("offices", "written_on", written_on=DAY),
    _table("agreements", "from_day", agreement=TITLE, service=CODE, queued=FLAG, from_day=DAY, to_day=DAY),
    _table(
        "cases", "queued_on, else starts_on, else closed_on, else the day of the export", case_id=NUMBER,
        person_id=NUMBER, service=CODE, queued_for=CODE, agreement=TITLE, gender=CODE, site=PLACE, queued_on=DAY,
        left_on=DAY, starts_on=DAY, ends_on=DAY, closed_on=DAY, close_reason=CODE, training_result=CODE,
        in_training=FLAG, paid_by_result=FLAG, built_on=FLAG,
    ),
    _table("pauses", "from_day", case_id=NUMBER, from_day=DAY, to_day=DAY),
    _table("outcomes", "on_day", case_id=NUMBER, outcome=CODE, on_day=DAY, subsidised=FLAG),
    _table("employer_contacts", "on_day", case_id=NUMBER, on_day=DAY),
    _table("meetings", "on_day", agreement=TITLE, party=TITLE, on_day=DAY),
    _table("fidelity", "on_day", agreement=TITLE, place=NUMBER, on_day=DAY, total=COUNT),
    _table(
        "surveys", "on_day", agreement=TITLE, question=TITLE, population=CODE, on_day=DAY, asked=COUNT, answered=COUNT,
        positive=COUNT,
    ),
    _table(
        "targets", "from_day, else the day of the export", agreement=TITLE, kpi=TITLE, kind=CODE, n=AIM, d=AIM,
        span=CODE, from_day=DAY, by_day=DAY, counts=CODE,
    ),
    _table("plan_weeks", "thursday", case_id=NUMBER, thursday=DAY, hours=HOURS),
    _table(
        "deliveries", "on_day", case_id=NUMBER, on_day=DAY, unit=CODE, quantity=HOURS, no_show=FLAG, reversal=FLAG,
        reversed=FLAG, replacement=FLAG, entered_on=DAY, held=FLAG, price_ore=MONEY, price_line=NUMBER,
    ),
    _table(
        "documents", "submitted", case_id=NUMBER, role=CODE, status=CODE, submitted=DAY, confirmed=DAY, known=CODE,
        judged=FLAG,
    ),
    _table("due", "due_on", case_id=NUMBER, is_plan=FLAG, starts_on=DAY, due_on=DAY, submitted=DAY),
    _table(
        "invoice_lines", "month", case_id=NUMBER, month=DAY, state=CODE, net_ore=MONEY, worked_to=DAY, paid_on=DAY,
        made_on=DAY,
    ),
    _table("judged_lines", "month", case_id=NUMBER, month=DAY, passed=FLAG),
)  # fmt: skip

# A row's values in the order of the columns.
ParquetRow = tuple[Any, ...]


class Partition(NamedTuple):
    """An office's part of the folder: its name, its mark (by which it is known again), the day, and the rows of a
    table, each with its year, in order of the years."""

    office: str
    mark: str
    day: dt.date
    rows: Callable[[str], Iterator[tuple[int, ParquetRow]]]

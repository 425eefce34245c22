"""`ipsu query`: a question in SQL of a person's own, and the views that it may be about."""

import math
from collections.abc import Sequence
from contextlib import closing

from ipsu_cli.core import office_key
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store.query import Value, ViewQuestion
from ipsu_cli.store.views import VIEWS
from ipsu_cli.store.views.view import View
from ipsu_cli.validation import warning

MOST = 10_000  # rows, where no other number is asked for
LISTED = (Column("view"), Column("about"), Column("columns"))


class QueryRows(NamedTuple):
    """The columns of a question by their names, which may be alike, and its rows. `cut`: there are more."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    cut: bool


class Queried(NamedTuple):
    """The whole answer."""

    query: QueryRows


class DescribedColumn(NamedTuple):
    """A column of a view: its name, the kind of its values, and what it says."""

    column: str
    kind: str
    about: Text


class DescribedView(NamedTuple):
    """A view: its name, what its rows are, and its columns."""

    view: str
    about: Text
    columns: Sequence[DescribedColumn]


class Described(NamedTuple):
    """The views that can be asked."""

    views: Sequence[DescribedView]


def describe_views() -> Answer[Described]:
    """The views, with what each of their columns says."""
    views = [_described(view) for view in VIEWS.values()]
    rows = [(view.view, view.about, [column.column for column in view.columns]) for view in views]
    return Answer(Described(views), [Text("message.views")], [Table("views", LISTED, rows)])


def _described(view: View) -> DescribedView:
    columns = [DescribedColumn(field.name, field.kind, about(view.name, field.name)) for field in view.fields]
    return DescribedView(view.name, Text(f"view.{view.name}"), columns)


def about(view: str, column: str) -> Text:
    """What a column of a view says: in words of its own, else in those that it has in every view."""
    from ipsu_cli.locale import LANGUAGES, known

    own = f"view.{view}.{column}"
    return Text(own if known(own, LANGUAGES[0]) else f"view.column.{column}")


def query_sql(office: Office, sql: str, most: int = MOST) -> Answer[Queried]:
    """The answer to one question about the views, at most so many rows; that there are more is a warning."""
    encrypted = office_key.salt_of(office.path) is not None
    with closing(ViewQuestion(sql, office.today, encrypted=encrypted)) as question:
        with office.reading() as store:
            question.fill(store)
        found = question.rows(most)
    rows = [tuple(map(_shown, row)) for row in found.rows]
    lines = [Text("message.count", {"count": len(rows)})]
    table = Table("query", tuple(_column(name, place, rows) for place, name in enumerate(found.columns)), rows)
    cut = [warning("query.cut", "", f"ipsu query --limit {10 * most}", most=most)] if found.cut else []
    return Answer(Queried(QueryRows(found.columns, rows, found.cut)), lines, [table] if rows else [], cut)


def _shown(value: Value) -> int | float | str | None:
    """A value that JSON has too: bytes are shown in hexadecimal, and what no number is as text."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _column(name: str, place: int, rows: Sequence[Sequence[Value]]) -> Column:
    """Numbers stand to the right."""
    numbers = all(isinstance(row[place], int | float | None) for row in rows)
    return Column.headed(name, "count" if numbers else "text")

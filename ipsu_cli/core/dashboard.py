"""The first page of a register that is browsed."""

from collections.abc import Mapping, Sequence

from ipsu_cli.core.answer import Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Table


class BrowsedView(NamedTuple):
    """A view as it is listed: its name, what its rows are, and what each of its columns says."""

    name: str
    about: Text
    columns: Mapping[str, Text]


class Dashboard(NamedTuple):
    """What the page shows: the office's name, sentences, tables, and the views that can be opened from it."""

    office: str
    lines: Sequence[Text]
    tables: Sequence[Table]
    views: Sequence[BrowsedView]

"""`ipsu acknowledgement list`."""

from collections.abc import Sequence

from ipsu_cli.core.acknowledgement import Acknowledgement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import acknowledgements, cases

COLUMNS = (
    Column("id", "count"), Column("case"), Column("kind", "code"), Column("period"), Column("on", "day"),
    Column("reason"),
)  # fmt: skip


class Acknowledgements(NamedTuple):
    """What is quiet, and why."""

    acknowledgements: Sequence[Acknowledgement]


def acknowledgement_list(office: Office, ref: str | None) -> Answer[Acknowledgements]:
    """The reminders that were acknowledged, of a case or all, in the order in which they were."""
    with office.reading() as store:
        case_id = cases.get(store, ref).id if ref else None
        found = acknowledgements.listed(store, case_id, reveal=office.reveal)
    rows = [tuple(getattr(row, column.key) for column in COLUMNS) for row in found]
    tables = [Table("acknowledgements", COLUMNS, rows)] if rows else []
    return Answer(Acknowledgements(found), [Text("message.count", {"count": len(found)})], tables)

"""`ipsu target list`."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import Target
from ipsu_cli.core.to_json import members
from ipsu_cli.office import Office
from ipsu_cli.store import targets

COLUMNS = (
    Column("agreement"), Column("kpi"), Column("value"), Column("from", "day"), Column("by", "day"), Column("counts"),
)  # fmt: skip


class Targets(NamedTuple):
    """Every target."""

    targets: Sequence[Target]


def target_list(office: Office) -> Answer[Targets]:
    """Every target as it was set: those of all first, then by agreement."""
    with office.reading() as store:
        found = targets.listed(store)
    rows: list[tuple[Any, ...]] = [
        tuple(_shown(shape[column.key]) for column in COLUMNS) for shape in map(members, found)
    ]
    lines = [Text("message.count", {"count": len(rows)})]
    return Answer(Targets(found), lines, [Table("targets", COLUMNS, rows)] if rows else [])


def _shown(value: Any) -> Any:
    """A whole number without decimals; no outcomes as nothing."""
    return value.plain() if isinstance(value, Quantity) else value or None

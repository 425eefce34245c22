"""`ipsu target list`."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.json_records import target_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import targets

COLUMNS = (
    Column("agreement"), Column("kpi"), Column("value"), Column("from", "day"), Column("by", "day"), Column("counts"),
)  # fmt: skip


def target_list(office: Office) -> Answer:
    """Every target as it was set: those of all first, then by agreement."""
    with office.reading() as store:
        shapes = [target_shape(target) for target in targets.listed(store)]
    rows: list[tuple[Any, ...]] = [tuple(_shown(shape[column.key]) for column in COLUMNS) for shape in shapes]
    lines = [Text("message.count", {"count": len(rows)})]
    return Answer({"targets": shapes}, lines, [Table("targets", COLUMNS, rows)] if rows else [])


def _shown(value: Any) -> Any:
    """A whole number without decimals; no outcomes as nothing."""
    return value.plain() if isinstance(value, Quantity) else value or None

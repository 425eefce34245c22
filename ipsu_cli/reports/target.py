"""`ipsu target list`."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.funding import in_words
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import Target
from ipsu_cli.core.to_json import members
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi_label import label_of
from ipsu_cli.rules.kpis import find
from ipsu_cli.store import targets

COLUMNS = (
    Column("agreement"), Column("kpi"), Column("code"), Column("value"), Column("from", "day"), Column("by", "day"),
    Column("counts"),
)  # fmt: skip


class Targets(NamedTuple):
    """Every target."""

    targets: Sequence[Target]


def target_list(office: Office) -> Answer[Targets]:
    """Every target as it was set: those of all first, then by agreement."""
    with office.reading() as store:
        found = targets.listed(store)
    rows = [_row(target, office.today) for target in found]
    lines = [Text("message.count", {"count": len(rows)})]
    return Answer(Targets(found), lines, [Table("targets", COLUMNS, rows)] if rows else [])


def _row(target: Target, day: dt.date) -> tuple[Any, ...]:
    """Each in its column; the name of a key figure is that of a day."""
    shape = members(target)
    kpi = find(target.kpi)
    name = label_of(kpi, day) if kpi else target.kpi
    told = (_shown(shape[key]) for key in ("kpi", "value", "from", "by", "counts"))
    return (in_words(target.whose), name, *told)


def _shown(value: Any) -> Any:
    """A whole number without decimals; no outcomes as nothing."""
    return value.plain() if isinstance(value, Quantity) else value or None

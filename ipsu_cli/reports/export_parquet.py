"""`ipsu export parquet DIR`: the register as a head office is given it, without anything that says who somebody is."""

import datetime as dt
from collections.abc import Callable

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.digest import digest
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.parquet import TABLES, Partition
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.store import Store, settings, targets
from ipsu_cli.store.as_of import look_back
from ipsu_cli.store.head_office import HandedOn
from ipsu_cli.store.scope import Chosen

COLUMNS = (Column("table"), Column("rows", "count"))


class ExportedTable(NamedTuple):
    """How many rows of a table were written."""

    table: str
    rows: int


class ExportedParquet(NamedTuple):
    """What was written, of which office, as it stood on which day."""

    office: str
    as_of: dt.date
    export: list[ExportedTable]


# Writes a part, and gives how many rows each table has.
WritePartition = Callable[[Partition], dict[str, int]]


def export_parquet(office: Office, write: WritePartition) -> Answer[ExportedParquet]:
    """Write the register as it stands today. Nothing is written but the tables of `core.parquet`."""
    with office.reading() as store:
        look_back(store, office.today)
        part = _partition(store, office.today)
        counts = write(part)
    tables = [ExportedTable(table.name, counts[table.name]) for table in TABLES]
    lines = [Text("message.count", {"count": sum(counts.values())})]
    return Answer(
        ExportedParquet(part.office, part.day, tables),
        lines,
        [Table("exported-parquet", COLUMNS, [tuple(table) for table in tables], totals=("rows",))],
    )


def _partition(store: Store, today: dt.date) -> Partition:
    own = settings.office(store)
    handed_on = HandedOn(counting(store, Chosen()), targets.listed(store), today)
    return Partition(own["name"], digest(own["salt"]).hex(), today, handed_on.rows)

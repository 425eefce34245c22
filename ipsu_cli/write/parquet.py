"""A register as Parquet: a folder for the office, in it one for each year, in that a file for each table.

The part of an office appears whole or not at all, and takes the place of the one before it; the parts of other offices
are not touched.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.core.digest import digest
from ipsu_cli.core.extra import install
from ipsu_cli.core.parquet import (
    BOOL,
    DATE32,
    INT32,
    INT64,
    STRING,
    TABLES,
    ParquetColumn,
    ParquetRow,
    ParquetTable,
    Partition,
)
from ipsu_cli.core.problem import Refused, Surroundings
from ipsu_cli.write.whole_file import ALONE, SUMS, write_bytes, write_whole, write_whole_folder

# From what SQLite has to what a column has, where that differs.
READ: dict[str, Callable[[Any], Any]] = {DATE32: dt.date.fromisoformat, BOOL: bool}
BATCH = 50_000  # rows held at once
# Names without a file's own meaning: an engine leaves out what begins with a line.
MARK = "_office.json"
# What Hive writes otherwise in the name of a part, and every engine reads back.
ESCAPED = {*"\"#%'*/:=?\\{}[]^", *map(chr, range(32)), "\x7f"}
LIBRARY = "pyarrow"


def refuse_without_library() -> None:
    """Raise where the extra is not installed."""
    if find_spec(LIBRARY) is None:
        raise Surroundings("parquet.extra", command=install("parquet"), extra="ipsu-cli[parquet]")


def refuse_others(folder: Path, part_of: str, mark: str) -> None:
    """Raise where the folder has a part of that name that is another office's."""
    path = folder / part_of / MARK
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))["mark"]
    except FileNotFoundError:
        return
    except (OSError, ValueError, KeyError, TypeError):
        kept = None
    if kept != mark:
        raise Refused("parquet.other-office", path=str(folder / part_of), command="--office NAME")


def write_partition(folder: Path, part: Partition, name: str) -> dict[str, int]:
    """Write the office's part, under `name`. Gives how many rows each table has."""
    counts: dict[str, int] = {}
    own = f"office={escaped(name)}"
    refuse_others(folder, own, part.mark)

    def fill(place: Path) -> None:
        counts.update({table.name: _write_table(place, table, part) for table in TABLES})
        write_bytes(place / MARK, _about(part, name), force=ALONE)
        _list(place)

    def whole(place: Path) -> None:
        (place / own).mkdir(0o700)
        fill(place / own)

    if folder.exists():
        write_whole_folder(folder / own, fill, force=True)
    else:
        write_whole_folder(folder, whole, force=False)
    return counts


def escaped(name: str) -> str:
    """A name as that of a folder.

    >>> escaped("Stöd 50/50 AB")
    'Stöd 50%2F50 AB'
    """
    return "".join(f"%{ord(char):02X}" if char in ESCAPED else char for char in name)


def _about(part: Partition, name: str) -> bytes:
    return (json.dumps({"office": name, "mark": part.mark, "as_of": str(part.day)}, ensure_ascii=False) + "\n").encode()


def _write_table(place: Path, table: ParquetTable, part: Partition) -> int:
    """A file for each year that has rows; without any, an empty one for the year of the day."""
    many = 0
    for year, rows in groupby(part.rows(table.name), itemgetter(0)):
        many += _write_year(place, table, year, (row for _, row in rows))
    if not many:
        _write_year(place, table, part.day.year, ())
    return many


def _write_year(place: Path, table: ParquetTable, year: int, rows: Iterable[ParquetRow]) -> int:
    folder = place / f"year={year:04}"
    folder.mkdir(0o700, exist_ok=True)
    many = 0

    def fill(file: BinaryIO) -> None:
        nonlocal many
        many = _write_rows(file, table, iter(rows))

    write_whole(folder / f"{table.name}.parquet", fill, force=ALONE)
    return many


def _write_rows(file: BinaryIO, table: ParquetTable, rows: Iterator[ParquetRow]) -> int:
    """The same rows make the same bytes: nothing of the day or of the machine stands in the file."""
    import pyarrow as pa
    from pyarrow import parquet

    types = _types()
    schema = pa.schema([(column.name, types[column.type]) for column in table.columns])
    many = 0
    with parquet.ParquetWriter(file, schema, compression="zstd", store_schema=False, write_statistics=True) as writer:
        while batch := list(islice(rows, BATCH)):
            writer.write_table(_arrow(table, schema, batch))
            many += len(batch)
    return many


def _types() -> dict[str, Any]:
    import pyarrow as pa

    return {INT32: pa.int32(), INT64: pa.int64(), DATE32: pa.date32(), STRING: pa.string(), BOOL: pa.bool_()}


def _arrow(table: ParquetTable, schema: Any, batch: list[ParquetRow]) -> Any:
    import pyarrow as pa

    columns = zip(table.columns, zip(*batch, strict=True), strict=True)
    arrays = [_array(column, values) for column, values in columns]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(column: ParquetColumn, values: Sequence[Any]) -> Any:
    import pyarrow as pa

    read = READ.get(column.type)
    return pa.array(values if read is None else [None if value is None else read(value) for value in values],
                    _types()[column.type])  # fmt: skip


def _list(place: Path) -> None:
    """Name what is there, so that the next export may take its place."""
    paths = sorted(path for path in place.rglob("*") if path.is_file())
    lines = [f"{digest(path.read_bytes()).hex()}  {path.relative_to(place).as_posix()}\n" for path in paths]
    write_bytes(place / SUMS, "".join(lines).encode(), force=ALONE)

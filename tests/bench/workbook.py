"""A workbook of 100 000 rows: ours against what openpyxl alone writes of them (write-only), without styles, filters,
widths and sums; and the same rows read as an import reads them, against openpyxl alone (read-only) going through all
cells."""

import datetime as dt
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore
from tests.bench.measure import Contestant, Ratio, Runs, in_turn

ROUNDS = 5
ROWS, MANY = 100_000, 500_000
MOST, MOST_READ, PEAK = 1.2, 1.1, 60
FIRST = dt.date(2026, 1, 1)
HEADS = {"case": "text", "coach": "text", "week": "week", "day": "day", "hours": "hours", "net": "money"}


def ratios(folder: Path) -> list[Ratio]:
    """Let them run in turn, and compare: first those that write, then those that read what openpyxl wrote."""
    written = in_turn(writers(folder), ROUNDS)
    read = in_turn(readers(folder / f"alone{ROWS}.xlsx"), ROUNDS)
    return [*compared(**written), *compared_reading(**read)]


def writers(folder: Path) -> dict[str, Contestant]:
    def writes(who: str, rows: int) -> Contestant:
        return Contestant(
            lambda: [sys.executable, "-m", "tests.bench.workbook", who, str(folder / f"{who}{rows}.xlsx"), str(rows)]
        )

    return {"alone": writes("alone", ROWS), "ours": writes("ours", ROWS), "many": writes("ours", MANY)}


def readers(file: Path) -> dict[str, Contestant]:
    def reads(who: str) -> Contestant:
        return Contestant(lambda: [sys.executable, "-m", "tests.bench.workbook", who, str(file)])

    return {"alone": reads("cells"), "ours": reads("rows")}


def compared(alone: Runs, ours: Runs, many: Runs) -> list[Ratio]:
    """Whole processes against whole processes, by processor time."""
    what = "workbook, 100 000 rows"
    return [
        Ratio(what, "openpyxl alone, write-only", ours.processor / alone.processor, MOST, ours.processor),
        Ratio(f"{what}, peak memory", "", ours.peak, PEAK, 0, "MiB"),
        Ratio("workbook, 500 000 rows, peak memory", "", many.peak, PEAK, 0, "MiB"),
    ]


def compared_reading(alone: Runs, ours: Runs) -> list[Ratio]:
    """The same of those that read."""
    what = "reading 100 000 rows"
    return [
        Ratio(what, "openpyxl alone, read-only", ours.processor / alone.processor, MOST_READ, ours.processor),
        Ratio(f"{what}, peak memory", "", ours.peak, PEAK, 0, "MiB"),
    ]


def values(rows: int) -> Iterator[tuple[str, str, Week, dt.date, Hours, Ore]]:
    """Rows as a report has them."""
    for n in range(rows):
        day = FIRST + dt.timedelta(days=n % 365)
        yield f"C{n:06}", f"Coach {n % 40}", Week.of(day), day, Hours(200 + n % 800), Ore(90_000 + n % 100_000)


def ours(path: Path, rows: int) -> None:
    from ipsu_cli.write.sheet import Head, Worksheet
    from ipsu_cli.write.xlsx import write_book

    heads = tuple(Head(name, kind) for name, kind in HEADS.items())
    write_book(path, [Worksheet("rows", heads, values(rows), sums=(4, 5))], "en", force=True, today=FIRST)


def alone(path: Path, rows: int) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("rows")
    page.append(list(HEADS))
    for case, coach, week, day, hours, net in values(rows):
        page.append([case, coach, week, day, Decimal(hours.hundredths) / 100, Decimal(net.hundredths) / 100])
    book.save(path)


def rows(path: Path) -> None:
    from ipsu_cli.read.file_rows import Form
    from ipsu_cli.read.sheet_file import read_rows

    with path.open("rb") as stream:
        assert ROWS == sum(1 for _ in read_rows(str(path), stream, Form({name: name for name in HEADS})).rows)


def cells(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    assert (ROWS + 1) * len(HEADS) == sum(1 for row in book.worksheets[0].iter_rows() for cell in row if cell.value)


WRITE, READ = {"ours": ours, "alone": alone}, {"rows": rows, "cells": cells}


def main(who: str, path: str, count: str = "") -> None:
    if who in READ:
        READ[who](Path(path))
    else:
        WRITE[who](Path(path), int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])

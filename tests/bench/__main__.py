"""`python -m tests.bench [PART|all] [--save]`: how long things take, against yardsticks.

Every figure is a ratio of medians of whole processes that ran in turn (A B C A B C), so that what else the
machine does weighs on all alike. `--save` writes the figures into ipsu_cli/docs/performance.md; nothing else is
written. A figure over its limit says so and fails nothing.
"""

import argparse
import datetime as dt
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import (
    bank,
    build,
    figures,
    imports,
    lists,
    money,
    morning,
    offices,
    questions,
    received,
    start,
    views,
    workbook,
)  # fmt: skip
from tests.bench.measure import ROOT, Ratio

PAGE = ROOT / "ipsu_cli" / "docs" / "performance.md"
HEADS = ("what", "against", "measured", "promised", "median", "")
PARTS: dict[str, Callable[[Path], list[Ratio]]] = {
    "start": start.ratios,
    "build": build.ratios,
    "received": received.ratios,
    "bank": bank.ratios,
    "figures": figures.ratios,
    "questions": questions.ratios,
    "offices": offices.ratios,
    "money": money.ratios,
    "morning": morning.ratios,
    "imports": imports.ratios,
    "lists": lists.ratios,
    "views": views.ratios,
    "workbook": workbook.ratios,
}


def main(argv: list[str]) -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("part", nargs="?", default="all", choices=[*PARTS, "all"])
    asked.add_argument("--save", action="store_true", help="write the figures into ipsu_cli/docs/performance.md")
    options = asked.parse_args(argv)
    for part, measured in PARTS.items():
        if options.part in (part, "all"):
            with TemporaryDirectory(prefix="ipsu-bench-") as folder:
                table = lines([measurement.cells() for measurement in measured(Path(folder))])
            print(f"\n{part}, {machine()}\n\n{table}", flush=True)
            if options.save:
                save(part, table)
    return 0


def lines(rows: list[tuple[str, ...]]) -> str:
    """A table that reads well in a terminal and in Markdown."""
    widths = [max(len(row[place]) for row in [HEADS, *rows]) for place in range(len(HEADS))]
    ruler = tuple("-" * width for width in widths)
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in [HEADS, ruler, *rows]
    )


def machine() -> str:
    """The machine in general words."""
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = platform.system()
    python = platform.python_version()
    day = dt.datetime.now(dt.UTC).date()
    return f"{day}: {os.cpu_count()} cores, {system}, Python {python}, SQLite {sqlite3.sqlite_version}"


def save(part: str, table: str) -> None:
    """Put the table between its markers."""
    page = PAGE.read_text(encoding="utf-8")
    begin, end = f"<!-- {part} -->", f"<!-- /{part} -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise SystemExit(f"{PAGE}: the markers {begin} and {end} are not there")
    text = f"{before}{begin}\n\n{machine()}\n\n{table}\n\n{end}{after}"
    PAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

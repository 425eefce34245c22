"""An answer of one table as a file: .csv and .xlsx for people, .json for a script; the name's end says which."""

import datetime as dt
from pathlib import Path

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.table import Table
from ipsu_cli.locale import column_heading, in_words
from ipsu_cli.write.csv_file import write_csv
from ipsu_cli.write.whole_file import refuse_taken, write_bytes

KINDS, TXT = (".csv", ".json", ".xlsx"), ".txt"


def refuse_file(file: str, *, force: bool, also: tuple[str, ...] = ()) -> None:
    """Raise for a name whose end says nothing, and for a file that is there; `also` are other ends that are known."""
    if Path(file).suffix.lower() not in (*KINDS, *also):
        raise Unreadable("file.extension", path=file, known=sorted((*KINDS, *also)))
    refuse_taken(Path(file), force=force)


def write_table(file: str, answer: Answer, lang: str, today: dt.date, *, force: bool) -> None:
    """The one table of an answer; `today` is the day that a workbook says it was made."""
    path, (table, *_) = Path(file), answer.tables
    if path.suffix.lower() == ".json":
        from ipsu_cli.write.json_file import write_json

        write_json(path, answer.payload, lang, force)
    elif path.suffix.lower() == ".xlsx":
        from ipsu_cli.write.xlsx import write_tables

        write_tables(path, [table], lang, force, today)
    elif path.suffix.lower() == TXT:
        from ipsu_cli.write.screen import as_text

        write_bytes(path, "".join(as_text(answer, lang)).encode(), force=force)
    else:
        _write_csv(path, table, lang, force=force)


def _write_csv(path: Path, table: Table, lang: str, *, force: bool) -> None:
    heading = [column_heading(column.key, lang) for column in table.columns]
    rows = ([in_words(v, c.kind, lang) for v, c in zip(row, table.columns, strict=True)] for row in table.rows)
    write_csv(path, heading, rows, force=force)

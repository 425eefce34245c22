"""What a change rests on is looked at before the change is saved: nothing is written next to what something else has
written.

Looked at are the schema, the newest line of the log, the office and its settings, the rows of the cases that the change
is about and where their deliveries stand, and what it has changed or removed, as that was. A whole file is looked
through by `ipsu check`.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from ipsu_cli.store import erased, schema, seals
from ipsu_cli.store.erased import EVER
from ipsu_cli.store.seals import Values, seal_of

# What lies in a case, and which column says so; the case itself, its person and its agreement.
IN_CASE = {
    "cases": "id = :case",
    "people": "id = (SELECT person_id FROM cases WHERE id = :case)",
    "agreements": "id = (SELECT agreement_id FROM cases WHERE id = :case)",
    "prices": "agreement_id = (SELECT agreement_id FROM cases WHERE id = :case)",
    "plan_weeks": "document_id IN (SELECT id FROM documents WHERE case_id = :case)",
    **dict.fromkeys(
        ("acknowledgements", "aids", "contacts", "decisions", "deliveries", "documents", "investigations", "outcomes",
         "pauses", "reviews"),
        "case_id = :case",
    ),
}  # fmt: skip
KEY = {"plan_weeks": "r.document_id || ' ' || r.week"}
SEALED = """
    SELECT s.seal, r.* FROM {table} r
    LEFT JOIN seals s ON s.change_id = r.entered_by AND s.table_name = '{table}' AND s.key = {key} WHERE r.{where}
"""
# Which hours are billed has no seals of its own: each delivery is free or on a line, a cancelled one neither.
MISPLACED = """
    SELECT 1 FROM deliveries d LEFT JOIN free f ON f.delivery_id = d.id LEFT JOIN invoiced i ON i.delivery_id = d.id
    WHERE d.case_id = :case AND (f.delivery_id IS NOT NULL) + (i.delivery_id IS NOT NULL) <> 1 - d.cancelled
"""
# What every command reads. The office itself was entered by the first.
OF_OFFICE = (
    "settings",
    """SELECT s.seal, r.* FROM settings r
       LEFT JOIN seals s ON s.change_id = r.entered_by AND s.table_name = 'settings' AND s.key = +r.id""",
), (
    "office",
    """SELECT s.seal, r.* FROM office r
       LEFT JOIN seals s ON s.change_id = 1 AND s.table_name = 'office' AND s.key = +r.id""",
)  # fmt: skip
# What the change has ended: its rows of the past, found by their keys. The columns of the past stand in another order.
COLUMNS = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
TOUCHED = "SELECT DISTINCT table_name FROM seals WHERE change_id = ?"
ENDED = """
    SELECT s.seal, {columns} FROM seals n
    JOIN {table}_past r ON r.{first} = {of_key} AND r.ceased_by = n.change_id
    LEFT JOIN seals s ON s.change_id = r.entered_by AND s.table_name = '{table}' AND s.key = {key}
    WHERE n.change_id = :change AND n.table_name = '{table}' AND n.key = {key}
"""
WITHOUT_PAST = {"answers", "batches", "imported", "office", "released", "revealed"}
LINE = """
    SELECT c.id, c.at, c.today, c.who, c.command, c.case_id, c.invoice_id, c.digest, p.digest
    FROM changes c LEFT JOIN changes p ON p.id = c.id - 1 WHERE c.id = :change
"""
SIZE = "SELECT count(*) FROM (SELECT 1 FROM seals WHERE change_id = ? LIMIT {most})"
UPGRADE = "upgrade"
MOST = 10_000  # seals of one change; an import of more is left to `ipsu check`


def is_sound(conn: sqlite3.Connection, change: int, cases: Iterable[int]) -> bool:
    """Is all that the change under way rests on as the program has left it?"""
    if not (schema.is_ours(conn) and _follows(conn, change - 1) and all(_fits(conn, *row) for row in _of_office(conn))):
        return False
    return _is_large(conn, change) or (
        all(_is_sound_case(conn, case) for case in cases)
        and all(_fits(conn, table, row) for table, row in _ended_by(conn, change))
    )


def _is_sound_case(conn: sqlite3.Connection, case: int) -> bool:
    return all(_fits(conn, table, row) for table, row in _of_case(conn, case)) and not any(
        _rows(conn, MISPLACED, {"case": case})
    )


def _fits(conn: sqlite3.Connection, table: str, sealed: Values) -> bool:
    """Does a row fit its seal, or the one that an erasure has left of it?"""
    seal, *row = sealed
    return bool(seal == seal_of(table, row)) or erased.is_as_left(conn, table, row)


def _of_office(conn: sqlite3.Connection) -> Iterator[tuple[str, Values]]:
    for table, question in OF_OFFICE:
        yield from ((table, row) for row in _rows(conn, question, {}))


def _of_case(conn: sqlite3.Connection, case: int) -> Iterator[tuple[str, Values]]:
    for table, where in IN_CASE.items():
        question = SEALED.format(table=table, key=KEY.get(table, "+r.id"), where=where)
        yield from ((table, row) for row in _rows(conn, question, {"case": case}))


def _ended_by(conn: sqlite3.Connection, change: int) -> Iterator[tuple[str, Values]]:
    for (table,) in conn.execute(TOUCHED, (change,)).fetchall():
        if table not in WITHOUT_PAST and not table.endswith(EVER):
            names = [row[0] for row in conn.execute(COLUMNS, (table,))]
            weeks = table in KEY
            question = ENDED.format(
                table=table, columns=", ".join(f"r.{name}" for name in names), first=names[0],
                of_key="CAST(n.key AS INTEGER)" if weeks else "n.key", key=KEY.get(table, "+r.id"),
            )  # fmt: skip
            yield from ((table, row) for row in _rows(conn, question, {"change": change}))


def _follows(conn: sqlite3.Connection, change: int) -> bool:
    """Does the newest line follow from the one before it? The one that sealed an older file has too many seals."""
    line = next(_rows(conn, LINE, {"change": change}), None)
    if line is None:
        return change == 0
    if line[4] == UPGRADE or _is_large(conn, change):
        return True
    return bool(line[7] == seals.chained(line[8] or b"", line[:7], seals.of_change(conn, change)))


def _is_large(conn: sqlite3.Connection, change: int) -> bool:
    return bool(conn.execute(SIZE.format(most=MOST), (change,)).fetchone()[0] == MOST)


def _rows(conn: sqlite3.Connection, question: str, values: dict[str, int]) -> Iterator[Values]:
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(question, values)

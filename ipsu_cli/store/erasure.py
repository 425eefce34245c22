"""Erasing persons: what tells who they are, and what was written about them, goes from all rows and their past.

The inventory of data (`core.inventory`) says which columns go with the person. What the key figures count and the
books need stays, under a random identity, so that no figure changes.
"""

import json
import sqlite3
from collections.abc import Sequence

from ipsu_cli.core.digest import digest
from ipsu_cli.core.identity import random_identity
from ipsu_cli.core.inventory import INVENTORY, PERSON, ROW
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, Writing, parties
from ipsu_cli.store.erased import EVER, states
from ipsu_cli.store.seals import RowKey

FOREVER = 2**62  # no change has a number so high
# Persons, and the cases of theirs, each with the first and the last change of its life: numbers of rows that were
# taken back are given again, salts never.
WHO = """
    CREATE TEMP TABLE IF NOT EXISTS erased_people (id INTEGER, salt BLOB, first INTEGER, last INTEGER, identity TEXT)
"""
WHICH = "CREATE TEMP TABLE IF NOT EXISTS erased_cases (id INTEGER, salt BLOB, first INTEGER, last INTEGER)"
EMPTY = ("DELETE FROM temp.erased_people", "DELETE FROM temp.erased_cases")
PEOPLE = f"""
    INSERT INTO temp.erased_people
    SELECT id, salt, min(entered_by), max(coalesce(ceased_by, {FOREVER})), :identity FROM people_ever
    WHERE salt = :salt GROUP BY id, salt
"""
CASES = f"""
    INSERT INTO temp.erased_cases
    SELECT e.id, e.salt, min(e.entered_by), max(coalesce(e.ceased_by, {FOREVER})) FROM cases_ever e
    WHERE EXISTS (SELECT 1 FROM cases_ever s JOIN temp.erased_people p
                  ON p.id = s.person_id AND s.entered_by BETWEEN p.first AND p.last
                  WHERE s.id = e.id AND s.salt = e.salt)
      AND NOT EXISTS (SELECT 1 FROM cases l WHERE l.id = e.id AND l.salt = e.salt
                      AND l.person_id NOT IN (SELECT id FROM temp.erased_people))
    GROUP BY e.id, e.salt
"""
OF_CASE = """
    r.case_id IN (SELECT id FROM temp.erased_cases) AND EXISTS
    (SELECT 1 FROM temp.erased_cases c WHERE c.id = r.case_id AND r.entered_by BETWEEN c.first AND c.last)
"""
# What belongs to a row of a case that stood when it was entered.
THROUGH = """
    EXISTS (SELECT 1 FROM {table}_ever d JOIN temp.erased_cases c
            ON c.id = d.case_id AND d.entered_by BETWEEN c.first AND c.last
            WHERE d.id = r.{column} AND d.entered_by <= r.entered_by
              AND (d.ceased_by IS NULL OR d.ceased_by >= r.entered_by))
"""
# Why a person of no case was corrected.
OF_NOTHING_ELSE = """
    coalesce(r.case_id, r.invoice_id, r.delivery_id, r.agreement_id) IS NULL AND r.entered_by IN
    (SELECT e.entered_by FROM people_ever e JOIN temp.erased_people p
     ON p.id = e.id AND e.entered_by BETWEEN p.first AND p.last)
"""
# Why a case of a basis was rejected stands on a head alone that is about it too, and on its lines once they have come.
AS_REJECTED = """
    r.reason IN (SELECT v.reason FROM investigations_ever v
                 JOIN temp.erased_cases c ON c.id = v.case_id AND v.entered_by BETWEEN c.first AND c.last
                 JOIN pairs p ON p.invoice_id = v.invoice_id WHERE p.self_invoice_id = r.self_invoice_id)
"""
# So does why a head alone that is about no basis was rejected: it is kept as a reason of each case that was named.
AS_NAMED = """
    r.reason IN (SELECT y.text FROM reasons_ever y
                 JOIN temp.erased_cases c ON c.id = y.case_id AND y.entered_by BETWEEN c.first AND c.last
                 JOIN self_invoice_answers_ever w ON w.entered_by = y.entered_by
                 WHERE w.self_invoice_id = r.self_invoice_id)
"""
ABOUT = {
    "people": "r.salt IN (SELECT salt FROM temp.erased_people)",
    "cases": "r.salt IN (SELECT salt FROM temp.erased_cases)",
    "document_texts": THROUGH.format(table="documents", column="document_id"),
    "self_invoice_answers": (
        f"({THROUGH.format(table='self_invoice_lines', column='line_id')} OR {AS_REJECTED} OR {AS_NAMED})"
    ),
    "reasons": f"({OF_CASE} OR {THROUGH.format(table='deliveries', column='delivery_id')} OR {OF_NOTHING_ELSE})",
    **dict.fromkeys(("documents", "aids", "reviews", "contacts", "acknowledgements", "investigations"), OF_CASE),
}
# What key figures and reports count of a document; in its other fields people have written.
COUNTED = ("from", "to", "known", "result", "learned")
FIELDS = f"""
    (SELECT json_group_object(f.key, json(CASE f.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false'
                                          ELSE json_quote(f.value) END))
     FROM json_each(r.fields) f WHERE f.key IN ({", ".join(f"'{name}'" for name in COUNTED)}))
"""
IDENTITY = "(SELECT identity FROM temp.erased_people p WHERE p.salt = r.salt)"
EMPTIED = {
    ("people", "personnummer"): IDENTITY,
    ("documents", "fields"): FIELDS,
    ("contacts", "party"): parties.told("r.party"),
}
COLUMNS = 'SELECT name, type, "notnull" FROM pragma_table_info(:table) ORDER BY cid'
KEYS = "SELECT DISTINCT r.id FROM {table}_ever r WHERE {about}"
CHANGES = "SELECT r.entered_by, r.ceased_by FROM {table}_ever r WHERE {about}"
TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (:table, :table || '_past')"
DROP = "DROP TRIGGER {name}"
ANSWERS = "SELECT key FROM answers WHERE change_id IN (SELECT value FROM json_each(:changes))"
BATCHES = """
    SELECT id FROM batches WHERE kind = 'cases' AND entered_by IN (SELECT value FROM json_each(:changes))
       AND EXISTS (SELECT 1 FROM imported WHERE batch_id = batches.id)
"""
PEOPLE_EVER = "SELECT DISTINCT id, salt FROM people_ever WHERE length(salt) > 0"


class Identity(NamedTuple):
    """A person as a row of the register: its number, and the salt that no other has ever had."""

    id: int
    salt: bytes

    @property
    def digest(self) -> bytes:
        """What an erasure is known by. It says nothing to who has no copy with the person in it."""
        return digest(b"erased person" + self.salt)


def everybody(store: Store) -> list[Identity]:
    """Everybody who is, or was until it was taken back, in the register and is not erased."""
    return [Identity(*row) for row in store.all(PEOPLE_EVER)]


def erase(store: Writing, persons: Sequence[Identity]) -> None:
    """Erase persons, and remember that by digests."""
    store.change()
    choose(store, persons)
    for row in store.all("SELECT DISTINCT id FROM temp.erased_cases WHERE id IN (SELECT id FROM cases)"):
        store.change(case_id=row["id"])
    changes = json.dumps(sorted(_changes(store)))
    for table in ABOUT:
        _erase_in(store, table)
    _forget_answers(store, changes)
    for person in persons:
        store.add("erasures", digest=person.digest)
    store.conn.execute("INSERT INTO unswept (change_id) VALUES (?)", (store.change(),))


def choose(store: Store, persons: Sequence[Identity]) -> None:
    """Let the conditions in `ABOUT` be about these persons and their cases."""
    for statement in (WHO, WHICH, *EMPTY):
        store.conn.execute(statement)
    for person in persons:
        store.conn.execute(PEOPLE, {"salt": person.salt, "identity": random_identity()})
    store.conn.execute(CASES)


def _changes(store: Writing) -> set[int]:
    """The changes that have entered, altered or removed what goes."""
    found = {
        change for table, about in ABOUT.items() for row in store.all(CHANGES.format(table=table, about=about))
        for change in row
    }  # fmt: skip
    return found - {None}


def _erase_in(store: Writing, table: str) -> None:
    keys: list[RowKey] = [row["id"] for row in store.all(KEYS.format(table=table, about=ABOUT[table]))]
    if not keys:
        return
    statement = _statement(store, table)
    with_past = table, f"{table}_past"
    triggers = store.all(TRIGGERS, table=table)
    for trigger in triggers:  # they keep the past as it is, which is what is wanted at any other time
        store.conn.execute(DROP.format(name=trigger["name"]))
    for name in with_past:
        store.conn.execute(statement.format(name=name))
    for trigger in triggers:
        store.conn.execute(trigger["sql"])
    for key in keys:
        store.seal_erased(table, key)
        if not statement.startswith("DELETE"):
            store.seal_together(f"{table}{EVER}", key, states(store.conn, table, key, store.change()))


def _statement(store: Writing, table: str) -> str:
    """What empties the columns that go with the person; where nothing else is left, the rows go."""
    going = {column for group in INVENTORY[table] if group.kept == PERSON for column in group.columns}
    columns = store.all(COLUMNS, table=table)
    if going | {*ROW} >= {column["name"] for column in columns}:
        return f"DELETE FROM {{name}} AS r WHERE {ABOUT[table]}"
    empty = {column["name"]: _empty(table, column) for column in columns if column["name"] in {*going, "salt"}}
    values = ", ".join(f"{name} = {value}" for name, value in empty.items())
    return f"UPDATE {{name}} AS r SET {values} WHERE {ABOUT[table]}"


def _empty(table: str, column: sqlite3.Row) -> str:
    """What a column holds once it is emptied, as SQL."""
    own = EMPTIED.get((table, column["name"]))
    return own or ({"TEXT": "''", "INTEGER": "0", "BLOB": "x''"}[column["type"]] if column["notnull"] else "NULL")


def _forget_answers(store: Writing, changes: str) -> None:
    """What a key was answered, and by which rows an import of cases knows that it came before."""
    for row in store.all(ANSWERS, changes=changes):
        store.conn.execute("DELETE FROM answers WHERE key = :key", {"key": row["key"]})
        store.seal_erased("answers", row["key"])
    for row in store.all(BATCHES, changes=changes):
        store.conn.execute("DELETE FROM imported WHERE batch_id = :batch", {"batch": row["id"]})
        store.seal_removed("imported", (row["id"],))

"""The office itself, its settings, and the answers kept under a key."""

import sqlite3

from ipsu_cli.store import Store, Writing

OFFICE = "SELECT name, orgnr, lang, salt FROM office"
UNFOUNDED = "SELECT '' AS name, '' AS orgnr, 'sv' AS lang, x'' AS salt"
ALL = "SELECT name, value FROM settings ORDER BY name"
ONE = "SELECT id, value FROM settings WHERE name = :name"
ANSWER = "SELECT asked, answer, change_id FROM answers WHERE key = :key"
# The case that a change was about is of a protected person by now, and was not when it was answered.
PROTECTED_SINCE = """
    SELECT 1 FROM changes e JOIN cases c ON c.id = e.case_id JOIN people p ON p.id = c.person_id AND p.protected
    WHERE e.id = :change AND NOT EXISTS (
        SELECT 1 FROM cases_ever k JOIN people_ever b ON b.id = k.person_id AND b.protected
        WHERE k.id = c.id AND e.id >= k.entered_by AND e.id < coalesce(k.ceased_by, e.id + 1)
          AND e.id >= b.entered_by AND e.id < coalesce(b.ceased_by, e.id + 1))
"""
KEEP = "INSERT INTO answers (key, asked, answer, change_id) VALUES (:key, :asked, :answer, :change) RETURNING *"
FOUND = """
    INSERT INTO office (id, name, orgnr, lang, salt, made_at)
    VALUES (1, :name, :orgnr, :lang, randomblob(16), :at) RETURNING *
"""
# One account was for every rate of VAT; now each rate has its own.
RENAMED = {
    "account.sales": ("account.sales.25", "account.sales.12", "account.sales.6", "account.sales.0"),
    "account.vat": ("account.vat.25", "account.vat.12", "account.vat.6"),
}


def found(store: Writing, name: str, orgnr: str, lang: str) -> None:
    """Enter the office itself, once."""
    store.change()
    row = store.conn.execute(FOUND, {"name": name, "orgnr": orgnr, "lang": lang, "at": store.today}).fetchone()
    store.seal("office", row)


def office(store: Store) -> sqlite3.Row:
    """The office: name, orgnr, lang, salt. Empty text until it is founded."""
    row = store.first(OFFICE) or store.first(UNFOUNDED)
    assert row is not None
    return row


def entered(store: Store) -> dict[str, str]:
    """The settings that somebody has set; one of an older name holds for each that took its place."""
    kept = {row["name"]: row["value"] for row in store.all(ALL)}
    for name, later in RENAMED.items():
        if name in kept:
            kept = dict.fromkeys(later, kept.pop(name)) | kept
    return kept


def save(store: Writing, name: str, value: str) -> None:
    """Set one; the former value goes to its past."""
    row = store.first(ONE, name=name)
    if row is None:
        store.add("settings", name=name, value=value)
    elif row["value"] != value:
        store.alter("settings", row["id"], value=value)


def answer(store: Store, key: str) -> sqlite3.Row | None:
    """What was asked and answered under `key`, and the change that it was."""
    return store.first(ANSWER, key=key)


def is_hidden(store: Store, change: int) -> bool:
    """Does the answer of a change say what is hidden by now?"""
    return store.value(PROTECTED_SINCE, change=change) is not None


def keep_answer(store: Writing, key: str, asked: bytes, answer: str) -> None:
    """Keep the answer of this change under `key`."""
    values = {"key": key, "asked": asked, "answer": answer, "change": store.change()}
    store.seal("answers", store.conn.execute(KEEP, values).fetchone())

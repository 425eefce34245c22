"""What the municipalities' services are followed up by: outcomes, pauses, reviews, contacts, targets, fidelity,
surveys and funding.

An agreement that is empty stands for all of them. Ids are never used twice: a person types them.
"""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past


def _day(name: str) -> str:
    return f"{name} TEXT CHECK ({name} IS NULL OR date({name}, '+0 days') IS {name})"


ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"
OF_CASE = "case_id INTEGER NOT NULL REFERENCES cases(id)"
OF_AGREEMENT = "agreement_id INTEGER REFERENCES agreements(id)"
SALT = "salt BLOB NOT NULL DEFAULT (randomblob(16))"

TABLES = {
    "outcomes": f"""
        {ID}, {OF_CASE},
        outcome TEXT NOT NULL,
        {_day("on_day")} NOT NULL,
        subsidised INTEGER NOT NULL DEFAULT 0 CHECK (subsidised BETWEEN 0 AND 1)
    """,
    "pauses": f"""
        {ID}, {OF_CASE},
        {_day("from_day")} NOT NULL,
        to_day TEXT CHECK (to_day IS NULL OR (date(to_day, '+0 days') IS to_day AND to_day >= from_day))
    """,
    "reviews": f"""
        {ID}, {OF_CASE},
        {_day("on_day")} NOT NULL,
        progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 1),
        decision TEXT, refer_to TEXT,
        {SALT}
    """,
    # A contact is about a case, or about an agreement as a whole (a meeting with a party).
    "contacts": f"""
        {ID},
        case_id INTEGER REFERENCES cases(id),
        {OF_AGREEMENT},
        party TEXT NOT NULL,
        {_day("on_day")} NOT NULL,
        note TEXT,
        {SALT}
    """,
    # `value` as it was typed: a number, a fraction, `year:2024` or a rate; `counts` the outcomes it is judged by.
    "targets": f"""
        {ID}, {OF_AGREEMENT},
        kpi TEXT NOT NULL,
        value TEXT NOT NULL,
        {_day("from_day")},
        {_day("by_day")},
        counts TEXT NOT NULL DEFAULT ''
    """,
    # `bands` as JSON: the lowest total of each band and its name.
    "fidelity_scales": f"""
        {ID},
        name TEXT NOT NULL UNIQUE,
        items INTEGER NOT NULL CHECK (items > 0),
        least INTEGER NOT NULL,
        most INTEGER NOT NULL CHECK (most > least),
        bands TEXT NOT NULL
    """,
    # `scores` as JSON, null where an item is not scored; such a review has no total.
    "fidelity_reviews": f"""
        {ID},
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        {_day("on_day")} NOT NULL,
        scale TEXT NOT NULL,
        scores TEXT NOT NULL,
        total INTEGER
    """,
    # `answers` as JSON: each answer and how many gave it; `positive` is how many of them count.
    "surveys": f"""
        {ID},
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        question TEXT NOT NULL,
        population TEXT NOT NULL,
        {_day("on_day")} NOT NULL,
        asked INTEGER NOT NULL CHECK (asked >= 0),
        answers TEXT NOT NULL,
        positive_answers TEXT NOT NULL,
        answered INTEGER NOT NULL CHECK (answered BETWEEN 0 AND asked),
        positive INTEGER NOT NULL CHECK (positive BETWEEN 0 AND answered)
    """,
    # `fte` in hundredths of a per cent of full time.
    "funding": f"""
        {ID}, {OF_AGREEMENT},
        unit TEXT NOT NULL,
        title TEXT NOT NULL,
        year INTEGER NOT NULL,
        amount_ore INTEGER NOT NULL,
        fte INTEGER CHECK (fte >= 0),
        funder TEXT,
        vat_basis TEXT
    """,
    "funding_stated": f"""
        {ID}, {OF_AGREEMENT},
        unit TEXT,
        year INTEGER,
        amount_ore INTEGER NOT NULL,
        source TEXT
    """,
}
FACTS = tuple(TABLES)
INDEXES = (
    "CREATE INDEX outcomes_by_case ON outcomes(case_id)",
    "CREATE INDEX pauses_by_case ON pauses(case_id)",
    "CREATE INDEX reviews_by_case ON reviews(case_id)",
    "CREATE INDEX contacts_by_case ON contacts(case_id) WHERE case_id IS NOT NULL",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the tables, each with its past."""
    for table, columns in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({columns}, {STAMP}) STRICT")
        keep_past(conn, table)
    for index in INDEXES:
        conn.execute(index)

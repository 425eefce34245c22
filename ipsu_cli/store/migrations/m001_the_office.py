"""The office, its agreements and prices, cases, plans, documents, deliveries and invoices.

Shape is checked here, what is allowed is a rule elsewhere: rules have dates. Lists are written as OR
chains: an IN list in a CHECK costs more than the whole insert. Days are ISO text, money whole öre, hours
and other quantities hundredths.
"""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past


def _day(name: str) -> str:
    """A day column that may be empty; `+0 days` makes SQLite refuse 30 February."""
    return f"{name} TEXT CHECK ({name} IS NULL OR date({name}, '+0 days') IS {name})"


# What a line in the log commits to is salted, so that erasing a row leaves nothing to guess it from.
SALT = "salt BLOB NOT NULL DEFAULT (randomblob(16))"

TABLES = f"""
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    orgnr TEXT NOT NULL,
    lang TEXT NOT NULL CHECK (lang = 'sv' OR lang = 'en'),
    salt BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    today TEXT NOT NULL CHECK (date(today, '+0 days') IS today),
    who TEXT NOT NULL,
    command TEXT NOT NULL,
    case_id INTEGER,
    invoice_id INTEGER,
    digest BLOB
) STRICT;
CREATE INDEX changes_by_case ON changes(case_id) WHERE case_id IS NOT NULL;
CREATE TRIGGER changes_only_grow BEFORE INSERT ON changes
WHEN NEW.id IS NOT NULL AND NEW.id <= (SELECT max(id) FROM changes) AND NEW.id > 0
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a line in the log does not change'); END;
CREATE TRIGGER changes_are_not_lost BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'a line in the log is not removed'); END;

CREATE TABLE answers (
    key TEXT PRIMARY KEY,
    asked BLOB NOT NULL,
    answer TEXT NOT NULL,
    change_id INTEGER NOT NULL REFERENCES changes(id)
) STRICT;

CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL, {STAMP}) STRICT;

CREATE TABLE agreements (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    service TEXT NOT NULL,
    area TEXT NOT NULL,
    {_day("from_day")} NOT NULL,
    {_day("to_day")},
    purchaser TEXT,
    billing TEXT NOT NULL CHECK (billing = 'self' OR billing = 'peppol'),
    vat INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 10000),
    vat_exempt_reason TEXT,
    payout TEXT NOT NULL CHECK (payout = 'created' OR payout = 'worked'),
    sites TEXT NOT NULL,
    {STAMP}
) STRICT;

CREATE TABLE prices (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreements(id),
    service TEXT NOT NULL,
    unit TEXT NOT NULL,
    level TEXT NOT NULL DEFAULT '',
    {_day("from_day")} NOT NULL,
    amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
    {STAMP},
    UNIQUE (agreement_id, service, unit, level, from_day)
) STRICT;

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    {SALT},
    personnummer TEXT NOT NULL UNIQUE CHECK (length(personnummer) = 12),
    name TEXT NOT NULL,
    gender TEXT,
    protected INTEGER NOT NULL CHECK (protected BETWEEN 0 AND 1),
    {STAMP}
) STRICT;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES people(id),
    service TEXT NOT NULL,
    agreement_id INTEGER REFERENCES agreements(id),
    {_day("from_day")},
    {_day("to_day")},
    site TEXT, coach TEXT, officer TEXT, order_ref TEXT,
    {_day("meeting")},
    mapping_agreed INTEGER NOT NULL DEFAULT 0 CHECK (mapping_agreed BETWEEN 0 AND 1),
    {_day("decision")},
    training_name TEXT, training_type TEXT,
    {_day("training_from")},
    {_day("training_to")},
    after_id INTEGER REFERENCES cases(id),
    {_day("closed_on")},
    close_reason TEXT, training_result TEXT,
    {SALT},
    {STAMP},
    CHECK (from_day <= to_day),
    CHECK (training_from <= training_to),
    CHECK ((closed_on IS NULL) = (close_reason IS NULL))
) STRICT;
CREATE INDEX cases_by_person ON cases(person_id);
CREATE INDEX cases_by_agreement ON cases(agreement_id);

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    {_day("was_to")},
    {_day("to_day")} NOT NULL,
    {_day("on_day")} NOT NULL,
    {STAMP}
) STRICT;
CREATE INDEX decisions_by_case ON decisions(case_id);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    type TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    period TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL
        CHECK (status = 'draft' OR status = 'submitted' OR status = 'confirmed' OR status = 'returned'),
    {_day("submitted")},
    {_day("confirmed")},
    {_day("returned")},
    reason TEXT,
    fields TEXT NOT NULL DEFAULT '{{}}',
    {SALT},
    {STAMP},
    UNIQUE (case_id, type, period, version),
    CHECK ((submitted IS NULL) = (status = 'draft')),
    CHECK (submitted <= confirmed),
    CHECK (submitted <= returned)
) STRICT;

CREATE TABLE plan_weeks (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    hours INTEGER NOT NULL CHECK (hours > 0),
    {STAMP},
    PRIMARY KEY (document_id, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoices (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    no INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'invoice' OR kind = 'credit'),
    refers_to_id INTEGER REFERENCES invoices(id),
    agreement_id INTEGER NOT NULL REFERENCES agreements(id),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    {_day("made_on")} NOT NULL,
    {_day("payable_from")} NOT NULL,
    vat INTEGER NOT NULL,
    vat_exempt_reason TEXT,
    net_ore INTEGER NOT NULL,
    vat_ore INTEGER NOT NULL,
    total_ore INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status = 'created' OR status = 'approved' OR status = 'rejected'
        OR status = 'part-paid' OR status = 'paid' OR status = 'cancelled'),
    {_day("approved_on")},
    {STAMP},
    UNIQUE (year, no),
    CHECK (total_ore = net_ore + vat_ore)
) STRICT;
CREATE TRIGGER invoices_are_numbered_without_gaps BEFORE INSERT ON invoices
WHEN NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM invoices WHERE year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'the number series has no gaps'); END;
CREATE TRIGGER invoices_stay_as_issued
BEFORE UPDATE OF id, year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat,
    vat_exempt_reason, net_ore, vat_ore, total_ore ON invoices
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;
CREATE TRIGGER invoices_are_not_removed BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'an issued invoice is not removed'); END;

CREATE TABLE invoice_lines (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices(id),
    case_id INTEGER NOT NULL REFERENCES cases(id),
    service TEXT NOT NULL,
    month TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit_price_ore INTEGER NOT NULL,
    net_ore INTEGER NOT NULL,
    deliveries INTEGER NOT NULL CHECK (deliveries > 0),
    refers_to_id INTEGER REFERENCES invoices(id),
    status TEXT NOT NULL
        CHECK (status = 'created' OR status = 'rejected' OR status = 'corrected' OR status = 'credited'),
    {STAMP}
) STRICT;
CREATE INDEX invoice_lines_by_invoice ON invoice_lines(invoice_id);
CREATE INDEX invoice_lines_by_case ON invoice_lines(case_id);
CREATE TRIGGER invoice_lines_stay_as_issued
BEFORE UPDATE OF id, invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore,
    net_ore, deliveries, refers_to_id ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'an issued line does not change'); END;
CREATE TRIGGER invoice_lines_are_not_removed BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'an issued line is not removed'); END;

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    {_day("from_day")} NOT NULL,
    {_day("to_day")} NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN -10000000 AND 10000000 AND quantity <> 0),
    no_show INTEGER NOT NULL DEFAULT 0 CHECK (no_show BETWEEN 0 AND 1),
    cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled BETWEEN 0 AND 1),
    reverses INTEGER REFERENCES deliveries(id),
    {STAMP},
    CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX deliveries_by_case ON deliveries(case_id, to_day);
CREATE UNIQUE INDEX deliveries_reversed ON deliveries(reverses) WHERE reverses IS NOT NULL AND cancelled = 0;

-- Every delivery is in one of these two: on no invoice, or on one line.
CREATE TABLE free (delivery_id INTEGER PRIMARY KEY REFERENCES deliveries(id)) STRICT;
CREATE TABLE invoiced (
    delivery_id INTEGER PRIMARY KEY REFERENCES deliveries(id),
    line_id INTEGER NOT NULL
) STRICT;
CREATE TRIGGER deliveries_begin_free AFTER INSERT ON deliveries
BEGIN INSERT INTO free VALUES (NEW.id); END;
CREATE TRIGGER deliveries_cancelled_are_not_free AFTER UPDATE OF cancelled ON deliveries WHEN NEW.cancelled = 1
BEGIN DELETE FROM free WHERE delivery_id = NEW.id; END;
CREATE TRIGGER deliveries_removed_are_not_free BEFORE DELETE ON deliveries
BEGIN DELETE FROM free WHERE delivery_id = OLD.id; END;
CREATE TRIGGER deliveries_on_a_line_stay
BEFORE UPDATE OF id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses ON deliveries
WHEN EXISTS (SELECT 1 FROM invoiced WHERE delivery_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a delivery on an invoice does not change'); END;

CREATE TABLE released (
    line_id INTEGER NOT NULL REFERENCES invoice_lines(id),
    delivery_id INTEGER NOT NULL REFERENCES deliveries(id),
    {STAMP},
    PRIMARY KEY (line_id, delivery_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE investigations (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    invoice_id INTEGER NOT NULL REFERENCES invoices(id),
    reason TEXT NOT NULL,
    {SALT},
    {_day("opened")} NOT NULL,
    {_day("closed")},
    outcome TEXT CHECK (outcome = 'corrected' OR outcome = 'upheld'),
    {STAMP},
    CHECK (opened <= closed),
    CHECK ((closed IS NULL) = (outcome IS NULL))
) STRICT;
CREATE UNIQUE INDEX investigations_open ON investigations(case_id) WHERE closed IS NULL;
CREATE INDEX investigations_by_invoice ON investigations(invoice_id);

CREATE TABLE payments (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices(id),
    {_day("on_day")} NOT NULL,
    amount_ore INTEGER NOT NULL CHECK (amount_ore <> 0),
    {STAMP}
) STRICT;
CREATE INDEX payments_by_invoice ON payments(invoice_id);

CREATE TABLE reasons (
    id INTEGER PRIMARY KEY,
    case_id INTEGER REFERENCES cases(id),
    invoice_id INTEGER REFERENCES invoices(id),
    delivery_id INTEGER REFERENCES deliveries(id),
    text TEXT NOT NULL,
    {SALT},
    {STAMP}
) STRICT;
CREATE INDEX reasons_by_case ON reasons(case_id);
CREATE INDEX reasons_by_invoice ON reasons(invoice_id);

CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    {STAMP}
) STRICT;
-- What each batch has brought in, so that the same row again is known whatever became of it since.
CREATE TABLE imported (
    kind TEXT NOT NULL,
    digest BLOB NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    times INTEGER NOT NULL,
    PRIMARY KEY (kind, digest, batch_id)
) STRICT, WITHOUT ROWID;
"""

FACTS = (
    "settings", "agreements", "prices", "people", "cases", "decisions", "documents", "plan_weeks", "deliveries",
    "invoices", "invoice_lines", "investigations", "payments", "reasons",
)  # fmt: skip


def up(conn: sqlite3.Connection) -> None:
    """Make the tables, then give each fact its past."""
    for statement in _statements(TABLES):
        conn.execute(statement)
    for table in FACTS:
        keep_past(conn, table)


def _statements(script: str) -> list[str]:
    """The statements of a script. `executescript` is not used: it commits the open transaction."""
    found, part = [], ""
    for piece in script.split(";"):
        part += piece + ";"
        if sqlite3.complete_statement(part):
            found.append(part.strip())
            part = ""
    return [each for each in found if each != ";"]

"""The schema as it is on the page, the past that every fact keeps, and the chain of digests."""

import os
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.store import Writing, migrations, new_file, schema, writing
from ipsu_cli.store.connection import connect
from ipsu_cli.store.migrate import steps
from ipsu_cli.store.migrations import VERSION

HERE = Path(__file__).resolve().parent
PAGE = HERE / "schema.sql"
STEPS = [import_module(f"ipsu_cli.store.migrations.{name}") for name in steps()]
# The tables that keep their past, as each step names those that it makes.
FACTS = [table for step in STEPS for table in getattr(step, "FACTS", ())]
DAY = "2026-03-09"

# Entered once and never altered, so that they have no past.
WITHOUT_PAST = {"batches", "released", "revealed"}

SCHEMA = """
    SELECT type, name, sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND tbl_name NOT LIKE '~_sqlite~_%' ESCAPE '~'
    ORDER BY type, name
"""
STORED = "SELECT id, at, today, who, command, case_id, invoice_id, digest FROM changes ORDER BY id"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with the schema and nothing in it."""
    file = tmp_path / "office.db"
    new_file.make(file)
    return file


@pytest.fixture
def conn(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(path)) as opened:
        yield opened


def change(path: Path, command: str = "test") -> Any:
    return writing(path, DAY, "anna", command)


def invoice(no: int, **other: Any) -> dict[str, Any]:
    """A row of `invoices`."""
    row = {"year": 2026, "no": no, "kind": "invoice", "agreement_id": 1, "month": "2026-02", "made_on": DAY}
    sums = {"payable_from": DAY, "vat": 2500, "net_ore": 100_00, "vat_ore": 25_00, "total_ore": 125_00}
    return {**row, **sums, "status": "created", **other}


def add_agreement(store: Writing) -> None:
    kinds = {"service": "ipsu", "billing": "self", "vat": 2500, "payout": "created", "sites": "[]"}
    store.add("agreements", ref="AV-1", area="Exempelby", from_day="2026-01-01", **kinds)


def add_planned_week(store: Writing) -> None:
    """A case with a plan of one week."""
    add_agreement(store)
    store.add("people", personnummer="199001019802", name="Kim Alder", protected=0)
    store.add("cases", ref="B1", person_id=1, service="ipsu-b")
    store.add("documents", case_id=1, type="gp", version=1, status="draft")
    store.add("plan_weeks", document_id=1, week="2026-W10", hours=20_00)


@pytest.fixture
def invoiced(path: Path) -> Path:
    """A file with invoice 2026-1."""
    with change(path) as store:
        add_agreement(store)
        store.add("invoices", **invoice(1))
    return path


@pytest.fixture
def renamed(path: Path) -> Path:
    """A file in which the setting `coach` went from Anna to Bo; a third change did something else."""
    with change(path, "first") as store:
        store.add("settings", name="coach", value="Anna")
    with change(path, "second") as store:
        store.alter("settings", 1, value="Bo")
    with change(path, "third") as store:
        store.add("settings", name="eves", value="free")
    return path


# The page


def schema_of(conn: sqlite3.Connection) -> str:
    return "".join(f"{row['sql']};\n\n" for row in conn.execute(SCHEMA)).rstrip("\n") + "\n"


def test_a_new_file_has_the_schema_on_the_page(conn: sqlite3.Connection) -> None:
    found = schema_of(conn)
    if os.environ.get("IPSU_UPDATE") == "1":
        PAGE.write_text(found, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == found


def test_the_digest_of_the_schema_is_kept(conn: sqlite3.Connection) -> None:
    found = schema.digest_of(conn)
    if os.environ.get("IPSU_UPDATE") == "1":
        Path(schema.KEPT).write_text(f"{found}\n", encoding="ascii", newline="\n")
    assert schema.is_ours(conn)
    assert Path(schema.KEPT).read_text(encoding="ascii").strip() == found


def test_a_schema_in_other_words_is_compared_with_that_of_a_new_file(
    conn: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (other := tmp_path / "schema.sha256").write_text("0" * 64)
    monkeypatch.setattr(schema, "KEPT", str(other))
    assert schema.is_ours(conn)
    conn.execute("DROP TRIGGER changes_stay")
    assert not schema.is_ours(conn)


def test_the_version_counts_the_steps(conn: sqlite3.Connection) -> None:
    assert VERSION == conn.execute("PRAGMA user_version").fetchone()[0] == len(steps())
    assert VERSION > 0


def test_a_released_step_keeps_its_text() -> None:
    released = tomllib.loads((HERE / "released.toml").read_text(encoding="utf-8"))["released"]
    folder = Path(migrations.__file__).parent
    found = {name: sha256((folder / f"{name}.py").read_bytes()).hexdigest() for name in released}
    assert released == found


def tables(conn: sqlite3.Connection) -> list[sqlite3.Row]:
    """Our tables, as SQLite lists them."""
    listed = conn.execute("PRAGMA table_list").fetchall()
    return [row for row in listed if row["type"] == "table" and not row["name"].startswith(("sqlite_", "_sqlite_"))]


def test_every_table_is_strict(conn: sqlite3.Connection) -> None:
    assert [] == [row["name"] for row in tables(conn) if not row["strict"]]


def test_a_row_refers_to_rows_that_are_there(path: Path, conn: sqlite3.Connection) -> None:
    assert 1 == conn.execute("PRAGMA foreign_keys").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), change(path) as store:
        store.add("decisions", case_id=17, to_day=DAY, on_day=DAY)


# The past


def columns(conn: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in conn.execute(f"PRAGMA table_info({table})")]


def test_whatever_carries_a_change_has_a_past(conn: sqlite3.Connection) -> None:
    names = [row["name"] for row in tables(conn)]
    stamped = {name for name in names if "entered_by" in columns(conn, name) and "ceased_by" not in columns(conn, name)}
    assert stamped - WITHOUT_PAST == set(FACTS)
    assert {f"{name}_past" for name in FACTS} == {name for name in names if "ceased_by" in columns(conn, name)}


@pytest.mark.parametrize("table", FACTS)
def test_the_past_of_a_fact_has_its_columns_and_what_ended_it(conn: sqlite3.Connection, table: str) -> None:
    expected = sorted([*columns(conn, table), "ceased_by", "ceased_on"])  # a later step adds its columns at the end
    assert expected == sorted(columns(conn, f"{table}_past")) == sorted(columns(conn, f"{table}_ever"))


def test_what_is_altered_goes_to_the_past(renamed: Path, conn: sqlite3.Connection) -> None:
    ever = conn.execute("SELECT value, entered_by, ceased_by, ceased_on FROM settings_ever WHERE id = 1").fetchall()
    assert [("Bo", 2, None, None), ("Anna", 1, 2, DAY)] == [tuple(row) for row in ever]


def test_what_is_taken_away_goes_to_the_past(renamed: Path, conn: sqlite3.Connection) -> None:
    with change(renamed, "away") as store:
        store.remove("settings", 1)
    assert [] == conn.execute("SELECT name FROM settings WHERE id = 1").fetchall()
    past = conn.execute("SELECT value, entered_by, ceased_by FROM settings_past WHERE id = 1 ORDER BY ceased_by")
    assert ("Bo", 2, store.stamp["entered_by"]) == tuple(past.fetchall()[-1])


def test_the_weeks_of_a_plan_keep_their_past(path: Path, conn: sqlite3.Connection) -> None:
    with change(path) as store:
        add_planned_week(store)
    with change(path) as store:
        conn_of_change, stamp = store.conn, (store.change(), DAY)
        conn_of_change.execute("UPDATE plan_weeks SET entered_by = ?, entered_on = ?", stamp)
        conn_of_change.execute("DELETE FROM plan_weeks")
    ever = conn.execute("SELECT week, hours, entered_by, ceased_by FROM plan_weeks_ever").fetchall()
    assert [("2026-W10", 20_00, 1, 2)] == [tuple(row) for row in ever]


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE settings SET value = 'Cilla' WHERE id = 1", "without a line in the log"),
        ("UPDATE settings SET value = 'Cilla', entered_by = 1 WHERE id = 1", "without a line in the log"),
        ("DELETE FROM settings WHERE id = 1", "stamp the row"),
        ("REPLACE INTO settings VALUES (1, 'coach', 'Cilla', 3, '2026-03-09')", "stamp the row"),
        ("UPDATE settings_past SET value = 'Cilla'", "the past does not change"),
        ("DELETE FROM settings_past", "the past does not change"),
        ("UPDATE changes SET who = 'bo' WHERE id = 2", "does not change"),
        ("DELETE FROM changes WHERE id = 3", "is not removed"),
        ("INSERT INTO changes (id, at, today, who, command) VALUES (2, '', '2026-03-09', '', '')", "only grows"),
    ],
)
def test_what_was_entered_is_not_changed_behind_the_log(
    renamed: Path, conn: sqlite3.Connection, sql: str, why: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        conn.execute(sql)


@pytest.mark.parametrize(
    "sql", ["UPDATE settings SET value = 'working' WHERE id = 2", "DELETE FROM settings WHERE id = 2"]
)
def test_the_newest_row_is_not_changed_behind_the_log(renamed: Path, conn: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(sql)


# Invoices


def insert(conn: sqlite3.Connection, verb: str, row: dict[str, Any]) -> None:
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    conn.execute(f"{verb} INTO invoices ({names}) VALUES ({marks})", row)


@pytest.mark.parametrize("no", [1, 2])
def test_replace_does_not_overwrite_an_invoice(invoiced: Path, conn: sqlite3.Connection, no: int) -> None:
    row = invoice(no, id=1, entered_by=1, entered_on=DAY, total_ore=0, net_ore=0, vat_ore=0)
    with pytest.raises(sqlite3.IntegrityError):
        insert(conn, "REPLACE", row)
    assert 125_00 == conn.execute("SELECT total_ore FROM invoices").fetchone()[0]


@pytest.mark.parametrize(
    ("year", "no", "allowed"), [(2026, 2, True), (2026, 3, False), (2027, 1, True), (2027, 2, False)]
)
def test_the_numbers_of_a_year_have_no_gaps(
    invoiced: Path, conn: sqlite3.Connection, year: int, no: int, allowed: bool
) -> None:
    row = invoice(no, year=year, entered_by=1, entered_on=DAY)
    if allowed:
        insert(conn, "INSERT", row)
    else:
        with pytest.raises(sqlite3.IntegrityError, match="no gaps"):
            insert(conn, "INSERT", row)
    assert 1 + allowed == conn.execute("SELECT count(*) FROM invoices").fetchone()[0]


@pytest.mark.parametrize(
    "sql",
    ["UPDATE invoices SET net_ore = 0, total_ore = 2500", "UPDATE invoices SET no = 2", "DELETE FROM invoices"],
)
def test_an_issued_invoice_stays_as_it_is(invoiced: Path, conn: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(sql)


# The chain of digests and the seals, calculated here a second time and by themselves


def digests(conn: sqlite3.Connection, entered: list[tuple[int, str, int]]) -> list[bytes]:
    """The chain that follows from the log and the rows; `entered` is (change, table, id) in order."""
    chain, before = [], b""
    for line in conn.execute(STORED).fetchall():
        seals = [(by, table, id, seal(table, row_of(conn, table, by, id))) for by, table, id in entered]
        own = "".join(ascii(entry) for entry in seals if entry[0] == line["id"])
        before = sha256(before + ascii(tuple(line)[:-1]).encode() + own.encode()).digest()
        chain.append(before)
    return chain


def seal(table: str, row: tuple[Any, ...]) -> bytes:
    return sha256(f"{table}{row!a}".encode()).digest()[:16]


def row_of(conn: sqlite3.Connection, table: str, by: int, id: int) -> tuple[Any, ...]:
    """The row as change `by` left it, without the empty columns at its end."""
    row = conn.execute(f"SELECT * FROM {table}_ever WHERE entered_by = ? AND id = ?", (by, id)).fetchone()
    values = [row[name] for name in columns(conn, table)]
    last = max(place for place, value in enumerate(values) if value is not None)
    return tuple(values[: last + 1])


SCENARIO = [(1, "settings", 1), (2, "settings", 1), (3, "settings", 2)]


def stored(conn: sqlite3.Connection) -> list[bytes]:
    return [row["digest"] for row in conn.execute(STORED)]


def test_the_digests_follow_from_the_log_and_the_rows(renamed: Path, conn: sqlite3.Connection) -> None:
    assert stored(conn) == digests(conn, SCENARIO)
    assert 3 == len(set(stored(conn)))


@pytest.mark.parametrize(
    ("guard", "sql", "first_wrong"),
    [
        ("settings_past_stays_on_update", "UPDATE settings_past SET value = 'Cilla'", 0),
        ("settings_changes_are_stamped", "UPDATE settings SET value = 'Cilla' WHERE id = 1", 1),
        ("changes_stay", "UPDATE changes SET who = 'bo' WHERE id = 2", 1),
        ("settings_changes_are_stamped", "UPDATE settings SET value = 'working' WHERE id = 2", 2),
    ],
)
def test_a_row_changed_by_force_gives_other_digests(
    renamed: Path, conn: sqlite3.Connection, guard: str, sql: str, first_wrong: int
) -> None:
    conn.execute(f"DROP TRIGGER {guard}")
    conn.execute(sql)
    same = [a == b for a, b in zip(stored(conn), digests(conn, SCENARIO), strict=True)]
    assert [place < first_wrong for place in range(3)] == same


def kept_seals(conn: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in conn.execute("SELECT change_id, table_name, key, seal FROM seals")]


def test_each_state_of_a_row_has_a_seal_of_its_own(renamed: Path, conn: sqlite3.Connection) -> None:
    expected = [(by, table, id, seal(table, row_of(conn, table, by, id))) for by, table, id in SCENARIO]
    assert expected == kept_seals(conn)


def test_a_row_that_is_removed_has_an_empty_seal(renamed: Path, conn: sqlite3.Connection) -> None:
    with change(renamed, "away") as store:
        store.remove("settings", 1)
    assert (4, "settings", 1, None) == kept_seals(conn)[-1]


def test_altered_twice_in_one_change_a_row_is_sealed_as_the_change_left_it(
    path: Path, conn: sqlite3.Connection
) -> None:
    with change(path) as store:
        id = store.add("settings", name="coach", value="Anna")
        store.alter("settings", id, value="Bo")
    assert [(1, "settings", id, seal("settings", row_of(conn, "settings", 1, id)))] == kept_seals(conn)


def test_many_rows_are_sealed_as_one_is(path: Path, conn: sqlite3.Connection) -> None:
    with change(path) as store:
        add_planned_week(store)
        weeks = [tuple(row) for row in store.all("SELECT * FROM plan_weeks")]
    with change(path, "again") as store:
        store.seal_all("plan_weeks", weeks)
    one, many = (entry[1:] for entry in kept_seals(conn) if entry[1] == "plan_weeks")
    assert one == many == ("plan_weeks", "1 2026-W10", one[2])


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE seals SET seal = zeroblob(16) WHERE change_id = 3", "does not change"),
        ("UPDATE seals SET change_id = 4 WHERE change_id = 3", "does not change"),
        ("DELETE FROM seals", "is not removed"),
        ("REPLACE INTO seals SELECT change_id, table_name, key, zeroblob(16) FROM seals", "no more seals"),
        ("INSERT INTO seals VALUES (3, 'settings', 9, NULL)", "no more seals"),
        ("INSERT INTO seals VALUES (9, 'settings', 9, NULL)", "no more seals"),
    ],
)
def test_a_seal_is_not_changed_behind_the_log(renamed: Path, conn: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        conn.execute(sql)


def test_what_is_rolled_back_leaves_no_line(path: Path, conn: sqlite3.Connection) -> None:
    with pytest.raises(ZeroDivisionError), change(path) as store:
        store.add("settings", name="coach", value="Anna")
        raise ZeroDivisionError
    assert [] == stored(conn)

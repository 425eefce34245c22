"""Long statements tell that they are under way, and can be interrupted."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from ipsu_cli.core.tick import part
from ipsu_cli.store import under_way

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT sum(i) FROM n"


@pytest.fixture
def conn() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        yield opened


def test_a_long_statement_tells_while_it_lasts(conn: sqlite3.Connection) -> None:
    heard: list[tuple[int, int]] = []
    with under_way.telling(conn, lambda done, of: heard.append((done, of)), 2, 5):
        conn.execute(LONG)
    assert set(heard) == {(2, 5)} and len(heard) >= 1
    many = len(heard)
    conn.execute(LONG)
    assert len(heard) == many


def test_a_long_statement_can_be_interrupted(conn: sqlite3.Connection) -> None:
    def interrupted(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), under_way.telling(conn, interrupted):
        conn.execute(LONG)
    assert conn.execute("SELECT 1").fetchone() == (1,)


def test_another_error_is_what_it_is(conn: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), under_way.telling(conn, lambda *_: None):
        conn.execute("SELECT * FROM not_there")


def test_a_copy_tells_its_pages(conn: sqlite3.Connection) -> None:
    conn.execute("CREATE TABLE some (content)")
    conn.executemany("INSERT INTO some VALUES (zeroblob(4000))", [()] * 2 * under_way.PAGES)
    conn.commit()
    heard: list[float] = []
    with closing(sqlite3.connect(":memory:")) as to:
        under_way.copy(conn, to, part(lambda done, of: heard.append(done / of), 1, 2))
        assert to.execute("SELECT count(*) FROM some").fetchone() == (2 * under_way.PAGES,)
    assert heard == sorted(heard) and len(heard) >= 2 and heard[0] > 0.5 and heard[-1] == 1

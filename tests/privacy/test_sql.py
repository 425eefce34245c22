"""SQL of one's own, the pages that are browsed and what a head office is given say nothing of a protected person.

Whatever is asked: what they ask is a copy of views, in which it is not.
"""

import datetime as dt
import sqlite3
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ipsu_cli.core.inventory import fields
from ipsu_cli.store import reading
from ipsu_cli.store.view_copy import write_copy
from ipsu_cli.store.views import VIEWS
from ipsu_cli.store.views.view import View
from tests import program
from tests.browsing import browsing
from tests.privacy import planted
from tests.privacy.planted import CASES, ORDINARY, PROTECTED, Mark, copied
from tests.store.test_views import sources

HIDDEN = [Mark(PROTECTED, "any", PROTECTED), *planted.marks(PROTECTED), *planted.births(PROTECTED)]
# What only tells where and by whom somebody is helped.
PLACES = {(field.table, field.column) for field in fields() if field.purpose in ("place", "staff", "notes", "wishes")}
PLACES |= {("contacts", "party"), ("people", "gender")}
# What lies on a line of SQL, to reach past the views.
REACHING = (
    "SELECT * FROM people", "SELECT * FROM cases_ever", "SELECT * FROM main.people_past", "SELECT 1 FROM people_ever",
    "SELECT * FROM document_texts", "SELECT * FROM reasons", "ATTACH 'ipsu.db' AS o", "SELECT readfile('ipsu.db')",
    "SELECT load_extension('x')", "PRAGMA database_list", "PRAGMA writable_schema=1", "SELECT site FROM cases",
    "SELECT name FROM cases", "SELECT * FROM sqlite_dbpage", "VACUUM INTO 'x.db'",
    "SELECT * FROM temp.people", "WITH p AS (SELECT * FROM people) SELECT * FROM p", "SELECT * FROM ipsu.people",
    "SELECT 1; SELECT * FROM people", "UPDATE cases SET coach = 'x'", "SELECT 1 FROM pragma_table_info('x'), people",
)  # fmt: skip


def told(text: str) -> list[Mark]:
    return [mark for mark in HIDDEN if mark.text in text]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_where_and_by_whom_somebody_is_helped_is_hidden_in_every_view(view: View) -> None:
    """Not by the rows that happen to be there: by what the column is made of."""
    plain = tuple(column for column in view.columns if not column.hidden)
    assert [] == [place for place in sources(view._replace(columns=plain)) if place in PLACES]


def test_no_row_of_a_view_says_anything(office: Path, tmp_path: Path) -> None:
    with reading(office / "ipsu.db") as store:
        write_copy(store, tmp_path / "copy.db", dt.date.fromisoformat(planted.TODAY))
    with closing(sqlite3.connect(tmp_path / "copy.db")) as conn:
        rows = [str(row) for view in VIEWS for row in conn.execute(f"SELECT * FROM {view}")]
    assert [] == [mark for row in rows for mark in told(row)]
    assert any(f"{ORDINARY}coach" in row for row in rows) and any(CASES[PROTECTED][0] in row for row in rows)
    assert [] == told((tmp_path / "copy.db").read_bytes().decode("utf-8", "replace"))


@pytest.mark.parametrize("form", ["", "--csv ", "--json "])
def test_nothing_reaches_past_the_views(office: Path, tmp_path: Path, form: str) -> None:
    folder = copied(office, tmp_path / "run")
    before = sorted(path.name for path in folder.iterdir())
    for sql in REACHING:
        done = program.run(["query", *form.split(), sql], folder=folder, today=planted.TODAY)
        assert 2 == done.code, sql
        assert [] == told(done.out + done.err), sql
    assert before == sorted(path.name for path in folder.iterdir())


def test_the_tables_of_a_head_office_say_nothing(office: Path, tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset", reason="the extra parquet is not installed")
    folder = copied(office, tmp_path / "run")
    assert 0 == program.run("export parquet given", folder=folder, today=planted.TODAY).code
    files = [str(path) for path in (folder / "given").rglob("*.parquet")]
    rows = [str(row) for file in files for row in dataset.dataset(file).to_table().to_pylist()]
    assert len(rows) > 10
    assert [] == [mark for row in (*rows, *files) for mark in told(row)]


@pytest.fixture
def pages(office: Path, tmp_path: Path) -> Iterator[list[str]]:
    """The pages that are browsed: the first, every view, every row of a case, and rows that are asked for."""
    pytest.importorskip("datasette", reason="the extra web is not installed")
    folder = copied(office, tmp_path / "run")
    with browsing(folder, today=planted.TODAY) as running:
        paths = ["", "register", "register.json", *(f"register/{view}?_size=max" for view in VIEWS)]
        paths += [f"register/cases/{case}" for case in CASES[PROTECTED]]
        paths += [f"register/{view}.json?_shape=array&_facet=case_ref" for view in VIEWS]
        yield [_page(running.url + path) for path in paths]


def _page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return str(answer.read().decode())


def test_no_page_says_anything(pages: list[str]) -> None:
    assert [] == [mark for page in pages for mark in told(page)]
    assert any(f"{ORDINARY}coach" in page for page in pages)

"""What every test may ask for: an office's file, and the program to run on it."""

import datetime as dt
import gc
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

from ipsu_cli.commands import _options
from ipsu_cli.core import office_key
from ipsu_cli.store import new_file
from ipsu_cli.store.connection import APPLICATION_ID
from ipsu_cli.store.migrate import migrate
from tests import encrypted, program
from tests.program import Result
from tests.typed import Line, OfficeWith

# One profile for every property. Nothing in it asks the clock, so that a busy machine fails no test; and a run tries
# what the run before it tried, so that a red test is the doing of what has changed.
settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def _adapted_by_itself(day: dt.date) -> str:
    raise AssertionError(f"{day} goes into a column as text: the adapter that Python has for it is on its way out")


sqlite3.register_adapter(dt.date, _adapted_by_itself)


class Program(Protocol):
    """`ipsu WORDS` in the folder of the test; every other name goes into the environment of the run."""

    def __call__(
        self, words: str | list[str], *, today: str = ..., stdin: str | None = ..., **env: str | None
    ) -> program.Result: ...


@pytest.fixture(scope="session", autouse=True)
def _encrypted_offices() -> Iterator[None]:
    """With IPSU_ENCRYPTED=1 every office is encrypted."""
    with encrypted.the_whole_suite() if encrypted.WHOLE else nullcontext():
        yield


@pytest.fixture(autouse=True)
def _nothing_is_known_of_earlier_files() -> Iterator[None]:
    """A file is read once whether it is encrypted, and known by its number, which a later test's file gets again."""
    yield
    office_key.forget()


@pytest.fixture(scope="session", autouse=True)
def _commands_built_once() -> Iterator[None]:
    """Typer reads a command's signature and makes its options in every run; a process has one run, a test has many."""
    group = type(_options.group())
    built = cache(group.built)
    with patch.object(group, "built", lambda self, words: built(self, tuple(words[:1]))):
        yield


@pytest.fixture(scope="session", autouse=True)
def _schema_made_once() -> Iterator[None]:
    """A new file takes every step of the schema since the first release, a fifth of a second; in a run of the tests one
    takes them, and the others get its pages. A process of its own makes its own, and so does an encrypted office."""

    @cache
    def made() -> sqlite3.Connection:
        conn = sqlite3.connect(":memory:", isolation_level=None)
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrate(conn)
        return conn

    def as_made(conn: sqlite3.Connection) -> None:
        if isinstance(conn, sqlite3.Connection):
            made().backup(conn)
        else:
            migrate(conn)

    with patch.object(new_file, "migrate", as_made):
        yield


def pytest_collection_finish() -> None:
    """What is loaded and collected stays: it need not be gone through for what may be let go."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is about plain files, where there are none."""
    for item in items if encrypted.WHOLE else ():
        if any(words in item.nodeid for words in encrypted.PLAIN_ALONE):
            item.add_marker(pytest.mark.skip(reason="about a plain file"))


@pytest.fixture
def ipsu(tmp_path: Path) -> Program:
    """`ipsu("case list", today="2026-03-09", stdin=None, IPSU_LANG="sv")` in an empty folder, in this process."""
    return partial(program.run, folder=tmp_path)


@pytest.fixture
def ipsu_process(tmp_path: Path) -> Program:
    """The same in a process of its own, for what only a process shows: start-up, signals, closed pipes."""
    return partial(program.run_process, folder=tmp_path)


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's file as `ipsu init` makes it; copied, never written to."""
    folder = tmp_path_factory.mktemp("office")
    made = program.run("init --name 'Stöd i Exempelby AB' --orgnr 559999-0008", folder=folder)
    assert (0, "") == (made.code, made.err)
    return folder / "ipsu.db"


@pytest.fixture(scope="session")
def office_with(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> OfficeWith:
    """`office_with(lines, on)`: that office when those lines have been typed; they are typed once in a run."""

    @cache
    def make(lines: tuple[Line, ...], on: str) -> Path:
        folder = tmp_path_factory.mktemp("typed")
        shutil.copy2(new_office, folder / "ipsu.db")
        for line in lines:
            today, words = (on, line) if isinstance(line, str) else line
            done = program.run(words, folder=folder, today=today)
            assert (0, words) == (done.code, words), done.err
        return folder / "ipsu.db"

    return make


@pytest.fixture
def db(new_office: Path, tmp_path: Path) -> Path:
    """A fresh office's file, where `ipsu` looks for it."""
    return Path(shutil.copy2(new_office, tmp_path / "ipsu.db"))


@pytest.fixture
def dump() -> Callable[[Path], str]:
    """All that a file holds, as text."""
    return program.dump


@pytest.fixture(scope="session")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Result]:
    """`program.run`, but the same demo in an empty folder is made once in a run of the tests, and copied after that."""

    @cache
    def make(words: tuple[str, ...], encrypted: bool, settings: tuple[tuple[str, str], ...]) -> tuple[Path, Result]:
        folder = tmp_path_factory.mktemp("demo")
        return folder, program.run(list(words), folder=folder, **dict(settings))

    def run(words: list[str], *, folder: Path, encrypted: bool = False, **settings: str) -> Result:
        if words[0] != "demo" or any(folder.iterdir()):
            return program.run(words, folder=folder, **settings)
        made, result = make(tuple(words), encrypted, tuple(sorted(settings.items())))
        shutil.copytree(made, folder, dirs_exist_ok=True)
        return replace(result, out=result.out.replace(str(made), str(folder)))

    return run


@pytest.fixture(scope="session")
def demo_folder(demo_once: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `ipsu demo`: its `ipsu.db` and what the accountant gets; copied, never written to."""
    folder = tmp_path_factory.mktemp("demo-folder")
    made = demo_once(["demo", "--dir", "."], folder=folder)
    assert (0, "") == (made.code, made.err)
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office: a year of cases, hours, invoices, payments and packages."""
    folder = tmp_path_factory.mktemp("sample")
    assert 0 == program.run("demo --of office --dir office --lang sv", folder=folder).code
    return folder / "office" / "ipsu.db"

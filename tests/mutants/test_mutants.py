"""The runner itself: what it changes, what it leaves alone, and whether it tells what lives from what does not."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from tests.mutants import config, sql, trial
from tests.mutants.__main__ import drawn, line_of, sorted_out
from tests.mutants.config import ROOT
from tests.mutants.mutant import changed_line, mutants


def changes_in(folder: Path, source: str, name: str = "ipsu_cli/core/x.py") -> list[str]:
    """`line: change` of each mutant of a module."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(source), encoding="utf-8")
    return [f"{mutant.line}: {mutant.change}" for mutant in mutants(path, folder)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b <= c", ["1: < to <=", "1: <= to <"]),
        ("x = a == b", ["1: == to !="]),
        ("x = a is not None", ["1: is not to is"]),
        ("x = a not in b", ["1: not in to in"]),
        ("x = a and b and c", ["1: and to or"]),
        ("x = not a", ["1: not to nothing"]),
        ("x = -a + b", ["1: + to -", "1: - to +"]),
        ("x = a // b % c", ["1: % to //", "1: // to *"]),
        ("x = 5", ["1: 5 to 4", "1: 5 to 6"]),
        ("x += 1", ["1: + to -", "1: 1 to 0", "1: 1 to 2"]),
        ("x = True", ["1: True to False"]),
        ("def f(a=1):\n    return a", ["1: 1 to 0", "1: 1 to 2"]),
        ("def f():\n    if a:\n        return f'{b + 1}'", ["3: + to -", "3: 1 to 0", "3: 1 to 2"]),
        ("class A:\n    b: int = 0", ["2: 0 to -1", "2: 0 to 1"]),
    ],
)
def test_what_is_changed(tmp_path: Path, source: str, expected: list[str]) -> None:
    assert expected == changes_in(tmp_path, source)


@pytest.mark.parametrize(
    "source",
    [
        '"""1 < 2"""',
        "x: dict[str, int | None]",
        "def f(a: int | None) -> str | None: ...",
        "__all__ = ['a' + 'b']",
        "class A:\n    __slots__ = ('a',) + ('b',)",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    x = 1",
        "def f():\n    assert a is not None",
        "x = 'CASE WHEN a < 1'",
        "x = f'WHERE a < {b}'",
    ],
)
def test_what_is_left_alone(tmp_path: Path, source: str) -> None:
    assert [] == changes_in(tmp_path, source)


def test_the_sql_of_the_store_is_changed_on_its_own_line(tmp_path: Path) -> None:
    source = '''
        A = """
            SELECT a
            WHERE a < 2
        """
        B = f"""
            {A} AND
            b = c
        """
    '''
    found = changes_in(tmp_path, source, "ipsu_cli/store/x.py")
    assert ["4: < to <=", "4: 2 to 1", "4: 2 to 3", "7: AND to OR", "8: = to <>"] == found


def test_a_changed_line_is_shown_as_it_is_then(tmp_path: Path) -> None:
    path = tmp_path / "ipsu_cli" / "store" / "x.py"
    path.parent.mkdir(parents=True)
    path.write_text('A = 0 < b < 1\nC = """\n    SELECT d\n    WHERE e < f AND g\n"""\n', encoding="utf-8")
    assert [
        "A = -1 < b < 1", "A = 1 < b < 1", "A = 0 <= b < 1", "A = 0 < b <= 1", "A = 0 < b < 0", "A = 0 < b < 2",
        "WHERE e <= f AND g", "WHERE e < f OR g",
    ] == [changed_line(mutant, tmp_path) for mutant in mutants(path, tmp_path)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WHERE a = 'b = c'", ["WHERE a <> 'b = c'"]),
        ("UPDATE t SET a = b WHERE c", []),
        ("WHERE a IS NOT NULL", ["WHERE a IS  NULL"]),
        ("WHERE a IS NULL", ["WHERE a IS NOT NULL"]),
        ("CASE WHEN NOT EXISTS (SELECT 1 FROM t)", ["CASE WHEN  EXISTS (SELECT 1 FROM t)"]),
        ("WHERE a IN (b)", ["WHERE a NOT IN (b)"]),
        ("SELECT count(*), k.* FROM t ORDER BY 1, 2", []),
        ("SELECT a * b FROM t", ["SELECT a / b FROM t"]),
        ("SELECT date(a, '+1 day')", ["SELECT date(a, '+0 day')", "SELECT date(a, '+2 day')"]),
        (
            "WHERE a BETWEEN :b AND :c AND d",
            [
                "WHERE (a > :b AND a <= :c) AND d",
                "WHERE (a >= :b AND a < :c) AND d",
                "WHERE a BETWEEN :b AND :c OR d",
            ],
        ),
        ("CREATE TABLE t (a INTEGER NOT NULL DEFAULT 0)", []),
        ("a table IS here", ["a table IS NOT here"]),
        ("SELECT (SELECT a FROM t WHERE b = c) FROM t", ["SELECT (SELECT a FROM t WHERE b <> c) FROM t"]),
    ],
)
def test_how_sql_is_changed(text: str, expected: list[str]) -> None:
    assert expected == [edit.made_in(text) for edit in sql.edits(text)]


MODULE = """
LIMIT = 10


def is_many(n):
    return n > LIMIT


def double(n):
    return n + n if n else 0


def unseen(n):
    return n == 1
"""
TESTS = """
import subprocess
import sys

import pytest


@pytest.fixture(scope="session")
def six():
    from ipsu_cli.core.x import double

    return double(3)


def test_many():
    from ipsu_cli.core.x import is_many

    assert is_many(12)
    assert not is_many(10)


def test_double(six):
    assert 6 == six


def test_in_a_process_of_its_own():
    from ipsu_cli.core.x import unseen

    assert unseen(1)
    assert 0 == subprocess.run([sys.executable, "-c", ""]).returncode
"""
SETTINGS = """
[tool.pytest.ini_options]
addopts = "--import-mode=importlib"
pythonpath = ["."]
testpaths = ["checks"]
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A program of one module, and tests that notice some of what is changed in it."""
    for name, text in {
        "ipsu_cli/__init__.py": "",
        "ipsu_cli/core/__init__.py": "",
        "ipsu_cli/core/x.py": MODULE,
        "checks/test_x.py": TESTS,
        "pyproject.toml": SETTINGS,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


RUN = """
import sys
from pathlib import Path
from tests.mutants.__main__ import main
from tests.mutants.config import Config, Equivalent

least = int(sys.argv.pop())
same = Equivalent("ipsu_cli/core/x.py", "return n + n if n else 0", "return n + n if n else -1", "")
sys.exit(main(sys.argv[1:], Path.cwd(), Config(("ipsu_cli/core/*.py",), least, (same,))))
"""


def run(folder: Path, least: int, *words: str) -> tuple[int, list[str]]:
    """The code and the lines of a run over the small program."""
    pytest.importorskip("coverage")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUN, *words, str(least)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert "" == done.stderr
    return done.returncode, done.stdout.splitlines()


def files(folder: Path) -> dict[Path, bytes]:
    """What stands in the folder, but for what Python and pytest keep."""
    kept = (
        path for path in folder.rglob("*") if path.is_file() and not {"__pycache__", ".pytest_cache"} & {*path.parts}
    )
    return {path: path.read_bytes() for path in kept}


def test_what_lives_is_reported_and_the_score_decides(small: Path) -> None:
    before = files(small)
    code, (head, *lives, summary) = run(small, 38)
    place = "lives: ipsu_cli/core/x.py"
    assert [
        f"{place}:10: 0 to 1  |  return n + n if n else 1",
        f"{place}:14: 1 to 0  |  return n == 0",
        f"{place}:14: 1 to 2  |  return n == 2",
        f"{place}:14: == to !=  |  return n != 1",
        f"{place}:2: 10 to 11  |  LIMIT = 11",
    ] == sorted(lives)
    assert head.startswith("8 mutants, 2 tests (1 start a process of their own and are left out)")
    assert "8 mutants tried, 3 killed and 0 out of time, 5 live: 37.5 %; 1 mean the same, 0 do not load" in summary
    assert (1, before) == (code, files(small))


def test_a_sample_of_what_is_changed_in_one_place(small: Path) -> None:
    """One of the two changes of the limit, one of which lives."""
    code, (head, *_, summary) = run(small, 0, "ipsu_cli/core/x.py:2", "--sample", "1")
    assert (0, True) == (code, head.startswith("1 mutants"))
    assert "1 mutants tried" in summary


def test_a_sample_is_drawn_by_its_seed(small: Path) -> None:
    listed = list(mutants(small / "ipsu_cli" / "core" / "x.py", small))
    once, again, otherwise = (drawn(listed, 3, seed) for seed in (1, 1, 2))
    assert once == again != otherwise
    assert (3, set()) == (len(once), {*once} - {*listed})
    assert sorted(listed) == sorted(drawn(listed, 99, 1))


def test_a_process_that_never_ends_is_given_up() -> None:
    child = trial.fork(lambda folder: time.sleep(60), ROOT, seconds=0.2)
    assert trial.wait(child) is None
    assert not child.folder.exists()


def test_a_process_that_wants_all_memory_is_refused_it() -> None:
    with pytest.raises(trial.Crashed, match="MemoryError"):
        trial.wait(trial.fork(lambda folder: len(bytes(trial.MOST_MEMORY)), ROOT, seconds=60))


def test_a_process_that_ends_without_an_answer_says_so() -> None:
    with pytest.raises(trial.Crashed, match="ZeroDivisionError"):
        trial.wait(trial.fork(lambda folder: 1 // 0, ROOT, seconds=60))


@pytest.mark.parametrize("order", [("x", "y"), ("y", "x")])
def test_a_file_of_tests_that_cannot_be_loaded_has_noticed(small: Path, order: tuple[str, str]) -> None:
    (small / "checks" / "test_y.py").write_text("1 // 0\n\n\ndef test_many():\n    pass\n", encoding="utf-8")
    tests = [f"checks/test_{name}.py::test_many" for name in order]
    found = trial.wait(trial.fork(lambda folder: trial.try_tests(tests, folder), small, seconds=60))
    assert [trial.KILLED, ""] == found


# Nothing is let off by mistake


def test_each_change_that_means_the_same_is_there_and_has_a_reason() -> None:
    conf = config.read()
    every = [mutant for file in conf.files() for mutant in mutants(file, ROOT)]
    _, same = sorted_out(every, conf.equivalents, ROOT)
    there = {(mutant.path, line_of(mutant, ROOT), changed_line(mutant, ROOT)) for mutant in same}
    assert [] == [equivalent for equivalent in conf.equivalents if equivalent[:3] not in there]
    assert [] == [equivalent for equivalent in conf.equivalents if len(equivalent.reason.split()) < 4]


def test_each_glob_of_the_scope_finds_something() -> None:
    conf = config.read()
    assert [] == [glob for glob in conf.scope if not any(ROOT.glob(glob))]

"""One mutant tried: its module is changed in the memory of a forked process, which runs the tests up to the first
that fails.

The parent has pytest and what the program needs loaded, but nothing of the program, so that a child loads the changed
module as it would load any other.
"""

import ast
import gc
import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import pytest

from tests.mutants.mutant import Mutant

LOADED_ONCE = (
    "hypothesis", "hypothesis.strategies", "openpyxl", "rich.console", "rich.table", "sqlite_utils", "typer",
    "typer.testing", "icalendar", "dateutil.relativedelta", "defusedxml.ElementTree",
)  # fmt: skip
# The machine is shared: a test has many times the seconds that it computes.
PATIENCE = 15
AT_LEAST_SECONDS = 30
# A change may make a list that never ends.
MOST_MEMORY = 2 * 1024**3
# Of pytest: a test failed, or a file of tests could not be loaded, as it could be without the change.
NOTICED = (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED)
KILLED, TIMEOUT, LIVES, NO_LOAD, WRONG = "killed", "timeout", "lives", "does not load", "went wrong"


class Verdict(NamedTuple):
    """What came of a trial, and the test that noticed; none where a file of tests could not be loaded."""

    outcome: str
    by: str = ""


def load_once() -> None:
    """Load what every child needs and no child changes."""
    for name in LOADED_ONCE:
        with suppress(ImportError):
            import_module(name)


# In the child


class _Changed(SourceFileLoader):
    tree: ast.Module

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = compile(self.tree, self.path, "exec", dont_inherit=True)
        return code


class Instead(MetaPathFinder):
    """Loads one module from a tree instead of from its file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path = name, path
        self.loader = _Changed(name, str(path))
        self.loader.tree = ast.fix_missing_locations(tree)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return spec_from_file_location(fullname, self.path, loader=self.loader) if fullname == self.name else None


class _Repeatable:
    """A plugin of pytest: what Hypothesis tries is the same each time, is not made smaller and is not kept."""

    def pytest_configure(self) -> None:
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", database=None, derandomize=True, phases=phases, deadline=None)
        settings.load_profile("mutants")


class _Chosen:
    """A plugin of pytest: runs the tests asked for, in the order asked for, and keeps the name of one that fails."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: place for place, test in enumerate(tests)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def run_pytest(words: Sequence[str], folder: Path, plugin: object) -> int:
    """pytest in this process, with nothing kept between runs."""
    fixed = ["-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain", f"--basetemp={folder / 'tests'}"]
    return int(pytest.main([*fixed, *words], plugins=[_Repeatable(), plugin]))


def try_tests(tests: Sequence[str], folder: Path) -> Verdict:
    """Run the tests in order, up to the first that fails."""
    if not tests:
        return Verdict(LIVES)
    chosen = _Chosen(tests)
    code = run_pytest(["-x", *dict.fromkeys(test.partition("::")[0] for test in tests)], folder, chosen)
    if code == pytest.ExitCode.OK:
        return Verdict(LIVES)
    return Verdict(KILLED if code in NOTICED else WRONG, chosen.failed)


def change(mutant: Mutant, root: Path) -> bool:
    """Make the change and load the changed module; False if it cannot be loaded."""
    mutant.apply()
    name = mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    sys.meta_path.insert(0, Instead(name, root / mutant.path, mutant.tree))
    try:
        import_module(name)
    except Exception:
        return False
    return True


def try_mutant(mutant: Mutant, tests: Sequence[str], root: Path, folder: Path) -> Verdict:
    """Change the program and run the tests, in this process."""
    return try_tests(tests, folder) if change(mutant, root) else Verdict(NO_LOAD)


# In the parent


class Crashed(Exception):
    """A child ended without an answer; the text is the last that it wrote."""


class Child(NamedTuple):
    """A forked process at work, the folder it may write in, and when it is given up."""

    pid: int
    folder: Path
    until: float


def fork(work: Callable[[Path], Any], root: Path, seconds: float) -> Child:
    """Do `work` in a process of its own, silently; what it returns is waited for with `answer`, as JSON."""
    folder = Path(tempfile.mkdtemp(prefix="ipsu-mutant-"))
    pid = os.fork()
    if pid:
        return Child(pid, folder, time.monotonic() + seconds)
    try:
        os.setsid()
        gc.freeze()
        _limit_memory()
        os.chdir(root)
        for stream in (1, 2):
            os.dup2(os.open(folder / "output", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), stream)
        (folder / "half").write_text(json.dumps(work(folder)), encoding="utf-8")
        (folder / "half").rename(folder / "answer")
    except BaseException:
        (folder / "error").write_text(traceback.format_exc(), encoding="utf-8")
    finally:
        os._exit(0)


def _limit_memory() -> None:
    import resource  # WebAssembly has none, and forks nothing: the module is to load there

    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def is_done(child: Child) -> bool:
    """Has the child ended, or has its time? Then nothing of it runs any more."""
    ended = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    if not ended and time.monotonic() < child.until:
        return False
    end(child)
    return True


def end(child: Child) -> None:
    """Stop the child and all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    os.waitpid(child.pid, 0)


def answer(child: Child) -> Any:
    """What the child's work returned; None if its time was up. Raises `Crashed` if it ended without an answer."""
    path = child.folder / "answer"
    try:
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
        if time.monotonic() < child.until:
            raise Crashed(_last_words(child.folder))
        return None
    finally:
        shutil.rmtree(child.folder, ignore_errors=True)


def _last_words(folder: Path) -> str:
    texts = [folder / "output", folder / "error"]
    return "".join(path.read_text(encoding="utf-8", errors="replace") for path in texts if path.exists())[-4000:]


def wait(child: Child) -> Any:
    """The answer of one child."""
    try:
        while not is_done(child):
            time.sleep(0.05)
    except BaseException:
        end(child)
        raise
    return answer(child)

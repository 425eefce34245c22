"""Which tests run which lines of the program, and for how long: asked once, while every test runs.

A line that runs when a module is loaded is run by no test of its own. What is made there is followed by its names:
the tests of a changed constant are those that run a line on which its name stands, or the name of what is made of it.
"""

import ast
import json
import sys
import time
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.mutants.mutant import BLOCKS, FUNCTIONS, Place, bound

PROGRAM = "ipsu_cli"
STARTS_A_PROCESS = {"subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.exec"}


class Reach(NamedTuple):
    """`tests` with the seconds that they compute, and `failed` of them; `left_out` are those that start a process.

    `lines`: for each file and line the tests (by their places in `tests`) that run it.
    """

    tests: list[tuple[str, float]]
    failed: list[str]
    left_out: list[str]
    lines: dict[str, dict[int, list[int]]]

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(self._asdict()), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Reach":
        table = json.loads(path.read_text(encoding="utf-8"))
        lines = {file: {int(line): tests for line, tests in own.items()} for file, own in table["lines"].items()}
        return cls([(name, seconds) for name, seconds in table["tests"]], table["failed"], table["left_out"], lines)

    def of(self, file: str, first: int, last: int) -> set[int]:
        """The tests that run a line from `first` to `last`."""
        own = self.lines.get(file, {})
        return {test for line in range(first, last + 1) for test in own.get(line, ())}


class Watch:
    """A plugin of pytest: notes for each test the lines it runs, the seconds it computes, whether it starts a process.

    What a fixture for many tests runs is noted for all tests that ask for it. Of the files, every `of`-th is run, from
    the `n`-th on, so that several can watch at a time.
    """

    def __init__(self, root: Path, n: int = 0, of: int = 1) -> None:
        self.root, self.n, self.of = root, n, of
        self.coverage = import_module("coverage").Coverage(
            data_file=None, include=[f"{root}/{PROGRAM}/*"], config_file=False
        )
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []
        self.fixtures: dict[str, tuple[str, ...]] = {}
        self.starters: set[str] = set()
        self._context = ""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: Any) -> None:
        if event in STARTS_A_PROCESS:
            self.starters.add(self._context)

    def _switch(self, context: str) -> str:
        before, self._context = self._context, context
        self.coverage.switch_context(context)
        return before

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        files = {path: place for place, path in enumerate(dict.fromkeys(item.path for item in items))}
        items[:] = [item for item in items if files[item.path] % self.of == self.n]

    def pytest_collection_finish(self) -> None:
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        forget_what_was_calculated()
        self._switch(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - began
            self._switch("")
            self.fixtures[item.nodeid] = tuple(getattr(item, "fixturenames", ()))

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        before = self._switch(f"fixture {fixturedef.argname}")
        try:
            return (yield)
        finally:
            self._switch(before)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def reach(self) -> Reach:
        """What was noted."""
        self.coverage.stop()
        left_out = [test for test, names in self.fixtures.items() if self._starts_a_process(test, names)]
        tests = [test for test in self.fixtures if test not in set(left_out)]
        failed = [test for test in self.failed if test not in set(left_out)]
        lines = {file: own for file, own in self._lines(tests) if own}
        return Reach([(test, self.seconds[test]) for test in tests], failed, left_out, lines)

    def _starts_a_process(self, test: str, fixtures: tuple[str, ...]) -> bool:
        return bool(self.starters & {test, *(f"fixture {name}" for name in fixtures)})

    def _lines(self, tests: list[str]) -> Iterator[tuple[str, dict[int, list[int]]]]:
        of_context: dict[str, list[int]] = {test: [place] for place, test in enumerate(tests)}
        for place, test in enumerate(tests):
            for name in self.fixtures[test]:
                of_context.setdefault(f"fixture {name}", []).append(place)
        data = self.coverage.get_data()
        for file in data.measured_files():
            contexts = data.contexts_by_lineno(file)
            yield (
                Path(file).relative_to(self.root).as_posix(),
                {
                    line: sorted({place for name in names for place in of_context.get(name, ())})
                    for line, names in contexts.items()
                },
            )


def joined(parts: Sequence[Reach]) -> Reach:
    """What several have watched."""
    tests = [test for part in parts for test in part.tests]
    lines: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    first = 0
    for part in parts:
        for file, own in part.lines.items():
            for line, places in own.items():
                lines[file][line] += [first + place for place in places]
        first += len(part.tests)
    failed = [test for part in parts for test in part.failed]
    left_out = [test for part in parts for test in part.left_out]
    return Reach(tests, failed, left_out, {file: dict(own) for file, own in lines.items()})


def forget_what_was_calculated() -> None:
    """Empty the caches of the program's functions, so that each test runs the lines it needs itself."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == PROGRAM:
            for value in list(vars(module).values()):
                if clear := getattr(value, "cache_clear", None):
                    clear()


# Names


class Names:
    """Where in the program each name stands, in functions and in what is made when a module is loaded."""

    def __init__(self, root: Path) -> None:
        self.used: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        self.makes: defaultdict[str, set[str]] = defaultdict(set)
        for path in sorted((root / PROGRAM).rglob("*.py")):
            self._note(path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")), ())

    def _note(self, file: str, node: ast.AST, outer: tuple[str, ...]) -> None:
        for statement in (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)):
            if isinstance(statement, FUNCTIONS):
                self._note_function(file, statement)
            elif isinstance(statement, ast.ClassDef):
                self._note(file, statement, (*outer, statement.name))
            else:
                for name in _names_in(statement):
                    self.makes[name] |= {*bound(statement), *outer}

    def _note_function(self, file: str, function: ast.stmt) -> None:
        for name in _names_in(*getattr(function, "decorator_list", ()), getattr(function, "args", function)):
            self.used[name].append((file, function.lineno, function.end_lineno or 0))
        for statement in (block for block in ast.walk(function) if isinstance(block, BLOCKS) and block is not function):
            parts = [part for part in ast.iter_child_nodes(statement) if not isinstance(part, BLOCKS)]
            last = max((getattr(part, "end_lineno", 0) for part in parts), default=0)
            for name in _names_in(*parts):
                self.used[name].append((file, getattr(statement, "lineno", last), last))

    def places(self, names: Iterable[str]) -> list[tuple[str, int, int]]:
        """The lines of the functions that use one of the names, or something made of one."""
        waiting, known = list(names), set(names)
        while waiting:
            new = self.makes[waiting.pop()] - known
            known |= new
            waiting += new
        return [place for name in sorted(known) for place in self.used[name]]


def _names_in(*nodes: ast.AST) -> set[str]:
    found = {inner for node in nodes for inner in ast.walk(node)}
    return {name.id for name in found if isinstance(name, ast.Name)} | {
        attribute.attr for attribute in found if isinstance(attribute, ast.Attribute)
    }


def tests_of(reach: Reach, names: Names, file: str, place: Place) -> list[int]:
    """The tests that a change in this place can make fail; those of the whole file if none is known to run it."""
    found = reach.of(file, place.first, place.last)
    for other, first, last in names.places(place.names):
        found |= reach.of(other, first, last)
    return sorted(found or reach.of(file, 1, 10**6 if reach.lines.get(file) else 0))


def breadth(reach: Reach) -> Mapping[int, int]:
    """How many lines each test runs: the fewer, the more it is about just these."""
    counted: defaultdict[int, int] = defaultdict(int)
    for own in reach.lines.values():
        for tests in own.values():
            for test in tests:
                counted[test] += 1
    return counted

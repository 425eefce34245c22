"""The checks themselves: the same wherever they run and whatever the clock says, and of the package that is shipped."""

import ast
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.__main__ import ROOT, WRITING, steps_of

TESTS = ROOT / "tests"
# What a test is timed by, and what it would read the machine's day from. A benchmark measures; it is no test.
CLOCKS = (".today", ".now", ".utcnow", ".monotonic", ".perf_counter", ".process_time", ".time.time")
OF_A_PROFILE = {"deadline", "suppress_health_check", "derandomize"}


@pytest.fixture(scope="module")
def settled() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def of_their_own(path: Path) -> list[str]:
    """What a file gives a property that is for the profile to give."""
    found = [call for call in calls(path) if ast.unparse(call.func).endswith("settings")]
    return [
        f"{path.name}:{call.lineno} {word.arg}" for call in found for word in call.keywords if word.arg in OF_A_PROFILE
    ]


def clocks(path: Path) -> list[str]:
    """The calls that ask what the time is."""
    named = [(call.lineno, ast.unparse(call.func)) for call in calls(path)]
    return [f"{path.name}:{line} {name}" for line, name in named if f".{name}".endswith(CLOCKS)]


# ---------------------------------------------------------------------------------------------------------
# The clock


def test_no_property_has_a_deadline() -> None:
    assert settings.default is not None
    assert (None, True) == (settings.default.deadline, settings.default.derandomize)
    assert HealthCheck.too_slow in settings.default.suppress_health_check


def test_a_property_leaves_that_to_the_profile() -> None:
    assert [] == [found for path in sorted(TESTS.rglob("test_*.py")) for found in of_their_own(path)]


def test_no_test_reads_the_clock() -> None:
    assert [] == [found for path in sorted(TESTS.rglob("test_*.py")) for found in clocks(path)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("@settings(deadline=200)\ndef test_x(): ...", ["x.py:1 deadline"]),
        ("@hypothesis.settings(max_examples=3, deadline=None)\ndef test_x(): ...", ["x.py:1 deadline"]),
        ("@settings(max_examples=3)\ndef test_x(): ...", []),
        ("dt.date.today()", ["x.py:1 dt.date.today"]),
        ("time.time() < 2", ["x.py:1 time.time"]),
        ("now(UTC)", ["x.py:1 now"]),
        ("time.sleep(1)", []),
    ],
)
def test_what_asks_the_clock_is_found(tmp_path: Path, source: str, found: list[str]) -> None:
    path = tmp_path / "x.py"
    path.write_text(source, encoding="utf-8")
    assert found == of_their_own(path) + clocks(path)


# ---------------------------------------------------------------------------------------------------------
# The same checks everywhere


def test_what_runs_before_a_commit_is_what_a_developer_runs() -> None:
    pytest.importorskip("xdist")  # without it the tests run one at a time
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    named = re.findall(r"(?m)^ +- id: (.+)\n +name: (.+)\n +language: system\n +entry: python -m (.+)$", hooks)
    assert [(name, name, " ".join(command)) for name, command in steps_of("all", [])] == named
    assert ["local"] == re.findall(r"- repo: (.+)", hooks)


def test_every_test_that_writes_is_run_by_update() -> None:
    asking = "os.environ.get('IPSU_UPDATE')"
    found = [path for path in TESTS.rglob("*.py") if asking in map(ast.unparse, calls(path))]
    assert sorted(WRITING) == sorted(path.relative_to(ROOT).as_posix() for path in found)


def test_the_tests_are_checked_for_types_as_the_program_is(settled: dict[str, Any]) -> None:
    mypy = settled["tool"]["mypy"]
    assert (True, ["ipsu_cli", "tests"]) == (mypy["strict"], mypy["files"])


def test_the_versions_of_python_are_the_same_wherever_they_are_stated(settled: dict[str, Any]) -> None:
    project = settled["project"]
    minors = [int(found) for found in re.findall(r"Python :: 3\.(\d+)", "\n".join(project["classifiers"]))]
    assert list(range(minors[0], minors[-1] + 1)) == minors
    assert f">=3.{minors[0]}" == project["requires-python"]
    for name, to in (("README.md", "till"), ("README.en.md", "to")):
        assert f"Python 3.{minors[0]} {to} 3.{minors[-1]}" in (ROOT / name).read_text(encoding="utf-8")


# ---------------------------------------------------------------------------------------------------------
# The package


def test_the_wheel_has_the_types_the_pages_and_the_samples_and_no_test(tmp_path: Path) -> None:
    wheels = pytest.importorskip("hatchling.builders.wheel")
    [built] = wheels.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as wheel:
        names = set(wheel.namelist())
    for folder in ("ipsu_cli", "sample_data"):
        inside = "" if folder == "ipsu_cli" else "ipsu_cli/"
        kept = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        assert set() == {inside + path.relative_to(ROOT).as_posix() for path in kept} - names
    assert "ipsu_cli/py.typed" in names
    assert {"ipsu_cli"} == {name.partition("/")[0] for name in names if ".dist-info/" not in name}

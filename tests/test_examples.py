"""The examples in the docstrings of the program say what it does."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent / "ipsu_cli"
SHOWING = [path for path in sorted(HOUSE.rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_the_examples_in_the_code_hold(path: Path) -> None:
    name = ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)
    found = doctest.testmod(import_module(name.removesuffix(".__init__")))
    assert (0, True) == (found.failed, found.attempted > 0)

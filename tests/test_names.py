"""A thing has one name: the words that are typed name the file, a class's name stands for one class, and a variable is
named by the noun of what it holds."""

import ast
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.program import ROOT
from tests.test_architecture import MODULES, imports, source_of
from tests.test_texts import COMMANDS

# What says nothing of what it holds.
NO_NOUNS = frozenset({"each", "said"})
# A released step of the schema keeps its text (tests/store/released.toml).
RELEASED = "ipsu_cli/store/migrations/m001_the_office.py"


def function_of(command: Any) -> Callable[..., Any]:
    """What is written for a command; a report's function is called by the one that reads its options."""
    written = inspect.unwrap(command.callback)
    inner: Callable[..., Any] = inspect.getclosurevars(written).nonlocals.get("function", written)
    return inner


def leads_to(function: Callable[..., Any]) -> set[str]:
    """The flows and reports that a command's function imports, and those at the top of its module."""
    module = function.__module__.removeprefix("ipsu_cli.")
    top = [node for node in ast.parse(source_of(module)).body if not isinstance(node, ast.FunctionDef)]
    own = ast.parse(inspect.cleandoc("\n" + inspect.getsource(function)))
    names = [name.split(".") for tree in (*top, own) for node in ast.walk(tree) for name, _ in imports(module, node)]
    return {name[2] for name in names if name[:1] == ["ipsu_cli"] and name[1] in ("flows", "reports") and len(name) > 2}


@pytest.mark.parametrize("typed", [path for path, command in COMMANDS.items() if not hasattr(command, "commands")])
def test_a_command_leads_to_a_file_named_by_its_words(typed: str) -> None:
    arguments = {param.name for param in COMMANDS[typed].params if param.param_type_name == "argument"}
    function = function_of(COMMANDS[typed])
    words = {*typed.replace("-", " ").split(), *arguments, function.__name__}
    files = leads_to(function)
    assert any(set(file.strip("_").split("_")) <= words for file in files), files


def classes_in(module: str) -> Iterator[str]:
    """The classes of a module, and the types that it gives a name."""
    for node in ast.walk(tree := ast.parse(source_of(module))):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Name) and not target.id.isupper():
            yield target.id


def test_a_class_name_stands_for_one_class() -> None:
    homes = [(name, module) for module in MODULES for name in classes_in(module) if name[:1].isupper()]
    of_each = {name: [module for other, module in homes if other == name] for name, _ in homes}
    assert {} == {name: modules for name, modules in of_each.items() if len(modules) > 1}


def variables_in(source: str) -> Iterator[tuple[int, str]]:
    """What is given a name in a text, with its line: by a loop, an assignment or a parameter."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg


def without_noun(source: str) -> list[int]:
    """The lines where a variable has a name that says nothing."""
    return sorted(line for line, name in variables_in(source) if name in NO_NOUNS)


def test_a_variable_is_named_by_a_noun() -> None:
    paths = [path for folder in ("ipsu_cli", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
    lines = {path.relative_to(ROOT).as_posix(): without_noun(path.read_text(encoding="utf-8")) for path in paths}
    assert [RELEASED] == [name for name, found in lines.items() if found]


@pytest.mark.parametrize(
    "source",
    [
        "for each in rows:\n    print(each)",
        "found = [n for n, each in enumerate(rows)]",
        "rows.sort(key=lambda each: each.day)",
        "def shape(each): ...",
        "if each := rows.pop(): ...",
        "each = rows[0]",
    ],
)
def test_a_variable_without_a_noun_is_found(source: str) -> None:
    assert [1] == without_noun(source)
    assert [] == without_noun(source.replace("each", "row"))

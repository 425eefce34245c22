"""A thing has one name: the words that are typed name the file, and a class's name stands for one class."""

import ast
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.test_architecture import MODULES, imports, source_of
from tests.test_texts import COMMANDS


def function_of(command: Any) -> Callable[..., Any]:
    """What is written for a command; a report's function is called by the one that reads its options."""
    written = inspect.unwrap(command.callback)
    inner: Callable[..., Any] = inspect.getclosurevars(written).nonlocals.get("work", written)
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
    words = {*typed.replace("-", " ").split(), *arguments}
    files = leads_to(function_of(COMMANDS[typed]))
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

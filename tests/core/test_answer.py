"""An answer says what it carries, so that JSON, the screen and a workbook have one list of what there is."""

import ast
from collections.abc import Iterator

import pytest

from tests.test_architecture import MODULES, source_of

# What says no more than that it is JSON.
NO_RECORD = ("Any", "JSON", "JsonObject", "object", "dict")


def bare_answers(source: str) -> Iterator[str]:
    """The functions that return an `Answer` of no record."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.returns and is_bare(node.returns):
            yield f"{node.name}, line {node.lineno}"


def is_bare(returned: ast.expr) -> bool:
    """Does an annotation have an `Answer` without a record?"""
    inside = list(ast.walk(returned))
    with_payload = [node for node in inside if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Answer"]
    named = [node for node in inside if isinstance(node, ast.Name) and node.id == "Answer"]
    plain = [node for node in with_payload if ast.unparse(node.slice).startswith(NO_RECORD)]
    return len(named) > len(with_payload) or bool(plain)


@pytest.mark.parametrize(
    ("returned", "bare"),
    [
        ("Answer", True),
        ("Answer[JsonObject]", True),
        ("Answer[dict[str, Any]]", True),
        ("tuple[Invoice, Answer]", True),
        ("Answer[Invoices]", False),
        ("tuple[Invoice, Answer[Invoices]]", False),
        ("Answers", False),
    ],
)
def test_an_answer_of_no_record_is_found(returned: str, bare: bool) -> None:
    assert bare == bool(list(bare_answers(f"def ask() -> {returned}: ...")))


def test_every_answer_is_of_a_record() -> None:
    asked = [module for module in MODULES if module.startswith(("flows.", "reports."))]
    assert [] == [f"{module}: {name}" for module in asked for name in bare_answers(source_of(module))]

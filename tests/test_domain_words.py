"""The words of the domain stand in the domain: which services, systems and types of documents there are is said in
`rules/services` and `rules/systems` (and, for people, in `locale`); all other code asks for what they are."""

import ast
import re
from collections.abc import Iterator

import pytest

from ipsu_cli.core import registry
from ipsu_cli.core.role import Role
from ipsu_cli.rules import services
from tests.test_architecture import MODULES, source_of, within

HOMES = ("rules.services", "rules.systems", "locale")
TYPES = frozenset(kind.type for kind in services.all_documents())
AGREED = frozenset(services.service(code).agreement for code in services.codes())
WORDS = TYPES | AGREED | {*registry.services(), *registry.systems()}
# A word as a whole: `gp_on_time`, `pr.not-filed` and `pr-due-day` are names of other things.
LISTED = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
WORD = re.compile(rf"(?<![\w.-])(?:{LISTED})(?![\w.-])")
# The program has the name of a service. It stands before the words of a command; a whole text it is only where the
# program signs with it.
PROGRAM = "ipsu"
SIGNED = frozenset({"parser", "store.migrate", "write.xlsx"})
# Those that may, each with its reason.
EXCEPTIONS = {
    "flows.demo": "the folder of the sample data has the name of the service that it is of",
    "usage": "an example of what is typed for a value",
}


def constants(source: str) -> Iterator[tuple[int, str]]:
    """The texts of a module with their lines, without its docstrings."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    places = [node for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node) is not None]
    docs = {id(node.body[0].value) for node in places if isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def words_in(module: str, source: str) -> list[tuple[int, str]]:
    """The words of the domain in a module, with their lines."""
    return [
        (line, word)
        for line, text in constants(source)
        for word in WORD.findall(text)
        if word != PROGRAM or f"'{PROGRAM}'" in text or (text == PROGRAM and module not in SIGNED)
    ]


def test_no_word_of_the_domain_stands_outside_its_home() -> None:
    elsewhere = {
        module: words
        for module in MODULES
        if not within(module, (*HOMES, *EXCEPTIONS)) and (words := words_in(module, source_of(module)))
    }
    assert {} == elsewhere


@pytest.mark.parametrize(
    "source",
    [
        'documents.of_case(store, case.id, "gp")',
        "OVERDUE = \"SELECT 1 FROM documents WHERE type IN ('r2', 'x')\"",
        'command = f"ipsu document submit {case} pr --period {month}"',
        'if agreement.service == "ipsu": pass',
        'SYSTEMS = ("ka-webb",)',
    ],
)
def test_such_a_word_is_found(source: str) -> None:
    assert words_in("reports.case", source)


@pytest.mark.parametrize("source", ['"""Files a gp."""', 'code = "gp_on_time"', '"pr.not-filed"', 'f"ipsu todo {x}"'])
def test_what_only_looks_like_one_is_let_be(source: str) -> None:
    assert [] == words_in("reports.case", source)


def test_every_exception_is_needed() -> None:
    assert [] == [module for module in EXCEPTIONS if not words_in(module, source_of(module))]


def test_a_type_has_one_role_wherever_it_is() -> None:
    roles: dict[str, set[Role]] = {}
    for kind in services.all_documents():
        roles.setdefault(kind.type, set()).add(kind.role)
    assert [] == [type for type, found in roles.items() if len(found) > 1]


def test_a_service_has_one_document_for_each_role_but_the_results() -> None:
    for code in services.codes():
        for system in (None, *services.service(code).systems):
            roles = [kind.role for kind in services.documents(code, system) if kind.role is not Role.OTHER]
            assert len(roles) == len(set(roles)), (code, system)

"""The changes to a Python file: comparisons, `and` and `or`, `not`, arithmetic, whole numbers, True and False, SQL.

What is not changed: texts (but for SQL in the store), annotations, docstrings, `__all__` and `__slots__`, what is for
type checkers alone, and `assert`, which only says what is always true.
"""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutants import sql

COMPARISONS: dict[type[ast.cmpop], tuple[str, type[ast.cmpop]]] = {
    ast.Lt: ("<", ast.LtE), ast.LtE: ("<=", ast.Lt), ast.Gt: (">", ast.GtE), ast.GtE: (">=", ast.Gt),
    ast.Eq: ("==", ast.NotEq), ast.NotEq: ("!=", ast.Eq), ast.Is: ("is", ast.IsNot), ast.IsNot: ("is not", ast.Is),
    ast.In: ("in", ast.NotIn), ast.NotIn: ("not in", ast.In),
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], tuple[str, type[ast.operator]]] = {
    ast.Add: ("+", ast.Sub), ast.Sub: ("-", ast.Add), ast.Mult: ("*", ast.FloorDiv), ast.FloorDiv: ("//", ast.Mult),
    ast.Mod: ("%", ast.FloorDiv),  ast.BitOr: ("|", ast.BitAnd), ast.BitAnd: ("&", ast.BitOr),
}  # fmt: skip
UNCHANGED_NAMES = {"__all__", "__slots__"}
BLOCKS = (ast.stmt, ast.excepthandler, ast.match_case)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
ANNOTATIONS = {"annotation", "returns", "type_params"}


class Place(NamedTuple):
    """The lines that run what is changed; at the top of a module also the names that what is made there goes by."""

    first: int
    last: int
    names: tuple[str, ...] = ()


class Mutant(NamedTuple):
    """One change in one place, the `number`-th of its file. `apply` makes it in `tree`, for good."""

    number: int
    path: str
    line: int
    column: int
    change: str
    place: Place
    tree: ast.Module
    apply: Callable[[], None]

    @property
    def name(self) -> str:
        """`ipsu_cli/core/dates.py:31: < to <=`."""
        return f"{self.path}:{self.line}: {self.change}"


class _Change(NamedTuple):
    line: int
    column: int
    change: str
    apply: Callable[[], None]


def mutants(path: Path, root: Path) -> list[Mutant]:
    """Every mutant of the file, in the order of its lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(root).as_posix()
    changes = [(change, place) for node, place in _nodes(tree) for change in _changes(node, "/store/" in name)]
    ordered = sorted(changes, key=lambda pair: pair[0][:3])
    return [
        Mutant(number, name, change.line, change.column, change.change, place, tree, change.apply)
        for number, (change, place) in enumerate(ordered)
    ]


def changed_line(mutant: Mutant, root: Path) -> str:
    """The line after the change, as `ast` writes it; of SQL in a text, the part of it around the change."""
    fresh = mutants(root / mutant.path, root)[mutant.number]
    before = ast.unparse(fresh.tree).splitlines()
    fresh.apply()
    was, now = next(
        pair for pair in zip(before, ast.unparse(fresh.tree).splitlines(), strict=True) if pair[0] != pair[1]
    )
    if r"\n" not in now:
        return now.strip()
    first = next(place for place, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1])
    start, end = now.rfind(r"\n", 0, first), now.find(r"\n", first)
    return now[start + 2 if start >= 0 else 0 : end if end >= 0 else None].strip()


# The nodes that are changed, each with its place


def _nodes(module: ast.Module) -> Iterator[tuple[ast.AST, Place]]:
    for statement in module.body:
        yield from _of_top(statement, ())


def _of_top(statement: ast.stmt, names: tuple[str, ...]) -> Iterator[tuple[ast.AST, Place]]:
    """What is in a statement that runs when the module is loaded; `names` are those of the classes around it."""
    if _is_left_alone(statement):
        return
    if isinstance(statement, FUNCTIONS):
        yield from _of_function(statement, names)
    elif isinstance(statement, ast.ClassDef):
        for inner in statement.body:
            yield from _of_top(inner, (*names, statement.name))
    else:
        place = Place(statement.lineno, statement.end_lineno or 0, (*names, *bound(statement)))
        yield from ((node, place) for node in _within(statement))


def _of_function(function: ast.FunctionDef | ast.AsyncFunctionDef, names: tuple[str, ...]) -> Iterator[Any]:
    """Its decorators and defaults run with the module, its body when it is called."""
    heads = [*function.decorator_list, *function.args.defaults, *filter(None, function.args.kw_defaults)]
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    whole = Place(first, function.end_lineno or 0, (*names, function.name))
    yield from ((node, whole) for head in heads for node in _within(head))
    for statement in function.body:
        yield from _of_body(statement)


def _of_body(statement: ast.AST) -> Iterator[tuple[ast.AST, Place]]:
    """What is in a statement of a function, and in the statements in it."""
    if _is_left_alone(statement):
        return
    parts = [part for part in ast.iter_child_nodes(statement) if not isinstance(part, BLOCKS)]
    first = getattr(statement, "lineno", 0)
    place = Place(first, max((getattr(part, "end_lineno", 0) for part in parts), default=first))
    yield from ((node, place) for node in _within(statement))
    for inner in ast.iter_child_nodes(statement):
        if isinstance(inner, BLOCKS):
            yield from _of_body(inner)


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is in it, without the statements in it and without annotations. A text with values in it is
    one node."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ANNOTATIONS or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, BLOCKS):
                yield from _within(child)
    if isinstance(node, ast.JoinedStr):
        yield from (
            inner for part in node.values if isinstance(part, ast.FormattedValue) for inner in _within(part.value)
        )


def _is_left_alone(statement: ast.AST) -> bool:
    docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    for_types = isinstance(statement, ast.If) and ast.unparse(statement.test).endswith("TYPE_CHECKING")
    listed = isinstance(statement, ast.stmt) and bool(UNCHANGED_NAMES & set(bound(statement)))
    return docstring or for_types or listed or isinstance(statement, ast.Assert)


def bound(statement: ast.stmt) -> list[str]:
    """The names that a statement gives a value."""
    if isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        return [statement.name]
    return [node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


# The changes of one node


def _changes(node: ast.AST, with_sql: bool) -> Iterator[_Change]:
    if isinstance(node, ast.Constant):
        yield from _of_constant(node, with_sql)
    elif isinstance(node, ast.JoinedStr) and with_sql:
        yield from _of_sql([part for part in node.values if isinstance(part, ast.Constant)], node)
    elif isinstance(node, ast.expr | ast.AugAssign):
        for was, now, apply in _of_operator(node):
            yield _Change(node.lineno, node.col_offset, f"{was} to {now}", apply)


def _of_constant(node: ast.Constant, with_sql: bool) -> Iterator[_Change]:
    value = node.value
    if isinstance(value, str) and with_sql:
        yield from _of_sql([node], node)
    if isinstance(value, bool | int):
        for now in (not value,) if isinstance(value, bool) else (value + 1, value - 1):
            yield _Change(node.lineno, node.col_offset, f"{value} to {now}", partial(setattr, node, "value", now))


def _of_operator(node: ast.expr | ast.AugAssign) -> Iterator[tuple[str, str, Callable[[], None]]]:
    if isinstance(node, ast.Compare):
        for place, comparison in enumerate(node.ops):
            was, other = COMPARISONS[type(comparison)]
            yield was, COMPARISONS[other][0], partial(node.ops.__setitem__, place, other())
    elif isinstance(node, ast.BoolOp):
        was, now = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        yield was, now, partial(setattr, node, "op", ast.Or() if was == "and" else ast.And())
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in ARITHMETIC:
        was, operator = ARITHMETIC[type(node.op)]
        yield was, ARITHMETIC[operator][0], partial(setattr, node, "op", operator())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", "nothing", partial(setattr, node, "operand", ast.UnaryOp(ast.Not(), node.operand))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "-", "+", partial(setattr, node, "op", ast.UAdd())


def _of_sql(pieces: list[ast.Constant], whole: ast.expr) -> Iterator[_Change]:
    """The changes to SQL that stands in one text, or in the pieces between the values in it."""
    line = whole.lineno
    for piece in pieces:
        text = str(piece.value)
        for edit in sql.edits(text):
            was, now = text[edit.start : edit.end], edit.now
            at = line + text.count("\n", 0, edit.start)
            change = f"{was} to {now or 'nothing'}"
            yield _Change(at, edit.start, change, partial(setattr, piece, "value", edit.made_in(text)))
        line += text.count("\n")

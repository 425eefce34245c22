"""Who may import whom, what loads late, and what is written nowhere."""

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent / "ipsu_cli"

# A package, and those of ours that it may import.
LAYERS: dict[str, set[str]] = {
    "core": set(),
    "locale": {"core"},
    "rules": {"core"},
    "store": {"core"},
    "read": {"core", "locale"},
    "write": {"core", "locale"},
    "validation": {"core", "rules"},
    "office": {"core", "store", "locale"},
    "flows": {"core", "rules", "validation", "store", "read", "reports", "office", "locale"},
    "reports": {"core", "rules", "validation", "store", "office", "locale"},
    "unlocking": {"core", "locale", "office"},
    "commands": {"core", "flows", "reports", "read", "write", "locale", "office", "unlocking"},
    "help_page": {"core", "office", "locale"},
    "usage": {"core", "help_page"},
    "parser": {"core", "office", "help_page", "usage"},
    "completing": {"core", "locale", "office", "help_page", "parser"},
    "app": {"core", "office", "locale", "write", "reports", "parser", "completing", "unlocking", "usage"},
    "__init__": set(),
    "__main__": {"core", "app"},
}
# What is loaded by its name alone, so that a run loads only the command that it needs.
BY_NAME: dict[str, set[str]] = {"parser": {"commands"}, "help_page": {"commands"}, "completing": {"reports"}}
# What others have written; whoever is not here has the standard library alone.
OUTSIDE: dict[str, set[str]] = {
    # _sha2 and _sha256 are the standard library's own; typing_extensions is for a type checker, and never loaded.
    "core": {"dateutil", "_sha2", "_sha256", "typing_extensions"},
    "store": {"sqlcipher3", "sqlite_utils"},
    "read": {"openpyxl", "defusedxml", "pyrage"},
    "write": {"datasette", "openpyxl", "pyarrow", "pyrage", "rich", "typst", "uvicorn"},
    "commands": {"typer"},
    "parser": {"typer"},
    "unlocking": {"keyring"},
}
# Of the standard library, what has a home, and what has none: nothing ever uses the network.
AT_HOME: dict[str, set[str]] = {
    "sqlite3": {"store", "office", "flows", "reports"},  # SQL stands in the store alone; a row may pass through these
    "socket": set(),
    "ssl": set(),
    "http": set(),
    "ftplib": set(),
    "smtplib": set(),
}
HEAVY = {
    "datasette",
    "uvicorn",
    "openpyxl",
    "rich",
    "sqlite_utils",
    "dateutil",
    "pydantic",
    "holidays",
    "defusedxml",
    "typst",
    "pyarrow",
    "pyrage",
    "keyring",
}
NO_ROOM = {"utils", "helpers", "common", "misc", "manager"}

# Modules where a number is never a float, and those among them that are let off, each with its reason.
EXACT = ("core.money", "core.hours", "rules", "store", "flows")
FLOATS_ALLOWED: dict[str, str] = {}

MOST_LINES = 300
LONG_ALLOWED: dict[str, str] = {
    "store.migrations.m001_the_office": "the first schema is one page to read, and a released step never changes",
    "locale.sv": "a list of texts",
    "locale.en": "a list of texts",
}

DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")


def name_of(path: Path) -> str:
    """`ipsu_cli/rules/model.py` is `rules.model`; a package's own module ends in `__init__`."""
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts)


MODULES = {name_of(path): path for path in sorted(HOUSE.rglob("*.py"))}


def source_of(module: str) -> str:
    return MODULES[module].read_text(encoding="utf-8")


def wrong_in(find: Callable[[str], object], modules: Iterable[str]) -> dict[str, object]:
    """What `find` finds in the sources of `modules`, by module; nothing for what is right."""
    return {module: wrong for module in modules if (wrong := find(source_of(module)))}


def within(module: str, places: tuple[str, ...]) -> bool:
    """Is the module one of `places` or inside one?"""
    return any(f"{module}.".startswith(f"{place}.") for place in places)


# Imports


def imports(module: str, node: ast.AST) -> Iterator[tuple[str, bool]]:
    """The full names that a node imports, and whether that is by name (`import_module("…")`)."""
    if isinstance(node, ast.Import):
        yield from ((alias.name, False) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        here = ["ipsu_cli", *module.split(".")]
        base = ".".join([*here[: -node.level], *filter(None, [node.module])]) if node.level else node.module or ""
        ours = base.partition(".")[0] == "ipsu_cli"
        several = [f"{base}.{alias.name}" for alias in node.names] if ours else [base]
        yield from ((name, False) for name in several)
    elif isinstance(node, ast.Call) and called(node).endswith(("import_module", "__import__")) and node.args:
        yield text_of(node.args[0]), True


def called(node: ast.Call) -> str:
    return ast.unparse(node.func)


def text_of(node: ast.AST) -> str:
    """The text of a constant or of an f-string, whose values are written `x`."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) for part in node.values)
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "x"


def layer_of(module: str) -> str:
    return module.partition(".")[0]


def fault(module: str, name: str, by_name: bool) -> str | None:
    """What is wrong with the import of `name`, or None."""
    layer, (top, _, rest) = layer_of(module), name.partition(".")
    if top == "ipsu_cli":
        below = layer_of(rest)
        bare = by_name or name == f"ipsu_cli.{below}"  # a package, to list what is in it, loads no more than a name
        allowed = {layer, "", "__version__"} | LAYERS[layer] | (BY_NAME.get(layer, set()) if bare else set())
        return None if below in allowed else f"{module} imports {name}: {layer} may not import {below}"
    if top in sys.stdlib_module_names or (by_name and top == "x"):
        homes = AT_HOME.get(top, {layer})
        return None if layer in homes else f"{module} imports {name}, whose home is {sorted(homes)}"
    return None if top in OUTSIDE.get(layer, set()) else f"{module} imports {name}, which {layer} may not"


def broken_imports(module: str, source: str) -> list[str]:
    """The imports in `source`, also those inside functions, that the layers forbid to `module`."""
    if layer_of(module) not in LAYERS:
        return [f"{module} lies in no layer: lay it in one, or add it to LAYERS"]
    found = [name for node in ast.walk(ast.parse(source)) for name in imports(module, node)]
    return [wrong for name, by_name in found if (wrong := fault(module, name, by_name))]


def test_a_layer_imports_only_what_lies_below() -> None:
    assert [] == [wrong for module in MODULES for wrong in broken_imports(module, source_of(module))]


def test_no_module_imports_itself_by_way_of_another() -> None:
    """Also inside functions: a circle says that something stands in the wrong place."""
    below = {module: {_module(name) for name in imported_by(module)} - {module, ""} for module in MODULES}
    while done := {module for module, others in below.items() if not others & below.keys()}:
        below = {module: others for module, others in below.items() if module not in done}
    assert {} == below


def imported_by(module: str) -> list[str]:
    nodes = ast.walk(ast.parse(source_of(module)))
    return [name for node in nodes for name, by_name in imports(module, node) if not by_name]


def _module(name: str) -> str:
    """The module of ours that an imported name is, or is in; empty for what others wrote."""
    rest = name.removeprefix("ipsu_cli.") if name.startswith("ipsu_cli.") else ""
    places = (rest, f"{rest}.__init__", rest.rpartition(".")[0], f"{rest.rpartition('.')[0]}.__init__")
    return next((place for place in places if place in MODULES), "")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("rules.model", "from ipsu_cli.store import Store"),
        ("rules.model", "import ipsu_cli.store.connection"),
        ("rules.model", "from ipsu_cli import store"),
        ("rules.model", "from .. import store"),
        ("rules.model", "from ..store.connection import connect"),
        ("rules.services.ipsu_a", "from ...store import Store"),
        ("rules.__init__", "from ..store import Store"),
        ("rules.model", "def late():\n    from ipsu_cli.store import Store"),
        ("rules.model", "import importlib\nimportlib.import_module('ipsu_cli.store')"),
        ("rules.model", "import_module(f'ipsu_cli.store.{name}')"),
        ("rules.model", "import sqlite3"),
        ("core.dates", "import typer"),
        ("core.dates", "from ipsu_cli.locale import say"),
        ("commands.case", "from ipsu_cli.store.cases import find"),
        ("commands.case", "from ipsu_cli.rules import model"),
        ("reports.month", "from ipsu_cli.write import text"),
        ("flows.deliver", "import typer"),
        ("parser", "from ipsu_cli.commands import case"),
        ("write.xlsx", "from urllib3 import request"),
        ("write.xlsx", "from http.client import HTTPConnection"),
        ("helpful", "import os"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str) -> None:
    assert 1 == len(broken_imports(module, source))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("rules.model", "from .facts import CaseFacts"),
        ("rules.__init__", "from . import model"),
        ("rules.services.ipsu_a", "from ..model import rule"),
        ("rules.services.ipsu_a", "from ...core.case import Case"),
        ("parser", "import_module(f'ipsu_cli.commands.{name}')"),
        ("parser", "from ipsu_cli import commands\niter_modules(commands.__path__)"),
        ("commands.case", "import typer\nfrom ipsu_cli import __version__\nfrom ipsu_cli.office import Office"),
        ("store.migrate", "def late():\n    from sqlite_utils import Database"),
    ],
)
def test_a_right_import_is_left_alone(module: str, source: str) -> None:
    assert [] == broken_imports(module, source)


def at_the_top(source: str) -> Iterator[ast.AST]:
    """What runs when a module is loaded: all but the insides of functions and what is for types alone."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        yield node
        for_types = isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        waiting += [] if for_types or isinstance(node, DEFINES) else list(ast.iter_child_nodes(node))


def loaded_at_the_top(module: str, source: str) -> set[str]:
    """The first names of what is imported when `module` is loaded."""
    return {name.partition(".")[0] for node in at_the_top(source) for name, _ in imports(module, node)}


def test_a_heavy_package_is_loaded_only_when_needed() -> None:
    assert [] == [module for module in MODULES if HEAVY & loaded_at_the_top(module, source_of(module))]


@pytest.mark.parametrize(
    "source",
    [
        "import openpyxl.styles",
        "from rich.table import Table",
        "try:\n    import sqlite_utils\nexcept ImportError:\n    pass",
        "class Late:\n    from dateutil.easter import easter",
    ],
)
def test_a_heavy_package_at_the_top_is_found(source: str) -> None:
    assert HEAVY & loaded_at_the_top("write.xlsx", source)
    inside = "def late():\n" + "\n".join(f"    {line}" for line in source.splitlines())
    assert set() == HEAVY & loaded_at_the_top("write.xlsx", inside)


def named_tuples_of_typing(source: str) -> list[str]:
    """Where the source imports those that cost ten times as much to declare."""
    taken = [node for node in at_the_top(source) if isinstance(node, ast.ImportFrom) and node.module == "typing"]
    return [f"line {node.lineno}" for node in taken if "NamedTuple" in {alias.name for alias in node.names}]


def test_a_named_tuple_is_one_of_ours() -> None:
    assert ["line 2"] == named_tuples_of_typing("import ast\nfrom typing import Any, NamedTuple\n")
    assert {} == wrong_in(named_tuples_of_typing, MODULES)


@pytest.mark.parametrize("module", ["__init__", "__main__"])
def test_the_doors_load_the_standard_library_alone(module: str) -> None:
    if module in MODULES:
        outside = loaded_at_the_top(module, source_of(module)) - sys.stdlib_module_names
        assert outside <= {"ipsu_cli"}


# What is written where


def texts(source: str) -> Iterator[str]:
    """Every text in the source; a sentence that explains (a docstring) is one too."""
    yield from (text_of(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr | ast.Constant))


def sql_in(source: str) -> list[str]:
    return [text for text in texts(source) if SQL.search(text)]


def is_clock(name: str) -> bool:
    """Is the dotted name one that asks the machine for the day or the time?"""
    return bool(re.search(r"\b(date|datetime)\.(today|now|utcnow)$|\btime\.(time|time_ns|localtime|gmtime)$", name))


def clocks_in(source: str) -> list[str]:
    """Where the source asks the machine's clock."""
    tree = ast.parse(source)
    asked = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    named = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    return [name for name in (*asked, *named) if is_clock(name)]


def floats_in(source: str) -> list[str]:
    """Where the source makes a float."""
    nodes = list(ast.walk(ast.parse(source)))
    made = [node for node in nodes if isinstance(node, ast.Call) and called(node) == "float"]
    written = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    return [f"line {node.lineno}: {ast.unparse(node)}" for node in (*made, *written)]


def unsafe_in(source: str) -> list[str]:
    """What the store must not do: each of these ends or goes round the open transaction, or alters the schema."""
    return [wrong for node in ast.walk(ast.parse(source)) for wrong in _unsafe(node)]


def _unsafe(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and node.attr in {"executescript", "transform"}:
        yield node.attr
    if isinstance(node, ast.With):
        opened = [ast.unparse(item.context_expr) for item in node.items]
        yield from (f"with {name}" for name in opened if name.split(".")[-1] == "conn")
    if isinstance(node, ast.keyword) and node.arg == "alter" and ast.unparse(node.value) == "True":
        yield "alter=True"


def test_sql_stands_in_the_store_alone() -> None:
    """But for the help, which shows people what they can ask."""
    assert {} == wrong_in(sql_in, (module for module in MODULES if not within(module, ("store", "locale"))))


def test_the_office_alone_asks_the_clock() -> None:
    assert {} == wrong_in(clocks_in, (module for module in MODULES if module != "office"))


def test_hours_and_money_are_never_floats() -> None:
    found = wrong_in(floats_in, (module for module in MODULES if within(module, EXACT)))
    assert FLOATS_ALLOWED.keys() == found.keys(), found


def test_the_store_keeps_to_its_transaction() -> None:
    assert {} == wrong_in(unsafe_in, (module for module in MODULES if within(module, ("store",))))


def opens_database(source: str) -> list[str]:
    """Where the source opens a database by a module of its own."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [f"line {node.lineno}" for node in calls if called(node) in ("sqlite3.connect", "dbapi2.connect")]


def test_an_office_is_opened_in_one_place() -> None:
    """What is encrypted is opened there as well; the others have databases of their own, which are in no file."""
    own = {"store.driver", "store.query", "store.schema", "store.view_copy"}
    assert own == wrong_in(opens_database, MODULES).keys()


ENCRYPTING = {"store.cipher", "store.encryption"}


def test_what_encrypts_is_loaded_for_an_encrypted_file_alone() -> None:
    assert ["store.cipher"] == [
        module for module in MODULES if "sqlcipher3" in loaded_at_the_top(module, source_of(module))
    ]
    others = MODULES.keys() - ENCRYPTING
    assert [] == [module for module in others for name, _ in _loaded(module) if _module(name) in ENCRYPTING]


def _loaded(module: str) -> list[tuple[str, bool]]:
    """What is imported when the module is."""
    return [found for node in at_the_top(source_of(module)) for found in imports(module, node)]


def test_a_module_is_short_enough_to_read() -> None:
    lines = {
        module: len(source_of(module).splitlines()) for module in MODULES if not within(module, tuple(LONG_ALLOWED))
    }
    assert {} == {module: count for module, count in lines.items() if count > MOST_LINES}


def test_a_module_is_named_for_what_is_in_it() -> None:
    assert [] == [module for module in MODULES if NO_ROOM & set(module.split("."))]


def test_what_is_let_off_is_there() -> None:
    let_off = [*FLOATS_ALLOWED, *LONG_ALLOWED]
    assert let_off == [name for name in let_off if any(within(module, (name,)) for module in MODULES)]


def test_pages_and_data_hold_no_code() -> None:
    assert [] == [module for module in MODULES if within(module, ("docs", "sample_data"))]


@pytest.mark.parametrize(
    ("find", "wrong", "right"),
    [
        (sql_in, "x = 'SELECT id FROM cases'", "x = 'Select a case'"),
        (sql_in, "x = f'UPDATE {table} SET a = 1'", "x = 'UPDATE the case'"),
        (sql_in, "x = f'INSERT INTO {table} VALUES (1)'", "x = 'INSERT'"),
        (sql_in, "x = '''\n  DELETE FROM cases'''", "# SELECT"),
        (clocks_in, "import datetime as dt\nx = dt.date.today()", "x = office.today"),
        (clocks_in, "from datetime import datetime\nx = datetime.now(tz)", "x = clock.now()"),
        (clocks_in, "from time import time\nx = time()", "import time\ntime.sleep(1)"),
        (clocks_in, "import time\nx = time.time()", "x = meeting.time"),
        (floats_in, "x = float('1')", "x = '1.5'"),
        (floats_in, "x = 1.5", "x = 15"),
        (floats_in, "x = 1e3", "x = 1_000"),
        (unsafe_in, "conn.executescript('')", "conn.execute('')"),
        (unsafe_in, "db['cases'].transform(types={})", "transform = 1"),
        (unsafe_in, "with conn:\n    pass", "with connect(path) as conn:\n    pass"),
        (unsafe_in, "with self.conn:\n    pass", "with writing(path):\n    pass"),
        (unsafe_in, "table.insert(row, alter=True)", "table.insert(row, alter=False)"),
    ],
)
def test_what_is_forbidden_is_found(find: Callable[[str], list[str]], wrong: str, right: str) -> None:
    assert find(wrong)
    assert [] == find(right)


# ---------------------------------------------------------------------------------------------------------
# What would break a transaction, or the triggers that keep the past

# `executescript` commits; sqlite-utils' own blocks begin without the lock; `transform` drops triggers.
FORBIDDEN_CALLS = {"atomic", "executescript", "transform"}
FORBIDDEN_WORDS = {"alter"}
# What may stand in the text of a statement: names of tables and columns that the program itself has, never data.
NAMES_IN_SQL = {
    "APPLICATION_ID", "SALT", "STAMP", "columns", "declared", "facts", "found", "id", "index", "key", "listed", "marks",
    "migrations", "name", "names", "old", "pragma", "table", "value", "verb", "view", "watched",
}  # fmt: skip
RUNS_SQL = {"execute", "executemany", "all", "first", "value"}


def unsafe(tree: ast.AST) -> list[str]:
    """What a module does that a transaction does not bear."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.With) and any(_is_connection(item.context_expr) for item in node.items):
            found.append(f"{node.lineno}: with conn")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = node.func.attr
            if called in FORBIDDEN_CALLS or any(word.arg in FORBIDDEN_WORDS for word in node.keywords):
                found.append(f"{node.lineno}: {called}")
            if called in RUNS_SQL and node.args and _names_in(node.args[0]) - NAMES_IN_SQL:
                found.append(f"{node.lineno}: data in a statement")
    return found


def _is_connection(expression: ast.expr) -> bool:
    return getattr(expression, "id", getattr(expression, "attr", "")) in ("conn", "db")


def _names_in(text: ast.expr) -> set[str]:
    """What a text is made of, where it is made on the spot."""
    if not isinstance(text, ast.JoinedStr):
        return set()
    parts = [part.value for part in text.values if isinstance(part, ast.FormattedValue)]
    return {node.id for part in parts for node in ast.walk(part) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("path", MODULES.values(), ids=MODULES)
def test_nothing_leaves_the_transaction_or_writes_data_into_a_statement(path: Path) -> None:
    assert [] == unsafe(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "line",
    [
        "with conn: pass",
        "with store.conn: pass",
        "with db.atomic(): pass",
        "conn.executescript('x')",
        "db['t'].transform()",
        "table.insert(row, alter=True)",
        "conn.execute(f'SELECT {ref}')",
        "store.all(f'SELECT 1 WHERE a = {case.ref}')",
    ],
)
def test_each_of_these_is_noticed(line: str) -> None:
    assert 1 == len(unsafe(ast.parse(line)))

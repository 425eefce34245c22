"""All that people read: the same in both languages, there for everything that is said, and nothing to spare."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from typer.main import get_command

from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.help_page import EVERYWHERE
from ipsu_cli.help_page import WORDS as HELP_WORDS
from ipsu_cli.locale import LANGUAGES, known, message, say, sv
from ipsu_cli.office import Typed
from ipsu_cli.parser import app
from ipsu_cli.read.fields import read_cell
from ipsu_cli.read.kinds import import_kind
from tests.conftest import Program
from tests.program import ROOT

GROUPS = sorted(found.name for found in iter_modules(sv.__path__))
PROBLEMS = {"Refused", "Unreadable", "BadFile", "BadDatabase", "Surroundings", "Problem", "warning", "Fault"}
SAYING = {"Text": "", "say": "", "Column": "column.", "Table": "table.", **dict.fromkeys(PROBLEMS, "problem.")}
NO_FIGURES = {"rule", "command", "details"}


def texts(group: str, lang: str = "sv") -> dict[str, str]:
    found: dict[str, str] = import_module(f"ipsu_cli.locale.{lang}.{group}").TEXT
    return found


def figures(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# The two languages


def in_both(group: str) -> dict[str, dict[str, str]]:
    """The texts by language, without what only one has: in English a rule's docstring is what it demands."""
    return {
        lang: {name: text for name, text in texts(group, lang).items() if not is_demand(group, name)}
        for lang in LANGUAGES
    }


def is_demand(group: str, name: str) -> bool:
    return group == "rule" and name.endswith(".demand")


@pytest.mark.parametrize("group", GROUPS)
def test_both_languages_have_the_same_texts(group: str) -> None:
    swedish, english = (sorted(texts) for texts in in_both(group).values())
    assert swedish == english


@pytest.mark.parametrize("group", GROUPS)
def test_both_languages_have_the_same_figures(group: str) -> None:
    swedish, english = ({name: figures(text) for name, text in texts.items()} for texts in in_both(group).values())
    assert swedish == english


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_a_text_has_no_space_to_spare(group: str, lang: str) -> None:
    assert [] == [name for name, text in texts(group, lang).items() if text != text.strip() or not text]


# A number and its word: `{count:row|rows}`


def counted(text: str) -> Iterator[tuple[str, str]]:
    """The figures of a text that have a word for one and a word for more, with these."""
    return ((name, spec) for _, name, spec, _ in Formatter().parse(text) if name is not None and spec)


@pytest.mark.parametrize(("count", "words"), [(0, "0 saker"), (1, "1 sak"), (2, "2 saker"), (11, "11 saker")])
def test_one_is_said_of_one_alone(count: int, words: str) -> None:
    assert f"x: {words} stämmer inte." == say("message.check", "sv", path="x", count=count)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_that_may_be_one_has_a_word_for_it_wherever_one_follows(lang: str) -> None:
    """A figure of that name with the same word after it elsewhere would say `1 rows`."""
    everything = {f"{group}.{name}": text for group in GROUPS for name, text in texts(group, lang).items()}
    forms = {(name, spec.partition("|")[2]) for text in everything.values() for name, spec in counted(text)}
    assert forms
    assert [] == [
        (name, figure, word)
        for name, text in everything.items()
        for figure, word in forms
        if re.search(rf"\{{{figure}\}} {re.escape(word)}\b", text)
    ]


# Figures that are names, days, ages or have decimals, and numbers that something is known by; every other one counts.
NAMES = {
    "after", "agreement", "bands", "case", "change", "column", "cost_centre", "day", "delivered_hours", "extents",
    "file", "from_day", "fte", "gone", "invoice", "left", "line", "month", "number", "numbers", "oldest", "option",
    "other", "ours", "path", "planned_hours", "refers_to", "reversal", "row", "sales", "scale", "self_invoice",
    "service", "short_hours", "status", "table", "to_day", "today_from", "total", "type", "value", "wait", "was",
    "week", "year",
}  # fmt: skip
# What ends as a noun in the plural and is none.
SINGULAR = {
    "en": {"as", "does", "has", "is", "its", "this", "was"},
    "sv": {"behöver", "eller", "har", "per", "skiljer", "stämmer", "svar", "under"},
}
PLURAL = {
    "en": re.compile(r"\{(\w+)(:[^}]*)?\} (?:\w+ )?(\w+s|are|have|were)\b"),
    "sv": re.compile(r"\{(\w+)(:[^}]*)?\} (?:\w+a )?(\w+(?:ar|er|or|na|nya|iva))\b"),
}


def of_many(lang: str, text: str) -> list[str]:
    """What a text says of one as of many."""
    return [
        found[0]
        for found in PLURAL[lang].finditer(text)
        if (found[2] or found[1] not in NAMES) and found[3] not in SINGULAR[lang]
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_no_text_says_of_one_what_is_said_of_many(group: str, lang: str) -> None:
    found = {name: of_many(lang, text) for name, text in texts(group, lang).items()}
    assert {} == {name: words for name, words in found.items() if words}


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "{billed} deliveries of {service}", ["{billed} deliveries"]),
        ("en", "{billed} are billed", ["{billed} are"]),
        ("en", "of {answered} late answers", ["{answered} late answers"]),
        ("en", "{cases:case|cases} are open", ["{cases:case|cases} are"]),
        ("en", "{cases:case is|cases are} open in {agreement}, which has none", []),
        ("sv", "{billed} leveranser av", ["{billed} leveranser"]),
        ("sv", "{billed} öppna leveranser", ["{billed} öppna leveranser"]),
        ("sv", "{billed:leverans|leveranser} som {coach} har", []),
    ],
)
def test_what_is_said_of_many_is_found(lang: str, text: str, words: list[str]) -> None:
    assert words == of_many(lang, text)


# The words

# For each there is a plain one: calculate, again, missing, fix, next to. (None stands here in one piece.)
OLD_WORDS = re.compile(r"(?<![a-z])(reck[o]n|an[e]w|uns[a]id|m[e]nd|bes[i]de)(ed|ing|s)?(?![a-z])", re.IGNORECASE)
CODES = {"mapping.no-show-uns" + "aid"}
# A released step of the schema keeps its text (tests/store/released.toml).
KEPT = {".venv", "m006_self_invoices.py"}
PAGES = [
    path for kind in ("py", "md", "toml") for path in sorted(ROOT.rglob(f"*.{kind}")) if KEPT.isdisjoint(path.parts)
]


def old_words(text: str) -> list[str]:
    for code in CODES:
        text = text.replace(code, "")
    return [found[0] for found in OLD_WORDS.finditer(text)]


def test_a_plain_word_is_used_where_there_is_one() -> None:
    found = {path.relative_to(ROOT).as_posix(): old_words(path.read_text(encoding="utf-8")) for path in PAGES}
    assert {} == {name: words for name, words in found.items() if words}


def test_an_old_word_is_found() -> None:
    assert 3 == len(old_words("Reck{0}oned an{0}ew: test_bes{0}ide_it".format("")))
    assert [] == old_words("recommended, an amendment")


# What the source says


@dataclass(frozen=True)
class Use:
    """One place that says something: `name` whole, or how it begins. `given` is None where it cannot be seen."""

    where: str
    name: str
    whole: bool
    given: frozenset[str] | None

    def fits(self, name: str) -> bool:
        return name == self.name if self.whole else name.startswith(self.name) and name != self.name


class Source(NamedTuple):
    """What the program says by name, and all that stands in quotation marks: a name may come through a variable."""

    uses: list[Use]
    quoted: set[str]


@cache
def source() -> Source:
    """Read once, when it is first asked for: it takes seconds."""
    uses: list[Use] = []
    quoted: set[str] = set()
    for path in sorted((ROOT / "ipsu_cli").rglob("*.py")):
        if path.parent.parent.name != "locale":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args:
                    uses += uses_in(node, path.relative_to(ROOT).as_posix())
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    quoted.add(node.value)
    return Source(sorted(uses, key=lambda use: use.where), quoted)


def uses_in(call: ast.Call, path: str) -> Iterator[Use]:
    """What a call says by name."""
    word = getattr(call.func, "id", None) or getattr(call.func, "attr", "")
    if word in SAYING:
        for name, whole in names_in(call.args[0]):
            yield Use(f"{path}:{call.lineno}", SAYING[word] + name, whole, given_to(call, word))


def names_in(node: ast.expr) -> Iterator[tuple[str, bool]]:
    """The text that an expression names, and whether that is all of the name."""
    if isinstance(node, ast.IfExp):
        yield from (*names_in(node.body), *names_in(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from ((name, False) for name, _ in names_in(node.left))
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value), False
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, True


def given_to(call: ast.Call, word: str) -> frozenset[str] | None:
    """The figures that a call gives."""
    if word in ("Text", "Fault"):
        return keys_of(call.args[-1]) if len(call.args) > 1 else frozenset()
    if word == "Table":
        found = [keyword.value for keyword in call.keywords if keyword.arg == "figures"]
        found += call.args[4:5]
        return keys_of(found[0]) if found else frozenset()
    names = {keyword.arg for keyword in call.keywords}
    given = frozenset(name for name in names if name)
    return None if None in names else given - NO_FIGURES if word in PROBLEMS else given


def keys_of(node: ast.expr) -> frozenset[str] | None:
    if not isinstance(node, ast.Dict) or not all(isinstance(key, ast.Constant) for key in node.keys):
        return None
    return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))


def named(use: Use) -> list[str]:
    """The texts that a use may mean: a rule's text stands before the one of the same name among the problems."""
    group, _, _ = use.name.partition(".")
    groups = ("rule", "problem") if group == "problem" else (group,)
    found = []
    for prefix in groups:
        same = Use(use.where, prefix + use.name[len(group) :], use.whole, use.given)
        found += [name for name in (f"{prefix}.{rest}" for rest in texts(prefix)) if same.fits(name)]
        if found and use.whole:
            break
    return found


def test_what_the_source_says_has_a_text() -> None:
    assert [] == [f"no text {use.name} for {use.where}" for use in source().uses if not named(use)]


def test_a_text_is_given_its_figures() -> None:
    given = [
        (f"{use.where} gives too little to {name}", figures(texts(group)[rest]) - use.given)
        for use in source().uses
        if use.whole and use.given is not None
        for name in named(use)
        for group, _, rest in [name.partition(".")]
    ]
    assert [] == [(where, lacking) for where, lacking in given if lacking]


def test_what_is_said_through_a_variable_has_a_text() -> None:
    stems = [name for name in source().quoted if name.startswith("message.") and len(name) > len("message.")]
    assert stems
    assert [] == [name for name in stems if not any(f"message.{rest}".startswith(name) for rest in texts("message"))]


@pytest.mark.parametrize("group", ["problem", "table"])
def test_no_text_is_to_spare(group: str) -> None:
    spare = {name for name in texts(group) if not any(use.fits(f"{group}.{name}") for use in source().uses)}
    assert set() == spare


@pytest.mark.parametrize("group", ["column", "message"])
def test_no_text_is_to_spare_that_a_variable_may_name(group: str) -> None:
    rows = {fact.row for kind in RECORDS for fact in import_kind(kind).facts.values()} if group == "column" else set()

    def is_named(name: str) -> bool:
        whole = f"{group}.{name}"
        starts = any(
            whole.startswith(text) for text in source().quoted if text.startswith(f"{group}.") and text[-1] == "-"
        )
        return starts or bool({name, whole} & source().quoted) or name in rows

    spare = {
        name
        for name in texts(group)
        if not (is_named(name) or is_named(name.removesuffix("-whole").removesuffix("-counted")))
    }
    assert set() == spare


PRIVATE = [(kind, name) for kind in RECORDS for name, fact in import_kind(kind).facts.items() if fact.personal]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("word", ["Kim\x1bProv", "19900101-9999", "19901301-0000", "29900101-0000", "Kim"])
@pytest.mark.parametrize("kind, name", PRIVATE)
def test_what_is_private_is_never_repeated(kind: str, name: str, word: str, lang: str) -> None:
    try:
        read_cell(import_kind(kind).facts[name], word, dt.date(2026, 3, 9))
    except Unreadable as problem:
        assert not {word, word[:8]} & set(message(problem, lang).split())


# Help


def walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, sub in getattr(command, "commands", {}).items():
        yield from walk(sub, f"{path} {name}")


def commands() -> dict[str, Any]:
    """Every command and subcommand that there is, by what is typed."""
    root: Any = get_command(app)
    ctx = root.make_context("ipsu", ["case"], obj=SimpleNamespace(typed=Typed(), lang="en"))
    return {
        path: command for name in root.list_commands(ctx) for path, command in walk(root.get_command(ctx, name), name)
    }


COMMANDS = commands()
PARAMS = [
    (path, param.opts[-1] if param.param_type_name == "option" else param.name.upper())
    for path, command in COMMANDS.items()
    for param in command.params
]


def own_help(path: str) -> str:
    """The name of a command's help: its own, else that of all commands that differ by a kind alone."""
    return path if path in texts("help") else f"{path.rpartition(' ')[0]} KIND"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_help(path: str, lang: str, ipsu: Program) -> None:
    summary = texts("help", lang)[own_help(path)].splitlines()[0]
    answer = ipsu([*path.split(), "--help"], IPSU_LANG=lang)
    assert (0, "") == (answer.code, answer.err)
    assert summary in " ".join(answer.out.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_commands_says_what_each_is_for(lang: str, ipsu: Program) -> None:
    answer = ipsu("--help", IPSU_LANG=lang)
    assert (0, "") == (answer.code, answer.err)
    page = " ".join(answer.out.split())
    assert [] == [
        path for path in COMMANDS if " " not in path and texts("help", lang)[path].splitlines()[0] not in page
    ]


def test_every_argument_and_option_has_help() -> None:
    lacking = [
        f"{path} {name}"
        for path, name in PARAMS
        if not any(known(f"help.{key}", "sv") for key in (f"{path} {name}", f"{path.partition(' ')[0]} {name}", name))
    ]
    assert [] == lacking


def test_no_help_is_to_spare_in_a_command() -> None:
    of_groups = {f"{path.partition(' ')[0]} {name}" for path, name in PARAMS}
    there = {
        *COMMANDS,
        *map(own_help, COMMANDS),
        *(f"{path} {name}" for path, name in PARAMS),
        *of_groups,
        *HELP_WORDS,
        *(f"everywhere {name}" for name in EVERYWHERE),
    }
    assert [] == [name for name in texts("help") if " " in name and name not in there]


@pytest.mark.parametrize("word", HELP_WORDS)
def test_the_fixed_words_of_a_page_stand_as_they_are_in_english(word: str) -> None:
    assert word == say(f"help.{word}", "en")
    assert say(f"help.{word}", "sv")

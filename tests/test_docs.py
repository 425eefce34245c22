"""The pages say what the program has."""

import os
from pathlib import Path

import pytest

from ipsu_cli.core import interrupt
from ipsu_cli.core.inventory import CLASSES as INVENTORY_CLASSES
from ipsu_cli.core.inventory import fields
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.parquet import CLASSES, TABLES
from ipsu_cli.core.problem import Problem
from ipsu_cli.locale import LANGUAGES, heading, say
from ipsu_cli.read.kinds import import_kind
from ipsu_cli.reports.help import SWEDISH
from ipsu_cli.reports.query_sql import about
from ipsu_cli.store.views import VIEWS
from tests.conftest import Program
from tests.test_facts import command_of
from tests.test_texts import COMMANDS

DOCS = Path(__file__).resolve().parent.parent / "ipsu_cli" / "docs"


def test_the_import_page_lists_every_column_of_every_kind() -> None:
    expected = [
        f"| {kind} | {fact.name} | {heading(kind, fact.name, 'sv')} | {'yes' if fact.required else ''} |"
        for kind in RECORDS
        for fact in import_kind(kind).facts.values()
    ]
    path = DOCS / "import.md"
    page = path.read_text(encoding="utf-8").splitlines()
    listed = [line for line in page if line.split(" | ")[0].strip("| ") in RECORDS]
    if os.environ.get("IPSU_UPDATE") == "1":
        first = page.index(listed[0])
        page[first : first + len(listed)] = listed = expected
        path.write_text("\n".join(page) + "\n", encoding="utf-8")
    assert expected == listed


def test_the_head_office_page_lists_every_column() -> None:
    expected = [
        f"| {table.name} | {table.by} | {column.name} | {column.type} | {CLASSES[column.about]} |"
        for table in TABLES
        for column in table.columns
    ]
    path = DOCS / "head-office.md"
    page = path.read_text(encoding="utf-8").splitlines()
    first = page.index("| --- | --- | --- | --- | --- |") + 1
    last = next(place for place in range(first, len(page)) if not page[place].startswith("|"))
    if os.environ.get("IPSU_UPDATE") == "1":
        page[first:last] = expected
        path.write_text("\n".join(page) + "\n", encoding="utf-8")
        last = first + len(expected)
    assert expected == page[first:last]


@pytest.mark.parametrize(("name", "lang"), [("database.md", "en"), ("database.sv.md", "sv")])
def test_the_pages_on_the_database_list_every_view_and_column(name: str, lang: str) -> None:
    expected = []
    for view in VIEWS.values():
        expected.append(f"| **{view.name}** | | | {say(f'view.{view.name}', lang)} |")
        for field in view.fields:
            text = about(view.name, field.name)
            expected.append(f"| {view.name} | {field.name} | {field.type.lower()} | {say(text.code, lang)} |")
    path = DOCS / name
    page = path.read_text(encoding="utf-8").splitlines()
    first = page.index("| --- | --- | --- | --- |") + 1
    if os.environ.get("IPSU_UPDATE") == "1":
        page[first:] = expected
        path.write_text("\n".join(page) + "\n", encoding="utf-8")
    assert expected == page[first:]


@pytest.mark.parametrize(("name", "lang"), [("privacy.md", "en"), ("privacy.sv.md", "sv")])
def test_the_pages_on_privacy_list_every_column(name: str, lang: str) -> None:
    """What is held for one purpose, of one class and as long, is one row."""
    rows: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for field in fields():
        held = (f"class-{field.sensitivity}", field.purpose, f"kept-{field.kept}")
        rows.setdefault(held, {}).setdefault(field.table, []).append(field.column)
    expected = [
        " | ".join(["| " + _columns(tables), *(say(f"inventory.{text}", lang) for text in held)]) + " |"
        for held, tables in sorted(rows.items(), key=lambda row: _by_class(row[0]))
    ]
    path = DOCS / name
    page = path.read_text(encoding="utf-8").splitlines()
    first = max(place for place, line in enumerate(page) if line == "| --- | --- | --- | --- |") + 1
    last = next(place for place in range(first, len(page)) if not page[place].startswith("|"))
    if os.environ.get("IPSU_UPDATE") == "1":
        page[first:last] = expected
        path.write_text("\n".join(page) + "\n", encoding="utf-8")
        last = first + len(expected)
    assert expected == page[first:last]


def _columns(tables: dict[str, list[str]]) -> str:
    return "; ".join(f"{table}: {', '.join(columns)}" for table, columns in tables.items())


def _by_class(held: tuple[str, str, str]) -> int:
    """The most sensitive first."""
    return -INVENTORY_CLASSES.index(held[0].removeprefix("class-"))


def test_every_page_begins_with_what_it_is_about() -> None:
    for page in DOCS.glob("*.md"):
        assert page.read_text(encoding="utf-8").startswith("# "), page.name


def test_the_decisions_give_a_reason_for_every_library() -> None:
    import tomllib

    project = tomllib.loads((DOCS.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {requirement.partition(">")[0].partition("<")[0] for requirement in project["dependencies"]}
    decisions = (DOCS / "decisions.md").read_text(encoding="utf-8")
    assert set() == {name for name in names if f"| {name} |" not in decisions}


# The pages of `ipsu help` that a person looks for by a word of the work; each says the same in both languages.
TOPICS = (
    "start",
    "month",
    "deadlines",
    "import",
    "follow-up",
    "backup",
    "encryption",
    "exit-codes",
    "privacy",
    "matcha",
    "ips",
)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_a_page_in_each_language(topic: str, ipsu: Program) -> None:
    pages = [ipsu(["help", *topic.split("-")], IPSU_LANG=lang) for lang in LANGUAGES]
    assert [0, 0] == [page.code for page in pages]
    assert pages[0].out != pages[1].out


def commands_of(page: Path) -> list[str]:
    """The commands that are replayed of a page, without what follows them: names are of the page's language."""
    lines = page.read_text(encoding="utf-8").splitlines()
    typed = [line.split()[2:] for line in lines if line.startswith("$ ipsu ")]
    starts = [next(place for place, word in enumerate(words) if word in COMMANDS) for words in typed]
    return [command_of(" ".join(words[start:])) for words, start in zip(typed, starts, strict=True)]


@pytest.mark.parametrize("swedish", sorted(DOCS.glob("*.sv.md")), ids=lambda page: page.name)
def test_a_page_types_the_same_in_both_languages(swedish: Path) -> None:
    english = swedish.with_name(swedish.name.replace(".sv.md", ".md"))
    assert commands_of(english) == commands_of(swedish)


@pytest.mark.parametrize(("lang", "listed", "not_listed"), [("sv", "månad", "month"), ("en", "month", "månad")])
def test_the_list_of_pages_has_the_names_of_its_language(
    ipsu: Program, lang: str, listed: str, not_listed: str
) -> None:
    names = [line.split("  ")[0] for line in ipsu("help", IPSU_LANG=lang).out.splitlines()[3:]]
    assert listed in names
    assert not_listed not in names
    assert names == sorted(names)


def test_a_page_is_found_by_its_swedish_name(ipsu: Program) -> None:
    for word, topic in SWEDISH.items():
        if topic in TOPICS:
            assert topic == ipsu(f"help {word} --json").json["topic"]


@pytest.mark.parametrize("page", ["start.md", "start.sv.md"])
def test_a_first_invoice_basis_is_at_most_twelve_commands_away(page: str) -> None:
    """Those of the page, and the two that install."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("$ ipsu ")]) + 2 <= 12


def test_the_page_of_exit_codes_lists_those_that_there_are() -> None:
    codes = {problem.exit for problem in Problem.__subclasses__()} | {0, 6, 70, interrupt.EXIT}
    for page in ("exit-codes.md", "exit-codes.sv.md"):
        lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
        listed = [line.split(" | ")[0].strip("| ") for line in lines if line.startswith("| ")]
        assert sorted(codes) == sorted(int(code) for code in listed if code.isdigit())

"""The pages of `--help`: grouped, folded at any width, and with examples that can be typed as they stand."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsu_cli.help_page import EVERYWHERE, WORK, examples, in_groups
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.parser import command_names
from tests import encrypted, json_page, program
from tests.bank_files import Row, camt
from tests.conftest import Program
from tests.test_texts import COMMANDS

LEAVES = [path for path, command in COMMANDS.items() if not hasattr(command, "commands")]
# The invented offices, by the remark that names another than the first; with the day that each pretends.
DEMOS = {"": "2026-11-02", "# ipsu demo --of uppsala": "2026-03-02", "# ipsu demo --of ggv": "2021-01-15"}


def keys_and_copies(folder: Path) -> None:
    """Files with keys; next to the office a copy that the program has kept, and one that somebody has made."""
    for name in ("office.key", "new.key"):
        encrypted.key_file(folder, name.encode(), name)
    office = folder / "ipsu-demo" / "ipsu.db"
    for copy in ("ipsu.db.before-20", "copy.db"):
        shutil.copy2(office, office.with_name(copy))


def also_encrypted(folder: Path) -> None:
    """The same, of which what somebody has made is encrypted."""
    keys_and_copies(folder)
    assert 0 == program.run("encrypt --db ipsu-demo/copy.db --key-file new.key", folder=folder).code


# What an example needs and no demo makes: what somebody has written, or a file from the bank.
BEFORE: dict[str, Callable[[Path], object]] = {
    "document write": lambda folder: (folder / "sr.md").write_text(REPORT, encoding="utf-8"),
    "document export": lambda folder: (folder / "sr.md").write_text(REPORT, encoding="utf-8"),
    "encrypt": keys_and_copies,
    "decrypt": also_encrypted,
    "import": lambda folder: [
        (folder / name).write_text(PRICES, encoding="utf-8") for name in ("priser.csv", "prices.csv")
    ],
    "invoice bank": lambda folder: [
        (folder / name).write_text(camt(Row("2026-11-02", "100.00")), encoding="utf-8")
        for name in ("kontoutdrag.xml", "statement.xml")
    ],
}
# The package of an extra that a command needs: not every Python has one.
EXTRAS = {"export parquet": "pyarrow", "encrypt": "sqlcipher3", "decrypt": "sqlcipher3"}
# A row that the register has, and one that says another amount.
PRICES = """agreement;service;amount;unit;from
IPSU-NM;ipsu-a;9500;case;2025-12-01
IPSU-NM;ipsu-b;470;hour;2026-07-01
"""
REPORT = "## Kartläggning\n\nGenomförd.\n"
# In characters: an example is never folded, and what is longer is hard to read.
MOST = 145
TYPED = "19900101-9802\n"
WRITTEN = json_page.read_page()


# Groups


def test_every_command_stands_in_one_group() -> None:
    placed = [name for names in WORK.values() for name in names]
    assert sorted(placed) == command_names()


def test_a_command_that_stands_in_no_group_is_listed_last() -> None:
    *_, (_, last) = in_groups(["status", "unheard"])
    assert ["unheard"] == last


def test_the_options_that_stand_everywhere_are_all_explained() -> None:
    from ipsu_cli.app import FLAGS, WITH_VALUE

    assert {*FLAGS, *WITH_VALUE} == {*EVERYWHERE}
    assert {*WITH_VALUE} == {name for name, value in EVERYWHERE.items() if value}


# Width


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("words", ["--help", "case --help", "report kpi --help"])
def test_a_page_is_no_wider_than_the_terminal(ipsu: Program, words: str, columns: int, lang: str) -> None:
    page = ipsu(words, IPSU_LANG=lang, COLUMNS=str(columns)).out
    assert [] == [line for line in page.splitlines() if len(line) > columns and not line.startswith("    ipsu ")]


# Ways to ask


@pytest.mark.parametrize("words", ["case", "help case", "case help", "case --help", "case -h"])
def test_the_help_of_a_group_is_shown_however_it_is_asked_for(ipsu: Program, words: str) -> None:
    answer = ipsu(words)
    assert (0, "", ipsu("case --help").out) == (answer.code, answer.err, answer.out)
    assert "hand-over" in answer.out


@pytest.mark.parametrize("words", ["help case add", "help deliver", "help report kpi"])
def test_help_before_a_command_is_its_help(ipsu: Program, words: str) -> None:
    path = words.removeprefix("help ")
    answer = ipsu(words)
    assert (0, ipsu(f"{path} --help").out) == (answer.code, answer.out)


def test_a_page_goes_before_a_command_of_its_name(ipsu: Program) -> None:
    assert ipsu("help import").out.startswith("# ")
    assert not ipsu("import --help").out.startswith("# ")


@pytest.mark.parametrize("word", ["month", "månad", "manad", "Månad"])
def test_a_page_is_found_from_a_keyboard_without_swedish_letters(ipsu: Program, word: str) -> None:
    assert "month" == ipsu(f"help {word} --json").json["topic"]


@pytest.mark.parametrize("words", ["--version", "-V", "version", "--version case"])
def test_the_version_is_said_however_it_is_asked_for(ipsu: Program, ipsu_process: Program, words: str) -> None:
    from ipsu_cli import __version__

    assert (0, f"ipsu {__version__}\n") == (ipsu(words).code, ipsu_process(words).out)
    assert __version__ == ipsu(f"{words} --json").json["version"]


def test_a_page_of_help_is_json_where_that_is_asked_for(ipsu: Program) -> None:
    assert ipsu("case add --help").out.strip() == ipsu("case add --help --json").json["help"].strip()


# Suggestions, in the office's language


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("cas show B1", "ipsu case"),
        ("case shw B1", "ipsu case show"),
        ("case list --coahc Kim", "--coach"),
        ("help impor", "import"),
        ("case list --status activ", "Did you mean active?"),
        ("template casse sheet.csv", "Did you mean cases?"),
        ("setting set namess on", "Did you mean names?"),
        ("explain delivery.over-pln", "delivery.over-plan"),
    ],
)
def test_what_is_misspelt_is_answered_with_what_is_like_it(ipsu: Program, words: str, near: str) -> None:
    answer = ipsu(words)
    assert answer.code in (1, 2)
    assert near in answer.err


@pytest.mark.parametrize(
    "words",
    ["cas", "case add", "case list --no-such", "deliver B1 x", "--today 2026-13-01 status", "status --db", "week v99"],
)
def test_what_cannot_be_read_is_answered_in_the_language_of_the_office(ipsu: Program, words: str) -> None:
    for lang in LANGUAGES:
        assert 0 == ipsu(f"init --db {lang}.db --name X --orgnr 559999-0008 --lang {lang}", IPSU_LANG=None).code
        asked = ipsu(words, IPSU_LANG=None, IPSU_DB=f"{lang}.db")
        assert (2, ipsu(words, IPSU_LANG=lang).err) == (asked.code, asked.err)


# Examples


@pytest.fixture(scope="module")
def demos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder in which each invented office was made."""
    made = {}
    for remark in DEMOS:
        folder = tmp_path_factory.mktemp("demo")
        words = remark.removeprefix("# ipsu ") or "demo"
        assert 0 == program.run(words, folder=folder).code
        made[remark] = folder
    return made


def lines_of(path: str, lang: str) -> tuple[str, list[str]]:
    """The remark that names an office, and the examples."""
    lines = examples(path, lang)
    return (lines[0], lines[1:]) if lines and lines[0].startswith("#") else ("", lines)


@pytest.mark.parametrize("path", LEAVES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_has_two_examples_that_can_be_copied(path: str, lang: str) -> None:
    _, lines = lines_of(path, lang)
    assert len([line for line in lines if line.startswith(f"ipsu {path}")]) >= 2
    assert [] == [line for line in lines if len(line) > MOST]


@pytest.fixture
def nobody_browses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register is browsed until somebody interrupts: here that is at once."""
    monkeypatch.setattr("ipsu_cli.write.web.refuse_without_web", lambda: None)
    monkeypatch.setattr("ipsu_cli.write.web.serve", lambda file, page, lang, port, started: started("http://…/"))


@pytest.mark.usefixtures("nobody_browses")
@pytest.mark.parametrize("path", LEAVES)
def test_the_examples_of_a_command_run_in_the_demo(path: str, demos: dict[str, Path], tmp_path: Path) -> None:
    """In Swedish into a pipe of Windows, which lacks nothing of it; in English as JSON, with the fields that the page
    `json` says."""
    if path in EXTRAS:
        pytest.importorskip(EXTRAS[path])
    for lang in LANGUAGES:
        remark, lines = lines_of(path, lang)
        folder = tmp_path / lang
        shutil.copytree(demos[remark], folder)
        db = None if path in ("init", "demo") else "ipsu-demo/ipsu.db"
        BEFORE.get(path, str)(folder)
        for line in lines:
            words = json_page.in_json(line) if lang == "en" else line.removeprefix("ipsu ")
            done = run(words, folder, DEMOS[remark], lang, db)
            if "--json" in words:
                assert [] == json_page.misfits(path, [done.json], WRITTEN), "write it again: python -m tests.json_page"


def run(words: str, folder: Path, today: str, lang: str, db: str | None) -> program.Result:
    """Run an example; it must succeed, or find what it was asked to look for."""
    encoding = "cp1252" if lang == "sv" else "utf-8"
    done = program.run(
        words, folder=folder, today=today, stdin=TYPED, encoding=encoding, IPSU_LANG=lang, IPSU_DB=db, COLUMNS="80"
    )
    assert done.code in (0, 6), f"{words}: {done.err}"
    assert "--json" in words or "\\u" not in done.out + done.err
    return done


def test_a_usage_line_has_nothing_that_nobody_types(ipsu: Program) -> None:
    for words in ("case show", "contact add", "invoice paid", "deliver"):
        usage = ipsu(f"{words} --help").out.split("\n")[0]
        assert usage.startswith(f"Usage: ipsu {words} [OPTIONS]")
        assert "{" not in usage

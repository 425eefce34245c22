"""What a person sees on a terminal: every word of the plain text, whole, within the terminal's width."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write import terminal
from ipsu_cli.write.screen import as_text
from tests import program

TODAY = "2026-11-02"
ASKED = (
    "invoice list", "invoice show 2026-0006", "case list", "case show B-118", "status", "explain",
    "explain gp.unconfirmed", "plan show B-118", "price list", "report kpi --month 2026-10",
)  # fmt: skip
BARS = re.compile("[▏▎▍▌▋▊▉█]+|Staplar")
STYLE = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terminal")
    made = program.run("demo --lang sv --dir .", folder=folder)
    assert (0, "") == (made.code, made.err)
    return folder


def on_a_terminal(asked: str, folder: Path, columns: int, **env: str) -> str:
    environment: dict[str, str | None] = {"IPSU_LANG": "sv", "COLUMNS": None, "NO_COLOR": None, **env}
    return program.on_a_terminal(asked, folder=folder, today=TODAY, columns=columns, **environment)


def plain(asked: str, folder: Path) -> str:
    return program.run(asked, folder=folder, today=TODAY, IPSU_LANG="sv").out


def words(shown: str) -> Counter[str]:
    """Each word and how often; a figure holds no space that breaks, so it is one word. Rules are left out, and so
    are the bars next to the figures, which a terminal alone draws."""
    found = re.split("[ \n]+", STYLE.sub("", shown))
    return Counter(word for word in found if word.strip("-─") and not BARS.fullmatch(word))


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
@pytest.mark.parametrize("asked", ASKED)
def test_every_word_stands_whole_and_none_is_dropped(demo: Path, asked: str, columns: int) -> None:
    assert words(plain(asked, demo)) == words(on_a_terminal(asked, demo, columns))


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("asked", ASKED)
def test_no_line_of_a_table_is_left_to_the_terminal_to_break(demo: Path, asked: str, columns: int) -> None:
    shown = STYLE.sub("", on_a_terminal(asked, demo, columns))
    assert [] == [line for line in shown.splitlines() if len(line) > columns and "ipsu " not in line]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_command_stands_on_one_line(demo: Path, columns: int) -> None:
    commands = re.findall("ipsu .*", plain("status", demo))
    assert len(commands) > 10
    shown = STYLE.sub("", on_a_terminal("status", demo, columns))
    assert commands == [command.rstrip() for command in re.findall("ipsu .*", shown)]


@pytest.mark.parametrize("asked", ["report hours --month 2026-10", "report money"])
def test_a_number_of_a_kind_has_a_bar_next_to_it(demo: Path, asked: str) -> None:
    assert "\u2588" in on_a_terminal(asked, demo, 200)


def test_a_row_that_does_not_fit_stands_on_several_lines(demo: Path) -> None:
    shown = on_a_terminal("invoice list", demo, 80).replace("\u00a0", " ")
    assert (
        "2026-0049  faktura  IPSU-GH  2026-10  2026-11-02  upprättad             0\n"
        "    103 922,88  25 980,72  129 903,60  129 903,60  2026-12-01\n"
    ) in shown


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
@pytest.mark.parametrize("columns", [80, 200])
def test_who_wants_no_style_gets_none(demo: Path, more: dict[str, str], columns: int) -> None:
    shown = on_a_terminal("status", demo, columns, **more)
    assert "\x1b" not in shown
    assert words(plain("status", demo)) == words(shown)


def test_a_terminal_gets_style_and_a_pipe_none(demo: Path) -> None:
    assert "\x1b[1m" in on_a_terminal("invoice list", demo, 200)
    piped = program.run_process("invoice list", folder=demo, today=TODAY, NO_COLOR=None, FORCE_COLOR="1")
    assert "\x1b" not in piped.out


@pytest.mark.parametrize("columns", [80, 200])
def test_markup_is_shown_as_it_was_typed(demo: Path, columns: int) -> None:
    typed = "[red]Kim[/red]:smile:"
    assert 0 == program.run(["case", "edit", "B-133", "--coach", typed], folder=demo, today=TODAY).code
    for asked in ("case list", "case show B-133"):
        assert typed in on_a_terminal(asked, demo, columns)


def test_the_narrowest_terminal_loses_nothing(demo: Path) -> None:
    assert words(plain("status", demo)) == words(on_a_terminal("status", demo, 1, COLUMNS="1"))


@pytest.mark.parametrize(("rows", "drawn"), [(1_000, True), (1_001, False)])
def test_a_very_long_table_stands_as_in_a_file(rows: int, drawn: bool, capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("cases", (Column("case"), Column("coach")), [(f"K{n}", "x" * (n % 7)) for n in range(rows)])
    answer = Answer(None, [Text("message.count", {"count": rows})], [table])
    terminal.show(answer, "en")
    shown = STYLE.sub("", capsys.readouterr().out)
    assert words("".join(as_text(answer, "en"))) == words(shown)
    assert drawn == ("─" in shown)
    assert drawn or "".join(as_text(answer, "en")) == shown

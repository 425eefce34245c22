"""What a person sees on a terminal: the words of the plain text, whole, within its width; what has no room is named."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write import terminal
from ipsu_cli.write.drawn import BAD, GOOD, WAITS, Drawn, Screen
from ipsu_cli.write.screen import as_text
from tests import program

TODAY = "2026-11-02"
ASKED = (
    "invoice list", "invoice show 2026-0006", "case list", "case show B-118", "status", "explain",
    "explain gp.unconfirmed", "plan show B-118", "price list", "report kpi --month 2026-10",
)  # fmt: skip
FIT_IN_60 = {"explain", "explain gp.unconfirmed", "plan show B-118"}
BARS = re.compile("[▏▎▍▌▋▊▉█░▒]+|Staplar")
COLOURED: dict[str, str | None] = {"IPSU_LANG": "sv", "NO_COLOR": None}
STYLE = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture(scope="module")
def demo(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(demo_folder, tmp_path_factory.mktemp("terminal"), dirs_exist_ok=True))


def on_a_terminal(asked: str, folder: Path, columns: int, **env: str) -> str:
    return program.on_a_terminal(asked, folder=folder, today=TODAY, columns=columns, **{**COLOURED, **env})


def plain(asked: str, folder: Path) -> str:
    return program.run(asked, folder=folder, today=TODAY, IPSU_LANG="sv").out


def words(shown: str) -> Counter[str]:
    """Each word and how often; a figure holds no space that breaks, so it is one word. Rules are left out, and so
    are the bars next to the figures, which a terminal alone draws."""
    found = re.split("[ \n]+", STYLE.sub("", shown))
    return Counter(word for word in found if word.strip("-─") and not BARS.fullmatch(word))


LEFT_OUT = re.compile(r"Ryms inte här: (.*?)\. De syns i ett fönster på (\d+) tecken, eller med --json\.")


class Shown(NamedTuple):
    """A table of a plain text: its headings, and its cells by heading."""

    heads: list[str]
    cells: list[list[str]]


def tables_of(text: str) -> Iterator[Shown]:
    """The tables of a plain text, by the lines under their headings."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if re.fullmatch("-+(  +-+)*", line):
            spans = [found.span() for found in re.finditer("-+", line)]
            rows = list(takewhile(str.strip, lines[place + 1 :]))
            heads, *cells = [[row[first:last].strip() for first, last in spans] for row in (lines[place - 1], *rows)]
            yield Shown(heads, cells)


def left_out(shown: str) -> list[str]:
    """The headings that a terminal says it has no room for, table by table."""
    return [name for found in said_to_be_left_out(shown) for name in found[1].split("; ")]


def said_to_be_left_out(shown: str) -> list[re.Match[str]]:
    """What is said of each table that has no room, whatever lines it is folded to."""
    return list(LEFT_OUT.finditer(re.sub(r"\s+", " ", STYLE.sub("", shown))))


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
@pytest.mark.parametrize("asked", ASKED)
def test_every_word_stands_whole_but_those_of_columns_that_are_said_to_be_left_out(
    demo: Path, asked: str, columns: int
) -> None:
    shown = STYLE.sub("", on_a_terminal(asked, demo, columns)).replace("\u00a0", " ")
    text = plain(asked, demo).replace("\u00a0", " ")
    away = set(left_out(shown))
    unseen = words(text) - words(shown)
    heads = Counter[str]()
    for table in tables_of(text):
        gone = [place for place, head in enumerate(table.heads) if head in away]
        unseen -= words(" ".join(row[place] for row in table.cells for place in gone))
        heads += Counter(table.heads)
    assert Counter() == unseen - words(" ".join(heads.elements()))
    assert away <= heads.keys()


@pytest.mark.parametrize("asked", ASKED)
def test_in_the_width_that_it_says_a_table_loses_nothing(demo: Path, asked: str) -> None:
    widths = [int(found[2]) for found in said_to_be_left_out(on_a_terminal(asked, demo, 60))]
    assert bool(widths) == (asked not in FIT_IN_60)
    for width in widths and [max(widths)]:
        assert [] == left_out(on_a_terminal(asked, demo, width))
        assert [] != left_out(on_a_terminal(asked, demo, width - 1))


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


@pytest.mark.parametrize(
    ("asked", "bar"), [("plan show B-118", "███████████████░░░░░"), ("week 2026-W44", "█████████░")]
)
@pytest.mark.parametrize("columns", [80, 120])
def test_the_bar_of_a_plan_shows_what_is_left_of_it(demo: Path, asked: str, bar: str, columns: int) -> None:
    assert (bar in on_a_terminal(asked, demo, columns)) == (columns > 80 or asked != "week 2026-W44")


def test_the_least_important_columns_fall_away_and_are_named(demo: Path) -> None:
    shown = STYLE.sub("", on_a_terminal("invoice list", demo, 80)).replace("\u00a0", " ")
    assert "2026-0049  IPSU-GH  2026-10  upprättad             0  129 903,60  129 903,60\n" in shown
    assert "Betalbar från" in left_out(shown)
    assert [] == left_out(on_a_terminal("invoice list", demo, 200))
    assert "Ryms inte" not in plain("invoice list", demo)


def test_a_table_of_one_row_stands_upright_where_it_does_not_fit(demo: Path) -> None:
    shown = STYLE.sub("", on_a_terminal("invoice show 2026-0006", demo, 80))
    assert re.search("Betalbar från +2026-[0-9-]+\n", shown)


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
@pytest.mark.parametrize("columns", [80, 200])
def test_who_wants_no_style_gets_none(demo: Path, more: dict[str, str], columns: int) -> None:
    shown = on_a_terminal("status", demo, columns, **more)
    assert "\x1b" not in shown
    plainly = plain("status", demo) if "TERM" in more else STYLE.sub("", on_a_terminal("status", demo, columns))
    assert words(plainly) == words(shown)


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


def test_the_narrowest_terminal_has_the_first_column_the_sentences_and_the_commands(demo: Path) -> None:
    shown = words(STYLE.sub("", on_a_terminal("status", demo, 1)))
    for table in tables_of(plain("status", demo)):
        for head, *cells in zip(table.heads, *table.cells, strict=True):
            if head in (table.heads[0], "Varför", "Skriv detta"):
                assert Counter() == words(" ".join(cells)) - shown


@pytest.mark.parametrize("columns", [1, 80, 201])
@pytest.mark.parametrize("asked", ["status", "report money"])
def test_a_terminal_of_the_system_shows_the_same(demo: Path, asked: str, columns: int) -> None:
    """Whatever else is tried is shown on a stream that says that it is one."""
    shown = program.on_a_real_terminal(asked, folder=demo, today=TODAY, columns=columns, **COLOURED)
    assert shown == on_a_terminal(asked, demo, columns)


def test_a_terminal_that_lacks_the_blocks_gets_none(demo: Path) -> None:
    ascii = {**COLOURED, "PYTHONIOENCODING": "ascii"}
    shown = program.on_a_real_terminal("report money", folder=demo, today=TODAY, columns=120, **ascii)
    assert "\\u2588" not in shown
    assert "---" in shown


@pytest.mark.parametrize(("rows", "drawn"), [(1_000, True), (1_001, False)])
def test_a_very_long_table_stands_as_in_a_file(rows: int, drawn: bool, capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("cases", (Column("case"), Column("coach")), [(f"K{n}", "x" * (n % 7)) for n in range(rows)])
    answer = Answer(None, [Text("message.count", {"count": rows})], [table])
    terminal.show(answer, "en")
    shown = STYLE.sub("", capsys.readouterr().out)
    assert words("".join(as_text(answer, "en"))) == words(shown)
    assert drawn == ("─" in shown)
    assert drawn or "".join(as_text(answer, "en")) == shown


@pytest.mark.parametrize(("verdict", "colour"), [("kpi.met", GOOD), ("kpi.not-met", BAD), ("message.not-met", BAD)])
def test_whether_a_target_is_met_has_a_colour_and_a_word(verdict: str, colour: str) -> None:
    table = Table("kpi-targets", (Column("kpi"), Column("met")), [("ongoing", Text(verdict))])
    drawn = [piece for line in Drawn(table, Screen(80, "utf-8", "en")).lines() for piece in line]
    [word] = [piece.text for piece in drawn if piece.style == colour]
    assert word in ("met", "not met")


def brightness(red: int, green: int, blue: int) -> float:
    """As the eye takes it, from 0 to 1 (WCAG, relative luminance)."""
    parts = [part / 255 for part in (red, green, blue)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ground", [(255, 255, 255), (0, 0, 0), (30, 30, 30)])
@pytest.mark.parametrize("colour", [GOOD, WAITS, BAD])
def test_a_colour_can_be_read_on_white_and_on_black(colour: str, ground: tuple[int, int, int]) -> None:
    from rich.color import Color

    dark, light = sorted((brightness(*Color.parse(colour).get_truecolor()), brightness(*ground)))
    assert (light + 0.05) / (dark + 0.05) > 3.4


def test_a_page_of_the_manual_is_laid_out_on_a_terminal_alone(demo: Path) -> None:
    shown = on_a_terminal("help start", demo, 60)
    assert ("<!--" in plain("help start", demo), "<!--" in shown) == (True, False)
    assert "  $ ipsu init --name" in shown

"""The README and the pages of `ipsu help` say what the program really answers."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests import encrypted
from tests.program import ROOT, Result
from tests.transcript import Run, replay

PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "ipsu_cli" / "docs").glob("*.md"))]
ENCRYPTS = "$ ipsu encrypt"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_says_what_the_program_answers(page: Path, tmp_path: Path, demo_once: Run) -> None:
    written = page.read_text(encoding="utf-8")
    if ENCRYPTS in written and not encrypted.HAS_CIPHER:
        pytest.skip("the extra encrypt is not installed")
    replayed = replay(written, tmp_path, demo_once)
    if os.environ.get("IPSU_UPDATE") == "1" and written != replayed:
        page.write_text(replayed, encoding="utf-8", newline="\n")
        written = replayed
    assert written == replayed


# How a page is replayed


def echo(words: list[str], *, folder: Path, today: str, **env: Any) -> Result:
    """A program that says what it was asked, where and when; `fail` fails, `make` makes a file."""
    if words[:1] == ["fail"]:
        return Result(3, "half\n", "failed\n")
    if words[:1] == ["make"]:
        (folder / words[1]).write_text("made\n", encoding="utf-8")
        return Result(0, f"{folder}/{words[1]}\n", "")
    return Result(0, f"{words} {today} {sorted(env.items())}\n", "")


def page(*lines: str, mark: str = "console") -> str:
    return "\n".join(["# Title", f"```{mark}", *lines, "```", "end", ""])


def test_an_answer_is_put_in_place_of_an_old_one(tmp_path: Path) -> None:
    old = page("$ ipsu a 'b c'", "something else", "$ ipsu d")
    expected = page("$ ipsu a 'b c'", "['a', 'b c'] 2026-03-09 []", "$ ipsu d", "['d'] 2026-03-09 []")
    assert expected == replay(old, tmp_path, echo)
    assert expected == replay(expected, tmp_path, echo)


def test_an_error_stands_after_the_output_with_its_exit_code(tmp_path: Path) -> None:
    assert page("$ ipsu fail", "half", "failed", "? 3") == replay(page("$ ipsu fail"), tmp_path, echo)


def test_an_empty_line_between_commands_is_kept(tmp_path: Path) -> None:
    expected = page("$ ipsu fail", "half", "failed", "? 3", "", "$ ipsu fail", "half", "failed", "? 3")
    assert expected == replay(page("$ ipsu fail", "old", "", "$ ipsu fail"), tmp_path, echo)


def test_a_command_goes_on_after_a_backslash(tmp_path: Path) -> None:
    expected = page("$ ipsu a \\", "    b \\", "> c", "['a', 'b', 'c'] 2026-03-09 []")
    assert expected == replay(page("$ ipsu a \\", "    b \\", "> c"), tmp_path, echo)


def test_day_and_language_hold_until_the_next(tmp_path: Path) -> None:
    blocks = ["```console", "$ ipsu a", "```"]
    old = [
        "<!-- today: 2026-03-02 -->",
        *blocks,
        "<!-- lang: sv -->",
        "<!-- today: 2026-04-01 -->",
        *blocks,
        *blocks,
    ]
    replayed = replay("\n".join(old), tmp_path, echo).splitlines()
    late = "['a'] 2026-04-01 [('IPSU_LANG', 'sv')]"
    assert ["['a'] 2026-03-02 []", late, late] == [line for line in replayed if line.startswith("[")]


def test_files_are_listed_and_shown_and_names_are_set(tmp_path: Path) -> None:
    old = page(
        "$ ipsu make b.txt", "$ ipsu make a.txt", "$ ls", "$ cat a.txt b.txt", "$ export IPSU_DB='x y'", "$ ipsu a"
    )
    assert [
        *("$ ipsu make b.txt", "b.txt", "$ ipsu make a.txt", "a.txt"),
        *("$ ls", "a.txt", "b.txt", "$ cat a.txt b.txt", "made", "made"),
        *("$ export IPSU_DB='x y'", "$ ipsu a", "['a'] 2026-03-09 [('IPSU_DB', 'x y')]"),
    ] == replay(old, tmp_path, echo).splitlines()[2:-2]


@pytest.mark.parametrize("mark", ["sh", "text", "", "python"])
def test_other_blocks_are_left_alone(tmp_path: Path, mark: str) -> None:
    written = page("$ ipsu a", "anything", mark=mark)
    assert written == replay(written, tmp_path, echo)


def test_a_block_within_a_block_is_left_alone(tmp_path: Path) -> None:
    written = "````markdown\n```console\n$ ipsu a\nanything\n```\n````\n"
    assert written == replay(written, tmp_path, echo)


def test_a_console_block_without_ipsu_is_left_alone(tmp_path: Path) -> None:
    written = page("$ pip install ipsu", "anything")
    assert written == replay(written, tmp_path, echo)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["$ rm -r x", "$ ipsu a"], "does not know `rm`"),
        (["ipsu", "$ ipsu a"], "begins with"),
    ],
)
def test_a_block_that_cannot_be_replayed_says_why(tmp_path: Path, lines: list[str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replay(page(*lines), tmp_path, echo)

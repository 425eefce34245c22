"""The Tab key, asked as a shell asks and typed in real shells."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ipsu_cli.reports.completion import SCRIPTS, SHELLS
from tests import program
from tests.conftest import Program
from tests.program import ROOT

TRAINING = "--from 2026-03-02 --to 2026-12-31 --training vard --training-from 2026-03-02 --training-to 2026-12-31"
PEOPLE = {"B-101": "19880314-9809", "B-118": "19941224-9808", "C-9": "19900101-9802"}
# In seconds of the processor: what a person waits for, on a machine that does nothing else.
MOST = 0.2
# Pieces of what is shown, and seconds of silence, before a test gives up.
MOST_TURNS = 300
Offered = Callable[..., list[str]]


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    assert 0 == ipsu("agreement add IPSU-1 --service ipsu --area Norr --from 2025-12-01").code
    for ref, number in PEOPLE.items():
        made = ipsu(f"case add {ref} --service ipsu-b --personnummer {number} --name Kim --protected {TRAINING}")
        assert 0 == made.code, made.err
    return db


@pytest.fixture
def offered(office: Path) -> Offered:
    """What is offered after some words; the last of them is being typed."""

    def ask(*words: str, shell: str = "bash") -> list[str]:
        *before, begun = words
        done = program.run_process(["--complete", shell, *before, f"={begun}"], folder=office.parent)
        assert (0, "") == (done.code, done.err)
        return done.out.splitlines()

    return ask


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("cas",), ["case"]),
        (("case", "sh"), ["show"]),
        (("case", "show", "b-1"), ["B-101", "B-118"]),
        (("deliver", "C"), ["C-9"]),
        (("deliver", "C-9", ""), []),
        (("agreement", "show", ""), ["IPSU-1"]),
        (("case", "list", "--agreement", ""), ["IPSU-1"]),
        (("case", "list", "--stat"), ["--status"]),
        (("case", "list", "--status", "act"), ["active"]),
        (("aid", "lend", "C-9", "lap"), ["laptop"]),
        (("document", "submit", "C-9", "g"), ["gp"]),
        (("--quiet", "case", "sh"), ["show"]),
        (("no-such", ""), []),
        (("case", "show", "--db"), ["--db"]),
        (("case", "show", "--db", ""), []),
        (("--today", "no-day", "ca"), []),
    ],
)
def test_what_may_stand_there_is_offered(offered: Offered, words: tuple[str, ...], expected: list[str]) -> None:
    assert expected == offered(*words)


def test_an_option_is_offered_once_unless_it_may_be_repeated(offered: Offered) -> None:
    assert [] == offered("case", "list", "--status", "active", "--stat")
    assert ["--site"] == offered("agreement", "add", "A", "--site", "X", "--sit")


def test_every_command_is_offered_with_what_it_is_for(offered: Offered) -> None:
    lines = offered("", shell="fish")
    assert "report\tReports." in lines
    assert len(lines) > 30


def test_no_name_and_no_number_is_ever_offered(offered: Offered) -> None:
    everything = [word for words in (("case", "show", ""), ("case", "list", "--coach", "")) for word in offered(*words)]
    assert [] == [word for word in everything if "Kim" in word or "19" in word]


def test_nothing_is_offered_where_there_is_no_office(tmp_path: Path) -> None:
    done = program.run_process(["--complete", "bash", "case", "show", "="], folder=tmp_path)
    assert (0, "", "") == (done.code, done.out, done.err)


@pytest.mark.parametrize("words", [("case", "show", "B"), ("report", "kpi", "--"), ("document", "submit", "C-9", "")])
def test_the_tab_key_is_answered_at_once(offered: Offered, words: tuple[str, ...]) -> None:
    taken = []
    for _ in range(3):
        before = os.times()
        offered(*words)
        after = os.times()
        user, system = (after[part] - before[part] for part in (2, 3))  # of the processes that have ended
        taken.append(user + system)
    assert min(taken) < MOST


# How it is switched on


def test_every_shell_has_a_script_and_one_command_that_switches_it_on(ipsu: Program) -> None:
    assert SCRIPTS.keys() == SHELLS.keys()
    listed = ipsu("completion").out
    for shell, command in SHELLS.items():
        assert command in listed
        assert SCRIPTS[shell] + "\n" == ipsu(f"completion {shell}").out


INTERACTIVE = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


@pytest.mark.parametrize("shell", INTERACTIVE)
def test_the_tab_key_fills_in_a_case_in_a_real_shell(shell: str, office: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    script = office.parent / "completion"
    script.write_text(SCRIPTS[shell] + "\n", encoding="utf-8")
    _install(office.parent)
    typed = [b"source ./completion; echo rea''dy\n", b"ipsu case sho\tC\t >shown; echo don''e\n"]
    _type(INTERACTIVE[shell], typed, [b"ready", b"done"], office.parent)
    assert "C-9" in (office.parent / "shown").read_text(encoding="utf-8")


# What is typed, where the cursor stands at its end, and what PowerShell fills in.
IN_POWERSHELL = {
    "ipsu case sho": ["show"], "ipsu case show C": ["C-9"], "ipsu case show B-1": ["B-101", "B-118"],
    "ipsu deliver ": ["B-101", "B-118", "C-9"], "ipsu case list --agreement ": ["IPSU-1"],
    "ipsu case close C-9 --training-result no": ["not_passed"],
}  # fmt: skip


def test_the_tab_key_fills_in_a_case_in_powershell(office: Path) -> None:
    """PowerShell itself says what its Tab key would fill in. Debian has no package of it: where it is, it is asked."""
    shell = shutil.which("pwsh") or shutil.which("powershell")
    if shell is None:
        pytest.skip("there is no PowerShell here")
    _install(office.parent)
    asked = [
        f"(TabExpansion2 '{line}' {len(line)}).CompletionMatches.CompletionText -join ' '" for line in IN_POWERSHELL
    ]
    command = [shell, "-NoProfile", "-NonInteractive", "-Command", "\n".join([SCRIPTS["powershell"], *asked])]
    done = subprocess.run(command, cwd=office.parent, env=_environment(office.parent), capture_output=True, text=True,
                          timeout=120)  # fmt: skip
    assert [" ".join(words) for words in IN_POWERSHELL.values()] == done.stdout.splitlines(), done.stderr


@pytest.mark.parametrize(("line", "expected"), IN_POWERSHELL.items())
def test_what_powershell_asks_is_answered(line: str, expected: list[str], offered: Offered) -> None:
    """The words that its completer passes on: those before the begun one, and that one, be it empty."""
    found = offered(*line.split(" ")[1:], shell="powershell")
    assert expected == [word.split("\t")[0] for word in found]


def _install(folder: Path) -> None:
    """The command `ipsu` of this checkout, in a folder of the path."""
    own = folder / "ipsu"
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ipsu_cli "$@"\n', encoding="utf-8")
    own.chmod(0o700)


def _environment(folder: Path) -> dict[str, str]:
    """Where `ipsu` is found and asked as of the day of the tests."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("IPSU_")},
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "TERM": "vt100",
        "IPSU_TODAY": program.TODAY, "IPSU_LANG": "en", "HOME": str(folder),
    }  # fmt: skip


def _type(shell: list[str], lines: list[bytes], answers: list[bytes], folder: Path) -> None:
    """Type lines in a shell on a terminal of its own, each once the one before it is answered."""
    import fcntl
    import termios

    ours, terminal = os.openpty()
    process = subprocess.Popen(
        shell, cwd=folder, env=_environment(folder), stdin=terminal, stdout=terminal, stderr=terminal,
        start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )  # fmt: skip
    os.close(terminal)
    try:
        for line, answer in zip(lines, answers, strict=True):
            os.write(ours, line)
            shown = b"".join(_until(ours, answer))
            assert answer in shown, shown.decode(errors="replace")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _until(screen: int, answer: bytes) -> Iterator[bytes]:
    """What is shown until the answer is, or until it has been silent for long."""
    shown = b""
    with suppress(OSError):
        for _ in range(MOST_TURNS):
            if answer in shown:
                return
            if select.select([screen], [], [], 1)[0]:
                written = os.read(screen, 65536)
                shown += written
                yield written

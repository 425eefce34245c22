"""The bar of long work: on a terminal, after a second, and nowhere else."""

import sys
import time

import pytest

from ipsu_cli.write import progress


class Screen:
    encoding = "utf-8"

    def __init__(self, terminal: bool) -> None:
        self.terminal, self.text = terminal, ""

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(("terminal", "quiet", "seconds", "shown"), [
    (True, False, 2, True), (True, False, 0, False), (True, True, 2, False), (False, False, 2, False),
])  # fmt: skip
def test_a_bar_for_who_looks_and_waits(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, quiet: bool, seconds: int, shown: bool
) -> None:
    screen, clock = Screen(terminal), iter([0.0, *[float(seconds)] * 9])
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(time, "monotonic", lambda: next(clock, 99.0))
    bar = progress.Progress("kpi", "sv", quiet=quiet)
    for done in range(3):
        bar(done, 3)
    bar.close()
    assert shown == ("Räknar nyckeltalen" in screen.text)


def test_it_moves_ten_times_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, clock = Screen(terminal=True), iter([0.0, *[2 + place / 1000 for place in range(400)]])
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(time, "monotonic", lambda: next(clock, 99.0))
    bar = progress.Progress("import", "sv")
    drawn = []
    for done in range(100):
        before = len(screen.text)
        bar(done, 100)
        drawn.append(len(screen.text) > before)
    bar.close()
    assert 1 <= sum(drawn) <= 4

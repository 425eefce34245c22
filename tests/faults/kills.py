"""Killing the program at random moments: what it said was saved is there, and nothing is there by half."""

import random
import signal
import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from tests.faults.server import Server

# Each leaves something that bears the number of the run, next to the answer under its key.
LINES = (
    ("contact add B1 officer --on 2026-04-05 --note run-{n}", "SELECT 1 FROM contacts WHERE note = 'run-{n}'"),
    ("case edit B2 --coach Run{n}", "SELECT 1 FROM cases_ever WHERE coach = 'Run{n}'"),
    ("agreement add N{n} --service ipsu --area Norr --from 2026-01-01", "SELECT 1 FROM agreements WHERE ref = 'N{n}'"),
    ("price set S1 ipsu-a {n} --unit case --from 2026-06-01", "SELECT 1 FROM prices_ever WHERE amount_ore = {n}00"),
)  # fmt: skip
KEY = "SELECT 1 FROM answers WHERE key = 'k{n}'"
# Every second run is killed at any moment up to a little after its end, the others so many seconds after the commit.
BEYOND, OF_COMMIT = 1.1, 0.002
LEAST_SHARE = 0.1


class Killed(NamedTuple):
    """What became of the runs: those that were killed before they had saved anything, after they had, and those that
    ended first; and what is wrong, run by run."""

    before: int
    after: int
    ended: int
    wrong: list[str]

    @property
    def kills(self) -> int:
        """How many were killed."""
        return self.before + self.after

    def __str__(self) -> str:
        return (
            f"{self.kills} true kills: {self.before} before anything was saved, {self.after} after; "
            f"{self.ended} ended first; {len(self.wrong)} wrong"
        )


def kill_at_random(folder: Path, server: Server, kills: int, seed: int) -> Killed:
    """Run lines in `folder` until so many of them were killed."""
    dice = random.Random(seed)
    usual = _usual(folder, server)
    before = after = ended = n = 0
    wrong: list[str] = []
    while before + after < kills:
        n += 1
        line, effect = LINES[n // 2 % len(LINES)]
        of_commit = n % 2 == 0
        delay = dice.uniform(0, OF_COMMIT if of_commit else BEYOND * usual)
        code = server.kill(folder, f"{line.format(n=n)} --key k{n}".split(), delay, of_commit=of_commit)
        saved, done = (_is_there(folder, sql.format(n=n)) for sql in (KEY, effect))
        if saved != done:
            wrong.append(f"{n}: half of {line}")
        if code == 0 and not saved:
            wrong.append(f"{n}: said to be saved, and lost")
        if code not in (0, -signal.SIGKILL):
            wrong.append(f"{n}: exit code {code}: {server.err.read_text()}")
        before += code < 0 and not saved
        after += code < 0 and saved
        ended += code == 0
    return Killed(before, after, ended, wrong)


def _usual(folder: Path, server: Server) -> float:
    """How long nearly every run takes, in seconds."""
    times = []
    for n in range(20):
        begun = time.monotonic()
        assert 0 == server.run(
            folder, ["contact", "add", "B1", "officer", "--on", "2026-04-05", "--note", f"usual-{n}"]
        )
        times.append(time.monotonic() - begun)
    return sorted(times)[17]


def _is_there(folder: Path, sql: str) -> bool:
    """Also rolls back what the kill has left half written, as the next command does."""
    conn = sqlite3.connect(folder / "ipsu.db", timeout=30)
    try:
        return conn.execute(sql).fetchone() is not None
    finally:
        conn.close()

"""A file of each released version, upgraded by a question, and stopped at each call by which files change.

Until it is done the old file is whole; from then on the new one is, and a copy of the old lies next to it. Whatever
stopped it, the next command finishes it.
"""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.store.migrations import VERSION
from ipsu_cli.store.schema import fresh, objects
from tests import program
from tests.faults.points import Point, State, Trial, state_of
from tests.faults.server import Server
from tests.faults.writing import Writing

RELEASED = sorted((Path(__file__).parent.parent / "store" / "old").glob("*.db.gz"))
TOLD = (0, 5)  # done, or the disk failed; nothing else is the truth of a sound file
OFFICE, COPY = "ipsu.db", f"ipsu.db.before-{VERSION}"
QUESTION = Writing("agreement list", makes=COPY)


class Stopped(NamedTuple):
    """How often an upgrade met a fault, and what was wrong afterwards."""

    met: int
    wrong: list[str]


class Upgrade(Trial):
    """An office of a released version, and a question that upgrades it."""

    def __init__(self, released: Path, scratch: Path, server: Server) -> None:
        old = scratch / "old"
        old.mkdir()
        (old / OFFICE).write_bytes(gzip.decompress(released.read_bytes()))
        self._old = program.dump(old / OFFICE)
        super().__init__(QUESTION, old, scratch, server)
        self._seen = scratch / "seen"
        assert self.lacks(self.folder) is None

    def judge(self, point: Point) -> str | None:
        """What is wrong after a fault, None if nothing is: with what the folder holds, and with the next command, which
        finds it as the fault has left it."""
        if point.code >= 0 and point.code not in TOLD:
            return f"what it says is not so: {self.server.err.read_text()}"
        shutil.rmtree(self._seen, ignore_errors=True)
        shutil.copytree(self.folder, self._seen)
        found = self._half(self._seen)
        if found is None and self.server.run(self.folder, self.words) != 0:
            found = f"the next command fails: {self.server.err.read_text()}"
        return found or self.lacks(self.folder) or self._left()

    def _half(self, folder: Path) -> str | None:
        """Is the office neither as it was nor upgraded? A look rolls back what was not finished, as SQLite does."""
        registers = _looked_at(folder).registers
        if registers == self.after.registers:
            return self.lacks(folder)
        return None if registers == self.before.registers else "neither old nor new"

    def lacks(self, folder: Path) -> str | None:
        """What an upgraded office must have, and this has not; None where it has all."""
        if _looked_at(folder).registers != self.after.registers:
            return "it is not upgraded"
        with closing(sqlite3.connect(folder / OFFICE)) as conn:
            if conn.execute("PRAGMA user_version").fetchone()[0] != VERSION or objects(conn) != fresh():
                return "its schema is not that of a new office"
        copies = [*folder.glob("ipsu.db.before-*")]
        if not copies:
            return "there is no copy of it as it was"
        return next((f"{copy.name} is no whole copy" for copy in copies if program.dump(copy) != self._old), None)

    def _left(self) -> str | None:
        """Files that nobody needs, once a command has written."""
        self.server.run(self.folder, ["setting", "set", "names", "on"])
        left = {path.name for path in self.folder.iterdir() if not path.name.startswith(COPY)} - {OFFICE}
        return f"{sorted(left)} is left" if left else None


def _looked_at(folder: Path) -> State:
    with closing(sqlite3.connect(folder / OFFICE)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "it is not sound"
    return state_of(folder)


def stopped_everywhere(trial: Upgrade, fault: str, calls: tuple[str, ...], step: int = 1) -> Stopped:
    """Let the upgrade meet the fault at every `step`-th of these calls."""
    met, wrong = 0, []
    for point in trial.points(fault, calls, step=step):
        met += 1
        if found := trial.judge(point):
            wrong.append(f"{fault} at {point.call} {point.k}, code {point.code}: {found}")
    return Stopped(met, wrong)

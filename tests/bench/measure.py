"""Whole processes, taken in turn: wall time, processor time and peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
MIB = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # of ru_maxrss: KiB on Linux, bytes elsewhere


class Run(NamedTuple):
    """What one run took: seconds from start to end, seconds of the processor, the peak in MiB."""

    wall: float
    processor: float
    peak: float


@dataclass
class Runs:
    """What the runs of one contestant took: the medians of the seconds, the largest peak."""

    listed: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        return median(run.wall for run in self.listed)

    @property
    def processor(self) -> float:
        return median(run.processor for run in self.listed)

    @property
    def peak(self) -> float:
        return max(run.peak for run in self.listed)


@dataclass
class Contestant:
    """A command, what has to be made ready before each of its runs (outside the clock), and how it ends."""

    words: Callable[[], list[str]]
    stdin: bytes = b""
    env: dict[str, str] = field(default_factory=dict)
    folder: Path = ROOT
    exits: int = 0


def in_turn(contestants: dict[str, Contestant], rounds: int) -> dict[str, Runs]:
    """Run each of them once a round, A B C A B C; a first round warms up and is not counted."""
    found = {name: Runs() for name in contestants}
    for turn in range(rounds + 1):
        for name, contestant in contestants.items():
            took = run(contestant)
            if turn:
                found[name].listed.append(took)
    return found


def run(contestant: Contestant) -> Run:
    """Run it once. A process that ends otherwise than it should ends the benchmark."""
    words = contestant.words()
    env = {**plain_environment(), **contestant.env}
    started = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=contestant.folder, env=env,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdin and process.stdout
    process.stdin.write(contestant.stdin)
    process.stdin.close()
    output = process.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != contestant.exits:
        raise SystemExit(f"{' '.join(words)}: exit {process.returncode}\n{output}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / MIB)


def plain_environment() -> dict[str, str]:
    """The machine's without our settings; the clone is found from everywhere."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("IPSU_", "PYTHON"))}
    return {**inherited, "PYTHONPATH": str(ROOT), "IPSU_LANG": "en", "NO_COLOR": "1"}


def console_script(folder: Path, name: str = "ipsu", module: str = "ipsu_cli.__main__") -> list[str]:
    """What a person types: the installed script, else one that is like the one pip makes."""
    installed = Path(sys.executable).parent / name
    if installed.exists():
        return [str(installed)]
    script = folder / name
    script.write_text(
        f"#!{sys.executable}\n"
        "# -*- coding: utf-8 -*-\n"
        "import re\n"
        "import sys\n"
        f"from {module} import main\n"
        "if __name__ == '__main__':\n"
        "    sys.argv[0] = re.sub(r'(-script\\.pyw|\\.exe)?$', '', sys.argv[0])\n"
        "    sys.exit(main())\n"
    )
    script.chmod(0o755)
    return [str(script)]


@dataclass(frozen=True)
class Ratio:
    """A line of the table: one against another, and what is promised of it."""

    what: str
    against: str
    ratio: float
    most: float
    seconds: float
    unit: str = "x"

    @property
    def kept(self) -> bool:
        return self.ratio <= self.most

    def cells(self) -> tuple[str, ...]:
        sign = "ok" if self.kept else "MISSED"
        took = f"{1000 * self.seconds:.0f} ms" if self.seconds else ""
        return self.what, self.against, f"{self.ratio:.2f} {self.unit}", f"<= {self.most:g} {self.unit}", took, sign

"""What somebody does who has only the README: `python -m tests.newcomer IPSU` types its commands with an installed
`ipsu`, and those of the pages for the accountant and the manager, and says how long each page took."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.program import ROOT, Result, _environment
from tests.transcript import replay

PAGES = ("README.md", "ipsu_cli/docs/month.sv.md", "ipsu_cli/docs/follow-up.sv.md")
# The last of the commands that lead from an empty folder to an invoice basis of one's own case.
BASIS = "$ ipsu invoice build --month 2026-03 --excel"


def commands(page: str) -> list[str]:
    """The commands of a page, in order."""
    return [line for line in page.splitlines() if line.startswith("$ ipsu ")]


def until_basis(page: str) -> list[str]:
    """The commands up to the first invoice basis."""
    typed = commands(page)
    return typed[: 1 + next(place for place, line in enumerate(typed) if line.startswith(BASIS))]


def main(ipsu: str) -> int:
    """Return 1 where a page says something else than the program answers."""
    program, wrong = str(Path(ipsu).absolute()), 0

    def run(words: list[str], *, folder: Path, today: str, **env: str | None) -> Result:
        done = subprocess.run(
            [program, *words], cwd=folder, env=_environment(today, env), stdin=subprocess.DEVNULL, capture_output=True
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    for name in PAGES:
        page = (ROOT / name).read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            same = replay(page, Path(os.path.realpath(folder)), run) == page
            seconds = time.perf_counter() - started
        wrong += not same
        print(f"{name}: {len(commands(page))} commands, {seconds:.1f} s{'' if same else ', and it answers otherwise'}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

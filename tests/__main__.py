"""The checks that a developer and CI run, from a clone's root: `python -m tests [WORD]`.

    python -m tests          format, lint, types, then every test that is not long; stops at the first failure
    python -m tests fast     the tests that are not long, up to the first failure; with @FILE those that it lists
    python -m tests long     the tests that are marked long; IPSU_WHOLE=1: in their whole form, which takes hours
    python -m tests encrypted  the tests that are not long, on offices that are encrypted from their first byte
    python -m tests faults   bad files and edits by hand, then kills, power cuts, full and broken disks, many at
                             once, damage and upgrades, which takes hours; with a PART that alone: points, kills,
                             power, disks, crowd, damage, upgrades
    python -m tests judges   the outside judges alone, each an entry of JUDGES; what is missing is skipped, or failed
                             where IPSU_JUDGES names the folder of their data
    python -m tests update   the tests of what is made from the code (pages, transcripts, the schema): it is written
                             again where it differs; read the diff
    python -m tests.json_page  the page `json`, written again from what the examples answer
    python -m tests bench    how long things take
    python -m tests mutants  how many small changes to the program the tests notice; `--help` says more

What follows the word goes to pytest: `python -m tests fast tests/core -k hours`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEMORY, ROOM = Path("/dev/shm"), 4 * 1024**3
Step = tuple[str, list[str]]

# Who judges what: a name and its tests. What an entry needs is installed by its function in .ci/run.
JUDGES: list[tuple[str, str]] = [
    ("working days, by holidays", "tests/outside/test_working_days.py"),
    ("e-invoices, by the rules of EN 16931", "tests/outside/test_e_invoices.py"),
    ("SIE, by the files of accounting programs", "tests/outside/test_sie.py"),
    ("bank files, by pycamt", "tests/outside/test_bank_files.py"),
    ("a head office's questions, by DuckDB", "tests/outside/test_head_office.py"),
    ("what is browsed, by Chromium", "tests/outside/test_browser.py"),
    ("Windows, by a Python for it under wine", "tests/outside/test_windows.py"),
    ("workbooks, by LibreOffice", "tests/outside/test_workbooks.py"),
]


DAMAGED = ("tests/faults/test_damage.py", "tests/faults/test_bad_files.py")
DAMAGE: list[Step] = [("damage", ["pytest", "-s", "-m", "long", "--durations=5", *DAMAGED])]

# The tests of what is made from the code; with IPSU_UPDATE=1 they write it before they compare.
WRITING = ["tests/test_docs.py", "tests/test_reference.py", "tests/test_transcripts.py", "tests/store/test_schema.py"]
SET_FOR = {"update": {"IPSU_UPDATE": "1"}, "encrypted": {"IPSU_ENCRYPTED": "1"}}


def main(words: list[str]) -> int:
    """Run the steps that `words` ask for and return the exit code of the first that fails."""
    word, *rest = words or ["all"]
    steps = steps_of(word, rest)
    if not steps:
        print(__doc__, file=sys.stderr)
        return 2
    with in_memory() as folder:
        environment = {**os.environ, **folder, **SET_FOR.get(word, {})}
        return _run(steps, environment)


def _run(steps: list[Step], environment: dict[str, str]) -> int:
    for name, command in steps:
        print(f"== {name}", flush=True)
        code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment).returncode
        if code:
            print(f"== {name}: failed ({code})", file=sys.stderr, flush=True)
            return code
    return 0


@contextmanager
def in_memory() -> Iterator[dict[str, str]]:
    """Where the tests make their files: in memory where there is room for them, for each command that writes waits for
    the disk some five times. What the disk has is proved by what is written and synced, not by waiting. Whoever names
    a folder (`TMPDIR`) has the files there."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        yield {}
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="ipsu-tests-") as folder:
        yield {"TMPDIR": folder}


def steps_of(word: str, rest: list[str]) -> list[Step]:
    """The names and commands of the steps, in order; none for an unknown word."""
    # Who has done its share takes of the others': the long ones come last. Some of those wait for what they kill.
    two_at_once, three_at_once = (
        ["-n", processes, "--dist", "worksteal"] if find_spec("xdist") else [] for processes in "23"
    )
    listed = not rest or rest[0].startswith("@")  # in a file: many
    known: dict[str, list[Step]] = {
        "all": [
            ("format", ["ruff", "format", "--check"]),
            ("lint", ["ruff", "check"]),
            ("types", ["mypy"]),
            ("tests", ["pytest", *two_at_once]),
        ],
        "fast": [("tests", ["pytest", "-x", *(two_at_once if listed else []), *rest])],
        "encrypted": [("tests, on encrypted offices", ["pytest", *two_at_once, *rest])],
        "long": [("long tests", ["pytest", "-m", "long", *three_at_once, *(rest or with_long_ones())])],
        "faults": [*([] if rest else DAMAGE), ("kills and disks", ["tests.faults", *rest])],
        "judges": [(name, ["pytest", path, *rest]) for name, path in JUDGES],
        "update": [("tests, rewriting", ["pytest", *WRITING, *two_at_once, *rest])],
        "bench": [("bench", ["tests.bench", *rest])],
        "mutants": [("mutants", ["tests.mutants", *rest])],
    }
    return known.get(word, [])


def with_long_ones() -> list[str]:
    """The files that have long tests: to ask all others for theirs takes a process as long as some of the tests do."""
    paths = sorted((ROOT / "tests").rglob("test_*.py"))
    return [path.relative_to(ROOT).as_posix() for path in paths if "mark.long" in path.read_text(encoding="utf-8")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

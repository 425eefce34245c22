"""`python -m tests mutants [PATH[:LINE] …] [--sample N --seed S] [--workers N]`: how many changes the tests notice.

    python -m tests mutants                                    all that is in the scope
    python -m tests mutants --sample 60 --seed 1               a quick form: so many, drawn by the seed
    python -m tests mutants ipsu_cli/core ipsu_cli/rules/aids.py:31

Every test that runs in this process is run once, to see which lines it runs; that is kept until the program or the
tests change. Then each mutant has the tests of its line run, up to the first that fails. Tests that start the program
as a process of its own are left out: that process would not be changed. What lives is printed as it is found; the
code is 1 below the least score in tests/mutants/mutants.toml. `nice -n 10` in front leaves the machine to others.
"""

import argparse
import datetime as dt
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutants import config, session, trial
from tests.mutants.config import ROOT, Config, Equivalent
from tests.mutants.mutant import Mutant, changed_line, mutants
from tests.mutants.session import Session, Tried

CACHE = Path(".pytest_cache", "mutants")


def main(argv: list[str], root: Path = ROOT, conf: Config | None = None) -> int:
    """Try the mutants that are asked for; 0 if enough are noticed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended by SIGTERM"))  # so that no child is left behind
    options, conf, began = _parser().parse_args(argv), conf or config.read(), time.monotonic()
    listed, same = sorted_out(_listed(conf, root, options.paths), conf.equivalents, root)
    if options.sample is not None:
        listed = drawn(listed, options.sample, options.seed)
    _keep_bytecode(root / CACHE)
    trial.load_once()
    reached = session.watched(root, root / CACHE, options.workers)
    if reached.failed:
        print(f"failed without any change: {', '.join(reached.failed)}", file=sys.stderr)
        return 1
    print(f"{len(listed)} mutants, {len(reached.tests)} tests ({len(reached.left_out)} start a process of their own and"
          f" are left out), {_minutes(began)}", flush=True)  # fmt: skip
    trials = Session(root, reached, options.workers)
    counted = _counted(trials.results(listed), len(listed), root)
    wrong = trials.killers_fail_unchanged()
    for test in wrong:
        print(f"a test that noticed a change fails without one: {test}", file=sys.stderr)
    score = _score(counted)
    print(_summary(counted, len(same), score, began))
    return int(score < 10 * conf.least or bool(wrong) or counted[trial.WRONG] > 0)


def drawn(listed: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """So many of the list at random, or all where there are fewer; the same seed draws the same."""
    return random.Random(seed).sample(listed, min(count, len(listed)))


def _keep_bytecode(folder: Path) -> None:
    """Let each child read what one before it has compiled; it stands next to what is kept of the tests."""
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(folder / "bytecode")


def _parser() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(
        prog="python -m tests mutants", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("paths", nargs="*", metavar="PATH[:LINE]", help="only what lies in these files or folders")
    asked.add_argument("--sample", type=int, metavar="N", help="only so many, drawn at random")
    asked.add_argument("--seed", type=int, default=0, metavar="S", help="the same seed draws the same (0)")
    asked.add_argument("--workers", type=int, default=2, metavar="N", help="how many at a time (2)")
    return asked


def _listed(conf: Config, root: Path, paths: Sequence[str]) -> list[Mutant]:
    """The mutants of the scope, or those of them that lie in the paths."""
    every = [mutant for file in conf.files(root) for mutant in mutants(file, root)]
    if not paths:
        return every
    chosen = [mutant for mutant in every if any(_lies_in(mutant, root, path) for path in paths)]
    if not chosen:
        raise SystemExit(f"no mutant lies in {' '.join(paths)}: the scope is in tests/mutants/mutants.toml")
    return chosen


def _lies_in(mutant: Mutant, root: Path, path: str) -> bool:
    name, _, line = path.partition(":")
    asked = Path(name).resolve()
    own = root / mutant.path
    return (own == asked or asked in own.parents) and line in ("", str(mutant.line))


def sorted_out(
    listed: Iterable[Mutant], equivalents: Iterable[Equivalent], root: Path
) -> tuple[list[Mutant], list[Mutant]]:
    """Those to try, and those that mean the same."""
    lines = {(equivalent.file, equivalent.line) for equivalent in equivalents}
    known = {equivalent[:3] for equivalent in equivalents}
    same: list[Mutant] = []
    other: list[Mutant] = []
    for mutant in listed:
        at = (mutant.path, line_of(mutant, root))
        (same if at in lines and (*at, changed_line(mutant, root)) in known else other).append(mutant)
    return other, same


def line_of(mutant: Mutant, root: Path) -> str:
    """The text of the line before the change."""
    return (root / mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()


def _counted(results: Iterable[Tried], of: int, root: Path) -> Counter[str]:
    """How many there are of each outcome; what lives is printed."""
    counted: Counter[str] = Counter()
    for tried in results:
        counted[tried.verdict.outcome] += 1
        if tried.verdict.outcome in (trial.LIVES, trial.WRONG):
            print(f"{tried.verdict.outcome}: {tried.mutant.name}  |  {changed_line(tried.mutant, root)}", flush=True)
        if tried.verdict.outcome == trial.WRONG:
            print(tried.verdict.by, flush=True)
        if counted.total() % 100 == 0:
            print(f"  {counted.total()} of {of}", flush=True)
    return counted


def _score(counted: Counter[str]) -> int:
    """Those noticed of those tried, in tenths of a per cent, rounded down. What does not load was never tried."""
    noticed = counted[trial.KILLED] + counted[trial.TIMEOUT]
    tried = noticed + counted[trial.LIVES]
    return 1000 * noticed // tried if tried else 1000


def _summary(counted: Counter[str], same: int, score: int, began: float) -> str:
    day = dt.datetime.now(dt.UTC).date()
    killed, late = counted[trial.KILLED], counted[trial.TIMEOUT]
    return (
        f"{day}: {killed + late + counted[trial.LIVES]} mutants tried, {killed} killed and {late} out of time, "
        f"{counted[trial.LIVES]} live: {score // 10}.{score % 10} %; {same} mean the same, "
        f"{counted[trial.NO_LOAD]} do not load; {_minutes(began)}"
    )


def _minutes(began: float) -> str:
    seconds = int(time.monotonic() - began)
    return f"{seconds // 60} min {seconds % 60} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""All mutants tried, some at a time, by the tests that are most about the changed line first."""

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants import reach, trial
from tests.mutants.mutant import Mutant
from tests.mutants.reach import Names, Reach
from tests.mutants.trial import Child, Verdict

# The seconds of the tests that are run first, then, and last. What half a minute of the tests that are most about a
# line does not notice lives: the score is rather too low than too high, and a line that all commands run costs no more.
BATCHES = (1.0, 6.0, 20.0)


class Tried(NamedTuple):
    """A mutant with what came of it."""

    mutant: Mutant
    verdict: Verdict


class _Work(NamedTuple):
    """A mutant with the batches of tests that it still has before it."""

    mutant: Mutant
    batches: list[list[str]]


def watched(root: Path, cache: Path, workers: int) -> Reach:
    """Which tests run which lines. Every test is run once, unless neither the program nor the tests have changed."""
    kept = cache / f"reach-{_digest(root)}.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("reach-*.json"):
            old.unlink()
        children = [_watching(root, cache / f"part-{n}.json", n, workers) for n in range(workers)]
        for child in children:
            trial.wait(child)
        parts = [cache / f"part-{n}.json" for n in range(workers)]
        reach.joined([Reach.load(part) for part in parts]).save(kept)
        for part in parts:
            part.unlink()
    return Reach.load(kept)


def _watching(root: Path, kept: Path, n: int, of: int) -> Child:
    """A child that runs its share of the tests."""

    def run_share(folder: Path) -> None:
        watch = reach.Watch(root, n, of)
        trial.run_pytest([], folder, watch)
        watch.reach().save(kept)

    return trial.fork(run_share, root, seconds=3600)


def _digest(root: Path) -> str:
    """What stands in the program, the tests and the data next to them."""
    folders = ("ipsu_cli", "tests", "sample_data")
    paths = [*root.glob("*.*"), *(path for folder in folders for path in (root / folder).rglob("*"))]
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts):
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


class Session:
    """Tries mutants, `workers` at a time."""

    def __init__(self, root: Path, reached: Reach, workers: int) -> None:
        self.root, self.reached, self.workers = root, reached, workers
        self.names = Names(root)
        self.breadth = reach.breadth(reached)
        self.killers: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def results(self, mutants: Sequence[Mutant]) -> Iterator[Tried]:
        """Each mutant with its verdict, as they come."""
        waiting = [_Work(mutant, []) for mutant in reversed(mutants)]
        running: list[tuple[_Work, Child]] = []
        try:
            while waiting or running:
                while waiting and len(running) < self.workers:
                    running.append(self._start(waiting.pop()))
                done = [pair for pair in running if trial.is_done(pair[1])]
                if not done:
                    time.sleep(0.02)
                running = [pair for pair in running if pair not in done]
                for work, child in done:
                    verdict = self._verdict(child)
                    if verdict.outcome == trial.LIVES and work.batches:
                        waiting.append(work)
                    else:
                        yield self._noted(Tried(work.mutant, verdict))
        finally:
            for _, child in running:
                trial.end(child)

    def killers_fail_unchanged(self) -> list[str]:
        """Of the tests that noticed a change, one that fails without any: it says nothing, and nor did this run."""
        tests = sorted({test for own in self.killers.values() for test in own})
        verdict = self._verdict(self._fork(lambda folder: trial.try_tests(tests, folder), tests), patiently=True)
        return [] if not tests or verdict.outcome == trial.LIVES else [f"{verdict.outcome} {verdict.by}"]

    def _start(self, work: _Work) -> tuple[_Work, Child]:
        """The next batch of the mutant's tests; those that have noticed most in the file come first."""
        first, *later = work.batches or self._batches(work.mutant)
        mutant = work.mutant
        child = self._fork(lambda folder: trial.try_mutant(mutant, first, self.root, folder), first)
        return _Work(mutant, later), child

    def _fork(self, work: Callable[[Path], Verdict], tests: Sequence[str]) -> Child:
        seconds = dict(self.reached.tests)
        expected = sum(seconds.get(test, 0) for test in tests)
        return trial.fork(work, self.root, trial.AT_LEAST_SECONDS + trial.PATIENCE * expected)

    def _verdict(self, child: Child, patiently: bool = False) -> Verdict:
        try:
            answer = trial.wait(child) if patiently else trial.answer(child)
        except trial.Crashed as crash:
            return Verdict(trial.WRONG, str(crash))
        return Verdict(trial.TIMEOUT) if answer is None else Verdict(*answer)

    def _noted(self, tried: Tried) -> Tried:
        if tried.verdict.outcome == trial.KILLED and tried.verdict.by:
            self.killers[tried.mutant.path][tried.verdict.by] += 1
        return tried

    def _batches(self, mutant: Mutant) -> list[list[str]]:
        places = reach.tests_of(self.reached, self.names, mutant.path, mutant.place)
        noticed = self.killers[mutant.path]
        ranked = sorted(places, key=lambda place: (-noticed[self.reached.tests[place][0]], self.breadth[place]))
        return _split([self.reached.tests[place] for place in ranked])


def _split(tests: Sequence[tuple[str, float]]) -> list[list[str]]:
    """The tests in batches of so many seconds, each with one test at least. Without tests there is one empty batch."""
    batches: list[list[str]] = [[]]
    spent = 0.0
    for test, seconds in tests:
        if batches[-1] and spent + seconds > BATCHES[len(batches) - 1]:
            if len(batches) == len(BATCHES):
                break
            batches.append([])
            spent = 0.0
        batches[-1].append(test)
        spent += seconds
    return batches

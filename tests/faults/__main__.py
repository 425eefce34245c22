"""The faults in their whole form, from a clone's root: `python -m tests faults [PART …] [--only WORD] [--share K/N]`.

    points   kill, a full disk and a broken disk at every system call of every command that writes
    kills    10 000 kills at random moments
    power    the power goes after each event of every command that writes, and what may be on the disk is opened
    disks    a disk of each size from too small to large enough, and the same with a limit on files
    crowd    20 rounds of 50 processes at once
    damage   10 000 turned bits and 500 lost pages: what `check` finds, and that `deliver` does not build on it
    upgrades kill, a full disk and a broken disk at every system call of the upgrade of each released version's file

Without a part all of them; with `--share 2/9` the second ninth of `points`, of every line some, and of `damage`. Each
says beforehand how long it takes here, and afterwards what it found; the exit code is 1 where anything is wrong, or
where a part met too little.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

from tests import encrypted, program
from tests.faults import calls, flips
from tests.faults.crowd import crowd
from tests.faults.damages import Damages, damage
from tests.faults.full_disks import command
from tests.faults.kills import LEAST_SHARE, kill_at_random
from tests.faults.points import BROKEN, CALLS, FULL, KILL, Trial, served
from tests.faults.power_cuts import STRACE, WHOLE, Cuts, cut_everywhere, together
from tests.faults.upgrades import RELEASED, Stopped, Upgrade, stopped_everywhere
from tests.faults.writing import WRITING, Writing, set_up

KILLS, AT_ONCE, ROUNDS = 10_000, 50, 20
# Reading is failed, not killed: a command that is killed as it reads has written nothing since its last write.
READS = ("pread64",)
FAULTS = ((KILL, CALLS), (FULL, CALLS), (BROKEN, (*CALLS, *READS)))
LEAST_POINTS, LEAST_IMAGES = 10, 100
WORKERS = 2
LEAST_OF_AN_UPGRADE = 400
BITS, PAGES, SHARES, RUNS_OF_A_DAMAGE = 10_000, 500, 50, 8
# About what a command has, by what was measured; for the time that a part says beforehand.
POINTS_OF_ONE, ROUND_OF_ONE = 180, 0.25
IMAGES_OF_ONE, IMAGE_OF_ONE, SIZES, RUNS_OF_A_SIZE = 450, 0.08, 3_600, 4
POINTS_OF_AN_UPGRADE, RUNS_OF_AN_UPGRADE = 1_500, 8


class Share(NamedTuple):
    """Which of several shares is tried, from 1, and how many there are."""

    number: int
    of: int

    def part_of(self, count: int) -> range:
        """The places of a list of so many that the share has: the shares of all numbers are the whole."""
        return range(count * (self.number - 1) // self.of, count * self.number // self.of)


class Asked(NamedTuple):
    """What of a part is asked for: the lines with a word, and a share."""

    only: str
    share: Share


def typed_share(typed: str) -> Share:
    """A share as it is typed: 2/9. Raises `ValueError` for one that there is not."""
    number, of = map(int, typed.split("/"))
    if not 1 <= number <= of:
        raise ValueError(typed)
    return Share(number, of)


def main(words: list[str]) -> int:
    """Run the parts. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests faults", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("part", nargs="*", help=", ".join(PARTS))
    parser.add_argument("--only", default="", help="the commands with this word in their line")
    parser.add_argument("--share", type=typed_share, default=Share(1, 1), help="K/N of the points, and of the damage")
    typed = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name, encrypted.derived_at_once():
        scratch = Path(name)
        base = scratch / "office"
        base.mkdir()
        set_up(base)
        return max(PARTS[part](base, scratch, Asked(typed.only, typed.share)) for part in typed.part or PARTS)


def _time_of_a_run(base: Path, scratch: Path) -> float:
    """How long a fresh folder and a run in it take here, in seconds."""
    server = served(scratch)
    begun = time.monotonic()
    for _ in range(10):
        shutil.rmtree(scratch / "timed", ignore_errors=True)
        shutil.copytree(base, scratch / "timed")
        server.run(scratch / "timed", ["setting", "set", "names", "on"])
    server.close()
    return (time.monotonic() - begun) / 10


def _say(part: str, seconds: float) -> None:
    print(f"== {part}: about {max(1, round(seconds / 60))} minutes", flush=True)


def _points(base: Path, scratch: Path, asked: Asked) -> int:
    if not calls.HERE:
        print("== points: no notice is given of system calls here", file=sys.stderr)
        return 1
    chosen = [writing for writing in WRITING if asked.only in writing.line]
    # A point is a fresh folder, two runs, and a look at what they left.
    runs = len(chosen) * POINTS_OF_ONE * 3 // asked.share.of
    _say("points", runs * _time_of_a_run(base, scratch) / WORKERS)
    with ProcessPoolExecutor(WORKERS) as pool:
        results = [pool.submit(fail_everywhere, writing, base, scratch, asked.share) for writing in chosen]
        found = [result.result() for result in results]
    met = sum(sum(met.values()) for met, _ in found)
    wrong = [text for _, texts in found for text in texts]
    print(f"points: {len(chosen)} commands, {met} points, {len(wrong)} wrong", *wrong, sep="\n")
    return int(bool(wrong) or any(sum(met.values()) < LEAST_POINTS / asked.share.of for met, _ in found))


def fail_everywhere(writing: Writing, base: Path, scratch: Path, share: Share) -> tuple[Counter[str], list[str]]:
    """Every fault at every point of one command, or at every so many: how many there were of each, what is wrong."""
    met: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        server = served(Path(name))
        trial = Trial(writing, base, Path(name), server)
        for fault, calls in FAULTS:
            for point in trial.points(fault, calls, first=share.number, step=max(share.of, writing.step)):
                met[fault] += 1
                found = trial.judge(point)
                wrong += (
                    [f"{writing.line}, {fault} at {point.call} {point.k}, code {point.code}: {found}"] if found else []
                )
        server.close()
    print(f"{writing.line}: {dict(met)}, {len(wrong)} wrong", flush=True)
    return met, wrong


def _kills(base: Path, scratch: Path, asked: Asked) -> int:
    _say("kills", 2 * KILLS * _time_of_a_run(base, scratch) / WORKERS)
    with ProcessPoolExecutor(WORKERS) as pool:
        killed = [pool.submit(kill_some, base, scratch, KILLS // WORKERS, seed) for seed in range(WORKERS)]
        return max(one.result() for one in killed)


def kill_some(base: Path, scratch: Path, kills: int, seed: int) -> int:
    """A share of the kills, in a folder of its own. Returns 1 where anything is wrong."""
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        folder = Path(name) / "office"
        shutil.copytree(base, folder)
        server = served(Path(name))
        killed = kill_at_random(folder, server, kills, seed)
        server.close()
    print(f"kills: {killed}", *killed.wrong, sep="\n", flush=True)
    return int(bool(killed.wrong) or min(killed.before, killed.after) < LEAST_SHARE * killed.kills)


def _power(base: Path, scratch: Path, asked: Asked) -> int:
    if STRACE is None:
        print("== power: strace is not installed", file=sys.stderr)
        return 1
    chosen = [writing for writing in WRITING if asked.only in writing.line]
    _say("power", len(chosen) * IMAGES_OF_ONE * IMAGE_OF_ONE * _time_of_a_run(base, scratch) / WORKERS)
    with ProcessPoolExecutor(WORKERS) as pool:
        found = together(pool.map(cut_one, chosen, repeat(base), repeat(scratch)))
    print(f"power: {len(chosen)} commands, {found.images} images, {len(found.wrong)} wrong", *found.wrong, sep="\n")
    return int(bool(found.wrong) or found.images < LEAST_IMAGES * len(chosen))


def cut_one(writing: Writing, base: Path, scratch: Path) -> Cuts:
    """The power goes in one command, in its whole form."""
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        server = served(Path(name))
        found = cut_everywhere(writing, base, Path(name) / "cuts", server, WHOLE)
        server.close()
    print(f"{writing.line}: {found.images} images, {len(found.wrong)} wrong", flush=True)
    return found


def _disks(base: Path, scratch: Path, asked: Asked) -> int:
    words = command(everything=True)
    if words is None:
        print("== disks: no disk can be mounted here", file=sys.stderr)
        return 1
    _say("disks", SIZES * RUNS_OF_A_SIZE * _time_of_a_run(base, scratch))
    return subprocess.run(words, cwd=program.ROOT).returncode


def _crowd(base: Path, scratch: Path, asked: Asked) -> int:
    _say("crowd", ROUNDS * AT_ONCE * ROUND_OF_ONE / WORKERS)
    found = []
    for seed in range(ROUNDS):
        folder = scratch / f"crowd-{seed}"
        shutil.copytree(base, folder)
        found.append(crowd(folder, AT_ONCE, seed))
    wrong = [text for one in found for text in one.wrong]
    slowest = max(one.slowest for one in found)
    print(
        f"crowd: {ROUNDS} rounds of {AT_ONCE} at once, the slowest in {slowest:.1f} s, {len(wrong)} wrong",
        *wrong,
        sep="\n",
    )
    return int(bool(wrong))


def _damage(base: Path, scratch: Path, asked: Asked) -> int:
    tried = asked.share.part_of(SHARES)
    copies = (BITS + PAGES) * len(tried) // SHARES
    _say("damage", copies * RUNS_OF_A_DAMAGE * _time_of_a_run(base, scratch) / WORKERS)
    assert 0 == program.run("demo --of office --dir sample --lang sv", folder=scratch).code
    whole = Damages()
    with ProcessPoolExecutor(WORKERS) as pool:
        for found in pool.map(damage_some, repeat(scratch / "sample" / "ipsu.db"), repeat(scratch), tried):
            whole = whole.with_more(found)
            print(whole, *found.wrong, sep="\n", flush=True)
    return int(bool(whole.wrong) or whole.found < whole.tried / 3)


def damage_some(sample: Path, scratch: Path, seed: int) -> Damages:
    """A share of the damage, in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        office = Path(shutil.copy2(sample, Path(name) / "ipsu.db"))
        content = office.read_bytes()
        bits, pages = flips.bits(content, BITS // SHARES, seed), flips.pages(content, PAGES // SHARES, seed)
        return damage(office, chain(bits, pages))


def _upgrades(base: Path, scratch: Path, asked: Asked) -> int:
    if not calls.HERE:
        print("== upgrades: no notice is given of system calls here", file=sys.stderr)
        return 1
    chosen = [released for released in RELEASED if asked.only in released.name]
    runs = len(chosen) * POINTS_OF_AN_UPGRADE * RUNS_OF_AN_UPGRADE
    _say("upgrades", runs * _time_of_a_run(base, scratch) / WORKERS)
    with ProcessPoolExecutor(WORKERS) as pool:
        found = [*pool.map(stop_one, chosen, repeat(scratch))]
    return int(any(stopped.wrong or stopped.met < LEAST_OF_AN_UPGRADE for stopped in found))


def stop_one(released: Path, scratch: Path) -> Stopped:
    """Every fault at every point of the upgrade of one file."""
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        server = served(Path(name))
        trial = Upgrade(released, Path(name), server)
        found = [stopped_everywhere(trial, fault, calls) for fault, calls in FAULTS]
        server.close()
    stopped = Stopped(sum(one.met for one in found), [text for one in found for text in one.wrong])
    print(f"{released.name}: {stopped.met} points, {len(stopped.wrong)} wrong", *stopped.wrong, sep="\n", flush=True)
    return stopped


PARTS: dict[str, Callable[[Path, Path, Asked], int]] = {
    "points": _points,
    "kills": _kills,
    "power": _power,
    "disks": _disks,
    "crowd": _crowd,
    "damage": _damage,
    "upgrades": _upgrades,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

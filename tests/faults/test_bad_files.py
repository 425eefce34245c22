"""Files from outside: the right rows, or exit 3 with every error named and nothing changed."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from ..bench.measure import plain_environment
from ..program import dump, run
from ..whole import WHOLE
from .bad_files import HEAVY, BadFile, corpus, mutated

TODAY = "2026-05-06"
LEAST, FEW, MANY = 300, 200, 2_000
MOST_SECONDS, MOST_KILOBYTES, MOST_ERRORS = 10, 300 * 1024, 1_000
SETUP = (
    "init --name Kontoret --orgnr 556677-8899",
    "agreement add A1 --service ipsu --area Uppsala --from 2026-01-01",
    "price set A1 ipsu-b 450 --unit hour --from 2026-01-01",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Alva --from 2026-03-02 --to 2026-05-29 "
    "--training Svets --training-from 2026-03-02 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
)
IMPORT = [sys.executable, *shlex.split("-m ipsu_cli import deliveries in.file --dry-run --json")]
# Run by a small process of its own: what a process has in memory when it starts another counts as that one's.
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad_files")
    for words in SETUP:
        result = run(words, folder=folder, today=TODAY)
        assert 0 == result.code, result.err
    return folder


def seconds_used() -> float:
    """The processor time of this process and its children: what else the machine does is not in it."""
    return sum(os.times()[:4])


def faults_of(file: BadFile, office: Path, before: str) -> list[str]:
    """What is wrong with what came of a file; the office is as it was."""
    (office / "in.file").write_bytes(file.content)
    shutil.copy2(office / "ipsu.db", office / "kept.db")
    began = seconds_used()
    result = run("import deliveries in.file --json", folder=office, today=TODAY)
    found = [] if seconds_used() - began < MOST_SECONDS else ["too slow"]
    if result.code == 0:
        listed = run("delivery list B1 --json", folder=office, today=TODAY).json["deliveries"]
        rows = sorted((row["case"], row["to"], float(row["hours"])) for row in listed)
        if (file.rows or file.codes) and rows != sorted(file.rows):
            found.append(f"brought in {rows}")
        shutil.copy2(office / "kept.db", office / "ipsu.db")
        return found
    if result.code != 3:
        return [*found, f"exit {result.code}: {result.err[:300]}"]
    if dump(office / "ipsu.db") != before:
        found.append("changed")
    return found + wrong_answer(file, result.err)


def wrong_answer(file: BadFile, err: str) -> list[str]:
    error = json.loads(err)["error"]
    errors = error["details"].get("errors", [])
    codes = [error["code"], *(row["code"] for row in errors)]
    if file.rows:
        return [f"refused: {codes[:3]} {error['message'][:200]}"]
    found = [] if len(errors) <= MOST_ERRORS else ["too many errors"]
    if file.codes and not any(code.startswith(file.codes) for code in codes):
        found.append(f"{codes[:3]}, not {file.codes}")
    if "Traceback" in err or not error["message"] or ("UTF-8" in err and file.content.startswith(b"PK")):
        found.append(err[:200])
    return found


def tried(files: Iterable[BadFile], office: Path) -> tuple[Counter[str], dict[str, list[str]]]:
    before, counts, wrong = dump(office / "ipsu.db"), Counter[str](), dict[str, list[str]]()
    for file in files:
        faults = faults_of(file, office, before)
        counts["right rows" if file.rows else "others"] += 1
        if faults:
            wrong[file.name] = faults
    return counts, wrong


def test_each_file_of_the_corpus_is_read_rightly_or_refused(office: Path) -> None:
    files = [file for file in corpus() if file.name not in HEAVY]
    assert len({file.name for file in files}) == len(files) >= LEAST
    counts, wrong = tried(files, office)
    print(f"{len(files)} files: {dict(counts)}")
    assert {} == wrong
    assert min(counts.values()) > LEAST // 4


def test_what_is_heavy_takes_no_more_than_it_may(office: Path) -> None:
    files = [file for file in corpus() if file.name in HEAVY]
    assert len(HEAVY) == len(files)
    environment = {**plain_environment(), "IPSU_TODAY": TODAY}
    for file in files:
        (office / "in.file").write_bytes(file.content)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *IMPORT], cwd=office, env=environment, capture_output=True
        )
        code, seconds, kilobytes = map(float, done.stdout.split()[-3:])
        print(f"{file.name}: {seconds:.1f} s, {kilobytes / 1024:.0f} MiB")
        assert (0 if file.rows else 3) == code, file.name
        assert seconds < MOST_SECONDS and kilobytes < MOST_KILOBYTES, file.name


def tried_mutations(count: int, office: Path) -> None:
    counts, wrong = tried(mutated(count), office)
    print(f"{count} mutations: {dict(counts)}")
    assert {} == wrong
    assert count == counts.total()


def test_a_few_mutations(office: Path) -> None:
    tried_mutations(FEW, office)


@pytest.mark.long
@pytest.mark.skipif(not WHOLE, reason="a tenth of them is tried with the fast tests")
def test_many_mutations(office: Path) -> None:
    tried_mutations(MANY, office)

"""A million deliveries from a .csv file, every row judged, against an unchecked load of the same rows, and against a
script with sqlite-utils, which neither checks nor seals.

`python -m tests.bench.imports FOLDER ROWS` makes the office and its files alone.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ipsu_cli.core.dates import Week
from ipsu_cli.store import Writing, settings
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn
from tests.bench.year import AGREEMENT, AGREEMENTS, MONDAY, PERSON, WEEKS, change, fresh, stamp_of, with_schema
from tests.bench.year import deliveries as of_week

ROWS, ROUNDS = 1_000_000, 3
MOST, MOST_OF_UTILS, PEAK = 1.5, 1.6, 120
BAD = 1_000  # one row in so many is above the plan, in a week without one, or cannot be read
CASE = """
    INSERT INTO cases (id, ref, person_id, service, agreement_id, from_day, to_day, training_name, training_from,
                       training_to, entered_by, entered_on)
    VALUES (?, ?, ?, 'ipsu-b', ?, ?, '2026-12-31', 'Training', '2026-01-01', '2026-12-31', ?, ?)
"""
PLAN = """
    INSERT INTO documents (id, case_id, type, version, status, submitted, confirmed, entered_by, entered_on)
    VALUES (?, ?, 'gp', 1, 'confirmed', '2026-01-02', '2026-01-03', ?, ?)
"""
PLAN_WEEK = "INSERT INTO plan_weeks (document_id, week, hours, entered_by, entered_on) VALUES (?, ?, ?, ?, ?)"


def make(folder: Path, rows: int) -> Path:
    """An office with the cases and plans that so many rows need, and the rows: all good, and with some bad."""
    path, cases = folder / "office.db", rows // WEEKS
    with_schema(path)
    with change(path, "2026-01-02") as store:
        settings.found(store, "Bench", "5560360793", "en")
        enter(store, cases)
    lines = [f"C{case:06},{day},{hours / 100:g}" for case, day, hours in worked(cases)]
    heading = "case,on,hours"
    (folder / "good.csv").write_text("\n".join([heading, *lines, ""]), encoding="utf-8")
    lines[::BAD] = [_spoilt(place, line) for place, line in enumerate(lines[::BAD])]
    (folder / "bad.csv").write_text("\n".join([heading, *lines, ""]), encoding="utf-8")
    return path


def enter(store: Writing, cases: int) -> None:
    """Cases that begin on fourteen days under twenty agreements, with plans of one extent or of two."""
    for n in range(1, AGREEMENTS + 1):
        store.add("agreements", ref=f"A{n:02}", area=f"Area {n}", sites="[]", **AGREEMENT)
    stamp, numbers = stamp_of(store), range(1, cases + 1)
    # Shaped like personnummer, and nobody's: the month is 99.
    store.conn.executemany(PERSON, ((n, f"1999{n:08}", f"Person {n}", *stamp) for n in numbers))
    store.conn.executemany(
        CASE, ((n, f"C{n:06}", n, n % AGREEMENTS + 1, f"2026-01-{n % 14 + 1:02}", *stamp) for n in numbers)
    )
    store.conn.executemany(PLAN, ((n, n, *stamp) for n in numbers))
    store.conn.executemany(PLAN_WEEK, ((n, *week, *stamp) for n in numbers for week in planned(n)))


def planned(n: int) -> Iterator[tuple[str, int]]:
    """Every week to the end of the year: a case in three has half the hours in its second half."""
    week = Week.of(MONDAY)
    for place in range(WEEKS):
        yield week, 1000 if n % 3 == 0 and place >= WEEKS // 2 else 2000
        week = week.next()


def worked(cases: int) -> Iterator[tuple[int, str, int]]:
    """Each case once a week, two to nine hours, one week of all cases after the other."""
    for week in range(WEEKS):
        monday = MONDAY.fromordinal(MONDAY.toordinal() + 7 * week)
        yield from ((case, day, hours) for case, day, _, hours in of_week([monday], cases))


def _spoilt(place: int, line: str) -> str:
    case, _, hours = line.split(",")
    return [f"{case},2026-06-31,{hours}", f"{case},2026-01-15,{hours}", f"{line}0000", f"X{line}"][place % 4]


def ratios(folder: Path) -> list[Ratio]:
    """Make the files, let them run in turn, and compare."""
    print(f"imports: making {ROWS} rows", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "tests.bench.imports", str(folder), str(ROWS)], cwd=ROOT, check=True)
    return compared(**in_turn(contestants(folder), ROUNDS))


def contestants(folder: Path) -> dict[str, Contestant]:
    ipsu = console_script(folder)
    target = folder / "target.db"

    def imported(file: str) -> list[str]:
        fresh(folder / "office.db", target)
        return [*ipsu, "--db", str(target), "--today", "2027-01-01", "import", "deliveries", str(folder / file)]

    def unchecked(module: str) -> list[str]:
        fresh(folder / "office.db", target)
        return [sys.executable, "-m", f"tests.bench.{module}", str(target), str(folder / "good.csv")]

    return {
        "bare": Contestant(lambda: unchecked("bare_import")),
        "utils": Contestant(lambda: unchecked("sqlite_utils_import")),
        "good": Contestant(lambda: imported("good.csv")),
        "bad": Contestant(lambda: imported("bad.csv"), exits=3),
    }


def compared(bare: Runs, utils: Runs, good: Runs, bad: Runs) -> list[Ratio]:
    """Whole processes against whole processes, by processor time."""
    what, against = f"import deliveries, {ROWS} rows", "an unchecked load"
    return [
        Ratio(what, against, good.processor / bare.processor, MOST, good.wall),
        Ratio(what, "sqlite-utils insert_all", good.processor / utils.processor, MOST_OF_UTILS, good.wall),
        Ratio(f"{what}, some bad", against, bad.processor / bare.processor, MOST, bad.wall),
        Ratio(f"{what}, peak memory", "", good.peak, PEAK, 0, "MiB"),
        Ratio(f"{what}, some bad, peak memory", "", bad.peak, PEAK, 0, "MiB"),
    ]


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))

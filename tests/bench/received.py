"""`ipsu invoice reconcile` of a self-invoice of 10 000 lines, against reading its file alone."""

import subprocess
import sys
from pathlib import Path

from ipsu_cli.core.dates import Month
from ipsu_cli.store import Writing
from tests.bench import year
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn
from tests.self_invoices import Line, csv, rows, ubl, xlsx

ROUNDS = 7
CASES, MONTH, TODAY = 2_500, "2026-03", "2026-04-10"
WEEKS = (("2026-03-02", "2026-03-08"), ("2026-03-09", "2026-03-15"), ("2026-03-16", "2026-03-22"),
         ("2026-03-23", "2026-03-29"))  # fmt: skip
KINDS = {"a.xml": "UBL", "a.csv": ".csv", "a.xlsx": ".xlsx"}
READ = (
    "import sys; from ipsu_cli.read.input_file import InputFile; from ipsu_cli.read.self_invoice import load, read; "
    "assert read(load(InputFile(sys.argv[1]))).invoices"
)
NOTHING = "from ipsu_cli.read import self_invoice; from ipsu_cli.app import main; main(['--help'])"


def ratios(folder: Path, names: tuple[str, ...] = tuple(KINDS), rounds: int = ROUNDS) -> list[Ratio]:
    """Make the office and the three files, let them run in turn, and compare."""
    said(f"making {CASES * len(WEEKS)} lines")
    # In a process of its own: a child counts the memory of its parent as its own peak.
    subprocess.run([sys.executable, "-m", "tests.bench.received", str(folder)], cwd=ROOT, check=True)
    said("running")
    return compared(folder, names, in_turn(contestants(folder, names), rounds))


def said(text: str) -> None:
    print(f"received: {text}", file=sys.stderr, flush=True)


def contestants(folder: Path, names: tuple[str, ...]) -> dict[str, Contestant]:
    ipsu = [*console_script(folder), "--db", str(folder / "office.db"), "--today", TODAY, "--json"]

    def reconcile(name: str) -> Contestant:
        return Contestant(lambda: [*ipsu, "invoice", "reconcile", "2026-0001", str(folder / name)])

    def read(name: str) -> Contestant:
        return Contestant(lambda: [sys.executable, "-c", READ, str(folder / name)])

    found = {"bare": Contestant(lambda: [sys.executable, "-c", NOTHING])}
    for name in names:
        found |= {f"read {name}": read(name), f"reconcile {name}": reconcile(name)}
    return found


def compared(folder: Path, names: tuple[str, ...], found: dict[str, Runs]) -> list[Ratio]:
    """Whole processes against whole processes; memory above what the program takes by itself, in sizes of the file."""
    listed = []
    for name in names:
        whole, alone = found[f"reconcile {name}"], found[f"read {name}"]
        listed.append(
            Ratio(f"reconcile 10 000 lines, {KINDS[name]}", "reading the file", whole.wall / alone.wall, 3, whole.wall)
        )
    whole = found["reconcile a.xml"]
    peak = (whole.peak - found["bare"].peak) / ((folder / "a.xml").stat().st_size / 1024 / 1024)
    return [*listed, Ratio("the same, memory, UBL", "the file's size", peak, 5, whole.wall)]


def make(folder: Path, cases: int = CASES, names: tuple[str, ...] = tuple(KINDS)) -> None:
    """An office with cases of four weeks, their invoice, and the agency's self-invoice of it in these kinds."""
    path = folder / "office.db"
    year.with_schema(path)
    with year.change(path, "2026-01-02") as store:
        _enter(store, cases)
    year.build(path, Month(MONTH))
    lines = [Line(f"C{n:05}", *week, 9_00, 450_00) for n in range(1, cases + 1) for week in WEEKS]
    table = rows("1001", lines)
    if "a.csv" in names:
        (folder / "a.csv").write_text(csv(table), encoding="utf-8")
    if "a.xml" in names:
        (folder / "a.xml").write_text(ubl("1001", lines, seller="556036-0793"), encoding="utf-8")
    if "a.xlsx" in names:
        (folder / "a.xlsx").write_bytes(xlsx([line.split(";") for line in csv(table).splitlines()]))


def _enter(store: Writing, cases: int) -> None:
    from ipsu_cli.store import settings

    settings.found(store, "Bench", "556036-0793", "sv")
    id = store.add("agreements", ref="A01", area="Area", sites="[]", **year.AGREEMENT)
    store.add("prices", agreement_id=id, service="ipsu-b", unit="hour", from_day="2026-01-01", amount_ore=450_00)
    stamp = year.stamp_of(store)
    for n in range(1, cases + 1):
        store.conn.execute(year.PERSON, (n, f"1999{n:08}", f"Person {n}", *stamp))
        store.conn.execute(year.CASE, (n, f"C{n:05}", n, id, *stamp))
        store.conn.execute(year.PLAN, (n, "confirmed", "2026-01-03", *stamp))
        for first, _ in WEEKS:
            store.conn.execute(year.DELIVERY, (n, first, first, 9_00, *stamp))


if __name__ == "__main__":
    make(Path(sys.argv[1]))

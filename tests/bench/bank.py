"""`ipsu invoice bank` of 100 000 entries, and `reconcile` of as many lines, against a tenth of each."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ipsu_cli.store import Writing, settings
from tests.bank_files import Row, wrapped
from tests.bench import received, year
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 1  # a run of the larger takes some minutes on a busy machine
FEW, MANY = 10_000, 100_000
TODAY, PAID_ON = "2026-05-06", "2026-05-04"
MOST = 12  # ten times as much, and what a start-up or a cache that is too small adds
INVOICE = """
    INSERT INTO invoices (id, year, no, kind, agreement_id, month, made_on, payable_from, vat, net_ore, vat_ore,
                          total_ore, status, approved_on, entered_by, entered_on)
    VALUES (?, ?, ?, 'invoice', 1, '2026-03', '2026-04-01', '2026-05-01', 0, ?, 0, ?, 'approved', '2026-04-02', ?, ?)
"""
SELF_INVOICE = """
    INSERT INTO self_invoices (id, agreement_id, year, number, on_day, type, net_ore, vat_ore, total_ore,
                               entered_by, entered_on)
    VALUES (?, 1, 2026, ?, '2026-04-02', '389', ?, 0, ?, ?, ?)
"""
PAIR = "INSERT INTO pairs (self_invoice_id, invoice_id, entered_by, entered_on) VALUES (?, ?, ?, ?)"
PER_YEAR = 9_000  # a number has four digits


def ratios(folder: Path) -> list[Ratio]:
    """Make an office and a file of each size, let them run in turn, and compare."""
    for count in (FEW, MANY):
        print(f"bank: making {count} invoices, lines and entries", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "tests.bench.bank", str(folder), str(count)], cwd=ROOT, check=True)
    return compared(in_turn(contestants(folder), ROUNDS))


def compared(runs: dict[str, Runs]) -> list[Ratio]:
    """Whole processes against whole processes."""
    return [
        Ratio(f"{what}, 100 000", f"{what}, 10 000", many.wall / few.wall, MOST, many.wall)
        for what, few, many in (
            ("invoice bank, camt.054", runs[f"bank {FEW}"], runs[f"bank {MANY}"]),
            ("reconcile, .csv", runs[f"reconcile {FEW}"], runs[f"reconcile {MANY}"]),
        )
    ]


def contestants(folder: Path) -> dict[str, Contestant]:
    ipsu = console_script(folder)
    found = {}
    for count in (FEW, MANY):
        own = folder / str(count)
        found[f"bank {count}"] = Contestant(partial(bank, ipsu, own))
        found[f"reconcile {count}"] = Contestant(partial(reconcile, ipsu, own))
    return found


def bank(ipsu: list[str], own: Path) -> list[str]:
    """The words of a run on a fresh copy."""
    copy = year.fresh(own / "paid.db", own / "copy.db")
    return [*ipsu, "--db", str(copy), "--today", TODAY, "--json", "invoice", "bank", str(own / "bank.xml")]


def reconcile(ipsu: list[str], own: Path) -> list[str]:
    """The words of a run; nothing is written."""
    words = ["--db", str(own / "office.db"), "--today", received.TODAY, "--json", "invoice", "reconcile"]
    return [*ipsu, *words, "2026-0001", str(own / "a.csv")]


def make(folder: Path, count: int) -> None:
    """An office with as many invoices and a bank's file that pays each, half of them by the agency's numbers; and one
    with as many lines on an invoice, and the agency's self-invoice of it."""
    folder.mkdir()
    path = folder / "paid.db"
    year.with_schema(path)
    with year.change(path, "2026-04-01") as store:
        enter(store, count)
    file = wrapped("camt.054", tuple(entries(count)))
    (folder / "bank.xml").write_text(file, encoding="utf-8")
    received.make(folder, count // len(received.WEEKS), names=("a.csv",))


def enter(store: Writing, count: int) -> None:
    settings.found(store, "Bench", "5560360793", "sv")
    store.add("agreements", ref="A01", area="Area", sites="[]", **year.AGREEMENT)
    stamp = year.stamp_of(store)
    numbers = range(1, count + 1)
    store.conn.executemany(INVOICE, ((n, *place(n), 100_00 + n, 100_00 + n, *stamp) for n in numbers))
    store.conn.executemany(SELF_INVOICE, ((n, f"SF{n:07}", 100_00 + n, 100_00 + n, *stamp) for n in numbers))
    store.conn.executemany(PAIR, ((n, n, *stamp) for n in numbers))


def place(n: int) -> tuple[int, int]:
    """The year and the number within it."""
    return 2010 + (n - 1) // PER_YEAR, (n - 1) % PER_YEAR + 1


def entries(count: int) -> Iterator[Row]:
    for n in range(1, count + 1):
        in_year = "{}-{:04}".format(*place(n))
        yield Row(PAID_ON, f"{(100_00 + n) / 100:.2f}", in_year if n % 2 else f"SF{n:07}", id=f"E{n}")


if __name__ == "__main__":
    make(Path(sys.argv[1]) / sys.argv[2], int(sys.argv[2]))

"""Lists of a large office, 100 000 cases and a million deliveries or 220 000 lines on invoices: each against its bare
query, and what memory it takes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core.listing import Listing
from ipsu_cli.store import case_list, deliveries, delivery_list, invoice_list, invoices
from ipsu_cli.store.listed import ListQuestion
from tests.bench import decade
from tests.bench.build import made
from tests.bench.measure import ROOT, Contestant, Ratio, Runs, console_script, in_turn

ROUNDS = 3
MOST, PEAK = 3, 80
TODAY = {"decade.db": "2025-12-31", "year.db": "2027-01-02"}
FIRST = Listing(limit=20, sort="-to")
DELIVERIES = ListQuestion(deliveries.COUNTED, deliveries.IN_ORDER, delivery_list.COLUMNS)
NOBODY = dict.fromkeys(("services", "agreements", "coaches", "first", "last", "status", "month"))
LINES = invoices.LINES.replace(":invoice", ":id")
# Both write to nobody: what a terminal or a pipe takes is not theirs.
INTO_NOTHING = ["sh", "-c", 'exec "$@" > /dev/null', "sh"]


class AskedList(NamedTuple):
    """A list: what is typed, as text or as JSON, in which file, and what it asks."""

    typed: str
    form: str
    file: str
    question: ListQuestion
    listing: Listing = Listing()
    below: str = ""

    @property
    def name(self) -> str:
        return f"{self.typed}{', JSON' if self.form == 'json' else ''}"

    def ours(self, ipsu: list[str], folder: Path) -> Contestant:
        words = [*ipsu, "--db", str(folder / self.file), "--today", TODAY[self.file], *self.typed.split()]
        return Contestant(lambda: [*INTO_NOTHING, *words, *(["--json"] if self.form == "json" else [])])

    def bare(self, folder: Path) -> Contestant:
        values = {**NOBODY, "today": TODAY[self.file], "queued": '["ips"]', "limit": self.listing.limit}
        asked = [self.form, json.dumps(values), self.question.asked(self.listing), self.below]
        script = str(ROOT / "tests" / "bench" / "bare_list.py")
        return Contestant(lambda: [*INTO_NOTHING, sys.executable, script, str(folder / self.file), *asked])


LISTS = (
    AskedList("case list", "csv", "decade.db", case_list.LIST),
    AskedList("case list", "json", "decade.db", case_list.LIST),
    AskedList("case list --sort -to --limit 20", "csv", "decade.db", case_list.LIST, FIRST),
    AskedList("delivery list", "csv", "decade.db", DELIVERIES),
    AskedList("delivery list", "json", "decade.db", DELIVERIES),
    AskedList("delivery list --sort -to --limit 20", "csv", "decade.db", DELIVERIES, FIRST),
    AskedList("invoice list", "json", "year.db", invoice_list.LIST, below=LINES),
)


def ratios(folder: Path) -> list[Ratio]:
    """Make the two offices, let each list and its query run in turn, and compare by processor time."""
    print("lists: making the offices", file=sys.stderr, flush=True)
    words = [sys.executable, "-m", "tests.bench.decade", str(folder / "decade.db"), str(decade.CASES), "million"]
    subprocess.run(words, cwd=ROOT, check=True)
    made(folder / "year.db", 1)
    ipsu = console_script(folder)
    return [ratio for asked in LISTS for ratio in compared(asked, ipsu, folder)]


def compared(asked: AskedList, ipsu: list[str], folder: Path) -> list[Ratio]:
    """A whole process against a whole process; the seconds are those of the processor."""
    found: dict[str, Runs] = in_turn({"ours": asked.ours(ipsu, folder), "bare": asked.bare(folder)}, ROUNDS)
    ours, bare = found["ours"], found["bare"]
    return [
        Ratio(asked.name, "its bare query", ours.processor / bare.processor, MOST, ours.processor),
        Ratio(f"{asked.name}, peak memory", "", ours.peak, PEAK, 0, "MiB"),
    ]

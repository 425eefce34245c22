"""The sample office's files as the office came to know them: what is new in each by a day, and what it has earned."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.program import ROOT
from tests.sample_office import days_of

SAMPLE = ROOT / "sample_data"
KINDS = ("agreements", "prices", "cases", "documents", "plans", "deliveries")
Row = dict[str, str]
NEVER = date.max


class SampleYear:
    """The files of IPSU and of the placements, read; `known` is what was handed out."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {kind: [*_rows(kind)] for kind in KINDS}
        self.cases = {row["case"]: row for row in self.rows["cases"]}
        self.earned = Earned(self.rows["prices"], self.cases)
        self._given: Counter[str] = Counter()
        self._dated = {
            kind: sorted(((self._known(kind, row), n) for n, row in enumerate(rows)), key=lambda pair: pair)
            for kind, rows in self.rows.items()
        }

    def new_rows(self, day: date) -> Iterator[tuple[str, list[Row]]]:
        """Each kind with its rows that the office has known since the last time it was asked."""
        for kind in KINDS:
            dated, first = self._dated[kind], self._given[kind]
            last = sum(known <= day for known, _ in dated)
            self._given[kind] = last
            rows = [self.rows[kind][n] for n in sorted(n for _, n in dated[first:last])]
            if kind == "cases":
                rows = [row | {"closed": "", "reason": "", "training-result": ""} for row in rows]
            if rows:
                yield kind, rows

    def closings(self, after: date, until: date) -> Iterator[str]:
        """The commands that close the cases that were closed in these days."""
        for case, row in self.cases.items():
            if row["closed"] and after < _day(row["closed"]) <= until:
                result = f" --training-result {row['training-result']}" if row["training-result"] else ""
                yield f"case close {case} --on {row['closed']} --reason {row['reason']}{result}"

    def _known(self, kind: str, row: Row) -> date:
        """The day on which the office could type the row."""
        if kind in ("agreements", "prices"):
            return date.min
        if kind == "cases":
            return _day(row["from"])
        if kind == "documents":
            return _day(row["returned"] or row["confirmed"] or row["submitted"])
        if kind == "plans":
            return _day(row["confirmed"] or row["submitted"] or self.cases[row["case"]]["from"])
        return max(worked(row), self._ready(row))

    def _ready(self, row: Row) -> date:
        """The day from which the work may be delivered: a mapping is reported and confirmed, a month is reported, a
        plan is there."""
        case = row["case"]
        listed = [doc for doc in self.rows["documents"] if doc["case"] == case]
        if row["month"]:
            asked = [doc for doc in listed if doc["type"] == "pr" and doc["period"] == row["month"]]
            return min(_day(doc["returned"] or doc["confirmed"] or doc["submitted"]) for doc in asked)
        if case.startswith("A-"):
            return max(self._known("documents", doc) for doc in listed)
        plans = [plan for plan in self.rows["plans"] if plan["case"] == case]
        return min(self._known("plans", plan) for plan in plans)


class Earned:
    """What the work comes to: each case's work of a month at its price, rounded by itself, to the öre."""

    def __init__(self, prices: list[Row], cases: dict[str, Row]) -> None:
        self.prices, self.cases = prices, cases
        self.work: Counter[tuple[str, str, str]] = Counter()  # hundredths, by case, month and unit

    def add(self, case: str, on: date, hundredths: int, unit: str) -> None:
        self.work[case, f"{on:%Y-%m}", unit] += hundredths

    def add_results(self, documents: list[Row]) -> None:
        """A result that the agency has confirmed is delivered by that."""
        for row in documents:
            if row["type"] in ("r2", "rr") and row["confirmed"]:
                self.add(row["case"], _day(row["confirmed"]), 100, "result")

    def add_work(self, deliveries: list[Row]) -> None:
        """What the rows say was done."""
        for row in deliveries:
            if row["month"]:
                self.add(row["case"], worked(row), *_month_of(row["month"], self.cases[row["case"]]))
            elif row["hours"]:
                self.add(row["case"], worked(row), int(Decimal(row["hours"].replace(",", ".")) * 100), "hour")
            else:
                self.add(row["case"], worked(row), 100, "case")

    def pieces(self) -> dict[tuple[str, str, str], int]:
        """The öre of each case's work of a month, by case, month and unit; what has no price yet is left out."""
        found = {key: self._line(*key, hundredths) for key, hundredths in self.work.items()}
        return {key: ore for key, ore in found.items() if ore}

    def _line(self, case: str, month: str, unit: str, hundredths: int) -> int:
        price = self.price(self.cases[case], f"{month}-28", unit)
        return int((price * hundredths).quantize(Decimal(1), ROUND_HALF_UP))

    def price(self, case: Row, day: str, unit: str) -> Decimal:
        found = [
            row
            for row in self.prices
            if (row["agreement"], row["service"], row["unit"]) == (case["agreement"], case["service"], unit)
            and row["level"] in ("", case["level"]) and row["from"] <= day
        ]  # fmt: skip
        last = max(found, key=lambda row: (row["from"], row["level"]), default={"amount": "0"})
        return Decimal(last["amount"].replace(",", "."))


def worked(row: Row) -> date:
    """The last day of a delivery."""
    if row["month"]:
        return month_end(row["month"])
    return date.fromisoformat(row["on"]) if row["on"] else days_of(row["week"])[6]


def _month_of(month: str, case: Row) -> tuple[int, str]:
    """A placement's month: its days within the period, or one month; in hundredths."""
    if case["system"] == "msfa":
        return 100, "month"
    first = max(date.fromisoformat(f"{month}-01"), date.fromisoformat(case["from"]))
    last = min(month_end(month), date.fromisoformat(case["closed"] or case["to"]))
    return 100 * ((last - first).days + 1), "day"


def month_end(month: str) -> date:
    first = date.fromisoformat(f"{month}-01")
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _day(text: str) -> date:
    return date.fromisoformat(text) if text else NEVER


def _rows(kind: str) -> Iterator[Row]:
    """The rows of both folders, each with the columns of both."""
    rows: list[Row] = []
    for folder in (SAMPLE, SAMPLE / "rusta-matcha"):
        if (path := folder / f"{kind}.csv").is_file():
            with path.open(encoding="utf-8", newline="") as file:
                rows += csv.DictReader(file, delimiter=";")
    columns = dict.fromkeys((name for row in rows for name in row), "")
    return (columns | row for row in rows)


def csv_of(rows: list[Row]) -> str:
    """The rows as a file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()

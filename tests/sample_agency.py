"""The other side of the sample office in `sample_data/agency/`: what writes its files, and what they should be.

    python -m tests.sample_agency --write    writes the files
    python -m tests.sample_agency --check    the files are what is written here

Each month from February to October 2026 the agency sends self-invoices of what was worked in the month before, and from
March on it pays those of the month before through the bank. All is well up to the work of August. Of September it bills
one line at last year's price, one with an hour too much, one agreement twice and one not at all; of August it pays one
self-invoice in part, and of July one in whole kronor. What has no price or no confirmed plan is on no basis, and so on
no self-invoice. ROM-GH is not billed by the agency.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tests import bank_files
from tests.program import ROOT
from tests.sample_office import working_days_on
from tests.sample_year import SampleYear, month_end
from tests.self_invoices import Line, csv, rows, vat_of

FOLDER = ROOT / "sample_data" / "agency"
MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 10))
SERIES = {"IPSU-NM": 1000, "IPSU-GH": 2000, "IPSU-NG": 3000, "IPSU-VS": 4000, "IPSU-NN": 5000, "ROM-NM": 6000}
HELD = {"B-124", "B-126", "B-128", "B-131"}  # no price, or no confirmed plan
# What goes wrong: in the billing of September, and in the payments of July and August.
OLD_PRICE, HOUR_TOO_MUCH, TWICE, NEVER_SENT = "B-122", "B-120", "IPSU-VS", "IPSU-NN"
WHOLE_KRONOR, IN_PART, PART = ("IPSU-NM", "2026-07"), ("IPSU-NN", "2026-08"), 30_000_00


class SelfInvoice(NamedTuple):
    """A self-invoice as the agency sends it."""

    number: str
    agreement: str
    month: str
    sent: date
    lines: list[Line]

    @property
    def total(self) -> int:
        net = sum(line.amount for line in self.lines)
        return net + vat_of(net)


def next_month(month: str, days: int) -> date:
    """So many working days into the month after."""
    return working_days_on(month_end(month), days)


def lines_of(agreement: str, month: str) -> list[Line]:
    """What was worked in a month under an agreement, as the agency should bill it."""
    sample = SampleYear()
    sample.earned.add_work(sample.rows["deliveries"])
    found = []
    for (case, worked, unit), ore in sorted(sample.earned.pieces().items()):
        if (sample.cases[case]["agreement"], worked) == (agreement, month) and case not in HELD:
            price = int(sample.earned.price(sample.cases[case], f"{month}-28", unit) * 100)
            hours = sample.earned.work[case, worked, unit] if unit == "hour" else None
            found.append(Line(case, f"{month}-01", str(month_end(month)), hours, price, ore))
    return found


def billed(line: Line, month: str) -> Line:
    """The line as the agency makes it."""
    if month != MONTHS[-1]:
        return line
    assert line.hours is not None or line.case not in (OLD_PRICE, HOUR_TOO_MUCH)
    if line.case == OLD_PRICE:
        return Line(line.case, line.first, line.last, line.hours, 450_00)
    if line.case == HOUR_TOO_MUCH:
        return Line(line.case, line.first, line.last, (line.hours or 0) + 1_00, line.price)
    return line


def self_invoices() -> list[SelfInvoice]:
    """All that the agency has sent, month by month."""
    numbers, found = Counter(SERIES), []
    for month in MONTHS:
        for agreement in SERIES:
            lines = [billed(line, month) for line in lines_of(agreement, month)]
            last = month == MONTHS[-1]
            for _ in range(0 if last and agreement == NEVER_SENT else 2 if last and agreement == TWICE else 1):
                if lines:
                    numbers[agreement] += 1
                    number = str(numbers[agreement])
                    found.append(SelfInvoice(number, agreement, month, next_month(month, 7), lines))
    return found


def payments(sent: list[SelfInvoice]) -> Iterator[tuple[str, bank_files.Row]]:
    """What comes in on the first working day of the second month after the work, by that month's own name."""
    for invoice in sent:
        if invoice.month != MONTHS[-1]:
            made = f"{next_month(invoice.month, 1):%Y-%m}"
            on = next_month(made, 1)
            place = (invoice.agreement, invoice.month)
            paid = PART if place == IN_PART else invoice.total
            amount = f"{paid // 100}.00" if place == WHOLE_KRONOR else f"{paid // 100}.{paid % 100:02d}"
            text = f"Självfaktura {invoice.number}"
            yield f"{on:%Y-%m}", bank_files.Row(str(on), amount, text=text, id=f"AF{on:%y%m%d}{invoice.number}")


def files() -> dict[str, str]:
    """Every file by its name."""
    sent, found = self_invoices(), {}
    for month in MONTHS:
        listed = [
            rows(invoice.number, invoice.lines, date=str(invoice.sent)) for invoice in sent if invoice.month == month
        ]
        found[f"self-invoices-{next_month(month, 1):%Y-%m}.csv"] = csv(*listed)
    paid: dict[str, list[bank_files.Row]] = {}
    for month, row in payments(sent):
        paid.setdefault(month, []).append(row)
    for month, listed_rows in paid.items():
        text = bank_files.wrapped("camt.054", tuple(listed_rows)).replace("><Ntry>", ">\n<Ntry>")
        found[f"bank-{month}.xml"] = text + "\n"
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="What the agency sends to the sample office.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="write the files")
    what.add_argument("--check", action="store_true", help="compare them")
    writes = parser.parse_args().write
    for name, text in files().items():
        path = FOLDER / name
        if writes:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif path.read_bytes().decode("utf-8") != text:
            print(f"{name} differs from what --write makes", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The accountant's books: a ledger that imports every package once has what the register has, whatever has happened.

The ledger and its reader of SIE are of the test's own. What the register has is calculated from the invoices as JSON.
"""

import random
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.books import Rate, register_sums, settled
from tests.whole import WHOLE

TRAINING = "--training Svets --training-from 2026-01-12 --training-to 2026-12-18"
PLAN = "2026-W10..2026-W35=20 --submitted 2026-03-02 --confirmed 2026-03-02"
# The rate of each agreement, its account of sales and its account of VAT.
RATES = {"S25": Rate(25, "3041", "2611"), "S6": Rate(6, "3043", "2631"), "P0": Rate(0, "3044", "")}
CASES = {"B1": "S25", "B2": "S25", "B3": "S6", "B4": "P0"}
NUMBERS = ("19900101-9802", "19850505-2392", "19750315-2394", "19750315-2386")
MADE = (
    "agreement add S25 --service ipsu --area Norr --from 2025-01-01",
    "agreement add S6 --service ipsu --area Söder --from 2025-01-01 --vat 6",
    "agreement add P0 --service ipsu --area Öster --from 2025-01-01 --vat 0 --vat-exempt-reason 'Social omsorg'",
    *(f"price set {agreement} ipsu-b 450.33 --unit hour --from 2025-01-01" for agreement in RATES),
    *(
        f"case add {case} --agreement {agreement} --personnummer {number} --name 'Test Person' --service ipsu-b"
        f" --from 2026-03-02 --to 2026-08-30 {TRAINING}"
        for (case, agreement), number in zip(CASES.items(), NUMBERS, strict=True)
    ),
    *(f"plan set {case} {PLAN}" for case in CASES),
)
TRANS = re.compile(r'\s*#TRANS (\d+) \{[^}]*\} (-?\d+\.\d\d) (\d{8}) "(.*)"')
VER = re.compile(r'#VER "" "" (\d{8}) "(.*)"')


class Ledger:
    """What an accounting program has after it has read some packages."""

    def __init__(self) -> None:
        self.accounts: Counter[str] = Counter()
        self.texts: list[str] = []

    def read(self, folder: Path) -> None:
        """Read the SIE file of a package: each voucher makes nothing, and its day lies in the package's month."""
        (path,) = folder.glob("*.si")
        total = 0
        for line in path.read_bytes().decode("cp437").splitlines():
            if begun := VER.match(line):
                assert 0 == total
                assert path.stem == f"{begun[1][:4]}-{begun[1][4:6]}", line
                self.texts.append(begun[2])
            elif row := TRANS.match(line):
                ore = int(Decimal(row[2]) * 100)
                total += ore
                self.accounts[row[1]] += ore
                self.texts.append(row[4])
        assert 0 == total


def run(folder: Path, words: str, today: str) -> program.Result:
    done = program.run(words, folder=folder, today=today)
    assert done.code in (0, 1, 6), (words, done.err)
    return done


def register(folder: Path, today: str) -> Counter[str]:
    """The sums by account of what stands in the register."""
    return register_sums(run(folder, "invoice list --json", today).json["invoices"], RATES)


def waiting(folder: Path, today: str) -> list[str]:
    """The months that status says are not sent."""
    return [row["month"] for row in run(folder, "status --json", today).json["unbooked"]]


def send(folder: Path, month: str, today: str, ledger: Ledger) -> None:
    """Make the month's package, if it is not made, and let the ledger read it."""
    if 0 == run(folder, f"export package {month} sent-{month}", today).code:
        ledger.read(folder / f"sent-{month}")


@pytest.fixture
def office(new_office: Path, tmp_path: Path) -> Path:
    """An office with cases under three rates of VAT."""
    (tmp_path / "ipsu.db").write_bytes(new_office.read_bytes())
    for words in MADE:
        assert 0 == run(tmp_path, words, "2026-03-02").code, words
    return tmp_path


class Walk:
    """A history in the making: what is typed at random, on days that go on."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.random = folder, random.Random(seed)
        self.month, self.day = 3, 3
        self.ledger = Ledger()
        self.done: list[str] = []

    @property
    def today(self) -> str:
        return f"2026-{self.month:02d}-{self.day:02d}"

    def type(self, words: str) -> program.Result:
        result = run(self.folder, words, self.today)
        self.done.append(f"{self.today} [{result.code}] {words}")
        return result

    def invoices(self, *statuses: str) -> list[Any]:
        listed = run(self.folder, "invoice list --json", self.today).json["invoices"]
        return [invoice for invoice in listed if not statuses or invoice["status"] in statuses]

    def step(self) -> None:
        """One thing that an office does."""
        getattr(self, self.random.choice(STEPS))()

    def wait(self) -> None:
        self.day += self.random.randrange(3, 17)
        if self.day > 28:
            self.month, self.day = min(self.month + 1, 8), 2

    def deliver(self) -> None:
        case, hours = self.random.choice([*CASES]), self.random.randrange(25, 400)
        self.type(f"deliver {case} {hours / 100} --on {self.today}")

    def build(self) -> None:
        self.type(f"invoice build --month 2026-{self.month:02d}")

    def receive(self) -> None:
        """The agency's self-invoice of a basis: its lines as they stand, on a day of this month or of the last."""
        for invoice in self.random.sample(found := self.invoices("created"), min(1, len(found))):
            if invoice["kind"] == "invoice" and invoice["lines"]:
                day = f"2026-{self.month - self.random.randrange(2) or 1:02d}-02"
                rows = [
                    f"{100 + int(invoice['number'][5:])},{day},389,,{line['case']},{line['from']},{line['to']},"
                    f"{line['quantity']},{line['unit_price_ore'] / 100},{line['net_ore'] / 100},,"
                    f"{invoice['total_ore'] / 100}\n"
                    for line in invoice["lines"]
                ]
                head = "number,date,type,refers_to,case,from,to,hours,unit_price,net,vat,total\n"
                (self.folder / "in.csv").write_text(head + "".join(rows), encoding="utf-8")
                done = program.run("invoice receive in.csv", folder=self.folder, today=self.today)
                self.done.append(f"{self.today} [{done.code}] receive {invoice['number']} dated {day}")

    def approve(self) -> None:
        for invoice in self.invoices("created")[:1]:
            self.type(f"invoice approve {invoice['number']}")

    def reject(self) -> None:
        for invoice in self.invoices("created", "rejected")[-1:]:
            case = self.random.choice(invoice["lines"])["case"]
            self.type(f"invoice reject {invoice['number']} --case {case} --reason x --not-self-fixable")

    def resolve(self) -> None:
        for invoice in self.invoices("rejected"):
            for case in {line["case"] for line in invoice["lines"] if line["status"] == "rejected"}:
                outcome = self.random.choice(["corrected", "upheld"])
                self.type(f"invoice resolve {invoice['number']} --case {case} --outcome {outcome}")

    def credit(self) -> None:
        for invoice in self.random.sample(found := self.invoices("approved", "part-paid", "paid"), min(1, len(found))):
            case = self.random.choice(invoice["lines"])["case"]
            self.type(f"invoice credit {invoice['number']} --case {case} --reason x")

    def cancel(self) -> None:
        for invoice in self.random.sample(found := self.invoices("created"), min(1, len(found))):
            self.type(f"invoice cancel {invoice['number']} --reason x")

    def pay(self) -> None:
        """In whole kronor, which settles the invoice, or a part."""
        for invoice in self.random.sample(found := self.invoices("approved", "part-paid"), min(1, len(found))):
            whole = abs(invoice["open_ore"]) // 100 + self.random.choice([0, 0, 1, -5])
            self.type(f"invoice paid {invoice['number']} --on {self.today} --amount {max(whole, 1)}")

    def unpay(self) -> None:
        for invoice in self.invoices("part-paid", "paid")[:1]:
            shown = run(self.folder, f"invoice show {invoice['number']} --json", self.today).json
            for payment in (shown.get("payments") or shown["invoice"].get("payments") or [])[:1]:
                self.type(f"invoice unpaid {invoice['number']} {payment['id']} --reason x")

    def correct(self) -> None:
        listed = run(self.folder, "delivery list --json", self.today).json["deliveries"]
        for delivery in self.random.sample(listed, min(1, len(listed))):
            self.type(f"delivery correct {delivery['id']} {self.random.randrange(1, 5)} --reason x")

    def export(self) -> None:
        """The package of this month, or of one before it that may have been sent: in no order."""
        month = f"2026-{self.random.randrange(3, self.month + 1):02d}"
        self.done.append(f"{self.today} package {month}")
        send(self.folder, month, self.today, self.ledger)

    def finish(self) -> None:
        """Send all that is not sent."""
        while months := waiting(self.folder, "2026-12-01"):
            send(self.folder, months[0], "2026-12-01", self.ledger)


STEPS = (
    *["wait"] * 4, *["deliver"] * 5, *["build"] * 4, *["approve"] * 4, "receive", "reject", *["resolve"] * 2, "credit",
    "cancel", *["pay"] * 3, "unpay", *["correct"] * 2, *["export"] * 2,
)  # fmt: skip


def walked(office: Path, seed: int, steps: int) -> Walk:
    walk = Walk(office, seed)
    for _ in range(steps):
        walk.step()
    walk.finish()
    return walk


@pytest.mark.parametrize("seed", range(3))
def test_the_packages_read_once_each_make_what_the_register_has(office: Path, seed: int) -> None:
    walk = walked(office, seed, 60)
    assert register(office, "2026-12-01") == settled(walk.ledger.accounts), "\n".join(walk.done)


def test_march_was_sent_and_its_work_is_corrected_in_april(office: Path) -> None:
    """Worked example 67."""
    ledger = Ledger()
    for today, words in (
        ("2026-03-31", "deliver B1 10 --on 2026-03-03"),
        ("2026-03-31", "invoice build --month 2026-03"),
        ("2026-03-31", "export package 2026-03 sent-2026-03"),
        ("2026-04-30", "delivery correct 1 8 --reason 'fel timmar'"),
        ("2026-04-30", "deliver B1 4 --on 2026-04-02"),
        ("2026-04-30", "invoice build --month 2026-04"),
        ("2026-05-02", "export package 2026-04 sent-2026-04"),
    ):
        assert 0 == run(office, words, today).code, words
    ledger.read(office / "sent-2026-03")
    assert -4503_30 == ledger.accounts["3041"]
    ledger.read(office / "sent-2026-04")
    assert register(office, "2026-05-02") == settled(ledger.accounts)
    assert -4503_30 + 900_66 - 1801_32 == ledger.accounts["3041"]
    assert "2026-0002 avser 2026-0001 IPSU B" in ledger.texts


# An invoice of 5 629.13 with VAT is sent with the package of March; then this is done.
AFTERWARDS = {
    "a line leaves": (
        ("invoice reject 2026-0001 --case B1 --reason x --not-self-fixable",
         "invoice resolve 2026-0001 --case B1 --outcome corrected"),
        {"1510": -5629_13, "3041": 4503_30, "2611": 1125_83}, "Rättelse av 2026-0001 (2026-03-31, paket 2026-03)",
    ),
    "it is cancelled": (
        ("invoice cancel 2026-0001 --reason x",),
        {"1510": -5629_13, "3041": 4503_30, "2611": 1125_83}, "Rättelse av 2026-0001 (2026-03-31, paket 2026-03)",
    ),
    "it is credited": (
        ("invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason x"),
        {"1510": -5629_13, "3041": 4503_30, "2611": 1125_83}, "Kreditfaktura 2026-0002 (2026-0001) S25",
    ),
    "it is paid in whole kronor": (
        ("invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-10 --amount 5629"),
        {"1510": -13, "3740": 13}, "Öresutjämning av betalning, 2026-0001",
    ),
    "a payment is taken back": (
        ("invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-10 --amount 5629",
         "invoice unpaid 2026-0001 1 --reason x"),
        {}, None,
    ),
}  # fmt: skip


@pytest.fixture
def sent(office: Path) -> Path:
    for words in (
        "deliver B1 10 --on 2026-03-03",
        "invoice build --month 2026-03",
        "export package 2026-03 sent-2026-03",
    ):
        assert 0 == run(office, words, "2026-03-31").code, words
    return office


@pytest.mark.parametrize(("commands", "expected", "text"), AFTERWARDS.values(), ids=AFTERWARDS)
def test_what_is_done_after_it_was_sent_comes_in_the_next_package(
    sent: Path, commands: tuple[str, ...], expected: dict[str, int], text: str | None
) -> None:
    for words in commands:
        assert 0 == run(sent, words, "2026-04-10").code, words
    assert (["2026-04"] if expected else []) == waiting(sent, "2026-05-02")
    assert 0 == run(sent, "export package 2026-04 sent-2026-04", "2026-05-02").code
    april = Ledger()
    april.read(sent / "sent-2026-04")
    assert expected == settled(april.accounts)
    assert text is None or text in april.texts


def test_a_rounding_that_was_sent_is_taken_back_with_its_payment(sent: Path) -> None:
    ledger = Ledger()
    ledger.read(sent / "sent-2026-03")
    for today, words in (
        ("2026-04-10", "invoice approve 2026-0001"),
        ("2026-04-10", "invoice paid 2026-0001 --on 2026-04-10 --amount 5629"),
        ("2026-05-02", "export package 2026-04 sent-2026-04"),
        ("2026-05-03", "invoice unpaid 2026-0001 1 --reason x"),
        ("2026-06-01", "export package 2026-05 sent-2026-05"),
    ):
        assert 0 == run(sent, words, today).code, words
    for month in ("2026-04", "2026-05"):
        ledger.read(sent / f"sent-{month}")
    assert 0 == ledger.accounts["3740"]
    assert register(sent, "2026-06-01") == settled(ledger.accounts)


def test_what_was_sent_stays_on_its_account_and_its_cost_centre(sent: Path) -> None:
    ledger = Ledger()
    ledger.read(sent / "sent-2026-03")
    for words in ("setting set account.receivable 1511", "invoice cancel 2026-0001 --reason x"):
        assert 0 == run(sent, words, "2026-04-10").code
    assert 0 == run(sent, "export package 2026-04 sent-2026-04", "2026-05-02").code
    ledger.read(sent / "sent-2026-04")
    assert {} == settled(ledger.accounts)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 130 if WHOLE else 102))
def test_long_histories_too(office: Path, seed: int) -> None:
    walk = walked(office, seed, 150)
    assert register(office, "2026-12-01") == settled(walk.ledger.accounts), "\n".join(walk.done)

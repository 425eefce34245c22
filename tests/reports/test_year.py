"""A year of the sample office: each month it is built, billed by the agency, answered, paid and sent to the accountant.

After every command the report of money is held against a plain account of the work that was done, piece by piece; at
the end the ledger that reads the twelve packages is held against the register.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import bank_files, program, self_invoices
from tests.books import Rate, register_sums, settled
from tests.outside import sie_reader
from tests.sample_office import days_of, working_days_on
from tests.sample_year import SampleYear, csv_of
from tests.self_invoices import Line
from tests.transcript import replay

SETUP = (
    "init --name 'Stegvis Stöd AB' --orgnr 556677-8899 --address 'Storgatan 1, 753 31 Uppsala'",
    "setting set bankgiro 991-2346",
    "setting set f-tax on",
)
E_INVOICES = "--purchaser-orgnr 202100-2114 --purchaser-address 'Elektrogatan 4, 171 54 Solna' --reason e-faktura"
ORDERS = {"R-204": "41204", "R-205": "41205", "R-206": "41206"}
# The agency's series under each agreement.
SERIES = {"IPSU-NM": 1000, "IPSU-GH": 2000, "IPSU-NG": 3000, "IPSU-VS": 4000, "IPSU-NN": 5000, "ROM-NM": 6000}
RATE = Rate(25, "3041", "2611")
# Two cases of 10 h, on bases of January that are paid from February on.
OF_DECEMBER = 2 * 10 * 465_50
YEAR = "--from 2025-12-01 --to 2027-01-31"


class Agency:
    """The other side: it makes self-invoices of bases and sends them, and pays what it has sent."""

    def __init__(self) -> None:
        self.numbers = Counter(SERIES)
        self.sent: dict[str, tuple[str, list[Line]]] = {}  # the agreement and the lines of each self-invoice
        self.about: dict[str, str] = {}  # the number under which each basis of the office's is paid

    def bills(self, agreement: str, lines: Iterable[Line], day: date, refers_to: str = "") -> str:
        """The text of a self-invoice of these lines, or of a credit of `refers_to`; its number is the next."""
        self.numbers[agreement] += 1
        number = str(self.numbers[agreement])
        self.sent[number] = (agreement, listed := list(lines))
        kind = "261" if refers_to else "389"
        return self_invoices.csv(self_invoices.rows(number, listed, date=str(day), type=kind, refers_to=refers_to))

    def bills_basis(self, basis: Any, day: date) -> str:
        """A self-invoice of a basis as it stands."""
        text = self.bills(basis["agreement"], lines_of(basis), day)
        self.about[basis["number"]] = str(self.numbers[basis["agreement"]])
        return text

    def credits(self, number: str, day: date, *cases: str) -> str:
        """A credit of a self-invoice, whole or for some cases."""
        agreement, lines = self.sent[number]
        return self.bills(agreement, [line for line in lines if not cases or line.case in cases], day, number)


def lines_of(basis: Any) -> list[Line]:
    """The lines that the agency makes of a basis, if it has read it well."""
    return [
        Line(line["case"], line["from"], line["to"], round(line["quantity"] * 100) if line["unit"] == "hour" else None,
             line["unit_price_ore"], line["net_ore"])
        for line in basis["lines"] if line["status"] == "created"
    ]  # fmt: skip


def with_hours(line: Line, hundredths: int) -> Line:
    """The line with as many hours more; the price is one that makes whole öre of them."""
    assert line.hours is not None
    return replace(line, hours=line.hours + hundredths, net=line.amount + hundredths * line.price // 100)


class Year:
    """The office in its folder, on days that go on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sample, self.agency = folder, SampleYear(), Agency()
        self.today = self.fed = date(2026, 1, 2)
        self.typed: list[str] = []
        self.packages: list[Path] = []
        for words in SETUP:
            self.do(words)

    def do(self, words: str, code: int = 0) -> Any:
        """Type a command, which ends with `code`, and hold the report of money against the work done so far."""
        result = program.run(f"{words} --json", folder=self.folder, today=str(self.today))
        self.typed.append(f"{self.today} {words}")
        assert code == result.code, (self.today, words, result.out, result.err)
        self.hold_to_account()
        return result.json if result.out else None

    def hold_to_account(self) -> None:
        """Every piece of work stands in the steps with what it has earned, and the steps add up."""
        money = self.ask(f"report money {YEAR}")["money"]
        pieces: Counter[tuple[str, str, str]] = Counter()
        steps: Counter[str] = Counter()
        for row in money["rows"]:
            pieces[row["case"], row["month"], row["unit"]] += row["net_ore"] or 0
            steps[row["step"]] += row["net_ore"] or 0
        last = self.typed[-1]
        assert self.sample.earned.pieces() == {piece: ore for piece, ore in pieces.items() if ore}, last
        assert {step["step"]: step["net_ore"] for step in money["steps"] if step["net_ore"]} == {
            step: ore for step, ore in steps.items() if ore
        }, last
        assert money["earned_ore"] == sum(steps.values()), last

    def ask(self, words: str) -> Any:
        """What a command that changes nothing answers."""
        result = program.run(f"{words} --json", folder=self.folder, today=str(self.today))
        assert 0 == result.code, (words, result.err)
        return result.json

    def steps(self) -> dict[str, int]:
        money = self.ask(f"report money {YEAR}")["money"]
        return {step["step"]: step["net_ore"] for step in money["steps"] if step["net_ore"]}

    # What an office does every month

    def learn(self) -> None:
        """Enter what the office has come to know since it last sat down. A mapping, or a month of a placement, that is
        reported is done, and counts before anybody has delivered it."""
        new = dict(self.sample.new_rows(self.today))
        reported = [row for row in new.get("deliveries", []) if not row["hours"]]
        hours = [row for row in new.get("deliveries", []) if row["hours"]]
        for kind, rows in new.items():
            if kind == "documents":
                for words in self.sample.closings(self.fed, self.today):
                    self.do(words)
                self.sample.earned.add_results(rows)
                self.sample.earned.add_work(reported)
            elif kind == "deliveries":
                self.sample.earned.add_work(hours)
            (self.folder / "in.csv").write_text(csv_of(rows), encoding="utf-8")
            self.do(f"import {kind} in.csv")
            if kind == "agreements":
                self.do(f"agreement edit ROM-GH {E_INVOICES}")
        self.fed = self.today

    def build(self) -> None:
        month = self.today.replace(day=1) - timedelta(days=1)
        self.do(f"invoice build --month {month:%Y-%m}")

    def bases(self, *statuses: str) -> Iterator[Any]:
        """The bases in one of these states, as they are listed."""
        listed = self.ask("invoice list")["invoices"]
        return (basis for basis in listed if basis["status"] in statuses)

    def to_answer(self) -> Iterator[Any]:
        """The bases of which the agency makes self-invoices."""
        return (basis for basis in self.bases("created") if basis["agreement"] in SERIES)

    def later(self, days: int) -> None:
        """Some working days go by."""
        self.today = working_days_on(self.today, days)

    def correct(self, case: str, hundredths: int, month: str = "") -> None:
        """Take hours off the last delivery of a case (of a month)."""
        listed = self.ask(f"delivery list {case}")["deliveries"]
        last = [row for row in listed if row["to"].startswith(month) and row["status"] in ("free", "invoiced")][-1]
        hours = f"{last['hours'] + hundredths / 100:g}"
        self.sample.earned.add(case, date.fromisoformat(last["to"]), hundredths, "hour")
        self.do(f"delivery correct {last['id']} {hours} --reason 'fel i dagboken'")

    def receive(self, *texts: str, code: int = 0) -> Any:
        """What the agency sent, in a file each."""
        names = []
        for n, text in enumerate(texts):
            (self.folder / (name := f"received-{n}.csv")).write_text(text, encoding="utf-8")
            names.append(name)
        return self.do(f"invoice receive {' '.join(names)}", code)

    def pay(self, *rows: bank_files.Row) -> Any:
        """A file from the bank."""
        (self.folder / "bank.xml").write_text(bank_files.wrapped("camt.054", rows), encoding="utf-8")
        return self.do("invoice bank bank.xml")["bank"]

    def e_invoices(self) -> None:
        """The bases that the office itself sends."""
        for basis in self.bases("created"):
            if basis["agreement"] not in SERIES:
                for case in dict.fromkeys(line["case"] for line in basis["lines"]):
                    self.do(f"case edit {case} --order {ORDERS[case]}")
                self.do(f"invoice export {basis['number']} {basis['number']}.xml")
                self.do(f"invoice approve {basis['number']}")
                self.agency.about[basis["number"]] = basis["number"]

    def send(self, day: date) -> None:
        """The package of the month before, to the accountant."""
        self.today = day
        month = f"{day.replace(day=1) - timedelta(days=1):%Y-%m}"
        self.packages.append(self.folder / f"package-{month}")
        self.do(f"export package {month} package-{month}")


# ---------------------------------------------------------------------------------------------------------
# What the agency sends, and what the office answers: all is well, except in these months


def all_is_well(year: Year, bases: list[Any]) -> None:
    """Each basis is billed as it stands, in files that come together, and approved."""
    if bases:
        year.receive(*(year.agency.bills_basis(basis, year.today) for basis in bases))
    for basis in bases:
        year.do(f"invoice approve {basis['number']}")


def an_hour_too_much(year: Year, bases: list[Any]) -> None:
    """The agency bills an hour too much; it looks into it, credits all of it and bills it again."""
    basis, *others = sorted(bases, key=lambda basis: basis["agreement"] != "IPSU-NM")
    all_is_well(year, others)
    first, *rest = sorted(lines_of(basis), key=lambda line: line.hours is None)
    wrong = with_hours(first, 1_00)
    year.receive(year.agency.bills("IPSU-NM", [wrong, *rest], year.today))
    number = str(year.agency.numbers["IPSU-NM"])
    assert first.amount == year.steps()["differs"]
    year.do(f"invoice reconcile {basis['number']} --received {number}", 6)
    year.do(f"invoice approve {basis['number']}", 1)
    year.do(f"invoice letter --received {number} letter.md")
    year.do(f"invoice reject {basis['number']} --case {first.case} --why hours --reason '1 h' --not-self-fixable")
    assert first.amount == year.steps()["locked"]
    year.do(f"invoice approve {basis['number']}", 1)
    year.later(3)
    year.receive(year.agency.credits(number, year.today))
    year.receive(year.agency.bills_basis(basis, year.today))
    year.do(f"invoice resolve {basis['number']} --case {first.case} --outcome upheld")
    year.do(f"invoice approve {basis['number']}")


def billed_twice(year: Year, bases: list[Any]) -> None:
    """A whole self-invoice comes again under another number; the agency credits the second."""
    basis, *others = sorted(bases, key=lambda basis: basis["agreement"] != "IPSU-GH")
    all_is_well(year, others)
    lines = lines_of(basis)
    year.receive(year.agency.bills_basis(basis, year.today), year.agency.bills("IPSU-GH", lines, year.today))
    number = str(year.agency.numbers["IPSU-GH"])
    assert sum(line.amount for line in lines) == year.steps()["twice"]
    year.do(f"invoice approve {basis['number']}", 1)
    cases = dict.fromkeys(line.case for line in lines)
    words = " ".join(f"--case {case}" for case in cases)
    year.do(f"invoice reject {basis['number']} {words} --why twice --reason 'två gånger' --not-self-fixable")
    year.later(3)
    year.receive(year.agency.credits(number, year.today))
    for case in cases:
        year.do(f"invoice resolve {basis['number']} --case {case} --outcome upheld")
    year.do(f"invoice approve {basis['number']}")


def never_delivered(year: Year, bases: list[Any]) -> None:
    """Hours that nobody gave stand on a self-invoice of their own; the agency credits it."""
    all_is_well(year, bases)
    year.receive(year.agency.bills("IPSU-VS", [Line("B-103", "2026-04-20", "2026-04-24", 10_00)], year.today))
    number = str(year.agency.numbers["IPSU-VS"])
    year.do(f"invoice approve --received {number}", 1)
    year.do(f"invoice letter --received {number} letter.md --force")
    year.later(3)
    year.receive(year.agency.credits(number, year.today))
    year.do(f"invoice approve --received {number}")
    year.do(f"invoice approve --received {year.agency.numbers['IPSU-VS']}")


def corrected_after_approval(year: Year, bases: list[Any]) -> None:
    """The office has typed four hours too many; it credits the case, and the agency credits and bills it again."""
    all_is_well(year, bases)
    basis = next(basis for basis in bases if basis["agreement"] == "IPSU-NM")
    number, case = str(year.agency.numbers["IPSU-NM"]), "B-104"
    year.do(f"invoice credit {basis['number']} --case {case} --reason 'fel i dagboken'")
    year.correct(case, -4_00)
    year.build()
    year.receive(year.agency.credits(number, year.today, case))
    new = [basis for basis in year.bases("created") if basis["agreement"] == "IPSU-NM"]
    for credit in (basis for basis in new if basis["kind"] == "credit"):
        year.do(f"invoice approve {credit['number']}")
    all_is_well(year, [basis for basis in new if basis["kind"] == "invoice"])


def sent_and_then_corrected(year: Year, bases: list[Any]) -> None:
    """Work that the accountant has is corrected, and comes back with the next build. One basis is not billed at all."""
    all_is_well(year, [basis for basis in bases if basis["agreement"] != "IPSU-NN"])
    year.correct("B-118", -1_00, month="2026-08")


def sent_and_then_cancelled(year: Year, bases: list[Any]) -> None:
    """The basis that nobody billed is cancelled, a month after the accountant had it, and is made again."""
    silent = min((basis for basis in bases if basis["agreement"] == "IPSU-NN"), key=lambda basis: basis["number"])
    assert "missing" in year.steps()
    year.do(f"invoice cancel {silent['number']} --reason 'kom aldrig fram'")
    year.build()
    all_is_well(year, list(year.to_answer()))


def ours_was_wrong(year: Year, bases: list[Any]) -> None:
    """The investigation finds that the agency was right: the case leaves the basis, which was sent, and comes again."""
    basis, *others = sorted(bases, key=lambda basis: basis["agreement"] != "IPSU-NM")
    all_is_well(year, others)
    lines = lines_of(basis)
    first = next(line for line in lines if line.hours)
    right = with_hours(first, -50)
    year.receive(year.agency.bills("IPSU-NM", [right if line == first else line for line in lines], year.today))
    year.do(f"invoice approve {basis['number']}", 1)
    year.do(f"invoice reject {basis['number']} --case {first.case} --reason '0,5 h' --not-self-fixable --why hours")
    year.later(8)
    year.do(f"invoice resolve {basis['number']} --case {first.case} --outcome corrected")
    year.correct(first.case, -50, month=first.last[:7])
    year.build()
    for made in year.to_answer():
        year.do(f"invoice approve {made['number']}")
        year.agency.about[made["number"]] = str(year.agency.numbers["IPSU-NM"])


ANSWERS = {
    3: an_hour_too_much,
    4: billed_twice,
    5: never_delivered,
    6: corrected_after_approval,
    10: sent_and_then_corrected,
    11: sent_and_then_cancelled,
    12: ours_was_wrong,
}


# ---------------------------------------------------------------------------------------------------------
# What the bank says


def payments(year: Year) -> list[bank_files.Row]:
    """What the agency pays today: all that is approved and may be paid, each under the number that it has given it."""
    return [
        bank_files.Row(str(year.today), f"{basis['open_ore'] / 100:.2f}", id=f"{year.today}/{basis['number']}",
                       text=f"Självfaktura {year.agency.about[basis['number']]}")
        for basis in year.bases("approved", "part-paid")
        if basis["payable_from"] <= str(year.today) and basis["open_ore"] > 0
    ]  # fmt: skip


def all_is_paid(year: Year) -> None:
    """To the öre, and in one file."""
    if rows := payments(year):
        matched = year.pay(*rows)["matched"]
        assert len(rows) == len(matched)


def a_part_is_paid(year: Year) -> None:
    """Of one invoice a thousand kronor come, and of the others all; the rest comes the month after."""
    first, *others = payments(year)
    year.pay(first._replace(amount="1000.00"), *others)
    [basis] = year.bases("part-paid")
    assert sum(line.amount for line in lines_of(basis)) == year.steps()["part-paid"]  # what a credit settled is paid


def whole_kronor_are_paid(year: Year) -> None:
    """What is left of each in öre is rounded off, and settles it."""
    matched = year.pay(*(row._replace(amount=f"{float(row.amount):.0f}.00") for row in payments(year)))["matched"]
    assert any(payment["rounding_ore"] for payment in matched)
    assert [] == payments(year)


def the_file_comes_twice(year: Year) -> None:
    """Nothing is entered again; one payment names no invoice, and is told each time."""
    nameless = bank_files.Row(str(year.today), "4321.00", text="Utbetalning", id="nameless")
    rows = [*payments(year), nameless]
    first = year.pay(*rows)
    assert [len(rows) - 1, 1] == [len(first["matched"]), len(first["unmatched"])]
    again = year.pay(*rows)
    assert [0, 1] == [len(again["matched"]), len(again["unmatched"])]


def a_payment_is_taken_back(year: Year) -> None:
    """Somebody enters a payment by hand on the wrong invoice, and takes it back; the bank's file puts it right."""
    wrong, *_ = [basis for basis in year.bases("approved") if basis["open_ore"] > 0]
    year.do(f"invoice paid {wrong['number']} --on {year.today} --amount 777.50")
    payment = year.ask(f"invoice show {wrong['number']}")["invoice"]["payments"][-1]["id"]
    year.do(f"invoice unpaid {wrong['number']} {payment} --reason 'fel faktura'")
    all_is_paid(year)


def two_bases_are_paid_as_one(year: Year) -> None:
    """A self-invoice is about two bases by now: its payment is told, and typed by hand on each."""
    rows = payments(year)
    counts = Counter(row.text for row in rows)
    [two] = [text for text, count in counts.items() if count == 2]
    shared = [row for row in rows if row.text == two]
    total = f"{sum(float(row.amount) for row in shared):.2f}"
    bank = year.pay(*(row for row in rows if row not in shared), shared[0]._replace(amount=total))
    assert ["bank.several"] == [told["code"] for told in bank["unmatched"]]
    for row in shared:
        year.do(f"invoice paid {row.id.partition('/')[2]} --on {row.on} --amount {row.amount}")


BANK = {
    1: two_bases_are_paid_as_one,
    7: a_part_is_paid,
    8: whole_kronor_are_paid,
    9: the_file_comes_twice,
    10: a_payment_is_taken_back,
}

# What the files do not hold any more, by the month in which the office sits down to it.
LATER = {
    12: (
        "price set IPSU-NG ipsu-b 450 --unit hour --from 2026-08-01",
        "document confirm B-126 gp --on 2026-11-09",
        "document submit B-128 gp --on 2026-11-09",
        "document confirm B-128 gp --on 2026-11-11",
        "document confirm R-204 pr --period 2026-10 --on 2026-11-10",
        *(f"deliver {case} 10 --week 2026-W46" for case in ("B-118", "B-120", "B-123", "B-125", "B-129")),
    ),
    1: tuple(f"deliver {case} 10 --week 2026-W50" for case in ("B-123", "B-125", "B-129")),
}


def enter(year: Year, words: str) -> None:
    """Type what is new, and count what it earns."""
    name, *rest = words.split()
    if name == "price":
        agreement, service, amount = rest[1:4]
        price = {"agreement": agreement, "service": service, "amount": amount, "unit": "hour", "level": ""}
        year.sample.earned.prices.append(price | {"from": rest[-1]})
    elif name == "deliver":
        case, hours, _, week = rest
        year.sample.earned.add(case, days_of(week)[6], int(hours) * 100, "hour")
    year.do(words)


def sat_down() -> Iterator[date]:
    """The day in each month, from February to the next January, on which the office sits down to its invoices."""
    for month in range(2, 14):
        yield working_days_on(date(2026 + month // 13, (month - 1) % 12 + 1, 1) - timedelta(days=1), 2)


@pytest.mark.long
def test_a_year_adds_up_at_every_step(tmp_path: Path) -> None:
    year = Year(tmp_path)
    for day in sat_down():
        if day.month != 2:
            year.send(day)
        year.today = day
        year.learn()
        for words in LATER.get(day.month, ()):
            enter(year, words)
        year.build()
        year.e_invoices()
        year.later(5)
        ANSWERS.get(day.month, all_is_well)(year, list(year.to_answer()))
        year.later(3)
        BANK.get(day.month, all_is_paid)(year)
    year.send(date(2027, 2, 2))
    assert {"unpaid": OF_DECEMBER, "paid": sum(year.sample.earned.pieces().values()) - OF_DECEMBER} == (year.steps())
    assert [] == year.ask("status")["unbooked"]
    year.do("invoice list --received --fail-on-unanswered 0")
    registered = register_sums(year.ask("invoice list")["invoices"], dict.fromkeys([*SERIES, "ROM-GH"], RATE))
    assert 12 == len(year.packages)
    assert {"1510", "2611", "3041", "3740"} == registered.keys()
    assert registered == settled(imported(year.packages))


@pytest.mark.long
def test_the_page_of_a_year_adds_up_at_every_command(tmp_path: Path) -> None:
    """`ipsu help år`: its steps make what was delivered, and its packages what its register has."""

    def run(words: list[str], *, folder: Path, today: str, **env: str) -> program.Result:
        done = program.run(words, folder=folder, today=today, **env)
        deliveries = program.run("delivery list --json", folder=folder, today=today).json["deliveries"]
        hours = [(row["hours"], row["to"] < "2026-07-01") for row in deliveries if row["status"] != "cancelled"]
        money = program.run(f"report money {YEAR} --json", folder=folder, today=today).json["money"]
        assert sum(round(count * (450_00 if before else 465_50)) for count, before in hours) == money["earned_ore"]
        assert money["earned_ore"] == sum(step["net_ore"] for step in money["steps"]), words
        assert money["earned_ore"] == sum(row["net_ore"] for row in money["rows"]), words
        return done

    replay((program.ROOT / "ipsu_cli" / "docs" / "år.md").read_text(encoding="utf-8"), tmp_path, run)
    packages = sorted(tmp_path.glob("paket-*"))
    assert 12 == len(packages)
    invoices = program.run("invoice list --json", folder=tmp_path, today="2027-02-02").json["invoices"]
    assert register_sums(invoices, {"IPSU-NM": RATE}) == settled(imported(packages))


def imported(packages: Iterable[Path]) -> Counter[str]:
    """The öre by account of a ledger that has read these packages, each of which an accounting program takes."""
    ledger: Counter[str] = Counter()
    for folder in packages:
        [path] = folder.glob("*.si")
        read = sie_reader.read(path)
        assert [] == sie_reader.wrong_in(read)
        for voucher in read.vouchers:
            assert path.stem == f"{voucher.day[:4]}-{voucher.day[4:6]}"
            for row in voucher.rows:
                ledger[row.account] += int(row.amount * 100)
    return ledger

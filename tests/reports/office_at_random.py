"""An office in which commands are typed at random, many of them refused, with the plain model of the work that they do.

What is typed of work, invoices and payments; the machines that inherit it add what else happens, and judge.
"""

import atexit
import datetime as dt
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests import program
from tests.reports.money_model import Office
from tests.reports.test_money import MAPPING, PLACEMENT, SUPPORT

# Where files are quickest: of a machine's hundreds of offices none is there when the power has gone.
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
SECOND = (SUPPORT[0].replace("B1", "B2").replace("19900101-9802", "19850602-9837"),
          "plan set B2 2026-W10..2026-W22=5 --submitted 2026-03-02 --confirmed 2026-03-02")  # fmt: skip
ADDRESSES = "--purchaser Kommunen --purchaser-orgnr 202100-2114 --purchaser-address 'Gatan 2, 113 99 Stockholm'"
MADE = {
    "2026-01-05": (
        "init --name X --orgnr 559999-0008 --address 'Gatan 1, 111 22 Stad'",
        "setting set bankgiro 5841-0000",
        "setting set f-tax on",
        "agreement add NM --service ipsu --area Norr --from 2026-01-01 --purchaser Arbetsförmedlingen",
        "price set NM ipsu-a 9500 --unit case --from 2026-01-01",
        "price set NM ipsu-b 333.33 --unit hour --from 2026-01-01",
        f"{PLACEMENT[0]} --billing peppol {ADDRESSES}",
        PLACEMENT[1],
    ),
    "2026-03-02": (*MAPPING, *SUPPORT, *SECOND, f"{PLACEMENT[2]} --order 77", *PLACEMENT[3:]),
}
AGREEMENTS = {"B1": "NM", "B2": "NM", "A9": "NM", "R1": "RM"}
START = dt.date(2026, 5, 4)
LAST = dt.date(2026, 9, 30)
ENDS = (0, 1, 3, 6)  # done, refused, a file with faults, something to look at

SUPPORTED = st.sampled_from(["B1", "B2"])
ANY_CASE = st.sampled_from([*AGREEMENTS])
HOURS = st.integers(1, 699).map(lambda hundredths: hundredths / 100)
DAYS = st.sampled_from(["2026-03-10", "2026-03-17", "2026-03-31", "2026-04-01", "2026-04-03", "2026-04-14"])
MONTHS = st.sampled_from(["2026-03", "2026-04"])
PLACE = st.integers(0, 7)
WHYS = st.sampled_from(["hours", "price", "missing", "twice", "period", "other"])


@cache
def prepared() -> Path:
    """An office with its cases, made once."""
    folder = Path(tempfile.mkdtemp(prefix="ipsu-money-"))
    atexit.register(shutil.rmtree, folder)
    for today, commands in MADE.items():
        for words in commands:
            result = program.run(words, folder=folder, today=today)
            assert 0 == result.code, (words, result.err)
    return folder / "ipsu.db"


def entered(office: "OfficeAtRandom") -> bool:
    return bool(office.model.deliveries)


def built(office: "OfficeAtRandom") -> bool:
    return bool(office.model.bases)


def locked(office: "OfficeAtRandom") -> bool:
    return bool(office.model.locked)


class OfficeAtRandom(RuleBasedStateMachine):
    """An office that does its work, bills it and is paid. What must hold is for those who inherit it to say."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ipsu-random-", dir=IN_MEMORY))
        shutil.copy2(prepared(), self.folder / "ipsu.db")
        self.today = START
        self.model = Office()
        self.model.reported = {"2026-02": "submitted"}
        self.agreements = dict(AGREEMENTS)
        self.typed: list[str] = []
        self.changed = True

    @initialize(hours=HOURS, mapped=st.booleans())
    def begin(self, hours: float, mapped: bool) -> None:
        """Some work is done already, and perhaps billed."""
        self.deliver("B1", hours, "2026-03-10")
        if mapped:
            self.deliver_whole("A9")
            self.build("2026-03")

    # Typing

    def type(self, words: str) -> program.Result:
        result = program.run(f"{words} --json", folder=self.folder, today=str(self.today))
        assert result.code in ENDS, (words, result.err)
        self.typed.append(f"{self.today} [{result.code}] ipsu {words}")
        return result

    def do(self, words: str) -> Any:
        """The answer, None where it was refused."""
        result = self.type(words)
        if not result.out:
            return None
        self.changed = True
        return result.json

    def ask(self, words: str) -> Any:
        result = self.type(words)
        assert result.out, (words, result.err)
        return result.json

    # Work

    @rule(case=SUPPORTED, hours=HOURS, day=DAYS)
    def deliver(self, case: str, hours: float, day: str) -> None:
        if answer := self.do(f"deliver {case} {hours} --on {day}"):
            self.model.deliver(answer["delivery"])

    @rule(words=st.sampled_from(["A9", "R1 --month 2026-02", "R1 --month 2026-03", "R1 --month 2026-04"]))
    def deliver_whole(self, words: str) -> None:
        if answer := self.do(f"deliver {words}"):
            self.model.deliver(answer["delivery"])

    @rule(month=MONTHS)
    def report_month(self, month: str) -> None:
        hours = "--hours Coachning=12 --hours Studiebesök=6"
        if self.do(f"document submit R1 pr --period {month} {hours}"):
            self.model.reported[month] = "submitted"

    @rule(month=st.sampled_from(["2026-02", "2026-03", "2026-04"]))
    def return_month(self, month: str) -> None:
        if self.do(f"document return R1 pr --period {month} --reason x"):
            self.model.reported[month] = "returned"

    @precondition(entered)
    @rule(place=PLACE, hours=HOURS)
    def correct(self, place: int, hours: float) -> None:
        was = self.model.deliveries[place % len(self.model.deliveries)]
        if answer := self.do(f"delivery correct {was.id} {hours} --reason x"):
            if answer["delivery"]["id"] == was.id:
                was.quantity = round(hours * 100)
            else:
                self.model.deliver(answer["reversal"])
                self.model.deliver(answer["delivery"])

    @precondition(entered)
    @rule(place=PLACE)
    def take_back_a_delivery(self, place: int) -> None:
        was = self.model.deliveries[place % len(self.model.deliveries)]
        if answer := self.do(f"delivery cancel {was.id} --reason x"):
            if answer.get("reversal"):
                self.model.deliver(answer["reversal"])
            else:
                was.cancelled = True

    @rule(case=SUPPORTED, to=st.sampled_from(["2026-03-08", "2026-03-29", "2026-05-29"]))
    def decide(self, case: str, to: str) -> None:
        if self.do(f"case decide {case} --to {to} --on {self.today}"):
            weeks = {"2026-03-08": 1, "2026-03-29": 4, "2026-05-29": 13}[to]
            self.model.planned[case] = weeks * {"B1": 20_00, "B2": 5_00}[case]

    # Our invoices

    @precondition(entered)
    @rule(month=MONTHS)
    def build(self, month: str) -> None:
        if answer := self.do(f"invoice build --month {month}"):
            self.model.build(self.agreements, f"{month}-31", answer["invoices"], str(self.today))

    def basis(self, place: int) -> str:
        numbers = sorted(self.model.bases)
        return numbers[place % len(numbers)] if numbers else "2026-0001"

    @precondition(built)
    @rule(place=PLACE, despite=st.booleans())
    def approve(self, place: int, despite: bool) -> None:
        self.do(f"invoice approve {self.basis(place)}" + " --despite-difference" * despite)

    @precondition(built)
    @rule(place=PLACE)
    def cancel(self, place: int) -> None:
        number = self.basis(place)
        if self.do(f"invoice cancel {number} --reason x"):
            self.model.bases[number].cancelled = True
            for line in self.model.bases[number].lines:
                if line.status == "created":
                    self.model.free(line)

    @precondition(built)
    @rule(place=PLACE, case=ANY_CASE, why=WHYS)
    def reject(self, place: int, case: str, why: str) -> None:
        number = self.basis(place)
        if self.do(f"invoice reject {number} --case {case} --why {why} --reason x --not-self-fixable"):
            self.model.locked[case] = number
            for line in self.model.bases[number].lines:
                if line.case == case and line.status == "created":
                    line.status = "rejected"

    @precondition(locked)
    @rule(place=PLACE, outcome=st.sampled_from(["corrected", "upheld"]))
    def resolve(self, place: int, outcome: str) -> None:
        case, number = sorted(self.model.locked.items())[place % len(self.model.locked)]
        if answer := self.do(f"invoice resolve {number} --case {case} --outcome {outcome}"):
            del self.model.locked[case]
            leaves = outcome == "corrected" and "credit" not in answer
            for line in self.model.bases[number].lines:
                if line.case == case and line.status == "rejected":
                    line.status = "corrected" if leaves else "created"
                    if leaves:
                        self.model.free(line)
            if "credit" in answer:
                assert self.model.bases[number].sent
                self.model.credit(number, case, answer["credit"], str(self.today))

    @precondition(built)
    @rule(place=PLACE, case=ANY_CASE)
    def credit(self, place: int, case: str) -> None:
        number = self.basis(place)
        if answer := self.do(f"invoice credit {number} --case {case} --reason x"):
            self.model.credit(number, case, answer["invoice"], str(self.today))

    @precondition(built)
    @rule(place=PLACE)
    def send(self, place: int) -> None:
        number = self.basis(place)
        if self.do(f"invoice export {number} {number}.xml --force"):
            self.model.bases[number].sent = True

    # Payments

    @precondition(built)
    @rule(place=PLACE, amount=st.sampled_from(["", "--amount 100", "--amount 20.50"]))
    def pay(self, place: int, amount: str) -> None:
        number = self.basis(place)
        if answer := self.do(f"invoice paid {number} --on {self.today} {amount}"):
            paid = answer["invoice"]["payments"][-1]
            assert not amount or round(100 * float(amount.split()[1])) == abs(paid["amount_ore"])
            self.model.payments[paid["id"]] = number, paid["amount_ore"]

    @precondition(built)
    @rule(place=PLACE)
    def unpay(self, place: int) -> None:
        number = self.basis(place)
        if number in self.model.bases:
            shown = self.ask(f"invoice show {number}")["invoice"]
            for payment in shown["payments"][-1:]:
                if self.do(f"invoice unpaid {number} {payment['id']} --reason x"):
                    self.model.payments.pop(payment["id"], None)

    @rule(days=st.integers(1, 25))
    def wait(self, days: int) -> None:
        self.today = min(self.today + dt.timedelta(days), LAST)
        self.changed = True

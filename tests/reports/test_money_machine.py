"""Whatever an office does, every piece of work stands in one step, and the accountant's ledger has the same sums.

Commands at random, many of them refused, next to a plain model of the work (`money_model`). After each of them the rows
of `report money` are those of the model, and `status`, `todo` and `invoice build` say the same. At the end the commands
that the report prints are typed, and every package is read into a ledger.
"""

import datetime as dt
import shutil
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from ipsu_cli.core.money_trail import TO_DO
from tests.bank_files import Row as Entry
from tests.bank_files import camt
from tests.books import settled
from tests.reports.money_model import PRICES, Bill, Head, Received, Row
from tests.reports.office_at_random import LAST, PLACE, SUPPORTED, OfficeAtRandom, built
from tests.reports.test_books import Ledger
from tests.self_invoices import Line, csv, rows
from tests.whole import WHOLE

# The exit code of what is printed in a step. Where the lines of an invoice stand in several, its answer waits.
FOLLOWED = {
    "differs": 6, "twice": 6, "unanswered": 0, "unpaid": 0, "part-paid": 0, "undelivered": 0, "unsent": 0, "locked": 0,
}  # fmt: skip
SALES = "3041"


def billed(office: "MoneyAtRandom") -> bool:
    return bool(office.model.bills)


class MoneyAtRandom(OfficeAtRandom):
    """An office, the agency and a bank."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger()
        self.next_number = 1001

    def differs(self, expected: Counter[Row], found: Counter[Row]) -> str:
        """What the model has and the report has not, the other way round, and what was typed."""
        missing, more = (sorted((one - other).elements(), key=repr) for one, other in
                         ((expected, found), (found, expected)))  # fmt: skip
        return "\n".join([*(f"  model  {row}" for row in missing), *(f"  report {row}" for row in more), *self.typed])

    @precondition(built)
    @rule(place=PLACE, off=st.sampled_from(["0", "0.75", "-0.75", "-50", "whole"]))
    def pay_by_bank(self, place: int, off: str) -> None:
        number = self.basis(place)
        for invoice in self.ask("invoice list")["invoices"]:
            if invoice["number"] == number and invoice["open_ore"] > 0:
                open_ore = Decimal(invoice["open_ore"]) / 100
                amount = open_ore.to_integral_value(ROUND_HALF_UP) if off == "whole" else open_ore + Decimal(off)
                (self.folder / "bank.xml").write_text(camt(Entry(str(self.today), f"{amount:.2f}", text=number)))
                self.do("invoice bank bank.xml")

    # The agency

    def receive(self, *groups: tuple[list[Line], str, str]) -> None:
        """Self-invoices of lines, type and what they refer to, one after another in a file."""
        made, bills = [], []
        for lines, type, refers_to in groups:
            number, self.next_number = str(self.next_number), self.next_number + 1
            signed = [line if type == "389" else _back(line) for line in lines]
            made.append(rows(number, signed, type=type, refers_to=refers_to, date=str(self.today)))
            bills += [
                Bill(number, line.case, line.first, line.last, line.hours or 0, line.amount, max(line.amount, 0))
                for line in signed
            ]
        (self.folder / "in.csv").write_text(csv(*made))
        if self.do("invoice receive in.csv"):
            self.model.bills += bills
            for _, type, refers_to in groups:
                for bill in self.model.bills if type == "261" else ():
                    bill.left = 0 if bill.number == refers_to else bill.left

    def lines_of(self, place: int) -> list[Line]:
        """What the agency bills of a basis: a line each, of hours."""
        basis = self.model.bases.get(self.basis(place))
        standing = basis.standing if basis and basis.agreement == "NM" and not basis.cancelled else []
        return [
            Line(line.case, line.first, line.last, *_hours_and_price(line.quantity, line.unit), line.net)
            for line in standing
            if line.quantity > 0
        ]

    @precondition(built)
    @rule(place=PLACE)
    def receive_right(self, place: int) -> None:
        """As it is right; of a basis that another is about already, it is billed twice."""
        if lines := self.lines_of(place):
            self.receive((lines, "389", ""))

    @precondition(built)
    @rule(place=PLACE, hours=st.sampled_from([-100, 100]))
    def receive_wrong(self, place: int, hours: int) -> None:
        if lines := self.lines_of(place):
            self.receive(([_other(lines[0], hours), *lines[1:]], "389", ""))

    @rule(case=SUPPORTED)
    def receive_what_was_never_delivered(self, case: str) -> None:
        self.receive(([Line(case, "2026-05-11", "2026-05-17", 5_00, 333_33)], "389", ""))

    @rule(case=SUPPORTED, off=st.sampled_from([0, 0, 100]))
    def receive_the_week_of_two_months(self, case: str, off: int) -> None:
        """All that was delivered at the turn of the month, in one line, whatever stands on a basis."""
        hours = sum(
            delivery.quantity
            for delivery in self.model.standing()
            if delivery.case == case and "2026-03-30" <= delivery.last <= "2026-04-05"
        )
        if hours > 0:
            self.receive(([_other(Line(case, "2026-03-30", "2026-04-05", hours, 333_33), off)], "389", ""))

    def left_of(self, number: str) -> list[Line]:
        bills = [bill for bill in self.model.bills if bill.number == number and bill.left]
        return [
            Line(bill.case, bill.first, bill.last, bill.hours or None, 333_33 if bill.hours else bill.net, bill.net)
            for bill in bills
        ]

    @precondition(billed)
    @rule(place=PLACE, replaced=st.booleans(), off=st.sampled_from([0, 0, 100]))
    def receive_credit(self, place: int, replaced: bool, off: int) -> None:
        """All that a self-invoice bills is taken back, and billed again, perhaps otherwise."""
        numbers = sorted({bill.number for bill in self.model.bills if bill.left})
        if numbers:
            number = numbers[place % len(numbers)]
            lines = self.left_of(number)
            new = [(([_other(lines[0], off)] if off else lines[:1]) + lines[1:], "389", "")] if replaced else []
            self.receive((lines, "261", number), *new)

    @precondition(built)
    @rule(place=PLACE)
    def receive_head(self, place: int) -> None:
        """A basis as it was issued, of which only the total is said."""
        number = self.basis(place)
        basis = self.model.bases.get(number)
        total = next((one["total_ore"] for one in self.ask("invoice list")["invoices"] if one["number"] == number), 0)
        if basis and basis.agreement == "NM" and not basis.cancelled and total > 0:
            self.receive_total(total, "")

    @precondition(lambda self: self.model.heads)
    @rule(place=PLACE, replaced=st.booleans())
    def credit_head(self, place: int, replaced: bool) -> None:
        """A head is taken back whole, and perhaps billed again."""
        heads = [head for head in self.model.heads if head.total > 0 and not head.credited]
        if heads:
            head = heads[place % len(heads)]
            head.credited = self.receive_total(-head.total, f" --type 261 --refers {head.number}")
            if replaced:
                self.receive_total(head.total, "")

    def receive_total(self, total: int, options: str) -> bool:
        number, self.next_number = str(self.next_number), self.next_number + 1
        words = f"--number {number} --on {self.today} --total {abs(total) / 100:.2f}{options}"
        done = self.do(f"invoice receive --agreement NM {words}") is not None
        if done:
            self.model.heads.append(Head(number, total))
        return done

    @precondition(lambda self: self.model.bills or self.model.heads)
    @rule(place=PLACE, despite=st.booleans())
    def approve_received(self, place: int, despite: bool) -> None:
        number = 1001 + place
        if number < self.next_number:
            self.do(f"invoice approve --received {number}" + " --despite-difference" * despite)

    # The books

    @rule(back=st.integers(0, 2))
    def export(self, back: int) -> None:
        self.send_package(f"2026-{max(self.today.month - back, 5):02d}")

    def send_package(self, month: str) -> None:
        if answer := self.do(f"export package {month} sent-{month}"):
            self.ledger.read(self.folder / f"sent-{month}")
            for file in answer["package"]["files"]:
                if file["name"].endswith(".xml") and (basis := self.model.bases.get(Path(file["name"]).stem)):
                    basis.sent = True

    # What holds

    @invariant()
    def every_piece_of_work_stands_in_one_step(self) -> None:
        if not self.changed:
            return
        self.changed = False
        money = self.ask("report money --from 2026-01-01 --to 2026-12-31")["money"]
        expected = self.model.rows(self.received(), self.silent())
        found = Counter(map(_row, money["rows"]))
        assert expected == found, self.differs(expected, found)
        assert sum(row.net * count for row, count in expected.items()) == money["earned_ore"]
        steps = {step["step"]: (step["count"], step["net_ore"]) for step in money["steps"] if step["count"]}
        assert steps == _sums(money["rows"])
        self.others_say_the_same(steps, money["rows"])

    def received(self) -> Received:
        ours = {invoice["number"]: invoice for invoice in self.ask("invoice list")["invoices"]}
        listed = self.ask("invoice list --received")["self_invoices"]
        pairs = {one["number"]: set(one["pairs"]) for one in listed}
        self.model.of_heads = self.model.bills_of_heads(ours, pairs)
        left = {(bill.number, bill.case, bill.last): bill.left or min(bill.net, 0) for bill in self.model.bills}
        answers = {
            (one["number"], line["case"], line["to"]): {
                **line["answer"], "left": left[one["number"], line["case"], line["to"]],
                "state": line["answer"]["state"].replace("unanswered", ""),
            }
            for one in listed
            for line in one["lines"]
        }  # fmt: skip
        statuses = {one["number"]: one["status"] for one in listed}
        credited = {head.number for head in self.model.heads if head.credited}
        answers |= {
            (bill.number, bill.case, bill.last): {
                "state": statuses[bill.number].replace("unanswered", ""), "left": bill.number not in credited,
                "awaits": statuses[bill.number] == "awaiting",
            }
            for bill in self.model.of_heads
        }  # fmt: skip
        return Received(ours, answers, pairs)

    def silent(self) -> set[str]:
        """The bases that the agency has had more than ten working days for."""
        from ipsu_cli.core.working_days import working_days_between

        return {
            basis.number
            for basis in self.model.bases.values()
            if working_days_between(dt.date.fromisoformat(basis.made), self.today) > 10
        }

    def others_say_the_same(self, steps: dict[str, tuple[int, int]], found: list[Any]) -> None:
        told = {row["step"]: (row["count"], row["net_ore"]) for row in self.ask("status")["money"]}
        assert {step: steps[step] for step in steps if step in TO_DO} == told
        asked = {(row["case"], row["period"]) for row in self.ask("todo --kind deliver")["todo"]}
        assert {(row["case"], row["month"]) for row in found if row["step"] == "undelivered"} == asked

    def teardown(self) -> None:
        try:
            self.finish()
        finally:
            shutil.rmtree(self.folder)

    def finish(self) -> None:
        """Do what the report says, and send all that is not sent: the ledger has what the register has."""
        self.follow_the_commands()
        self.today = LAST + dt.timedelta(10)
        while months := [row["month"] for row in self.ask("status")["unbooked"]]:
            self.send_package(months[0])
        assert self.register() == settled(self.ledger.accounts), "\n".join(self.typed)

    def follow_the_commands(self) -> None:
        """What is printed can be typed, and is taken. What differs is shown to differ."""
        found = self.ask("report money --from 2026-01-01 --to 2026-12-31")["money"]["rows"]
        steps: dict[str, set[str]] = defaultdict(set)
        for row in found:
            steps[row["invoice"]].add(row["step"])
        for step, expected in FOLLOWED.items():
            whole = {row["command"] for row in found if row["step"] == step and steps[row["invoice"]] <= {step, "paid"}}
            own = whole if step == "unanswered" else {row["command"] for row in found if row["step"] == step}
            for command in sorted(own):
                typed = command.replace("DATE", str(self.today)).replace("OUTCOME", "upheld")
                result = self.type(typed.removeprefix("ipsu "))
                elsewhere = step == "unanswered" and '"self-invoice.' in result.err  # another line stops it
                assert expected == result.code or elsewhere, "\n".join([step, result.err, *self.typed])

    def register(self) -> Counter[str]:
        """The sums by account of the model's lines and the payments' roundings."""
        sums: Counter[str] = Counter()
        for invoice in self.ask("invoice list")["invoices"]:
            basis = self.model.bases[invoice["number"]]
            if not basis.cancelled:
                net = sum(line.net for line in basis.standing)
                left = len(basis.standing) < len(basis.lines)
                vat = _vat(net) if left else invoice["vat_ore"]
                rounding = invoice["rounding_ore"]
                sums.update({SALES: -net, "2611": -vat, "1510": net + vat + rounding, "3740": -rounding})
        return settled(sums)


def _row(row: Any) -> Row:
    quantity = round(row["quantity"] * 100)
    return Row(row["step"], row["case"], row["month"], quantity, row["net_ore"], row["invoice"])


def _sums(found: list[Any]) -> dict[str, tuple[int, int]]:
    sums: dict[str, list[int]] = defaultdict(list)
    for row in found:
        sums[row["step"]].append(row["net_ore"])
    return {step: (len(nets), sum(nets)) for step, nets in sums.items()}


def _hours_and_price(quantity: int, unit: str) -> tuple[int | None, int]:
    return (quantity if unit == "hour" else None, PRICES[unit])


def _back(line: Line) -> Line:
    return Line(line.case, line.first, line.last, line.hours and -line.hours, line.price, -line.amount)


def _other(line: Line, hours: int) -> Line:
    """The same line with other hours; what is no hours has another sum."""
    if line.hours is None or line.hours + hours <= 0:
        more = line.amount + 100_00
        return Line(line.case, line.first, line.last, line.hours, line.price if line.hours else more, more)
    changed = line.hours + hours
    return Line(line.case, line.first, line.last, changed, line.price, (2 * changed * line.price + 100) // 200)


def _vat(net: int) -> int:
    return int((Decimal(net) / 4).quantize(Decimal(1), ROUND_HALF_UP))


def run(examples: int, steps: int) -> None:
    """Without making a failure smaller, which takes minutes: it tells all that was typed."""
    kept = settings(max_examples=examples, stateful_step_count=steps, phases=[Phase.generate])
    run_state_machine_as_test(MoneyAtRandom, settings=kept)


def test_every_krona_stands_in_one_step_whatever_is_done() -> None:
    run(2, 20)


@pytest.mark.long
def test_long_histories_too() -> None:
    run(*((40, 40) if WHOLE else (5, 30)))

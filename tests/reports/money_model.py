"""What an office has done, is owed and has been paid, in plain Python: the other side of `report money`.

It knows nothing of the register. It is told what was typed and what the agency sent, and says which rows there are and
in which step each of them stands.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ipsu_cli.core.dates import Week

PRICES = {"hour": 333_33, "case": 9_500_00, "day": 160_00}


def net_of(quantity: int, unit: str) -> int:
    """Hundredths at the price of the unit, half away from zero."""
    size = (2 * abs(quantity) * PRICES[unit] + 100) // 200
    return size if quantity >= 0 else -size


class Row(NamedTuple):
    """A piece of work as the report should have it; `invoice` is None of what stands on none."""

    step: str
    case: str
    month: str
    quantity: int
    net: int
    invoice: str | None


@dataclass
class Delivery:
    """Work that was entered; `line` is the one that it stands on."""

    id: int
    case: str
    first: str
    last: str
    quantity: int
    unit: str
    reverses: "Delivery | None" = None
    cancelled: bool = False
    line: "Line | None" = None

    @property
    def month(self) -> str:
        return self.last[:7]


@dataclass
class Line:
    """A line on one of our invoices; `reverses` is the line whose work it takes back."""

    invoice: "Basis"
    case: str
    month: str
    quantity: int
    unit: str
    first: str
    last: str
    reverses: "Line | None" = None
    status: str = "created"

    @property
    def net(self) -> int:
        return net_of(self.quantity, self.unit)


@dataclass
class Basis:
    """An invoice of ours. What is paid and how it stands is told by the register, and judged elsewhere."""

    number: str
    agreement: str
    made: str
    credits: "Basis | None" = None
    lines: list[Line] = field(default_factory=list)
    cancelled: bool = False
    sent: bool = False

    @property
    def standing(self) -> list[Line]:
        return [line for line in self.lines if line.status != "corrected"]


@dataclass
class Bill:
    """A line of a self-invoice of the agency's; `left` is what its credits have left of it."""

    number: str
    case: str
    first: str
    last: str
    hours: int
    net: int
    left: int

    @property
    def months(self) -> set[str]:
        return {self.first[:7], self.last[:7]}


@dataclass
class Head:
    """A self-invoice of the agency's of which only the total is known; `credited`: a credit has taken it back."""

    number: str
    total: int
    credited: bool = False


class Received(NamedTuple):
    """What the register says that is no arithmetic: how our invoices stand, by number; how each of the agency's lines
    is answered and what is left of it, by number, case and last day; the bases that each self-invoice is about."""

    ours: dict[str, Any]
    answers: dict[tuple[str, str, str], Any]
    pairs: dict[str, set[str]]


class Office:
    """All of it."""

    def __init__(self) -> None:
        self.deliveries: list[Delivery] = []
        self.bases: dict[str, Basis] = {}
        self.bills: list[Bill] = []
        self.heads: list[Head] = []
        self.of_heads: list[Bill] = []
        self.locked: dict[str, str] = {}
        self.payments: dict[int, tuple[str, int]] = {}  # entered by hand, by id: the invoice and the öre
        self.reported: dict[str, str] = {}  # the months of R1, and how its report stands
        self.planned: dict[str, int] = {}  # what a plan that was shortened still allows

    # What is typed

    def deliver(self, shape: Any) -> None:
        quantity = round(shape["quantity"] * 100)
        made = Delivery(shape["id"], shape["case"], shape["from"], shape["to"], quantity, shape["unit"])
        made.reverses = next((other for other in self.deliveries if other.id == shape["reverses"]), None)
        self.deliveries.append(made)

    def build(self, agreement_of: dict[str, str], last: str, made: list[Any], today: str) -> None:
        """Take all that is ready up to a day, and only that."""
        fresh = {invoice["agreement"]: Basis(invoice["number"], invoice["agreement"], today) for invoice in made}
        taken: list[Line] = []
        for (case, month, _), group in self.ready(last).items():
            basis = fresh[agreement_of[case]]
            taken.append(self._line(basis, case, month, group))
        assert {line.invoice.agreement for line in taken} == fresh.keys()
        for basis in fresh.values():
            basis.lines = [line for line in taken if line.invoice is basis]
        self.bases |= {basis.number: basis for basis in fresh.values()}

    def _line(self, basis: Basis, case: str, month: str, group: list[Delivery]) -> Line:
        quantity = sum(delivery.quantity for delivery in group)
        first, last = min(delivery.first for delivery in group), max(delivery.last for delivery in group)
        line = Line(basis, case, month, quantity, group[0].unit, first, last, self._reversed_line(group[0]))
        for delivery in group:
            delivery.line = line
        return line

    def credit(self, number: str, case: str, made: Any, today: str) -> None:
        """What stands of a case on an invoice is taken back; its deliveries are free again."""
        original = self.bases[number]
        basis = self.bases[made["number"]] = Basis(made["number"], original.agreement, today, credits=original)
        for line in [line for line in original.lines if line.case == case and line.status == "created"]:
            line.status = "credited"
            freed = [delivery for delivery in self.on(line) if not self._is_taken_back(delivery)]
            quantity = sum(delivery.quantity for delivery in freed)
            if freed:
                back = Line(basis, case, line.month, -quantity, line.unit, line.first, line.last, line)
                basis.lines.append(back)
            for delivery in freed:
                delivery.line = None

    def free(self, line: Line) -> None:
        """A line leaves its invoice."""
        for delivery in self.on(line):
            delivery.line = None

    def on(self, line: Line) -> list[Delivery]:
        return [delivery for delivery in self.deliveries if delivery.line is line]

    def _is_taken_back(self, delivery: Delivery) -> bool:
        """Does a reversal of it stand on a line?"""
        return any(other.reverses is delivery and other.line is not None for other in self.deliveries)

    # What stands on no invoice

    def standing(self) -> Iterator[Delivery]:
        return (delivery for delivery in self.deliveries if not delivery.cancelled)

    def waiting(self) -> dict[tuple[str, str, Any], list[Delivery]]:
        """By case, month and what it takes back or is held for: what one line of the next build would hold."""
        above = self.above_plan()
        groups: dict[tuple[str, str, Any], list[Delivery]] = defaultdict(list)
        for delivery in self.standing():
            if delivery.line is None:
                line = self._reversed_line(delivery)
                mark = id(line) if line else delivery.id in above
                groups[delivery.case, line.month if line else delivery.month, mark].append(delivery)
        return groups

    def _reversed_line(self, delivery: Delivery) -> Line | None:
        return delivery.reverses.line if delivery.reverses else None

    def above_plan(self) -> set[int]:
        """The newest deliveries that a plan which was shortened has no room for."""
        found = set()
        for case, planned in self.planned.items():
            own = [delivery for delivery in self.standing() if delivery.case == case]
            excess = sum(delivery.quantity for delivery in own) - planned
            for delivery in sorted(own, key=lambda one: (one.last, one.id), reverse=True):
                if excess > 0 and delivery.line is None and not self._reversed_line(delivery):
                    found.add(delivery.id)
                    excess -= delivery.quantity
        return found

    def is_held(self, case: str, month: str, mark: Any) -> bool:
        returned = case == "R1" and self.reported.get(month) == "returned" and mark in (True, False)
        return case in self.locked or mark is True or returned

    def ready(self, last: str = "9") -> dict[tuple[str, str, Any], list[Delivery]]:
        """What a build takes; where all was taken back there is nothing to bill."""
        groups: dict[tuple[str, str, Any], list[Delivery]] = {}
        for key, group in self.waiting().items():
            due = [delivery for delivery in group if delivery.last <= last]
            if sum(delivery.quantity for delivery in due) and not self.is_held(*key):
                groups[key] = due
        return groups

    # Where it stands

    def bills_of_heads(self, seen: dict[str, Any], pairs: dict[str, set[str]]) -> list[Bill]:
        """Each line as it was issued of the basis that a head is about, where that is just one."""
        found = []
        for head in self.heads:
            [number, *more] = sorted(pairs[head.number]) or [""]
            for line in self.bases[number].lines if number and not more else ():
                sign = 1 if head.total * seen[number]["total_ore"] > 0 else -1
                net, hours = line.net * sign, line.quantity * sign * (line.unit == "hour")
                left = 0 if head.credited else max(net, 0)
                first = max(line.first, f"{line.month}-01")
                found.append(Bill(head.number, line.case, first, line.last, hours, net, left))
        return found

    def rows(self, seen: Received, silent: set[str]) -> Counter[Row]:
        """The rows that there should be. `silent` are the bases that the agency should have answered by now."""
        found: Counter[Row] = Counter(self._undelivered())
        for (case, month, mark), group in self.waiting().items():
            step = "held" if self.is_held(case, month, mark) else "ready"
            quantity = sum(delivery.quantity for delivery in group)
            if quantity:  # what was all taken back waits nowhere
                found[Row(step, case, month, quantity, net_of(quantity, group[0].unit), None)] += 1
        for basis in self.bases.values():
            for line in () if basis.cancelled else basis.standing:
                step = self._step(line, seen, silent)
                found[Row(step, line.case, line.month, line.quantity, line.net, basis.number)] += 1
        return found

    def _undelivered(self) -> Iterator[Row]:
        done = {
            (delivery.case, delivery.month)
            for delivery in self.standing()
            if not delivery.reverses and not any(other.reverses is delivery for other in self.standing())
        }
        if "A9" not in {case for case, _ in done} | self.locked.keys():
            yield Row("undelivered", "A9", "2026-01", 100, net_of(100, "case"), None)
        for month, status in self.reported.items():
            if status == "submitted" and ("R1", month) not in done and "R1" not in self.locked:
                days = {"02": 28, "03": 31, "04": 30}[month[5:]] * 100
                yield Row("undelivered", "R1", month, days, net_of(days, "day"), None)

    def _step(self, line: Line, seen: Received, silent: set[str]) -> str:
        own = seen.ours[line.invoice.number]
        if line.status == "credited" and self._is_set_off(line, seen.ours):
            left = self._agrees(line) or not self._is_nothing_left(*self._against(line, seen), line.case)
            return "paid" if left else "awaits-credit"
        if own["status"] in ("paid", "part-paid"):
            return str(own["status"])
        if line.invoice.credits and not own["open_ore"]:
            set_off = line.invoice
            known = set_off.credits.sent and not set_off.sent if set_off.credits else False
            return "unsent" if set_off.agreement == "RM" and known else "paid"
        if line.status == "rejected":
            return "locked"
        if line.invoice.agreement == "RM":
            return "unpaid" if line.invoice.sent else "unsent"
        return self._self_billed(line, seen, silent)

    def _is_set_off(self, line: Line, seen: dict[str, Any]) -> bool:
        backs = [basis for basis in self.bases.values() if basis.credits is line.invoice and not basis.cancelled]
        return any(
            not seen[basis.number]["open_ore"] and not seen[basis.number]["paid_ore"]
            for basis in backs
            if line.case in {back.case for back in basis.lines}
        )

    def owed(self, case: str, months: set[str]) -> list[Line]:
        bases = [basis for basis in self.bases.values() if not basis.cancelled and basis.agreement == "NM"]
        return [line for basis in bases for line in basis.standing if line.case == case and line.month in months]

    def billed(self, case: str, months: set[str]) -> list[Bill]:
        return [bill for bill in (*self.bills, *self.of_heads) if bill.case == case and bill.last[:7] in months]

    def together(self, case: str, month: str) -> set[str]:
        """The month, with those that a week of the agency's ties to it."""
        ties = [bill.months for bill in (*self.bills, *self.of_heads) if bill.case == case]
        months = {month}
        while more := {other for tie in ties if tie & months for other in tie} - months:
            months |= more
        return months

    def _self_billed(self, line: Line, seen: Received, silent: set[str]) -> str:
        ours, theirs = self._against(line, seen)
        agree = self._agrees(line)
        answers = [seen.answers[bill.number, bill.case, bill.last] for bill in theirs]
        awaited = any(answer["awaits"] for answer in answers)
        if not theirs or (not _net(theirs) and _net(ours) and not awaited):
            return "missing" if line.invoice.number in silent else "waiting"
        if awaited or (not agree and self._is_nothing_left(ours, theirs, line.case)):
            return "awaits-credit"
        fits = agree or self._is_unbuilt(line, ours, theirs) or self._is_billed(ours, theirs)
        if all(answer["state"] for answer in answers if answer["left"]):
            if fits or not self._is_corrected(line, theirs, seen.pairs):
                return "unpaid"
            nothing = "missing" if line.invoice.number in silent else "waiting"
            return "awaits-credit" if _net(ours) < _net(theirs) else nothing
        if not fits and _differs(ours, theirs) == "twice" and self._is_corrected(line, theirs, seen.pairs):
            about = {number for bill in theirs for number in seen.pairs[bill.number]}
            corrected = _net([one for one in ours if one.invoice.number not in about])
            return "awaits-credit" if corrected < 0 else "missing" if line.invoice.number in silent else "waiting"
        return "unanswered" if fits else _differs(ours, theirs)

    def _agrees(self, line: Line) -> bool:
        """Is its case and month billed as it is, all together?"""
        months = self.together(line.case, line.month)
        return self._is_billed(self.owed(line.case, months), self.billed(line.case, months))

    def _is_billed(self, ours: list[Line], theirs: list[Bill]) -> bool:
        """Do they bill what these lines make, on the days on which it was done?"""
        worked = [delivery for line in ours for delivery in self.on(line)]
        if _net(ours) != _net(theirs):
            return False
        if sum(delivery.quantity for delivery in worked) != sum(line.quantity for line in ours):
            return True
        standing = [bill for bill in theirs if bill.left > 0]
        if all(bill.hours for bill in standing) and all(one.unit == "hour" for one in worked):
            weeks = [(_weeks(one.first, one.last), one.quantity) for one in worked]
            billed = [(_weeks(bill.first, bill.last), bill.hours) for bill in standing]
            if all(first == last for (first, last), _ in (*weeks, *billed)):
                return _sums(weeks) == _sums(billed)
        days = _sums([((one.first, one.last), one.quantity) for one in worked])
        return all(
            any(bill.first <= last and first <= bill.last for (first, last), made in days.items() if made > 0)
            for bill in standing
        )

    def _is_corrected(self, line: Line, theirs: list[Bill], pairs: dict[str, set[str]]) -> bool:
        """Does its work of the month stand on several bases, and is no self-invoice about this one?"""
        owed = self.owed(line.case, self.together(line.case, line.month))
        several = len({one.invoice.number for one in owed}) > 1
        return several and line.invoice.number not in {number for bill in theirs for number in pairs[bill.number]}

    def _against(self, line: Line, seen: Received) -> tuple[list[Line], list[Bill]]:
        """What bills its case and month; where bases share those, what bills its own."""
        months = self.together(line.case, line.month)
        ours, theirs = self.owed(line.case, months), self.billed(line.case, months)
        tied_ours, tied_theirs = self._tied(line, ours, theirs, seen.pairs)
        return (tied_ours, tied_theirs) if tied_theirs or not self._agrees(line) else (ours, theirs)

    def _is_nothing_left(self, ours: list[Line], theirs: list[Bill], case: str) -> bool:
        """Do they bill what makes nothing with us, and is nothing of it left to be built?"""
        standing = [bill for bill in theirs if bill.left > 0]
        if not standing or _net(ours) or _net(ours) == _net(theirs):
            return False
        first, last = min(bill.first for bill in standing), max(bill.last for bill in standing)
        free = [one for one in self.standing() if one.case == case and one.line is None and first <= one.last <= last]
        return not sum(one.quantity for one in free)

    def _tied(
        self, line: Line, ours: list[Line], theirs: list[Bill], pairs: dict[str, set[str]]
    ) -> tuple[list[Line], list[Bill]]:
        """The lines of the bases that one self-invoice is about, or of which one takes back the other's work."""
        numbers = {one.invoice.number for one in ours}
        about: dict[str, set[str]] = defaultdict(set)
        for bill in theirs:
            both = {one.invoice.number for one in ours if len(bill.months) > 1 and one.month in bill.months}
            about[bill.number] |= (pairs[bill.number] & numbers) | both
        about = {number: own or numbers for number, own in about.items()}
        ties = [*about.values(), *({one.invoice.number, *_taken_back_from(one)} & numbers for one in ours)]
        own = {line.invoice.number}
        while more := {number for tie in ties if tie & own for number in tie} - own:
            own |= more
        return [one for one in ours if one.invoice.number in own], [bill for bill in theirs if about[bill.number] & own]

    def _is_unbuilt(self, line: Line, ours: list[Line], theirs: list[Bill]) -> bool:
        """Do they bill what was delivered on those days, of which some stands on no basis yet?"""
        standing = [bill for bill in theirs if bill.left > 0]
        if line.unit != "hour" or not standing:
            return False
        first, last = min(bill.first for bill in standing), max(bill.last for bill in standing)
        more = [
            delivery.quantity for delivery in self.standing()
            if delivery.case == line.case and delivery.line is None and first <= delivery.last <= last
        ]  # fmt: skip
        billed = sum(bill.hours for bill in theirs)
        return bool(sum(more)) and sum(one.quantity for one in ours) + sum(more) == billed


def _differs(ours: list[Line], theirs: list[Bill]) -> str:
    standing = [bill for bill in theirs if bill.left > 0]
    return "twice" if _net(theirs) > _net(ours) and _overlap(standing) else "differs"


def _weeks(first: str, last: str) -> tuple[Week, Week]:
    return Week.of(dt.date.fromisoformat(first)), Week.of(dt.date.fromisoformat(last))


def _sums(parts: Iterable[tuple[tuple[str, str], int]]) -> Counter[tuple[str, str]]:
    """What is made in each place that has something."""
    sums: Counter[tuple[str, str]] = Counter()
    for place, quantity in parts:
        sums[place] += quantity
    return Counter({place: quantity for place, quantity in sums.items() if quantity})


def _net(parts: list[Line] | list[Bill]) -> int:
    return sum(part.net for part in parts)


def _taken_back_from(line: Line) -> set[str]:
    """The invoice whose work a line takes back."""
    return {line.reverses.invoice.number} if line.reverses else set()


def _overlap(bills: list[Bill]) -> bool:
    return any(
        one.number != other.number and one.first <= other.last and other.first <= one.last
        for one in bills
        for other in bills
    )

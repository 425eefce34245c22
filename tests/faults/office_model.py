"""What an office's file should hold after any commands: the plain model of the work, and next to it what else is typed.

Every command leaves the facts that it has changed, as they were and as they are. `undo` puts back those that were.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tests.reports.money_model import Office, net_of

Key = tuple[Any, ...]  # the kind of a fact, and what it is about
Facts = dict[Key, Any]
Hours = tuple[str, str, int]  # as a file has them: the case, the day, and hundredths
# What no question to the register gives in this form: it is known for `undo` alone.
OWN = ("planned", "reported", "batch")
# What has gone out is not taken back by `undo`.
MONEY = ("line", "payment", "locked")


class Touched(NamedTuple):
    """A fact that a command has changed; None where there was, or is, none."""

    key: Key
    before: Any
    after: Any


class Register(Office):
    """The whole office. `new` are the cases that are registered on the way."""

    def __init__(self, new: Iterable[str]) -> None:
        super().__init__()
        self.new = {*new}
        self.cases: dict[str, tuple[str, str | None]] = {}  # open or closed, and the coach
        self.contacts: dict[int, tuple[str, str]] = {}  # the case and the note
        self.documents: dict[tuple[str, int], str] = {}  # joint plans, by case and version: how they stand
        self.plans: dict[tuple[str, int], int] = {}  # their hours
        self.settings: dict[str, str] = {}
        self.batches: dict[int, tuple[Hours, ...]] = {}  # the rows that came in
        self.touched: dict[int, list[Touched]] = {}  # by the number of the change
        self.undone: set[int] = set()

    def _kinds(self) -> dict[str, dict[Any, Any]]:
        return {
            "case": self.cases, "contact": self.contacts, "document": self.documents, "plan": self.plans,
            "setting": self.settings, "payment": self.payments, "locked": self.locked, "planned": self.planned,
            "reported": self.reported, "batch": self.batches,
        }  # fmt: skip

    def facts(self) -> Facts:
        """All that can be said of the office, fact by fact."""
        facts: Facts = {(kind, key): value for kind, values in self._kinds().items() for key, value in values.items()}
        for delivery in self.deliveries:
            reverses = delivery.reverses.id if delivery.reverses else None
            facts["delivery", delivery.id] = (
                delivery.case, delivery.first, delivery.last, delivery.quantity, delivery.cancelled, reverses,
            )  # fmt: skip
            if delivery.line:
                facts["line", delivery.id] = delivery.line.invoice.number
        for basis in self.bases.values():
            lines = sorted((line.case, line.month, line.quantity, line.net, line.status) for line in basis.lines)
            facts["invoice", basis.number] = (basis.agreement, basis.cancelled, tuple(lines))
        return facts

    def seen(self) -> Facts:
        """The facts that the register can be asked for."""
        return {key: value for key, value in self.facts().items() if key[0] not in OWN}

    def keep(self, change: int, before: Facts) -> None:
        """Remember what a change has done, for `undo`."""
        self.touched[change] = list(differences(before, self.facts()))

    def undo(self, change: int) -> None:
        """Put back what a change has touched, of which nothing may have been touched again."""
        facts = self.facts()
        assert change not in self.undone, "it is undone already"
        for key, before, after in self.touched[change]:
            assert key[0] not in MONEY, f"{key} has gone out"
            assert facts.get(key) == after, f"{key} was changed later"
            self._put_back(key, before)
        self.undone.add(change)
        self._holds_together()

    def _put_back(self, key: Key, value: Any) -> None:
        kind, about = key
        if kind == "delivery":
            self._put_back_delivery(about, value)
            return
        if value is None:
            del self._kinds()[kind][about]
        else:
            self._kinds()[kind][about] = value

    def _put_back_delivery(self, id: int, value: Any) -> None:
        own = next((delivery for delivery in self.deliveries if delivery.id == id), None)
        if value is None:
            assert own and own.line is None, "it is invoiced"
            self.deliveries.remove(own)
        else:
            assert own, "what was deleted comes back"
            own.quantity, own.cancelled = value[3], value[4]

    def _holds_together(self) -> None:
        """Nothing is about a case that is not there."""
        about = {delivery.case for delivery in self.deliveries} | {case for case, _ in self.contacts.values()}
        assert about | {case for case, _ in self.documents} <= self.cases.keys()

    def is_held(self, case: str, month: str, mark: Any) -> bool:
        """Of a new case nothing is billed before a joint plan of it is confirmed."""
        unconfirmed = case in self.new and "confirmed" not in {
            status for (of, _), status in self.documents.items() if of == case
        }
        return unconfirmed or super().is_held(case, month, mark)

    def earned(self) -> int:
        """The öre of all work that was done, and of what should be reported as done."""
        lines = [line for basis in self.bases.values() if not basis.cancelled for line in basis.standing]
        free = [net_of(sum(one.quantity for one in group), group[0].unit) for group in self.waiting().values()]
        return sum(line.net for line in lines) + sum(free) + sum(row.net for row in self._undelivered())

    def new_rows(self, rows: list[Hours]) -> list[Hours]:
        """Those of a file that have not come in as often before."""
        before = Counter(row for batch in self.batches.values() for row in batch)
        new = []
        for row in rows:
            if before[row]:
                before[row] -= 1
            else:
                new.append(row)
        return new


def differences(before: Facts, after: Facts) -> Iterator[Touched]:
    """The facts that are not the same."""
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            yield Touched(key, before.get(key), after.get(key))

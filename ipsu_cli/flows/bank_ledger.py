"""The invoices that a bank's file is about, as they stand after each of its payments, and what was paid on them before.

What was paid before is known again one for one within each statement: two payments that are alike in one statement are
two, and the same two in another file are the same money.
"""

from collections import defaultdict
from collections.abc import Iterator

from ipsu_cli.core.bank import Entry
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.payment import Payment, rounding_of
from ipsu_cli.store import Writing, invoices, payments
from ipsu_cli.store.payments import KeptPayment, Origin

BATCH = "batch"
Key = tuple[object, ...]


class EnteredPayment(NamedTuple):
    """A payment that was entered, and its invoice as it stood then."""

    invoice: str
    payment: Payment


class KeptPayments:
    """The payments of one invoice from before this statement, each to be known again once."""

    def __init__(self, kept: list[KeptPayment]) -> None:
        self._lists: dict[Key, list[KeptPayment]] = defaultdict(list)
        self._places: dict[Key, list[frozenset[str]]] = defaultdict(list)
        self._used: set[int] = set()
        self._left: dict[Key, int] = {}
        self._all: list[Payment] = []
        for payment in kept:
            self.add(payment)

    def add(self, kept: KeptPayment) -> None:
        """One more, from the statement before."""
        self._all.append(kept.payment)
        amount, kinds = kept.payment.amount_ore, kinds_of(kept.ids)
        if kept.entry:
            self._lists["entry", kept.entry].append(kept)
        for name in kept.ids:
            self._lists["id", name, amount].append(kept)
        for day in kept.days:
            if not self._lists[amount, day, kinds]:
                self._places[amount, day].append(kinds)
            self._lists[amount, day, kinds].append(kept)

    def all(self) -> list[Payment]:
        """Every one of them."""
        return self._all

    def begin_statement(self) -> None:
        """Each may be known again."""
        self._used.clear()
        self._left.clear()

    def same_entry(self, digest: bytes) -> Payment | None:
        """The payment that this very entry was entered as."""
        return self._take(("entry", digest))

    def same_id(self, entry: Entry) -> Payment | None:
        """A payment of that amount that bears one of the bank's names of the entry."""
        keys: Iterator[Key] = (("id", name, entry.amount_ore) for name in entry.ids)
        return next(filter(None, map(self._take, keys)), None)

    def alike(self, entry: Entry) -> Payment | None:
        """A payment of that amount on that day, but one that bears another name of the same kind: that is another."""
        kinds = kinds_of(entry.ids)
        keys: Iterator[Key] = (
            (entry.amount_ore, day, others)
            for day in sorted(entry.days)
            for others in self._places.get((entry.amount_ore, day), ())
            if not others & kinds
        )
        return next(filter(None, map(self._take, keys)), None)

    def _take(self, key: Key) -> Payment | None:
        listed = self._lists.get(key)
        if not listed:
            return None
        left = self._left.get(key, len(listed))
        while left and listed[left - 1].payment.id in self._used:
            left -= 1
        self._left[key] = left
        if not left:
            return None
        self._used.add(listed[left - 1].payment.id)
        return listed[left - 1].payment


def kinds_of(ids: tuple[str, ...]) -> frozenset[str]:
    """The kinds of the bank's names that tell one payment from another."""
    return frozenset(name.partition(":")[0] for name in ids) - {BATCH}


class Standing:
    """An invoice as it stands, and the payments of it from before this statement."""

    def __init__(self, id: int, invoice: Invoice, kept: KeptPayments) -> None:
        self.id = id
        self.invoice = invoice
        self.kept = kept
        self.new: list[KeptPayment] = []

    @property
    def number(self) -> str:
        """The number of the invoice."""
        return self.invoice.number or ""


class Ledger:
    """Every invoice that was asked for, read once; what is paid is written at once, and the statuses at the end."""

    def __init__(self, store: Writing, who: str) -> None:
        self._store = store
        self._who = who
        self._found: dict[str, Standing | None] = {}
        self._paid: dict[str, Standing] = {}
        self._touched: dict[str, Standing] = {}

    def find(self, number: str) -> Standing | None:
        """The invoice of that number, None where there is none."""
        if number not in self._found:
            invoice = invoices.find(self._store, number)
            self._found[number] = self._standing(invoice) if invoice else None
        found = self._found[number]
        if found:
            self._touched[number] = found
        return found

    def _standing(self, invoice: Invoice) -> Standing:
        return Standing(invoice.id, invoice, KeptPayments(payments.kept(self._store, invoice.id)))

    def pay(self, standing: Standing, entry: Entry, origin: Origin) -> EnteredPayment:
        """Enter a payment; the invoice is paid, or paid in part."""
        invoice, amount = standing.invoice, entry.amount_ore
        rounding = rounding_of(invoice.open_ore, amount)
        id = payments.add(self._store, standing.id, amount, entry.on, rounding, origin)
        open_ore = invoice.open_ore - amount + rounding
        standing.invoice = invoice._replace(
            paid_ore=invoice.paid_ore + amount, open_ore=open_ore, status="part-paid" if open_ore else "paid"
        )
        payment = Payment(
            id, entry.on, amount, rounding, origin.source, origin.file, self._who, payments.bank_id(origin.bank_ids)
        )
        standing.new.append(KeptPayment(payment, frozenset(entry.days), origin.bank_ids, origin.entry))
        self._paid[standing.number] = standing
        return EnteredPayment(standing.number, payment)

    def end_statement(self) -> None:
        """From here on what was entered is what was paid before."""
        for standing in self._touched.values():
            for kept in standing.new:
                standing.kept.add(kept)
            standing.new.clear()
            standing.kept.begin_statement()
        self._touched.clear()

    def finish(self) -> None:
        """Write the statuses."""
        for standing in self._paid.values():
            invoices.set_status(self._store, standing.id, standing.invoice.status)

    def stands(self, number: str) -> Invoice:
        """An invoice that was paid, as it stands now."""
        return self._paid[number].invoice


def fits_to_the_ore(open_ore: Ore, amount: Ore) -> bool:
    """Is it no more than what is open, but for rounding?"""
    return amount - rounding_of(open_ore, amount) <= open_ore

"""`ipsu invoice bank`: the payments of a bank's file, each on the invoice that it names; the rest with why not."""

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterator

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.bank import BankFile, Entry, Statement
from ipsu_cli.core.digest import digest
from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.flows import day_order
from ipsu_cli.flows.bank_ledger import EnteredPayment, Ledger, Standing
from ipsu_cli.flows.bank_misfits import (
    RETURNED,
    Misfit,
    Told,
    entered_by_hand,
    known_by_amount,
    pays,
    returned,
    several,
    unusable,
)
from ipsu_cli.flows.bank_names import Names
from ipsu_cli.flows.bank_proposals import UNNAMED, proposed
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, batches, payments
from ipsu_cli.store.payments import Origin

KIND = "bank"
STDIN = "-"
# A reference that is no free text: what is shown of an entry that fits nothing.
PLAIN = re.compile(r"[0-9A-Z][0-9A-Z/-]{0,24}")
MATCHED = (
    Column("invoice"), Column("payment"), Column("date", "day"), Column("amount", "money"),
    Column("rounding", "money"), Column("status", "code"), Column("open", "money"),
)  # fmt: skip
UNMATCHED = (
    Column("date", "day"), Column("amount", "money"), Column("currency"), Column("reference"), Column("why"),
    Column("command"),
)  # fmt: skip


class Waiting(NamedTuple):
    """An entry that names one invoice, and is not known by itself. `taken_back`: it was a payment once, and somebody
    took that back."""

    place: int
    entry: Entry
    digest: bytes
    standing: Standing
    taken_back: bool


class MatchedEntry(NamedTuple):
    """A payment that was entered, and how its invoice now stands."""

    invoice: str
    payment: int
    on: dt.date
    amount_ore: Ore
    rounding_ore: Ore
    status: str
    open_ore: Ore


class UnmatchedEntry(NamedTuple):
    """An entry that was not entered, and why; of one that cannot be read there is no more than that."""

    on: dt.date | None
    amount_ore: Ore | None
    currency: str | None
    reference: str | None
    invoice: str | None
    code: str
    message: Text
    command: str | None


class BankResult(NamedTuple):
    """What came of a file: how many entries it has, how many of them had come in before, and the rest one by one."""

    file: str
    format: str
    entries: int
    known: int
    matched: list[MatchedEntry]
    unmatched: list[UnmatchedEntry]


class BankTakenIn(NamedTuple):
    """The whole answer."""

    bank: BankResult


def bank(office: Office, path: str, file: BankFile, *, strict: bool, tick: Tick = silent) -> Answer[BankTakenIn]:
    """Enter what fits, and say of the rest why not. What has come in before is known, in whatever file it comes. `tick`
    hears how many entries are read and entered."""

    def enter_payments(store: Writing) -> Answer[BankTakenIn]:
        run = BankRun(store, office, file.format, path)
        before = payments.by_amount_and_day(store)
        of, done = len(file.entries), 0
        for statement in file.statements:
            run.take(statement, _within(tick, done, of))
            done += len(statement.entries)
        run.finish(len(file.entries))
        answer = _answer(run, path, file, proposed(store, run.told, before), strict=strict)
        return answer._replace(warnings=day_order.of_payments(store, run.paid()))

    return office.change("invoice bank", enter_payments)


def _within(tick: Tick, before: int, of: int) -> Tick:
    """What the entries of one statement tell; so many of all have come before them."""
    return lambda done, _: tick(before + done, of)


class BankRun:
    """One file on its way into the register, statement by statement."""

    def __init__(self, store: Writing, office: Office, format: str, path: str) -> None:
        self.matched: list[EnteredPayment] = []
        self.told: list[Told] = []
        self.ledger = Ledger(store, office.who)
        self._store, self._today, self._format = store, office.today, format
        self._file = None if path == STDIN else without_numbers(os.path.basename(path))
        self._known = batches.known(store, KIND)
        self._taken_back = payments.taken_back(store)
        self._entered: Counter[bytes] = Counter()
        self._names = Names(store, self.ledger)

    def take(self, statement: Statement, tick: Tick = silent) -> None:
        """Enter what fits of a statement. What is known for certain is found first, then what is known by its amount,
        so that the rest is new."""
        outcomes: dict[int, Misfit] = {}
        waiting: list[Waiting] = []
        count = len(statement.entries)
        for place, entry in enumerate(statement.entries):
            tick(place // 2, count)  # the other half is to enter them
            found = self._of_itself(place, entry)
            if isinstance(found, Misfit):
                outcomes[place] = found
            elif found:
                waiting.append(found)
        unknown = [new for new in waiting if new.taken_back or not new.standing.kept.same_id(new.entry)]
        for new in unknown:
            tick((count + new.place) // 2, count)
            misfit = self._enter(new)
            if misfit:
                outcomes[new.place] = misfit
        outcomes |= {place: self._returned(statement.entries[place], why) for place, why in outcomes.items()}
        self.told += [Told(statement.entries[place], outcomes[place]) for place in sorted(outcomes)]
        self.told += [Told(unread, Misfit("bank.entry", unread._asdict())) for unread in statement.unread]
        self.ledger.end_statement()

    def _returned(self, entry: Entry, why: Misfit) -> Misfit:
        """Where money went back: with the payments of this statement too, once they are entered."""
        standing = self.ledger.find(why.invoice) if why.code == RETURNED and why.invoice else None
        return returned(standing, entry) if standing else why

    def paid(self) -> list[tuple[int, str, dt.date]]:
        """The payments that were entered, each with the id and the number of its invoice, and its day."""
        return [(self.ledger.stands(number).id, number, payment.on) for number, payment in self.matched]

    def finish(self, entries: int) -> None:
        """Write what each invoice came to, and what has come in."""
        self.ledger.finish()
        if self._entered:
            batches.keep(self._store, KIND, entries, len(self.matched), self._entered)

    def _of_itself(self, place: int, entry: Entry) -> Waiting | Misfit | None:
        """What an entry says by itself: why it is not entered, or which invoice it waits to be on; nothing where it
        has come in before."""
        row = _digest(entry)
        known = not entry.oddity and self._known[row] > 0  # what is odd was never entered
        taken_back = known and self._taken_back[row] > 0
        self._known[row] -= known
        self._taken_back[row] -= taken_back
        named = self._names.of(entry)
        one = named.standings[0] if len(named.standings) == 1 else None
        if known and not taken_back:
            if one and not one.kept.same_entry(row):
                one.kept.alike(entry)
            return None
        misfit = unusable(entry, one, self._today)
        if misfit:
            return misfit
        if one:
            return Waiting(place, entry, row, one, taken_back)
        if named.standings:
            return several([standing.invoice for standing in named.standings], entry)
        if named.unpaired:
            return Misfit("bank.unpaired", {"self_invoices": named.unpaired}, "ipsu invoice list --received")
        return Misfit(UNNAMED, {})

    def _enter(self, new: Waiting) -> Misfit | None:
        entry, standing = new.entry, new.standing
        alike = standing.kept.alike(entry)
        if alike:
            return known_by_amount(standing.invoice, alike, entry)
        if new.taken_back:
            return Misfit(
                "bank.taken-back",
                {"invoice": standing.number},
                entered_by_hand(standing.number, entry),
                standing.number,
            )
        misfit = pays(standing.invoice, entry)
        if misfit:
            return misfit
        value_day = entry.value_on if entry.value_on != entry.on else None
        origin = Origin(self._format, self._file, value_day, entry.ids, new.digest)
        self.matched.append(self.ledger.pay(standing, entry, origin))
        self._entered[new.digest] += 1
        return None


def _digest(entry: Entry) -> bytes:
    amount = str(entry.amount_ore)
    parts = (entry.account, entry.on.isoformat(), amount, entry.currency, entry.id, *entry.references)
    return digest("\0".join(parts).encode())


# What is said


def _answer(run: BankRun, path: str, file: BankFile, told: list[Told], *, strict: bool) -> Answer[BankTakenIn]:
    entries = len(file.entries) + len(file.unread)
    matched = [_matched(run.ledger, payment) for payment in run.matched]
    unmatched = list(map(_unmatched, told))
    known = entries - len(matched) - len(unmatched)
    total = Ore.total(payment.amount_ore for payment in matched)
    counts = {"matched": len(matched), "unmatched": len(unmatched), "entries": entries, "known": known}
    line = Text("message.bank" if matched else "message.bank-nothing", {"path": path, "total": total, **counts})
    tables = [Table("bank-matched", MATCHED, matched)] if matched else []
    tables += [_unmatched_table(unmatched)] if unmatched else []
    result = BankResult(path, file.format, entries, known, matched, unmatched)
    return Answer(BankTakenIn(result), [line], tables, exit=6 if strict and told else 0)


def _matched(ledger: Ledger, entered: EnteredPayment) -> MatchedEntry:
    number, payment = entered
    invoice = ledger.stands(number)
    return MatchedEntry(
        number, payment.id, payment.on, payment.amount_ore, payment.rounding_ore, invoice.status, invoice.open_ore
    )


def _unmatched(told: Told) -> UnmatchedEntry:
    """Free text of an entry is not shown: it may name somebody, and of what went out it often does."""
    entry, why = told
    message = Text(f"problem.{why.text or why.code}", why.figures)
    if not isinstance(entry, Entry):
        return UnmatchedEntry(None, None, None, None, why.invoice, why.code, message, why.command)
    reference = next(_shown(entry), None)
    return UnmatchedEntry(
        entry.on, entry.amount_ore, entry.currency, reference, why.invoice, why.code, message, why.command
    )


def _shown(entry: Entry) -> Iterator[str]:
    """The references of what came in that are no free text."""
    if entry.amount_ore > Ore(0):
        yield from (without_numbers(text) for text in entry.references if PLAIN.fullmatch(text))


def _unmatched_table(unmatched: list[UnmatchedEntry]) -> Table:
    rows = [
        (entry.on, entry.amount_ore, entry.currency, entry.reference, entry.message, entry.command)
        for entry in unmatched
    ]
    return Table("bank-unmatched", UNMATCHED, rows)

"""`ipsu invoice bank`: the payments of a bank's file, each on the invoice that it names; the rest with why not."""

import re
from collections import Counter
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.bank import Entry, Statement
from ipsu_cli.core.digest import digest
from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.payment import rounding_of
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import Store, Writing, batches, invoices, payments, self_invoices
from ipsu_cli.store.payments import Origin

KIND = "bank"
UNNAMED = "bank.no-reference"
CURRENCY = "SEK"
PAYABLE = ("created", "approved", "part-paid")
# Our number, with its hyphen anywhere in a text, or its digits as the whole of a reference.
NUMBER = re.compile(r"(?<![0-9-])([0-9]{4})-([0-9]{4,})(?![0-9-])")
WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z/-]*")
DIGITS = re.compile(r"([0-9]{4})([0-9]{4})")
# A reference that is no free text: what is shown of an entry that fits nothing.
PLAIN = re.compile(r"[0-9A-Z][0-9A-Z/-]{0,24}")
MATCHED = (
    Column("invoice"), Column("date", "day"), Column("amount", "money"), Column("status", "code"),
    Column("open", "money"),
)  # fmt: skip
UNMATCHED = (
    Column("date", "day"), Column("amount", "money"), Column("currency"), Column("reference"), Column("why"),
    Column("command"),
)  # fmt: skip


class Misfit(NamedTuple):
    """Why an entry is on no invoice, and what to type if it should be."""

    code: str
    figures: dict[str, Any]
    command: str | None = None


def bank(office: Office, path: str, statement: Statement, *, strict: bool) -> Answer:
    """Enter what fits, and say of the rest why not. What has come in before is known, in whatever file it comes."""

    def match(store: Writing) -> Answer:
        known = batches.known(store, KIND)
        entered: Counter[bytes] = Counter()
        matched: list[tuple[str, Entry]] = []
        unmatched: list[tuple[Entry, Misfit]] = []
        for account, entry in statement.entries:
            row = _digest(account, entry)
            if known[row]:
                known[row] -= 1
                continue
            found = _fitting(store, office, entry)
            if isinstance(found, Misfit):
                unmatched.append((entry, found))
                continue
            _enter(store, found, entry)
            entered[row] += 1
            matched.append((found.number or "", entry))
        if entered:
            batches.keep(store, KIND, len(statement.entries), len(matched), entered)
        return _answer(store, path, statement, matched, _suggested(store, unmatched), strict=strict)

    return office.change("invoice bank", match)


def _digest(account: str, entry: Entry) -> bytes:
    parts = (account, entry.on.isoformat(), str(entry.amount_ore), entry.currency, entry.id, *entry.references)
    return digest("\0".join(parts).encode())


def _enter(store: Writing, invoice: Invoice, entry: Entry) -> None:
    id = invoices.id_of(store, invoice.number or "")
    rounding = rounding_of(invoice.open_ore, entry.amount_ore)
    payments.add(store, id, entry.amount_ore, entry.on, rounding, Origin("bank"))
    invoices.set_status(store, id, "paid" if entry.amount_ore - rounding == invoice.open_ore else "part-paid")


# Which invoice an entry pays


def _fitting(store: Store, office: Office, entry: Entry) -> Invoice | Misfit:
    """The one invoice that the entry names and that its amount fits."""
    misfit = _unusable(office, entry)
    if misfit:
        return misfit
    named = _named(store, entry)
    if len(named) > 1:
        return Misfit("bank.several", {"invoices": [invoice.number for invoice in named]})
    if not named:
        return Misfit(UNNAMED, {})
    return _pays(named[0], entry) or named[0]


def _unusable(office: Office, entry: Entry) -> Misfit | None:
    if entry.amount_ore < Ore(0):
        return Misfit("bank.debit", {})
    if entry.currency != CURRENCY:
        return Misfit("bank.currency", {"currency": entry.currency})
    if not entry.booked:
        return Misfit("bank.not-booked", {})
    if entry.on > office.today:
        return Misfit("bank.future", {"today": office.today})
    return None


def _named(store: Store, entry: Entry) -> list[Invoice]:
    """The invoices whose numbers stand in the entry, or else the agency's numbers of them."""
    found: dict[str, Invoice] = {}
    for text in entry.references:
        numbers = [f"{match[1]}-{match[2]}" for match in NUMBER.finditer(text)]
        whole = DIGITS.fullmatch(text)
        numbers += [f"{whole[1]}-{whole[2]}"] if whole else []
        for number in numbers:
            invoice = invoices.find(store, number)
            if invoice:
                found[number] = invoice
    return list(found.values()) or _named_by_the_agency(store, entry)


def _named_by_the_agency(store: Store, entry: Entry) -> list[Invoice]:
    """Our invoices behind the self-invoices whose numbers stand in the entry: of the same agreement and total."""
    words = dict.fromkeys(word for text in entry.references for word in WORD.findall(text))
    theirs = {(stated.agreement, stated.total_ore) for word in words for stated in self_invoices.named(store, word)}
    ours = invoices.listed(store) if theirs else []
    return [
        invoice for invoice in ours if invoice.status in PAYABLE and (invoice.agreement, invoice.total_ore) in theirs
    ]


def _suggested(store: Store, unmatched: list[tuple[Entry, Misfit]]) -> list[tuple[Entry, Misfit]]:
    """Where an entry names nothing and its amount is what one invoice waits for, that is reported, and not done."""
    if not any(why.code == UNNAMED for _, why in unmatched):
        return unmatched
    waiting: dict[Ore, list[Invoice]] = {}
    for invoice in invoices.listed(store):
        if invoice.status in PAYABLE:
            waiting.setdefault(invoice.open_ore, []).append(invoice)
    fits = {amount: found[0] for amount, found in waiting.items() if len(found) == 1}
    return [
        (entry, why._replace(command=_paid(fits[entry.amount_ore], entry)))
        if why.code == UNNAMED and entry.amount_ore in fits
        else (entry, why)
        for entry, why in unmatched
    ]


def _pays(invoice: Invoice, entry: Entry) -> Misfit | None:
    if invoice.status not in PAYABLE:
        figures = {"invoice": invoice.number, "status": invoice.status}
        return Misfit("bank.status", figures, f"ipsu invoice show {invoice.number}")
    if entry.on < invoice.date:
        return Misfit("bank.before-invoice", {"invoice": invoice.number, "day": invoice.date})
    if entry.amount_ore - rounding_of(invoice.open_ore, entry.amount_ore) > invoice.open_ore:
        command = f"ipsu invoice show {invoice.number}"
        return Misfit("bank.over-open", {"invoice": invoice.number, "open": invoice.open_ore}, command)
    return None


def _paid(invoice: Invoice, entry: Entry) -> str:
    return f"ipsu invoice paid {invoice.number} --on {entry.on}"


# What is said


def _answer(
    store: Store,
    path: str,
    statement: Statement,
    matched: list[tuple[str, Entry]],
    unmatched: list[tuple[Entry, Misfit]],
    *,
    strict: bool,
) -> Answer:
    entries = len(statement.entries)
    known = entries - len(matched) - len(unmatched)
    shapes = [_matched_shape(invoices.get(store, number), entry) for number, entry in matched]
    misfits = [_unmatched_shape(entry, why) for entry, why in unmatched]
    counts = {"entries": entries, "known": known}
    data = {"bank": {"file": path, "format": statement.format, **counts, "matched": shapes, "unmatched": misfits}}
    total = Ore.total(entry.amount_ore for _, entry in matched)
    figures = {"path": path, "matched": len(matched), "unmatched": len(unmatched), "total": total, **counts}
    message_code = "message.bank" if matched else "message.bank-nothing"
    tables = [_table("bank-matched", MATCHED, shapes)] if shapes else []
    tables += [_table("bank-unmatched", UNMATCHED, misfits)] if misfits else []
    return Answer(data, [Text(message_code, figures)], tables, exit=6 if strict and unmatched else 0)


def _matched_shape(invoice: Invoice, entry: Entry) -> dict[str, Any]:
    return {
        "invoice": invoice.number,
        "on": entry.on,
        "amount_ore": entry.amount_ore,
        "status": invoice.status,
        "open_ore": invoice.open_ore,
    }


def _unmatched_shape(entry: Entry, why: Misfit) -> dict[str, Any]:
    """Free text of an entry is not shown: it may name somebody, and of what went out it often does."""
    plain = [without_numbers(text) for text in entry.references if entry.amount_ore > Ore(0) and PLAIN.fullmatch(text)]
    return {
        "on": entry.on,
        "amount_ore": entry.amount_ore,
        "currency": entry.currency,
        "reference": plain[0] if plain else None,
        "code": why.code,
        "message": Text(f"problem.{why.code}", why.figures),
        "command": why.command,
    }


def _table(name: str, columns: tuple[Column, ...], shapes: list[dict[str, Any]]) -> Table:
    keys = {"date": "on", "amount": "amount_ore", "open": "open_ore", "why": "message"}
    rows = [tuple(shape[keys.get(column.key, column.key)] for column in columns) for shape in shapes]
    return Table(name, columns, rows)

"""What an entry that names no invoice may be about, by its amount: told, and never entered."""

import datetime as dt
from bisect import bisect_left

from ipsu_cli.core.bank import Entry
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.payment import MOST_ROUNDED, typed_too_much
from ipsu_cli.flows.bank_misfits import KNOWN, Misfit, Told, entered_by_hand
from ipsu_cli.flows.bank_names import PAYABLE
from ipsu_cli.store import Store, invoices

UNNAMED, PROPOSED = "bank.no-reference", "bank.proposed"
# An invoice for each amount that had come on a day before the file was taken in.
PaidBefore = dict[tuple[Ore, dt.date], str]


class Proposals:
    """The invoices that wait for money, by what is open on them."""

    def __init__(self, store: Store) -> None:
        waiting = [
            invoice for invoice in invoices.listed(store) if invoice.status in PAYABLE and invoice.open_ore > Ore(0)
        ]
        self._waiting = sorted(waiting, key=lambda invoice: invoice.open_ore)
        self._open = [invoice.open_ore for invoice in self._waiting]

    def of(self, entry: Entry) -> list[Invoice]:
        """Those that the amount would settle, the oldest first; to the öre if there are any, else rounded."""
        first = bisect_left(self._open, entry.amount_ore - MOST_ROUNDED)
        found: list[Invoice] = []
        for place in range(first, len(self._waiting)):
            invoice = self._waiting[place]
            if invoice.open_ore > entry.amount_ore + MOST_ROUNDED:
                break
            if invoice.date <= entry.on and not typed_too_much(invoice.open_ore, entry.amount_ore):
                found.append(invoice)
        exact = [invoice for invoice in found if invoice.open_ore == entry.amount_ore]
        return sorted(exact or found, key=lambda invoice: (invoice.date, invoice.number or ""))


def proposed(store: Store, told: list[Told], before: PaidBefore) -> list[Told]:
    """Where an entry names nothing, what its amount may be for is told, and not done."""
    if not any(one.why.code == UNNAMED for one in told):
        return told
    proposals = Proposals(store)
    return [
        Told(entry, _proposal(entry, proposals.of(entry), before) or why)
        if why.code == UNNAMED and isinstance(entry, Entry)
        else Told(entry, why)
        for entry, why in told
    ]


def _proposal(entry: Entry, found: list[Invoice], before: PaidBefore) -> Misfit | None:
    paid = next((before[entry.amount_ore, day] for day in entry.days if (entry.amount_ore, day) in before), None)
    if found:
        first, number = found[0], found[0].number or ""
        command = f"ipsu invoice paid {number} --on {entry.on}"
        if first.open_ore != entry.amount_ore:
            command = entered_by_hand(number, entry)
        figures = {"invoices": [invoice.number for invoice in found], **({"paid": paid} if paid else {})}
        only = number if len(found) == 1 else None
        return Misfit(PROPOSED, figures, command, only, "bank.proposed-known" if paid else None)
    if paid:
        return Misfit(KNOWN, {"invoice": paid}, f"ipsu invoice show {paid}", paid, "bank.known-unnamed")
    return None

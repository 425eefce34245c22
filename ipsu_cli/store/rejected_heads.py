"""What a head alone that was rejected awaits: it says no more than a sum, which is held against what is owed."""

from collections.abc import Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.store import Store
from ipsu_cli.store.owed import BASES, BILLS, apart, owed_once_built
from ipsu_cli.store.rows import SqlRows
from ipsu_cli.store.tied_bases import tied_to

ABOUT = """
    SELECT p.invoice_id, n.vat FROM pairs p JOIN invoices n ON n.id = p.invoice_id AND n.status <> 'cancelled'
    WHERE p.self_invoice_id = :id ORDER BY p.id
"""
# A head alone with the credits that refer to it, and what else bills of its bases.
OWN = """
    SELECT sum(net_ore) AS net_ore, count(*) AS count_, sum(total_ore) AS total_ore FROM self_invoices
    WHERE id = :id OR id IN (SELECT self_invoice_id FROM self_invoice_originals WHERE original_id = :id)
"""
OTHERS = f"""
    SELECT coalesce(sum({BILLS}), 0) AS net_ore, count(*) AS count_, coalesce(sum(s.total_ore), 0) AS total_ore
    FROM self_invoices s
    WHERE s.id IN (SELECT self_invoice_id FROM pairs WHERE invoice_id IN {BASES}) AND s.id <> :id
      AND s.id NOT IN (SELECT self_invoice_id FROM self_invoice_originals WHERE original_id = :id)
"""


class _BilledSum(NamedTuple):
    """What so many self-invoices make."""

    net_ore: Ore
    count_: int
    total_ore: Ore


def _billed(store: Store, id: int, bases: SqlRows) -> tuple[_BilledSum, _BilledSum]:
    """A head alone with its credits, and what else bills of its bases."""
    rows = [store.first(OWN, id=id), store.first(OTHERS, id=id, bases=json_list(_tied(store, bases)))]
    own, others = (_BilledSum(Ore(row["net_ore"]), row["count_"], Ore(row["total_ore"])) for row in rows if row)
    return own, others


def _owed(store: Store, bases: SqlRows) -> list[Ore]:
    """What may be owed of the bases that a head alone is about, together."""
    return owed_once_built(store, _tied(store, bases))


def _tied(store: Store, bases: SqlRows) -> list[int]:
    return tied_to(store, [row["invoice_id"] for row in bases])


def awaits(store: Store, id: int, why: str | None) -> str | None:
    """What a head alone awaits after credits of it: nothing where its total and theirs make just what is owed, or where
    it was billed twice and nothing is left; else the rest of the credit, or a new invoice."""
    bases = store.all(ABOUT, id=id)
    own, others = _billed(store, id, bases)
    if why == "twice":
        return "credit" if own.total_ore else None
    owed = _owed(store, bases)
    if not own.total_ore:
        return "invoice" if any(owed) else None
    off = min((own.total_ore - total for total in _with_vat(bases, owed)), key=abs)
    if not off or _make(own, others, owed):
        return None
    return "credit" if off > Ore(0) else "invoice"


def _with_vat(bases: SqlRows, owed: Iterable[Ore]) -> list[Ore]:
    rate = next((Percent(row["vat"]) for row in bases), Percent(0))
    return [net + vat_of(net, rate) for net in owed]


def _make(own: _BilledSum, others: _BilledSum, owed: Iterable[Ore]) -> bool:
    """Do others bill with it what is owed?"""
    return bool(others.count_) and not apart(own.net_ore + others.net_ore, owed, own.count_ + others.count_)


def is_whole(store: Store, id: int) -> bool:
    """Was too little billed, and is it with what else is about its bases what is owed?"""
    bases = store.all(ABOUT, id=id)
    own, others = _billed(store, id, bases)
    owed = _owed(store, bases)
    return apart(own.net_ore, owed, own.count_) < Ore(0) and _make(own, others, owed)

"""Which bases of ours heads alone are about: a head says no case and no day, so its sum tells.

It is about the basis that was issued for its total. Else it is for what is owed of the work of one basis by now (and
about those that correct it, where it is for all of them), or for what the heads about that one have left; for one case
of one basis; for several bases after one another; or all heads that are about none make one together. Where more than
one of these fits, it is about none: no guess is made by amount.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from itertools import accumulate

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.heads_of_one import TAKEN
from ipsu_cli.store.owed import BASES, THEIR_WORK, apart, owed_of, owed_once_built
from ipsu_cli.store.rows import SqlRows
from ipsu_cli.store.tied_bases import tied_to

WANTED = "(SELECT value FROM json_each(:ids))"
IS_HEAD = "NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = s.id)"
# The bases with the total of a head: had their month ended on its day, and is another self-invoice about them alone?
OF_TOTAL = f"""
    SELECT s.id, n.id AS invoice_id, date(n.month || '-01', '+1 month') <= s.on_day AS ended,
           {TAKEN.format(invoice="n.id", head="s.id")} AS taken
    FROM self_invoices s
    JOIN invoices n ON n.agreement_id = s.agreement_id AND n.status <> 'cancelled' AND n.total_ore = s.total_ore
         AND (n.kind = 'credit') = (s.type = '261' OR s.total_ore < 0)
    WHERE s.id IN {WANTED} AND {IS_HEAD}
    ORDER BY s.id, n.id
"""
# What a head is about, and whether it may be for the basis by its total; one that was cancelled is no more.
ABOUT = f"""
    SELECT p.invoice_id, abs(n.total_ore) = abs(s.total_ore) AND n.status <> 'cancelled' AS is_whole
    FROM self_invoices s JOIN pairs p ON p.self_invoice_id = s.id JOIN invoices n ON n.id = p.invoice_id
    WHERE s.id = :id AND {IS_HEAD} ORDER BY p.invoice_id
"""
# The other heads, and the bases that they may be about: made within two months of them, or with a head that still
# awaits something.
ABOUT_NONE = f"""
    SELECT s.id, s.agreement_id, s.net_ore, s.on_day FROM self_invoices s
    WHERE s.id IN {WANTED} AND {IS_HEAD} AND s.total_ore > 0 AND s.type = '389' ORDER BY s.id
"""
MAY_BE = """
    SELECT n.id, n.made_on FROM invoices n
    WHERE n.agreement_id = :agreement AND n.kind = 'invoice' AND n.status <> 'cancelled'
      AND (:on_day BETWEEN n.month || '-01' AND date(n.made_on, '+62 days')
           OR EXISTS (SELECT 1 FROM pairs p JOIN self_invoice_answers w ON w.self_invoice_id = p.self_invoice_id
                      WHERE p.invoice_id = n.id AND w.line_id IS NULL AND w.awaits IS NOT NULL))
    ORDER BY n.id
"""
# Those of them that nothing is about, and what stands on each.
FREE = """
    SELECT n.id, (SELECT sum(l.net_ore) FROM invoice_lines l
                  WHERE l.invoice_id = n.id AND l.status <> 'corrected') AS net_ore
    FROM invoices n
    WHERE n.agreement_id = :agreement AND n.kind = 'invoice' AND n.status <> 'cancelled' AND net_ore IS NOT NULL
      AND :on_day BETWEEN n.month || '-01' AND date(n.made_on, '+62 days')
      AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.invoice_id = n.id)
    ORDER BY n.id
"""
# Bases of nothing but what corrects the work of others, that nothing is about.
CORRECTING = f"""
    SELECT n.id FROM invoices n
    WHERE n.agreement_id = :agreement AND n.kind = 'invoice' AND n.status <> 'cancelled' AND n.id NOT IN {BASES}
      AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.invoice_id = n.id)
      AND NOT EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = n.id AND l.status <> 'corrected'
                      AND NOT {THEIR_WORK.format(row="l", month="l.month")})
    ORDER BY n.id
"""
# What the self-invoices about bases make together, and how many there are; only where all are heads alone.
BILLED = f"""
    SELECT sum(s.net_ore) AS net_ore, count(*) AS count_ FROM self_invoices s
    WHERE s.id IN (SELECT self_invoice_id FROM pairs WHERE invoice_id IN {BASES})
    HAVING NOT EXISTS (SELECT 1 FROM pairs o JOIN self_invoice_lines t ON t.self_invoice_id = o.self_invoice_id
                       WHERE o.invoice_id IN {BASES})
"""
# The case of a basis, if it is just one, whose lines as they were issued make what a head is for.
PART = """
    (SELECT CASE count(*) WHEN 1 THEN min(case_id) END FROM (
        SELECT l.case_id FROM invoice_lines l WHERE l.invoice_id = {invoice}
        GROUP BY l.case_id HAVING abs(abs(sum(l.net_ore)) - abs({net})) <= 1))
"""
# All cases of a basis whose lines make it.
CASES = """
    SELECT l.case_id, c.ref FROM invoice_lines l JOIN cases c ON c.id = l.case_id WHERE l.invoice_id = :invoice
    GROUP BY l.case_id HAVING abs(abs(sum(l.net_ore)) - abs(:net)) <= 1 ORDER BY c.ref
"""
PARTS = f"""
    SELECT {PART.format(invoice=":invoice", net="s.net_ore")} AS case_id
    FROM pairs p JOIN self_invoices s ON s.id = p.self_invoice_id WHERE p.invoice_id = :invoice
"""
# All heads about none that nobody has rejected, and that may be about a basis by their day.
UNPAIRED = f"""
    SELECT s.id, s.net_ore FROM self_invoices s JOIN invoices n ON n.id = :invoice AND n.agreement_id = s.agreement_id
    WHERE {IS_HEAD} AND s.total_ore > 0 AND s.type = '389'
      AND s.on_day BETWEEN n.month || '-01' AND date(n.made_on, '+62 days')
      AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.self_invoice_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM self_invoice_answers w WHERE w.self_invoice_id = s.id AND w.state = 'rejected')
    ORDER BY s.id
"""

Bases = dict[int, list[int]]


class SumOf(NamedTuple):
    """What a head alone may be for: bases, or a `case` of one."""

    bases: list[int]
    case: str | None = None


class _Billed(NamedTuple):
    """What so many heads about a basis make together."""

    net_ore: Ore
    count_: int


def find(store: Store, wanted: str, kept: Mapping[int, Collection[int]]) -> Bases:
    """The bases of the heads alone among these ids (JSON), by their ids; `kept` have theirs, and may get more. Several
    where one is for what they make together, or where each has its total and nothing tells which."""
    found = {id: bases for id, bases in _of_total(store, wanted).items() if id not in kept}
    for head in store.all(ABOUT_NONE, ids=wanted):
        if head["id"] in kept:
            found[head["id"]] = _with_correcting(store, head, sorted(kept[head["id"]]))
        elif head["id"] not in found:
            found |= _of_sums(store, head)
    return found


def _of_total(store: Store, wanted: str) -> Bases:
    """Those issued for its total: of several those of months that had ended, then those that no other is about."""
    rows: dict[int, list[sqlite3.Row]] = {}
    for row in store.all(OF_TOTAL, ids=wanted):
        rows.setdefault(row["id"], []).append(row)
    found = {}
    for id, bases in rows.items():
        bases = [row for row in bases if row["ended"]] or bases
        found[id] = [row["invoice_id"] for row in [row for row in bases if not row["taken"]] or bases]
    return found


def may_be(store: Store, id: int) -> list[SumOf]:
    """All that a head alone may be for, where its sum is that of several."""
    about = store.all(ABOUT, id=id)
    fitting = [SumOf([row["invoice_id"]]) for row in about if row["is_whole"]]
    for head in () if about else store.all(ABOUT_NONE, ids=json_list([id])):
        fitting = _fitting(store, head)
    return fitting if len(fitting) > 1 else []


def _of_sums(store: Store, head: sqlite3.Row) -> Bases:
    """The bases that fit, by the first of the readings of which one does."""
    fitting = _fitting(store, head)
    if len(fitting) == 1:
        return {head["id"]: fitting[0].bases}
    together = [(basis, ids) for basis in _near(store, head) if head["id"] in (ids := _make_together(store, basis))]
    return {id: [basis] for basis, ids in together for id in ids} if len(together) == 1 else {}


def _fitting(store: Store, head: sqlite3.Row) -> list[SumOf]:
    """What it may be for by the first of these readings that any fits."""
    bases = _near(store, head)
    readings = (reading(store, head, bases) for reading in (_owed_for, _with_its_case, _after_one_another))
    return next((fitting for fitting in readings if fitting), [])


def _near(store: Store, head: sqlite3.Row) -> list[int]:
    return [row["id"] for row in store.all(MAY_BE, agreement=head["agreement_id"], on_day=head["on_day"])]


def _billed(store: Store, bases: Collection[int]) -> _Billed | None:
    row = store.first(BILLED, bases=json_list(bases))
    return _Billed(Ore(row["net_ore"] or 0), row["count_"]) if row else None


def _owed_for(store: Store, head: sqlite3.Row, bases: list[int]) -> list[SumOf]:
    """Those of which it makes what is owed, by itself or with the heads about them."""
    found = []
    for tied in dict.fromkeys(tuple(tied_to(store, [basis])) for basis in bases):
        owed = [one for one in owed_once_built(store, tied) if one]
        billed = _billed(store, tied)
        sums = [(Ore(head["net_ore"]), 1)]
        sums += [(billed.net_ore + Ore(head["net_ore"]), billed.count_ + 1)] if billed else []
        if owed and any(not apart(together, owed, count) for together, count in sums):
            found.append(SumOf(_with_correcting(store, head, tied)))
    return [fit for place, fit in enumerate(found) if fit not in found[:place]]


def _with_correcting(store: Store, head: sqlite3.Row, bases: Collection[int]) -> list[int]:
    """These bases, with those that do nothing but correct their work where it takes them to make what it is for."""
    own = list(bases)
    correcting = store.all(CORRECTING, agreement=head["agreement_id"], bases=json_list(own))
    both = sorted([*own, *(row["id"] for row in correcting)])
    alone, all_of_it = (owed_of(store, some)[:1] for some in (own, both))
    net = Ore(head["net_ore"])
    return both if apart(net, alone, 1) and not apart(net, all_of_it, 1) else own


def _with_its_case(store: Store, head: sqlite3.Row, bases: list[int]) -> list[SumOf]:
    """Those of which it makes what one case was issued for, that no other head about them is for."""
    found = []
    for basis in bases:
        others = [row["case_id"] for row in store.all(PARTS, invoice=basis)]
        if None not in others and _billed(store, [basis]):
            cases = store.all(CASES, invoice=basis, net=head["net_ore"])
            found += [SumOf([basis], row["ref"]) for row in cases if row["case_id"] not in others]
    return found


def _after_one_another(store: Store, head: sqlite3.Row, _: list[int]) -> list[SumOf]:
    """Several bases that nothing is about, one after another, of which it makes what stands on them."""
    free = store.all(FREE, agreement=head["agreement_id"], on_day=head["on_day"])
    return [SumOf(run) for run, net in _runs(free) if not apart(Ore(head["net_ore"]), [Ore(net)], 1)]


def _runs(free: SqlRows) -> Iterator[tuple[list[int], int]]:
    """All that follow one another, two or more, and what they make."""
    for first in range(len(free)):
        ids = [row["id"] for row in free[first:]]
        for place, net in enumerate(accumulate(row["net_ore"] for row in free[first:])):
            if place:
                yield ids[: place + 1], net


def _make_together(store: Store, basis: int) -> list[int]:
    """The heads about none, where they make together what is owed of a basis that nothing is about."""
    billed = _billed(store, [basis])
    heads = store.all(UNPAIRED, invoice=basis)
    if billed is None or billed.count_ or not heads:
        return []
    together = Ore(sum(head["net_ore"] for head in heads))
    return [] if apart(together, owed_once_built(store, [basis]), len(heads)) else [head["id"] for head in heads]

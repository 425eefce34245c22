"""What a credit takes back that was typed as a head alone, of a self-invoice with lines.

Its total says which lines it is about, where only one reading makes that total: all that is left of its originals, all
of what was rejected on them, or what was billed too much there. Else nobody knows until its file comes.
"""

import sqlite3
from collections.abc import Iterator, Sequence

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day
from ipsu_cli.store.settlements import OURS

# What is left of the lines of its originals, and whether it awaits a credit. Nothing where an original is a head alone.
LEFT = """
    SELECT * FROM (
        SELECT t.id, t.case_id, c.ref, t.from_day, t.to_day, t.unit_price_ore, w.why, w.awaits IS 'credit' AS awaited,
               t.net_ore + coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0)
                   AS left_net,
               t.hours + coalesce((SELECT sum(hours) FROM credited_lines k WHERE k.original_line_id = t.id), 0)
                   AS left_hours
        FROM self_invoice_originals o
        JOIN self_invoice_lines t ON t.self_invoice_id = o.original_id
        JOIN cases c ON c.id = t.case_id
        LEFT JOIN self_invoice_answers w ON w.line_id = t.id
        WHERE o.self_invoice_id = :id AND NOT EXISTS (
            SELECT 1 FROM self_invoice_originals h WHERE h.self_invoice_id = :id
            AND NOT EXISTS (SELECT 1 FROM self_invoice_lines l WHERE l.self_invoice_id = h.original_id)))
    WHERE left_net > 0 ORDER BY id
"""
# What its originals and the credits before it make together, with VAT.
ORIGINALS_LEFT = """
    SELECT sum(total_ore) FROM self_invoices WHERE id <> :id AND (
        id IN (SELECT original_id FROM self_invoice_originals WHERE self_invoice_id = :id)
        OR id IN (SELECT k.self_invoice_id FROM self_invoice_originals o
                  JOIN self_invoice_originals k ON k.original_id = o.original_id WHERE o.self_invoice_id = :id))
"""
LINES = "SELECT id FROM self_invoice_lines WHERE self_invoice_id = :id ORDER BY id"
TAKEN = "SELECT id FROM credited_lines WHERE line_id IN (SELECT id FROM self_invoice_lines WHERE self_invoice_id = :id)"
# What it has settled of others, and what was entered of its own lines because it did.
SETTLED = """
    SELECT k.id, k.answer_id, w.self_invoice_id <> :id AS of_another FROM self_invoice_settlements k
    JOIN self_invoice_answers w ON w.id = k.answer_id WHERE k.settled_by_id = :id OR w.self_invoice_id = :id
"""
ANSWERS = "SELECT id FROM self_invoice_answers WHERE self_invoice_id = :id ORDER BY id"


class CreditedPart(NamedTuple):
    """What is taken back of a line: öre above zero."""

    line: sqlite3.Row
    net_ore: int


def is_about_lines(store: Store, id: int) -> bool:
    """Is something left of lines that a credit may be about?"""
    return bool(store.all(LEFT, id=id))


def lines(store: Store, id: int, credit: SelfInvoice, rate: Percent) -> list[SelfLine]:
    """The lines of the credit; none where its total does not say what it takes back."""
    left = store.all(LEFT, id=id)
    if left and credit.total_ore == -Ore(store.value(ORIGINALS_LEFT, id=id)):
        return [_line(CreditedPart(row, row["left_net"])) for row in left]
    for parts in _readings(store, left, -credit.net_ore.hundredths):
        net = Ore(sum(part.net_ore for part in parts))
        if parts and net + vat_of(net, rate) == -credit.total_ore:
            return [_line(part) for part in parts]
    return []


def _readings(store: Store, left: Sequence[sqlite3.Row], net: int) -> Iterator[list[CreditedPart]]:
    """What it may be about, the likeliest first: all, what is rejected, what is too much of that, or some of the only
    line that it can be about."""
    awaited = [row for row in left if row["awaited"]]
    yield [CreditedPart(row, row["left_net"]) for row in left]
    yield [CreditedPart(row, row["left_net"]) for row in awaited]
    yield [CreditedPart(row, above) for row in awaited if (above := _above(store, row)) > 0]
    only = awaited or left
    if len(only) == 1 and 0 < net <= only[0]["left_net"]:
        yield [CreditedPart(only[0], net)]


def _above(store: Store, row: sqlite3.Row) -> int:
    """What a rejected line bills above what we hold to be owed."""
    if row["why"] == "twice":
        return int(row["left_net"])
    days = {"case": row["case_id"], "from": row["from_day"], "to": row["to_day"]}
    return int(row["left_net"] - store.value(OURS, **days, price=row["unit_price_ore"]))


def _line(part: CreditedPart) -> SelfLine:
    row, price = part.line, part.line["unit_price_ore"]
    return SelfLine(
        row["ref"], day(row["from_day"]), day(row["to_day"]), _hours(part), None if price is None else Ore(price),
        -Ore(part.net_ore),
    )  # fmt: skip


def _hours(part: CreditedPart) -> Hours | None:
    """All that is left of the line's hours, or those that make the amount at its price; None where they are not whole
    hundredths, or the line says none."""
    row, price = part.line, part.line["unit_price_ore"]
    if row["left_hours"] is None:
        return None
    if part.net_ore == row["left_net"]:
        return Hours(-row["left_hours"])
    whole = price and not part.net_ore * 100 % price
    return Hours(-(part.net_ore * 100 // price)) if whole else None


def forget(store: Writing, id: int) -> None:
    """Forget what the total said: the lines of its file come in their place. What they settled is awaited again, and
    what somebody has answered of them becomes the answer of the head."""
    settled = store.all(SETTLED, id=id)
    for row in settled:
        store.remove("self_invoice_settlements", row["id"])
        if row["of_another"]:
            store.alter("self_invoice_answers", row["answer_id"], awaits="credit")
    by_itself = {row["answer_id"] for row in settled if not row["of_another"]}
    answers = [row["id"] for row in store.all(ANSWERS, id=id)]
    given = [answer for answer in answers if answer not in by_itself]
    for answer in answers:
        if given and answer == given[0]:
            store.alter("self_invoice_answers", answer, line_id=None)
        else:
            store.remove("self_invoice_answers", answer)
    for table, question in (("credited_lines", TAKEN), ("self_invoice_lines", LINES)):
        for row in store.all(question, id=id):
            store.remove(table, row["id"])

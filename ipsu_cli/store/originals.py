"""The self-invoices that a credit of the agency's refers to: kept when it is received."""

import datetime as dt
from collections.abc import Collection, Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import Reference, SelfInvoice
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.self_invoices import SELF_INVOICE, from_row

# Numbers begin again with the year: the original is of the day that is said, else one that bills a case of the credit,
# else the newest before it.
ORIGINAL = (
    SELF_INVOICE
    + """
    WHERE a.ref = :agreement AND s.number = :number AND s.type = '389'
    ORDER BY s.on_day IS NOT :day, s.on_day > :before,
             NOT EXISTS (SELECT 1 FROM self_invoice_lines l JOIN cases c ON c.id = l.case_id
                         WHERE l.self_invoice_id = s.id AND c.ref IN (SELECT value FROM json_each(:cases))),
             s.on_day DESC, s.id DESC
"""
)
# What the credits that refer to any of these originals make together.
CREDITED = """
    SELECT coalesce(sum(total_ore), 0) FROM self_invoices WHERE id IN
        (SELECT self_invoice_id FROM self_invoice_originals
         WHERE original_id IN (SELECT value FROM json_each(:originals)))
"""


class Original(NamedTuple):
    """A self-invoice that a credit refers to."""

    id: int
    invoice: SelfInvoice


def find(
    store: Store, agreement: str, reference: Reference, before: dt.date, cases: Collection[str]
) -> Original | None:
    """The self-invoice that a credit of the day `before`, about these cases, refers to."""
    row = store.first(
        ORIGINAL,
        agreement=agreement,
        number=reference.number,
        day=reference.date and reference.date.isoformat(),
        before=before.isoformat(),
        cases=json_list(sorted(cases)),
    )
    return Original(row["id"], from_row(row)) if row else None


def credited(store: Store, originals: Iterable[Original]) -> Ore:
    """What the credits of these self-invoices make together, below zero."""
    return Ore(store.value(CREDITED, originals=json_list(original.id for original in originals)))


def refer(store: Writing, id: int, originals: Iterable[Original]) -> None:
    """Keep which self-invoices a credit is about."""
    for original in originals:
        store.add("self_invoice_originals", self_invoice_id=id, original_id=original.id)

"""`ipsu agreement list`."""

from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.json_records import agreement_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import agreements

AGREEMENTS = (
    Column("agreement"), Column("service", "code"), Column("area"), Column("from", "day"), Column("to", "day"),
    Column("vat", "hours"), Column("payout", "code"), Column("sites"),
)  # fmt: skip


def agreement_list(office: Office) -> Answer:
    """Every agreement."""
    with office.reading() as store:
        found = agreements.all_of(store)
    rows: list[tuple[Any, ...]] = [
        (a.ref, a.service, a.area, a.from_day, a.to_day, agreement_shape(a)["vat"], a.payout, ", ".join(a.sites))
        for a in found
    ]
    shapes = [agreement_shape(agreement) for agreement in found]
    return Answer({"agreements": shapes}, tables=[Table("agreements", AGREEMENTS, rows)])

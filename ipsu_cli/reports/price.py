"""`ipsu price list`."""

from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.agreement import Price
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import agreements

PRICES = (
    Column("agreement"), Column("service", "code"), Column("unit", "code"), Column("level"),
    Column("from", "day"), Column("amount", "money"),
)  # fmt: skip


class Prices(NamedTuple):
    """Every price."""

    prices: Sequence[Price]


def price_list(office: Office) -> Answer[Prices]:
    """Every price."""
    with office.reading() as store:
        found = agreements.prices(store)
    rows: list[tuple[Any, ...]] = [(p.agreement, p.service, p.unit, p.level, p.from_day, p.amount_ore) for p in found]
    return Answer(Prices(found), tables=[Table("prices", PRICES, rows)])

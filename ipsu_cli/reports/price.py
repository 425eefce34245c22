"""`ipsu price list`."""

from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.json_records import price_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import agreements

PRICES = (
    Column("agreement"), Column("service", "code"), Column("unit", "code"), Column("level"),
    Column("from", "day"), Column("amount", "money"),
)  # fmt: skip


def price_list(office: Office) -> Answer:
    """Every price."""
    with office.reading() as store:
        found = agreements.prices(store)
    rows: list[tuple[Any, ...]] = [(p.agreement, p.service, p.unit, p.level, p.from_day, p.amount_ore) for p in found]
    shapes = [price_shape(price) for price in found]
    return Answer({"prices": shapes}, tables=[Table("prices", PRICES, rows)])

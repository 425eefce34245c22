"""What a bank says of an account: each amount that came in or went out."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.money import Ore


class Entry(NamedTuple):
    """`amount_ore` is below zero for what went out. `references` is all that may name what is paid for, what the
    bank has as a reference first. `id` is the bank's own name of the entry, or empty."""

    on: dt.date
    amount_ore: Ore
    currency: str
    references: tuple[str, ...]
    id: str = ""
    booked: bool = True


class Statement(NamedTuple):
    """A file of entries. `format` is `camt.053` or `bgmax`; `entries` are paired with the account they are on."""

    format: str
    entries: tuple[tuple[str, Entry], ...]

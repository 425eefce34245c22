"""What a bank says of an account: each amount that came in or went out."""

import datetime as dt

from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple


class Entry(NamedTuple):
    """An amount that came in or, below zero, went out of `account`, on the day that the bank booked it.

    `references` is all that may name what is paid for, what the bank has as a reference first. `id` is the bank's own
    name of the entry, or empty. `ids` are all of its names of the payment, each with its kind (`AcctSvcrRef:A1`); of a
    batch, which many payments share, the kind is `batch`. `value_on` is the day that the money counts from, where the
    bank says it. `oddity` is the code of why it is never entered: a test, a reversal, a charge.
    """

    on: dt.date
    amount_ore: Ore
    currency: str
    references: tuple[str, ...]
    id: str = ""
    booked: bool = True
    account: str = ""
    ids: tuple[str, ...] = ()
    value_on: dt.date | None = None
    oddity: str | None = None

    @property
    def days(self) -> set[dt.date]:
        """The days that it may be known by."""
        return {self.on, self.value_on or self.on}


class Unread(NamedTuple):
    """An entry that cannot be read: its place among those of the file, and what it lacks."""

    number: int
    lacks: str


class Statement(NamedTuple):
    """What the bank states together: one statement, report or notification. Alike in it are two, and not one twice."""

    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...] = ()


class BankFile(NamedTuple):
    """A file of statements. `format` is `camt.052`, `camt.053`, `camt.054` or `bgmax`."""

    format: str
    statements: tuple[Statement, ...]

    @property
    def entries(self) -> list[Entry]:
        """Those of all the statements."""
        return [entry for statement in self.statements for entry in statement.entries]

    @property
    def unread(self) -> list[Unread]:
        """What cannot be read of all the statements."""
        return [unread for statement in self.statements for unread in statement.unread]

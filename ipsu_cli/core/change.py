"""A change: one command that has changed the register, as the log has it."""

import datetime as dt

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, all_but

UNDO = "undo"
# How a command ends that has shown a whole number, or what is hidden of a protected person.
REVEALS = " --reveal"


class Change(NamedTuple):
    """A line of the log. `at` is the machine's time, `today` the day that the command was run with; `case` and
    `invoice` are what it was about, where that was one. `undone_by` is the change that has taken it back,
    `batch` the number by which an import is taken back."""

    id: int
    at: str
    today: dt.date
    who: str
    command: str
    case: str | None
    invoice: str | None
    undone_by: int | None = None
    batch: int | None = None

    @property
    def undoes(self) -> int | None:
        """The change that this one has taken back."""
        word, _, number = self.command.partition(" ")
        return int(number) if word == UNDO and number.isdigit() else None

    def to_json(self) -> JsonObject:
        """The line, and what it takes back."""
        return {**all_but(self), "undoes": self.undoes}

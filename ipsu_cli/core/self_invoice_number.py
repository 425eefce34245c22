"""How a self-invoice of the agency's is named."""

import datetime as dt

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.text import as_word


class Wanted(NamedTuple):
    """A self-invoice as it is named: its number, and its agreement and year where several have it."""

    number: str
    agreement: str | None = None
    year: int | None = None

    @property
    def words(self) -> str:
        """The same as options that can be typed."""
        words = [f"--received {as_word(self.number)}"]
        words += [f"--agreement {as_word(self.agreement)}"] if self.agreement else []
        return " ".join([*words, f"--year {self.year}"] if self.year else words)


class TheirNumber(NamedTuple):
    """The agency's number and day of an invoice of ours."""

    number: str
    date: dt.date

"""What a file of self-invoices gives, whichever kind it is of."""

import re

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.hundredths import signed_hundredths_in
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import StatedInvoice
from ipsu_cli.read.file_rows import Fault

# Hours with more decimals than two, and a length of time as a workbook shows it.
_FINE = re.compile(r"-?[0-9]{1,9}\.[0-9]{3,30}|-?[0-9]{1,9}(:[0-5][0-9]){1,2}")


class StatedHours(NamedTuple):
    """Hours as a file states them: exactly, else the text of those that two decimals cannot hold."""

    hours: Hours | None
    text: str | None = None

    def back(self) -> "StatedHours":
        """The same taken back."""
        text = self.text and (self.text[1:] if self.text.startswith("-") else f"-{self.text}")
        return StatedHours(None if self.hours is None else -self.hours, text)


NO_HOURS = StatedHours(None)


def stated_hours(text: str) -> StatedHours | None:
    """The hours that a text states; None where it is no such number. Zeros at the end say nothing.

    >>> stated_hours("19,5000"), stated_hours("19.3333"), stated_hours("x")
    (StatedHours(hours=19.5, text=None), StatedHours(hours=None, text='19.3333'), None)
    """
    plain = text.strip().replace(",", ".").replace("\u2212", "-").removeprefix("+")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    found = signed_hundredths_in(plain)
    if found is not None:
        return StatedHours(Hours(found))
    return StatedHours(None, plain) if _FINE.fullmatch(plain) else None


class StatedFile(NamedTuple):
    """The self-invoices that a file states, and all that is wrong in its rows; `unread` names the sheets of a workbook
    that hold something and are not read."""

    invoices: list[StatedInvoice]
    faults: list[Fault]
    unread: tuple[str, ...] = ()

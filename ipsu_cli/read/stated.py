"""What a file of self-invoices gives, whichever kind it is of."""

from typing import NamedTuple

from ipsu_cli.core.self_invoice import StatedInvoice
from ipsu_cli.read.csv_file import Fault


class StatedFile(NamedTuple):
    """The self-invoices that a file states, and all that is wrong in its rows."""

    invoices: list[StatedInvoice]
    faults: list[Fault]

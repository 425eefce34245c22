"""What the accountant is given of a month, as files that belong together."""

from typing import Any, NamedTuple

from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.dates import Month
from ipsu_cli.core.self_invoice import ReceivedFile


class Package(NamedTuple):
    """`document` is the month as JSON; `received` are the agency's files as they came."""

    month: Month
    basis: InvoiceBasis
    document: dict[str, Any]
    received: tuple[ReceivedFile, ...]


class Listed(NamedTuple):
    """A file of a package: its name in the folder and its SHA-256."""

    name: str
    sha256: str

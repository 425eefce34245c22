"""`ipsu export package`: a month's invoices, and what the agency sent, for the accountant."""

from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.package import Listed, MonthDocument, OfficeName, Package
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.basis import basis
from ipsu_cli.reports.held import held_now
from ipsu_cli.store import Store, invoices, periods, self_invoices, settings
from ipsu_cli.validation import warning

FILES = (Column("file"),)


class PackageWritten(NamedTuple):
    """The folder, how many invoices it holds, and its files."""

    month: Month
    dir: str
    invoices: int
    files: list[Listed]


class Packaged(NamedTuple):
    """What was written."""

    package: PackageWritten


def package(store: Store, office: Office, month: Month) -> Package:
    """All that the month holds: the invoices that lie in it, credits too, and what was held back at its end."""
    found = invoices.listed(store, month, with_lines=True)
    held = held_now(store, office.today, month.last)
    own = settings.office(store)
    document = MonthDocument(
        month,
        periods.closed_on(store, month),
        OfficeName(own["name"], own["orgnr"]),
        found,
        self_invoices.of_month(store, month),
    )
    received = tuple(self_invoices.files_of(store, month))
    return Package(month, basis(store, office, month, found, held), document, received)


def packaged(made: Package, path: str, files: list[Listed]) -> Answer[Packaged]:
    """What was written."""
    count = len(made.basis.invoices)
    written = Packaged(PackageWritten(made.month, path, count, files))
    figures = {"path": path, "month": made.month, "invoices": count, "files": len(files)}
    rows = [(file.name,) for file in files]
    warnings = [] if count else [warning("package.no-invoices", month=made.month)]
    return Answer(written, [Text("message.package", figures)], [Table("package", FILES, rows)], warnings)

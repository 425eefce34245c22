"""`ipsu export package`: a month's invoices, and what the agency sent, for the accountant."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.json_records import invoice_shape
from ipsu_cli.core.package import Listed, Package
from ipsu_cli.core.received_json_records import self_invoice_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.basis import basis
from ipsu_cli.reports.held import held_now
from ipsu_cli.store import Store, invoices, periods, self_invoices, settings
from ipsu_cli.validation import warning

FILES = (Column("file"),)


def package(store: Store, office: Office, month: Month) -> Package:
    """All that the month holds: the invoices that lie in it, credits too, and what was held back at its end."""
    found = Answer({}, invoices=invoices.listed(store, month, with_lines=True))
    found.held = tuple(held_now(store, office.today, month.last))
    own = settings.office(store)
    document = {
        "month": month,
        "closed": periods.closed_on(store, month),
        "office": {"name": own["name"], "orgnr": own["orgnr"]},
        "invoices": [invoice_shape(each) for each in found.invoices],
        "self_invoices": [self_invoice_shape(each) for each in self_invoices.of_month(store, month)],
    }
    return Package(month, basis(store, office, found, month), document, tuple(self_invoices.files_of(store, month)))


def packaged(made: Package, path: str, files: list[Listed]) -> Answer:
    """What was written."""
    shapes = [each._asdict() for each in files]
    count = len(made.basis.invoices)
    data = {"package": {"month": made.month, "dir": path, "invoices": count, "files": shapes}}
    figures = {"path": path, "month": made.month, "invoices": count, "files": len(files)}
    rows: list[tuple[Any, ...]] = [(each.name,) for each in files]
    warnings = [] if count else [warning("package.no-invoices", month=made.month)]
    return Answer(data, [Text("message.package", figures)], [Table("package", FILES, rows)], warnings)

"""What a package holds: a month's vouchers with their invoices, and what the agency sent, for the accountant."""

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.e_invoice import EInvoice
from ipsu_cli.core.identity import shown_orgnr
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.package import Listed, MonthDocument, OfficeName, Package, PackedFile
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.voucher_part import ISSUE
from ipsu_cli.office import Office
from ipsu_cli.reports import unsent
from ipsu_cli.reports.basis import basis
from ipsu_cli.reports.e_invoice import e_invoice
from ipsu_cli.reports.held import held_back, judge_all
from ipsu_cli.reports.unsent import Unsent
from ipsu_cli.store import Store, agreements, answers, invoices, periods, received_files, self_invoices, settings
from ipsu_cli.validation import Finding, warning

FILES = (Column("file"),)


class PackageWritten(NamedTuple):
    """The folder, of how many invoices it holds vouchers, and its files."""

    month: Month
    dir: str
    invoices: int
    files: list[Listed]


class Packaged(NamedTuple):
    """What was written."""

    package: PackageWritten


class Gathered(NamedTuple):
    """A package that is still to be written, with the vouchers in it and what there is to warn of."""

    package: Package
    vouchers: list[Unsent]
    warnings: list[Finding]


def gather(store: Store, office: Office, month: Month) -> Gathered:
    """All that the month's package holds: the vouchers of its days that were not sent, and the files that came."""
    found = unsent.of_month(store, office, month)
    posted = [due.voucher for due in found if due.voucher.rows]
    issued = [due.invoice for due in found if due.of.part == ISSUE and due.of.on]
    listed = sorted(issued + invoices.cancelled_in(store, month), key=_place)
    held = held_back(judge_all(store, month.last))
    made, warnings = _e_invoices(store, office, issued)
    files = received_files.of_package(store, month)
    own = settings.office(store)
    document = MonthDocument(
        month,
        periods.closed_on(store, month),
        OfficeName(own["name"], shown_orgnr(own["orgnr"])),
        listed,
        self_invoices.of_package(store, month, [file.sha256 for file in files]),
        posted,
    )
    package = Package(month, basis(store, office, month, listed, held, posted), document, tuple(files), tuple(made))
    return Gathered(package, found, _warnings(store, office, package) + warnings)


def _place(invoice: Invoice) -> tuple[int, int]:
    """Its place in the series: the year, and the number within it."""
    year, _, no = (invoice.number or "").partition("-")
    return int(year), int(no)


def _e_invoices(store: Store, office: Office, issued: list[Invoice]) -> tuple[list[EInvoice], list[Finding]]:
    """The e-invoices of agreements that are billed so. One that lacks something is left out, and that is told."""
    billed = {agreement.ref for agreement in agreements.all_of(store) if agreement.billing == "peppol"}
    made, warnings = [], []
    for invoice in issued:
        if invoice.agreement in billed:
            try:
                made.append(e_invoice(store, office, invoice))
            except Problem:
                command = f"ipsu invoice export {invoice.number} {invoice.number}.xml"
                warnings.append(warning("package.no-e-invoice", "E8", command, invoice=invoice.number))
    return made, warnings


def _warnings(store: Store, office: Office, package: Package) -> list[Finding]:
    month, found = package.month, []
    if not package.basis.vouchers:
        found.append(warning("package.no-invoices", month=month))
    if office.today <= month.last:
        found.append(warning("package.month-goes-on", month=month, last=month.last))
    return found + _unanswered(store, month)


def _unanswered(store: Store, month: Month) -> list[Finding]:
    """The self-invoices of the month's days with a line that nobody has answered."""
    stand = answers.statuses(store)
    listed = self_invoices.listed(store, month, with_lines=False)
    numbers = [listed[id].number for id in listed if stand.get(id) == "unanswered"]
    command = "ipsu invoice list --received"
    return [warning("package.unanswered", "A30", command, month=month, numbers=numbers)] if numbers else []


def packaged(month: Month, count: int, path: str, files: list[PackedFile], warnings: list[Finding]) -> Answer[Packaged]:
    """What was written."""
    listed = [Listed(file.name, file.sha256) for file in files]
    written = Packaged(PackageWritten(month, path, count, listed))
    figures = {"path": path, "month": month, "invoices": count, "files": len(files)}
    rows = [(file.name,) for file in files]
    return Answer(written, [Text("message.package", figures)], [Table("package", FILES, rows)], warnings)

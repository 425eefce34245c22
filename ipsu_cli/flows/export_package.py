"""`ipsu export package`: what the accountant is sent is remembered, and sent once."""

from collections.abc import Callable
from typing import NamedTuple

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Month
from ipsu_cli.core.package import E_INVOICES, RECEIVED, Package, PackedFile
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.package import Gathered, Packaged, gather, packaged
from ipsu_cli.store import Writing, e_invoices, invoices, packages, sent_vouchers


class Folder(NamedTuple):
    """Where a package goes: `write` makes its files and returns them, `write_again` writes those that were sent."""

    path: str
    write: Callable[[Package], list[PackedFile]]
    write_again: Callable[[list[PackedFile]], None]


def export_package(office: Office, month: Month, folder: Folder, *, again: bool) -> Answer[Packaged]:
    """Write the month's package and remember what is in it. With `again` one that was sent is written as it was.

    The files are written before the commit: where that fails, nothing is remembered.
    """

    def send(store: Writing) -> Answer[Packaged]:
        sent = packages.find(store, month)
        if sent and not again:
            command = f"ipsu export package {month} {folder.path} --again"
            raise Refused("package.sent", month=month, day=sent.on, who=sent.who, command=command)
        if sent:
            files = packages.files(store, sent.id)
            folder.write_again(files)
            return packaged(month, sent.invoices, folder.path, files, [])
        gathered = gather(store, office, month)
        files = folder.write(gathered.package)
        _remember(store, gathered, files)
        count = len({due.invoice.number for due in gathered.vouchers})
        return packaged(month, count, folder.path, files, gathered.warnings)

    return office.change("export package", send)


def _remember(store: Writing, gathered: Gathered, files: list[PackedFile]) -> None:
    received = [f"{RECEIVED}/{file.name}" for file in gathered.package.received]
    package = packages.add(store, gathered.package.month, files, received)
    for due in gathered.vouchers:
        sent_vouchers.remember(store, package, due.voucher, due.of)
    written = {file.name: file for file in files}
    for made in gathered.package.e_invoices:
        number = made.invoice.number or ""
        file = written[f"{E_INVOICES}/{number}.xml"]
        e_invoices.remember(store, invoices.id_of(store, number), file.sha256, f"{number}.xml")

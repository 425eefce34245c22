"""`ipsu export package`: what the accountant is sent is remembered, and sent once."""

from collections.abc import Callable

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Month
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.output import Output
from ipsu_cli.core.package import E_INVOICES, RECEIVED, Package, PackedFile
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows.change_with_file import change_with_file
from ipsu_cli.office import Office
from ipsu_cli.reports.package import Gathered, Packaged, gather, packaged
from ipsu_cli.store import Store, Writing, changes, e_invoices, invoices, packages, sent_vouchers


class Folder(NamedTuple):
    """Where a package goes: `make` gives its files, and `output` is the folder that they are written to."""

    make: Callable[[Package], list[PackedFile]]
    output: Output[list[PackedFile]]


class _Prepared(NamedTuple):
    """A package as it is to be written, and the newest change that it knows of."""

    gathered: Gathered
    files: list[PackedFile]
    newest: int


def export_package(office: Office, month: Month, folder: Folder, *, again: bool) -> Answer[Packaged]:
    """Remember the month's package and write it. With `again` one that was sent is written as it was. Raises `Refused`
    for a month that has not begun: its vouchers would have no package of their own.

    Its files are made before the transaction, so that nobody waits for them, and once more within it where something
    was entered meanwhile.
    """
    if month.first > office.today:
        raise Refused("package.not-begun", month=month, first=month.first, today=office.today)
    prepared = _prepare(office, month, folder)
    path = folder.output.path

    def send(store: Writing, left: list[int]) -> tuple[Answer[Packaged], list[PackedFile]]:
        sent = packages.find(store, month)
        if sent and not (again or left):
            command = f"ipsu export package {month} {path} --again"
            raise Refused("package.sent", month=month, day=sent.on, who=sent.who, command=command)
        if sent:
            files = packages.files(store, sent.id)
            return packaged(month, sent.invoices, path, files, []), files
        made = prepared
        if made is None or made.newest != changes.newest(store):
            made = _made(folder, gather(store, office, month), changes.newest(store))
        _remember(store, made.gathered, made.files)
        count = len({due.invoice.number for due in made.gathered.vouchers})
        return packaged(month, count, path, made.files, made.gathered.warnings), made.files

    def as_sent(store: Store, left: list[int]) -> list[PackedFile]:
        sent = packages.find(store, month)
        return packages.files(store, sent.id) if sent else []

    return change_with_file(office, "export package", f"export package {month}", folder.output, send, as_sent)


def _prepare(office: Office, month: Month, folder: Folder) -> _Prepared | None:
    """The package, None where one was sent."""
    with office.reading() as store:
        if packages.find(store, month):
            return None
        gathered, newest = gather(store, office, month), changes.newest(store)
    folder.output.refuse()
    return _made(folder, gathered, newest)


def _made(folder: Folder, gathered: Gathered, newest: int) -> _Prepared:
    return _Prepared(gathered, folder.make(gathered.package), newest)


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

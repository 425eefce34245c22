"""What writes an invoice to a file: its kind is known by how its name ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ipsu_cli.core.output import Output
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.office import Office

if TYPE_CHECKING:  # few commands have one
    from ipsu_cli.core.basis import InvoiceBasis
    from ipsu_cli.core.package import PackedFile
    from ipsu_cli.flows.export_package import Folder
    from ipsu_cli.reports.invoice_file import Gather

C = TypeVar("C")


def invoice_file(office: Office, file: str, *, force: bool) -> "Gather":
    """What writes the one invoice of an answer to `file`. Raises `Unreadable` for an end that says no kind."""
    made = WRITERS.get(Path(file).suffix.lower())
    if not file.strip() or made is None:
        raise Unreadable("file.extension", path=file, known=sorted([*WRITERS, E_INVOICE]))
    return made(Path(file), office, force)


def is_e_invoice(file: str) -> bool:
    """Does the end of its name say that it is an e-invoice?"""
    return Path(file).suffix.lower() == E_INVOICE


def _book(path: Path, office: Office, force: bool) -> "Gather":
    from ipsu_cli.reports.invoice_file import of_basis
    from ipsu_cli.write.forms.invoice_basis import write_invoice_basis

    return of_basis(lambda basis: write_invoice_basis(path, basis, force))


def _sie(path: Path, office: Office, force: bool) -> "Gather":
    from ipsu_cli.reports.invoice_file import of_basis
    from ipsu_cli.write.sie import write_sie

    def write(basis: "InvoiceBasis") -> None:
        (invoice,) = basis.invoices
        if invoice.status == "cancelled":
            raise Refused("invoice.cancelled", invoice=invoice.number, command=f"ipsu invoice show {invoice.number}")
        write_sie(path, basis, force)

    return of_basis(write)


def _json(path: Path, office: Office, force: bool) -> "Gather":
    from ipsu_cli.reports.invoice_file import of_invoice
    from ipsu_cli.write.json_file import write_json

    return of_invoice(lambda invoice: write_json(path, {"invoice": invoice}, office.own_lang, force))


@contextmanager
def taken_back(path: str | None) -> Iterator[None]:
    """What is written before the commit, a file or a folder: where that fails, it goes as well."""
    before = path is None or Path(path).exists()
    try:
        yield
    except BaseException:
        if path is not None and not before:
            _remove(Path(path))
        raise


def _remove(path: Path) -> None:
    if path.is_dir():
        from shutil import rmtree

        rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()


def output(file: str, *, force: bool, write: Callable[[C], None]) -> Output[C]:
    """A file of a change, which `write` writes once the change is saved."""
    from ipsu_cli.write.whole_file import refuse_taken, refuse_unwritable

    def refuse() -> None:
        refuse_taken(Path(file), force=force)
        refuse_unwritable(Path(file))

    if not file.strip():
        raise Unreadable("option.empty", option="FILE")
    return Output(file, refuse, write)


def package_folder(folder: str, *, force: bool) -> "Folder":
    """Where a package goes."""
    from ipsu_cli.flows.export_package import Folder
    from ipsu_cli.write.package import make_package, write_packed
    from ipsu_cli.write.whole_file import refuse_taken_folder, refuse_unwritable

    path = Path(folder)

    def refuse() -> None:
        refuse_taken_folder(path, force=force)
        refuse_unwritable(path)

    to: Output[list[PackedFile]] = Output(folder, refuse, lambda packed: write_packed(path, packed, force))
    return Folder(lambda package: make_package(path, package), to)


Writer = Callable[[Path, Office, bool], "Gather"]
WRITERS: dict[str, Writer] = {".xlsx": _book, ".se": _sie, ".si": _sie, ".json": _json}
# An e-invoice that is written is remembered: it is no report.
E_INVOICE = ".xml"

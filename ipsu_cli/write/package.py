"""A month as a folder: workbook, SIE, JSON, e-invoices, the files received, and a list of their SHA-256 as sha256sum
writes it."""

from collections.abc import Iterable
from pathlib import Path

from ipsu_cli.core.digest import digest
from ipsu_cli.core.package import E_INVOICES, RECEIVED, Package, PackedFile
from ipsu_cli.write.forms.invoice_basis import write_invoice_basis
from ipsu_cli.write.json_file import write_json
from ipsu_cli.write.sie import write_sie
from ipsu_cli.write.ubl import ubl_of
from ipsu_cli.write.whole_file import ALONE, SUMS, on_disk, private_folder, write_bytes, write_whole_folder


def make_package(path: Path, package: Package) -> list[PackedFile]:
    """The files of a package that is to be written at `path`. They are made next to it and taken away again."""
    with on_disk(path), private_folder(path) as folder:
        made = folder / "package"  # openpyxl has files of its own in that folder
        made.mkdir(0o700)
        return _fill(made, package)


def write_packed(path: Path, packed: Iterable[PackedFile], force: bool) -> None:
    """The folder of a package, whole or not at all."""

    def fill(folder: Path) -> None:
        _unpack(folder, packed)
        _list(folder, packed)

    write_whole_folder(path, fill, force=force)


def _fill(folder: Path, package: Package) -> list[PackedFile]:
    name = f"{package.month}"
    write_invoice_basis(folder / f"{name}.xlsx", package.basis, ALONE)
    write_sie(folder / f"{name}.si", package.basis, ALONE)
    write_json(folder / f"{name}.json", package.document, package.basis.lang, ALONE)
    _unpack(folder, [_packed(f"{E_INVOICES}/{made.invoice.number}.xml", ubl_of(made)) for made in package.e_invoices])
    _unpack(folder, [_packed(f"{RECEIVED}/{file.name}", file.content) for file in package.received])
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [_packed(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]


def _packed(name: str, content: bytes) -> PackedFile:
    return PackedFile(name, digest(content).hex(), content)


def _unpack(folder: Path, packed: Iterable[PackedFile]) -> None:
    for file in packed:
        path = folder / file.name
        path.parent.mkdir(0o700, exist_ok=True)
        write_bytes(path, file.content, force=ALONE)


def _list(folder: Path, packed: Iterable[PackedFile]) -> None:
    lines = "".join(f"{file.sha256}  {file.name}\n" for file in packed)
    write_bytes(folder / SUMS, lines.encode(), force=ALONE)

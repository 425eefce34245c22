"""A month as a folder: workbook, SIE, JSON, the files received, and a list of their SHA-256 as sha256sum writes it."""

from pathlib import Path
from typing import BinaryIO

from ipsu_cli.core.digest import digest
from ipsu_cli.core.package import Listed, Package
from ipsu_cli.write.forms.invoice_basis import write_invoice_basis
from ipsu_cli.write.json_file import write_json
from ipsu_cli.write.sie import write_sie
from ipsu_cli.write.whole_file import SUMS, write_whole, write_whole_folder

RECEIVED = "received"


def write_package(path: Path, package: Package, force: bool) -> list[Listed]:
    """The folder, whole or not at all. Returns what is listed in it."""
    listed: list[Listed] = []
    write_whole_folder(path, lambda folder: listed.extend(_fill(folder, package)), force=force)
    return listed


def _fill(folder: Path, package: Package) -> list[Listed]:
    name = f"{package.month}"
    write_invoice_basis(folder / f"{name}.xlsx", package.basis, False)
    write_sie(folder / f"{name}.se", package.basis, False)
    write_json(folder / f"{name}.json", package.document, package.basis.lang, False)
    if package.received:
        (folder / RECEIVED).mkdir(0o700)
        for file in package.received:
            _write(folder / RECEIVED / file.name, file.content)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    listed = [Listed(path.relative_to(folder).as_posix(), digest(path.read_bytes()).hex()) for path in paths]
    _write(folder / SUMS, "".join(f"{entry.sha256}  {entry.name}\n" for entry in listed).encode())
    return listed


def _write(path: Path, content: bytes) -> None:
    def fill(file: BinaryIO) -> None:
        file.write(content)

    write_whole(path, fill, force=False)

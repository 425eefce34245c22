"""The packages that the accountant was sent, with the bytes of their files."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, Writing

if TYPE_CHECKING:
    from ipsu_cli.core.package import PackedFile

FIND = """
    SELECT p.id, p.entered_on, c.who, (SELECT count(DISTINCT invoice_id) FROM vouchers v WHERE v.package_id = p.id) AS n
    FROM packages p JOIN changes c ON c.id = p.entered_by WHERE p.month = :month
"""
MONTHS = "SELECT month FROM packages"
FILES = """
    SELECT f.name, f.sha256, coalesce(b.content, r.content) AS content
    FROM package_files f
    LEFT JOIN packaged_bytes b ON b.file_id = f.id
    LEFT JOIN received_bytes r ON r.file_id = f.received_id
    WHERE f.package_id = :package ORDER BY f.id
"""
RECEIVED = "SELECT id FROM received_files WHERE sha256 = :sha256"
KEEP_BYTES = "INSERT INTO packaged_bytes (file_id, content) VALUES (:file, :content)"


class Sent(NamedTuple):
    """A package that was sent: when, by whom, and of how many invoices it holds vouchers."""

    id: int
    on: dt.date
    who: str
    invoices: int


def find(store: Store, month: Month) -> Sent | None:
    """The package of the month, None while it is not sent."""
    row = store.first(FIND, month=month)
    return Sent(row["id"], kept_day(row["entered_on"]), row["who"], row["n"]) if row else None


def months(store: Store) -> set[Month]:
    """The months whose packages are sent."""
    return {Month(row["month"]) for row in store.all(MONTHS)}


def first_unsent(month: Month, sent: set[Month]) -> Month:
    """The month in whose package something of `month` goes: the first one that is not sent."""
    while month in sent:
        month = month.next()
    return month


def files(store: Store, package_id: int) -> "list[PackedFile]":
    """The files of a package, byte for byte as they were sent."""
    from ipsu_cli.core.package import PackedFile

    rows = store.all(FILES, package=package_id)
    return [PackedFile(row["name"], row["sha256"], row["content"]) for row in rows]


def add(store: Writing, month: Month, packed: "Iterable[PackedFile]", received: Iterable[str]) -> int:
    """Enter the package and keep its files; those `received`, by their names in it, are kept already."""
    package = store.add("packages", month=month)
    kept = set(received)
    for file in packed:
        source = store.value(RECEIVED, sha256=file.sha256) if file.name in kept else None
        id = store.add("package_files", package_id=package, name=file.name, sha256=file.sha256, received_id=source)
        if source is None:
            store.conn.execute(KEEP_BYTES, {"file": id, "content": file.content})
    return package

"""Files of a change that was saved before they were written: what a run that is killed leaves to the next."""

import os

from ipsu_cli.core.digest import digest
from ipsu_cli.store import Store, Writing

REMEMBER = "INSERT INTO unwritten (file, change_id) VALUES (:file, :change)"
CHANGES = "SELECT change_id FROM unwritten WHERE file = :file ORDER BY change_id"
FORGET = "DELETE FROM unwritten WHERE file = :file AND change_id <= :newest"


def known_as(path: str, about: str) -> bytes:
    """What the file is known by: where it lies, whatever the folder that its name is typed in, and what it holds."""
    return digest(os.fsencode(os.path.realpath(path)) + b"\n" + about.encode("utf-8", "surrogateescape"))


def remember(store: Writing, file: bytes) -> None:
    """The file is still to be written when this change is saved."""
    store.conn.execute(REMEMBER, {"file": file, "change": store.change()})


def changes(store: Store, file: bytes) -> list[int]:
    """The changes that were saved without their file."""
    return [row["change_id"] for row in store.all(CHANGES, file=file)]


def forget(store: Writing, file: bytes, newest: int) -> None:
    """The file is there, with the changes up to the newest that it holds: one that was saved while it was written is
    still to come. That is no change of the register, and leaves no line in the log."""
    store.conn.execute(FORGET, {"file": file, "newest": newest})

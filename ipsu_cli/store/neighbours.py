"""The files of offices in one folder: copies that a person has made, and those that the program keeps."""

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.database_file import SQLITE
from ipsu_cli.core.office_key import ENCRYPTED
from ipsu_cli.core.problem import Surroundings
from ipsu_cli.store.connection import APPLICATION_ID

APPLICATION_AT = 68
# What the program itself keeps of an office next to it: before an upgrade, and by `ipsu restore`.
COPY = r"\.(before-\d+|replaced-\d{4}-\d\d-\d\d)(-\d+)?"


def offices_next_to(path: Path) -> Iterator[Path]:
    """The other files of offices in the folder, by what they begin with; what a run is about to write is none.
    Raises `Surroundings` where the disk does not give the folder or a file."""
    for found in _listed(path.parent):
        if found != path and not found.name.startswith(".ipsu-") and _is_office(found):
            yield found


def _listed(folder: Path) -> list[Path]:
    with _told(folder):
        return sorted(folder.iterdir())


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A disk that does not give what lies there is told of: a copy must not be passed over as if it were none."""
    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Surroundings("disk.unread", path=str(path), why=why) from None


def _is_office(path: Path) -> bool:
    with suppress(FileNotFoundError, PermissionError), _told(path):
        if stat.S_ISREG(path.lstat().st_mode):
            with path.open("rb") as file:
                head = file.read(APPLICATION_AT + 4)
            if head.startswith(ENCRYPTED):
                return True
            return head.startswith(SQLITE) and head[APPLICATION_AT:] == APPLICATION_ID.to_bytes(4, "big")
    return False


def own_copies(path: Path) -> list[Path]:
    """What the program has kept of the office next to it."""
    ours = re.compile(re.escape(path.name) + COPY)
    return [copy for copy in offices_next_to(path) if ours.fullmatch(copy.name)]


def in_other_form(path: Path, *, encrypted: bool) -> list[str]:
    """The other files of offices in the folder that are not encrypted; that are, where `encrypted` is false."""
    return [other.name for other in offices_next_to(path) if (office_key.salt_of(other) is not None) != encrypted]

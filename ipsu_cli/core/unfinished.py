"""A file or folder on its way: under a name that a killed run's is known by, and on the disk once it has its own."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipsu_cli.core import office_key

# What a file system answers that knows no second names (FAT, some network shares).
NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def unfinished(folder: Path) -> Path:
    """A new name in the folder; what bears one and belongs to no living run is removed by the next that writes."""
    return folder / f".ipsu-{os.getpid()}-{os.urandom(8).hex()}"  # `secrets` would load OpenSSL at every start


def make_private(path: Path) -> int:
    """Make a new file that nobody else may read, and open it. Whatever already has the name, a planted link too, stops
    us: FileExistsError."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags, 0o600)
    office_key.note_new(handle)
    return handle


@contextmanager
def unfinished_folder(folder: Path) -> Iterator[Path]:
    """A new folder in `folder` that only we may open, and no other run removes; what is in it at the end goes."""
    import shutil  # which brings along what unpacks archives

    made = unfinished(folder)
    made.mkdir(0o700)
    try:
        made.chmod(0o700)  # the umask may have taken bits away
        with held(made):
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def unfinished_file(folder: Path, name: str = "new") -> Iterator[Path]:
    """A new, empty file that becomes another in `folder`: in a folder of its own, which is held for it, because SQLite
    has locks of its own on a file. What is left of it at the end goes, and of its journal."""
    with unfinished_folder(folder) as own:
        made = own / name
        os.close(make_private(made))
        yield made


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """In the block no other run takes the folder for what a killed one left."""
    if sys.platform == "win32":
        yield  # a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        claim(handle)
        yield
    finally:
        os.close(handle)


def claim(handle: int) -> None:
    """Let other runs see that what is open is in use. The lock goes when the process goes, however it goes."""
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):  # some network shares know no locks; the number in the name remains
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def place(made: Path, path: Path) -> None:
    """Let what was made be called `path` as well. Raises `FileExistsError` where something bears that name, also what
    came there meanwhile."""
    try:
        os.link(made, path)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        # Here a rename cannot be kept from overwriting: look as late as can be.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(made, path)


def forget_twin(path: Path) -> None:
    """Take away the unfinished name of a file that has its own: a run that was killed between the two leaves both."""
    found = path.stat()
    for twin in (*path.parent.glob(".ipsu-*"), *path.parent.glob(".ipsu-*/*")):
        if os.path.samestat(found, twin.lstat()):
            twin.unlink()


def sync_file(path: Path) -> None:
    """Let the disk have what is in a file that nobody has open."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Let the disk know the names in a folder. One that may not be listed cannot be opened; SQLite goes on too."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

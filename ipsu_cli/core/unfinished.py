"""A file or folder on its way: under a name that a killed run's is known by, and on the disk once it has its own."""

import os
import sys
from pathlib import Path


def unfinished(folder: Path) -> Path:
    """A new name in the folder; what bears one and belongs to no living run is removed by the next that writes."""
    return folder / f".ipsu-{os.getpid()}-{os.urandom(8).hex()}"  # `secrets` would load OpenSSL at every start


def forget_twin(path: Path) -> None:
    """Take away the unfinished name of a file that has its own: a run that was killed between the two leaves both."""
    found = path.stat()
    for name in os.listdir(path.parent):
        twin = path.parent / name
        if name.startswith(".ipsu-") and os.path.samestat(found, twin.lstat()):
            twin.unlink()


def sync_file(path: Path) -> None:
    """Let the disk have what is in a file that nobody has open."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Let the disk know the names in a folder."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Where an office's file lies: over a network locks may not hold, and what keeps folders in step may undo a change."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ipsu_cli.core.named_tuple import NamedTuple

MOUNTS = Path("/proc/self/mountinfo")
NETWORK = {"9p", "afs", "ceph", "cifs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
# How the folders of the services begin, as their programs name them.
SYNCED = {
    "Dropbox": "Dropbox", "GoogleDrive": "Google Drive", "Google Drive": "Google Drive", "My Drive": "Google Drive",
    "Mobile Documents": "iCloud", "iCloud": "iCloud", "Nextcloud": "Nextcloud", "OneDrive": "OneDrive",
}  # fmt: skip
ESCAPED = re.compile(r"\\([0-7]{3})")


class Mount(NamedTuple):
    """A file system, the folder where it begins and of which kind it is."""

    at: str
    kind: str


def network_of(path: Path, mounts: Path = MOUNTS) -> str | None:
    """The kind of the network's file system that a file lies on, None for a disk of the machine's own."""
    lies = f"{os.path.realpath(path)}/"
    found = [mount for mount in _mounts(mounts) if lies.startswith(f"{mount.at.rstrip('/')}/")]
    nearest = max(found, key=lambda mount: len(mount.at), default=None)
    if nearest is None or nearest.at == "/":  # a machine's own root, whatever it is made of
        return None
    return nearest.kind if nearest.kind in NETWORK or nearest.kind.startswith("fuse.") else None


def service_of(path: Path) -> str | None:
    """The service that keeps the file's folder in step with other machines, by the folder's name."""
    parts = Path(os.path.realpath(path)).parent.parts
    return next((name for part in parts for begins, name in SYNCED.items() if part.startswith(begins)), None)


def _mounts(listed: Path) -> Iterator[Mount]:
    """Those that the kernel names; none where it names none."""
    try:
        lines = os.fsdecode(listed.read_bytes()).splitlines()
    except OSError:
        return
    for line in lines:
        place, _, kind = line.partition(" - ")
        if len(place.split()) > 4 and kind:
            at = ESCAPED.sub(lambda found: chr(int(found[1], 8)), place.split()[4])
            yield Mount(at, kind.split()[0])

"""What there is to warn of where an office's file lies."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.place import network_of, service_of
from ipsu_cli.validation import Finding, quoted, warning


def warnings_of(path: Path) -> list[Finding]:
    """Said where an office is made, put back, and each morning: where two write at once there, changes may be lost."""
    found = []
    if kind := network_of(path):
        found.append(warning("database.network", path=str(path), kind=kind))
    if service := service_of(path):
        found.append(warning("database.synced", path=str(path), service=service))
    if office_key.salt_of(path) is not None:
        found += _warnings_of_plain(path)
    return found


def _warnings_of_plain(path: Path) -> list[Finding]:
    from ipsu_cli.store import neighbours

    plain = neighbours.in_other_form(path.resolve(), encrypted=True)
    return [warning_of_plain(plain)] if plain else []


def warning_of_plain(files: Sequence[str]) -> Finding:
    """These lie next to an office that is encrypted, and are not."""
    return warning("encryption.plain-left", files=files)


def warning_of_mode(path: Path, before: os.stat_result) -> list[Finding]:
    """Said where a new file takes the place of one that the group could open as well: what is made is for its owner
    alone."""
    mode = stat.S_IMODE(before.st_mode) & 0o770
    if os.name != "posix" or not mode & 0o070:
        return []
    return [warning("database.own-alone", command=f"chmod {mode:o} {quoted(path)}", path=str(path))]

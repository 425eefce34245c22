"""What there is to warn of where an office's file lies."""

from pathlib import Path

from ipsu_cli.core.place import network_of, service_of
from ipsu_cli.validation import Finding, warning


def warnings_of(path: Path) -> list[Finding]:
    """Said where an office is made, put back, and each morning: where two write at once there, changes may be lost."""
    found = []
    if kind := network_of(path):
        found.append(warning("database.network", path=str(path), kind=kind))
    if service := service_of(path):
        found.append(warning("database.synced", path=str(path), service=service))
    return found

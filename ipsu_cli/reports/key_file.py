"""What there is to warn of where the key of an encrypted office lies."""

from pathlib import Path

from ipsu_cli.validation import Finding, quoted, warning


def warning_of(file: Path) -> Finding:
    """Others may read the file that the key is in."""
    return warning("key-file.open", command=f"chmod 600 {quoted(file)}", path=str(file))

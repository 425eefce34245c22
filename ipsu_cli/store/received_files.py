"""The agency's files as they came, each in one package of the accountant's."""

import re
from collections.abc import Iterator

from ipsu_cli.core.dates import Month
from ipsu_cli.core.self_invoice import ReceivedFile
from ipsu_cli.store import Store, packages

# A file has the day of the first self-invoice in it, and that one's number and agreement.
WAITING = """
    SELECT f.id, f.sha256, f.suffix, s.number, a.ref AS agreement, min(s.on_day) AS first_day
    FROM received_files f
    JOIN self_invoices s ON s.file_id = f.id
    JOIN agreements a ON a.id = s.agreement_id
    WHERE NOT EXISTS (SELECT 1 FROM package_files p WHERE p.received_id = f.id)
    GROUP BY f.id ORDER BY f.id
"""
CONTENT = "SELECT content FROM received_bytes WHERE file_id = :file"
_UNSAFE = re.compile("[^0-9A-Za-zÅÄÖåäö._-]+")


def of_package(store: Store, month: Month) -> list[ReceivedFile]:
    """The files of the month's package, byte for byte as they came, each under its own number.

    A file that came after its month's package was sent lies in the next one.
    """
    sent = packages.months(store)
    found: dict[str, ReceivedFile] = {}
    for row in store.all(WAITING):
        if packages.first_unsent(Month(row["first_day"][:7]), sent) == month:
            name = next(name for name in _names(row["number"], row["agreement"], row["sha256"], row["suffix"])
                        if name.lower() not in found)  # fmt: skip
            content = store.value(CONTENT, file=row["id"])
            found[name.lower()] = ReceivedFile(name, row["sha256"], content)
    return list(found.values())


def _names(number: str, agreement: str, sha256: str, suffix: str) -> Iterator[str]:
    """The number, and what tells it from the same number of another series, or of another year."""
    plain = _UNSAFE.sub("-", number).strip(".-") or sha256[:12]
    yield f"{plain}.{suffix}"
    yield f"{plain}-{_UNSAFE.sub('-', agreement)}.{suffix}"
    yield f"{plain}-{sha256[:12]}.{suffix}"

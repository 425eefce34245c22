"""A file as `age` encrypts it: by a passphrase, or for whoever has the identity of a recipient."""

from collections.abc import Sequence
from typing import NamedTuple

from ipsu_cli.core.problem import Unreadable


class AgeLock(NamedTuple):
    """What closes a file: recipients (`age1…`), or where there are none a passphrase."""

    recipients: Sequence[str]
    passphrase: str


def refuse_recipients(recipients: Sequence[str]) -> None:
    """Raise `Unreadable` for what is no recipient of `age`."""
    import pyrage

    for recipient in recipients:
        try:
            pyrage.x25519.Recipient.from_str(recipient)
        except pyrage.RecipientError:
            raise Unreadable("age.recipient", value=recipient) from None


def locked(content: bytes, lock: AgeLock) -> bytes:
    """The content, encrypted."""
    import pyrage

    recipients = [pyrage.x25519.Recipient.from_str(recipient) for recipient in lock.recipients]
    closed: bytes = (
        pyrage.encrypt(content, recipients) if recipients else pyrage.passphrase.encrypt(content, lock.passphrase)
    )
    return closed

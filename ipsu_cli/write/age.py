"""A file as `age` encrypts it: by a passphrase, or for whoever has the identity of a recipient."""

from collections.abc import Sequence
from typing import BinaryIO

from ipsu_cli.core.named_tuple import NamedTuple
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


def lock_up(source: BinaryIO, to: BinaryIO, lock: AgeLock) -> None:
    """Copy what is in `source`, encrypted: for recipients piece by piece. By a passphrase the library encrypts what is
    in memory alone."""
    import pyrage

    recipients = [pyrage.x25519.Recipient.from_str(recipient) for recipient in lock.recipients]
    if recipients:
        pyrage.encrypt_io(source, to, recipients)
    else:
        to.write(pyrage.passphrase.encrypt(source.read(), lock.passphrase))

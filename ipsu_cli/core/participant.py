"""How a participant is named: by a case, or by the personnummer."""

import datetime as dt

from ipsu_cli.core.identity import read_personnummer
from ipsu_cli.core.kind import Kind
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.text import read_ref


class NamedPerson(NamedTuple):
    """One of them is there; the other is None."""

    case: str | None
    personnummer: str | None


def _read(text: str, today: dt.date) -> NamedPerson:
    """A personnummer where it can be read as one, else a reference."""
    try:
        return NamedPerson(None, read_personnummer(text, today))
    except Unreadable:
        return NamedPerson(read_ref(text), None)


# `-` asks for the number without showing it.
PERSON: Kind[NamedPerson] = Kind("CASE|-", _read, asked=True)

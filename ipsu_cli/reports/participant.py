"""Who is meant by a case or by a number."""

from ipsu_cli.core.participant import NamedPerson
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, participants
from ipsu_cli.store.participants import RegisteredPerson


def participant_of(store: Store, named: NamedPerson, *, reveal: bool) -> RegisteredPerson:
    """The person. Raises `Refused` where there is none: a number does not find a protected person without `--reveal`,
    and nobody who was erased."""
    if named.case is not None:
        found = participants.of_case(store, named.case)
        if found.person.erased:
            raise Refused("participant.erased", case=named.case, command=f"ipsu case show {named.case}")
        return found
    by_number = participants.of_number(store, named.personnummer or "")
    if by_number is None or (by_number.person.protected and not reveal):
        raise Refused("participant.unknown", command="ipsu case list")
    return by_number

"""`ipsu participant erase`: a person becomes a random identity, under which no figure changes."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.participant import NamedPerson
from ipsu_cli.core.retention import KeptPerson
from ipsu_cli.office import Office
from ipsu_cli.reports.participant import participant_of
from ipsu_cli.rules.retention import ERASE, ErasureFacts
from ipsu_cli.store import Store, Writing, erasure, erasure_files, participants
from ipsu_cli.store.erasure import Identity
from ipsu_cli.store.participants import RegisteredPerson
from ipsu_cli.validation import Finding, check, warning


class PersonErased(NamedTuple):
    """The cases that stay, by reference, under a random identity, and the copies in the office's folder that had the
    person in them."""

    cases: Sequence[str]
    copies: Sequence[str]


class ParticipantErased(NamedTuple):
    """The whole answer."""

    erased: PersonErased


def participant_erase(office: Office, named: NamedPerson) -> Answer[ParticipantErased]:
    """Erase a person once nothing of the person is needed any more."""

    def erase(store: Writing) -> Answer[ParticipantErased]:
        return _answer(store, office, _judged(store, office, named))

    answer = office.change("participant erase", erase)
    return answer._replace(warnings=settle(office))


def refuse_erasure(office: Office, named: NamedPerson) -> None:
    """Raise `Refused` where there is no such person, or the person is needed still."""
    with office.foreseeing() as store:
        _judged(store, office, named)


def _judged(store: Store, office: Office, named: NamedPerson) -> RegisteredPerson:
    found = participant_of(store, named, reveal=office.reveal)
    check(ERASE, None, facts_of(store, office, found))
    return found


def facts_of(store: Store, office: Office, found: RegisteredPerson) -> ErasureFacts:
    """What is judged of a person who would be erased today; of an entry that was taken back there is nothing."""
    months = office.number("retention-months") or 0
    if not found.registered:
        return ErasureFacts(KeptPerson((), months), office.today)
    ends = [end for one in participants.ends(store, found.person.id) for end in one.ends]
    return ErasureFacts(KeptPerson(ends, months), office.today, participants.locked_case(store, found.person.id))


def _answer(store: Writing, office: Office, found: RegisteredPerson) -> Answer[ParticipantErased]:
    cases = participants.refs(store, found.person.id) if found.registered else []
    copies = erase_all(store, office, [found.identity])
    figures = {"cases": cases, "count": len(cases)}
    lines = [Text("message.participant-erased" if cases else "message.entry-erased", figures)]
    lines += [Text("message.copies-erased", {"copies": copies})] if copies else []
    return Answer(ParticipantErased(PersonErased(cases, copies)), lines, after=[Text("message.copies-elsewhere")])


def erase_all(store: Writing, office: Office, persons: Sequence[Identity]) -> list[str]:
    """Erase persons in the office's file. Returns the copies next to it that have them too."""
    erasure.erase(store, persons)
    digests = {person.digest for person in persons}
    return [copy.name for copy in erasure_files.copies_with(office.path.resolve(), digests)]


def settle(office: Office) -> list[Finding]:
    """What is left to do once the erasure is saved; the warning that some copy could not be written to."""
    done = erasure_files.settle(office.path, office.today.isoformat(), office.who)
    return [warning("erase.copy-left", copies=done.left)] if done.left else []

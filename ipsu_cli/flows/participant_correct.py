"""`ipsu participant correct`: what was wrong about a person is put right, over all the person's cases."""

from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case_shown import Participant
from ipsu_cli.core.identity import masked
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.participant import NamedPerson
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.office import Office
from ipsu_cli.reports.participant import participant_of
from ipsu_cli.store import Writing, cases, deliveries, participants

OPTIONS = ("name", "personnummer", "gender")


class PersonCorrected(NamedTuple):
    """The person as far as may be seen, the cases that it is about, and what was corrected: none of the values."""

    participant: Participant
    cases: Sequence[str]
    corrected: Sequence[str]


def participant_correct(
    office: Office, named: NamedPerson, values: dict[str, Any], reason: str | None
) -> Answer[PersonCorrected]:
    """Correct a person. Another number needs a reason, which is kept until the person is erased, as the old values
    are."""
    wanted = {name: value for name, value in values.items() if value is not None}
    if not wanted:
        raise Unreadable("option.missing", option=" / ".join(f"--{name}" for name in OPTIONS))
    if "personnummer" in wanted and not reason:
        raise Unreadable("option.needs", option="--personnummer", needs="--reason")

    def correct(store: Writing) -> Answer[PersonCorrected]:
        found = participant_of(store, named, reveal=office.reveal)
        if not found.registered:
            raise Refused("participant.unknown", command="ipsu case list")
        changed = {name: value for name, value in wanted.items() if value != getattr(found.person, name)}
        _refuse_other(store, changed.get("personnummer"))
        case_id = participants.first_case(store, found.person.id, named.case)
        if changed:
            store.change(case_id=case_id)
            cases.save_person(store, found.person.id, changed)
        if changed and reason:
            deliveries.say_why(store, reason, **({"case_id": case_id} if case_id else {}))
        return _answer(store, found.person.id, [name for name in OPTIONS if name in changed])

    return office.change("participant correct", correct)


def _refuse_other(store: Writing, personnummer: str | None) -> None:
    """Raise `Refused` where another person has the number: two persons are never made one."""
    if personnummer and cases.person(store, personnummer):
        raise Refused("participant.number-taken", command="ipsu case edit CASE --personnummer -")


def _answer(store: Writing, id: int, corrected: list[str]) -> Answer[PersonCorrected]:
    person, refs = cases.person_of(store, id), participants.refs(store, id)
    shown = Participant(masked(person.personnummer), None, person.gender, person.protected)
    if person.protected:
        shown = Participant(None, None, None, protected=True)
    facts = [Text(f"column.{name}") for name in corrected]
    message = "message.participant-corrected" if corrected else "message.participant-unchanged"
    return Answer(PersonCorrected(shown, refs, corrected), [Text(message, {"cases": refs, "facts": facts})])

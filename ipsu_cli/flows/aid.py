"""`ipsu aid lend` and `aid return`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.aid import Aid, AidEntry
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.effect import ADDED, CHANGED
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.office import Office
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.aid import AidFacts
from ipsu_cli.store import Writing, aids, cases
from ipsu_cli.validation import Finding, check


class AidChanged(NamedTuple):
    """The loan as it now stands."""

    aid: Aid


def aid_lend(office: Office, entry: AidEntry) -> Answer[AidChanged]:
    """The participant has it from that day."""

    def lend(store: Writing) -> Answer[AidChanged]:
        saved = save_aid(store, entry, office)
        return _answer(saved.thing, "message.aid-lent", saved.warnings)

    return office.change("aid lend", lend)


def save_aid(store: Writing, entry: AidEntry, office: Office) -> Saved[Aid]:
    """Enter one loan, for the command and the import alike."""
    case = cases.get_for_entry(store, entry.case)
    if not services.service(case.service).aids:
        raise Refused("aid.service", case=case.ref, service=case.service)
    aid = aids.get(store, aids.add(store, case.id, _values(entry, case)))
    facts = AidFacts(aid, "lend", entry.on, office.today, named=bool(entry.name))
    warnings = check(acts.AID, case.service, facts)
    if entry.returned:
        warnings += take_back(store, aid, entry.returned, office)
    return Saved(aid, ADDED, warnings)


def finish_aid(store: Writing, entry: AidEntry, office: Office) -> Saved[Aid]:
    """What a loan of the register lacks: the day on which it came back."""
    case = cases.get_for_entry(store, entry.case)
    aid = aids.still_out(store, case.id, _values(entry, case))
    if aid is None or entry.returned is None:
        return save_aid(store, entry, office)
    return Saved(aid, CHANGED, take_back(store, aid, entry.returned, office), ("returned",))


def _values(entry: AidEntry, case: Case) -> dict[str, Any]:
    """A loan as it is kept."""
    origin = entry.origin or part_of(case)
    return {"kind": entry.kind, "name": entry.name, "origin": origin, "lent": entry.on.isoformat()}


def part_of(case: Case) -> str:
    """The part of IPSU that a case is in: `a` or `b`."""
    return case.service[-1]


def take_back(store: Writing, aid: Aid, on: dt.date, office: Office) -> list[Finding]:
    """What is on loan came back on that day, for the command and the import alike."""
    warnings = check(acts.AID, aid.service, AidFacts(aid, "return", on, office.today))
    aids.take_back(store, aid, on.isoformat())
    return warnings


def aid_return(office: Office, id: int, on: dt.date) -> Answer[AidChanged]:
    """It came back."""

    def come_back(store: Writing) -> Answer[AidChanged]:
        aid = aids.get(store, id)
        if aid.returned:
            raise Refused("aid.returned", aid=id, returned=aid.returned, command=f"ipsu aid list {aid.case}")
        warnings = take_back(store, aid, on, office)
        return _answer(aids.get(store, id), "message.aid-returned", warnings)

    return office.change("aid return", come_back)


def _answer(aid: Aid, message_code: str, warnings: list[Finding]) -> Answer[AidChanged]:
    figures = {"aid": aid.id, "case": aid.case, "kind": Text(f"code.aid-{aid.kind}"), "due": aid.due}
    line = Text(message_code, {**figures, "day": aid.returned or aid.lent})
    return Answer(AidChanged(aid), [line], warnings=warnings)

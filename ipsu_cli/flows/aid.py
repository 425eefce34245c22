"""`ipsu aid lend` and `aid return`."""

import datetime as dt

from ipsu_cli.core.aid import Aid, AidEntry
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
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
        case = cases.get_for_entry(store, entry.case)
        if not services.service(case.service).aids:
            raise Refused("aid.service", case=case.ref, service=case.service)
        origin = entry.origin or case.service[-1]
        values = {"kind": entry.kind, "name": entry.name, "origin": origin, "lent": entry.on.isoformat()}
        aid = aids.get(store, aids.add(store, case.id, values))
        facts = AidFacts(aid, "lend", entry.on, office.today, named=bool(entry.name))
        return _answer(aid, "message.aid-lent", check(acts.AID, case.service, facts))

    return office.change("aid lend", lend)


def aid_return(office: Office, id: int, on: dt.date) -> Answer[AidChanged]:
    """It came back."""

    def take_back(store: Writing) -> Answer[AidChanged]:
        aid = aids.get(store, id)
        if aid.returned:
            raise Refused("aid.returned", aid=id, returned=aid.returned, command=f"ipsu aid list {aid.case}")
        warnings = check(acts.AID, aid.service, AidFacts(aid, "return", on, office.today))
        aids.take_back(store, aid, on.isoformat())
        return _answer(aids.get(store, id), "message.aid-returned", warnings)

    return office.change("aid return", take_back)


def _answer(aid: Aid, message_code: str, warnings: list[Finding]) -> Answer[AidChanged]:
    figures = {"aid": aid.id, "case": aid.case, "kind": Text(f"code.aid-{aid.kind}"), "due": aid.due}
    line = Text(message_code, {**figures, "day": aid.returned or aid.lent})
    return Answer(AidChanged(aid), [line], warnings=warnings)

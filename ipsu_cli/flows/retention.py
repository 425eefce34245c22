"""`ipsu retention --apply`: everybody whom nothing keeps any longer is erased."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.flows.participant_erase import PersonErased, erase_all, settle
from ipsu_cli.office import Office
from ipsu_cli.reports.retention import KeptRow, due
from ipsu_cli.store import Writing, retention


class RetentionApplied(NamedTuple):
    """What was due, and what came of it."""

    retention: Sequence[KeptRow]
    erased: PersonErased


def refuse(office: Office) -> None:
    """Raise where there is no office to ask."""
    with office.foreseeing():
        pass


def retention_apply(office: Office) -> Answer[RetentionApplied]:
    """Erase who is due. Nothing that is booked is removed."""

    def apply(store: Writing) -> Answer[RetentionApplied]:
        found = due(store, office)
        cases = retention.refs(store, [person.id for person in found.persons])
        copies = erase_all(store, office, found.persons) if found.persons else []
        figures = {"count": len(found.persons), "cases": cases}
        lines = [Text("message.retention-applied" if found.persons else "message.retention-nothing", figures)]
        lines += [Text("message.copies-erased", {"copies": copies})] if copies else []
        after = [Text("message.copies-elsewhere")] if found.persons else []
        return Answer(RetentionApplied(found.rows, PersonErased(cases, copies)), lines, after=after)

    answer = office.change("retention", apply)
    return answer._replace(warnings=settle(office)) if answer.payload.retention else answer

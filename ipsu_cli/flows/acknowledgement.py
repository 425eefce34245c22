"""`ipsu acknowledgement add`: a reminder has been looked at, and is quiet from then on."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.acknowledgement import Acknowledgement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.reminders import reminded
from ipsu_cli.store import Writing, acknowledgements, cases, scope


class Acknowledged(NamedTuple):
    """The reminders that are quiet now."""

    acknowledgements: Sequence[Acknowledgement]


def acknowledgement_add(office: Office, entry: dict[str, Any]) -> Answer[Acknowledged]:
    """Every reminder of that kind that a case has today, or the one of a month or a week, or of the day that it is
    about or due."""
    kind, period, reason = entry["kind"].lower(), entry.get("period"), entry["reason"]

    def enter(store: Writing) -> Answer[Acknowledged]:
        case = cases.get(store, entry["case"])
        scope.choose(store)
        keys = [
            row.key
            for row in reminded(store, office, office.today)
            if (row.case_id, row.kind) == (case.id, kind) and period in (None, row.key, f"{row.due}")
        ]
        if not keys:
            raise Refused("acknowledgement.nothing", case=case.ref, kind=kind, command="ipsu todo")
        shown = None if case.person.protected else reason
        made = [
            Acknowledgement(
                acknowledgements.add(store, case.id, kind, key, reason), case.ref, kind, key, shown, office.today
            )
            for key in keys
        ]
        figures = {"kind": kind, "case": case.ref, "periods": keys}
        return Answer(Acknowledged(made), [Text("message.acknowledgement", figures)])

    return office.change("acknowledgement add", enter)

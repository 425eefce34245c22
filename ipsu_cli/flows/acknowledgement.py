"""`ipsu acknowledgement add`: a reminder or a finding of the check has been looked at, and is quiet from then on."""

from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.acknowledgement import Acknowledgement
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.register import ALWAYS, of_rules
from ipsu_cli.reports.reminders import kind_of, reminded
from ipsu_cli.store import Writing, acknowledgements, cases, scope
from ipsu_cli.store.acknowledgements import Key

# What the codes of reminders begin with, and those of the check.
REMINDER, FINDING = "todo.", "register."


class Acknowledged(NamedTuple):
    """The reminders that are quiet now."""

    acknowledgements: Sequence[Acknowledgement]


def acknowledgement_add(office: Office, entry: dict[str, Any]) -> Answer[Acknowledged]:
    """Every reminder or finding of that kind that a case has today, or the one of a month or a week, or of the day
    that it is about or due."""
    kind, period, reason = _kind(entry["kind"].lower()), entry.get("period"), entry["reason"]

    def enter(store: Writing) -> Answer[Acknowledged]:
        case = cases.get(store, entry["case"])
        scope.choose(store)
        keys = [
            key
            for (id, of_kind, key), due in _open(store, office)
            if (id, of_kind) == (case.id, kind) and period in (None, key, due)
        ]
        if not keys:
            raise Refused("acknowledgement.nothing", case=case.ref, kind=kind, command=_list_of(kind))
        shown = None if case.person.protected else reason
        made = [
            Acknowledgement(
                acknowledgements.add(store, case.id, kind, key, reason), case.ref, kind, key, shown, office.today
            )
            for key in keys
        ]
        figures = {"kind": kind, "case": case.ref, "periods": keys}
        message = "message.acknowledgement-finding" if kind.startswith(FINDING) else "message.acknowledgement"
        return Answer(Acknowledged(made), [Text(message, figures)])

    return office.change("acknowledgement add", enter)


def _kind(typed: str) -> str:
    """The kind of a reminder, which may be typed as its code; a finding of the check has its code as its kind."""
    return kind_of(typed) if typed.startswith(REMINDER) else typed


def _list_of(kind: str) -> str:
    return "ipsu check register" if kind.startswith(FINDING) else "ipsu todo"


def _open(store: Writing, office: Office) -> Iterator[tuple[Key, str]]:
    """What can be acknowledged today, and the day by which it is due, of a reminder."""
    for row in reminded(store, office, office.today):
        yield (row.case_id, row.kind, row.key), f"{row.due}"
    quiet = acknowledgements.keys(store)
    yield from ((row.key, "") for row in of_rules(store, ALWAYS) if row.key not in quiet)

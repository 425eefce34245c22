"""`ipsu case pause`: days without support."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.enrolment import Pause
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.flows.enrolment import Saved, municipal
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.case import FollowFacts
from ipsu_cli.store import Writing, enrolments
from ipsu_cli.validation import check


class PauseSaved(NamedTuple):
    """The days without support."""

    pause: Pause


def case_pause(office: Office, entry: dict[str, Any]) -> Answer[PauseSaved]:
    """Days without support; given again with its last day, a pause that goes on ends."""

    def enter(store: Writing) -> Answer[PauseSaved]:
        saved = save_pause(store, entry, office)
        message_code = "message.nothing-new" if saved.outcome == KNOWN else "message.pause"
        figures = {
            "case": saved.thing.case,
            "id": saved.thing.id,
            "day": saved.thing.from_day,
            "to_day": saved.thing.to_day,
        }
        return Answer(PauseSaved(saved.thing), [Text(message_code, figures)], warnings=saved.warnings)

    return office.change("case pause", enter)


def save_pause(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Pause]:
    """Enter one pause, or the last day of one that goes on."""
    demand(entry, "case", "from")
    case = municipal(store, entry["case"])
    first, last = entry["from"], entry.get("to")
    there = enrolments.pauses(store, case.id)
    same = next((pause for pause in there if pause.from_day == first), None)
    if same and (last is None or same.to_day == last):
        return Saved(same, KNOWN, [])
    ends = same if same and same.to_day is None else None
    others = tuple(pause for pause in there if pause is not ends)
    long_days = int(office.settings["long-pause-days"])
    facts = FollowFacts(case, "pause", first, office.today, to=last, pauses=others, long_days=long_days)
    warnings = check(acts.FOLLOW, case.service, facts)
    if ends and last:
        enrolments.end_pause(store, case.id, ends.id, last.isoformat())
        return Saved(ends._replace(to_day=last), CHANGED, warnings, ("to",))
    values = {"from_day": first.isoformat(), "to_day": last and last.isoformat()}
    id = enrolments.add(store, "pauses", case.id, **values)
    return Saved(Pause(id, case.ref, first, last), ADDED, warnings)

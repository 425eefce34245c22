"""`ipsu target set`: what an agreement, or all of them, are to reach."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import KNOWN
from ipsu_cli.core.funding import EVERYBODY, in_words
from ipsu_cli.core.goal import FRACTION, RATE, read_goal
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.target import Target
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules.kpis import KPIS, MEETINGS, OF_PARTS, PERCENT, Kpi, find
from ipsu_cli.store import Writing, targets


class TargetSet(NamedTuple):
    """The target that was set."""

    target: Target


def target_set(office: Office, entry: dict[str, Any]) -> Answer[TargetSet]:
    """Set a target."""

    def set_target(store: Writing) -> Answer[TargetSet]:
        target, outcome = save(store, entry)
        message_code = "message.nothing-new" if outcome == KNOWN else f"message.target-{outcome}"
        figures = {"kpi": target.kpi, "value": target.value, "agreement": in_words(target.whose)}
        return Answer(TargetSet(target), [Text(message_code, figures)])

    return office.change("target set", set_target)


def save(store: Writing, entry: dict[str, Any]) -> tuple[Target, str]:
    """Set one target, for the command and the import alike, and say what that did."""
    demand(entry, "agreement", "kpi", "value")
    kpi = _known(entry["kpi"])
    _fit(kpi, entry)
    if entry.get("from") and entry.get("by") and entry["by"] < entry["from"]:
        raise Refused("target.backwards", from_day=entry["from"], by=entry["by"])
    agreement = None if entry["agreement"] == EVERYBODY else entry["agreement"]
    counts = entry.get("counts") or ()
    target = Target(0, agreement, kpi.code, entry["value"], entry.get("from"), entry.get("by"), counts)
    id, outcome = targets.save(store, target)
    return target._replace(id=id), outcome


def _known(code: str) -> Kpi:
    """The key figure. Raises `Unreadable` with those that there are."""
    kpi = find(code)
    if kpi is None:
        known = [f"{figure.code}:…" if figure.code in OF_PARTS else figure.code for figure in KPIS]
        raise Unreadable("value.code", value=code, known=known, option="kpi")
    if kpi.code == "goal_progress":
        raise Refused("target.progress", kpi="supported", command="ipsu target set all supported 200")
    return kpi


def _fit(kpi: Kpi, entry: dict[str, Any]) -> None:
    """Does the value say something of this key figure? Meetings want a rate, a fraction a share."""
    goal = read_goal(entry["value"])
    if (goal.kind == RATE) != (kpi.base == MEETINGS):
        raise Unreadable("target.rate", kpi=kpi.code, value=entry["value"], option="value")
    if goal.kind == FRACTION and kpi.unit != PERCENT:
        raise Unreadable("target.fraction", kpi=kpi.code, value=entry["value"], option="value")
    if entry.get("counts") and kpi.code != "outcome_share":
        raise Unreadable("target.counts", kpi=kpi.code, option="counts")

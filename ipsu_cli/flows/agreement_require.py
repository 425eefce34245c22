"""`ipsu agreement require`: who a service is for under an agreement."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.demands import NONE
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.office import Office
from ipsu_cli.reports.agreement import Required, required, required_text
from ipsu_cli.store import Writing, agreements, requirements


class AgreementRequires(NamedTuple):
    """Who the service is for from now on."""

    requirement: Required


def agreement_require(office: Office, entry: dict[str, Any]) -> Answer[AgreementRequires]:
    """Settle the ages, the checks or both; what is left out stays as it is."""

    def require(store: Writing) -> Answer[AgreementRequires]:
        asked = save_requirement(store, entry, office).thing
        agreement = agreements.get(store, asked.agreement)
        shown = next(own for own in required(store, agreement, office.today) if own.service == asked.service)
        figures = {"agreement": agreement.ref, "service": Text(f"code.{shown.service}"), **required_text(shown)}
        return Answer(AgreementRequires(shown), [Text("message.required", figures)])

    return office.change("agreement require", require)


def save_requirement(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Requirement]:
    """Settle who one service is for, for the command and the import alike."""
    agreement, service = agreements.get(store, entry["agreement"]), entry["service"]
    services = [own.service for own in required(store, agreement, office.today)]
    if service not in services:
        raise Refused("agreement.no-requirement", agreement=agreement.ref, service=service, known=services)
    there = requirements.find(store, agreement.ref, service)
    was = there or Requirement(agreement.ref, service)
    asked = was._replace(ages=entry.get("ages", was.ages), check=_checks(entry.get("check", was.check)))
    if asked == was:
        return Saved(asked, KNOWN, [])
    requirements.save(store, agreement, asked)
    changed = tuple(name for name in ("ages", "check") if getattr(asked, name) != getattr(was, name))
    return Saved(asked, CHANGED, [], changed) if there else Saved(asked, ADDED, [])


def _checks(typed: tuple[str, ...] | list[str] | None) -> tuple[str, ...] | None:
    """Each once; `none` stands by itself."""
    found = tuple(dict.fromkeys(typed or ()))
    if NONE in found and len(found) > 1:
        raise Unreadable("option.together", options=[f"--check {check}" for check in found])
    return found or None

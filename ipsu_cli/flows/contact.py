"""`ipsu contact add`: contacts and meetings with a party, about a case or an agreement."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED
from ipsu_cli.core.enrolment import Contact
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.office import Office
from ipsu_cli.read.fields import demand
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.case import FollowFacts
from ipsu_cli.store import Store, Writing, agreements, cases, enrolments
from ipsu_cli.validation import check


class ContactAdded(NamedTuple):
    """The contact; of a protected person there is no note."""

    contact: Contact


def contact_add(office: Office, entry: dict[str, Any]) -> Answer[ContactAdded]:
    """A contact or meeting with a party, about a case or an agreement, whichever has the reference."""

    def enter(store: Writing) -> Answer[ContactAdded]:
        saved = save_contact(store, _about(store, entry), office)
        case = cases.get(store, saved.thing.case) if saved.thing.case else None
        shown = saved.thing.hidden() if case and case.person.protected else saved.thing.seen()
        figures = {"id": saved.thing.id, "party": shown.party, "about": saved.thing.case or saved.thing.agreement,
                   "day": saved.thing.on}  # fmt: skip
        return Answer(ContactAdded(shown), [Text("message.contact", figures)], warnings=saved.warnings)

    return office.change("contact add", enter)


def _about(store: Store, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry, with its one reference said to be a case's or an agreement's."""
    ref = entry.pop("about")
    case, agreement = cases.find(store, ref), agreements.find(store, ref)
    if case and agreement:
        raise Refused("contact.two", about=ref)
    if not case and not agreement:
        raise Refused("contact.about-unknown", about=ref, command="ipsu case list")
    return {**entry, "case" if case else "agreement": ref}


def save_contact(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Contact]:
    """Enter one contact."""
    demand(entry, "party", "on")
    if (entry.get("case") is None) == (entry.get("agreement") is None):
        raise Unreadable("option.one-of", options=["case", "agreement"])
    on, party, note, goal = entry["on"], entry["party"], entry.get("note"), entry.get("goal")
    case = cases.get_for_entry(store, entry["case"]) if entry.get("case") else None
    agreement = agreements.get(store, entry["agreement"]) if entry.get("agreement") else None
    if case:
        check(acts.FOLLOW, case.service, FollowFacts(case, "contact", on, office.today))
    elif on > office.today:
        raise Refused("date.future", rule="A24", day=on, today=office.today)
    values = {"agreement_id": agreement.id if agreement else None, "party": party, "on_day": on.isoformat(),
              "note": note, "goal": goal}  # fmt: skip
    id = enrolments.add(store, "contacts", case.id if case else None, **values)
    thing = Contact(id, case.ref if case else None, agreement.ref if agreement else None, party, on, note, goal)
    return Saved(thing, ADDED, [])

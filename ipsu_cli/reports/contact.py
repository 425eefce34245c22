"""`ipsu contact list`."""

from collections.abc import Sequence
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.enrolment import Contact
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.enrolment import CONTACTS, table_of
from ipsu_cli.store import agreements, cases, enrolments


class Contacts(NamedTuple):
    """The contacts asked for."""

    contacts: Sequence[Contact]


def contact_list(office: Office, ref: str | None) -> Answer[Contacts]:
    """The contacts of a case or an agreement, or all, by day."""
    with office.reading() as store:
        case = cases.find(store, ref) if ref else None
        agreement = agreements.find(store, ref) if ref and not case else None
        if ref and not case and not agreement:
            raise Refused("contact.about-unknown", about=ref, command="ipsu case list")
        found = enrolments.contacts(store, case.id if case else None, agreement.id if agreement else None)
    lines = [Text("message.count", {"count": len(found)})]
    return Answer(Contacts(found), lines, [table_of("contacts", CONTACTS, found)] if found else [])

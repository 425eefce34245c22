"""`ipsu contact list`."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.enrolment import Contact
from ipsu_cli.core.listing import Listing
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.enrolment import CONTACTS, table_of
from ipsu_cli.store import agreements, cases
from ipsu_cli.store.enrolment_lists import contacts_listed


class Contacts(NamedTuple):
    """The contacts asked for."""

    contacts: Sequence[Contact]


def contact_list(office: Office, ref: str | None, listing: Listing) -> Answer[Contacts]:
    """The contacts of a case or an agreement, or all, by day."""
    with office.reading() as store:
        case = cases.find(store, ref) if ref else None
        agreement = agreements.find(store, ref) if ref and not case else None
        if ref and not case and not agreement:
            raise Refused("contact.about-unknown", about=ref, command="ipsu case list")
        part = contacts_listed(store, case.id if case else None, agreement.id if agreement else None, listing)
    tables = [table_of("contacts", CONTACTS, part.records)] if part.records else []
    return Answer(Contacts(part.records), part.lines(listing), tables)

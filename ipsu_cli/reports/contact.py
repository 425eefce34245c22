"""`ipsu contact list`."""

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.json_records import contact_shape
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.enrolment import CONTACTS, table_of
from ipsu_cli.store import agreements, cases, enrolments


def contact_list(office: Office, ref: str | None) -> Answer:
    """The contacts of a case or an agreement, or all, by day."""
    with office.reading() as store:
        case = cases.find(store, ref) if ref else None
        agreement = agreements.find(store, ref) if ref and not case else None
        if ref and not case and not agreement:
            raise Refused("contact.about-unknown", about=ref, command="ipsu case list")
        found = enrolments.contacts(store, case.id if case else None, agreement.id if agreement else None)
    shapes = [contact_shape(contact) for contact in found]
    lines = [Text("message.count", {"count": len(shapes)})]
    return Answer({"contacts": shapes}, lines, [table_of("contacts", CONTACTS, shapes)] if shapes else [])

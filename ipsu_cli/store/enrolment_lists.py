"""The lists of what happens in enrolments: outcomes and contacts, in an order, as many as are asked for."""

from ipsu_cli.core.enrolment import Contact, Outcome
from ipsu_cli.core.listing import Listing, ListPart
from ipsu_cli.core.party import OTHER_PARTY
from ipsu_cli.store import Store
from ipsu_cli.store.enrolments import (
    BY_CONTACT_DAY,
    BY_OUTCOME_DAY,
    CONTACT,
    OUTCOME,
    contact_from_row,
    outcome_from_row,
)
from ipsu_cli.store.listed import ListQuestion, listed
from ipsu_cli.store.parties import TOLD

OUTCOMES = ListQuestion(
    OUTCOME,
    BY_OUTCOME_DAY,
    {"id": "o.id", "case": "c.ref", "outcome": "o.outcome", "on": "o.on_day", "subsidised": "o.subsidised"},
)
# As `Contact.hidden` says it of a protected person.
CONTACTS = ListQuestion(
    CONTACT,
    BY_CONTACT_DAY,
    {
        "id": "t.id", "case": "c.ref", "agreement": "a.ref",
        "party": f"iif(q.protected AND folded(t.party) NOT IN ({TOLD}), '{OTHER_PARTY}', t.party)", "on": "t.on_day",
        "note": "iif(q.protected, NULL, seen(t.note))", "goal": "iif(q.protected, NULL, seen(t.goal))",
    },
)  # fmt: skip


def outcomes_listed(store: Store, case_id: int | None, listing: Listing) -> ListPart[Outcome]:
    """The outcomes of a case, or all, by day where no other order is asked for."""
    return listed(store, OUTCOMES, listing, outcome_from_row, case=case_id)


def contacts_listed(store: Store, case_id: int | None, agreement_id: int | None, listing: Listing) -> ListPart[Contact]:
    """The contacts of a case or an agreement, or all, by day where no other order is asked for."""
    return listed(store, CONTACTS, listing, contact_from_row, case=case_id, agreement=agreement_id)

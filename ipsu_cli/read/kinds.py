"""What can be imported: each kind is the facts of one thing, under their names."""

from typing import NamedTuple

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.case import Case
from ipsu_cli.core.delivery import DeliveryEntry
from ipsu_cli.core.document_entry import DocumentEntry
from ipsu_cli.core.enrolment import Contact, Outcome, Pause, Review
from ipsu_cli.core.fact import Fact, facts_of
from ipsu_cli.core.fidelity import FidelityReview
from ipsu_cli.core.funding import FundingLine
from ipsu_cli.core.plan import PlanRow
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.core.survey import Survey
from ipsu_cli.core.target import Target

RECORDS: dict[str, type] = {
    "agreements": Agreement,
    "requirements": Requirement,
    "prices": Price,
    "cases": Case,
    "plans": PlanRow,
    "documents": DocumentEntry,
    "deliveries": DeliveryEntry,
    "fidelity": FidelityReview,
    "surveys": Survey,
    "funding": FundingLine,
    "targets": Target,
    "outcomes": Outcome,
    "pauses": Pause,
    "reviews": Review,
    "contacts": Contact,
}


class ImportKind(NamedTuple):
    """What a file of the kind may have: `facts`, by the names of their columns."""

    name: str
    facts: dict[str, Fact]

    @property
    def required(self) -> list[str]:
        """The columns that a file must have, and that no row leaves empty."""
        return [name for name, fact in self.facts.items() if fact.required]


def import_kind(name: str) -> ImportKind:
    """The kind of that name. KeyError where there is none."""
    return ImportKind(name, {fact.name: fact for fact in facts_of(RECORDS[name])})

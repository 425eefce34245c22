"""The kinds of things that come in and go out as files, each with the record whose facts are its columns."""

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.aid import AidEntry
from ipsu_cli.core.answer import Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.decision_entry import DecisionEntry
from ipsu_cli.core.delivery import DeliveryEntry
from ipsu_cli.core.document_entry import DocumentEntry
from ipsu_cli.core.enrolment import Contact, Outcome, Pause, Review
from ipsu_cli.core.fidelity import FidelityReview, Scale
from ipsu_cli.core.funding import FundingLine, StatedTotal
from ipsu_cli.core.kind import code
from ipsu_cli.core.plan_entry import PlanRow
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.core.setting_entry import SettingEntry
from ipsu_cli.core.survey import Survey
from ipsu_cli.core.target import Target

EVERYTHING = "all"
# In the order in which they can be brought in: the first plan of an IPSU B follows the final report of its mapping, a
# decision on period 2 the plan for it.
RECORDS: dict[str, type] = {
    "settings": SettingEntry,
    "agreements": Agreement,
    "requirements": Requirement,
    "prices": Price,
    "cases": Case,
    "documents": DocumentEntry,
    "plans": PlanRow,
    "decisions": DecisionEntry,
    "deliveries": DeliveryEntry,
    "aids": AidEntry,
    "scales": Scale,
    "fidelity": FidelityReview,
    "surveys": Survey,
    "funding": FundingLine,
    "totals": StatedTotal,
    "targets": Target,
    "outcomes": Outcome,
    "pauses": Pause,
    "reviews": Review,
    "contacts": Contact,
}
# The sheet of a template that holds what its columns can be chosen from.
LISTS = "lists"
# What is typed in place of a kind to take an import back.
UNDO = "undo"
KIND = code(EVERYTHING, *RECORDS, UNDO, metavar="KIND")._replace(show=lambda kind: Text(f"code.kind-{kind}"))
ONE_KIND = code(*RECORDS, metavar="KIND")._replace(show=KIND.show)

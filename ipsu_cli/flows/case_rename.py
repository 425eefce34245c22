"""`ipsu case rename`: the agency or the municipality has given the case another reference."""

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, cases, deliveries


class RenamedCase(NamedTuple):
    """The case by its new reference, and what it `was` called."""

    case: str
    was: str


def case_rename(office: Office, ref: str, new: str, reason: str) -> Answer[RenamedCase]:
    """Call a case by another reference. All that belongs to it goes with it; what has been sent keeps the old one."""

    def rename(store: Writing) -> Answer[RenamedCase]:
        before = cases.get(store, ref)
        cases.refuse_erased(before)
        if cases.find(store, new):
            raise Refused("case.exists", case=new, command=f"ipsu case show {new}")
        deliveries.say_why(store, reason, case_id=before.id)
        cases.alter(store, before, {"ref": new})
        renamed = RenamedCase(new, before.ref)
        return Answer(renamed, [Text("message.case-renamed", renamed._asdict())])

    return office.change("case rename", rename)

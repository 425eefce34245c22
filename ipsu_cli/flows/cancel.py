"""`ipsu outcome|review|pause|contact|acknowledgement|fidelity|survey|funding cancel`: what is wrong counts no more.

The row goes to its past with the change that ended it, and the reason is kept. What the register said before the day
of the cancellation stays as it was.
"""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, cases, deliveries, enrolments
from ipsu_cli.validation import Finding, warning

# What is typed -> the table that it stands in.
TABLES = {
    "outcome": "outcomes",
    "review": "reviews",
    "pause": "pauses",
    "contact": "contacts",
    "acknowledgement": "acknowledgements",
    "fidelity": "fidelity_reviews",
    "survey": "surveys",
    "funding": "funding",
}
STATED = "funding_stated"


class Cancelled(NamedTuple):
    """What counts no more: its kind (`outcome`, `pause` …), its number as it is typed, its case if it has one, from
    which day, and why."""

    kind: str
    id: int | str
    case: str | None
    cancelled: dt.date
    reason: str

    def to_json(self) -> JsonObject:
        """It stands under the name of its kind."""
        return {self.kind: all_but(self, "kind")}


def cancel(office: Office, kind: str, typed: str, reason: str) -> Answer[Cancelled]:
    """Take back one thing by its number."""
    table, number = _which(kind, typed.strip().upper())
    id = typed.strip().upper() if table == STATED else number

    def take_back(store: Writing) -> Answer[Cancelled]:
        row = enrolments.find(store, table, number)
        if row is None:
            before = enrolments.cancelled_on(store, table, number)
            if before:
                raise Refused("follow.cancelled", kind=Text(f"message.kind-{kind}"), id=id, day=before)
            raise Refused("follow.unknown", kind=Text(f"message.kind-{kind}"), id=id)
        case_id = row["case_id"] if "case_id" in row.keys() else None  # noqa: SIM118 (a Row is no mapping)
        ref = cases.ref_of(store, case_id) if case_id else None
        if ref:
            cases.refuse_erased(cases.get(store, ref))
        about = {"case_id": case_id} if case_id else {}
        store.change(case_id=case_id)
        deliveries.say_why(store, reason, **about)
        enrolments.cancel(store, table, number)
        closed = kind == "review" and row["decision"] in ("refer", "close")
        warnings = [_stays_closed(store, ref)] if closed and ref else []
        figures = {"kind": Text(f"message.kind-{kind}"), "id": id}
        lines = [Text("message.follow-cancelled", figures)]
        done = Cancelled(kind, id, ref, office.today, reason)
        return Answer(done, lines, warnings=[finding for finding in warnings if finding])

    return office.change(f"{kind} cancel", take_back)


def _which(kind: str, word: str) -> tuple[str, int]:
    """The table and the number that an ID means: a total that a document states has an S before its number."""
    digits = word.removeprefix("S") if kind == "funding" else word
    if not (digits.isascii() and digits.isdigit() and 0 < len(digits) < 16):
        raise Unreadable("value.count", value=word, option="ID")
    return (STATED if word.startswith("S") else TABLES[kind]), int(digits)


def _stays_closed(store: Writing, ref: str) -> Finding | None:
    """A review that closed the case is taken back; the closing is not."""
    if cases.get(store, ref).closed_on is None:
        return None
    return warning("review.stays-closed", "U9", f"ipsu case reopen {ref} --reason TEXT", case=ref)

"""How the agency's self-invoices bill a line of ours."""

from ipsu_cli.core.named_tuple import NamedTuple

EQUAL, DIFFERS, TWICE = "equal", "differs", "twice"
# They bill what was delivered, and some of it stands on no basis yet.
UNBUILT = "unbuilt"
# They bill what was taken back with us, and no credit of theirs has come.
TAKEN_BACK = "taken-back"
UNANSWERED, APPROVED, REJECTED = "unanswered", "approved", "rejected"


class SelfBilled(NamedTuple):
    """The self-invoice that bills a line of ours: of those that agree with it one that waits for an answer, else the
    newest that stands, else the newest; of what is billed twice one that bills it again. `state` is equal, differs,
    twice, unbuilt or taken-back, over all that bills the work; `answer` is unanswered, approved or rejected, and
    `awaits` what the agency has yet to send: a credit, an invoice or None."""

    number: str
    agreement: str
    year: int
    state: str
    answer: str
    awaits: str | None

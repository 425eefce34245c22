"""What `ipsu status` says of bases and self-invoices without an answer, once one of the agency's has come."""

import datetime as dt

from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.self_invoice import AWAITING, UNANSWERED, SelfInvoice
from ipsu_cli.reports.differences import of_basis
from ipsu_cli.reports.received import Reply, answers_of
from ipsu_cli.reports.status_rows import BasisUnanswered, SelfInvoiceUnanswered, WaitingForAnswers
from ipsu_cli.store import Store, pairs, self_invoices
from ipsu_cli.store.overlaps import Overlaps
from ipsu_cli.validation import Finding

# The numbers of the bases that each self-invoice is about, by its id.
BasesAbout = dict[int, list[str]]


def waiting_for_answers(store: Store, bases: list[Invoice], today: dt.date) -> WaitingForAnswers:
    """These bases, which nobody has answered, and the self-invoices that wait by themselves."""
    about = pairs.all_of(store)
    return WaitingForAnswers(_unanswered(store, bases, today, about), _received(store, bases, today, about))


def _unanswered(store: Store, bases: list[Invoice], today: dt.date, about: BasesAbout) -> list[BasisUnanswered]:
    """Only a basis that a self-invoice is about can differ from it."""
    paired, overlaps = {number for numbers in about.values() for number in numbers}, Overlaps(store)
    return [
        BasisUnanswered.of(basis, today, _stops(store, basis, overlaps) if basis.number in paired else [])
        for basis in bases
    ]


def _stops(store: Store, basis: Invoice, overlaps: Overlaps) -> list[Finding]:
    """Why a basis that nobody has answered is not approved as it is: the agency's self-invoices differ from it."""
    if basis.status != "created":
        return []
    return [finding for finding in of_basis(store, basis, overlaps) if finding.level == "stop"]


def _received(store: Store, bases: list[Invoice], today: dt.date, about: BasesAbout) -> list[SelfInvoiceUnanswered]:
    """Self-invoices of the agency's that nobody has answered and that no basis which waits is about, oldest first; and
    those that are about none, while a credit is awaited."""
    found = self_invoices.listed(store, with_lines=False)
    waiting = {basis.number or "" for basis in bases}
    return [
        _row(found[id], reply)
        for id, reply in answers_of(store, found, today, about).items()
        if (reply.status == UNANSWERED and waiting.isdisjoint(reply.pairs))
        or (reply.status == AWAITING and not reply.pairs)
    ]


def _row(received: SelfInvoice, reply: Reply) -> SelfInvoiceUnanswered:
    """It is found in the list of those that were received."""
    command = "ipsu invoice receive FILE" if reply.status == AWAITING else "ipsu invoice list --received"
    return SelfInvoiceUnanswered(
        received.number, received.agreement, received.date, reply.status, reply.days, received.total_ore, command
    )

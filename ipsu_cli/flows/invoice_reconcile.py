"""`ipsu invoice reconcile N FILE`: a file against an invoice of ours; nothing is kept of it."""

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows.self_invoice_check import Resolver, refuse
from ipsu_cli.office import Office
from ipsu_cli.read.self_invoice import Incoming, read
from ipsu_cli.reports import billed_wrong
from ipsu_cli.reports.reconciliation import Reconciled, answer_of, reconcile
from ipsu_cli.rules.receiving import RECEIVE
from ipsu_cli.store import invoices, self_invoices
from ipsu_cli.store.overlaps import Overlaps
from ipsu_cli.validation import check


def reconcile_file(office: Office, number: str, file: Incoming) -> Answer[Reconciled]:
    """The one self-invoice of a file, held to the same rules as one that is received."""
    with office.reading() as store:
        ours = invoices.head(store, number)
        resolver = Resolver(store, office, None)
        listed = resolver.stated(file, read(file))
        refuse(resolver.errors)
        if len(listed) > 1:
            raise Refused(
                "reconcile.several",
                numbers=[invoice.number for invoice in listed],
                command=f"ipsu invoice reconcile {number} --received NR",
            )
        settled = resolver.settle(listed[0], otherwise=ours.agreement)
        warnings = resolver.warnings + check(RECEIVE, None, resolver.facts(settled, office.today, compared_only=True))
        theirs = settled.invoice
        there = self_invoices.find(store, theirs.agreement, theirs.date.year, theirs.number)
        own = there[0] if there else None
        lines = there[1].lines if there and there[1].lines else theirs.lines
        overlaps = Overlaps(store)
        doubled = overlaps.twice(lines, own)
        found = reconcile(store, ours, theirs, [lines[place].stated for place in doubled])
        warnings += billed_wrong.odd(store, own, theirs._replace(lines=lines), overlaps)
    return answer_of(office, found, warnings)

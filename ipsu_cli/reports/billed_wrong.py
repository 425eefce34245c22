"""One hour, one payment: what a self-invoice bills that another bills as well, what was never delivered, what a credit
takes back too much of, and what no self-invoice bills.

Each is a warning; what stops an approval is for others to say.
"""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.comparison import OURS_ONLY, compare
from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.money import Ore
from ipsu_cli.core.money_trail import NeverDelivered
from ipsu_cli.core.self_invoice import UNANSWERED, SelfInvoice, SelfLine
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.store import Store, answers, comparison, credited, invoices, pairs, pairs_of_heads, self_invoices
from ipsu_cli.store.overlaps import Overlaps, days_of, never_delivered
from ipsu_cli.store.owed import apart, owed_once_built
from ipsu_cli.validation import Finding, warning

MOST_LINES = 20


def odd(store: Store, id: int | None, theirs: SelfInvoice, overlaps: Overlaps) -> list[Finding]:
    """What is odd in the lines of a self-invoice by itself: billed on another as well, never delivered, credited too
    much. `id` is None of one that is only looked at. `overlaps` is what is known of its cases."""
    command = f"ipsu invoice show {Wanted(theirs.number, theirs.agreement, theirs.date.year).words}"
    found = []
    doubled = overlaps.twice(theirs.lines, id)
    if doubled:
        others = list(dict.fromkeys(number for numbers in doubled.values() for number in numbers))
        places = [_place(theirs.lines[place]) for place in doubled]
        figures = {"self_invoice": theirs.number, "others": others, "count": len(places)}
        found.append(warning("self-invoice.twice", "E13", command, places=places[:MOST_LINES], **figures))
    elif id is not None:
        found += _twice_with_heads(store, id, theirs, overlaps, command)
    never = overlaps.never_delivered(theirs.lines)
    if never:
        places = [_place(theirs.lines[place]) for place in never]
        figures = {"self_invoice": theirs.number, "count": len(places)}
        found.append(warning("self-invoice.never-delivered", "E12", command, places=places[:MOST_LINES], **figures))
    over = credited.too_much(store, id) if id is not None else []
    if over:
        places = [f"{row['case']} {Ore(row['over']).fixed()}" for row in over]
        figures = {"self_invoice": theirs.number, "count": len(places)}
        found.append(warning("self-invoice.credited-too-much", "E14", command, places=places[:MOST_LINES], **figures))
    return found


def one_of(store: Store, id: int, number: str) -> Iterator[Finding]:
    """What a head alone may be for, where its sum does not say which."""
    fitting = pairs_of_heads.may_be(store, id)
    if fitting:
        places = [_bases_of(store, fit) for fit in fitting[:MOST_LINES]]
        figures = {"self_invoice": number, "count": len(fitting)}
        yield warning("self-invoice.one-of", "E12", "ipsu invoice receive FILE", places=places, **figures)


def _bases_of(store: Store, fit: pairs_of_heads.SumOf) -> str:
    numbers = " + ".join(invoices.by_id(store, basis).number or "" for basis in fit.bases)
    return f"{numbers} {fit.case}" if fit.case else numbers


def _twice_with_heads(
    store: Store, id: int, theirs: SelfInvoice, overlaps: Overlaps, command: str
) -> Iterator[Finding]:
    """Bases of which a self-invoice and others make more together than they are for, where one is a head alone: that
    says no days."""
    for bases, billed in overlaps.with_heads(id):
        others = [row["number"] for row in billed if row["net"] > 0 and row["id"] != id]
        above = apart(Ore(sum(row["net"] for row in billed)), [max(owed_once_built(store, bases))], len(billed))
        if theirs.total_ore > Ore(0) and others and above > Ore(0):
            places = [invoices.by_id(store, basis).number for basis in bases]
            figures = {"self_invoice": theirs.number, "others": others, "count": len(places)}
            yield warning("self-invoice.twice", "E13", command, places=places, **figures)


def _place(line: SelfLine) -> str:
    """A line's case and days."""
    days = days_of(line)
    return line.case if days is None else f"{line.case} {days[0]}..{days[1]}"


def billed_and_never_delivered(store: Store, today: dt.date) -> Iterator[NeverDelivered]:
    """All that self-invoices bill on days of which nothing was delivered, until it is approved or taken back."""
    for row in never_delivered(store):
        since = kept_day(row["on_day"])
        words = Wanted(row["number"], row["agreement"], row["year"]).words
        yield NeverDelivered(
            row["number"], row["agreement"], row["case"], Month(row["month"]), Ore(row["net"]), since,
            max((today - since).days, 0), row["state"] or UNANSWERED, row["awaits"],
            "ipsu invoice receive FILE" if row["awaits"] else f"ipsu invoice show {words}",
        )  # fmt: skip


def never_billed(store: Store, id: int) -> list[Finding]:
    """What stands on the bases that a self-invoice is about, and on no self-invoice at all. Where one is a head alone
    nobody knows."""
    found = []
    for number in pairs.all_of(store).get(id, []):
        basis = invoices.id_of(store, number)
        about = {row.line_id for row in answers.on_basis(store, basis)}
        received = [self_invoices.by_id(store, paired) for paired in pairs.about(store, basis)]
        lines = [line for theirs in received for line in theirs.lines if line.id in about]
        known = lines and all(theirs.lines for theirs in received)
        rows = compare(comparison.standing(store, basis).parts, lines) if known else []
        places = [f"{row.case} {row.week or row.month}" for row in rows if row.status == OURS_ONLY]
        if places:
            command = f"ipsu invoice show {number}"
            figures = {"invoice": number, "count": len(places)}
            found.append(warning("self-invoice.never-billed", "E12", command, places=places[:MOST_LINES], **figures))
    return found

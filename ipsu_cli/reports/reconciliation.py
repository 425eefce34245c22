"""A self-invoice of the agency's against an invoice of ours, line by line."""

from collections.abc import Collection
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.comparison import EQUAL, NOT_COMPARED, Compared, Reconciliation, Side, status_of
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.identity import shown_orgnr
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.billed_wrong import never_billed, odd, one_of
from ipsu_cli.reports.held_against import held_against, unbuilt_warning
from ipsu_cli.store import Store, invoices, pairs, self_invoices, settings
from ipsu_cli.store.overlaps import Overlaps
from ipsu_cli.store.owed import owed_of
from ipsu_cli.store.tied_bases import tied_to
from ipsu_cli.validation import Finding, warning

COLUMNS = (
    Column("case"), Column("week", "week"), Column("month", "month"), Column("status", "code"), Column("differs"),
    Column("ours_hours", "hours"), Column("theirs_hours", "hours"), Column("difference_hours", "hours"),
)  # fmt: skip
PRICES = (Column("ours_price", "money"), Column("theirs_price", "money"))  # where they differ
NETS = (Column("ours_net", "money"), Column("theirs_net", "money"), Column("difference_net", "money"))
TOTALS = ("ours_hours", "theirs_hours", "difference_hours", "ours_net", "theirs_net", "difference_net")


class Reconciled(NamedTuple):
    """What the comparison says."""

    reconciliation: Reconciliation


def reconcile(
    store: Store, invoice: Invoice, theirs: SelfInvoice, doubled: Collection[SelfLine] = ()
) -> Reconciliation:
    """Compare, for the agency too. `doubled` are lines of theirs that another self-invoice bills as well. Raises
    `Refused` where the invoice is cancelled."""
    own = settings.office(store)
    return set_against(store, invoice, theirs, doubled)._replace(
        office_name=own["name"], orgnr=shown_orgnr(own["orgnr"])
    )


def set_against(
    store: Store, invoice: Invoice, theirs: SelfInvoice, doubled: Collection[SelfLine] = ()
) -> Reconciliation:
    """The same for the office alone: it does not say who asks."""
    number = invoice.number or ""
    if invoice.status == "cancelled":
        raise Refused("invoice.cancelled", invoice=number, command=f"ipsu invoice show {number}")
    ours = held_against(store, [invoice.id], theirs.lines, doubled)
    if not theirs.lines:  # a sum may be for what corrects the basis elsewhere, or for what is tied to it, as well
        sums = [*owed_of(store, [invoice.id]), *owed_of(store, tied_to(store, [invoice.id]))]
        owed = min(sums, key=lambda net: abs(theirs.net_ore - net))
        ours = ours._replace(net_ore=owed, rows=[])
    rows = ours.rows
    vat = vat_of(ours.net_ore, invoice.vat)
    agree = theirs.net_ore == ours.net_ore and theirs.vat_ore == vat
    return Reconciliation(
        invoice=invoice,
        self_invoice=theirs,
        status=status_of(rows, sums_agree=agree) if theirs.lines else NOT_COMPARED,
        rows=rows,
        ours_hours=Hours.total(part.hours or Hours(0) for part in ours.parts),
        ours_net_ore=ours.net_ore,
        ours_vat_ore=vat,
        theirs_hours=_hours_of(theirs, rows),
        unbuilt=ours.unbuilt,
    )


def _hours_of(theirs: SelfInvoice, rows: list[Compared]) -> Hours | None:
    """All their hours; None where some are not known: of a head alone, and where a line says none that are exact."""
    unknown = any(row.ours and row.ours.hours is not None and row.theirs and row.theirs.hours is None for row in rows)
    if unknown or not theirs.lines or any(line.stated_hours for line in theirs.lines):
        return None
    return Hours.total(line.hours or Hours(0) for line in theirs.lines)


def reconcile_received(office: Office, number: str, wanted: Wanted) -> Answer[Reconciled]:
    """One that has been received against one of ours. Where several have its number, the one that is about ours."""
    with office.reading() as store:
        invoice = invoices.head(store, number)
        id = about_ours(store, invoice, wanted, f"ipsu invoice reconcile {number} {wanted.words}")
        theirs = self_invoices.by_id(store, id)
        overlaps = Overlaps(store)
        doubled = [theirs.lines[place] for place in overlaps.twice(theirs.lines, id)]
        found = reconcile(store, invoice, theirs, doubled)
        warned = [*warnings_of(theirs), *odd(store, id, theirs, overlaps), *never_billed(store, id)]
        warned += one_of(store, id, theirs.number)
    return answer_of(office, found, warned)


def about_ours(store: Store, invoice: Invoice, wanted: Wanted, command: str) -> int:
    """The id of the self-invoice that is named. Raises `Refused` where several have its number and not just one of them
    is about the invoice."""
    found = self_invoices.of_number(store, wanted)
    if len(found) > 1:
        paired = {id: found[id] for id in pairs.about(store, invoice.id) if id in found}
        under = {id: theirs for id, theirs in found.items() if theirs.agreement == invoice.agreement}
        found = paired or under or found
    return self_invoices.the_one(wanted, found, command)


def answer_of(office: Office, found: Reconciliation, warnings: list[Finding]) -> Answer[Reconciled]:
    """What is reported: exit 0 only when everything was compared and agrees to the öre."""
    theirs = found.self_invoice
    figures = {
        "invoice": found.invoice.number,
        "self_invoice": theirs.number,
        "ours_hours": found.ours_hours,
        "theirs_hours": found.theirs_hours,
        "hours": found.difference_hours,
        "ours_net": found.ours_net_ore,
        "theirs_net": theirs.net_ore,
        "net": found.difference_net_ore,
        "total": found.difference_total_ore,
    }
    priced = _differs_in_price(found.rows)
    rows: list[tuple[Any, ...]] = [] if office.json else [_row(row, priced=priced) for row in found.rows]
    table = Table("reconciliation", (*COLUMNS, *(PRICES if priced else ()), *NETS), rows, totals=TOTALS)
    warned = [*warnings, *_odd(found)]
    exit = 0 if found.status == EQUAL else 6
    lines = [Text(f"message.reconciled-{found.status}", figures)]
    if theirs.set_off_ore is not None:
        lines.append(Text("message.set-off", {**figures, **set_off_figures(theirs)}))
    return Answer(Reconciled(found), lines, [table] if rows else [], warned, exit)


def _differs_in_price(rows: list[Compared]) -> bool:
    return any("price" in row.differs for row in rows)


def _odd(found: Reconciliation) -> list[Finding]:
    """Two that can hardly be about the same."""
    ours, theirs = found.invoice, found.self_invoice
    figures = {"invoice": ours.number, "self_invoice": theirs.number}
    odd = [unbuilt_warning(unbuilt, theirs.number) for unbuilt in found.unbuilt]
    if ours.agreement != theirs.agreement:
        names = {"ours": ours.agreement, "theirs": theirs.agreement}
        odd.append(warning("reconcile.other-agreement", "E13", "ipsu invoice list", **figures, **names))
    if (ours.kind == "credit") != theirs.credits:
        odd.append(warning("reconcile.other-kind", "E31", "ipsu invoice list", **figures, type=theirs.type))
    return odd


def set_off_figures(theirs: SelfInvoice) -> dict[str, object]:
    """What is to be paid of a self-invoice, and why it is not the total."""
    return {
        "total_stated": theirs.total_ore,
        "payable": theirs.payable_ore,
        "prepaid": theirs.prepaid_ore or Ore(0),
        "rounding": theirs.rounding_ore or Ore(0),
    }


def warnings_of(theirs: SelfInvoice) -> list[Finding]:
    """What was odd when it was received, and still is: what is to be paid is not the total."""
    if theirs.set_off_ore is None:
        return []
    figures = set_off_figures(theirs)
    total = figures.pop("total_stated")
    return [warning("self-invoice.set-off", "E12", None, self_invoice=theirs.number, total=total, **figures)]


def _row(row: Compared, *, priced: bool) -> tuple[Any, ...]:
    ours, theirs = row.ours, row.theirs
    prices = (ours and ours.unit_price_ore, theirs and theirs.unit_price_ore) if priced else ()
    return (
        row.case, row.week, row.month, row.status, [Text(f"column.{name}") for name in row.differs] or None,
        ours and ours.hours, theirs and theirs.hours, row.difference_hours, *prices,
        ours and ours.net_ore, theirs and theirs.net_ore, row.difference_net_ore,
    )  # fmt: skip


def line_warning(row: Compared, number: str, command: str) -> Finding:
    """A row of the comparison that is not equal."""
    figures = {
        "case": row.case,
        "place": row.week or row.month,
        "self_invoice": number,
        "hours": row.difference_hours,
        "net": row.difference_net_ore,
        "ours": row.ours and _side(row, row.ours),
        "theirs": row.theirs and _side(row, row.theirs),
        "apart": apart(row.difference_hours, row.difference_net_ore),
    }
    return warning(f"reconcile.line-{row.status}", "E12", command, **figures)


def apart(hours: Hours | None, net: Ore) -> Text:
    """How far the two sides are apart; hours that are not known are not spoken of."""
    code = "message.apart" if hours is None else "message.apart-hours"
    return Text(code, {"hours": hours, "net": net})


def _side(row: Compared, side: Side) -> Text:
    """What a side says of a row: its hours, its price too where that differs, and its net where it says neither."""
    figures = {"hours": side.hours, "price": side.unit_price_ore, "net": side.net_ore, "unit": Text(f"code.{row.unit}")}
    if "price" in row.differs:
        return Text("message.side-price" if side.hours is None else "message.side-priced", figures)
    return Text("message.side-net" if side.hours is None else "message.side-hours", figures)

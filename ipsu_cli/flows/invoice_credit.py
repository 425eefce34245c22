"""`ipsu invoice credit`, and the credit that an investigation leads to once the month is closed."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows import day_order
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, cases, credits, deliveries, invoices, periods, settlements

CREDITABLE = ("approved", "part-paid", "paid")


class Credited(NamedTuple):
    """The credit that was made."""

    invoice: Invoice


def credit(office: Office, number: str, ref: str, reason: str) -> Answer[Credited]:
    """Take back what stands of a case on an approved invoice, with a credit that refers to it."""

    def issue(store: Writing) -> Answer[Credited]:
        invoice = _approved(store, number)
        if office.today < invoice.date:
            raise Refused("date.before-step", rule="E14", day=office.today, earlier=invoice.date)
        case = cases.get(store, ref)
        if case.locked:
            raise Refused(
                "invoice.credit-locked",
                rule="A32",
                case=ref,
                invoice=case.locked.invoice,
                command=f"ipsu invoice resolve {case.locked.invoice} --case {ref} --outcome OUTCOME",
            )
        made = take_back(store, invoice, ref, office.today)
        deliveries.say_why(store, reason, invoice_id=invoices.id_of(store, made.number or ""), case_id=case.id)
        figures = {"invoice": made.number, "original": number, "case": ref, "total": made.total_ore}
        early = day_order.of_credit(made, invoice, invoice.approved.on if invoice.approved else None)
        return Answer(Credited(made), [Text("message.credited", figures)], warnings=early)

    return office.change("invoice credit", issue)


def take_back(store: Writing, invoice: Invoice, ref: str, today: dt.date) -> Invoice:
    """The credit of what stands of a case. It lies in the invoice's month, or in the first open one after it."""
    number = invoice.number or ""
    lines = credits.standing(store, invoices.id_of(store, number), ref)
    if not lines:
        before = any(line.case == ref and line.status == "credited" for line in invoice.lines)
        code = "invoice.credited-already" if before else "invoice.not-on-it"
        raise Refused(code, rule="E14", invoice=number, case=ref, command=f"ipsu invoice show {number}")
    if Ore.total(line.net_ore for line in lines) <= Ore(0):
        raise Refused("invoice.nothing-stands", rule="E14", invoice=number, case=ref)
    id = credits.credit(store, invoice, lines, periods.open_from(store, invoice.month), today)
    settlements.settle_of_change(store)
    return invoices.by_id(store, id)


def _approved(store: Writing, number: str) -> Invoice:
    invoice = invoices.get(store, number)
    if invoice.kind == "credit":
        raise Refused("invoice.credit-of-credit", rule="E14", invoice=number, command=f"ipsu invoice show {number}")
    if invoice.status not in CREDITABLE:
        raise Refused(
            "invoice.status",
            rule="E14",
            invoice=number,
            status=invoice.status,
            needed=list(CREDITABLE),
            command=f"ipsu invoice approve {number}" if invoice.status == "created" else f"ipsu invoice show {number}",
        )
    return invoice

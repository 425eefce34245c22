"""`ipsu invoice resolve`, `paid`, `unpaid` and `cancel`."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.payment import Payment, rounding_of, typed_too_much
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.flows import day_order
from ipsu_cli.flows.invoice_credit import take_back
from ipsu_cli.office import Office
from ipsu_cli.store import Writing, cases, deliveries, e_invoices, invoices, payments, periods, settlements
from ipsu_cli.validation import Finding, warning

PAYABLE = ("created", "approved", "part-paid")


class Stepped(NamedTuple):
    """An invoice after a step, and the credit that the step led to, if any."""

    invoice: Invoice
    credit: Invoice | None = None

    def to_json(self) -> JsonObject:
        """The credit only where there is one."""
        return all_but(self) if self.credit else all_but(self, "credit")


def resolve(office: Office, number: str, ref: str, outcome: str, on: dt.date) -> Answer[Stepped]:
    """The investigation ends: `corrected` frees the case's deliveries, `upheld` lets the lines stand.

    In a closed month, or once an e-invoice was exported, the lines do not leave the invoice: a credit takes them back.
    """

    def end_investigation(store: Writing) -> Answer[Stepped]:
        id = invoices.id_of(store, number)
        open_ones = invoices.investigations(store, id)
        cases.get(store, ref)
        if ref not in open_ones:
            command = f"ipsu invoice show {number}"
            raise Refused("invoice.no-investigation", rule="A31", invoice=number, case=ref, command=command)
        investigation, opened = open_ones.pop(ref)
        refuse_day(on, office.today, opened)
        early = day_order.of_answer(store, invoices.by_id(store, id), on)
        invoices.close_investigation(store, investigation, outcome, on)
        stands = periods.closed_on(store, invoices.by_id(store, id).month) or e_invoices.is_sent(store, id)
        leaves = outcome == "corrected" and not stands
        for line in invoices.set_line_status(store, id, ref, "rejected", "corrected" if leaves else "created"):
            if leaves:
                invoices.release(store, line)
        credit = (
            take_back(store, invoices.by_id(store, id), ref, office.today)
            if stands and outcome == "corrected"
            else None
        )
        invoices.set_status(store, id, "rejected" if open_ones else "created")
        settlements.settle_of_change(store)
        return _resolved(store, number, ref, outcome, credit)._replace(warnings=early)

    return office.change("invoice resolve", end_investigation)


def _resolved(store: Writing, number: str, ref: str, outcome: str, credit: Invoice | None) -> Answer[Stepped]:
    if credit is None:
        return stepped(store, number, f"message.resolved-{outcome}", case=ref)
    answer = stepped(store, number, "message.resolved-credited", case=ref, credit=credit.number, month=credit.month)
    return answer._replace(payload=answer.payload._replace(credit=credit))


def paid(office: Office, number: str, on: dt.date, amount: Ore | None) -> Answer[Stepped]:
    """A payment came. Without an amount, all that is open; one in whole kronor next to it settles it as well."""

    def enter_payment(store: Writing) -> Answer[Stepped]:
        invoice = of_status(store, number, *PAYABLE)
        refuse_day(on, office.today, invoice.date)
        back = -1 if invoice.open_ore < Ore(0) else 1  # a credit is settled by paying back
        sum_paid = invoice.open_ore if amount is None else back * amount
        if not sum_paid or typed_too_much(invoice.open_ore, sum_paid):
            raise Refused("invoice.over-paid", invoice=number, open=invoice.open_ore, amount=sum_paid)
        rounding = rounding_of(invoice.open_ore, sum_paid)
        payments.add(store, invoice.id, sum_paid, on, rounding)
        invoices.set_status(store, invoice.id, "paid" if sum_paid - rounding == invoice.open_ore else "part-paid")
        message_code = "message.paid-rounded" if rounding else "message.paid"
        answer = stepped(store, number, message_code, amount=sum_paid, day=on, rounding=rounding)
        early = day_order.of_payments(store, [(invoice.id, number, on)])
        return answer._replace(warnings=[*_alike(invoice, sum_paid, on), *early])

    return office.change("invoice paid", enter_payment)


def _alike(invoice: Invoice, amount: Ore, on: dt.date) -> list[Finding]:
    """A payment of the same amount on the same day is there already: is it the same money?"""
    return [
        warning(
            "bank.known-by-amount", **known_figures(invoice, payment), command=f"ipsu invoice show {invoice.number}"
        )
        for payment in invoice.payments
        if (payment.on, payment.amount_ore) == (on, amount)
    ]


def known_figures(invoice: Invoice, payment: Payment) -> dict[str, Any]:
    """What is told of a payment that is there already."""
    source = payment.file or Text(f"code.{payment.source}")
    return {
        "invoice": invoice.number, "amount": payment.amount_ore, "day": payment.on, "payment": payment.id,
        "source": source,
    }  # fmt: skip


def unpaid(office: Office, number: str, payment: int, reason: str) -> Answer[Stepped]:
    """Take a payment back by its number: the invoice is open again, and a step back."""

    def take_back(store: Writing) -> Answer[Stepped]:
        id = invoices.id_of(store, number)
        taken = payments.take_back(store, id, number, payment)
        deliveries.say_why(store, reason, invoice_id=id)
        invoices.set_status(store, id, _status_without(store, id))
        return stepped(store, number, "message.unpaid", payment=payment, amount=taken.amount_ore, day=taken.on)

    return office.change("invoice unpaid", take_back)


def _status_without(store: Writing, id: int) -> str:
    """The status of an invoice with the payments that it has left: without any, as the office has answered it."""
    invoice = invoices.by_id(store, id)
    if not invoice.open_ore:
        return "paid"
    if invoice.payments:
        return "part-paid"
    return "approved" if invoice.approved else "created"


def cancel(office: Office, number: str, reason: str) -> Answer[Stepped]:
    """Take a basis back: its number stays used, its deliveries are free again."""

    def withdraw(store: Writing) -> Answer[Stepped]:
        invoice = of_status(store, number, "created")
        refuse_own_credit(store, invoice.id, number)
        _refuse_closed(store, invoice)
        _refuse_sent(store, invoice)
        _refuse_credited(store, invoice)
        deliveries.say_why(store, reason, invoice_id=invoice.id)
        invoices.set_status(store, invoice.id, "cancelled")
        for line in invoice.lines:
            if line.status == "created":
                invoices.release(store, line.id)
        return stepped(store, number, "message.invoice-cancelled")

    return office.change("invoice cancel", withdraw)


def of_status(store: Writing, number: str, *statuses: str) -> Invoice:
    """The invoice, which has one of these statuses. Raises `Refused` where it has another."""
    invoice = invoices.get(store, number)
    if invoice.status not in statuses:
        raise Refused(
            "invoice.status",
            rule="A30",
            invoice=number,
            status=invoice.status,
            needed=list(statuses),
            command=f"ipsu invoice show {number}",
        )
    return invoice


def refuse_own_credit(store: Writing, id: int, number: str) -> None:
    """A credit stands: its deliveries are free already, and come in the next build."""
    if invoices.made_by_credit(store, id):
        raise Refused("invoice.credit-stands", rule="E14", invoice=number, command=f"ipsu invoice show {number}")


def _refuse_closed(store: Writing, invoice: Invoice) -> None:
    if periods.closed_on(store, invoice.month):
        raise Refused(
            "period.closed-invoice",
            rule="E14",
            invoice=invoice.number,
            month=invoice.month,
            command=f"ipsu invoice approve {invoice.number}",
        )


def _refuse_sent(store: Writing, invoice: Invoice) -> None:
    """What the purchaser may have is not cancelled: the same work would be billed twice."""
    if e_invoices.is_sent(store, invoice.id):
        command = f"ipsu invoice approve {invoice.number}"
        raise Refused("invoice.sent", rule="E14", invoice=invoice.number, command=command)


def _refuse_credited(store: Writing, invoice: Invoice) -> None:
    """What was credited once it was paid, and is unpaid again, is not cancelled: its credit would take back nothing."""
    if invoices.is_credited(store, invoice.id):
        raise Refused(
            "invoice.credited", rule="E14", invoice=invoice.number, command=f"ipsu invoice approve {invoice.number}"
        )


def refuse_day(on: dt.date, today: dt.date, earlier: dt.date) -> None:
    """Raise `Refused` for a day that is yet to come, or before the step that it follows."""
    if on > today:
        raise Refused("date.future", rule="A24", day=on, today=today)
    if on < earlier:
        raise Refused("date.before-step", rule="A31", day=on, earlier=earlier)


def stepped(store: Writing, number: str, message_code: str, **figures: object) -> Answer[Stepped]:
    """The answer after a step: the invoice as it is now."""
    invoice = invoices.get(store, number)
    shown = {"invoice": number, "status": invoice.status, "open": invoice.open_ore, **figures}
    return Answer(Stepped(invoice), [Text(message_code, shown)])

"""Rules that a self-invoice from the agency is read against."""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.answer import Text
from ipsu_cli.core.identity import shown_orgnr, without_century
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.rules.model import Act, Rules, Violation, rule, violation
from ipsu_cli.rules.sources import BILLING, BUYER, CREDIT_NOTE, OFFICE, SELF_BILLING, SERIES, VAT_RATE

SELF_BILLED = ("389", "261")


class BelongFacts(NamedTuple):
    """Is what came a self-invoice of ours at all? `seller` is None where the file has no place for it."""

    number: str
    type: str
    orgnr: str
    seller: str | None = None
    currency: str = "SEK"


class ReceiveFacts(NamedTuple):
    """A self-invoice as the agency states it, against what the office knows. Amounts of a credit are below zero.

    `series` is the agreement. `buyer` is an organisation number, None where the file has no place for it; so is
    `says_self_billed`. `lines_ore` is what the lines make with what the head adds to them, None of a head alone, and
    `off_lines` are the places of lines whose hours at their price make something else. `twin` says what differs
    from the self-invoice of the same number that is already there. `missing` are those of `refers_to` that have not
    been received; `left_ore` is what would be left of the others. `payable_ore` is what the file says is to be paid:
    the total less what was set off (`prepaid_ore`), and rounded.
    """

    number: str
    date: dt.date
    today: dt.date
    type: str
    series: str
    net_ore: Ore
    vat_ore: Ore
    total_ore: Ore
    rate: Percent
    purchaser: str
    buyer: str | None = None
    says_self_billed: bool | None = None
    billing: str = "self"
    vat_stated: bool = True
    lines_ore: Ore | None = None
    stated_lines_ore: Ore | None = None
    off_lines: Sequence[int] = ()
    others: Sequence[str] = ()
    twin: Sequence[str] = ()
    refers_to: Sequence[str] = ()
    missing: Sequence[str] = ()
    left_ore: Ore = Ore(0)
    payable_ore: Ore | None = None
    prepaid_ore: Ore = Ore(0)
    rounding_ore: Ore = Ore(0)

    @property
    def credits(self) -> bool:
        """Does it take back?"""
        return self.type == "261" or self.total_ore < Ore(0)


BELONG: Act[BelongFacts] = Act("belong", shared="receiving")
RECEIVE: Act[ReceiveFacts] = Act("receive", shared="receiving")


@rule(BELONG, "self-invoice.not-self-billed", "E31", BILLING)
def a_self_invoice_says_by_its_type_that_it_is_one(f: BelongFacts) -> Iterator[Violation]:
    """A self-invoice says by its type that it is one: 389, or 261 for a credit.

    380 and 381 are what a seller sends.
    """
    if f.type not in SELF_BILLED:
        yield violation(self_invoice=f.number, type=f.type)


@rule(BELONG, "self-invoice.other-seller", "E12", SELF_BILLING)
def a_self_invoice_is_made_in_our_name(f: BelongFacts) -> Iterator[Violation]:
    """The seller on a self-invoice is the office.

    What is made for another supplier is not the office's to answer.
    """
    if f.seller is not None and f.seller != without_century(f.orgnr):
        yield violation(self_invoice=f.number, seller=f.seller, orgnr=shown_orgnr(f.orgnr))


@rule(BELONG, "self-invoice.currency", "E12", OFFICE)
def a_self_invoice_is_in_kronor(f: BelongFacts) -> Iterator[Violation]:
    """A self-invoice is in kronor, as prices and payments are."""
    if f.currency != "SEK":
        yield violation(self_invoice=f.number, currency=f.currency)


@rule(RECEIVE, "self-invoice.future", "A24", OFFICE)
def a_self_invoice_is_not_dated_after_today(f: ReceiveFacts) -> Iterator[Violation]:
    """A self-invoice is dated today at the latest."""
    if f.date > f.today:
        yield violation(self_invoice=f.number, day=f.date, today=f.today)


@rule(RECEIVE, "self-invoice.negative", "E14", CREDIT_NOTE, warn=True, fix="ipsu invoice list --received")
def an_invoice_below_zero_says_what_it_takes_back(f: ReceiveFacts) -> Iterator[Violation]:
    """A self-invoice (389) below zero is a credit, and refers to its original as one does.

    Where it does not, it is read as about what came before it of the same cases and days.
    """
    if f.type == "389" and f.total_ore < Ore(0) and not f.refers_to:
        yield violation(self_invoice=f.number, total=f.total_ore)


@rule(RECEIVE, "self-invoice.lines-sum", "E12", SELF_BILLING)
def the_lines_make_the_net_of_the_head(f: ReceiveFacts) -> Iterator[Violation]:
    """The lines together make the net of the head, to the öre.

    Where the file states a sum of the lines, they make that sum too.
    """
    for stated in (f.net_ore, f.stated_lines_ore):
        if f.lines_ore is not None and stated is not None and f.lines_ore != stated:
            yield violation(self_invoice=f.number, lines=f.lines_ore, net=stated, difference=f.lines_ore - stated)
            return


@rule(RECEIVE, "self-invoice.total-sum", "E12", SELF_BILLING)
def net_and_vat_make_the_total(f: ReceiveFacts) -> Iterator[Violation]:
    """Net and VAT together make the total, to the öre."""
    if f.net_ore + f.vat_ore != f.total_ore:
        yield violation(self_invoice=f.number, net=f.net_ore, vat=f.vat_ore, total=f.total_ore)


@rule(RECEIVE, "self-invoice.duplicate", "E13", SERIES, fix="ipsu invoice list --received")
def a_number_stands_for_one_self_invoice(f: ReceiveFacts) -> Iterator[Violation]:
    """A number stands for one self-invoice in its agreement and year.

    The same number with the same content is known already, and changes nothing.
    """
    if f.twin:
        yield violation(
            self_invoice=f.number,
            agreement=f.series,
            year=f.date.year,
            differs=[Text(f"column.{column}") for column in f.twin],
        )


@rule(RECEIVE, "self-invoice.no-original", "E14", CREDIT_NOTE, fix="ipsu invoice list --received")
def a_credit_refers_to_its_original(f: ReceiveFacts) -> Iterator[Violation]:
    """A credit refers, specifically and unambiguously, to its originals, which have been received."""
    if f.missing or (f.type == "261" and not f.refers_to):
        yield violation(self_invoice=f.number, refers_to=list(f.missing))


@rule(RECEIVE, "self-invoice.credit-sign", "E14", OFFICE)
def a_credit_gives_back(f: ReceiveFacts) -> Iterator[Violation]:
    """A credit gives back an amount.

    It is below zero once it is read: a file says so by its type, not by a second minus sign.
    """
    if f.type == "261" and f.total_ore >= Ore(0):
        yield violation(self_invoice=f.number, total=f.total_ore)


@rule(RECEIVE, "self-invoice.over-credited", "E14", OFFICE, warn=True, fix="ipsu invoice list --received")
def credits_leave_no_less_than_nothing(f: ReceiveFacts) -> Iterator[Violation]:
    """Credits together make no more than the originals."""
    if f.credits and f.refers_to and f.left_ore < Ore(0):
        yield violation(self_invoice=f.number, refers_to=list(f.refers_to), left=f.left_ore)


@rule(RECEIVE, "self-invoice.set-off", "E12", SELF_BILLING, warn=True)
def what_is_to_be_paid_is_the_total(f: ReceiveFacts) -> Iterator[Violation]:
    """What a self-invoice says is to be paid is its total; where something is set off, or rounded, that is told."""
    if f.payable_ore is not None and f.payable_ore != f.total_ore:
        yield violation(
            self_invoice=f.number,
            total=f.total_ore,
            payable=f.payable_ore,
            prepaid=f.prepaid_ore,
            rounding=f.rounding_ore,
        )


@rule(RECEIVE, "self-invoice.payable-sum", "E12", SELF_BILLING, warn=True)
def what_is_to_be_paid_follows_from_the_total(f: ReceiveFacts) -> Iterator[Violation]:
    """What is to be paid is the total, less what is paid or set off before, and rounded, to the öre."""
    expected = f.total_ore - f.prepaid_ore + f.rounding_ore
    if f.payable_ore is not None and f.payable_ore != expected:
        yield violation(
            self_invoice=f.number, payable=f.payable_ore, expected=expected, difference=f.payable_ore - expected
        )


@rule(RECEIVE, "self-invoice.other-buyer", "E10", BUYER, warn=True)
def the_buyer_is_the_purchaser(f: ReceiveFacts) -> Iterator[Violation]:
    """The buyer is the agency, unless the agreement names another purchaser."""
    if f.buyer is not None and f.purchaser and f.buyer != f.purchaser:
        yield violation(self_invoice=f.number, buyer=f.buyer, purchaser=f.purchaser)


@rule(RECEIVE, "self-invoice.text-missing", "E12", SELF_BILLING, warn=True)
def a_self_invoice_says_that_it_is_one(f: ReceiveFacts) -> Iterator[Violation]:
    """A self-invoice carries the word självfakturering."""
    if f.says_self_billed is False:
        yield violation(self_invoice=f.number)


@rule(RECEIVE, "self-invoice.agreement-billing", "E12", SELF_BILLING, warn=True, fix="ipsu agreement list")
def self_billing_is_agreed(f: ReceiveFacts) -> Iterator[Violation]:
    """Self-billing is agreed beforehand.

    Under `--billing peppol` the office sends the invoice itself.
    """
    if f.billing != "self":
        yield violation(self_invoice=f.number, agreement=f.series)


@rule(RECEIVE, "self-invoice.other-agreement", "E13", SERIES, warn=True)
def the_lines_lie_under_the_agreement_of_the_series(f: ReceiveFacts) -> Iterator[Violation]:
    """A self-invoice is about cases under one agreement."""
    if f.others:
        yield violation(self_invoice=f.number, agreement=f.series, cases=list(f.others))


@rule(RECEIVE, "self-invoice.vat", "E15", VAT_RATE, warn=True)
def the_vat_is_that_of_the_agreement(f: ReceiveFacts) -> Iterator[Violation]:
    """The VAT is the agreement's rate on the net, rounded half away from zero to whole öre."""
    expected = vat_of(f.net_ore, f.rate)
    if f.vat_stated and f.vat_ore != expected:
        yield violation(self_invoice=f.number, vat=f.vat_ore, expected=expected, difference=f.vat_ore - expected)


@rule(RECEIVE, "self-invoice.line-net", "E12", SELF_BILLING, warn=True)
def a_line_is_its_hours_at_its_price(f: ReceiveFacts) -> Iterator[Violation]:
    """A line's net is its hours at its price, to the öre, where it states both."""
    if f.off_lines:
        yield violation(self_invoice=f.number, count=len(f.off_lines), lines=[str(line) for line in f.off_lines[:10]])


RULES: Rules = (
    a_self_invoice_says_by_its_type_that_it_is_one,
    a_self_invoice_is_made_in_our_name,
    a_self_invoice_is_in_kronor,
    a_self_invoice_is_not_dated_after_today,
    an_invoice_below_zero_says_what_it_takes_back,
    the_lines_make_the_net_of_the_head,
    net_and_vat_make_the_total,
    a_number_stands_for_one_self_invoice,
    a_credit_refers_to_its_original,
    a_credit_gives_back,
    credits_leave_no_less_than_nothing,
    what_is_to_be_paid_is_the_total,
    what_is_to_be_paid_follows_from_the_total,
    the_buyer_is_the_purchaser,
    a_self_invoice_says_that_it_is_one,
    self_billing_is_agreed,
    the_lines_lie_under_the_agreement_of_the_series,
    the_vat_is_that_of_the_agreement,
    a_line_is_its_hours_at_its_price,
)

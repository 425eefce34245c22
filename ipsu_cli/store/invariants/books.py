"""Invoices, payments, vouchers and the agency's self-invoices: the books add up."""

from collections.abc import Iterator

from ipsu_cli.store import Store
from ipsu_cli.store.invariants.model import Breach, breaches, invariant

# What stands on a line, as it is, and what was released from it, as it was then: it may have been corrected since. The
# deliveries of a credit that somebody asked for stood on the line that it takes back.
ON_LINES = """
    SELECT l.id AS row, l.deliveries, l.quantity, count(o.quantity) AS found, coalesce(sum(o.quantity), 0) AS in_all
    FROM invoice_lines l JOIN invoices n ON n.id = l.invoice_id LEFT JOIN (
        SELECT i.line_id, d.case_id, d.unit, d.from_day, d.to_day, d.quantity
        FROM invoiced i JOIN deliveries d ON d.id = i.delivery_id
        UNION ALL
        SELECT r.line_id, d.case_id, d.unit, d.from_day, d.to_day, d.quantity
        FROM released r JOIN deliveries_ever d ON d.id = r.delivery_id AND d.entered_by < r.entered_by
             AND coalesce(d.ceased_by, r.entered_by) >= r.entered_by) o
        ON o.line_id = l.id AND o.case_id = l.case_id AND o.unit = l.unit
           AND o.from_day >= l.from_day AND o.to_day <= l.to_day
    WHERE n.set_off_ore IS NULL
    GROUP BY l.id HAVING l.deliveries <> found OR l.quantity <> in_all
"""
NO_LINE = """
    SELECT i.delivery_id AS row, i.line_id AS line FROM invoiced i
    WHERE i.line_id NOT IN (SELECT id FROM invoice_lines)
"""
# Every krona has a step where each delivery is free or on a line (`hours.place`), a line is what stands on it
# (`line.deliveries`), and it counts: what was corrected, or is on a cancelled invoice, is in no step of `report money`.
NO_STEP = """
    SELECT i.delivery_id AS row, i.line_id AS line FROM invoiced i
    JOIN invoice_lines l ON l.id = i.line_id JOIN invoices n ON n.id = l.invoice_id
    WHERE l.status = 'corrected' OR n.status = 'cancelled'
"""
# Half an öre is rounded away from zero; quantity and price are in hundredths.
LINE_NET = """
    SELECT id AS row, net_ore AS net,
           sign(quantity) * ((2 * abs(quantity * unit_price_ore) + 100) / 200) AS due FROM invoice_lines
    WHERE net IS NOT due
"""
INVOICE_NET = """
    SELECT n.id AS row, n.year || '-' || substr('000' || n.no, -4) AS invoice, n.net_ore AS net,
           (SELECT coalesce(sum(l.net_ore), 0) FROM invoice_lines l WHERE l.invoice_id = n.id) AS due
    FROM invoices n WHERE net <> due
"""
# The last credit of an invoice takes the VAT that those before it have left, at most a few öre more or less.
VAT = """
    SELECT id AS row, year || '-' || substr('000' || no, -4) AS invoice, vat_ore AS is_,
           sign(net_ore) * ((2 * abs(net_ore) * vat + 10000) / 20000) AS due FROM invoices
    WHERE abs(is_ - due) > CASE WHEN set_off_ore IS NULL THEN 0 ELSE 1 + (
              SELECT count(*) FROM invoices k WHERE k.refers_to_id = invoices.refers_to_id) END
"""
NUMBERS = """
    SELECT id AS row, year, no FROM (
        SELECT id, year, no, lag(no, 1, 0) OVER (PARTITION BY year ORDER BY no) AS before FROM invoices)
    WHERE no <> before + 1
"""
CREDITS = """
    SELECT k.id AS row, k.year || '-' || substr('000' || k.no, -4) AS invoice FROM invoices k
    LEFT JOIN invoices n ON n.id = k.refers_to_id
    WHERE k.set_off_ore IS NOT NULL
      AND (n.id IS NULL OR n.kind <> 'invoice' OR n.agreement_id <> k.agreement_id OR k.kind <> 'credit'
           OR k.made_on < n.made_on OR k.set_off_ore > -k.total_ore OR k.total_ore > 0
           OR (SELECT -sum(o.net_ore) FROM invoices o WHERE o.refers_to_id = n.id AND o.set_off_ore IS NOT NULL)
              > (SELECT total(net_ore) FROM invoice_lines WHERE invoice_id = n.id AND net_ore > 0))
"""
APPROVALS = """
    SELECT id AS row, year || '-' || substr('000' || no, -4) AS invoice, status FROM invoices
    WHERE status = 'approved' AND approved_on IS NULL
"""
PAID = """
    SELECT n.id AS row, n.year || '-' || substr('000' || n.no, -4) AS invoice, n.status,
           coalesce(sum(p.amount_ore), 0) AS paid FROM invoices n
    LEFT JOIN payments p ON p.invoice_id = n.id
    GROUP BY n.id
    HAVING (n.status IN ('created', 'cancelled') AND count(p.id) > 0)
        OR (n.status = 'part-paid' AND count(p.id) = 0)
        OR abs(coalesce(sum(p.amount_ore), 0)) > abs(n.total_ore) + 99
"""
# Two payments of one file may be alike in all; one that has come before is not entered by a later command.
TWICE = """
    SELECT b.id AS row, a.id AS other FROM payments a
    JOIN payments b ON b.entry = a.entry AND b.bank_ids = a.bank_ids AND b.entered_by > a.entered_by
"""
BALANCE = """
    SELECT voucher_id AS row, sum(amount_ore) AS amount FROM voucher_rows GROUP BY voucher_id HAVING amount <> 0
"""
# What an invoice's vouchers say that the purchaser owes is the invoice as it stood when the newest was sent.
SENT = """
    SELECT v.id AS row, n.year || '-' || substr('000' || n.no, -4) AS invoice,
           (SELECT coalesce(sum(w.amount_ore), 0) FROM vouchers o JOIN voucher_rows w ON w.voucher_id = o.id
            WHERE o.invoice_id = n.id AND o.part = 'issue' AND w.role = 'sales') AS sales,
           CASE WHEN v.cancelled THEN 0 ELSE
               -(SELECT coalesce(sum(l.net_ore), 0) FROM invoice_lines l
                 WHERE l.invoice_id = n.id AND l.status <> 'corrected') END AS due
    FROM vouchers v JOIN invoices n ON n.id = v.invoice_id
    WHERE v.part = 'issue' AND v.id = (SELECT max(o.id) FROM vouchers o WHERE o.invoice_id = n.id AND o.part = 'issue')
      AND v.lines_left = (SELECT count(*) FROM invoice_lines l WHERE l.invoice_id = n.id AND l.status = 'corrected')
      AND sales <> due
"""
ANSWERS = """
    SELECT w.id AS row FROM self_invoice_answers w
    LEFT JOIN self_invoice_lines t ON t.id = w.line_id JOIN self_invoices s ON s.id = w.self_invoice_id
    WHERE t.self_invoice_id <> w.self_invoice_id OR (w.state = 'approved' AND w.awaits IS NOT NULL)
"""
SETTLED = """
    SELECT k.id AS row FROM self_invoice_settlements k
    JOIN self_invoice_answers w ON w.id = k.answer_id
    JOIN self_invoices s ON s.id = w.self_invoice_id JOIN self_invoices t ON t.id = k.settled_by_id
    WHERE s.id = t.id OR s.agreement_id <> t.agreement_id
"""
THEIR_NET = """
    SELECT s.id AS row, s.number, s.net_ore AS net, sum(t.net_ore) AS due
    FROM self_invoices s JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    GROUP BY s.id HAVING net <> due
"""
THEIR_CREDITS = """
    SELECT k.original_line_id AS row, t.net_ore AS net, sum(k.net_ore) AS credited
    FROM credited_lines k JOIN self_invoice_lines t ON t.id = k.original_line_id
    GROUP BY t.id HAVING t.net_ore + sum(k.net_ore) < 0
"""
REJECTED = """
    SELECT n.id AS row, n.year || '-' || substr('000' || n.no, -4) AS invoice, n.status FROM invoices n
    WHERE (n.status = 'rejected') <> EXISTS (SELECT 1 FROM investigations v
                                             WHERE v.invoice_id = n.id AND v.closed IS NULL)
"""


@invariant("line.deliveries", "A36")
def a_line_has_the_deliveries_that_it_says(store: Store) -> Iterator[Breach]:
    """The deliveries on a line, and those that were released from it, are as many and as much as the line says; each is
    of its case and unit, on its days."""
    yield from breaches("invoice_lines", store.all(ON_LINES))


@invariant("line.unknown")
def a_delivery_stands_on_a_line_that_is_there(store: Store) -> Iterator[Breach]:
    """The line that a delivery stands on is there."""
    yield from breaches("invoiced", store.all(NO_LINE))


@invariant("line.counts", "A36")
def the_line_of_a_delivery_counts(store: Store) -> Iterator[Breach]:
    """What stands on a line that was corrected, or whose invoice was cancelled, is free again: else no step of `report
    money` has it."""
    yield from breaches("invoiced", store.all(NO_STEP))


@invariant("line.net", "A36")
def the_net_of_a_line_is_quantity_times_price(store: Store) -> Iterator[Breach]:
    """The net of a line is its quantity times its price, half an öre rounded away from zero."""
    yield from breaches("invoice_lines", store.all(LINE_NET), money=("net", "due"))


@invariant("invoice.net", "A36")
def the_lines_sum_to_the_invoice(store: Store) -> Iterator[Breach]:
    """The net of an invoice is the sum of its lines as they were issued."""
    yield from breaches("invoices", store.all(INVOICE_NET), money=("net", "due"))


@invariant("invoice.vat")
def the_vat_follows_from_the_net(store: Store) -> Iterator[Breach]:
    """The VAT is the rate of the net; the last credit of an invoice takes what the others have left."""
    yield from breaches("invoices", store.all(VAT), money=("is_", "due"))


@invariant("invoice.number", "A36")
def the_numbers_of_a_year_have_no_gap(store: Store) -> Iterator[Breach]:
    """The invoices of a year are numbered from 1 without a gap."""
    yield from breaches("invoices", store.all(NUMBERS))


@invariant("invoice.credit")
def a_credit_takes_back_no_more_than_there_is(store: Store) -> Iterator[Breach]:
    """A credit is about an invoice of the same agreement, made before it, and the credits of one take back no more than
    its lines bill: what it corrects of an earlier invoice stays."""
    yield from breaches("invoices", store.all(CREDITS))


@invariant("invoice.approved")
def an_approval_has_a_day(store: Store) -> Iterator[Breach]:
    """An invoice that is approved was approved on a day."""
    yield from breaches("invoices", store.all(APPROVALS))


@invariant("invoice.rejected", "A32")
def a_rejected_invoice_is_under_investigation(store: Store) -> Iterator[Breach]:
    """An invoice is rejected as long as an investigation of it is open, and no longer."""
    yield from breaches("invoices", store.all(REJECTED))


@invariant("payment.status")
def an_invoice_stands_as_its_payments_say(store: Store) -> Iterator[Breach]:
    """An invoice that is created or cancelled has no payment, one paid in part has some, and none has too much."""
    yield from breaches("invoices", store.all(PAID), money=("paid",))


@invariant("payment.twice")
def no_payment_is_entered_twice(store: Store) -> Iterator[Breach]:
    """A payment that the bank tells of is entered once."""
    yield from breaches("payments", store.all(TWICE))


@invariant("voucher.balance")
def a_voucher_balances(store: Store) -> Iterator[Breach]:
    """The rows of a voucher sum to nothing."""
    yield from breaches("vouchers", store.all(BALANCE), money=("amount",))


@invariant("voucher.sent")
def what_was_posted_is_what_stands(store: Store) -> Iterator[Breach]:
    """The vouchers of an invoice have posted the sales of its lines, as it stood when the newest was sent."""
    yield from breaches("vouchers", store.all(SENT), money=("sales", "due"))


@invariant("answer.line")
def an_answer_is_about_a_line_of_its_self_invoice(store: Store) -> Iterator[Breach]:
    """An answer is about a line of its own self-invoice, and one that approves awaits nothing."""
    yield from breaches("self_invoice_answers", store.all(ANSWERS))


@invariant("answer.settled")
def another_self_invoice_of_the_agreement_settles(store: Store) -> Iterator[Breach]:
    """What settles an answer is another self-invoice of the same agreement."""
    yield from breaches("self_invoice_settlements", store.all(SETTLED))


@invariant("self-invoice.net")
def their_lines_sum_to_their_net(store: Store) -> Iterator[Breach]:
    """The lines of a self-invoice sum to its net."""
    yield from breaches("self_invoices", store.all(THEIR_NET), money=("net", "due"))


@invariant("self-invoice.credited")
def no_line_is_credited_below_nothing(store: Store) -> Iterator[Breach]:
    """The agency's credits take back no more of a line than it has."""
    yield from breaches("self_invoice_lines", store.all(THEIR_CREDITS), money=("net", "credited"))


INVARIANTS = (
    a_line_has_the_deliveries_that_it_says, a_delivery_stands_on_a_line_that_is_there, the_line_of_a_delivery_counts,
    the_net_of_a_line_is_quantity_times_price, the_lines_sum_to_the_invoice, the_vat_follows_from_the_net,
    the_numbers_of_a_year_have_no_gap, a_credit_takes_back_no_more_than_there_is,
    an_approval_has_a_day, a_rejected_invoice_is_under_investigation, an_invoice_stands_as_its_payments_say,
    no_payment_is_entered_twice, a_voucher_balances, what_was_posted_is_what_stands,
    an_answer_is_about_a_line_of_its_self_invoice, another_self_invoice_of_the_agreement_settles,
    their_lines_sum_to_their_net, no_line_is_credited_below_nothing,
)  # fmt: skip

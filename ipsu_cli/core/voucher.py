"""How an invoice is posted: what the purchaser owes, against the sales of each service and the VAT."""

from collections.abc import Iterator
from typing import NamedTuple

from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, vat_of


class Posting(NamedTuple):
    """`account` is `receivable`, `sales` or `vat`; debit is above zero, credit below."""

    account: str
    service: str | None
    amount: Ore


def postings(invoice: Invoice) -> list[Posting]:
    """The rows that make one voucher: their sum is 0. A credit goes the other way.

    Lines that have left the invoice (corrected) are not posted: they come on a later one.
    """
    return [posting for posting in _postings(invoice) if posting.amount]


def _postings(invoice: Invoice) -> Iterator[Posting]:
    lines = [line for line in invoice.lines if line.status != "corrected"]
    left = Ore.total(line.net_ore for line in invoice.lines if line.status == "corrected")
    net = invoice.net_ore - left
    vat = vat_of(net, invoice.vat) if left else invoice.vat_ore
    yield Posting("receivable", None, net + vat if left else invoice.total_ore)
    for service in dict.fromkeys(line.service for line in lines):
        yield Posting("sales", service, -Ore.total(line.net_ore for line in lines if line.service == service))
    yield Posting("vat", None, -vat)

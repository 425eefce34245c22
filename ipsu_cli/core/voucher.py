"""How an invoice is posted: what the purchaser owes, against the sales of each service and the VAT."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.to_json import JsonObject, all_but


class Posting(NamedTuple):
    """`role` is `receivable`, `sales`, `vat` or `rounding`; debit is above zero, credit below.

    `rate` is that of sales and of VAT. `refers_to` is the invoice whose work the sales take back.
    """

    role: str
    amount_ore: Ore
    rate: Percent | None = None
    service: str | None = None
    refers_to: str | None = None

    @property
    def place(self) -> "Posting":
        """What tells it from the others of a voucher: all but the amount."""
        return self._replace(amount_ore=Ore(0))


class Row(NamedTuple):
    """A posting on an account; a cost centre stands on what is earned. `text` says what it is about."""

    posting: Posting
    account: str
    cost_centre: str | None
    text: str

    def to_json(self) -> JsonObject:
        """The row without its role, which the account says."""
        posting = self.posting
        return {
            "account": self.account,
            "cost_centre": self.cost_centre,
            "amount_ore": posting.amount_ore,
            "service": posting.service,
            "refers_to": posting.refers_to,
            "text": self.text,
        }


class Voucher(NamedTuple):
    """Rows whose sum is 0. `part` is what of the invoice it is of; `invoice` is the number, or what stands for it.

    `self_invoice` is the agency's number. `corrects` is the month of the package that the first voucher went in,
    which this one changes; `corrects_on` is the day of that voucher.
    """

    invoice: str
    part: str
    date: dt.date
    text: str
    agreement: str
    area: str
    self_invoice: str | None
    rows: tuple[Row, ...]
    corrects: Month | None = None
    corrects_on: dt.date | None = None

    def to_json(self) -> JsonObject:
        """The voucher, without the area that its agreement says."""
        return all_but(self, "area")


def postings(invoice: Invoice) -> list[Posting]:
    """The rows that make one voucher: their sum is 0. A credit goes the other way.

    Lines that have left the invoice (corrected) are not posted: they come on a later one. Of a cancelled one nothing
    is: its deliveries are free again. What takes back the work of another invoice is a row of its own.
    """
    if invoice.status == "cancelled":
        return []
    return [posting for posting in _postings(invoice) if posting.amount_ore]


def _postings(invoice: Invoice) -> Iterator[Posting]:
    lines = [line for line in invoice.lines if line.status != "corrected"]
    left = Ore.total(line.net_ore for line in invoice.lines if line.status == "corrected")
    net = invoice.net_ore - left
    vat = vat_of(net, invoice.vat) if left else invoice.vat_ore
    yield Posting("receivable", net + vat if left else invoice.total_ore)
    for service, refers_to in dict.fromkeys((line.service, line.refers_to) for line in lines):
        sold = Ore.total(line.net_ore for line in lines if (line.service, line.refers_to) == (service, refers_to))
        yield Posting("sales", -sold, invoice.vat, service, refers_to)
    yield Posting("vat", -vat, invoice.vat)


def rounded(by: Ore) -> list[Posting]:
    """What a payment was rounded by, above zero where more came than was open: earned, and no longer owed."""
    return [Posting("receivable", by), Posting("rounding", -by)] if by else []


def account_of(posting: Posting, settings: Mapping[str, str]) -> str:
    """The account that the office has set for it. Raises `Refused` for a rate of VAT that has none."""
    name = f"account.{posting.role}"
    if posting.rate is not None:
        name += f".{posting.rate}"
    if name not in settings:
        raise Refused("account.no-rate", rate=posting.rate, known=["0", "6", "12", "25"])
    return settings[name]


def difference(now: Sequence[Row], sent: Sequence[Row]) -> list[Row]:
    """What is still to be posted: `now` less what was `sent`. What was sent keeps its account and its cost centre."""
    before = {row.posting.place: row for row in sent}
    here = {row.posting.place: row for row in now}
    found = []
    for place in dict.fromkeys((*here, *before)):
        row = before.get(place) or here[place]
        amount = _amount(here.get(place)) - _amount(before.get(place))
        if amount:
            found.append(row._replace(posting=place._replace(amount_ore=amount)))
    return found


def _amount(row: Row | None) -> Ore:
    return row.posting.amount_ore if row else Ore(0)

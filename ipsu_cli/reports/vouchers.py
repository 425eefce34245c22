"""The vouchers of invoices: on the office's accounts, with its cost centres, in its own language."""

import datetime as dt
from collections.abc import Iterable, Sequence

from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.self_invoice_number import TheirNumber
from ipsu_cli.core.voucher import Posting, Row, Voucher, account_of, postings
from ipsu_cli.core.voucher_part import ISSUE, ROUNDING
from ipsu_cli.locale import known, say
from ipsu_cli.office import Office
from ipsu_cli.store import Store, agreements, invoices, self_billed
from ipsu_cli.store.sent_vouchers import FirstSent

# Accounts of what is earned: these alone have a cost centre.
EARNED = ("sales", "rounding")


class Books:
    """How the office posts, as the register says now."""

    def __init__(self, store: Store, office: Office) -> None:
        self.store = store
        self.lang = office.own_lang
        self.settings = office.settings
        self.cost_centres = {agreement.ref: agreement.cost_centre for agreement in agreements.all_of(store)}

    def vouchers(self, made: Iterable[Invoice]) -> list[Voucher]:
        """A voucher for each invoice of which something stands; what has no number yet is a draft."""
        numbered = [
            (invoice.number or say("sheet.draft", self.lang, n=n), invoice) for n, invoice in enumerate(made, 1)
        ]
        return [self.issue(invoice, number) for number, invoice in numbered if postings(invoice)]

    def issue(self, invoice: Invoice, number: str) -> Voucher:
        """The voucher of an invoice as it stands: under the agency's number and day, where its self-invoice has come,
        with ours next to it."""
        theirs = self.theirs(invoice)
        kind = say(f"sheet.kind.{invoice.kind}", self.lang)
        own = (
            f"{kind} {number}"
            if theirs is None
            else say(f"sheet.voucher.{invoice.kind}", self.lang, theirs=theirs.number, ours=number)
        )
        about = f"({invoice.refers_to})" if invoice.refers_to else ""
        return Voucher(
            invoice=number,
            part=ISSUE,
            date=theirs.date if theirs else invoice.date,
            text=_joined(own, about, invoice.agreement),
            agreement=invoice.agreement,
            area=invoice.area,
            self_invoice=theirs.number if theirs else None,
            rows=self.rows(invoice, number, postings(invoice)),
        )

    def correction(self, invoice: Invoice, posted: Sequence[Row], first: FirstSent, part: str, on: dt.date) -> Voucher:
        """The voucher of what has changed since an invoice was sent, with reference to the first."""
        number = invoice.number or ""
        text = say("sheet.voucher.correction", self.lang, number=number, day=first.on, month=first.month)
        rows = tuple(row._replace(text=row.text or self._about(invoice, number, row.posting)) for row in posted)
        bare = Voucher(number, part, on, text, invoice.agreement, invoice.area, None, rows)
        return bare._replace(corrects=first.month, corrects_on=first.on)

    def rounding(self, invoice: Invoice, on: dt.date, rows: tuple[Row, ...]) -> Voucher:
        """The voucher of what payments of an invoice were rounded by."""
        number = invoice.number or ""
        text = say("sheet.voucher.rounding", self.lang, number=number)
        return Voucher(number, ROUNDING, on, text, invoice.agreement, invoice.area, None, rows)

    def theirs(self, invoice: Invoice) -> TheirNumber | None:
        """The agency's number and day of the invoice, None while its self-invoice has not come."""
        if invoice.number is None:
            return None
        return self_billed.of(self.store, invoices.id_of(self.store, invoice.number))

    def rows(self, invoice: Invoice, number: str, posted: Sequence[Posting]) -> tuple[Row, ...]:
        """The postings on their accounts."""
        return tuple(
            Row(
                posting,
                account_of(posting, self.settings),
                self.cost_centres[invoice.agreement] if posting.role in EARNED else None,
                self._about(invoice, number, posting),
            )
            for posting in posted
        )

    def _about(self, invoice: Invoice, number: str, posting: Posting) -> str:
        """What a row is about: the invoice, and the service or who buys it. Never a case."""
        name = f"sheet.service.{posting.service}"
        service = say(name, self.lang) if posting.service and known(name, self.lang) else posting.service
        what = invoice.purchaser if posting.role == "receivable" else service
        about = say("sheet.voucher.refers-to", self.lang, number=posting.refers_to) if posting.refers_to else None
        return _joined(number, about, what)


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)

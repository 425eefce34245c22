"""The months before the one that `ipsu demo` shows: each is built, billed by the agency, answered, paid and sent to the
accountant, on the days on which an office does that."""

from collections.abc import Callable
from pathlib import Path

from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.working_days import working_day_after
from ipsu_cli.flows import invoice, invoice_approve, invoice_bank, invoice_build, invoice_receive, invoice_reject
from ipsu_cli.flows.export_package import Folder, export_package
from ipsu_cli.office import Office
from ipsu_cli.read.bank_file import read_bank_file
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.read.self_invoice import load
from ipsu_cli.store import agreements, invoices

FIRST = Month("2026-01")
# Working days into the month after the work: the office sits down; the agency's self-invoices are there; they are
# answered.
BUILT, RECEIVED, ANSWERED, INVESTIGATED = 2, 7, 9, 14
# Of the last month one basis is approved, and of two others a case is rejected: one investigation is open, the other
# has found that ours is right, and the agency's credit is awaited. The others wait for an answer.
APPROVED = "ROM-NM"
PRICE_AGREEMENT, PRICE_CASE, PRICE_REASON = "IPSU-NM", "B-122", "Timpriset i självfakturan är förra årets"
TWICE_AGREEMENT, TWICE_CASE, TWICE_REASON = "IPSU-VS", "A-128", "Kartläggningen är fakturerad två gånger"


class DemoYear:
    """The office on its days. `agency` holds what the agency and the bank have sent; `to` says where a package goes."""

    def __init__(self, demo: Office, agency: Path, to: Callable[[Month], Folder]) -> None:
        self._demo, self._agency, self._to = demo, agency, to

    def run(self, last: Month) -> None:
        """Every month up to `last`, of which nothing is paid, and little is answered."""
        month = FIRST
        while month < last:
            self._sit_down(month)
            self._approve_all(month)
            month = month.next()
        self._sit_down(last)
        self._answer(last)

    def send(self, office: Office, month: Month) -> None:
        """The month's vouchers, to the accountant."""
        export_package(office, month, self._to(month), again=False)

    def _on(self, month: Month, days: int) -> Office:
        """The office so many working days into the month after."""
        return self._demo.elsewhere(self._demo.path, working_day_after(month.last, days), self._demo.own_lang)

    def _sit_down(self, month: Month) -> None:
        """What has been paid is entered, the month before is sent to the accountant, and the month is built."""
        office = self._on(month, BUILT)
        if month > FIRST:
            self._take_payments(office, month)
            self.send(office, month)
        invoice_build.build(office, month, [])

    def _take_payments(self, office: Office, month: Month) -> None:
        """The bank's file, which names what the agency has made; and by hand what it has not."""
        paid = InputFile(str(self._agency / f"bank-{month.next()}.xml"))
        invoice_bank.bank(office, paid.path, read_bank_file(paid), strict=False)
        for due in _bases(office, "approved", own=True):
            if due.payable_from <= office.today:
                invoice.paid(office, due.number or "", office.today, None)

    def _receive(self, month: Month) -> None:
        """The agency's self-invoices of the month."""
        file = load(InputFile(str(self._agency / f"self-invoices-{month.next()}.csv")))
        invoice_receive.receive_files(self._on(month, RECEIVED), [file], None)

    def _approve_all(self, month: Month) -> None:
        self._receive(month)
        office = self._on(month, ANSWERED)
        for basis in _bases(office, "created"):
            invoice_approve.approve(office, basis.number or "", office.today)

    def _answer(self, month: Month) -> None:
        """Some of what the agency has made is wrong, and some of it has not come."""
        self._receive(month)
        office = self._on(month, ANSWERED)
        by_agreement = {basis.agreement: basis.number or "" for basis in _bases(office, "created")}
        invoice_approve.approve(office, by_agreement[APPROVED], office.today)
        priced, doubled = by_agreement[PRICE_AGREEMENT], by_agreement[TWICE_AGREEMENT]
        for number, case, reason, why in (
            (priced, PRICE_CASE, PRICE_REASON, "price"),
            (doubled, TWICE_CASE, TWICE_REASON, "twice"),
        ):
            invoice_reject.reject(office, number, [case], reason, office.today, self_fixable=False, why=why)
        later = self._on(month, INVESTIGATED)
        invoice.resolve(later, doubled, TWICE_CASE, "upheld", later.today)


def _bases(office: Office, status: str, *, own: bool = False) -> list[Invoice]:
    """The bases of a status; with `own` those alone that the office bills itself."""
    with office.reading() as store:
        billed = {agreement.ref for agreement in agreements.all_of(store) if agreement.billing != "self"}
        listed = invoices.listed(store)
    return [basis for basis in listed if basis.status == status and (not own or basis.agreement in billed)]

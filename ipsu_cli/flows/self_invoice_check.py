"""What a file states, settled against the register: whose cases its lines are about, and under which agreement."""

import datetime as dt
import re
from collections.abc import Mapping

from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Text
from ipsu_cli.core.money import Ore, line_net, net_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile, Refused, Unreadable
from ipsu_cli.core.row_error import RowError, RowErrors
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine, StatedInvoice, StatedLine
from ipsu_cli.office import Office
from ipsu_cli.read.file_rows import Fault
from ipsu_cli.read.self_invoice import Incoming
from ipsu_cli.read.stated import StatedFile
from ipsu_cli.rules.receiving import BELONG, BelongFacts, ReceiveFacts
from ipsu_cli.store import Store, agreements, originals, self_invoices, settings
from ipsu_cli.store.originals import Original
from ipsu_cli.validation import Finding, check, unread_sheets

AGENCY_NAMES = ("arbetsförmedlingen", "arbetsformedlingen")
_BETWEEN = re.compile(r"[\s,;:()\[\]{}\"'”“|=]+")


class Settled(NamedTuple):
    """A self-invoice as it would be kept, with its agreement and what the file stated."""

    invoice: SelfInvoice
    agreement: Agreement
    stated: StatedInvoice
    originals: list[Original | None]

    @property
    def known_originals(self) -> list[Original]:
        """Those that have been received."""
        return [original for original in self.originals if original]


class Resolver:
    """Knows the office's cases and agreements, and gathers all that is wrong or unusual in the files."""

    def __init__(self, store: Store, office: Office, agreement: str | None) -> None:
        self.store = store
        self.agency = office.settings["peppol.buyer"]
        self.asked = agreements.get(store, agreement) if agreement else None
        self.cases = self_invoices.known_cases(store)
        self.orgnr: str = settings.office(store)["orgnr"]
        self.errors = RowErrors()
        self.warnings: list[Finding] = []

    def stated(self, file: Incoming, found: StatedFile) -> list[StatedInvoice]:
        """The self-invoices of a file, each line with its case; what is wrong goes to `errors`."""
        for invoice in found.invoices:
            check(BELONG, None, BelongFacts(invoice.number, invoice.type, self.orgnr, invoice.seller, invoice.currency))
        for fault in found.faults:
            self._wrong(file, fault)
        self.warnings += unread_sheets(file.path, found.unread)
        return [self._with_cases(file, invoice) for invoice in found.invoices]

    def _with_cases(self, file: Incoming, stated: StatedInvoice) -> StatedInvoice:
        named = [line._replace(case=self._case_of(file, line), order_line=None, texts=()) for line in stated.lines]
        return stated._replace(lines=tuple(named))

    def _case_of(self, file: Incoming, line: StatedLine) -> str | None:
        """The case: stated as such, else the order line, else a known case in the texts."""
        if line.case is not None:
            if line.case not in self.cases:
                self._odd_case(file, line, "case.unknown", {"case": line.case})
                return line.case
            return self.cases[line.case].ref
        if line.order_line and line.order_line in self.cases:
            return self.cases[line.order_line].ref
        words = {word.strip(".") for text in line.texts for word in _BETWEEN.split(text)}
        named = sorted({self.cases[word].ref for word in words if word in self.cases})
        if len(named) == 1:
            return named[0]
        if named:
            self._odd_case(file, line, "self-invoice.several-cases", {"cases": named})
        elif line.order_line:
            self._odd_case(file, line, "case.unknown", {"case": line.order_line})
        else:
            self._odd_case(file, line, "self-invoice.no-case", {})
        return None

    def _odd_case(self, file: Incoming, line: StatedLine, code: str, figures: Mapping[str, object]) -> None:
        self._wrong(file, Fault(line.row, "case", code, figures, line.sheet))

    def _wrong(self, file: Incoming, fault: Fault) -> None:
        code, figures = fault.code, fault.figures
        value = figures.get("value", figures.get("case"))
        text = Text(f"problem.{code}", figures)
        self.errors.add(RowError(fault.row, fault.column, code, value, text, file.path, fault.sheet))

    def settle(self, stated: StatedInvoice, otherwise: str | None = None) -> Settled:
        """The self-invoice under its agreement: the one asked for, else the one stated, else that of its cases,
        else `otherwise`."""
        agreement = self.asked or self._agreement(stated, otherwise)
        total, net, vat = stated.total_ore, stated.net_ore, stated.vat_ore
        if net is None:
            net = net_of(total, agreement.vat) if vat is None else total - vat
        vat = total - net if vat is None else vat
        lines = tuple(
            SelfLine(
                line.case or "",
                line.from_day,
                line.to_day,
                line.hours,
                line.unit_price_ore,
                line.net_ore,
                line.stated_hours,
            )
            for line in stated.lines
        )
        refers_to = ", ".join(reference.number for reference in stated.refers_to) or None
        invoice = SelfInvoice(
            stated.number, stated.date, stated.type, agreement.ref, refers_to, net, vat, total, lines,
            stated.payable_ore, stated.prepaid_ore, stated.rounding_ore,
        )  # fmt: skip
        return Settled(invoice, agreement, stated, self._originals(stated, agreement))

    def _originals(self, stated: StatedInvoice, agreement: Agreement) -> list[Original | None]:
        """What it refers to; None in the place of what has not been received."""
        cases = {line.case for line in stated.lines if line.case}
        return [
            originals.find(self.store, agreement.ref, reference, stated.date, cases) for reference in stated.refers_to
        ]

    def _agreement(self, stated: StatedInvoice, otherwise: str | None) -> Agreement:
        if stated.agreement and (found := agreements.find(self.store, stated.agreement)):
            return found
        under = {self.cases[line.case].agreement for line in stated.lines if line.case in self.cases}
        known = sorted(ref for ref in under if ref)
        if len(known) == 1 or otherwise:
            return agreements.get(self.store, known[0] if len(known) == 1 else otherwise or "")
        raise Refused(
            "self-invoice.which-agreement",
            rule="E13",
            command="ipsu invoice receive FILE --agreement AGREEMENT",
            number=stated.number,
            fitting=known,
        )

    def facts(
        self, settled: Settled, today: dt.date, twin: tuple[str, ...] = (), *, compared_only: bool = False
    ) -> ReceiveFacts:
        """What the rules judge; of what is only compared, the register need not know the original."""
        invoice, agreement, stated, found = settled
        missing = [
            reference.number for reference, original in zip(stated.refers_to, found, strict=True) if original is None
        ]
        nets = Ore.total(line.net_ore for line in invoice.lines)
        return ReceiveFacts(
            number=invoice.number,
            date=invoice.date,
            today=today,
            type=invoice.type,
            series=agreement.ref,
            net_ore=invoice.net_ore,
            vat_ore=invoice.vat_ore,
            total_ore=invoice.total_ore,
            rate=agreement.vat,
            purchaser=purchaser_of(agreement, self.agency),
            buyer=stated.buyer,
            says_self_billed=stated.says_self_billed,
            billing=agreement.billing,
            vat_stated=stated.vat_ore is not None,
            lines_ore=nets + stated.charges_ore if invoice.lines else None,
            stated_lines_ore=None if stated.lines_ore is None else stated.lines_ore + stated.charges_ore,
            off_lines=[line.row for line in stated.lines if not _calculates(line)],
            others=self._others(invoice, agreement),
            twin=twin,
            refers_to=[reference.number for reference in stated.refers_to],
            missing=() if compared_only else missing,
            left_ore=Ore(0) if compared_only or missing else self._left(settled),
            payable_ore=invoice.payable_ore,
            prepaid_ore=invoice.prepaid_ore or Ore(0),
            rounding_ore=invoice.rounding_ore or Ore(0),
        )

    def _left(self, settled: Settled) -> Ore:
        """What would be left of the originals of a credit."""
        totals = Ore.total(original.invoice.total_ore for original in settled.known_originals)
        return totals + originals.credited(self.store, settled.known_originals) + settled.invoice.total_ore

    def _others(self, invoice: SelfInvoice, agreement: Agreement) -> list[str]:
        own = {None, agreement.ref}
        return sorted({line.case for line in invoice.lines if self.cases[line.case].agreement not in own})


def _calculates(line: StatedLine) -> bool:
    if line.hours is None or line.unit_price_ore is None:
        return True
    return line_net(line.hours, line.unit_price_ore) == line.net_ore


def purchaser_of(agreement: Agreement, agency: str) -> str:
    """The organisation number that the buyer has: the agency's, or that of the agreement's own purchaser; empty where
    that one is named without a number."""
    from ipsu_cli.core.identity import read_orgnr

    named = agreement.purchaser or ""
    if not named or any(name in named.casefold() for name in AGENCY_NAMES):
        return agency
    for word in named.replace("(", " ").replace(")", " ").split():
        try:
            return read_orgnr(word)
        except Unreadable:
            continue
    return ""


def refuse(errors: RowErrors) -> None:
    """Raise `BadFile` with every error, if there is any."""
    if errors.count:
        problem = BadFile("self-invoice.errors", count=errors.count)
        problem.details = {"count": errors.count, "rest": errors.rest, "errors": errors.listed}
        raise problem

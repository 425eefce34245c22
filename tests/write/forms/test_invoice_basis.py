"""The accountant's workbook: its cells, and sums that agree whoever calculates them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.invoice import Held, Invoice, Line
from ipsu_cli.core.money import Ore, line_net, vat_of
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.self_invoice_number import TheirNumber
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.voucher import Row, Voucher, account_of, postings
from ipsu_cli.core.voucher_part import ISSUE
from ipsu_cli.write.forms.invoice_basis import write_invoice_basis

Cells = Callable[..., list[str]]
MARCH = Month("2026-03")


def line(case: str, service: str, quantity: int, unit: str, price: int, refers_to: str | None = None) -> Line:
    net = line_net(Quantity(quantity), Ore(price))
    days = dt.date(2026, 3, 2), dt.date(2026, 3, 27)
    return Line(1, case, service, *days, Quantity(quantity), unit, Ore(price), net, "created", refers_to)


def invoice(number: str | None, agreement: str, *lines: Line, vat: int = 2500, **changes: Any) -> Invoice:
    net = Ore.total(row.net_ore for row in lines)
    tax = vat_of(net, Percent(vat))
    made = Invoice(
        number=number,
        kind="invoice" if net >= Ore(0) else "credit",
        refers_to=None,
        agreement=agreement,
        area="Uppsala",
        purchaser="Arbetsförmedlingen",
        month=MARCH,
        date=dt.date(2026, 4, 1),
        status="created",
        vat=Percent(vat),
        vat_exempt_reason=None,
        net_ore=net,
        vat_ore=tax,
        total_ore=net + tax,
        paid_ore=Ore(0),
        open_ore=net + tax,
        payable_from=dt.date(2026, 5, 1),
        lines=lines,
    )
    return made._replace(**changes)


INVOICES = (
    invoice(
        "2026-0007",
        "IPSU-1",
        line("B1", "ipsu-b", 3901, "hour", 45033),
        line("A1", "ipsu-a", 100, "case", 950000),
    ),
    invoice("2026-0008", "IPSU-1", line("B2", "ipsu-b", -725, "hour", 45000), refers_to="2026-0004"),
    invoice("2026-0009", "ROM-1", line("R1", "rusta-matcha", 2000, "day", 7533), status="cancelled"),
)
HELD = (
    (
        Held("B17", "plan.not-confirmed", "A12", "ipsu plan confirm B17", Ore(1755000), Quantity(3900), "hour"),
        "Planeringen är inte bekräftad.",
    ),
    (
        Held("A19", "case.locked", "A31", "ipsu invoice resolve 2026-0003", None, Quantity(100), "case"),
        "=cmd|' /C calc'!A0",
    ),
)


def voucher(of: Invoice) -> Voucher:
    """The voucher of an invoice, on the accounts that an office has from the first."""
    rows = tuple(Row(posting, account_of(posting, DEFAULTS), None, "") for posting in postings(of))
    return Voucher(of.number or "", ISSUE, of.date, "", of.agreement, of.area, None, rows)


VOUCHERS = tuple(voucher(of) for of in INVOICES if postings(of))
BASIS = InvoiceBasis("Stegvis AB", "556677-8899", "sv", MARCH, dt.date(2026, 4, 1), INVOICES, HELD, VOUCHERS)

SUMMARY = """\
A1  'Kontor'  bold
B1  'Stegvis AB'
A2  'Organisationsnummer'  bold
B2  '556677-8899'
A3  'Månad'  bold
B3  '2026-03'
A4  'Upprättad'  bold
B4  2026-04-01  yyyy-mm-dd
A6  'Faktura'  bold
B6  'Typ'  bold
C6  'Avtal'  bold
D6  'Område'  bold
E6  'Beställare'  bold
F6  'Status'  bold
G6  'Fakturadatum'  bold
H6  'Förfaller'  bold
I6  'Självfaktura'  bold
J6  'Netto'  bold
K6  'Momssats'  bold
L6  'Moms'  bold
M6  'Totalt'  bold
N6  'Betalt'  bold
O6  'Obetalt'  bold
P6  'Betalbar från'  bold
A7  '2026-0007'
B7  'Faktura'
C7  'IPSU-1'
D7  'Uppsala'
E7  'Arbetsförmedlingen'
F7  'Upprättad'
G7  2026-04-01  yyyy-mm-dd
H7  2026-05-01  yyyy-mm-dd
J7  27067.37  #,##0.00
K7  0.25  0.0 %
L7  6766.84  #,##0.00
M7  33834.21  #,##0.00
N7  0  #,##0.00
O7  33834.21  #,##0.00
P7  2026-05-01  yyyy-mm-dd
A8  '2026-0008'
B8  'Kreditfaktura'
C8  'IPSU-1'
D8  'Uppsala'
E8  'Arbetsförmedlingen'
F8  'Upprättad'
G8  2026-04-01  yyyy-mm-dd
H8  2026-05-01  yyyy-mm-dd
J8  -3262.5  #,##0.00
K8  0.25  0.0 %
L8  -815.63  #,##0.00
M8  -4078.13  #,##0.00
N8  0  #,##0.00
O8  -4078.13  #,##0.00
P8  2026-05-01  yyyy-mm-dd
A9  '2026-0009'
B9  'Faktura'
C9  'ROM-1'
D9  'Uppsala'
E9  'Arbetsförmedlingen'
F9  'Makulerad'
G9  2026-04-01  yyyy-mm-dd
K9  0.25  0.0 %
P9  2026-05-01  yyyy-mm-dd
A10  'Summa'  bold
J10  =SUBTOTAL(109,J7:J9)  #,##0.00  bold
L10  =SUBTOTAL(109,L7:L9)  #,##0.00  bold
M10  =SUBTOTAL(109,M7:M9)  #,##0.00  bold
N10  =SUBTOTAL(109,N7:N9)  #,##0.00  bold
O10  =SUBTOTAL(109,O7:O9)  #,##0.00  bold
"""
LINES = """\
A1  'Faktura'  bold
B1  'Ärende'  bold
C1  'Tjänst'  bold
D1  'Från'  bold
E1  'Till'  bold
F1  'Antal'  bold
G1  'Enhet'  bold
H1  'À-pris'  bold
I1  'Netto'  bold
J1  'Status'  bold
K1  'Gäller netto'  bold
L1  'Betyder'  bold
M1  'Avser faktura'  bold
A2  '2026-0007'
B2  'B1'
C2  'IPSU B'
D2  2026-03-02  yyyy-mm-dd
E2  2026-03-27  yyyy-mm-dd
F2  39.01  #,##0.00
G2  'timme'
H2  450.33  #,##0.00
I2  17567.37  #,##0.00
J2  'Upprättad'
K2  17567.37  #,##0.00
A3  '2026-0007'
B3  'A1'
C3  'IPSU A'
D3  2026-03-02  yyyy-mm-dd
E3  2026-03-27  yyyy-mm-dd
F3  1  #,##0.00
G3  'ärende'
H3  9500  #,##0.00
I3  9500  #,##0.00
J3  'Upprättad'
K3  9500  #,##0.00
A4  '2026-0008'
B4  'B2'
C4  'IPSU B'
D4  2026-03-02  yyyy-mm-dd
E4  2026-03-27  yyyy-mm-dd
F4  -7.25  #,##0.00
G4  'timme'
H4  450  #,##0.00
I4  -3262.5  #,##0.00
J4  'Upprättad'
K4  -3262.5  #,##0.00
M4  '2026-0004'
A5  '2026-0009'
B5  'R1'
C5  'Rusta och matcha'
D5  2026-03-02  yyyy-mm-dd
E5  2026-03-27  yyyy-mm-dd
F5  20  #,##0.00
G5  'dag'
H5  75.33  #,##0.00
J5  'Makulerad'
L5  'Fakturan är makulerad; kommer på en senare'
A6  'Summa'  bold
I6  =SUBTOTAL(109,I2:I5)  #,##0.00  bold
K6  =SUBTOTAL(109,K2:K5)  #,##0.00  bold
"""
NOT_INVOICED = """\
A1  'Ärende'  bold
B1  'Orsak'  bold
C1  'Kod'  bold
D1  'Antal'  bold
E1  'Enhet'  bold
F1  'Netto'  bold
G1  'Skriv detta'  bold
A2  'B17'
B2  'Planeringen är inte bekräftad.'
C2  'plan.not-confirmed'
D2  39  #,##0.00
E2  'timme'
F2  17550  #,##0.00
G2  'ipsu plan confirm B17'
A3  'A19'
B3  "=cmd|' /C calc'!A0"
C3  'case.locked'
D3  1  #,##0.00
E3  'ärende'
G3  'ipsu invoice resolve 2026-0003'
A4  'Summa'  bold
F4  =SUBTOTAL(109,F2:F3)  #,##0.00  bold
"""
POSTINGS = """\
A1  'Konto'  bold
B1  'Kontobenämning'  bold
C1  'Faktura'  bold
D1  'Område'  bold
E1  'Avtal'  bold
F1  'Tjänst'  bold
G1  'Momssats'  bold
H1  'Debet'  bold
I1  'Kredit'  bold
A2  '1510'
B2  'Kundfordringar'
C2  '2026-0007'
D2  'Uppsala'
E2  'IPSU-1'
H2  33834.21  #,##0.00
A3  '3041'
B3  'Försäljning tjänster 25 %'
C3  '2026-0007'
D3  'Uppsala'
E3  'IPSU-1'
F3  'IPSU B'
G3  0.25  0.0 %
I3  17567.37  #,##0.00
A4  '3041'
B4  'Försäljning tjänster 25 %'
C4  '2026-0007'
D4  'Uppsala'
E4  'IPSU-1'
F4  'IPSU A'
G4  0.25  0.0 %
I4  9500  #,##0.00
A5  '2611'
B5  'Utgående moms 25 %'
C5  '2026-0007'
D5  'Uppsala'
E5  'IPSU-1'
G5  0.25  0.0 %
I5  6766.84  #,##0.00
A6  '1510'
B6  'Kundfordringar'
C6  '2026-0008'
D6  'Uppsala'
E6  'IPSU-1'
I6  4078.13  #,##0.00
A7  '3041'
B7  'Försäljning tjänster 25 %'
C7  '2026-0008'
D7  'Uppsala'
E7  'IPSU-1'
F7  'IPSU B'
G7  0.25  0.0 %
H7  3262.5  #,##0.00
A8  '2611'
B8  'Utgående moms 25 %'
C8  '2026-0008'
D8  'Uppsala'
E8  'IPSU-1'
G8  0.25  0.0 %
H8  815.63  #,##0.00
A9  'Summa'  bold
H9  =SUBTOTAL(109,H2:H8)  #,##0.00  bold
I9  =SUBTOTAL(109,I2:I8)  #,##0.00  bold
A10  'Kontroll: debet − kredit'  bold
I10  =ROUND(SUM(H2:H8)-SUM(I2:I8),2)  #,##0.00  bold
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_invoice_basis(tmp_path / "basis.xlsx", BASIS, False)
    return tmp_path / "basis.xlsx"


@pytest.mark.parametrize(
    ("sheet", "golden"),
    [
        ("Sammanfattning", SUMMARY),
        ("Fakturarader", LINES),
        ("Ej fakturerat", NOT_INVOICED),
        ("Kontering", POSTINGS),
    ],
)
def test_golden(cells: Cells, path: Path, sheet: str, golden: str) -> None:
    assert "\n".join(cells(path, sheet)) + "\n" == golden


def sums(book: Any) -> dict[str, Any]:
    places = {
        "Sammanfattning": ("J10", "L10", "M10"),
        "Fakturarader": ("I6", "K6"),
        "Ej fakturerat": ("F4",),
        "Kontering": ("H9", "I9", "I10"),
    }
    return {f"{name}!{cell}": round(book[name][cell].value * 100) for name in places for cell in places[name]}


def stored() -> dict[str, int]:
    """From the records themselves, in öre."""
    counting = [made for made in INVOICES if made.status != "cancelled"]
    net, vat, total = (sum(getattr(made, f"{n}_ore").hundredths for made in counting) for n in ("net", "vat", "total"))
    gross = sum(abs(made.total_ore).hundredths for made in counting)
    return {
        "Sammanfattning!J10": net,
        "Sammanfattning!L10": vat,
        "Sammanfattning!M10": total,
        "Fakturarader!I6": net,
        "Fakturarader!K6": net,
        "Ej fakturerat!F4": 1755000,
        "Kontering!H9": gross,
        "Kontering!I9": gross,
        "Kontering!I10": 0,
    }


def test_sums_as_they_lie_in_the_file(path: Path) -> None:
    from openpyxl import load_workbook

    assert sums(load_workbook(path, data_only=True)) == stored()


def test_sums_as_libreoffice_calculates_them(path: Path, recomputed: Callable[[Path], Any]) -> None:
    assert sums(recomputed(path)) == stored()


def test_libreoffice_shows_a_formula_in_a_text_as_text(path: Path, recomputed: Callable[[Path], Any]) -> None:
    assert recomputed(path)["Ej fakturerat"]["B3"].value == "=cmd|' /C calc'!A0"


def test_english(tmp_path: Path, cells: Cells) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "basis.xlsx"
    write_invoice_basis(path, BASIS._replace(lang="en"), False)
    assert load_workbook(path).sheetnames == ["Summary", "Invoice lines", "Not invoiced", "Postings"]
    assert "B8  'Credit note'" in cells(path, "Summary")
    assert "A10  'Check: debit − credit'  bold" in cells(path, "Postings")


def test_a_dry_run_has_drafts_that_fit_together(tmp_path: Path, cells: Cells) -> None:
    drafts = tuple(made._replace(number=None) for made in INVOICES[:2])
    drafted = tuple(voucher._replace(invoice=f"Utkast {n}") for n, voucher in enumerate(VOUCHERS, 1))
    write_invoice_basis(tmp_path / "a.xlsx", BASIS._replace(invoices=drafts, vouchers=drafted), False)
    for sheet, place in (("Sammanfattning", "A8"), ("Fakturarader", "A4"), ("Kontering", "C7")):
        assert f"{place}  'Utkast 2'" in cells(tmp_path / "a.xlsx", sheet)


def test_without_vat_the_reason_stands_there_and_no_vat_is_posted(tmp_path: Path, cells: Cells) -> None:
    exempt = invoice("2026-0001", "LUND", line("S1", "ips", 100, "month", 5), vat=0, vat_exempt_reason="Social omsorg")
    write_invoice_basis(tmp_path / "a.xlsx", BASIS._replace(invoices=(exempt,), vouchers=(voucher(exempt),)), False)
    found = cells(tmp_path / "a.xlsx", "Sammanfattning")
    assert {"Q6  'Skäl till momsfrihet'  bold", "Q7  'Social omsorg'"} <= set(found)
    assert not any("2611" in cell for cell in cells(tmp_path / "a.xlsx", "Kontering"))


def test_a_line_says_what_stands_of_it(tmp_path: Path, cells: Cells) -> None:
    parts = [
        INVOICES[0].lines[0]._replace(status=status) for status in ("created", "rejected", "corrected", "credited")
    ]
    of = INVOICES[0]._replace(lines=tuple(parts), status="rejected")
    write_invoice_basis(tmp_path / "a.xlsx", BASIS._replace(invoices=(of,), vouchers=()), False)
    found = cells(tmp_path / "a.xlsx", "Fakturarader")
    assert ["K2", "K3", "K5", "K6"] == [cell[:2] for cell in found if cell.startswith("K") and cell[1] != "1"]
    meanings = [cell for cell in found if cell.startswith("L") and cell[1] != "1"]
    assert ["L3", "L4", "L5"] == [cell[:2] for cell in meanings]
    assert "Har lämnat fakturan" in meanings[1]


def test_the_agency_s_number_and_day_stand_where_its_self_invoice_has_come(tmp_path: Path, cells: Cells) -> None:
    theirs = {"2026-0007": TheirNumber("1001", dt.date(2026, 4, 8))}
    paid = INVOICES[0]._replace(paid_ore=Ore(100_00), open_ore=INVOICES[0].total_ore - Ore(100_00))
    write_invoice_basis(tmp_path / "a.xlsx", BASIS._replace(invoices=(paid,), theirs=theirs, days=30), False)
    found = cells(tmp_path / "a.xlsx")
    assert {"G7  2026-04-08  yyyy-mm-dd", "H7  2026-05-08  yyyy-mm-dd", "I7  '1001'", "N7  100  #,##0.00"} <= {*found}


def test_a_month_without_invoices_is_a_workbook_too(tmp_path: Path, cells: Cells) -> None:
    write_invoice_basis(tmp_path / "a.xlsx", BASIS._replace(invoices=(), held=(), month=None), False)
    assert "J7  =0  #,##0.00  bold" in cells(tmp_path / "a.xlsx")


def test_lines_that_do_not_make_the_sum_show_in_the_check(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    wrong = INVOICES[0]._replace(total_ore=INVOICES[0].total_ore + Ore(1))
    write_invoice_basis(tmp_path / "a.xlsx", BASIS._replace(invoices=(wrong,), vouchers=(voucher(wrong),)), False)
    assert load_workbook(tmp_path / "a.xlsx", data_only=True)["Kontering"]["I7"].value == 0.01


def test_same_basis_same_bytes_and_no_overwriting(path: Path, tmp_path: Path) -> None:
    write_invoice_basis(tmp_path / "again.xlsx", BASIS, False)
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()
    with pytest.raises(Refused, match=r"file\.exists"):
        write_invoice_basis(path, BASIS, False)


def test_every_label_is_there_in_both_languages() -> None:
    from ipsu_cli.locale.en import sheet as en
    from ipsu_cli.locale.sv import sheet as sv

    assert list(sv.TEXT) == list(en.TEXT)

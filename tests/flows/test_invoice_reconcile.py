"""`ipsu invoice reconcile`, and what `approve` tells of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.self_invoices import Line, csv, rows, ubl
from tests.typed import OfficeWith

TODAY = "2026-04-10"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
SUPPORT = f"--service ipsu-b --from 2026-03-02 --to 2026-03-22 {TRAINING}"
PLAN = "2026-W10..2026-W11=20 2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-04"
# 2026-0001 is of 39 hours of B1 and 9 of B2.
MADE = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    f"case add B1 --personnummer 19900101-9802 --name 'Test Person' {SUPPORT}",
    f"case add B2 --personnummer 19850505-2392 --name 'Annan Person' --protected {SUPPORT}",
    f"plan set B1 {PLAN}",
    f"plan set B2 {PLAN}",
    "deliver B1 16 --on 2026-03-03",
    "deliver B1 16 --on 2026-03-10",
    "deliver B1 7 --on 2026-03-17",
    "deliver B2 9 --on 2026-03-04",
    "--today 2026-04-01 invoice build --month 2026-03",
)
B1 = Line("B1", "2026-03-01", "2026-03-31")
B2 = Line("B2", "2026-03-02", "2026-03-08", 9_00)
FORTY = Line("B1", "2026-03-01", "2026-03-31", 40_00)
BY_HAND = "invoice receive --number 1002 --on 2026-04-02 --total 27000 --agreement IPSU-1"


@pytest.fixture
def there(office_with: OfficeWith, db: Path) -> Path:
    return Path(shutil.copy2(office_with(MADE, TODAY), db))


@pytest.fixture
def reconcile(ipsu: Program, there: Path) -> Callable[..., program.Result]:
    """Reconcile 2026-0001 with a file of this content, as JSON."""

    def run(content: str, options: str = "") -> program.Result:
        (there.parent / "a.file").write_text(content, encoding="utf-8")
        return ipsu(f"--json invoice reconcile 2026-0001 a.file {options}", today=TODAY)

    return run


def found(result: program.Result) -> dict[str, Any]:
    shape: dict[str, Any] = result.json["reconciliation"]
    return shape


@pytest.mark.parametrize("make", [lambda lines: ubl("1002", lines), lambda lines: csv(rows("1002", lines))])
def test_all_that_is_equal_gives_exit_0(
    reconcile: Any, there: Path, dump: Callable[[Path], str], make: Callable[[list[Line]], str]
) -> None:
    before = dump(there)
    result = reconcile(make([B1, B2]))
    assert (0, "", "equal") == (result.code, result.err, found(result)["status"])
    assert [("B1", None, "2026-03", "equal"), ("B2", "2026-W10", None, "equal")] == [
        (line["case"], line["week"], line["month"], line["status"]) for line in found(result)["lines"]
    ]
    assert before == dump(there)


QUARTERS = (
    "case add B3 --agreement IPSU-2 --personnummer 19750315-2394 --name 'Tredje Person' " + SUPPORT,
    f"plan set B3 {PLAN}",
    *(f"deliver B3 0.75 --on {day}" for day in ("2026-03-04", "2026-03-11", "2026-03-18")),
    "--today 2026-04-01 invoice build --month 2026-03 --agreement IPSU-2",
)


@pytest.mark.parametrize(
    ("lines", "code", "of_lines"),
    [
        # 2.25 h make 1 047.375 kr as a line; as weeks they make 349.125 three times, which is an öre more in all
        ([Line("B3", "2026-03-01", "2026-03-31", 2_25, 465_50, 1047_38)], 0, ["equal"]),
        ([Line("B3", "2026-03-01", "2026-03-31", 2_25, 465_50, 1047_39)], 6, ["differs"]),
        ([Line("B3", day, day, 75, 465_50, 349_13) for day in ("2026-03-04", "2026-03-11", "2026-03-18")], 6,
         ["equal", "equal", "equal"]),
    ],
)  # fmt: skip
def test_a_line_is_rounded_once_and_its_weeks_by_themselves(
    ipsu: Program, there: Path, lines: list[Line], code: int, of_lines: list[str]
) -> None:
    for words in (MADE[0].replace("IPSU-1", "IPSU-2"), "price set IPSU-2 ipsu-b 465.50 --unit hour --from 2025-01-01"):
        assert 0 == ipsu(words, today=TODAY).code
    for words in QUARTERS:
        assert 0 == ipsu(words, today=TODAY).code, words
    (there.parent / "a.csv").write_text(csv(rows("2001", lines)), encoding="utf-8")
    done = ipsu("invoice reconcile 2026-0002 a.csv --json", today=TODAY)
    assert (code, of_lines) == (done.code, [row["status"] for row in found(done)["lines"]])


def test_an_hour_too_many_is_reported_before_and_at_the_approval(ipsu: Program, reconcile: Any, there: Path) -> None:
    result = reconcile(csv(rows("1002", [FORTY, B2])))
    shape = found(result)
    assert (6, "differs", 1, 450_00) == (
        result.code, shape["status"], shape["difference_hours"], shape["difference_net_ore"]
    )  # fmt: skip
    assert {
        "case": "B1", "week": None, "month": "2026-03", "status": "differs", "differs": ["hours", "net"],
        "ours_hours": 39, "theirs_hours": 40, "difference_hours": 1, "ours_unit_price_ore": 450_00,
        "theirs_unit_price_ore": 450_00, "ours_net_ore": 17_550_00, "theirs_net_ore": 18_000_00,
        "difference_net_ore": 450_00,
    } == shape["lines"][0]  # fmt: skip
    assert 0 == ipsu("invoice receive a.file", today=TODAY).code
    assert shape == found(ipsu("--json invoice reconcile 2026-0001 --received 1002", today=TODAY))
    refused = ipsu("--json invoice approve 2026-0001", today=TODAY)
    codes = ["approve.differs", "reconcile.differs", "reconcile.line-differs"]
    assert (1, codes) == (
        refused.code, [finding["code"] for finding in json.loads(refused.err)["error"]["details"]["findings"]]
    )  # fmt: skip
    approved = ipsu("--json invoice approve 2026-0001 --despite-difference", today=TODAY)
    assert (0, "approved") == (approved.code, approved.json["invoice"]["status"])
    warnings = approved.json["warnings"]
    assert ["reconcile.differs", "reconcile.line-differs"] == [warning["code"] for warning in warnings]
    assert all("1.00 h" in warning["message"] and "450.00" in warning["message"] for warning in warnings)


def test_an_equal_one_is_approved_without_a_word(ipsu: Program, reconcile: Any) -> None:
    reconcile(csv(rows("1002", [B1, B2])))
    ipsu("invoice receive a.file", today=TODAY)
    assert [] == ipsu("--json invoice approve 2026-0001", today=TODAY).json["warnings"]


def test_what_stands_on_one_side_alone_is_reported(ipsu: Program, reconcile: Any, there: Path) -> None:
    ipsu(f"case add B3 --personnummer 19750315-2386 --name 'Tredje Person' {SUPPORT}", today=TODAY)
    result = reconcile(csv(rows("1002", [B1, Line("B3", "2026-03-02", "2026-03-08", 1_00)])))
    assert ["equal", "ours-only", "theirs-only"] == [line["status"] for line in found(result)["lines"]]
    assert 6 == result.code


def test_a_head_without_lines_is_not_compared(ipsu: Program, there: Path) -> None:
    assert 0 == ipsu(BY_HAND, today=TODAY).code
    result = ipsu("--json invoice reconcile 2026-0001 --received 1002", today=TODAY)
    shape = found(result)
    assert (6, "not-compared", [], None, 0) == (
        result.code, shape["status"], shape["lines"], shape["difference_hours"], shape["difference_net_ore"]
    )  # fmt: skip
    warnings = ipsu("--json invoice approve 2026-0001", today=TODAY).json["warnings"]
    assert ["reconcile.not-compared"] == [warning["code"] for warning in warnings]


def test_the_vat_is_compared_too(reconcile: Any) -> None:
    result = reconcile(ubl("1002", [B1, B2], vat=0))
    assert (6, "differs", 0) == (result.code, found(result)["status"], found(result)["difference_net_ore"])
    assert -5_400_00 == found(result)["difference_total_ore"]


def test_a_corrected_case_has_left_the_invoice(ipsu: Program, reconcile: Any) -> None:
    ipsu("invoice reject 2026-0001 --case B2 --reason x --not-self-fixable", today=TODAY)
    ipsu("invoice resolve 2026-0001 --case B2 --outcome corrected", today=TODAY)
    assert "equal" == found(reconcile(csv(rows("1002", [B1]))))["status"]


def test_a_credit_of_theirs_is_set_against_a_credit_of_ours(ipsu: Program, there: Path) -> None:
    (there.parent / "1002.csv").write_text(csv(rows("1002", [B1, B2])))
    (there.parent / "1003.xml").write_text(ubl("1003", [B1], type="261", refers_to="1002"))
    for words in (
        "invoice approve 2026-0001",
        "invoice credit 2026-0001 --case B1 --reason 'fel vecka'",
        "invoice receive 1002.csv 1003.xml",
    ):
        assert 0 == ipsu(words, today=TODAY).code
    result = ipsu("--json invoice reconcile 2026-0002 --received 1003", today=TODAY)
    assert (0, "equal", -17_550_00) == (result.code, found(result)["status"], found(result)["theirs_net_ore"])
    original = ipsu("--json invoice reconcile 2026-0001 --received 1002", today=TODAY)
    assert (0, "equal") == (original.code, found(original)["status"])


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ("2026-0001", 2, "option.one-of"),
        ("2026-0001 a.csv --received 1002", 2, "option.one-of"),
        ("2026-0001 --received 4711", 1, "self-invoice.unknown"),
        ("2026-0099 --received 1002", 1, "invoice.unknown"),
        ("2026-0001 nothing.csv", 3, "file.unreadable"),
        ("2026-0001 two.csv", 1, "reconcile.several"),
        ("2026-0001 sum.xml", 1, "self-invoice.lines-sum"),
        ("2026-0001 other.xml", 1, "self-invoice.other-seller"),
        ("2026-0001 --received 1002 --excel ipsu.db", 1, "file.is-database"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    ipsu: Program, there: Path, dump: Callable[[Path], str], words: str, code: int, name: str
) -> None:
    (there.parent / "two.csv").write_text(csv(rows("1", [B1]), rows("2", [B2])))
    (there.parent / "sum.xml").write_text(ubl("1002", [B1], net=1))
    (there.parent / "other.xml").write_text(ubl("1002", [B1], seller="556677-8899"))
    ipsu(BY_HAND, today=TODAY)
    before = dump(there)
    result = ipsu(f"invoice reconcile {words}", today=TODAY)
    assert (code, "") == (result.code, result.out)
    assert f"[{name}" in result.err
    assert before == dump(there)


def test_the_workbook_can_be_sent_without_names(ipsu: Program, reconcile: Any, there: Path) -> None:
    from openpyxl import load_workbook

    result = reconcile(csv(rows("1002", [FORTY, B2])), "--excel jämförelse.xlsx")
    assert "jämförelse.xlsx" == result.json["excel"]
    book = load_workbook(there.parent / "jämförelse.xlsx")
    assert ["Skillnader", "Alla rader"] == book.sheetnames
    cells = [str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {"Stöd i Exempelby AB", "559999-0008", "1002", "2026-0001", "B1", "B2", "2026-W10"} <= set(cells)
    assert [] == [cell for cell in cells if "Person" in cell or "1990" in cell]
    page = book["Skillnader"]
    head = next(row for row in page.iter_rows(values_only=True) if row[0] == "Ärende")
    values = next(row for row in page.iter_rows(values_only=True) if row[0] == "B1")
    assert (40, 1, 450) == tuple(
        values[head.index(name)] for name in ("Självfakturans h", "Skillnad h", "Skillnad netto")
    )


def test_hours_that_two_decimals_cannot_hold_are_not_compared_but_their_net_is(reconcile: Any) -> None:
    result = reconcile(csv(rows("1002", [B1, B2])).replace("39.00", "39.0033"))
    shape = found(result)
    assert (6, "not-compared", None, None, 0) == (
        result.code, shape["status"], shape["theirs_hours"], shape["difference_hours"], shape["difference_net_ore"]
    )  # fmt: skip
    assert ["not-compared", "equal"] == [line["status"] for line in shape["lines"]]
    differs = found(reconcile(csv(rows("1002", [FORTY, B2])).replace("40.00", "39.9999")))
    assert ("differs", ["net"], None, 450_00) == tuple(
        differs["lines"][0][key] for key in ("status", "differs", "difference_hours", "difference_net_ore")
    )


def test_what_was_set_off_is_named_where_the_lines_agree(ipsu: Program, reconcile: Any, there: Path) -> None:
    result = reconcile(ubl("1002", [B1, B2], prepaid=5_000_00))
    assert (0, "equal", ["self-invoice.set-off"]) == (
        result.code, found(result)["status"], [warning["code"] for warning in result.json["warnings"]]
    )  # fmt: skip
    ipsu("invoice receive a.file", today=TODAY)
    shown = ipsu("invoice reconcile 2026-0001 --received 1002", today=TODAY)
    assert "agrees with 2026-0001 to the öre" in shown.out and "5,000.00 kr is paid or set off before" in shown.out


def test_of_one_number_in_two_years_the_one_that_is_about_ours_is_compared(ipsu: Program, there: Path) -> None:
    last_year = Line("B1", "2025-03-03", "2025-03-09")
    (there.parent / "a.csv").write_text(csv(rows("1001", [B1, B2])))
    (there.parent / "b.csv").write_text(csv(rows("1001", [last_year], date="2025-04-01")))
    assert 0 == ipsu("invoice receive a.csv b.csv", today=TODAY).code
    assert "equal" == found(ipsu("--json invoice reconcile 2026-0001 --received 1001", today=TODAY))["status"]
    other = ipsu("--json invoice reconcile 2026-0001 --received 1001 --year 2025", today=TODAY)
    assert "differs" == found(other)["status"]
    assert 2 == ipsu("invoice reconcile 2026-0001 a.csv --year 2025", today=TODAY).code


# Which bases a self-invoice is about


def test_the_bases_that_a_self_invoice_is_about_are_kept(ipsu: Program, there: Path) -> None:
    ipsu("deliver B2 1 --on 2026-03-11", today=TODAY)
    ipsu("invoice build --month 2026-03", today=TODAY)
    late = Line("B2", "2026-03-09", "2026-03-15", 1_00)
    (there.parent / "a.csv").write_text(csv(rows("1001", [B1]), rows("1002", [B2, late]), rows("1003", [B1, B2, late])))
    ipsu("invoice receive a.csv", today=TODAY)
    both = ["2026-0001", "2026-0002"]
    assert [["2026-0001"], both, both] == [sorted(numbers) for numbers in paired(ipsu)]


def test_a_self_invoice_that_came_first_is_paired_when_its_basis_is_made(ipsu: Program, there: Path) -> None:
    (there.parent / "a.csv").write_text(csv(rows("1001", [Line("B2", "2026-03-09", "2026-03-15", 1_00)])))
    ipsu("invoice receive a.csv", today=TODAY)
    ipsu("invoice receive --number 1002 --on 2026-04-09 --total 562.50 --agreement IPSU-1", today=TODAY)
    assert [["2026-0001"], []] == paired(ipsu)
    ipsu("deliver B2 1 --on 2026-03-11", today=TODAY)
    ipsu("invoice build --month 2026-03", today=TODAY)
    assert [["2026-0001", "2026-0002"], ["2026-0002"]] == paired(ipsu)


def paired(ipsu: Program) -> list[list[str]]:
    return [invoice["pairs"] for invoice in received(ipsu).json["self_invoices"]]


# Who has answered


def received(ipsu: Program, options: str = "") -> program.Result:
    return ipsu(f"--json invoice list --received {options}", today=TODAY)


def replies(result: program.Result) -> list[tuple[Any, ...]]:
    return [(e["number"], e["invoice"], e["answer"], e["days"]) for e in result.json["self_invoices"]]


def test_what_is_unanswered_is_listed_with_its_age(ipsu: Program, there: Path) -> None:
    (there.parent / "a.csv").write_text(
        csv(rows("1002", [B1, B2], date="2026-04-03"), rows("1001", [Line("B1", "2026-02-02", "2026-02-08")]))
    )
    assert 0 == ipsu("invoice receive a.csv", today=TODAY).code
    late = received(ipsu, "--fail-on-unanswered 8")
    assert [("1001", None, "unanswered", 9), ("1002", "2026-0001", "unanswered", 7)] == replies(late)
    assert (6, 0) == (late.code, received(ipsu, "--fail-on-unanswered 9").code)
    assert ["1001", "1002"] == [reply[0] for reply in replies(received(ipsu, "--month 2026-04"))]
    assert [] == replies(received(ipsu, "--month 2026-03"))
    [waits] = ipsu("--json status", today=TODAY).json["received"]
    assert ("1001", "IPSU-1", 9, 21_937_50) == tuple(waits[key] for key in ("number", "agreement", "days", "total_ore"))
    ipsu("invoice reject 2026-0001 --case B2 --reason x --not-self-fixable", today=TODAY)
    assert ("1002", "2026-0001", "unanswered", 7) == replies(received(ipsu))[1]
    ipsu("invoice resolve 2026-0001 --case B2 --outcome upheld", today=TODAY)
    ipsu("invoice approve 2026-0001", today=TODAY)
    assert ("1002", "2026-0001", "approved", None) == replies(received(ipsu))[1]


def test_a_head_alone_is_answered_by_the_basis_of_its_total(ipsu: Program, there: Path) -> None:
    ipsu(BY_HAND, today=TODAY)
    assert [("1002", "2026-0001", "unanswered", 8)] == replies(received(ipsu))
    assert [] == ipsu("--json status", today=TODAY).json["received"]


def test_of_two_self_invoices_one_bills_what_was_never_delivered(ipsu: Program, there: Path) -> None:
    later = [Line("B1", "2026-03-23", "2026-03-29", 2_00)]
    (there.parent / "a.csv").write_text(csv(rows("1002", [B1, B2]), rows("1003", later, date="2026-04-05")))
    ipsu("invoice receive a.csv", today=TODAY)
    refused = json.loads(ipsu("--json invoice approve 2026-0001", today=TODAY).err)["error"]["details"]["findings"]
    assert "self-invoice.never-delivered" in [finding["code"] for finding in refused]


def test_who_approved_is_kept(ipsu: Program, there: Path) -> None:
    assert ipsu("--json invoice show 2026-0001", today=TODAY).json["invoice"]["approved"] is None
    ipsu("invoice approve 2026-0001 --on 2026-04-08", today=TODAY, LOGNAME="anna")
    ipsu("invoice paid 2026-0001 --on 2026-04-10", today=TODAY, LOGNAME="bo")
    shown = ipsu("--json invoice show 2026-0001", today=TODAY).json["invoice"]
    assert ({"on": "2026-04-08", "by": "anna"}, "paid") == (shown["approved"], shown["status"])
    assert "Approved 2026-04-08 by anna." in ipsu("invoice show 2026-0001", today=TODAY).out


def test_a_rejected_case_is_locked_until_it_is_resolved(ipsu: Program, there: Path) -> None:
    asked = ipsu("--json invoice reject 2026-0001 --case B1 --reason 'fel pris'", today=TODAY)
    assert (1, "invoice.self-fixable") == (asked.code, json.loads(asked.err)["error"]["code"])
    rejected = ipsu("--json invoice reject 2026-0001 --case B1 --reason 'fel pris' --not-self-fixable", today=TODAY)
    assert ("rejected", ["rejected", "created"]) == status_of(rejected)
    lock = ipsu("--json case show B1", today=TODAY).json["locked"]
    assert {"since": TODAY, "invoice": "2026-0001", "reason": "fel pris"} == lock
    assert ipsu("--json case show B2", today=TODAY).json["locked"] is None
    for words in ("deliver B1 1 --on 2026-03-18", "delivery correct 1 2 --reason x", "delivery cancel 1 --reason x"):
        assert 1 == ipsu(words, today=TODAY).code, words
    assert 1 == ipsu("invoice approve 2026-0001", today=TODAY).code
    assert 1 == ipsu("invoice resolve 2026-0001 --case B1 --outcome upheld --on 2026-04-09", today=TODAY).code
    resolved = ipsu("--json invoice resolve 2026-0001 --case B1 --outcome corrected", today=TODAY)
    assert ("created", ["corrected", "created"]) == status_of(resolved)
    assert 0 == ipsu("delivery correct 1 15 --reason x", today=TODAY).code
    built = ipsu("--json invoice build --month 2026-03", today=TODAY).json["invoices"]
    assert [38] == [line["quantity"] for invoice in built for line in invoice["lines"]]


def status_of(result: program.Result) -> tuple[str, list[str]]:
    invoice = result.json["invoice"]
    return invoice["status"], [line["status"] for line in invoice["lines"]]


# How fast


@pytest.mark.long
def test_ten_thousand_lines_take_no_more_than_is_promised(tmp_path: Path) -> None:
    from tests.bench import received as bench

    measured = bench.ratios(tmp_path, names=("a.xml",), rounds=3)
    assert [] == [measurement.cells() for measurement in measured if not measurement.kept]

"""`ipsu invoice receive`: what is taken in, what is reported, and what is refused with nothing changed."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.at_least import only_what
from tests.conftest import Program
from tests.self_invoices import Line, csv, rows, ubl, xlsx
from tests.typed import OfficeWith

TODAY = "2026-04-10"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
MADE = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "agreement add IPSU-2 --service ipsu --area 'Norra Norrland' --from 2025-01-01 --purchaser 'Staden 212000-0001'",
    f"case add B1 --service ipsu-b --agreement IPSU-1 --personnummer 19900101-9802 --name 'Test Person' "
    f"--from 2026-03-02 --to 2026-03-22 {TRAINING}",
    f"case add B2 --service ipsu-b --agreement IPSU-2 --personnummer 19850505-2392 --name 'Annan Person' "
    f"--from 2026-03-02 --to 2026-03-22 {TRAINING}",
)
MARCH = Line("B1", "2026-03-01", "2026-03-31")


@pytest.fixture
def there(office_with: OfficeWith, db: Path) -> Path:
    return Path(shutil.copy2(office_with(MADE, TODAY), db))


@pytest.fixture
def receive(ipsu: Program, there: Path) -> Callable[..., program.Result]:
    """Receive contents under their names, as JSON."""

    def run(files: dict[str, str | bytes], options: str = "") -> program.Result:
        for name, content in files.items():
            (there.parent / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return ipsu(f"--json invoice receive {' '.join(files)} {options}", today=TODAY)

    return run


def by_hand(number: str, day: str = "2026-04-01", total: str = "21937.50", more: str = "") -> str:
    return f"--json invoice receive --number {number} --on {day} --total {total} --agreement IPSU-1 {more}"


def error(result: program.Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.err)["error"]
    return found


def codes(result: program.Result) -> list[str]:
    """What is warned of, but for what every self-invoice here is: nothing is delivered in this office."""
    found = [warning["code"] for warning in result.json["warnings"]]
    return [code for code in found if code != "self-invoice.never-delivered"]


# What is taken in

EXPECTED = {
    "number": "1002", "date": "2026-04-01", "type": "389", "agreement": "IPSU-1", "refers_to": None,
    "net_ore": 17_550_00, "vat_ore": 4_387_50, "total_ore": 21_937_50,
    "lines": [{"case": "B1", "from": "2026-03-01", "to": "2026-03-31", "hours": 39, "unit_price_ore": 450_00,
               "net_ore": 17_550_00}],
    "outcome": "added",
}  # fmt: skip
TABLE = [csv(rows("1002", [MARCH])).splitlines()[n].split(";") for n in (0, 1)]
KINDS: dict[str, str | bytes] = {
    "a.xml": ubl("1002", [MARCH]),
    "a.csv": csv(rows("1002", [MARCH])),
    "a.xlsx": xlsx(TABLE),
    "numbers.xlsx": xlsx([TABLE[0], ["1002", *TABLE[1][1:7], 39, 450, 17550.0, 4387.5, 21937.5]]),
    "svensk.csv": csv(
        rows("1002", [MARCH]), headings="Nummer,Datum,Typ,Avser,Ärende,Från,Till,Timmar,À-pris,Netto,Moms,Totalt"
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_says_the_same(receive: Any, name: str) -> None:
    result = receive({name: KINDS[name]})
    assert (0, "") == (result.code, result.err)
    assert EXPECTED == only_what(EXPECTED, result.json["self_invoice"])
    assert ["self-invoice.never-delivered"] == [warning["code"] for warning in result.json["warnings"]]


def test_all_kinds_are_one_self_invoice(receive: Any, there: Path, dump: Callable[[Path], str]) -> None:
    receive({"a.xml": KINDS["a.xml"]})
    before = dump(there)
    for name, content in KINDS.items():
        result = receive({name: content})
        assert (0, "known") == (result.code, result.json["self_invoice"]["outcome"])
    assert before == dump(there)


def test_a_head_by_hand_is_given_its_lines_by_a_file(ipsu: Program, receive: Any) -> None:
    head = ipsu(by_hand("1002"), today=TODAY).json["self_invoice"]
    assert (17_550_00, 4_387_50, []) == (head["net_ore"], head["vat_ore"], head["lines"])
    completed = receive({"a.xml": KINDS["a.xml"]}).json["self_invoice"]
    assert {**EXPECTED, "outcome": "completed"} == only_what(EXPECTED, completed)
    again = ipsu(by_hand("1002"), today=TODAY).json["self_invoice"]
    assert {**EXPECTED, "outcome": "known"} == only_what(EXPECTED, again)


def test_the_file_is_kept_as_it_came(receive: Any, there: Path) -> None:
    content = ubl("1002", [MARCH]).encode()
    receive({"a.xml": content})
    with closing(sqlite3.connect(there)) as conn:
        kept = conn.execute("SELECT sha256, content FROM received_files JOIN received_bytes ON file_id = id").fetchall()
    assert [(sha256(content).hexdigest(), content)] == kept


def test_a_feed_is_taken_in_by_day_and_time_and_twice_changes_nothing(
    receive: Any, there: Path, dump: Callable[[Path], str]
) -> None:
    files = {
        "a.xml": ubl("1003", [MARCH], type="261", refers_to="1001", time="09:00:00"),
        "b.xml": ubl("1001", [MARCH], time="08:00:00"),
        "c.xml": ubl("1002", [Line("B1", "2026-03-02", "2026-03-08", 20_00)], date="2026-03-31"),
        "d.xml": ubl("1001", [MARCH], time="08:00:00"),
    }
    first = receive(files)
    assert ["1002", "1001", "1001", "1003"] == [invoice["number"] for invoice in first.json["self_invoices"]]
    assert ["added", "added", "known", "added"] == [invoice["outcome"] for invoice in first.json["self_invoices"]]
    assert -21_937_50 == first.json["self_invoices"][-1]["total_ore"]
    assert -39 == first.json["self_invoices"][-1]["lines"][0]["hours"]
    before = dump(there)
    assert {"known"} == {invoice["outcome"] for invoice in receive(files).json["self_invoices"]}
    assert before == dump(there)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_credit_in_a_sheet_is_below_zero_however_it_is_signed(receive: Any, ipsu: Program, sign: int) -> None:
    receive({"a.csv": csv(rows("1001", [MARCH]))})
    back = Line("B1", "2026-03-01", "2026-03-31", sign * 39_00)
    result = receive({"b.csv": csv(rows("1002", [back], type="261", refers_to="1001"))})
    found = result.json["self_invoice"]
    assert (-17_550_00, -4_387_50, -21_937_50) == (found["net_ore"], found["vat_ore"], found["total_ore"])
    assert (-39, 450_00, -17_550_00) == tuple(found["lines"][0][key] for key in ("hours", "unit_price_ore", "net_ore"))


def test_a_credit_by_hand(ipsu: Program, there: Path) -> None:
    ipsu(by_hand("1001"), today=TODAY)
    result = ipsu(by_hand("1002", more="--type 261 --refers 1001"), today=TODAY)
    assert (-21_937_50, "1001") == (result.json["self_invoice"]["total_ore"], result.json["self_invoice"]["refers_to"])


@pytest.mark.parametrize("where", ["object", "order", "note", "name", "description"])
def test_the_case_stands_in_one_of_five_places(receive: Any, where: str) -> None:
    assert "B1" == receive({"a.xml": ubl("1001", [MARCH], where=where)}).json["self_invoice"]["lines"][0]["case"]


def test_a_line_that_counts_no_hours_has_none(receive: Any) -> None:
    whole = Line("B1", "2026-03-02", "2026-03-20", None, 9_500_00)
    assert None is receive({"a.xml": ubl("1001", [whole])}).json["self_invoice"]["lines"][0]["hours"]


def test_what_a_file_leaves_out_of_its_sums_follows_from_the_rest(receive: Any) -> None:
    without = ubl("1001", [MARCH]).replace("<cbc:TaxExclusiveAmount>17550.00</cbc:TaxExclusiveAmount>", "")
    found = receive({"a.xml": without}).json["self_invoice"]
    assert (17_550_00, 4_387_50) == (found["net_ore"], found["vat_ore"])
    untaxed = ubl("1002", [MARCH], vat=0).replace("<cac:TaxTotal>", "<cac:None>").replace("/cac:TaxTotal", "/cac:None")
    found = receive({"b.xml": untaxed}).json["self_invoice"]
    assert (17_550_00, 0, 17_550_00) == (found["net_ore"], found["vat_ore"], found["total_ore"])


def test_what_is_to_be_paid_is_read(receive: Any) -> None:
    result = receive({"a.xml": ubl("1001", [MARCH], prepaid=5_000_00)})
    found = result.json["self_invoice"]
    assert (16_937_50, 5_000_00, None) == tuple(found[key] for key in ("payable_ore", "prepaid_ore", "rounding_ore"))
    assert ["self-invoice.set-off"] == codes(result)
    rounded = receive({"b.xml": ubl("1002", [MARCH], rounding=50)}).json["self_invoice"]
    assert (21_938_00, None, 50) == tuple(rounded[key] for key in ("payable_ore", "prepaid_ore", "rounding_ore"))
    sheet = receive({"c.csv": csv(rows("1003", [MARCH]))}).json["self_invoice"]
    assert (None, None, None) == tuple(sheet[key] for key in ("payable_ore", "prepaid_ore", "rounding_ore"))


@pytest.mark.parametrize(
    "content", [ubl("AF  1001", [MARCH]), csv(rows("AF 1001", [MARCH])), ubl("AF\n 1001", [MARCH])]
)
def test_a_number_may_hold_spaces(receive: Any, ipsu: Program, content: str) -> None:
    assert "AF 1001" == receive({"a.file": content}).json["self_invoice"]["number"]
    shown = ipsu("--json invoice show --received 'AF 1001'", today=TODAY)
    assert "AF 1001" == shown.json["self_invoice"]["number"]


@pytest.mark.parametrize("number", ["", " ", "-1", "AF\u200b1001", "9" * 41])
def test_what_is_no_number_is_refused(receive: Any, number: str) -> None:
    assert 3 == receive({"a.xml": ubl(number, [MARCH])}).code


@pytest.mark.parametrize("stated", ["39.3333", "39.333333333333336"])
@pytest.mark.parametrize("kind", ["xml", "csv"])
def test_hours_that_two_decimals_cannot_hold_are_kept_as_they_stand(receive: Any, kind: str, stated: str) -> None:
    content = GOOD if kind == "xml" else csv(rows("1002", [MARCH]))
    [line] = receive({"a.file": content.replace("39.00", stated)}).json["self_invoice"]["lines"]
    assert (None, stated, 17_550_00) == (line["hours"], line["stated_hours"], line["net_ore"])


@pytest.mark.parametrize("kind", ["xml", "csv"])
def test_zeros_at_the_end_of_hours_say_nothing(receive: Any, kind: str) -> None:
    content = GOOD if kind == "xml" else csv(rows("1002", [MARCH]))
    [line] = receive({"a.file": content.replace("39.00", "39.5000")}).json["self_invoice"]["lines"]
    assert (39.5, None) == (line["hours"], line["stated_hours"])


def test_a_credit_takes_back_hours_that_two_decimals_cannot_hold(receive: Any) -> None:
    receive({"a.xml": ubl("1001", [MARCH])})
    credit = ubl("1003", [MARCH], type="261", refers_to="1001").replace(">39.00<", ">39.3333<")
    [line] = receive({"b.xml": credit}).json["self_invoice"]["lines"]
    assert (None, "-39.3333", -17_550_00) == (line["hours"], line["stated_hours"], line["net_ore"])


BACK = Line("B1", "2026-03-01", "2026-03-31", -39_00)


@pytest.mark.parametrize(
    ("refers_to", "warned"), [(None, ["self-invoice.negative"]), ("1001", [])], ids=["of nothing named", "of 1001"]
)
@pytest.mark.parametrize("make", ["ubl", "csv"])
def test_a_self_invoice_below_zero_is_a_credit(receive: Any, make: str, refers_to: str | None, warned: Any) -> None:
    receive({"a.xml": ubl("1001", [MARCH])})
    negative = (
        ubl("1002", [BACK], refers_to=refers_to)
        if make == "ubl"
        else csv(rows("1002", [BACK], refers_to=refers_to or ""))
    )
    result = receive({"b.file": negative})
    found = result.json["self_invoice"]
    assert (0, warned, "389", -21_937_50, refers_to) == (
        result.code, codes(result), found["type"], found["total_ore"], found["refers_to"]
    )  # fmt: skip


def test_a_credit_may_refer_to_two(receive: Any) -> None:
    weeks = [Line("B1", "2026-03-02", "2026-03-08", 20_00), Line("B1", "2026-03-09", "2026-03-15", 19_00)]
    receive({"a.csv": csv(rows("1001", weeks[:1]), rows("1002", weeks[1:]))})
    result = receive({"b.xml": ubl("1003", weeks, type="261", refers_to=["1001", "1002"])})
    assert (0, [], "1001, 1002") == (result.code, codes(result), result.json["self_invoice"]["refers_to"])
    more = receive({"c.csv": csv(rows("1004", weeks[:1], type="261", refers_to="1001,1002"))})
    assert ["self-invoice.over-credited"] == codes(more)
    missing = receive({"d.csv": csv(rows("1005", weeks[:1], type="261", refers_to="1001,0999"))})
    assert (1, "self-invoice.no-original") == (missing.code, error(missing)["code"])


def test_a_number_that_two_years_have_is_asked_about(ipsu: Program, there: Path) -> None:
    for day in ("2025-04-01", "2026-04-01"):
        ipsu(by_hand("1001", day=day), today=TODAY)
    asked = ipsu("--json invoice show --received 1001", today=TODAY)
    assert (1, "self-invoice.which") == (asked.code, error(asked)["code"])
    assert "IPSU-1 2025, IPSU-1 2026" in error(asked)["message"]
    assert error(asked)["hint"].endswith("ipsu invoice show --received 1001 --agreement IPSU-1 --year 2025")
    shown = ipsu("--json invoice show --received 1001 --agreement IPSU-1 --year 2026", today=TODAY)
    assert "2026-04-01" == shown.json["self_invoice"]["date"]
    assert 1 == ipsu("invoice show --received 1001 --year 2024", today=TODAY).code
    assert 2 == ipsu("invoice show 2026-0001 --year 2024", today=TODAY).code


def test_a_credit_is_of_the_year_that_it_says(receive: Any) -> None:
    last_year = Line("B1", "2025-03-01", "2025-03-31")
    receive({"a.csv": csv(rows("1001", [last_year], date="2025-04-01"), rows("1002", [MARCH]))})
    receive({"b.csv": csv(rows("1001", [Line("B1", "2026-03-01", "2026-03-31", 1_00)]))})
    whole = receive({"c.csv": csv(rows("1003", [MARCH], type="261", refers_to="1001"))})
    assert ["self-invoice.over-credited"] == codes(whole)  # the newest of that number before it: of one hour
    dated = ubl("1004", [last_year], type="261", refers_to="1001").replace(
        "<cbc:ID>1001</cbc:ID>", "<cbc:ID>1001</cbc:ID><cbc:IssueDate>2025-04-01</cbc:IssueDate>"
    )
    assert [] == codes(receive({"d.xml": dated}))


def test_the_same_key_gives_the_first_answer(receive: Any, there: Path, dump: Callable[[Path], str]) -> None:
    first = receive({"a.xml": KINDS["a.xml"]}, "--key k1")
    before = dump(there)
    again = receive({"a.xml": KINDS["a.xml"]}, "--key k1")
    assert {**first.json, "repeated": True} == again.json
    assert before == dump(there)


# The series


def test_a_gap_is_reported_and_listed_until_it_is_filled(ipsu: Program, there: Path) -> None:
    assert [[], [], ["self-invoice.gap"]] == [
        codes(ipsu(by_hand(number), today=TODAY)) for number in ("1001", "1002", "1004")
    ]
    listed = ipsu("--json invoice list --received", today=TODAY).json
    assert ["1001", "1002", "1004"] == [invoice["number"] for invoice in listed["self_invoices"]]
    assert [{"agreement": "IPSU-1", "year": 2026, "after": "1002", "before": "1004", "count": 1,
             "missing": ["1003"]}] == listed["gaps"]  # fmt: skip
    assert [] == codes(ipsu(by_hand("1003"), today=TODAY))
    assert [] == ipsu("--json invoice list --received", today=TODAY).json["gaps"]


def test_a_restart_is_reported(ipsu: Program, there: Path) -> None:
    ipsu(by_hand("1001", day="2026-03-01"), today=TODAY)
    assert ["self-invoice.restart"] == codes(ipsu(by_hand("0001"), today=TODAY))
    assert ["self-invoice.restart"] == codes(ipsu("--json invoice list --received", today=TODAY))


def test_each_agreement_and_year_has_its_series(ipsu: Program, there: Path) -> None:
    for words in (by_hand("7"), by_hand("7", day="2025-04-01"), by_hand("7").replace("IPSU-1", "IPSU-2")):
        assert (0, []) == ((result := ipsu(words, today=TODAY)).code, codes(result))
    assert 3 == len(ipsu("--json invoice list --received", today=TODAY).json["self_invoices"])


# What is reported

REPORTED = {
    "the word is missing": (ubl("1001", [MARCH], note=None), "self-invoice.text-missing"),
    "another buyer": (ubl("1001", [MARCH], buyer="212000-0001"), "self-invoice.other-buyer"),
    "an own purchaser": (ubl("1001", [Line("B2", "2026-03-01", "2026-03-31")]), "self-invoice.other-buyer"),
    "another rate": (ubl("1001", [MARCH], vat=1_053_00), "self-invoice.vat"),
    "a line that is not its hours at its price": (
        ubl("1001", [Line("B1", "2026-03-01", "2026-03-31", net=17_550_01)]), "self-invoice.line-net"),
    "a case of another agreement": (
        csv(rows("1001", [MARCH, Line("B2", "2026-03-01", "2026-03-31")])), "self-invoice.other-agreement"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTED)
def test_what_is_odd_is_reported_and_taken_in(receive: Any, name: str) -> None:
    content, code = REPORTED[name]
    result = receive({"a.file": content}, "--agreement IPSU-1" if name == "a case of another agreement" else "")
    assert (0, [code]) == (result.code, codes(result))


# What is refused

TWO_CASES = csv(rows("1001", [MARCH, Line("B2", "2026-03-01", "2026-03-31")]))
BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
GOOD = ubl("1002", [MARCH])
REFUSED: dict[str, tuple[str | bytes, int, str]] = {
    "a truncated XML": (GOOD[:-40], 3, "xml.broken"),
    "a start of XML": (GOOD[:12], 3, "xml.broken"),
    "an entity bomb": (GOOD.replace("<Invoice ", f"{BOMB}<Invoice ").replace("Namn", "&b;"), 3, "xml.unsafe"),
    "an entity from outside": (
        GOOD.replace("<Invoice ", "<!DOCTYPE x SYSTEM 'http://localhost/x.dtd'><Invoice "), 3, "xml.unsafe"),
    "an entity that nobody declared": (GOOD.replace("Namn", "&b;"), 3, "xml.broken"),
    "another root": (GOOD.replace("Invoice ", "Order ").replace("/Invoice>", "/Order>"), 3, "ubl.root"),
    "a web page": ("<html><body>Logga in</body></html>", 3, "ubl.root"),
    "no number": (GOOD.replace("<cbc:ID>1002</cbc:ID>", ""), 3, "ubl.missing"),
    "a credit in an Invoice": (GOOD.replace(">389<", ">261<"), 3, "ubl.type-root"),
    "a seller's own invoice": (ubl("1002", [MARCH], type="380"), 1, "self-invoice.not-self-billed"),
    "a seller's own credit": (ubl("1002", [MARCH], type="381"), 1, "self-invoice.not-self-billed"),
    "another supplier's": (ubl("1002", [MARCH], seller="556677-8899"), 1, "self-invoice.other-seller"),
    "nobody's": (
        GOOD.replace("<cbc:CompanyID schemeID='0007'>559999-0008</cbc:CompanyID>", "")
        .replace("<cbc:EndpointID schemeID='0007'>5599990008</cbc:EndpointID>", ""), 1, "self-invoice.other-seller"),
    "another currency": (ubl("1002", [MARCH], currency="EUR"), 1, "self-invoice.currency"),
    "tomorrow's": (ubl("1002", [MARCH], date="2026-04-11"), 1, "self-invoice.future"),
    "an unknown case": (ubl("1002", [Line("X9", "2026-03-01", "2026-03-31")]), 3, "case.unknown"),
    "an unknown case in an order line": (
        ubl("1002", [Line("X9", "2026-03-01", "2026-03-31")], where="order"), 3, "case.unknown"),
    "no case": (ubl("1002", [Line("X9", "2026-03-01", "2026-03-31")], where="note"), 3, "self-invoice.no-case"),
    "two cases in a line": (
        ubl("1002", [Line("B1 B2", "2026-03-01", "2026-03-31")], where="note"), 3, "self-invoice.several-cases"),
    "lines that do not make the head": (ubl("1002", [MARCH], net=17_550_01), 1, "self-invoice.lines-sum"),
    "sums that do not make the total": (ubl("1002", [MARCH], total=21_937_51), 1, "self-invoice.total-sum"),
    "a negative total of what never came": (
        ubl("1002", [Line("B1", "2026-03-01", "2026-03-31", -39_00)], refers_to="0999"), 1,
        "self-invoice.no-original"),
    "a credit without an original": (ubl("1002", [MARCH], type="261"), 1, "self-invoice.no-original"),
    "a credit of what never came": (
        ubl("1002", [MARCH], type="261", refers_to="0999"), 1, "self-invoice.no-original"),
    "hours that are no number": (GOOD.replace(">39.00<", ">39.0o5<"), 3, "value.hours"),
    "a day that does not exist": (GOOD.replace("2026-03-01", "2026-02-30"), 3, "value.date"),
    "no head line": ("1;2;3\n4;5;6\n", 3, "file.column-unknown"),
    "a missing column": (csv(rows("1002", [MARCH])).replace("net;", "vat;", 1), 3, "file.column-doubled"),
    "a sheet without rows": (csv(), 3, "file.no-rows"),
    "text for hours": (csv(rows("1002", [MARCH])).replace("39.00", "trettionio"), 3, "value.hours"),
    "text for hours in a workbook": (xlsx([TABLE[0], [*TABLE[1][:7], "trettionio", *TABLE[1][8:]]]), 3, "value.hours"),
    "a formula": (xlsx([TABLE[0], [*TABLE[1][:7], "=30+9", *TABLE[1][8:]]]), 3, "file.formula"),
    "an error in a cell": (xlsx([TABLE[0], [*TABLE[1][:7], "#REF!", *TABLE[1][8:]]]), 3, "file.error-cell"),
    "an archive that is no workbook": (b"PK\x05\x06" + b"\0" * 18, 3, "file.not-xlsx"),
    "half a workbook": (xlsx(TABLE)[:2_000], 3, "file.not-xlsx"),
    "a head that changes on the way": (
        csv(rows("1002", [MARCH]), rows("1002", [MARCH], total="1.00")), 3, "self-invoice.head-differs"),
    "a line without a net": (csv(rows("1002", [MARCH])).replace("17550.00", ""), 3, "file.cell-empty"),
    "cases of two agreements": (TWO_CASES, 1, "self-invoice.which-agreement"),
    "nothing": ("  \n", 3, "file.empty"),
    "a duplicate": (ubl("1001", [Line("B1", "2026-03-01", "2026-03-31", 40_00)]), 1, "self-invoice.duplicate"),
    "a duplicate with other lines": (
        ubl("1001", [Line("B1", "2026-03-01", "2026-03-30")]), 1, "self-invoice.duplicate"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_named_and_changes_nothing(
    receive: Any, there: Path, dump: Callable[[Path], str], name: str
) -> None:
    assert 0 == receive({"first.xml": ubl("1001", [MARCH])}).code
    before = dump(there)
    content, code, wrong = REFUSED[name]
    result = receive({"a.file": content})
    assert (code, "") == (result.code, result.out)
    refusal = error(result)
    details = refusal["details"]
    found = [problem["code"] for problem in (*details.get("errors", []), *details.get("findings", []))]
    assert wrong in (refusal["code"], *found)
    assert before == dump(there)


def test_all_that_is_wrong_is_reported_at_once(receive: Any) -> None:
    wrong = ubl("1001", [MARCH], date="2026-05-01", net=1, total=3)
    found = [finding["code"] for finding in error(receive({"a.xml": wrong}))["details"]["findings"]]
    assert ["self-invoice.future", "self-invoice.lines-sum", "self-invoice.total-sum"] == sorted(found)
    lines = [Line("X1", "2026-03-01", "2026-03-31"), Line("X2", "2026-03-01", "2026-03-31")]
    errors = error(receive({"a.csv": csv(rows("1001", lines))}))["details"]["errors"]
    assert [("a.csv", 2, "case", "case.unknown"), ("a.csv", 3, "case", "case.unknown")] == [
        (fault["file"], fault["row"], fault["column"], fault["code"]) for fault in errors
    ]


def test_one_bad_file_stops_them_all(receive: Any, there: Path, dump: Callable[[Path], str]) -> None:
    before = dump(there)
    assert 3 == receive({"a.xml": ubl("1001", [MARCH]), "b.xml": GOOD[:-40]}).code
    assert 1 == receive({"a.xml": ubl("1001", [MARCH]), "b.xml": ubl("1001", [MARCH], vat=0)}).code
    assert before == dump(there)


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ("invoice receive", 2, "option.one-of"),
        ("invoice receive a.xml --number 1", 2, "option.one-of"),
        ("invoice receive --number 1 --on 2026-04-01 --agreement IPSU-1", 2, "option.missing"),
        (by_hand("1", more="--type 380"), 2, "value.code"),
        (by_hand("1", total="12,345"), 2, "value.money"),
        (by_hand("1", day="2026-04-11"), 1, "self-invoice.future"),
        (by_hand("1", more="--type 261"), 1, "self-invoice.no-original"),
        (by_hand("1").replace("IPSU-1", "X"), 1, "agreement.unknown"),
        ("invoice receive nothing.xml", 3, "file.unreadable"),
    ],
)
def test_what_is_typed_wrong_is_refused(
    ipsu: Program, there: Path, dump: Callable[[Path], str], words: str, code: int, name: str
) -> None:
    before = dump(there)
    result = ipsu(f"--json {words.removeprefix('--json ')}", today=TODAY)
    assert (code, name) == (result.code, error(result)["code"])
    assert before == dump(there)


def test_a_long_number_of_the_agency_may_look_like_a_personnummer(ipsu: Program, there: Path) -> None:
    assert "1990010198" == ipsu(by_hand("1990010198"), today=TODAY).json["self_invoice"]["number"]
    assert "9001019802" == ipsu(by_hand("9001019802"), today=TODAY).json["self_invoice"]["number"]


def test_a_number_that_is_a_persons_is_not_repeated(receive: Any) -> None:
    result = receive({"a.xml": ubl("1001", [Line("19900101-9802", "2026-03-01", "2026-03-31")])})
    assert 3 == result.code
    assert "9802" not in result.err

"""Payments from a bank's file: on the invoice that they name, once; the rest is reported with why not."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.flows.bank_names import their_words
from tests import program
from tests.bank_files import Row, bgmax, camt, wrapped
from tests.typed import OfficeWith

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
PLAN = "2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04"
CASES = (("B1", "19900101-9802", "S1"), ("B2", "19850505-2392", "S2"), ("B3", "19850505-2384", "S3"))
TODAY = "2026-05-06"

# 2026-0001 is open with 562.50, 2026-0002 with 1 125.00, 2026-0003 with 562.50.
MADE = (
    *(f"agreement add {agreement} --service ipsu --area Syd --from 2025-01-01" for _, _, agreement in CASES),
    *(f"price set {agreement} ipsu-b 450 --unit hour --from 2025-01-01" for _, _, agreement in CASES),
    *(
        f"case add {case} --agreement {agreement} --personnummer {number} --name 'Test Person' --service ipsu-b "
        f"--from 2026-03-02 --to 2026-05-31 {TRAINING}"
        for case, number, agreement in CASES
    ),
    *(f"plan set {case} {PLAN}" for case, _, _ in CASES),
    "deliver B1 1 --on 2026-03-03",
    "deliver B2 2 --on 2026-03-03",
    "deliver B3 1 --on 2026-03-03",
    "invoice build --month 2026-03",
)


@pytest.fixture(scope="module")
def march(office_with: OfficeWith) -> Path:
    return office_with(MADE, "2026-04-01")


Take = Callable[..., Any]


@pytest.fixture
def take(march: Path, tmp_path: Path) -> Take:
    """Take a bank file in, and give what came of it; an exit code other than the one named fails."""
    shutil.copy2(march, tmp_path / "ipsu.db")

    def run(content: str | bytes, code: int = 0, options: str = "", today: str = TODAY) -> Any:
        (tmp_path / "bank.file").write_bytes(content if isinstance(content, bytes) else content.encode())
        result = program.run(f"invoice bank bank.file {options} --json", folder=tmp_path, today=today)
        assert code == result.code, result.err + result.out
        return json.loads(result.out)["bank"] if result.out else json.loads(result.err)["error"]

    return run


def matched(answer: Any) -> list[tuple[str, int, str]]:
    return [(payment["invoice"], payment["amount_ore"], payment["status"]) for payment in answer["matched"]]


def why(answer: Any) -> list[str]:
    return [entry["code"] for entry in answer["unmatched"]]


@pytest.mark.parametrize(
    "row",
    [
        Row("2026-05-04", "562.50", reference="20260001"),
        Row("2026-05-04", "562.50", reference="2026-0001"),
        Row("2026-05-04", "562.50", text="Avser faktura 2026-0001, april"),
        Row("2026-05-04", "562.500", text="2026-0001"),
    ],
)
@pytest.mark.parametrize("version", ["02", "08"])
def test_a_payment_lands_on_the_invoice_that_it_names(take: Take, row: Row, version: str) -> None:
    answer = take(camt(row, namespace=f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"))
    assert ("camt.053", 1, 0, []) == (answer["format"], answer["entries"], answer["known"], answer["unmatched"])
    assert [("2026-0001", 562_50, "paid")] == matched(answer)


def test_part_of_it_leaves_the_rest_open(take: Take) -> None:
    answer = take(camt(Row("2026-05-04", "1000.00", "2026-0002"), Row("2026-05-05", "125.00", "2026-0002")))
    assert [("2026-0002", 1000_00, "paid"), ("2026-0002", 125_00, "paid")] == matched(answer)
    assert 0 == answer["matched"][0]["open_ore"]


def test_the_same_file_again_adds_nothing(take: Take, tmp_path: Path) -> None:
    page = camt(Row("2026-05-04", "500.00", "2026-0002"), Row("2026-05-04", "500.00", "2026-0002"))
    assert 2 == len(take(page)["matched"])
    before = program.dump(tmp_path / "ipsu.db")
    again = take(page)
    assert (2, [], []) == (again["known"], again["matched"], again["unmatched"])
    assert before == program.dump(tmp_path / "ipsu.db")


def test_another_file_with_the_same_entry_adds_only_the_new(take: Take) -> None:
    first = Row("2026-05-04", "562.50", "2026-0001", id="A1")
    take(camt(first))
    answer = take(camt(first, Row("2026-05-05", "562.50", "2026-0003", id="A2")))
    assert (1, [("2026-0003", 562_50, "paid")]) == (answer["known"], matched(answer))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Row("2026-05-04", "563.50", "2026-0001"), "bank.over-open"),
        (Row("2026-05-04", "562.50", text="Faktura 2026-0001 och 2026-0003"), "bank.several"),
        (Row("2026-05-04", "562.50", text="Tack"), "bank.proposed"),
        (Row("2026-05-04", "562.50", "2026-0099"), "bank.proposed"),
        (Row("2026-05-04", "562.50", "12026-00011"), "bank.proposed"),
        (Row("2026-05-04", "561.00", text="Tack"), "bank.no-reference"),
        (Row("2026-05-04", "-562.50", text="Hyra"), "bank.debit"),
        (Row("2026-05-04", "-562.50", "2026-0001"), "bank.returned"),
        (Row("2026-05-04", "562.50", "2026-0001", reversed=True), "bank.reversal"),
        (Row("2026-05-04", "-562.50", text="x", reversed=True), "bank.reversal"),
        (Row("2026-05-04", "562.50", "2026-0001", status="INFO"), "bank.not-booked"),
        (Row("2026-05-04", "562.50", "2026-0001", currency="EUR"), "bank.currency"),
        (Row("2026-05-04", "562.50", "2026-0001", status="PDNG"), "bank.not-booked"),
        (Row("2026-05-07", "562.50", "2026-0001"), "bank.future"),
        (Row("2026-03-31", "562.50", "2026-0001"), "bank.before-invoice"),
    ],
)
def test_what_does_not_fit_is_reported_and_changes_nothing(take: Take, tmp_path: Path, row: Row, code: str) -> None:
    before = program.dump(tmp_path / "ipsu.db")
    answer = take(camt(row))
    assert ([code], []) == (why(answer), answer["matched"])
    assert before == program.dump(tmp_path / "ipsu.db")
    take(camt(row), code=6, options="--strict")


@pytest.mark.parametrize(
    ("row", "command"),
    [
        (Row("2026-03-31", "562.50", "2026-0001"), "paid 2026-0001 --on 2026-04-01 --amount 562.50"),
        (Row("2026-03-31", "600.00", "2026-0001"), "show 2026-0001"),  # it is more than what is open as well
        (Row("2026-05-04", "1125.00", text="2026-0001 och 2026-0003"), "paid 2026-0001 --on 2026-05-04"),
        (Row("2026-03-31", "500.00", text="2026-0001, 2026-0003"), "paid 2026-0001 --on 2026-04-01 --amount 500.00"),
    ],
)
def test_what_is_not_entered_has_the_command_that_enters_it(take: Take, tmp_path: Path, row: Row, command: str) -> None:
    (entry,) = take(camt(row))["unmatched"]
    assert f"ipsu invoice {command}" == entry["command"]
    typed(tmp_path, f"invoice {command}")


def test_of_several_invoices_the_first_that_is_open_is_paid_by_hand(take: Take, tmp_path: Path) -> None:
    row = Row("2026-05-04", "1125.00", text="2026-0001 och 2026-0003")
    for command in ("paid 2026-0001 --on 2026-05-04", "paid 2026-0003 --on 2026-05-04", "show 2026-0001"):
        (entry,) = take(camt(row))["unmatched"]
        assert f"ipsu invoice {command}" == entry["command"]
        typed(tmp_path, f"invoice {command}")


def test_what_is_in_another_currency_is_entered_in_kronor_by_hand(take: Take) -> None:
    euro = Row("2026-05-04", "50.00", "2026-0001", currency="EUR")
    (entry,) = take(camt(euro))["unmatched"]
    assert "ipsu invoice paid 2026-0001 --on 2026-05-04 --amount SEK" == entry["command"]
    (entry,) = take(camt(euro._replace(on="2026-03-31")))["unmatched"]
    assert "ipsu invoice paid 2026-0001 --on 2026-04-01 --amount SEK" == entry["command"]
    take(camt(Row("2026-05-04", "562.50", "2026-0001")))
    (entry,) = take(camt(euro))["unmatched"]
    assert "ipsu invoice show 2026-0001" == entry["command"], "it takes no payment any more"


def test_what_does_not_fit_keeps_nothing_else_out_and_is_tried_again(take: Take) -> None:
    late, page = "2026-05-07", camt(Row("2026-05-04", "562.50", "2026-0001"), Row("2026-05-07", "10.00", "2026-0002"))
    first = take(page)
    assert ([("2026-0001", 562_50, "paid")], ["bank.future"]) == (matched(first), why(first))
    assert [("2026-0002", 10_00, "part-paid")] == matched(take(page, today=late))


def test_an_amount_that_one_invoice_waits_for_is_said_and_not_entered(take: Take) -> None:
    (entry,) = take(camt(Row("2026-05-04", "1125.00", text="Anna Andersson 19900101-9802")))["unmatched"]
    assert "ipsu invoice paid 2026-0002 --on 2026-05-04" == entry["command"]
    assert None is entry["reference"], "free text may name somebody"
    (entry,) = take(camt(Row("2026-05-04", "562.50")))["unmatched"]
    assert ("bank.proposed", None) == (entry["code"], entry["invoice"]), "two invoices wait for it"
    assert "2026-0001, 2026-0003" in entry["message"]
    assert "ipsu invoice paid 2026-0001 --on 2026-05-04" == entry["command"]


def test_a_batch_is_taken_apart_where_its_parts_have_amounts(take: Take) -> None:
    part = (
        '<TxDtls><AmtDtls><TxAmt><Amt Ccy="SEK">{1}</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>{0}</Ustrd></RmtInf></TxDtls>'
    )
    page = camt(Row("2026-05-04", "1687.50", "X"))
    start, end = page.index("<TxDtls>"), page.index("</NtryDtls>")
    both = part.format("2026-0001", "562.50") + part.format("2026-0002", "1125.00")
    answer = take(page[:start] + both + page[end:])
    assert [("2026-0001", 562_50, "paid"), ("2026-0002", 1125_00, "paid")] == matched(answer)


def test_the_agencys_own_number_is_known(take: Take, tmp_path: Path) -> None:
    """Its self-invoice 1002 has the agreement and the total of our 2026-0002."""
    words = "invoice receive --number 1002 --on 2026-04-08 --total 1125 --agreement S2"
    assert 0 == program.run(words, folder=tmp_path, today=TODAY).code
    assert [("2026-0002", 1125_00, "paid")] == matched(
        take(camt(Row("2026-05-04", "1125.00", text="Sjalvfaktura 1002")))
    )


def test_a_reference_that_looks_like_a_personnummer_is_masked(take: Take) -> None:
    assert "19900101****" == take(camt(Row("2026-05-04", "3.00", "199001019802")))["unmatched"][0]["reference"]


def test_an_entry_of_nothing_and_one_without_its_state_are_read(take: Take) -> None:
    page = camt(Row("2026-05-04", "0.00", "2026-0002"), Row("2026-05-04", "562.50", "2026-0001"))
    assert [("2026-0001", 562_50, "paid")] == matched(take(page.replace("<Sts>BOOK</Sts>", "")))


# BgMax


def test_bankgiro_payments_land_on_their_invoices(take: Take) -> None:
    answer = take(bgmax("2026-05-04", ("20260001", 562_50), ("2026-0002", 1000_00), ("9", 1_00)))
    assert "bgmax" == answer["format"]
    assert [("2026-0001", 562_50, "paid"), ("2026-0002", 1000_00, "part-paid")] == matched(answer)
    assert ["bank.no-reference"] == why(answer)
    assert ["2026-05-04"] * 2 == [payment["on"] for payment in answer["matched"]]


def test_a_payment_of_several_invoices_is_taken_apart(take: Take) -> None:
    extra = tuple(
        f"220000000000{reference:<25}{ore:018d}24000000000099"
        for reference, ore in (("20260001", 562_50), ("20260002", 1_00))
    )
    answer = take(bgmax("2026-05-04", ("", 563_50), extra=extra))
    assert [("2026-0001", 562_50, "paid"), ("2026-0002", 1_00, "part-paid")] == matched(answer)


def test_a_reference_may_stand_in_the_text_and_the_file_is_in_latin_1(take: Take) -> None:
    extra = ("25" + "\x85 Faktura 2026-0001 från Örebro".ljust(50), f"26{'ARBETSFÖRMEDLINGEN':<35}")
    assert [("2026-0001", 562_50, "paid")] == matched(take(bgmax("2026-05-04", ("", 562_50), extra=extra)))


def test_bankgiro_in_euro_is_reported(take: Take) -> None:
    assert ["bank.currency"] == why(take(bgmax("2026-05-04", ("20260001", 562_50), currency="EUR")))


# Known again, whatever source it comes from

HALF = Row("2026-05-04", "500.00", "2026-0002")


def typed(tmp_path: Path, words: str, code: int = 0) -> Any:
    result = program.run(f"{words} --json", folder=tmp_path, today=TODAY)
    assert code == result.code, result.err + result.out
    return json.loads(result.out or result.err)


def paid(tmp_path: Path, invoice: str = "2026-0002") -> int:
    return int(typed(tmp_path, f"invoice show {invoice}")["invoice"]["paid_ore"])


SOURCES = {
    "camt.052": wrapped("camt.052", (HALF,)),
    "camt.053": wrapped("camt.053", (HALF._replace(text="Tack"),)),
    "camt.054": wrapped("camt.054", (HALF._replace(info="Insattning", id="A1"),), version="08"),
    "bgmax": bgmax("2026-05-04", ("2026-0002", 500_00)),
    "an export with more in it": camt(HALF._replace(text="Mer text"), Row("2026-05-05", "125.00", "2026-0002")),
}


@pytest.mark.parametrize("source", SOURCES)
def test_what_was_paid_by_hand_is_known_again_by_its_amount(take: Take, tmp_path: Path, source: str) -> None:
    typed(tmp_path, "invoice paid 2026-0002 --on 2026-05-04 --amount 500")
    (entry,) = take(SOURCES[source])["unmatched"]
    assert ("bank.known-by-amount", "2026-0002") == (entry["code"], entry["invoice"])
    assert "ipsu invoice paid 2026-0002 --on 2026-05-04 --amount 500.00" == entry["command"]
    assert paid(tmp_path) == 500_00 + 125_00 * (source == "an export with more in it")


@pytest.mark.parametrize("second", SOURCES)
@pytest.mark.parametrize("first", SOURCES)
def test_the_same_money_in_two_files_is_entered_once(take: Take, tmp_path: Path, first: str, second: str) -> None:
    assert ("2026-0002", 500_00) == matched(take(SOURCES[first]))[0][:2]
    answer = take(SOURCES[second])
    assert [] == [row for row in matched(answer) if row[1] == 500_00]
    assert [] == why(answer) if first == second else why(answer) in ([], ["bank.known-by-amount"])
    more = 125_00 * ("an export with more in it" in (first, second))
    assert 500_00 + more == paid(tmp_path)


def test_two_that_are_alike_in_one_statement_are_two(take: Take, tmp_path: Path) -> None:
    assert 2 == len(take(wrapped("camt.054", (HALF, HALF)))["matched"])
    assert ["bank.known-by-amount"] * 2 == why(take(wrapped("camt.053", (HALF._replace(text="x"),) * 2)))
    assert 1000_00 == paid(tmp_path)


def test_of_two_in_a_statement_the_one_that_was_typed_is_known(take: Take, tmp_path: Path) -> None:
    typed(tmp_path, "invoice paid 2026-0002 --on 2026-05-04 --amount 500")
    for _ in range(2):
        answer = take(camt(HALF, HALF))
        assert ["bank.known-by-amount"] == why(answer)
        assert 1000_00 == paid(tmp_path)
    assert (1, []) == (answer["known"], answer["matched"])


def test_alike_in_two_statements_of_a_file_is_one(take: Take, tmp_path: Path) -> None:
    answer = take(wrapped("camt.053", (HALF,), (HALF._replace(text="x"),)))
    assert (1, ["bank.known-by-amount"]) == (len(answer["matched"]), why(answer))


def test_two_ids_of_the_banks_are_two_payments_and_one_id_is_one(take: Take, tmp_path: Path) -> None:
    assert 1 == len(take(camt(HALF._replace(id="A1")))["matched"])
    assert 1 == len(take(camt(HALF._replace(id="A2")))["matched"])
    again = take(wrapped("camt.054", (HALF._replace(id="A2", text="x", on="2026-05-05"),)))
    assert (1, [], []) == (again["known"], again["matched"], again["unmatched"])
    assert 1000_00 == paid(tmp_path)
    take(bgmax("2026-05-02", ("", 0), ("2026-0002", 5_00)))
    assert 1 == len(take(bgmax("2026-05-02", ("", 0), ("", 0), ("2026-0002", 5_00)))["matched"])


def test_the_id_of_a_batch_is_not_that_of_its_payments(take: Take, tmp_path: Path) -> None:
    part = '<TxDtls><Amt Ccy="SEK">250.00</Amt><RmtInf><Ustrd>2026-0002</Ustrd></RmtInf></TxDtls>'
    assert 2 == len(take(camt(HALF._replace(id="K", details=part * 2)))["matched"])
    own = (HALF._replace(amount="250.00", id="A1"), HALF._replace(amount="250.00", id="A2"))
    assert ["bank.known-by-amount"] * 2 == why(take(wrapped("camt.054", own)))


def test_the_day_that_the_money_counts_from_is_its_day_too(take: Take, tmp_path: Path) -> None:
    typed(tmp_path, "invoice paid 2026-0002 --on 2026-05-03 --amount 500")
    assert ["bank.known-by-amount"] == why(take(camt(HALF._replace(value="2026-05-03"))))
    take(camt(Row("2026-05-04", "100.00", "2026-0002", value="2026-05-03")))
    assert ["bank.known-by-amount"] == why(take(bgmax("2026-05-03", ("2026-0002", 100_00))))


def test_what_was_taken_back_is_not_entered_again_by_itself(take: Take, tmp_path: Path) -> None:
    page = camt(HALF)
    (entered,) = take(page)["matched"]
    typed(tmp_path, f"invoice unpaid 2026-0002 {entered['payment']} --reason x")
    (entry,) = take(page)["unmatched"]
    assert "bank.taken-back" == entry["code"]
    typed(tmp_path, entry["command"].removeprefix("ipsu "))
    assert ["bank.known-by-amount"] == why(take(page))
    assert 500_00 == paid(tmp_path)


def test_a_payment_says_which_file_it_came_in(take: Take, tmp_path: Path) -> None:
    take(camt(HALF._replace(id="A1")))
    (payment,) = typed(tmp_path, "invoice show 2026-0002")["invoice"]["payments"]
    assert ("camt.053", "bank.file", "A1") == (payment["source"], payment["file"], payment["bank_id"])


# Rounded to whole kronor


@pytest.mark.parametrize(
    ("amount", "row"),
    [
        ("563.00", ("paid", 50, 0)),
        ("562.00", ("paid", -50, 0)),
        ("563.49", ("paid", 99, 0)),
        ("561.51", ("paid", -99, 0)),
        ("561.50", ("part-paid", 0, 1_00)),
    ],
)
def test_less_than_a_krona_from_what_is_open_settles_it(take: Take, amount: str, row: tuple[Any, ...]) -> None:
    (entry,) = take(camt(Row("2026-05-04", amount, "2026-0001")))["matched"]
    assert row == (entry["status"], entry["rounding_ore"], entry["open_ore"])


def test_a_rounded_amount_without_a_name_is_proposed(take: Take, tmp_path: Path) -> None:
    (entry,) = take(camt(Row("2026-05-04", "1126.00", text="Tack")))["unmatched"]
    assert "bank.no-reference" == entry["code"], "a krona more is not rounding"
    typed(tmp_path, "invoice paid 2026-0002 --on 2026-05-04 --amount 0.50")
    (entry,) = take(camt(Row("2026-05-04", "1125.00", text="Tack")))["unmatched"]
    assert "bank.proposed" == entry["code"]
    invoice = typed(tmp_path, entry["command"].removeprefix("ipsu "))["invoice"]
    assert ("paid", 0, 50) == (invoice["status"], invoice["open_ore"], invoice["rounding_ore"])


# The agency's numbers


def received(tmp_path: Path, number: str, on: str = "2026-04-08", agreement: str = "S2", total: str = "1125") -> None:
    words = ["invoice", "receive", "--number", number, "--on", on, "--total", total, "--agreement", agreement]
    assert 0 == program.run(words, folder=tmp_path, today=TODAY).code


@pytest.mark.parametrize(
    ("number", "row"),
    [
        ("1002", Row("2026-05-04", "1125.00", "1002")),
        ("1002", Row("2026-05-04", "1125.00", "0000001002")),
        ("SF1002", Row("2026-05-04", "1125.00", "sf 1002")),
        ("AF/1002-1", Row("2026-05-04", "1125.00", text="Sjalvfaktura AF/1002-1.")),
        ("1002", Row("2026-05-04", "1125.00", details="", info="BETALNING 1002")),
    ],
)
def test_the_agencys_number_is_known_however_it_is_written(take: Take, tmp_path: Path, number: str, row: Row) -> None:
    received(tmp_path, number)
    assert [("2026-0002", 1125_00, "paid")] == matched(take(camt(row)))


def second_month(tmp_path: Path) -> None:
    """2026-0004 is April's, with the total of March's 2026-0002."""
    typed(tmp_path, "deliver B2 2 --on 2026-04-07")
    typed(tmp_path, "invoice build --month 2026-04")


def test_the_number_of_one_month_never_pays_another_of_the_same_total(take: Take, tmp_path: Path) -> None:
    received(tmp_path, "1001", "2026-04-08")
    second_month(tmp_path)
    received(tmp_path, "1002", "2026-05-05")
    typed(tmp_path, "invoice paid 2026-0002 --on 2026-05-06")
    (entry,) = take(camt(Row("2026-05-05", "1125.00", "1001")))["unmatched"]
    assert ("bank.status", "2026-0002") == (entry["code"], entry["invoice"])
    assert ["bank.before-invoice"] == why(take(camt(Row("2026-05-05", "1125.00", "1002")))), "of 2026-0004"


def test_a_number_that_may_be_of_two_months_names_none(take: Take, tmp_path: Path) -> None:
    second_month(tmp_path)
    received(tmp_path, "1002", "2026-05-05")
    assert ["bank.several"] == why(take(camt(Row("2026-05-06", "1125.00", "1002"))))


def test_of_two_invoices_of_one_amount_the_name_decides(take: Take, tmp_path: Path) -> None:
    """Worked example 69: 2026-0001 is paid, 2026-0003 of the same amount is open."""
    received(tmp_path, "1001", agreement="S1", total="562.50")
    typed(tmp_path, "invoice paid 2026-0001 --on 2026-05-03")
    (entry,) = take(camt(Row("2026-05-04", "562.50", text="Tack")))["unmatched"]
    assert ("bank.proposed", "ipsu invoice paid 2026-0003 --on 2026-05-04") == (entry["code"], entry["command"])
    (entry,) = take(camt(Row("2026-05-04", "562.50", "1001")))["unmatched"]
    assert ("bank.status", "2026-0001") == (entry["code"], entry["invoice"])
    assert 0 == paid(tmp_path, "2026-0003")


def test_a_number_of_a_self_invoice_that_is_about_no_basis_is_told(take: Take, tmp_path: Path) -> None:
    received(tmp_path, "1005", total="77")
    (entry,) = take(camt(Row("2026-05-04", "77.00", "1005")))["unmatched"]
    assert ("bank.unpaired", "ipsu invoice list --received") == (entry["code"], entry["command"])


@pytest.mark.parametrize(("text", "named"), [("Faktura 20260002", True), ("betalt 20260504", False)])
def test_eight_digits_in_a_text_are_a_number_unless_they_may_be_a_day(take: Take, text: str, named: bool) -> None:
    assert named == bool(take(camt(Row("2026-05-04", "10.00", text=text)))["matched"])


def test_money_that_may_have_come_already_is_said_of_what_names_nothing(take: Take, tmp_path: Path) -> None:
    """Another file of the bank's may have had the reference."""
    take(camt(Row("2026-05-04", "562.50", "2026-0001")))
    (entry,) = take(wrapped("camt.052", (Row("2026-05-04", "562.50", text="Tack"),)))["unmatched"]
    assert ("bank.proposed", "2026-0003") == (entry["code"], entry["invoice"])
    assert "2026-0001" in entry["message"]
    typed(tmp_path, "invoice paid 2026-0003 --on 2026-05-05")
    (entry,) = take(wrapped("camt.052", (Row("2026-05-04", "562.50", text="Tack"),)))["unmatched"]
    assert ("bank.known-by-amount", "2026-0001") == (entry["code"], entry["invoice"])


# What is told by its code, and never entered


def test_a_test_file_is_told(take: Take) -> None:
    answer = take(bgmax("2026-05-04", ("20260001", 562_50), mark="T"))
    assert (["bank.test-file"], []) == (why(answer), answer["matched"])
    assert [("2026-0001", 562_50, "paid")] == matched(take(bgmax("2026-05-04", ("20260001", 562_50))))


def test_money_that_goes_back_names_the_payment_to_take_back(take: Take, tmp_path: Path) -> None:
    (entered,) = take(camt(HALF))["matched"]
    (entry,) = take(camt(HALF, Row("2026-05-05", "-500.00", "2026-0002", reversed=True)))["unmatched"]
    assert "bank.returned" == entry["code"]
    assert f"ipsu invoice unpaid 2026-0002 {entered['payment']} --reason TEXT" == entry["command"]


def test_money_that_goes_back_in_the_statement_that_it_came_with_names_its_payment(take: Take) -> None:
    answer = take(camt(HALF, Row(HALF.on, "-500.00", "2026-0002", reversed=True)))
    (entered,), (entry,) = answer["matched"], answer["unmatched"]
    assert f"ipsu invoice unpaid 2026-0002 {entered['payment']} --reason TEXT" == entry["command"]


def test_a_reversal_is_told_though_all_else_is_as_in_the_payment(take: Take) -> None:
    take(camt(HALF))
    assert ["bank.reversal"] == why(take(camt(HALF._replace(reversed=True))))


def test_what_is_known_by_its_amount_is_typed_where_the_invoice_takes_it(take: Take) -> None:
    take(camt(Row("2026-05-04", "600.00", "2026-0002")))
    (entry,) = take(wrapped("camt.054", (Row("2026-05-04", "600.00", text="2026-0002 mars"),)))["unmatched"]
    assert ("bank.known-by-amount", "ipsu invoice show 2026-0002") == (entry["code"], entry["command"])


def test_a_cancelled_invoice_takes_no_payment(take: Take, tmp_path: Path) -> None:
    typed(tmp_path, "invoice cancel 2026-0001 --reason x")
    (entry,) = take(camt(Row("2026-05-04", "562.50", "2026-0001")))["unmatched"]
    assert ("bank.status", "2026-0001") == (entry["code"], entry["invoice"])


def part(number: str, *amounts: str, more: str = "") -> str:
    """A transaction with amounts in elements such as `<Amt Ccy="SEK">1.00</Amt>`."""
    return f"<TxDtls><Refs/>{''.join(amounts)}<RmtInf><Ustrd>{number}</Ustrd></RmtInf>{more}</TxDtls>"


def amount(kronor: str, currency: str = "SEK") -> str:
    return f'<Amt Ccy="{currency}">{kronor}</Amt>'


def instructed(kronor: str, currency: str) -> str:
    return f"<AmtDtls><InstdAmt>{amount(kronor, currency)}</InstdAmt></AmtDtls>"


CHARGE = f"<Chrgs><Rcrd>{amount('3.00')}<CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>"
DOCUMENT = "<Strd><RfrdDocInf><Nb>{}</Nb></RfrdDocInf><RfrdDocAmt><{}>{}</{}></RfrdDocAmt></Strd>"


@pytest.mark.parametrize(
    ("kronor", "details", "entered", "told"),
    [
        # A part in another currency; the others are entered.
        ("662.50", part("2026-0001", amount("562.50")) + part("2026-0002", amount("9.00", "EUR")),
         [("2026-0001", 562_50)], ["bank.currency"]),
        ("562.50", part("2026-0001", amount("562.50"), instructed("50.00", "EUR")), [], ["bank.currency"]),
        ("562.50", part("2026-0001", instructed("50.00", "EUR")), [], ["bank.currency"]),
        # What comes back from another bank.
        ("562.50", part("2026-0001", more="<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"), [], ["bank.reversal"]),
        # The bank keeps a charge of what was paid.
        ("559.50", part("2026-0001", amount("562.50"), more=CHARGE), [("2026-0001", 562_50)], ["bank.charge"]),
        # Parts that do not make the whole, or that state no amount, are not taken apart.
        ("600.00", part("2026-0001", amount("562.50")) + part("2026-0002", amount("9.00")), [], ["bank.several"]),
        ("600.00", part("2026-0001") + part("2026-0002"), [], ["bank.several"]),
        # One goes the other way.
        ("500.00", part("2026-0001", amount("562.50")) + part("2026-0002", amount("62.50"),
                   "<CdtDbtInd>DBIT</CdtDbtInd>"), [("2026-0001", 562_50)], ["bank.returned"]),
    ],
)  # fmt: skip
def test_the_parts_of_an_entry(
    take: Take, kronor: str, details: str, entered: list[tuple[str, int]], told: list[str]
) -> None:
    answer = take(camt(Row("2026-05-04", kronor, details=details)))
    assert (entered, told) == ([row[:2] for row in matched(answer)], why(answer))


def test_documents_are_taken_apart_and_a_credit_note_is_told(take: Take) -> None:
    documents = (
        "".join(
            DOCUMENT.format(number, name, kronor, name)
            for number, name, kronor in (
                ("2026-0001", "RmtdAmt Ccy='SEK'", "562.50"),
                ("K-7", "CdtNoteAmt Ccy='SEK'", "62.50"),
            )
        )
        .replace("</RmtdAmt Ccy='SEK'>", "</RmtdAmt>")
        .replace("</CdtNoteAmt Ccy='SEK'>", "</CdtNoteAmt>")
    )
    details = f"<TxDtls><Refs/>{amount('500.00')}<RmtInf>{documents}</RmtInf></TxDtls>"
    answer = take(camt(Row("2026-05-04", "500.00", details=details)))
    assert ([("2026-0001", 562_50, "paid")], ["bank.debit"]) == (matched(answer), why(answer))


# Wrappings


@pytest.mark.parametrize("version", ["02", "04", "08", "13"])
@pytest.mark.parametrize("kind", ["camt.052", "camt.053", "camt.054"])
def test_the_same_entries_are_read_in_every_wrapping(take: Take, kind: str, version: str) -> None:
    page = wrapped(kind, (Row("2026-05-04", "562.50", "2026-0001"),), (HALF,), version=version)
    answer = take(page.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>"))
    assert (kind, [("2026-0001", 562_50, "paid"), ("2026-0002", 500_00, "part-paid")]) == (
        answer["format"],
        matched(answer),
    )


@pytest.mark.parametrize(
    "around",
    [
        "\ufeff{}",
        '<?xml version="1.0" encoding="UTF-8"?><Envelope xmlns="urn:bank"><AppHdr/>{}</Envelope>',
        "\n  {}\n",
    ],
)
def test_a_mark_and_an_envelope_are_no_hindrance(take: Take, around: str) -> None:
    page = around.format(wrapped("camt.054", (HALF,)))
    assert [("2026-0002", 500_00, "part-paid")] == matched(take(page))


def test_a_notification_may_give_the_day_with_the_payment_alone(take: Take) -> None:
    dated = "<RltdDts><IntrBkSttlmDt>2026-05-03</IntrBkSttlmDt></RltdDts>"
    page = wrapped("camt.054", (HALF._replace(details=part("2026-0002", more=dated)),))
    for named in ("BookgDt", "ValDt"):
        page = page.replace(f"<{named}><Dt>2026-05-04</Dt></{named}>", "")
    assert ["2026-05-03"] == [entry["on"] for entry in take(page)["matched"]]


def test_an_agencys_number_with_a_space_is_found_in_a_text() -> None:
    assert "sf1002" in set(their_words("Avser SF 1002, mars", spaced=True))
    assert "sf1002" not in set(their_words("Avser SF 1002, mars", spaced=False))


def test_one_odd_entry_is_told_and_the_others_are_entered(take: Take) -> None:
    odd = wrapped("camt.053", (Row("2026-05-04", "1.25", "2026-0002"), HALF, Row("2026-05-04", "2.25", "2026-0002")))
    answer = take(odd.replace(">1.25<", ">1e2<").replace("<BookgDt><Dt>2026-05-04</Dt></BookgDt>", "", 1), code=0)
    assert ["bank.entry"] == why(answer)
    assert (3, [500_00, 2_25]) == (answer["entries"], [row[1] for row in matched(answer)])
    (entry,) = answer["unmatched"]
    assert (None, None, None) == (entry["on"], entry["amount_ore"], entry["command"])
    assert "1" in entry["message"] and "Amt" in entry["message"]


# Files that cannot be read

WHOLE = camt(Row("2026-05-04", "562.50", "2026-0001"))
BANKGIRO = bgmax("2026-05-04", ("20260001", 562_50), ("20260002", 1125_00))
LINES = BANKGIRO.splitlines(keepends=True)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def edited(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (WHOLE[: len(WHOLE) // 2], "xml.broken"),
        (edited("<Document", BOMB + "<Document"), "xml.unsafe"),
        (edited("<Document", OUTSIDE + "<Document"), "xml.unsafe"),
        (edited("camt.053.001.02", "pain.001.001.03"), "bank.root"),
        ("<html><body>Logga in</body></html>", "bank.root"),
        (edited("Stmt>", "Rpt>").replace("BkToCstmrRpt>", "BkToCstmrStmt>"), "bank.no-statement"),
        (edited('<Amt Ccy="SEK">562.50</Amt>', '<Amt Ccy="SEK">1e3</Amt>'), "bank.entry"),
        (edited("<BookgDt><Dt>2026-05-04", "<BookgDt><Dt>2026-02-30"), "bank.entry"),
        (edited("<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<CdtDbtInd>X</CdtDbtInd><Sts>"), "bank.entry"),
        (b"".join(LINES[:-1]), "bank.cut"),
        (b"".join(LINES[:3] + LINES[4:]), "bank.deposit"),
        (b"".join(LINES[:-2] + LINES[-1:]), "bank.cut"),
        (BANKGIRO.replace(b"000000000000056250", b"00000000000005625x"), "bank.line"),
        (BANKGIRO[:100], "bank.cut"),
        (b"date;amount\n2026-05-04;562,50\n", "bank.unknown-file"),
        (b"", "bank.unknown-file"),
        (b"\x00\x01\x02", "bank.unknown-file"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    take: Take, tmp_path: Path, content: str | bytes, code: str
) -> None:
    before = program.dump(tmp_path / "ipsu.db")
    assert code == take(content, code=3)["code"]
    assert before == program.dump(tmp_path / "ipsu.db")


def test_a_file_that_is_not_there_is_reported(march: Path, tmp_path: Path) -> None:
    shutil.copy2(march, tmp_path / "ipsu.db")
    result = program.run("invoice bank nowhere.xml", folder=tmp_path, today=TODAY)
    assert (3, "") == (result.code, result.out)
    assert "nowhere.xml" in result.err

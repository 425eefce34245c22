"""Payments from a bank's file: on the invoice that they name, once; the rest is reported with why not."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.bank_files import Row, bgmax, camt

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
def march(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    folder = tmp_path_factory.mktemp("bank")
    shutil.copy2(new_office, folder / "ipsu.db")
    for words in MADE:
        made = program.run(words, folder=folder, today="2026-04-01")
        assert (0, words) == (made.code, words), made.err
    return folder / "ipsu.db"


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
        (Row("2026-05-04", "562.50", text="Tack"), "bank.no-reference"),
        (Row("2026-05-04", "562.50", "2026-0099"), "bank.no-reference"),
        (Row("2026-05-04", "562.50", "12026-00011"), "bank.no-reference"),
        (Row("2026-05-04", "-562.50", "2026-0001"), "bank.debit"),
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


def test_what_does_not_fit_keeps_nothing_else_out_and_is_tried_again(take: Take) -> None:
    late, page = "2026-05-07", camt(Row("2026-05-04", "562.50", "2026-0001"), Row("2026-05-07", "10.00", "2026-0002"))
    first = take(page)
    assert ([("2026-0001", 562_50, "paid")], ["bank.future"]) == (matched(first), why(first))
    assert [("2026-0002", 10_00, "part-paid")] == matched(take(page, today=late))


def test_an_amount_that_one_invoice_waits_for_is_said_and_not_entered(take: Take) -> None:
    (entry,) = take(camt(Row("2026-05-04", "1125.00", text="Anna Andersson 19900101-9802")))["unmatched"]
    assert "ipsu invoice paid 2026-0002 --on 2026-05-04" == entry["command"]
    assert None is entry["reference"], "free text may name somebody"
    assert None is take(camt(Row("2026-05-04", "562.50")))["unmatched"][0]["command"]


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

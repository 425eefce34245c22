"""E-invoices before an outside judge: the European rules and the schema of UBL."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.outside import judges, ubl

Export = Callable[[str, str], Path]
PEPPOL = ("2026-0001", "2026-0002", "2026-0004", "2026-0005")


@pytest.mark.parametrize("number", PEPPOL)
def test_an_e_invoice_breaks_no_rule(export: Export, number: str) -> None:
    judgement = ubl.rules(export(number, ".xml"))
    assert [] == judgement.broken
    assert judgement.tried >= 40, "the rules did not run"


@pytest.mark.parametrize("number", PEPPOL)
def test_an_e_invoice_follows_the_schema(export: Export, number: str) -> None:
    assert [] == ubl.against_schema(export(number, ".xml"))


@pytest.mark.parametrize(
    ("number", "right", "wrong", "rule"),
    [
        ("2026-0002", ">3687.48</cbc:PayableAmount>", ">3687.49</cbc:PayableAmount>", "BR-CO-16"),
        ("2026-0002", ">3687.48</cbc:TaxInclusiveAmount>", ">3688.45</cbc:TaxInclusiveAmount>", "BR-CO-15"),
        ("2026-0002", ">737.50</cbc:TaxAmount>", ">637.50</cbc:TaxAmount>", "BR-S-09"),
        ("2026-0002", ">380</cbc:InvoiceTypeCode>", ">999</cbc:InvoiceTypeCode>", "BR-CL-01"),
        ("2026-0004", ">381</cbc:CreditNoteTypeCode>", ">999</cbc:CreditNoteTypeCode>", "BR-CL-01"),
        ("2026-0001", "<cbc:TaxExemptionReason>Social omsorg, 10 kap. 35 § ML</cbc:TaxExemptionReason>", "", "BR-E-10"),
    ],
)
def test_the_judge_catches_what_is_wrong(export: Export, number: str, right: str, wrong: str, rule: str) -> None:
    path = export(number, ".xml")
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    assert rule in ubl.rules(path).broken


@pytest.mark.parametrize("name", ["base-example.xml", "base-creditnote-correction.xml", "Vat-category-S.xml"])
def test_the_judge_is_content_with_the_examples_of_peppol(name: str) -> None:
    judgement = ubl.rules(judges.data("peppol") / name)
    assert ([], True) == (judgement.broken, judgement.tried >= 40)


def test_an_order_of_all_cases_stands_at_the_head(export: Export) -> None:
    text = export("2026-0002", ".xml").read_text(encoding="utf-8")
    assert "<cac:OrderReference>\n    <cbc:ID>IN-170820-12</cbc:ID>" in text
    assert "OrderLineReference" not in text
    assert text.count("<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>") == 2


@pytest.mark.parametrize(("number", "refers_to"), [("2026-0004", "2026-0002"), ("2026-0005", "2026-0002")])
def test_a_credit_refers_to_its_invoice_and_is_above_zero(
    export: Export, invoice: Callable[[str], Any], number: str, refers_to: str
) -> None:
    found = invoice(number)
    assert ("credit", True) == (found["kind"], found["total_ore"] < 0)
    text = export(number, ".xml").read_text(encoding="utf-8")
    assert f"<cac:InvoiceDocumentReference>\n      <cbc:ID>{refers_to}</cbc:ID>" in text
    kronor, ore = divmod(-found["total_ore"], 100)
    assert f">{kronor}.{ore:02d}</cbc:PayableAmount>" in text


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        ("invoice export 2026-0003 x.xml", 1, "invoice.not-peppol"),
        ("invoice export 2026-0002 x.pdf", 2, "file.extension"),
        ("invoice export 2026-0099 x.xml", 1, "invoice.unknown"),
    ],
)
def test_what_is_no_e_invoice_writes_nothing(judged: Path, words: str, code: int, problem: str) -> None:
    result = program.run(words, folder=judged, today="2026-04-02")
    assert code == result.code
    assert problem in result.err
    assert not list(judged.glob("x.*"))

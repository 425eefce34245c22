"""E-invoices before the rules that Peppol adds to EN 16931, and what a purchaser needs as well."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import program
from tests.outside import judges, peppol

Export = Callable[[str, str], Path]
NUMBERS = ("2026-0001", "2026-0002", "2026-0004", "2026-0005")


@pytest.mark.parametrize("number", NUMBERS)
def test_an_e_invoice_breaks_no_rule_of_peppol(export: Export, number: str) -> None:
    assert [] == peppol.broken(export(number, ".xml"))


@pytest.mark.parametrize("name", ["base-example.xml", "base-creditnote-correction.xml", "Vat-category-S.xml"])
def test_the_rules_are_content_with_the_examples_of_peppol(name: str) -> None:
    assert [] == peppol.broken(judges.data("peppol") / name, swedish=False)


# What is wrong (a pattern, and what stands there instead), and the rules that say so. The invoice has no note.
WRONG = {
    "no profile": (r"<cbc:ProfileID>.*?</cbc:ProfileID>", "", {"R001", "R007"}),
    "two notes": (r"(<cbc:DocumentCurrencyCode>)", r"<cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note>\1", {"R002"}),
    "no order": (r"<cac:OrderReference>.*?</cac:OrderReference>", "", {"R003"}),
    "another specification": (r"#compliant#urn:fdc:peppol", "#urn:fdc:peppol", {"R004"}),
    "another profile": (r"billing:01:1.0", "billing:1:1.0", {"R007"}),
    "an empty element": (r">Box 80<", "><", {"R008"}),
    "another currency": (r'currencyID="SEK">(\d+)', r'currencyID="EUR">\1', {"R051"}),
    "VAT twice": (r"(<cac:TaxTotal>.*?</cac:TaxTotal>)", r"\1\1", {"R053"}),
    "VAT without parts": (r"(<cac:TaxTotal>)", r"<cac:TaxTotal></cac:TaxTotal>\1", {"R008", "R054"}),
    "another sort of object": (r">130<", ">50<", {"R101"}),
    "two objects": (r"(<cac:DocumentReference>.*?</cac:DocumentReference>)", r"\1\1", {"R100"}),
    "a line after the period": (r"(InvoicedQuantity.*?EndDate>)2026-03", r"\g<1>2026-09", {"R110"}),
    "a net that does not follow": (r'(<cbc:PriceAmount currencyID="SEK">)333', r"\g<1>334", {"R120"}),
    "another type": (r">380<", ">389<", {"P0100"}),
    "a day in Swedish": (r"IssueDate>2026-04-01", "IssueDate>1 april", {"F001"}),
    "no buyer's address": (r"(CustomerParty>.*?)<cbc:EndpointID.*?</cbc:EndpointID>", r"\1", {"R010"}),
    "no seller's address": (r"<cbc:EndpointID.*?</cbc:EndpointID>", "", {"R020"}),
    "an address without a scheme": (r'EndpointID schemeID="0007"', "EndpointID", {"CL008"}),
    "a short VAT number": (r"SE559999000801", "SE5599990008", {"SE-R-001"}),
    "letters in a VAT number": (r"SE559999000801", "SE55999900080X", {"SE-R-002"}),
    "a hyphen": (r">5599990008</cbc:CompanyID>", ">559999-0008</cbc:CompanyID>", {"SE-R-003", "SE-R-004"}),
    "a number that is none": (r">5599990008</cbc:CompanyID>", ">5599990009</cbc:CompanyID>", {"SE-R-013"}),
    "other words of F-tax": (r"Godkänd för F-skatt", "F-skatt: ja", {"SE-R-005"}),
    "a rate that is none": (r"Percent>25<", "Percent>20<", {"SE-R-006"}),
    "a bankgiro with a hyphen": (r">50501055<", ">5050-1055<", {"SE-R-008", "SE-R-009"}),
    "another way to pay": (r"PaymentMeansCode>30<", "PaymentMeansCode>58<", {"SE-R-012"}),
}


@pytest.mark.parametrize(("pattern", "instead", "rules"), WRONG.values(), ids=WRONG)
def test_a_rule_says_what_is_wrong(export: Export, pattern: str, instead: str, rules: set[str]) -> None:
    path = export("2026-0002", ".xml")
    text, count = re.subn(pattern, instead, path.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    assert 1 == count
    path.write_text(text, encoding="utf-8")
    assert rules == {name.removeprefix("PEPPOL-EN16931-") for name in peppol.broken(path)}


def test_every_rule_is_tried() -> None:
    tried = {rule for _, _, rules in WRONG.values() for rule in rules} | {"P0101"}
    assert {name.removeprefix("PEPPOL-EN16931-") for name in peppol.RULES} == tried


def test_a_credit_of_another_type_is_wrong(export: Export) -> None:
    path = export("2026-0004", ".xml")
    path.write_text(path.read_text(encoding="utf-8").replace(">381<", ">380<"), encoding="utf-8")
    assert ["PEPPOL-EN16931-P0101"] == peppol.broken(path)


def test_an_e_invoice_goes_to_the_purchaser_of_its_agreement(export: Export) -> None:
    municipality = peppol.Document(export("2026-0001", ".xml"))
    assert "2120000142" == municipality.text(f"{peppol.BUYER}EndpointID")
    assert "Exempelby kommun" == municipality.text(f"{peppol.BUYER}PartyLegalEntity/RegistrationName")
    agency = peppol.Document(export("2026-0002", ".xml"))
    assert "2021002114" == agency.text(f"{peppol.BUYER}EndpointID")


def test_both_addresses_stand_there(export: Export) -> None:
    document = peppol.Document(export("2026-0002", ".xml"))
    places = ("StreetName", "AdditionalStreetName", "CityName", "PostalZone")
    assert ["Kungsgatan 7", "plan 2", "Exempelby", "75320"] == [
        document.text(f"{peppol.SELLER}PostalAddress/{place}") for place in places
    ]
    assert ["Box 80", "", "Östersund", "83103"] == [
        document.text(f"{peppol.BUYER}PostalAddress/{place}") for place in places
    ]


def test_all_that_a_buyer_needs_is_asked_for_at_once(new_office: Path, tmp_path: Path) -> None:
    (tmp_path / "ipsu.db").write_bytes(new_office.read_bytes())
    for words in (
        "agreement add K1 --service ipsu --area Norr --from 2025-01-01 --billing peppol --purchaser 'Lunds kommun'",
        "price set K1 ipsu-b 450 --unit hour --from 2025-01-01",
        "case add B1 --personnummer 19900101-9802 --name 'Test Person' --service ipsu-b --from 2026-03-02"
        " --to 2026-05-31 --training S --training-from 2026-01-12 --training-to 2026-06-05",
        "plan set B1 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
        "deliver B1 2 --on 2026-03-03",
        "invoice build --month 2026-03",
    ):
        assert 0 == program.run(words, folder=tmp_path, today="2026-04-01").code, words
    refused = program.run("invoice export 2026-0001 x.xml --json", folder=tmp_path, today="2026-04-01")
    assert (1, False) == (refused.code, (tmp_path / "x.xml").exists())
    missing = program.Result(0, refused.err, "").json["error"]["details"]["missing"]
    assert [
        "office.address-missing",
        "office.bankgiro-missing",
        "agreement.purchaser-orgnr-missing",
        "agreement.purchaser-address-missing",
        "case.order-missing",
    ] == [thing["code"] for thing in missing]
    assert all(thing["command"].startswith("ipsu ") for thing in missing)
    package = program.run("export package 2026-04 april --json", folder=tmp_path, today="2026-05-02").json
    assert ["package.no-e-invoice"] == [warning["code"] for warning in package["warnings"]]


def test_e_invoices_lie_in_the_package_and_are_sent_with_it(judged: Path, tmp_path: Path) -> None:
    (tmp_path / "ipsu.db").write_bytes((judged / "ipsu.db").read_bytes())
    assert 0 == program.run("export package 2026-04 april", folder=tmp_path, today="2026-05-02").code
    found = sorted((tmp_path / "april" / "e-invoices").glob("*.xml"))
    assert [f"{number}.xml" for number in NUMBERS] == [path.name for path in found]
    assert [] == [rule for path in found for rule in peppol.broken(path)]
    assert "e_invoices_sent" in program.dump(tmp_path / "ipsu.db")

"""Peppol's own examples: read wholly by our reader, and refused by name, for none of them is self-billed."""

import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ipsu_cli.core.money import Ore
from ipsu_cli.read.ubl import read_ubl
from tests.conftest import Program
from tests.outside.judges import data

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = CBC.replace("Basic", "Aggregate")
NAMES = ("base-example.xml", "base-creditnote-correction.xml", "Vat-category-S.xml", "vat-category-E.xml")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_wholly(name: str) -> None:
    path = data("peppol") / name
    tree = ElementTree.parse(path).getroot()
    sign = -1 if "CreditNote" in tree.tag else 1
    found = read_ubl(io.BytesIO(path.read_bytes()))
    [stated] = found.invoices
    assert [] == found.faults

    def ore(place: str) -> Ore:
        whole, _, part = (tree.findtext(f"{CAC}LegalMonetaryTotal/{CBC}{place}") or "0").partition(".")
        return sign * Ore(int(whole) * 100 + int((part + "00")[:2]))

    assert (tree.findtext(f"{CBC}ID"), tree.findtext(f"{CBC}IssueDate")) == (stated.number, stated.date.isoformat())
    assert (ore("TaxExclusiveAmount"), ore("TaxInclusiveAmount")) == (stated.net_ore, stated.total_ore)
    assert stated.net_ore is not None and stated.vat_ore == stated.total_ore - stated.net_ore
    nets = Ore.total(line.net_ore for line in stated.lines)
    assert (ore("LineExtensionAmount"), stated.net_ore) == (nets, nets + stated.charges_ore)
    assert len(tree.findall(f"{CAC}InvoiceLine") + tree.findall(f"{CAC}CreditNoteLine")) == len(stated.lines)
    assert stated.seller and stated.buyer and stated.currency in ("EUR", "GBP")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_no_self_invoice(ipsu: Program, db: Path, dump: Callable[[Path], str], name: str) -> None:
    before = dump(db)
    result = ipsu(["invoice", "receive", str(data("peppol") / name)])
    assert (1, "") == (result.code, result.out)
    assert "[self-invoice.not-self-billed, E31]" in result.err
    assert before == dump(db)

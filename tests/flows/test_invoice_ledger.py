"""Whatever an office does to its invoices, every delivery is invoiced once and every öre is accounted for."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.percent import Percent
from tests import program

CASES = {"B1": "19900101-9802", "B2": "19850505-2392"}
MONTHS = ("2026-02", "2026-03", "2026-04")
TODAY = "2026-05-01"
PERIOD = "--service ipsu-b --from 2026-02-02 --to 2026-05-29 --training-from 2026-01-12 --training-to 2026-06-05"
# What is done, and how often; most of it is refused now and then, and changes nothing.
DONE = {
    "deliver {case} {hours} --on {month}-{day:02d}": 6,
    "invoice build --month {month}": 6,
    "invoice approve {invoice}": 4,
    "invoice credit {invoice} --case {case} --reason x": 5,
    "delivery correct {delivery} {hours} --reason x": 4,
    "delivery cancel {delivery} --reason x": 2,
    "invoice cancel {invoice} --reason x": 2,
    "invoice reject {invoice} --case {case} --reason x --not-self-fixable": 2,
    "invoice resolve {invoice} --case {case} --outcome {outcome}": 4,
    "invoice paid {invoice} --on 2026-05-01 --amount {amount}": 3,
    "invoice unpaid {invoice} {payment} --reason x": 2,
    "period close {month}": 0.4,
}


class Office:
    """An office with two cases, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.do("init --name X --orgnr 559999-0008")
        self.do("agreement add S --service ipsu --area Syd --from 2025-01-01")
        self.do("price set S ipsu-b 333.33 --unit hour --from 2025-01-01")
        for case, number in CASES.items():
            self.do(f"case add {case} --personnummer {number} --name T --training Svets {PERIOD}")
            self.do(f"plan set {case} 2026-W06..2026-W21=30 --submitted 2026-02-02 --confirmed 2026-02-04")

    def run(self, words: str) -> program.Result:
        today = "2026-04-01" if words.startswith(("init", "agreement", "price", "case", "plan")) else TODAY
        return program.run(f"{words} --json", folder=self.folder, today=today)

    def do(self, words: str) -> Any:
        result = self.run(words)
        assert 0 == result.code, (words, result.err)
        return json.loads(result.out)

    @property
    def invoices(self) -> list[Any]:
        return list(self.do("invoice list")["invoices"])


def anything(chance: random.Random, office: Office) -> str:
    """One command, with values that may or may not be there."""
    (shape,) = chance.choices(list(DONE), list(DONE.values()))
    return shape.format(
        case=chance.choice(list(CASES)),
        hours=chance.randint(25, 700) / 100,
        month=chance.choice(MONTHS),
        day=chance.randint(2, 27),
        delivery=chance.randint(1, 12),
        invoice=chance.choice([invoice["number"] for invoice in office.invoices] or ["2026-0001"]),
        outcome=chance.choice(["corrected", "upheld"]),
        amount=chance.randint(1, 900),
        payment=chance.randint(1, 6),
    )


@pytest.mark.long
@pytest.mark.parametrize("seed", [3, 11, 2026])
def test_nothing_is_lost_and_nothing_is_invoiced_twice(tmp_path: Path, seed: int) -> None:
    chance, office = random.Random(seed), Office(tmp_path)
    for _ in range(60):
        result = office.run(anything(chance, office))
        assert result.code in (0, 1), result.err
    for invoice in office.invoices:
        for case in CASES:
            office.run(f"invoice resolve {invoice['number']} --case {case} --outcome corrected")
    office.do("invoice build --month 2026-05")
    invoices, deliveries = office.invoices, office.do("delivery list")["deliveries"]
    assert [] == [delivery for delivery in deliveries if delivery["status"] == "free"]
    assert delivered(deliveries) == invoiced(invoices)
    settled = sum(invoice["open_ore"] + invoice["paid_ore"] - invoice["rounding_ore"] for invoice in invoices)
    assert settled == sum(map(standing, (invoice for invoice in invoices if invoice["status"] != "cancelled")))


def delivered(deliveries: list[Any]) -> dict[str, int]:
    counting = [delivery for delivery in deliveries if delivery["status"] != "cancelled"]
    return {
        case: sum(round(delivery["quantity"] * 100) for delivery in counting if delivery["case"] == case)
        for case in CASES
    }


def invoiced(invoices: list[Any]) -> dict[str, int]:
    lines = [line for invoice in invoices if invoice["status"] != "cancelled" for line in invoice["lines"]]
    counting = [line for line in lines if line["status"] != "corrected"]
    return {case: sum(round(line["quantity"] * 100) for line in counting if line["case"] == case) for case in CASES}


def standing(invoice: Any) -> int:
    """The total of what stands: as issued, or without the lines that have left it."""
    left = sum(line["net_ore"] for line in invoice["lines"] if line["status"] == "corrected")
    net = int(invoice["net_ore"]) - left
    return net + vat_of(Ore(net), Percent(2500)).hundredths if left else int(invoice["total_ore"])

"""Prices brought in from a file."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import TODAY, Result
from tests.typed import OfficeWith

Ipsu = Callable[..., Result]
PRICED = (
    "agreement add A1 --service ipsu --area Uppsala --from 2026-01-01",
    "price set A1 ipsu-b 450 --unit hour --from 2026-01-01",
)


@pytest.fixture
def office(db: Path, ipsu: Ipsu, office_with: OfficeWith) -> Ipsu:
    shutil.copy2(office_with(PRICED, TODAY), db)
    return ipsu


def rows(db: Path, *amounts: str) -> str:
    file = db.parent / "prices.csv"
    lines = [f"A1;ipsu-b;{amount};hour;2026-01-01" for amount in amounts]
    file.write_text("\n".join(["agreement;service;amount;unit;from", *lines]), encoding="utf-8")
    return f"import prices {file} --json"


def test_another_amount_for_the_same_day_is_a_change(db: Path, office: Ipsu) -> None:
    counts = office(rows(db, "460")).json["import"]
    assert (0, 0, 1) == (counts["added"], counts["known"], counts["changed"])


def test_the_amount_that_stands_there_is_known(db: Path, office: Ipsu) -> None:
    counts = office(rows(db, "450")).json["import"]
    assert (0, 1, 0) == (counts["added"], counts["known"], counts["changed"])


def test_one_file_does_not_give_two_amounts_for_a_day(db: Path, office: Ipsu) -> None:
    result = office(rows(db, "460", "470"))
    assert 3 == result.code
    assert "price.twice" in result.err


# What a price that is set replaces and touches

PLAN = (
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov --training Svets --training-from 2026-01-12 "
    "--training-to 2026-12-31 --from 2026-03-02 --to 2026-05-29",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    "deliver B1 7 --on 2026-03-10",
    "deliver B1 6 --on 2026-03-17",
    "invoice build --month 2026-03",
    "deliver B1 5 --on 2026-04-01",
)


@pytest.fixture
def billed(db: Path, ipsu: Ipsu, office_with: OfficeWith) -> Ipsu:
    """Two deliveries of March are billed at 450, one of April is not."""
    shutil.copy2(office_with((*PRICED, *PLAN), "2026-04-01"), db)
    return ipsu


def price(office: Ipsu, amount: str, day: str) -> tuple[object, object, list[str]]:
    """What the answer says that the price replaces and touches, and its warnings."""
    result = office(f"price set A1 ipsu-b {amount} --unit hour --from {day} --json", today="2026-04-01")
    assert (0, "") == (result.code, result.err)
    answer = result.json
    return (
        answer["price"]["replaces_ore"],
        answer["price"]["touches"],
        [warning["code"] for warning in answer["warnings"]],
    )


def touches(delivered: int, billed: int, *invoices: str) -> dict[str, object]:
    return {"delivered": delivered, "billed": billed, "invoices": [*invoices]}


def test_a_price_for_a_day_that_has_one_tells_what_it_was_and_what_it_touches(billed: Ipsu) -> None:
    found = price(billed, "460", "2026-01-01")
    assert (45000, touches(1, 2, "2026-0001"), ["price.replaces", "price.billed"]) == found
    assert (46000, touches(1, 2, "2026-0001"), []) == price(billed, "460", "2026-01-01")


@pytest.mark.parametrize(
    ("day", "touched", "codes"),
    [
        ("2026-03-10", touches(1, 2, "2026-0001"), ["price.billed"]),
        ("2026-03-11", touches(1, 1, "2026-0001"), ["price.billed"]),
        ("2026-03-18", touches(1, 0), []),
        ("2026-04-01", touches(1, 0), []),
        ("2026-04-02", touches(0, 0), []),
    ],
)
def test_a_price_before_lines_that_were_billed_is_told(
    billed: Ipsu, day: str, touched: object, codes: list[str]
) -> None:
    assert (45000, touched, codes) == price(billed, "460", day)


def test_a_price_holds_until_the_next(billed: Ipsu) -> None:
    price(billed, "470", "2026-03-16")
    assert (45000, touches(0, 1, "2026-0001"), ["price.billed"]) == price(billed, "460", "2026-03-01")


def test_another_service_or_unit_touches_nothing(billed: Ipsu) -> None:
    result = billed("price set A1 ipsu-a 9500 --unit case --from 2026-01-01 --json")
    assert (None, touches(0, 0)) == tuple(result.json["price"][key] for key in ("replaces_ore", "touches"))


def test_a_level_of_its_own_is_not_touched_by_a_price_for_all(office: Ipsu) -> None:
    for words in (
        "agreement add R1 --service rusta-matcha --area Norr --from 2026-01-01",
        "price set R1 rusta-matcha 3000 --unit month --from 2026-01-01 --level A",
        "price set R1 rusta-matcha 2000 --unit month --from 2026-01-01",
        *(
            f"case add K{n} --service rusta-matcha --personnummer {number} --name X --from 2026-02-02 --to 2026-07-31 "
            f"--system ka-webb --level {level}"
            for n, number, level in ((1, "19941224-9808", "A"), (2, "19900101-9802", "B"))
        ),
        *(
            words.format(case=case)
            for case in ("K1", "K2")
            for words in (
                "document submit {case} iup --goal Lager --own-search 20 --supplier 20 --on 2026-02-03",
                "document submit {case} gp --mandatory a=4 --mandatory b=2 --optional c=3 --on 2026-02-05",
                "document submit {case} pr --period 2026-02 --hours a=1 --hours b=1 --hours c=1 --on 2026-03-05",
                "deliver {case} --month 2026-02",
            )
        ),
    ):
        result = office(words, today="2026-04-01")
        assert 0 == result.code, (words, result.err)
    for level, found in (("", 1), (" --level A", 1), (" --level C", 0)):
        words = f"price set R1 rusta-matcha 2500 --unit month --from 2026-01-15{level} --json"
        assert found == office(words, today="2026-04-01").json["price"]["touches"]["delivered"], level


def test_an_import_tells_what_its_prices_replace(db: Path, billed: Ipsu) -> None:
    result = billed(rows(db, "460"), today="2026-04-01")
    assert ["price.replaces", "price.billed"] == [warning["code"] for warning in result.json["warnings"]]


def test_a_price_after_the_agreement_is_told(office: Ipsu) -> None:
    assert 0 == office("agreement edit A1 --to 2026-12-31 --reason x").code
    assert [] == price(office, "460", "2026-12-31")[2]
    assert ["price.after-agreement"] == price(office, "470", "2027-01-01")[2]


def test_a_unit_that_the_service_never_uses_is_refused(office: Ipsu) -> None:
    for service, unit in (("ipsu-b", "case"), ("ipsu-b", "month"), ("ipsu-a", "hour"), ("ipsu-a", "result")):
        result = office(f"price set A1 {service} 450 --unit {unit} --from 2026-01-01 --json")
        assert 1 == result.code
        assert "price.unit" in result.err


def test_a_service_that_is_funded_has_no_price(office: Ipsu) -> None:
    office("agreement add K1 --service ips --service se --area Norr --from 2026-01-01")
    for service in ("ips", "se"):
        result = office(f"price set K1 {service} 650 --unit hour --from 2026-01-01 --json")
        error = json.loads(result.err)["error"]
        assert (1, "price.none", "Next: ipsu funding add K1") == (result.code, error["code"], error["hint"][:25])


def test_what_a_price_replaces_is_said_in_words(billed: Ipsu) -> None:
    result = billed("price set A1 ipsu-b 460 --unit hour --from 2026-01-01", today="2026-04-01", IPSU_LANG="en")
    for words in ("was 450.00 kr and is now 460.00 kr", "2026-0001", "ipsu invoice cancel 2026-0001"):
        assert words in result.err


REJECTED = "invoice reject 2026-0001 --case B1 --why price --reason fel --not-self-fixable"


@pytest.mark.parametrize(
    ("steps", "command"),
    [
        ((), "ipsu invoice cancel 2026-0001 --reason TEXT"),
        ((REJECTED,), "ipsu invoice resolve 2026-0001 --case CASE --outcome corrected"),
        (("invoice approve 2026-0001",), "ipsu invoice credit 2026-0001 --case CASE --reason TEXT"),
        (
            ("invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-01 --amount 100"),
            "ipsu invoice credit 2026-0001 --case CASE --reason TEXT",
        ),
        (
            ("invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-01"),
            "ipsu invoice credit 2026-0001 --case CASE --reason TEXT",
        ),
    ],
)
def test_what_is_billed_at_another_price_is_taken_back_by_what_can_be_typed(
    billed: Ipsu, steps: tuple[str, ...], command: str
) -> None:
    for words in steps:
        assert 0 == billed(words, today="2026-04-01").code, words
    warnings = billed("price set A1 ipsu-b 460 --unit hour --from 2026-03-01 --json", today="2026-04-01").json[
        "warnings"
    ]
    assert command == next(warning["command"] for warning in warnings if warning["code"] == "price.billed")
    typed = command.removeprefix("ipsu ").replace("CASE", "B1").replace("TEXT", "pris")
    assert 0 == billed(typed, today="2026-04-01").code
    built = billed("invoice build --month 2026-04 --json", today="2026-04-30").json["invoices"]
    assert {46000} == {line["unit_price_ore"] for invoice in built for line in invoice["lines"]}

"""Prices brought in from a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import Result

Ipsu = Callable[..., Result]


@pytest.fixture
def office(db: Path, ipsu: Ipsu) -> Ipsu:
    assert ipsu("agreement add A1 --service ipsu --area Uppsala --from 2026-01-01").code == 0
    assert ipsu("price set A1 ipsu-b 450 --unit hour --from 2026-01-01").code == 0
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

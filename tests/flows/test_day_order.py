"""An invoice, an answer and a payment that are dated before what they rest on are told, with both days."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

MADE = (
    "agreement add S1 --service ipsu --area Norr --from 2026-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2026-01-01",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov --from 2026-03-02 --to 2026-05-31 "
    "--training Svets --training-from 2026-01-12 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W20=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    "deliver B1 8 --on 2026-03-20",
)
BUILD = "invoice build --month 2026-03"


@pytest.fixture
def done(ipsu: Program, db: Path) -> Any:
    """`done(words, today)`: the codes of the warnings with the days that they name, after work of 20 March that was
    entered on the 25th."""

    def run(words: str, today: str) -> list[Any]:
        result = ipsu(f"{words} --json", today=today)
        assert (0, "") == (result.code, result.err), (words, result.err)
        return [warning["message"] for warning in result.json["warnings"] if warning["code"] == "today.before"]

    for words in MADE:
        assert 0 == ipsu(words, today="2026-03-25").code, words
    return run


def test_an_invoice_is_made_from_the_day_that_the_work_was_entered(done: Any) -> None:
    assert [] == done(BUILD, "2026-03-25")


@pytest.mark.parametrize(
    ("today", "message"),
    [
        ("2026-03-24", "Invoice 2026-0001 is dated 2026-03-24, before what an earlier command entered on 2026-03-25."),
        ("2026-03-19", "Invoice 2026-0001 is dated 2026-03-19, before the work of 2026-03-20."),
    ],
)
def test_an_invoice_before_the_work_or_its_entry_is_told(done: Any, today: str, message: str) -> None:
    assert [message.replace("2026-0001", "–")] == done(f"{BUILD} --dry-run", today)
    assert [message] == done(BUILD, today)


def test_an_invoice_before_the_one_before_it_is_told(done: Any, ipsu: Program) -> None:
    assert [] == done(BUILD, "2026-04-02")
    ipsu("deliver B1 1 --on 2026-03-21", today="2026-04-01")
    assert ["Invoice 2026-0002 is dated 2026-04-01, before what an earlier command entered on 2026-04-02."] == done(
        BUILD, "2026-04-01"
    )


STEPS = {
    "an approval": "invoice approve 2026-0001",
    "a rejection": "invoice reject 2026-0001 --case B1 --reason x --not-self-fixable",
    "a payment": "invoice paid 2026-0001 --on {}",
}


@pytest.mark.parametrize("words", STEPS.values(), ids=STEPS)
def test_an_answer_and_a_payment_follow_the_work_and_its_entry(done: Any, db: Path, words: str) -> None:
    done(BUILD, "2026-03-18")
    kept = db.read_bytes()
    for today, earlier in (("2026-03-19", "2026-03-20"), ("2026-03-24", "2026-03-25"), ("2026-03-25", None)):
        db.write_bytes(kept)
        messages = done(words.format(today), today)
        assert [bool(earlier)] * len(messages) == [f"is dated {today}, before" in text for text in messages]
        assert ([earlier] if earlier else []) == [text[-11:-1] for text in messages]


def test_the_end_of_an_investigation_and_a_credit_are_told_too(done: Any) -> None:
    done(BUILD, "2026-03-18")
    done("invoice reject 2026-0001 --case B1 --reason x --not-self-fixable", "2026-03-18")
    assert 1 == len(done("invoice resolve 2026-0001 --case B1 --outcome upheld", "2026-03-19"))
    assert [] == done("invoice approve 2026-0001", "2026-03-26")
    assert ["Invoice 2026-0002 is dated 2026-03-25, before what an earlier command entered on 2026-03-26."] == done(
        "invoice credit 2026-0001 --case B1 --reason x", "2026-03-25"
    )


def test_a_self_invoice_and_the_answer_to_it_follow_the_first_day_of_work(done: Any, db: Path) -> None:
    head = "number,date,type,refers_to,case,from,to,hours,unit_price,net,vat,total"
    for number, first, count in (("A1", "2026-03-20", 0), ("A2", "2026-03-21", 1)):
        row = f"{number},2026-03-20,389,,B1,{first},2026-03-31,8,450,3600,900,4500"
        (db.parent / f"{number}.csv").write_text(f"{head}\n{row}\n")
        assert count == len(done(f"invoice receive {number}.csv --agreement S1", "2026-03-26"))
        approve = f"invoice approve --received {number} --despite-difference --on 2026-03-20"
        assert count == len(done(approve, "2026-03-26"))

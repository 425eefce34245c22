"""`ipsu case hand-over` and `ipsu case rename`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

Did = Callable[..., Any]
TRAINING = "--training Svets --training-from 2026-03-02 --training-to 2026-06-05"


@pytest.fixture
def did(ipsu: Program, db: Path) -> Did:
    def run(words: str, today: str = "2026-03-15", code: int = 0) -> Any:
        result = ipsu(f"{words} --json", today=today)
        assert code == result.code, (words, result.err)
        return result.json if code == 0 else result.err

    run("agreement add NM --service ipsu --area Norr --from 2026-01-01")
    for ref, number, coach in (("B1", "19900101-9802", "Kim"), ("B2", "19850505-2384", "Kim"),
                               ("B3", "19750315-2386", "Robin")):  # fmt: skip
        run(f"case add {ref} --service ipsu-b --personnummer {number} --name Prov --coach {coach} --from 2026-03-02 "
            f"--to 2026-05-31 {TRAINING}", "2026-03-02")  # fmt: skip
        run(f"plan set {ref} 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02", "2026-03-02")
    run("deliver B1 20 --week 2026-W10")
    return run


def test_a_coach_takes_over_all_open_cases_of_another(did: Did) -> None:
    did("case close B2 --on 2026-03-13 --reason other")
    handed = did("case hand-over --from Kim --to Robin --dry-run")["hand_over"]
    assert {"from_coach": "Kim", "to_coach": "Robin", "cases": ["B1"], "dry_run": True} == handed
    assert "Kim" == did("case show B1")["coach"]
    assert ["B1"] == did("case hand-over --from Kim --to Robin")["hand_over"]["cases"]
    assert ["Robin", "Kim"] == [did(f"case show {ref}")["coach"] for ref in ("B1", "B2")]
    assert "Coaches with open cases: Robin." in did("case hand-over --from Kim --to Robin", code=1)
    assert "hand-over.same" in did("case hand-over --from Robin --to Robin", code=1)


def test_some_cases_are_handed_over_or_none(did: Did) -> None:
    assert "hand-over.not-among" in did("case hand-over --from Kim --to Robin --case B1 --case B3", code=1)
    assert "Kim" == did("case show B1")["coach"]
    assert ["B2"] == did("case hand-over --from Kim --to Robin --case B2 --case B2")["hand_over"]["cases"]


def test_a_case_that_is_renamed_keeps_all_that_belongs_to_it(did: Did) -> None:
    before = did("case show B1")
    assert {"case": "IB-7", "was": "B1", "warnings": []} == did("case rename B1 IB-7 --reason 'ny beteckning'")
    after = did("case show IB-7")
    renamed = [{**row, "case": "IB-7"} for row in before["deliveries"]]
    assert (before["plan"], renamed) == (after["plan"], after["deliveries"])
    assert "case.unknown" in did("case show B1", code=1)


def test_a_case_is_not_renamed_to_a_reference_that_is_taken(did: Did) -> None:
    assert "case.exists" in did("case rename B1 B2 --reason fel", code=1)
    assert "value.reference" in did("case rename B1 'B 9' --reason fel", code=2)


def test_what_the_agency_sent_before_is_still_about_the_case_that_was_renamed(did: Did, db: Path) -> None:
    sent = (
        "number,date,type,refers_to,case,from,to,hours,unit_price,net,vat,total\n"
        "1001,2026-03-14,389,,B1,2026-03-02,2026-03-08,20,450,9000,2250,11250\n"
    )
    (db.parent / "sent.csv").write_text(sent, encoding="utf-8")
    did("price set NM ipsu-b 450 --unit hour --from 2026-01-01")
    did("invoice build --month 2026-03")
    did("invoice receive sent.csv")
    did("invoice approve --received 1001")
    did("case rename B1 IB-7 --reason 'ny beteckning'")
    assert ["IB-7"] == [line["case"] for line in did("invoice receive sent.csv")["self_invoice"]["lines"]]
    assert "equal" == did("invoice reconcile 2026-0001 sent.csv")["reconciliation"]["status"]
    assert ["unpaid"] == [row["step"] for row in did("report money --month 2026-03")["money"]["rows"]]


def test_a_reference_that_another_case_has_taken_is_that_case(did: Did, db: Path) -> None:
    did("case rename B1 IB-7 --reason 'ny beteckning'")
    did("case rename B2 B1 --reason 'ny beteckning'")
    sent = "number,date,type,case,from,to,hours,net,vat,total\n1001,2026-03-14,389,{},2026-03-02,2026-03-08,1,4,1,5\n"
    for number, case in (("1001", "B1"), ("1002", "B2")):
        (db.parent / "sent.csv").write_text(sent.replace("1001", number).format(case), encoding="utf-8")
        assert ["B1"] == [line["case"] for line in did("invoice receive sent.csv")["self_invoice"]["lines"]]

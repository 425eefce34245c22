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
    assert "hand-over.nothing" in did("case hand-over --from Kim --to Robin", code=1)


def test_some_cases_are_handed_over_or_none(did: Did) -> None:
    assert "hand-over.not-among" in did("case hand-over --from Kim --to Robin --case B1 --case B3", code=1)
    assert "Kim" == did("case show B1")["coach"]
    assert ["B2"] == did("case hand-over --from Kim --to Robin --case B2")["hand_over"]["cases"]


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

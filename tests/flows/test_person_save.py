"""The person of a case, when it is entered and when it is changed."""

from collections.abc import Callable
from pathlib import Path

from tests.program import Result


def test_a_case_that_moves_to_another_known_person_says_so(db: Path, ipsu: Callable[..., Result]) -> None:
    days = "--from 2026-03-02 --to 2026-03-22"
    assert ipsu("agreement add A1 --service ipsu --area Uppsala --from 2026-01-01").code == 0
    assert ipsu(f"case add A9 --service ipsu-a --personnummer 19900101-9802 --name Alva {days}").code == 0
    assert ipsu(f"case add B9 --service ipsu-b --personnummer 640823-3234 --name Bo {days}").code == 0
    answer = ipsu("case edit B9 --personnummer 19900101-9802 --json").json
    assert "case.other-person" in [warning["code"] for warning in answer["warnings"]]
    assert "Alva" == ipsu("case show B9 --json").json["participant"]["name"]

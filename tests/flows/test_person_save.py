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


def test_another_name_and_another_gender_than_before_are_told_and_hold(db: Path, ipsu: Callable[..., Result]) -> None:
    assert ipsu("agreement add S1 --service se --service ips --area Uppsala --from 2026-01-01").code == 0
    add = "case add {case} --service {service} --personnummer 19900101-9802 --queued 2026-03-02 {more}"

    def codes(case: str, service: str, more: str) -> list[str]:
        answer = ipsu(add.format(case=case, service=service, more=more) + " --json").json
        return [found["code"] for found in answer["warnings"] if found["code"].startswith("case.other")]

    assert [] == codes("U1", "se", "--name Alva --gender woman")
    assert [] == codes("U2", "ips", "--name Alva --gender woman")
    assert ipsu("case close U1 --on 2026-03-02 --reason other").code == 0
    assert ["case.other-name", "case.other-gender"] == codes("U3", "se", "--name Alvar --gender other")
    assert "other" == ipsu("case show U2 --json").json["participant"]["gender"]

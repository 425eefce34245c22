"""`ipsu check register`: what is asked about before figures and lists are sent on, and what has been acknowledged."""

from pathlib import Path
from typing import Any

from tests.conftest import Program
from tests.typed import Did, did_after

CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2025-01-01"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"


did = did_after(
    "agreement add IPSU-1 --service ipsu --area Väst --from 2025-01-01",
    "agreement add UP --service ips --service se --area Uppsala --from 2025-01-01",
    on="2026-03-31",
)


def an_ips(did: Did, ref: str, number: str, more: str = "--gender woman") -> None:
    did(
        f"case add {ref} --service ips --personnummer {number} --name Prov --coach Kim --from 2025-03-01"
        f" {CHECKS} {more}"
    )


def found(answer: Any) -> list[tuple[str, str]]:
    """What is open."""
    return [(row["case"], row["code"]) for row in answer["findings"] if row["acknowledged"] is None]


def test_a_register_that_lacks_nothing_is_well(did: Did) -> None:
    an_ips(did, "M1", "19850505-2384")
    assert {"findings": []} == {"findings": did("check register")["findings"]}
    assert [] == did("export sus sus.csv")["warnings"]


def test_each_finding_says_what_is_missing_and_what_puts_it_right(did: Did) -> None:
    an_ips(did, "M1", "19850505-2384", "")
    row = did("check register", code=6)["findings"][0]
    assert ["code", "case", "agreement", "coach", "message", "command", "acknowledged"] == list(row)
    assert {
        "code": "register.gender",
        "case": "M1",
        "agreement": "UP",
        "coach": "Kim",
        "acknowledged": None,
    }.items() <= (row.items())
    assert "ipsu case edit M1 --gender GENDER" == row["command"]
    did("case edit M1 --gender man")
    assert [] == did("check register")["findings"]


def test_what_came_in_from_files_is_asked_about(did: Did, db: Path) -> None:
    rows = (
        "case,service,personnummer,name,gender,from,support,closed,reason,consent",
        "M1,ips,19850505-2384,P,woman,2025-07-01,,2026-02-01,work,2025-06-01",
        "M2,ips,19750315-2386,P,man,2025-07-01,unspecified,,,2025-06-01",
        "M3,ips,19941224-9808,P,other,2025-07-01,,,,",
        "M4,se,19880314-9809,P,man,2025-07-01,,,,",
    )
    (db.parent / "cases.csv").write_text("\n".join(rows), encoding="utf-8")
    did("import cases cases.csv")
    assert [("M1", "register.outcome"), ("M2", "register.service"), ("M3", "register.consent")] == found(
        did("check register", code=6)
    )
    did("outcome add M1 employment --on 2026-02-01")
    did("case edit M2 --support se")
    did("agreement require UP ips --check resident")
    assert [] == did("check register")["findings"]


def test_a_training_is_known_whole(did: Did) -> None:
    did("case add A1 --service ipsu-a --personnummer 19850505-2384 --name P --gender man --from 2026-02-02"
        " --to 2026-02-13")  # fmt: skip
    did(f"case add B1 --service ipsu-b --personnummer 19750315-2386 --name P --gender man --from 2026-02-02"
        f" --to 2026-04-30 {TRAINING}")  # fmt: skip
    did("case close B1 --on 2026-03-20 --reason other")
    assert [("A1", "register.training"), ("B1", "register.result")] == found(did("check register", code=6))
    did("case edit A1 --training Svetsare")
    did("case edit B1 --training-result interrupted")
    assert [] == did("check register")["findings"]


def test_pauses_and_reviews_are_asked_about_as_todo_asks(did: Did) -> None:
    did("setting set review-days 180")
    an_ips(did, "M1", "19850505-2384")
    did("review add M1 --on 2025-10-03 --progress yes")
    did("case pause M1 --from 2025-12-31")
    assert [] == did("check register", "2026-03-30")["findings"]
    asked = did("check register", "2026-04-01", code=6)
    assert [("M1", "todo.pause"), ("M1", "todo.review")] == found(asked)
    did("acknowledgement add M1 todo.pause --reason pratat", "2026-04-01")
    did("acknowledgement add M1 review --reason pratat", "2026-04-01")
    assert [] == found(did("check register", "2026-04-01"))
    assert [] == [row for row in did("todo", "2026-04-01")["todo"] if row["kind"] in ("pause", "review")]


def test_a_support_that_is_not_noted_is_followed_up_as_the_one_queued_for(did: Did) -> None:
    an_ips(did, "M1", "19850505-2384", "--gender man")
    did("case edit M1 --support unspecified")
    did("case pause M1 --from 2025-12-01")
    asked = [("M1", "register.service"), ("M1", "todo.pause")]
    assert asked == found(did("check register", code=6)) == found(did("check register --service ips", code=6))
    assert [] == did("check register --service ipsu-b")["findings"]
    assert did("export monthly month.csv --month 2026-03")["warnings"]


def test_a_pause_after_the_closing_is_asked_about(did: Did) -> None:
    an_ips(did, "M1", "19850505-2384")
    did("case pause M1 --from 2026-03-01")
    did("case close M1 --on 2026-03-20 --reason other")
    row = did("check register", code=6)["findings"][0]
    assert ("register.pause-open", "ipsu case pause M1 --from 2026-03-01 --to 2026-03-20") == (
        row["code"],
        row["command"],
    )
    did(row["command"].removeprefix("ipsu "))
    assert [] == did("check register")["findings"]


def test_what_is_acknowledged_is_quiet_until_the_facts_change(did: Did, ipsu: Program) -> None:
    did("case add A1 --service ipsu-a --personnummer 19850505-2384 --name P --gender man --from 2026-02-02"
        " --to 2026-02-13 --training-from 2026-04-01")  # fmt: skip
    did("acknowledgement add A1 register.training --reason 'dröjer till april' --who Kim")
    row = did("check register")["findings"][0]
    assert {"reason": "dröjer till april", "on": "2026-03-31", "who": "Kim"} == row["acknowledged"]
    assert "dröjer" not in ipsu("check register").out
    assert "dröjer till april" in ipsu("check register --all").out
    did("case edit A1 --training Svetsare")
    assert [("A1", "register.training")] == found(did("check register", code=6))
    did("case edit A1 --training ''")
    assert [] == found(did("check register"))
    did("acknowledgement cancel 1 --reason 'nu är det april'")
    assert [("A1", "register.training")] == found(did("check register", code=6))


def test_only_what_is_open_can_be_acknowledged(did: Did) -> None:
    an_ips(did, "M1", "19850505-2384", "")
    assert "acknowledgement.nothing" == did("acknowledgement add M1 register.consent --reason x", code=1)["code"]
    did("acknowledgement add M1 REGISTER.GENDER --reason 'vill inte säga'")
    assert "acknowledgement.nothing" == did("acknowledgement add M1 register.gender --reason x", code=1)["code"]


def test_the_cases_and_the_days_are_chosen_as_in_reports(did: Did) -> None:
    an_ips(did, "M1", "19850505-2384", "")
    did("case add B1 --service ipsu-b --personnummer 19750315-2386 --name P --coach Eva --from 2026-02-02"
        f" --to 2026-04-30 {TRAINING}")  # fmt: skip
    did("case close M1 --on 2026-01-31 --reason other")
    asked = {
        "check register": ["B1", "M1"],
        "check register --month 2026-01": ["M1"],
        "check register --from 2026-02-01": ["B1"],
        "check register --year 2025": ["M1"],
        "check register --coach eva": ["B1"],
        "check register --service ips": ["M1"],
        "check register --agreement IPSU-1": ["B1"],
    }
    assert asked == {words: [case for case, _ in found(did(words, code=6))] for words in asked}
    assert [] == did("check register --month 2024-12")["findings"]
    assert "filter.unknown" == did("check register --coach Robin", code=1)["code"]


def test_of_the_protected_there_is_the_reference_alone(did: Did, ipsu: Program) -> None:
    did("case add M1 --service ips --personnummer 19850505-2384 --name 'Dold Person' --protected --from 2025-03-01 "
        f"--municipality Hemort {CHECKS}")  # fmt: skip
    assert [("M1", "register.gender")] == found(did("check register", code=6))
    did("acknowledgement add M1 register.gender --reason 'Dold orsak'")
    assert did("check register")["findings"][0]["acknowledged"]["reason"] is None
    assert "Dold" not in ipsu("check register --all --names").out


def test_status_says_how_many_are_open(did: Did, ipsu: Program) -> None:
    an_ips(did, "M1", "19850505-2384", "")
    an_ips(did, "M2", "19750315-2386", "")
    did("case pause M2 --from 2025-12-01")
    assert {"findings": 3, "command": "ipsu check register"} == did("status")["register"]
    assert 3 == len(found(did("check register", code=6)))
    did("acknowledgement add M1 register.gender --reason 'vill inte säga'")
    did("acknowledgement add M2 pause --reason pratat")
    assert {"findings": 1, "command": "ipsu check register"} == did("status")["register"]
    did("case edit M2 --gender man")
    assert {"findings": 0, "command": None} == did("status")["register"]


def test_what_is_sent_on_warns_and_is_sent_on_all_the_same(did: Did, ipsu: Program) -> None:
    an_ips(did, "M1", "19850505-2384", "")
    did("case add B1 --service ipsu-b --personnummer 19750315-2386 --name P --from 2026-02-02 --to 2026-04-30 "
        f"{TRAINING}")  # fmt: skip
    for words, days in (
        ("export sus sus.csv --from 2025-01-01 --to 2025-12-31", "--from 2025-01-01 --to 2025-12-31"),
        ("export monthly month.csv --month 2026-03", "--from 2026-03-01 --to 2026-03-31"),
    ):
        answer = did(words)
        assert [("register.open", f"ipsu check register --service ips --service se --service sed {days}")] == [
            (warning["code"], warning["command"]) for warning in answer["warnings"]
        ]
        assert answer["warnings"][0]["message"].endswith("this is about: 1.")
        assert 1 == len(answer.get("sus") or answer["monthly"])
        assert found(did(answer["warnings"][0]["command"].removeprefix("ipsu "), code=6)) == [("M1", "register.gender")]


def test_the_findings_can_be_kept_in_a_workbook(did: Did, db: Path) -> None:
    an_ips(did, "M1", "19850505-2384", "")
    assert "found.xlsx" == did("check register --excel found.xlsx", code=6)["excel"]
    assert (db.parent / "found.xlsx").exists()
    assert "file.exists" == did("check register --excel found.xlsx", code=1)["code"]


def test_the_help_of_check_says_what_there_is(ipsu: Program) -> None:
    assert "register" in ipsu("check --help", today="2026-03-31").out

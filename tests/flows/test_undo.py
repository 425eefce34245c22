"""Taking a command back: the register is then as if it had never been typed, and the log says both."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.program import Result
from tests.typed import did_after

TODAY = "2026-03-20"
TRAINING = "--training Svets --training-from 2026-02-02 --training-to 2026-06-05"
CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2026-03-01"
SETUP = f"""
agreement add S1 --service ipsu --area Syd --from 2026-01-01
agreement add U1 --service ips --area Väst --from 2024-01-01
price set S1 ipsu-b 450 --unit hour --from 2026-01-01
case add B1 --service ipsu-b --personnummer 19900101-9802 --name "Kim Ek" --from 2026-03-02 --to 2026-03-22 {TRAINING}
plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02
document confirm B1 gp --on 2026-03-03
deliver B1 7 --on 2026-03-03
case add I1 --service ips --personnummer 19850505-2384 --name "Bo Al" --queued 2026-03-01 {CHECKS}
"""
# What is typed, and what shows the register that it must leave no trace in.
SHOWS = (
    "case show B1", "case show I1", "case list", "plan show B1", "plan history B1", "document list B1", "delivery list",
    "agreement show S1", "agreement list", "todo", "report money", "invoice build --month 2026-03 --dry-run",
    "report kpi --year 2026", "setting list", "outcome list", "export all all.json --force",
)  # fmt: skip
TAKEN_BACK = (
    "case add B2 --service ipsu-b --personnummer 19881123-9840 --name 'Li Ek' --from 2026-03-02 --to 2026-03-22 "
    + TRAINING,
    "case edit B1 --coach Lo --name 'Kim Al'",
    "case decide B1 --to 2026-04-05 --on 2026-03-19",
    "case close B1 --on 2026-03-20 --reason completed --training-result passed",
    "case start I1 --on 2026-03-05",
    "case rename B1 B7 --reason fel",
    "plan set B1 2026-W10..2026-W11=20 2026-W12=10 --reason fler --submitted 2026-03-10",
    "document submit B1 avvikelse --from 2026-03-10 --to 2026-03-10 --known --on 2026-03-11",
    "document unconfirm B1 gp --reason fel",
    "deliver B1 6 --on 2026-03-04",
    "delivery correct 1 6 --reason fel",
    "delivery cancel 1 --reason fel",
    "agreement add S2 --service ipsu --area Norr --from 2026-01-01",
    "agreement edit S1 --area Nord --reason fel",
    "agreement require U1 ips --ages none",
    "price set S1 ipsu-b 460 --unit hour --from 2026-01-01",
    "price set S1 ipsu-b 470 --unit hour --from 2026-04-01",
    "setting set silent-days 5",
    "aid lend B1 laptop --on 2026-03-05 --origin b",
    "contact add B1 officer --on 2026-03-05 --note samtal",
    "target set U1 supported 12",
    "import deliveries in.csv",
)


def error(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.err)["error"]
    return found


@pytest.fixture(autouse=True)
def _sheet(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("case;on;hours\nB1;2026-03-05;2\nB1;2026-03-06;3\n")


did = did_after(*SETUP.strip().splitlines(), on=TODAY)


@pytest.fixture
def refused(ipsu: Program) -> Callable[..., dict[str, Any]]:
    def run(words: str) -> dict[str, Any]:
        result: Result = ipsu(f"{words} --json", today=TODAY)
        assert 1 == result.code, (words, result.out)
        return error(result)

    return run


def shown(did: Callable[..., Any], folder: Path) -> list[Any]:
    """All that is shown, and the register as a file."""
    return [*(did(words) for words in SHOWS), (folder / "all.json").read_text()]


@pytest.mark.parametrize("words", TAKEN_BACK)
def test_a_command_that_is_taken_back_leaves_no_trace(
    did: Callable[..., Any], db: Path, ipsu: Program, words: str
) -> None:
    before = shown(did, db.parent)
    did(words)
    typed = did("log")["log"][-1]
    assert words.startswith(typed["command"].partition(" -")[0])
    undone = did("undo")["undone"]
    assert typed["id"] == undone["id"]
    assert before == shown(did, db.parent)
    last = did("log")["log"][-1]
    assert (f"undo {typed['id']}", typed["id"]) == (last["command"], last["undoes"])
    did(words)  # and it can be typed again
    did("undo")
    assert before == shown(did, db.parent)


def test_commands_are_taken_back_one_after_another(did: Callable[..., Any], db: Path) -> None:
    """An edit of an edit: each undo gives the one before it, also where an undo has stood between them."""
    first = shown(did, db.parent)
    did("case edit B1 --coach Lo")
    second = shown(did, db.parent)
    did("case edit B1 --coach Mo")
    did("undo")
    assert second == shown(did, db.parent)
    did("case edit B1 --coach Bo")
    did("undo")
    did("undo")
    assert first == shown(did, db.parent)


def test_the_whole_office_is_taken_back_to_nothing(did: Callable[..., Any], refused: Callable[..., Any]) -> None:
    for _ in SETUP.strip().splitlines():
        did("undo")
    assert [] == did("case list")["cases"] + did("agreement list")["agreements"] + did("delivery list")["deliveries"]
    assert "undo.nothing" == refused("undo")["code"]


def number_of(did: Callable[..., Any], command: str) -> int:
    numbers: dict[str, int] = {line["command"]: line["id"] for line in reversed(did("log")["log"])}
    return numbers[command]


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("case add", "8 (deliver), 7 (document confirm), 6 (plan set)"),
        ("plan set", "7 (document confirm)"),
        ("document confirm", "8 (deliver)"),
        ("agreement add", "8 (deliver), 7 (document confirm), 6 (plan set), 5 (case add), 4 (price set)"),
        ("price set", "8 (deliver), 7 (document confirm), 6 (plan set), 5 (case add)"),
    ],
)
def test_what_later_commands_rest_on_is_refused_with_their_names(
    did: Callable[..., Any], refused: Callable[..., Any], command: str, named: str
) -> None:
    found = refused(f"undo {number_of(did, command)}")
    assert "undo.rests" == found["code"]
    assert found["message"].endswith(f"{named}.") and f"ipsu undo {named[0]}" in found["hint"]


def test_hours_are_taken_back_whatever_was_typed_after_them(did: Callable[..., Any]) -> None:
    did("deliver B1 5 --on 2026-03-04")
    did("deliver B1 6 --on 2026-03-05")
    did(f"undo {number_of(did, 'deliver')}")
    assert [5, 6] == [delivery["hours"] for delivery in did("delivery list B1")["deliveries"]]


def test_what_is_invoiced_or_about_money_is_refused(did: Callable[..., Any], refused: Callable[..., Any]) -> None:
    delivered = number_of(did, "deliver")
    did("invoice build --month 2026-03")
    assert "undo.money" == refused("undo")["code"]
    assert "undo.invoiced" == refused(f"undo {delivered}")["code"]
    did("invoice cancel 2026-0001 --reason fel")
    assert "undo.money" == refused("undo")["code"]


def test_what_a_cancelled_invoice_still_shows_is_not_lost(did: Callable[..., Any], refused: Callable[..., Any]) -> None:
    delivered = number_of(did, "deliver")
    did("invoice build --month 2026-03")
    did("invoice cancel 2026-0001 --reason fel")
    assert "undo.released" == refused(f"undo {delivered}")["code"]
    did("delivery cancel 1 --reason fel")
    did("undo")
    assert [7] == [delivery["hours"] for delivery in did("delivery list")["deliveries"]]


def test_work_rests_on_the_terms_of_its_agreement(did: Callable[..., Any], refused: Callable[..., Any]) -> None:
    did("agreement edit S1 --to 2026-03-05 --reason kort")
    did("agreement edit S1 --to 2026-12-31 --reason längre")
    prolonged = did("log")["log"][-1]["id"]
    did("deliver B1 5 --on 2026-03-10")
    assert refused(f"undo {prolonged}")["message"].endswith(f"{prolonged + 1} (deliver).")


def test_cases_of_one_agreement_do_not_rest_on_each_other(did: Callable[..., Any]) -> None:
    added = number_of(did, "case add") + 4
    did(f"case add I2 --service ips --personnummer 19881123-9840 --name 'Li Ek' --queued 2026-03-10 {CHECKS}")
    did("target set U1 supported 12")
    assert "I1" == did(f"undo {added}")["undone"]["case"]
    assert ["B1", "I2"] == [case["case"] for case in did("case list")["cases"]]


def test_a_closed_case_is_not_open_again_next_to_the_later_one(
    did: Callable[..., Any], refused: Callable[..., Any]
) -> None:
    did("agreement add U2 --service ips --area Norr --from 2024-01-01")
    did("case close I1 --on 2026-03-20 --reason declined")
    closed = did("log")["log"][-1]["id"]
    did(
        "case add I2 --service ips --agreement U2 --personnummer 19850505-2384 --name 'Bo Al' --queued 2026-03-20 "
        + CHECKS
    )
    assert refused(f"undo {closed}")["message"].endswith(f"{closed + 1} (case add).")


def test_what_has_changed_all_of_it_since_is_named(did: Callable[..., Any], refused: Callable[..., Any]) -> None:
    delivered = number_of(did, "deliver")
    did("delivery cancel 1 --reason fel")
    assert refused(f"undo {delivered}")["message"].endswith("(delivery cancel).")


ADD_AGAIN = f"case add U2 --service se --personnummer 19850505-2384 --name 'Bo Al' --queued 2026-03-10 {CHECKS}"


@pytest.mark.parametrize("words", ["case edit I1 --protected", f"{ADD_AGAIN} --protected"])
def test_protection_is_lifted_with_a_reason_alone(
    did: Callable[..., Any], refused: Callable[..., Any], words: str
) -> None:
    did("agreement add E1 --service se --area Norr --from 2024-01-01")
    did(words)
    assert "undo.protection" == refused("undo")["code"]
    did("case edit I1 --no-protected --reason fel")
    did("undo")
    assert did("case show I1")["participant"]["protected"]


def test_the_making_of_the_office_stands(ipsu: Program, tmp_path: Path) -> None:
    made = ipsu(f"init --name Ek --orgnr 556677-8899 --address Gatan --db {tmp_path}/new.db", today=TODAY)
    assert 0 == made.code
    for words, code in (("undo", "undo.nothing"), ("undo 1", "undo.empty")):
        assert code == error(ipsu(f"{words} --db {tmp_path}/new.db --json", today=TODAY))["code"]


def test_the_log_names_the_case_of_an_undo_where_it_was_one(did: Callable[..., Any], db: Path) -> None:
    (db.parent / "two.csv").write_text("case;party;on\nB1;officer;2026-03-05\nI1;officer;2026-03-06\n")
    for words, case in (
        ("case edit I1 --coach Lo", "I1"),
        ("import contacts two.csv", None),
        ("setting set eves free", None),
    ):
        did(words)
        did("undo")
        assert case == did("log")["log"][-1]["case"], words


@pytest.mark.parametrize(("words", "code"), [("undo 999", "undo.unknown"), ("undo 1", "undo.empty")])
def test_what_is_no_change_of_the_register_is_refused(
    did: Callable[..., Any], refused: Callable[..., Any], words: str, code: str
) -> None:
    assert code == refused(words)["code"]


def test_a_change_is_taken_back_once_and_an_undo_never(did: Callable[..., Any], refused: Callable[..., Any]) -> None:
    did("setting set silent-days 5")
    number = did("undo")["undone"]["id"]
    assert "undo.already" == refused(f"undo {number}")["code"]
    assert "undo.of-undo" == refused(f"undo {number + 1}")["code"]


def test_what_the_register_said_before_stays_as_it_was(did: Callable[..., Any]) -> None:
    did("case add I2 --service ips --personnummer 19881123-9840 --name 'Li Ek' --queued 2026-03-10", today="2026-03-20")
    did("undo", today="2026-03-25")
    waiting = [
        did(f"report queue --from 2026-03-01 --to 2026-03-31 --as-of 2026-03-{day}", today="2026-03-26")["waiting"]
        for day in (24, 25)
    ]
    assert [2, 1] == [len(rows) for rows in waiting]


def test_an_import_is_taken_back_by_its_number_once_somebody_has_said_yes(
    did: Callable[..., Any], ipsu: Program, refused: Callable[..., Any]
) -> None:
    batch = did("import deliveries in.csv")["import"]["batch"]
    did("deliver B1 1 --on 2026-03-09")
    assert (2, "option.yes") == (
        (result := ipsu(f"import undo {batch} --json", today=TODAY)).code,
        error(result)["code"],
    )
    assert "import deliveries" == did(f"import undo {batch} --yes")["undone"]["command"]
    assert [7, 1] == [delivery["hours"] for delivery in did("delivery list B1")["deliveries"]]
    assert 2 == did("import deliveries in.csv")["import"]["added"]
    did("invoice build --month 2026-03")
    for yes in ("--yes", ""):  # nobody is asked about what is refused anyhow
        assert "import.unknown" == refused(f"import undo 99 {yes}")["code"]
        assert "undo.invoiced" == refused(f"import undo 2 {yes}")["code"]


def test_the_log_of_a_case_has_what_has_touched_it(did: Callable[..., Any]) -> None:
    did("import deliveries in.csv")
    commands = [line["command"] for line in did("log B1")["log"]]
    assert ["case add", "plan set", "document confirm", "deliver", "import deliveries"] == commands
    assert ["case add"] == [line["command"] for line in did("log I1")["log"]]
    line = did("log B1 --who Lo")["log"][0]
    assert (TODAY, "B1", None) == (line["today"], line["case"], line["undone_by"])


def test_the_key_of_what_was_taken_back_is_free_again(did: Callable[..., Any]) -> None:
    line = "deliver B1 6 --on 2026-03-04 --key k"
    first = did(line)["delivery"]
    did("undo")
    assert [] == did("check")["findings"], "the answer under the key went with what it was about"
    again = did(line)
    assert "repeated" not in again
    assert first["quantity"] == again["delivery"]["quantity"]
    assert did(line)["repeated"]

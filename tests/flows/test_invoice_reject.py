"""What of a self-invoice is rejected where it stands on no basis of ours, and what settles a head alone."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.self_invoices import Line, csv, head, rows
from tests.store.test_self_billing import MADE
from tests.typed import OfficeWith

TODAY = "2026-04-10"
B1, B2 = Line("B1", "2026-03-09", "2026-03-15", 19_50), Line("B2", "2026-03-16", "2026-03-22", 10_00)
NEVER = Line("B1", "2026-04-06", "2026-04-10", 5_00)
HEAD = "invoice receive --agreement IPSU-1 --on 2026-04-08 --number"
REJECT = "--not-self-fixable --reason fel"


@pytest.fixture
def there(office_with: OfficeWith, db: Path) -> Path:
    return Path(shutil.copy2(office_with(MADE, TODAY), db))


@pytest.fixture
def did(ipsu: Program, there: Path) -> Callable[[str], Any]:
    """Type words that are done; what they answer."""

    def run(words: str) -> Any:
        result = ipsu(f"--json {words}", today=TODAY, LOGNAME="anna")
        assert 0 == result.code, (words, result.err)
        return result.json

    return run


@pytest.fixture
def receive(did: Any, there: Path) -> Callable[..., None]:
    def run(*numbers: list[list[str]]) -> None:
        (there.parent / "a.csv").write_text(csv(*numbers))
        did("invoice receive a.csv")

    return run


@pytest.fixture
def statuses(did: Any) -> Callable[[], dict[str, str]]:
    return lambda: {invoice["number"]: invoice["status"] for invoice in did("invoice list --received")["self_invoices"]}


def refused(result: program.Result) -> tuple[int, str, str | None]:
    error = json.loads(result.err)["error"]
    return result.code, error["code"], error["hint"]


# On no basis of ours


def test_what_stands_on_no_basis_is_rejected_on_the_self_invoice(
    ipsu: Program, did: Any, receive: Any, statuses: Any
) -> None:
    receive(rows("1001", [B1, B2]), rows("1002", [NEVER], date="2026-04-08"))
    assert [("1002", "B1", 2_250_00, "unanswered", None)] == never_delivered(did)
    answered = did(f"invoice reject --received 1002 --case B1 --why other {REJECT} --on 2026-04-09")
    [line] = answered["self_invoice"]["lines"]
    assert {
        "state": "rejected", "why": "other", "reason": "fel", "on": "2026-04-09", "who": "anna", "awaits": "credit",
        "settled_by": None,
    } == line["answer"]  # fmt: skip
    assert line["answer"] == did("invoice show --received 1002")["self_invoice"]["lines"][0]["answer"]
    assert {"1001": "unanswered", "1002": "awaiting"} == statuses()
    assert [("1002", "awaiting")] == [(row["number"], row["status"]) for row in did("status")["received"]]
    assert [("1002", "B1", 2_250_00, "rejected", "credit")] == never_delivered(did)
    assert ["never-delivered"] == [
        row["kind"] for row in did("invoice letter --received 1002 a.md")["letter"]["questions"]
    ]
    assert not did("case show B1")["locked"], "nothing of ours is looked into"
    shown = ipsu("--lang en report money --from 2026-01-01 --to 2026-12-31", today=TODAY).out
    table = shown[shown.index("Billed and never delivered") :].split("\n")
    row = "1002 IPSU-1 B1 2026-04 2,250.00 2026-04-08 2 rejected credit note ipsu invoice receive FILE"
    assert row.split() == table[3].split()


def never_delivered(did: Any) -> list[tuple[Any, ...]]:
    money = did("report money --from 2026-01-01 --to 2026-12-31")["money"]
    assert money["earned_ore"] == sum(step["net_ore"] for step in money["steps"]) == 13_275_00
    keys = ("self_invoice", "case", "net_ore", "state", "awaits")
    return [tuple(row[key] for key in keys) for row in money["never_delivered"]]


@pytest.mark.parametrize("type", ["389", "261"])
def test_its_credit_settles_it_also_in_two_parts(did: Any, receive: Any, statuses: Any, type: str) -> None:
    receive(rows("1001", [B1, B2]), rows("1002", [NEVER], date="2026-04-08"))
    did(f"invoice reject --received 1002 --case B1 {REJECT}")
    sign = -1 if type == "389" else 1
    refers = "1002" if type == "261" else ""
    for number, hours, status in (("1003", 3_00, "awaiting"), ("1004", 2_00, "settled")):
        part = Line("B1", "2026-04-06", "2026-04-10", sign * hours)
        receive(rows(number, [part], type=type, refers_to=refers, date="2026-04-09"))
        assert (status, "settled") == (statuses()["1002"], statuses()[number])
    assert [] == never_delivered(did)


def test_a_case_on_a_basis_that_is_compared_is_rejected_there(ipsu: Program, did: Any, receive: Any) -> None:
    receive(rows("1001", [B1, B2]))
    typed = f"--json invoice reject --received 1001 --case B1 {REJECT}"
    command = "Next: ipsu invoice reject 2026-0001 --case B1 --reason TEXT --not-self-fixable"
    assert (1, "self-invoice.on-basis", command) == refused(ipsu(typed, today=TODAY))
    did("invoice approve 2026-0001")
    receive(rows("1002", [B1], date="2026-04-08"))
    did(f"invoice reject --received 1002 --case B1 --why twice {REJECT}")  # the basis is approved: nothing to reject


@pytest.mark.parametrize(
    ("options", "code", "why"),
    [
        ("--case B2", 1, "self-invoice.no-such-line"),
        ("--case B9", 1, "self-invoice.no-such-line"),
        ("--case B1 --case B2", 1, "self-invoice.no-such-line"),
        ("--case B1 --on 2026-04-11", 1, "date.future"),
        ("--case B1 --on 2026-04-07", 1, "date.before-step"),
        ("--case B1 --year 2025", 1, "self-invoice.unknown"),
    ],
)
def test_what_cannot_be_rejected_is_refused(
    ipsu: Program, receive: Any, statuses: Any, options: str, code: int, why: str
) -> None:
    receive(rows("1002", [NEVER], date="2026-04-08"))
    typed = f"--json invoice reject --received 1002 {options} {REJECT}"
    assert (code, why) == refused(ipsu(typed, today=TODAY))[:2]
    assert {"1002": "unanswered"} == statuses()


def test_what_is_answered_is_not_rejected(ipsu: Program, did: Any, receive: Any) -> None:
    receive(rows("1002", [NEVER], date="2026-04-08"))
    did("invoice approve --received 1002 --despite-difference")
    typed = f"--json invoice reject --received 1002 --case B1 {REJECT}"
    assert "self-invoice.answered" == refused(ipsu(typed, today=TODAY))[1]


def test_one_of_the_two_is_named_and_the_office_says_that_it_cannot_fix_it(ipsu: Program, receive: Any) -> None:
    receive(rows("1002", [NEVER], date="2026-04-08"))
    for words, code in (
        ("reject --case B1", 2),
        ("reject 2026-0001 --received 1002 --case B1", 2),
        ("reject 2026-0001 --year 2026 --case B1", 2),
    ):
        assert code == ipsu(f"invoice {words} {REJECT}", today=TODAY).code, words
    missing = ipsu("--json invoice reject --received 1002 --case B1 --reason fel", today=TODAY)
    assert "invoice.self-fixable" == refused(missing)[1]


def test_a_head_alone_is_rejected_with_a_case_that_nobody_knows(did: Any, statuses: Any) -> None:
    did(f"{HEAD} 1002 --total 1000")
    did(f"invoice reject --received 1002 --case AF-99 {REJECT}")
    assert {"1002": "awaiting"} == statuses()
    did(f"{HEAD} 1003 --total 1000 --type 261 --refers 1002")
    assert {"1002": "settled", "1003": "settled"} == statuses()


# A head alone


def test_a_rejection_keeps_which_basis_a_head_alone_is_about(ipsu: Program, did: Any, statuses: Any) -> None:
    did(f"{HEAD} 1001 --total 17156.25")
    typed = f"--json invoice reject --received 1001 --case B1 {REJECT}"
    assert "self-invoice.on-basis" == refused(ipsu(typed, today=TODAY))[1]
    did(f"invoice reject 2026-0001 --case B1 --why hours {REJECT}")
    [head] = did("invoice list --received")["self_invoices"]
    assert (["2026-0001"], "awaiting") == (head["pairs"], head["status"])
    [rejection] = did("invoice show 2026-0001")["invoice"]["rejections"]
    assert ("1001", "credit") == (rejection["self_invoice"], rejection["awaits"])
    shown = ipsu("invoice show --received 1001", today=TODAY, IPSU_LANG="en").out
    assert "awaiting" in shown and "2026-0001" in shown


CREDITS = {
    "a head": f"{HEAD} 1002 --total {{total}} --type 261 --refers 1001",
    "a head below zero": f"{HEAD} 1002 --total -{{total}} --refers 1001",
    "a file": None,
}


@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_of_what_is_too_much_settles_a_head(did: Any, receive: Any, statuses: Any, credit: str) -> None:
    did(f"{HEAD} 1001 --total 17156.25")
    did(f"invoice reject 2026-0001 --case B1 --why hours {REJECT}")
    typed = CREDITS[credit]
    if typed:
        did(typed.format(total="562.50"))
    else:
        receive(rows("1002", [Line("B1", "2026-03-09", "2026-03-15", 1_00)], type="261", refers_to="1001"))
    assert {"1001": "settled", "1002": "settled"} == statuses()


@pytest.mark.parametrize("first", ["1002", "1003"])
def test_a_credit_and_a_new_self_invoice_settle_a_head_whichever_comes_first(
    did: Any, statuses: Any, first: str
) -> None:
    did(f"{HEAD} 1001 --total 17156.25")
    did(f"invoice reject 2026-0001 --case B1 --why hours {REJECT}")
    typed = {
        "1002": f"{HEAD} 1002 --total 17156.25 --type 261 --refers 1001",
        "1003": f"{HEAD} 1003 --total 16593.75",
    }
    told = did(typed.pop(first))["warnings"]
    assert ("self-invoice.no-credit" in {warning["code"] for warning in told}) == (first == "1003")
    assert "awaiting" == statuses()["1001"]
    [last] = typed.values()
    did(last)
    assert {"1001": "settled", "1002": "settled", "1003": "unanswered"} == statuses()
    did("invoice resolve 2026-0001 --case B1 --outcome upheld")
    rows_of_money = did("report money --from 2026-01-01 --to 2026-12-31")["money"]["rows"]
    assert {("unanswered", "1003")} == {(row["step"], row["self_invoice"]) for row in rows_of_money}


def test_a_credit_that_takes_back_too_little_leaves_a_head_waiting(did: Any, statuses: Any) -> None:
    did(f"{HEAD} 1001 --total 17156.25")
    did(f"invoice reject 2026-0001 --case B1 --why hours {REJECT}")
    did(f"{HEAD} 1002 --total 562.49 --type 261 --refers 1001")
    assert {"1001": "awaiting", "1002": "settled"} == statuses()


def test_what_settled_a_head_stands_on_its_lines_when_they_come(did: Any, receive: Any) -> None:
    did(f"{HEAD} 1001 --total 17156.25")
    did(f"invoice reject 2026-0001 --case B1 --why hours {REJECT}")
    did(f"{HEAD} 1002 --total 562.50 --type 261 --refers 1001")
    receive(rows("1001", [Line("B1", "2026-03-09", "2026-03-15", 20_50), B2], date="2026-04-08"))
    lines = did("invoice show --received 1001")["self_invoice"]["lines"]
    assert ["1002", "1002"] == [line["answer"]["settled_by"] for line in lines]


# A credit typed as a head alone, of lines

TOO_MUCH = Line("B2", "2026-03-16", "2026-03-22", 11_00)
# What is credited of 1001, where 11 h of B2 are billed and 10 were delivered: as a total, and as the lines of a file.
READINGS = {
    "what is too much": ("562.50", [Line("B2", "2026-03-16", "2026-03-22", 1_00)]),
    "all that is rejected": ("6187.50", [TOO_MUCH]),
    "some of what is rejected": ("281.25", [Line("B2", "2026-03-16", "2026-03-22", 50)]),
    "all": ("17156.25", [B1, TOO_MUCH]),
}


@pytest.fixture
def story(did: Any, statuses: Any) -> Callable[[], Any]:
    """What every command says of the self-invoices and of the money."""

    def run() -> Any:
        found = [did(f"invoice show --received {number}")["self_invoice"] for number in ("1001", "1002")]
        compared = did_found("invoice reconcile 2026-0001 --received 1001")["reconciliation"]
        money = did("report money --from 2026-01-01 --to 2026-12-31")["money"]
        rejections = did("invoice show 2026-0001")["invoice"]["rejections"]
        return statuses(), found, compared, money["steps"], money["rows"], rejections, did("status")["received"]

    def did_found(words: str) -> Any:
        return json.loads(program.run(f"--json {words}", folder=Path.cwd(), today=TODAY).out)

    return run


@pytest.fixture
def rejected(did: Any, receive: Any) -> None:
    receive(rows("1001", [B1, TOO_MUCH], date="2026-04-08"))
    did(f"invoice reject 2026-0001 --case B2 --why hours {REJECT}")


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.usefixtures("rejected")
def test_a_credit_is_one_story_typed_or_as_a_file(
    did: Any, receive: Any, story: Any, there: Path, monkeypatch: pytest.MonkeyPatch, reading: str
) -> None:
    monkeypatch.chdir(there.parent)
    total, lines = READINGS[reading]
    before = there.read_bytes()
    told = did(f"{HEAD} 1002 --total {total} --type 261 --refers 1001")["warnings"]
    assert "self-invoice.credit-of-what" not in {warning["code"] for warning in told}
    typed = story()
    there.write_bytes(before)
    receive(rows("1002", lines, date="2026-04-08", type="261", refers_to="1001"))
    assert typed == story()
    assert typed[0]["1002"] == ("unanswered" if reading == "all" else "settled")


@pytest.mark.usefixtures("rejected")
def test_the_lines_of_the_file_come_in_the_place_of_what_its_total_said(
    did: Any, receive: Any, story: Any, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(there.parent)
    file = rows("1002", [Line("B1", "2026-03-09", "2026-03-15", 1_00)], date="2026-04-08", type="261", refers_to="1001")
    before = there.read_bytes()
    receive(file)
    of_the_file = story()
    assert "credit" == of_the_file[1][0]["lines"][1]["answer"]["awaits"]
    there.write_bytes(before)
    did(f"{HEAD} 1002 --total 562.50 --type 261 --refers 1001")
    for _ in range(2):
        receive(file)
        assert of_the_file == story()


@pytest.mark.usefixtures("rejected")
def test_what_somebody_answered_of_its_lines_stays_the_answer(did: Any, receive: Any, statuses: Any) -> None:
    did(f"{HEAD} 1002 --total 17156.25 --type 261 --refers 1001")
    did("invoice approve --received 1002 --despite-difference")
    receive(rows("1002", [B1, TOO_MUCH], date="2026-04-08", type="261", refers_to="1001"))
    assert "unanswered" != statuses()["1002"]


def test_a_total_that_says_nothing_of_the_lines_is_told(did: Any, receive: Any, statuses: Any) -> None:
    receive(rows("1001", [B1, TOO_MUCH], date="2026-04-08"))
    [told] = [
        warning
        for warning in did(f"{HEAD} 1002 --total 562.50 --type 261 --refers 1001")["warnings"]
        if warning["code"] == "self-invoice.credit-of-what"
    ]
    assert "1001" in told["message"]
    assert [] == did("invoice show --received 1002")["self_invoice"]["lines"]
    assert {"1001": "unanswered", "1002": "unanswered"} == statuses()
    receive(
        rows("1002", [Line("B2", "2026-03-16", "2026-03-22", 1_00)], date="2026-04-08", type="261", refers_to="1001")
    )
    [_, credited] = did("report money --from 2026-01-01 --to 2026-12-31")["money"]["rows"]
    assert ("B2", "unanswered") == (credited["case"], credited["step"])


# A right line next to a wrong one

RIGHT, WRONG = Line("B1", "2026-03-09", "2026-03-15", 19_50), Line("B1", "2026-03-16", "2026-03-22", 9_00)
CORRECTED = Line("B1", "2026-03-16", "2026-03-22", 8_00)


@pytest.fixture
def of_two_weeks(did: Any) -> str:
    """The number of a basis with two weeks of B1: 19.5 h and 8 h."""
    did("invoice cancel 2026-0001 --reason fel")
    did("deliver B1 8 --week 2026-W12")
    number: str = did("invoice build --month 2026-03")["invoices"][0]["number"]
    return number


def states(did: Any, number: str) -> list[tuple[str, str | None]]:
    lines = did(f"invoice show --received {number}")["self_invoice"]["lines"]
    return [(line["answer"]["state"], line["answer"]["awaits"]) for line in lines]


def waiting_steps(did: Any) -> set[str]:
    rows = did("report money --from 2026-01-01 --to 2026-12-31")["money"]["rows"]
    return {row["step"] for row in rows if row["case"] == "B1"}


@pytest.mark.parametrize("why", ["hours", "price", "period", "other"])
def test_a_right_line_next_to_a_wrong_one_awaits_nothing(did: Any, receive: Any, of_two_weeks: str, why: str) -> None:
    receive(rows("1001", [RIGHT, WRONG, B2]))
    did(f"invoice reject {of_two_weeks} --case B1 --why {why} {REJECT}")
    assert [("unanswered", None), ("rejected", "credit"), ("unanswered", None)] == states(did, "1001")


def test_where_every_line_is_as_ours_all_of_a_case_are_rejected(did: Any, receive: Any, of_two_weeks: str) -> None:
    receive(rows("1001", [RIGHT, CORRECTED, B2]))
    did(f"invoice reject {of_two_weeks} --case B1 --why other {REJECT}")
    assert [("rejected", "credit"), ("rejected", "credit"), ("unanswered", None)] == states(did, "1001")


@pytest.mark.parametrize("is_whole", [False, True], ids=["the wrong line", "the whole case"])
def test_the_credit_of_a_case_with_a_right_line_needs_no_answer(
    did: Any, receive: Any, statuses: Any, of_two_weeks: str, is_whole: bool
) -> None:
    receive(rows("1001", [RIGHT, WRONG]))
    did(f"invoice reject {of_two_weeks} --case B1 --why hours {REJECT}")
    before = [RIGHT] if is_whole else []
    receive(
        rows("1002", [*before, WRONG], type="261", refers_to="1001", date="2026-04-08"),
        rows("1003", [*before, CORRECTED], date="2026-04-08"),
    )
    first = "settled" if is_whole else "unanswered"
    assert {"1001": first, "1002": "settled", "1003": "unanswered"} == statuses()
    did(f"invoice resolve {of_two_weeks} --case B1 --outcome upheld")
    assert {"unanswered"} == waiting_steps(did)
    did(f"invoice approve {of_two_weeks} --despite-difference")
    assert {"1001": "settled", "1002": "settled", "1003": "approved"} == statuses()
    assert {"unpaid"} == waiting_steps(did)


def test_a_case_that_is_rejected_twice_on_a_day_has_what_each_was_about(did: Any, receive: Callable[..., None]) -> None:
    more, hour = (Line("B1", B1.first, B1.last, hours) for hours in (20_50, 1_00))
    receive(rows("1001", [more, B2], date="2026-04-08"), rows("1002", [B1], date="2026-04-09"))
    for why, number, original, line in (("twice", "1003", "1002", B1), ("hours", "1004", "1001", hour)):
        did(f"invoice reject 2026-0001 --case B1 --why {why} {REJECT}")
        receive(rows(number, [line], type="261", refers_to=original, date="2026-04-10"))
        did("invoice resolve 2026-0001 --case B1 --outcome upheld")
    rejections = did("invoice show 2026-0001")["invoice"]["rejections"]
    assert [("twice", "1002", "1003"), ("hours", "1001", "1004")] == [
        (one["why"], one["self_invoice"], one["settled_by"]) for one in rejections
    ]
    reported = did("report rejections --from 2026-01-01 --to 2026-04-10")["rows"]
    assert [("twice", ["1003"]), ("hours", ["1004"])] == [(one["why"], one["settled_by"]) for one in reported]


@pytest.mark.parametrize("protected", [False, True])
def test_why_and_by_whom_a_head_alone_was_rejected_stands_with_it_too(
    did: Any, receive: Callable[..., None], protected: bool
) -> None:
    """Its reason is about a case that is investigated, a protected person's as well."""
    did(head("1001", "17156.25"))
    assert ("unanswered", None) == tuple(head_answer(did)[name] for name in ("state", "who"))
    if protected:
        did("case edit B1 --protected")
    did("invoice reject 2026-0001 --case B1 --why hours --not-self-fixable --reason fel")
    [rejection] = did("invoice show 2026-0001")["invoice"]["rejections"]
    shared = ("why", "reason", "on", "who", "awaits", "settled_by")
    assert [rejection[name] for name in shared] == [head_answer(did)[name] for name in shared]
    assert ("anna", None if protected else "fel") == (rejection["who"], rejection["reason"])
    receive(rows("1001", [Line("B1", B1.first, B1.last, 20_50), B2], date="2026-04-10"))
    shown = did("invoice show --received 1001")["self_invoice"]
    assert [rejection["reason"]] * 2 == [line["answer"]["reason"] for line in shown["lines"]]
    assert shown["head_answer"] is None


def head_answer(did: Any) -> Any:
    return did("invoice show --received 1001")["self_invoice"]["head_answer"]

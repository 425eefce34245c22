"""What the agency sends after an investigation settles what was rejected, in any order with what we correct."""

from pathlib import Path
from typing import Any

import pytest

from tests.self_invoices import Line, csv, head, rows
from tests.store.test_self_billing import MADE
from tests.typed import did_after

TODAY = "2026-04-10"
did = did_after(*MADE, on=TODAY)
REJECT = "invoice reject 2026-0001 --case {case} --why {why} --not-self-fixable --reason fel"
# 1001 bills 20.5 h of B1, where 19.5 h stand on 2026-0001 with 10 h of B2. The office finds that 17.5 h are right.
CORRECTED = (
    "invoice resolve 2026-0001 --case B1 --outcome corrected",
    "delivery correct 1 17.5 --reason fel",
    "invoice build --month 2026-03",
)
B1, B2 = Line("B1", "2026-03-09", "2026-03-15", 20_50), Line("B2", "2026-03-16", "2026-03-22", 10_00)
# What the agency sends in its place, and what it was asked for: the words, or the lines of a file.
SENT: dict[str, tuple[Any, ...]] = {
    "a credit of the difference": (head("1002", "1687.50", refers_to="1001"),),
    "a credit of all and a new head of both bases": (
        head("1002", "17156.25", refers_to="1001"), head("1003", "15468.75"),
    ),
    "a new head of both bases and then the credit": (
        head("1003", "15468.75"), head("1002", "17156.25", refers_to="1001"),
    ),
    "a credit of all and a new head of each basis": (
        head("1002", "17156.25", refers_to="1001"), head("1003", "5625"), head("1004", "9843.75"),
    ),
}  # fmt: skip
FILES: dict[str, tuple[Any, ...]] = {
    "a credit of the difference": (rows("1002", [Line("B1", B1.first, B1.last, 3_00)], type="261", refers_to="1001"),),
    "a credit of the case and its new lines": (
        rows("1002", [B1], type="261", refers_to="1001"), rows("1003", [Line("B1", B1.first, B1.last, 17_50)]),
    ),
}  # fmt: skip
PLACES = range(len(CORRECTED) + 1)


def take_in(did: Any, folder: Path, sent: Any) -> None:
    if isinstance(sent, str):
        did(sent)
        return
    (folder / "in.csv").write_text(csv(sent))
    did("invoice receive in.csv")


def statuses(did: Any) -> dict[str, str]:
    return {invoice["number"]: invoice["status"] for invoice in did("invoice list --received")["self_invoices"]}


def steps(did: Any) -> dict[str, set[str]]:
    """In which step the work of each case stands."""
    found: dict[str, set[str]] = {"B1": set(), "B2": set()}
    for row in did("report money --from 2026-01-01 --to 2026-12-31")["money"]["rows"]:
        found[row["case"]].add(row["step"])
    return found


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sent", SENT)
def test_what_the_agency_sends_settles_a_head_before_and_after_our_correction(did: Any, sent: str, place: int) -> None:
    did(head("1001", "17156.25"))
    did(REJECT.format(case="B1", why="hours"))
    for words in (*CORRECTED[:place], *SENT[sent], *CORRECTED[place:]):
        did(words)
    found = statuses(did)
    assert {"settled"} == {found["1001"], found["1002"]}
    new = {number for number, status in found.items() if status == "unanswered"}
    step = "unanswered" if new else "unpaid"
    assert {"B1": {step}, "B2": {step}} == steps(did)


@pytest.mark.parametrize("sent", [(head("1001", "15468.75"),), SENT["a credit of all and a new head of both bases"]])
def test_a_head_of_both_bases_is_approved_and_compared_with_what_both_make(did: Any, sent: tuple[str, ...]) -> None:
    if len(sent) > 1:
        did(head("1001", "17156.25"))
        did(REJECT.format(case="B1", why="hours"))
        for words in CORRECTED:
            did(words)
    else:
        for words in ("invoice approve 2026-0001", *CORRECTED[1:]):
            did(words)
    for words in sent:
        did(words)
    number = sent[-1].split()[7]
    compared = did(f"invoice reconcile 2026-0001 --received {number}", code=6)["reconciliation"]
    assert ("not-compared", 0) == (compared["status"], compared["difference_net_ore"])
    did(f"invoice approve --received {number}")
    assert {"B1": {"unpaid"}, "B2": {"unpaid"}} == steps(did)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sent", FILES)
def test_so_do_the_lines_of_files(did: Any, db: Path, sent: str, place: int) -> None:
    take_in(did, db.parent, rows("1001", [B1, B2]))
    did(REJECT.format(case="B1", why="hours"))
    for part in (*CORRECTED[:place], *FILES[sent], *CORRECTED[place:]):
        take_in(did, db.parent, part)
    answers = [line["answer"] for line in did("invoice show --received 1001")["self_invoice"]["lines"]]
    assert [("rejected", None), ("unanswered", None)] == [(answer["state"], answer["awaits"]) for answer in answers]
    assert steps(did)["B1"] <= {"unanswered", "unpaid"}


# Of what was billed too little

REST = Line("B1", "2026-03-09", "2026-03-15", 1_50)
TOO_LITTLE = {
    "heads": (head("1001", "15750"), head("1002", "843.75")),
    "files": (rows("1001", [Line("B1", B1.first, B1.last, 18_00), B2]), rows("1002", [REST])),
}


@pytest.mark.parametrize("sent", TOO_LITTLE)
def test_the_rest_of_what_was_billed_too_little_needs_no_credit(did: Any, db: Path, sent: str) -> None:
    first, rest = TOO_LITTLE[sent]
    take_in(did, db.parent, first)
    did(REJECT.format(case="B1", why="hours"))
    take_in(did, db.parent, rest)
    did("invoice resolve 2026-0001 --case B1 --outcome upheld")
    assert {"B1": {"unanswered"}, "B2": {"unanswered"}} == steps(did)
    did("invoice approve 2026-0001")
    assert {"B1": {"unpaid"}, "B2": {"unpaid"}} == steps(did)


@pytest.mark.parametrize("outcome", ["upheld", "corrected"])
def test_a_head_of_the_case_that_was_missing_settles_the_head_that_lacked_it(did: Any, outcome: str) -> None:
    did(head("1001", "10968.75"))
    did(REJECT.format(case="B2", why="missing"))
    resolve = f"invoice resolve 2026-0001 --case B2 --outcome {outcome}"
    for words in (resolve, "invoice build --month 2026-03", head("1002", "5625")):
        did(words)
    assert {"1001": "settled", "1002": "unanswered"} == statuses(did)
    assert {"B1": {"unpaid"}, "B2": {"unanswered"}} == steps(did)


def test_a_credit_that_leaves_too_much_goes_on_being_awaited_after_our_correction(did: Any) -> None:
    did(head("1001", "17156.25"))
    did(REJECT.format(case="B1", why="hours"))
    for words in (*CORRECTED, head("1002", "1687.49", refers_to="1001")):
        did(words)
    assert "awaiting" == statuses(did)["1001"]

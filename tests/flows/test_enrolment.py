"""IPS, SEd and SE: the queue, the start, what happens in the support, the end, and coming back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.typed import Did, did_after

TODAY = "2026-03-22"
CHECKS = "--resident --disability --motivated --care-contact psychiatry --consent 2026-01-20"
OFFICE = (
    "agreement add IPS-1 --service ips --area Exempelby --from 2025-01-01",
    "agreement add SED-1 --service sed --area Exempelby --from 2025-01-01",
    f"case add Q1 --service ips --personnummer 19900101-9802 --name 'Test Person' --queued 2026-01-15 {CHECKS}",
    f"case add S1 --service ips --personnummer 19850505-2384 --name 'Annan Person' --queued 2026-01-10 {CHECKS}",
    "case start S1 --on 2026-02-01",
    "case add P1 --service ips --personnummer 19640823-3234 --name 'Hemlig Person' --protected --queued 2026-01-10 "
    f"{CHECKS} --preference 'Hemligt arbete'",
)


did = did_after(*OFFICE, on=TODAY)


def refused(ipsu: Program, words: str, today: str = TODAY) -> tuple[int, Any]:
    result = ipsu(f"{words} --json", today=today)
    assert "" == result.out, words
    return result.code, json.loads(result.err)["error"]


def test_who_waits_is_in_the_queue_until_the_support_begins(did: Did) -> None:
    waiting = did("case show Q1")
    assert ("queued", {"from": None, "to": None}) == (waiting["status"], waiting["period"])
    assert {"from": "2026-01-15", "to": None, "reason": None, "days": 66} == waiting["queue"]
    did("case start Q1 --on 2026-03-01 --support sed")
    case = did("case show Q1")
    assert ("active", {"from": "2026-03-01", "to": None}) == (case["status"], case["period"])
    assert {"from": "2026-01-15", "to": "2026-03-01", "reason": "enrolled", "days": 45} == case["queue"]
    support = {"from": "2026-03-01", "to": None, "service": "sed", "reason": None, "refer_to": None}
    assert support == case["support"]


def test_what_a_start_lacks_is_a_warning_first_and_a_refusal_then(did: Did, ipsu: Program) -> None:
    added = did("case add Q2 --service sed --personnummer 19700101-9806 --name 'Ny Person' --queued 2026-03-01")
    codes = [f"eligible.{name}" for name in ("consent", "care-contact", "disability", "resident", "motivated")]
    assert codes == [warning["code"] for warning in added["warnings"]]
    code, error = refused(ipsu, "case start Q2 --on 2026-03-22")
    assert (1, "U3") == (code, error["rule"])
    assert codes == [finding["code"] for finding in error["details"]["missing"]]
    assert all(finding["rule"] == "U3" and finding["message"] for finding in error["details"]["missing"])
    for finding in error["details"]["missing"]:
        command = finding["command"].replace("DATE", "2026-03-22").replace("psychiatry", "primary-care")
        did(command.removeprefix("ipsu "))
    assert "2026-03-22" == did("case start Q2 --on 2026-03-22")["support"]["from"]


def test_a_start_by_edit_demands_what_a_start_does(did: Did, ipsu: Program) -> None:
    did("case add Q2 --service sed --personnummer 19700101-9806 --name 'Ny Person' --queued 2026-03-01")
    assert "eligible.consent" == refused(ipsu, "case edit Q2 --from 2026-03-22")[1]["code"]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("case add X --service ips --personnummer 20080323-9805 --name 'Ung' --queued 2026-03-22", 1, "case.age"),
        ("case add X --service ips --personnummer 19600322-9801 --name 'Äldre' --queued 2026-03-22", 1, "case.age"),
        ("case add X --service ips --personnummer 19700101-9806 --name N", 1, "case.no-beginning"),
        ("case add X --service ips --personnummer 19700101-9806 --name N --queued 2026-03-23", 1, "case.future"),
        ("case add X --service ips --personnummer 19700101-9806 --name N --from 2026-01-01 --to 2026-06-30", 1,
         "case.no-set-end"),
        ("case add X --service ips --personnummer 19900101-9802 --name N --queued 2026-03-22", 1, "case.one-open"),
        ("case start Q1 --on 2026-03-23", 1, "case.future"),
        ("case start Q1 --on 2026-01-14", 1, "case.start-before-queue"),
        ("case start S1 --on 2026-02-01", 1, "case.started"),
        ("case start Q9 --on 2026-02-01", 1, "case.unknown"),
        ("case start Q1 --on 2026-03-01 --support rusta-matcha", 2, "value.code"),
        ("case close S1 --on 2026-01-31 --reason work", 1, "case.closed-early"),
        ("case close S1 --on 2026-03-23 --reason work", 1, "date.future"),
        ("case close S1 --on 2026-03-22 --reason declined", 2, "value.code"),
        ("case close Q1 --on 2026-03-22 --reason work", 2, "value.code"),
        ("case close Q1 --on 2026-01-14 --reason declined", 1, "case.closed-before-queue"),
        ("case pause Q1 --from 2026-03-01", 1, "follow.outside"),
        ("case pause S1 --from 2026-03-01 --to 2026-02-28", 1, "pause.backwards"),
        ("outcome add S1 employment --on 2026-01-31", 1, "follow.outside"),
        ("outcome add S1 employment --on 2026-03-23", 1, "follow.future"),
        ("outcome add S1 promotion --on 2026-03-22", 2, "value.code"),
        ("outcome add Q1 employment --on 2026-03-22", 1, "follow.outside"),
        ("review add S1 --on 2026-03-22 --progress no", 1, "review.decision-missing"),
        ("review add S1 --on 2026-03-22 --progress no --decision refer", 1, "review.receiver-missing"),
        ("case close S1 --on 2026-03-22 --reason referred-on", 1, "case.receiver-missing"),
        ("case close Q1 --on 2026-03-22 --reason referred-on", 1, "case.receiver-missing"),
        ("review add S1 --on 2026-03-22 --progress maybe", 2, "value.flag"),
        ("review add S1 --on 2026-03-22 --progress no --decision perhaps", 2, "value.code"),
        ("contact add NOBODY af --on 2026-03-22", 1, "contact.about-unknown"),
        ("contact add S1 'two words' --on 2026-03-22", 2, "value.reference"),
        ("contact add IPS-1 af --on 2026-03-23", 1, "date.future"),
        ("outcome cancel 1 --reason fel", 1, "follow.unknown"),
        ("setting set long-pause-days soon", 2, "value.number"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name_and_changes_nothing(
    did: Did, ipsu: Program, db: Path, dump: Callable[[Path], str], words: str, code: int, error: str
) -> None:
    before = dump(db)
    found, problem = refused(ipsu, words)
    assert (code, error) == (found, problem["code"])
    assert before == dump(db)


def test_a_case_that_never_started_leaves_the_queue(did: Did) -> None:
    did("case close Q1 --on 2026-03-01 --reason referred-on --refer-to 'Daglig verksamhet'")
    case = did("case show Q1")
    assert {"from": "2026-01-15", "to": "2026-03-01", "reason": "referred_on", "days": 45} == case["queue"]
    support = {"from": None, "to": None, "service": None, "reason": None, "refer_to": "Daglig verksamhet"}
    assert ("ended", support) == (case["status"], case["support"])
    assert "queued" == did("case reopen Q1 --reason 'Fel person'")["status"]
    assert did("case show Q1")["support"]["refer_to"] is None


def test_the_closing_day_is_a_day_of_support(did: Did) -> None:
    did("outcome add S1 employment --on 2026-03-20 --subsidised")
    did("case close S1 --on 2026-03-20 --reason work_and_studies")
    case = did("case show S1")
    assert ("2026-03-20", "work_and_studies") == (case["support"]["to"], case["support"]["reason"])
    outcome = {"id": 1, "case": "S1", "outcome": "employment", "on": "2026-03-20", "subsidised": True}
    assert [outcome] == case["outcomes"] == did("outcome list")["outcomes"] == did("outcome list S1")["outcomes"]


def test_who_comes_back_has_a_new_enrolment_linked_to_the_former(did: Did) -> None:
    did("case close S1 --on 2026-03-01 --reason stable-no-need")
    did(f"case add S2 --service ips --personnummer 19850505-2384 --name 'Annan Person' --queued 2026-03-10 {CHECKS}")
    case = did("case show S2")
    assert "S1" == case["after"]
    assert [("S1", "stable_no_need"), ("S2", None)] == [(e["case"], e["reason"]) for e in case["enrolments"]]
    assert did("case show S1")["after"] is None


def test_what_was_registered_in_error_links_to_nothing(did: Did) -> None:
    did("case close S1 --on 2026-03-01 --reason registered-in-error")
    did(f"case add S2 --service ips --personnummer 19850505-2384 --name 'Annan Person' --queued 2026-03-10 {CHECKS}")
    assert did("case show S2")["after"] is None


def test_a_person_may_be_in_both_services_once_in_each(did: Did, ipsu: Program) -> None:
    both = f"case add D1 --service sed --personnummer 19850505-2384 --name 'Annan Person' --queued 2026-03-10 {CHECKS}"
    did(both)
    assert "case.one-open" == refused(ipsu, both.replace("D1", "D2"))[1]["code"]
    assert "case.one-open" == refused(ipsu, "case start D1 --on 2026-03-22 --support ips")[1]["code"]


def test_a_pause_goes_on_until_it_has_its_last_day(did: Did) -> None:
    assert {"id": 1, "case": "S1", "from": "2026-03-01", "to": None} == did("case pause S1 --from 2026-03-01")["pause"]
    did("case pause S1 --from 2026-03-01 --to 2026-03-10")
    did("case pause S1 --from 2026-03-01 --to 2026-03-10")
    assert [(1, "2026-03-10")] == [(pause["id"], pause["to"]) for pause in did("case show S1")["pauses"]]


def test_a_long_pause_is_warned_of_by_the_office_s_own_measure(did: Did) -> None:
    did("setting set long-pause-days 10")
    assert [] == did("case pause S1 --from 2026-02-01 --to 2026-02-10")["warnings"]
    warned = did("case pause S1 --from 2026-03-01 --to 2026-03-11")["warnings"]
    assert ["pause.long"] == [warning["code"] for warning in warned]


@pytest.mark.parametrize(
    ("words", "reason", "refer_to"),
    [
        ("--progress no --decision continue", None, None),
        ("--progress no --decision refer --refer-to Habiliteringen", "referred_on", "Habiliteringen"),
        ("--progress no --decision close", "no_progress", None),
    ],
)
def test_a_review_decides(did: Did, words: str, reason: str | None, refer_to: str | None) -> None:
    did(f"review add S1 --on 2026-03-20 {words}")
    case = did("case show S1")
    assert (reason, reason and "2026-03-20") == (case["support"]["reason"], case["support"]["to"])
    assert refer_to == case["support"]["refer_to"] == case["reviews"][0]["refer_to"]


def test_a_review_of_a_case_that_is_closed_already_does_not_say_that_it_closed_it(did: Did, ipsu: Program) -> None:
    did("review add S1 --on 2026-03-20 --progress no --decision close")
    again = ipsu("review add S1 --on 2026-03-19 --progress no --decision refer --refer-to AF", today="2026-03-22")
    assert ["The review of S1 on 2026-03-19 is entered (review 2)."] == again.out.splitlines()
    assert "no_progress" == did("case show S1")["reason"]


def test_a_review_that_is_taken_back_leaves_the_case_closed(did: Did) -> None:
    did("review add S1 --on 2026-03-20 --progress no --decision close")
    warned = did("review cancel 1 --reason 'Fel ärende'")["warnings"]
    assert [("review.stays-closed", "ipsu case reopen S1 --reason TEXT")] == [(w["code"], w["command"]) for w in warned]
    assert [] == did("case show S1")["reviews"]


def test_what_is_taken_back_counts_no_more_and_its_number_comes_not_again(did: Did, ipsu: Program) -> None:
    did("outcome add S1 employment --on 2026-03-10")
    taken = did("outcome cancel 1 --reason 'Fel ärende'")["outcome"]
    assert {"id": 1, "case": "S1", "cancelled": TODAY, "reason": "Fel ärende"} == taken
    assert [] == did("outcome list")["outcomes"]
    assert "follow.cancelled" == refused(ipsu, "outcome cancel 1 --reason igen")[1]["code"]
    assert 2 == did("outcome add S1 employment --on 2026-03-10")["outcome"]["id"]


def test_a_contact_is_about_a_case_or_an_agreement(did: Did) -> None:
    did("contact add S1 af --on 2026-03-10 --note 'Om praktik'")
    did("contact add IPS-1 psykiatri --on 2026-03-11")
    assert [("S1", None, "af"), (None, "IPS-1", "psykiatri")] == [
        (contact["case"], contact["agreement"], contact["party"]) for contact in did("contact list")["contacts"]
    ]
    assert [2] == [contact["id"] for contact in did("contact list IPS-1")["contacts"]]
    assert "Om praktik" == did("case show S1")["contacts"][0]["note"]


def test_edit_corrects_the_days_and_the_reason(did: Did) -> None:
    did("case close S1 --on 2026-03-01 --reason work")
    did("case edit S1 --queued 2026-01-09 --from 2026-02-02 --closed 2026-03-02 --reason studies --gender man")
    case = did("case show S1")
    found = case["queue"]["from"], case["support"]["from"], case["support"]["to"], case["support"]["reason"]
    assert ("2026-01-09", "2026-02-02", "2026-03-02", "studies") == found
    assert "man" == case["participant"]["gender"]


def test_lifting_protection_takes_the_reason_as_its_own(did: Did, ipsu: Program) -> None:
    assert "case.unprotect-reason" == refused(ipsu, "case edit P1 --no-protected")[1]["code"]
    assert not did("case edit P1 --no-protected --reason 'Beslut 2026-03-20'")["participant"]["protected"]


def test_a_protected_person_is_shown_by_reference_alone(did: Did, ipsu: Program) -> None:
    did("case start P1 --on 2026-03-01")
    did("contact add P1 af --on 2026-03-10 --note 'Om Hemligt'")
    did("review add P1 --on 2026-03-10 --progress no --decision continue --refer-to Hemligt")
    for words in ("case show P1", "case list", "contact list", "outcome list"):
        for form in ("", " --json"):
            assert "Hemlig" not in ipsu(words + form, today=TODAY).out
    case = did("case show P1")
    assert ([], None, None) == (case["enrolments"], case["preference"], case["eligibility"]["care_contact"])
    assert "Hemligt" == did("case show P1 --reveal")["reviews"][0]["refer_to"]


def test_the_list_finds_who_waits(did: Did) -> None:
    assert ["P1", "Q1"] == [case["case"] for case in did("case list --status queued")["cases"]]
    assert ["S1"] == [case["case"] for case in did("case list --service ips --status active")["cases"]]


def test_the_pages_speak_both_languages(did: Did, ipsu: Program) -> None:
    did("outcome add S1 studies-completed --on 2026-03-10")
    assert "slutförda studier" in ipsu("case show S1", today=TODAY, IPSU_LANG="sv").out
    assert "studies completed" in ipsu("case show S1", today=TODAY).out


WHOLE = "case;service;personnummer;name;queued;from;support;closed;reason;refer-to"


def brought(ipsu: Program, kind: str, *rows: str) -> Any:
    result = ipsu(f"import {kind} - --json", today=TODAY, stdin="\n".join(rows) + "\n")
    assert 0 == result.code, result.err
    counts = result.json["import"]
    return counts["rows"], counts["added"], counts["known"], counts["changed"]


def test_a_row_carries_the_whole_life_and_comes_in_once(did: Did, ipsu: Program) -> None:
    rows = (
        WHOLE,
        "L1;ips;19700101-9806;Ett Liv;2025-01-15;2025-03-01;sed;2025-09-01;referred_on;Daglig verksamhet",
        "L2;sed;19750315-2394;Annat Liv;2025-01-15;;;2025-02-01;declined;",
        "L3;ips;19700101-9806;Ett Liv;;2026-01-02;;;;",
    )
    assert (3, 3, 0, 0) == brought(ipsu, "cases", *rows)
    assert (3, 0, 3, 0) == brought(ipsu, "cases", *rows)
    case = did("case show L1")
    assert {"from": "2025-01-15", "to": "2025-03-01", "reason": "enrolled", "days": 45} == case["queue"]
    assert ("sed", "referred_on", "Daglig verksamhet") == tuple(
        case["support"][key] for key in ("service", "reason", "refer_to")
    )
    assert "declined" == did("case show L2")["queue"]["reason"]
    assert {"from": None, "to": None, "reason": None, "days": None} == did("case show L3")["queue"]


def test_all_that_is_wrong_in_a_register_is_said_at_once(
    did: Did, ipsu: Program, db: Path, dump: Callable[[Path], str]
) -> None:
    before = dump(db)
    young, old = "20080323-9805", "19600322-9801"
    rows = (
        WHOLE,
        f"L1;ips;{young};Ung;2026-03-22;;;;;",
        f"L2;ips;{old};Äldre;2026-03-22;;;;;",
        "L3;ips;19750315-2394;Annat Liv;2025-01-15;2025-02-01;;2025-01-31;work;",
        "L4;ips;19700101-9806;Ett Liv;2025-01-15;2025-02-01;;2025-03-01;declined;",
    )
    result = ipsu("import cases - --json", today=TODAY, stdin="\n".join(rows) + "\n")
    errors = json.loads(result.err)["error"]["details"]["errors"]
    assert 3 == result.code
    found = [(2, "case.age"), (3, "case.age"), (4, "case.closed-early"), (5, "value.code")]
    assert found == [(fault["row"], fault["code"]) for fault in errors]
    assert before == dump(db)


def test_a_file_names_whom_somebody_is_referred_to(did: Did, ipsu: Program) -> None:
    cases = (
        "case;service;personnummer;name;queued;closed;reason;refer-to",
        "L1;ips;19750315-2394;Ett Liv;2025-01-15;2025-03-01;referred_on;",
    )
    reviews = ("case;on;progress;decision;refer-to", "S1;2026-03-01;nej;refer;")
    for kind, rows, code in (
        ("cases", cases, "case.receiver-missing"),
        ("reviews", reviews, "review.receiver-missing"),
    ):
        result = ipsu(f"import {kind} - --json", today=TODAY, stdin="\n".join(rows) + "\n")
        (fault,) = json.loads(result.err)["error"]["details"]["errors"]
        assert (3, 2, code) == (result.code, fault["row"], fault["code"])


def test_enrolments_of_a_file_do_not_overlap(did: Did, ipsu: Program) -> None:
    rows = (
        "case;service;personnummer;name;from;closed;reason",
        "L1;ips;19750315-2394;Ett Liv;2025-01-10;2025-06-30;work",
        "L2;ips;19750315-2394;Ett Liv;2025-06-01;2025-12-31;withdrew",
        "L3;ips;19750315-2394;Ett Liv;2025-03-01;;",
        "L4;ips;19750315-2394;Ett Liv;2025-06-30;2025-07-31;withdrew",
    )
    result = ipsu("import cases - --json", today=TODAY, stdin="\n".join(rows) + "\n")
    errors = json.loads(result.err)["error"]["details"]["errors"]
    assert (3, [(3, "case.overlaps"), (4, "case.overlaps")]) == (
        result.code,
        [(fault["row"], fault["code"]) for fault in errors],
    )


@pytest.mark.parametrize(
    ("kind", "rows", "key"),
    [
        ("outcomes", ("ärende;resultat;datum;subventionerad", "S1;employment;2026-03-01;ja"), "outcomes"),
        ("pauses", ("case;from;to", "S1;2026-03-01;2026-03-05"), "pauses"),
        ("reviews", ("case;on;progress;decision", "S1;2026-03-01;nej;continue"), "reviews"),
        ("contacts", ("case;agreement;party;on;note", "S1;;af;2026-03-01;Om praktik"), "contacts"),
    ],
)
def test_what_happened_comes_in_from_a_file_once(
    did: Did, ipsu: Program, kind: str, rows: tuple[str, ...], key: str
) -> None:
    assert (1, 1, 0, 0) == brought(ipsu, kind, *rows)
    assert (1, 0, 1, 0) == brought(ipsu, kind, *rows)
    assert 1 == len(did("case show S1")[key])


def test_a_pause_that_went_on_gets_its_last_day_from_a_file(did: Did, ipsu: Program) -> None:
    assert (1, 1, 0, 0) == brought(ipsu, "pauses", "case;from;to", "S1;2026-03-01;")
    assert (1, 0, 0, 1) == brought(ipsu, "pauses", "case;from;to", "S1;2026-03-01;2026-03-05")


def test_reviews_of_a_register_leave_a_closed_case_as_it_is(did: Did, ipsu: Program) -> None:
    did("case close S1 --on 2026-03-20 --reason withdrew")
    assert (1, 1, 0, 0) == brought(ipsu, "reviews", "case;on;progress;decision", "S1;2026-03-10;nej;close")
    assert ("2026-03-20", "withdrew") == tuple(did("case show S1")["support"][key] for key in ("to", "reason"))


def test_a_municipality_s_case_has_no_decision_on_a_period(did: Did, ipsu: Program) -> None:
    assert "case.no-decision" == refused(ipsu, "case decide S1 --to 2026-06-30 --on 2026-03-22")[1]["code"]


def test_the_morning_tells_who_has_waited_longest(did: Did) -> None:
    (queue,) = did("status")["waiting"]
    assert {"service": "ips", "cases": 2, "longest": "P1", "queued": "2026-01-10", "days": 71,
            "command": "ipsu case list --service ips --status queued"} == queue  # fmt: skip


def test_what_an_agreement_is_followed_up_by_is_taken_back_too(did: Did, ipsu: Program) -> None:
    did(f"fidelity add IPS-1 --on 2026-03-01 --scores {','.join(['4'] * 25)}")
    did("survey add IPS-1 nytta --population closing --on 2026-03-01 --asked 3 --answers ja=2 --positive ja")
    did("funding add IPS-1 --unit U --title Coach --year 2026 --amount 100")
    did("funding state all --amount 100")
    for kind, id in (("fidelity", "1"), ("survey", "1"), ("funding", "1"), ("funding", "S1")):
        assert TODAY == did(f"{kind} cancel {id} --reason Fel")[kind]["cancelled"]
        assert "follow.cancelled" == refused(ipsu, f"{kind} cancel {id} --reason Fel")[1]["code"]
    assert "value.count" == refused(ipsu, "survey cancel S1 --reason Fel")[1]["code"]
    for kind in ("fidelity", "survey", "funding"):
        assert [] == next(value for value in did(f"{kind} list").values() if isinstance(value, list))

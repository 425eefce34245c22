"""The key figures of the municipalities' services: every one by hand, at its edges."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.reports.register import entering

Ask = Callable[..., dict[str, Any]]
P = "--from 2025-01-01 --to 2025-12-31"


@pytest.fixture
def ask(ipsu: Program, db: Path) -> Ask:
    """`ask("--year 2025")`: the key figures by their codes."""

    def asked(words: str, today: str = "2026-01-31") -> dict[str, Any]:
        result = ipsu(f"report kpi {words} --json", today=today)
        assert (0, "") == (result.code, result.err)
        return {kpi["code"]: kpi for kpi in result.json["kpis"]}

    return asked


def values(found: dict[str, Any], codes: str) -> list[Any]:
    return [found[code]["value"] for code in codes.split()]


def whole(kpi: dict[str, Any]) -> tuple[Any, Any, Any]:
    return kpi["value"], kpi["numerator"], kpi["denominator"]


def parts(kpi: dict[str, Any], dimension: str = "service") -> dict[str, Any]:
    return {part: figure["value"] for part, figure in kpi["breakdown"][dimension].items()}


# The queue


def test_the_queue_its_waits_and_what_is_offered(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        a = it.agreement("U", "ips")
        for n, (queued, more) in enumerate([
            ("2023-11-30", {}),  # waits still
            ("2024-12-01", {"from_day": "2025-03-01"}),
            ("2024-12-02", {"closed_on": "2025-04-01", "close_reason": "declined"}),
            ("2024-12-03", {"closed_on": "2025-04-01", "close_reason": "not_target_group"}),
            ("2024-12-04", {"closed_on": "2024-12-31", "close_reason": "other"}),  # gone the day before
            ("2024-12-05", {"from_day": "2026-01-01"}),  # gone the day after
            ("2025-12-31", {"closed_on": "2026-01-02", "close_reason": "referred_on"}),
            ("2025-05-05", {"closed_on": "2025-05-05", "close_reason": "registered_in_error"}),
        ]):  # fmt: skip
            it.case(f"K{n}", it.person(), "ips", a, queued_on=queued, **more)
        it.case("K9", it.person(), "sed", a, queued_on="2025-12-01")
    found = ask(P)
    assert [4, 2] == values(found, "queue referrals")
    assert {"ips": 3, "sed": 1} == parts(found["queue"])
    assert [762, 210.5, 295.8] == values(found, "wait_max wait_median wait_mean")  # 762, 391, 0, 30
    assert (486.7, 4, 3) == whole(found["wait_est"])
    assert (40.0, 2, 5) == whole(found["initial_offered"])
    assert (0.0, 0, 2) == whole(found["conversion"])
    assert [0, 1] == values(found, "cases_closed cases_started")


def test_an_empty_queue_has_no_wait(db: Path, ask: Ask) -> None:
    found = ask(P)
    assert [None] * 5 == values(found, "wait_max wait_median wait_mean wait_est initial_offered")
    assert 0 == found["queue"]["value"]


def test_queued_for_one_service_and_given_another(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        it.case("K1", it.person(), "ips", queued_on="2025-02-01", from_day="2025-03-01", support="sed")
        it.case("K2", it.person(), "ips", queued_on="2025-02-01", from_day="2025-03-01", support="unspecified")
    found = ask(P)
    assert {"ips": 2} == parts(found["referrals"])
    assert {"ips": 100.0} == parts(found["conversion"])
    assert {"sed": 1, "unspecified": 1} == parts(found["supported"])
    of_ips, of_sed = ask(f"{P} --service ips"), ask(f"{P} --service sed")
    assert [2, 0, 0] == values(of_ips, "referrals supported ongoing")
    assert [0, 1, 1] == values(of_sed, "referrals supported ongoing")


# Support


@pytest.mark.parametrize(("pauses", "active"), [
    ([], 1),
    ([("2025-06-01", "2025-06-09")], 1),  # the last day of support is free
    ([("2025-06-01", "2025-06-10")], 0),
    ([("2025-05-01", None)], 0),
    ([("2025-06-02", None)], 1),
    ([("2025-05-01", "2025-06-04"), ("2025-06-05", None)], 0),  # no day between
    ([("2025-05-01", "2025-06-04"), ("2025-06-06", None)], 1),
    ([("2025-06-01", "2025-06-08"), ("2025-06-03", "2025-06-20")], 0),  # over each other
])  # fmt: skip
def test_active_is_a_day_outside_pauses(db: Path, ask: Ask, pauses: list[tuple[str, str | None]], active: int) -> None:
    with entering(db) as it:
        case = it.case("K1", it.person(), "ips", from_day="2025-01-15", closed_on="2025-06-10", close_reason="other")
        for first, last in pauses:
            it.pause(case, first, last)
    found = ask("--month 2025-06")
    assert [1, active] == values(found, "participants active")


def test_supported_are_those_who_had_no_support_before(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        ended, back, both, new = (it.person() for _ in range(4))
        it.case("K1", ended, "ips", from_day="2024-01-01", closed_on="2024-12-31", close_reason="other")
        it.case("K2", ended, "sed", from_day="2025-01-01")  # in support the day before
        it.case("K3", back, "ips", from_day="2024-01-01", closed_on="2024-12-30", close_reason="other")
        it.case("K4", back, "ips", from_day="2025-12-31")
        it.case("K6", both, "sed", from_day="2025-03-01")
        it.case("K5", both, "ips", from_day="2025-03-01")  # the same day: the first case is K5
        it.case("K7", new, "se", from_day="2026-01-01")
    found = ask(P)
    assert {"ips": 2} == parts(found["supported"])
    assert [4, 3] == values(found, "ongoing ongoing_persons")
    assert [4, 0] == values(found, "cases_started cases_closed")


def test_outcomes_are_persons_and_shares_of_the_active(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        kim = it.person("woman")
        ips = it.case("K1", kim, "ips", from_day="2024-05-01")
        sed = it.case("K2", kim, "sed", from_day="2025-02-01")
        other = it.case("K3", it.person("man"), "ips", from_day="2025-02-01")
        for case, outcome, day, subsidised in [
            (ips, "employment", "2024-12-31", False),
            (ips, "employment", "2025-06-01", True),
            (sed, "employment", "2025-05-01", True),
            (sed, "studies_completed", "2025-12-31", False),
            (other, "studies_started", "2025-09-01", False),
            (other, "studies_ended", "2025-10-01", False),
        ]:
            it.outcome(case, outcome, day, subsidised)
    found = ask(P)
    kinds = "outcomes_employment outcomes_studies_completed outcomes_studies_started outcomes_unsubsidised"
    assert [1, 1, 1, 0] == values(found, kinds)
    assert {"sed": 1} == parts(found["outcomes_employment"])  # the first of the two in the year
    assert (50.0, 1, 2) == whole(found["outcome_share"])
    assert {"ips": 50.0, "sed": 100.0} == parts(found["outcome_share"])  # the share within each service
    assert (50.0, 1, 2) == whole(found["in_work"])
    assert 1 == ask("--year 2024")["outcomes_unsubsidised"]["value"]


def test_out_to_work_or_studies(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        for n, reason in enumerate(("work", "studies", "work_and_studies", "withdrew", None)):
            closed = "2025-04-01" if reason else None
            it.case(f"K{n}", it.person(), "ips", from_day="2025-01-01", closed_on=closed, close_reason=reason)
        it.case("K8", it.person(), "ips", queued_on="2025-01-01", closed_on="2025-04-01", close_reason="referred_on")
    found = ask(P)
    assert (60.0, 3, 5) == whole(found["discharge_share"])
    assert (75.0, 3, 4) == whole(found["discharge_share_closed"])
    assert (80.0, 4, 5) == whole(found["balance"])


@pytest.mark.parametrize(("start", "cohort"), [
    ("2025-12-31", "0-5"), ("2025-07-01", "0-5"), ("2025-06-30", "6-10"), ("2025-02-01", "6-10"),
    ("2025-01-31", "11"), ("2025-01-01", "11"), ("2024-12-31", "12-95"), ("2018-01-01", "12-95"),
    ("2017-12-31", "96+"),
])  # fmt: skip
def test_cohorts_by_whole_months(db: Path, ask: Ask, start: str, cohort: str) -> None:
    with entering(db) as it:
        it.case("K1", it.person(), "ips", from_day=start)
    assert {cohort: 1} == parts(ask(P)["tenure_cohort"], "cohort")


def test_outcomes_by_the_half_year_in_which_support_started(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        back = it.person()
        cases = {
            "2024-12-31": it.case("K1", it.person(), "ips", from_day="2024-12-31"),
            "2025-01-01": it.case("K2", it.person(), "ips", from_day="2025-01-01"),
            "2025-06-30": it.case("K3", it.person(), "sed", from_day="2025-06-30"),
            "2025-07-01": it.case("K4", it.person(), "sed", from_day="2025-07-01"),
            "first": it.case(
                "K5", back, "ips", from_day="2025-02-01", closed_on="2025-04-01", close_reason="stable_no_need"
            ),
            "again": it.case("K6", back, "ips", from_day="2025-10-01"),
        }
        for case, outcome, day in [
            ("2024-12-31", "employment", "2025-08-01"),
            ("2025-06-30", "studies_completed", "2025-09-01"),
            ("2025-07-01", "employment", "2025-09-01"),
            ("first", "employment", "2025-03-01"),
            ("again", "employment", "2025-11-01"),
        ]:
            it.outcome(cases[case], outcome, day)
        it.case("K7", it.person(), "ips", queued_on="2025-03-01")
    found = ask(f"{P} --by cohort")
    assert {"cohort"} == {*found["outcome_share"]["breakdown"]}
    assert {"2024-H2": 1, "2025-H1": 1, "2025-H2": 1} == parts(found["outcomes_employment"], "cohort")  # of K5, not K6
    assert ["2024-H2", "2025-H1", "2025-H2"] == [*found["outcome_share"]["breakdown"]["cohort"]]  # in time order
    shares = {part: whole(figure) for part, figure in found["outcome_share"]["breakdown"]["cohort"].items()}
    assert {"2024-H2": (100.0, 1, 1), "2025-H1": (66.7, 2, 3), "2025-H2": (100.0, 2, 2)} == shares
    assert {"2024-H2": 0.0, "2025-H1": 0.0, "2025-H2": 0.0} == parts(found["discharge_share"], "cohort")
    assert {"unspecified": 1} == parts(found["referrals"], "cohort")
    assert {"0-5": 2, "6-10": 1, "11": 1, "12-95": 1} == parts(found["tenure_cohort"], "cohort")  # parts of its own


# What is kept of an agreement


def test_the_lowest_of_the_latest_fidelity(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        one, two = it.agreement("A", "ips"), it.agreement("B", "se")
        it.agreement("IPSU", "ipsu")  # no unit of the method
        it.fidelity(one, "2025-01-10", 80)
        it.fidelity(one, "2025-06-10", 101)
        it.fidelity(one, "2025-09-10", None)  # not complete
        it.fidelity(two, "2025-12-31", 89)
        it.fidelity(two, "2026-01-01", 95)
    assert [89, None] == [ask(words)["fidelity_latest"]["value"] for words in (P, "--to 2025-12-30")]
    assert {"A": 101, "B": 89} == parts(ask(f"{P} --by agreement")["fidelity_latest"], "agreement")
    assert 101 == ask(f"{P} --agreement A")["fidelity_latest"]["value"]


def test_surveys_by_question_and_population(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        one = it.agreement("A", "ips")
        it.survey(one, "nytta", "closing", "2025-06-01", 12, 8, 6)
        it.survey(one, "nytta", "ongoing", "2025-12-31", 40, 20, 1)
        it.survey(one, "nytta", "ongoing", "2026-01-01", 40, 20, 20)
        it.survey(one, "bemötande", "ongoing", "2024-06-01", 10, 10, 10)
    found = ask(P)
    codes = [code for code in found if code.startswith("survey_share")]
    assert ["bemötande:ongoing", "bemötande:all", "nytta:ongoing", "nytta:closing", "nytta:all"] == [
        code.partition(":")[2] for code in codes
    ]
    assert (75.0, 6, 8) == whole(found["survey_share:nytta:closing"])
    assert (66.7, 8, 12) == whole(found["survey_response:nytta:closing"])
    assert (25.0, 7, 28) == whole(found["survey_share:nytta:all"])
    assert (None, 0, 0) == whole(found["survey_share:bemötande:ongoing"])
    assert {"unknown": 75.0} == parts(found["survey_share:nytta:closing"], "gender")


# As of a day


def test_each_fact_counts_from_the_day_that_it_was_entered(db: Path, ask: Ask) -> None:
    with entering(db, "2025-12-01") as it:
        agreement = it.agreement("A", "ips")
        case = it.case("K1", it.person(), "ips", agreement, from_day="2025-01-01")
        outcome = it.outcome(case, "employment", "2025-05-01")
        survey = it.survey(agreement, "nytta", "closing", "2025-06-01", 10, 10, 9)
    before = ask(f"{P} --as-of 2025-12-01")
    with entering(db, "2025-12-05") as it:
        pause = it.pause(case, "2024-01-01")
        it.store.remove("outcomes", outcome)
    with entering(db, "2025-12-03") as it:  # an earlier day, entered later
        it.store.remove("surveys", survey)
    with entering(db, "2025-12-20") as it:
        it.store.remove("pauses", pause)
    codes = "active outcomes_employment survey_share:nytta:closing"
    seen = {day: [ask(f"{P} --as-of 2025-12-{day}").get(code, {}).get("value") for code in codes.split()]
            for day in ("02", "03", "05", "19", "20")}  # fmt: skip
    assert {"02": [1, 1, 90], "03": [1, 1, None], "05": [0, 0, None], "19": [0, 0, None], "20": [1, 0, None]} == seen
    assert before == ask(f"{P} --as-of 2025-12-01")
    assert before == ask(P, today="2025-12-01")


# Documents and results of Rusta och matcha


def test_reports_of_each_month_are_overdue_after_the_next(db: Path, ask: Ask) -> None:
    with entering(db, "2026-01-15") as it:
        one = it.case("R1", it.person(), "rusta-matcha", from_day="2026-01-15", to_day="2026-07-14", system="msfa")
        it.document(one, "gp", "2026-01-20")
        it.document(one, "pr", "2026-02-28", "2026-01")
    with entering(db, "2026-04-01") as it:
        it.document(one, "pr", "2026-04-01", "2026-02")
        it.document(one, "avvikelse", None, status="draft", fields='{"to": "2026-04-01"}')
    asked = [f"2026-{day}" for day in ("02-27", "02-28", "03-31", "04-01", "04-02", "04-30")]
    found = [ask(f"--from 2026-01-01 --to {day} --as-of {day}", today="2026-05-31") for day in asked]
    # January's came on its day; February's is missing on 31 March; the draft is due on 2 April, March's on the 30th.
    assert [0, 0, 1, 0, 1, 2] == [answer["documents_overdue"]["value"] for answer in found]
    assert (100.0, 1, 1) == whole(ask("--year 2026", today="2026-05-31")["gp_on_time"])


def test_results_are_of_those_who_took_part(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        for n, (system, type, confirmed) in enumerate([
            ("ka-webb", "r2", "2025-06-01"), ("msfa", "rr", "2025-12-31"), ("msfa", "rr", "2026-01-01"),
            ("msfa", "soa", "2025-06-01"),
        ]):  # fmt: skip
            case = it.case(
                f"R{n}", it.person(), "rusta-matcha", from_day="2025-01-15", to_day="2026-01-14", system=system
            )
            it.document(case, type, "2025-05-01", status="confirmed", confirmed=confirmed)
        it.case("K1", it.person(), "ips", from_day="2025-01-15")
    assert (50.0, 2, 4) == whole(ask(P)["results"])

"""Targets: set, imported, judged each on its own day and by its own formula."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.target import Target
from ipsu_cli.reports.kpi_targets import (
    GoalPace,
    Judged,
    holds,
    is_met,
    of_scope,
    of_units,
    progress,
    rounded,
    span_of,
    sum_of_parts,
)
from ipsu_cli.rules.kpis import BY_CODE
from tests.conftest import Program
from tests.reports.register import Register, entering

Ask = Callable[..., dict[str, Any]]
Run = Callable[..., Any]


@pytest.fixture
def ask(run: Run) -> Ask:
    """`ask("--year 2025")`: the key figures by their codes."""
    return lambda words, today="2026-03-31": {e["code"]: e for e in run(f"report kpi {words}", today=today)["kpis"]}


def persons(
    it: Register, agreement: int | None, count: int, closed: int = 0, year: int = 2025, mark: str = "K"
) -> None:
    """So many persons from New Year's Day on, of whom so many closed to work in the year."""
    for n in range(count):
        out = {"closed_on": f"{year}-06-30", "close_reason": "work"} if n < closed else {}
        it.case(f"{mark}{year}-{agreement}-{n}", it.person(), "ips", agreement, from_day=f"{year}-01-01", **out)


def target_of(kpi: dict[str, Any]) -> tuple[Any, Any, Any]:
    return kpi["target"], kpi["target_parts"], kpi["met"]


def test_fidelity_by_a_day_and_the_joint_goal(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        for name, total in (("Gnosjö", 89), ("Värnamo", 90), ("Gislaved", 101)):
            it.fidelity(it.agreement(name, "se"), "2020-01-20", total)
        it.fidelity(1, "2020-02-03", 95)
    run("target set all fidelity_latest 90 --by 2020-01-31")
    kpi = ask("--year 2020")["fidelity_latest"]
    assert 90 == kpi["value"]  # the review of 3 February counts for the year, not for the target
    assert (90, None, False) == target_of(kpi)
    assert [{
        "agreement": "all", "value": 90, "from": None, "by": "2020-01-31", "counts": [], "judged_on": "2020-01-31",
        "judged_value": 89, "met": False, "difference": -1,
    }] == kpi["targets"]  # fmt: skip
    by_unit = {name: ask(f"--year 2020 --agreement {name}")["fidelity_latest"] for name in
               ("Gnosjö", "Värnamo", "Gislaved")}  # fmt: skip
    assert [False, True, True] == [unit["met"] for unit in by_unit.values()]
    assert [-1, 0, 11] == [unit["targets"][0]["difference"] for unit in by_unit.values()]


@pytest.mark.parametrize(("closed", "value", "met"), [(12, 48.0, False), (13, 52.0, True)])
def test_half_of_25_needs_13(db: Path, run: Run, ask: Ask, closed: int, value: float, met: bool) -> None:
    with entering(db) as it:
        persons(it, it.agreement("Värnamo", "se"), 25, closed)
    run("target set Värnamo discharge_share 50")
    kpi = ask("--year 2025 --agreement Värnamo")["discharge_share"]
    assert (value, met) == (kpi["value"], kpi["met"])


@pytest.mark.parametrize(("positive", "of", "value", "met"), [(6, 8, 75.0, True), (299, 399, 74.9, False)])
def test_surveys_are_compared_unrounded(
    db: Path, run: Run, ask: Ask, positive: int, of: int, value: float, met: bool
) -> None:
    with entering(db) as it:
        it.survey(
            it.agreement("Värnamo", "se"), "stor nytta", "closing", "2025-06-01", 12 if of == 8 else 500, of, positive
        )
    run("target set all 'survey_share:stor nytta:closing' 75")
    found = ask("--year 2025")
    kpi = found["survey_share:stor nytta:closing"]
    assert (value, met) == (kpi["value"], kpi["met"])
    assert [{8: 66.7, 399: 79.8}[of]] == [found["survey_response:stor nytta:closing"]["value"]]


def test_57_and_69_are_two_key_figures(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        for name, count in (("Gnosjö", 16), ("Värnamo", 24), ("Gislaved", 28)):
            persons(it, it.agreement(name, "se"), count, closed=count // 4)
    run("target set all ongoing 57")
    for name, goal in (("Gnosjö", 16), ("Värnamo", 25), ("Gislaved", 28)):
        run(f"target set {name} participants {goal}")
    found = ask("--year 2025")
    assert (57, None, False) == target_of(found["ongoing"])  # 51
    assert (None, 69, None) == target_of(found["participants"])
    assert {"Gnosjö": True, "Värnamo": False, "Gislaved": True} == {
        target["agreement"]: target["met"] for target in found["participants"]["targets"]
    }
    run("target set all participants 57")
    assert (57, 69, True) == target_of(ask("--year 2025")["participants"])


def test_a_wait_is_at_most(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        for n in range(252):
            it.case(f"U{n}", it.person(), "ips", queued_on="2024-12-31", closed_on="2025-03-01", close_reason="other")
        for n in range(39):
            it.case(f"K{n}", it.person(), "ips", queued_on="2025-12-01")
    run("target set all wait_est 30")
    kpi = ask("--year 2025")["wait_est"]
    assert (56.5, 39, 252, False) == (kpi["value"], kpi["numerator"], kpi["denominator"], kpi["met"])
    run("target set all wait_est 56.5")  # 56.488…
    assert ask("--year 2025")["wait_est"]["met"]
    run("target set all wait_est 56.48")
    assert [(56.48, False)] == [
        (target["value"], target["met"]) for target in ask("--year 2025")["wait_est"]["targets"]
    ]


def test_a_fraction_is_compared_exactly(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        persons(it, it.agreement("A", "ips"), 3, closed=1)
    for value, met, apart in (("1/3", True, 0), ("33,33", True, 0), ("33,34", False, 0), ("2/5", False, -6.7),
                              ("1/?", None, None)):  # fmt: skip
        run(f"target set A discharge_share {value}")
        kpi = ask("--year 2025 --agreement A")["discharge_share"]
        assert (met, apart) == (kpi["met"], kpi["targets"][0]["difference"]), value
    unknown = ask("--year 2025")["discharge_share"]["targets"][0]
    assert ("1/?", 33.3, None, None) == tuple(unknown[k] for k in ("value", "judged_value", "met", "difference"))


def test_against_the_same_formula_of_another_year(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        agreement = it.agreement("A", "ips")
        persons(it, agreement, 4, closed=4, year=2024)
        persons(it, agreement, 4, closed=3, year=2025)
    run("target set all discharge_share year:2024")
    kpi = ask("--year 2025")["discharge_share"]
    assert ("year:2024", False) == (kpi["target"], kpi["met"])  # 3/4 against 4/4
    assert [(75.0, -25.0)] == [(target["judged_value"], target["difference"]) for target in kpi["targets"]]
    run("target set all discharge_share year:2020")
    assert None is ask("--year 2025")["discharge_share"]["met"]  # nobody took part then


def test_other_outcomes_are_counted_where_a_project_says_so(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        for n, outcome in enumerate(("employment", "studies_started", "studies_started", "studies_ended")):
            it.outcome(it.case(f"K{n}", it.person(), "ips", from_day="2025-01-01"), outcome, "2025-05-01")
    run("target set all outcome_share 75 --counts employment,studies-started")
    kpi = ask("--year 2025")["outcome_share"]
    assert (25.0, True) == (kpi["value"], kpi["met"])
    assert [(75.0, ["employment", "studies_started"])] == [(e["judged_value"], e["counts"]) for e in kpi["targets"]]


def test_the_goal_and_its_pace(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        persons(it, None, 97)
        persons(it, None, 5, year=2024)
    run("target set all supported 200 --from 2025-01-01 --by 2027-01-31")
    run("target set all ongoing 300 --by 2026-01-31")  # sooner, but of another figure
    kpi = ask("--year 2025")["goal_progress"]
    assert (48.5, 97, 200) == (kpi["value"], kpi["numerator"], kpi["denominator"])
    assert {"days": 365, "of_days": 761, "time_share": 48.0, "left": 103, "per_month": 7.9} == kpi["pace"]
    assert 97 == ask("--month 2026-01")["goal_progress"]["numerator"]  # from the project's start
    assert ask("--year 2025")["supported"]["met"] is False


def test_meetings_month_by_month_and_half_by_half(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        agreement = it.agreement("Värnamo", "se")
        for month in range(1, 13):
            if month != 9:
                it.meeting(agreement, "psykosmottagningen", f"2025-{month:02d}-15")
        for day in ("2025-01-01", "2025-06-30", "2025-07-01"):
            it.meeting(agreement, "AF", day)
    run("target set Värnamo meetings:psykosmottagningen 1/month")
    run("target set Värnamo meetings:af 2/half-year")
    found = ask("--year 2025 --agreement Värnamo")
    monthly, halves = found["meetings:psykosmottagningen"], found["meetings:af"]
    assert (91.7, 11, 12, False, ["2025-09"]) == tuple(
        monthly[key] for key in ("value", "numerator", "denominator", "met", "missing")
    )
    assert -8.3 == monthly["targets"][0]["difference"]  # from all months
    assert (50.0, False, ["2025-H2"]) == tuple(halves[key] for key in ("value", "met", "missing"))
    found = ask("--from 2025-01-01 --to 2025-08-31 --agreement Värnamo")
    assert [True, True] == [found[f"meetings:{party}"]["met"] for party in ("psykosmottagningen", "af")]
    assert "meetings" not in found


def test_a_new_value_replaces_the_old_and_both_are_kept(db: Path, run: Run, ask: Ask) -> None:
    run("target set all queue 20", today="2026-01-02")
    run("target set all queue 30", today="2026-01-10")
    run("target set all queue 30 --by 2025-06-30", today="2026-01-10")
    listed = run("target list")["targets"]
    assert [("queue", 30, "2025-06-30"), ("queue", 30, None)] == [(e["kpi"], e["value"], e["by"]) for e in listed]
    assert [20] == [target["value"] for target in ask("--as-of 2026-01-05")["queue"]["targets"]]
    assert [None, "2025-06-30"] == sorted((target["by"] for target in ask("")["queue"]["targets"]), key=str)[::-1]


@pytest.mark.parametrize(("words", "code", "error"), [
    ("all wait 30", 2, "value.code"),
    ("all queue lots", 2, "value.goal"),
    ("all queue -3", 2, None),
    ("all outcome_share 1/0", 2, "value.goal"),
    ("all queue 1/2", 2, "target.fraction"),
    ("all queue 1/month", 2, "target.rate"),
    ("all meetings:af 12", 2, "target.rate"),
    ("all queue 3 --counts employment", 2, "target.counts"),
    ("all outcome_share 30 --counts work", 2, "value.code"),
    ("all goal_progress 50", 1, "target.progress"),
    ("all queue 3 --from 2026-02-01 --by 2026-01-01", 1, "target.backwards"),
    ("Okänd queue 3", 1, "agreement.unknown"),
])  # fmt: skip
def test_what_is_no_target(ipsu: Program, db: Path, dump: Any, words: str, code: int, error: str | None) -> None:
    before = dump(db)
    result = ipsu(f"target set {words} --json")
    assert code == result.code
    assert error is None or f'"code": "{error}"' in result.err
    assert before == dump(db)


def test_targets_come_in_from_a_file(ipsu: Program, db: Path, tmp_path: Path, run: Run) -> None:
    with entering(db) as it:
        it.agreement("Gnosjö", "se")
    file = tmp_path / "mal.csv"
    file.write_text("avtal;nyckeltal;mål;senast\nGnosjö;participants;16;\nall;fidelity-latest;90;2020-01-31\n", "utf-8")
    brought = run(f"import targets {file}")["import"]
    assert (2, 0, 0) == (brought["added"], brought["known"], brought["changed"])
    assert ["fidelity_latest", "participants"] == [target["kpi"] for target in run("target list")["targets"]]
    again = run(f"import targets {file}")["import"]
    assert (None, 2) == (again["batch"], again["known"])
    file.write_text(
        "avtal;nyckeltal;mål\nGnosjö;participants;17\nOkänd;queue;x\nGnosjö;queue;1\nGnosjö;queue;2\n", "utf-8"
    )
    result = ipsu(f"import targets {file} --json")
    assert 3 == result.code
    assert '"value.goal"' in result.err
    assert '"target.twice"' in result.err


def test_a_goal_without_days_has_no_pace_by_day(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        persons(it, None, 3)
    run("target set all supported 2")
    kpi = ask("--year 2025")["goal_progress"]
    assert (150.0, 3, 2) == (kpi["value"], kpi["numerator"], kpi["denominator"])
    assert {"days": 365, "of_days": None, "time_share": None, "left": 0, "per_month": None} == kpi["pace"]
    run("target set all supported 10 --from 2026-01-01 --by 2026-12-31")
    found = ask("--year 2025")
    assert [(2, True), (10, None)] == sorted(
        (target["value"], target["met"]) for target in found["supported"]["targets"]
    )
    assert (2, True) == (found["supported"]["target"], found["supported"]["met"])


def test_a_target_of_all_is_not_that_of_a_part(db: Path, run: Run, ask: Ask) -> None:
    with entering(db) as it:
        persons(it, it.agreement("A", "ips"), 3)
        of_b = it.agreement("B", "ips")
        persons(it, of_b, 3)
        it.case("K", it.person(), "ips", of_b, from_day="2025-01-01", coach="Lo")
    run("target set all ongoing 7")
    run("target set A ongoing 3")
    assert [True, True, None] == [
        ask(f"--year 2025 {words}")["ongoing"]["met"] for words in ("", "--agreement A", "--agreement B")
    ]
    assert [None, None] == [ask(f"--year 2025 --agreement A {words}")["ongoing"]["target"] for words in
                            ("--agreement B", "--coach Lo")]  # fmt: skip


def test_money_is_aimed_at_in_kronor(db: Path, run: Run, ask: Ask) -> None:
    run("target set all held_ore 500,50")
    kpi = ask("")["held_ore"]
    assert (500_50, True, -500_50) == (kpi["target"], kpi["met"], kpi["targets"][0]["difference"])


@pytest.mark.parametrize(("code", "n", "d", "value"), [
    ("held_ore", 300, 2, Ore(150)), ("held_ore", 301, 2, Ore(150)), ("delivered_hours", 7_50, 100, Hours(7_50)),
    ("delivered_hours", 15, 2, Hours(7_50)), ("passed", 200, 3, Percent(66_70)), ("queue", 7, 2, Quantity(3_50)),
])  # fmt: skip
def test_a_value_is_rounded_in_the_unit_of_its_key_figure(code: str, n: int, d: int, value: Hundredths) -> None:
    found = rounded(BY_CODE[code], n, d)
    assert (type(value), value) == (type(found), found)


# Without a register

FIRST, LAST = dt.date(2025, 3, 1), dt.date(2025, 12, 31)
PERIOD = Period(FIRST, LAST)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def target(
    kpi: str, value: str = "50", agreement: str | None = None, first: str | None = None, by: str | None = None,
    counts: tuple[str, ...] = (),
) -> Target:  # fmt: skip
    return Target(1, agreement, kpi, value, day(first), day(by), counts)


def judged(aim: Target) -> Judged:
    return Judged(aim, BY_CODE[aim.kpi], LAST, (20, 1), (aim.goal.n, 100), False)


@pytest.mark.parametrize(("supported", "left", "per_month"), [
    (0, 1_300_00, 100_00), (1_299, 1_00, 10), (1_300, 0, 0), (1_301, 0, 0),
])  # fmt: skip
def test_what_is_left_of_a_goal_is_spread_over_the_months_to_come(supported: int, left: int, per_month: int) -> None:
    """Thirteen months, of which the first begins on the day after what is counted."""
    pace = GoalPace(supported, (1_300, 1), dt.date(2025, 1, 1), LAST, dt.date(2027, 1, 31)).pace
    assert (365, 761, Percent(48_00), Quantity(left), Quantity(per_month)) == pace


@pytest.mark.parametrize(("by", "of_days"), [(LAST, 306), (dt.date(2025, 12, 30), 305), (None, None)])
def test_a_goal_whose_day_is_here_or_is_none_has_no_months_to_come(by: dt.date | None, of_days: int | None) -> None:
    pace = GoalPace(3, (10_00, 100), FIRST, LAST, by).pace
    assert (306, of_days, Quantity(7_00), None) == (pace.days, pace.of_days, pace.left, pace.per_month)


@pytest.mark.parametrize(("kpi", "first", "by", "span"), [
    ("queue", None, None, ("2025-03-01", "2025-12-31")),
    ("queue", "2024-07-01", "2025-06-30", ("2025-03-01", "2025-06-30")),
    ("queue", None, "2026-06-30", ("2025-03-01", "2025-12-31")),
    ("supported", "2024-07-01", None, ("2024-07-01", "2025-12-31")),
    ("queue", None, "2025-03-01", ("2025-03-01", "2025-03-01")),
    ("queue", None, "2025-02-28", ("2025-01-01", "2025-02-28")),
])  # fmt: skip
def test_a_target_is_judged_over_the_period_up_to_its_own_day(
    kpi: str, first: str | None, by: str | None, span: tuple[str, str]
) -> None:
    """One that is reached before the period, over its own year; new support from the goal's first day on."""
    assert span == tuple(str(end) for end in span_of(target(kpi, first=first, by=by), PERIOD))


@pytest.mark.parametrize(("first", "there"), [(None, True), ("2025-12-31", True), ("2026-01-01", False)])
def test_a_target_holds_from_its_first_day(first: str | None, there: bool) -> None:
    assert there is holds(target("queue", first=first), PERIOD)


@pytest.mark.parametrize(("value", "more_is_better", "less_is_better"), [
    (19, False, True), (20, True, True), (21, True, False),
])  # fmt: skip
def test_a_target_is_reached_at_its_very_value(value: int, more_is_better: bool, less_is_better: bool) -> None:
    assert more_is_better is is_met(BY_CODE["participants"], (value, 1), (20, 1))
    assert less_is_better is is_met(BY_CODE["queue"], (value, 1), (20, 1))


@pytest.mark.parametrize(("days", "own"), [
    (("2026-06-30", "2026-01-31", "2025-06-30", None), "2026-01-31"), (("2026-01-31", "2025-12-31"), "2025-12-31"),
    ((None, "2025-06-30"), None), (("2024-12-31", "2025-06-30", "2025-01-31"), "2025-06-30"),
])  # fmt: skip
def test_the_target_that_counts_is_the_next_to_be_reached_or_else_the_last(
    days: tuple[str | None, ...], own: str | None
) -> None:
    found = of_scope([judged(target("queue", by=by)) for by in days], None, PERIOD)
    assert found
    assert day(own) == found.target.by_day


def test_a_target_of_its_own_outcomes_comes_after_that_of_all() -> None:
    plain, own = target("outcome_share"), target("outcome_share", counts=("employment",))
    found = of_scope([judged(own), judged(plain)], None, PERIOD)
    assert found
    assert plain == found.target


def test_no_target_of_another_agreement_or_of_a_later_time_counts() -> None:
    other = [target("queue", agreement="A"), target("queue", first="2026-01-01")]
    assert of_scope([judged(aim) for aim in other], None, PERIOD) is None


@pytest.mark.parametrize(("kpi", "together"), [
    ("participants", Quantity(50_00)), ("outcome_share", None), ("fidelity_latest", None),
])  # fmt: skip
def test_what_agreements_aim_at_adds_up_where_it_is_counted(kpi: str, together: Quantity | None) -> None:
    """Each agreement's own target once: the one that is to be reached next. A score does not add up, nor a share."""
    aims = [target(kpi, "20", "A", by="2026-06-30"), target(kpi, "90", "A"), target(kpi, "30", "B"), target(kpi, "60"),
            target(kpi, "year:2024", "C"), target(kpi, "9", "D", first="2026-01-01")]  # fmt: skip
    assert together == sum_of_parts(BY_CODE[kpi], [judged(aim) for aim in aims], PERIOD)


def test_without_targets_of_agreements_there_is_no_sum() -> None:
    assert sum_of_parts(BY_CODE["participants"], [judged(target("participants"))], PERIOD) is None


def test_a_goal_of_nobody_has_no_progress() -> None:
    assert progress(None, PERIOD) is None
    assert progress(judged(target("supported", "0")), PERIOD) is None
    assert GoalPace(20, (100, 100), FIRST, LAST, None) == progress(judged(target("supported", "1")), PERIOD)


def test_each_unit_aims_at_the_fidelity_of_all_unless_it_has_its_own() -> None:
    own, shared = target("fidelity_latest", "95", "A"), target("fidelity_latest", "90")
    other, queue = target("fidelity_latest", "80", "C"), target("queue")
    aims = [own, shared, other, queue, target("queue", agreement="B")]
    assert aims == of_units(aims, ())
    assert [own, aims[-1], shared._replace(agreement="B")] == of_units(aims, ("A", "B"))


@pytest.mark.parametrize(("tolerance", "met"), [("", False), ("49", False), ("50", True)])
def test_the_office_says_how_much_of_balance_is_enough(ipsu: Program, db: Path, tolerance: str, met: bool) -> None:
    """One of two cases that began has ended: half of balance."""
    lines = ["agreement add I1 --service ips --area Norr --from 2025-01-01", "target set I1 balance 100",
             f"setting set balance-tolerance '{tolerance}'"]  # fmt: skip
    more = "--resident --disability --motivated --care-contact psychiatry --consent 2025-01-05 --from 2026-02-02"
    for ref, number in (("U1", "19750315-2386"), ("U2", "19900101-9802")):
        lines.append(f"case add {ref} --service ips --personnummer {number} --name Prov --queued 2026-01-07 {more}")
    for line in (*lines, "case close U1 --on 2026-02-27 --reason withdrew"):
        assert 0 == ipsu(line, today="2026-03-02").code, line
    kpis = ipsu("report kpi --agreement I1 --json", today="2026-03-02").json["kpis"]
    balance = next(kpi for kpi in kpis if kpi["code"] == "balance")
    assert (50, 100, met) == (balance["value"], balance["target"], balance["met"])

"""The reports for readers outside: small counts are hidden, and cannot be calculated from what is shown."""

from pathlib import Path

import pytest

from ipsu_cli.reports.suppression import PER_GOAL_OUTCOME, PER_OUTCOME, hidden_costs, hidden_of_queues
from tests.reports.conftest import Ask, Run
from tests.reports.register import entering

REASONS = {"A": "referred_on", "B": "declined", "C": "not_target_group", "D": "other"}


def test_a_part_of_the_queue_is_hidden_with_another(uppsala: Ask) -> None:
    """13 wait for SEd; below 14 that goes, and with it the 26 for IPS, or 39 would tell."""
    answer = uppsala("report queue --year 2025 --external --below 14")
    assert (39, False) == (answer["queue"]["after"], answer["queue"]["hidden"])
    for part in answer["by"]["service"].values():
        assert {"after": None, "change": None, "wait_est_days": None, "hidden": True}.items() <= part.items()
    assert ([], []) == (answer["months"], answer["waiting"])


def test_the_wait_of_a_year_does_not_tell_who_left_in_it() -> None:
    """30 waited, 20 came and 3 wait: the 47 who left would tell the 3, and the exits of a month tell the 47."""
    moves = {("", ""): {"before": 30, "entries": 20, "exits": 47, "after": 3, "exits_of_year": 47}}
    part_of_a_year, year = (hidden_of_queues(moves, 5, of_year=of_year)["", ""] for of_year in (False, True))
    assert {"exits", "after"} <= {*part_of_a_year} < {*year}
    assert "exits_per_month" in year or {"before", "entries"} & {*year}


def test_why_few_left_the_queue_is_hidden_and_whom_they_were_referred_to_left_out(uppsala: Ask) -> None:
    answer = uppsala("report queue --year 2025 --external --below 8")
    hidden = [row["reason"] for row in answer["exits_by_reason"] if row["count"] is None]
    assert (["other", "not_target_group"], []) == (hidden, answer["referred_to"])


def test_what_would_tell_a_hidden_count_goes_too(uppsala: Ask) -> None:
    """Who waited and came are who left and who waits: of the four at least two are hidden together."""
    answer = uppsala("report queue --year 2025 --external --below 40")
    moves = [answer["queue"][name] for name in ("before", "entries", "exits", "after")]
    assert moves.count(None) >= 2
    assert answer["queue"]["after"] is None


def test_nothing_is_hidden_where_nothing_is_small(uppsala: Ask) -> None:
    answer, own = (uppsala(f"report queue --year 2025 {more}") for more in ("--external", ""))
    assert own["queue"] == {key: value for key, value in answer["queue"].items() if key != "hidden"}


def test_a_small_caseload_is_hidden_with_others(uppsala: Ask) -> None:
    answer = uppsala("report caseload --year 2025 --external --below 15")
    hidden = [row for row in answer["caseload"] if row["ongoing"] is None]
    assert len(hidden) >= 2
    assert all(row["score"] is None and row["by_service"] == {} for row in answer["caseload"] if row in hidden)
    assert (None, None) == (answer["largest"], answer["score"])
    assert answer["ongoing"] - sum(row["ongoing"] or 0 for row in answer["caseload"]) >= 15


@pytest.mark.parametrize(("below", "goal", "any_outcome"), [
    (4, 31_666_667, 17_272_727), (5, None, None),
])  # fmt: skip
def test_a_cost_does_not_tell_how_few_there_were(
    uppsala: Ask, below: int, goal: int | None, any_outcome: int | None
) -> None:
    """20 have work and 4 have completed their studies: who knows the first and the sum knows the others."""
    shown = uppsala(f"report funding --year 2025 --external --below {below}")["cost"]
    assert (3_438_914, goal, any_outcome) == tuple(shown.values())


@pytest.mark.parametrize(("goal", "any_outcome", "hidden"), [
    (24, 24, set()), (24, 25, {PER_OUTCOME}), (24, 28, {PER_OUTCOME}), (24, 29, set()),
    (4, 20, {PER_GOAL_OUTCOME, PER_OUTCOME}),
])  # fmt: skip
def test_costs_next_to_each_other_do_not_tell_few(goal: int, any_outcome: int, hidden: set[str]) -> None:
    persons = {"per_participant_ore": 221, PER_GOAL_OUTCOME: goal, PER_OUTCOME: any_outcome}
    assert hidden == hidden_costs(persons, (), 5)


def test_a_cost_does_not_tell_what_the_key_figures_hide(db: Path, run: Run) -> None:
    """5 have an outcome, each with a coach of their own: by coach the five parts would tell it of each."""
    with entering(db) as it:
        agreement = it.agreement("A", "ips")
        for n in range(20):
            case = it.case(f"K{n}", it.person("woman"), "ips", agreement, from_day="2025-02-01", coach=f"C{n % 5}")
            if n < 5:
                it.outcome(case, "employment", "2025-06-01")
    run("funding add A --unit A --title Coach --year 2025 --amount 1000")
    share = next(kpi for kpi in run("report kpi --year 2025 --external")["kpis"] if kpi["code"] == "outcome_share")
    cost = run("report funding --year 2025 --external")["cost"]
    assert (True, None, 5000) == (share["hidden"], cost["per_goal_outcome_ore"], cost["per_participant_ore"])


def test_no_part_of_a_few_is_listed(db: Path, run: Run) -> None:
    """Four agreements of one person each: that each is there would tell them all."""
    with entering(db) as it:
        for name in "ABCD":
            it.case(f"K{name}", it.person("woman"), "ips", it.agreement(name, "ips"), queued_on="2025-02-01",
                    from_day="2025-03-01", coach=name)  # fmt: skip
            it.case(f"Q{name}", it.person("man"), "ips", it.agreement(f"Q{name}", "ips"), queued_on="2024-02-01",
                    closed_on="2025-03-01", close_reason=REASONS[name])  # fmt: skip
    kpis = {kpi["code"]: kpi for kpi in run("report kpi --year 2025 --by agreement --external")["kpis"]}
    assert (True, {"agreement": {}}) == (kpis["ongoing"]["hidden"], kpis["ongoing"]["breakdown"])
    caseload = run("report caseload --year 2025 --external")
    assert ([], None, None) == (caseload["caseload"], caseload["ongoing"], caseload["coaches"])
    queue = run("report queue --year 2025 --by agreement --external")
    assert (None, []) == (queue["queue"]["before"], queue["exits_by_reason"] if queue["queue"]["exits"] is None else [])
    assert {None} == {part["before"] for part in queue["by"]["agreement"].values()}, "also where nobody waited"


def test_a_forecast_on_few_is_refused(uppsala: Ask, registers: object) -> None:
    assert "forecast" in uppsala("report forecast --year 2025 --external")
    assert uppsala("report forecast --year 2025 --external --below 40", code=1) is None


def test_a_steering_group_outside_sees_what_the_key_figures_show(ggv: Ask) -> None:
    steering = ggv("report steering --year 2019 --external")
    kpis = {kpi["code"]: kpi for kpi in ggv("report kpi --year 2019 --by agreement --external")["kpis"]}
    for unit in steering["steering"]["units"]:
        for code, figure in unit["sus"].items():
            seen = kpis[code]["breakdown"]["agreement"].get(unit["agreement"])
            assert figure["value"] == (None if seen is None or seen["hidden"] else seen["value"])
    assert ([], []) == (steering["outcomes_by_year"], steering["targets"])


@pytest.mark.parametrize("name", ["queue", "funding", "fidelity", "caseload", "steering", "forecast"])
def test_the_limit_goes_with_the_readers(uppsala: Ask, name: str) -> None:
    assert uppsala(f"report {name} --below 5", code=2) is None

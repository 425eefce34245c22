"""The reports for readers outside: small counts are hidden, and cannot be calculated from what is shown."""

import pytest

from tests.reports.conftest import Ask


def test_a_part_of_the_queue_is_hidden_with_another(uppsala: Ask) -> None:
    """13 wait for SEd; below 14 that goes, and with it the 26 for IPS, or 39 would tell."""
    answer = uppsala("report queue --year 2025 --external --below 14")
    assert (39, False) == (answer["queue"]["after"], answer["queue"]["hidden"])
    for part in answer["by"]["service"].values():
        assert {"after": None, "change": None, "wait_est_days": None, "hidden": True}.items() <= part.items()
    assert ([], []) == (answer["months"], answer["waiting"])


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


def test_a_cost_does_not_tell_how_few_there_were(uppsala: Ask) -> None:
    shown = uppsala("report funding --year 2025 --external --below 25")["cost"]
    assert {"per_participant_ore": 3_438_914, "per_goal_outcome_ore": None, "per_outcome_ore": 17_272_727} == shown


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

"""The key figures: which way is better, what each is divided by, and how one is found by its code."""

import pytest

from ipsu_cli.rules.kpis import BY_CODE, KPIS, Kpi, find, listed

LESS_IS_BETTER = """
    queue wait_max
    wait_median wait_mean wait_est first_contact_median documents_overdue held_ore days_to_payment days_to_entry
    days_to_basis
"""
SHARES = """
    conversion goal_progress initial_offered outcome_share in_work discharge_share discharge_share_closed balance
    survey_share survey_response meetings delivery_rate gp_on_time a_to_b passed tapering results first_pass_share
    first_pass_share_documents
"""
# Days or points whose sum and number say nothing by themselves.
BARE = """
    wait_max wait_median wait_mean first_contact_median fidelity_latest days_to_payment days_to_entry days_to_basis
"""


def test_more_is_better_but_for_what_waits_or_is_late() -> None:
    assert LESS_IS_BETTER.split() == [kpi.code for kpi in KPIS if not kpi.more]


def test_what_each_is_divided_by() -> None:
    assert SHARES.split() == [kpi.code for kpi in KPIS if kpi.times == 100]
    assert {"percent"} == {BY_CODE[code].unit for code in SHARES.split()}
    assert BARE.split() == [kpi.code for kpi in KPIS if kpi.bare] == [kpi.code for kpi in KPIS if kpi.times == 1]
    assert ["wait_est"] == [kpi.code for kpi in KPIS if kpi.times == 365]
    assert {"count", "hours", "ore"} == {kpi.unit for kpi in KPIS if kpi.times == 0}


@pytest.mark.parametrize(("code", "n", "d", "value"), [
    ("passed", 97, 2, (9_700, 2)), ("passed", 1, 1, (100, 1)), ("passed", 0, 3, (0, 3)), ("passed", 1, 0, None),
    ("passed", 1, None, None), ("passed", 1, -1, None), ("wait_est", 39, 252, (14_235, 252)),
    ("wait_mean", 7, 2, (7, 2)),
    ("planned_hours", 7_50, None, (7_50, 100)), ("held_ore", 450_00, None, (450_00, 1)), ("queue", 3, None, (3, 1)),
])  # fmt: skip
def test_a_value_is_an_exact_fraction_in_its_own_unit(
    code: str, n: int, d: int | None, value: tuple[int, int] | None
) -> None:
    assert value == BY_CODE[code].exact(n, d)


@pytest.mark.parametrize(("typed", "code"), [
    ("ongoing", "ongoing"), (" Wait-Est ", "wait_est"), ("meetings:AF_X", "meetings:af-x"),
    ("survey_share: Nytta : All ", "survey_share:Nytta:all"), ("survey_share:a:b:closing", "survey_share:a:b:closing"),
])  # fmt: skip
def test_a_key_figure_is_found_however_it_is_typed(typed: str, code: str) -> None:
    found = find(typed)
    assert (code, code.partition(":")[0]) == (found and found.code, found and found.base)


@pytest.mark.parametrize("typed", [
    "", "none", "ongoing:x", "meetings", "meetings:", "survey_share", "survey_share:nytta", "survey_share::all",
    "survey_share:nytta:some", "survey_share:all",
])  # fmt: skip
def test_what_is_no_key_figure_is_none(typed: str) -> None:
    assert find(typed) is None


def test_those_of_a_question_stand_in_the_place_of_their_own() -> None:
    found = {"survey_share:b:all", "survey_share:a:all", "survey_share:a:ongoing", "survey_share:a:closing", "passed"}
    codes = [kpi.code for kpi in listed({*found, "meetings:hs", "meetings:af"})]
    at = codes.index("survey_share:a:ongoing")
    assert ["survey_share:a:ongoing", "survey_share:a:closing", "survey_share:a:all", "survey_share:b:all"] == codes[
        at : at + 4
    ]
    assert ["survey_response", "meetings:af", "meetings:hs", "planned_hours"] == codes[at + 4 : at + 8]
    assert len(KPIS) + 4 == len(codes)
    assert [kpi.code for kpi in KPIS] == [kpi.code for kpi in listed(set())]


def test_a_key_figure_is_a_count_of_which_more_is_better_unless_it_says_so() -> None:
    kpi = Kpi("x:y", "count", "6")
    assert (True, False, "x", (3, 1)) == (kpi.more, kpi.bare, kpi.base, kpi.exact(3, None))

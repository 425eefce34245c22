"""What the program says no to: the exit codes that scripts go by."""

import pytest

from ipsu_cli.core.problem import BadDatabase, BadFile, Problem, Refused, Surroundings, Unreadable


@pytest.mark.parametrize(("kind", "code"), [
    (Problem, 1), (Refused, 1), (Unreadable, 2), (BadFile, 3), (BadDatabase, 4), (Surroundings, 5),
])  # fmt: skip
def test_each_kind_of_problem_has_its_exit_code(kind: type[Problem], code: int) -> None:
    assert code == kind("value.date").exit


def test_the_figures_are_the_details_unless_there_are_others() -> None:
    assert {"value": 1} == Refused("value.date", value=1).details
    assert {} == Refused("value.date", details={}, value=1).details

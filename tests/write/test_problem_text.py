"""An error as a terminal shows it: folded at spaces, the command whole."""

import pytest

from ipsu_cli.core.problem import Unreadable
from ipsu_cli.validation import Broken, Finding
from ipsu_cli.write.problem_text import _said_once, problem_text, warning

COMMAND = "ipsu document submit K1 pr --period 2026-02 --hours matchning=0 --hours coachning=0"
FOLDED = """\
ipsu: --month: ”foo” är ingen månad.
Skriv som 2026-03, mars för den senaste
som har börjat, denna-månad eller
förra-månaden. [value.month]
Gör så här: ipsu report kpi --help"""


def blank(activity: str, command: str = COMMAND) -> Finding:
    figures = {"case": "K1", "month": "2026-02", "activity": activity}
    return Finding("pr.activity-blank", "R18", "stop", True, figures, command)


def test_an_error_is_folded_and_its_command_stands_on_a_line_of_its_own() -> None:
    problem = Unreadable("value.month", value="foo", command="ipsu report kpi --help")
    problem.typed_as = "--month"
    assert FOLDED == problem_text(problem, "sv", 40)
    assert FOLDED.replace("\n", " ") == problem_text(problem, "sv")
    assert FOLDED.replace("\n", " ") == problem_text(problem, "sv", 400)


def test_the_same_command_is_said_once_after_all_that_it_puts_right() -> None:
    first, second = problem_text(Broken([blank("matchning"), blank("coachning")]), "sv").splitlines()
    assert (0, 1) == (first.count(COMMAND), second.count(COMMAND))
    others = problem_text(Broken([blank("matchning"), blank("coachning", "ipsu todo")]), "sv").splitlines()
    assert [True, True] == [line.endswith(end) for line, end in zip(others, (COMMAND, "ipsu todo"), strict=True)]


def test_a_command_that_is_wider_than_the_terminal_stays_whole() -> None:
    lines = warning(blank("matchning"), "sv", 40).splitlines()
    assert f"Gör så här: {COMMAND}" == lines[-1]
    assert max(map(len, lines[:-1])) <= 40


@pytest.mark.parametrize(("commands", "expected"), [
    (["ipsu case edit I1 --resident", "ipsu case edit I1 --consent DATE"],
     [None, "ipsu case edit I1 --resident --consent DATE"]),
    (["ipsu case edit I1 --resident", "ipsu case edit I2 --resident"],
     ["ipsu case edit I1 --resident", "ipsu case edit I2 --resident"]),
    (["ipsu document submit K1 gp", "ipsu document submit K1 sr", None],
     ["ipsu document submit K1 gp", "ipsu document submit K1 sr", None]),
    (["ipsu todo", "ipsu todo", "ipsu todo"], [None, None, "ipsu todo"]),
])  # fmt: skip
def test_what_one_command_does_is_one_command(commands: list[str | None], expected: list[str | None]) -> None:
    assert expected == _said_once(commands)

"""Who asks for a protected person by name or number gets the answer of who asks for nobody, from every command.

`Zqn` is nobody: in no row of the planted office. A personnummer typed where a person is entered (`case add`, a file of
cases) is no question, and finds its person: the next case has to be protected too.
"""

import shlex
from pathlib import Path

import pytest

from tests import program
from tests.privacy import planted
from tests.privacy.lines import ASKING, FILES, REFUSED, WRITING
from tests.privacy.planted import CASES, NUMBERS, PROTECTED, copied, forms

NOBODY, NUMBER_OF_NOBODY = "Zqn", "19941224-9808"
EVERY = (*ASKING, *FILES, *WRITING, *REFUSED)
# A line that asks for a word, a coach or a person; `@` is what is typed.
ASKED = (
    "find @", "log @", "case list --coach @", "case list --site @", "todo --coach @", "week 2026-W11 --coach @",
    "case hand-over --from @ --to Robin", "case hand-over --from @ --to Robin --dry-run", "timesheet t.csv --coach @",
    "report kpi --coach @", "report hours --coach @ --by coach", "export cases c.csv --coach @", "todo --case @",
    "report kpi --case @", "deliver --week 2026-W12 @=2", "case list --officer @", "help @",
    "invoice reconcile --received 1001 --case @", "contact list @", "case add N9 --service ips --after @",
)  # fmt: skip
# A person by the number, which is asked for.
BY_NUMBER = (
    "participant export -", "participant export - p.json", "participant erase - --yes",
    "participant correct - --gender woman --reason fel",
)  # fmt: skip
# The words by which a person might be found.
WORDS = ("name", "site", "officer", "order", "training", "municipality")


def by_case(lines: tuple[str, ...]) -> list[str]:
    """The lines that name a case of the protected person, with `@` in its place."""
    return sorted({
        " ".join("@" if word in CASES[PROTECTED] else shlex.quote(word) for word in shlex.split(line))
        for line in lines if set(CASES[PROTECTED]) & set(line.split()) and PROTECTED not in line
    })  # fmt: skip


def answers(line: str, typed: str, folder: Path, stdin: str | None = None) -> tuple[int, str, str]:
    """What comes of a line with a word in it; the word itself, and the days of a number, are taken out."""
    words = [word.replace("@", typed) for word in shlex.split(line)]
    done = program.run(words, folder=folder, today=planted.TODAY, stdin=stdin)
    return done.code, _without(done.out, typed), _without(done.err, typed)


def _without(text: str, typed: str) -> str:
    for number in (NUMBERS[PROTECTED], NUMBER_OF_NOBODY):
        typed, text = typed.replace(number[2:8], "@"), text.replace(number[2:8], "@")
    return text.replace(typed, "@")


def different(lines: list[str] | tuple[str, ...], pairs: list[tuple[str, str]], folder: Path) -> list[tuple[str, str]]:
    return [
        (line, typed)
        for line in lines
        for typed, nobody in pairs
        if answers(line, typed, folder) != answers(line, nobody, folder)
    ]


NAMES = [(f"{PROTECTED}{word}", f"{NOBODY}{word}") for word in WORDS]


def test_no_word_of_a_protected_person_finds_anything(office: Path, tmp_path: Path) -> None:
    numbers = [(NUMBERS[PROTECTED], NUMBER_OF_NOBODY), (NUMBERS[PROTECTED].replace("-", ""), "199412249808")]
    assert [] == different(ASKED, [*NAMES, *numbers], copied(office, tmp_path / "run"))


def test_no_command_takes_a_name_or_a_number_for_a_case(office: Path, tmp_path: Path) -> None:
    folder, pairs = copied(office, tmp_path / "run"), [NAMES[0], (NUMBERS[PROTECTED], NUMBER_OF_NOBODY)]
    before, lines = program.dump(folder / "ipsu.db"), by_case(EVERY)
    assert len(lines) > 60
    assert [] == different(lines, pairs, folder)
    assert before == program.dump(folder / "ipsu.db")


@pytest.mark.parametrize("line", BY_NUMBER)
def test_a_number_finds_nobody(office: Path, tmp_path: Path, line: str) -> None:
    """In whatever form it is written."""
    folder = copied(office, tmp_path / "run")
    for form, of_nobody in zip(forms(NUMBERS[PROTECTED]), forms(NUMBER_OF_NOBODY), strict=True):
        answer = answers(line, NOBODY, folder, f"{form}\n")
        assert answer[0] in (1, 2)  # nobody, or no number
        assert answer == answers(line, NOBODY, folder, f"{of_nobody}\n"), form
    found = program.run(f"{line} --reveal", folder=folder, today="2028-12-31", stdin="198505052384\n")
    assert "participant.unknown" not in found.err

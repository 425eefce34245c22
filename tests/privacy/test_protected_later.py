"""A person who is protected from today on: what was entered, answered and sent before is no more shown than of one who
was protected from the start."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program
from tests.privacy import planted
from tests.privacy.lines import ASKING, FILES, KEYED_IN, REFUSED, WRITING
from tests.privacy.planted import ORDINARY, Mark, copied
from tests.privacy.test_marks import found, left
from tests.whole import WHOLE

# The example in a template has a number for testing, which is this person's; and another office's file, which knows
# nothing of what is said in this one, has her as she was.
SAYING = tuple(
    [line for line in lines if not line.startswith("template cases") and "--also" not in line]
    for lines in (ASKING, KEYED_IN, FILES, REFUSED, WRITING)
)
ACTIVITIES = ("report key-in", "document submit OK pr")
MARKS = (*planted.marks(ORDINARY), *planted.births(ORDINARY))
# What each says of the case in its answer, and is asked for under a key.
KEYED = (
    "case edit OB --officer 'Zqoofficer ny'",
    "case edit OU --preference 'Zqopreference ny'",
    "contact add OB officer --on 2026-04-05 --note 'Zqonote ny'",
    "outcome add OU studies_started --on 2026-04-09",
    "review add OU --on 2026-04-09 --progress no --decision continue",
    "plan set OB 2026-W10..2026-W21=20 --reason 'Zqoreason ny' --submitted 2026-04-20",
    "document submit OB avvikelse --from 2026-03-13 --to 2026-03-13 --known --reason 'Zqodeviation ny' --on 2026-03-16",
    "aid lend OB other --name 'Zqoaid ny' --on 2026-03-09",
    "case hand-over --from Zqocoach --to Robin --case OA",
)


def marks_of(line: str) -> list[Mark]:
    """What may not come out: all but what stands in the line, and activities where a report by them is made."""
    return [mark for mark in MARKS if mark.field != "activity" or not line.startswith(ACTIVITIES)]


@pytest.fixture(scope="module")
def later(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted office; lines were typed under keys, and then the ordinary person is protected too."""
    folder = copied(office, tmp_path_factory.mktemp("later") / "office")
    for number, line in enumerate((*KEYED, "case edit OB --protected")):
        done = program.run(f"{line} --key k{number}", folder=folder, today=planted.TODAY)
        assert 0 == done.code, (line, done.err)
    (folder / "tmp").rmdir()
    return folder


def shown(office: Path, folder: Path, lines: Sequence[str], form: str) -> list[str]:
    leaks = []
    for line in lines:
        if lines is not SAYING[0] or not folder.exists():  # what asks leaves it as it is
            copied(office, folder)
        before = {str(path.relative_to(folder)) for path in folder.rglob("*")}
        done = program.run(line + form, folder=folder, today=planted.TODAY, TMPDIR=str(folder / "tmp"))
        texts = {"stdout": done.out, "stderr": done.err, **dict(left(folder, before))}
        leaks += found(marks_of(line), texts, line)
    return leaks


def test_a_key_repeated_shows_nothing_of_who_is_protected_since(later: Path, tmp_path: Path) -> None:
    folder = copied(later, tmp_path / "run")
    before = program.dump(folder / "ipsu.db")
    for number, line in enumerate(KEYED):
        for form in ("", " --json", " --lang en"):
            again = program.run(f"{line} --key k{number}{form}", folder=folder, today=planted.TODAY)
            assert 0 == again.code, again.err
            assert [] == found(MARKS, {"stdout": again.out, "stderr": again.err}, line)
    repeated = program.run(f"{KEYED[0]} --key k0 --json", folder=folder, today=planted.TODAY).json
    assert {"repeated": True, "warnings": []} == repeated
    assert before == program.dump(folder / "ipsu.db")


def test_what_is_not_hidden_by_now_is_answered_again(ipsu: Program, later: Path, tmp_path: Path) -> None:
    """Of somebody else, and of who is protected no more."""
    folder = copied(later, tmp_path / "run")
    for case in ("OB", "PB"):
        lift = f"case edit {case} --no-protected --reason fel"
        assert 0 == program.run(lift, folder=folder, today=planted.TODAY).code
    again = program.run(f"{KEYED[0]} --key k0 --json", folder=folder, today=planted.TODAY).json
    assert ("OB", True) == (again["case"], again["repeated"])


@pytest.mark.parametrize("form", ["", " --json", " --names"])
def test_few_lines_show_nothing(later: Path, tmp_path: Path, form: str) -> None:
    lines = [line for line in (*ASKING, *FILES) if line.startswith(("case ", "contact list", "log", "export cases"))]
    assert [] == shown(later, tmp_path / "run", lines, form)


@pytest.mark.long
@pytest.mark.parametrize(  # what is refused, and what writes, by its sentences alone in the short form
    ("lines", "form"),
    [*((lines, "") for lines in SAYING), *((lines, " --json") for lines in SAYING[: None if WHOLE else 1])],
)
def test_no_line_shows_anything(later: Path, tmp_path: Path, lines: Sequence[str], form: str) -> None:
    assert [] == shown(later, tmp_path / "run", lines, form)

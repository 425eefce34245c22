"""Every command is run on an office whose personal fields are marked, and nothing of a mark comes out where it may not.

Of a protected person nothing does. Of an ordinary one a name stands in no list, and neither name, number nor words in
an error, the log, a calendar, a file's name or what the accountant gets.
"""

import shutil
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from ipsu_cli.core.inventory import PERSONAL, SENSITIVE, fields
from tests import program
from tests.privacy import planted
from tests.privacy.lines import ASKING, FILES, KEYED_IN, REFUSED, WAITING, WRITING
from tests.privacy.planted import ORDINARY, PROTECTED, Mark, copied
from tests.test_texts import COMMANDS

# Columns that are no words: days, codes, flags and references to other rows.
NO_WORDS = {
    "acknowledgements": "case_id", "aids": "case_id origin lent returned kind", "answers": "answer",
    "cases": "person_id from_day to_day queued_on closed_on close_reason training_result meeting mapping_agreed "
    "decision training_type training_from training_to resident disability motivated care_contact assistance consent "
    "consent_withdrawn sus_consent",
    "contacts": "case_id agreement_id on_day", "decisions": "case_id was_to to_day on_day period",
    "delivered_hours": "case_id hours",
    "deliveries": "case_id from_day to_day unit quantity no_show cancelled reverses",
    "documents": "case_id type version period status submitted confirmed returned",
    "outcomes": "case_id outcome on_day subsidised", "pauses": "case_id from_day to_day",
    "packaged_bytes": "content", "received_bytes": "content",
    "people": "gender protected", "plan_weeks": "document_id week hours", "reviews": "case_id on_day progress decision",
}  # fmt: skip
# Where an ordinary person's name stands, whole: where the work needs it.
NAMED = (
    "participant export",
    "case show",
    "export cases",
    "export all",
    "timesheet",
    "document export",
    "import cases",
)
# What the accountant, the purchaser or a calendar gets, and what a report or the log shows: no word of anybody's.
LEAVES = ("export package", "export sus", "export monthly", "invoice export", "invoice excel", "invoice letter",
          "invoice build", "todo")  # fmt: skip
COUNTS = ("report", "log", "todo")
# What tells of a report by the month must name what it is about.
ACTIVITIES = ("report key-in", "document submit PK pr")
OF_PROTECTED = (*planted.marks(PROTECTED), *planted.births(PROTECTED))
OF_ORDINARY = planted.marks(ORDINARY)


def _content(path: Path) -> str:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return path.read_bytes().decode("utf-8", "replace")


def left(folder: Path, before: set[str]) -> Iterator[tuple[str, str]]:
    """The names and the contents of the files that a run has left, but for the office itself."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if name in before or (path.is_file() and path.read_bytes().startswith(b"SQLite format 3")):
            continue
        yield f"the name {name}", name
        if path.is_file():
            yield f"the file {name}", _content(path)


def found(marks: Sequence[Mark], texts: Mapping[str, str], typed: str) -> list[str]:
    """Where marks stand that nobody has typed in the line."""
    return [
        f"{typed}: {mark.field} of {mark.person} in {where}"
        for where, text in texts.items()
        for mark in marks
        if mark.text.lower() in text.lower() and mark.text.lower() not in typed.lower()
    ]


def hidden_in(line: str) -> list[Mark]:
    """What a line may not show of a protected person."""
    return [mark for mark in OF_PROTECTED if mark.field != "activity" or not line.startswith(ACTIVITIES)]


def leaks(line: str, out: str, err: str, files: Mapping[str, str]) -> list[str]:
    """What a run has given away."""
    everything = {"stdout": out, "stderr": err, **files}
    names = [mark for mark in OF_ORDINARY if mark.field in ("name", "number")]
    numbers = [mark for mark in OF_ORDINARY if mark.field == "number"]
    words = [mark for mark in OF_ORDINARY if mark.field not in ("coach", "site", "activity")]
    return [
        *found(hidden_in(line), everything, line),
        *found(numbers if line.startswith(NAMED) else names, everything, line),
        *found(words, {"stderr": err}, line),
        *(found(words, files, line) if line.startswith(LEAVES) else ()),
        *(found(words, everything, line) if line.startswith(COUNTS) else ()),
    ]


def tried(office: Path, folder: Path, line: str, form: str) -> list[str]:
    """What one line gives away in a pipe, on an office of its own."""
    copied(office, folder)
    return given_away(folder, line, form)


def given_away(folder: Path, line: str, form: str) -> list[str]:
    if line.startswith("restore copy"):
        shutil.copy2(folder / "ipsu.db", folder / "copy.db")
    before = {str(path.relative_to(folder)) for path in folder.rglob("*")}
    result = program.run(line + form, folder=folder, today=planted.TODAY, TMPDIR=str(folder / "tmp"))
    assert 70 != result.code, (line, result.err)
    return leaks(line, result.out, result.err, dict(left(folder, before)))


def test_every_field_of_words_is_marked_for_both(office: Path) -> None:
    """Else a field that is new would be looked for in vain."""
    with closing(sqlite3.connect(office / "ipsu.db")) as conn:
        for field in fields():
            if field.sensitivity not in (PERSONAL, SENSITIVE) or field.column in NO_WORDS.get(field.table, "").split():
                continue
            values = " ".join(str(row[0]) for row in conn.execute(f"SELECT {field.column} FROM {field.table}"))
            for person in (ORDINARY, PROTECTED):
                assert person in values or planted.NUMBERS[person].replace("-", "") in values, field


def test_every_command_is_tried() -> None:
    tried = {line.replace("--help", "").strip() for line in (*ASKING, *FILES, *KEYED_IN, *WRITING, *REFUSED)}
    typed = {path for path, command in COMMANDS.items() if not getattr(command, "commands", None)}
    assert set() == {path for path in typed if not any(f"{line} ".startswith(f"{path} ") for line in tried)}


@pytest.mark.parametrize("form", ["", " --json", " --names --lang sv"])
def test_what_asks_gives_nothing_away(office: Path, tmp_path: Path, form: str) -> None:
    folder = copied(office, tmp_path / "asked")  # what asks leaves it as it is
    assert [] == [leak for line in ASKING for leak in given_away(folder, line, form)]
    assert [] == [leak for line in KEYED_IN for leak in tried(office, tmp_path / "run", line, form)]


def test_files_give_nothing_away(office: Path, tmp_path: Path) -> None:
    assert [] == [leak for line in FILES for leak in tried(office, tmp_path / "run", line, "")]


@pytest.mark.parametrize("form", ["", " --lang sv", " --json"])
def test_what_is_refused_gives_nothing_away(office: Path, tmp_path: Path, form: str) -> None:
    assert [] == [leak for line in REFUSED for leak in tried(office, tmp_path / "run", line, form)]


@pytest.mark.long
@pytest.mark.parametrize("form", ["", " --json"])
def test_what_writes_gives_nothing_away(office: Path, tmp_path: Path, form: str) -> None:
    assert [] == [leak for line in WRITING for leak in tried(office, tmp_path / "run", line, form)]


def on_a_screen(line: str, folder: Path) -> str:
    """All that a line shows on a terminal."""
    shown = program.run_on_a_terminal(line, folder=folder, today=planted.TODAY, IPSU_LANG="sv")
    return shown.out + shown.err


@pytest.mark.parametrize("lines", [ASKING, pytest.param([*REFUSED, *WRITING], marks=pytest.mark.long)])
def test_a_terminal_shows_no_more_of_a_protected_person(office: Path, tmp_path: Path, lines: Sequence[str]) -> None:
    """With names where they may stand."""
    found_there, shown = [], 0
    for line in (line for line in lines if line not in WAITING):
        folder = copied(office, tmp_path / "run") if lines is not ASKING else office
        seen = on_a_screen(f"{line} --names", folder)
        shown += f"{ORDINARY}name" in seen
        found_there += found(hidden_in(line), {"the terminal": seen}, line)
        found_there += found([mark for mark in OF_ORDINARY if mark.field == "number"], {"the terminal": seen}, line)
    assert [] == found_there
    assert lines is not ASKING or shown > 4  # a terminal it is

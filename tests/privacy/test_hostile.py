"""What somebody plants in a text or a file acts nowhere: it is refused, or shown as it is written."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from tests import program
from tests.conftest import Program
from tests.privacy import hostile_late
from tests.privacy.hostile import ACTING, READERS, TEXTS, WAYS, no_files
from tests.privacy.planting import Planted, options
from tests.whole import WHOLE

TODAY = "2026-05-06"
LEAST = 300
SHOWN = ("case list", "case show B1", "contact list", "agreement show S1", "setting list", "log", "delivery list",
         "invoice list --received", "acknowledgement list")  # fmt: skip
# Where what is kept next to the cases shows.
SHOWN_LATE = (
    "aid list", "target list", "survey list", "fidelity list", "funding list", "review list", "outcome list",
    "contact list", "agreement show U1", "case show U", "todo --ics todo.ics", "report kpi --by agreement --json",
    "report funding --excel funding.xlsx", "report steering", "log",
)  # fmt: skip
NUMBER = "19850602-9837"
MADE = (
    "agreement add S1 --service ipsu --area Syd --from 2026-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2026-01-01",
    "case add B1 --service ipsu-b --agreement S1 --personnummer 19900101-9802 --name Kim --from 2026-03-02 "
    "--to 2026-05-31",
    "agreement add U1 --service ips --area Syd --from 2025-01-01",
    "case add U --service ips --agreement U1 --personnummer 19850505-2384 --name Lo --queued 2026-01-07 --resident "
    "--disability --motivated --care-contact psychiatry --consent 2026-01-05",
    "case start U --on 2026-02-02",
    "fidelity scale TRE --items 3 --min 1 --max 5 --bands 9=fair",
    "plan set B1 2026-W10..2026-W20=20 --submitted 2026-03-02 --confirmed 2026-03-03",
)
# A delivery to bill by an e-invoice, and what others are given of it.
BILLED = (
    "setting set bankgiro 5050-1055", "setting set address 'Kungsgatan 7, 753 20 Exempelby'",
    "agreement edit S1 --billing peppol --purchaser AF --purchaser-orgnr 202100-2114 --purchaser-address Gatan "
    "--reason x",
    "case edit B1 --order O1 --training Svets --training-type preparatory-training --training-from 2026-01-12 "
    "--training-to 2026-06-05",
    "deliver B1 7 --on 2026-03-03",
)  # fmt: skip
FOR_OTHERS = (
    "export package 2026-03 books", "invoice export 2026-0001 2026-0001.xml", "todo --ics due.ics --until 2026-12-31",
)  # fmt: skip
# A list of no cases is one that can be imported.
EMPTY = ("import cases in.file", "JSON of another kind")
# In a fast run each way takes some of the texts, and some ways each text; of what is like each other, fewer.
STEP, LATE_STEP, FIRST = 16, 88, 2
LATE = dict(hostile_late.ways())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy2(new_office, folder / "ipsu.db")
    for words in MADE:
        assert 0 == program.run(words, folder=folder, today=TODAY).code
    return folder / "ipsu.db"


def acts(result: program.Result) -> set[str]:
    """What of the acting characters has come out."""
    return ACTING & set(result.out + result.err)


def tried(made: Path, folder: Path, planted: Planted, text: str, *, json: bool) -> bool:
    """Plant a text; nothing of it may act. Was it taken? No system lets a NUL stand in a word of a line."""
    if any("\0" in word for word in planted.words):
        return False
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy2(made, folder / "ipsu.db")
    before = program.dump(folder / "ipsu.db")
    for name, content in planted.files.items():
        (folder / name).write_bytes(content)
    result = program.run(
        [*planted.words, *(["--json"] if json else [])], folder=folder, today=TODAY, stdin=planted.stdin
    )
    at = (planted.words, text)
    assert 70 != result.code and "Traceback" not in result.err, (at, result.err)
    assert set() == acts(result), at
    assert "root:x:" not in result.out + result.err, at
    assert not list(folder.parent.glob("passwd")), at
    if result.code:
        assert before == program.dump(folder / "ipsu.db"), at
    return result.code == 0


def shown_as_it_is_written(folder: Path, text: str, way: str) -> None:
    """In every list, and as text in a workbook."""
    for words in SHOWN_LATE if way in LATE else SHOWN:
        assert set() == acts(program.run(words, folder=folder, today=TODAY)), (words, text)
    for file in folder.glob("*.ics"):
        assert is_calendar(file.read_bytes().decode()), text
    assert 0 == program.run("export all all.xlsx --force", folder=folder, today=TODAY).code
    sheets = [sheet for file in folder.glob("*.xlsx") for sheet in load_workbook(file)]
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert [] == [cell.value for cell in cells if cell.data_type == "f" and text in str(cell.value)], text


def is_calendar(content: str) -> bool:
    """Is each line a property or the rest of one, and does nothing in it act?"""
    lines = content.split("\r\n")
    return lines.pop() == "" and all(
        re.match("[A-Z-]+[:;]| ", line) and not ACTING & set(line) and "\n" not in line for line in lines
    )


def test_they_are_as_many_as_they_should_be() -> None:
    """Ways and texts, and files that are none; in a fast run a part of the first."""
    assert len(WAYS) * len(TEXTS) + len(list(no_files())) * len(READERS) > 10 * LEAST
    steps = [LATE_STEP if way in LATE else STEP for way in WAYS]
    assert sum(1 for n, step in enumerate(steps) for m, _ in enumerate(TEXTS) if (n + m) % step == 0) > LEAST


@pytest.mark.parametrize("way", WAYS)
def test_what_is_planted_does_not_act(made: Path, tmp_path: Path, way: str) -> None:
    place, step = list(WAYS).index(way), LATE_STEP if way in LATE else STEP
    for number, text in enumerate(TEXTS):
        if (place + number) % step == 0 and tried(made, tmp_path / "run", WAYS[way](text), text, json=number % 2 == 0):
            shown_as_it_is_written(tmp_path / "run", text, way)


@pytest.mark.parametrize("way", [way for way in LATE if not way.endswith(".xlsx")][:: 1 if WHOLE else 4])
def test_a_number_of_a_person_is_refused_or_masked(made: Path, tmp_path: Path, way: str) -> None:
    if tried(made, tmp_path / "run", WAYS[way](NUMBER), NUMBER, json=False):
        for words in SHOWN_LATE:
            result = program.run(words, folder=tmp_path / "run", today=TODAY)
            assert NUMBER[-4:] not in result.out + result.err, words


@pytest.mark.parametrize("text", TEXTS[20::7])
def test_files_for_others_stay_what_they_are(made: Path, tmp_path: Path, text: str) -> None:
    """Whatever stands next to the cases: the accountant's, the purchaser's, and what a terminal shows of it."""
    shutil.copy2(made, tmp_path / "ipsu.db")
    for words in BILLED:
        assert 0 == program.run(words, folder=tmp_path, today=TODAY).code, words
    taken = [
        line
        for line in hostile_late.FIELDS
        if 0 == program.run(options(line)(text).words, folder=tmp_path, today=TODAY).code
    ]
    for words in ("invoice build --month 2026-03", *FOR_OTHERS):
        done = program.run(words, folder=tmp_path, today=TODAY)
        assert (0, set()) == (done.code, acts(done)), (words, done.err)
    ElementTree.fromstring((tmp_path / "2026-0001.xml").read_bytes())
    json.loads((tmp_path / "books" / "2026-03.json").read_bytes())
    sie = (tmp_path / "books" / "2026-03.si").read_bytes().decode("cp437")
    assert all(re.match(r"[ \t]*#|[{}]", line) and line.isprintable() for line in sie.splitlines()), taken
    assert is_calendar((tmp_path / "due.ics").read_bytes().decode()), taken


@pytest.mark.long
@pytest.mark.skipif(not WHOLE, reason="a part of them is tried with the fast tests")
@pytest.mark.parametrize("way", WAYS)
def test_nothing_at_all_does(made: Path, tmp_path: Path, way: str) -> None:
    for text in TEXTS:
        for as_json in (False, True):
            if tried(made, tmp_path / "run", WAYS[way](text), text, json=as_json):
                shown_as_it_is_written(tmp_path / "run", text, way)


@pytest.mark.parametrize(
    "reader", [*READERS[:FIRST], *(pytest.param(reader, marks=pytest.mark.long) for reader in READERS[FIRST:])]
)
def test_what_is_no_file_of_ours_is_refused(made: Path, tmp_path: Path, reader: str) -> None:
    for name, content in no_files():
        taken = tried(made, tmp_path / "run", Planted(reader.split(), {"in.file": content}), name, json=False)
        assert not taken or reader == "import deliveries in.file" or (reader, name) == EMPTY, name
        assert {"ipsu.db", "in.file"} == {path.name for path in (tmp_path / "run").iterdir()}, (name, reader)


def test_what_an_older_file_holds_is_shown_as_it_is_written(made: Path, ipsu: Program, tmp_path: Path) -> None:
    """As if it had come in before it was refused: by SQL alone, with every guard off."""
    for text in TEXTS[::STEP]:
        shutil.copy2(made, tmp_path / "ipsu.db")
        with closing(sqlite3.connect(tmp_path / "ipsu.db")) as conn, conn:
            names = [row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
            for name in names:
                conn.execute(f"DROP TRIGGER {name}")
            conn.execute("UPDATE cases SET coach = ?, site = ?", (text, text))
        for words in ("case list", "case list --json", "case show B1", "case show B1 --json", "week 2026-W11"):
            assert set() == acts(ipsu(words, today=TODAY)), (text, words)

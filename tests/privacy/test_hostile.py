"""What somebody plants in a text acts nowhere: it is refused, or shown as it is written, in text and in JSON."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests import program
from tests.conftest import Program

TODAY = "2026-04-30"
PLANTED = (
    "\x1b[31mred", "\x1b]52;c;eA==\x07", "\u202eabc", "[red]x[/]", "[/x]", ":smile:", "%s%n", "{0}{x}",
    "=cmd|' /C calc'!A0", "@SUM(1)", "'; DROP TABLE people;--", "../../etc/passwd", "\u200bx", "x\uffff", "\x9b31m",
    "a\rb", "x\u115fy", "\ufeffz", "x\u00ady", "x\U000e0041y",
)  # fmt: skip
ACTING = set("\x1b\x07\u202e\u200b\uffff\x9b\r\u115f\ufeff\u00ad\U000e0041")
# `@` is what is planted. Those that are kept are shown afterwards.
FIELDS = (
    "case edit B1 --coach @", "case edit B1 --site @", "case edit B1 --order @", "case edit B1 --name @",
    "contact add B1 officer --on 2026-04-02 --note @", "contact add B1 @ --on 2026-04-02",
    "agreement edit S1 --purchaser @ --reason x", "agreement edit S1 --to 2027-01-01 --reason @",
    "case rename B1 @ --reason x", "setting set address @", "find @", "case list --coach @", "case show @", "query @",
    "help @", "explain @", "import cases @", "export cases @", "log @", "--who @ case edit B1 --coach x",
    "--key @ case edit B1 --coach y", "@", "case @",
)  # fmt: skip
SHOWN = ("case list", "case show B1", "contact list", "agreement show S1", "setting list", "log")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy2(new_office, folder / "ipsu.db")
    for words in (
        "agreement add S1 --service ipsu --area Syd --from 2026-01-01",
        "case add B1 --service ipsu-b --agreement S1 --personnummer 19900101-9802 --name Kim --from 2026-03-02 "
        "--to 2026-05-31",
    ):
        assert 0 == program.run(words, folder=folder, today=TODAY).code
    return folder / "ipsu.db"


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_planted_does_not_act(made: Path, ipsu: Program, tmp_path: Path, field: str) -> None:
    for text in PLANTED:
        for form in ([], ["--json"]):
            shutil.copy2(made, tmp_path / "ipsu.db")
            result = ipsu([text if word == "@" else word for word in shlex.split(field)] + form, today=TODAY)
            assert 70 != result.code, (field, text)
            assert set() == ACTING & set(result.out + result.err), (field, text, form)
        if result.code == 0:
            for words in SHOWN:
                assert set() == ACTING & set(ipsu(words, today=TODAY).out), (field, text, words)
        kept = {path.name for path in tmp_path.iterdir()}
        assert {"ipsu.db"} == kept, (field, text)


def test_what_an_older_file_holds_is_shown_as_it_is_written(made: Path, ipsu: Program, tmp_path: Path) -> None:
    """As if it had come in before it was refused: by SQL alone, with every guard off."""
    import sqlite3

    for text in PLANTED:
        shutil.copy2(made, tmp_path / "ipsu.db")
        with sqlite3.connect(tmp_path / "ipsu.db") as conn:
            names = [row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
            for name in names:
                conn.execute(f"DROP TRIGGER {name}")
            conn.execute("UPDATE cases SET coach = ?, site = ?", (text, text))
        conn.close()
        for words in ("case list", "case list --json", "case show B1", "case show B1 --json", "week 2026-W11"):
            shown = ipsu(words, today=TODAY)
            assert set() == ACTING & set(shown.out + shown.err), (text, words)

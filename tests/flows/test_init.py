"""An office whose number is a personnummer: whole where tax and books ask for it, masked wherever else it stands."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import program
from tests.self_invoices import AGENCY, Line, ubl

TODAY = "2026-04-01"
MADE = (
    "init --name 'Firma Prov' --orgnr 890201-9812 --address 'Kungsgatan 7, 753 20 Exempelby'",
    "agreement add P1 --service ipsu --area Norr --from 2025-01-01 --billing peppol"
    " --purchaser-address 'Box 80, 831 03 Östersund'",
    "agreement add S1 --service ipsu --area Söder --from 2025-01-01",
    "setting set bankgiro 5050-1055",
    "price set P1 ipsu-b 450 --unit hour --from 2025-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --agreement P1 --personnummer 19900101-9802 --name 'Test Person' --service ipsu-b --order IN-1"
    " --from 2026-03-02 --to 2026-05-31 --training Svets --training-from 2026-01-12 --training-to 2026-06-05",
    "case add B2 --agreement S1 --personnummer 19850602-9837 --name 'Test Person' --service ipsu-b"
    " --from 2026-03-02 --to 2026-05-31 --training Svets --training-from 2026-01-12 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "plan set B2 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 2 --on 2026-03-03",
    "deliver B2 2 --on 2026-03-03",
    "invoice build --month 2026-03",
)
LAST_FOUR = "9812"
OTHER = "559999-0008"
# What else is printed or written about the office.
WRITE = (
    "invoice reconcile 2026-0002 --received AF-1 --excel diff.xlsx --force",
    "invoice letter 2026-0002 letter.md --force",
    "export package 2026-04 books --force",
    "setting list",
    "status",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sole-trader")
    for words in MADE:
        answer = program.run(words, folder=folder, today=TODAY)
        assert 0 == answer.code, (words, answer.err)
        assert LAST_FOUR not in answer.out + answer.err
    return folder


def test_it_is_masked_where_the_office_is_made(tmp_path: Path) -> None:
    made = program.run("init --name X --orgnr 19890201-9812 --json", folder=tmp_path, today=TODAY)
    assert "19890201-****" == made.json["office"]["orgnr"]
    again = program.run("init --name X --orgnr 19890201-9813 --db other.db", folder=tmp_path, today=TODAY)
    assert (2, True) == (again.code, "personnummer-check-digit" in again.err)


def texts_of(path: Path) -> str:
    """What a file says; of a workbook, each of its parts."""
    if path.suffix != ".xlsx":
        return path.read_text(encoding="cp437" if path.suffix in (".se", ".si") else "utf-8")
    with zipfile.ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


@pytest.mark.parametrize("name", ["out.xlsx", "out.json"])
def test_an_export_that_no_law_asks_for_has_it_masked(made: Path, name: str) -> None:
    assert 0 == program.run(f"invoice export 2026-0001 {name} --force", folder=made, today=TODAY).code
    assert LAST_FOUR not in texts_of(made / name)


@pytest.mark.parametrize(
    ("name", "holds"),
    [("out.si", "#ORGNR 890201-9812"), ("out.xml", ">8902019812<"), ("out.xml", ">SE890201981201<")],
)
def test_books_and_e_invoices_have_the_ten_digits(made: Path, name: str, holds: str) -> None:
    done = program.run(f"invoice export 2026-0001 {name} --force", folder=made, today=TODAY)
    assert 0 == done.code, done.err
    assert holds in texts_of(made / name)
    assert "19890201" not in texts_of(made / name)


def test_a_self_invoice_is_ours_by_the_ten_digits_and_what_is_said_of_it_is_masked(made: Path) -> None:
    lines = [Line("B2", "2026-03-01", "2026-03-31", hours=300)]
    for number, seller, code in (("AF-1", "8902019812", 0), ("AF-2", OTHER, 1)):
        (made / "in.xml").write_text(ubl(number, lines, seller=seller, buyer=AGENCY), encoding="utf-8")
        result = program.run("invoice receive in.xml --agreement S1 --json", folder=made, today=TODAY)
        assert code == result.code, result.err
        assert LAST_FOUR not in result.out + result.err
    for words in WRITE:
        for form in ("", " --json"):
            result = program.run(f"{words}{form}", folder=made, today=TODAY)
            assert 70 != result.code and LAST_FOUR not in result.out + result.err, words
    written = [
        made / "diff.xlsx",
        made / "letter.md",
        *(made / "books").glob("*.xlsx"),
        *(made / "books").glob("*.json"),
    ]
    assert 4 == len(written)
    assert [] == [path.name for path in written if LAST_FOUR in texts_of(path)]


@pytest.mark.parametrize("form", ["", " --json"])
def test_a_purchaser_who_is_a_person_is_masked(made: Path, form: str) -> None:
    for words in ("agreement edit P1 --purchaser-orgnr 890201-9812 --reason x", "agreement show P1", "agreement list"):
        result = program.run(f"{words}{form}", folder=made, today=TODAY)
        assert (0, False) == (result.code, "9812" in result.out + result.err), words


SMALL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
from ipsu_cli.__main__ import main
main()
"""


@pytest.mark.parametrize("size", [0, 100, 4096, 8192, 100_000, 500_000])
@pytest.mark.parametrize("words", ["init --name X --orgnr 559999-0008", "demo", "demo --of uppsala"])
def test_a_full_disk_is_told_as_one_and_leaves_nothing_hidden(words: str, size: int, tmp_path: Path) -> None:
    """A limit on the size of files fails as a full disk does, whoever runs the test."""
    done = subprocess.run(
        [sys.executable, "-c", SMALL_DISK.format(size=size), *words.split()], cwd=tmp_path, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(program.ROOT), "PYTHONDONTWRITEBYTECODE": "1", "IPSU_LANG": "en"},
    )  # fmt: skip
    assert (5, b"") == (done.returncode, done.stdout), done.stderr
    assert 1 == done.stderr.count(b"\n")
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("of", ["office", "uppsala"])
def test_a_demo_that_fails_on_its_way_leaves_nothing(of: str, tmp_path: Path) -> None:
    """There is room for an office, and not for a year of it."""
    test_a_full_disk_is_told_as_one_and_leaves_nothing_hidden(f"demo --of {of}", 1_100_000, tmp_path)

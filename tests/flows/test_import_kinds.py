"""Reports that are each their own, from a file: the report of the row is the one that takes its steps, and a case may
have thousands of them."""

from pathlib import Path

import pytest

from ipsu_cli.store import documents
from tests.conftest import Program

TODAY = "2026-05-06"
SETUP = (
    "agreement add IPSU-4 --service ipsu --area 'Norra Norrland' --from 2025-01-01",
    "case add B7 --service ipsu-b --personnummer 19880314-9809 --name 'Test Person' --from 2026-01-05 --to 2026-04-24"
    " --training Svets --training-type labour_market_training --training-from 2026-01-05 --training-to 2026-06-05",
)
HEADING = "case,type,submitted,confirmed,from,to,known,reason"


@pytest.fixture
def case(ipsu: Program, db: Path) -> None:
    """A case with nothing reported."""
    for words in SETUP:
        assert 0 == ipsu(f"{words} --db {db}", today=TODAY).code, words


@pytest.mark.usefixtures("case")
def test_the_draft_that_a_row_files_is_the_one_that_its_row_confirms(ipsu: Program, db: Path) -> None:
    ipsu("document write B7 avvikelse --from 2026-02-02 --to 2026-02-02 --known", today=TODAY)
    ipsu("document submit B7 avvikelse --from 2026-02-02 --to 2026-02-03 --unknown --on 2026-02-04", today=TODAY)
    row = "B7,avvikelse,2026-02-03,2026-02-05,2026-02-02,2026-02-02,known,"
    (db.parent / "in.csv").write_text(f"{HEADING}\n{row}\n")
    done = ipsu("import documents in.csv", today=TODAY)
    assert 0 == done.code, done.err
    listed = ipsu("document list B7 --json", today=TODAY).json["documents"]
    found = [(row["version"], row["status"], row["confirmed"]) for row in listed if row["type"] == "avvikelse"]
    assert [(1, "confirmed", "2026-02-05"), (2, "submitted", None)] == found


@pytest.mark.usefixtures("case")
def test_a_report_more_of_a_case_reads_none_of_those_before(
    ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0
    from_row = documents.from_row

    def counted(row: object) -> object:
        nonlocal read
        read += 1
        return from_row(row)  # type: ignore[arg-type]

    monkeypatch.setattr(documents, "from_row", counted)
    times = {}
    for count in (20, 40):
        rows = [
            f"B7,avvikelse,2026-03-{1 + day % 28:02},2026-04-01,2026-02-02,2026-02-02,known,{day}"
            for day in range(count)
        ]
        (db.parent / "in.csv").write_text("\n".join((HEADING, *rows)) + "\n")
        before, done = read, ipsu("import documents in.csv --dry-run", today=TODAY)
        assert 0 == done.code, done.err
        times[count] = read - before
    assert times[40] <= 2 * times[20], times

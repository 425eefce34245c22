"""A month for the accountant: one folder, whole or not at all, with a list that sha256sum checks."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.outside import sie_reader

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
TODAY = "2026-04-20"
RECEIVED = (
    "number,date,type,refers_to,case,from,to,hours,unit_price,net,vat,total\n"
    "1001,2026-04-08,389,,B1,2026-03-03,2026-03-03,2,450,900,225,1125\n"
)
MADE = (
    "agreement add S1 --service ipsu --area Syd --from 2025-01-01",
    "price set S1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --personnummer 19900101-9802 --name 'Alva Prov' --service ipsu-b --from 2026-03-02 --to 2026-05-31 "
    f"{TRAINING}",
    "plan set B1 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 2 --on 2026-03-03",
    "invoice build --month 2026-03",
    "invoice receive received.csv",
    "invoice approve 2026-0001",
    "invoice credit 2026-0001 --case B1 --reason x",
)


@pytest.fixture
def office(tmp_path: Path, new_office: Path) -> Path:
    """A folder with an office that has a month, its credit, and a file of the agency's."""
    shutil.copy2(new_office, tmp_path / "ipsu.db")
    (tmp_path / "received.csv").write_text(RECEIVED, encoding="utf-8")
    for words in MADE:
        made = program.run(words, folder=tmp_path, today=TODAY)
        assert (0, words) == (made.code, words), made.err
    return tmp_path


def run(office: Path, words: str) -> program.Result:
    return program.run(words, folder=office, today=TODAY)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


WANTED = ["2026-04.json", "2026-04.si", "2026-04.xlsx", "SHA256SUMS", "received/1001.csv"]


def test_a_month_is_a_folder_with_everything_in_it(office: Path) -> None:
    answer = run(office, "export package 2026-04 april --json").json["package"]
    assert WANTED == names(office / "april")
    assert ("2026-04", 2, "april") == (answer["month"], answer["invoices"], answer["dir"])
    assert [name for name in WANTED if name != "SHA256SUMS"] == [file["name"] for file in answer["files"]]
    assert RECEIVED == (office / "april" / "received" / "1001.csv").read_text(encoding="utf-8")
    modes = {path.stat().st_mode & 0o777 for path in (office / "april").rglob("*") if path.is_file()}
    assert ({0o600}, 0o700, 0o700) == (
        modes, (office / "april").stat().st_mode & 0o777, (office / "april" / "received").stat().st_mode & 0o777
    )  # fmt: skip


def test_the_list_is_as_sha256sum_writes_it(office: Path) -> None:
    run(office, "export package 2026-04 april")
    lines = (office / "april" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    found = {line[66:]: line[:64] for line in lines if line[64:66] == "  "}
    assert [name for name in WANTED if name != "SHA256SUMS"] == list(found)
    for name, sha256 in found.items():
        assert sha256 == hashlib.sha256((office / "april" / name).read_bytes()).hexdigest()


def test_sha256sum_is_content(office: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not on PATH")
    run(office, "export package 2026-04 april")
    done = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=office / "april", capture_output=True)
    assert 0 == done.returncode, done.stderr
    (office / "april" / "2026-04.json").write_text("{}")
    assert 0 != subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=office / "april", capture_output=True).returncode


def test_the_files_say_the_same(office: Path) -> None:
    run(office, "export package 2026-04 april")
    month: dict[str, Any] = json.loads((office / "april" / "2026-04.json").read_text(encoding="utf-8"))
    assert ["2026-0001", "2026-0002"] == [invoice["number"] for invoice in month["invoices"]]
    assert ["1001"] == [invoice["number"] for invoice in month["self_invoices"]]
    books = sie_reader.read(office / "april" / "2026-04.si")
    assert [] == sie_reader.wrong_in(books)
    assert [1125, -1125] == [int(voucher.rows[0].amount) for voucher in books.vouchers]
    from openpyxl import load_workbook

    lines = load_workbook(office / "april" / "2026-04.xlsx")["Fakturarader"]
    assert {"2026-0001", "2026-0002"} <= {cell.value for row in lines for cell in row}


def test_nobody_is_named_in_it(office: Path) -> None:
    run(office, "export package 2026-04 april")
    for name in ("2026-04.json", "2026-04.si"):
        content = (office / "april" / name).read_bytes()
        assert b"Alva" not in content
        assert b"9802" not in content


def test_a_folder_that_holds_something_is_kept(office: Path) -> None:
    (office / "april").mkdir()
    (office / "april" / "mine.txt").write_text("mine")
    assert "file.exists" in run(office, "export package 2026-04 april").err
    forced = run(office, "export package 2026-04 april --force")
    assert (1, True) == (forced.code, "mine.txt" in forced.err)
    assert ["mine.txt"] == names(office / "april")


def test_an_empty_folder_is_filled_and_a_package_is_replaced_when_asked(office: Path) -> None:
    (office / "april").mkdir()
    assert 0 == run(office, "export package 2026-04 april").code
    assert 0 == run(office, "export package 2026-04 april --again --force").code
    assert ["2026-04.json", "2026-04.si", "2026-04.xlsx", "SHA256SUMS", "received/1001.csv"] == names(office / "april")


@pytest.mark.parametrize("target", ["ipsu.db", "nowhere/april", "received.csv"])
def test_where_no_folder_can_be_nothing_is_written(office: Path, target: str) -> None:
    before = (names(office), program.dump(office / "ipsu.db"))
    assert 5 == run(office, f"export package 2026-04 {target} --force").code
    assert before == (names(office), program.dump(office / "ipsu.db"))


def test_one_file_that_cannot_be_written_leaves_no_folder(office: Path) -> None:
    run(office, "agreement add S2 --service ipsu --area 'Norr ☃' --from 2025-01-01")
    run(office, "price set S2 ipsu-b 450 --unit hour --from 2025-01-01")
    run(
        office,
        "case add B2 --agreement S2 --personnummer 19850505-2392 --name Bo --service ipsu-b --from 2026-03-02 "
        f"--to 2026-05-31 {TRAINING}",
    )
    run(office, "plan set B2 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04")
    run(office, "deliver B2 2 --on 2026-03-03")
    run(office, "invoice build --month 2026-03 --agreement S2")
    before = sorted(path.name for path in office.iterdir())
    refused = run(office, "export package 2026-04 april")
    assert (1, True) == (refused.code, "SNOWMAN" in refused.err)
    assert before == sorted(path.name for path in office.iterdir())


def test_a_month_without_invoices_warns(office: Path) -> None:
    answer = run(office, "export package 2026-01 january --json").json
    assert ["package.no-invoices"] == [warning["code"] for warning in answer["warnings"]]


# What was sent


def test_a_package_is_made_once(office: Path) -> None:
    assert 0 == run(office, "export package 2026-04 april").code
    before = program.dump(office / "ipsu.db")
    refused = run(office, "export package 2026-04 other")
    assert (1, False) == (refused.code, (office / "other").exists())
    assert "[package.sent]" in refused.err
    assert "ipsu export package 2026-04 other --again" in refused.err
    assert before == program.dump(office / "ipsu.db")


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def test_a_package_that_is_asked_for_again_has_the_same_bytes(office: Path) -> None:
    run(office, "export package 2026-04 april")
    for words in ("invoice cancel 2026-0002 --reason x", "setting set account.receivable 1511"):
        run(office, words)
    before = program.dump(office / "ipsu.db")
    done = program.run("export package 2026-04 again --again --json", folder=office, today="2026-06-01")
    assert 0 == done.code, done.err
    assert contents(office / "april") == contents(office / "again")
    assert before == program.dump(office / "ipsu.db")


def test_with_again_a_package_that_was_not_made_is_made(office: Path) -> None:
    assert 0 == run(office, "export package 2026-04 april --again").code
    assert "[package.sent]" in run(office, "export package 2026-04 other").err


def test_sending_leaves_a_line_in_the_log_and_a_key_sends_once(office: Path) -> None:
    first = run(office, "export package 2026-04 april --key april --json")
    again = run(office, "export package 2026-04 april --key april --json")
    assert (0, {**first.json, "repeated": True}) == (again.code, again.json)
    log = program.dump(office / "ipsu.db")
    assert 1 == log.count("'export package'")


def test_a_month_that_goes_on_is_warned_of(office: Path) -> None:
    answer = run(office, "export package 2026-04 april --json").json
    assert ["package.month-goes-on"] == [warning["code"] for warning in answer["warnings"]]


def test_a_month_that_has_not_begun_has_no_package(office: Path) -> None:
    """It would count as sent, and its vouchers would go in the next one."""
    refused = program.run("export package 2026-05 may", folder=office, today="2026-04-30")
    assert (1, True) == (refused.code, "[package.not-begun]" in refused.err)
    assert not (office / "may").exists()
    assert 0 == program.run("export package 2026-05 may", folder=office, today="2026-05-01").code


def test_a_self_invoice_that_nobody_has_answered_is_warned_of(office: Path) -> None:
    """The one of the fixture was answered as its basis was approved."""
    (office / "more.csv").write_text(RECEIVED.replace("1001,", "1002,").replace("03-03,2026-03-03", "03-10,2026-03-10"))
    assert 0 == run(office, "invoice receive more.csv").code
    answer = run(office, "export package 2026-04 april --json").json
    (told,) = [warning for warning in answer["warnings"] if warning["code"] == "package.unanswered"]
    assert "1002" in told["message"]
    assert "1001" not in told["message"]


def test_a_received_file_lies_in_one_package(office: Path) -> None:
    """A file that came after its month was sent lies in the next one."""
    run(office, "export package 2026-04 april")
    (office / "late.csv").write_text(RECEIVED.replace("1001,", "1002,").replace("03-03,2026-03-03", "03-10,2026-03-10"))
    assert 0 == run(office, "invoice receive late.csv").code
    assert 0 == program.run("export package 2026-05 may", folder=office, today="2026-06-01").code
    assert ["received/1002.csv"] == [name for name in names(office / "may") if name.startswith("received/")]
    month = json.loads((office / "may" / "2026-05.json").read_text(encoding="utf-8"))
    assert ["1002"] == [self_invoice["number"] for self_invoice in month["self_invoices"]]


def test_a_cancelled_invoice_keeps_its_row_where_it_was_not_sent(office: Path) -> None:
    for words in (
        "delivery correct 1 3 --reason x",
        "invoice build --month 2026-04",
        "invoice cancel 2026-0003 --reason x",
    ):
        assert 0 == run(office, words).code, words
    run(office, "export package 2026-04 april")
    month = json.loads((office / "april" / "2026-04.json").read_text(encoding="utf-8"))
    assert ["2026-0001", "2026-0002", "2026-0003"] == [invoice["number"] for invoice in month["invoices"]]
    assert ["2026-0001", "2026-0002"] == [voucher["invoice"] for voucher in month["vouchers"]]


@pytest.mark.parametrize(("module", "call"), [(Path, "read_bytes"), (os, "fsync"), (os, "replace"), (Path, "mkdir")])
def test_a_disk_without_room_for_the_files_is_said_of_the_folder(
    office: Path, monkeypatch: pytest.MonkeyPatch, module: Any, call: str
) -> None:
    """And not of the files on their way there, whose names nobody typed."""

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module, call, full)
    refused = run(office, "export package 2026-03 books")
    assert (5, "") == (refused.code, refused.out)
    assert f"books cannot be written: {os.strerror(errno.ENOSPC)}" in refused.err

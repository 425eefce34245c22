"""An e-invoice that was exported is remembered; what was refused is not."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.store import e_invoices, reading
from tests import program

TODAY = "2026-04-01"
TRAINING = "--training Svets --training-from 2026-01-12 --training-to 2026-06-05"
MADE = (
    "agreement add P1 --service ipsu --area Norr --from 2025-01-01 --billing peppol"
    " --purchaser-address 'Box 80, 831 03 Östersund'",
    "setting set bankgiro 5050-1055",
    "setting set address 'Kungsgatan 7, 753 20 Exempelby'",
    "setting set f-tax on",
    "price set P1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --personnummer 19900101-9802 --name 'Test Person' --service ipsu-b --order IN-1"
    f" --from 2026-03-02 --to 2026-05-31 {TRAINING}",
    "plan set B1 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 2 --on 2026-03-03",
    "invoice build --month 2026-03",
)


@pytest.fixture
def office(new_office: Path, tmp_path: Path) -> Path:
    """An office with e-invoice 2026-0001."""
    (tmp_path / "ipsu.db").write_bytes(new_office.read_bytes())
    for words in MADE:
        assert 0 == run(tmp_path, words).code, words
    return tmp_path


def run(folder: Path, words: str, **other: Any) -> program.Result:
    return program.run(words, folder=folder, today=TODAY, **other)


def sent(folder: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "ipsu.db")) as conn:
        return conn.execute("SELECT invoice_id, sha256, file FROM e_invoices_sent ORDER BY id").fetchall()


def test_an_e_invoice_that_is_exported_is_remembered_with_its_bytes(office: Path) -> None:
    assert 0 == run(office, "invoice export 2026-0001 out.xml").code
    assert [(1, sha256((office / "out.xml").read_bytes()).hexdigest(), "out.xml")] == sent(office)
    with reading(office / "ipsu.db") as store:
        assert {1} == e_invoices.sent(store)


def test_the_same_bytes_again_are_known(office: Path) -> None:
    run(office, "invoice export 2026-0001 out.xml")
    before = program.dump(office / "ipsu.db")
    assert 0 == run(office, "invoice export 2026-0001 again.xml").code
    assert before == program.dump(office / "ipsu.db")
    assert (office / "out.xml").read_bytes() == (office / "again.xml").read_bytes()


@pytest.mark.parametrize("words", ["invoice export 2026-0001 out.json", "invoice export 2026-0001 out.se"])
def test_another_file_is_no_e_invoice(office: Path, words: str) -> None:
    assert 0 == run(office, words).code
    assert [] == sent(office)


@pytest.mark.parametrize(
    ("words", "code"),
    [("invoice export 2026-0001 taken.xml", 1), ("invoice export 2026-0001 nowhere/out.xml", 5)],
)
def test_what_is_not_written_is_not_remembered(office: Path, words: str, code: int) -> None:
    (office / "taken.xml").write_text("mine")
    assert code == run(office, words).code
    assert ([], "mine") == (sent(office), (office / "taken.xml").read_text())


def test_what_the_purchaser_may_have_is_credited_and_not_cancelled(office: Path) -> None:
    run(office, "invoice export 2026-0001 out.xml")
    refused = run(office, "invoice cancel 2026-0001 --reason fel --json")
    assert (1, "invoice.sent") == (refused.code, json.loads(refused.err)["error"]["code"])
    run(office, "invoice reject 2026-0001 --case B1 --why hours --reason fel --not-self-fixable")
    resolved = run(office, "invoice resolve 2026-0001 --case B1 --outcome corrected --json").json
    assert ("2026-0001", -90000) == (resolved["credit"]["refers_to"], resolved["credit"]["net_ore"])
    assert [("ready", 90000), ("unsent", -90000), ("paid", 90000)] == steps(office)
    run(office, "invoice export 2026-0002 credit.xml")
    assert [("ready", 90000), ("paid", 90000), ("paid", -90000)] == steps(office)


def test_what_the_purchaser_has_never_had_is_cancelled(office: Path) -> None:
    assert 0 == run(office, "invoice cancel 2026-0001 --reason fel").code


def steps(folder: Path) -> list[tuple[str, int]]:
    rows = run(folder, "report money --from 2026-01-01 --to 2026-12-31 --json").json["money"]["rows"]
    return [(row["step"], row["net_ore"]) for row in rows]

"""The year of the sample office: each month in its time, and what is left of it on the day of the demonstration."""

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.problem import SavedAnyway
from ipsu_cli.flows import demo_year
from tests import program, sample_agency, sample_office
from tests.books import Rate, register_sums, settled
from tests.outside import sie_reader
from tests.sample_office import working_days_on
from tests.sample_year import SAMPLE, Row, SampleYear, month_end

TODAY = "2026-11-02"


@pytest.fixture(scope="module")
def office(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(demo_folder, tmp_path_factory.mktemp("year"), dirs_exist_ok=True))


def ask(office: Path, words: str) -> Any:
    done = program.run(f"{words} --json", folder=office, today=TODAY)
    assert 0 == done.code, done.err
    return done.json


def test_what_the_agency_sends_is_what_is_written() -> None:
    assert sample_agency.files() == {
        path.name: path.read_text(encoding="utf-8") for path in sample_agency.FOLDER.iterdir()
    }


def test_each_month_is_built_on_the_second_working_day_after_it(office: Path) -> None:
    built = {invoice["month"]: invoice["date"] for invoice in ask(office, "invoice list")["invoices"]}
    expected = {month: str(working_days_on(month_end(month), 2)) for month in sample_agency.MONTHS}
    assert {**expected, "2026-10": TODAY} == built


def test_the_work_stands_in_the_steps_where_it_is(office: Path) -> None:
    money = ask(office, "report money")["money"]
    sample = SampleYear()
    sample.earned.add_work(sample.rows["deliveries"])
    sample.earned.add_results(sample.rows["documents"])
    sample.earned.add_work(of_the_day())
    pieces: Counter[tuple[str, str, str]] = Counter()
    for row in money["rows"]:
        pieces[row["case"], row["month"], row["unit"]] += row["net_ore"] or 0
    assert sample.earned.pieces() == {piece: ore for piece, ore in pieces.items() if ore}
    assert [] == [step["step"] for step in money["steps"] if not step["count"]]


def of_the_day() -> list[Row]:
    """What is entered on the day itself: hours, and a month that is reported and that nobody has delivered."""
    hours, reports = ([*csv.DictReader((SAMPLE / "day" / f"{kind}.csv").open(encoding="utf-8"), delimiter=";")]
                      for kind in ("deliveries", "documents"))  # fmt: skip
    return [{**row, "month": ""} for row in hours] + [{"case": row["case"], "month": row["period"]} for row in reports]


def test_one_payment_is_rounded_and_those_of_our_own_invoices_are_typed_by_hand(office: Path) -> None:
    paid = [payment for row in ask(office, "invoice list")["invoices"] for payment in payments(office, row["number"])]
    assert [-51] == [payment["rounding_ore"] for payment in paid if payment["rounding_ore"]]
    assert {"camt.054": 36, "hand": 5} == Counter(payment["source"] for payment in paid)


def payments(office: Path, number: str) -> list[Any]:
    return list(ask(office, f"invoice show {number}")["invoice"]["payments"])


def test_the_packages_and_what_is_not_sent_make_what_the_register_has(office: Path) -> None:
    packages = sorted(office.glob("paket-*"))
    assert [f"paket-2026-{month:02d}" for month in range(2, 11)] == [path.name for path in packages]
    assert [("2026-11", 7)] == [(row["month"], row["vouchers"]) for row in ask(office, "status")["unbooked"]]
    assert 0 == program.run("export package 2026-11 paket-2026-11", folder=office, today=TODAY).code
    ledger: Counter[str] = Counter()
    for path in [*packages, office / "paket-2026-11"]:
        read = sie_reader.read(path / f"{path.name.removeprefix('paket-')}.si")
        assert [] == sie_reader.wrong_in(read)
        for row in (row for voucher in read.vouchers for row in voucher.rows):
            ledger[row.account] += int(row.amount * 100)
    invoices = ask(office, "invoice list")["invoices"]
    rates = {invoice["agreement"]: Rate(25, "3041", "2611") for invoice in invoices}
    assert register_sums(invoices, rates) == settled(ledger)


def test_the_files_of_the_office_are_what_its_tables_make() -> None:
    """And they obey the rules, by a reader of its own."""
    sample_office.check()


def test_a_demo_whose_files_have_no_room_is_not_said_to_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwritten(*_: object) -> None:
        raise SavedAnyway("change.file-unwritten", path="paket-2026-02", why="No space left on device")

    monkeypatch.setattr(demo_year.DemoYear, "send", unwritten)
    result = program.run("demo --dir d --json", folder=tmp_path)
    assert (5, "file.not-writable") == (result.code, json.loads(result.err)["error"]["code"])
    assert [] == list(tmp_path.iterdir())

"""What a voucher says of its invoice: the agency's number and day where its self-invoice has come, accounts by rate."""

from pathlib import Path

import pytest

from tests import program
from tests.damage import write_behind
from tests.outside import sie_reader

TRAINING = "--training Svets --training-from 2026-01-12 --training-to 2026-06-05"
MADE = (
    "agreement add S1 --service ipsu --area Norr --from 2025-01-01 --purchaser Arbetsförmedlingen",
    "price set S1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --personnummer 19900101-9802 --name 'Test Person' --service ipsu-b"
    f" --from 2026-03-02 --to 2026-05-31 {TRAINING}",
    "plan set B1 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 2 --on 2026-03-03",
    "invoice build --month 2026-03",
)
HEAD = "number,date,type,refers_to,case,from,to,hours,unit_price,net,vat,total\n"
FIRST = "1001,2026-04-08,389,,B1,2026-03-03,2026-03-03,2,450,900,225,1125\n"
OTHER_MONTH = "1002,2026-04-09,389,,B1,2026-04-02,2026-04-03,2,450,900,225,1125\n"
LONG = f"{'9' * 38},2026-04-08,389,,B1,2026-03-03,2026-03-03,2,450,900,225,1125\n"


@pytest.fixture
def office(new_office: Path, tmp_path: Path) -> Path:
    (tmp_path / "ipsu.db").write_bytes(new_office.read_bytes())
    run(tmp_path, *MADE)
    return tmp_path


def run(folder: Path, *commands: str) -> None:
    for words in commands:
        done = program.run(words, folder=folder, today="2026-04-10")
        assert 0 == done.code, (words, done.err)


def voucher(folder: Path, ending: str = ".si") -> sie_reader.Voucher:
    run(folder, f"invoice export 2026-0001 x{ending} --force")
    found = sie_reader.read(folder / f"x{ending}")
    assert [] == sie_reader.wrong_in(found)
    (only,) = found.vouchers
    return only


def receive(folder: Path, *rows: str) -> None:
    (folder / "in.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    run(folder, "invoice receive in.csv")


def test_until_the_self_invoice_comes_the_number_and_the_day_are_ours(office: Path) -> None:
    assert ("20260410", "Faktura 2026-0001 S1") == (voucher(office).day, voucher(office).text)


def test_the_self_invoice_gives_its_number_and_day_and_ours_stands_next_to_it(office: Path) -> None:
    receive(office, OTHER_MONTH, FIRST)
    assert ("20260408", "Självfaktura 1001, vår 2026-0001 S1") == (voucher(office).day, voucher(office).text)


def test_what_was_credited_whole_gives_its_number_no_more(office: Path) -> None:
    receive(office, FIRST, FIRST.replace("1001,", "1002,").replace("389,", "261,1001"))
    assert "Självfaktura 1001, vår 2026-0001 S1" == voucher(office).text, "until another has come"
    receive(office, FIRST.replace("1001,2026-04-08", "1003,2026-04-09"))
    assert ("20260409", "Självfaktura 1003, vår 2026-0001 S1") == (voucher(office).day, voucher(office).text)


def test_a_self_invoice_of_another_month_is_not_it(office: Path) -> None:
    receive(office, OTHER_MONTH)
    assert "Faktura 2026-0001 S1" == voucher(office).text


def test_no_text_is_longer_than_an_accounting_program_takes(office: Path) -> None:
    receive(office, LONG)
    found = voucher(office)
    assert 50 == len(found.text)
    assert max(len(row.text.rpartition(" ")[2]) for row in found.rows) <= 50


def test_both_endings_hold_the_same(office: Path) -> None:
    assert voucher(office, ".se") == voucher(office, ".si")
    assert (office / "x.se").read_bytes() == (office / "x.si").read_bytes()


def test_an_account_that_was_set_by_its_older_name_holds_for_every_rate(office: Path) -> None:
    older = (
        "INSERT INTO settings (name, value, entered_by, entered_on)"
        " SELECT 'account.sales', '3099', max(id), '2026-04-01' FROM changes"
    )
    write_behind(office / "ipsu.db", older, seals=True)
    assert ["1510", "3099", "2611"] == [row.account for row in voucher(office).rows]
    run(office, "setting set account.sales.25 3098")
    assert ["1510", "3098", "2611"] == [row.account for row in voucher(office).rows]

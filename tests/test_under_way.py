"""What takes its time tells how far it is: more and more of one total."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.bank_files import Row, camt
from tests.conftest import Program
from tests.flows.test_import_ import SETUP, TODAY


class Heard(list[tuple[int, int]]):
    def __call__(self, done: int, of: int) -> None:
        self.append((done, of))

    @property
    def shares(self) -> list[float]:
        return [done / of for done, of in self if of]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What the bar of a command hears."""
    found = Heard()

    class Bar:
        def __init__(self, *args: Any, **more: Any) -> None:
            pass

        def __call__(self, done: int, of: int) -> None:
            found(done, of)

        def close(self) -> None:
            pass

    monkeypatch.setattr("ipsu_cli.write.progress.Progress", Bar)
    return found


def test_an_import_tells_while_it_judges(ipsu: Program, db: Path, heard: Heard) -> None:
    for words in SETUP:
        assert 0 == ipsu(words, today=TODAY).code, words
    days = [dt.date(2026, 3, 2) + dt.timedelta(days=day) for day in range(30)]
    lines = [f"B1;{day};0,25" for day in days] * 20
    (db.parent / "in.csv").write_text("case;on;hours\n" + "\n".join(lines) + "\n")
    assert 0 == ipsu("import deliveries in.csv", today=TODAY).code
    assert any(1 / 3 < share <= 2 / 3 for share in heard.shares)


def test_the_money_tells_its_parts(ipsu: Program, db: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipsu_cli.store.under_way.STEPS", 1)
    for words in (*SETUP, "deliver B1 5 --on 2026-03-03"):
        assert 0 == ipsu(words, today=TODAY).code, words
    assert 0 == ipsu("report money", today=TODAY).code
    assert {0, 1, 2} == {done for done, of in heard if of == 3}


def test_a_bank_file_tells_its_entries(ipsu: Program, db: Path, heard: Heard) -> None:
    rows = [Row("2026-05-04", f"{amount}.00", "2026-0001") for amount in range(1, 5)]
    (db.parent / "bank.xml").write_text(camt(*rows), encoding="utf-8")
    assert 0 == ipsu("invoice bank bank.xml", today=TODAY).code
    assert [(0, 4), (0, 4), (1, 4), (1, 4)] == heard


def test_the_money_tells_the_lines_of_invoices(
    ipsu: Program, db: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipsu_cli.core.tick.BETWEEN_TICKS", 1)
    for words in (
        *SETUP,
        "deliver B1 5 --on 2026-03-03",
        "deliver B1 5 --on 2026-04-01",
        "invoice build --month 2026-04",
    ):
        assert 0 == ipsu(words, today="2026-05-06").code, words
    assert 0 == ipsu("report money", today="2026-05-06").code
    assert heard.shares == sorted(heard.shares) and any(2 / 3 < share < 1 for share in heard.shares)

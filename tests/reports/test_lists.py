"""Lists: only what is open is added up, and each can be asked for in part."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.app import _office, everywhere
from ipsu_cli.parser import run
from tests.conftest import Program
from tests.reports.conftest import PERSONS
from tests.test_texts import COMMANDS

Run = Callable[..., Any]


def test_a_cancelled_invoice_adds_nothing_at_the_foot(b1: Run, ipsu: Program) -> None:
    b1("invoice build --month 2026-03")
    b1("invoice cancel 2026-0001 --reason fel")
    b1("invoice build --month 2026-03")
    assert ["cancelled", "created"] == [invoice["status"] for invoice in b1("invoice list")["invoices"]]
    lines = ipsu("invoice list", today="2026-03-31").out.splitlines()
    assert ["17,550.00", "4,387.50", "21,937.50", "0.00"] == lines[-3].split()[-5:-1]
    assert ["17,550.00", "4,387.50", "21,937.50", "21,937.50"] == lines[-2].split()[-5:-1]
    assert ["Total", "21,937.50"] == lines[-1].split()


# The lists, and under which key the rows of each stand.
LISTS = {
    "acknowledgement list": "acknowledgements", "agreement list": "agreements", "aid list": "aids",
    "case list": "cases", "contact list": "contacts", "delivery list": "deliveries", "document list": "documents",
    "fidelity list": "fidelity", "find": "found", "funding list": "lines", "invoice list": "invoices", "log": "log",
    "outcome list": "outcomes", "price list": "prices", "setting list": "settings", "survey list": "surveys",
    "target list": "targets", "todo": "todo",
}  # fmt: skip
ABOUT = {"document list": "B1", "find": "kaffe"}
WITHOUT_DAYS = {"setting list", "funding list"}


def test_every_list_can_be_asked_for_in_part() -> None:
    takes = {path: {name for param in command.params for name in param.opts} for path, command in COMMANDS.items()}
    assert set(LISTS) == {path for path, names in takes.items() if {"--limit", "--sort"} <= names}
    assert {path for path in COMMANDS if path.endswith(" list")} <= set(LISTS)
    assert set(LISTS) - WITHOUT_DAYS == {path for path in LISTS if "--since" in takes[path]}


@pytest.mark.parametrize("words", LISTS)
def test_the_first_rows_of_a_list(b1: Run, ipsu: Program, words: str) -> None:
    for made in ("contact add B1 officer --on 2026-03-20 --note kaffe", "invoice build --month 2026-03"):
        b1(made)
    asked = f"{words} {ABOUT.get(words, '')}".strip()
    whole = b1(asked)[LISTS[words]]
    assert whole[:1] == b1(f"{asked} --limit 1")[LISTS[words]]
    if words not in WITHOUT_DAYS and whole:
        assert [] == b1(f"{asked} --since 2199-01-01")[LISTS[words]]
        assert b1(f"{asked} --since 1999-01-01")[LISTS[words]]
    if whole:
        assert 2 == ipsu(f"{asked} --sort nope").code


def test_a_list_in_the_order_of_a_column(b1: Run, ipsu: Program) -> None:
    hours = [[row["hours"] for row in b1(f"delivery list --sort {sort}")["deliveries"]] for sort in ("hours", "-hours")]
    assert [[7, 32], [32, 7]] == hours
    shown = ipsu("delivery list --sort Antal --limit 1", today="2026-03-31", IPSU_LANG="sv").out
    assert "Antal: 2\nVisade: 1." in shown and "7,00" in shown and "32,00" not in shown


STREAMED = ("case list", "delivery list", "invoice list", "log")


@pytest.fixture
def b2(b1: Run, support: Callable[..., None]) -> Run:
    """Another case next to B1, and two invoices."""
    support("B2", PERSONS[1], "2026-03-02", "2026-03-22", "2026-W10=10")
    for words in ("build --month 2026-03", "cancel 2026-0001 --reason fel", "build --month 2026-03"):
        b1(f"invoice {words}")
    return b1


@pytest.mark.parametrize("words", STREAMED)
def test_a_long_list_is_shown_as_a_short_one(b2: Run, ipsu: Program, words: str, monkeypatch: Any) -> None:
    short = [ipsu(f"{words}{option}", today="2026-03-31").out for option in ("", " --json", " --sort status --limit 2")]
    monkeypatch.setattr("ipsu_cli.core.records.TOGETHER", 1)
    for made, option in zip(short, ("", " --json", " --sort status --limit 2"), strict=True):
        assert made == ipsu(f"{words}{option}", today="2026-03-31").out
    assert len(json.loads(short[1])[LISTS[words]]) > 1


@pytest.mark.parametrize("words", STREAMED)
def test_who_reads_a_long_list_keeps_nobody_from_writing(
    b2: Run, ipsu: Program, tmp_path: Path, words: str, monkeypatch: Any
) -> None:
    monkeypatch.setattr("ipsu_cli.core.records.TOGETHER", 1)
    asked = everywhere(["--db", str(tmp_path / "ipsu.db"), "--today", "2026-03-31", *words.split()])
    answered: Any = run(asked.rest, _office(asked)).payload
    records = answered[0]
    first, *_ = records
    assert 0 == ipsu("deliver B1 1 --on 2026-03-20", today="2026-03-31").code
    assert (first, len(records)) == (next(iter(records)), len([*records]))  # what was read stays as it was

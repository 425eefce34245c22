"""The views: what they say is what the lists say, and nothing in them says who somebody is."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.inventory import PERSON, ROW, SENSITIVE, Field, fields
from ipsu_cli.locale import LANGUAGES, known
from ipsu_cli.locale.en.view import TEXT
from ipsu_cli.reports.query_sql import about
from ipsu_cli.store.views import VIEWS
from ipsu_cli.store.views.view import View
from tests import program
from tests.conftest import Program

TODAY = "2026-11-02"
TABLE = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_]+)\s+([a-z])\b")
COLUMN = re.compile(r"\b([a-z])\.([a-z_]+)\b")
# What decides whether something is hidden, or which rows there are, is not shown; of whom a contact was with, a word
# that is counted, or that it was another.
DECIDES = {("people", "protected"), ("contacts", "party")}
FIELDS: dict[tuple[str, str], Field] = {(field.table, field.column): field for field in fields()}


def sources(view: View) -> Iterator[tuple[str, str]]:
    """The table and the column of all that the values of a view are made of."""
    tables = {alias: table for table, alias in TABLE.findall(view.question)}
    for field in view.fields:
        for alias, column in COLUMN.findall(field.value):
            yield tables[alias], column


def test_the_sources_of_a_view_are_found() -> None:
    found = set(sources(VIEWS["cases"]))
    assert {("cases", "ref"), ("agreements", "ref"), ("people", "gender"), ("cases", "queued_on")} <= found


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_view_shows_what_stays_when_a_person_is_erased(view: View) -> None:
    """No name, number, place or text: those go with the person. What is left stands under a reference alone."""
    shown = [FIELDS[place] for place in sources(view) if place not in DECIDES and place[1] not in ROW]
    assert [] == [field for field in shown if field.kept == PERSON or field.sensitivity == SENSITIVE]
    assert [] == [field for field in shown if field.purpose == "identity" and field.column != "person_id"]


def test_every_view_and_column_has_its_words_and_no_words_are_to_spare() -> None:
    used = {*VIEWS}
    for view in VIEWS.values():
        used |= {about(view.name, field.name).code.removeprefix("view.") for field in view.fields}
    assert used == TEXT.keys()
    assert all(known(f"view.{name}", lang) for name in used for lang in LANGUAGES)


# What is said of the sample office

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def asked(sample: Path) -> Callable[[str], Any]:
    """`asked(words)`: the JSON of a question about the sample office."""

    def ask(words: str | list[str]) -> Any:
        return program.run([*(words.split() if isinstance(words, str) else words), "--json"],
                           folder=sample.parent, today=TODAY).json  # fmt: skip

    return ask


def rows_of(asked: Callable[[Any], Any], sql: str) -> Rows:
    found = asked(["query", sql, "--limit", "1000000"])["query"]
    assert found["rows"], sql
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def ore(text: str) -> int:
    """The öre of an amount that is written with two decimals."""
    return int(text.replace(".", ""))


def test_the_cases_are_those_of_the_list(asked: Any) -> None:
    expected = [
        (case["case"], case["agreement"], case["status"], case["period"]["from"], case["period"]["to"], case["coach"])
        for case in asked("case list")["cases"]
    ]
    sql = "SELECT case_ref, agreement, status, from_day, to_day, coach FROM cases"
    assert expected == [tuple(row.values()) for row in rows_of(asked, sql)]
    assert {"planned", "active", "ended"} & {row[2] for row in expected}


def test_the_invoices_are_those_of_the_list_to_the_ore(asked: Any) -> None:
    sums = ("net", "vat", "total", "paid", "open")
    expected = [
        (invoice["number"], invoice["status"], *(invoice[f"{name}_ore"] for name in sums))
        for invoice in asked("invoice list")["invoices"]
    ]
    found = rows_of(asked, "SELECT * FROM invoices")
    assert expected == [(row["invoice"], row["status"], *(row[f"{name}_ore"] for name in sums)) for row in found]
    assert [] == [row for row in found for name in sums if ore(row[f"{name}_kr"]) != row[f"{name}_ore"]]


def test_the_deliveries_are_those_of_the_list(asked: Any) -> None:
    expected = [
        (row["id"], row["case"], row["from"], row["to"], row["unit"], row["status"], row["invoice"])
        for row in asked("delivery list")["deliveries"]
    ]
    sql = "SELECT id, case_ref, from_day, to_day, unit, status, invoice FROM deliveries ORDER BY to_day, id"
    assert expected == [tuple(row.values()) for row in rows_of(asked, sql)]


def test_the_plan_in_force_has_the_hours_that_the_case_shows(asked: Any) -> None:
    plans = rows_of(asked, "SELECT * FROM plans WHERE in_force")
    assert len(plans) == len({row["case_ref"] for row in plans}) > 10
    for row in plans[:10]:
        plan = asked(f"case show {row['case_ref']}")["plan"]
        assert (plan["version"], 100 * plan["planned_hours"]) == (row["version"], row["planned_hours_hundredths"])
    weeks = rows_of(asked, "SELECT sum(planned_hours_hundredths) AS hours FROM plan_weeks WHERE in_force")
    assert weeks[0]["hours"] == sum(row["planned_hours_hundredths"] for row in plans)


def test_the_self_invoices_are_those_of_the_list(asked: Any) -> None:
    expected = [
        (row["number"], row["date"], row["type"], row["net_ore"], row["total_ore"])
        for row in asked("invoice list --received")["self_invoices"]
    ]
    sql = "SELECT self_invoice, on_day, type, net_ore, total_ore FROM self_invoices"
    assert sorted(expected) == sorted(tuple(row.values()) for row in rows_of(asked, sql))


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_asked(name: str, ipsu: Program, db: Path) -> None:
    found = ipsu(["query", f"SELECT * FROM {name}", "--json"]).json["query"]
    assert [field.name for field in VIEWS[name].fields] == found["columns"]


@pytest.mark.parametrize(
    ("ore_of", "shown"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123456, "1234.56"), (-100, "-1.00")]
)
def test_hundredths_are_written_to_the_digit(ore_of: int, shown: str) -> None:
    (field,) = (field for field in VIEWS["prices"].fields if field.name == "amount_kr")
    value = field.value.replace("x.amount_ore", str(ore_of))
    assert (shown,) == sqlite3.connect(":memory:").execute(f"SELECT {value}").fetchone()


# Protection

MADE = (
    "agreement add U1 --service ips --area Uppsala --from 2025-01-01",
    "case add A1 --service ips --personnummer 19900101-9802 --name 'Alva Prov' --gender woman --queued 2026-01-05 "
    "--resident --disability --motivated --care-contact psychiatry --consent 2026-01-05",
    "case add P1 --service ips --personnummer 19850602-9837 --name 'Hemlig Prov' --gender man --protected "
    "--queued 2026-01-05 --municipality Hemby --preference hemlig",
    "case add E1 --service ips --personnummer 19750315-2386 --name 'Fel Prov' --queued 2026-01-05",
    "case close E1 --on 2026-01-06 --reason registered_in_error",
    "contact add P1 kvinnojour --on 2026-01-07 --note hemlig",
    "contact add A1 employer --on 2026-01-07",
    "contact add U1 group --on 2026-01-08",
)


@pytest.fixture
def made(ipsu: Program, db: Path) -> Program:
    for words in MADE:
        result = ipsu(words, today="2026-01-10")
        assert 0 == result.code, (words, result.err)
    return ipsu


def test_a_protected_person_is_a_reference_alone(made: Program) -> None:
    found = made(["query", "SELECT case_ref, gender FROM cases", "--json"]).json["query"]["rows"]
    assert [["A1", "woman"], ["P1", None]] == found
    contacts = made(["query", "SELECT case_ref, party FROM contacts", "--json"]).json["query"]["rows"]
    assert [["P1", None], ["A1", "employer"], [None, "group"]] == contacts


def test_nothing_that_names_or_tells_of_somebody_is_in_any_view(made: Program) -> None:
    everything = "".join(made(["query", f"SELECT * FROM {name}", "--json"]).out for name in VIEWS)
    assert "A1" in everything
    for word in ("Alva", "Hemlig", "hemlig", "9802", "9837", "psychiatry", "Hemby", "kvinnojour", "E1"):
        assert word not in everything, word

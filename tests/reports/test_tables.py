"""What a person reads and what a script reads are the same: each table, column by column, held to the JSON.

`tables.toml` says which row of the JSON each row of a table is, and what each column shows of it. A table or a column
that it does not know is an error, so that nothing is shown that is not held to anything.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.locale.en.table import TEXT as TITLES
from ipsu_cli.locale.sv.code import TEXT as SWEDISH
from ipsu_cli.office import person
from tests import offices, program
from tests.reports.cells import cell, written
from tests.reports.shown import Row, Shown, rows_of, tables_in, value_at
from tests.self_invoices import Line, csv, rows

WRITTEN: dict[str, Any] = tomllib.loads(Path(__file__).with_name("tables.toml").read_text(encoding="utf-8"))
SPEC = {name: {"title": name, **WRITTEN.get(spec.get("like", ""), {}), **spec} for name, spec in WRITTEN.items()}


def spec_of(shown: Shown) -> tuple[str, Any]:
    """The table's name and what `tables.toml` says of it."""
    fitting = [
        (name, spec)
        for name, spec in SPEC.items()
        if re.fullmatch(pattern_of(spec["title"]), shown.title.removesuffix(" (invented register)"))
        and has_columns(spec, shown.heads)
    ]
    assert fitting, f"{shown.title}, {shown.heads}: say in tables.toml what each column shows"
    return min(fitting, key=lambda pair: len(pair[1]["columns"]))


def has_columns(spec: Any, heads: list[str]) -> bool:
    return bool(spec.get("facts") or spec.get("others")) or {*heads} <= {*spec["columns"], *spec.get("elsewhere", ())}


@cache
def pattern_of(name: str) -> str:
    return re.sub(r"\\{\w+\\}", ".+", re.escape(TITLES[name]))


def expected(shown: Shown, spec: Any, data: Any) -> list[list[str]]:
    """The cells that the JSON gives."""
    rows = [row for row in _rows(spec["rows"], data) if WHERE[spec.get("where", "all")](row)]
    columns: dict[str, str] = spec["columns"]
    if spec.get("facts"):
        stated = [[head, cell(pattern, rows[0])] for head, pattern in columns.items()]
        return [pair for pair in stated if pair[1]]
    patterns = {head: spec["others"].format(head=head) for head in shown.heads} if "others" in spec else {}
    patterns |= columns
    cells = [[cell(patterns[head], row) for head in held(shown, spec)] for row in rows]
    return cells + sums(shown, spec, rows) if len(rows) > 1 else cells


def held(shown: Shown, spec: Any) -> list[str]:
    """The headings of the columns that the JSON has."""
    return [head for head in shown.heads if head not in spec.get("elsewhere", ())]


def seen(shown: Shown, spec: Any) -> list[list[str]]:
    """The cells of those columns as they are shown."""
    places = [shown.heads.index(head) for head in held(shown, spec)]
    return [[row[place] for place in places] for row in shown.rows]


def _rows(source: str | list[str], data: Any) -> list[Row]:
    if isinstance(source, str) and source in MADE:
        return MADE[source](data)
    return [row for path in ([source] if isinstance(source, str) else source) for row in rows_of(data, path)]


def by_week(data: Any) -> list[Row]:
    """The hours of all cases, summed by week."""
    weeks = sorted({row["week"] for row in data["hours"]})
    names = ("planned_hours", "delivered_hours", "remaining_hours")
    return [
        {"week": week, **{name: sum(row[name] for row in data["hours"] if row["week"] == week) for name in names}}
        for week in weeks
    ]


def by_part(data: Any) -> list[Row]:
    """The deadlines of each part of each dimension."""
    return [{**row, "part": row["up"]["key"]} for row in rows_of(data, "breakdown.*.*.*")]


def of_parts(name: str) -> Callable[[Any], list[Row]]:
    """What was rejected, or returned, of each part of the one dimension asked for."""

    def made(data: Any) -> list[Row]:
        return [{**row, "part": row["up"]["key"]} for row in rows_of(data, f"by.*.*.{name}.*")]

    return made


def over_time(data: Any) -> list[Row]:
    """The fidelity of each day on which a unit was reviewed, by unit, and the highest target."""
    units = rows_of(data, "units?.*") or rows_of(data, "steering.units.*.fidelity")
    target = max((unit["target"] for unit in units if unit["target"] is not None), default=None)
    days = sorted({review["on"] for unit in units for review in unit["history"] if review["total"] is not None})
    totals = [(unit["agreement"], review["on"], review["total"]) for unit in units for review in unit["history"]]
    return [
        {"on": day, "target": target, "totals": dict.fromkeys(unit["agreement"] for unit in units)
         | {name: total for name, on, total in totals if on == day}}
        for day in days
    ]  # fmt: skip


MADE: dict[str, Callable[[Any], list[Row]]] = {
    "by-week": by_week, "by-part": by_part, "over-time": over_time,
    "rejections-by-part": of_parts("rejections"), "returns-by-part": of_parts("returned"),
}  # fmt: skip


def sums(shown: Shown, spec: Any, rows: list[Row]) -> list[list[str]]:
    """The foot of a table: the columns whose sums it shows."""
    summed = spec.get("sums", [])
    if not summed:
        return []
    foot = [_sum(spec["columns"][head], rows) if head in summed else "" for head in held(shown, spec)]
    return [["Total", *foot[1:]]]


def _sum(pattern: str, rows: Iterable[Row]) -> str:
    path, _, kind = pattern.partition(":")
    return written(sum(value_at(row, path) or 0 for row in rows), kind or "text", {})


def is_reported(row: Row) -> bool:
    """Is the key figure shown? One that cannot be measured and that nobody aims at is only counted."""
    return bool(row["value"] is not None or row["hidden"] or row["targets"])


def has_reported(row: Row) -> bool:
    return is_reported(figure_of(row))


def figure_of(part: Row) -> Row:
    """The key figure that has the part."""
    while "breakdown" not in part:
        part = part["up"]
    return part


def is_of_tenure(part: Row) -> bool:
    """Is it one of the parts that ongoing cases have by themselves? They are called as the half-years are."""
    return bool(figure_of(part)["code"] == "tenure_cohort")


WHERE: dict[str, Callable[[Row], bool]] = {
    "all": lambda row: True,
    "is-reported": is_reported,
    "has-reported": has_reported,
    "is-of-tenure": is_of_tenure,
    "is-by-half-year": lambda row: has_reported(row) and not is_of_tenure(row),
    "has-value": lambda row: row["value"] is not None,
    "has-cases": lambda row: row["cases"] > 0,
    "old-backup": lambda row: row["command"] is not None,
    "has-findings": lambda row: row["findings"] > 0,
    "has-persons": lambda row: row["persons"] > 0,
    "is-open": lambda row: row["acknowledged"] is None,
    "is-acknowledged": lambda row: row["acknowledged"] is not None,
    "has-count": lambda row: row["count"] > 0,
    "is-not-settled": lambda row: row["settled"] is None,
    "is-not-filed": lambda row: row["filed"] is None,
    "not-paid": lambda row: row["step"] != "paid",
}


# The offices, and what is asked of them

MORE = (
    "document confirm B-126 gp",
    "document return R-201 pr --period 2026-10 --reason x",
    "case decide B-127 --to 2026-10-16 --on 2026-10-20",
    "aid lend B-129 reading-pen --name C-Pen --on 2026-10-20",
    "invoice receive --number 1011 --on 2026-10-12 --total 11875 --agreement IPSU-NM",
    "invoice reject --received 1011 --case B-101 --reason fel --not-self-fixable",
    "invoice receive theirs.csv",
    "agreement add IPS-U --service ips --area Uppsala --from 2025-01-01",
    "case add I-1 --service ips --agreement IPS-U --personnummer 19900101-9802 --name 'Alva Prov' --from 2025-02-01",
    "case close I-1 --on 2025-12-31 --reason work",
    "case add I-2 --service ips --agreement IPS-U --personnummer 19900101-9802 --name 'Alva Prov' --from 2026-09-01",
    "acknowledgement add I-2 register.gender --reason 'will not say'",
)


def typed(folder: Path, *commands: str) -> None:
    for words in commands:
        made = program.run(words, folder=folder, today=TODAY["demo"])
        assert 0 == made.code, (words, made.err)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, with a little of what it lacks."""
    folder = tmp_path_factory.mktemp("demo")
    typed(folder, "demo --dir . --lang en")
    theirs = [Line("A-101", "2026-01-23", "2026-01-23", None, 9500_00), Line("B-101", "2026-02-02", "2026-02-08", 7_00)]
    (folder / "theirs.csv").write_text(csv(rows("1012", theirs, date="2026-10-13")), encoding="utf-8")
    typed(folder, *MORE)
    return folder


ASKED = {
    "demo": """
        agreement list
        agreement show IPSU-GH
        aid list
        aid list B-129
        calendar 2026
        case list
        case list --names
        check register
        check register --all
        case show A-136
        case show B-121
        case show B-122
        case show B-129
        case show I-2
        case show R-201
        delivery list
        delivery list B-121
        document list B-121
        document list R-201
        explain
        explain delivery.over-plan
        explain A2
        help
        invoice build --month 2026-11 --dry-run
        invoice list
        invoice list --received
        invoice receive theirs.csv
        invoice reconcile 2026-0001 theirs.csv
        invoice show --received 1011
        invoice show 2026-0042
        invoice show 2026-0002
        plan history B-121
        plan show B-121
        price list
        report caseload
        report deadlines
        report forecast
        report deadlines --by gender
        report hours --month 2026-10
        report invoices
        report key-in --month 2026-10
        report rejections --year 2026
        report rejections --year 2026 --by coach
        report rejections --year 2026 --by agreement
        report money
        report money --from 2026-11-01 --to 2027-03-31 --step ready
        report kpi --month 2026-10
        report kpi --year 2026 --by coach --by site --by agreement
        setting list
        status
        status --names
        status --today 2026-11-16
        status --today 2027-10-01
        todo
        todo --names
        week 2026-W44
    """,
    "uppsala": """
        agreement list
        case list
        case show U-001
        case show U-097
        contact list
        funding list
        outcome list
        report caseload
        report forecast --to 2025-12-31
        report funding --year 2025
        report kpi --year 2025
        report kpi --year 2025 --by cohort
        report kpi --year 2025 --external
        agreement show UPPSALA-IPS
        report queue --year 2025
        report queue --year 2025 --by gender --by coach --by agreement --by site --by cohort
        report steering --year 2025
        status
        target list
    """,
    "ggv": """
        case list
        contact list
        fidelity list
        log
        funding list
        report fidelity --to 2020-12-31 --from 2019-01-01
        report funding --year 2019
        report kpi --year 2019
        report steering --year 2019
        survey list
        target list
    """,
}
# Files that lie next to each other, each of an office.
ASKED["offices"] = """
        report kpi --year 2025
        report hours --month 2025-03
        report invoices --year 2025
"""
TODAY = {"offices": offices.TODAY, "demo": "2026-11-02", "uppsala": "2026-03-02", "ggv": "2021-01-15"}
QUESTIONS = [(office, line.strip()) for office, lines in ASKED.items() for line in lines.split("\n") if line.strip()]


# What is shown by commands that write, or of what no sample office has: their own tests hold it.
SHOWN_ELSEWHERE = {
    "retention", "participant-data",
    "acknowledgements", "bank-matched", "bank-unmatched", "delivered-week", "document-facts", "found", "exported",
    "forecast-ends", "import-overlap", "not-confirmed",
    "completion", "exported-parquet", "file", "kpi-board",
    "money-never-delivered", "query", "views",
    "monthly", "not-delivered", "package", "published", "sus",
}  # fmt: skip
Ask = Callable[[str, str, str], str]


@pytest.fixture(scope="session")
def ask(demo: Path, registers: Path, spread: Path) -> Ask:
    """`ask("demo", "case list", "--json")`: what is printed; asked once."""

    @cache
    def asked(office: str, words: str, more: str = "") -> str:
        folder = {"demo": demo, "offices": spread}.get(office, registers / office)
        others = " --also office-001.db --also office-002.db" if office == "offices" else ""
        env = {"IPSU_DB": "office-000.db"} if others else {}
        result = program.run(f"{words}{others} {more}", folder=folder, today=TODAY[office], **env)
        assert result.code in (0, 6), result.err
        return result.out

    return asked


def data_of(ask: Ask, office: str, words: str) -> Any:
    found = json.loads(ask(office, words, "--json"), parse_float=Decimal)
    return {**found, "asked-on": TODAY[office]}


@pytest.mark.parametrize(("office", "words"), QUESTIONS)
def test_a_table_shows_what_the_json_says(ask: Ask, office: str, words: str) -> None:
    tables = list(tables_in(ask(office, words, "")))
    assert tables
    for shown in tables:
        name, spec = spec_of(shown)
        others = [words.replace(one, two) for one, two in spec.get("json-of", {}).items() if words.startswith(one)]
        data = data_of(ask, office, *(others or [words]))
        assert expected(shown, spec, data) == seen(shown, spec), name


def test_every_table_is_held_to_its_json(ask: Ask) -> None:
    """Each is in `tables.toml`, and each of those is shown with a row."""
    tables = [shown for office, words in QUESTIONS for shown in tables_in(ask(office, words, "")) if shown.rows]
    assert {*SPEC} == {spec_of(shown)[0] for shown in tables}
    assert {*TITLES} == {spec["title"] for spec in SPEC.values()} | SHOWN_ELSEWHERE


# Columns of what is typed as it stands: codes of key figures, pages, values of settings.
TYPED_AS_SHOWN = {"Kod", "Sida", "Värde"}
CODED_WORDS = {code for code, word in SWEDISH.items() if word != code and "{" not in word}
# In a sentence. A command (what follows `ipsu`) and the code of a rule are typed as they stand.
RAW = re.compile(r"(?<![\w.-])(?:[a-z]+(?:_[a-z]+)+|ipsu-[ab]|rusta-matcha|gp|sr|pr|iup|soa|rr|interrupted)(?![\w.-])")


@pytest.mark.parametrize(("office", "words"), QUESTIONS)
def test_no_code_is_shown_as_it_is_stored(ask: Ask, office: str, words: str) -> None:
    raw: list[Any] = []
    for shown in tables_in(ask(office, words, "--lang sv")):
        for row in shown.rows:
            cells = [cell for head, cell in zip(shown.heads, row, strict=True) if head not in TYPED_AS_SHOWN]
            cells = [cell for cell in cells if cell != person(None)]  # who made the office, whatever the account's name
            raw += [cell for cell in cells if cell in CODED_WORDS or RAW.search(re.sub("ipsu .*", "", cell))]
    assert [] == raw

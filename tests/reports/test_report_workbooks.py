"""The workbooks of the reports: charts that Excel and LibreOffice show whole; and bars on a terminal."""

import datetime as dt
import re
import zipfile
from pathlib import Path

import pytest

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.chart import BARS, STACKED, Chart
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write.forms.report import top_of, write_report
from tests import program
from tests.reports.conftest import Ask
from tests.test_texts import COMMANDS

# A report, the register and the words, and the titles of its charts.
CHARTS = [
    ("uppsala", "queue --year 2025", ["Kön, och den kö som når målet", "In i kön och ut ur den",
                                      "Beräknad väntetid i dagar"]),
    ("uppsala", "forecast --to 2025-12-31", ["Kön framåt i nuvarande takt"]),
    ("uppsala", "steering --year 2025", ["Resultat år för år", "Kön, och den kö som når målet",
                                         "In i kön och ut ur den", "Beräknad väntetid i dagar"]),
    ("ggv", "fidelity --to 2020-12-31 --from 2019-01-01", ["Programtrohet över tid"]),
    ("ggv", "steering --year 2019", ["Programtrohet över tid", "Resultat år för år"]),
]  # fmt: skip
TODAY = {"uppsala": "2026-03-02", "ggv": "2021-01-15"}


def charts_of(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as book:
        names = sorted(name for name in book.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name))
        return [book.read(name).decode() for name in names]


@pytest.mark.parametrize(("of", "words", "titles"), CHARTS)
def test_a_workbook_has_its_charts(registers: Path, tmp_path: Path, of: str, words: str, titles: list[str]) -> None:
    path = tmp_path / "r.xlsx"
    made = program.run(f"report {words} --excel {path}", folder=registers / of, today=TODAY[of])
    assert (0, "") == (made.code, made.err)
    charts = charts_of(path)
    assert sorted(titles) == sorted("".join(re.findall(r"<a:t>([^<]*)</a:t>", chart)[:1]) for chart in charts)
    for chart in charts:
        axes = re.findall(r"<(?:c:)?(?:cat|val|date)Ax>.*?</(?:c:)?(?:cat|val|date)Ax>", chart, re.S)
        assert len(axes) >= 2
        assert len(axes) == sum('delete val="0"' in axis for axis in axes), "Excel hides an axis that says nothing"
        assert 'dispBlanksAs val="span"' in chart
        assert re.findall(r"<(?:c:)?f>'[^']+'!\$[A-Z]+\$\d+", chart), "no data"


def test_a_chart_begins_at_the_head_of_its_table(registers: Path, tmp_path: Path) -> None:
    """The first sheet has the period and a note above its table; its chart must not take that for data."""
    path = tmp_path / "f.xlsx"
    program.run(f"report forecast --year 2025 --excel {path}", folder=registers / "uppsala", today=TODAY["uppsala"])
    from openpyxl import load_workbook

    page = load_workbook(path).worksheets[0]
    head = next(row for row in range(1, 10) if page.cell(row, 1).value == "Månad")
    assert (head, "I kö") == (6, page.cell(head, 2).value)
    [chart] = charts_of(path)
    sources = {reference.replace("$", "") for reference in re.findall(r"'!([$A-Z0-9:]+)<", chart)}
    expected = {f"{column}{head}" for column in "BC"} | {f"{column}{head + 1}:{column}{head + 12}" for column in "ABC"}
    assert expected == sources


def test_a_terminal_shows_bars_next_to_the_numbers(registers: Path) -> None:
    words, folder, today = "report queue --year 2025 --lang en", registers / "uppsala", TODAY["uppsala"]
    shown = program.on_a_terminal(words, folder=folder, today=today)
    piped = program.run(words, folder=folder, today=today).out
    longest = max((line for line in shown.splitlines() if "2025-" in line), key=lambda line: line.count("█"))
    assert "2025-01" in longest
    assert 20 == longest.count("█")
    assert "█" not in piped
    for number in ("115", "110", "95", "83", "68"):
        assert number in shown
        assert number in piped


def test_no_bar_where_there_is_nothing(uppsala: Ask, registers: Path) -> None:
    assert {"before": 0, "after": 0}.items() <= uppsala("report queue --year 2010")["queue"].items()
    assert 0 == program.run("report queue --year 2010", folder=registers / "uppsala", today=TODAY["uppsala"]).code


CHOSEN = {"--service": "--service ips", "--step": "--step held", "--system": "--system msfa"}
MADE_OF_A_REPORT = {
    path: next((words for option, words in CHOSEN.items() if option in options), "")
    for path, command in COMMANDS.items()
    for options in [{name for param in command.params for name in param.opts}]
    if path.startswith(("report ", "check ")) and "--excel" in options
}


@pytest.mark.parametrize("path", MADE_OF_A_REPORT)
def test_every_sheet_says_whose_it_is_and_what_it_is_about(registers: Path, tmp_path: Path, path: str) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "k.xlsx"
    period = "--month 2025-10" if path == "report key-in" else "--from 2025-01-01 --to 2025-10-31"
    words = f"{path} {period} {MADE_OF_A_REPORT[path]} --excel {file}"
    assert program.run(words, folder=registers / "uppsala", today=TODAY["uppsala"]).code in (0, 6)
    for page in load_workbook(file):
        above = {page.cell(row, 1).value: page.cell(row, 2).value for row in range(1, 5)}
        assert above["Kontor"] and above["Urval"]
        assert str(above["Period"]).endswith(" – 2025-10-31")
        assert "2026-03-02" == above["Läget den"]


@pytest.mark.parametrize(
    ("numbers", "top"),
    [
        ([], None), ([900], None), ([1, 900], None), ([10, 12, 9, 30], None), ([10, 12, 9, 47], None),
        ([10, 12, 9, 48], 15), ([2, 2, 2, 20], 2), ([900, 12, 9, 11], 15), ([900, 901, 1, 2], None),
        ([0, 0, 0, 5], None),
    ],
)  # fmt: skip
def test_one_value_does_not_flatten_the_rest_of_a_chart(numbers: list[int], top: int | None) -> None:
    assert top == top_of(numbers)


@pytest.mark.parametrize(("kind", "top", "grouping"), [(STACKED, '"16"', "stacked"), (BARS, None, "clustered")])
def test_bars_that_are_stacked_reach_as_high_as_they_do_together(
    tmp_path: Path, kind: str, top: str | None, grouping: str
) -> None:
    """Each number by itself flattens nothing; those of the last row together do."""
    series = ("employment", "studies_completed")
    columns = (Column("year", "count"), *(Column(key, "count") for key in series))
    rows = [(2021, 10, 2), (2022, 12, 1), (2023, 9, 3), (2024, 20, 40)]
    chart = Chart("outcomes", "outcomes-years", "year", series, "persons", kind)
    path = tmp_path / "r.xlsx"
    write_report(
        path,
        Answer(None, [], [Table("outcomes-years", columns, rows)], charts=[chart]),
        "en",
        False,
        dt.date(2026, 3, 9),
    )
    [drawn] = charts_of(path)
    assert [top] == (re.findall(r"<max val=(\S+?) ?/>", drawn) or [None])
    assert [grouping] == re.findall(r'<grouping val="(\w+)"', drawn)

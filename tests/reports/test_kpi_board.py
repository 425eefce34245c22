"""The page for a board, the first sheet of `report kpi --excel`: targets first, nothing small, one page."""

import itertools
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ipsu_cli.core.answer import Text
from ipsu_cli.core.money import Ore
from ipsu_cli.reports.kpi_board import AREAS, board_of
from ipsu_cli.reports.kpi_figure import Figure, KeyFigure
from ipsu_cli.rules.kpis import BY_CODE
from tests.reports.register import Register, entering
from tests.reports.test_kpi_suppression import uppsala

Run = Callable[..., Any]


class Page(NamedTuple):
    """The first sheet of a workbook: what stands above its table, and its rows by what they are called."""

    sheet: Any
    above: list[tuple[Any, ...]]
    rows: list[tuple[Any, ...]]

    def of(self, name: str) -> tuple[Any, ...]:
        return next(row for row in self.rows if row[1] == name)

    @property
    def areas(self) -> list[Any]:
        return [row[0] for row in self.rows if row[0]]


@pytest.fixture
def page(run: Run, tmp_path: Path) -> Callable[[str], Page]:
    """`page("--year 2025")`: the page of that period."""

    def made(words: str) -> Page:
        from openpyxl import load_workbook

        run(f"report kpi {words} --excel kpi.xlsx --force")
        sheet = load_workbook(tmp_path / "kpi.xlsx").worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
        head = next(n for n, row in enumerate(rows) if row[0] == "Område")
        return Page(sheet, rows[:head], rows[head + 1 :])

    return made


def charts(folder: Path) -> list[str]:
    with zipfile.ZipFile(folder / "kpi.xlsx") as book:
        return [book.read(name).decode() for name in sorted(book.namelist()) if name.startswith("xl/charts/chart")]


def test_what_is_small_is_hidden_on_it_though_the_other_sheets_show_it(
    db: Path, run: Run, page: Callable[[str], Page], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    with entering(db) as it:
        uppsala(it)
    open_ = page("--year 2025")
    assert "dolt" == open_.of("Personer som slutfört studier")[2]
    assert 20 == open_.of("Personer som fått arbete")[2]
    others = load_workbook(tmp_path / "kpi.xlsx")["Nyckeltal"].iter_rows(values_only=True)
    assert 4 == next(row[2] for row in others if row[0] == "Personer som slutfört studier")
    assert "De andra bladen visar dem" in str(open_.above)
    external = page("--year 2025 --external")
    assert open_.rows == external.rows
    assert "De andra bladen" not in str(external.above)


def test_the_limit_is_the_one_that_is_asked_for(db: Path, page: Callable[[str], Page]) -> None:
    with entering(db) as it:
        uppsala(it)
    below = page("--year 2025 --external --below 4")
    assert 4 == below.of("Personer som slutfört studier")[2]
    assert "antal från 1 till 3" in str(below.above)


def test_targets_stand_first_with_how_much_is_reached(
    db: Path, run: Run, page: Callable[[str], Page], tmp_path: Path
) -> None:
    with entering(db) as it:
        uppsala(it)
    for target in ("all supported 200", "all queue 30", "U outcomes_studies_completed 5", "all participants 221"):
        run(f"target set {target}")
    aimed = page("--year 2025 --by service")
    names = ("supported", "queue", "completed", "participants")
    found = list(itertools.takewhile(lambda row: row[0] in ("Mål", None), aimed.rows))
    assert len(names) == len(found)
    by_name = {row[1]: row[2:] for row in found}
    assert (97, "antal", None, 200, 0.485, "inte uppnått") == by_name["Personer som fått nytt stöd"]
    assert (221, "antal", None, 221, 1, "uppnått") == by_name["Deltagare under perioden"]
    assert (0, "antal", None, 30, None, "uppnått") == by_name["I kö, sista dagen"]  # less is better: no share of it
    assert ("dolt", "antal", None, 5, None, "dolt") == by_name["Personer som slutfört studier, U"]
    assert "Utfall i procent av målet" in charts(tmp_path)[0]


def test_an_area_where_nothing_happened_is_left_out_and_so_is_the_page_without_any(
    db: Path, run: Run, page: Callable[[str], Page], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    with entering(db) as it:
        uppsala(it)
    assert ["Deltagare", "Kö", "Arbete och studier"] == page("--year 2025").areas
    run("report kpi --year 2023 --excel none.xlsx")
    assert "Nyckeltal" == load_workbook(tmp_path / "none.xlsx").sheetnames[0]


def test_it_is_printed_on_one_page_that_stands(db: Path, page: Callable[[str], Page]) -> None:
    with entering(db) as it:
        uppsala(it)
    sheet = page("--year 2025").sheet
    assert ("Sida för styrelsen", "portrait", 9) == (
        sheet.title, sheet.page_setup.orientation, int(sheet.page_setup.paperSize),
    )  # fmt: skip
    assert (1, 1, True) == (
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage,
    )  # fmt: skip
    assert sheet.auto_filter.ref is None


def test_what_is_hidden_is_not_drawn(db: Path, page: Callable[[str], Page], tmp_path: Path) -> None:
    """A bar of nothing would say that there is nobody."""
    with entering(db) as it:
        uppsala(it)
    page("--year 2025")
    assert ["Deltagare"] == [
        title for title in ("Personer med resultat", "Deltagare") if title in str(charts(tmp_path))
    ]


def test_an_invented_register_says_so_on_it(db: Path, run: Run, page: Callable[[str], Page]) -> None:
    with entering(db) as it:
        small(it)
        it.store.add("settings", name="invented", value="on")
    assert "påhittat register" in str(page("--year 2025").above)


def small(it: Register) -> None:
    agreement = it.agreement("U", "ips")
    for n in range(5):
        it.case(f"N{n}", it.person("woman"), "ips", agreement, from_day="2025-02-01")


def test_every_area_names_key_figures_and_draws_those_of_one_unit() -> None:
    assert not [code for area in AREAS for code in area.codes if code not in BY_CODE]
    assert not [area.name for area in AREAS if len({BY_CODE[code].unit for code in area.codes[: area.drawn]}) > 1]


@pytest.mark.parametrize(("ore", "kronor"), [(149, 1), (150, 2), (0, 0)])
def test_money_is_in_whole_kronor(ore: int, kronor: int) -> None:
    amounts = {"invoiced_ore": Ore(ore), "paid_ore": Ore(100)}
    figures = [
        KeyFigure(code, Text(f"kpi.{code}"), kpi.unit, Figure(amounts.get(code)), None, None, None, [], {})
        for code, kpi in BY_CODE.items()
    ]
    assert kronor == board_of(figures, below=5, external=True).table.rows[0][2]

"""A printed figure next to what the register yields: how it is written on its page, found in an answer and compared."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.published_figures import Comparison, PublishedFigure, figure_of, found_in, page_of

YEAR = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
HALF = Period(dt.date(2025, 1, 1), dt.date(2025, 6, 30))


def figure(**row: Any) -> PublishedFigure:
    """A figure of a page of the whole year that has a report of its own half of it."""
    return figure_of({"sv": "Inskrivna", "en": "Enrolled", "place": "s. 3", **row}, {"": YEAR, "funding": HALF})


@pytest.mark.parametrize(
    ("row", "value"),
    [({"value": 124}, 124), ({"value": "65,2"}, Quantity(65_20)), ({"kronor": 1_500}, Ore(1_500_00))],
)
def test_a_figure_is_read_exactly(row: dict[str, Any], value: object) -> None:
    assert value == figure(**row).value


def test_a_figure_is_of_the_period_of_its_report_unless_it_says_another() -> None:
    assert ("kpi", YEAR) == figure(value=1)[3:5]
    assert ("funding", HALF) == figure(value=1, report="funding")[3:5]
    own = {"from": dt.date(2025, 3, 1)}
    assert Period(dt.date(2025, 3, 1), HALF.last) == figure(value=1, report="funding", **own).period


ANSWER = {
    "kpis": [{"code": "ongoing", "value": 124}, {"code": "paid", "ore": Ore(1_234_50)}],
    "years": [{"year": 2024, "value": 7}],
    "queue": {"after": 39},
}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"value": 1, "path": "queue.after"}, 39),
        ({"value": 1, "path": "kpis.ongoing.value"}, 124),
        ({"value": 1, "path": "years.2024.value"}, 7),
        ({"value": 1, "path": "years.2023.value"}, None),
        ({"value": 1, "path": "queue.after.further"}, None),
        ({"value": 1, "path": "queue.before", "absent": 0}, 0),
        ({"kronor": 1, "path": "kpis.paid.ore"}, Ore(1_234_50)),
        ({"kronor": 1, "path": "kpis.paid.ore", "whole": True}, Ore(1_235_00)),
    ],
)
def test_a_path_leads_by_keys_and_by_the_names_of_things_in_lists(row: dict[str, Any], found: object) -> None:
    assert found == found_in(ANSWER, figure(**row))


@pytest.mark.parametrize(
    ("row", "computed", "difference", "agrees"),
    [
        ({"value": 124}, 124, 0, True),
        ({"value": 124}, 122, -2, False),
        ({"value": 124}, None, None, False),
        ({"value": "65,2"}, Percent(65_20), 0, True),
        ({"value": "65,2"}, Percent(65_10), Quantity(-10), False),
        ({"value": 40}, Hours(40_25), Quantity(25), False),
        ({"value": "1,5"}, 2, Quantity(50), False),
        ({"kronor": 10}, Ore(10_00), Ore(0), True),
        ({"kronor": 10}, Ore(9_99), Ore(-1), False),
        ({"value": 100, "words": "cirka 100"}, 103, None, None),
        ({"value": 100, "printed": False}, 100, None, None),
    ],
)
def test_the_difference_is_what_the_register_has_more(
    row: dict[str, Any], computed: Any, difference: object, agrees: bool | None
) -> None:
    found = Comparison(figure(**row), computed, "Inskrivna")
    assert (type(difference), difference, agrees) == (type(found.difference), found.difference, found.agrees)


def test_kronor_stand_under_keys_of_their_own() -> None:
    money = Comparison(figure(kronor=10), Ore(9_00), "Inskrivna").to_json()
    count = Comparison(figure(value=10), 9, "Enrolled").to_json()
    plain, ore = ("published", "computed", "difference"), ("published_ore", "computed_ore", "difference_ore")
    assert ([None] * 3, [Ore(10_00), Ore(9_00), Ore(-1_00)]) == ([money[n] for n in plain], [money[n] for n in ore])
    assert ([10, 9, -1], [None] * 3) == ([count[n] for n in plain], [count[n] for n in ore])
    assert ("Inskrivna", "Enrolled", "s. 3", False) == (
        money["figure"],
        count["figure"],
        money["place"],
        money["agrees"],
    )


def test_a_page_gives_each_report_its_own_days() -> None:
    days = {"from": YEAR.first, "to": YEAR.last}
    own = {"sv": "a", "en": "a", "place": "b", "value": 1, "report": "funding", "parts": [1, 0]}
    report = {"name": "funding", "from": HALF.first, "to": HALF.last}
    page = page_of({"source": "S", "today": YEAR.last, **days, "figure": [own], "report": [report]})
    assert ((("funding", HALF, ()),), HALF, (1, 0), ()) == (
        page.reports, page.figures[0].period, page.figures[0].parts, page.stated,
    )  # fmt: skip

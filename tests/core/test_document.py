"""Which document counts: the plan and the report of a month, and the hours that a development plan lacks."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Document, plan_of, report_of, standing, weekly_hours
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.percent import Percent

MARCH = Month("2026-03")


def document(n: int, type: str, status: str, submitted: str = "", period: str | None = None) -> Document:
    on = dt.date.fromisoformat(submitted) if submitted else None
    bare: dict[str, Any] = dict.fromkeys(Document._fields)
    own = {"id": n, "type": type, "version": n, "status": status, "submitted": on, "period": period, "fields": {}}
    return Document(**(bare | own))


def filed(*typed: str) -> list[Document]:
    """`gp confirmed 2026-03-02` or `pr submitted 2026-04-02 2026-03`, numbered from 1."""
    return [document(n, *text.split()) for n, text in enumerate(typed, start=1)]


@pytest.mark.parametrize(
    ("listed", "counts"),
    [
        ([], None),
        (["gp draft"], None),
        (["gp submitted 2026-03-31"], 1),
        (["gp submitted 2026-04-01"], 1),  # none was there in time: the first
        (["gp submitted 2026-04-01", "gp submitted 2026-04-02"], 1),
        (["gp submitted 2026-02-01", "gp confirmed 2026-03-31", "gp submitted 2026-04-01"], 2),
        (["gp returned 2026-02-01"], 1),
        (["gp returned 2026-02-01", "gp confirmed 2026-04-02"], 2),
        (["gp confirmed 2026-02-01", "gp returned 2026-03-02"], 1),
        (["sr confirmed 2026-02-01"], None),
    ],
)
def test_the_plan_of_a_month(listed: list[str], counts: int | None) -> None:
    found = plan_of(filed(*listed), "gp", MARCH)
    assert counts == (found and found.version)


@pytest.mark.parametrize(
    ("listed", "counts"),
    [
        ([], None),
        (["pr draft"], None),
        (["pr submitted 2026-04-01 2026-03"], 1),
        (["pr submitted 2026-04-01 2026-02"], None),
        (["iup submitted 2026-04-01 2026-03"], None),
        (["pr submitted 2026-04-01 2026-03", "pr submitted 2026-04-02 2026-03"], 2),
        (["pr confirmed 2026-04-01 2026-03", "pr submitted 2026-04-02 2026-03"], 1),
        (["pr returned 2026-04-01 2026-03"], 1),
    ],
)
def test_the_report_of_a_month(listed: list[str], counts: int | None) -> None:
    found = report_of(filed(*listed), "pr", MARCH)
    assert counts == (found and found.version)


def test_what_stands_is_filed_by_the_day_and_not_returned() -> None:
    listed = filed("gp draft", "gp returned 2026-03-01", "gp submitted 2026-03-02", "gp confirmed 2026-03-03")
    assert [3, 4] == [each.version for each in standing(listed, "gp")]
    assert [3] == [each.version for each in standing(listed, "gp", dt.date(2026, 3, 2))]
    assert [] == standing(listed, "gp", dt.date(2026, 3, 1))


@pytest.mark.parametrize(
    ("extent", "fields", "hours"),
    [
        (None, {}, (40_00, 0, 40_00)),
        (100_00, {"own_search": 20_00, "supplier": 19_99}, (40_00, 39_99, 1)),
        (100_00, {"own_search": 20_00, "supplier": 20_00}, (40_00, 40_00, 0)),
        (100_00, {"own_search": 20_00, "supplier": 20_01}, (40_00, 40_01, 0)),
        (75_00, {"supplier": 10_00}, (30_00, 10_00, 20_00)),
        (1, {}, (0, 0, 0)),  # 0.004 h
        (2, {}, (1, 0, 1)),  # 0.008 h
        (12_50, {"own_search": 5_00}, (5_00, 5_00, 0)),
    ],
)
def test_the_hours_a_week_that_a_plan_needs_has_and_lacks(
    extent: int | None, fields: dict[str, int], hours: tuple[int, int, int]
) -> None:
    own = {name: Hours(value) for name, value in fields.items()}
    found = weekly_hours(None if extent is None else Percent(extent), own)
    assert hours == tuple(each.hundredths for each in found)

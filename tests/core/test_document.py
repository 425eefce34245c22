"""Which document counts: the plan and the report of a month, and the hours that a development plan lacks."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import Document, plan_of, report_of, standing

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
    assert [3, 4] == [filed.version for filed in standing(listed, "gp")]
    assert [3] == [filed.version for filed in standing(listed, "gp", dt.date(2026, 3, 2))]
    assert [] == standing(listed, "gp", dt.date(2026, 3, 1))

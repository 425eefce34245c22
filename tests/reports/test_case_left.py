"""What is left of a case, asked for that case alone: the same that is found of it among all."""

import datetime as dt
from pathlib import Path
from typing import Any

from ipsu_cli.reports.held import judge_all
from ipsu_cli.reports.money_rows import money_free
from ipsu_cli.reports.silent_weeks import silent_weeks
from ipsu_cli.reports.undelivered import undelivered
from ipsu_cli.store import reading, scope

TODAY = dt.date(2026, 11, 2)
CASES = {"A-135": 0, "B-126": 2, "B-130": 1, "R-202": 1, "R-204": 1}  # pieces of work that are not billed


def left(path: Path, ref: str | None) -> list[Any]:
    """What is not delivered, not billed and not entered; of one case, or of all."""
    with reading(path) as store:
        scope.choose(store, scope.Chosen(cases=(ref,) if ref else ()))
        id = store.value("SELECT id FROM cases WHERE ref = :ref", ref=ref) if ref else None
        work = judge_all(store, case_id=id)
        return [*undelivered(store, TODAY, case_id=id), *money_free(store, work, TODAY), *silent_weeks(store, TODAY)]


def case_of(row: Any) -> str:
    return str(getattr(row.case, "ref", row.case))


def test_what_is_left_of_a_case_is_the_same_alone_and_among_all(demo_folder: Path) -> None:
    path = demo_folder / "ipsu.db"
    everything = left(path, None)
    for ref, count in CASES.items():
        alone = left(path, ref)
        assert [row for row in everything if case_of(row) == ref] == alone, ref
        assert count == len(alone), ref

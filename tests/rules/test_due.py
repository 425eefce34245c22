"""By when documents are filed: by the day that is judged, and by the office's own setting before it."""

import datetime as dt

import pytest

from ipsu_cli.core.dated import Dated, DatedValue
from ipsu_cli.core.dates import Month
from ipsu_cli.core.deadline import DeadlineRules, days_of
from ipsu_cli.rules import due
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.rules.sources import OFFICE

NONE = DeadlineRules()
SETTINGS = {"eves": "free", "pr-due-day": "", "deviation-days": "", "result-months": ""}
CHANGED = dt.date(2027, 1, 1)


def change(monkeypatch: pytest.MonkeyPatch, dated: Dated[int], value: int) -> None:
    """A made-up change from the first day of 2027."""
    monkeypatch.setattr(dated, "values", (*dated.values, DatedValue(CHANGED, value, OFFICE)))


@pytest.mark.parametrize(
    ("first", "last"),
    # Three working days after Monday 4 January 2027 are the 5th, 7th and 8th: Epiphany is the 6th.
    [("2026-12-30", "2027-01-11"), ("2027-01-01", "2027-01-07"), ("2027-01-04", "2027-01-08")],
)
def test_a_document_of_a_start_is_due_as_on_the_first_day(
    monkeypatch: pytest.MonkeyPatch, first: str, last: str
) -> None:
    change(monkeypatch, due.FIRST_PLAN, 3)
    kind = DocumentType("gp", due_days=due.FIRST_PLAN)
    assert last == str(due.after_start(kind, dt.date.fromisoformat(first), NONE))


def test_a_document_without_a_day_in_the_sources_has_none() -> None:
    assert due.after_start(DocumentType("sr"), CHANGED, NONE) is None


def test_a_month_is_due_as_on_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, due.MONTHLY_REPORT, 10)
    assert dt.date(2027, 1, 31) == due.after_month(Month("2026-12"), NONE)
    assert dt.date(2027, 2, 10) == due.after_month(Month("2027-01"), NONE)


def test_a_month_that_is_shorter_ends_before_its_day() -> None:
    assert dt.date(2026, 2, 28) == due.after_month(Month("2026-01"), NONE)
    assert dt.date(2026, 6, 30) == due.after_month(Month("2026-05"), NONE)


def test_an_absence_is_due_as_on_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, due.ABSENCE_REPORT, 3)
    # 31 December and 1, 2, 3 and 6 January are no working days.
    assert dt.date(2027, 1, 4) == due.after_absence(dt.date(2026, 12, 31), NONE)
    assert dt.date(2027, 1, 7) == due.after_absence(CHANGED, NONE)


def test_a_setting_of_the_office_goes_before_the_sources() -> None:
    settings = {**SETTINGS, "pr-due-day": "5", "deviation-days": "2"}
    office = days_of(settings)
    assert dt.date(2026, 4, 5) == due.after_month(Month("2026-03"), office)
    assert dt.date(2026, 3, 11) == due.after_absence(dt.date(2026, 3, 9), office)
    left = days_of({**settings, "pr-due-day": "", "deviation-days": ""})
    assert dt.date(2026, 4, 30) == due.after_month(Month("2026-03"), left)
    assert dt.date(2026, 3, 10) == due.after_absence(dt.date(2026, 3, 9), left)


def test_a_joint_plan_is_due_five_working_days_after_the_first_day() -> None:
    kind = DocumentType("gp", due_days=due.FIRST_PLAN)
    assert "2026-03-09" == str(due.after_start(kind, dt.date(2026, 3, 2), NONE))
    assert "2026-04-10" == str(due.after_start(kind, dt.date(2026, 4, 1), NONE))  # Easter lies between


def test_a_signal_is_due_on_the_working_day_after_it_was_learned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, due.SIGNAL_REPORT, 2)
    assert "2026-02-23" == str(due.after_learned(dt.date(2026, 2, 20), NONE))
    # 31 December and 1, 2 and 3 January are no working days.
    assert "2027-01-04" == str(due.after_learned(dt.date(2026, 12, 31), NONE))
    assert "2027-01-05" == str(due.after_learned(CHANGED, NONE))


def test_a_result_is_asked_for_so_many_months_after_what_was_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, due.RESULT_MONTHS, 6)
    assert "2026-06-20" == str(due.result_day(dt.date(2026, 2, 20), NONE))
    assert "2027-02-28" == str(due.result_day(dt.date(2026, 10, 31), NONE))
    assert "2027-07-01" == str(due.result_day(CHANGED, NONE))
    assert "2026-08-20" == str(due.result_day(dt.date(2026, 2, 20), days_of({**SETTINGS, "result-months": "6"})))


def test_the_joint_plan_of_a_mapping_is_due_on_its_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = DocumentType("gp", due_days=due.MAPPING_PLAN)
    assert dt.date(2026, 1, 19) == due.after_start(kind, dt.date(2026, 1, 19), NONE)
    assert dt.date(2026, 1, 18) == due.after_start(kind, dt.date(2026, 1, 18), NONE)  # a Sunday
    change(monkeypatch, due.MAPPING_PLAN, 2)
    assert dt.date(2027, 1, 5) == due.after_start(kind, CHANGED, NONE)

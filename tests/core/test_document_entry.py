"""What a document is filed with: how an activity is typed, and which words may be repeated."""

import datetime as dt

import pytest

from ipsu_cli.core.document import Activity
from ipsu_cli.core.document_entry import ACTIVITIES, KNOWN, REPORTED, DocumentEntry, refuse_named_twice
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.problem import Unreadable

TODAY = dt.date(2026, 3, 9)


@pytest.mark.parametrize(("typed", "name", "hours"), [
    ("Sökning=7,5", "Sökning", 7_50), (" CV = 0 ", "CV", 0), ("a=b=2", "a=b", 2_00),
])  # fmt: skip
def test_an_activity_is_a_name_and_its_hours(typed: str, name: str, hours: int) -> None:
    expected = Activity(name, Hours(hours))
    assert [expected] * 2 == [kind.read(typed, TODAY) for kind in (ACTIVITIES, REPORTED)]


@pytest.mark.parametrize("typed", ["", "CV", "=2", "CV=x", "CV=-1"])
def test_what_is_no_activity_is_refused(typed: str) -> None:
    for kind in (ACTIVITIES, REPORTED):
        with pytest.raises(Unreadable) as refused:
            kind.read(typed, TODAY)
        assert ("value.activity", typed) == (refused.value.code, refused.value.figures["value"])


def test_only_a_report_may_leave_the_hours_of_an_activity_out() -> None:
    assert Activity("CV", None) == REPORTED.read("CV= ", TODAY)
    with pytest.raises(Unreadable):
        ACTIVITIES.read("CV= ", TODAY)


def test_an_absence_is_known_or_not() -> None:
    assert [True, False] == [KNOWN.read(word, TODAY) for word in ("Known", "unknown")]
    with pytest.raises(Unreadable):
        KNOWN.read("yes", TODAY)


def test_an_activity_named_twice_is_refused_however_it_is_written() -> None:
    once = [Activity("CV", Hours(1_00)), Activity("Möte", None)]
    refuse_named_twice({"hours": once, "mandatory": once[:1], "optional": once[1:]})
    with pytest.raises(Unreadable) as refused:
        refuse_named_twice({"hours": [*once, Activity("cv", Hours(0))]})
    assert (["CV=1", "cv=0"], "--hours") == (refused.value.figures["activities"], refused.value.figures["option"])


def test_mandatory_and_optional_activities_are_one_plan() -> None:
    with pytest.raises(Unreadable) as refused:
        refuse_named_twice({"mandatory": [Activity("CV", Hours(1_00))], "optional": [Activity("cv", Hours(2_00))]})
    assert (["CV=1", "cv=2"], "--mandatory, --optional") == (
        refused.value.figures["activities"],
        refused.value.figures["option"],
    )


def test_goals_and_activities_may_be_typed_several_times_and_nothing_else() -> None:
    assert ["goal", "mandatory", "optional", "hours"] == [
        option.name for option in facts_of(DocumentEntry) if option.kind.several
    ]

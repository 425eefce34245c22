"""What a script reads of a case: the name and the number only where they may be seen, and the days of its queue."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.case import Case, Lock, Person, Referral
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.json_records import case_shape, enrolment_shape

day = dt.date.fromisoformat
TODAY = day("2026-03-09")


def a_case(*, protected: bool = False, **more: Any) -> Case:
    person = Person(1, "199001019802", "Alva Prov", "woman", protected)
    return Case(1, "C1", "ips", "U1", person, **more)


@pytest.mark.parametrize(("protected", "asked", "number", "name"), [
    (False, {}, "19900101-****", None),
    (False, {"name": True}, "19900101-****", "Alva Prov"),
    (False, {"reveal": True}, "19900101-9802", "Alva Prov"),
    (True, {}, None, None),
    (True, {"name": True}, None, None),
    (True, {"reveal": True}, "19900101-9802", "Alva Prov"),
])  # fmt: skip
def test_a_name_and_a_number_are_shown_where_they_are_asked_for(
    protected: bool, asked: dict[str, bool], number: str | None, name: str | None
) -> None:
    found = case_shape(a_case(protected=protected), TODAY, **asked)["participant"]
    assert (number, name, protected) == (found["personnummer"], found["name"], found["protected"])


@pytest.mark.parametrize(("protected", "asked", "shown"), [
    (False, {}, True), (False, {"reveal": True}, True), (True, {}, False), (True, {"reveal": True}, True),
])  # fmt: skip
def test_what_would_tell_where_a_protected_person_lives_is_hidden(
    protected: bool, asked: dict[str, bool], shown: bool
) -> None:
    locked, referral = Lock(TODAY, "2026-0001", "Fel person"), Referral(municipality="Uppsala", refer_to="Vården")
    case = a_case(protected=protected, site="Uppsala", locked=locked, referral=referral)
    own, enrolment = case_shape(case, TODAY, **asked), enrolment_shape(case, TODAY, **asked)
    told = [own["site"], own["locked"]["reason"], enrolment["municipality"], enrolment["support"]["refer_to"]]
    assert (["Uppsala", "Fel person", "Uppsala", "Vården"] if shown else [None] * 4) == told
    assert (TODAY, "2026-0001") == (own["locked"]["since"], own["locked"]["invoice"])


@pytest.mark.parametrize(("days", "to", "reason", "waited"), [
    ({}, None, None, 8),
    ({"from_day": "2026-03-05"}, "2026-03-05", "enrolled", 4),
    ({"from_day": "2026-03-20"}, "2026-03-20", "enrolled", 8),  # of what is to come nothing has passed
    ({"closed_on": "2026-03-02"}, "2026-03-02", "declined", 1),
    ({"from_day": "2026-03-05", "closed_on": "2026-03-06"}, "2026-03-05", "enrolled", 4),
])  # fmt: skip
def test_a_place_in_the_queue_ends_with_support_or_with_the_closing(
    days: dict[str, str], to: str | None, reason: str | None, waited: int
) -> None:
    dated: dict[str, Any] = {name: day(text) for name, text in days.items()}
    closed = "declined" if "closed_on" in days else None
    case = a_case(referral=Referral(queued_on=day("2026-03-01")), close_reason=closed, **dated)
    queue = enrolment_shape(case, TODAY)["queue"]
    assert (to and day(to), reason, waited) == (queue["to"], queue["reason"], queue["days"])


def test_who_was_never_queued_has_no_days_in_a_queue() -> None:
    shape = enrolment_shape(a_case(from_day=day("2026-03-05")), TODAY)
    assert [None] * 4 == list(shape["queue"].values())
    assert "ips" == shape["support"]["service"]


def test_support_that_has_not_begun_is_of_no_service_and_has_no_end() -> None:
    case = a_case(closed_on=day("2026-03-05"), close_reason="declined")
    shape = enrolment_shape(case, TODAY)
    assert [None] * 4 == [shape["support"][name] for name in ("from", "to", "service", "reason")]
    assert {"from": None, "to": None} == shape["period"]


@pytest.mark.parametrize(("first", "week"), [("2026-03-02", "2026-W10"), ("2026-03-01", None)])
def test_a_delivery_has_the_week_that_all_its_days_lie_in(first: str, week: str | None) -> None:
    values: dict[str, Any] = dict.fromkeys(Delivery._fields)
    values |= {"from_day": day(first), "to_day": day("2026-03-08"), "quantity": Quantity(7_00), "unit": "hour"}
    shape = Delivery(**values).to_json()
    assert (week, "2026-03", Hours(7_00)) == (shape["week"], shape["month"], shape["hours"])

"""A case as it is shown: the name and the number only where they may be seen, and the days of its queue."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.case import Case, Lock, Person, Referral
from ipsu_cli.core.case_shown import CaseShown
from ipsu_cli.core.enrolment_shown import EnrolmentShown, ReferralShown, SupportDays

day = dt.date.fromisoformat
TODAY = day("2026-03-09")


def a_case(*, protected: bool = False, **more: Any) -> Case:
    person = Person(1, "199001019802", "Alva Prov", "woman", protected)
    return Case(1, "C1", "ips", "U1", person, **more)


@pytest.mark.parametrize(("protected", "asked", "number", "name"), [
    (False, {}, "19900101-****", None),
    (False, {"name": True}, "19900101-****", "Alva Prov"),
    (False, {"reveal": True}, "19900101-9802", None),
    (False, {"name": True, "reveal": True}, "19900101-9802", "Alva Prov"),
    (True, {}, None, None),
    (True, {"name": True}, None, None),
    (True, {"reveal": True}, "19900101-9802", None),
    (True, {"name": True, "reveal": True}, "19900101-9802", "Alva Prov"),
])  # fmt: skip
def test_a_name_and_a_number_are_shown_where_they_are_asked_for(
    protected: bool, asked: dict[str, bool], number: str | None, name: str | None
) -> None:
    found = CaseShown(a_case(protected=protected), TODAY, **asked).participant
    assert (number, name, protected) == (found.personnummer, found.name, found.protected)


@pytest.mark.parametrize(("protected", "asked", "shown"), [
    (False, {}, True), (False, {"reveal": True}, True), (True, {}, False), (True, {"reveal": True}, True),
])  # fmt: skip
def test_what_would_tell_where_a_protected_person_lives_is_hidden(
    protected: bool, asked: dict[str, bool], shown: bool
) -> None:
    locked, referral = Lock(TODAY, "2026-0001", "Fel person"), Referral(municipality="Uppsala", refer_to="Vården")
    case = a_case(protected=protected, site="Uppsala", locked=locked, referral=referral)
    own = CaseShown(case, TODAY, **asked)
    enrolment = EnrolmentShown(own)
    lock = own.locked
    assert lock is not None
    told = [own.to_json()["site"], lock.reason, enrolment.to_json()["municipality"], enrolment.support.refer_to]
    assert (["Uppsala", "Fel person", "Uppsala", "Vården"] if shown else [None] * 4) == told
    assert (TODAY, "2026-0001") == (lock.since, lock.invoice)


@pytest.mark.parametrize(("protected", "told"), [
    (False, {"support": {"refer_to": "Vården", "service": "sed"}, "municipality": "Uppsala"}),
    (True, {"support": {"service": "sed"}}),
])  # fmt: skip
def test_of_a_case_without_a_queue_that_is_there_which_is_set_and_may_be_seen(
    protected: bool, told: dict[str, Any]
) -> None:
    referral = Referral(municipality="Uppsala", refer_to="Vården", support="sed")
    assert told == ReferralShown(CaseShown(a_case(protected=protected, referral=referral), TODAY)).to_json()


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
    queue = EnrolmentShown(CaseShown(case, TODAY)).queue
    assert (to and day(to), reason, waited) == (queue.to_day, queue.reason, queue.days)


def test_who_was_never_queued_has_no_days_in_a_queue() -> None:
    enrolment = EnrolmentShown(CaseShown(a_case(from_day=day("2026-03-05")), TODAY))
    assert (None, None, None, None) == enrolment.queue
    assert "ips" == enrolment.support.service


def test_support_that_has_not_begun_is_of_no_service_and_has_no_end() -> None:
    case = a_case(closed_on=day("2026-03-05"), close_reason="declined")
    enrolment = EnrolmentShown(CaseShown(case, TODAY))
    assert (None, None, None, None, None) == enrolment.support
    assert SupportDays(None, None) == enrolment.period

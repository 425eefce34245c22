"""The key figures counted day by day and person by person, from the words of their definitions alone."""

import datetime as dt
from collections.abc import Callable, Iterable
from statistics import median
from typing import NamedTuple

ONE = dt.timedelta(days=1)
GOALS = ("employment", "studies_completed")
TO_WORK = ("work", "studies", "work_and_studies")


class Life(NamedTuple):
    """One enrolment, with all that happened in it."""

    ref: str
    person: int
    gender: str | None
    queued_for: str
    support: str | None
    queued: dt.date | None
    start: dt.date | None
    closed: dt.date | None
    reason: str | None
    outcomes: tuple[tuple[str, dt.date, bool], ...] = ()
    pauses: tuple[tuple[dt.date, dt.date | None], ...] = ()

    @property
    def given(self) -> str:
        return self.support or self.queued_for

    @property
    def left(self) -> dt.date | None:
        return self.start or self.closed

    def has_support(self, day: dt.date) -> bool:
        return self.start is not None and self.start <= day and (self.closed is None or day <= self.closed)

    def is_paused(self, day: dt.date) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in self.pauses)

    def waits(self, day: dt.date) -> bool:
        return self.queued is not None and self.queued <= day and (self.left is None or day < self.left)


def has_work(life: Life, day: dt.date) -> bool:
    """An employment ends with the first end after its own first day; the last day is a day of work."""
    ends = [on for kind, on, _ in life.outcomes if kind == "employment_ended"]
    begun = [on for kind, on, _ in life.outcomes if kind == "employment" and on <= day]
    return any(day <= min((end for end in ends if end > on), default=day) for on in begun)


def days(first: dt.date, last: dt.date) -> Iterable[dt.date]:
    return (first + n * ONE for n in range((last - first).days + 1))


def rounded(n: int, d: int) -> float | None:
    return None if d == 0 else int((n * 10 * 2 + d) // (2 * d)) / 10


def first_facts(lives: list[Life], day_of: Callable[[Life], dt.date | None]) -> dict[int, Life]:
    """For each person the case of the first fact."""
    found: dict[int, tuple[dt.date, str, Life]] = {}
    for life in lives:
        day = day_of(life)
        if day and (life.person not in found or (day, life.ref) < found[life.person][:2]):
            found[life.person] = (day, life.ref, life)
    return {person: life for person, (_, _, life) in found.items()}


def counts(lives: list[Life], first: dt.date, last: dt.date) -> dict[str, list[Life]]:
    """Each count as the cases that stand for what it counts."""
    lives = [life for life in lives if life.reason != "registered_in_error"]
    span = list(days(first, last))

    def persons(holds: Callable[[Life], bool]) -> list[Life]:
        return list(first_facts(lives, lambda life: life.start if holds(life) else None).values())

    def outcome(*kinds: str, plain: bool = False) -> list[Life]:
        def day_of(life: Life) -> dt.date | None:
            of_kind = [(day, subsidised) for kind, day, subsidised in life.outcomes if kind in kinds]
            fits = [day for day, subsidised in of_kind if first <= day <= last and not (plain and subsidised)]
            return min(fits, default=None)

        return list(first_facts(lives, day_of).values())

    before = {life.person for life in lives if life.has_support(first - ONE)}
    return {
        "ongoing": [life for life in lives if life.has_support(last)],
        "ongoing_persons": persons(lambda life: life.has_support(last)),
        "participants": persons(lambda life: any(life.has_support(day) for day in span)),
        "active": persons(lambda life: any(life.has_support(day) and not life.is_paused(day) for day in span)),
        "referrals": [life for life in lives if life.queued and first <= life.queued <= last],
        "supported": persons(
            lambda life: life.start is not None and first <= life.start <= last and life.person not in before
        ),
        "queue": [life for life in lives if life.waits(last)],
        "outcomes_employment": outcome("employment"),
        "outcomes_studies_completed": outcome("studies_completed"),
        "outcomes_studies_started": outcome("studies_started"),
        "outcomes_unsubsidised": outcome("employment", plain=True),
        "cases_started": [life for life in lives if life.start and first <= life.start <= last],
        "cases_closed": [life for life in lives if life.start and life.closed and first <= life.closed <= last],
    }


def values(lives: list[Life], first: dt.date, last: dt.date) -> dict[str, float | None]:
    """The whole of each figure."""
    found = counts(lives, first, last)
    lives = [life for life in lives if life.reason != "registered_in_error"]
    waits = [(last - life.queued).days for life in found["queue"] if life.queued]
    year = dt.date(last.year - 1, last.month, last.day)
    exits = [life for life in lives if life.queued and life.left and year < life.left <= last]
    was = [life for life in lives if life.waits(first - ONE)]
    offered = [
        life for life in was
        if life.left and first <= life.left <= last and (life.start or life.reason in ("referred_on", "declined"))
    ]  # fmt: skip
    started = [life for life in found["referrals"] if life.start and life.start <= last]
    closed = {life.person for life in found["cases_closed"]}
    to_work = {life.person for life in found["cases_closed"] if life.reason in TO_WORK}
    goals = {life.person for name in ("outcomes_employment", "outcomes_studies_completed") for life in found[name]}
    in_work = {life.person for life in found["ongoing"] if has_work(life, last)}
    return {
        **{code: len(people) for code, people in found.items()},
        "conversion": rounded(100 * len(started), len(found["referrals"])),
        "wait_max": max(waits, default=None),
        "wait_median": rounded(int(2 * median(waits)), 2) if waits else None,
        "wait_mean": rounded(sum(waits), len(waits)),
        "wait_est": rounded(365 * len(waits), len(exits)),
        "initial_offered": rounded(100 * len(offered), len(was)),
        "outcome_share": rounded(100 * len(goals), len(found["active"])),
        "in_work": rounded(100 * len(in_work), len(found["ongoing_persons"])),
        "discharge_share": rounded(100 * len(to_work), len(found["participants"])),
        "discharge_share_closed": rounded(100 * len(to_work), len(closed)),
        "balance": rounded(100 * len(found["cases_closed"]), len(found["cases_started"])),
    }

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


def days(first: dt.date, last: dt.date) -> Iterable[dt.date]:
    return (first + n * ONE for n in range((last - first).days + 1))


def rounded(n: int, d: int) -> float | None:
    return None if d == 0 else int((n * 10 * 2 + d) // (2 * d)) / 10


def first_facts(lives: list[Life], day_of: Callable[[Life], dt.date | None]) -> dict[int, Life]:
    """For each person the case of the first fact."""
    found: dict[int, tuple[dt.date, str, Life]] = {}
    for each in lives:
        day = day_of(each)
        if day and (each.person not in found or (day, each.ref) < found[each.person][:2]):
            found[each.person] = (day, each.ref, each)
    return {person: life for person, (_, _, life) in found.items()}


def counts(lives: list[Life], first: dt.date, last: dt.date) -> dict[str, list[Life]]:
    """Each count as the cases that stand for what it counts."""
    lives = [each for each in lives if each.reason != "registered_in_error"]
    span = list(days(first, last))

    def persons(holds: Callable[[Life], bool]) -> list[Life]:
        return list(first_facts(lives, lambda each: each.start if holds(each) else None).values())

    def outcome(*kinds: str, plain: bool = False) -> list[Life]:
        def day_of(each: Life) -> dt.date | None:
            of_kind = [(day, subsidised) for kind, day, subsidised in each.outcomes if kind in kinds]
            fits = [day for day, subsidised in of_kind if first <= day <= last and not (plain and subsidised)]
            return min(fits, default=None)

        return list(first_facts(lives, day_of).values())

    before = {each.person for each in lives if each.has_support(first - ONE)}
    return {
        "ongoing": [each for each in lives if each.has_support(last)],
        "ongoing_persons": persons(lambda each: each.has_support(last)),
        "participants": persons(lambda each: any(each.has_support(day) for day in span)),
        "active": persons(lambda each: any(each.has_support(day) and not each.is_paused(day) for day in span)),
        "referrals": [each for each in lives if each.queued and first <= each.queued <= last],
        "supported": persons(
            lambda each: each.start is not None and first <= each.start <= last and each.person not in before
        ),
        "queue": [each for each in lives if each.waits(last)],
        "outcomes_employment": outcome("employment"),
        "outcomes_studies_completed": outcome("studies_completed"),
        "outcomes_studies_started": outcome("studies_started"),
        "outcomes_unsubsidised": outcome("employment", plain=True),
        "cases_started": [each for each in lives if each.start and first <= each.start <= last],
        "cases_closed": [each for each in lives if each.start and each.closed and first <= each.closed <= last],
    }


def values(lives: list[Life], first: dt.date, last: dt.date) -> dict[str, float | None]:
    """The whole of each figure."""
    found = counts(lives, first, last)
    lives = [each for each in lives if each.reason != "registered_in_error"]
    waits = [(last - each.queued).days for each in found["queue"] if each.queued]
    year = dt.date(last.year - 1, last.month, last.day)
    exits = [each for each in lives if each.queued and each.left and year < each.left <= last]
    was = [each for each in lives if each.waits(first - ONE)]
    offered = [
        each for each in was
        if each.left and first <= each.left <= last and (each.start or each.reason in ("referred_on", "declined"))
    ]  # fmt: skip
    begun = [each for each in found["referrals"] if each.start and each.start <= last]
    closed = {each.person for each in found["cases_closed"]}
    to_work = {each.person for each in found["cases_closed"] if each.reason in TO_WORK}
    goals = {each.person for name in ("outcomes_employment", "outcomes_studies_completed") for each in found[name]}
    in_work = {e.person for e in found["ongoing"] if any(k == "employment" and d <= last for k, d, _ in e.outcomes)}
    return {
        **{code: len(each) for code, each in found.items()},
        "conversion": rounded(100 * len(begun), len(found["referrals"])),
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

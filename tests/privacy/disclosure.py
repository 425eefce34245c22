"""What can be calculated from a report for others, by a judge that knows the figures and what they mean.

A *kind* of person is what happened to somebody who is counted. What a kind adds to each figure is read from a report on
a register in which each kind stands once, under an agreement of its own. Every register of kinds that gives the figures
that are shown is as likely as any other; a hidden count that is the same in all of them is given away. An integer
solver (HiGHS, through SciPy) looks for a register in which it is another.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from tests import program
from tests.reports.register import Register, entering

TODAY, PERIOD = "2026-01-31", "report kpi --year 2025"
BELOW = 5
# A count of a report: a key figure, which of its numbers (value, numerator, denominator), a dimension and a part of it.
Place = tuple[str, str, str, str]
Counts = dict[Place, int]
VALUE, MOST_SECONDS = "value", 60
NUMBERS = (VALUE, "numerator", "denominator")
# Each is there in all the parts of a report by service and gender.
SERVICES, GENDERS = ("ips", "sed"), ("woman", "man")
# Months of support, which are parts of one figure alone.
TENURE = ("tenure_cohort", "cohort")


class Enrolment(NamedTuple):
    """One time that somebody was enrolled: the days of the queue and the support, and what came of it."""

    queued: str | None = None
    started: str | None = None
    closed: str | None = None
    reason: str | None = None
    outcomes: tuple[tuple[str, str, bool], ...] = ()
    paused: bool = False
    contact: bool = False


Kind = tuple[Enrolment, ...]
# A kind in a service and of a gender: what a person is, as far as anybody can know.
Person = tuple[Kind, str, str]

BEFORE, WITHIN, LATE, END = "2024-11-01", "2025-03-01", "2025-10-01", "2025-08-01"
QUEUED_BEFORE, QUEUED_WITHIN, MIDDLE = "2024-10-01", "2025-02-01", "2025-06-01"
QUEUES = (None, QUEUED_BEFORE, QUEUED_WITHIN)
OUTCOMES: tuple[tuple[tuple[str, str, bool], ...], ...] = (
    (),
    (("employment", MIDDLE, False),),
    (("employment", MIDDLE, True),),
    (("employment", MIDDLE, False), ("employment_ended", END, False)),
    (("studies_completed", MIDDLE, False),),
    (("studies_started", MIDDLE, False),),
    (("employment", MIDDLE, False), ("studies_completed", END, False)),
    (("employment", MIDDLE, True), ("studies_completed", END, False)),
    (("employment", MIDDLE, False), ("studies_started", END, False)),
    (("employment", MIDDLE, True), ("studies_started", END, False)),
    (("studies_started", MIDDLE, False), ("studies_completed", END, False)),
)
LATE_OUTCOMES = tuple(
    tuple((outcome, "2025-11-01" if on == MIDDLE else "2025-12-01", subsidised) for outcome, on, subsidised in one)
    for one in OUTCOMES
)
Ending = tuple[str | None, str | None]
OUT_OF_QUEUE: tuple[Ending, ...] = ((None, None), (END, "referred_on"), (END, "other"))
ENDINGS: tuple[Ending, ...] = ((None, None), (END, "work"), (END, "other"))


def kinds() -> Iterator[Kind]:
    """Everybody who waits, has support or has had it in the year: enrolled once, or twice."""
    for came, (left, why) in product((QUEUED_BEFORE, QUEUED_WITHIN), OUT_OF_QUEUE):
        yield (Enrolment(came, None, left, why),)
    for (closed, reason), outcomes, paused in product(ENDINGS, OUTCOMES, (False, True)):
        yield (Enrolment(None, BEFORE, closed, reason, outcomes, paused),)
    yield (Enrolment(None, BEFORE, outcomes=(("employment", "2024-12-01", False),)),)
    for queued, (closed, reason), outcomes, contact in product(QUEUES, ENDINGS, OUTCOMES, (False, True)):
        yield (Enrolment(queued, WITHIN, closed, reason, outcomes, contact=contact),)
    for (closed, reason), outcomes in product(ENDINGS, OUTCOMES):
        yield (Enrolment(None, WITHIN, closed, reason, outcomes, paused=True),)
    for queued, outcomes, contact in product(QUEUES, LATE_OUTCOMES, (False, True)):
        yield (Enrolment(queued, LATE, None, None, outcomes, contact=contact),)
    for first, (closed, reason), outcomes in product((BEFORE, WITHIN), ENDINGS[1:], OUTCOMES[:2]):
        ended = Enrolment(None, first, closed, reason, outcomes)
        yield ended, Enrolment(None, LATE)
        yield ended, Enrolment(None, LATE, "2025-12-01", "other")
        yield ended, Enrolment("2025-09-01")


def enter(it: Register, people: Iterable[Person], agreements: Iterable[int]) -> None:
    """Enter persons, each under an agreement."""
    for number, ((kind, service, gender), agreement) in enumerate(zip(people, agreements, strict=True)):
        person = it.person(gender)
        for place, one in enumerate(kind):
            case = it.case(
                f"K{number}-{place}", person, service, agreement, queued_on=one.queued, from_day=one.started,
                closed_on=one.closed, close_reason=one.reason,
            )  # fmt: skip
            for outcome, on, subsidised in one.outcomes:
                it.outcome(case, outcome, on, subsidised)
            if one.paused:
                it.pause(case, "2024-12-01")
            if one.contact:
                it.contact(case, "employer", "2025-03-20" if one.started == WITHIN else "2025-10-20")


def report(folder: Path, words: str) -> dict[str, Any]:
    """The key figures of the year, by code."""
    answer = program.run(f"{PERIOD} {words} --json", folder=folder, today=TODAY)
    assert 0 == answer.code, answer.err
    return {kpi["code"]: kpi for kpi in answer.json["kpis"]}


def shown(kpis: Mapping[str, Mapping[str, Any]]) -> Counts:
    """Every count that a report shows."""
    found: Counts = {}
    for code, kpi in kpis.items():
        own = [(("", ""), kpi)]
        own += [((by, part), figure) for by, parts in kpi["breakdown"].items() for part, figure in parts.items()]
        for (by, part), figure in own:
            for name in NUMBERS:
                is_count = name != "value" or kpi["unit"] == "count"
                if is_count and isinstance(figure[name], int):
                    found[code, name, by, part] = figure[name]
    return found


class Judge:
    """Knows what each kind of person adds to every count."""

    def __init__(self, folder: Path) -> None:
        """Count each kind in a new office in the folder, all of one service and gender: what it adds does not depend
        on them."""
        every = list(kinds())
        with entering(folder / "ipsu.db") as it:
            own = [it.agreement(f"T{number}", SERVICES[0]) for number, _ in enumerate(every)]
            enter(it, [(kind, SERVICES[0], GENDERS[0]) for kind in every], own)
        by_kind: list[Counts] = [{} for _ in every]
        for (code, name, by, part), count in shown(report(folder, "--by agreement")).items():
            if by == "agreement" and count:
                by_kind[int(part.removeprefix("T"))][code, name, "", ""] = count
        alike = {
            tuple(sorted({**counts, **_tenure(kind)}.items())): kind
            for kind, counts in zip(every, by_kind, strict=True)
        }
        self.adds = {kind: dict(counts) for counts, kind in alike.items() if counts}

    def parts(self, kind: Kind, service: str, gender: str) -> Counts:
        """What one person adds, whole and by part."""
        found: Counts = {}
        for (code, name, by, part), count in self.adds[kind].items():
            for at in ((by, part),) if by else (("", ""), ("service", service), ("gender", gender)):
                found[code, name, *at] = count
        return found

    def people(self) -> list[Person]:
        """Everybody there can be."""
        return [(kind, service, gender) for kind in self.adds for service in SERVICES for gender in GENDERS]

    def given_away(self, true: Counts, shown: Counts, most: int | None = None) -> list[Place]:
        """The small counts that are hidden, and that are the same in every register that would show the same. `true`
        is all that the report counts, `shown` what of it others see; of them so many are tried, spread over all."""
        registers = Registers(self, true, shown)
        small = sorted(place for place, count in true.items() if place not in shown and 0 < count < BELOW)
        small = small[:: max(1, len(small) // most)] if most else small
        return [place for place in small if not registers.has_another(place, true[place])]


class Registers:
    """All registers that would show the same: as many of each kind of person as give the counts that are shown.

    What is hidden is open; but of a key figure that is a count a hidden part is not nothing, nor is a hidden whole.
    """

    def __init__(self, judge: Judge, true: Counts, shown: Counts) -> None:
        from scipy.sparse import lil_array

        of_each = [judge.parts(*person) for person in judge.people()]
        self.rows = {place: row for row, place in enumerate(sorted({place for own in of_each for place in own}))}
        adds = lil_array((len(self.rows), len(of_each)))
        for column, own in enumerate(of_each):
            for place, count in own.items():
                adds[self.rows[place], column] = count
        self._adds, self._many = adds.tocsr(), len(of_each)
        self._least, self._most = [0.0] * len(self.rows), [math.inf] * len(self.rows)
        for place, row in self.rows.items():
            if place in true and place not in shown:
                self._least[row] = float(place[1] == VALUE)
            else:
                self._least[row] = self._most[row] = float(shown.get(place, 0))

    def has_another(self, place: Place, count: int) -> bool:
        """Is there a register in which a count is another small one?"""
        return any(self._has(place, *ends) for ends in ((1, count - 1), (count + 1, BELOW - 1)) if ends[0] <= ends[1])

    def _has(self, place: Place, low: int, high: int) -> bool:
        from scipy.optimize import Bounds, LinearConstraint, milp

        least, most, row = [*self._least], [*self._most], self.rows[place]
        least[row], most[row] = low, high
        found = milp(
            [0] * self._many,
            constraints=LinearConstraint(self._adds, least, most),
            integrality=[1] * self._many,
            bounds=Bounds(0, math.inf),
            options={"time_limit": MOST_SECONDS},
        )
        assert found.status in (0, 2), found.message  # there is one, or there is none
        return bool(found.x is not None)


def _tenure(kind: Kind) -> Counts:
    """The part of `tenure_cohort` that somebody who has support at the end of the year is in."""
    months = {BEFORE: "12-95", WITHIN: "6-10", LATE: "0-5"}
    ongoing = [one.started for one in kind if one.started and not one.closed]
    return {(TENURE[0], "value", TENURE[1], months[started]): 1 for started in ongoing}

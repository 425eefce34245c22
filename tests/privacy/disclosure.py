"""What can be calculated from a report for others, by a judge that knows the figures and what they mean.

A *kind* of person is what happened to somebody who is counted. What a kind adds to each figure is read from a report on
a register in which each kind stands once, under an agreement of its own. Every register of kinds that gives the figures
that are shown, in one report or in several of the same period, is as likely as any other; a hidden count that is the
same in all of them is given away. An integer solver (HiGHS, through SciPy) looks for a register in which it is another.

The judge knows the limit: a whole that is hidden for its size is above nothing and below the limit, a part that is
listed as hidden is above nothing. Of a hidden whole no part is listed, and then each may be nothing.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
# How many kinds of persons are tried first, next to those who are there: most counts need no more to be another.
FEW_KINDS, MORE_OF_EACH = 40, 4
NUMBERS = (VALUE, "numerator", "denominator")
# Each is there in all the parts of a report by service, gender and agreement.
SERVICES, GENDERS, AGREEMENTS = ("ips", "sed"), ("woman", "man", "other"), ("A", "B", "C", "D")
# What each agreement is on, where it is on one service alone: then anybody may know that.
ON_ONE = {"A": "ips", "B": "ips", "C": "sed", "D": "sed"}
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
# A kind in a service, of a gender and under an agreement: what a person is, as far as anybody can know.
Person = tuple[Kind, str, str, str]

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


def enter(it: Register, people: Iterable[Person], agreements: Mapping[str, int]) -> None:
    """Enter persons, each under an agreement."""
    for number, (kind, service, gender, agreement) in enumerate(people):
        person = it.person(gender)
        for place, one in enumerate(kind):
            case = it.case(
                f"K{number}-{place}", person, service, agreements[agreement], queued_on=one.queued,
                from_day=one.started, closed_on=one.closed, close_reason=one.reason,
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


class Seen(NamedTuple):
    """What reports show: counts, the parts that are listed as hidden, and the codes that are hidden as a whole."""

    counts: Counts
    listed: set[Place]
    wholes: set[str]


def seen(*reports: Mapping[str, Mapping[str, Any]]) -> Seen:
    """All that reports of the same period show together."""
    found = Seen({}, set(), set())
    for code, kpi in (pair for kpis in reports for pair in kpis.items()):
        for (by, part), figure in _figures(kpi):
            if figure["hidden"] and not by:
                found.wholes.add(code)
            for name in NUMBERS:
                is_count = name != VALUE or kpi["unit"] == "count"
                if is_count and figure["hidden"] and by:
                    found.listed.add((code, name, by, part))
                if is_count and isinstance(figure[name], int):
                    found.counts[code, name, by, part] = figure[name]
    return found


def _figures(kpi: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Mapping[str, Any]]]:
    yield ("", ""), kpi
    for by, parts in kpi["breakdown"].items():
        yield from (((by, part), figure) for part, figure in parts.items())


class Judge:
    """Knows what each kind of person adds to every count."""

    def __init__(self, folder: Path) -> None:
        """Count each kind in a new office in the folder, all of one service and gender: what it adds does not depend
        on them."""
        every = [(kind, SERVICES[0], GENDERS[0], f"T{number}") for number, kind in enumerate(kinds())]
        with entering(folder / "ipsu.db") as it:
            enter(it, every, {agreement: it.agreement(agreement, SERVICES[0]) for *_, agreement in every})
        by_kind: list[Counts] = [{} for _ in every]
        for (code, name, by, part), count in seen(report(folder, "--by agreement")).counts.items():
            if by == "agreement" and count:
                by_kind[int(part.removeprefix("T"))][code, name, "", ""] = count
        alike = {
            tuple(sorted({**counts, **_tenure(kind)}.items())): kind
            for (kind, *_), counts in zip(every, by_kind, strict=True)
        }
        self.adds = {kind: dict(counts) for counts, kind in alike.items() if counts}

    def parts(self, person: Person) -> Counts:
        """What one person adds, whole and by part."""
        kind, service, gender, agreement = person
        own = (("", ""), ("service", service), ("gender", gender), ("agreement", agreement))
        found: Counts = {}
        for (code, name, by, part), count in self.adds[kind].items():
            for at in ((by, part),) if by else own:
                found[code, name, *at] = count
        return found

    def people(self, there: Iterable[Person], some: Iterable[Kind] = ()) -> list[Person]:
        """Everybody there can be, of some kinds or of all, under agreements such as there are."""
        on_one = all(service == ON_ONE[agreement] for _, service, _, agreement in there)
        everybody = product(some or self.adds, SERVICES, GENDERS, AGREEMENTS)
        return [one for one in everybody if not on_one or one[1] == ON_ONE[one[3]]]

    def given_away(self, there: Sequence[Person], true: Counts, seen: Seen, most: int | None = None) -> list[Place]:
        """The small counts that are hidden, and that are the same in every register that would show the same. `there`
        are the persons of the register, `true` is all that it counts, `seen` what others see; so many counts are tried,
        spread over all."""
        small = sorted(place for place, count in true.items() if place not in seen.counts and 0 < count < BELOW)
        small = small[:: max(1, len(small) // most)] if most else small
        dice = random.Random(len(there))
        near = {*dice.sample([*self.adds], FEW_KINDS), *(kind for kind, *_ in there)}
        for some in (near, ()):  # one that is another among few kinds is another among all
            registers = Registers(self, there, true, seen, self.people(there, some)) if small else None
            small = [place for place in small if registers and not registers.has_another(place)]
        return small


class Registers:
    """All registers that would show the same: the one there is, with more of some persons and fewer of others."""

    def __init__(
        self, judge: Judge, there: Sequence[Person], true: Counts, seen: Seen, others: Sequence[Person]
    ) -> None:
        from scipy.sparse import lil_array

        own = Counter(there)
        adds = [(judge.parts(person), 1) for person in others] + [(judge.parts(person), -1) for person in own]
        places = sorted({place for counts, _ in adds for place in counts})
        self.rows = {place: row for row, place in enumerate(places)}
        changes = lil_array((len(places), len(adds)))
        for column, (counts, sign) in enumerate(adds):
            for place, count in counts.items():
                changes[self.rows[place], column] = sign * count
        self._changes, self._true, self._many = changes.tocsr(), true, len(adds)
        self._most_changes = [MORE_OF_EACH] * len(others) + [*own.values()]
        self.bounds = {place: _bounds(place, true, seen) for place in places}

    def has_another(self, place: Place) -> bool:
        """Is there a register in which a count is another small one?"""
        low, high = self.bounds[place]
        count = self._true[place]
        return any(self._has(place, *ends) for ends in ((low, count - 1), (count + 1, min(high, BELOW - 1))))

    def _has(self, place: Place, low: float, high: float) -> bool:
        """First by parts of persons, which is quickly told; of few persons, for a solver finds those soonest."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        if low > high:
            return False
        bounds = {**self.bounds, place: (low, high)}
        least, most = ([ends[n] - self._true.get(place, 0) for place, ends in bounds.items()] for n in (0, 1))
        rules = LinearConstraint(self._changes, least, most)
        for whole, up_to in ((0, [math.inf] * self._many), (1, self._most_changes)):
            found = milp(
                [1] * self._many,
                constraints=rules,
                integrality=[whole] * self._many,
                bounds=Bounds(0, up_to),
                options={"time_limit": MOST_SECONDS, "mip_rel_gap": 100.0},
            )
            if found.x is None:
                assert 2 == found.status, found.message  # there is none
                return False
        return True


def _bounds(place: Place, true: Counts, seen: Seen) -> tuple[float, float]:
    """What anybody knows of a count: what is shown, and of what is hidden why it is."""
    code, name, by, _ = place
    is_hidden = place in seen.listed if by else code in seen.wholes
    least = float(is_hidden and name == VALUE)
    if place in seen.counts:
        return seen.counts[place], seen.counts[place]
    if not is_hidden and not (by and code in seen.wholes):
        return 0, 0
    is_small = not by and name == VALUE and true.get(place, 0) < BELOW
    return least, BELOW - 1 if is_small else math.inf


def _tenure(kind: Kind) -> Counts:
    """The part of `tenure_cohort` that somebody who has support at the end of the year is in."""
    months = {BEFORE: "12-95", WITHIN: "6-10", LATE: "0-5"}
    ongoing = [one.started for one in kind if one.started and not one.closed]
    return {(TENURE[0], "value", TENURE[1], months[started]): 1 for started in ongoing}

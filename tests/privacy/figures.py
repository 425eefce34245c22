"""What can be calculated of all figures of a report for others, by a judge that knows what the figures mean.

The counts, hours and öre of the whole and of each part are unknowns; what is shown is a number. Parts make their whole,
and what happened under agreements happened in the services, towns and with the coaches that these have, which anybody
may know. The judge asks of each hidden figure of few persons what the shown ones leave open (`exact`).

Whom a figure is of it reads from the same office in which each case has an agreement of its own, so it knows nothing of
how the program counts persons.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from pathlib import Path
from typing import Any, NamedTuple

from tests import program
from tests.privacy.exact import ONE, ZERO, Row, System
from tests.privacy.worked import AGREEMENTS, WorkedOffice

TODAY, YEAR, BELOW = "2026-01-31", "report kpi --year 2025", 5
DIMENSIONS = ("service", "gender", "agreement", "coach", "site", "cohort")
EVERY = " ".join(f"--by {name}" for name in DIMENSIONS)
# What anybody may know of how the office is put together.
KNOWN_TO_GO_TOGETHER = ("service", "agreement", "coach", "site", "office")
WHOLE = ("", "")
# A number that is added up, a dimension and a part of it.
Place = tuple[str, str, str]
Persons = frozenset[tuple[int, int]]

# Numbers that two figures have.
SAME = {
    ("conversion", "denominator"): "referrals", ("wait_est", "numerator"): "queue",
    ("in_work", "denominator"): "ongoing_persons", ("balance", "numerator"): "cases_closed",
    ("balance", "denominator"): "cases_started", ("delivery_rate", "numerator"): "delivered_hours",
    ("delivery_rate", "denominator"): "planned_hours",
}  # fmt: skip
# Not of persons.
OPEN = ("fidelity_latest", "meetings", "goal_progress")
# What makes what, whole and in each part; the rest of what was invoiced has no figure.
SUMS = (
    ("invoiced_ore", ("approved_ore", "rejected_ore", "paid_ore", "rest")),
    ("a_to_b.denominator", ("mappings_done", "no_shows")),
    *(
        (f"survey {number}:Nytta:all", (f"survey {number}:Nytta:ongoing", f"survey {number}:Nytta:closing"))
        for number in ("positive", "answered", "asked")
    ),
)
AT_MOST = (
    *((f"survey {one}:Nytta:{of}", f"survey {other}:Nytta:{of}") for of in ("all", "ongoing", "closing")
      for one, other in (("positive", "answered"), ("answered", "asked"))),
    ("gp_on_time.denominator", "cases_started"), ("passed.denominator", "cases_closed"),
    ("tapering.denominator", "cases_closed"), ("first_contact_median.denominator", "cases_started"),
)  # fmt: skip
# What was done with persons: it is theirs, however much it is.
WORK = ("deviations", "documents_overdue", "first_pass_share", "first_pass_share_documents")
UNITS_OF_WORK = ("hours", "ore")
OWN_PARTS = ("known",)
DAYS = ("days_to_payment", "days_to_entry", "days_to_basis")


class Report(NamedTuple):
    """A report as it is answered: its key figures by code."""

    kpis: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, folder: Path, words: str) -> "Report":
        answer = program.run(f"{YEAR} {words} --json", folder=folder, today=TODAY)
        assert 0 == answer.code, answer.err
        return cls({kpi["code"]: kpi for kpi in json.loads(answer.out, parse_float=Fraction)["kpis"]})

    def figures(self) -> Iterator[tuple[str, tuple[str, str], Mapping[str, Any]]]:
        for code, kpi in self.kpis.items():
            yield code, WHOLE, kpi
            for by, parts in kpi["breakdown"].items():
                yield from ((code, (by, part), figure) for part, figure in parts.items())

    def places(self, code: str, at: tuple[str, str]) -> list[Place]:
        """Where the numbers of a figure count that can be added up."""
        return [place for place, _ in self._places(code, at)]

    def _places(self, code: str, at: tuple[str, str]) -> Iterator[tuple[Place, str]]:
        for number in ("value", "numerator", "denominator"):
            if name := _name(code, number, self.kpis[code]["unit"]):
                yield (name, *at), number

    def numbers(self) -> dict[Place, Fraction]:
        """All that is shown and that can be added up."""
        found = {}
        for code, at, figure in self.figures():
            for place, number in self._places(code, at):
                if figure[number] is not None:
                    found[place] = Fraction(figure[number])
        for target in self.kpis["supported"]["targets"]:
            at = WHOLE if target["agreement"] == "all" else ("agreement", target["agreement"])
            if target["judged_value"] is not None:
                found[f"supported since {target['from']}", *at] = Fraction(target["judged_value"])
        return found


def _name(code: str, number: str, unit: str) -> str | None:
    """What a number is called that can be added up."""
    base, _, rest = code.partition(":")
    if base in OPEN or (number == "value" and unit not in ("count", "hours", "ore")):
        return None
    if base in ("survey_share", "survey_response"):
        names = ("positive", "answered") if base == "survey_share" else ("answered", "asked")
        return f"survey {names[number == 'denominator']}:{rest}"
    return code if number == "value" else SAME.get((code, number), f"{code}.{number}")


class Case(NamedTuple):
    """A case of one of several offices: who it is of, what it counts under, and what it adds to each number. `days` are
    the medians that it stands in."""

    person: tuple[int, int]
    parts: Mapping[str, str]
    adds: Mapping[str, Fraction]
    days: frozenset[str]


def cases_of(it: WorkedOffice, own: Report, number: int = 0, office: str = "") -> list[Case]:
    """The cases of an office, by a report on it in which each is under an agreement of its own."""
    found = []
    places = own.numbers()
    names = {name for name, *_ in places}
    for place, case in enumerate(it.cases):
        at = "agreement", f"T{place}"
        adds = {name: places[name, *at] for name in names if places.get((name, *at))}
        parts = {code: own.kpis[code]["breakdown"]["agreement"].get(at[1]) for code in DAYS}
        days = frozenset(code for code, part in parts.items() if part and part["value"] is not None)
        labels = case.parts | ({"office": office} if office else {})
        found.append(Case((number, case.person), labels, adds, days))
    return found


class Judge:
    """Knows an office, all figures of it and those that others see."""

    def __init__(self, cases: Sequence[Case], true: Report, seen: Report) -> None:
        self.cases, self.true, self.seen = cases, true, seen
        self.numbers, self.shown = true.numbers(), seen.numbers()
        for at in self._places("invoiced_ore"):
            came = [self.numbers.get((name, *at), ZERO) for name in SUMS[0][1]]
            self.numbers["rest", *at] = self.numbers["invoiced_ore", *at] - sum(came)
        self.lying_between = dict(self._lying_between())
        self.names = {name for name, *_ in self.numbers}
        self.hidden = {
            place for place in self.numbers
            if place[0] != "rest" and place not in self.shown and self.numbers[place]
        }  # fmt: skip
        self.system = System([*self._rows()], self._known())

    def _known(self) -> dict[Place, Fraction]:
        """What is shown; and a part that is not even listed is nothing, where not the whole is hidden."""
        return {place: self.shown.get(place, self.numbers[place]) for place in self.numbers
                if place in self.shown or (place[0] != "rest" and not self.numbers[place])}  # fmt: skip

    def _rows(self) -> Iterator[Row]:
        for one, others in self._equations():
            yield from self._sum(one, others)
        for less, more in AT_MOST:
            for at in self._places(less):
                yield Row(
                    {(less, *at): ONE} | ({(more, *at): -ONE} if (more, *at) in self.numbers else {}), ZERO, False
                )
        for place in self.hidden:
            yield from self._limits(place)

    def _sum(self, one: Sequence[Place], others: Sequence[Place]) -> Iterator[Row]:
        """The one side is what the other is; where a person stands in several parts, at most that."""
        times = dict.fromkeys(one, ONE) | dict.fromkeys(others, -ONE)
        left = sum(self.numbers[place] * own for place, own in times.items())
        if left <= 0:
            yield Row(times, ZERO, left == 0)

    def _limits(self, place: Place) -> Iterator[Row]:
        """What is listed as hidden is not nothing, and a hidden whole that is small is below the limit."""
        name = place[0]
        whole = (name, *WHOLE)
        if name not in self.true.kpis or self._is_sum(name):
            return
        if place == whole or whole not in self.hidden:
            yield Row({place: -ONE}, -ONE, False)
        if place == whole and self.numbers[place] < BELOW and not self._is_work(name):
            yield Row({place: ONE}, Fraction(BELOW - 1), False)

    def _lying_between(self) -> Iterator[tuple[Place, tuple[Place, Place]]]:
        """New support between two days that targets or the period count it from: of the same cases that is a count."""
        own = [place for place in self.numbers if place[0].startswith("supported")]
        for pair in combinations(own, 2):
            less, more = sorted(pair, key=lambda place: self.numbers[place])
            if less[1:] == more[1:] and self.numbers[less] < self.numbers[more]:
                place = (f"{more[0]} less {less[0]}", *less[1:])
                self.numbers[place] = self.numbers[more] - self.numbers[less]
                yield place, (more, less)

    def _places(self, name: str) -> list[tuple[str, str]]:
        return [(by, part) for own, by, part in self.numbers if own == name]

    def _equations(self) -> Iterator[tuple[list[Place], list[Place]]]:
        for name in self.names:
            parts = self._by_dimension(name)
            for own in parts.values() if not name.startswith("supported ") else ():
                yield [(name, *WHOLE)], own
            yield from self._together(name, parts)
        for rest, (more, less) in self.lying_between.items():
            yield [more], [less, rest]
        for whole, made_of in SUMS:
            for at in self._places(whole):
                yield [(whole, *at)], [(name, *at) for name in made_of if (name, *at) in self.numbers]

    def _by_dimension(self, name: str) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for by, part in self._places(name):
            if by:
                found.setdefault(by, []).append((name, by, part))
        return found

    def _together(self, name: str, parts: Mapping[str, Sequence[Place]]) -> Iterator[tuple[list[Place], list[Place]]]:
        """The parts of two dimensions that are of the same cases, as anybody may know."""
        for one, other in combinations(KNOWN_TO_GO_TOGETHER, 2):
            if one in parts and other in parts:
                for group in self._groups(name, one, other):
                    left = [place for place in parts[one] if place[1:] in group]
                    right = [place for place in parts[other] if place[1:] in group]
                    if (left or right) and len(left) < len(parts[one]):
                        yield left, right

    def _groups(self, name: str, one: str, other: str) -> list[set[tuple[str, str]]]:
        found: list[set[tuple[str, str]]] = []
        if name.startswith("survey"):
            pairs = [{("agreement", ref), ("service", service)} for ref, (service, _) in AGREEMENTS.items()]
            pairs = pairs if {one, other} == {"agreement", "service"} else []
        else:
            pairs = [{(by, case.parts[by]) for by in (one, other)} for case in self.cases]
        for pair in pairs:
            near = [group for group in found if not group.isdisjoint(pair)]
            found = [group for group in found if group not in near] + [pair.union(*near)]
        return found

    def _is_work(self, name: str) -> bool:
        base, _, number = name.partition(".")
        return number != "numerator" and (base in WORK or base in DAYS or self._is_sum(base))

    def _is_sum(self, name: str) -> bool:
        """Of hours or money."""
        return name in self.true.kpis and self.true.kpis[name]["unit"] in UNITS_OF_WORK

    def persons(self, name: str, *places: tuple[str, str]) -> Persons:
        """Whom a number is of, in one part or several together."""
        return frozenset(
            case.person for case in self.cases if name in case.adds
            and any(at == WHOLE or case.parts.get(at[0]) == at[1] for at in places)
        )  # fmt: skip

    def few(self, name: str, places: Sequence[Place]) -> bool:
        """Is it of few persons, or a small count itself?"""
        if self._is_work(name):
            return 0 < len(self.persons(name, *(place[1:] for place in places))) < BELOW
        return 0 < sum(self.numbers[place] for place in places) < BELOW

    def shown_of_few(self) -> list[tuple[str, tuple[str, str]]]:
        """What others see of work with few persons."""
        return [
            (code, at) for code, at, figure in self.seen.figures()
            if figure["value"] and at[0] not in OWN_PARTS and 0 < len(self._behind(code, at)) < BELOW
        ]  # fmt: skip

    def _behind(self, code: str, at: tuple[str, str]) -> Persons:
        """Whom a figure of work is of."""
        if code in DAYS:
            own = [case for case in self.cases if code in case.days]
            return frozenset(case.person for case in own if at == WHOLE or case.parts.get(at[0]) == at[1])
        names = {_name(code, number, self.true.kpis[code]["unit"]) for number in ("value", "denominator")}
        return frozenset().union(*(self.persons(name, at) for name in names if name and self._is_work(code)))

    def given_away(self) -> list[tuple[Place, ...]]:
        """What is hidden for few persons and told by what is shown: alone, or together with others hidden there."""
        asked: list[tuple[Place, ...]] = [(place,) for place in sorted(self.hidden)]
        for name in sorted(self.names):
            parts = self._by_dimension(name)
            groups = [*parts.values(), *(side for pair in self._together(name, parts) for side in pair)]
            asked += [tuple(place for place in group if place in self.hidden) for group in groups]
        listed = [places for places in dict.fromkeys(asked) if places]
        return [places for places in listed if self.few(places[0][0], places) and self._is_told(places)]

    def _is_told(self, places: Sequence[Place]) -> bool:
        """A count alone is told too where it could be no other small one; that several are few together nobody says."""
        extent = self.system.extent(places)
        if self._is_work(places[0][0]) or extent.most is None or len(places) > 1:
            return extent.is_one_value
        possible = range(ceil(extent.least), min(floor(extent.most), BELOW - 1) + 1)
        return not {*possible} - {int(self.numbers[places[0]])}

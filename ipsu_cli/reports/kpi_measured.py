"""The key figures measured: every one that there is, or those that are asked for, of a choice of cases in a period."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from ipsu_cli.core.dates import Month
from ipsu_cli.core.deadline import days_of
from ipsu_cli.core.goal import RATE, Goal
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.target import Target, spans, typed_party
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.rules import due, services
from ipsu_cli.rules.kpis import BY_CODE
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, kpis, settings
from ipsu_cli.store.kpis import flow
from ipsu_cli.store.kpis.persons import QUESTIONS as PERSONS
from ipsu_cli.store.kpis.question import OWN, WHOLE, Pair, Parts, Question, Tallies, added, of_cases
from ipsu_cli.store.kpis.units import AgreementUnit, Meeting, lowest
from ipsu_cli.store.scope import Chosen

PROGRESS = "goal_progress"
FIDELITY = "fidelity_latest"
EVERY_QUESTION = kpis.asked_for(code for code in BY_CODE if code in kpis.QUESTIONS or code in kpis.RATIOS)


class Ask(NamedTuple):
    """One figure of one period; `counts` are the outcomes that count, where they are not the figure's own."""

    period: Period
    code: str
    counts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What tells it from other questions of the period."""
        return f"counted {self.counts}" if self.counts else self.code


class Tallied(NamedTuple):
    """What a register says of a period, before figures are made of it: what each question counts, the answers to
    surveys, the latest fidelity, and the meetings of agreements as a whole."""

    tallies: dict[str, Tallies]
    surveys: dict[str, Parts]
    fidelity: Parts
    meetings: list[Meeting]


class Measured(NamedTuple):
    """All figures by their codes, the spans without enough meetings by theirs; and how many persons the sums are of,
    where that was asked for."""

    figures: dict[str, Parts]
    missing: dict[str, list[str]]
    persons: dict[str, Parts]


class OfficeCalendar:
    """What the services ask for, and how the office counted its days on the day that is looked back to."""

    def __init__(self, store: Store) -> None:
        self.days = days_of(DEFAULTS | settings.entered(store))
        self._known = set(services.codes())

    def of_start(self, service: str, system: str | None, first: dt.date) -> Iterator[tuple[str, dt.date]]:
        for kind in self._required(service, system):
            if day := due.after_start(kind, first, self.days):
                yield kind.type, day

    def monthly(self, service: str, system: str | None) -> list[str]:
        return [kind.type for kind in self._required(service, system) if kind.monthly]

    def at_end(self) -> list[tuple[str, str]]:
        return [(code, kind.type) for code in self._known for kind in services.documents(code) if kind.ends_with_case]

    def singles(self) -> list[str]:
        return [kind.type for code in self._known for kind in services.documents(code) if kind.single]

    def after_month(self, month: Month) -> dt.date:
        return due.after_month(month, self.days)

    def after_absence(self, ended: dt.date) -> dt.date:
        return due.after_absence(ended, self.days)

    def _required(self, service: str, system: str | None) -> list[DocumentType]:
        listed = services.documents(service, system) if service in self._known else ()
        return [kind for kind in listed if kind.required]


def counting(store: Store, chosen: Chosen, dimensions: Sequence[str] = (), tick: Tick = silent) -> kpis.KpiCounter:
    """The cases that fit, ready to be counted."""
    on = sorted({services.service(code).agreement for code in chosen.services})
    return kpis.KpiCounter(store, chosen, OfficeCalendar(store), services.codes_to_bind(), on, dimensions, tick)


def tally(cases: kpis.KpiCounter, period: Period, as_of: dt.date, asked: Mapping[str, Question]) -> Tallied:
    """What the cases say of the period."""
    return Tallied(
        cases.tally(period, as_of, asked),
        cases.surveys(period, as_of),
        cases.fidelity(period, as_of),
        cases.meetings(period, as_of),
    )


def added_up(listed: Sequence[Tallied]) -> Tallied:
    """What several registers say of the same."""
    codes = dict.fromkeys(code for tallied in listed for code in tallied.tallies)
    questions = dict.fromkeys(code for tallied in listed for code in tallied.surveys)
    return Tallied(
        {code: added(tallied.tallies[code] for tallied in listed) for code in codes},
        {code: _paired(tallied.surveys.get(code, {}) for tallied in listed) for code in questions},
        lowest(tallied.fidelity for tallied in listed),
        [meeting for tallied in listed for meeting in tallied.meetings],
    )


def _paired(listed: Iterable[Parts]) -> Parts:
    return of_cases.finished(added(cast(Iterable[Tallies], listed)))


def measure(tallied: Tallied, period: Period, dimensions: Sequence[str], targets: Iterable[Target]) -> Measured:
    """Every figure of the period. Meetings are judged by the rates among `targets`."""
    figures = kpis.finished(EVERY_QUESTION, tallied.tallies, kpis.RATIOS)
    persons = kpis.finished(
        {code: own for code, own in PERSONS.items() if code in tallied.tallies}, tallied.tallies, ()
    )
    figures[FIDELITY] = tallied.fidelity
    figures |= tallied.surveys
    missing: dict[str, list[str]] = {}
    for code, rates in _rates(targets).items():
        figures[code], missing[code] = meetings(tallied.meetings, period, dimensions, code, rates)
    return Measured(figures, missing, persons)


def tally_asked(cases: kpis.KpiCounter, as_of: dt.date, asked: Iterable[Ask]) -> dict[Period, Tallied]:
    """What the cases say of each period that is asked for."""
    return {period: tally(cases, period, as_of, _questions(own)) for period, own in _by_period(asked).items()}


def answered(asked: Iterable[Ask], tallied: Mapping[Period, Tallied], rates: Mapping[str, Goal]) -> dict[Ask, Pair]:
    """The whole of each figure asked for; the rates by the codes of meetings."""
    found: dict[Ask, Pair] = {}
    for period, own in _by_period(asked).items():
        counted = tallied[period]
        figures = kpis.finished(_questions(own), counted.tallies, [question.code for question in own]) | counted.surveys
        for question in own:
            found[question] = _whole(_one(question, counted, figures, rates), question.code)
    return found


def _by_period(asked: Iterable[Ask]) -> dict[Period, list[Ask]]:
    found: dict[Period, list[Ask]] = {}
    for question in asked:
        found.setdefault(question.period, []).append(question)
    return found


def _questions(asked: Iterable[Ask]) -> dict[str, Question]:
    """What has to be counted; by other outcomes than a figure's own it is a question of its own."""
    listed = list(asked)
    own = {question.name: flow.outcome_share(question.counts) for question in listed if question.counts}
    return kpis.asked_for(question.code for question in listed if not question.counts) | own


def _one(question: Ask, counted: Tallied, figures: Mapping[str, Parts], rates: Mapping[str, Goal]) -> Parts:
    if question.code == FIDELITY:
        return counted.fidelity
    if question.code in rates:
        return meetings(counted.meetings, question.period, (), question.code, {None: rates[question.code]})[0]
    return figures.get(question.name, {})


def _whole(parts: Parts, code: str) -> Pair:
    return parts.get(WHOLE, {}).get("", nothing(code))


def nothing(code: str) -> Pair:
    """What a figure is where there is nothing to count."""
    return (0, 0) if BY_CODE[code.partition(":")[0]].times else (0, None)


def _rates(targets: Iterable[Target]) -> dict[str, dict[str | None, Goal]]:
    """The rates of the meetings, by code and by whose they are; the rate of all stands before those of each."""
    found: dict[str, dict[str | None, Goal]] = {}
    for target in targets:
        if target.goal.kind == RATE:
            found.setdefault(target.kpi, {})[target.agreement] = target.goal
    return {code: {None: rates[None]} if None in rates else rates for code, rates in found.items()}


def meetings(
    held: Iterable[Meeting],
    period: Period,
    dimensions: Sequence[str],
    code: str,
    rates: Mapping[str | None, Goal],
) -> tuple[Parts, list[str]]:
    """The spans with as many meetings as the rate demands, of all spans; and those that have not."""
    party = code.partition(":")[2]
    own = [(unit, day) for unit, whom, day in held if typed_party(whom) == party]
    found: Parts = {WHOLE: {}}
    missing: set[str] = set()
    for agreement, goal in rates.items():
        days = [day for unit, day in own if agreement in (None, unit.agreement)]
        listed = spans(period.first, period.last, goal.span)
        short = [name for name, first, last in listed if sum(first <= day <= last for day in days) < goal.n]
        service = next((unit.service for unit, _ in own if unit.agreement == agreement), "unspecified")
        for name, part in AgreementUnit(agreement or "unspecified", service).places(dimensions):
            n, d = found.setdefault(name, {}).get(part, (0, 0))
            found[name][part] = n + len(listed) - len(short), (d or 0) + len(listed)
        missing.update(short)
    return found, sorted(missing)


__all__ = [
    "OWN",
    "PERSONS",
    "WHOLE",
    "Ask",
    "Measured",
    "Tallied",
    "added_up",
    "answered",
    "counting",
    "measure",
    "meetings",
    "nothing",
    "tally",
    "tally_asked",
]

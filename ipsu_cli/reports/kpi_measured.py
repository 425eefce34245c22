"""The key figures measured: every one that there is, or those that are asked for, of a choice of cases in a period."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ipsu_cli.core.dates import Month
from ipsu_cli.core.deadline import days_of
from ipsu_cli.core.goal import RATE, Goal
from ipsu_cli.core.period import Period
from ipsu_cli.core.target import Target, spans, typed_party
from ipsu_cli.office import DEFAULTS
from ipsu_cli.rules import due, services
from ipsu_cli.rules.kpis import BY_CODE, SURVEYS
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, kpis, settings
from ipsu_cli.store.kpis import flow
from ipsu_cli.store.kpis.question import OWN, WHOLE, Pair, Parts
from ipsu_cli.store.kpis.units import AgreementUnit
from ipsu_cli.store.scope import Chosen

PROGRESS = "goal_progress"
FIDELITY = "fidelity_latest"

Tick = Callable[[int, int], None]


class Ask(NamedTuple):
    """One figure of one period; `counts` are the outcomes that count, where they are not the figure's own."""

    period: Period
    code: str
    counts: tuple[str, ...] = ()


class Measured(NamedTuple):
    """All figures by their codes, the spans without enough meetings by theirs."""

    figures: dict[str, Parts]
    missing: dict[str, list[str]]


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


def counting(
    store: Store, chosen: Chosen, dimensions: Sequence[str] = (), tick: Tick = lambda done, of: None
) -> kpis.KpiCounter:
    """The cases that fit, ready to be counted."""
    on = sorted({services.service(code).agreement for code in chosen.services})
    return kpis.KpiCounter(store, chosen, OfficeCalendar(store), services.codes_to_bind(), on, dimensions, tick)


def measure(cases: kpis.KpiCounter, period: Period, as_of: dt.date, targets: Iterable[Target]) -> Measured:
    """Every figure of the period. Meetings are judged by the rates among `targets`."""
    figures = cases.count(period, as_of, [code for code in BY_CODE if code in kpis.QUESTIONS or code in kpis.RATIOS])
    figures[FIDELITY] = cases.fidelity(period, as_of)
    figures |= cases.surveys(period, as_of)
    missing: dict[str, list[str]] = {}
    for code, rates in _rates(targets).items():
        figures[code], missing[code] = meetings(cases, period, as_of, code, rates)
    return Measured(figures, missing)


def ask(cases: kpis.KpiCounter, as_of: dt.date, asked: Iterable[Ask], rates: Mapping[str, Goal]) -> dict[Ask, Pair]:
    """The whole of each figure asked for; the rates by the codes of meetings."""
    found: dict[Ask, Pair] = {}
    by_period: dict[Period, list[Ask]] = {}
    for question in asked:
        by_period.setdefault(question.period, []).append(question)
    for period, listed in by_period.items():
        own = {
            f"counted {question.counts}": flow.outcome_share(question.counts) for question in listed if question.counts
        }
        plain = [question.code for question in listed if not question.counts]
        figures = cases.count(period, as_of, plain, own)
        if any(code.partition(":")[0] in SURVEYS for code in plain):
            figures |= cases.surveys(period, as_of)
        for question in listed:
            found[question] = _whole(_one(cases, question, as_of, figures, rates), question.code)
    return found


def _one(
    cases: kpis.KpiCounter, question: Ask, as_of: dt.date, figures: dict[str, Parts], rates: Mapping[str, Goal]
) -> Parts:
    if question.code == FIDELITY:
        return cases.fidelity(question.period, as_of)
    if question.code in rates:
        return meetings(cases, question.period, as_of, question.code, {None: rates[question.code]})[0]
    return figures.get(f"counted {question.counts}" if question.counts else question.code, {})


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
    cases: kpis.KpiCounter, period: Period, as_of: dt.date, code: str, rates: Mapping[str | None, Goal]
) -> tuple[Parts, list[str]]:
    """The spans with as many meetings as the rate demands, of all spans; and those that have not."""
    party = code.partition(":")[2]
    held = [(unit, day) for unit, whom, day in cases.meetings(period, as_of) if typed_party(whom) == party]
    found: Parts = {WHOLE: {}}
    missing: set[str] = set()
    for agreement, goal in rates.items():
        days = [day for unit, day in held if agreement in (None, unit.agreement)]
        listed = spans(period.first, period.last, goal.span)
        short = [name for name, first, last in listed if sum(first <= day <= last for day in days) < goal.n]
        service = next((unit.service for unit, _ in held if unit.agreement == agreement), "unspecified")
        for name, part in AgreementUnit(agreement or "unspecified", service).places(cases.dimensions):
            n, d = found.setdefault(name, {}).get(part, (0, 0))
            found[name][part] = n + len(listed) - len(short), (d or 0) + len(listed)
        missing.update(short)
    return found, sorted(missing)


__all__ = ["OWN", "WHOLE", "Ask", "Measured", "ask", "counting", "measure", "meetings", "nothing"]

"""The key figures in set-based SQL: each is one question, asked of the cases in `scope` (support) and `waiting`
(the queue), and rolled up whole and by part.

A question is an entry in `flow`, `supply`, `money` or `first_pass`; what is kept of an agreement as a whole is in
`units`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ipsu_cli.core.period import Period
from ipsu_cli.core.role import Codes
from ipsu_cli.core.same_cases import PartsOfRows
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.store import Store, scope
from ipsu_cli.store.kpis import filed, first_pass, flow, money, supply, units
from ipsu_cli.store.kpis.question import OWN, WHOLE, Cells, Parts, Question, Tallies, divided

DIMENSIONS = ("service", "gender", "agreement", "coach", "site", "cohort")
QUESTIONS: dict[str, Question] = {
    **flow.QUESTIONS, **supply.QUESTIONS, **money.QUESTIONS, **first_pass.QUESTIONS,
}  # fmt: skip
# One figure over another.
RATIOS = {"balance": ("cases_closed", "cases_started"), "delivery_rate": ("delivered_hours", "planned_hours")}
OWN_DIMENSION = {"deviations": "known", "tenure_cohort": "cohort"}

MADE: dict[str, tuple[str, ...]] = {
    "planned": (*scope.PLANS, *scope.WEEKS), "filed": (), **supply.MADE, **money.MADE, **first_pass.MADE,
}  # fmt: skip

MONTHS_PLANNED = """
    SELECT substr(date(monday, '+3 days'), 1, 7) AS month, sum(hours) AS hours FROM planned
    WHERE week BETWEEN :first_week AND :last_week GROUP BY 1
"""
MONTHS_DELIVERED = """
    SELECT substr(d.to_day, 1, 7) AS month, sum(d.quantity) AS hours FROM deliveries d JOIN scope s ON s.id = d.case_id
    WHERE d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :first AND :last GROUP BY 1
"""


class KpiCounter:
    """Cases chosen to be counted: over one period after another, each time those figures that are asked for.

    `calendar` says by when which document is in time, `codes` which documents and services a question is about.
    `tick` hears how far it is.
    """

    def __init__(
        self,
        store: Store,
        chosen: scope.Chosen,
        calendar: filed.FilingCalendar,
        codes: Codes,
        agreement_services: Sequence[str] = (),
        dimensions: Sequence[str] = (),
        tick: Tick = silent,
    ) -> None:
        self.store, self.dimensions, self.calendar, self.tick = store, tuple(dimensions), calendar, tick
        self.codes = codes.bound()
        scope.forget(store)
        self.cells: Cells = scope.choose_cases(store, chosen, dimensions)
        store.conn.execute(scope.BY_PERSON)
        units.choose(store, agreement_services, chosen.agreements)
        self.of_units = not (chosen.coaches or chosen.sites)
        self._made: set[str] = set()

    def count(
        self, period: Period, as_of: dt.date, codes: Sequence[str], others: Mapping[str, Question] | None = None
    ) -> dict[str, Parts]:
        """The figures of those codes; `others` are questions that no code has for itself."""
        asked = asked_for(codes) | dict(others or {})
        return finished(asked, self.tally(period, as_of, asked), codes)

    def tally(self, period: Period, as_of: dt.date, asked: Mapping[str, Question]) -> dict[str, Tallies]:
        """What each of the questions counts, before figures are made of it."""
        values = values_of(period, as_of) | self.codes
        found: dict[str, Tallies] = {}
        for place, (code, question) in enumerate(asked.items()):
            self.tick(place, len(asked))
            self._make(question.needs, values)
            found[code] = question.how.tally(self.store, question, values, self.cells)
        self._forget_period()
        return found

    def surveys(self, period: Period, as_of: dt.date) -> dict[str, Parts]:
        """What was asked and answered, by the codes of the questions."""
        return units.surveys(self.store, values_of(period, as_of), self.dimensions) if self.of_units else {}

    def fidelity(self, period: Period, as_of: dt.date) -> Parts:
        """The latest fidelity; a coach has none."""
        values = values_of(period, as_of) | self.codes
        return units.fidelity(self.store, values, self.dimensions) if self.of_units else {}

    def meetings(self, period: Period, as_of: dt.date) -> list[units.Meeting]:
        """The meetings of the period, of agreements as a whole."""
        return units.meetings(self.store, values_of(period, as_of)) if self.of_units else []

    def parts_of_rows(self) -> PartsOfRows:
        """The parts that some case stands in or waits in, and those of the agreements."""
        cells = list(self.cells.values())
        waiting = [cell | {"service": cell["queued_for"]} for cell in map(dict, cells) if "queued_for" in cell]
        return PartsOfRows([*cells, *waiting], units.parts_of_rows(self.store))

    def by_month(self, period: Period) -> tuple[dict[str, int], dict[str, int]]:
        """The planned hours (by the weeks' Thursdays) and the delivered ones (by work date) of each month."""
        values = values_of(period, period.last)
        self._make(("planned",), values)
        planned, delivered = (
            {row["month"]: row["hours"] for row in self.store.conn.execute(question, values)}
            for question in (MONTHS_PLANNED, MONTHS_DELIVERED)
        )
        return planned, delivered

    def prepare(self, names: Iterable[str], day: dt.date) -> dict[str, Any]:
        """Make the tables of those names, over all days up to `day`. Gives the values that a question of them names."""
        values = values_of(Period(dt.date.min, day), day) | self.codes
        self._make(names, values)
        return values

    def _make(self, names: Iterable[str], values: Mapping[str, Any]) -> None:
        for name in names:
            if name not in self._made:
                if name == "filed":
                    filed.make(self.store, self.calendar, values)
                for statement in MADE[name]:
                    self.store.conn.execute(statement, values)
                self._made.add(name)

    def _forget_period(self) -> None:
        for name in self._made - {"planned"}:
            self.store.conn.execute(f"DROP TABLE temp.{name}")
        self._made &= {"planned"}


def asked_for(codes: Iterable[str]) -> dict[str, Question]:
    """The questions that the figures of those codes are made of."""
    listed = dict.fromkeys(base for code in codes for base in RATIOS.get(code, (code,)))
    return {code: QUESTIONS[code] for code in listed if code in QUESTIONS}


def finished(asked: Mapping[str, Question], tallies: Mapping[str, Tallies], codes: Iterable[str]) -> dict[str, Parts]:
    """The figures of the questions, made of what they counted, and those of `codes` that are one over another."""
    found = {code: question.how.finished(tallies[code]) for code, question in asked.items()}
    for code in set(codes) & RATIOS.keys():
        one, by = RATIOS[code]
        found[code] = divided(found[one], found[by])
    return found


def values_of(period: Period, as_of: dt.date) -> dict[str, Any]:
    """The days that the questions name. `until` is the last day of the period that has come; `year_before` is the
    day twelve months before it."""
    until = min(period.last, as_of)
    leap = until.month == 2 and until.day == 29
    days = {
        "first": period.first,
        "last": period.last,
        "before": period.first - dt.timedelta(days=min(1, (period.first - dt.date.min).days)),
        "until": until,
        "as_of": as_of,
        "year_before": until.replace(year=until.year - 1, day=28 if leap else until.day),
    }
    first_week, last_week = period.weeks
    first_month, last_month = period.months
    ends = {"first_week": first_week, "last_week": last_week, "first_month": first_month, "last_month": last_month}
    return {name: day.isoformat() for name, day in days.items()} | {name: str(end) for name, end in ends.items()}


__all__ = ["DIMENSIONS", "OWN", "OWN_DIMENSION", "QUESTIONS", "RATIOS", "WHOLE", "Parts", "Tallies"]

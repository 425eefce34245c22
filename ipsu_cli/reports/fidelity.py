"""`ipsu report fidelity`: how well each unit follows its method, against its target, and over time."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import LINES, Chart
from ipsu_cli.core.fidelity import FidelityReview, Scale
from ipsu_cli.core.goal import NUMBER
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import Target
from ipsu_cli.office import Office
from ipsu_cli.reports.fidelity_list import scale_of
from ipsu_cli.reports.query import ReportQuery, heading, open_register
from ipsu_cli.rules import services
from ipsu_cli.store import Store, agreements, fidelity, targets

KPI = "fidelity_latest"
UNITS = (
    Column("agreement"), Column("on", "day"), Column("total", "count"), Column("max", "count"),
    Column("band", "code"), Column("target", "figure"), Column("met"), Column("difference", "figure"),
)  # fmt: skip


class UnitFidelity(NamedTuple):
    """A unit's reviews up to a day, oldest first, each with its scale; its target, and the day it is judged on."""

    agreement: str
    reviews: tuple[tuple[FidelityReview, Scale], ...]
    target: Target | None
    judged_on: dt.date

    def latest(self, by: dt.date) -> tuple[FidelityReview, Scale] | None:
        """The latest complete review by a day."""
        own = [reviewed for reviewed in self.reviews if reviewed[0].total is not None and reviewed[0].on <= by]
        return own[-1] if own else None

    @property
    def judged(self) -> int | None:
        """The total that the target is judged by."""
        found = self.latest(self.judged_on)
        return found[0].total if found else None

    @property
    def difference(self) -> Quantity | None:
        """How much the total is above the target."""
        if self.target is None or self.judged is None:
            return None
        return Quantity(100 * self.judged - self.target.goal.n)

    @property
    def met(self) -> bool | None:
        """None without a target, and where there is no review to judge by."""
        return None if self.difference is None else self.difference >= Quantity(0)

    def standing(self, last: dt.date) -> "UnitStanding":
        """How the unit stands on a day."""
        review, scale = self.latest(last) or (None, None)
        return UnitStanding(
            agreement=self.agreement,
            on=review and review.on,
            total=review and review.total,
            max=scale and scale.max,
            band=scale.band(review.total) if scale and review else None,
            scale=scale and scale.name,
            target=None if self.target is None else Quantity(self.target.goal.n),
            met=self.met,
            difference=self.difference,
            judged_on=self.judged_on if self.target else None,
            judged_total=self.judged if self.target else None,
            history=[PastReview(review.on, review.total, scale.band(review.total)) for review, scale in self.reviews],
        )


class PastReview(NamedTuple):
    """The day of a review, and what it came to."""

    on: dt.date
    total: int | None
    band: str | None


class UnitStanding(NamedTuple):
    """A unit's latest review with its scale, how that compares with the target, and all its reviews, oldest first."""

    agreement: str
    on: dt.date | None
    total: int | None
    max: int | None
    band: str | None
    scale: str | None
    target: Quantity | None
    met: bool | None
    difference: Quantity | None
    judged_on: dt.date | None
    judged_total: int | None
    history: list[PastReview]


class JointGoal(NamedTuple):
    """Does every unit with a target meet it, and the lowest total of a unit; None where it cannot be said."""

    met: bool | None
    total: int | None


class FidelityReport(NamedTuple):
    """The whole answer; the units stand as they do on `stock_day`."""

    period: Period
    as_of: dt.date
    stock_day: dt.date
    units: list[UnitStanding]
    joint: JointGoal


def joint(units: Sequence[UnitFidelity], last: dt.date) -> JointGoal:
    """How the units stand together on a day."""
    found = [unit.latest(last) for unit in units]
    totals = [reviewed[0].total for reviewed in found if reviewed and reviewed[0].total is not None]
    return JointGoal(_all_meet(units), min(totals) if totals and len(totals) == len(units) else None)


def _all_meet(units: Sequence[UnitFidelity]) -> bool | None:
    """The joint goal is met where every unit with a target meets it."""
    found = [unit.met for unit in units if unit.target]
    if not found or (None in found and False not in found):
        return None
    return all(found)


def report_fidelity(office: Office, query: ReportQuery) -> Answer[FidelityReport]:
    """Every unit on the period's last day; a target is judged on its own day where that is earlier."""
    with office.reading() as store:
        query = open_register(store, query, office.today)
        units = units_of(store, query)
    standings = [unit.standing(query.stock_day) for unit in units]
    goal = joint(units, query.stock_day)
    report = FidelityReport(query.period, query.as_of, query.stock_day, standings, goal)
    message_code = {None: "message.joint-unknown", True: "message.joint-met", False: "message.joint-not-met"}[goal.met]
    return Answer(report, [heading(query), Text(message_code)], tables_of(units, standings), charts=charts_of(units))


def units_of(store: Store, query: ReportQuery) -> list[UnitFidelity]:
    """The units asked for: agreements on a service that people wait for, and any that has been reviewed."""
    reviewed: dict[str, list[tuple[FidelityReview, Scale]]] = {}
    for review in fidelity.listed(store):
        if review.on <= query.period.last:
            reviewed.setdefault(review.agreement, []).append((review, scale_of(store, review.scale, review.on)))
    aims = [aim for aim in targets.listed(store) if aim.kpi == KPI and aim.goal.kind == NUMBER]
    found = []
    for agreement in agreements.all_of(store):
        asked = not query.agreements or agreement.ref in query.agreements
        served = not query.services or agreement.covers(query.services)
        ended = agreement.to_day is not None and agreement.to_day < query.period.first
        runs = agreement.from_day <= query.period.last and not ended
        if asked and served and (agreement.ref in reviewed or (runs and any(map(_is_unit, agreement.services)))):
            target = _target(aims, agreement.ref, query.period)
            judged_on = min(query.period.last, (target and target.by_day) or query.period.last)
            reviews = tuple(reviewed.get(agreement.ref, ()))
            found.append(UnitFidelity(agreement.ref, reviews, target, judged_on))
    return found


def _is_unit(service: str) -> bool:
    return service in services.codes() and services.service(service).queued


def _target(aims: Sequence[Target], agreement: str, period: Period) -> Target | None:
    """The unit's own target, else that of all; of several the one that is to be reached next, else the last."""
    for whose in (agreement, None):
        own = [e for e in aims if e.agreement == whose and (e.from_day is None or e.from_day <= period.last)]
        own.sort(key=lambda target: target.by_day or dt.date.max)
        ahead = [target for target in own if (target.by_day or dt.date.max) >= period.last]
        if own:
            return ahead[0] if ahead else own[-1]
    return None


def tables_of(units: Sequence[UnitFidelity], standings: Sequence[UnitStanding]) -> list[Table]:
    """The units as they stand, and their totals over time."""
    rows: list[tuple[Any, ...]] = [
        (
            unit.agreement, unit.on, unit.total, unit.max, unit.band, _whole(unit.target),
            met_text(unit.met), _whole(unit.difference),
        ) for unit in standings
    ]  # fmt: skip
    tables = [Table("fidelity-units", UNITS, rows, bar="total")] if rows else []
    days = sorted({review.on for unit in units for review, _ in unit.reviews if review.total is not None})
    if days:
        names = [unit.agreement for unit in units]
        columns = (Column("on", "day"), *(Column.headed(name, "count") for name in names), Column("target", "count"))
        tables.append(Table("fidelity-history", columns, [_on(day, units) for day in days]))
    return tables


def _whole(points: Quantity | None) -> int | None:
    return None if points is None else points.hundredths // 100


def _on(day: dt.date, units: Sequence[UnitFidelity]) -> tuple[Any, ...]:
    """The totals of the reviews of a day, unit by unit, and the highest target."""
    aims = [unit.target.goal.n // 100 for unit in units if unit.target]
    totals = [next((r.total for r, _ in reversed(e.reviews) if r.on == day), None) for e in units]
    return (day, *totals, max(aims) if aims else None)


def charts_of(units: Sequence[UnitFidelity]) -> list[Chart]:
    """Fidelity over time: a line for each unit, and the target."""
    names = tuple(f"={unit.agreement}" for unit in units)
    aimed = ("target",) if any(unit.target for unit in units) else ()
    return [Chart("fidelity", "fidelity-history", "on", (*names, *aimed), "points", LINES, aimed)] if names else []


def met_text(met: bool | None) -> Text | None:
    """Met or not, in words; nothing where it cannot be judged."""
    return None if met is None else Text("message.met" if met else "message.not-met")

"""What the plans in force have left, in money by month and coach, and which terms of agreements end.

A week of a plan belongs to the month of its Thursday, and is paid for at the price of that day. What ended weeks have
left over may still be worked while the plan goes on, for the hours of the whole plan are the limit: it stands in the
month that goes on. A plan whose last week has ended has nothing left to work.
"""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ipsu_cli.core.agreement import Price
from ipsu_cli.core.dates import ONE_DAY, Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.price_list import PriceList
from ipsu_cli.core.table import Column, Table
from ipsu_cli.reports.query import ReportQuery
from ipsu_cli.store import Store, agreements, money

PLAN_COLUMNS = (
    Column("month", "month"), Column("coach"), Column("planned_hours", "hours"), Column("behind_hours", "hours"),
    Column("net_ore", "money"), Column("unpriced_hours", "hours"),
)  # fmt: skip
END_COLUMNS = (
    Column("on", "day"), Column("agreement"), Column("service", "code"), Column("unit", "code"), Column("level"),
    Column("price", "money"), Column("next_price", "money"),
)  # fmt: skip
DAYS_AHEAD = 365


class PlansLeft(NamedTuple):
    """What plans have left in a month, of one coach's cases: the hours of its weeks, those that ended weeks have left
    over, and what both are worth; hours without a price are worth nothing yet."""

    month: Month
    coach: str | None
    planned_hours: Hours
    behind_hours: Hours
    net_ore: Ore
    unpriced_hours: Hours


class EndingTerm(NamedTuple):
    """The last day of an agreement, or of a price of it: then `unit` says what it is for, `next_ore` what follows."""

    on: dt.date
    agreement: str
    service: str | None = None
    unit: str | None = None
    level: str | None = None
    amount_ore: Ore | None = None
    next_ore: Ore | None = None


class _Left(NamedTuple):
    """Hours of a plan that are left, on the day that their price is that of."""

    day: dt.date
    hours: Hours
    is_behind: bool


def plans_left(store: Store, day: dt.date) -> list[PlansLeft]:
    """What the plans of the cases in `scope` have left from a day on, by month and coach."""
    prices = PriceList(agreements.prices(store))
    found: dict[tuple[Month, str], list[PlansLeft]] = defaultdict(list)
    for _, rows in groupby(money.open_weeks(store), key=lambda row: row["ref"]):
        weeks = list(rows)
        case = weeks[0]
        for part in _left(weeks, day):
            price = prices.on(case["agreement"], case["service"], "hour", None, part.day)
            row = _priced(part, case["coach"], price)
            found[row.month, row.coach or ""].append(row)
    return [_together(found[key]) for key in sorted(found)]


def _left(weeks: Sequence[sqlite3.Row], day: dt.date) -> Iterator[_Left]:
    """The weeks that have not ended, in their order, each with what it has left; never more than the plan in all."""
    planned = sum(week["hours"] for week in weeks)
    left = max(planned - weeks[0]["delivered_in_all"], 0)
    for week in weeks:
        if week["sunday"] >= day.isoformat():
            hours = min(max(week["hours"] - week["delivered"], 0), left)
            left -= hours
            if hours:
                yield _Left(max(Week(week["week"]).thursday, day), Hours(hours), is_behind=False)
    if left and weeks[-1]["sunday"] >= day.isoformat():
        yield _Left(day, Hours(left), is_behind=True)


def _priced(part: _Left, coach: str | None, price: Ore | None) -> PlansLeft:
    nothing = Hours(0)
    planned, behind = (nothing, part.hours) if part.is_behind else (part.hours, nothing)
    net = Ore(0) if price is None else line_net(part.hours, price)
    return PlansLeft(Month.of(part.day), coach, planned, behind, net, part.hours if price is None else nothing)


def _together(rows: Sequence[PlansLeft]) -> PlansLeft:
    """The sum of what a month has of one coach."""
    none, no_money = Hours(0), Ore(0)
    return PlansLeft(
        rows[0].month,
        rows[0].coach,
        sum((row.planned_hours for row in rows), none),
        sum((row.behind_hours for row in rows), none),
        sum((row.net_ore for row in rows), no_money),
        sum((row.unpriced_hours for row in rows), none),
    )


def ending_terms(store: Store, query: ReportQuery, day: dt.date) -> list[EndingTerm]:
    """The agreements and the prices that end in the year from a day on, by their last day."""
    last = day + DAYS_AHEAD * ONE_DAY
    found = [term for term in (*_ending_agreements(store), *_ending_prices(store)) if day <= term.on <= last]
    asked = [
        term for term in found
        if (not query.agreements or term.agreement in query.agreements)
        and (not query.services or term.service is None or term.service in query.services)
    ]  # fmt: skip
    return sorted(
        asked, key=lambda term: (term.on, term.agreement, term.service or "", term.unit or "", term.level or "")
    )


def _ending_agreements(store: Store) -> Iterator[EndingTerm]:
    for agreement in agreements.all_of(store):
        if agreement.to_day:
            yield EndingTerm(agreement.to_day, agreement.ref)


def _ending_prices(store: Store) -> Iterator[EndingTerm]:
    """A price ends on the day before the next one of its kind."""
    for price, following in pairwise(agreements.prices(store)):
        if price[:4] == following[:4]:
            yield _ending_price(price, following)


def _ending_price(price: Price, following: Price) -> EndingTerm:
    return EndingTerm(
        following.from_day - ONE_DAY, price.agreement, price.service, price.unit, price.level, price.amount_ore,
        following.amount_ore,
    )  # fmt: skip


def plan_tables(plans: Sequence[PlansLeft], ends: Sequence[EndingTerm]) -> list[Table]:
    """The tables of both, where there is anything in them."""
    totals = ("planned_hours", "behind_hours", "net_ore", "unpriced_hours")
    tables = [Table("forecast-plans", PLAN_COLUMNS, list(plans), totals=totals)] if plans else []
    return tables + ([Table("forecast-ends", END_COLUMNS, list(ends))] if ends else [])

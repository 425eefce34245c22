"""What the work of each month makes: earned, expected if the plans go on at their pace, and all that they allow.

A week of a plan belongs to the month of its Thursday. A week that has ended may still be entered, so it counts for the
most, and not for what is expected. Results are paid for when they come: neither sum holds any.
"""

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week, months_between
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.money_trail import UNDELIVERED, MoneyRow, MonthSum
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.price_list import PriceList
from ipsu_cli.core.problem import Refused
from ipsu_cli.reports.placement import month_facts
from ipsu_cli.rules import services
from ipsu_cli.store import Store, agreements, cases, deliveries, money, scope


class Coming(NamedTuple):
    """Money of a month that is not earned yet."""

    month: Month
    expected_ore: Ore
    most_ore: Ore


def months_of(store: Store, rows: Iterable[MoneyRow], period: Period, today: dt.date) -> list[MonthSum]:
    """Each month of the period."""
    earned, expected, most = (Counter[Month]() for _ in range(3))
    ready = set()
    for row in rows:
        earned[row.month] += row.net_ore.hundredths if row.net_ore is not None else 0
        if row.step == UNDELIVERED:
            ready.add((row.case, row.month))
    for coming in _coming(store, ready, period, today):
        expected[coming.month] += coming.expected_ore.hundredths
        most[coming.month] += coming.most_ore.hundredths
    return [
        MonthSum(month, Ore(earned[month]), Ore(earned[month] + expected[month]), Ore(earned[month] + most[month]))
        for month in months_between(period.first, period.last)
    ]


def _coming(store: Store, ready: set[tuple[str, Month]], period: Period, today: dt.date) -> Iterator[Coming]:
    prices = PriceList(agreements.prices(store))
    scope.choose(store)
    for _, weeks in groupby(money.open_weeks(store), key=lambda row: row["ref"]):
        yield from _of_plan(list(weeks), prices, today)
    whole_or_monthly = [code for code in services.codes() if _is_counted_by_case(code)]
    for ref in money.open_cases(store, json_list(whole_or_monthly), period.first, period.last):
        case = cases.get(store, ref)
        if services.service(case.service).whole:
            yield from _of_mapping(store, case, prices, ready)
        else:
            yield from _of_placement(store, case, prices, ready, period, today)


def _is_counted_by_case(code: str) -> bool:
    service = services.service(code)
    return service.whole or service.by_month


def _of_plan(rows: list[sqlite3.Row], prices: PriceList, today: dt.date) -> Iterator[Coming]:
    """The weeks of a plan, in their order: never more than the plan has left in all."""
    planned, delivered = (sum(row[name] for row in rows) for name in ("hours", "delivered"))
    ended = [row for row in rows if row["sunday"] < today.isoformat()]
    kept, of = (sum(row[name] for row in ended) for name in ("delivered", "hours"))
    pace = (min(kept, of), of) if of else (1, 1)
    left = expected_left = max(planned - max(delivered, rows[0]["delivered_in_all"]), 0)
    for row in rows:
        most = min(max(row["hours"] - row["delivered"], 0), left)
        left -= most
        going_on = row["sunday"] >= today.isoformat()
        expected = max(divide(row["hours"] * pace[0], pace[1]) - row["delivered"], 0) if going_on else 0
        expected = min(expected, most, expected_left)
        expected_left -= expected
        week = Week(row["week"])
        price = prices.on(row["agreement"], row["service"], "hour", None, week.thursday) or Ore(0)
        yield Coming(Month.of(week.thursday), line_net(Hours(expected), price), line_net(Hours(most), price))


def _of_mapping(store: Store, case: Case, prices: PriceList, ready: set[tuple[str, Month]]) -> Iterator[Coming]:
    if case.to_day is None or deliveries.standing(store, case.id) or any(ref == case.ref for ref, _ in ready):
        return
    price = prices.on(case.agreement, case.service, "case", None, case.to_day)
    if price is not None:
        yield Coming(Month.of(case.to_day), price, price)


def _of_placement(
    store: Store, case: Case, prices: PriceList, ready: set[tuple[str, Month]], period: Period, today: dt.date
) -> Iterator[Coming]:
    if case.from_day is None or case.to_day is None:
        return
    for month in months_between(max(case.from_day, period.first), min(case.to_day, period.last)):
        if (case.ref, month) in ready:
            continue
        try:
            facts = month_facts(store, case, month, today)
        except Refused:
            continue
        price = prices.on(case.agreement, case.service, facts.unit, case.placement.level, facts.to_day)
        if facts.already is None and price is not None:
            net = line_net(facts.quantity, price)
            yield Coming(month, net, net)

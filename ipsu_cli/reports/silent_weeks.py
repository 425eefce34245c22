"""Weeks of the plans that have ended with neither hours nor a deviation report: what they were planned to bring in.

Nobody knows whether they were worked, so they are no part of what was earned.
"""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.money_trail import SilentWeek
from ipsu_cli.rules import services
from ipsu_cli.rules.agency_reminders import a_planned_week_has_hours_or_a_deviation_report as REMINDER
from ipsu_cli.rules.agency_reminders import days_to_type
from ipsu_cli.store import Store, acknowledgements, erased, reminders

if TYPE_CHECKING:
    from ipsu_cli.core.price_list import PriceList


def silent_weeks(store: Store, today: dt.date) -> Iterator[SilentWeek]:
    """Those of the cases in `scope`, with their plans in `planned`; what was acknowledged is left out, and who is
    erased."""
    from ipsu_cli.core.price_list import PriceList
    from ipsu_cli.store import agreements

    quiet, gone = acknowledgements.keys(store), erased.cases(store.conn)
    prices = PriceList(agreements.prices(store))
    for planned in reminders.silent_weeks(store, services.codes_to_bind(), today):
        week = planned.week
        if (planned.case_id, "week", str(week)) in quiet or planned.case in gone:
            continue
        command = (REMINDER.fix or "").format(case=planned.case, days=days_to_type(week))
        text = Text(f"rule.{REMINDER.code}", {"case": planned.case, "period": week})
        yield SilentWeek(
            planned.case, planned.agreement, planned.service, week, Month.of(week.thursday), planned.hours,
            planned_net(prices, planned), week.sunday, (today - week.sunday).days, REMINDER.code, text, command,
        )  # fmt: skip


def planned_net(prices: "PriceList", planned: reminders.PlannedWeek) -> Ore | None:
    """What the hours of a planned week bring in, at the price in force in it."""
    price = prices.on(planned.agreement, planned.service, "hour", None, planned.week.thursday)
    return None if price is None else line_net(Quantity(planned.hours.hundredths), price)

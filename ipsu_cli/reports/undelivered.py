"""Work that is done, reported and ready, and that nobody has typed `deliver` for."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore, line_net
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.model import Service
from ipsu_cli.store import Store, money
from ipsu_cli.validation import Finding, findings, warning

if TYPE_CHECKING:  # on most mornings there is nothing to judge, or to price
    from ipsu_cli.core.case import Case
    from ipsu_cli.core.document import Document
    from ipsu_cli.core.price_list import PriceList
    from ipsu_cli.rules.facts.delivery import DeliverFacts


class Undelivered(NamedTuple):
    """What could be delivered today, its price by then, and the command that does it. `since` is the day on which it
    was ready: the work was done, and what it asks for was filed and answered."""

    case: "Case"
    month: Month
    quantity: Quantity
    unit: str
    net_ore: Ore | None
    since: dt.date
    command: str

    def warning(self) -> Finding:
        """That nobody has delivered it, as the build and the closing of the case warn."""
        figures = {"case": self.case.ref, "month": self.month, "net": self.net_ore or Ore(0)}
        return warning("case.undelivered", "A25", self.command, **figures)


def undelivered(
    store: Store, today: dt.date, prices: "PriceList | None" = None, case_id: int | None = None
) -> list[Undelivered]:
    """Mappings that are complete, carried out or not, and months of placements that are reported; of all cases or of
    one. `prices` are those of all agreements, where they are known already."""
    refs = money.mappings_to_judge(store, _codes(lambda service: service.whole), case_id)
    placed = _codes(lambda service: service.by_month)
    months = money.months_to_judge(store, placed, services.codes_to_bind(), case_id)
    if not refs and not months:
        return []  # as on most mornings: then what judges and prices them is not loaded
    prices = prices or _all_prices(store)
    return [*_mappings(store, prices, today, refs), *_months(store, prices, today, months)]


def _all_prices(store: Store) -> "PriceList":
    from ipsu_cli.core.price_list import PriceList
    from ipsu_cli.store import agreements

    return PriceList(agreements.prices(store))


def _codes(has: Callable[[Service], bool]) -> str:
    return json_list(code for code in services.codes() if has(services.service(code)))


def _mappings(store: Store, prices: "PriceList", today: dt.date, refs: Iterable[str]) -> Iterator[Undelivered]:
    from ipsu_cli.reports.mapping import command_for, mapping_facts
    from ipsu_cli.store import cases, documents

    for ref in refs:
        case = cases.get(store, ref)
        listed = documents.of_case(store, case.id)
        facts = mapping_facts(case, listed, today)
        if _is_ready(facts):
            yield _row(prices, facts, command_for(case, listed))


def _months(store: Store, prices: "PriceList", today: dt.date, rows: Iterable[sqlite3.Row]) -> Iterator[Undelivered]:
    from ipsu_cli.reports.placement import month_facts
    from ipsu_cli.store import cases

    for row in rows:
        case, month = cases.get(store, row["ref"]), Month(row["month"])
        try:
            facts = month_facts(store, case, month, today)
        except Refused:
            continue  # the month lies outside the period that was decided since
        if _is_ready(facts):
            yield _row(prices, facts, f"ipsu deliver {case.ref} --month {month}")


def _is_ready(facts: "DeliverFacts") -> bool:
    """Would `deliver` take it?"""
    return not any(finding.level == "stop" for finding in findings(acts.DELIVER, facts.case.service, facts))


def _row(prices: "PriceList", facts: "DeliverFacts", command: str) -> Undelivered:
    case, unit = facts.case, services.service(facts.case.service).unit or ""
    unit = facts.unit if facts.month else unit
    price = prices.on(case.agreement, case.service, unit, case.placement.level, facts.to_day)
    net = None if price is None else line_net(facts.quantity, price)
    since = max([facts.to_day, *filter(None, map(_known_on, facts.documents.values()))])
    return Undelivered(case, Month.of(facts.to_day), facts.quantity, unit, net, since, command)


def _known_on(document: "Document") -> dt.date | None:
    """The day of its last step."""
    return document.confirmed or document.submitted

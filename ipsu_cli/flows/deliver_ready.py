"""`ipsu deliver --month M --ready`: every placement whose month is ready, and what the others wait for."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.flows import deliver_month
from ipsu_cli.office import Office
from ipsu_cli.reports.case import deliveries_table
from ipsu_cli.reports.placement import month_facts
from ipsu_cli.rules import services
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.store import Store, Writing, agreements, cases, deliveries, scope
from ipsu_cli.validation import Broken, Finding

HELD = (Column("case"), Column("why"), Column("command"))


class Rehearsed(NamedTuple):
    """A delivery that would be entered."""

    delivery: Delivery

    def to_json(self) -> JsonObject:
        """It has no number yet."""
        return {**self.delivery.to_json(), "id": None}


class NotReady(NamedTuple):
    """A placement whose month is not delivered: by which rule, why, and the command that helps."""

    case: str
    code: str
    rule: str
    message: Text
    command: str | None

    @classmethod
    def of(cls, case: Case, finding: Finding) -> "NotReady":
        """What a rule that stopped the month says."""
        figures = {key: Text(f"code.{value}") if key == "status" else value for key, value in finding.figures.items()}
        message = Text(f"rule.{finding.code}", figures)
        return cls(case.ref, finding.code, finding.rule, message, finding.command)


class MonthDelivered(NamedTuple):
    """The whole answer: what was delivered, or would be, and what waits."""

    deliveries: Sequence[Delivery | Rehearsed]
    held: Sequence[NotReady]


def deliver_ready(office: Office, month: Month, *, rehearse: bool) -> Answer[MonthDelivered]:
    """Deliver the month of each placement that has its report. Run again, it finds nothing new."""

    def deliver_months(store: Writing) -> Answer[MonthDelivered]:
        made: list[Delivery | Rehearsed] = []
        held: list[NotReady] = []
        warnings: list[Finding] = []
        for facts in _waiting(store, month, office.today):
            try:
                entered = deliver_month.enter_month(store, facts)
            except Broken as broken:
                held += [NotReady.of(facts.case, finding) for finding in broken.findings if finding.level == "stop"]
                continue
            warnings += entered.warnings
            delivery = deliveries.get(store, entered.id)
            made.append(Rehearsed(delivery) if rehearse else delivery)
        return _answer(month, MonthDelivered(made, held), warnings, rehearse=rehearse)

    return office.change("deliver --ready", deliver_months, rehearse=rehearse)


def _waiting(store: Store, month: Month, today: dt.date) -> list[DeliverFacts]:
    """The facts of the placements that the month touches and that have not delivered it."""
    by_month = [code for code in services.codes() if services.service(code).by_month]
    touched = cases.listed(store, scope.Chosen(by_month), month.first, month.last)
    ends = agreements.ends(store) if touched else {}
    judged = [month_facts(store, case, month, today) for case in touched]
    return [
        facts._replace(agreement_ends=ends.get(facts.case.agreement or "")) for facts in judged if facts.already is None
    ]


def _answer(month: Month, done: MonthDelivered, warnings: list[Finding], *, rehearse: bool) -> Answer[MonthDelivered]:
    figures = {"month": month, "count": len(done.deliveries), "held": len({row.case for row in done.held})}
    message_code = "message.would-deliver" if rehearse else "message.delivered-ready"
    tables = [_table(done.deliveries)] if done.deliveries else []
    if done.held:
        rows = [(row.case, row.message, row.command) for row in done.held]
        tables.append(Table("not-delivered", HELD, rows))
    return Answer(done, [Text(message_code, figures)], tables, warnings)


def _table(made: Sequence[Delivery | Rehearsed]) -> Table:
    """What was delivered, or would be: that has no number yet."""
    table = deliveries_table([row.delivery if isinstance(row, Rehearsed) else row for row in made])
    numbers = [None if isinstance(row, Rehearsed) else row.id for row in made]
    return table._replace(rows=[(number, *row[1:]) for number, row in zip(numbers, table.rows, strict=True)])

"""`ipsu deliver --month M --ready`: every placement whose month is ready, and what the others wait for."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.table import Column, Table
from ipsu_cli.flows import deliver_month
from ipsu_cli.office import Office
from ipsu_cli.reports.case import deliveries_table
from ipsu_cli.reports.placement import month_facts
from ipsu_cli.rules import services
from ipsu_cli.rules.facts import DeliverFacts
from ipsu_cli.store import Store, Writing, agreements, cases, deliveries
from ipsu_cli.validation import Broken, Finding

HELD = (Column("case"), Column("why"), Column("command"))


def deliver_ready(office: Office, month: Month, *, rehearse: bool) -> Answer:
    """Deliver the month of each placement that has its report. Run again, it finds nothing new."""

    def deliver_months(store: Writing) -> Answer:
        made: list[dict[str, Any]] = []
        held: list[dict[str, Any]] = []
        warnings: list[Finding] = []
        for facts in _waiting(store, month, office.today):
            try:
                entered = deliver_month.enter_month(store, facts)
            except Broken as broken:
                held += [_held(facts.case, finding) for finding in broken.findings if finding.level == "stop"]
                continue
            warnings += entered.warnings
            made.append({**deliveries.get(store, entered.id).to_json(), **({"id": None} if rehearse else {})})
        return _answer(month, made, held, warnings, rehearse=rehearse)

    return office.change("deliver --ready", deliver_months, rehearse=rehearse)


def _waiting(store: Store, month: Month, today: dt.date) -> list[DeliverFacts]:
    """The facts of the placements that the month touches and that have not delivered it."""
    by_month = [code for code in services.codes() if services.service(code).by_month]
    touched = [case for code in by_month for case in cases.listed(store, code, first=month.first, last=month.last)]
    ends = agreements.ends(store) if touched else {}
    judged = [month_facts(store, case, month, today) for case in touched]
    return [
        facts._replace(agreement_ends=ends.get(facts.case.agreement or "")) for facts in judged if facts.already is None
    ]


def _held(case: Case, finding: Finding) -> dict[str, Any]:
    figures = {key: Text(f"code.{value}") if key == "status" else value for key, value in finding.figures.items()}
    message = Text(f"rule.{finding.code}", figures)
    return {
        "case": case.ref, "code": finding.code, "rule": finding.rule, "message": message, "command": finding.command
    }  # fmt: skip


def _answer(
    month: Month, made: list[dict[str, Any]], held: list[dict[str, Any]], warnings: list[Finding], *, rehearse: bool
) -> Answer:
    figures = {"month": month, "count": len(made), "held": len({row["case"] for row in held})}
    message_code = "message.would-deliver" if rehearse else "message.delivered-ready"
    tables = [deliveries_table(made)] if made else []
    if held:
        rows = [(row["case"], row["message"], row["command"]) for row in held]
        tables.append(Table("not-delivered", HELD, rows))
    return Answer({"deliveries": made, "held": held}, [Text(message_code, figures)], tables, warnings)

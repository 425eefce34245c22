"""`ipsu report …`: each report takes the same options."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsu_cli.commands._options import (
    Excel,
    Force,
    From,
    MaybeCase,
    MonthOption,
    TheMonth,
    To,
    group,
    office,
    option,
)
from ipsu_cli.commands._progress import progress
from ipsu_cli.commands._report_options import ReportRequest, above, report, with_workbook
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.case import SYSTEM
from ipsu_cli.core.kind import code_of, listed
from ipsu_cli.core.period import Period
from ipsu_cli.office import INVENTED

if TYPE_CHECKING:  # each report loads its own
    from ipsu_cli.reports.kpi import KpiReport

app = group()
STEP = code_of(listed("money_trail.STEPS"), "STEP")


def _write_kpis(asked: ReportRequest, answer: "Answer[KpiReport]") -> None:
    from ipsu_cli.write.forms.kpi import write_kpis

    assert asked.excel is not None
    own = asked.office
    months, board = answer.payload.months, answer.payload.board
    write_kpis(
        asked.excel,
        answer.tables,
        months,
        own.own_lang,
        asked.force,
        own.today,
        above(asked.query.period, asked.query.as_of, answer),
        board.noted(INVENTED) if board and own.invented else board,
    )


@report(app, _write_kpis, suppresses=True, several=True)
def kpi(asked: ReportRequest) -> "Answer[KpiReport]":
    from ipsu_cli.reports.kpi import report_kpi

    with progress(asked.office, "kpi") as tick:
        return report_kpi(asked.office, asked.query._replace(workbook=bool(asked.excel), tick=tick))


@report(app, several=True)
def hours(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.hours import report_hours

    return report_hours(asked.office, asked.query)


@report(app, several=True)
def invoices(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.invoices import report_invoices

    return report_invoices(asked.office, asked.query)


@app.command()
def money(
    ctx: typer.Context,
    from_: From = None,
    to: To = None,
    month: MonthOption = None,
    step: Annotated[list[str] | None, option(STEP, "--step")] = None,
    fail_on_stuck: Annotated[int | None, typer.Option(min=0, metavar="DAYS")] = None,
    excel: Excel = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.read.period import read_period
    from ipsu_cli.reports.money import MoneyQuery, report_money
    from ipsu_cli.write.whole_file import refuse_taken

    if excel:
        refuse_taken(Path(excel), force=force)
    own = office(ctx)
    query = MoneyQuery(read_period(from_, to, month, None, own.today), step or (), fail_on_stuck)
    with progress(own, "money") as tick:
        answer = report_money(own, query, tick)
    return with_workbook(own, answer, excel, force=force, period=query.period)


@report(app)
def rejections(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.rejections import report_rejections

    return report_rejections(asked.office, asked.query)


@report(app)
def deadlines(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.deadlines import report_deadlines

    return report_deadlines(asked.office, asked.query)


@app.command(name="key-in")
def key_in(
    ctx: typer.Context,
    month: TheMonth,
    case: MaybeCase = None,
    system: Annotated[str | None, option(SYSTEM, "--system")] = None,
    excel: Excel = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports.key_in import KeyInQuery, report_key_in
    from ipsu_cli.write.whole_file import refuse_taken

    if excel:
        refuse_taken(Path(excel), force=force)
    query = KeyInQuery(month, case, system)
    answer = report_key_in(office(ctx), query)
    return with_workbook(office(ctx), answer, excel, force=force, period=Period(month.first, month.last))


@report(app, suppresses=True)
def funding(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.funding import report_funding

    return report_funding(asked.office, asked.query)


@report(app, suppresses=True)
def fidelity(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.fidelity import report_fidelity

    return report_fidelity(asked.office, asked.query)


@report(app, suppresses=True)
def queue(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.queue import report_queue

    return report_queue(asked.office, asked.query)


@report(app, suppresses=True)
def caseload(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.caseload import report_caseload

    return report_caseload(asked.office, asked.query)


@report(app, suppresses=True)
def forecast(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.forecast import report_forecast

    return report_forecast(asked.office, asked.query)


@report(app, suppresses=True)
def steering(asked: ReportRequest) -> Answer:
    from ipsu_cli.reports.steering import report_steering

    return report_steering(asked.office, asked.query)

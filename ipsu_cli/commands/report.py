"""`ipsu report kpi|hours`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Excel, Force, Month, group, office, read
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.period import Period
from ipsu_cli.read.period import read_period
from ipsu_cli.reports.kpi import Wanted

app = group()

From = Annotated[str | None, typer.Option("--from", metavar="DATE")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE")]
Year = Annotated[str | None, typer.Option("--year", metavar="YEAR")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]
Services = Annotated[list[str] | None, typer.Option("--service", metavar="SERVICE")]
Agreements = Annotated[list[str] | None, typer.Option("--agreement", metavar="AGREEMENT")]
Coaches = Annotated[list[str] | None, typer.Option("--coach", metavar="NAME")]
LISTS = ("service", "agreement", "coach", "by")
By = Annotated[list[str] | None, typer.Option("--by", metavar="service|gender|agreement|coach|site")]


@app.command()
def kpi(
    ctx: typer.Context,
    from_: From = None,
    to: To = None,
    month: Month = None,
    year: Year = None,
    as_of: AsOf = None,
    service: Services = None,
    agreement: Agreements = None,
    coach: Coaches = None,
    by: By = None,
    excel: Excel = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports import kpi as report

    period = read_period(from_, to, month, year, office(ctx).today)
    wanted = _wanted(ctx, period, as_of, service=service, agreement=agreement, coach=coach, by=by)
    _refuse_taken(excel, force=force)
    answer = report.report_kpi(office(ctx), wanted._replace(months=bool(excel)))
    if excel:
        from ipsu_cli.write.forms.kpi import write_kpis

        above = (("period", f"{period.first} – {period.last}"), ("as-of", f"{wanted.as_of}"))
        write_kpis(Path(excel), answer.tables, answer.months, office(ctx).own_lang, force, office(ctx).today, above)
    return _with_book(answer, excel)


@app.command()
def hours(
    ctx: typer.Context,
    from_: From = None,
    to: To = None,
    month: Month = None,
    year: Year = None,
    as_of: AsOf = None,
    agreement: Agreements = None,
    coach: Coaches = None,
    excel: Excel = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports import hours as report

    period = read_period(from_, to, month, year, office(ctx).today)
    wanted = _wanted(ctx, period, as_of, agreement=agreement, coach=coach)
    _refuse_taken(excel, force=force)
    answer = report.report_hours(office(ctx), wanted)
    if excel:
        from ipsu_cli.write.xlsx import write_tables

        write_tables(Path(excel), answer.tables, office(ctx).own_lang, force, office(ctx).today)
    return _with_book(answer, excel)


def _wanted(ctx: typer.Context, period: Period, as_of: str | None, **lists: list[str] | None) -> Wanted:
    found = {name: [read(ctx, name, each) for each in lists.get(name) or ()] for name in LISTS}
    day = read(ctx, "as-of", as_of) if as_of else office(ctx).today
    return Wanted(period, day, found["service"], found["agreement"], found["coach"], found["by"])


def _refuse_taken(excel: str | None, *, force: bool) -> None:
    if excel:
        from ipsu_cli.write.whole_file import refuse_taken

        refuse_taken(Path(excel), force=force)


def _with_book(answer: Answer, excel: str | None) -> Answer:
    if excel:
        answer.data["excel"] = excel
        answer.lines.append(Text("said.excel", {"path": excel}))
    return answer

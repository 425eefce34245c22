"""`ipsu demo`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import group, office, option
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.kind import code
from ipsu_cli.flows import demo as flow
from ipsu_cli.office import Office

app = group()


@app.command()
def demo(
    ctx: typer.Context,
    of: Annotated[str | None, option(code("office", "uppsala", "ggv"), "--of")] = None,
    dir_: Annotated[str | None, typer.Option("--dir", metavar="DIR")] = None,
) -> Answer:
    return _office(office(ctx), dir_) if of in (None, "office") else _register(office(ctx), of or "", dir_)


def _register(own: Office, name: str, dir_: str | None) -> Answer:
    from shlex import quote

    from ipsu_cli.flows import demo_register

    published = demo_register.page(name)
    where = flow.folder(dir_)
    its_office = flow.opened(own, where, published.today)
    answer = demo_register.run(its_office, name, published)
    figures = {"folder": str(where), "db": quote(str(its_office.path)), "today": published.today}
    figures["year"] = published.reports[-1][1].first.year
    answer.data = {"folder": str(where), "db": str(its_office.path), **answer.data}
    answer.lines.insert(0, Text("message.demo-register", figures))
    answer.after = [Text("message.demo-register-next", figures)]
    answer.saved = True
    return answer


def _office(own: Office, dir_: str | None) -> Answer:
    from shlex import quote

    from ipsu_cli.core.period import Period
    from ipsu_cli.reports.basis import basis
    from ipsu_cli.reports.kpi import report_kpi
    from ipsu_cli.reports.query import ReportQuery
    from ipsu_cli.write.forms.invoice_basis import write_invoice_basis

    where = flow.folder(dir_)
    its_office = flow.opened(own, where)
    workbook = where / f"fakturaunderlag-{flow.MONTH}.xlsx"

    def write(store: Any, answer: Answer) -> None:
        write_invoice_basis(workbook, basis(store, its_office, answer, flow.MONTH), False)

    built = flow.run_month(its_office, write)
    kpis = report_kpi(its_office, ReportQuery(Period(flow.MONTH.first, flow.MONTH.last), flow.TODAY))
    db = quote(str(its_office.path))
    figures = {"folder": str(where), "workbook": str(workbook), "db": db, "today": flow.TODAY}
    answer = Answer(
        {"folder": str(where), "db": str(its_office.path), "excel": str(workbook), **built.data, **kpis.data},
        [Text("message.demo", figures), *built.lines],
        [*built.tables, *kpis.tables[:1]],
    )
    answer.after = [Text("message.demo-next", figures)]
    answer.saved = True
    return answer

"""`ipsu demo`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsu_cli.commands._files import package_folder
from ipsu_cli.commands._options import group, office, option
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.kind import code
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.text import WINDOWS, in_quotes
from ipsu_cli.core.to_json import JsonObject, all_but, members
from ipsu_cli.flows import demo as flow
from ipsu_cli.flows.export_package import Folder
from ipsu_cli.office import Office

if TYPE_CHECKING:  # each demo loads its own
    from ipsu_cli.flows.demo_register import RegisterCompared
    from ipsu_cli.flows.invoice_build import Built
    from ipsu_cli.reports.kpi import KpiReport

app = group()


class OfficeDemo(NamedTuple):
    """The invented office, what its month gave, and its key figures."""

    folder: str
    db: str
    excel: str
    built: "Built"
    kpis: "KpiReport"

    def to_json(self) -> JsonObject:
        """All in one object."""
        return {**all_but(self, "built", "kpis"), **members(self.built), **members(self.kpis)}


class RegisterDemo(NamedTuple):
    """The invented register, and how it compares with what was published."""

    folder: str
    db: str
    compared: "RegisterCompared"

    def to_json(self) -> JsonObject:
        """All in one object."""
        return {**all_but(self, "compared"), **members(self.compared)}


@app.command()
def demo(
    ctx: typer.Context,
    of: Annotated[str | None, option(code("office", "uppsala", "ggv"), "--of")] = None,
    dir_: Annotated[str | None, typer.Option("--dir", metavar="DIR")] = None,
) -> Answer:
    return _office(office(ctx), dir_) if of in (None, "office") else _register(office(ctx), of or "", dir_)


def _names(path: Path, today: dt.date) -> str:
    """What lets the commands that follow ask this office on its own day, from any folder: as the shell takes it, which
    on Windows is PowerShell."""
    whole = in_quotes(str(path.resolve()))
    if WINDOWS:
        return f"$env:IPSU_DB = {whole}; $env:IPSU_TODAY = '{today}'"
    return f"export IPSU_DB={whole} IPSU_TODAY={today}"


def _register(own: Office, name: str, dir_: str | None) -> Answer:
    from ipsu_cli.flows import demo_register

    published = demo_register.page(name)
    where = flow.folder(dir_)
    with flow.made_whole(own, where) as made:
        compared = demo_register.run(flow.opened(own, made, published.today), name, published)
    db = str(where / flow.DB)
    figures = {"folder": str(where), "db": db, "names": _names(where / flow.DB, published.today)}
    figures["year"] = str(published.reports[-1][1].first.year)
    return Answer(
        RegisterDemo(str(where), db, compared.payload),
        [Text("message.demo-register", figures), *compared.lines],
        compared.tables,
        after=[Text("message.demo-register-next", figures)],
        saved=True,
    )


def _office(own: Office, dir_: str | None) -> Answer:
    from ipsu_cli.core.period import Period
    from ipsu_cli.reports.kpi import report_kpi
    from ipsu_cli.reports.query import ReportQuery
    from ipsu_cli.write.forms.invoice_basis import write_invoice_basis

    def package(month: Month) -> Folder:
        return package_folder(str(made / f"paket-{month}"), force=False)

    where = flow.folder(dir_)
    name = f"fakturaunderlag-{flow.MONTH}.xlsx"
    with flow.made_whole(own, where) as made:
        its_office = flow.opened(own, made)
        built = flow.run_month(its_office, lambda basis: write_invoice_basis(made / name, basis, False), package)
        kpis = report_kpi(its_office, ReportQuery(Period(flow.MONTH.first, flow.MONTH.last), flow.TODAY))
    db, workbook = str(where / flow.DB), str(where / name)
    figures = {"folder": str(where), "db": db, "workbook": workbook, "names": _names(where / flow.DB, flow.TODAY)}
    return Answer(
        OfficeDemo(str(where), db, workbook, built.payload, kpis.payload),
        [Text("message.demo", figures), *built.lines],
        [*built.tables, *kpis.tables[:1]],
        after=[Text("message.demo-next", figures)],
        saved=True,
    )

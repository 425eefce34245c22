"""`ipsu browse`: the views of the register in a browser, behind a page with the key figures.

The figures are those of the office itself, small counts too: rows by case stand next to them.
"""

from collections.abc import Sequence
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dashboard import BrowsedView, Dashboard
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.money import MoneyQuery, report_money
from ipsu_cli.reports.query_sql import about
from ipsu_cli.store import settings
from ipsu_cli.store.view_copy import write_copy
from ipsu_cli.store.views import VIEWS


class BrowsedRegister(NamedTuple):
    """Where the register can be browsed until the command ends, and which views there are."""

    url: str
    views: Sequence[str]


class Browsed(NamedTuple):
    """The whole answer."""

    browse: BrowsedRegister


def refuse_encrypted(office: Office) -> None:
    """Raise for an office that is encrypted: what a browser is shown lies in a file that is not."""
    if office_key.salt_of(office.path) is not None:
        raise Refused("browse.encrypted", path=str(office.path), command="ipsu query")


def copy_views(office: Office, path: Path) -> None:
    """Make a file at `path` that holds the views, and nothing else of the register."""
    with office.reading() as store:
        write_copy(store, path, office.today)


def dashboard(office: Office) -> Dashboard:
    """The key figures and the money of this year to date."""
    kpis = report_kpi(office)
    money = report_money(office, MoneyQuery(Period.year_to_date(office.today)))
    with office.reading() as store:
        name = settings.office(store)["name"]
    tables = [table for table in (*kpis.tables[:1], *money.tables[:1]) if table.rows]
    return Dashboard(name, kpis.lines, tables, [_view(name) for name in VIEWS])


def _view(name: str) -> BrowsedView:
    columns = {field.name: about(name, field.name) for field in VIEWS[name].fields}
    return BrowsedView(name, Text(f"view.{name}"), columns)


def browsed(url: str) -> Answer[Browsed]:
    """That the register can be browsed now, and where."""
    return Answer(Browsed(BrowsedRegister(url, list(VIEWS))), [Text("message.browse", {"url": url})])

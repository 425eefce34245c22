"""`ipsu export monthly`: a month's list that names nobody."""

from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Month
from ipsu_cli.core.identity import age_on
from ipsu_cli.core.table import Column
from ipsu_cli.office import Office
from ipsu_cli.reports.export import IN_ERROR, queued_services, rows_answer
from ipsu_cli.store.support_spans import Supported, supported

MONTHLY = (
    Column("service", "code"), Column("gender", "code"), Column("age", "count"), Column("from", "day"),
    Column("to", "day"),
)  # fmt: skip


def monthly(office: Office, month: Month) -> Answer:
    """Who had support in the month, without anything that says who it is; of a protected person only the days."""
    with office.reading() as store:
        found = supported(store, queued_services(), month.first, month.last)
    shapes = [_anonymous(support, month) for support in found if support.reason != IN_ERROR]
    shapes.sort(key=lambda shape: (shape["from"], shape["service"], shape["gender"] or "", shape["age"] or 0))
    return rows_answer("monthly", MONTHLY, shapes, {"first": month.first, "last": month.last})


def _anonymous(support: Supported, month: Month) -> dict[str, Any]:
    """The age is that of the month's last day, or of the last day of support before it."""
    ended = support.ended if support.ended and support.ended <= month.last else None
    hidden = support.protected
    return {
        "service": support.service,
        "gender": None if hidden else support.gender or "unknown",
        "age": None if hidden else age_on(support.personnummer, ended or month.last),
        "from": support.started,
        "to": ended,
    }

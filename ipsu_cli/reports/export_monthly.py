"""`ipsu export monthly`: a month's list that names nobody."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.dates import Month
from ipsu_cli.core.identity import age_on, is_erased
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.export import queued_services
from ipsu_cli.reports.register import warn_of_findings
from ipsu_cli.store.support_spans import Supported, supported

MONTHLY = (
    Column("service", "code"), Column("gender", "code"), Column("age", "count"), Column("from", "day"),
    Column("to", "day"),
)  # fmt: skip


class AnonymousSupport(NamedTuple):
    """Somebody's support in a month; of a protected person neither gender nor age is told, of who is erased no age."""

    service: str
    gender: str | None
    age: int | None
    from_day: dt.date
    to_day: dt.date | None

    @property
    def place(self) -> tuple[dt.date, str, str, int]:
        """Where it stands in the list, which tells nothing of who it is."""
        return self.from_day, self.service, self.gender or "", self.age or 0


class MonthlyList(NamedTuple):
    """All who had support in the month."""

    monthly: list[AnonymousSupport]


def monthly(office: Office, month: Month) -> Answer[MonthlyList]:
    """Who had support in the month, without anything that says who it is; of a protected person only the days."""
    with office.reading() as store:
        found = supported(store, queued_services(), month.first, month.last)
        warnings = warn_of_findings(store, office, Period(month.first, month.last), queued_services())
    listed = [_anonymous(support, month) for support in found if support.reason != IN_ERROR]
    listed.sort(key=lambda support: support.place)
    table = Table("monthly", MONTHLY, listed, figures={"first": month.first, "last": month.last})
    return Answer(MonthlyList(listed), [Text("message.count", {"count": len(listed)})], [table], warnings)


def _anonymous(support: Supported, month: Month) -> AnonymousSupport:
    """The age is that of the month's last day, or of the last day of support before it."""
    ended = support.ended if support.ended and support.ended <= month.last else None
    if support.protected:
        return AnonymousSupport(support.service, None, None, support.started, ended)
    age = None if is_erased(support.personnummer) else age_on(support.personnummer, ended or month.last)
    return AnonymousSupport(support.service, support.gender or "unknown", age, support.started, ended)

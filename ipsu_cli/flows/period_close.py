"""`ipsu period close`: a month that changes no more."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.store import Store, Writing, invoices, periods
from ipsu_cli.validation import Finding, warning


class PeriodState(NamedTuple):
    """A month that is closed, since when, and the first month that is open."""

    month: Month
    closed: dt.date
    open: Month


class PeriodClosed(NamedTuple):
    """The month that was closed."""

    period: PeriodState


def close(office: Office, month: Month) -> Answer[PeriodClosed]:
    """Close a month that has ended. Unanswered invoices of it are warned of: they can be answered still."""

    def close_month(store: Writing) -> Answer[PeriodClosed]:
        if month.last > office.today:
            raise Refused("period.not-ended", month=month, last=month.last, today=office.today)
        before = periods.closed_on(store, month)
        if before is None:
            periods.close(store, month)
        period = PeriodState(month, before or office.today, periods.open_from(store, month))
        message_code = "message.period-known" if before else "message.period-closed"
        lines = [Text(message_code, {"month": month, "day": period.closed, "open": period.open})]
        return Answer(PeriodClosed(period), lines, warnings=_unanswered(store, month))

    return office.change("period close", close_month)


def _unanswered(store: Store, month: Month) -> list[Finding]:
    return [
        warning(
            "period.unanswered", "A30", f"ipsu invoice approve {invoice.number}", invoice=invoice.number, month=month
        )
        for invoice in invoices.listed(store, month)
        if invoice.status in ("created", "rejected")
    ]

"""In which month's package each voucher goes that the accountant has not been sent."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from ipsu_cli.core.dates import Month
from ipsu_cli.core.self_invoice_number import TheirNumber
from ipsu_cli.core.voucher_part import ISSUE
from ipsu_cli.store import Store, packages, self_billed, sent_vouchers
from ipsu_cli.store.sent_vouchers import Changed


def unsent_months(store: Store) -> dict[Month, int]:
    """How many vouchers each package that is still to be made would hold."""
    sent, theirs = packages.months(store), self_billed.by_invoice(store)
    days = (voucher_day(change, theirs) for change in sent_vouchers.changed(store))
    return dict(sorted(Counter(packages.first_unsent(Month.of(day), sent) for day in days).items()))


def voucher_day(change: Changed, theirs: Mapping[int, TheirNumber]) -> dt.date:
    """The day of the voucher: of the self-invoice where one has come, of what it is about, or of what changed it."""
    if change.part == ISSUE and change.on:
        became = theirs.get(change.invoice_id)
        return became.date if became else change.on
    days = [day for day in (change.on, change.changed_on) if day]
    assert days, "what changed has a day"
    return max(days)

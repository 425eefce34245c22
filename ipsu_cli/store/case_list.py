"""The cases of a list: those that fit, in an order, as many as are asked for."""

import datetime as dt
import json
from collections.abc import Sequence

from ipsu_cli.core.case import Case
from ipsu_cli.core.listing import Listing, ListPart
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.cases import FACTS, FITTING, from_row
from ipsu_cli.store.listed import ListQuestion, listed
from ipsu_cli.store.scope import Chosen

# As `Case.status` says it of `:today`.
STATUS = """
    CASE WHEN c.closed_on <= :today THEN 'ended'
         WHEN c.from_day <= :today THEN iif(c.to_day < :today, 'ended', 'active')
         WHEN c.queued_on <= :today THEN 'queued'
         ELSE 'planned' END
"""
# The support of a service that people wait for ends on the day that the case is closed.
ENDS = """
    CASE WHEN c.from_day IS NOT NULL AND c.service IN (SELECT value FROM json_each(:queued)) THEN c.closed_on
         ELSE c.to_day END
"""
SHOWN = {
    "case": "c.ref", "service": "c.service", "agreement": "a.ref", "from": "c.from_day", "to": ENDS, "status": STATUS,
    "locked": "i.opened", "after": "m.ref",
}  # fmt: skip
FURTHER = {
    fact.key[0]: f"iif(p.protected, NULL, c.{fact.column})" if fact.hidden else f"c.{fact.column}"
    for fact in FACTS
    if len(fact.key) == 1 and fact.key[0] not in SHOWN
}
NAMES = {"name": "iif(p.protected, NULL, p.name)"}
# Where a protected person is given support is told by no list, so the list of a town leaves them out.
FITTING_SITE = f"{FITTING} AND (:sites IS NULL OR p.protected = 0)"
LIST = ListQuestion(f"{FITTING_SITE} AND (:status IS NULL OR {STATUS} = :status)", "c.ref", SHOWN | FURTHER)


class CasesAsked(NamedTuple):
    """Which cases: those that fit all of what is given. `queued` are the services that people wait for; `names`: the
    list can be sorted by the names that it shows."""

    chosen: Chosen
    first: dt.date | None
    last: dt.date | None
    status: str | None
    today: dt.date
    queued: Sequence[str]
    names: bool


def cases_listed(store: Store, asked: CasesAsked, listing: Listing) -> ListPart[Case]:
    """The cases that fit, by reference where no other order is asked for."""
    return listed(
        store,
        LIST._replace(columns=LIST.columns | NAMES) if asked.names else LIST,
        listing,
        from_row,
        **asked.chosen.values(),
        first=asked.first and asked.first.isoformat(),
        last=asked.last and asked.last.isoformat(),
        status=asked.status,
        today=asked.today.isoformat(),
        queued=json.dumps(asked.queued),
    )

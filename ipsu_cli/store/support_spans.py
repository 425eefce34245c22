"""The support that cases of some services have had, each case by itself, with what is sent on about its person."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.rows import day

SUPPORTED = """
    SELECT c.ref, coalesce(c.support, c.service) AS service, a.ref AS agreement, p.personnummer, p.gender, p.protected,
           c.from_day, c.closed_on, c.close_reason, c.sus_consent
    FROM cases c JOIN people p ON p.id = c.person_id LEFT JOIN agreements a ON a.id = c.agreement_id
    WHERE c.service IN (SELECT value FROM json_each(:services)) AND c.from_day <= :last
      AND (c.closed_on IS NULL OR c.closed_on >= :first)
    ORDER BY c.from_day, c.ref
"""


class Supported(NamedTuple):
    """A case's support from its first day to its last; `ended` is None while it goes on."""

    case: str
    service: str
    agreement: str | None
    personnummer: str
    gender: str | None
    protected: bool
    started: dt.date
    ended: dt.date | None
    reason: str | None
    sus_consent: dt.date | None


def supported(store: Store, services: Sequence[str], first: dt.date, last: dt.date) -> list[Supported]:
    """The cases of the services with a day of support from `first` to `last`, by their first day."""
    rows = store.all(SUPPORTED, services=json_list(services), first=first.isoformat(), last=last.isoformat())
    return [
        Supported(
            row["ref"], row["service"], row["agreement"], row["personnummer"], row["gender"], bool(row["protected"]),
            kept_day(row["from_day"]), day(row["closed_on"]), row["close_reason"], day(row["sus_consent"]),
        )
        for row in rows
    ]  # fmt: skip

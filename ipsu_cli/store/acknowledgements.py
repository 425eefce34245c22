"""What somebody has looked at and left as it is. The table holds what counts."""

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, Writing

if TYPE_CHECKING:
    from ipsu_cli.core.acknowledgement import Acknowledgement

KEYS = "SELECT case_id, kind, key FROM acknowledgements"
GIVEN = """
    SELECT k.case_id, k.kind, k.key, CASE p.protected WHEN 0 THEN k.reason END, k.entered_on, n.who
    FROM acknowledgements k JOIN cases c ON c.id = k.case_id JOIN people p ON p.id = c.person_id
    JOIN changes n ON n.id = k.entered_by ORDER BY k.id
"""
LISTED = """
    SELECT k.id, c.ref, k.kind, k.key, CASE WHEN p.protected = 0 OR :reveal THEN k.reason END, k.entered_on
    FROM acknowledgements k JOIN cases c ON c.id = k.case_id JOIN people p ON p.id = c.person_id
    WHERE k.case_id = :case OR :case IS NULL AND c.close_reason IS NOT 'registered_in_error' ORDER BY k.id
"""


# The case, the kind and the key of what is to be quiet.
Key: TypeAlias = tuple[int, str, str]


class Given(NamedTuple):
    """Why something was acknowledged, on which day and by whom; of a protected person there is no reason."""

    reason: str | None
    on: dt.date
    who: str


def keys(store: Store) -> set[Key]:
    """The case, the kind and the key of each reminder that is to be quiet."""
    return {(case_id, kind, key) for case_id, kind, key in store.conn.execute(KEYS)}


def given(store: Store) -> dict[Key, Given]:
    """Each of them by what it is of; the newest where there are several."""
    rows = store.conn.execute(GIVEN)
    return {(case_id, kind, key): Given(reason, kept_day(on), who) for case_id, kind, key, reason, on, who in rows}


def listed(store: Store, case_id: int | None = None, *, reveal: bool = False) -> "list[Acknowledgement]":
    """Those of a case, or all; the reason for one of a protected person is shown with `reveal`."""
    from ipsu_cli.core.acknowledgement import Acknowledgement

    rows = store.conn.execute(LISTED, {"case": case_id, "reveal": reveal})
    return [Acknowledgement(id, ref, kind, key, reason, kept_day(on)) for id, ref, kind, key, reason, on in rows]


def add(store: Writing, case_id: int, kind: str, key: str, reason: str) -> int:
    """Let one be quiet. Returns its number."""
    store.change(case_id=case_id)
    return store.add("acknowledgements", case_id=case_id, kind=kind, key=key, reason=reason)

"""What the check of the register asks about: the cases in `scope` with a day in a period that may lack something.

The rules decide; the question leaves out only the cases in which they can find nothing, for most lack nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.erased import ERASED_PEOPLE
from ipsu_cli.store.rows import day

if TYPE_CHECKING:
    from ipsu_cli.core.enrolment import Outcome, Pause
    from ipsu_cli.core.register import RegisteredCase

# A case counts from its referral, or from its first day, to the day that it was closed on or its period ended.
TOUCHES = """
    coalesce(s.queued_on, s.from_day) <= :last AND coalesce(s.closed_on, s.ends_on, '9999-12-31') >= :first
"""
AGREEMENTS = f"SELECT s.id, s.agreement FROM scope s WHERE {TOUCHES}"
PAIRS = "SELECT DISTINCT coalesce(agreement, ''), service FROM scope ORDER BY agreement, service"
# A training that has a first or a last day has both.
HALF_KNOWN = """
    c.training_name IS NULL OR (c.training_from IS NULL) <> (c.training_to IS NULL)
    OR c.training_from IS NULL AND c.service IN (SELECT value FROM json_each(:planned))
"""
CASES = f"""
    WITH paused AS (SELECT p.case_id FROM pauses p JOIN scope s ON s.id = p.case_id
                    WHERE s.closed_on IS NOT NULL AND (p.to_day IS NULL OR p.to_day > s.closed_on)),
         outside AS (SELECT o.case_id FROM outcomes o JOIN scope s ON s.id = o.case_id
                     WHERE s.from_day IS NULL OR o.on_day < s.from_day OR o.on_day > s.closed_on)
    SELECT s.id, s.ref, s.queued_for AS service, s.agreement, s.coach, s.gender, c.site, c.support,
           coalesce(a.sites <> '[]', 0) AS sites,
           coalesce(s.agreement, '') || ' ' || s.service IN (SELECT value FROM json_each(:consenting)) AS consents,
           c.service IN (SELECT value FROM json_each(:planned)) AS planned,
           s.from_day, s.closed_on, s.close_reason, c.refer_to, c.consent,
           c.training_name, c.training_from, c.training_to, c.training_result
    FROM scope s JOIN cases c ON c.id = s.id LEFT JOIN agreements a ON a.id = c.agreement_id
    WHERE {TOUCHES} AND s.person_id NOT IN ({ERASED_PEOPLE}) AND (
        coalesce(s.gender, 'unknown') = 'unknown'
        OR c.site IS NULL AND a.sites <> '[]'
        OR s.closed_on IS NOT NULL AND s.close_reason IS NULL
        OR c.service IN (SELECT value FROM json_each(:trained)) AND ({HALF_KNOWN})
        OR c.service IN (SELECT value FROM json_each(:with_result)) AND s.closed_on IS NOT NULL
           AND c.training_result IS NULL
        OR c.support = 'unspecified' OR consents AND s.from_day IS NOT NULL AND c.consent IS NULL
        OR s.close_reason IN ('work', 'studies', 'work_and_studies')
        OR s.close_reason = 'referred_on' AND c.refer_to IS NULL
        OR s.id IN (SELECT case_id FROM paused) OR s.id IN (SELECT case_id FROM outside))
    ORDER BY s.ref
"""
OUTCOMES = """
    SELECT o.case_id, o.id, s.ref, o.outcome, o.on_day, o.subsidised FROM outcomes o JOIN scope s ON s.id = o.case_id
    WHERE o.case_id IN (SELECT value FROM json_each(:ids)) ORDER BY o.on_day, o.id
"""
PAUSES = """
    SELECT p.case_id, p.id, s.ref, p.from_day, p.to_day FROM pauses p JOIN scope s ON s.id = p.case_id
    WHERE p.case_id IN (SELECT value FROM json_each(:ids)) ORDER BY p.from_day, p.id
"""


class ServicesAsked(NamedTuple):
    """Of which services the check asks what: those that are for a training, those that have its result, those whose
    hours are planned; and under which agreement (with a space and the service) a consent is demanded."""

    trained: Sequence[str]
    with_result: Sequence[str]
    planned: Sequence[str]
    consenting: Sequence[str]


def agreements(store: Store, first: dt.date, last: dt.date) -> dict[int, str | None]:
    """The agreement of each case with a day in the period, by its id."""
    return dict(store.conn.execute(AGREEMENTS, {"first": first.isoformat(), "last": last.isoformat()}))


def pairs(store: Store) -> list[tuple[str, str]]:
    """Each agreement (empty for none) and service that there are cases of."""
    return [(agreement, service) for agreement, service in store.conn.execute(PAIRS)]


def cases(store: Store, asked: ServicesAsked, first: dt.date, last: dt.date) -> "Iterator[RegisteredCase]":
    """The cases with a day in the period that may lack something, by reference."""
    lists = {name: json_list(codes) for name, codes in asked._asdict().items()}
    rows = store.conn.execute(CASES, {"first": first.isoformat(), "last": last.isoformat(), **lists}).fetchall()
    if not rows:
        return  # on most mornings, and then what they are made of is not loaded
    from ipsu_cli.core.case import Training
    from ipsu_cli.core.register import RegisteredCase

    ids = json_list(row["id"] for row in rows)
    outcomes, pauses = _outcomes(store, ids), _pauses(store, ids)
    for row in rows:
        id, ref, service, agreement, coach, gender, site, support, sites, consents, planned, *more = row
        from_day, closed, reason, refer_to, consent, name, training_from, training_to, result = more
        training = Training()
        if name or training_from or training_to or result:
            training = Training(name=name, from_day=day(training_from), to_day=day(training_to), result=result)
        yield RegisteredCase(
            id, ref, service, agreement, coach, gender, site, support, bool(sites), bool(consents), bool(planned),
            day(from_day), day(closed), reason, refer_to, day(consent), training, outcomes.get(id, ()),
            pauses.get(id, ()),
        )  # fmt: skip


def _outcomes(store: Store, ids: str) -> dict[int, list["Outcome"]]:
    from ipsu_cli.core.enrolment import Outcome

    found = defaultdict(list)
    for case_id, id, ref, outcome, on, subsidised in store.conn.execute(OUTCOMES, {"ids": ids}):
        found[case_id].append(Outcome(id, ref, outcome, kept_day(on), bool(subsidised)))
    return found


def _pauses(store: Store, ids: str) -> dict[int, list["Pause"]]:
    from ipsu_cli.core.enrolment import Pause

    found = defaultdict(list)
    for case_id, id, ref, first, last in store.conn.execute(PAUSES, {"ids": ids}):
        found[case_id].append(Pause(id, ref, kept_day(first), day(last)))
    return found

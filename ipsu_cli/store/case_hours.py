"""What the hours of many cases are judged by, asked for at once."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store

# The plan in force is the newest confirmed version, else, until one is confirmed, the newest.
OF_CASES = """
    SELECT c.ref, c.id, c.service, c.from_day, c.to_day, c.closed_on, c.close_reason, c.training_from, c.training_to,
           a.to_day AS agreement_ends,
           (SELECT group_concat(w.week || '=' || w.hours, ' ') FROM plan_weeks w WHERE w.document_id =
               (SELECT d.id FROM documents d
                WHERE d.case_id = c.id AND EXISTS (SELECT 1 FROM plan_weeks w WHERE w.document_id = d.id)
                ORDER BY d.status = 'confirmed' DESC, d.version DESC LIMIT 1)) AS weeks,
           EXISTS (SELECT 1 FROM investigations i WHERE i.case_id = c.id AND i.closed IS NULL) AS locked,
           EXISTS (SELECT 1 FROM documents d
                   WHERE d.case_id = c.id AND d.type IN (SELECT value FROM json_each(:absence))) AS absent,
           EXISTS (SELECT 1 FROM deliveries d WHERE d.case_id = c.id) AS worked
    FROM json_each(:refs) r JOIN cases c ON c.ref = r.value
    LEFT JOIN agreements a ON a.id = c.agreement_id
"""


class Terms(NamedTuple):
    """All of a case that its hours are judged by, but what is delivered in it: cases with the same terms are judged
    alike. Days are as the register keeps them; `weeks` is the plan in force as text, None without one."""

    service: str
    from_day: str | None
    to_day: str | None
    closed_on: str | None
    close_reason: str | None
    training_from: str | None
    training_to: str | None
    agreement_ends: str | None
    weeks: str | None


class CaseTerms(NamedTuple):
    """A case with its terms. `apart`: it is locked or has a report of absence, which says more of single days.
    `worked`: something is delivered in it."""

    ref: str
    id: int
    terms: Terms
    apart: bool
    worked: bool


def of_cases(store: Store, refs: Iterable[str], absence: Sequence[str]) -> Iterator[CaseTerms]:
    """Those of these cases that there are, in no order; `absence` are the types of the reports of it."""
    values = {"refs": json_list(refs), "absence": json_list(absence)}
    return map(_from_row, store.conn.execute(OF_CASES, values))


def _from_row(row: sqlite3.Row) -> CaseTerms:
    ref, id, *terms, locked, absent, worked = row
    return CaseTerms(ref, id, Terms(*terms), bool(locked or absent), bool(worked))


def weeks_in(text: str | None) -> dict[Week, Hours]:
    """The weeks of a plan, each with its hours."""
    weeks = (week.split("=") for week in (text or "").split())
    return {Week(week): Hours(int(hours)) for week, hours in weeks}

"""What nobody has typed of the cases in `scope`, and what they have of what is followed up; their plans are `in_force`,
the weeks of them `planned` where silent ones are asked for.

A list is asked for once for all cases: few of them have anything in it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ipsu_cli.core.dates import ONE_DAY, Month, Week, kept_day
from ipsu_cli.core.document import Document
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Codes
from ipsu_cli.store import Store
from ipsu_cli.store.rows import day

# How long before an end, or after a beginning, the earliest reminder of a placement asks, and how long before an end
# that of a support in a training.
MONTHS_AWAY, MONTHS_AGO, WEEKS_AWAY = 100 * ONE_DAY, 80 * ONE_DAY, 21 * ONE_DAY
# Cases that have begun or will, and for which something may wait by a day: those of a municipality (of the service
# queued for, where the one given is not noted), those whose period or plan ends before long, and those of the ids. An
# employment goes on until an end is entered on a later day.
CASES = """
    WITH decision AS (SELECT case_id, max(coalesce(period, 1)) AS decided FROM decisions GROUP BY case_id),
         last_review AS (SELECT case_id, max(on_day) AS reviewed FROM reviews GROUP BY case_id),
         open_pause AS (SELECT case_id, min(from_day) AS paused FROM pauses WHERE to_day IS NULL GROUP BY case_id),
         asked AS (SELECT case_id, max(on_day) AS officer_asked FROM contacts
                   WHERE lower(party) IN (SELECT value FROM json_each(:officers)) GROUP BY case_id),
         left_work AS (SELECT case_id, max(on_day) AS ended FROM outcomes WHERE outcome = 'employment_ended'
                       GROUP BY case_id),
         work AS (SELECT o.case_id, min(o.on_day) AS employed FROM outcomes o
                  LEFT JOIN left_work l ON l.case_id = o.case_id
                  WHERE o.outcome = 'employment' AND o.on_day >= coalesce(l.ended, '') GROUP BY o.case_id)
    SELECT s.id, s.ref, CASE s.service WHEN 'unspecified' THEN s.queued_for ELSE s.service END AS given, s.system,
           s.coach, s.name, s.closed_on IS NOT NULL AS closed, s.from_day, s.to_day,
           c.training_to, c.consent, c.consent_withdrawn, decision.decided, f.ends,
           last_review.reviewed, open_pause.paused, asked.officer_asked, work.employed,
           (SELECT min(t.on_day) FROM contacts t WHERE t.case_id = s.id AND t.on_day >= s.from_day
            AND lower(t.party) IN (SELECT value FROM json_each(:employers))) AS employer_met
    FROM scope s JOIN cases c ON c.id = s.id
    LEFT JOIN decision ON decision.case_id = s.id
    LEFT JOIN in_force f ON f.case_id = s.id
    LEFT JOIN last_review ON last_review.case_id = s.id
    LEFT JOIN open_pause ON open_pause.case_id = s.id
    LEFT JOIN asked ON asked.case_id = s.id
    LEFT JOIN work ON work.case_id = s.id
    WHERE s.from_day IS NOT NULL AND (s.id IN (SELECT value FROM json_each(:ids)) OR s.closed_on IS NULL AND (
        s.queued_for IN (SELECT value FROM json_each(:codes_queued))
        OR s.system IS NOT NULL AND coalesce(decision.decided, 1) = 1
           AND (s.to_day <= :months_away OR s.from_day <= :months_ago)
        OR c.training_to IS NOT NULL AND (s.to_day <= :weeks_away OR f.ends <= :week_away)))
    ORDER BY s.ref
"""
FILED = "v.status IN ('submitted', 'confirmed')"
REPORTED_ABSENT = f"""
    SELECT 1 FROM documents v
    WHERE v.case_id = {{case}} AND {FILED} AND v.type IN (SELECT value FROM json_each(:codes_deviation))
      AND json_extract(v.fields, '$.from') <= {{last}} AND json_extract(v.fields, '$.to') >= {{first}}
"""
SILENT_WEEKS = f"""
    SELECT p.case_id, s.ref, s.agreement, s.service, p.week, p.hours FROM planned p JOIN scope s ON s.id = p.case_id
    WHERE p.sunday < :today AND p.monday <= s.ends_on
      AND coalesce((SELECT sum(d.quantity) FROM deliveries d WHERE d.case_id = p.case_id AND d.cancelled = 0
                    AND d.to_day BETWEEN p.monday AND p.sunday), 0) <= 0
      AND NOT EXISTS ({REPORTED_ABSENT.format(case="p.case_id", first="p.monday", last="p.sunday")})
    ORDER BY p.case_id, p.week
"""
# The newest report of a month that stands, where none of its activities has an hour.
IDLE_MONTHS = f"""
    SELECT d.case_id, d.period FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.status IN ('submitted', 'confirmed') AND d.type IN (SELECT value FROM json_each(:codes_periodic))
      AND NOT EXISTS (SELECT 1 FROM documents n WHERE n.case_id = d.case_id AND n.type = d.type
                      AND n.period = d.period AND n.version > d.version AND n.status IN ('submitted', 'confirmed'))
      AND json_array_length(d.fields, '$.hours') > 0
      AND NOT EXISTS (SELECT 1 FROM json_each(d.fields, '$.hours') h WHERE json_extract(h.value, '$[1]') > 0)
      AND NOT EXISTS ({REPORTED_ABSENT.format(case="d.case_id", first="d.period || '-01'", last="d.period || '-31'")})
    ORDER BY d.case_id, d.period
"""
# The days are those of the absence: of several on which hours were entered together, the first.
ABSENT_DAYS = f"""
    SELECT d.case_id, d.from_day FROM documents v CROSS JOIN deliveries d ON d.case_id = v.case_id
    JOIN scope s ON s.id = d.case_id
    WHERE {FILED} AND v.type IN (SELECT value FROM json_each(:codes_deviation)) AND d.unit = 'hour' AND d.cancelled = 0
      AND d.from_day >= json_extract(v.fields, '$.from') AND d.to_day <= json_extract(v.fields, '$.to')
    GROUP BY v.id, d.case_id, d.from_day, d.to_day HAVING sum(d.quantity) > 0 ORDER BY d.case_id, d.from_day
"""
# The newest signal of a case that no report of a result has followed.
SIGNALS = """
    SELECT d.case_id, d.type, json_extract(d.fields, '$.result') AS reason,
           coalesce(json_extract(d.fields, '$.learned'), d.submitted) AS learned
    FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.type IN (SELECT value FROM json_each(:codes_signal)) AND d.status IN ('submitted', 'confirmed')
      AND NOT EXISTS (SELECT 1 FROM documents n WHERE n.case_id = d.case_id AND n.type = d.type
                      AND n.version > d.version AND n.status IN ('submitted', 'confirmed'))
      AND NOT EXISTS (SELECT 1 FROM documents r WHERE r.case_id = d.case_id AND r.submitted >= d.submitted
                      AND r.status IN ('submitted', 'confirmed')
                      AND r.type IN (SELECT value FROM json_each(:codes_result)))
    ORDER BY d.case_id
"""
AGREEMENTS = """
    SELECT a.id, a.ref, a.to_day,
           (SELECT count(*) FROM cases c WHERE c.agreement_id = a.id AND c.closed_on IS NULL) AS open_cases,
           (SELECT max(f.on_day) FROM fidelity_reviews f
            WHERE f.agreement_id = a.id AND f.total IS NOT NULL) AS reviewed,
           (SELECT group_concat(t.by_day) FROM targets t
            WHERE t.kpi = 'fidelity_latest' AND t.by_day >= a.from_day AND coalesce(t.agreement_id, a.id) = a.id
              AND EXISTS (SELECT 1 FROM json_each(json_insert(coalesce(a.further_services, '[]'), '$[#]', a.service))
                          WHERE value IN (SELECT value FROM json_each(:codes_queued)))) AS wanted_by
    FROM agreements a ORDER BY a.ref
"""
JOINT_PLANS = """
    SELECT d.*, c.ref FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.case_id IN (SELECT value FROM json_each(:ids)) AND d.type IN (SELECT value FROM json_each(:codes_plan))
    ORDER BY d.case_id, d.version
"""


class FollowedCase(NamedTuple):
    """A case, and the days of what is followed up in it. `name` is None of a protected person; `decided` is the period
    that the agency has decided on, None before any decision."""

    id: int
    ref: str
    service: str
    system: str | None
    coach: str | None
    name: str | None
    closed: bool
    from_day: dt.date
    to_day: dt.date | None = None
    training_to: dt.date | None = None
    consent: dt.date | None = None
    consent_withdrawn: dt.date | None = None
    decided: int | None = None
    plan_ends: dt.date | None = None
    reviewed: dt.date | None = None
    paused: dt.date | None = None
    officer_asked: dt.date | None = None
    employed: dt.date | None = None
    employer_met: dt.date | None = None


class FiledSignal(NamedTuple):
    """A signal that waits for its result; `reason` is what it is of."""

    type: str
    reason: str | None
    learned: dt.date


class FollowedAgreement(NamedTuple):
    """An agreement, its last day and its open cases; when its fidelity was reviewed, and by when targets want it."""

    id: int
    ref: str
    to_day: dt.date | None
    open_cases: int
    reviewed: dt.date | None
    wanted_by: Sequence[dt.date]


class PlannedWeek(NamedTuple):
    """A week of a plan in force, and its hours."""

    case_id: int
    case: str
    agreement: str | None
    service: str
    week: Week
    hours: Hours


class Gaps(NamedTuple):
    """What nobody has typed, by the id of the case."""

    silent_weeks: dict[int, list[PlannedWeek]]
    idle_months: dict[int, list[Month]]
    absent_days: dict[int, list[dt.date]]
    signals: dict[int, list[FiledSignal]]

    @property
    def ids(self) -> set[int]:
        """The cases that have anything of it."""
        return {id for found in self for id in found}


def cases(
    store: Store, codes: Codes, officers: Sequence[str], employers: Sequence[str], also: set[int], by: dt.date
) -> Iterator[FollowedCase]:
    """The open cases of `scope` for which something may wait by a day, and those of the ids in `also`, closed ones
    too. The parties are in small letters."""
    lists: dict[str, Sequence[str | int]] = {"officers": officers, "employers": employers, "ids": sorted(also)}
    bound = codes.bound() | {name: json_list(values) for name, values in lists.items()}
    soon = by + WEEKS_AWAY
    bound |= {
        "months_away": str(by + MONTHS_AWAY),
        "months_ago": str(by - MONTHS_AGO),
        "weeks_away": str(soon),
        "week_away": Week.of(soon),
    }
    for id, ref, service, system, coach, name, closed, first, *rest in store.conn.execute(CASES, bound):
        last, training_to, consent, withdrawn, decided, week, *days = rest
        yield FollowedCase(
            id, ref, service, system, coach, name, bool(closed), kept_day(first), day(last), day(training_to),
            day(consent), day(withdrawn), decided, week and Week(week).sunday, *map(day, days),
        )  # fmt: skip


def gaps(store: Store, codes: Codes, today: dt.date, *, weeks: bool = True) -> Gaps:
    """The lists of what nobody has typed; weeks that ended before today only where they are asked for."""
    bound = codes.bound()
    silent, idle, absent, signals = (defaultdict(list) for _ in range(4))
    for planned in silent_weeks(store, codes, today) if weeks else ():
        silent[planned.case_id].append(planned)
    for row in store.all(IDLE_MONTHS, **bound):
        idle[row["case_id"]].append(Month(row["period"]))
    for row in store.all(ABSENT_DAYS, **bound):
        absent[row["case_id"]].append(kept_day(row["from_day"]))
    for row in store.all(SIGNALS, **bound):
        signals[row["case_id"]].append(FiledSignal(row["type"], row["reason"], kept_day(row["learned"])))
    return Gaps(silent, idle, absent, signals)


def silent_weeks(store: Store, codes: Codes, today: dt.date) -> Iterator[PlannedWeek]:
    """The weeks of the plans that have ended with neither hours nor a deviation report."""
    for case_id, ref, agreement, service, week, hours in store.conn.execute(
        SILENT_WEEKS, {**codes.bound(), "today": today.isoformat()}
    ):
        yield PlannedWeek(case_id, ref, agreement, service, Week(week), Hours(hours))


def joint_plans(store: Store, codes: Codes, ids: Sequence[int]) -> dict[int, list[Document]]:
    """Every version of the joint plans of these cases, oldest first."""
    if not ids:
        return {}
    from ipsu_cli.store import documents

    found: dict[int, list[Document]] = defaultdict(list)
    for row in store.all(JOINT_PLANS, ids=json_list(ids), **codes.bound()):
        found[row["case_id"]].append(documents.from_row(row))
    return found


def agreements(store: Store, codes: Codes) -> Iterator[FollowedAgreement]:
    """Every agreement."""
    for id, ref, to_day, open_cases, reviewed, wanted in store.conn.execute(AGREEMENTS, codes.bound()):
        days = [kept_day(by_day) for by_day in (wanted or "").split(",") if by_day]
        yield FollowedAgreement(id, ref, day(to_day), open_cases, day(reviewed), days)

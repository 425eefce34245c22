"""Cases, plans, documents and deliveries: what the commands never leave otherwise."""

from collections.abc import Iterator

from ipsu_cli.store import Store
from ipsu_cli.store.above_plan import HOURS
from ipsu_cli.store.invariants.model import Breach, breaches, invariant
from ipsu_cli.store.rows import MONDAY

# A delivery stands on no line (`free`) or on one (`invoiced`); one that was cancelled on neither.
PLACES = """
    SELECT d.id AS row, (f.delivery_id IS NOT NULL) + (i.delivery_id IS NOT NULL) AS places, d.cancelled
    FROM deliveries d LEFT JOIN free f ON f.delivery_id = d.id LEFT JOIN invoiced i ON i.delivery_id = d.id
    WHERE (f.delivery_id IS NOT NULL) + (i.delivery_id IS NOT NULL) <> 1 - d.cancelled
"""
STRAY = """
    SELECT delivery_id AS row, 1 AS places FROM {table} WHERE delivery_id NOT IN (SELECT id FROM deliveries)
"""
# The sum that is kept of each case, next to its deliveries.
SUMS = """
    SELECT c.id AS row, c.ref AS "case", coalesce(k.hours, 0) AS kept, coalesce(d.hours, 0) AS delivered
    FROM cases c LEFT JOIN delivered_hours k ON k.case_id = c.id
    LEFT JOIN (SELECT case_id, sum(quantity) AS hours FROM deliveries WHERE unit = 'hour' AND cancelled = 0
               GROUP BY case_id) d ON d.case_id = c.id
    WHERE kept <> delivered
"""
REVERSALS = """
    SELECT r.id AS row, r.reverses AS other FROM deliveries r JOIN deliveries d ON d.id = r.reverses
    WHERE r.cancelled = 0 AND (r.quantity <> -d.quantity OR r.case_id <> d.case_id OR r.unit <> d.unit
                               OR r.from_day <> d.from_day OR r.to_day <> d.to_day OR d.cancelled = 1)
"""
BELOW_NOTHING = "SELECT id AS row, case_id FROM deliveries WHERE quantity < 0 AND reverses IS NULL"
# A correction is told by its reason: of the row that takes back, or of the one that was taken back. A result goes with
# its document, which has the reason.
UNTOLD = """
    SELECT d.id AS row, d.entered_by AS change FROM deliveries d
    WHERE (d.reverses IS NOT NULL OR d.cancelled = 1) AND d.unit <> 'result'
      AND NOT EXISTS (SELECT 1 FROM reasons w WHERE w.delivery_id IN (d.id, d.reverses))
      AND NOT EXISTS (SELECT 1 FROM reasons_past w WHERE w.delivery_id IN (d.id, d.reverses))
"""
AHEAD = """
    SELECT d.id AS row, d.to_day AS day, c.today FROM deliveries d JOIN changes c ON c.id = d.entered_by
    WHERE d.to_day > c.today
"""
TWO_MONTHS = "SELECT id AS row, from_day, to_day FROM deliveries WHERE substr(from_day, 1, 7) <> substr(to_day, 1, 7)"
# Outside the period as it stands; a decision may since have left a delivery outside, so the period of then is asked.
OUTSIDE = """
    SELECT d.id AS row, c.ref AS "case", d.to_day AS day
    FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE (d.from_day < c.from_day OR d.to_day > c.to_day) AND d.cancelled = 0 AND d.quantity > 0
      AND d.unit <> 'result'
      AND NOT EXISTS (SELECT 1 FROM cases_past p WHERE p.id = c.id
                      AND d.from_day >= coalesce(p.from_day, '') AND d.to_day <= coalesce(p.to_day, '9999'))
"""
EXTENTS = (5_00, 10_00, 20_00, 30_00)  # of rules/weekly_plan.py; a test holds the two together
OTHER_EXTENT = f"""
    SELECT document_id || ' ' || week AS row, week, hours FROM plan_weeks WHERE hours NOT IN {EXTENTS}
"""
# Every version of a plan lies in the period that held when it was made, or in one that came later.
WEEK_OUTSIDE = f"""
    SELECT w.document_id || ' ' || w.week AS row, c.ref AS "case", w.week FROM plan_weeks w
    JOIN documents d ON d.id = w.document_id JOIN cases c ON c.id = d.case_id
    WHERE ({MONDAY} > c.to_day OR date({MONDAY}, '+6 days') < c.from_day)
      AND NOT EXISTS (SELECT 1 FROM cases_past p WHERE p.id = c.id
                      AND {MONDAY} <= coalesce(p.to_day, '9999')
                      AND date({MONDAY}, '+6 days') >= coalesce(p.from_day, ''))
"""
# Where a plan has one version and the agency has decided nothing, nobody can have made it smaller.
OVER = f"""
    SELECT p.case_id AS row, c.ref AS "case", {HOURS} AS planned,
           (SELECT coalesce(sum(quantity), 0) FROM deliveries d
            WHERE d.case_id = p.case_id AND d.unit = 'hour' AND d.cancelled = 0) AS delivered
    FROM documents p JOIN cases c ON c.id = p.case_id
    WHERE p.version = 1 AND EXISTS (SELECT 1 FROM plan_weeks w WHERE w.document_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM documents n WHERE n.case_id = p.case_id AND n.type = p.type AND n.version > 1)
      AND NOT EXISTS (SELECT 1 FROM documents_past n WHERE n.case_id = p.case_id AND n.type = p.type AND n.version > 1)
      AND NOT EXISTS (SELECT 1 FROM decisions_ever n WHERE n.case_id = p.case_id)
      AND delivered > planned
"""
VERSIONS = """
    SELECT d.id AS row, c.ref AS "case", d.type, d.version FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE d.version > 1 AND NOT EXISTS (SELECT 1 FROM documents e WHERE e.case_id = d.case_id AND e.type = d.type
                                        AND e.period = d.period AND e.version = d.version - 1)
"""
ANSWERED = """
    SELECT d.id AS row, c.ref AS "case", d.type, d.version, d.status FROM documents d JOIN cases c ON c.id = d.case_id
    WHERE (d.status = 'confirmed') <> (d.confirmed IS NOT NULL) OR (d.status = 'returned') <> (d.returned IS NOT NULL)
"""
TWO_OPEN = """
    SELECT a.id AS row, a.ref AS "case", b.ref AS other FROM cases a
    JOIN cases b ON b.person_id = a.person_id AND b.id > a.id AND b.closed_on IS NULL
         AND coalesce(b.support, b.service) = coalesce(a.support, a.service)
    WHERE a.closed_on IS NULL
"""
LOCKED = """
    SELECT d.id AS row, c.ref AS "case", v.opened FROM investigations v
    JOIN deliveries d ON d.case_id = v.case_id AND d.entered_by > v.entered_by JOIN cases c ON c.id = d.case_id
    WHERE v.closed IS NULL AND d.reverses IS NULL AND d.cancelled = 0
      AND NOT EXISTS (SELECT 1 FROM deliveries_past p WHERE p.id = d.id)
"""


@invariant("hours.place", "A36")
def a_delivery_stands_in_one_place(store: Store) -> Iterator[Breach]:
    """Every delivery is free or stands on one line of an invoice, never both; one that was cancelled does neither."""
    yield from breaches("deliveries", store.all(PLACES))
    for table in ("free", "invoiced"):
        yield from breaches(table, store.all(STRAY.format(table=table)))


@invariant("hours.sum", "A23")
def the_hours_kept_of_a_case_are_those_of_its_deliveries(store: Store) -> Iterator[Breach]:
    """The hours that are kept as the sum of a case are the sum of its deliveries."""
    yield from breaches("delivered_hours", store.all(SUMS))


@invariant("hours.reversal", "A31")
def a_reversal_takes_back_what_it_reverses(store: Store) -> Iterator[Breach]:
    """A row that takes a delivery back has its case, days and unit, and just its quantity below nothing."""
    yield from breaches("deliveries", store.all(REVERSALS))


@invariant("hours.below-nothing", "A23")
def only_a_reversal_is_below_nothing(store: Store) -> Iterator[Breach]:
    """A delivery is more than nothing; only what takes one back is less."""
    yield from breaches("deliveries", store.all(BELOW_NOTHING))


@invariant("hours.untold", "A31")
def a_correction_says_why(store: Store) -> Iterator[Breach]:
    """What was corrected or cancelled has its reason, next to who did it and when."""
    yield from breaches("deliveries", store.all(UNTOLD))


@invariant("hours.ahead", "A24")
def no_delivery_is_dated_after_the_day_it_was_entered(store: Store) -> Iterator[Breach]:
    """A delivery is dated on the day it was entered, or before."""
    yield from breaches("deliveries", store.all(AHEAD))


@invariant("hours.two-months", "A26")
def no_delivery_lies_in_two_months(store: Store) -> Iterator[Breach]:
    """A delivery lies in one calendar month."""
    yield from breaches("deliveries", store.all(TWO_MONTHS))


@invariant("hours.outside-period", "A12")
def a_delivery_lies_in_the_period_of_its_case(store: Store) -> Iterator[Breach]:
    """A delivery lies in the participant period of its case, as it is or as it was."""
    yield from breaches("deliveries", store.all(OUTSIDE))


@invariant("hours.over-plan", "A23")
def no_more_is_delivered_than_planned(store: Store) -> Iterator[Breach]:
    """No more hours are delivered than planned, where no later version or decision has made the plan smaller."""
    yield from breaches("cases", store.all(OVER))


@invariant("hours.locked", "A32")
def a_case_under_investigation_gets_no_delivery(store: Store) -> Iterator[Breach]:
    """No delivery was entered in a case after it was locked."""
    yield from breaches("deliveries", store.all(LOCKED))


@invariant("weeks.extent", "A28")
def a_week_of_a_plan_has_an_extent_that_there_is(store: Store) -> Iterator[Breach]:
    """The weeks of a plan have 5, 10, 20 or 30 hours."""
    yield from breaches("plan_weeks", store.all(OTHER_EXTENT))


@invariant("weeks.outside-period", "A13")
def a_week_of_a_plan_lies_in_the_period(store: Store) -> Iterator[Breach]:
    """Every week of a plan has a day in the participant period, as it is or as it was."""
    yield from breaches("plan_weeks", store.all(WEEK_OUTSIDE))


@invariant("versions.gap", "A11")
def the_versions_of_a_document_have_no_gap(store: Store) -> Iterator[Breach]:
    """The versions of a document are numbered from 1 without a gap."""
    yield from breaches("documents", store.all(VERSIONS))


@invariant("document.answered", "A18")
def an_answer_to_a_document_has_a_day(store: Store) -> Iterator[Breach]:
    """A document that is confirmed or returned has the day of that, and no other has."""
    yield from breaches("documents", store.all(ANSWERED))


@invariant("people.two-open")
def a_person_has_one_open_case_in_a_service(store: Store) -> Iterator[Breach]:
    """A person has at most one open case in a service."""
    yield from breaches("cases", store.all(TWO_OPEN))


INVARIANTS = (
    a_delivery_stands_in_one_place, the_hours_kept_of_a_case_are_those_of_its_deliveries,
    a_reversal_takes_back_what_it_reverses, only_a_reversal_is_below_nothing,
    a_correction_says_why, no_delivery_is_dated_after_the_day_it_was_entered, no_delivery_lies_in_two_months,
    a_delivery_lies_in_the_period_of_its_case, no_more_is_delivered_than_planned,
    a_case_under_investigation_gets_no_delivery, a_week_of_a_plan_has_an_extent_that_there_is,
    a_week_of_a_plan_lies_in_the_period, the_versions_of_a_document_have_no_gap,
    an_answer_to_a_document_has_a_day, a_person_has_one_open_case_in_a_service,
)  # fmt: skip

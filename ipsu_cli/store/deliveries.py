"""Deliveries: what was worked, and whether it stands on a line."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import count

from ipsu_cli.core.dates import Month, Week, kept_day
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import NamedRow, day, number

DELIVERY = """
    SELECT d.*, c.ref, n.year, n.no,
           (SELECT r.id FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0) AS reversed_by
    FROM deliveries d
    JOIN cases c ON c.id = d.case_id
    LEFT JOIN invoiced i ON i.delivery_id = d.id
    LEFT JOIN invoice_lines l ON l.id = i.line_id
    LEFT JOIN invoices n ON n.id = l.invoice_id
"""
GET = DELIVERY + " WHERE d.id = :id"
COUNTED = DELIVERY + " WHERE c.close_reason IS NOT 'registered_in_error'"
OF_CASE = DELIVERY + " WHERE d.case_id = :case"
IN_ORDER = "d.to_day, d.id"
LIST = COUNTED + " ORDER BY " + IN_ORDER
LIST_OF_CASE = OF_CASE + " ORDER BY " + IN_ORDER
BY_DAY = """
    SELECT from_day, to_day, sum(quantity) AS quantity FROM deliveries
    WHERE case_id = :case AND cancelled = 0
      AND (:without IS NULL OR (id <> :without AND reverses IS NOT :without))
    GROUP BY from_day, to_day
"""
LAST_DAY = """
    SELECT max(to_day) FROM deliveries d WHERE case_id = :case AND cancelled = 0 AND quantity > 0 AND unit <> 'result'
    AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0)
"""
ON_AN_INVOICE = """
    SELECT EXISTS (SELECT 1 FROM invoiced i JOIN deliveries d ON d.id = i.delivery_id WHERE d.case_id = :case)
"""
COUNTING = """
    SELECT id FROM deliveries d WHERE case_id = :case AND cancelled = 0 AND quantity > 0
    AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0)
"""

# The deliveries that count and are equal to another.
FROM_EQUAL = """
    FROM deliveries n JOIN deliveries d ON d.case_id = n.case_id AND d.to_day = n.to_day
        AND d.unit = n.unit AND d.quantity = n.quantity AND d.from_day = n.from_day AND d.cancelled = 0
    WHERE n.id = :id AND d.id <> n.id
      AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0)
"""
FIRST_EQUAL = f"SELECT d.id {FROM_EQUAL} ORDER BY d.id LIMIT 1"
# Of them those that no other import brought in; `ours` are those of the same change.
EQUAL = f"""
    SELECT d.id, d.entered_by = n.entered_by AS ours {FROM_EQUAL}
      AND NOT EXISTS (SELECT 1 FROM batches b WHERE b.entered_by = d.entered_by)
    ORDER BY d.id
"""
# The hours of a case that count and that neither another import nor this change brought in.
TYPED = """
    SELECT d.id, d.from_day, d.to_day, d.quantity FROM deliveries d
    WHERE d.case_id = :case AND d.unit = 'hour' AND d.cancelled = 0 AND d.entered_by <> :change
      AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.reverses = d.id AND r.cancelled = 0)
      AND NOT EXISTS (SELECT 1 FROM batches b WHERE b.entered_by = d.entered_by)
    ORDER BY d.id
"""
NEXT_ID = "SELECT coalesce(max(id), 0) + 1 FROM deliveries"

IMPORTED_ON = (
    DELIVERY
    + """
    WHERE c.ref = :case AND d.from_day = :day AND d.to_day = :day AND d.cancelled = 0 AND reversed_by IS NULL
      AND EXISTS (SELECT 1 FROM deliveries_ever e JOIN batches b ON b.entered_by = e.entered_by WHERE e.id = d.id)
    ORDER BY d.id LIMIT 1
"""
)
WHOLE = f"{DELIVERY} WHERE d.case_id = :case AND d.unit IN ('case', 'day', 'month') AND d.entered_by <> :change"
OF_MONTH = " AND (unit = 'day' OR unit = 'month') AND substr(to_day, 1, 7) = :month"


def from_row(row: NamedRow) -> Delivery:
    """The delivery of a row of `DELIVERY`."""
    if row["cancelled"]:
        status = "cancelled"
    elif row["reversed_by"]:
        status = "reversed"
    else:
        status = "invoiced" if row["year"] else "free"
    return Delivery(
        id=row["id"],
        case=row["ref"],
        from_day=kept_day(row["from_day"]),
        to_day=kept_day(row["to_day"]),
        unit=row["unit"],
        quantity=Quantity(row["quantity"]),
        no_show=bool(row["no_show"]),
        status=status,
        reverses=row["reverses"],
        invoice=number(row["year"], row["no"]),
    )


def get(store: Store, id: int) -> Delivery:
    """The delivery. Raises `Refused` where there is none."""
    row = store.first(GET, id=id)
    if row is None:
        raise Refused("delivery.unknown", delivery=id, command="ipsu delivery list")
    return from_row(row)


def of_case(store: Store, case_id: int) -> list[Delivery]:
    """The deliveries of a case, by work date."""
    return [from_row(row) for row in store.all(LIST_OF_CASE, case=case_id)]


def whole(store: Writing, case_id: int) -> list[Delivery]:
    """The mapping of a case, or its months, that this change has not entered."""
    return [from_row(row) for row in store.all(WHOLE, case=case_id, change=store.stamp["entered_by"])]


def every(store: Store) -> Iterator[Delivery]:
    """The deliveries of every case that counts, by work date; one after the other, for there may be a million."""
    return map(from_row, store.conn.execute(LIST))


class Delivered:
    """What a case has delivered, without the one that is being replaced."""

    def __init__(self, store: Store, case_id: int, without: int | None = None) -> None:
        self.total = Hours(0)
        self.last: dt.date | None = None
        self.by_week: dict[Week, Hours] = {}
        self.by_day: dict[tuple[dt.date, dt.date], Hours] = {}
        for row in store.all(BY_DAY, case=case_id, without=without):
            self.count(kept_day(row["from_day"]), kept_day(row["to_day"]), Hours(row["quantity"]))

    def count(self, first: dt.date, last: dt.date, hours: Hours) -> None:
        """Take in hours from the first to the last of these days."""
        week = Week.of(last)
        self.total += hours
        self.by_week[week] = self.by_week.get(week, Hours(0)) + hours
        self.by_day[first, last] = self.by_day.get((first, last), Hours(0)) + hours
        if hours and (self.last is None or last > self.last):
            self.last = last

    def windows(self, first: dt.date, last: dt.date) -> list[tuple[Hours, int]]:
        """Every span of days around `first` and `last` that deliveries begin and end: what lies in it, and its
        days. A week's hours may lie on any of its days, so each span must have room for all that is in it."""
        reach = self._touching(first, last)
        begins = {first, *(a for a, _ in reach if a <= first)}
        ends = {last, *(b for _, b in reach if b >= last)}
        return [self._within(a, b) for a in sorted(begins) for b in sorted(ends)]

    def _touching(self, first: dt.date, last: dt.date) -> set[tuple[dt.date, dt.date]]:
        """The deliveries that share a day with these days, or with one that does, and so on."""
        found: set[tuple[dt.date, dt.date]] = set()
        while True:
            more = {days for days in self.by_day if days[0] <= last and first <= days[1]}
            if more == found:
                return found
            found = more
            first, last = min(first, *(a for a, _ in found)), max(last, *(b for _, b in found))

    def _within(self, first: dt.date, last: dt.date) -> tuple[Hours, int]:
        hours = Hours.total(hours for (a, b), hours in self.by_day.items() if first <= a and b <= last)
        return hours, (last - first).days + 1


def last_day(store: Store, case_id: int) -> dt.date | None:
    """The last work date of what counts."""
    return day(store.value(LAST_DAY, case=case_id))


def on_an_invoice(store: Store, case_id: int) -> bool:
    """Does a delivery of the case stand on an invoice?"""
    return bool(store.value(ON_AN_INVOICE, case=case_id))


def days_worked(store: Store, case_id: int) -> list[tuple[dt.date, dt.date]]:
    """The days, from first to last, of each delivery that counts."""
    rows = store.all(BY_DAY, case=case_id, without=None)
    return [(kept_day(row["from_day"]), kept_day(row["to_day"])) for row in rows if row["quantity"] > 0]


def standing(store: Store, case_id: int) -> list[int]:
    """The ids of deliveries that count: not cancelled, not reversed, no reversals."""
    return [row["id"] for row in store.all(COUNTING, case=case_id)]


def of_unit(store: Store, case_id: int, unit: str) -> list[int]:
    """The ids of deliveries in a unit that count."""
    return [row["id"] for row in store.all(COUNTING + " AND unit = :unit", case=case_id, unit=unit)]


def of_month(store: Store, case_id: int, month: Month) -> int | None:
    """The delivery of a whole month that counts, if there is one."""
    found: int | None = store.value(COUNTING + OF_MONTH, case=case_id, month=str(month))
    return found


def add(
    store: Writing,
    case_id: int,
    first: dt.date,
    last: dt.date,
    unit: str,
    quantity: Hours | Quantity,
    *,
    no_show: bool = False,
    reverses: int | None = None,
) -> int:
    """Enter a delivery, or a row that reverses one."""
    store.change(case_id=case_id)
    return store.add(
        "deliveries",
        case_id=case_id,
        from_day=first.isoformat(),
        to_day=last.isoformat(),
        unit=unit,
        quantity=quantity,
        no_show=int(no_show),
        reverses=reverses,
    )


def add_hours(store: Writing, hours: Iterable[tuple[int, str, str, int]]) -> None:
    """Enter the hours of many deliveries: the id of the case, the first and the last day, the hundredths of hours. The
    change has to know of the cases."""
    stamp = store.change(), store.today
    ids = count(store.value(NEXT_ID))
    store.add_all(
        "deliveries",
        (
            (id, case_id, first, last, "hour", hundredths, 0, 0, None, *stamp)
            for id, (case_id, first, last, hundredths) in zip(ids, hours, strict=False)
        ),
    )


def correct(store: Writing, id: int, quantity: Hours) -> None:
    """Other hours on a delivery that stands on no invoice."""
    store.alter("deliveries", id, quantity=quantity)


def cancel(store: Writing, id: int) -> None:
    """Take back a delivery that stands on no invoice; it stays in the list."""
    store.alter("deliveries", id, cancelled=1)


def equal_to(store: Store, id: int) -> int | None:
    """The first other delivery that counts, of the same case, days and hours as this one; None where there is none."""
    found: int | None = store.value(FIRST_EQUAL, id=id)
    return found


def typed_before(store: Store, id: int) -> int | None:
    """The delivery that somebody typed before, of the same case, days and hours as this one; of several equal rows of
    one file each finds one of its own. None where there is none."""
    equal = store.all(EQUAL, id=id)
    typed = [int(row["id"]) for row in equal if not row["ours"]]
    ours = len(equal) - len(typed)
    return typed[ours] if ours < len(typed) else None


def typed_hours(store: Writing, case_id: int) -> dict[tuple[dt.date, dt.date, int], list[int]]:
    """The deliveries of a case that somebody typed before, by their first and last day and their hundredths of hours:
    what `typed_before` finds, for all rows of a file at once."""
    found: dict[tuple[dt.date, dt.date, int], list[int]] = {}
    for row in store.all(TYPED, case=case_id, change=store.stamp["entered_by"]):
        days = kept_day(row["from_day"]), kept_day(row["to_day"])
        found.setdefault((*days, row["quantity"]), []).append(row["id"])
    return found


def imported_on(store: Store, case: str, day: dt.date) -> Delivery | None:
    """The delivery of the case on that one day that an earlier import brought in, as it stands now, if there is one."""
    row = store.first(IMPORTED_ON, case=case, day=day.isoformat())
    return from_row(row) if row else None


def say_why(store: Writing, text: str, **about: int) -> None:
    """Keep the reason that somebody gave, about a case, an invoice or a delivery."""
    store.add("reasons", text=text, **about)

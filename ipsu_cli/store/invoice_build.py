"""The month's invoices in set-based SQL: gather the candidates, let the rules judge, write what is ready.

The rules judge in Python, but each only once for every combination of answers that occurs
(`combinations`), not once a case: 20 000 cases have a handful of combinations.
"""

import datetime as dt
import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.dates import Month
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Codes
from ipsu_cli.store import Store, Writing, above_plan

if TYPE_CHECKING:
    from ipsu_cli.core.agreement import Agreement

# A month of 20 000 cases fits; the default of 2 MiB reads pages again and again.
CACHE = "PRAGMA cache_size = -16000"

PRICES = """
    CREATE TEMP TABLE price_spans AS
    SELECT agreement_id, service, unit, level, amount_ore, from_day,
           lead(from_day, 1, '9999-12-31') OVER (PARTITION BY agreement_id, service, unit, level
                                                 ORDER BY from_day) AS until_day
    FROM (SELECT *, lag(amount_ore) OVER (PARTITION BY agreement_id, service, unit, level
                                          ORDER BY from_day) AS before
          FROM prices)
    WHERE before IS NOT amount_ore
"""
PRICES_INDEX = "CREATE INDEX temp.price_spans_by_agreement ON price_spans(agreement_id, service, unit, level, from_day)"
LEVELS = "SELECT EXISTS (SELECT * FROM prices WHERE level <> '')"
# Does a price begin inside a month? Then the deliveries of one may have several.
MONTHS_CUT = "SELECT EXISTS (SELECT * FROM price_spans WHERE from_day NOT LIKE '%-01')"
# The price in force on the last day of `{of}`, work of the case `c`.
PRICE = """
    LEFT JOIN price_spans p ON p.agreement_id = c.agreement_id AND p.service = c.service AND p.unit = {of}.unit
         AND p.level = '' AND {of}.to_day >= p.from_day AND {of}.to_day < p.until_day
"""
# One of the case's own level comes before one for all; it is asked for only where a price has a level.
OWN_PRICE = """
    LEFT JOIN price_spans o ON o.agreement_id = c.agreement_id AND o.service = c.service AND o.unit = {of}.unit
         AND o.level = c.level AND {of}.to_day >= o.from_day AND {of}.to_day < o.until_day
"""

CANDIDATES = """
    CREATE TEMP TABLE candidates (
        n INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, agreement_id INTEGER, service TEXT NOT NULL,
        month TEXT NOT NULL, unit TEXT NOT NULL, reversed_line INTEGER, refers_to_id INTEGER,
        unit_price_ore INTEGER, from_day TEXT NOT NULL, to_day TEXT NOT NULL, begins TEXT NOT NULL,
        quantity INTEGER NOT NULL, deliveries INTEGER NOT NULL, locked INTEGER NOT NULL,
        plan_confirmed INTEGER NOT NULL, priced INTEGER NOT NULL, net_ore INTEGER,
        system TEXT, report_status TEXT, over_plan INTEGER NOT NULL DEFAULT 0,
        training_unknown INTEGER NOT NULL DEFAULT 0, ready INTEGER NOT NULL DEFAULT 1
    )
"""
# The free rows that reverse an invoiced one, with its line. Where the reversed one is free as well (its invoice
# was taken back), both are ordinary rows of the same days, and take each other out.
REVERSING = "CREATE TEMP TABLE reversing (delivery_id INTEGER PRIMARY KEY, line_id INTEGER NOT NULL)"
ADD_REVERSING = """
    INSERT INTO reversing
    SELECT d.id, i.line_id
    FROM deliveries d CROSS JOIN free f ON f.delivery_id = d.id CROSS JOIN invoiced i ON i.delivery_id = d.reverses
    WHERE d.reverses IS NOT NULL AND d.cancelled = 0 AND d.to_day <= :last AND (:case IS NULL OR d.case_id = :case)
"""
# The free deliveries of all cases, or of one: then its deliveries are looked through, and no others.
FREE_OF_ALL = "free f CROSS JOIN deliveries d ON d.id = f.delivery_id"
FREE_OF_CASE = "deliveries d CROSS JOIN free f ON f.delivery_id = d.id AND d.case_id = :case"
LOCKED = "c.id IN (SELECT case_id FROM investigations WHERE closed IS NULL)"
PLAN_CONFIRMED = """
    EXISTS (SELECT 1 FROM documents p
            WHERE p.case_id = c.id AND p.status = 'confirmed'
              AND p.type IN (SELECT value FROM json_each(:codes_plan)))
"""
# The month's periodic report: the confirmed one, else the newest that was filed, which stands first.
REPORT_STATUS = """
    (SELECT r.status FROM documents r
     WHERE r.case_id = c.id AND r.period = w.month AND r.submitted IS NOT NULL
       AND r.type IN (SELECT value FROM json_each(:codes_periodic))
     ORDER BY r.status = 'confirmed' DESC, r.version DESC)
"""
# The deliveries are grouped first and priced after, for there are many of them. Where a price begins inside a month,
# `{cut}` joins it to each delivery, and a month has a group for each price. Half an öre is rounded away from zero, in
# whole numbers: quantity is in hundredths. `begins`: the first day that the price of the group holds in its month.
# Where all of a group was taken back there is nothing to bill.
GATHER = """
    INSERT INTO candidates (case_id, agreement_id, service, month, unit, unit_price_ore, from_day, to_day, begins,
                            quantity, deliveries, priced, net_ore, system, over_plan, locked, plan_confirmed,
                            training_unknown, report_status)
    SELECT w.case_id, c.agreement_id, c.service, w.month, w.unit, {amount}, w.from_day, w.to_day,
           max(w.month || '-01', coalesce(w.since, '')), w.quantity, w.deliveries, {amount} IS NOT NULL,
           sign(w.quantity) * ((2 * abs(w.quantity) * {amount} + 100) / 200), c.system, w.over_plan,
           {locked}, {plan_confirmed},
           c.service IN (SELECT value FROM json_each(:codes_training))
               AND (c.training_from IS NULL OR c.training_to IS NULL),
           CASE WHEN w.unit IN ('day', 'month') THEN {report_status} END
    FROM (SELECT d.case_id, substr(d.to_day, 1, 7) AS month, d.unit, {since} AS since, {above} AS over_plan,
                 min(d.from_day) AS from_day, max(d.to_day) AS to_day, sum(d.quantity) AS quantity,
                 count(*) AS deliveries
          FROM {free}
          {cut}
          WHERE d.to_day <= :last
            AND (:agreement IS NULL OR d.case_id IN (SELECT id FROM cases WHERE agreement_id = :agreement))
            AND (d.reverses IS NULL OR d.id NOT IN (SELECT delivery_id FROM reversing))
          GROUP BY {by} HAVING sum(d.quantity) <> 0) w
    CROSS JOIN cases c ON c.id = w.case_id
    {prices}
    WHERE c.close_reason IS NOT 'registered_in_error'
"""
# A row that reverses an invoiced one goes at the price of that line, under the agreement of its invoice. What takes a
# month back needs no report, and no days of a training.
GATHER_REVERSALS = f"""
    INSERT INTO candidates (case_id, agreement_id, service, month, unit, reversed_line, refers_to_id,
                            unit_price_ore, from_day, to_day, begins, quantity, deliveries, priced, net_ore,
                            system, locked, plan_confirmed, report_status)
    SELECT d.case_id, n.agreement_id, l.service, l.month, d.unit, l.id, l.invoice_id, l.unit_price_ore,
           min(d.from_day), max(d.to_day), l.month || '-01', sum(d.quantity), count(*), 1,
           sign(sum(d.quantity)) * ((2 * abs(sum(d.quantity)) * l.unit_price_ore + 100) / 200),
           c.system, {LOCKED}, {PLAN_CONFIRMED}, CASE WHEN d.unit IN ('day', 'month') THEN 'confirmed' END
    FROM reversing r
    CROSS JOIN deliveries d ON d.id = r.delivery_id
    JOIN cases c ON c.id = d.case_id
    JOIN invoice_lines l ON l.id = r.line_id
    JOIN invoices n ON n.id = l.invoice_id
    WHERE :agreement IS NULL OR n.agreement_id = :agreement
    GROUP BY d.case_id, l.id
"""
COMBINATIONS = """
    SELECT DISTINCT service, locked, plan_confirmed, priced, unit, system, report_status, over_plan, training_unknown
    FROM candidates ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
"""
HOLD = """
    UPDATE candidates SET ready = 0 WHERE service = :service AND locked = :locked
    AND plan_confirmed = :plan_confirmed AND priced = :priced AND unit = :unit AND system IS :system
    AND report_status IS :report_status AND over_plan = :over_plan AND training_unknown = :training_unknown
"""
SUMS = """
    SELECT agreement_id, sum(net_ore) AS net, min(refers_to_id) AS first_ref, max(refers_to_id) AS last_ref
    FROM candidates WHERE ready = 1 GROUP BY agreement_id ORDER BY agreement_id
"""
NEXT_NO = "SELECT coalesce(max(no), 0) + 1 FROM invoices WHERE year = :year"
LAST_LINE = "SELECT coalesce(max(id), 0) FROM invoice_lines"
MADE = "CREATE TEMP TABLE made (agreement_id INTEGER PRIMARY KEY, invoice_id INTEGER NOT NULL)"
ADD_MADE = "INSERT INTO made VALUES (:agreement, :invoice)"
ADD_LINES = """
    INSERT INTO invoice_lines (id, invoice_id, case_id, service, month, from_day, to_day, unit, quantity,
                               unit_price_ore, net_ore, deliveries, refers_to_id, status, entered_by, entered_on)
    SELECT :base + k.n, m.invoice_id, k.case_id, k.service, k.month, k.from_day, k.to_day, k.unit, k.quantity,
           k.unit_price_ore, k.net_ore, k.deliveries, k.refers_to_id, 'created', :entered_by, :entered_on
    FROM candidates k CROSS JOIN made m ON m.agreement_id = k.agreement_id WHERE k.ready = 1 ORDER BY k.n
"""
LINES_MADE = "SELECT * FROM invoice_lines WHERE id > :base ORDER BY id"
# The ordinary candidates of a case and unit share no day, so a delivery's last day finds its own.
TAKE = """
    INSERT INTO invoiced (delivery_id, line_id)
    SELECT f.delivery_id, :base + k.n
    FROM free f
    CROSS JOIN deliveries d ON d.id = f.delivery_id
    JOIN candidates k ON k.case_id = d.case_id AND k.ready = 1 AND k.reversed_line IS NULL AND k.unit = d.unit
         AND d.to_day BETWEEN k.begins AND k.to_day
    WHERE (d.reverses IS NULL OR d.id NOT IN (SELECT delivery_id FROM reversing))
      AND d.id NOT IN (SELECT delivery_id FROM above_plan)
    ORDER BY 1
"""
TAKE_REVERSALS = """
    INSERT INTO invoiced (delivery_id, line_id)
    SELECT d.id, :base + k.n
    FROM reversing r
    CROSS JOIN deliveries d ON d.id = r.delivery_id
    JOIN candidates k ON k.case_id = d.case_id AND k.ready = 1 AND k.reversed_line = r.line_id
    ORDER BY 1
"""
NOT_FREE = "DELETE FROM free WHERE EXISTS (SELECT 1 FROM invoiced i WHERE i.delivery_id = free.delivery_id)"


class Combination(NamedTuple):
    """Answers that decide readiness, the same for every case that has them."""

    service: str
    locked: bool
    plan_confirmed: bool
    priced: bool
    unit: str
    system: str | None
    report_status: str | None
    over_plan: bool
    training_unknown: bool


def gather(
    store: Store, last: dt.date, agreements: "list[Agreement]", codes: Codes, case_id: int | None = None
) -> None:
    """Make the candidates: for each case (or for one) and month the free deliveries up to `last`, at one price."""
    for statement in (CACHE, PRICES, PRICES_INDEX, REVERSING, CANDIDATES):
        store.conn.execute(statement)
    bound = {"last": last.isoformat(), "case": case_id, **codes.bound()}
    store.conn.execute(ADD_REVERSING, bound)
    above_plan.find(store, bound)
    chosen: list[int | None] = [*sorted({agreement.id for agreement in agreements})]
    for id in chosen or [None]:
        for question in (_gathering(store, FREE_OF_ALL if case_id is None else FREE_OF_CASE), GATHER_REVERSALS):
            store.conn.execute(question, {**bound, "agreement": id})


def _gathering(store: Store, free: str) -> str:
    """What is looked up for each delivery is only what the register has use for."""
    prices, amount, since = PRICE, "p.amount_ore", "p.from_day"
    if store.value(LEVELS):
        prices, amount, since = PRICE + OWN_PRICE, f"coalesce(o.amount_ore, {amount})", f"coalesce(o.from_day, {since})"
    cut, above = store.value(MONTHS_CUT), above_plan.any_found(store)
    by = ["d.case_id", "month", "d.unit", *(["since"] if cut else []), *(["over_plan"] if above else [])]
    return GATHER.format(
        free=free,
        amount=amount,
        prices=prices.format(of="w"),
        cut="JOIN cases c ON c.id = d.case_id" + prices.format(of="d") if cut else "",
        since=since if cut else "NULL",
        locked=LOCKED,
        plan_confirmed=PLAN_CONFIRMED,
        report_status=REPORT_STATUS,
        above=above_plan.IS_ABOVE if above else "0",
        by=", ".join(by),
    )


def combinations(store: Store) -> list[Combination]:
    """The combinations that occur among the candidates."""
    return [combination_of(row) for row in store.all(COMBINATIONS)]


def combination_of(row: sqlite3.Row | Mapping[str, Any]) -> Combination:
    """The answers of a candidate."""
    answers = ("locked", "plan_confirmed", "priced", "over_plan", "training_unknown")
    locked, confirmed, priced, over, known = (bool(row[name]) for name in answers)
    return Combination(
        row["service"], locked, confirmed, priced, row["unit"], row["system"], row["report_status"], over, known
    )


def hold(store: Store, combination: Combination) -> None:
    """No candidate with these answers goes onto an invoice; all others do."""
    store.conn.execute(HOLD, combination._asdict())


def write(store: Writing, month: Month, today: dt.date, agreements: "dict[int, Agreement]") -> None:
    """One invoice for each agreement that has something ready."""
    sums = store.all(SUMS)
    if not sums:
        return
    base = store.value(LAST_LINE)
    store.conn.execute(MADE)
    for row in sums:
        agreement = agreements[row["agreement_id"]]
        invoice = _add_invoice(store, agreement, month, today, row)
        store.conn.execute(ADD_MADE, {"agreement": agreement.id, "invoice": invoice})
    store.conn.execute(ADD_LINES, {"base": base, **store.stamp})
    for take in (TAKE, TAKE_REVERSALS):
        store.conn.execute(take, {"base": base})
    store.conn.execute(NOT_FREE)
    cursor = store.conn.cursor()
    cursor.row_factory = None
    store.seal_all("invoice_lines", cursor.execute(LINES_MADE, {"base": base}))


def _only(first: int | None, last: int | None) -> int | None:
    return first if first == last else None


def _add_invoice(store: Writing, agreement: "Agreement", month: Month, today: dt.date, sums: sqlite3.Row) -> int:
    net = Ore(sums["net"])
    kind = "credit" if net < Ore(0) else "invoice"
    vat = vat_of(net, agreement.vat)
    begins = month if agreement.payout == "worked" else Month.of(today)
    return store.add(
        "invoices",
        year=today.year,
        no=store.value(NEXT_NO, year=today.year),
        kind=kind,
        refers_to_id=_only(sums["first_ref"], sums["last_ref"]) if kind == "credit" else None,
        agreement_id=agreement.id,
        month=month,
        made_on=today.isoformat(),
        payable_from=begins.next().first.isoformat(),
        vat=agreement.vat,
        vat_exempt_reason=agreement.vat_exempt_reason,
        net_ore=net,
        vat_ore=vat,
        total_ore=net + vat,
        status="created",
    )

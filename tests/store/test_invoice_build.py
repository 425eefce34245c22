"""The month's invoices, calculated a second time in plain Python for offices made by chance."""

import datetime as dt
import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.reports.held import judge
from ipsu_cli.rules import services
from ipsu_cli.store import Writing, agreements, deliveries, held, invoice_build, invoices, new_file, writing
from ipsu_cli.store.connection import connect
from ipsu_cli.store.held import HeldBack

ONE_DAY = dt.timedelta(days=1)
FEBRUARY, MARCH, APRIL = Month("2026-02"), Month("2026-03"), Month("2026-04")
TODAY = dt.date(2026, 5, 4)
VAT = 2500
NOT_CLOSED = {"closed_on": None, "close_reason": None}


class Line(NamedTuple):
    """What a line, or what is held back, should hold."""

    case: int
    agreement: int
    month: str
    days: tuple[str, str]
    quantity: int
    price: int | None
    net: int | None
    refers_to: int | None
    deliveries: frozenset[int]
    ready: bool


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "office.db"
    new_file.make(file)
    return file


def change(path: Path) -> Any:
    return writing(path, TODAY.isoformat(), "anna", "test")


# What plain Python says


def expected(conn: sqlite3.Connection, last: dt.date, chosen: set[int]) -> list[Line]:
    """Every line to be, and all that is to be held back, from the rows as they stand."""
    groups: dict[Any, list[sqlite3.Row]] = defaultdict(list)
    lines = {row["id"]: row for row in rows(conn, "invoice_lines")}
    cases = {row["id"]: row for row in rows(conn, "cases")}
    links = {row["delivery_id"]: row["line_id"] for row in rows(conn, "invoiced")}
    free = {row["delivery_id"] for row in rows(conn, "free")}
    for delivery in rows(conn, "deliveries"):
        if delivery["id"] not in free or delivery["to_day"] > last.isoformat():
            continue
        if chosen and cases[delivery["case_id"]]["agreement_id"] not in chosen:
            continue
        line = lines.get(links.get(delivery["reverses"]))
        if line is None and cases[delivery["case_id"]]["close_reason"] == "registered_in_error":
            continue
        price = None if line else price_of(conn, cases[delivery["case_id"]], delivery)
        month = line["month"] if line else delivery["to_day"][:7]
        key = (delivery["case_id"], month, line and line["id"], price and price["id"])
        groups[key].append(delivery)
    return sorted(
        line_of(conn, cases[case], month, lines.get(reversed_line), price, group)
        for (case, month, reversed_line, price), group in groups.items()
        if sum(row["quantity"] for row in group)  # what is all taken back is nothing to bill
    )


def price_of(conn: sqlite3.Connection, case: sqlite3.Row, delivery: sqlite3.Row) -> sqlite3.Row | None:
    """The price in force on the last work date: one of the case's own level before one for all."""
    fitting = [
        row
        for row in rows(conn, "prices")
        if (row["agreement_id"], row["service"], row["unit"])
        == (case["agreement_id"], case["service"], delivery["unit"])
        and row["level"] in ("", case["level"])
        and row["from_day"] <= delivery["to_day"]
    ]
    return max(fitting, key=lambda row: (row["level"] != "", row["from_day"])) if fitting else None


def line_of(
    conn: sqlite3.Connection,
    case: sqlite3.Row,
    month: str,
    reversed_line: sqlite3.Row | None,
    price: int | None,
    group: list[sqlite3.Row],
) -> Line:
    amounts = {row["id"]: row["amount_ore"] for row in rows(conn, "prices")}
    unit_price = reversed_line["unit_price_ore"] if reversed_line else amounts.get(price)
    quantity = sum(row["quantity"] for row in group)
    taken_back = reversed_line is not None
    net = (
        None if unit_price is None else int((Decimal(quantity) * unit_price / 100).quantize(Decimal(1), ROUND_HALF_UP))
    )
    return Line(
        case["id"], case["agreement_id"], month,
        (min(row["from_day"] for row in group), max(row["to_day"] for row in group)),
        quantity, unit_price, net, reversed_line["invoice_id"] if reversed_line else None,
        frozenset(row["id"] for row in group), net is not None and is_ready(conn, case, taken_back=taken_back),
    )  # fmt: skip


def is_ready(conn: sqlite3.Connection, case: sqlite3.Row, *, taken_back: bool) -> bool:
    locked = any(row["case_id"] == case["id"] and not row["closed"] for row in rows(conn, "investigations"))
    confirmed = any(row["case_id"] == case["id"] and row["confirmed"] for row in rows(conn, "documents"))
    trained = taken_back or bool(case["training_from"] and case["training_to"])
    return not locked and (case["service"] == "ipsu-a" or (confirmed and trained))


def rows(conn: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    return conn.execute(f"SELECT * FROM {table}").fetchall()


# What the build says


def build(store: Writing, month: Month, only: list[str]) -> list[HeldBack]:
    invoice_build.gather(store, month.last, [agreements.get(store, ref) for ref in only], services.codes_to_bind())
    judge(store)
    invoice_build.write(store, month, TODAY, {entered.id: entered for entered in agreements.all_of(store)})
    return list(held.waiting(store, services.codes_to_bind()))


def made(conn: sqlite3.Connection, after: int) -> list[Line]:
    """The lines that are newer than `after`."""
    links = defaultdict(set)
    for row in rows(conn, "invoiced"):
        links[row["line_id"]].add(row["delivery_id"])
    agreement = {row["id"]: row["agreement_id"] for row in rows(conn, "invoices")}
    return sorted(
        Line(
            row["case_id"],
            agreement[row["invoice_id"]],
            row["month"],
            (row["from_day"], row["to_day"]),
            row["quantity"],
            row["unit_price_ore"],
            row["net_ore"],
            row["refers_to_id"],
            frozenset(links[row["id"]]),
            True,
        )
        for row in rows(conn, "invoice_lines")
        if row["id"] > after and row["deliveries"] == len(links[row["id"]])
    )


def newest(conn: sqlite3.Connection, table: str) -> int:
    return max((row["id"] for row in rows(conn, table)), default=0)


def build_and_compare(path: Path, month: Month, only: list[str]) -> list[Line]:
    """Build, and compare lines, links, sums, what is held and what stays free. Returns what was expected."""
    with closing(connect(path)) as conn:
        chosen = {row["id"] for row in rows(conn, "agreements") if row["ref"] in only}
        lines = expected(conn, month.last, chosen)
        free_before = {row["delivery_id"] for row in rows(conn, "free")}
        last_line, last_invoice = newest(conn, "invoice_lines"), newest(conn, "invoices")
    with change(path) as store:
        held = build(store, month, only)
    ready = [line for line in lines if line.ready]
    with closing(connect(path)) as conn:
        assert ready == made(conn, last_line)
        assert_sums(conn, last_invoice, ready)
        taken = {id for line in ready for id in line.deliveries}
        assert free_before - taken == {row["delivery_id"] for row in rows(conn, "free")}
        assert_each_delivery_stands_once(conn)
        refs = {row["id"]: row["ref"] for row in rows(conn, "cases")}
        waiting = [(refs[line.case], line.days[0], int(line.quantity), line.net) for line in lines if not line.ready]
        nets = [None if reason.net_ore is None else reason.net_ore.hundredths for reason in held]
        found = [
            (reason.case, reason.from_day.isoformat(), reason.quantity.hundredths, net)
            for reason, net in zip(held, nets, strict=True)
        ]
        assert sorted(waiting, key=str) == sorted(found, key=str)
    return lines


def assert_sums(conn: sqlite3.Connection, after: int, lines: list[Line]) -> None:
    nets: dict[int, int] = defaultdict(int)
    for line in lines:
        nets[line.agreement] += line.net or 0
    sums = {n: (net, int((Decimal(net) * VAT / 10_000).quantize(Decimal(1), ROUND_HALF_UP))) for n, net in nets.items()}
    found = [row for row in rows(conn, "invoices") if row["id"] > after]
    assert sums == {row["agreement_id"]: (row["net_ore"], row["vat_ore"]) for row in found}
    assert len(sums) == len(found)
    assert all(row["kind"] == ("credit" if row["net_ore"] < 0 else "invoice") for row in found)


def assert_each_delivery_stands_once(conn: sqlite3.Connection) -> None:
    """Free, on one line, or cancelled; never two of these."""
    free = [row["delivery_id"] for row in rows(conn, "free")]
    linked = [row["delivery_id"] for row in rows(conn, "invoiced")]
    cancelled = [row["id"] for row in rows(conn, "deliveries") if row["cancelled"]]
    assert sorted(free + linked + cancelled) == [row["id"] for row in rows(conn, "deliveries")]


# Offices


def agreement(
    store: Writing, ref: str, *prices: tuple[str, int], service: str = "ipsu-b", unit: str = "hour", level: str = ""
) -> int:
    if not agreements.find(store, ref):
        values = {"service": "ipsu", "area": ref, "from_day": "2025-12-01", "billing": "self", "vat": VAT}
        store.add("agreements", ref=ref, payout="created", sites="[]", **values)
    id = agreements.get(store, ref).id
    for first, ore in prices:
        store.add("prices", agreement_id=id, service=service, unit=unit, level=level, from_day=first, amount_ore=ore)
    return id


def case(
    store: Writing,
    n: int,
    agreement_id: int,
    service: str = "ipsu-b",
    gp: str | None = "confirmed",
    level: str | None = None,
    training_to: str | None = "2026-12-31",
) -> int:
    person = store.add("people", personnummer=f"1999{n:08}", name=f"Person {n}", protected=0)
    id = store.add("cases", ref=f"C{n}", person_id=person, service=service, agreement_id=agreement_id, level=level,
                   training_from="2025-12-01", training_to=training_to)  # fmt: skip
    if gp:
        days = {"submitted": "2026-01-02"} | ({"confirmed": "2026-01-05"} if gp == "confirmed" else {})
        store.add("documents", case_id=id, type="gp", version=1, status=gp, **days)
    return id


def deliver(
    store: Writing, case_id: int, first: str, quantity: int, last: str = "", reverses: int | None = None
) -> int:
    unit = "case" if quantity == 100_00 else "hour"
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return deliveries.add(store, case_id, *days, unit, Quantity(quantity), reverses=reverses)


def reverse(store: Writing, id: int) -> int:
    was = deliveries.get(store, id)
    case_id = store.value("SELECT case_id FROM deliveries WHERE id = :id", id=id)
    return deliveries.add(store, case_id, was.from_day, was.to_day, was.unit, -was.quantity, reverses=id)


def office_by_chance(store: Writing, chance: random.Random) -> None:
    """Three agreements, a price change inside a month, an agreement that has its price late; a dozen cases."""
    starts = ["2025-12-01", "2026-02-10", "2026-03-01", "2026-03-17"]
    for ref in ("A1", "A2", "A3"):
        hourly = [(first, chance.randrange(1, 900_00)) for first in sorted(chance.sample(starts, 2))]
        id = agreement(store, ref, *hourly)
        if chance.random() < 0.7:
            agreement(store, ref, ("2025-12-01", 9500_00), service="ipsu-a", unit="case")
        agreement(store, ref, (chance.choice(starts), chance.randrange(1, 900_00)), level="evening")
    for n in range(1, 13):
        service = "ipsu-a" if n % 5 == 0 else "ipsu-b"
        gp = None if service == "ipsu-a" else chance.choice(["confirmed", "confirmed", "submitted", None])
        level, trained = chance.choice([None, "evening", "night"]), n % 7 != 0
        training = {} if trained else {"training_to": None}
        id = case(store, n, chance.randrange(1, 4), service, gp, level, **training)
        work_by_chance(store, chance, id, service)


def work_by_chance(store: Writing, chance: random.Random, case_id: int, service: str) -> None:
    for _ in range(chance.randrange(12)):
        day = dt.date(2026, 1, 12) + chance.randrange(100) * ONE_DAY
        end = day + chance.choice([0, 0, 0, 4, 6]) * ONE_DAY
        quantity = 100_00 if service == "ipsu-a" else chance.randrange(1, 40_00)
        deliver(store, case_id, day.isoformat(), quantity, end.isoformat())


def a_month_goes_by(store: Writing, chance: random.Random) -> None:
    """Corrections of all kinds, an investigation, an invoice that is taken back, more work."""
    standing = [row["id"] for row in store.all("SELECT id FROM deliveries WHERE cancelled = 0 AND reverses IS NULL")]
    for id in chance.sample(standing, len(standing) // 4):
        was = deliveries.get(store, id)
        if was.status == "invoiced":
            reverse(store, id)
            if chance.random() < 0.5:
                case_id = store.value("SELECT case_id FROM deliveries WHERE id = :id", id=id)
                deliver(store, case_id, was.from_day.isoformat(), chance.randrange(1, 20_00), was.to_day.isoformat())
        elif was.status == "free":
            deliveries.cancel(store, id)
    if made := [row["id"] for row in store.all("SELECT id FROM invoices WHERE status = 'created'")]:
        take_back(store, chance.choice(made))
        investigate(store, chance.randrange(1, 13), made[0])
    mistaken = {"closed_on": "2026-05-04", "close_reason": "registered_in_error"}
    store.alter("cases", chance.randrange(1, 13), **(mistaken if chance.random() < 0.5 else NOT_CLOSED))
    store.alter("cases", 7, training_to=chance.choice([None, "2026-12-31"]))
    for id in range(1, 13):
        service = store.value("SELECT service FROM cases WHERE id = :id", id=id)
        work_by_chance(store, chance, id, service)


def investigate(store: Writing, case_id: int, invoice_id: int) -> None:
    if store.first("SELECT 1 FROM investigations WHERE case_id = :id", id=case_id) is None:
        invoices.open_investigation(store, invoice_id, case_id, "?", dt.date(2026, 5, 1), "other")


def take_back(store: Writing, invoice_id: int) -> None:
    invoices.set_status(store, invoice_id, "cancelled")
    for line in invoices.lines(store, invoice_id):
        invoices.release(store, line.id)


@pytest.mark.parametrize("seed", range(12))
def test_lines_links_and_sums_are_those_of_plain_python(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with change(path) as store:
        office_by_chance(store, chance)
    build_and_compare(path, FEBRUARY, [])
    for month in (MARCH, MARCH, APRIL):
        with change(path) as store:
            a_month_goes_by(store, chance)
        build_and_compare(path, month, chance.choice([[], ["A1"], ["A3", "A2"]]))
    assert_a_second_build_finds_nothing(path)


def assert_a_second_build_finds_nothing(path: Path) -> None:
    build_and_compare(path, APRIL, [])
    assert [] == [line for line in build_and_compare(path, APRIL, []) if line.ready]


# One thing at a time


def lines_of(path: Path) -> list[tuple[int, int]]:
    with closing(connect(path)) as conn:
        return [(row["quantity"], row["net_ore"]) for row in rows(conn, "invoice_lines")]


def test_a_price_change_inside_the_month_gives_two_lines(path: Path) -> None:
    with change(path) as store:
        id = case(store, 1, agreement(store, "A1", ("2025-12-01", 450_00), ("2026-02-16", 465_50)))
        for day, hours in (("2026-02-13", 8_00), ("2026-02-16", 4_00), ("2026-02-27", 2_00)):
            deliver(store, id, day, hours)
        deliver(store, id, "2026-02-12", 1_00, last="2026-02-18")  # a week goes at the price of its last day
    build_and_compare(path, FEBRUARY, [])
    assert [(8_00, 3600_00), (7_00, 3258_50)] == lines_of(path)


def test_a_price_of_the_own_level_holds_from_its_first_day(path: Path) -> None:
    """Before it, and for every other level, the price for all holds; until it, the older one of the level."""
    with change(path) as store:
        id = agreement(store, "A1", ("2025-12-01", 450_00))
        agreement(store, "A1", ("2026-02-10", 500_00), ("2026-02-20", 600_00), level="evening")
        evening = case(store, 1, id, level="evening")
        for day, hours in (("2026-02-09", 1), ("2026-02-10", 2), ("2026-02-19", 4), ("2026-02-20", 8)):
            deliver(store, evening, day, hours * 100)
        for n, level in ((2, None), (3, "night")):
            deliver(store, case(store, n, id, level=level), "2026-02-10", 1_00)
    build_and_compare(path, FEBRUARY, [])
    own = [(1_00, 450_00), (6_00, 3000_00), (8_00, 4800_00)]
    assert [*own, (1_00, 450_00), (1_00, 450_00)] == lines_of(path)


def test_a_price_of_a_level_alone_holds_for_no_other(path: Path) -> None:
    with change(path) as store:
        id = agreement(store, "A1", ("2026-02-01", 500_00), level="evening")
        for n, level in enumerate(("evening", "night", None), start=1):
            deliver(store, case(store, n, id, level=level), "2026-02-10", n * 1_00)
    build_and_compare(path, FEBRUARY, [])
    assert [(1_00, 500_00)] == lines_of(path)


def test_lines_are_numbered_from_one_and_each_goes_into_the_chain_once(path: Path) -> None:
    with change(path) as store:
        id = case(store, 1, agreement(store, "A1", ("2025-12-01", 450_00)))
        for day in ("2026-02-13", "2026-03-13"):
            deliver(store, id, day, 8_00)
    for month in (FEBRUARY, MARCH):
        with change(path) as store:
            build(store, month, [])
    with closing(connect(path)) as conn:
        sealed = [
            tuple(row) for row in conn.execute("SELECT change_id, table_name, key FROM seals WHERE change_id > 1")
        ]
        assert [(n + 1, table, n) for n in (1, 2) for table in ("invoice_lines", "invoices")] == sealed
        assert [1, 2] == [row["id"] for row in rows(conn, "invoice_lines")]


def test_half_an_ore_is_rounded_away_from_zero_and_taken_back_as_a_credit(path: Path) -> None:
    with change(path) as store:
        id = case(store, 1, agreement(store, "A1", ("2025-12-01", 50)))
        first = deliver(store, id, "2026-02-13", 1)
    build_and_compare(path, FEBRUARY, [])
    with change(path) as store:
        reverse(store, first)
    build_and_compare(path, FEBRUARY, [])
    assert [(1, 1), (-1, -1)] == lines_of(path)


def test_a_reversal_keeps_the_price_of_its_line(path: Path) -> None:
    with change(path) as store:
        id = case(store, 1, agreement(store, "A1", ("2025-12-01", 450_00)))
        first = deliver(store, id, "2026-02-13", 8_00)
    build_and_compare(path, FEBRUARY, [])
    with change(path) as store:
        agreement(store, "A1", ("2026-02-01", 500_00))
        reverse(store, first)
        deliver(store, id, "2026-02-13", 6_00)
    build_and_compare(path, MARCH, [])
    assert [(8_00, 3600_00), (6_00, 3000_00), (-8_00, -3600_00)] == lines_of(path)


def test_a_reversal_of_what_was_taken_back_takes_it_out(path: Path) -> None:
    with change(path) as store:
        id = case(store, 1, agreement(store, "A1", ("2025-12-01", 450_00)))
        first = deliver(store, id, "2026-02-13", 8_00)
    build_and_compare(path, FEBRUARY, [])
    with change(path) as store:
        reverse(store, first)
        deliver(store, id, "2026-02-13", 6_00)
        take_back(store, 1)
    build_and_compare(path, FEBRUARY, [])
    assert [(8_00, 3600_00), (6_00, 2700_00)] == lines_of(path)


def test_the_same_agreement_named_twice_is_built_once(path: Path) -> None:
    with change(path) as store:
        deliver(store, case(store, 1, agreement(store, "A1", ("2025-12-01", 450_00))), "2026-02-13", 8_00)
    build_and_compare(path, FEBRUARY, ["A1", "A1"])
    assert [(8_00, 3600_00)] == lines_of(path)


def test_a_reversal_waits_for_the_month_of_its_day(path: Path) -> None:
    with change(path) as store:
        id = case(store, 1, agreement(store, "A1", ("2025-12-01", 450_00)))
        first = deliver(store, id, "2026-04-10", 8_00)
    build_and_compare(path, APRIL, [])
    with change(path) as store:
        reverse(store, first)
    build_and_compare(path, MARCH, [])
    assert [(8_00, 3600_00)] == lines_of(path)
    build_and_compare(path, APRIL, [])
    assert [(8_00, 3600_00), (-8_00, -3600_00)] == lines_of(path)


# The periodic report of what is paid by the day or the month


def report(store: Writing, case_id: int, version: int, status: str, type: str = "pr", period: str = "2026-02") -> None:
    store.add(
        "documents", case_id=case_id, type=type, period=period, version=version, status=status,
        submitted=None if status == "draft" else "2026-03-02",
    )  # fmt: skip


def statuses(store: Writing) -> list[str | None]:
    """What is said of the report of each candidate of February, by its case."""
    invoice_build.gather(store, FEBRUARY.last, [], services.codes_to_bind())
    return [row["report_status"] for row in store.all("SELECT * FROM candidates ORDER BY case_id, quantity DESC")]


@pytest.mark.parametrize(("filed", "status"), [
    ([], None), (["submitted"], "submitted"), (["confirmed", "submitted"], "confirmed"),
    (["returned", "submitted"], "submitted"), (["submitted", "returned"], "returned"),
    (["submitted", "draft"], "submitted"),
])  # fmt: skip
def test_the_confirmed_report_of_the_month_counts_or_else_the_newest_filed(
    path: Path, filed: list[str], status: str | None
) -> None:
    with change(path) as store:
        id = agreement(store, "A1")
        reported, other = (case(store, n, id, "rusta-matcha", gp=None) for n in (1, 2))
        for version, state in enumerate(filed, start=1):
            report(store, reported, version, state)
        report(store, reported, 9, "confirmed", period="2026-01")
        report(store, reported, 9, "confirmed", type="gp")
        for case_id in (reported, other):
            deliveries.add(store, case_id, FEBRUARY.first, FEBRUARY.first, "day", Quantity(1_00))
        assert [status, None] == statuses(store)


def test_only_what_is_paid_by_the_day_or_month_has_a_report_and_what_takes_it_back_needs_none(path: Path) -> None:
    with change(path) as store:
        agreement_id = agreement(store, "A1", ("2025-12-01", 450_00), service="rusta-matcha", unit="month")
        id = case(store, 1, agreement_id, "rusta-matcha", gp=None)
        report(store, id, 1, "submitted")
        month = deliveries.add(store, id, FEBRUARY.first, FEBRUARY.first, "month", Quantity(1_00))
        deliveries.add(store, id, FEBRUARY.first, FEBRUARY.first, "hour", Quantity(50))
        assert ["submitted", None] == statuses(store)
        invoice(store)
    with change(path) as store:
        reverse(store, month)
        assert [None, "confirmed"] == statuses(store)


def invoice(store: Writing) -> None:
    """Take all of the candidates that has a price, whatever the rules say."""
    for combination in invoice_build.combinations(store):
        if not combination.priced:
            invoice_build.hold(store, combination)
    invoice_build.write(store, FEBRUARY, TODAY, {entered.id: entered for entered in agreements.all_of(store)})

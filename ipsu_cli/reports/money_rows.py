"""Every piece of work that the office has done, each in the step where its money is.

`report money`, `status` and `case close` speak of these rows.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Month, kept_day
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.invoice import Held
from ipsu_cli.core.money import Ore
from ipsu_cli.core.money_trail import (
    AWAITS_CREDIT,
    DIFFERS,
    HELD,
    LOCKED,
    MISSING,
    PAID,
    PART_PAID,
    READY,
    TO_DO,
    TWICE,
    UNANSWERED,
    UNDELIVERED,
    UNPAID,
    UNSENT,
    WAITING,
    MoneyRow,
    StandingWork,
    sums,
)
from ipsu_cli.core.self_invoice import Wanted
from ipsu_cli.core.working_days import working_days_between
from ipsu_cli.office import Office
from ipsu_cli.reports.held import JudgedWork, first_held, judge_all
from ipsu_cli.reports.undelivered import Undelivered, undelivered
from ipsu_cli.store import Store, e_invoices, money, self_billing
from ipsu_cli.store.held import HeldBack
from ipsu_cli.store.rows import day, number
from ipsu_cli.store.self_billing import UNBUILT, SelfBilled

ALL_MONTHS = ("0001-01", "9999-12")


def money_rows(store: Store, office: Office, months: tuple[str, str] = ALL_MONTHS) -> list[MoneyRow]:
    """Every piece of work, each in its one step, in order."""
    rows = [
        *(_undelivered(waiting, office.today) for waiting in undelivered(store, office.today)),
        *money_free(store, judge_all(store), office.today),
        *_invoiced(store, office, months),
    ]
    return sorted(rows, key=lambda row: row.place)


class StepWaiting(NamedTuple):
    """A step that somebody must do something about, and the command that shows what stands in it."""

    step: str
    count_: int
    net_ore: Ore
    oldest_days: int | None
    command: str


def money_to_do(store: Store, office: Office, judged: JudgedWork, *, received: bool) -> list[StepWaiting]:
    """The steps that somebody must do something about, the worst first. `judged` is what the rules have found of what
    is on no invoice; `received`: self-invoices of the agency's have come."""
    parts = list(_standing(store, office, judged, received=received))
    by_step = {step.step: step for step in sums(parts)}
    since = {part.step: part.month for part in sorted(parts, key=lambda part: part.month, reverse=True)}
    return [
        StepWaiting(*by_step[step], f"ipsu report money --step {step} --from {since[step].first}")
        for step in TO_DO
        if by_step[step].count_
    ]


def _standing(store: Store, office: Office, judged: JudgedWork, *, received: bool) -> Iterator[StandingWork]:
    """All that is not paid, together where it stands alike."""
    today = office.today
    for undone in undelivered(store, today):
        yield StandingWork(UNDELIVERED, 1, undone.net_ore or Ore(0), undone.month, _days(undone.since, today))
    for held in judged.waiting:
        yield StandingWork(HELD, 1, held.net_ore or Ore(0), Month(held.month), _days(held.to_day, today))
    ready = money.ready_in_all(store)
    if ready["count_"]:
        days = _days(kept_day(ready["to_day"]), today)
        yield StandingWork(READY, ready["count_"], Ore(ready["net_ore"]), Month(ready["month"]), days)
    billed = _Billed(store, office)
    for row in money.unpaid(store, received=received):
        step = _step(row, billed.theirs.get(row["id"]), billed)
        days = _days(_since(row, step), today)
        yield StandingWork(step, row["count_"], Ore(row["net_ore"]), Month(row["month"]), days)


# Before the invoice


def _undelivered(waiting: Undelivered, today: dt.date) -> MoneyRow:
    case = waiting.case
    figures = {"case": case.ref, "month": waiting.month}
    return MoneyRow(
        UNDELIVERED, case.ref, case.agreement, case.service, waiting.month, waiting.quantity, waiting.unit,
        waiting.net_ore, waiting.since, _days(waiting.since, today), None, None, "money.undelivered",
        Text("message.money-undelivered", figures), waiting.command,
    )  # fmt: skip


def money_free(store: Store, judged: JudgedWork, today: dt.date) -> Iterator[MoneyRow]:
    """What is delivered and stands on no invoice."""
    for waiting, held in first_held(judged):
        yield _held(waiting, held, today)
    for row in money.ready(store):
        since = kept_day(row["to_day"])
        command = f"ipsu invoice build --month {max(row['month'], Month.of(since))}"
        yield MoneyRow(
            READY, row["case_ref"], row["agreement"], row["service"], Month(row["month"]), Quantity(row["quantity"]),
            row["unit"], Ore(row["net_ore"]), since, _days(since, today), None, None, "money.ready",
            Text("message.money-ready", {"case": row["case_ref"]}), command,
        )  # fmt: skip


def _held(waiting: HeldBack, held: Held, today: dt.date) -> MoneyRow:
    return MoneyRow(
        HELD, waiting.case, waiting.agreement, waiting.service, Month(waiting.month), waiting.quantity, waiting.unit,
        waiting.net_ore, waiting.to_day, _days(waiting.to_day, today), None, None, held.code, held.message,
        held.command,
    )  # fmt: skip


def _days(since: dt.date, today: dt.date) -> int:
    return max((today - since).days, 0)


# On an invoice


class _Billed:
    """What is known of all invoices when a line of one is placed."""

    def __init__(self, store: Store, office: Office) -> None:
        self.theirs = self_billing.by_line(store)
        self.of_several = self_billing.numbers_of_several(store)
        self.sent = e_invoices.sent(store)
        self.settled = money.settled_by_credit(store)
        self.today = office.today
        self._silent_days, self._eves_free = int(office.settings["silent-days"]), office.eves_free
        self._overdue: dict[str, bool] = {}

    def is_overdue(self, made_on: str) -> bool:
        """Has the agency had its days for an invoice made on this day?"""
        if made_on not in self._overdue:
            waited = working_days_between(kept_day(made_on), self.today, self._eves_free)
            self._overdue[made_on] = waited > self._silent_days
        return self._overdue[made_on]


def _invoiced(store: Store, office: Office, months: tuple[str, str]) -> Iterator[MoneyRow]:
    billed = _Billed(store, office)
    for row in money.lines(store, *months):
        yield _line(row, billed)


def _line(row: sqlite3.Row, billed: _Billed) -> MoneyRow:
    theirs = billed.theirs.get(row["id"])
    invoice = number(row["year"], row["no"]) or ""
    step = _step(row, theirs, billed)
    told = UNBUILT if step == UNANSWERED and theirs and theirs.state == UNBUILT else step
    since = _since(row, step)
    figures = {"case": row["case_ref"], "invoice": invoice, "number": theirs.number if theirs else None}
    return MoneyRow(
        step, row["case_ref"], row["agreement"], row["service"], Month(row["month"]), Quantity(row["quantity"]),
        row["unit"], Ore(row["net_ore"]), since, _days(since, billed.today), invoice,
        theirs.number if theirs else None, f"money.{told}", Text(f"message.money-{told}", figures),
        _command(told, row, invoice, theirs, billed),
    )  # fmt: skip


def _step(row: sqlite3.Row, theirs: SelfBilled | None, billed: _Billed) -> str:
    """Where the money of a line is. What came in comes first; then what somebody has to settle."""
    if row["invoice_status"] == PAID or _is_set_off(row) or _is_settled(row, billed):
        return PAID
    if row["invoice_status"] == PART_PAID:
        return PART_PAID
    if row["status"] == "rejected":
        return LOCKED
    if row["billing"] != "self":
        return UNPAID if row["invoice_id"] in billed.sent else UNSENT
    return _self_billed(row, theirs, billed)


def _is_set_off(row: sqlite3.Row) -> bool:
    """Is it a line of a credit that was set off whole against the invoice that it is about?"""
    return row["kind"] == "credit" and bool(row["total_ore"]) and row["set_off_ore"] == -row["total_ore"]


def _is_settled(row: sqlite3.Row, billed: _Billed) -> bool:
    """Is it a line that a credit has taken back, before it was paid?"""
    return row["status"] == "credited" and (row["invoice_id"], row["case_ref"]) in billed.settled


def _self_billed(row: sqlite3.Row, theirs: SelfBilled | None, billed: _Billed) -> str:
    if theirs is None:
        return MISSING if billed.is_overdue(row["made_on"]) else WAITING
    if theirs.awaits:
        return AWAITS_CREDIT
    if theirs.answer == "approved":
        return UNPAID
    return {"twice": TWICE, "differs": DIFFERS}.get(theirs.state, UNANSWERED)


def _since(row: sqlite3.Row, step: str) -> dt.date:
    """The day on which a line came to its step, as far as a day tells."""
    told = {PAID: row["paid_on"], PART_PAID: row["paid_on"], LOCKED: row["opened"], UNPAID: row["approved_on"]}
    return day(told.get(step)) or kept_day(row["made_on"])


def _command(step: str, row: sqlite3.Row, invoice: str, theirs: SelfBilled | None, billed: _Billed) -> str | None:
    """What takes a line on."""
    received = _words(theirs, billed) if theirs else ""
    case = row["case_ref"]
    return {
        UNSENT: f"ipsu invoice export {invoice} {invoice}.xml",
        MISSING: "ipsu invoice receive FILE",
        DIFFERS: f"ipsu invoice reconcile {invoice} {received}",
        TWICE: f"ipsu invoice reconcile {invoice} {received}",
        LOCKED: f"ipsu invoice resolve {invoice} --case {case} --outcome corrected/upheld",
        AWAITS_CREDIT: "ipsu invoice receive FILE",
        UNBUILT: f"ipsu invoice build --month {max(row['month'], Month.of(billed.today))}",
        UNANSWERED: f"ipsu invoice approve {received if row['invoice_status'] == 'approved' else invoice}",
        UNPAID: f"ipsu invoice paid {invoice} --on DATE",
        PART_PAID: f"ipsu invoice paid {invoice} --on DATE",
    }.get(step)


def _words(theirs: SelfBilled, billed: _Billed) -> str:
    """A self-invoice as it is typed, with its agreement and year where several have its number."""
    wanted = Wanted(theirs.number, theirs.agreement, theirs.year)
    return wanted.words if theirs.number in billed.of_several else Wanted(theirs.number).words

"""Every piece of work that the office has done, each in the step where its money is.

`report money`, `status` and `case close` speak of these rows.
"""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator

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
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_billing import TAKEN_BACK, UNBUILT, SelfBilled
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.core.tick import Tick, counted, part, silent
from ipsu_cli.core.working_days import working_days_between
from ipsu_cli.office import Office
from ipsu_cli.reports.held import JudgedWork, first_held, judge_all
from ipsu_cli.reports.undelivered import Undelivered, undelivered
from ipsu_cli.store import Store, e_invoices, money, periods
from ipsu_cli.store.held import HeldBack
from ipsu_cli.store.money import Bill
from ipsu_cli.store.under_way import telling

# What is told of these names the invoice, and no case.
OF_INVOICE = frozenset((UNSENT, WAITING, UNPAID, PART_PAID, PAID))
ALL_MONTHS = ("0001-01", "9999-12")


def money_rows(
    store: Store, office: Office, months: tuple[str, str] = ALL_MONTHS, tick: Tick = silent
) -> list[MoneyRow]:
    """Every piece of work, each in its one step, in order. `tick` hears how far it is."""
    rows: list[MoneyRow] = []
    parts: tuple[Callable[[Tick], Iterable[MoneyRow]], ...] = (
        lambda _: (_undelivered(waiting, office.today) for waiting in undelivered(store, office.today)),
        lambda _: money_free(store, judge_all(store), office.today),
        lambda told: _invoiced(store, office, months, told),
    )
    for place, ask in enumerate(parts):
        with telling(store.conn, tick, place, len(parts)):
            rows += ask(part(tick, place, len(parts)))
    return sorted(rows, key=lambda row: row.place)


class StepWaiting(NamedTuple):
    """A step that somebody must do something about, and the command that shows what stands in it."""

    step: str
    count_: int
    net_ore: Ore
    oldest_days: int | None
    command: str


def money_to_do(
    store: Store, office: Office, judged: JudgedWork, ready: sqlite3.Row, *, received: bool
) -> list[StepWaiting]:
    """The steps that somebody must do something about, the worst first. `judged` is what the rules have found of what
    is on no invoice, `ready` what of it is; `received`: self-invoices of the agency's have come."""
    since: dict[str, Month] = {}

    def parts() -> Iterator[StandingWork]:
        for work in _standing(store, office, judged, ready, received=received):
            since[work.step] = min(since.get(work.step, work.month), work.month)
            yield work

    by_step = {step.step: step for step in sums(parts())}
    return [
        StepWaiting(*by_step[step], f"ipsu report money --step {step} --from {since[step].first}")
        for step in TO_DO
        if by_step[step].count_
    ]


def _standing(
    store: Store, office: Office, judged: JudgedWork, ready: sqlite3.Row, *, received: bool
) -> Iterator[StandingWork]:
    """All that is not paid, together where it stands alike."""
    today = office.today
    for undone in undelivered(store, today):
        yield StandingWork(UNDELIVERED, 1, undone.net_ore or Ore(0), undone.month, _days(undone.since, today))
    for held in judged.waiting:
        yield StandingWork(HELD, 1, held.net_ore or Ore(0), Month(held.month), _days(held.to_day, today))
    if ready["count_"]:
        days = _days(kept_day(ready["to_day"]), today)
        yield StandingWork(READY, ready["count_"], Ore(ready["net_ore"]), Month(ready["month"]), days)
    billed = _Billed(store, office, received=received)
    for row in money.unpaid(store, received=received):
        place = billed.place(row)
        yield StandingWork(place.step, row["count_"], Ore(row["net_ore"]), Month(row["month"]), place.days)


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
    closed = periods.all_closed(store)
    for row in money.ready(store):
        since = kept_day(row["to_day"])
        month = periods.first_open(closed, max(Month(row["month"]), Month.of(since)))
        command = f"ipsu invoice build --month {month}"
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


class _Place(NamedTuple):
    """Where a line is: its step, since when, on which invoice, and the self-invoice that bills it. `told` is the name
    of what is told of it."""

    step: str
    told: str
    since: dt.date
    days: int
    bill: Bill
    theirs: SelfBilled | None
    code: str
    message: Text

    def message_of(self, case: str) -> Text:
        """What is told of a case's line; many lines share what names their invoice alone."""
        if self.told in OF_INVOICE:
            return self.message
        return self.message._replace(figures={**self.message.figures, "case": case})


class _Billed:
    """What is known of all invoices when a line of one is placed."""

    def __init__(self, store: Store, office: Office, *, received: bool) -> None:
        self.bills = money.bills(store)
        self._theirs, self._of_several = money.self_billed(store) if received else ({}, set())
        self._sent = e_invoices.sent(store)
        self._settled = money.settled_by_credit(store)
        self._today = office.today
        self._silent_days, self._eves_free = int(office.settings["silent-days"]), office.eves_free
        self._alike: dict[int, _Place] = {}
        self._store = store
        self._closed: set[Month] | None = None

    def place(self, row: sqlite3.Row) -> _Place:
        """Where the money of a line is. Lines of one invoice with no story of their own are at one place."""
        id, invoice_id, status = row["id"], row["invoice_id"], row["status"]
        if status != "created" or id in self._theirs:
            return self._own_place(row, self.bills[invoice_id])
        place = self._alike.get(invoice_id)
        if place is None:
            place = self._alike[invoice_id] = self._own_place(row, self.bills[invoice_id])
        return place

    def _own_place(self, row: sqlite3.Row, bill: Bill) -> _Place:
        theirs = self._theirs.get(row["id"])
        step = self._step(row, bill, theirs)
        days = {PAID: bill.paid_on, PART_PAID: bill.paid_on, LOCKED: row["opened"], UNPAID: bill.approved_on}
        since = kept_day(days.get(step) or bill.made_on)
        told = _told(step, theirs)
        message = Text(f"message.money-{told}", {"invoice": bill.number, "number": theirs.number if theirs else None})
        return _Place(step, told, since, _days(since, self._today), bill, theirs, f"money.{told}", message)

    def _step(self, row: sqlite3.Row, bill: Bill, theirs: SelfBilled | None) -> str:
        """What came in comes first; then what somebody has to settle."""
        if bill.status == PAID:
            return PAID
        if bill.is_set_off:
            return UNSENT if self._is_to_be_sent(bill) else PAID
        if self._is_settled(row):
            return AWAITS_CREDIT if theirs and theirs.state == TAKEN_BACK else PAID
        if bill.status == PART_PAID:
            return PART_PAID
        if row["status"] == "rejected":
            return LOCKED
        if bill.billing != "self":
            return UNPAID if bill.id in self._sent else UNSENT
        return self._self_billed(bill, theirs)

    def _is_to_be_sent(self, credit: Bill) -> bool:
        """Has the purchaser, as far as we know, the invoice that a credit is about, and not the credit?"""
        return credit.billing != "self" and credit.refers_to_id in self._sent and credit.id not in self._sent

    def _is_settled(self, row: sqlite3.Row) -> bool:
        """Is it a line that a credit has taken back, before it was paid?"""
        return row["status"] == "credited" and (row["invoice_id"], row["case_ref"]) in self._settled

    def _self_billed(self, bill: Bill, theirs: SelfBilled | None) -> str:
        if theirs is None:
            waited = working_days_between(kept_day(bill.made_on), self._today, self._eves_free)
            return MISSING if waited > self._silent_days else WAITING
        if theirs.awaits or theirs.state == TAKEN_BACK:
            return AWAITS_CREDIT
        if theirs.answer == "approved":
            return UNPAID
        return {"twice": TWICE, "differs": DIFFERS}.get(theirs.state, UNANSWERED)

    def command(self, place: _Place, case: str, month: str) -> str | None:
        """What takes a line on."""
        if place.step == PAID:
            return None
        invoice, received = place.bill.number, self._words(place.theirs) if place.theirs else ""
        return {
            UNSENT: f"ipsu invoice export {invoice} {invoice}.xml",
            MISSING: "ipsu invoice receive FILE",
            DIFFERS: f"ipsu invoice reconcile {invoice} {received}",
            TWICE: f"ipsu invoice reconcile {invoice} {received}",
            LOCKED: f"ipsu invoice resolve {invoice} --case {case} --outcome OUTCOME",
            AWAITS_CREDIT: "ipsu invoice receive FILE",
            TAKEN_BACK: "ipsu invoice receive FILE",
            UNBUILT: f"ipsu invoice build --month {self._open_from(Month(month))}",
            UNANSWERED: f"ipsu invoice approve {received if place.bill.status == 'approved' else invoice}",
            UNPAID: f"ipsu invoice paid {invoice} --on DATE",
            PART_PAID: f"ipsu invoice paid {invoice} --on DATE",
        }.get(place.told)

    def _open_from(self, month: Month) -> Month:
        """The month whose build takes what was worked in `month`."""
        if self._closed is None:
            self._closed = periods.all_closed(self._store)
        return periods.first_open(self._closed, max(month, Month.of(self._today)))

    def _words(self, theirs: SelfBilled) -> str:
        """A self-invoice as it is typed, with its agreement and year where several have its number."""
        wanted = Wanted(theirs.number, theirs.agreement, theirs.year)
        return wanted.words if theirs.number in self._of_several else Wanted(theirs.number).words


def _told(step: str, theirs: SelfBilled | None) -> str:
    """The name of what is told of a line in a step: that of the state in which their lines are, where it has one."""
    own = {UNANSWERED: UNBUILT, AWAITS_CREDIT: TAKEN_BACK}.get(step)
    return own if own and theirs and theirs.state == own and not theirs.awaits else step


def _invoiced(store: Store, office: Office, months: tuple[str, str], tick: Tick) -> Iterator[MoneyRow]:
    billed = _Billed(store, office, received=money.any_received(store))
    for line in counted(money.lines(store, *months), tick):
        if line["invoice_id"] in billed.bills:
            yield _line(line, billed)


def _line(line: sqlite3.Row, billed: _Billed) -> MoneyRow:
    place = billed.place(line)
    _, _, _, case, _, service, month, quantity, unit, net = line  # a million lines: by place, which is quicker
    return MoneyRow(
        place.step, case, place.bill.agreement, service, Month(month), Quantity(quantity), unit, Ore(net), place.since,
        place.days, place.bill.number, place.theirs.number if place.theirs else None, place.code,
        place.message_of(case), billed.command(place, case, month),
    )  # fmt: skip

"""`ipsu status`: what a morning begins with, each row with the command that takes it on."""

import datetime as dt
from collections.abc import Container, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.invoice import Held
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.retention import last_end_of_keeping
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but, members
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import Due, WorkingDaysLeft, all_due
from ipsu_cli.reports.held import held_back, judge_all
from ipsu_cli.reports.money_rows import StepWaiting, money_to_do
from ipsu_cli.reports.pace import PlanOffPace, plans_off_pace
from ipsu_cli.reports.place import warnings_of
from ipsu_cli.reports.register import open_findings
from ipsu_cli.reports.reminders import all_reminders, ending_agreements, not_quiet
from ipsu_cli.reports.status_rows import (
    AgreementToRenew,
    BasisUnanswered,
    CopyOfOffice,
    DocumentDue,
    MonthUnbooked,
    OverDelivered,
    PlanRunningOut,
    QueueWaiting,
    ReadyToInvoice,
    RegisterToCheck,
    RetentionDue,
    SelfInvoiceUnanswered,
    ToAskAbout,
    WaitingForAnswers,
    WeekNotEntered,
)
from ipsu_cli.reports.unsent_months import unsent_months
from ipsu_cli.rules import services
from ipsu_cli.store import (
    Store,
    acknowledgements,
    backup,
    erased,
    invoices,
    money,
    scope,
    settings,
    status,
)

DIFFERENCE = "difference_net_ore"
# Columns that stand only where something differs.
OF_DIFFERENCE = (DIFFERENCE, "message")
SOON = 14 * ONE_DAY
# The list is `todo`; a morning has the worst of it.
MOST_REMINDERS = 10
NEVER = dt.date.max
SECTIONS: dict[str, tuple[Column, ...]] = {
    "money": (
        Column("step", "code"), Column("count", "count"), Column("net_ore", "money"), Column("oldest_days", "count"),
        Column("command"),
    ),
    "ready": (Column("cases", "count"), Column("net_ore", "money"), Column("command")),
    "held": (
        Column("case"), Column("message"), Column("quantity", "hours"), Column("unit", "code"),
        Column("net_ore", "money"), Column("command"),
    ),
    "due": (
        Column("case"), Column("type", "code"), Column("status", "code"), Column("due", "day"),
        Column("working_days_left", "count"), Column("coach"), Column("command"),
    ),
    "reminders": (
        Column("case"), Column("message"), Column("due", "day"), Column("working_days_left", "count"), Column("coach"),
        Column("command"),
    ),
    "backup": (Column("on", "day"), Column("days", "count"), Column("changes", "count"), Column("command")),
    "register": (Column("findings", "count"), Column("command")),
    "retention": (Column("persons", "count"), Column("command")),
    "running_out": (
        Column("case"), Column("week", "week"), Column("ends", "day"), Column("period_to", "day"), Column("coach"),
        Column("command"),
    ),
    "pace": (
        Column("case"), Column("message"), Column("used_share", "figure"), Column("empty_on", "week"),
        Column("week", "week"), Column("coach"), Column("command"),
    ),
    "not_entered": (
        Column("case"), Column("week", "week"), Column("planned_hours", "hours"), Column("coach"), Column("command"),
    ),
    "unanswered": (
        Column("invoice"), Column("agreement"), Column("month", "month"), Column("status", "code"),
        Column("date", "day"), Column("days", "count"), Column("total_ore", "money"), Column(DIFFERENCE, "money"),
        Column("message"), Column("command"),
    ),
    "received": (
        Column("number"), Column("agreement"), Column("date", "day"), Column("status", "code"), Column("days", "count"),
        Column("total_ore", "money"), Column("command"),
    ),
    "waiting": (
        Column("service", "code"), Column("cases", "count"), Column("longest"), Column("queued", "day"),
        Column("days", "count"), Column("command"),
    ),
    "over_delivered": (
        Column("case"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"),
        Column("remaining_hours", "hours"), Column("coach"), Column("command"),
    ),
    "ending": (
        Column("agreement"), Column("to", "day"), Column("days_left", "count"), Column("cases", "count"),
        Column("command"),
    ),
    "unbooked": (Column("month", "month"), Column("vouchers", "count"), Column("command")),
}  # fmt: skip
WITH_NAMES = ("due", "reminders", "running_out", "pace", "not_entered", "over_delivered")


class Morning(NamedTuple):
    """The whole answer, a list for each section. `today_from` is what set today (`--today`, `$IPSU_TODAY`) where it is
    not the machine's; `names`: the persons' names are shown."""

    office: str
    today: dt.date
    today_from: str | None
    money: Sequence[StepWaiting]
    held: Sequence[Held]
    ready: ReadyToInvoice
    due: Sequence[DocumentDue]
    reminders: Sequence[ToAskAbout]
    backup: CopyOfOffice
    register: RegisterToCheck
    retention: RetentionDue
    running_out: Sequence[PlanRunningOut]
    pace: Sequence[PlanOffPace]
    pace_cases: int
    not_entered: Sequence[WeekNotEntered]
    unanswered: Sequence[BasisUnanswered]
    received: Sequence[SelfInvoiceUnanswered]
    waiting: Sequence[QueueWaiting]
    over_delivered: Sequence[OverDelivered]
    ending: Sequence[AgreementToRenew]
    unbooked: Sequence[MonthUnbooked]
    names: bool

    def to_json(self) -> JsonObject:
        """Names stand only where they are asked for."""
        without = {} if self.names else {name: [all_but(row, "name") for row in self.rows(name)] for name in WITH_NAMES}
        return {**all_but(self, "names"), **without}

    def rows(self, section: str) -> Sequence[NamedTuple]:
        """The rows of a section; none where there is nothing ready, to copy, to check or to erase."""
        if section == "ready":
            return [self.ready] if self.ready.cases else []
        if section == "backup":
            return [self.backup] if self.backup.command else []
        if section == "register":
            return [self.register] if self.register.findings else []
        if section == "retention":
            return [self.retention] if self.retention.persons else []
        found: Sequence[NamedTuple] = getattr(self, section)
        return found


def morning(office: Office) -> Answer[Morning]:
    """All that waits, as the register stands now."""
    today = office.today
    with office.reading() as store:
        scope.choose_with_plans(store)
        judged, received = judge_all(store), money.any_received(store)
        ready = money.ready_in_all(store)
        quiet = acknowledgements.keys(store)
        gone = erased.cases(store.conn)
        asked = [
            row for row in not_quiet(all_reminders(store, office, today, weeks=False), quiet) if row.case not in gone
        ]
        waiting = _waiting_for_answers(store, today, received=received)
        off_pace = plans_off_pace(store, office)
        found = Morning(
            office=settings.office(store)["name"],
            today=today,
            today_from=office.today_from,
            money=money_to_do(store, office, judged, ready, received=received),
            held=held_back(judged),
            ready=ReadyToInvoice.of(ready, today),
            due=_due(store, office, gone),
            reminders=_reminders(asked, office),
            backup=CopyOfOffice.of(backup.uncopied(store), today, office.number("backup-days")),
            register=RegisterToCheck.of(open_findings(store, asked, quiet, Period.year_to_date(today))),
            retention=RetentionDue.of(
                status.may_be_erased(store, last_end_of_keeping(today, office.number("retention-months") or 0))
            ),
            running_out=[PlanRunningOut.of(row, today) for row in status.running_out(store, today, today + SOON)],
            pace=off_pace.plans,
            pace_cases=off_pace.cases,
            not_entered=_not_entered(store, today, quiet, gone),
            unanswered=waiting.bases,
            received=waiting.self_invoices,
            waiting=[QueueWaiting.of(row, today) for row in status.queues(store, today)],
            over_delivered=[OverDelivered.of(row) for row in status.over_delivered(store, services.codes_to_bind())],
            ending=[AgreementToRenew.of(row, today) for row in ending_agreements(store, office)],
            unbooked=[MonthUnbooked.of(month, count, today) for month, count in unsent_months(store).items()],
            names=office.names,
        )
    tables = [table for section in SECTIONS for table in _table(found, section)]
    more = found.pace_cases - len(found.pace)
    after = [Text("message.status-pace-more", {"count": more})] if more else []
    lines = [_office(office, found.office), _heading(found, clear=not tables)]
    return Answer(found, lines, tables, warnings_of(office.path), after=after)


def _office(office: Office, name: str) -> Text:
    """Which office this is, and which file: one that is left in the environment is another than people think."""
    code = "message.status-office-set" if office.typed.file_from else "message.status-office"
    return Text(code, {"name": name, "file": str(office.path)})


def _heading(found: Morning, *, clear: bool) -> Text:
    """The day, and what set it where it is not the machine's: left in the environment, it makes every answer wrong."""
    if found.today_from:
        code = "message.status-set-clear" if clear else "message.status-set"
        return Text(code, {"today": found.today, "today_from": found.today_from})
    return Text("message.status-clear" if clear else "message.status", {"today": found.today})


def _table(found: Morning, section: str) -> list[Table]:
    """A section that has rows; names stand in it where they are asked for."""
    rows = [members(row) for row in found.rows(section)]
    columns = tuple(
        column
        for column in SECTIONS[section]
        if column.key not in OF_DIFFERENCE or any(row[column.key] for row in rows)
    )
    if found.names and section in WITH_NAMES:
        columns = (columns[0], Column("name"), *columns[1:])
    cells = [tuple(row[column.key] for column in columns) for row in rows]
    return [Table(f"status-{section}", columns, cells)] if rows else []


def _due(store: Store, office: Office, gone: set[str]) -> list[DocumentDue]:
    """What is to be done and what waits for an answer, by the day it is due; what has no such day comes last. In the
    cases in `gone`, whose persons are erased, nothing is to be done."""
    counting = WorkingDaysLeft(office)
    listed = all_due(store, office.days, office.today, until=office.today)
    rows = [DocumentDue.of(due, counting) for due in listed if _stands(due, office.today) and due.case not in gone]
    return sorted(rows, key=lambda row: (row.due is None, row.due or office.today, row.case, row.type))


def _reminders(asked: Sequence[Due], office: Office) -> list[ToAskAbout]:
    """What has waited longest of what nobody has typed; weeks without hours have a section of their own."""
    counting = WorkingDaysLeft(office)
    found = sorted(asked, key=lambda row: (row.due or NEVER, row.case))
    return [ToAskAbout.of(row, counting) for row in found[:MOST_REMINDERS]]


def _stands(row: Due, today: dt.date) -> bool:
    return not row.closed and (row.state == "submitted" or row.opens <= today)


def _not_entered(
    store: Store, today: dt.date, quiet: Container[acknowledgements.Key], gone: set[str]
) -> list[WeekNotEntered]:
    """Without what was acknowledged, and those of the cases in `gone`."""
    return [
        WeekNotEntered.of(row)
        for row in status.not_entered(store, today, services.codes_to_bind())
        if (row["id"], "week", row["week"]) not in quiet and row["ref"] not in gone
    ]


def _waiting_for_answers(store: Store, today: dt.date, *, received: bool) -> WaitingForAnswers:
    """The bases and the self-invoices that nobody has answered. What compares them is loaded where one has come."""
    bases = invoices.unanswered(store)
    if not received:
        return WaitingForAnswers([BasisUnanswered.of(basis, today, []) for basis in bases], [])
    from ipsu_cli.reports.status_received import waiting_for_answers

    return waiting_for_answers(store, bases, today)

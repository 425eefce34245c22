"""What is to be filed or given back, of every case: one source for `todo`, `status` and the reports."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from functools import cache

from ipsu_cli.core import plan
from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import ONE_DAY, Month, Week, kept_day, months_between
from ipsu_cli.core.deadline import DeadlineRules
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.working_days import working_days_between
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.rules.due import after_absence, after_month, after_start
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import Store, aids, deadlines
from ipsu_cli.store.deadlines import Demand, Filed

DOCUMENT, AID = "document", "aid"
ALWAYS = dt.date.min
NOTHING_FILED = Filed()


class Due(NamedTuple):
    """One thing to do. `due` is the last day in time, None where the sources give none; `opens` the first day on
    which it can be done; `done` the day on which it was, the first time. `key` tells several of a kind apart; `kind` is
    what it is at all, and `net_ore` the money that waits for it. `text` says of a reminder what is to be done."""

    case_id: int
    case: str
    name: str | None
    coach: str | None
    type: str
    label: str
    period: Month | Week | None
    key: str
    state: str
    opens: dt.date
    due: dt.date | None
    command: str
    submitted: dt.date | None = None
    done: dt.date | None = None
    closed: bool = False
    kind: str = DOCUMENT
    net_ore: Ore | None = None
    text: Text | None = None


class Open(NamedTuple):
    """A case whose documents are looked at."""

    id: int
    ref: str
    name: str | None
    coach: str | None
    first: dt.date
    to_day: dt.date | None
    closed: dt.date | None

    @property
    def last(self) -> dt.date | None:
        """The last day of the period, or the closing day before it."""
        return min((day for day in (self.to_day, self.closed) if day), default=None)


def all_due(
    store: Store, days: DeadlineRules, today: dt.date, *, settled: bool = False, until: dt.date = dt.date.max
) -> list[Due]:
    """Everything that a service demands of a case of `scope`, and what is on loan; `settled` takes in what is done
    as well, else only what the office has to do, or the agency to answer. A document that can be filed only
    after `until` is left out, unless it is filed."""
    demands = [demand for served in deadlines.served(store) for demand in _demands(*served)]
    deadlines.ask(store, demands, until, settled=settled)
    found = deadlines.filed(store)
    rows = [
        due
        for row in deadlines.cases(store)
        for case in [_open(row)]
        for kind in _kinds(row["service"], row["system"])
        for due in _of_kind(case, kind, found, days, today, until, settled=settled)
    ]
    return [*rows, *_singles(store, days, settled=settled), *_aids(store, settled=settled)]


def _demands(service: str, system: str | None) -> Iterator[Demand]:
    for kind in _kinds(service, system):
        yield Demand(service, system, kind.type, kind.monthly, kind.ends_with_case, kind.answered)


@cache
def _kinds(service: str, system: str | None) -> tuple[DocumentType, ...]:
    """What is demanded of a case; nothing of a service that this program does not have."""
    there = services.documents(service, system) if service in services.codes() else ()
    return tuple(kind for kind in there if kind.required)


def _open(row: sqlite3.Row) -> Open:
    first, last, closed = (row[name] and kept_day(row[name]) for name in ("from_day", "to_day", "closed_on"))
    return Open(row["id"], row["ref"], row["name"], row["coach"], first, last, closed)


def _of_kind(
    case: Open, kind: DocumentType, found: dict[tuple[int, str, str], Filed], days: DeadlineRules, today: dt.date,
    until: dt.date, *, settled: bool,
) -> Iterator[Due]:  # fmt: skip
    """One row for a document, or one for each month; a closed case is asked for its months and its final report."""
    if not kind.monthly:
        filed = _filed(kind, found.get((case.id, kind.type, ""), NOTHING_FILED))
        if _is_done(kind, filed) and not settled:
            return
        due = case.last if kind.ends_with_case else after_start(kind, case.first, days)
        waits = kind.ends_with_case and filed.state != "returned"
        opens = (due or dt.date.max) if waits else ALWAYS
        if opens > until and not filed.waiting:
            return
        yield _row(case, kind, None, filed, opens, due)
        return
    last = case.last or today
    for month, ends, due in _months(case.first, max(last, case.first), days):
        filed = _filed(kind, found.get((case.id, kind.type, month), NOTHING_FILED))
        opens = min(ends, last) + ONE_DAY
        if settled or not (_is_done(kind, filed) or (opens > until and not filed.waiting)):
            yield _row(case, kind, month, filed, opens, due)


def _filed(kind: DocumentType, filed: Filed) -> Filed:
    """What a case has of a type, of which no older version waits once the agency has answered a newer."""
    return filed._replace(waiting=None) if filed.overtaken and not kind.lasting else filed


def _is_done(kind: DocumentType, filed: Filed) -> bool:
    """Is there nothing left to do, nor an answer that the office waits for?"""
    return filed.state == "confirmed" or (filed.state == "submitted" and not kind.answered)


@cache
def _months(first: dt.date, last: dt.date, days: DeadlineRules) -> tuple[tuple[Month, dt.date, dt.date], ...]:
    """The months of a period, each with its last day and the last day to report it; many cases have the same."""
    return tuple((month, month.last, after_month(month, days)) for month in months_between(first, last))


def _row(case: Open, kind: DocumentType, month: Month | None, filed: Filed, opens: dt.date, due: dt.date | None) -> Due:
    return Due(
        case.id, case.ref, case.name, case.coach, kind.type, kind.label, month, month or "", filed.state, opens, due,
        _command(case.ref, kind, month, filed.state),
        submitted=kept_day(filed.waiting) if filed.waiting else None,
        done=kept_day(filed.first) if filed.first else None,
        closed=case.closed is not None and not (kind.monthly or kind.ends_with_case),
    )  # fmt: skip


def _command(ref: str, kind: DocumentType, month: Month | None, state: str) -> str:
    if kind.plan and state in ("missing", "returned"):
        return plan.command_for(ref, again=state == "returned")
    about = f"{ref} {kind.type}" + (f" --period {month}" if month else "")
    if state == "submitted":
        return f"ipsu document confirm {about}"
    return f"ipsu document submit {about} {kind.typed}".rstrip()


def _singles(store: Store, days: DeadlineRules, *, settled: bool) -> Iterator[Due]:
    """Those of which each is its own; one that is filed before its day is known has none."""
    listed = [(code, kind) for code in services.codes() for kind in services.documents(code) if kind.single]
    labels = {(code, kind.type): kind.label for code, kind in listed}
    for row in deadlines.singles(store, [kind.type for _, kind in listed], drafts=not settled):
        ended = kept_day(row["ended"] or row["submitted"] or row["entered_on"])
        yield Due(
            row["case_id"], row["ref"], row["name"], row["coach"], row["type"],
            labels.get((row["service"], row["type"]), row["type"]), None, str(row["version"]), row["status"], ended,
            after_absence(ended, days), _filing(row),
            done=kept_day(row["submitted"]) if row["submitted"] else None,
        )  # fmt: skip


def _filing(row: sqlite3.Row) -> str:
    """The command that files a draft; the days say which of several it is."""
    days = {"--from": row["started"], "--to": row["ended"]}
    return f"ipsu document submit {row['ref']} {row['type']}" + "".join(
        f" {option} {day}" for option, day in days.items() if day
    )


def _aids(store: Store, *, settled: bool) -> Iterator[Due]:
    """What is on loan, until the training has ended."""
    listed = aids.listed(store, still_out=not settled)
    cases = deadlines.begun(store) if listed else set()
    for aid in listed:
        if aid.due and aid.case_id in cases:
            yield Due(
                aid.case_id, aid.case, aid.participant, aid.coach, AID, "", None, str(aid.id),
                "lent" if aid.open else "confirmed", aid.due, aid.due, f"ipsu aid return {aid.id} --on DATE",
                done=aid.returned, kind=AID,
            )  # fmt: skip


class WorkingDaysLeft:
    """Working days from today to each day, counted once."""

    def __init__(self, office: Office) -> None:
        self.today, self.eves_free = office.today, office.eves_free
        self._left: dict[dt.date, int] = {}

    def left(self, due: dt.date | None) -> int | None:
        """The working days left; negative once it has passed, also where no working day has come since."""
        if due is None:
            return None
        if due not in self._left:
            left = working_days_between(self.today, due, self.eves_free)
            self._left[due] = min(left, -1) if due < self.today else left
        return self._left[due]

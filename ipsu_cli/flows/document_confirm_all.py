"""`ipsu document confirm --all TYPE --month M`: all that is submitted of a month, and what is not submitted yet."""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.flows.deliver_ready import NotReady
from ipsu_cli.flows.document import Which, as_it_stands, confirm
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import DOCUMENT, Due, all_due
from ipsu_cli.reports.document import DocumentShown, refuse_no_type
from ipsu_cli.reports.todo import OURS
from ipsu_cli.rules import services
from ipsu_cli.store import Store, Writing, cases, documents, scope

HELD = (Column("case"), Column("why"), Column("command"))


class MonthConfirmed(NamedTuple):
    """What was confirmed, and what of the month is still to be submitted."""

    documents: Sequence[DocumentShown]
    held: Sequence[NotReady]


def document_confirm_all(office: Office, type: str, month: Month, on: dt.date) -> Answer[MonthConfirmed]:
    """Everything of that type submitted in a month was confirmed. Raises `Unreadable` for a type that there is not."""
    refuse_no_type(type, "--all")

    def confirm_month(store: Writing) -> Answer[MonthConfirmed]:
        confirmed = []
        for document in documents.submitted_in(store, type, month, single=_is_single(type)):
            case = cases.get(store, document.case)
            which = Which(document.version, Month(document.period) if document.period else None)
            confirmed.append(as_it_stands(store, office, case, confirm(store, case, type, on, office.today, which)))
        return _answer(type, month, MonthConfirmed(confirmed, list(_held(store, office, type, month))))

    return office.change("document confirm", confirm_month)


def _is_single(type: str) -> bool:
    return any(kind.single for code in services.codes() for kind in services.documents(code) if kind.type == type)


def _held(store: Store, office: Office, type: str, month: Month) -> Iterator[NotReady]:
    """What the month demands of that type, or what is due in it, and is not submitted although it can be."""
    scope.choose(store)
    for row in all_due(store, office.days, office.today, until=office.today):
        about = row.period or (row.due and Month.of(row.due))
        if row.kind == DOCUMENT and row.type == type and about == month and row.state in OURS and not row.closed:
            yield _not_submitted(row)


def _not_submitted(row: Due) -> NotReady:
    figures = {"case": row.case, "type": Text(f"code.{row.type}"), "status": Text(f"code.{row.state}")}
    message = Text("problem.document.not-submitted", figures)
    return NotReady(row.case, "document.not-submitted", "A18", message, row.command)


def _answer(type: str, month: Month, done: MonthConfirmed) -> Answer[MonthConfirmed]:
    figures = {"count": len(done.documents), "type": Text(f"code.{type}"), "month": month}
    rows = [(row.case, row.message, row.command) for row in done.held]
    tables = [Table("not-confirmed", HELD, rows)] if rows else []
    return Answer(done, [Text("message.documents-confirmed", figures)], tables)

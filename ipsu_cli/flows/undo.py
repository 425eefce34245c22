"""`ipsu undo [CHANGE]` and `ipsu import undo BATCH`: an earlier command is taken back whole, or not at all."""

from collections.abc import Callable

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.change import UNDO, Change
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.office import Office
from ipsu_cli.store import Store, Writing, batches, cases, erased, undo
from ipsu_cli.store.changes import Log, TouchedRow

# What has gone out, or come in, is answered by commands of its own.
MONEY = {
    "closed_months", "credited_lines", "e_invoices_sent", "investigations", "invoice_lines", "invoices",
    "package_files", "packages", "pairs", "payments", "received_files", "self_invoice_answers", "self_invoice_lines",
    "self_invoice_originals", "self_invoice_settlements", "self_invoices", "voucher_rows", "vouchers",
}  # fmt: skip
# Rows that mean nothing to others, once they are entered: they go whatever came after them.
ALONE = {"acknowledgements", "contacts", "deliveries", "fidelity_reviews", "funding", "funding_stated", "surveys"}
SHOWN = 5
INIT = "init"  # there is no office without it


class Undone(NamedTuple):
    """The change that was taken back."""

    undone: Change


def undo_change(office: Office, number: int | None) -> Answer[Undone]:
    """Take back a change, the newest that nobody has taken back if none is named."""

    def which(store: Store, log: Log) -> int:
        return _newest(log).id if number is None else number

    return _undo(office, which)


def undo_import(office: Office, batch: int) -> Answer[Undone]:
    """Take back what an import has brought in."""
    return _undo(office, lambda store, log: _change_of(store, batch))


def refuse_import(office: Office, batch: int) -> None:
    """Raise `Refused` where an import cannot be taken back."""
    with office.foreseeing() as store:
        _looked_at(store, Log(store), _change_of(store, batch))


def _change_of(store: Store, batch: int) -> int:
    change = batches.change_of(store, batch)
    if change is None:
        raise Refused("import.unknown", batch=batch, command="ipsu log")
    return change


def _undo(office: Office, which: Callable[[Store, Log], int]) -> Answer[Undone]:
    def take_back(store: Writing) -> Answer[Undone]:
        log = Log(store)
        number = which(store, log)
        change, rows = _looked_at(store, log, number)
        store.is_called(f"{UNDO} {number}")
        for case in {id for row in rows for owner, id in log.owners(row) if owner == "cases"} or (None,):
            store.change(case_id=case)
        undo.take_back(store, log, number, rows)
        figures = {"change": number, "command": change.command, "case": change.case or "–", "day": change.today}
        return Answer(Undone(change), [Text("message.undone", {**figures, "rows": len(rows)})])

    return office.change(UNDO, take_back)


def _looked_at(store: Store, log: Log, number: int) -> tuple[Change, list[TouchedRow]]:
    """A change and the rows that it has touched. Raises `Refused` where it cannot be taken back."""
    change = _named(log, number)
    rows = log.touched(number)
    _refuse(store, log, change, rows)
    return change, rows


def _named(log: Log, number: int) -> Change:
    change = log.changes.get(number)
    if change is None:
        raise Refused("undo.unknown", change=number, command="ipsu log")
    if change.undone_by:
        raise Refused("undo.already", change=number, by=change.undone_by)
    if change.undoes:
        raise Refused("undo.of-undo", change=number, of=change.undoes)
    return change


def _newest(log: Log) -> Change:
    for number, change in reversed(log.changes.items()):
        if change.command != INIT and not change.undone_by and not change.undoes and log.touched(number):
            return change
    raise Refused("undo.nothing")


def _refuse(store: Store, log: Log, change: Change, rows: list[TouchedRow]) -> None:
    """Raise `Refused` where the change has left nothing, is about money, or carries what came later."""
    alone = all(row.table in ALONE and row.before is None for row in rows)
    later = sorted(log.rest_on(change.id, rows, alone=alone), reverse=True)
    if erased.touches(store.conn, change.id) or _of_erased(store, log, rows):
        raise Refused("undo.erased", change=change.id, what=change.command)
    if change.command == INIT or not (rows or later):
        raise Refused("undo.empty", change=change.id, what=change.command)
    if MONEY & {row.table for row in rows}:
        raise Refused("undo.money", change=change.id, what=change.command)
    if any(undo.is_invoiced(store, row) for row in rows):
        raise Refused("undo.invoiced", change=change.id, what=change.command)
    if any(undo.is_released(store, row) for row in rows):
        raise Refused("undo.released", change=change.id, what=change.command)
    if any(map(undo.lifts_protection, rows)):
        raise Refused("undo.protection", change=change.id, what=change.command)
    if later:
        raise Refused(
            "undo.rests",
            change=change.id,
            what=change.command,
            later=[f"{id} ({log.changes[id].command})" for id in later[:SHOWN]],
            count=len(later),
            command=f"ipsu undo {later[0]}",
        )


def _of_erased(store: Store, log: Log, rows: list[TouchedRow]) -> bool:
    """Is one of the rows of a case whose person is erased?"""
    ids = {id for row in rows for owner, id in log.owners(row) if owner == "cases"}
    refs = filter(None, (cases.ref_of(store, id) for id in ids))
    return any(cases.get(store, ref).person.erased for ref in refs)

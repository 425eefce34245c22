"""The lines of the log, all or those about a case, in an order, as many as are asked for."""

from ipsu_cli.core.change import UNDO, Change
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.listing import Listing, ListPart
from ipsu_cli.store import Store
from ipsu_cli.store.changes import LINE, REVEALING, Log, from_row
from ipsu_cli.store.listed import ListQuestion, listed
from ipsu_cli.store.rows import number_of

NUMBER_AT = len(UNDO) + 2  # of the change that an undo has taken back, in its command
COLUMNS = {
    "id": "e.id", "at": "e.at", "who": "e.who", "today": "e.today", "logged": "e.command", "case": "c.ref",
    "invoice": number_of("n"), "undone_by": "u.id", "batch": "b.id", "command": "e.command",
    "undoes": f"iif(e.command GLOB '{UNDO} [0-9]*', CAST(substr(e.command, {NUMBER_AT}) AS INTEGER), NULL)",
}  # fmt: skip
LOG = ListQuestion(f"{LINE} WHERE (:ids IS NULL OR e.id IN (SELECT value FROM json_each(:ids)))", "e.id", COLUMNS)
REVEALED = ListQuestion(f"{REVEALING} AND (:case IS NULL OR c.id = :case)", "e.id, c.ref", COLUMNS)


def log_listed(store: Store, case_id: int | None, listing: Listing) -> ListPart[Change]:
    """Every change, or those that have touched anything of a case or shown it; oldest first where no other order is
    asked for."""
    ids = None if case_id is None else json_list(sorted(Log(store).of_case(case_id)))
    return listed(store, LOG, listing, from_row, ids=ids)


def revealed_listed(store: Store, case_id: int | None, listing: Listing) -> ListPart[Change]:
    """The changes that have shown a whole number or what is hidden, once for each case of which they did, or of one."""
    return listed(store, REVEALED, listing, from_row, case=case_id)

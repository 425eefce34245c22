"""Whose whole numbers a command has shown."""

from collections.abc import Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.store import Writing

IDS = "SELECT id FROM cases WHERE ref IN (SELECT value FROM json_each(:refs)) ORDER BY id"


def note(store: Writing, refs: Iterable[str]) -> None:
    """Note the cases of which the change under way is about to show the number, or what is hidden."""
    change = store.change()
    found = store.all(IDS, refs=json_list(sorted(set(refs))))
    store.add_all("revealed", ((row["id"], change, store.today) for row in found))

"""A change with a file of it: the register first, then the file, which a run that was killed leaves to the next."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.output import Output
from ipsu_cli.core.problem import Problem, Refused, SavedAnyway
from ipsu_cli.office import Office, Repeated
from ipsu_cli.store import Store, Writing, unwritten, writing

C = TypeVar("C")
P = TypeVar("P")
FINISHED_WITHIN = 5  # seconds, of which each has a look


class _Content(NamedTuple, Generic[C]):
    """What the file is to hold: the work of its changes up to this one."""

    made: C
    newest: int


def change_with_file(
    office: Office,
    command: str,
    about: str,
    output: Output[C],
    action: Callable[[Writing, list[int]], tuple[Answer[P], C]],
    again: Callable[[Store, list[int]], C],
    *,
    rehearse: bool = False,
) -> Answer[P]:
    """One transaction, then its file: nobody waits while that is written, and no file names what is not saved.

    `action` gives the answer and the content of the file. It is handed the earlier changes whose file of this name,
    `about` the same, was never written: their content belongs in it too. Of those alone `again` gives the content, for
    a line that is repeated under its key. Raises `SavedAnyway` where the file could not be written.
    """
    file = unwritten.known_as(output.path, about)
    contents: list[_Content[C]] = []

    def act(store: Writing) -> Answer[P]:
        output.refuse()
        left = unwritten.changes(store, file)
        answer, made = action(store, left)
        if store.changed:
            unwritten.remember(store, file)
        contents.append(_Content(made, store.change() if store.changed else max(left, default=0)))
        return answer

    try:
        answer = office.change(command, act, rehearse=rehearse)
    except Repeated:
        _finish(office, file, output, again)
        raise
    _write(office, file, output, contents[0])
    if office.saved:
        _forget(office, file, contents[0].newest)
    return answer


def _finish(office: Office, file: bytes, output: Output[C], again: Callable[[Store, list[int]], C]) -> None:
    """Write what the run that had the key first did not come to write."""
    with office.reading() as store:
        left = unwritten.changes(store, file)
        contents = [_Content(again(store, left), left[-1])] if left else []
    for content in contents:
        with suppress(Refused):  # it is there: the first run came no further than to forget it
            output.refuse()
            output.write(content.made)
        _forget(office, file, content.newest)


def _write(office: Office, file: bytes, output: Output[C], content: _Content[C]) -> None:
    try:
        output.write(content.made)
    except Problem as problem:
        if not office.saved:
            raise
        if problem.code == "file.exists" and _finished_by_another(office, file, content.newest):
            return
        why = problem.figures.get("why", problem.code)
        raise SavedAnyway("change.file-unwritten", path=output.path, why=why) from problem


def _finished_by_another(office: Office, file: bytes, change: int) -> bool:
    """Has a run of the same line written the file for us? It gives the file its name first, and forgets that it was
    unwritten a moment after."""
    for look in range(FINISHED_WITHIN + 1):
        time.sleep(min(look, 1))
        with office.reading() as store:
            if change not in unwritten.changes(store, file):
                return True
    return False


def _forget(office: Office, file: bytes, newest: int) -> None:
    """Where that fails the next run writes the file once more, if it is not there."""
    with suppress(Problem, sqlite3.Error), writing(office.path, office.today.isoformat(), office.who, "") as store:
        unwritten.forget(store, file, newest)

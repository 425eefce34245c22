"""A change with a file of it: the register first, then the file, which a run that was killed leaves to the next."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.output import Output
from ipsu_cli.core.problem import Problem, Refused, SavedAnyway
from ipsu_cli.office import Office, Repeated
from ipsu_cli.store import Store, Writing, unwritten, writing

C = TypeVar("C")
P = TypeVar("P")


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
    contents: list[C] = []

    def act(store: Writing) -> Answer[P]:
        output.refuse()
        answer, content = action(store, unwritten.changes(store, file))
        if store.changed:
            unwritten.remember(store, file)
        contents.append(content)
        return answer

    try:
        answer = office.change(command, act, rehearse=rehearse)
    except Repeated:
        _finish(office, file, output, again)
        raise
    _write(office, output, contents[0])
    if office.saved:
        _forget(office, file)
    return answer


def _finish(office: Office, file: bytes, output: Output[C], again: Callable[[Store, list[int]], C]) -> None:
    """Write what the run that had the key first did not come to write."""
    with office.reading() as store:
        left = unwritten.changes(store, file)
        contents = [again(store, left)] if left else []
    for content in contents:
        with suppress(Refused):  # it is there: the first run came no further than to forget it
            output.refuse()
            output.write(content)
        _forget(office, file)


def _write(office: Office, output: Output[C], content: C) -> None:
    try:
        output.write(content)
    except Problem as problem:
        if not office.saved:
            raise
        why = problem.figures.get("why", problem.code)
        raise SavedAnyway("change.file-unwritten", path=output.path, why=why) from problem


def _forget(office: Office, file: bytes) -> None:
    """Where that fails the next run writes the file once more, if it is not there."""
    with suppress(Problem, sqlite3.Error), writing(office.path, office.today.isoformat(), office.who, "") as store:
        unwritten.forget(store, file)

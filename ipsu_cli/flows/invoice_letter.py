"""`ipsu invoice letter`: the letter is written, and noted in the log, so that the next one says that it was."""

from collections.abc import Callable, Collection

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.letter import Letter
from ipsu_cli.core.output import Output
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.flows.change_with_file import change_with_file
from ipsu_cli.office import Office
from ipsu_cli.reports.letter import Asked, about_basis, about_received, named_wholly
from ipsu_cli.store import Store, Writing, letters

# Asks what there is to ask about; it is handed the changes whose letters were never written, for this is theirs.
AskLetter = Callable[[Store, Collection[int]], Answer[Asked]]


def letter_about_basis(office: Office, number: str, only: Collection[str], file: Output[Letter]) -> Answer[Asked]:
    """The question about a basis."""
    about = f"{letters.COMMAND} {number}"
    return _written(
        office, letters.COMMAND, about, file, lambda store, left: about_basis(store, office, number, only, left)
    )


def letter_about_received(office: Office, wanted: Wanted, only: Collection[str], file: Output[Letter]) -> Answer[Asked]:
    """The question about a self-invoice. The log says which: a line of it names no basis where there are several."""
    command = letters.command_about(named_wholly(office, wanted))
    return _written(
        office, command, command, file, lambda store, left: about_received(store, office, wanted, only, left)
    )


def _written(office: Office, command: str, about: str, file: Output[Letter], ask: AskLetter) -> Answer[Asked]:
    def write(store: Writing, left: list[int]) -> tuple[Answer[Asked], Letter]:
        answer = ask(store, left)
        letters.note(store, answer.payload.letter.invoice)
        return answer.with_file("file", file.path), answer.payload.letter

    def again(store: Store, left: list[int]) -> Letter:
        return ask(store, left).payload.letter

    return change_with_file(office, command, about, file, write, again)

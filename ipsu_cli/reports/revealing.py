"""What a question answers that shows more with `--reveal`: who was shown what is noted in the log."""

from collections.abc import Callable

from ipsu_cli.core.answer import Answer, P
from ipsu_cli.office import Office
from ipsu_cli.store import Store, Writing


def shown(
    office: Office, command: str, ask: Callable[[Store], Answer[P]], note: Callable[[Writing, Answer[P]], None]
) -> Answer[P]:
    """The answer. What it reveals is noted first: nothing is shown before that is saved."""
    if not office.reveal:
        with office.reading() as store:
            return ask(store)

    def reveal(store: Writing) -> Answer[P]:
        answer = ask(store)
        note(store, answer)
        return answer

    return office.change(f"{command} --reveal", reveal, secret=True)

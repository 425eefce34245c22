"""What destroys is asked about before it is done."""

import sys
from collections.abc import Callable

from ipsu_cli.core.kind import FLAG
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.locale import say
from ipsu_cli.office import Office


def confirm(office: Office, question: str, refuse: Callable[[], None]) -> None:
    """Go on with `--yes`, or where a person answers yes. Raises `Unreadable` where nobody can be asked, and
    KeyboardInterrupt where the answer is no. Nobody is asked about what `refuse` raises for: it is refused anyhow."""
    if office.typed.yes:
        return
    refuse()
    if not (office.typed.terminal and sys.stdin.isatty()):
        raise Unreadable("option.yes", option="--yes")
    sys.stderr.write(say(question, office.lang) + " ")
    sys.stderr.flush()
    if not FLAG.read(sys.stdin.readline(), office.today):
        raise KeyboardInterrupt

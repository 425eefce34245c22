"""What the program says no to: each class is an exit code, each instance a code with its figures."""

from typing import Any


class Problem(Exception):
    """Something stops the command, and nothing was changed.

    `code` is stable and names the text in `locale`; `figures` fill that text; `details` stand in JSON
    (the figures, unless said otherwise); `rule` is the number in the sources; `command` is what to type next.
    """

    exit = 1
    typed_as = ""  # the option or argument that it is about, where its text does not name that

    def __init__(
        self,
        code: str,
        *,
        rule: str | None = None,
        command: str | None = None,
        details: dict[str, Any] | None = None,
        **figures: Any,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.rule = rule
        self.command = command
        self.figures = figures
        self.details = figures if details is None else details


class Refused(Problem):
    """A rule, or what the register holds, says no."""


class Unreadable(Problem):
    """An option or a value cannot be read."""

    exit = 2


class BadFile(Problem):
    """An input file has errors."""

    exit = 3


class BadDatabase(Problem):
    """The database cannot be used."""

    exit = 4


class SavedAnyway(Problem):
    """The change is saved, and something after it failed."""

    exit = 9


class Surroundings(Problem):
    """The disk, a file or an output failed."""

    exit = 5

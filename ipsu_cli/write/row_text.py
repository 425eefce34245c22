"""What is wrong in a row of a sheet, in the words of the sheet: its headings stand where a command has options."""

import re

from ipsu_cli.core.row_error import RowError, SheetWords
from ipsu_cli.locale import heading, in_coded_words, say

# An option with the word for its value after it; and what is typed without an option.
_TYPED = re.compile(r"--([a-z][a-z-]*)(?: [A-Z]+\b)?")
_ARGUMENTS = {"WEEKS=HOURS": "--weeks", "HOURS": "--hours"}


def row_column(error: RowError, lang: str) -> str | None:
    """The column as its heading stands in the sheet; None where the row as a whole is wrong."""
    if error.column is None or error.words is None:
        return error.column
    return _heading(error.words, error.column, lang)


def row_message(error: RowError, lang: str) -> str:
    """What is wrong; of an import each option is called by the heading that stands for it."""
    figures = in_coded_words(error.message.figures, lang)
    if error.words is None:
        return say(error.message.code, lang, **figures)
    named = {key: _as_options(value) for key, value in figures.items() if key in ("option", "options")}
    return _in_words(say(error.message.code, lang, **figures | named), error.words, lang)


def whole_message(error: RowError, lang: str) -> str:
    """What is wrong, and what to type where that helps."""
    return row_message(error, lang) + next_command(error.command, lang)


def next_command(command: str | None, lang: str) -> str:
    """What to type next, as it follows on what is said; empty where there is nothing."""
    return f" {say('message.next', lang, command=command)}" if command else ""


def _as_options(names: object) -> object:
    """What is named as an option of a command, argument or column, as an option."""
    if isinstance(names, list):
        return [_as_options(name) for name in names]
    name = str(names)
    return name if name.startswith("--") else _ARGUMENTS.get(name, f"--{name}")


def _in_words(message: str, words: SheetWords, lang: str) -> str:
    return _TYPED.sub(lambda typed: _heading(words, typed[1], lang), message)


def _heading(words: SheetWords, column: str, lang: str) -> str:
    """The heading as it stands; of a column that the sheet lacks, as it may stand."""
    try:
        return words.headings.get(column) or heading(words.kind, column, lang)
    except KeyError:
        return f"--{column}"  # of a command, and no column

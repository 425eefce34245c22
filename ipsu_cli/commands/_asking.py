"""What a command asks for, one thing at a time, where a person types it alone in a terminal."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from ipsu_cli.core.kind import FLAG
from ipsu_cli.core.problem import Problem, Unreadable
from ipsu_cli.locale import known, message, say
from ipsu_cli.office import Office


class Interview:
    """The questions of one command. What is answered becomes the words of its line; `line` is that line as it may be
    shown and typed again, with `-` in place of what is never shown."""

    def __init__(self, office: Office, path: str, params: Sequence[Any]) -> None:
        self.office, self.path = office, path
        self.params = {_name(param): param for param in params}
        self.words: list[str] = []
        self.shown: list[str] = []

    @property
    def line(self) -> str:
        """The line that does the same."""
        return " ".join([self.path, *map(_quoted, self.shown)])

    def ask(self, name: str, default: str = "", *, demanded: bool = False) -> str:
        """Ask for an argument or an option until it can be read; the answer, empty where the person passes it by."""
        param = self.params[name]
        while True:
            word = self._answer(self._question(name), default, secret=_kind(param) is not None and _kind(param).asked)
            try:
                self._take(name, param, word, demanded=demanded)
            except Problem as problem:
                self.say(message(problem, self.office.lang))
            else:
                return word

    def say(self, text: str) -> None:
        """Say something to the person who is asked."""
        sys.stderr.write(text + "\n")

    def ask_hours(self, case: str, question: str) -> None:
        """Ask for a case's hours until they can be read; nothing where the person passes them by."""
        self.ask_word("hours", question, lambda word: f"{case}={word}")

    def ask_word(self, name: str, question: str, made: Callable[[str], str]) -> None:
        """Ask for a word of the line that is `made` of the answer."""
        while word := self._answer(question, ""):
            try:
                self.params[name].type.func(made(word))
            except Problem as problem:
                self.say(message(problem, self.office.lang))
            else:
                self.add(made(word))
                return

    def add(self, *words: str) -> None:
        """Add words to the line."""
        self.words += words
        self.shown += words

    def _take(self, name: str, param: Any, word: str, *, demanded: bool) -> None:
        if not word:
            if demanded:
                raise Unreadable("option.missing", option=name)
        elif param.param_type_name == "option" and param.is_flag:
            self.add(*([name] if FLAG.read(word, self.office.today) else []))
        else:
            kind = _kind(param)
            if kind is not None:
                param.type.func(word)
            option = [name] if param.param_type_name == "option" else []
            self.words += [*option, word]
            self.shown += [*option, "-" if kind is not None and kind.asked else word]

    def _question(self, name: str) -> str:
        """What the option is for, as its help says it."""
        path, own = self.path.removeprefix("ipsu "), name if name.startswith("--") else name.upper()
        keys = (f"help.{path} {own}", f"help.{path.partition(' ')[0]} {own}", f"help.{own}")
        name = next(key for key in keys if known(key, self.office.lang))
        text = say(name, self.office.lang)
        if "{" in text:
            from ipsu_cli.reports.help_lists import lists

            text = say(name, self.office.lang, **lists(self.office.today))
        return text.partition("\n")[0].rstrip(".")

    def _answer(self, question: str, default: str, *, secret: bool = False) -> str:
        """What is typed, else the default. Raises KeyboardInterrupt at the end of what can be typed."""
        prompt = f"{question} [{default}]: " if default else f"{question}: "
        if secret:
            from getpass import getpass

            return getpass(prompt).strip()
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        return line.strip() or default


def _name(param: Any) -> str:
    return str(param.opts[0]) if param.param_type_name == "option" else str(param.name)


def _kind(param: Any) -> Any:
    """The kind of value that is read; None for a flag and for plain text."""
    return getattr(getattr(param.type, "func", None), "kind", None)


def _quoted(word: str) -> str:
    """A word as every shell takes it: in double quotes where it holds a space."""
    return f'"{word}"' if " " in word else word

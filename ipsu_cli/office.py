"""The office: its file, the day, the person, the language. All that a command may touch."""

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month, read_day
from ipsu_cli.core.digest import digest
from ipsu_cli.core.hours import Hours, hundredths
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.store import Store, Writing, reading, settings, writing

ZONE = "Europe/Stockholm"

DEFAULTS = {
    "account.receivable": "1510",
    "account.sales": "3041",
    "account.vat": "2611",
    "eves": "free",
    "names": "off",
}


class Repeated(Exception):
    """The same key and arguments again: the first answer stands."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer


@dataclass
class Office:
    """What every command is given. `asked` is what was typed, without the options that stand everywhere.

    `spoken` is the language asked for; `founding`: it was typed, so that `init` makes it the office's own.
    """

    path: Path
    today: dt.date
    spoken: str | None = None
    founding: bool = False
    own_lang: str = "sv"
    who: str = ""
    key: str | None = None
    asked: tuple[str, ...] = ()
    json: bool = False
    quiet: bool = False
    names: bool = False
    reveal: bool = False
    yes: bool = False
    helping: bool = False
    settings: dict[str, str] = field(default_factory=lambda: dict(DEFAULTS))

    @property
    def lang(self) -> str:
        """The language of the screen; files follow `own_lang`."""
        return self.spoken or self.own_lang

    @property
    def month(self) -> Month:
        """The month of today."""
        return Month.of(self.today)

    @property
    def eves_free(self) -> bool:
        """Are the eves of midsummer, Christmas and new year free?"""
        return self.settings["eves"] == "free"

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The register, to ask."""
        with reading(self.path) as store:
            self._learn(store)
            yield store

    def change(
        self, command: str, work: Callable[[Writing], Answer], *, rehearse: bool = False, secret: bool = False
    ) -> Answer:
        """One command, one transaction: `work` changes the register and gives the answer before the commit.

        With `rehearse` all is rolled back. With a key the answer is kept, and given again for the same
        key and arguments; not a `secret` one, which is shown once and logged each time.
        """
        try:
            with writing(self.path, self.today.isoformat(), self.who, command, keep=not rehearse) as store:
                self._learn(store)
                if self.key and not secret:
                    self._repeat(store, self.key)
                answer = work(store)
                if self.key and not rehearse and not secret:
                    self._remember(store, self.key, answer)
        except Repeated as again:
            return again.answer
        answer.saved = not rehearse
        return answer

    def _learn(self, store: Store) -> None:
        self.own_lang = settings.office(store)["lang"]
        self.settings = DEFAULTS | settings.entered(store)
        self.names = self.names or self.settings["names"] == "on"

    def _digest(self, store: Store) -> bytes:
        typed = "\0".join(self.asked).encode("utf-8", "surrogateescape")
        return digest(settings.office(store)["salt"] + typed)

    def _repeat(self, store: Writing, key: str) -> None:
        kept = settings.answer(store, key)
        if kept is None:
            return
        if kept["asked"] != self._digest(store):
            raise Refused("key.other-arguments", key=key)
        import json

        first = json.loads(kept["answer"], parse_float=_hours)
        lines = [Text("said.repeated", {"key": key})]
        raise Repeated(Answer({**first, "repeated": True}, lines))

    def _remember(self, store: Writing, key: str, answer: Answer) -> None:
        from ipsu_cli.core.plain_json import dump
        from ipsu_cli.locale import rendered, warning_shape

        warnings = [warning_shape(each, self.lang) for each in answer.warnings]
        kept = dump(rendered({**answer.data, "warnings": warnings}, self.lang))
        settings.keep_answer(store, key, self._digest(store), kept)


def _hours(number: str) -> Hours:
    """A number of a kept answer; a reversal has a minus."""
    found = hundredths(number.removeprefix("-")) or 0
    return Hours(-found if number.startswith("-") else found)


def today_of(text: str | None) -> dt.date:
    """The day that `--today` says, else the day in Stockholm. `2026-03-09T10:30` is that day as well."""
    if not text:
        return _stockholm()
    day, clock, at = text.strip().partition("T")
    if clock and not _is_time(at):
        raise Unreadable("value.date", value=text)
    return read_day(day, _stockholm() if day.isalpha() else dt.date.min)


def _is_time(text: str) -> bool:
    hours, colon, minutes = text.partition(":")
    plain = (hours + minutes).isascii() and (hours + minutes).isdigit() and len(hours) == len(minutes) == 2
    return bool(colon) and plain and int(hours) < 24 and int(minutes) < 60


def _stockholm() -> dt.date:
    """Today in Sweden. The C library is asked where it knows the zone: importing zoneinfo costs a start-up
    half an interpreter, and it is asked for on every command."""
    if hasattr(time, "tzset") and os.path.exists(f"/usr/share/zoneinfo/{ZONE}"):
        before = os.environ.get("TZ")
        os.environ["TZ"] = ZONE
        time.tzset()
        now = time.localtime()
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()
        return dt.date(now.tm_year, now.tm_mon, now.tm_mday)
    from zoneinfo import ZoneInfo

    return dt.datetime.now(ZoneInfo(ZONE)).date()


def person() -> str:
    """Who sits at the machine."""
    for name in ("LOGNAME", "USER", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    return str(os.getuid()) if hasattr(os, "getuid") else "?"

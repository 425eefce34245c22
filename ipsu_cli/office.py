"""The office: its file, the day, the person, the language. All that a command may touch."""

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ipsu_cli.core.account import account
from ipsu_cli.core.answer import Answer, P, Text
from ipsu_cli.core.clock import read_time
from ipsu_cli.core.dates import Month, is_relative_day, read_day
from ipsu_cli.core.deadline import DeadlineRules, days_of
from ipsu_cli.core.digest import digest
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadDatabase, Problem, Refused, Unreadable
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.text import tidy
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.store import Store, Writing, erased, reading, settings, writing
from ipsu_cli.store.language import language_in

S = TypeVar("S", bound=Store)
ZONE = "Europe/Stockholm"

MISSING = "database.missing"
# What is said of a file that may only have been read badly, once.
BLAMED = ("database.damaged", "database.damaged-row", "database.not-ours")
# Set by a demonstration, and by nobody else: what its reports show says so.
INVENTED = "invented"


class Repeated(Exception):
    """The same key and arguments again: nothing is done, and the first answer stands."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer


class Typed(NamedTuple):
    """What was typed of the options that stand everywhere, the `words` after the command, and, where there is a key,
    what the rest of the line is `meant` to do. `lang_typed`: the language was typed, not set in the environment: `init`
    makes it the office's own. `today_from` is what set a today that is not the machine's, `file_from` the file.
    """

    meant: str = ""
    lang: str | None = None
    lang_typed: bool = False
    key: str | None = None
    key_file: str | None = None
    json: bool = False
    quiet: bool = False
    names: bool = False
    reveal: bool = False
    yes: bool = False
    helping: bool = False
    terminal: bool = False
    today_from: str | None = None
    file_from: str | None = None
    words: tuple[str, ...] = ()


class Office:
    """What every command is given. `settings` are learnt from the file when it is opened; `saved` is true once the
    command has changed it.

    `now` is the time of `today`, None where only the day was said: that means its end.
    """

    def __init__(self, path: Path, today: dt.date, who: str, typed: Typed, now: dt.time | None = None) -> None:
        self.path = path
        self.today, self.now = today, now
        self.who = who
        self.typed = typed
        self.saved = False
        self.settings = dict(DEFAULTS)

    def elsewhere(self, path: Path, today: dt.date, own_lang: str) -> "Office":
        """Another office on the same line: what was typed holds, but neither its key nor `--reveal`."""
        other = Office(path, today, self.who, self.typed._replace(key=None, reveal=False))
        other.own_lang = own_lang
        return other

    def means_also(self, content: bytes) -> None:
        """What is written in an editor is part of what the line means."""
        self.typed = self.typed._replace(meant=self.typed.meant + digest(content).hex())

    def cause(self, error: BaseException) -> BaseException:
        """What is behind an error: damage of the file where nobody foresaw it, and the disk where the file that was
        called damaged is sound at a second look, or cannot be read there."""
        own = str(self.path)
        if isinstance(error, BadDatabase) and error.code == MISSING and error.figures["path"] == own:
            # A setting that is left over is not seen on the line.
            error.figures["named_by"] = f" ({self.typed.file_from})" if self.typed.file_from else ""
        blamed = isinstance(error, BadDatabase) and error.code in BLAMED and self._is_at(error.figures.get("path", own))
        if not blamed and (isinstance(error, Problem | KeyboardInterrupt) or not self.path.is_file()):
            return error
        from ipsu_cli.store.invariants.second_look import cause

        return cause(error, self.path, blamed=blamed)

    def _is_at(self, path: str) -> bool:
        """Is that the office's file, by whatever path?"""
        return Path(path).resolve() == self.path.resolve()

    @property
    def json(self) -> bool:
        """Is the answer a JSON document?"""
        return self.typed.json

    @property
    def key(self) -> str | None:
        """The key that makes a repeated command do nothing."""
        return self.typed.key

    @property
    def reveal(self) -> bool:
        """Is the whole personnummer asked for?"""
        return self.typed.reveal

    @property
    def names(self) -> bool:
        """Do names stand in lists? Only where a person looks at them."""
        return self.typed.terminal and (self.typed.names or self.settings["names"] == "on")

    @cached_property
    def own_lang(self) -> str:
        """The office's own language, that of its files. It is looked for where the register was not opened."""
        return language_of(self.path)

    @property
    def lang(self) -> str:
        """The language of the screen; files follow `own_lang`."""
        return self.typed.lang or self.own_lang

    @property
    def today_from(self) -> str | None:
        """What set a today that is not the machine's: `--today` or `$IPSU_TODAY`; None where it is."""
        return self.typed.today_from

    @property
    def invented(self) -> bool:
        """Is the register made up, to show what can be asked of one?"""
        return self.settings.get(INVENTED) == "on"

    @property
    def month(self) -> Month:
        """The month of today."""
        return Month.of(self.today)

    @property
    def eves_free(self) -> bool:
        """Are the eves of midsummer, Christmas and new year free?"""
        return self.settings["eves"] == "free"

    def number(self, name: str) -> int | None:
        """A setting that is a number; None where the office has none of its own."""
        return int(self.settings[name] or 0) or None

    @property
    def iup_stale_days(self) -> int | None:
        """After how many days a development plan is looked at, None for never."""
        return self.number("iup-stale-days")

    @property
    def late_minutes(self) -> int | None:
        """How late somebody may come without a deviation report, None where the office follows the sources."""
        return int(self.settings["late-minutes"]) if self.settings["late-minutes"] else None

    @property
    def days(self) -> DeadlineRules:
        """How the office counts the days of what is due."""
        return days_of(self.settings)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The register, to ask."""
        with self._learning(reading(self.path)) as store:
            yield store

    @contextmanager
    def foreseeing(self) -> Iterator[Store]:
        """The register, to find out what a command is refused for before anybody is asked about it. Raises `Repeated`
        like the command itself."""
        with self.reading() as store:
            if self.key:
                self.repeat(store, self.key)
            yield store

    def change(
        self, command: str, action: Callable[[Writing], Answer[P]], *, rehearse: bool = False, secret: bool = False
    ) -> Answer[P]:
        """One command, one transaction: `action` changes the register and gives the answer before the commit.

        With `rehearse` all is rolled back. With a key the answer is kept, and `Repeated` is raised with it for the
        same key and arguments; not a `secret` one, which is shown once and logged each time.
        """
        opened = writing(self.path, self.today.isoformat(), self.who, command, keep=not rehearse)
        with self._learning(opened) as store:
            if self.key and not secret:
                self.repeat(store, self.key)
            answer = action(store)
            if self.key and not rehearse and not secret:
                self.remember(store, self.key, answer)
        self.saved = self.saved or not rehearse
        return answer._replace(saved=not rehearse)

    @contextmanager
    def _learning(self, opened: AbstractContextManager[S]) -> Iterator[S]:
        """The register and what it says of the office. What a killed run has left of an erasure is done once it is
        closed, whether the command succeeds or not."""
        unswept = False
        try:
            with opened as store:
                self.own_lang = settings.office(store)["lang"]
                self.settings = DEFAULTS | settings.entered(store)
                unswept = erased.is_unswept(store.conn)
                yield store
        finally:
            if unswept:
                from ipsu_cli.store.erasure_files import finish

                finish(self.path, self.today.isoformat(), self.who)

    def _digest(self, store: Store) -> bytes:
        return digest(settings.office(store)["salt"] + self.typed.meant.encode("utf-8", "surrogateescape"))

    def repeat(self, store: Store, key: str) -> None:
        """Raise `Repeated` for a key whose command was run, `Refused` where its arguments were others. Nothing of the
        first answer is shown where the person is protected since."""
        kept = settings.answer(store, key)
        if kept is None:
            return
        if kept["asked"] != self._digest(store):
            raise Refused("key.other-arguments", key=key)
        import json

        first = json.loads(kept["answer"], parse_float=Quantity.read_signed)
        if settings.is_hidden(store, kept["change_id"]):
            first = {}
        raise Repeated(Answer({**first, "repeated": True}, [Text("message.repeated", {"key": key})]))

    def remember(self, store: Writing, key: str, answer: Answer) -> None:
        """Keep the answer for the next time that the line is run."""
        from ipsu_cli.core.plain_json import dump
        from ipsu_cli.locale import answer_json

        settings.keep_answer(store, key, self._digest(store), dump(answer_json(answer, self.lang)))


def language_of(path: Path) -> str:
    """The language of the office in that file; Swedish where there is none, or where nothing of it can be read."""
    return language_in(path, LANGUAGES) or "sv"


def today_of(text: str | None) -> dt.date:
    """The day that `--today` says, else the day in Stockholm. `2026-03-09T10:30` is that day as well."""
    if not text:
        return now_in_sweden()[0]
    day, clock, at = text.strip().partition("T")
    if clock and read_time(at) is None:
        raise Unreadable("value.date", value=text)
    return read_day(day, now_in_sweden()[0] if is_relative_day(day) else dt.date.min)


def time_of(text: str | None) -> dt.time | None:
    """The time that `--today` says, None for a day without one. Without `--today` it is the time in Stockholm."""
    return read_time(text.strip().partition("T")[2]) if text else now_in_sweden()[1]


def now_in_sweden() -> tuple[dt.date, dt.time]:
    """Now in Sweden. The C library is asked where it knows the zone: importing zoneinfo costs a start-up
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
        return dt.date(now.tm_year, now.tm_mon, now.tm_mday), dt.time(now.tm_hour, now.tm_min)
    from zoneinfo import ZoneInfo

    there = dt.datetime.now(ZoneInfo(ZONE))
    return there.date(), dt.time(there.hour, there.minute)


def person(typed: str | None) -> str:
    """Who sits at the machine: as `--who` says, else `$IPSU_WHO`, else the account."""
    name = typed or os.environ.get("IPSU_WHO")
    if name and name.strip():
        return tidy(name, "--who" if typed else "$IPSU_WHO")
    return account()

"""A calendar that Outlook and others read (RFC 5545): one all-day event for each thing to do."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from ipsu_cli import __version__
from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.locale import sentence
from ipsu_cli.write.whole_file import write_whole

LONGEST = 75
DAY_NOUGHT = dt.date(2000, 1, 1)
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


class CalendarEvent(Protocol):
    """What stands in the calendar. `uid` is the same for the same thing, so that it is updated when it moves."""

    @property
    def uid(self) -> str: ...
    @property
    def day(self) -> dt.date: ...
    @property
    def case(self) -> str: ...
    @property
    def label(self) -> Text | str: ...
    @property
    def message(self) -> Text: ...
    @property
    def command(self) -> str: ...


def write_ics(path: Path, events: Iterable[CalendarEvent], lang: str, today: dt.date, *, force: bool) -> None:
    """The whole calendar, mode 0600, or nothing."""
    made = calendar(events, lang, today)

    def fill(file: BinaryIO) -> None:
        file.write(made)

    write_whole(path, fill, force=force)


def calendar(events: Iterable[CalendarEvent], lang: str, today: dt.date) -> bytes:
    """The calendar as bytes: every line ends in CR LF, none is longer than 75 octets."""
    lines = [
        CalendarLine("BEGIN", "VCALENDAR"),
        CalendarLine("VERSION", "2.0"),
        CalendarLine("PRODID", f"-//ipsu//ipsu {__version__}//{lang.upper()}"),
        CalendarLine("CALSCALE", "GREGORIAN"),
        CalendarLine("METHOD", "PUBLISH"),
        *(line for event in events for line in _event(event, lang, today)),
        CalendarLine("END", "VCALENDAR"),
    ]
    return b"".join(folded(f"{line.name}:{line.value}") for line in lines)


class CalendarLine(NamedTuple):
    """One line of the calendar, before it is folded."""

    name: str
    value: str


def _event(event: CalendarEvent, lang: str, today: dt.date) -> Iterator[CalendarLine]:
    """The later the day that it was made, the higher its number: a reader keeps the newest."""
    label = sentence(event.label, lang) if isinstance(event.label, Text) else event.label
    message = sentence(event.message, lang)
    yield from (
        CalendarLine("BEGIN", "VEVENT"),
        CalendarLine("UID", event.uid),
        CalendarLine("DTSTAMP", f"{today:%Y%m%d}T000000Z"),
        CalendarLine("SEQUENCE", str(max(0, (today - DAY_NOUGHT).days))),
        CalendarLine("DTSTART;VALUE=DATE", f"{event.day:%Y%m%d}"),
        CalendarLine("DTEND;VALUE=DATE", f"{event.day + ONE_DAY:%Y%m%d}"),
        CalendarLine("SUMMARY", escaped(f"{event.case}: {label}")),
        CalendarLine("DESCRIPTION", escaped(f"{message}\n{event.command}")),
        CalendarLine("TRANSP", "TRANSPARENT"),
        CalendarLine("END", "VEVENT"),
    )


def escaped(text: str) -> str:
    """A text as a value: what would end it or begin another is marked."""
    return "".join(ESCAPED.get(char, char) for char in text if char == "\n" or char.isprintable())


def folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, each but the first with a space before it; no letter is split."""
    pieces, piece = [], b""
    for char in line:
        raw = char.encode()
        if len(piece) + len(raw) > LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += raw
    return b"\r\n".join([*pieces, piece]) + b"\r\n"

"""The sources: each is found again, and read again once a year."""

import datetime as dt
import re

from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.source import Source
from ipsu_cli.rules import sources

# The days on which the sources were read: whoever reads one again moves the last.
FIRST_READ, LAST_READ = dt.date(2026, 1, 1), dt.date(2026, 11, 29)
YEAR = dt.timedelta(days=365)
SOURCES = {name: source for name, source in vars(sources).items() if isinstance(source, Source)}


def unread(today: dt.date) -> list[str]:
    """The documents that nobody has read for a year, by their titles."""
    return sorted({source.title for source in SOURCES.values() if source.read < today - YEAR})


def test_a_source_has_a_title_and_no_empty_address() -> None:
    assert [] == [name for name, source in SOURCES.items() if not source.title or source.address == ""]


def test_a_title_is_no_address() -> None:
    """What looks like a second title is a document whose address nobody has noted: None."""
    assert [] == [name for name, source in SOURCES.items() if source.address and is_title(source.address)]
    assert is_title("Arbetsförmedlingen till leverantörer: Förtydligande kring dokumentering")
    assert not is_title("ipsu help decisions")


def is_title(address: str) -> bool:
    """Does the text say what a document is called, and not where it is found?"""
    return ": " in address


def test_an_address_asks_for_no_day_before_the_text_is_of() -> None:
    """An address may name the day whose text it shows; before the law's own day it shows another law."""
    asked = {name: re.search(r"[?&]date=([\d-]+)$", source.address or "") for name, source in SOURCES.items()}
    assert [] == [
        name
        for name, found in asked.items()
        if found and (day := SOURCES[name].day) and dt.date.fromisoformat(found[1]) < day
    ]


def test_somebody_has_read_it_after_it_was_written() -> None:
    for name, source in SOURCES.items():
        assert FIRST_READ <= source.read <= LAST_READ, name
        assert source.day is None or source.day <= source.read, name


def test_no_two_names_mean_the_same_place() -> None:
    assert len(SOURCES) == len(set(SOURCES.values()))


def test_a_source_is_read_again_after_a_year() -> None:
    """Asked of a day that is given, so that no test turns red by itself: move the day when all are read again."""
    assert [] == unread(dt.date(2027, 11, 22))
    assert sorted({source.title for source in SOURCES.values()}) == unread(LAST_READ + YEAR + ONE_DAY)


def test_a_source_that_is_called_by_its_day_is_of_that_day() -> None:
    named = [(source, re.search(r"nyhet (\d{4}-\d\d-\d\d)", source.title)) for source in SOURCES.values()]
    days = [(dt.date.fromisoformat(found[1]), source.day) for source, found in named if found]
    assert days
    assert [] == [(called, day) for called, day in days if called != day]


# Of what does not say its day in its title: the day on its first page, or the day that a law came into force.
DAYS = {"Uppsala kommun: uppföljning": "2026-03-02", "Mervärdesskattelagen": "2023-07-01", "Skatteverket": "2023-06-26"}
READ = {dt.date(2026, 11, 22), dt.date(2026, 11, 29)}


def test_the_days_of_documents_and_laws_are_those_on_their_first_pages() -> None:
    days = {
        (begins, str(source.day)) for source in SOURCES.values() for begins in DAYS if source.title.startswith(begins)
    }
    dated = {(begins, day) for begins, day in days if day != "None"}
    assert set(DAYS.items()) == dated
    assert READ == {source.read for source in SOURCES.values()}

"""The sources: each is found again, and read again once a year."""

import datetime as dt

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


def test_a_source_has_a_title_and_is_found_again() -> None:
    assert [] == [name for name, source in SOURCES.items() if not (source.title and source.address)]


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

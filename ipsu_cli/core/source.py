"""Where a rule or a value stands: a document, the place in it, and the day that somebody last read it there."""

import datetime as dt

from ipsu_cli.core.named_tuple import NamedTuple


class Source(NamedTuple):
    """A document. `address` is its address on the web, or where else it is found, None where nobody has noted that;
    `day` is the document's own (of a law the day that it came into force), None where it has none; `read` is when
    somebody last read it.

    >>> law = Source("Bokföringslagen (1999:1078)", "riksdagen.se", dt.date(2026, 11, 22))
    >>> law.at("5 kap. 6 §").section
    '5 kap. 6 §'
    """

    title: str
    address: str | None
    read: dt.date
    day: dt.date | None = None
    section: str | None = None

    def at(self, section: str) -> "Source":
        """A place in the document: a heading, a question, a paragraph."""
        return self._replace(section=section)

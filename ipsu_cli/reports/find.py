"""`ipsu find WORD`: where a word stands in what people have written."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.text import composed
from ipsu_cli.office import Office
from ipsu_cli.store import find
from ipsu_cli.store.find import PLACES

COLUMNS = (
    Column("case"), Column("agreement"), Column("date", "day"), Column("where"), Column("number", "count"),
)  # fmt: skip


class WordFound(NamedTuple):
    """Where the word stands: not what stands around it, for that may name somebody."""

    case: str | None
    agreement: str | None
    date: dt.date
    where: str
    number: int


class WordsFound(NamedTuple):
    """The whole answer."""

    found: Sequence[WordFound]


def _in_words(where: str) -> Text | str:
    """What the text stands in; a document is called by its type."""
    return Text(f"code.text-{where}") if where in PLACES else where


def find_word(office: Office, word: str) -> Answer[WordsFound]:
    """Every text that holds the word, whatever its capitals, by case and day; never of a protected person."""
    wanted = composed(word.strip()).casefold()
    if not wanted:
        raise Unreadable("option.empty", option="WORD")
    with office.reading() as store:
        holding = {WordFound(*text[:-1]) for text in find.texts(store) if wanted in composed(text.text).casefold()}
    found = sorted(holding, key=lambda place: (place.case or "", place.agreement or "", *place[2:]))
    rows = [(*place[:3], _in_words(place.where), place.number) for place in found]
    lines = [Text("message.count", {"count": len(found)})]
    return Answer(WordsFound(found), lines, [Table("found", COLUMNS, rows)] if rows else [])

"""`ipsu help`: the pages of `docs`, and the rules by their codes."""

from collections.abc import Sequence
from pathlib import Path

from ipsu_cli.core.answer import MANUAL, Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.explain import OneRule, Rules, explain

DOCS = Path(__file__).parent.parent / "docs"
TOPICS = (Column("topic"), Column("about"))


class Topic(NamedTuple):
    """A page by its name, and its first line."""

    topic: str
    about: str


class Topics(NamedTuple):
    """The pages that there are."""

    topics: Sequence[Topic]


class Page(NamedTuple):
    """A page and what it says."""

    topic: str
    text: str


# What a page is called in Swedish. The name of its file is the one that scripts and JSON have.
SWEDISH = {
    "databas": "database",
    "kommandon": "commands",
    "börja": "start",
    "månad": "month",
    "frister": "deadlines",
    "uppföljning": "follow-up",
    "säkerhetskopia": "backup",
    "kryptering": "encryption",
    "sekretess": "privacy",
    "rättigheter": "rights",
    "integritet": "privacy",
    "slutkoder": "exit-codes",
}
# A page in Swedish that says what the one of the shorter name says in English.
IN_SWEDISH = ".sv"


def page(office: Office, topic: str | None) -> Answer[Topics | Page | OneRule | Rules]:
    """A page by its name, a rule by its code, or the list of pages."""
    if topic is None:
        topics = [Topic(name, _first_line(_file(name, office.lang))) for name in names()]
        rows = sorted((_called(topic.topic, office.lang), topic.about) for topic in topics)
        return Answer(Topics(topics), tables=[Table("topics", TOPICS, rows)])
    name = named(topic)
    if name is not None:
        text = _file(name, office.lang).read_text(encoding="utf-8").rstrip("\n")
        return Answer(Page(name, text), [Text(MANUAL, {"page": text})])
    try:
        return explain(topic, office.lang)
    except Refused:
        raise Refused("help.unknown", topic=topic, known=_nearest(topic), command="ipsu help") from None


def _called(name: str, lang: str) -> str:
    """The page's name in the language, as it is typed."""
    swedish = {page: word for word, page in SWEDISH.items()}
    return swedish.get(name, name) if lang == "sv" else name


def names() -> list[str]:
    """The pages that there are."""
    return sorted({path.stem.removesuffix(IN_SWEDISH) for path in DOCS.glob("*.md")})


def named(topic: str) -> str | None:
    """The name of the page that is meant, whatever its capitals, spaces and language; None where there is none."""
    typed = _plain("-".join(topic.lower().split()))
    meant = {_plain(name): name for name in names()} | {_plain(word): name for word, name in SWEDISH.items()}
    return meant.get(typed)


def _plain(word: str) -> str:
    """A word as a keyboard without å, ä and ö has it."""
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def _nearest(topic: str) -> list[str]:
    """The pages whose names are like what was typed; all, where none is."""
    from difflib import get_close_matches

    near = get_close_matches(topic.lower(), [*names(), *SWEDISH], n=3)
    return near or names()


def _file(name: str, lang: str) -> Path:
    """The page in the language, or in the one that it is written in."""
    swedish = DOCS / f"{name}{IN_SWEDISH}.md"
    return swedish if lang == "sv" and swedish.exists() else DOCS / f"{name}.md"


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().strip("# \n")

"""`ipsu help`: the pages of `docs`, and the rules by their codes."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
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


def page(office: Office, topic: str | None) -> Answer[Topics | Page | OneRule | Rules]:
    """A page by its name, a rule by its code, or the list of pages."""
    pages = {path.stem: path for path in sorted(DOCS.glob("*.md"))}
    if topic is None:
        topics = [Topic(name, _first_line(path)) for name, path in pages.items()]
        return Answer(Topics(topics), tables=[Table("topics", TOPICS, topics)])
    name = topic.strip().lower()
    if name in pages:
        text = pages[name].read_text(encoding="utf-8").rstrip("\n")
        return Answer(Page(name, text), [Text("help.page", {"page": text})])
    try:
        return explain(topic, office.lang)
    except Refused:
        raise Refused("help.unknown", topic=topic, known=list(pages), command="ipsu help") from None


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().strip("# \n")

"""`ipsu help`: the pages of `docs`, and the rules by their codes."""

from pathlib import Path
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.explain import explain

DOCS = Path(__file__).parent.parent / "docs"
TOPICS = (Column("topic"), Column("about"))


def page(office: Office, topic: str | None) -> Answer:
    """A page by its name, a rule by its code, or the list of pages."""
    pages = {path.stem: path for path in sorted(DOCS.glob("*.md"))}
    if topic is None:
        about = {name: _first_line(path) for name, path in pages.items()}
        rows: list[tuple[Any, ...]] = list(about.items())
        topics = [{"topic": name, "about": line} for name, line in about.items()]
        return Answer({"topics": topics}, tables=[Table("topics", TOPICS, rows)])
    name = topic.strip().lower()
    if name in pages:
        text = pages[name].read_text(encoding="utf-8").rstrip("\n")
        return Answer({"topic": name, "text": text}, [Text("help.page", {"page": text})])
    try:
        return explain(topic, office.lang)
    except Refused:
        raise Refused("help.unknown", topic=topic, known=list(pages), command="ipsu help") from None


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().strip("# \n")

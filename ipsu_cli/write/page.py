"""A document as a file for the agency: Markdown always, PDF where the extra `pdf` is installed."""

import datetime as dt
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.core.extra import install
from ipsu_cli.core.problem import Surroundings, Unreadable
from ipsu_cli.core.section import heading_level
from ipsu_cli.locale import say
from ipsu_cli.write.whole_file import refuse_taken, write_whole

KINDS = (".md", ".pdf")
About = Iterable[tuple[str, str]]

# Data goes in as JSON, so nothing that a person has written can act as markup.
PAGE = """
#let page-data = json(bytes(sys.inputs.data))
#let day = page-data.day
#set document(title: page-data.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set page(paper: "a4", margin: 2.5cm, numbering: "1 (1)")
#set text(lang: "sv", size: 11pt, font: "Libertinus Serif")
#set par(leading: 0.7em)
#show heading: set block(above: 1.4em, below: 0.8em)
#heading(level: 1, page-data.title)
#for row in page-data.about [*#row.at(0)*: #row.at(1) \\ ]
#for part in page-data.parts {
  if part.level > 0 { heading(level: part.level, part.text) } else { par(part.text) }
}
"""


def refuse_page(path: Path, *, force: bool) -> None:
    """What cannot be written is refused before anything is asked."""
    if path.suffix.lower() not in KINDS:
        raise Unreadable("file.kind", path=str(path), known=list(KINDS))
    if path.suffix.lower() == ".pdf":
        _typst()
    refuse_taken(path, force=force)


def write_page(path: Path, title: str, about: About, text: str, today: dt.date, *, force: bool) -> None:
    """The whole document, mode 0600, or nothing. Its words are Swedish: the agency reads it."""
    rows = [(say(f"column.{name}", "sv"), value) for name, value in about]
    made = _pdf(title, rows, text, today) if path.suffix.lower() == ".pdf" else _markdown(title, rows, text)

    def fill(file: BinaryIO) -> None:
        file.write(made)

    write_whole(path, fill, force=force)


def _markdown(title: str, about: list[tuple[str, str]], text: str) -> bytes:
    head = [f"# {title}", "", *(f"- {name}: {value}" for name, value in about), ""]
    return ("\n".join([*head, _body(text, title)]) + "\n").encode()


def _body(text: str, title: str) -> str:
    """The text without its own title, which stands above."""
    return text.removeprefix(f"# {title}\n").strip("\n")


def _pdf(title: str, about: list[tuple[str, str]], text: str, today: dt.date) -> bytes:
    """An accessible one (PDF/UA): headings are headings, and no level of them is left out."""
    parts = _levelled(_blocks(_body(text, title)))
    data = {"title": title, "about": about, "parts": parts, "day": [today.year, today.month, today.day]}
    made: bytes = _typst().compile(PAGE.encode(), sys_inputs={"data": json.dumps(data)}, pdf_standards=["ua-1"])
    return made


def _blocks(text: str) -> list[str]:
    """Paragraphs; a heading is one by itself, also where text follows it at once."""
    return [block.strip("\n") for block in re.split(r"\n{2,}|(?m:^(#{1,6} .*)$)", text) if block and block.strip()]


def _levelled(blocks: list[str]) -> list[dict[str, object]]:
    """Each block with its level: the title is 1, the kinds of heading below it 2 and on, text is 0."""
    signs = [heading_level(block) for block in blocks]
    ranks = {sign: place for place, sign in enumerate(sorted({sign for sign in signs if sign}), start=2)}
    parts, above = [], 1
    for sign, block in zip(signs, blocks, strict=True):
        level = min(ranks[sign], above + 1) if sign else 0
        above = level or above
        parts.append({"level": level, "text": block[sign:].strip()})
    return parts


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise Surroundings("extra.missing", extra="pdf", command=install("pdf")) from None
    return typst

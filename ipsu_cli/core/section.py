"""The sections that a document is to have, and the text that a person writes under their headings."""

import re
from collections.abc import Sequence

from ipsu_cli.core.named_tuple import NamedTuple

# What explains a heading in a template is no part of the text.
HINT = r"(?s)<!--.*?-->"
HEADING = "## "
OURS = 2


class Section(NamedTuple):
    """`heading` is in the official words. `number` is where the sources ask for it; `group` is the heading above
    it and those that follow; `hint` explains it in the template."""

    code: str
    heading: str
    number: str
    group: str = ""
    hint: str = ""


def template(title: str, sections: Sequence[Section]) -> str:
    """An empty document: its title, and every heading with room below."""
    lines, group = [f"# {title}", ""], ""
    for section in sections:
        if section.group != group:
            group = section.group
            lines += [f"# {group}", ""]
        lines += [f"{HEADING}{section.heading}", ""]
        lines += [f"<!-- {section.hint} -->", ""] if section.hint else [""]
    return "\n".join(lines).rstrip("\n") + "\n"


def tidied(text: str) -> str:
    """A text as it is kept: without what explains it, one kind of line end, no space at the ends of lines."""
    lines = [line.rstrip() for line in re.sub(HINT, "", text).splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def parts(text: str, sections: Sequence[Section]) -> dict[str, str]:
    """What stands under each heading, by the section's code; a heading that is not there has nothing. A heading of
    the writer's own ends a section, a deeper one is part of it."""
    found = {section.code: "" for section in sections}
    by_name = {_plain(name): section.code for section in sections for name in (section.heading, section.code)}
    code: str | None = None
    for line in tidied(text).splitlines():
        level = heading_level(line)
        name = _plain(line.lstrip("#")) if level else ""
        if name in by_name or 0 < level <= OURS:
            code = by_name.get(name)
        elif code:
            found[code] += f"{line}\n"
    return {code: words.strip("\n") for code, words in found.items()}


def empty(text: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections under which nothing is said: a dash is nothing, “none” is something."""
    written = parts(text, sections)
    return tuple(section for section in sections if not any(char.isalnum() for char in written[section.code]))


def heading_level(line: str) -> int:
    """How deep a heading is; 0 where the line is none."""
    signs = len(line) - len(line.lstrip("#"))
    return signs if signs <= 6 and line[signs : signs + 1] == " " else 0


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().split()).rstrip(".:")

"""A page of the manual on a terminal: its Markdown laid out as wide as that is, folded at spaces. In a pipe it stays
the Markdown that it is."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from ipsu_cli.write.breadth import breadth
from ipsu_cli.write.fit import BETWEEN, INDENT

# Wider is not read with ease.
WIDEST = 110
COMMENT = re.compile(r"<!--.*-->")
FENCE, CELL = "```", re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[|: ]*-[|: -]*")  # the line below the heads of a table
ITEM = re.compile(r"( *(?:[*-]|\d+\.) +)(.*)")
HEADING = re.compile(r"#+ +")
QUOTED = re.compile(r"`[^`]+`")
UNBROKEN = "\0"  # a space at which no line breaks


def laid_out(page: str, width: int) -> str:
    """The page in lines of at most so many characters; what is typed and what answers it stand as they are."""
    lines = list(_lines(page.splitlines(), min(width, WIDEST)))
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).rstrip("\n")


def _lines(lines: Sequence[str], width: int) -> Iterator[str]:
    for block in _blocks(lines):
        if block[0].startswith(FENCE):
            yield from (f"{BETWEEN}{line}" if line else "" for line in block[1:])
        elif block[0].startswith("|"):
            yield from _table([_cells(line) for line in block if not RULE.fullmatch(line)], width)
        else:
            yield from _folded(block, width)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that belong together: of an example, of a table, of a paragraph, of an item of a list."""
    block: list[str] = []
    for line in lines:
        if block and block[0].startswith(FENCE):
            if line.startswith(FENCE):
                yield block
                block = []
            else:
                block.append(line)
            continue
        if block and _begins(line, block):
            yield block
            block = []
        if not COMMENT.fullmatch(line.strip()):
            block.append(line)
    if block:
        yield block


def _begins(line: str, block: Sequence[str]) -> bool:
    """Does the line begin a block of its own?"""
    alike = line.startswith("|") == block[0].startswith("|")
    apart = not line.strip() or not block[0].strip() or HEADING.match(line) or HEADING.match(block[0])
    return bool(apart or not alike or line.startswith(FENCE) or ITEM.match(line))


def _folded(block: Sequence[str], width: int) -> list[str]:
    """A paragraph, or an item of a list with its lines under each other."""
    text = _plain(" ".join([block[0].rstrip(), *(line.strip() for line in block[1:])]))
    item = ITEM.match(text)
    first, rest = (item[1], item[2]) if item else ("", HEADING.sub("", text))
    wrapper = textwrap.TextWrapper(
        width, initial_indent=first, subsequent_indent=" " * len(first), break_long_words=False, break_on_hyphens=False
    )
    bound = QUOTED.sub(lambda found: found[0].replace(" ", UNBROKEN), rest)
    return [line.replace(UNBROKEN, " ") for line in wrapper.wrap(bound)] or [""]


def _plain(text: str) -> str:
    return text.replace("**", "")


def _cells(line: str) -> list[str]:
    return [_plain(cell.strip()).replace("\\|", "|") for cell in CELL.split(line.strip().strip("|"))]


def _table(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """In columns where they have room; else what follows on the first cell stands under it."""
    widths = [max(map(breadth, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + len(BETWEEN) * (len(widths) - 1) <= width:
        for row in rows:
            padded = (cell + " " * (most - breadth(cell)) for cell, most in zip(row, widths, strict=True))
            yield BETWEEN.join(padded).rstrip()
        return
    for first, *rest in rows[1:]:
        yield first
        for cell in filter(None, rest):
            yield from (f"{INDENT}{line}" for line in _folded([cell], width - len(INDENT)))

"""How many columns of characters a text takes: in a terminal as in the cell of a sheet."""

import unicodedata


def breadth(text: str) -> int:
    """The columns of its widest line, where an East Asian character takes two."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(len(line) + sum(unicodedata.east_asian_width(c) in "WF" for c in line) for line in text.split("\n"))

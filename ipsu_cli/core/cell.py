"""Several values in one cell of a file, with a `|` between."""

import re
from collections.abc import Iterable

# A backslash means itself, but for those before a `|` or at the end of a value: there two are one, and one that is left
# before a `|` says that it divides nothing.
BACKSLASHES = re.compile(r"(?<!\\)(\\*)(\||$)")


def joined(values: Iterable[str]) -> str:
    r"""The values as they stand in a cell.

    >>> print(joined(["Jobb", "Läkare|sköterska", "C:\\"]))
    Jobb|Läkare\|sköterska|C:\\
    """
    return "|".join(BACKSLASHES.sub(lambda found: found[1] * 2 + found[2].replace("|", r"\|"), one) for one in values)


def divided(text: str) -> list[str]:
    r"""The values that stand in a cell, without those that are blank.

    >>> divided("Jobb| |Läkare\\|sköterska|C:\\x\\\\|y\\")
    ['Jobb', 'Läkare|sköterska', 'C:\\x\\', 'y\\']
    """
    values, start = [""], 0
    for found in BACKSLASHES.finditer(text):
        slashes, bar = found.groups()
        half, odd = divmod(len(slashes), 2)
        values[-1] += text[start : found.start()] + slashes[:half] + (bar or slashes[:1]) * odd
        start = found.end()
        if bar and not odd:
            values.append("")
    return [value for value in values if value.strip()]

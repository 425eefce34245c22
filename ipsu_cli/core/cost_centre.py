"""The short codes that accounting programs know cost centres by."""

import unicodedata
from collections.abc import Iterable

from ipsu_cli.core.agreement import Agreement

LONGEST = 6


def cost_centres(agreements: Iterable[Agreement]) -> dict[str, str]:
    """The code of each agreement by its reference, at most six letters and digits, and each of its own.

    It is made from the agreement's name, in the order in which the agreements were entered: a later one never
    changes the code of an earlier.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for agreement in sorted(agreements, key=lambda agreement: agreement.id):
        code = _made(agreement.ref, taken)
        taken.add(code)
        found[agreement.ref] = code
    return found


def _made(name: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).upper()
    base = "".join(char for char in plain if char.isascii() and char.isalnum()) or "AVTAL"
    code, count = base[:LONGEST], 1
    while code in taken:
        count += 1
        code = f"{base[: LONGEST - len(str(count))]}{count}"
    return code

"""The short codes that accounting programs know cost centres by."""

import unicodedata
from collections.abc import Iterable

from ipsu_cli.core.agreement import LONGEST_COST_CENTRE, Agreement


def cost_centres(agreements: Iterable[Agreement]) -> dict[str, str]:
    """The code of each agreement by its reference, at most six letters and digits, and each of its own.

    Where an agreement has none it is made from its name, in the order in which the agreements were entered: a later one
    never changes the code of an earlier.
    """
    listed = sorted(agreements, key=lambda agreement: agreement.id)
    found: dict[str, str] = {}
    taken = {agreement.cost_centre.upper() for agreement in listed if agreement.cost_centre}
    for agreement in listed:
        found[agreement.ref] = agreement.cost_centre or made(agreement.ref, taken)
        taken.add(found[agreement.ref])
    return found


def made(name: str, taken: Iterable[str] = ()) -> str:
    """A code from a name, which is none of those that are `taken`.

    >>> made("Södra-1"), made("Södra-10", {"SODRA1"})
    ('SODRA1', 'SODRA2')
    """
    plain = unicodedata.normalize("NFKD", name).upper()
    base = "".join(char for char in plain if char.isascii() and char.isalnum()) or "AVTAL"
    code, count = base[:LONGEST_COST_CENTRE], 1
    while code in taken:
        count += 1
        code = f"{base[: LONGEST_COST_CENTRE - len(str(count))]}{count}"
    return code

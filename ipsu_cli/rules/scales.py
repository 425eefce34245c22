"""The scale that is built in, and how a caseload is scored on it. IPS-25: 25 items, each 1 to 5.

No scale for Supported Education is built in, for there is none that everybody uses: an office describes its own.
"""

from ipsu_cli.core.fidelity import Scale

IPS_25 = Scale("IPS-25", 25, 1, 5, ((74, "fair"), (100, "good"), (115, "exemplary")))
# Item 1: the most participants that one coach has, and the score.
CASELOAD = ((20, 5), (25, 4), (30, 3), (40, 2))


def caseload_score(cases: int) -> int:
    """The score of a caseload.

    >>> [caseload_score(cases) for cases in (20, 21, 25, 26, 30, 31, 40, 41)]
    [5, 4, 4, 3, 3, 2, 2, 1]
    """
    return next((score for most, score in CASELOAD if cases <= most), 1)

"""The scale that is built in, and how a caseload is scored on it. IPS-25: 25 items, each 1 to 5.

No scale for Supported Education is built in, for there is none that everybody uses: an office describes its own.
"""

import datetime as dt

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.fidelity import Scale
from ipsu_cli.rules.sources import FIDELITY, FIDELITY_BANDS

IPS_25 = "IPS-25"
# The lowest total of each band, and its name.
BANDS = Dated(
    "ips-25-bands",
    ("2019-01-01", ((74, "fair"), (100, "good"), (115, "exemplary")), FIDELITY_BANDS),
)
# Item 1: the most participants that one coach has, and the score; more than the last is 1.
CASELOAD = Dated(
    "ips-25-caseload",
    ("2019-01-01", ((20, 5), (25, 4), (30, 3), (40, 2)), FIDELITY),
)


def ips_25(on: dt.date) -> Scale:
    """The scale as it is on the day of a review."""
    return Scale(IPS_25, 25, 1, 5, BANDS.on(on))


def caseload_score(cases: int, on: dt.date) -> int:
    """The score of a caseload on a day.

    >>> [caseload_score(cases, dt.date(2026, 3, 9)) for cases in (20, 21, 25, 26, 30, 31, 40, 41)]
    [5, 4, 4, 3, 3, 2, 2, 1]
    """
    return next((score for most, score in CASELOAD.on(on) if cases <= most), 1)

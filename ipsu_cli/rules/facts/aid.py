"""What is judged of an aid."""

import datetime as dt

from ipsu_cli.core.aid import Aid
from ipsu_cli.core.named_tuple import NamedTuple


class AidFacts(NamedTuple):
    """An aid is lent, comes back or is looked at (`step`: `lend`, `return`, `look`) on `on`. `named`: it was
    given a name, also where that is not shown."""

    aid: Aid
    step: str
    on: dt.date
    today: dt.date
    named: bool = False

"""A case as the check of the register looks at it: what figures and lists rest on."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipsu_cli.core.case import Training
from ipsu_cli.core.named_tuple import NamedTuple

if TYPE_CHECKING:  # every service loads the rules of its register, and few commands ask them
    from ipsu_cli.core.enrolment import Outcome, Pause


class RegisteredCase(NamedTuple):
    """What the register has of a case.

    `sites`: its agreement names the towns. `consents`: a consent is demanded under its agreement. `planned`: its hours
    are planned, so the days of its training are needed.
    """

    id: int
    ref: str
    service: str
    agreement: str | None = None
    coach: str | None = None
    gender: str | None = None
    site: str | None = None
    support: str | None = None
    sites: bool = False
    consents: bool = False
    planned: bool = False
    from_day: dt.date | None = None
    closed: dt.date | None = None
    reason: str | None = None
    refer_to: str | None = None
    consent: dt.date | None = None
    training: Training = Training()
    outcomes: Sequence["Outcome"] = ()
    pauses: Sequence["Pause"] = ()

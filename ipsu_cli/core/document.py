"""A document of a case: one version of a joint plan, a final report or another type."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from ipsu_cli.core.empty import NOTHING


class Document(NamedTuple):
    """`status` is `draft`, `submitted`, `confirmed` or `returned`; a new version never overwrites.

    `fields` holds what only this type has: `known`, `from`, `to` of a deviation report, and so on.
    """

    id: int
    case: str
    type: str
    version: int
    period: str | None
    status: str
    submitted: dt.date | None
    confirmed: dt.date | None
    returned: dt.date | None
    reason: str | None
    fields: Mapping[str, Any] = NOTHING

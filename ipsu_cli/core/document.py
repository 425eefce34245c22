"""A document of a case: one version of a joint plan, a final report or another type."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from ipsu_cli.core.dates import Month
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple

FILED = ("submitted", "confirmed")


class Activity(NamedTuple):
    """An activity and its hours; `hours` is None where somebody left them out."""

    name: str
    hours: Hours | None

    @property
    def key(self) -> str:
        """The name as it is compared: large and small letters are alike."""
        return self.name.casefold()


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

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What it plans or reports, by activity: the mandatory ones of a joint plan first."""
        return tuple(activity for name in ("mandatory", "optional", "hours") for activity in self.fields.get(name, ()))


class DocumentVersion(Protocol):
    """What says how a document stands, of a version of it or of a row that shows one."""

    @property
    def type(self) -> str: ...
    @property
    def period(self) -> str | None: ...
    @property
    def status(self) -> str: ...
    @property
    def submitted(self) -> dt.date | None: ...


V = TypeVar("V", bound=DocumentVersion)


def covers(report: Document, first: dt.date, last: dt.date) -> bool:
    """Is every day from `first` to `last` one that a deviation report is about?"""
    begins, ends = report.fields.get("from"), report.fields.get("to")
    return bool(begins and ends and begins <= first.isoformat() and last.isoformat() <= ends)


def standing(listed: Sequence[Document], type: str | None, by: dt.date | None = None) -> list[Document]:
    """The documents of a type that are filed (by a day) and not returned, oldest first."""
    return [
        document
        for document in listed
        if document.type == type
        and document.status in FILED
        and document.submitted
        and (by is None or document.submitted <= by)
    ]


def plan_of(listed: Sequence[Document], type: str | None, month: Month) -> Document | None:
    """The joint plan of a month, a document of that type: the newest filed by the month's last day and not returned,
    else the first."""
    in_time = standing(listed, type, month.last)
    first = [
        *standing(listed, type),
        *(document for document in listed if document.type == type and document.submitted),
    ]
    return in_time[-1] if in_time else next(iter(first), None)


def deciding(listed: Iterable[V]) -> dict[tuple[str, str | None], V]:
    """Of each document, by type and period, the version that says how it stands: the newest confirmed one, else the
    newest that was filed, else the newest. The versions come oldest first."""
    found: dict[tuple[str, str | None], V] = {}
    for version in listed:
        about = (version.type, version.period)
        if about not in found or _weight(version) >= _weight(found[about]):
            found[about] = version
    return found


def _weight(version: DocumentVersion) -> int:
    return 2 if version.status == "confirmed" else int(version.submitted is not None)


def report_of(listed: Sequence[Document], type: str | None, month: Month) -> Document | None:
    """The periodic report of a month, a document of that type: the confirmed one, else the newest that was filed."""
    filed = [
        document for document in listed if document.type == type and document.period == month and document.submitted
    ]
    return next(iter(deciding(filed).values()), None)

"""A document as it is shown: its type, its due day, how late it was."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, months_between
from ipsu_cli.core.deadline import DeadlineRules
from ipsu_cli.core.document import Document
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.role import Role
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.core.working_days import working_days_late
from ipsu_cli.rules import services
from ipsu_cli.rules.due import after_absence, after_learned, after_month, after_start
from ipsu_cli.rules.model import DocumentType

if TYPE_CHECKING:  # one document of one service has it
    from ipsu_cli.rules.development_plan import WeeklyHours

# Texts of a document that no list shows, and what stands there under a name of its own.
LEFT_OUT = ("reason", "return_reason", "goal", "required")
# Fields that JSON has under another key: `hours` is always the week of a development plan.
RENAMED = {"hours": "activities"}


class DocumentShown(NamedTuple):
    """A version of a document, or one that is missing, which has no version; `days_late` in working days, 0 in time,
    None if not submitted. `fields` is what only its type has, `hours` the week of a development plan, None of any
    other."""

    case: str
    type: str
    version: int | None
    period: str | None
    status: str
    submitted: dt.date | None
    confirmed: dt.date | None
    returned: dt.date | None
    due: dt.date | None
    days_late: int | None
    required: bool
    fields: Mapping[str, Any]
    hours: "WeeklyHours | None"

    def to_json(self) -> JsonObject:
        """What only its type has stands next to the rest; the hours of a periodic report by its activities."""
        own = {RENAMED.get(key, key): value for key, value in self.fields.items() if key not in LEFT_OUT}
        return {**all_but(self, "fields"), **own}


class Documents(NamedTuple):
    """The documents asked for."""

    documents: Sequence[DocumentShown]


def due(
    case: Case,
    kind: DocumentType,
    version: int,
    days: DeadlineRules,
    *,
    month: str | None = None,
    event: str | None = None,
) -> dt.date | None:
    """The last day in time, of a first version; None where the sources give no day. A report on a `month` has its
    day in the month after, one on an `event` (see `event_of`) some working days more."""
    if kind.single:
        return after_absence(dt.date.fromisoformat(event), days) if event else None
    if kind.role is Role.SIGNAL:
        return after_learned(dt.date.fromisoformat(event), days) if event else None
    if version > 1:
        return None
    if month:
        return after_month(Month(month), days)
    if kind.ends_with_case:
        return case.last_day
    return after_start(kind, case.from_day, days) if case.from_day else None


def event_of(kind: DocumentType, fields: Mapping[str, Any]) -> str | None:
    """The day that a document's time is counted from, where it is about something that happened: an absence that
    ended, work or studies that the office learned of."""
    day: str | None = fields.get("learned" if kind.role is Role.SIGNAL else "to")
    return day


def shown(
    document: Document, case: Case, listed: Sequence[Document], days: DeadlineRules, *, reveal: bool = False
) -> DocumentShown:
    """A document with its due day and how late it was. `listed` are the case's documents: what is due is the first
    version that is filed; drafts that never were do not count. What is hidden of a protected person is there with
    `reveal` alone."""
    kind = kind_of(case, document.type)
    filed = [
        other for other in listed if (other.type, other.period) == (document.type, document.period) and other.submitted
    ]
    nth = 1 + sum(1 for other in filed if other.version < document.version)
    last = due(case, kind, nth, days, month=document.period, event=event_of(kind, document.fields))
    late = None
    if document.submitted:
        late = working_days_late(last, document.submitted, days.eves_free) if last else 0
    hours = None
    if document.submitted and "own_search" in document.fields:
        from ipsu_cli.rules.development_plan import weekly_hours

        hours = weekly_hours(case.placement.extent, document.fields, document.submitted)
    return DocumentShown(
        case=document.case,
        type=document.type,
        version=document.version,
        period=document.period,
        status=document.status,
        submitted=document.submitted,
        confirmed=document.confirmed,
        returned=document.returned,
        due=last,
        days_late=late,
        required=document.fields.get("required", kind.required or kind.single),
        fields=_not_hidden(document.fields) if case.person.protected and not reveal else document.fields,
        hours=hours,
    )


def _not_hidden(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without what is not shown of a protected person."""
    from ipsu_cli.core.document_entry import DocumentEntry
    from ipsu_cli.core.fact import facts_of

    hidden = {fact.path[-1] for fact in facts_of(DocumentEntry) if fact.hidden}
    return {name: value for name, value in fields.items() if name not in hidden}


def months_of(case: Case, kind: DocumentType) -> list[Month | None]:
    """The months that a document is asked for; a single None where it is asked for once."""
    if not kind.monthly:
        return [None]
    if case.from_day is None or case.last_day is None:
        return []
    return list(months_between(case.from_day, case.last_day))


def kinds_of(case: Case) -> tuple[DocumentType, ...]:
    """The types that the case's service and system have."""
    return services.documents(case.service, case.placement.system)


def refuse_no_type(type: str, option: str) -> None:
    """Raise `Unreadable` for a word that is no type of any service or system."""
    known = sorted({kind.type for kind in services.all_documents()})
    if type not in known:
        raise Unreadable("value.code", value=type, known=known, option=option)


def kind_of(case: Case, type: str) -> DocumentType:
    """The type as the case's service or system has it. Raises `Refused` where they lack it."""
    kinds = kinds_of(case)
    kind = next((candidate for candidate in kinds if candidate.type == type), None)
    if kind is None:
        refuse_no_type(type, "type")
        known = [candidate.type for candidate in kinds]
        raise Refused("document.type", case=case.ref, type=type, service=case.service, known=known)
    return kind

"""A document as it is shown: its type, its due day, how late it was."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.case import Case
from ipsu_cli.core.document import Document
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.shapes import document_shape
from ipsu_cli.core.working_days import working_day_after, working_days_late
from ipsu_cli.rules import services
from ipsu_cli.rules.model import DocumentType


def due(case: Case, kind: DocumentType, version: int, *, eves_free: bool = True) -> dt.date | None:
    """The last day in time, of a first version; None where the sources give no day."""
    if kind.due_days is None or case.from_day is None or version > 1:
        return None
    return working_day_after(case.from_day, kind.due_days, eves_free)


def shape(document: Document, case: Case, listed: Sequence[Document], *, eves_free: bool = True) -> dict[str, Any]:
    """A document as JSON, with its due day and how late it was. `listed` are the case's documents: what is due
    is the first version that is filed; drafts that never were do not count."""
    kind = kind_of(case, document.type)
    filed = [each for each in listed if each.type == document.type and each.submitted]
    nth = 1 + sum(1 for each in filed if each.version < document.version)
    last = due(case, kind, nth, eves_free=eves_free)
    late = None
    if document.submitted:
        late = working_days_late(last, document.submitted, eves_free) if last else 0
    return document_shape(document, last, late, required=kind.required or kind.type == "avvikelse")


def kind_of(case: Case, type: str) -> DocumentType:
    """The type as the case's service has it. Raises `Refused` where it lacks it."""
    service = services.service(case.service)
    kind = service.document(type)
    if kind is None:
        known = [each.type for each in service.documents]
        raise Refused("document.type", case=case.ref, type=type, service=case.service, known=known)
    return kind

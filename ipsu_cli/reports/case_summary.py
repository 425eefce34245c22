"""A case in short, as a list shows it and a change leaves it."""

import datetime as dt

from ipsu_cli.core.case import Case
from ipsu_cli.core.case_shown import CaseShown
from ipsu_cli.core.enrolment_shown import CaseSummary, EnrolmentShown
from ipsu_cli.rules import services


def summary(case: Case, today: dt.date, *, name: bool = False, reveal: bool = False) -> CaseSummary:
    """A case as a list shows it; `name` shows the person's name, `reveal` the whole number, of nobody protected."""
    shown = CaseShown(case, today, name, reveal and not case.person.protected)
    return CaseSummary(shown, EnrolmentShown(shown) if services.service(case.service).queued else None)

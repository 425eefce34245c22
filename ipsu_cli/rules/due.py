"""By when documents are filed: as the sources say on the day, unless the office has a setting of its own."""

import datetime as dt

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.dates import Month, months_away
from ipsu_cli.core.deadline import DeadlineRules
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.rules.sources import OFFICE, ON_BOTH_PARTS, ON_JOINT_PLANS

# Working days after the first day of the period; for support in IPSU B the same yardstick, as advice.
FIRST_PLAN = Dated(
    "gp-days",
    ("2022-01-01", 5, ON_JOINT_PLANS),
)
# The same of a mapping: its joint plan is drawn up at the meeting before it, so it is there on the first day.
MAPPING_PLAN = Dated(
    "mapping-gp-days",
    ("2026-01-01", 0, ON_BOTH_PARTS),
)
# A day of the month after the one that is reported; a month that is shorter ends before it.
MONTHLY_REPORT = Dated(
    "pr-due-day",
    ("2022-01-01", 31, OFFICE),
)
# Working days after the absence has ended.
ABSENCE_REPORT = Dated(
    "deviation-days",
    ("2022-01-01", 1, OFFICE),
)
# Working days after the office has learned of work or studies. The source says "så fort"; the figure is the office's.
SIGNAL_REPORT = Dated(
    "signal-days",
    ("2022-01-01", 1, OFFICE),
)
# Months from learning of work or studies until the result is asked for. The sources give four as an example of the
# conditions; for Rusta och matcha 2 it is six, which an office that delivers it has as its setting.
RESULT_MONTHS = Dated(
    "result-months",
    ("2022-01-01", 4, OFFICE),
)


def after_start(kind: DocumentType, first: dt.date, office: DeadlineRules) -> dt.date | None:
    """The last day for a document of a period that begins on `first`; None where the sources give no day."""
    return office.after_start(first, kind.due_days.on(first)) if kind.due_days else None


def after_month(month: Month, office: DeadlineRules) -> dt.date:
    """The last day to report what was done in `month`."""
    return office.after_month(month, MONTHLY_REPORT.on(month.last))


def after_absence(last: dt.date, office: DeadlineRules) -> dt.date:
    """The last day to report an absence that ended on `last`."""
    return office.after_absence(last, ABSENCE_REPORT.on(last))


def after_learned(learned: dt.date, office: DeadlineRules) -> dt.date:
    """The last day to signal work or studies that the office learned of on `learned`."""
    return office.after_start(learned, SIGNAL_REPORT.on(learned))


def result_day(learned: dt.date, office: DeadlineRules) -> dt.date:
    """The day on which the result of what was learned of on `learned` can be asked for."""
    return months_away(learned, office.result_months or RESULT_MONTHS.on(learned))

"""What a register, or several together, counts for the report of key figures."""

from collections import Counter
from collections.abc import Sequence

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.same_cases import PartsOfRows
from ipsu_cli.core.target import Target
from ipsu_cli.reports.kpi_measured import EVERY_QUESTION, PERSONS, Measured, Tallied, counting, measure, tally
from ipsu_cli.reports.kpi_targets import Judged, TalliedScopes, judged_by, of_units, tally_targets
from ipsu_cli.reports.offices import OfficeFile
from ipsu_cli.reports.query import ReportQuery
from ipsu_cli.store import Store, settings, targets
from ipsu_cli.validation import Finding


class Counted(NamedTuple):
    """All that the report is made of. `query` names what is in the register, `aimed` are the targets that hold.

    `months` are those of the period, each with planned and delivered hours, where they are asked for. `rows` has
    the parts that cases stand in. Of several offices `files` says which, and `warnings` what is odd about them.
    """

    query: ReportQuery
    dimensions: Sequence[str]
    aimed: Sequence[Target]
    judged: Sequence[Judged]
    found: Measured
    months: Sequence[tuple[Month, Hours, Hours]] = ()
    rows: PartsOfRows = PartsOfRows((), ())
    files: Sequence[OfficeFile] = ()
    warnings: Sequence[Finding] = ()


class RegisterCount(NamedTuple):
    """What one register counts before figures are made of it, so that several can be added up: for the report, for
    each scope that has targets, the planned and the delivered hours of each month, and the parts that cases stand
    in."""

    tallied: Tallied
    of_targets: TalliedScopes
    planned: Counter[str]
    delivered: Counter[str]
    rows: PartsOfRows


def count_register(store: Store, query: ReportQuery, dimensions: Sequence[str]) -> Counted:
    """What the office's own register counts."""
    aimed = of_units(targets.listed(store), query.agreements)
    one = tally_register(store, query, dimensions, aimed)
    return Counted(
        query=query,
        dimensions=dimensions,
        aimed=aimed,
        judged=judged_by(aimed, query.period, one.of_targets, settings.entered(store)),
        found=measure(one.tallied, query.period, dimensions, aimed),
        months=months_of(query, one.planned, one.delivered),
        rows=one.rows,
    )


def tally_register(
    store: Store, query: ReportQuery, dimensions: Sequence[str], aimed: Sequence[Target]
) -> RegisterCount:
    """Count all that is asked, in one register. The targets come first: they choose other cases than the report."""
    of_targets = tally_targets(store, aimed, query.period, query.as_of)
    cases = counting(store, query.cases, dimensions, query.tick)
    asked = EVERY_QUESTION | PERSONS if query.below or query.workbook else EVERY_QUESTION
    tallied = tally(cases, query.period, query.as_of, asked)
    planned, delivered = cases.by_month(query.period) if query.workbook else ({}, {})
    return RegisterCount(tallied, of_targets, Counter(planned), Counter(delivered), cases.parts_of_rows())


def months_of(query: ReportQuery, planned: Counter[str], delivered: Counter[str]) -> list[tuple[Month, Hours, Hours]]:
    """The months of the period with their hours, where they are asked for."""
    if not query.workbook:
        return []
    return [(month, Hours(planned[month]), Hours(delivered[month])) for month in query.period.newest_months()]

"""The key figures of several offices: counted in each, added up, and only then divided, put in order and judged.

No figure of the whole is made of figures of the offices: a median is of all cases, a share of all persons. What is
small is small in all together.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from ipsu_cli.core.period import Period
from ipsu_cli.core.same_cases import PartsOfRows
from ipsu_cli.core.target import Target
from ipsu_cli.core.tick import part
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi_counted import Counted, RegisterCount, months_of, tally_register
from ipsu_cli.reports.kpi_measured import WHOLE, Measured, Tallied, added_up, measure, nothing
from ipsu_cli.reports.kpi_targets import TalliedScopes, judged_by, of_units
from ipsu_cli.reports.offices import OfficeRegister, Offices
from ipsu_cli.reports.query import ReportQuery
from ipsu_cli.store import Store
from ipsu_cli.store.kpis.question import Pair, Parts

OFFICE = "office"


def count_offices(office: Office, query: ReportQuery, dimensions: Sequence[str]) -> Counted:
    """What they count together; each office is a part of the dimension `office`."""
    offices = Offices(office, query)
    query = offices.query
    aimed = of_units(offices.shared_targets, query.agreements)
    counts = _each(offices, dimensions, aimed)
    return Counted(
        query=query,
        dimensions=[*dimensions, OFFICE],
        aimed=aimed,
        judged=judged_by(aimed, query.period, _of_targets(counts), offices.registers[0].settings),
        found=_measured(offices, counts, dimensions, aimed),
        months=months_of(query, _summed(one.planned for one in counts), _summed(one.delivered for one in counts)),
        rows=_rows(offices, counts),
        files=offices.files,
        warnings=offices.warnings,
    )


def _rows(offices: Offices, counts: Sequence[RegisterCount]) -> PartsOfRows:
    """The parts that cases stand in, with their office."""
    of_each = [(one.rows, {OFFICE: file.office}) for one, file in zip(counts, offices.files, strict=True)]
    return PartsOfRows(
        [{**row, **office} for rows, office in of_each for row in rows.cases],
        [{**row, **office} for rows, office in of_each for row in rows.agreements],
    )


def _each(offices: Offices, dimensions: Sequence[str], aimed: Sequence[Target]) -> list[RegisterCount]:
    """Each register's own count, a target counted where its agreement is alone."""
    waiting = iter(enumerate(offices.registers))

    def ask(store: Store) -> RegisterCount:
        place, register = next(waiting)
        query = offices.query._replace(tick=part(offices.query.tick, place, len(offices.registers)))
        return tally_register(store, query, dimensions, _own(aimed, register))

    return offices.each(ask)


def _own(aimed: Sequence[Target], register: OfficeRegister) -> list[Target]:
    names = {None, *register.names.agreements}
    return [target for target in aimed if target.agreement in names]


def _of_targets(counts: Sequence[RegisterCount]) -> TalliedScopes:
    """What is counted for each scope, of all that have it."""
    scopes: dict[str | None, list[dict[Period, Tallied]]] = {}
    for one in counts:
        for agreement, by_period in one.of_targets.items():
            scopes.setdefault(agreement, []).append(by_period)
    return {
        agreement: {period: added_up([by_period[period] for by_period in listed]) for period in listed[0]}
        for agreement, listed in scopes.items()
    }


def _measured(
    offices: Offices, counts: Sequence[RegisterCount], dimensions: Sequence[str], aimed: Sequence[Target]
) -> Measured:
    """The figures of all together, with each office's own as parts."""
    period = offices.query.period
    together = measure(added_up([one.tallied for one in counts]), period, dimensions, aimed)
    own = [
        measure(one.tallied, period, (), _own(aimed, register))
        for one, register in zip(counts, offices.registers, strict=True)
    ]
    for code, parts in together.figures.items():
        parts[OFFICE] = _of_each(offices, [one.figures.get(code, {}) for one in own], nothing(code))
    for code, parts in together.persons.items():
        parts[OFFICE] = _of_each(offices, [one.persons.get(code, {}) for one in own], (0, 0))
    return together


def _of_each(offices: Offices, listed: Sequence[Parts], none: Pair) -> dict[str, Pair]:
    """The whole of each office."""
    return {file.office: own.get(WHOLE, {}).get("", none) for file, own in zip(offices.files, listed, strict=True)}


def _summed(listed: Iterable[Counter[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for hours in listed:
        found.update(hours)
    return found

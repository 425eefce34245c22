"""`ipsu demo --of uppsala|ggv`: an invented register, and its tables next to the figures that were published."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.published_figures import (
    Comparison,
    Publication,
    PublishedFigure,
    PublishedReport,
    found_in,
    page_of,
)
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, members, only
from ipsu_cli.flows import funding, import_, init
from ipsu_cli.flows.demo import NAME, ORGNR, sample
from ipsu_cli.locale import rendered
from ipsu_cli.office import INVENTED, Office
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.reports.fidelity import report_fidelity
from ipsu_cli.reports.funding import report_funding
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.query import ReportQuery, without_decimals
from ipsu_cli.reports.queue import report_queue
from ipsu_cli.reports.steering import report_steering
from ipsu_cli.store import Writing, settings

FOLDERS = {"uppsala": "uppsala_2025", "ggv": "ggv_2019_2020"}
ORDER = (
    "agreements", "cases", "outcomes", "reviews", "pauses", "contacts", "targets", "fidelity", "surveys", "funding",
)  # fmt: skip
REPORTS: dict[str, Callable[[Office, ReportQuery], Answer[NamedTuple]]] = {
    "kpi": report_kpi,
    "queue": report_queue,
    "funding": report_funding,
    "fidelity": report_fidelity,
    "steering": report_steering,
}
COLUMNS = (Column("figure"), Column("place"), Column("published", "figure"), Column("register", "figure"),
           Column("agrees"))  # fmt: skip

# What was asked already: a report, its period and its agreement, with the answer.
AskedBefore = dict[tuple[str, Period, str | None], Answer[NamedTuple]]


def page(name: str) -> Publication:
    """What was published, as it is kept next to the register."""
    import tomllib

    with (sample() / FOLDERS[name] / "published.toml").open("rb") as file:
        return page_of(tomllib.load(file))


class ReportShown(NamedTuple):
    """A report on the register, as it answers by itself."""

    report: str
    payload: NamedTuple

    def to_json(self) -> JsonObject:
        """Its name, and all that it says."""
        return {"report": self.report, **members(self.payload)}


class RegisterCompared(NamedTuple):
    """What was published of a register next to what the register yields: how many figures agree, and the reports."""

    of: str
    source: str
    figures: list[Comparison]
    agree: int
    differ: int
    reports: list[ReportShown]


def run(demo: Office, name: str, published: Publication) -> Answer[RegisterCompared]:
    """Fill the register, and set what it yields next to what was published."""
    _fill(demo, sample() / FOLDERS[name], published)
    answers: AskedBefore = {}
    figures = [
        Comparison(figure, _computed(demo, figure, answers), figure.label[demo.lang]) for figure in published.figures
    ]
    shown = [_asked(demo, report.name, report.period, None, answers) for report in published.reports]
    agree, differ = (sum(comparison.agrees is verdict for comparison in figures) for verdict in (True, False))
    reports = [
        ReportShown(report.name, answer.payload) for report, answer in zip(published.reports, shown, strict=True)
    ]
    compared = RegisterCompared(name, published.source, figures, agree, differ, reports)
    tables = [table for pair in zip(published.reports, shown, strict=True) for table in _shown(*pair)]
    line = Text(
        "message.published",
        {**only(compared, "source", "agree", "differ"), "uncompared": len(figures) - agree - differ},
    )
    return Answer(compared, [line], [_table(figures), *tables])


def _shown(report: PublishedReport, answer: Answer[NamedTuple]) -> Iterator[Table]:
    """The tables of a report but the list of who waits; those with numbers that the document does not have say so."""
    for table in answer.tables:
        if table.name != "waiting":
            yield table if table.name in report.printed else table._replace(note=INVENTED)


def _fill(demo: Office, folder: Path, published: Publication) -> None:
    init.init(demo, NAME, ORGNR, demo.own_lang)
    demo.change("demo", _mark)
    for kind in ORDER:
        path = folder / f"{kind}.csv"
        if path.is_file():
            import_.import_file(demo, kind, InputFile(str(path)), rehearse=False)
    for total in published.stated:
        stated = only(total, "unit", "year", "source")
        funding.funding_state(demo, {"agreement": total.whose, "amount": total.amount_ore, **stated})


def _mark(store: Writing) -> Answer[None]:
    settings.save(store, INVENTED, "on")
    return Answer(None)


def _computed(demo: Office, figure: PublishedFigure, answers: AskedBefore) -> Any:
    if not figure.path:
        return sum(figure.parts)
    answer = _asked(demo, figure.report, figure.period, figure.agreement, answers)
    return found_in(rendered(answer.payload, demo.lang), figure)


def _asked(
    demo: Office, report: str, period: Period, agreement: str | None, answers: AskedBefore
) -> Answer[NamedTuple]:
    """The answer of a report, asked once for the same question."""
    key = (report, period, agreement)
    if key not in answers:
        query = ReportQuery(period, demo.today, agreements=(agreement,) if agreement else ())
        answers[key] = REPORTS[report](demo, query)
    return answers[key]


def _table(figures: list[Comparison]) -> Table:
    rows: list[tuple[Any, ...]] = [
        (
            comparison.label,
            comparison.figure.place,
            without_decimals(comparison.figure.shown),
            without_decimals(comparison.computed),
            _verdict(comparison),
        )
        for comparison in figures
    ]
    return Table("published", COLUMNS, rows)


def _verdict(comparison: Comparison) -> Text:
    if not comparison.figure.is_compared:
        return Text("message.not-compared")
    if comparison.computed is None:
        return Text("message.not-there")
    return Text("message.agrees") if comparison.agrees else Text("message.differs-by", {"by": comparison.difference})

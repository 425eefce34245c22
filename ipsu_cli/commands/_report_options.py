"""The options that every report takes, declared once, and what is done with its answer: shown, and kept as a
workbook."""

import datetime as dt
from collections.abc import Callable
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import Excel, Force, From, MonthOption, To, office, option
from ipsu_cli.core.answer import Answer, P, Text
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.kind import AGREEMENT, DAY, NAME, SERVICE, YEAR, Kind, code, late
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.office import INVENTED, Office
from ipsu_cli.read.period import read_period
from ipsu_cli.reports.query import BELOW, ReportQuery


def _other_file(word: str) -> str:
    """The path of another office's file, as it was typed."""
    if not word.strip():
        raise Unreadable("option.empty", option="--also")
    return word


DIMENSION = code("service", "gender", "agreement", "coach", "site", "cohort")._replace(
    show=lambda dimension: Text(f"column.{dimension}")
)
BELOW_KIND: Kind[int] = Kind("N", late("read_below"))
COMMON: dict[str, Any] = {
    "from_": From,
    "to": To,
    "month": MonthOption,
    "year": Annotated[int | None, option(YEAR, "--year")],
    "as_of": Annotated[dt.date | None, option(DAY, "--as-of")],
    "service": Annotated[list[str] | None, option(SERVICE, "--service")],
    "agreement": Annotated[list[str] | None, option(AGREEMENT, "--agreement")],
    "coach": Annotated[list[str] | None, option(NAME, "--coach", personal=True)],
    "site": Annotated[list[str] | None, option(NAME.typed("TOWN"), "--site", personal=True)],
    "by": Annotated[list[str] | None, option(DIMENSION, "--by")],
    "excel": Excel,
    "force": Force,
}
SUPPRESSION: dict[str, Any] = {
    "external": Annotated[bool, typer.Option("--external")],
    "below": Annotated[int | None, option(BELOW_KIND, "--below")],
}
ALSO: dict[str, Any] = {
    "also": Annotated[list[str] | None, typer.Option("--also", parser=_other_file, metavar="OTHER.db")],
}
FLAGS = ("force", "external")


class ReportRequest(NamedTuple):
    """What is asked of a report: of which office, what, and the workbook to keep the answer in."""

    office: Office
    query: ReportQuery
    excel: Path | None
    force: bool


ReportFunction = Callable[[ReportRequest], Answer[P]]
Book = Callable[[ReportRequest, Answer[P]], None]


def write_answer(asked: ReportRequest, answer: Answer) -> None:
    """The tables of the answer, each with its charts, under the period that they are of."""
    from ipsu_cli.write.forms.report import write_report

    assert asked.excel is not None
    own = asked.office
    write_report(
        asked.excel, answer, own.own_lang, asked.force, own.today, above(asked.query.period, asked.query.as_of, answer)
    )


def above(period: Period, as_of: dt.date, answer: Answer) -> tuple[tuple[str, Any], ...]:
    """What stands over each table of a workbook: whose it is and which cases are chosen, as the head of the answer
    says, the period and the day."""
    told = next((line.figures for line in answer.lines if "office" in line.figures), NOTHING)
    whose = [(name, told[name]) for name in ("office", "chosen") if told.get(name)]
    return *whose, ("period", f"{period.first} – {period.last}"), ("as-of", f"{as_of}")


def with_workbook(own: Office, answer: Answer[P], excel: str | None, *, force: bool, period: Period) -> Answer[P]:
    """The answer, kept in the workbook where one is asked for: as the register stands today."""
    if not excel:
        return answer
    from ipsu_cli.write.forms.report import write_report

    write_report(Path(excel), answer, own.own_lang, force, own.today, above(period, own.today, answer))
    return answer.with_file("excel", excel)


def report(
    app: typer.Typer, write: Book[P] = write_answer, *, suppresses: bool = False, several: bool = False
) -> Callable[[ReportFunction[P]], ReportFunction[P]]:
    """Make `function` a command of `app` with the options that all reports take; `write` makes its workbook.

    `suppresses`: it can hide small counts. `several`: it can be of several offices.
    """

    def made(function: ReportFunction[P]) -> ReportFunction[P]:
        def run(ctx: typer.Context, **words: Any) -> Answer[P]:
            asked = _asked(ctx, words)
            if asked.excel:
                from ipsu_cli.write.whole_file import refuse_taken

                refuse_taken(asked.excel, force=asked.force)
            answer = function(asked)
            if asked.office.invented:
                answer = answer.noted(INVENTED)
            if asked.excel is None:
                return answer
            write(asked, answer)
            return answer.with_file("excel", words["excel"])

        listed = [Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
        options = COMMON | (SUPPRESSION if suppresses else {}) | (ALSO if several else {})
        for name, declared in options.items():
            default = False if name in FLAGS else None
            listed.append(Parameter(name, Parameter.KEYWORD_ONLY, annotation=declared, default=default))
        # Typer reads a signature, and the annotations next to it.
        run.__signature__ = Signature(listed)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in listed}
        app.command(name=function.__name__)(run)
        return function

    return made


def _asked(ctx: typer.Context, words: dict[str, Any]) -> ReportRequest:
    period = read_period(words["from_"], words["to"], words["month"], words["year"], office(ctx).today)
    services, agreements, coaches, sites, by = (
        words[name] or () for name in ("service", "agreement", "coach", "site", "by")
    )
    as_of = words["as_of"] or office(ctx).today
    also = [Path(file) for file in words.get("also") or ()]
    query = ReportQuery(period, as_of, services, agreements, coaches, sites, by, below=_below(words), also=also)
    return ReportRequest(office(ctx), query, Path(words["excel"]) if words["excel"] else None, words["force"])


def _below(words: dict[str, Any]) -> int:
    """The smallest count that is shown to others; 0 where the report is for the office itself."""
    typed = words.get("below")
    if not words.get("external"):
        if typed is not None:
            raise Unreadable("option.needs", option="--below", needs="--external")
        return 0
    return BELOW if typed is None else int(typed)

"""The options that every report takes, declared once, and what is done with its answer: shown, and kept as a
workbook."""

from collections.abc import Callable
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from ipsu_cli.commands._options import Excel, Force, Month, office, read
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.office import Office
from ipsu_cli.read.period import read_period
from ipsu_cli.reports.query import BELOW, ReportQuery

Services = Annotated[list[str] | None, typer.Option("--service", metavar="SERVICE")]
Agreements = Annotated[list[str] | None, typer.Option("--agreement", metavar="AGREEMENT")]
Coaches = Annotated[list[str] | None, typer.Option("--coach", metavar="NAME")]
By = Annotated[list[str] | None, typer.Option("--by", metavar="service|gender|agreement|coach|site")]
COMMON: dict[str, Any] = {
    "from_": Annotated[str | None, typer.Option("--from", metavar="DATE")],
    "to": Annotated[str | None, typer.Option("--to", metavar="DATE")],
    "month": Month,
    "year": Annotated[str | None, typer.Option("--year", metavar="YEAR")],
    "as_of": Annotated[str | None, typer.Option("--as-of", metavar="DATE")],
    "service": Services,
    "agreement": Agreements,
    "coach": Coaches,
    "by": By,
    "excel": Excel,
    "force": Force,
}
FOR_OTHERS: dict[str, Any] = {
    "external": Annotated[bool, typer.Option("--external")],
    "below": Annotated[str | None, typer.Option("--below", metavar="N")],
}
FLAGS = ("force", "external")
LISTS = ("service", "agreement", "coach", "by")


class Asked(NamedTuple):
    """What is asked of a report: of which office, what, and the workbook to keep the answer in."""

    office: Office
    query: ReportQuery
    excel: Path | None
    force: bool


Work = Callable[[Asked], Answer]
Book = Callable[[Asked, Answer], None]


def write_answer(asked: Asked, answer: Answer) -> None:
    """The tables of the answer, each with its charts, under the period that they are of."""
    from ipsu_cli.write.forms.report import write_report

    assert asked.excel is not None
    own = asked.office
    write_report(asked.excel, answer, own.own_lang, asked.force, own.today, above(asked.query))


def above(query: ReportQuery) -> tuple[tuple[str, str], ...]:
    """What stands over the first table of a workbook."""
    return ("period", f"{query.period.first} – {query.period.last}"), ("as-of", f"{query.as_of}")


def report(app: typer.Typer, write: Book = write_answer, *, for_others: bool = False) -> Callable[[Work], Work]:
    """Make `work` a command of `app` with the options that all reports take; `write` makes its workbook.

    `for_others`: it can hide small counts.
    """

    def made(work: Work) -> Work:
        def run(ctx: typer.Context, **words: Any) -> Answer:
            asked = _asked(ctx, words)
            if asked.excel:
                from ipsu_cli.write.whole_file import refuse_taken

                refuse_taken(asked.excel, force=asked.force)
            answer = work(asked)
            if asked.excel:
                write(asked, answer)
                answer.data["excel"] = words["excel"]
                answer.lines.append(Text("message.excel", {"path": words["excel"]}))
            return answer

        listed = [Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
        for name, declared in (COMMON | FOR_OTHERS if for_others else COMMON).items():
            default = False if name in FLAGS else None
            listed.append(Parameter(name, Parameter.KEYWORD_ONLY, annotation=declared, default=default))
        # Typer reads a signature, and the annotations beside it.
        run.__signature__ = Signature(listed)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in listed}
        app.command(name=work.__name__)(run)
        return work

    return made


def _asked(ctx: typer.Context, words: dict[str, Any]) -> Asked:
    period = read_period(words["from_"], words["to"], words["month"], words["year"], office(ctx).today)
    lists = {name: [_read(ctx, name, each) for each in words[name] or ()] for name in LISTS}
    day = read(ctx, "as-of", words["as_of"]) if words["as_of"] else office(ctx).today
    query = ReportQuery(period, day, lists["service"], lists["agreement"], lists["coach"], lists["by"])
    query = query._replace(below=_below(ctx, words))
    return Asked(office(ctx), query, Path(words["excel"]) if words["excel"] else None, words["force"])


def _below(ctx: typer.Context, words: dict[str, Any]) -> int:
    """The smallest count that is shown to others; 0 where the report is for the office itself."""
    typed = words.get("below")
    if not words.get("external"):
        if typed is not None:
            raise Unreadable("option.needs", option="--below", needs="--external")
        return 0
    return BELOW if typed is None else int(read(ctx, "below", typed))


def _read(ctx: typer.Context, name: str, word: str) -> Any:
    """What was typed for one of a list; `--by` names a dimension."""
    try:
        return read(ctx, "dimension" if name == "by" else name, word)
    except Unreadable as error:
        error.figures["option"] = name
        raise

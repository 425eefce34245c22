"""`ipsu todo`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import Coach, Force, group, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import DAY, code, code_of

app = group()


def _kinds() -> tuple[str, ...]:
    from ipsu_cli.reports.todo import kinds

    return kinds()


KIND = code_of(_kinds, "KIND")


@listing(app, name="todo", since="due")
def todo(
    ctx: typer.Context,
    until: Annotated[dt.date | None, option(DAY, "--until")] = None,
    coach: Coach = None,
    kind: Annotated[list[str] | None, option(KIND, "--kind")] = None,
    fail_on: Annotated[str | None, option(code("overdue"), "--fail-on")] = None,
    ics: Annotated[str | None, typer.Option("--ics", metavar="FILE")] = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports.todo import TodoEvent, TodoQuery
    from ipsu_cli.reports.todo import todo as report

    query = TodoQuery(until, coach, fail_on is not None, kind or ())
    if ics is None:
        return report(office(ctx), query)
    from ipsu_cli.write.ics import write_ics
    from ipsu_cli.write.whole_file import refuse_taken

    path = Path(ics)
    refuse_taken(path, force=force)

    def finish(events: list[TodoEvent], lang: str) -> None:
        write_ics(path, events, lang, office(ctx).today, force=force)

    return report(office(ctx), query, finish).with_file("ics", ics)

"""`ipsu query`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.read.input_file import STDIN, InputFile
from ipsu_cli.reports import query_sql as report

app = group()


@app.command()
def query(
    ctx: typer.Context,
    sql: Annotated[str | None, typer.Argument(metavar="SQL|-")] = None,
    csv: Annotated[bool, typer.Option("--csv")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N")] = report.MOST,
) -> Answer:
    if sql is None:
        return report.describe_views()
    if csv and office(ctx).json:
        raise Unreadable("option.together", options=["--csv", "--json"])
    answer = report.query_sql(office(ctx), _typed() if sql == STDIN else sql, limit)
    return _as_csv(answer) if csv else answer


def _typed() -> str:
    """The question that stands on stdin."""
    try:
        return InputFile(STDIN).read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("value.not-text") from None


def _as_csv(answer: Answer[report.Queried]) -> Answer:
    """The same, shown as the text of a .csv."""
    from ipsu_cli.write.csv_file import csv_text

    page = csv_text(answer.payload.query.columns, answer.payload.query.rows, end="\n")
    return answer._replace(lines=[Text("help.page", {"page": page.rstrip("\n")})], tables=[])

"""`ipsu document submit|confirm|return|unconfirm|list|write|show|template|export`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from ipsu_cli.commands._document_options import DOCUMENT, DRAFT
from ipsu_cli.commands._options import Case, Force, On, Reason, Word, day, group, maybe, office, read, with_options
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Problem, Refused, Unreadable
from ipsu_cli.flows import document as flow
from ipsu_cli.read.document_fields import read_fields

app = group()

Type = Annotated[str, typer.Argument(metavar="TYPE")]
Period = Annotated[str | None, typer.Option("--period", metavar="MONTH")]
Version = Annotated[int | None, typer.Option("--version", min=1, metavar="N")]


@app.command()
@with_options(DOCUMENT)
def submit(ctx: typer.Context, case: Case, type: Type, on: On = None, **words: Word) -> Answer:
    return flow.document_submit(office(ctx), case, read(ctx, "type", type), day(ctx, on), _fields(ctx, DOCUMENT))


def _fields(ctx: typer.Context, listed: Iterable[str]) -> dict[str, Any]:
    """What the type's own options say."""
    words = {name.rstrip("_").replace("_", "-"): word for name, word in ctx.params.items()}
    own = {name.lstrip("-"): words[name.lstrip("-")] for name in listed}
    return read_fields(own, office(ctx).today)


@app.command()
def confirm(
    ctx: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    type: Annotated[str | None, typer.Argument(metavar="TYPE")] = None,
    on: On = None,
    version: Version = None,
    period: Period = None,
    all_: Annotated[str | None, typer.Option("--all", metavar="TYPE")] = None,
    month: Annotated[str | None, typer.Option("--month", metavar="MONTH")] = None,
) -> Answer:
    if all_ and month and not case:
        found = read(ctx, "month", month)
        return flow.document_confirm_all(office(ctx), read(ctx, "type", all_), found, day(ctx, on))
    if not (case and type) or all_ or month:
        raise Unreadable("option.one-of", options=["CASE TYPE", "--all TYPE --month MONTH"])
    return flow.document_confirm(office(ctx), case, read(ctx, "type", type), day(ctx, on), _which(ctx, version, period))


def _which(ctx: typer.Context, version: int | None, period: str | None) -> flow.Which:
    return flow.Which(version, maybe(ctx, "period", period))


@app.command(name="return")
def return_(
    ctx: typer.Context, case: Case, type: Type, reason: Reason, on: On = None, version: Version = None,
    period: Period = None,
) -> Answer:  # fmt: skip
    why, which = read(ctx, "reason", reason), _which(ctx, version, period)
    return flow.document_return(office(ctx), case, read(ctx, "type", type), day(ctx, on), why, which)


@app.command()
def unconfirm(
    ctx: typer.Context, case: Case, type: Type, reason: Reason, version: Version = None, period: Period = None
) -> Answer:
    why, which = read(ctx, "reason", reason), _which(ctx, version, period)
    return flow.document_unconfirm(office(ctx), case, read(ctx, "type", type), why, which)


@app.command(name="list")
def list_(ctx: typer.Context, case: Case) -> Answer:
    from ipsu_cli.reports.document_list import document_list

    return document_list(office(ctx), case)


@app.command()
@with_options(DRAFT)
def write(
    ctx: typer.Context,
    case: Case,
    type: Type,
    file: Annotated[str | None, typer.Option("--file", metavar="PATH|-")] = None,
    **words: Word,
) -> Answer:
    from ipsu_cli.flows.document_draft import document_draft, is_begun_with_options
    from ipsu_cli.flows.document_write import document_to_edit, document_write
    from ipsu_cli.read.text_file import checked, read_text

    kind, fields = read(ctx, "type", type), _fields(ctx, DRAFT)
    if file is None and is_begun_with_options(office(ctx), case, kind):
        return document_draft(office(ctx), case, kind, fields)
    if fields:
        given = [f"--{name}" for name in fields]
        raise Unreadable("option.not-for-type", options=given, type=kind, known=["--file"])
    if file is not None:
        return document_write(office(ctx), case, kind, read_text(file))
    from ipsu_cli.write.editor import edited, rescued

    begun = document_to_edit(office(ctx), case, kind)
    raw = edited(begun, kind, office(ctx).path)
    if raw.decode("utf-8", "replace") == begun:
        raise Refused("document.nothing-written", case=case, type=kind)
    try:
        return document_write(office(ctx), case, kind, checked(raw, "$EDITOR"), begun)
    except Problem as problem:
        raise rescued(raw, kind, office(ctx).path, problem) from problem


@app.command()
def show(
    ctx: typer.Context,
    case: Case,
    type: Type,
    version: Version = None,
    period: Period = None,
) -> Answer:
    from ipsu_cli.reports import document_text

    month = maybe(ctx, "period", period)
    return document_text.document_show(office(ctx), case, read(ctx, "type", type), version, month)


@app.command()
def template(ctx: typer.Context, case: Case, type: Type) -> Answer:
    from ipsu_cli.reports import document_text

    return document_text.document_template(office(ctx), case, read(ctx, "type", type))


@app.command()
def export(
    ctx: typer.Context,
    case: Case,
    type: Type,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    version: Version = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports import document_text
    from ipsu_cli.write.page import refuse_page, write_page

    path = Path(file)
    refuse_page(path, force=force)

    def finish(page: document_text.Page) -> None:
        write_page(path, page.title, page.about, page.text, office(ctx).today, force=force)

    answer = document_text.document_export(office(ctx), case, read(ctx, "type", type), version, finish)
    answer.data["file"] = file
    answer.lines.append(Text("message.file-written", {"path": file}))
    return answer

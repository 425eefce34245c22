"""`ipsu document submit|confirm|return|unconfirm|list|write|show|template|export`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Case, Force, On, Reason, day, group, maybe, office, read
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Problem, Refused, Unreadable
from ipsu_cli.flows import document as flow

app = group()

Type = Annotated[str, typer.Argument(metavar="TYPE")]
Version = Annotated[int | None, typer.Option("--version", min=1, metavar="N")]


@app.command()
def submit(
    ctx: typer.Context,
    case: Case,
    type: Type,
    on: On = None,
    no_mapping: Annotated[bool, typer.Option("--no-mapping")] = False,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE")] = None,
    known: Annotated[bool, typer.Option("--known")] = False,
    unknown: Annotated[bool, typer.Option("--unknown")] = False,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
) -> Answer:
    alone = {"--from": from_, "--to": to, "--known": known or None, "--unknown": unknown or None}
    given = [option for option, word in alone.items() if word is not None]
    if given and type != "avvikelse":
        raise Unreadable("option.not-for-type", options=given, type=type)
    fields = {
        "no_mapping": no_mapping or None,
        "from": maybe(ctx, "from", from_),
        "to": maybe(ctx, "to", to),
        "known": flow.read_known(known, unknown),
        "reason": maybe(ctx, "reason", reason),
    }
    return flow.document_submit(office(ctx), case, read(ctx, "type", type), day(ctx, on), fields)


@app.command()
def confirm(
    ctx: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    type: Annotated[str | None, typer.Argument(metavar="TYPE")] = None,
    on: On = None,
    version: Version = None,
    all_: Annotated[str | None, typer.Option("--all", metavar="TYPE")] = None,
    month: Annotated[str | None, typer.Option("--month", metavar="MONTH")] = None,
) -> Answer:
    if all_ and month and not case:
        found = read(ctx, "month", month)
        return flow.document_confirm_all(office(ctx), read(ctx, "type", all_), found, day(ctx, on))
    if not (case and type) or all_ or month:
        raise Unreadable("option.one-of", options=["CASE TYPE", "--all TYPE --month MONTH"])
    return flow.document_confirm(office(ctx), case, read(ctx, "type", type), day(ctx, on), version)


@app.command(name="return")
def return_(
    ctx: typer.Context, case: Case, type: Type, reason: Reason, on: On = None, version: Version = None
) -> Answer:
    why = read(ctx, "reason", reason)
    return flow.document_return(office(ctx), case, read(ctx, "type", type), day(ctx, on), why, version)


@app.command()
def unconfirm(ctx: typer.Context, case: Case, type: Type, reason: Reason, version: Version = None) -> Answer:
    why = read(ctx, "reason", reason)
    return flow.document_unconfirm(office(ctx), case, read(ctx, "type", type), why, version)


@app.command(name="list")
def list_(ctx: typer.Context, case: Case) -> Answer:
    from ipsu_cli.reports import lists

    return lists.document_list(office(ctx), case)


@app.command()
def write(
    ctx: typer.Context,
    case: Case,
    type: Type,
    file: Annotated[str | None, typer.Option("--file", metavar="PATH|-")] = None,
) -> Answer:
    from ipsu_cli.flows.document_write import document_to_edit, document_write
    from ipsu_cli.read.text_file import checked, read_text

    kind = read(ctx, "type", type)
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
    period: Annotated[str | None, typer.Option("--period", metavar="MONTH")] = None,
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
    answer.lines.append(Text("said.file-written", {"path": file}))
    return answer

"""`ipsu document submit|confirm|return|unconfirm|list|write|show|template|export`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import (
    CaseArgument,
    Force,
    MaybeCase,
    MonthOption,
    On,
    Reason,
    argument,
    day,
    group,
    input_option,
    office,
    option,
    typed_values,
    with_facts,
)
from ipsu_cli.commands._options import (
    TypeArgument as Type,
)
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document_entry import DRAFTED, DocumentEntry
from ipsu_cli.core.fact import ADD, facts_of
from ipsu_cli.core.kind import DOCUMENT_TYPE, MONTH
from ipsu_cli.core.problem import Problem, Refused, Unreadable
from ipsu_cli.flows import document as flow
from ipsu_cli.read.document_fields import entered_fields
from ipsu_cli.read.input_file import InputFile

app = group()

MaybeType = Annotated[str | None, argument(DOCUMENT_TYPE, "type")]
Known = Annotated[bool, typer.Option("--known")]
Unknown = Annotated[bool, typer.Option("--unknown")]
PeriodOption = Annotated[Month | None, option(MONTH, "--period")]
Version = Annotated[int | None, typer.Option("--version", min=1, metavar="N")]


@app.command()
@with_facts(fact for fact in facts_of(DocumentEntry) if fact.typed == ADD)
def submit(
    ctx: typer.Context,
    case: CaseArgument,
    type: Type,
    on: On = None,
    known: Known = False,
    unknown: Unknown = False,
    **typed: Any,
) -> Answer:
    return flow.document_submit(office(ctx), case, type, day(ctx, on), _fields(ctx))


def _fields(ctx: typer.Context) -> dict[str, Any]:
    """What the type's own options say."""
    own = {name: value for name, value in typed_values(ctx).items() if name not in ("case", "type", "on", "file")}
    return entered_fields(own)


@app.command()
def confirm(
    ctx: typer.Context,
    case: MaybeCase = None,
    type: MaybeType = None,
    on: On = None,
    version: Version = None,
    period: PeriodOption = None,
    all_: Annotated[str | None, option(DOCUMENT_TYPE, "--all")] = None,
    month: MonthOption = None,
) -> Answer:
    if all_ and month and not case:
        from ipsu_cli.flows.document_confirm_all import document_confirm_all

        return document_confirm_all(office(ctx), all_, month, day(ctx, on))
    if not (case and type) or all_ or month:
        raise Unreadable("option.one-of", options=["CASE TYPE", "--all TYPE --month MONTH"])
    return flow.document_confirm(office(ctx), case, type, day(ctx, on), flow.Which(version, period))


@app.command(name="return")
def return_(
    ctx: typer.Context, case: CaseArgument, type: Type, reason: Reason, on: On = None, version: Version = None,
    period: PeriodOption = None,
) -> Answer:  # fmt: skip
    return flow.document_return(office(ctx), case, type, day(ctx, on), reason, flow.Which(version, period))


@app.command()
def unconfirm(
    ctx: typer.Context,
    case: CaseArgument,
    type: Type,
    reason: Reason,
    version: Version = None,
    period: PeriodOption = None,
) -> Answer:
    return flow.document_unconfirm(office(ctx), case, type, reason, flow.Which(version, period))


@listing(app, since="submitted")
def list_(ctx: typer.Context, case: CaseArgument) -> Answer:
    from ipsu_cli.reports.document_list import document_list

    return document_list(office(ctx), case)


@app.command()
@with_facts(fact for fact in facts_of(DocumentEntry) if fact.name in DRAFTED)
def write(
    ctx: typer.Context,
    case: CaseArgument,
    type: Type,
    file: Annotated[InputFile | None, input_option("--file", "PATH|-")] = None,
    known: Known = False,
    unknown: Unknown = False,
    **typed: Any,
) -> Answer:
    from ipsu_cli.flows.document_draft import document_draft, is_written_with_options
    from ipsu_cli.flows.document_write import document_to_edit, document_write
    from ipsu_cli.read.text_file import checked, read_text

    kind, fields = type, _fields(ctx)
    if file is None and is_written_with_options(office(ctx), case, kind):
        return document_draft(office(ctx), case, kind, fields)
    if fields:
        names = [f"--{name}" for name in fields]
        raise Unreadable("option.not-for-type", options=names, type=kind, known=["--file"])
    if file is not None:
        return document_write(office(ctx), case, kind, read_text(file))
    from ipsu_cli.write.editor import edited, rescued

    opening = document_to_edit(office(ctx), case, kind)
    raw = edited(opening, kind, office(ctx).path)
    office(ctx).means_also(raw)
    if raw.decode("utf-8", "replace") == opening:
        raise Refused("document.nothing-written", case=case, type=kind)
    try:
        return document_write(office(ctx), case, kind, checked(raw, "$EDITOR"), opening)
    except Problem as problem:
        raise rescued(raw, kind, office(ctx).path, problem) from problem


@app.command()
def show(
    ctx: typer.Context,
    case: CaseArgument,
    type: Type,
    version: Version = None,
    period: PeriodOption = None,
) -> Answer:
    from ipsu_cli.reports import document_text

    return document_text.document_show(office(ctx), case, type, version, period)


@app.command()
def template(ctx: typer.Context, case: CaseArgument, type: Type) -> Answer:
    from ipsu_cli.reports import document_text

    return document_text.document_template(office(ctx), case, type)


@app.command()
def export(
    ctx: typer.Context,
    case: CaseArgument,
    type: Type,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    version: Version = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports import document_text
    from ipsu_cli.write.page import refuse_page, write_page

    path = Path(file)
    refuse_page(path, force=force)

    def finish(page: document_text.DocumentPage) -> None:
        write_page(path, page.title, page.about, page.text, office(ctx).today, force=force)

    return document_text.document_export(office(ctx), case, type, version, finish).with_file("file", file)

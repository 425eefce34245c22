"""A command as it is parsed: an option is typed once, unless it may be repeated; a case is named by how its reference
begins; and what a line means, for its key."""

import sys
from importlib import import_module
from typing import Any

from typer.core import TyperCommand

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.office import language_of
from ipsu_cli.read.input_file import InputFile

# Where a command that asks keeps the line that does the same.
SAME_LINE = "ipsu_cli.same-line"


class Command(TyperCommand):
    """A command that refuses an option typed twice, where Typer would keep the last value and say nothing."""

    # The module that asks for what a person has left out, and the most words that it asks after.
    asks, asks_after = "", 2

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if self.asks and len(args) <= self.asks_after and _can_ask(ctx):
            args = self._asked(ctx, args)
        self._refuse_repeated(ctx, args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        if ctx.obj.key:
            ctx.obj.typed = ctx.obj.typed._replace(meant=meant(ctx))
        answer = self._invoked(ctx)
        line = ctx.meta.get(SAME_LINE)
        return answer._replace(after=[*answer.after, Text("message.same-line", {"line": line})]) if line else answer

    def _invoked(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Refused as refusal:
            typed = _typed_case(ctx, refusal)
            if typed is None:
                raise
        return self._invoke_with_whole(ctx, typed)

    def _asked(self, ctx: Any, args: list[str]) -> list[str]:
        """The words of the line, with what was asked for; the line that does the same is said at the end."""
        from ipsu_cli.commands._asking import Interview

        module: Any = import_module(f"ipsu_cli.commands.{self.asks}")
        if not module.leaves_all(args):
            return args
        ctx.obj.own_lang = language_of(ctx.obj.path)
        interview = Interview(ctx.obj, ctx.command_path, self.params)
        interview.add(*args)
        module.ask(interview)
        ctx.meta[SAME_LINE] = interview.line
        return interview.words

    def _invoke_with_whole(self, ctx: Any, typed: str) -> Any:
        """Run the command once more, with the whole reference in place of the one that fits no case."""
        from ipsu_cli.reports.case_named import case_named

        found = case_named(ctx.obj, typed, ctx.command_path)
        for param in _of_cases(self.params):
            ctx.params[param.name] = _replaced(ctx.params[param.name], typed, found.ref)
        answer: Answer = super().invoke(ctx)
        return answer._replace(warnings=[found.warning, *answer.warnings])

    def _refuse_repeated(self, ctx: Any, args: list[str]) -> None:
        """Raise `Unreadable`, with every value, for the first option that is typed twice and may not be."""
        params: list[Any] = self.params
        once = [param for param in params if param.param_type_name == "option" and not param.multiple]
        parser: Any = self.make_parser(ctx)
        for param in once:
            param.add_to_parser(_KeepingAll(parser), ctx)
        typed, _, _ = parser.parse_args([*args])
        for param in once:
            values = typed.get(param.name, [])
            if len(values) > 1:
                raise _repeated(param, values)


def _can_ask(ctx: Any) -> bool:
    """Does a person sit at a terminal, who waits for the command and not for its completion?"""
    return not ctx.resilient_parsing and ctx.obj.typed.terminal and sys.stdin.isatty()


def _of_cases(params: list[Any]) -> list[Any]:
    """The arguments and options that name a case that is there."""
    return [param for param in params if param.metavar == "CASE" and param.name in ("case", "about")]


def _typed_case(ctx: Any, refusal: Refused) -> str | None:
    """The reference on the line that fits no case, where that is why the command was refused."""
    ref = refusal.figures.get("case") if refusal.code == "case.unknown" else None
    typed = [ctx.params[param.name] for param in _of_cases(ctx.command.params)]
    words = [word for value in typed for word in (value if isinstance(value, list | tuple) else [value])]
    return str(ref) if ref in words else None


def _replaced(value: Any, typed: str, ref: str) -> Any:
    if isinstance(value, list | tuple):
        return [ref if word == typed else word for word in value]
    return ref if value == typed else value


class _KeepingAll:
    """A parser to which every option is added as one that may be repeated."""

    def __init__(self, parser: Any) -> None:
        self.parser = parser

    def add_option(self, *, action: str, **declared: Any) -> None:
        self.parser.add_option(action=action.replace("store", "append"), **declared)


def _repeated(param: Any, values: list[Any]) -> Unreadable:
    """The refusal. A flag has its spellings for values; a personal value is not repeated."""
    name = param.opts[-1]
    if getattr(getattr(param.type, "func", None), "personal", False):
        return Unreadable("option.twice-personal", option=name)
    shown = [(name if value else param.secondary_opts[-1]) if param.is_flag else value for value in values]
    return Unreadable("option.twice", option=name, values=shown)


def meant(ctx: Any) -> str:
    """What a line means, the same for all ways of writing it: days as they were read on the day, and files as the bytes
    that they hold, whatever they are called. What was left out says nothing."""
    left_out = {param.name: param.default for param in ctx.command.params}
    typed = {name: value for name, value in ctx.params.items() if value is not None and value != left_out[name]}
    return repr((ctx.command_path, sorted((name, _with_digests(value)) for name, value in typed.items())))


def _with_digests(value: Any) -> Any:
    if isinstance(value, InputFile):
        return value.digest()
    return [_with_digests(item) for item in value] if isinstance(value, list | tuple) else value

"""A command as Typer runs it, and what ours do next to that: they ask for a line left out, take a case by the beginning
of its reference, and refuse an option typed twice."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from typer.core import TyperCommand
from typer.exceptions import TyperException

from ipsu_cli.commands._typed_once import refuse_repeated
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused, Unreadable

# Where a command that asks keeps the line that does the same.
SAME_LINE = "ipsu_cli.same-line"


class Command(TyperCommand):
    """A command of ours. `asks` is the module that asks for what a person has left out, empty for none; `asks_after`
    the most words that it asks after."""

    asks, asks_after = "", 2

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if self.asks and len(args) <= self.asks_after and _can_ask(ctx):
            args = self._asked(ctx, args)
        try:
            refuse_repeated(self, ctx, args)
        except TyperException as error:
            _of_command(error, ctx)
            raise
        with _helped(ctx):
            return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Without the braces that Typer puts around what is demanded: nobody types them."""
        return [piece[1:-1] if piece.startswith("{") else piece for piece in super().collect_usage_pieces(ctx)]

    def invoke(self, ctx: Any) -> Any:
        if ctx.obj.key:
            from ipsu_cli.commands._meaning import meant

            ctx.obj.typed = ctx.obj.typed._replace(meant=meant(ctx))
        with _helped(ctx):
            answer = self._invoked(ctx)
        line = ctx.meta.get(SAME_LINE)
        return answer._replace(after=[*answer.after, Text("message.same-line", {"line": line})]) if line else answer

    def _invoked(self, ctx: Any) -> Any:
        """Run the command; once more with the whole reference where what was typed begins the one of a case."""
        try:
            return super().invoke(ctx)
        except Refused as refusal:
            from ipsu_cli.commands._whole_reference import make_whole, refers_to_beginning

            typed = refers_to_beginning(ctx, refusal)
            if typed is None:
                raise
        found = make_whole(ctx, typed)
        answer: Answer = super().invoke(ctx)
        return answer._replace(warnings=[found.warning, *answer.warnings])

    def _asked(self, ctx: Any, args: list[str]) -> list[str]:
        """The words of the line, with what was asked for; the line that does the same is said at the end."""
        from ipsu_cli.commands._asking import Interview

        module: Any = import_module(f"ipsu_cli.commands.{self.asks}")
        if not module.leaves_all(args):
            return args
        interview = Interview(ctx.obj, ctx.command_path, self.params)
        interview.add(*args)
        module.ask(interview)
        ctx.meta[SAME_LINE] = interview.line
        return interview.words


@contextmanager
def _helped(ctx: Any) -> Iterator[None]:
    """A value that cannot be read points to the help of the command, where nothing nearer puts it right."""
    try:
        yield
    except Unreadable as error:
        error.command = error.command or f"{ctx.command_path} --help"
        raise


def _of_command(error: Any, ctx: Any) -> None:
    """Let the error tell of which command it is: by that the help is named."""
    error.ctx = getattr(error, "ctx", None) or ctx


def _can_ask(ctx: Any) -> bool:
    """Does a person sit at a terminal, who waits for the command and not for its completion?"""
    return not ctx.resilient_parsing and ctx.obj.typed.terminal and sys.stdin.isatty()

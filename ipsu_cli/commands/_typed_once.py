"""An option is typed once, unless it may be repeated: Typer would keep the last value and say nothing."""

from typing import Any

from ipsu_cli.core.problem import Unreadable


def refuse_repeated(command: Any, ctx: Any, args: list[str]) -> None:
    """Raise `Unreadable`, with every value, for the first option that is typed twice and may not be."""
    once = [param for param in command.params if param.param_type_name == "option" and not param.multiple]
    parser = command.make_parser(ctx)
    for param in once:
        param.add_to_parser(_KeepingAll(parser), ctx)
    typed, _, _ = parser.parse_args([*args])
    for param in once:
        values = typed.get(param.name, [])
        if len(values) > 1:
            raise _repeated(param, values)


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

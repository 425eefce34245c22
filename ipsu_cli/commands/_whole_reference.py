"""A case is named by how its reference begins, where no case has that very reference and one alone begins so."""

from typing import TYPE_CHECKING, Any

from ipsu_cli.core.problem import Refused

if TYPE_CHECKING:  # loaded where it is needed
    from ipsu_cli.reports.case_named import CaseNamed


def refers_to_beginning(ctx: Any, refusal: Refused) -> str | None:
    """The reference on the line that fits no case, where that is why the command was refused."""
    if refusal.code != "case.unknown":
        return None
    ref = refusal.figures["case"]
    typed = [ctx.params[param.name] for param in _of_cases(ctx.command.params)]
    words = [word for value in typed for word in (value if isinstance(value, list | tuple) else [value])]
    return str(ref) if ref in words else None


def make_whole(ctx: Any, typed: str) -> "CaseNamed":
    """Put the whole reference on the line in place of its beginning. Raises `Refused` where no case begins so, or
    several do."""
    from ipsu_cli.reports.case_named import case_named

    found = case_named(ctx.obj, typed, ctx.command_path)
    for param in _of_cases(ctx.command.params):
        ctx.params[param.name] = _replaced(ctx.params[param.name], typed, found.ref)
    return found


def _of_cases(params: list[Any]) -> list[Any]:
    """The arguments and options that name a case that is there."""
    return [param for param in params if param.metavar == "CASE" and param.name in ("case", "about")]


def _replaced(value: Any, typed: str, ref: str) -> Any:
    if isinstance(value, list | tuple):
        return [ref if word == typed else word for word in value]
    return ref if value == typed else value

"""What a line means, for its key: the same for all ways of writing it."""

from typing import Any

from ipsu_cli.core.kinds import UNDO
from ipsu_cli.read.input_file import InputFile


def meant(ctx: Any) -> str:
    """Days as they were read on the day, and files as the bytes that they hold, whatever they are called. What was left
    out says nothing."""
    left_out = {param.name: param.default for param in ctx.command.params}
    typed = {name: value for name, value in ctx.params.items() if value is not None and value != left_out[name]}
    if typed.get("kind") == UNDO:
        typed["file"] = typed["file"].path  # the number of an import
    return repr((ctx.command_path, sorted((name, _with_digests(value)) for name, value in typed.items())))


def _with_digests(value: Any) -> Any:
    if isinstance(value, InputFile):
        return value.digest()
    return [_with_digests(item) for item in value] if isinstance(value, list | tuple) else value

"""What is installed on request, as pip names it."""

from ipsu_cli.core.problem import Surroundings


def install(extra: str) -> str:
    """The command that installs an extra."""
    return f'pip install "ipsu-cli[{extra}]"'


def is_installed(module: str) -> bool:
    """Can the module be loaded?"""
    from importlib.util import find_spec

    return find_spec(module) is not None


def refuse_without(module: str, extra: str) -> None:
    """Raise where a module of an extra is not installed."""
    if not is_installed(module):
        raise Surroundings("extra.missing", extra=extra, command=install(extra))

"""One file for each system in which the agency wants a placement reported; its name is the system's code."""

from importlib import import_module
from types import ModuleType

from ipsu_cli.core import registry
from ipsu_cli.rules.model import Rules, System


def codes() -> list[str]:
    """The systems that there are, by the files that there are: `ka-webb`, `msfa`."""
    return list(registry.systems())


def system(code: str) -> System:
    """The system of that code."""
    found: System = _module(code).SYSTEM
    return found


def rules_of(code: str) -> Rules:
    """The rules that the system lists; one without rules of its own needs no list."""
    listed: Rules = getattr(_module(code), "RULES", ())
    return listed


def _module(code: str) -> ModuleType:
    return import_module(f"{__name__}.{code.replace('-', '_')}")
